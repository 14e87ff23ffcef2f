"""The filters of a document as a plain form, the query that it sends, and the selection in words beside it."""

from collections.abc import Sequence

from markupsafe import Markup

from analysis.html_parts import links
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.filter_summary import ORDER, distinct_labels, filter_summary, menu_label, option_groups
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Section
from analysis.selection import COMPARE, FILTERS, LISTS, Selection
from analysis.words.language import DASH

FIRST, LAST = "first_year", "last_year"
"""The fields of the years in the form."""


def filter_bar(page: PageContext, section: Section, *, with_links: bool = True) -> Markup:
    """The menus of the filters, as far as the data has values for them, and beside them the selection in words.

    ``with_links``: with the buttons that copy the page's address.
    """
    idle = section.filter_summary.idle
    menus = [{**menu, "idle": name in idle} for name in ORDER if (menu := _menu(page, name))]
    clear = links.with_selection(page, Selection()) if page.selection != Selection() else ""
    fields = [each for each in page.address.query().items() if each[0] not in (*FILTERS, COMPARE, "page")]
    form = render("document/filters", page.words, menus=menus, clear=clear, fields=fields, action=links.bare(page))
    return group("filter-row", Markup(form), element(filter_summary(page, section, links=with_links)))


def joined_query(pairs: Sequence[tuple[str, str]], years: tuple[int, int] | None) -> dict[str, str] | None:
    """The query of an address that a form of ours sent, as our links write it; None if no form sent it.

    A form repeats the name of a list for each value, has fields for the first and the last year, and sends empty ones
    too. ``years``: the first and last year of the data; all of them are no filter.
    """
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    if not (FIRST in values or LAST in values or any(len(values.get(name, ())) > 1 for name in LISTS)):
        return None
    first, last = ((values.pop(name, None) or [""])[-1] for name in (FIRST, LAST))
    span = tuple(each or str(edge) for each, edge in zip((first, last), years or ("", ""), strict=True))
    query = {name: ",".join(each) if name in LISTS else each[-1] for name, each in values.items()}
    query["years"] = "-".join(span) if all(span) and span != tuple(map(str, years or ())) else ""
    return {name: value for name, value in query.items() if value}


def _menu(page: PageContext, name: str) -> dict[str, object] | None:
    """What the template needs of a filter; None if the data has no values for it."""
    words = page.words
    if name == "years":
        bounds, span = page.choices["years"], page.selection.years
        if not bounds:
            return None
        label = menu_label(words, name, [DASH.join(map(str, dict.fromkeys(span)))] if span else [])
        ends = [(field, (span or bounds)[place]) for place, field in enumerate((FIRST, LAST))]
        return {"name": name, "label": label, "years": range(bounds[0], bounds[1] + 1), "ends": ends, "on": bool(span)}
    pairs = page.choices[name]  # type: ignore[literal-required]
    if not pairs:
        return None
    labels, current = distinct_labels(pairs), getattr(page.selection, name)
    if name == COMPARE:
        none = ("", words("filters.compare_none"), not current)
        options = [none, *((code, label, code == current) for code, label in labels.items())]
        label = menu_label(words, name, [labels.get(current, current)] if current else [])
        return {"name": name, "label": label, "groups": [(words(f"filters.{name}"), options)], "single": True}
    groups = [
        (title, [(code, label, code in current) for code, label in group.items()])
        for title, group in option_groups(page, name)
    ]
    label = menu_label(words, name, [labels[each] for each in current])
    return {"name": name, "label": label, "groups": groups, "single": False}
