"""The rows behind a chart: what it counts, row by row, so that everybody can count again."""

from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.measures.chosen import any_of
from analysis.measures.records import Records
from analysis.schema import LANGUAGES, TABLES, Names, Tables
from analysis.schema.frames import text_or_none
from analysis.sections import labels
from analysis.sections.section import Number, Rows
from analysis.sections.view import View, no_data, rows, view
from analysis.selection import Selection
from analysis.words import Words

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


def behind(tables: Tables, selection: Selection, words: Words, chart: Chart | Number) -> Rows | None:
    """The rows that a chart or a number counts under a selection, newest first; None where it does not tell which.

    Columns, under the headers of the workbook: ``id``, ``name``, ``starts`` (a story's or material's day of publishing)
    and ``ends`` (ISO days), ``kind``, ``form``, ``cluster``, ``regions``, ``themes``, ``priorities`` (names),
    ``participants``, of clusters ``founded``, ``members``, ``label`` and ``label_year``, and ``count`` (Int64; what the
    row counts for), as far as the tables have them; ``table`` says what a row is where there are several; ``link`` is
    the name's, ``spoken`` the language of a name that is in another one than the reader's.
    """
    if chart.counted is None:
        return None
    for name in chart.counted.free:
        selection = selection.without(name)
    context = view(tables, selection, words)
    found = [_rows(context, name, chart.counted) for name in chart.counted.tables]
    table = pd.concat(found, ignore_index=True)
    if "starts" in table:
        table = table.sort_values("starts", ascending=False, kind="stable", ignore_index=True)
    shown = [name for name in COLUMNS if name in table and (name != "table" or len(found) > 1)]
    return Rows(
        key=f"behind_{chart.key}",
        title=words("downloads.behind", chart=_called(chart)),
        table=table,
        fields=tuple(_field(name, chart.counted.tables, words) for name in shown),
        total=len(table),
        rule=chart.rule,
        empty=no_data(context),
    )


def _called(given: Chart | Number) -> str:
    return given.label if isinstance(given, Number) else given.subtitle or given.title


def _rows(context: View, name: str, counted: Counted) -> pd.DataFrame:
    weighed = rows(context, name)
    for column in counted.bearing:
        weighed = weighed.where(_filled(context, name, weighed, column))
    if counted.least > 1:
        weighed = weighed.where(weighed.bearing(counted.bearing[0], lambda bears: len(bears) >= counted.least))
    if counted.among:
        weighed = weighed.where(weighed.bearing(counted.bearing[0], partial(any_of, frozenset(counted.among))))
    held = context.tables[name].loc[weighed.index]
    columns = {
        "table": pd.Series(context.words(f"sections.one_{name}"), index=held.index, dtype="str"),
        "id": held["id"],
        "name": held[NAME[name]],
        **({"starts": held[DAY[name]]} if name in DAY else {}),
        **{each: held[each] for each in PLAIN if each in held},
        **{each: _named(context, held[each]) for each in ("cluster",) if each in held},
        "link": held[LINK.get(name, "link")],
        "spoken": _spoken(context, held),
        **{each: _chosen(context, name, each, held[each]) for each in CHOICES if each in held},
        **{each: _listed(context, each, held[each]) for each in LISTS if each in held},
        "count": pd.Series(weighed["count"], index=held.index, dtype="Int64"),
    }
    return pd.DataFrame(columns)


def _filled(context: View, name: str, weighed: Records, column: str) -> np.ndarray:
    """Of which rows a column, which may be one of the table alone, says anything."""
    if column in weighed:
        return weighed.known(column)
    return context.tables[name][column].loc[weighed.index].notna().to_numpy()


def _spoken(context: View, rows: pd.DataFrame) -> pd.Series:
    """The language of a row's name where it is known and not the reader's."""
    if "language" not in rows:
        return pd.Series(None, index=rows.index, dtype="str")
    other = rows["language"].isin(LANGUAGES) & rows["language"].ne(context.words.language)
    return rows["language"].where(other).astype("str")


def _named(context: View, clusters: pd.Series) -> pd.Series:
    named = dict(zip(context.tables["clusters"]["id"], context.tables["clusters"]["name"], strict=True))
    return clusters.map(lambda code: str(named.get(code, code)), na_action="ignore").astype("str")


def _chosen(context: View, table: str, column: str, values: pd.Series) -> pd.Series:
    named = labels.options(table, column, context.words)
    return values.map(lambda value: None if text_or_none(value) is None else str(named[value])).astype("str")


def _listed(context: View, column: str, values: pd.Series) -> pd.Series:
    named = context.regions if column == "regions" else getattr(labels, column)(context.tables, context.words)
    return values.map(partial(_joined, named)).astype("str")


def _joined(named: labels.Labels, codes: tuple[str, ...]) -> str | None:
    ordered = [*(code for code in named if code in codes), *(code for code in codes if code not in named)]
    return "; ".join(str(named.get(code, code)) for code in ordered) or None


def _field(name: str, tables: tuple[str, ...], words: Words) -> Field:
    kinds: dict[str, Any] = {"starts": "day", "ends": "day", "participants": "number", "count": "number"}
    kinds |= {"members": "number", "founded": "year", "label_year": "year"}
    label, kind = _label(name, tables, words), kinds.get(name, "text")
    return Field(name, label, kind, "link", "spoken") if name == "name" else Field(name, label, kind)


def _label(name: str, tables: tuple[str, ...], words: Words) -> str:
    if name in ("table", "count") or (name in ("starts", "kind", "form") and len(tables) > 1):
        return words(f"downloads.column.{name}")
    held = next(
        TABLES[table] for table in tables if _column(table, name) in [each.name for each in TABLES[table].columns]
    )
    headers: Names = held.column(_column(held.name, name)).headers
    return words.name(headers)


def _column(table: str, name: str) -> str:
    return {"name": NAME, "starts": DAY}.get(name, {}).get(table, name)
