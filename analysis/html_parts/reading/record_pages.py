"""The page of one record: an event, a story, a material, a cluster; a theme or a region with all that is of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from analysis.html_parts import item_lists, links
from analysis.html_parts.documents import section_blocks as blocks
from analysis.html_parts.documents.chart_cards import chart_rows
from analysis.html_parts.documents.layout import element
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.reading.edition_addresses import table_of
from analysis.html_parts.rendering import render
from analysis.schema.frames import text_or_none
from analysis.sections import (
    Detail,
    Section,
    cluster_detail,
    event_detail,
    material_detail,
    region_profile,
    story_detail,
    term_profile,
)
from analysis.sections.context import code_labels
from analysis.sections.model.model import ItemList
from analysis.sections.model.typed_values import format_value
from analysis.sections.pages.themes.groups import term_group
from analysis.sections.records.record_order import neighbours, record_order

DETAILS: dict[str, Callable[..., Detail | None]] = {
    "events": event_detail,
    "stories": story_detail,
    "toolkit": material_detail,
    "clusters": cluster_detail,
}
"""By page: what makes the detail of one of its records."""
DESCRIPTION = 300
"""Most signs of a description for search engines, who cut it far earlier."""
FACTS = 4


@dataclass(frozen=True)
class RecordPage:
    """The page of one record: its name, what it is in short, and its blocks."""

    title: str
    description: str
    blocks: Markup


def record_page(page: PageContext, id: str, size: str) -> RecordPage | None:
    """The page of the record of an ``id``, with pictures of a ``size``; None if the page's data has no such record."""
    if page.entry.key in ("themes", "regions"):
        return _profile(page, id, size)
    detail = DETAILS[page.entry.key](page.tables, id, page.words, page.today)
    if detail is None:
        return None
    facts = (
        f"{each.label}: {', '.join(format_value(value.value, page.words) for value in each.values)}"
        for each in detail.facts[:FACTS]
        if each.values
    )
    title = blocks.heading(page, detail.title, detail.language)
    text = (detail.summary or " · ".join(facts))[:DESCRIPTION]
    return RecordPage(detail.title, text, title + blocks.detail_body(page, detail))


def neighbour_links(page: PageContext, id: str) -> list[tuple[str, str, str]]:
    """The records before and after one in the list of its page: relation, address, name."""
    table = table_of(page.entry.key)
    order = record_order(page.tables, table, page.selection, page.words)
    entries = []
    for relation, other in zip(("prev", "next"), neighbours(order, id), strict=True):
        if other is not None and (address := links.item(page, (table, other))):
            entries.append((relation, address, record_name(page, table, other)))
    return entries


def record_name(page: PageContext, table: str, id: str) -> str:
    """The name of a record of a table in the page's language; its key if it has none."""
    if table in ("themes", "regions"):
        label = getattr(code_labels, table)(page.tables, page.words).get(id)
        return code_labels.capital(label.text) if label else id
    frame = page.tables[table]
    names = frame.loc[frame["id"] == id, "name" if "name" in frame else "title"]
    return id if names.empty else text_or_none(names.iloc[0]) or id


def _profile(page: PageContext, id: str, size: str) -> RecordPage | None:
    """All that the page's filters leave of a theme or a region. Its links to rows do not take the filter along."""
    key, today = page.entry.key, page.today
    own = replace(page, address=replace(page.address, selection=page.selection.with_filter(key, id)))
    if key == "regions":
        section = own.build(region_profile, today)
    else:
        section = own.build(term_profile, term_group(page.tables, page.words, None), today)
    if section is None:
        return None
    sentence = section.subtitle if key == "themes" else section.sentence
    glance = render(
        "glance",
        page.words,
        numbers=section.metrics,
        text=sentence,
        menu="",
        tallest=blocks.TALLEST,
        title=section.title,
    )
    parts = [
        blocks.heading(page, section.title),
        element(glance),
        chart_rows(page, section, (1, 1), size),
        *(element(item_lists.item_list(page, each, own.address)) for each in _lists(page, section)),
    ]
    description = sentence[:DESCRIPTION] or page.words(f"web.description.{key}")
    return RecordPage(section.title, description, Markup("").join(parts))


def _lists(page: PageContext, section: Section) -> list[ItemList]:
    """The lists of a profile; under one that has only some of the rows is the way to all."""
    return [
        replace(each, more=page.words(f"reading.all_{each.key}")) if each.total > len(each.items) else each
        for each in section.lists
    ]
