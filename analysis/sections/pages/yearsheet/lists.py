"""The lists of the year sheet: the targets of the year, and what is not known about it."""

from collections.abc import Iterator

import pandas as pd

from analysis.measures.counts import total, total_without_value
from analysis.measures.quality import day_precision
from analysis.measures.records import GROUPS, Records
from analysis.measures.targets import targets_in_selection
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Item, ItemList
from analysis.sections.pages.targets.page import all_progress
from analysis.sections.pages.targets.progress import actual_text, percents, scope_name
from analysis.words import Translator
from analysis.words.short_text import short_text

MOST_TARGETS = 8
"""So many targets are on a sheet, which is one page long."""
LONGEST_NAME = 100
"""So many letters of what a target is for are shown: an owner's theme may have a long name."""
UNKNOWN = ("participants", "groups", "form", "themes", "day", "year")
"""What may be unknown, in the order of the list."""


def target_list(context: SectionContext) -> ItemList:
    """The targets of the year: those of the selected regions, else those of the whole area; as many as fit."""
    words, selection, notes = context.words, context.selection, []
    rows = targets_in_selection(all_progress(context.tables, context.today), selection)
    if not selection.regions:
        has_region = rows["region"].notna()
        if regional := int(has_region.sum()):
            notes.append(words.plural("yearsheet.targets_regional", regional))
        rows = rows[~has_region]
    if len(rows) > MOST_TARGETS:
        numbers = {"shown": words.number(MOST_TARGETS), "total": words.number(len(rows))}
        notes.insert(0, words("yearsheet.targets_some", **numbers))
    return ItemList(
        key="targets",
        title=words("yearsheet.targets"),
        items=tuple(_target_items(context, rows.head(MOST_TARGETS))),
        empty=words("yearsheet.targets_none"),
        note=" ".join(notes),
        total=len(rows),
    )


def unknown_list(context: SectionContext) -> ItemList:
    """What is not known about the events of the year, and which rows have no year at all."""
    words, events = context.words, context.filtered["events"]
    every, precision = total(events), day_precision(events)
    missing = {name: total_without_value(events, name) for name in ("participants", "form", "themes")}
    missing["groups"] = total(_without_groups(events))
    texts = {name: unknown_of_events(n, every, words) for name, n in missing.items() if n}
    if rough := precision["month"] + precision["year"]:
        texts["day"] = words.plural("yearsheet.rough", rough)
    rows = {name: total_without_value(frame, "year") for name, frame in context.in_all_years.items()}
    if without_year := [words.plural(f"sections.{name}_n", n) for name, n in rows.items() if n]:
        texts["year"] = words("yearsheet.undated", rows=words.listing(without_year))
    items = (Item(None, words(f"yearsheet.unknown.{name}"), texts[name]) for name in UNKNOWN if name in texts)
    empty = words("yearsheet.unknown_none" if every else "yearsheet.unknown_nothing")
    return ItemList("unknown", words("yearsheet.unknown"), tuple(items), empty)


def _target_items(context: SectionContext, rows: pd.DataFrame) -> Iterator[Item]:
    """What each target is for, with actual, share unless it is a small target, and how it stands."""
    words = context.words
    for record, percent in zip(rows.to_dict("records"), percents(rows).tolist(), strict=True):
        row = {str(name): value for name, value in record.items()}
        share = "" if pd.isna(percent) else words("yearsheet.percent", n=words.number(percent))
        parts = actual_text(row, words), share, words(f"targets.status.{row['status']}")
        yield Item(None, short_text(scope_name(context, row), LONGEST_NAME), ", ".join(filter(None, parts)))


def _without_groups(events: Records) -> Records:
    """The events of which the participants of no group are known."""
    rows = events
    for group in GROUPS:
        rows = rows.where(~rows.known_mask(group))
    return rows


def unknown_of_events(n: int, every: int, words: Translator) -> str:
    """That something is not known of ``n`` of ``every`` events: "ei tiedossa 10 / 31 tapahtumasta"."""
    return words.plural("yearsheet.of_events", every, unknown=words.number(n), of=words.number(every))
