"""Every event as a row, newest first; cancelled and postponed ones are shown here and counted nowhere."""

from functools import partial

import pandas as pd

from analysis.charts import Field
from analysis.measures.chosen import UNCOUNTED, chosen, uncounted
from analysis.measures.latest import newest_first
from analysis.schema import Tables
from analysis.sections import labels
from analysis.sections.cells import text
from analysis.sections.same import kept
from analysis.sections.searching import folded, matching, named
from analysis.sections.section import Rows
from analysis.sections.view import View, no_data, view
from analysis.selection import Selection
from analysis.words import Words
from analysis.words.formats import DASH

COUNT = 100
"""So many rows are given where nothing else is asked for."""
COLUMNS = ("when", "name", "kind", "regions", "participants", "status")


def event_rows(
    tables: Tables, selection: Selection, words: Words, first: int = 0, count: int = COUNT, search: str = ""
) -> Rows:
    """So many events of the selection and the search from the position ``first`` on, newest first.

    Columns: ``when``, ``name``, ``kind``, ``regions``, ``participants`` (Int64, missing where unknown), ``status``
    (cancelled, postponed, or how often a series was held; else empty), ``link`` and ``id``.
    """
    return rows(view(tables, selection, words), first, count, search)


def rows(context: View, first: int = 0, count: int = COUNT, search: str = "") -> Rows:
    """The same of a view."""
    words = context.words
    every = newest_first(chosen(context.activity, "events", context.selection))
    counted = pd.DataFrame({"count": every["count"], "uncounted": uncounted(every)}, index=every.index)
    found = matching(counted, partial(_written, context.tables, words), search)
    shown = found["count"].iloc[first : first + count]
    some = context.tables["events"].loc[shown.index].assign(count=shown)
    return Rows(
        key="events",
        title=words("events.rows"),
        table=_table(context, some),
        fields=tuple(_field(name, words) for name in COLUMNS),
        total=len(found),
        first=first,
        rule=_rule(context, found, first, len(some), _searched(context, search, len(found), len(every))),
        empty=words("items.found_none", search=search) if search else no_data(context),
    )


@kept(4)
def _written(tables: Tables, words: Words) -> pd.Series:
    """What each event is looked for by: its texts, and what its type, regions, themes and priorities are called."""
    events, kinds = tables["events"], labels.options("events", "kind", words)
    lists = {
        "regions": labels.regions(tables, words),
        "themes": labels.themes(tables, words),
        "priorities": labels.priorities(tables, words),
    }
    return folded(
        events.index,
        *(events[name].fillna("") for name in ("name", "place", "summary")),
        (str(kinds.get(code, "")) for code in events["kind"]),
        (" ".join(organisers) for organisers in events["organisers"]),
        *(named(events[name], called) for name, called in lists.items()),
    )


def _field(name: str, words: Words) -> Field:
    label, link = words(f"events.{name}"), "link" if name == "name" else None
    return Field(name, label, "number" if name == "participants" else "text", link=link)


def _table(context: View, some: pd.DataFrame) -> pd.DataFrame:
    words = context.words
    kinds = labels.options("events", "kind", words)
    days = zip(some["starts"].tolist(), some["ends"].tolist(), strict=True)
    return pd.DataFrame(
        {
            "when": pd.Series([_when(text(starts), text(ends), words) for starts, ends in days], dtype="str"),
            "name": some["name"].reset_index(drop=True),
            "kind": pd.Series([str(kinds[code]) for code in some["kind"]], dtype="str"),
            "regions": pd.Series(
                [labels.area(codes, context.regions, words) for codes in some["regions"]], dtype="str"
            ),
            "participants": some["participants"].reset_index(drop=True),
            "status": pd.Series(_status(some, words), dtype="str"),
            "link": some["link"].reset_index(drop=True),
            "id": some["id"].reset_index(drop=True),
        }
    )


def _when(starts: str | None, ends: str | None, words: Words) -> str:
    return words.days(starts, ends) if starts else DASH


def _status(some: pd.DataFrame, words: Words) -> list[str]:
    named = labels.options("events", "status", words)
    told = {code: str(named[code]) for code in UNCOUNTED}
    pairs = zip(some["status"].fillna(""), some["count"], strict=True)
    return [told.get(code) or (words.plural("events.series", count) if count > 1 else "") for code, count in pairs]


def _searched(context: View, search: str, found: int, every: int) -> str:
    words = context.words
    return words("items.found", search=search, found=words.number(found), total=words.number(every)) if search else ""


def _rule(context: View, found: pd.DataFrame, first: int, count: int, searched: str) -> str:
    words, total = context.words, len(found)
    if not total:
        return ""
    shown = f"{words.number(first + 1)}{DASH}{words.number(first + count)}" if count else words.number(0)
    told = words.plural("events.all_rows", total)
    if count < total:
        told = words("events.some_rows", shown=shown, total=words.number(total))
    uncounted = words("events.rule_uncounted") if found["uncounted"].any() else ""
    return " ".join(filter(None, (searched, told, uncounted)))
