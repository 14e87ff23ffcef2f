"""The filters in words: the selection with the way out of each, labels of menus, what a click on a mark sets."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.html_parts import links as addresses
from analysis.html_parts.links import share_buttons, with_selection
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import Section
from analysis.sections.pages.themes.groups import term_groups
from analysis.selection import COMPARE, Selection
from analysis.words import Translator

ORDER = ("regions", "themes", "years", "priorities", "kinds", COMPARE)
"""The filters in the order of their menus, and the period that is compared."""


def filter_summary(page: PageContext, section: Section, *, links: bool = True) -> str:
    """The selection in words, each filter with the way to remove it, what helps if nothing is left, the ``links``."""
    summary, words, selection = section.filter_summary, page.words, page.selection
    parts = [
        {
            "text": span.text,
            "link": span.filter and with_selection(page, selection.without(span.filter)),
            "remove": span.filter and words(f"choosing.remove_{span.filter}"),
        }
        for span in summary.spans
    ]
    removals = [
        {"text": each.text, "link": with_selection(page, selection.without(*each.filters))} for each in summary.removals
    ]
    share = share_buttons(page) if links else ""
    said = f"{''.join(each.text for each in summary.spans)}: {summary.counted}. {summary.emptied_by}".rstrip(". ")
    idle = words.listing([words(f"choosing.filter_{each}") for each in summary.idle])
    values = {"summary": summary, "parts": parts, "removals": removals, "said": said, "idle": idle}
    return render("filter-summary", words, **values, share=share)


def option_groups(page: PageContext, name: str) -> list[tuple[str, dict[str, str]]]:
    """The values of a filter in groups, each with its heading: the priorities by period, the others in one group."""
    texts = distinct_labels(page.choices[name])  # type: ignore[literal-required]
    groups = [each for each in term_groups(page.tables, page.words) if each.column == name and name != "themes"]
    parts = [(each.name, {code: texts[code] for code in each.labels if code in texts}) for each in groups]
    return [part for part in parts if part[1]] or [(page.words(f"filters.{name}"), texts)]


def toggle(selection: Selection, values: Mapping[str, Any]) -> Selection:
    """The selection after a click on a mark or a row of a chart that stands for these values, by filter.

    It has these values alone; if it has them already, all of these filters.
    """
    target: dict[str, Any] = {
        name: (int(value), int(value)) if name == "years" else (str(value),) for name, value in values.items()
    }
    if all(getattr(selection, name) == value for name, value in target.items()):
        return selection.without(*target)
    return replace(selection, **target)


def value_address(page: PageContext, name: str, value: object) -> str | None:
    """The address of what has a value of a filter: the page with it as `toggle` sets it.

    In the reading edition, which has no filters of a click, the page of the value itself; None if it has none.
    """
    if page.address.reading:
        return addresses.item(page, (name, str(value)))
    return with_selection(page, toggle(page.selection, {name: value}))


def distinct_labels(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Labels by code; those that several codes share have their code behind them."""
    number = Counter(label for _, label in pairs)
    return {code: label if number[label] == 1 else f"{label} ({code})" for code, label in pairs}


def menu_label(words: Translator, name: str, values: list[str]) -> str:
    """The filter's name with its value, or with how many there are."""
    if not values:
        value = words("filters.compare_none" if name == COMPARE else "filters.all")
    else:
        value = values[0] if len(values) == 1 else words.plural("filters.n", len(values))
    return words("filters.label", name=words(f"filters.{name}"), chosen=value)
