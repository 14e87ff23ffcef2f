"""What a theme leads on to: clusters that are examples of it, and who helps in the regions."""

from collections import Counter
from dataclasses import replace

from analysis.measures.clusters import clusters_in_selection
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Item, ItemList
from analysis.sections.records.list_items import TEN, cluster_items


def example_clusters(context: SectionContext) -> ItemList:
    """Clusters of the selection that are examples of its themes, ten at most.

    First those that stories of the themes tell about, by the number of these, then those that share a priority with
    events of the themes.
    """
    words, tables = context.words, context.tables
    stories, events = (tables[name].loc[context.filtered[name].index] for name in ("stories", "events"))
    told = Counter(stories["cluster"].dropna().tolist())
    shared = {priority for priorities in events["priorities"] for priority in priorities}
    frame = tables["clusters"].loc[clusters_in_selection(tables, context.selection.without("themes", "years")).index]
    labels = code_labels.priorities(tables, words)
    found = []
    for at, (key, priorities) in enumerate(zip(frame["id"], frame["priorities"], strict=True)):
        names = [str(labels[each]) for each in labels if each in shared and each in priorities]
        if told[key] or names:
            reason = words.plural("toolkit.example_stories", told[key]) if told[key] else ""
            reason = reason or words.plural("toolkit.example_priority", len(names), names=words.listing(names))
            found.append((-told[key], at, reason))
    found.sort()
    items = cluster_items(context, frame.iloc[[at for _, at, _ in found[:TEN]]])
    items = tuple(
        replace(item, meta=f"{item.meta} · {reason}") for item, (_, _, reason) in zip(items, found[:TEN], strict=True)
    )
    more = words("toolkit.all_examples") if len(found) > TEN else ""
    title, note = words("toolkit.examples"), words("toolkit.examples_note")
    return ItemList("clusters", title, items, note=note, more=more, total=len(found))


def contacts(context: SectionContext) -> ItemList:
    """The regional councils of the selected regions (of all without any) of which the workbook knows a contact."""
    frame, chosen = context.tables["regions"], context.selection.regions or tuple(context.regions)
    values = zip(frame["code"], frame["council"], frame["contact"], strict=True)
    rows = {code: (text_or_none(council), text_or_none(contact)) for code, council, contact in values}
    items = []
    for code, label in context.regions.items():
        council, contact = rows.get(code, (None, None))
        if code in chosen and contact:
            items.append(Item(None, council or str(label), str(label) if council else "", contact))
    return ItemList("contacts", context.words("toolkit.contacts"), tuple(items))
