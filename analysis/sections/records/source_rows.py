"""The rows behind a chart: what it counts, row by row, so that everybody can count again."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Literal

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.records import Records
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context
from analysis.sections.model.model import Metric, RecordTable
from analysis.selection import Selection
from analysis.words import Translator

COLUMN = {
    "events": {"starts": "starts", "name": "name", "link": "link"},
    "stories": {"starts": "published", "name": "title", "link": "link"},
    "materials": {"starts": "published", "name": "title", "link": "link"},
    "clusters": {"name": "name", "link": "website"},
}
"""By table: its own name of a column that tables share."""
LISTS = ("regions", "themes", "priorities")
CHOICES = ("kind", "form", "label")
KINDS: Mapping[str, Literal["number", "year", "day"]] = {
    **{"starts": "day", "ends": "day", "founded": "year", "label_year": "year"},
    **{"participants": "number", "members": "number", "count": "number"},
}
"""The kinds of fields that are not text."""
FIELDS = (
    *("table", "id", "name", "starts", "ends", "kind", "form", "cluster", *LISTS, "participants"),
    *("founded", "members", "label", "label_year", "count"),
)


def rows_behind_chart(
    tables: Tables, selection: Selection, words: Translator, chart: Chart | Metric
) -> RecordTable | None:
    """The rows that a chart or a number counts under a selection, newest first; None if it has no counted rows.

    Columns, under the headers of the workbook and as far as the tables have them: ``id``, ``name``, ``starts`` (of a
    story or material the day of publishing) and ``ends`` (ISO days), ``kind``, ``form``, ``cluster``, ``regions``,
    ``themes``, ``priorities`` (names), ``participants``, of clusters ``founded``, ``members``, ``label`` and
    ``label_year``, and ``count`` (Int64; what the row counts for). ``table`` names the table of a row if there are
    several; ``link`` is the address of the name, ``spoken`` its language if it is not the reader's.
    """
    counted = chart.counted_rows
    if counted is None:
        return None
    for name in counted.ignored_filters:
        selection = selection.without(name)
    context = section_context(tables, selection, words)
    title = chart.label if isinstance(chart, Metric) else chart.subtitle or chart.title
    by_table = {name: _counted_records(context, name, counted) for name in counted.tables}
    return source_table(context, by_table, f"behind_{chart.key}", words("downloads.behind", chart=title), chart.rule)


def source_table(
    context: SectionContext, by_table: Mapping[str, Records], key: str, title: str, rule: str = ""
) -> RecordTable:
    """Rows as a table with the columns of `rows_behind_chart`, newest first.

    ``context``: what they are rows of. ``by_table``: at least one table with its records. ``key``, ``title``, ``rule``:
    of the result.
    """
    frames = [_source_rows(context, name, records) for name, records in by_table.items()]
    table = pd.concat(frames, ignore_index=True)
    if "starts" in table:
        table = table.sort_values("starts", ascending=False, kind="stable", ignore_index=True)
    fields = tuple(_fields(table, tuple(by_table), context.words))
    return RecordTable(key, title, table, fields, len(table), rule=rule, empty=no_data(context))


def _source_rows(context: SectionContext, name: str, records: Records) -> pd.DataFrame:
    """The rows of one table with those of the columns of `rows_behind_chart` that it has."""
    words = context.words
    frame = context.tables[name].loc[records.index]
    columns: dict[str, Any] = {
        "table": words(f"sections.one_{name}"),
        "id": frame["id"],
        **{column: frame[own] for column, own in COLUMN[name].items()},
        **{column: frame[column] for column in KINDS if column in frame},
        "spoken": pd.Series(None, index=frame.index, dtype="str"),
        "count": pd.Series(records["count"], index=frame.index, dtype="Int64"),
    }
    if "language" in frame:
        foreign = frame["language"].isin(LANGUAGES) & frame["language"].ne(words.language)
        columns["spoken"] = frame["language"].where(foreign)
    clusters = context.tables["clusters"]
    names: dict[str, Mapping[str, object]] = {"cluster": dict(zip(clusters["id"], clusters["name"], strict=True))}
    names |= {column: code_labels.options(name, column, words) for column in CHOICES if column in frame}
    for column in (column for column in ("cluster", *CHOICES) if column in frame):
        codes = frame[column].map(lambda code, labels=names[column]: str(labels.get(code, code)), na_action="ignore")
        columns[column] = codes.astype("str")
    for column in (column for column in LISTS if column in frame):
        labels = getattr(code_labels, column)(context.tables, words)
        columns[column] = frame[column].map(partial(_names, labels)).astype("str")
    return pd.DataFrame(columns, index=frame.index).astype({"table": "str", "spoken": "str"})


def _counted_records(context: SectionContext, name: str, counted: CountedRows) -> Records:
    """The records of a table that have what a chart counts by (`CountedRows`)."""
    records, frame = rows(context, name), context.tables[name]
    for column in counted.columns:
        in_records = column in records.whole
        mask = records.known_mask(column) if in_records else frame[column].loc[records.index].notna().to_numpy()
        records = records.where(mask)
    if counted.minimum > 1:
        records = records.where(records.value_mask(counted.columns[0], lambda values: len(values) >= counted.minimum))
    if counted.values:
        records = records.having(counted.columns[0], counted.values)
    return records


def _names(labels: code_labels.Labels, codes: tuple[str, ...]) -> str | None:
    """The names of the codes in the order of the labels, unknown codes last; None without codes."""
    ordered = [*(code for code in labels if code in codes), *(code for code in codes if code not in labels)]
    return "; ".join(str(labels.get(code, code)) for code in ordered) or None


def _fields(table: pd.DataFrame, names: tuple[str, ...], words: Translator) -> Iterator[Field]:
    """The fields of the rows, under the headers of the first of the tables that has the column."""
    several = len(names) > 1
    shared = ("table", "count", "starts", "kind", "form") if several else ("count",)
    for column in FIELDS:
        if column not in table or (column == "table" and not several):
            continue
        own = (
            each.headers
            for name in names
            for each in TABLES[name].columns
            if each.name == COLUMN[name].get(column, column)
        )
        label = words(f"downloads.column.{column}") if column in shared else words.name(next(own))
        links = ("link", "spoken") if column == "name" else (None, None)
        yield Field(column, label, KINDS.get(column, "text"), *links)
