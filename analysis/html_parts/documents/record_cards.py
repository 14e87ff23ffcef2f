"""The rows of a section as a card in a document, the search for them, and the month of events."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from analysis.html_parts import html_table, item_lists, links
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import RecordTable, Section
from analysis.sections.records.event_calendar import CalendarMonth

CARDS, TABLE = "cards", "table"
COUNTS = {CARDS: 12, TABLE: 100}
"""By form: how many rows are shown at a time."""
PAGE_DIGITS = 7
SEARCH = "search"
"""Parameter of the address."""


def record_card(page: PageContext, section: Section, rows: RecordTable) -> Markup:
    """The card of these rows as a table, in place of it a sentence if there are none."""
    head = render("chart-head", page.words, title=rows.title, subtitle="", empty="" if rows.total else rows.empty)
    body = _rows(page, section, rows, TABLE) if rows.total else []
    return group(f"rows_{section.key}", element(head), *body)


def searchable_card(
    page: PageContext, section: Section, title: str, make: Callable[..., RecordTable], *args: Any, cards: bool = False
) -> Markup:
    """A card of the first rows that ``make`` gives, with a search box.

    ``page`` and ``section`` are those that the rows belong to, ``title`` is the heading of the card. ``args`` is what
    ``make`` takes beside tables, selection and words. ``cards``: the rows are cards and not a table.
    """
    words, form, query = page.words, CARDS if cards else TABLE, page.address.of(SEARCH) or ""
    count, first = COUNTS[form], 0
    if page.address.reading:
        count, first = COUNTS[TABLE], (page_number(page) - 1) * COUNTS[TABLE]
    rows = page.build(make, *args, search=query, first=first, count=count)
    head = [element(render("chart-head", words, title=title, subtitle="", empty=""))]
    if cards and not page.address.reading:
        names = [words(f"items.view_{each}") for each in (CARDS, TABLE)]
        head.append(group("view-rows", element(render("document/forms", words, names=names)), across=True, fit=True))
    unsearched = page.address.with_page_parameters(search=None, page=None)
    clear, fields = links.to(page.entry.key, unsearched) if query else "", unsearched.query().items()
    search = render("document/search", words, query=query, clear=clear, fields=fields, action=links.bare(page))
    body = _rows(page, section, rows, form) if rows.total else [element(render("notice", words, text=rows.empty))]
    return group(f"rows_{section.key}", group(f"head-rows-{section.key}", *head, across=True), Markup(search), *body)


def month_card(page: PageContext, section: Section, month: CalendarMonth | None) -> Markup:
    """The card of a month; if no event has a month, the sentence that says so. Nothing without events."""
    words = page.words
    if month is None and not any(rows.total for rows in section.rows):
        return Markup("")
    if month is None:
        head = render("chart-head", words, title=words("events.month_none"), subtitle="", empty="")
        return group("card-month", element(head))
    title = words("events.month", month=month.title)
    head = render("chart-head", words, title=title, subtitle=words("events.month_hint"), empty="")
    steps = []
    for name, step in (("earlier", month.earlier), ("later", month.later)):
        if step:
            link = links.to(page.entry.key, page.address.with_page_parameters(month=step[0]))
            steps.append(element(render("document/step", words, side=name, link=link, label=step[1])))
    return group(
        "card-month",
        group("head-month", element(head), group("month-steps", *steps, across=True, fit=True), across=True),
        element(item_lists.month_days(page, month)),
    )


def page_number(page: PageContext) -> int:
    """The page of a list that the address names, from 1 on; the first where it names none."""
    text = page.address.of("page") or ""
    return int(text) if text.isdecimal() and len(text) < PAGE_DIGITS and int(text) else 1


def _pager(page: PageContext, rows: RecordTable) -> Markup:
    """The ways to the pages of a list before and after this one."""
    number, entries = page_number(page), []
    for step, is_there in ((-1, number > 1), (1, rows.first + COUNTS[TABLE] < rows.total)):
        if is_there:
            target = str(number + step) if number + step > 1 else None
            link = links.to(page.entry.key, page.address.with_page_parameters(page=target))
            entries.append(
                ("prev" if step < 0 else "next", link, page.words(f"reading.page_{'before' if step < 0 else 'after'}"))
            )
    label = page.words("reading.pages")
    return element(render("reading/pager", page.words, label=label, entries=entries)) if entries else Markup("")


def _rows(page: PageContext, section: Section, rows: RecordTable, form: str) -> list[Markup]:
    """The rows in their form, and the foot of the card with the place of the way to the next ones."""
    words = page.words
    if form == CARDS:
        content = render("item-cards", words, entries=item_lists.listed_items(page, rows.items))
    else:
        content = html_table.record_table(page, rows)
    menu = page.menu(f"{section.key}_{rows.key}")
    foot = [element(render("rule", words, sentence="", rule=rows.rule, menu=menu, of=rows.title))]
    if page.address.reading:
        foot.append(_pager(page, rows))
    elif rows.total > COUNTS[form]:
        label = words("panel.after", n=COUNTS[form])
        foot.append(element(render("document/unseen", words, label=label)))
    return [element(content), group(f"foot-rows-{section.key}", *foot, across=True)]
