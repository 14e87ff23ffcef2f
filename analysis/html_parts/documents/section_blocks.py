"""The blocks of a section in a document: head, numbers, charts and lists, a comparison with its detail, one row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from analysis.html_parts import item_lists, links
from analysis.html_parts.documents import chart_cards
from analysis.html_parts.documents.filter_form import filter_bar
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.html_table import OPEN_TABLES, table
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Detail, Section

TALLEST = 34
"""Pixels of the highest column beside a number."""
Choice = tuple[str, str, bool]
"""What can be chosen: the value in the address (empty: none), its label, whether it is chosen."""


def heading(page: PageContext, title: str, language: str | None = None) -> Markup:
    """The page's one heading of the first rank, the target of the skip link; ``language``: its own, if foreign."""
    text = render("heading", page.words, title=title, language=language)
    return element(text)


def head(page: PageContext, section: Section, item: str = "") -> Markup:
    """Heading, filters, the numbers at a glance and the sentence.

    ``item`` is the parameter of the address that names one row: if it names one that does not exist, say so.
    """
    words, id = page.words, page.address.of(item)
    missing = render("notice", words, text=words("items.missing", id=id)) if id else ""
    menu = page.menu(f"{section.key}_numbers") if section.metrics else ""
    values = {"numbers": section.metrics, "text": section.sentence, "tallest": TALLEST}
    glance = render("glance", words, **values, menu=menu, title=section.title)
    return heading(page, section.title) + element(missing) + filter_bar(page, section) + element(glance)


def charts_and_lists(page: PageContext, section: Section, size: str) -> Markup:
    """The cards of the charts, the first one large and the others in pairs, then the lists, then long tables."""
    cards = chart_cards.first_and_pairs(page, section, size)
    lists = item_lists.list_columns(page, section)
    long = [each for each in section.charts if each.key in OPEN_TABLES]
    return cards + element(lists) + Markup("").join(chart_cards.chart_card(page, section, each, size) for each in long)


def comparison(page: PageContext, section: Section, rows: Iterable[int], detail: Section | None, size: str) -> Markup:
    """The charts of a ``section`` of a ``page`` that compares, its ``detail``, and its lists, the shut ones first.

    ``rows`` is the number of charts in each row, ``size`` that of a picture. A detail with numbers is the profile of
    one thing; another compares several in a table, which comes before the charts that are harder to read, and by year.
    """
    words, first, rest = page.words, tuple(rows), section
    blocks = [element(item_lists.item_list(page, each)) for each in section.lists if each.is_closed]
    if detail and not detail.metrics:
        blocks += [chart_cards.chart_rows(page, section, first[:1], size), tables(page, detail)]
        first, rest = first[1:], replace(section, charts=section.charts[first[0] :])
    blocks.append(chart_cards.chart_rows(page, rest, first, size))
    if detail and detail.metrics:
        blocks.append(element(render("profile", words, detail=detail, menu=page.menu(f"{detail.key}_numbers"))))
        blocks += [
            chart_cards.chart_rows(page, detail, (2,), size),
            *(element(item_lists.item_list(page, each)) for each in detail.lists),
        ]
    elif detail:
        blocks.append(chart_cards.chart_rows(page, detail, (1,), size))
    lists = (element(item_lists.item_list(page, each)) for each in section.lists if not each.is_closed)
    return Markup("").join([*blocks, *lists])


def tables(page: PageContext, section: Section) -> Markup:
    """All rows of a section, a card with its rule for each table."""
    words, cards = page.words, []
    for each in section.rows:
        key = "_".join(dict.fromkeys((section.key, each.key)))
        menu = page.menu(f"{section.key}_{each.key}")
        cards.append(
            group(
                f"rows_{key}",
                element(render("chart-head", words, title=each.title, subtitle=section.subtitle, empty="")),
                element(table(each.table, each.fields, each.title, words)),
                element(render("rule", words, sentence="", rule=each.rule, menu=menu, of=each.title)),
            )
        )
    return Markup("").join(cards)


def choices(page: PageContext, name: str, title: str, options: Sequence[Choice]) -> Markup:
    """What a page compares, as links: ``name`` is the parameter of the address, ``title`` what all are a choice of."""
    entries = [
        (links.to(page.entry.key, page.address.with_page_parameters(**{name: value or None})), label, chosen)
        for value, label, chosen in options
    ]
    text = render("document/choices", page.words, title=title, entries=entries)
    return group("pick", element(text, f"choose_{name}"), across=True)


def unknown_choice(page: PageContext, name: str, known: Iterable[str]) -> Markup:
    """The sentence that the address names a choice that there is not; nothing if it names none or a known one."""
    value = page.address.of(name)
    if not value or value in known:
        return Markup("")
    return element(render("notice", page.words, text=page.words.plural("frame.dropped", 1, values=value)))


def detail_blocks(page: PageContext, detail: Detail) -> Markup:
    """One row in full: its name as the page's heading, the way back to all, its facts, and its lists."""
    _, parameter = links.ITEM_PAGES[detail.row[0]]
    back = links.to(page.entry.key, page.address.with_page_parameters(**{parameter: None}))
    blocks = [heading(page, detail.title), element(render("back", page.words, link=back))]
    return Markup("").join([*blocks, detail_body(page, detail)])


def detail_body(page: PageContext, detail: Detail) -> Markup:
    """The facts and the lists of one row."""
    lists = [element(item_lists.item_list(page, each)) for each in detail.listings]
    return Markup("").join([group("card-detail", element(item_lists.detail_card(page, detail))), *lists])
