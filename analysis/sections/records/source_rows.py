"""The rows behind a chart: what it counts, row by row, so that everybody can count again."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.records import Records
from analysis.schema import LANGUAGES, TABLES, Names, Tables
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, rows, section_context
from analysis.sections.model.model import Metric, RecordTable
from analysis.selection import Selection
from analysis.words import Translator

NAME = {"events": "name", "stories": "title", "materials": "title", "clusters": "name"}
DAY = {"events": "starts", "stories": "published", "materials": "published"}
LINK = {"clusters": "website"}
LISTS = ("regions", "themes", "priorities")
CHOICES = ("kind", "form", "label")
PLAIN = ("ends", "participants", "founded", "members", "label_year")
COLUMNS = (
    *("table", "id", "name", "starts", "ends", "kind", "form", "cluster", *LISTS, "participants"),
    *("founded", "members", "label", "label_year", "count"),
)


def rows_behind_chart(
    tables: Tables, selection: Selection, words: Translator, chart: Chart | Metric
) -> RecordTable | None:
    """The rows that a chart or a number counts under a selection, newest first; None where it does not tell which.

    Columns, under the headers of the workbook: ``id``, ``name``, ``starts`` (a story's or material's day of publishing)
    and ``ends`` (ISO days), ``kind``, ``form``, ``cluster``, ``regions``, ``themes``, ``priorities`` (names),
    ``participants``, of clusters ``founded``, ``members``, ``label`` and ``label_year``, and ``count`` (Int64; what the
    row counts for), as far as the tables have them; ``table`` says what a row is where there are several; ``link`` is
    the name's, ``spoken`` the language of a name that is in another one than the reader's.
    """
    if chart.counted_rows is None:
        return None
    for name in chart.counted_rows.ignored_filters:
        selection = selection.without(name)
    context = section_context(tables, selection, words)
    found = [_rows(context, name, chart.counted_rows) for name in chart.counted_rows.tables]
    table = pd.concat(found, ignore_index=True)
    if "starts" in table:
        table = table.sort_values("starts", ascending=False, kind="stable", ignore_index=True)
    name = chart.label if isinstance(chart, Metric) else chart.subtitle or chart.title
    shown = [column for column in COLUMNS if column in table and (column != "table" or len(found) > 1)]
    return RecordTable(
        key=f"behind_{chart.key}",
        title=words("downloads.behind", chart=name),
        table=table,
        fields=tuple(_field(column, chart.counted_rows.tables, words) for column in shown),
        total=len(table),
        rule=chart.rule,
        empty=no_data(context),
    )


def _rows(context: SectionContext, name: str, counted: CountedRows) -> pd.DataFrame:
    """The rows of one table that are counted, with the columns of `behind` that it has."""
    records = _counted(context, name, counted)
    rows, words = context.tables[name].loc[records.index], context.words
    columns = {
        "table": pd.Series(words(f"sections.one_{name}"), index=rows.index, dtype="str"),
        "id": rows["id"],
        "name": rows[NAME[name]],
        **({"starts": rows[DAY[name]]} if name in DAY else {}),
        **{each: rows[each] for each in PLAIN if each in rows},
        "link": rows[LINK.get(name, "link")],
        "spoken": _spoken(context, rows),
        "count": pd.Series(records["count"], index=rows.index, dtype="Int64"),
    }
    if "cluster" in rows:
        clusters = context.tables["clusters"]
        names = dict(zip(clusters["id"], clusters["name"], strict=True))
        columns["cluster"] = _texts(rows["cluster"], names)
    for column in (each for each in CHOICES if each in rows):
        columns[column] = _texts(rows[column], code_labels.options(name, column, words))
    for column in (each for each in LISTS if each in rows):
        named = context.regions if column == "regions" else getattr(code_labels, column)(context.tables, words)
        columns[column] = rows[column].map(partial(_joined, named)).astype("str")
    return pd.DataFrame(columns)


def _counted(context: SectionContext, name: str, counted: CountedRows) -> Records:
    """The records of a table that have what a chart counts by (`Counted`)."""
    records = rows(context, name)
    for column in counted.columns:
        if column in records.whole:
            known = records.known_mask(column)
        else:
            known = context.tables[name].loc[records.index, column].notna().to_numpy()
        records = records.where(known)
    if counted.minimum > 1:
        records = records.where(records.value_mask(counted.columns[0], lambda values: len(values) >= counted.minimum))
    if counted.values:
        records = records.having(counted.columns[0], counted.values)
    return records


def _spoken(context: SectionContext, rows: pd.DataFrame) -> pd.Series:
    """The language of a row's name if it is known and not the reader's."""
    if "language" not in rows:
        return pd.Series(None, index=rows.index, dtype="str")
    other = rows["language"].isin(LANGUAGES) & rows["language"].ne(context.words.language)
    return rows["language"].where(other).astype("str")


def _texts(codes: pd.Series, names: Mapping[str, object]) -> pd.Series:
    return codes.map(lambda code: str(names.get(code, code)), na_action="ignore").astype("str")


def _joined(named: code_labels.Labels, codes: tuple[str, ...]) -> str | None:
    """The names of the codes in the order of ``named``, unknown codes last."""
    ordered = [*(code for code in named if code in codes), *(code for code in codes if code not in named)]
    return "; ".join(str(named.get(code, code)) for code in ordered) or None


def _field(name: str, tables: tuple[str, ...], words: Translator) -> Field:
    kinds: dict[str, Any] = {"starts": "day", "ends": "day", "participants": "number", "count": "number"}
    kinds |= {"members": "number", "founded": "year", "label_year": "year"}
    label, kind = _label(name, tables, words), kinds.get(name, "text")
    return Field(name, label, kind, "link", "spoken") if name == "name" else Field(name, label, kind)


def _label(name: str, tables: tuple[str, ...], words: Translator) -> str:
    if name in ("table", "count") or (name in ("starts", "kind", "form") and len(tables) > 1):
        return words(f"downloads.column.{name}")
    held = next(
        TABLES[table] for table in tables if _column(table, name) in [each.name for each in TABLES[table].columns]
    )
    headers: Names = held.column(_column(held.name, name)).headers
    return words.name(headers)


def _column(table: str, name: str) -> str:
    return {"name": NAME, "starts": DAY}.get(name, {}).get(table, name)
