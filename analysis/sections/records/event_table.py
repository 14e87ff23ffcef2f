"""The table of events, newest first; cancelled and postponed ones are shown here and counted nowhere."""

from functools import partial

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.charts import Field
from analysis.measures.ordering import newest_first
from analysis.measures.records import UNCOUNTED_STATUSES, matching_records, uncounted_mask
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, section_context
from analysis.sections.model.model import RecordTable
from analysis.sections.records.text_search import COUNT, folded, matching, named, row_count, search_result
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.language import DASH

COLUMNS = ("when", "name", "kind", "regions", "participants", "status")


def event_table(
    tables: Tables, selection: Selection, words: Translator, first: int = 0, count: int = COUNT, search: str = ""
) -> RecordTable:
    """Events of the selection and the search, newest first: ``count`` of them from the position ``first`` on.

    Columns: ``when``, ``name``, ``kind``, ``regions``, ``participants`` (Int64, missing if unknown), ``status``
    (cancelled, postponed, or the number of times a series was held; else empty), ``link`` and ``id``.
    """
    context = section_context(tables, selection, words)
    every = newest_first(matching_records(context.all_rows, "events", selection))
    counted = pd.DataFrame({"count": every["count"], "uncounted": uncounted_mask(every)}, index=every.index)
    matches = matching(counted, partial(_texts, tables, words), search)
    page = matches["count"].iloc[first : first + count]
    rule = (
        search_result(words, search, len(matches), len(every)),
        row_count(words, "events", len(matches), first, len(page)),
        words("events.rule_uncounted") if matches["uncounted"].any() else "",
    )
    return RecordTable(
        key="events",
        title=words("events.rows"),
        table=_table(context, tables["events"].loc[page.index].assign(count=page)),
        fields=tuple(
            Field(
                name,
                words(f"events.{name}"),
                "number" if name == "participants" else "text",
                link="link" if name == "name" else None,
            )
            for name in COLUMNS
        ),
        total=len(matches),
        first=first,
        rule=" ".join(filter(None, rule)),
        empty=words("items.found_none", search=search) if search else no_data(context),
    )


@cached_per_tables
def _texts(tables: Tables, words: Translator) -> pd.Series:
    """The text of each event for the search: its own, and the names of its type, regions, themes and priorities."""
    events, kinds = tables["events"], code_labels.options("events", "kind", words)
    lists = {
        "regions": code_labels.regions(tables, words),
        "themes": code_labels.themes(tables, words),
        "priorities": code_labels.priorities(tables, words),
    }
    return folded(
        events.index,
        *(events[name].fillna("") for name in ("name", "place", "summary")),
        (str(kinds.get(code, "")) for code in events["kind"]),
        (" ".join(organisers) for organisers in events["organisers"]),
        *(named(events[name], names) for name, names in lists.items()),
    )


def _table(context: SectionContext, rows: pd.DataFrame) -> pd.DataFrame:
    words = context.words
    kinds = code_labels.options("events", "kind", words)
    days = zip(map(text_or_none, rows["starts"]), map(text_or_none, rows["ends"]), strict=True)
    return pd.DataFrame(
        {
            "when": pd.Series([words.days(starts, ends) if starts else DASH for starts, ends in days], dtype="str"),
            "name": rows["name"].reset_index(drop=True),
            "kind": pd.Series([str(kinds[code]) for code in rows["kind"]], dtype="str"),
            "regions": pd.Series(
                [code_labels.region_names(codes, context.regions, words) for codes in rows["regions"]], dtype="str"
            ),
            "participants": rows["participants"].reset_index(drop=True),
            "status": pd.Series(_status(rows, words), dtype="str"),
            "link": rows["link"].reset_index(drop=True),
            "id": rows["id"].reset_index(drop=True),
        }
    )


def _status(rows: pd.DataFrame, words: Translator) -> list[str]:
    """Cancelled or postponed, or the number of times that a series was held; else empty."""
    names = code_labels.options("events", "status", words)
    uncounted_names = {code: str(names[code]) for code in UNCOUNTED_STATUSES}
    pairs = zip(rows["status"].fillna(""), rows["count"], strict=True)
    return [
        uncounted_names.get(code) or (words.plural("events.series", count) if count > 1 else "")
        for code, count in pairs
    ]
