"""The tables of the year sheet: events by kind and form, participants by group."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Bars, Chart, ChartData, CountedRows, Field
from analysis.measures.counts import by_values, crosstab, known_sum, total, total_without_value
from analysis.measures.records import GROUPS
from analysis.sections.charts.chart_in_words import data_rows
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn, heat_map, matrix_rows
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.sections.pages.yearsheet.lists import unknown_of_events

UNKNOWN_FORM = "unknown"


def events_by_kind_and_form(context: SectionContext) -> Chart:
    """The events of each kind by form, those of unknown form in a column of their own, and their sum.

    Kinds without events are left out. Programs get a row a kind and form, the form missing if it is unknown.
    """
    words, counts = context.words, _kind_counts(context)
    chart = heat_map(_kind_matrix(context, counts), words)
    rows = [
        (kind, None if form == UNKNOWN_FORM else form, n)
        for kind, numbers in counts.to_dict("index").items()
        for form, n in numbers.items()
        if n
    ]
    data = pd.DataFrame(rows, columns=["kind", "form", "events"]).astype({"kind": "str", "form": "str"})
    labels = {"kind": words("charts.kind"), "form": words("charts.form"), "events": words("charts.events")}
    chart = replace(chart, data=data_rows(data, labels, events="number"))
    if chart.empty:
        return chart
    table = chart.table.assign(total=counts.sum(axis="columns").to_numpy())
    fields = (*chart.fields, Field("total", words("charts.total"), "number"))
    return replace(chart, table=table, fields=fields, counted_rows=CountedRows(("events",), ("kind",)))


def participants_by_group(context: SectionContext) -> Chart:
    """The reported participants of each group, and of how many events they are not known."""
    words, rows = context.words, _group_rows(context)
    fields = (
        Field("name", words("yearsheet.group")),
        Field("participants", words("yearsheet.participants_column"), "number"),
        Field("known", words("yearsheet.known_column")),
    )
    known = rows[rows["participants"].notna()]
    most = int(known["participants"].max()) if len(known) else 0
    chart = Chart(
        key="groups",
        title=words("yearsheet.groups_subtitle"),
        subtitle=words("yearsheet.groups_subtitle"),
        sentence="",
        alt="",
        table=rows,
        fields=fields,
        mark=Bars("name", "participants"),
        rule=words("yearsheet.groups_rule"),
        data=_group_data(context, rows),
    )
    if not most:
        key = "yearsheet.groups_zero" if len(known) else "yearsheet.groups_none"
        empty = words(key) if total(context.filtered["events"]) else no_data(context)
        return replace(chart, alt=empty, empty=empty, table=rows[:0], rule="")
    leaders = tuple(known.loc[known["participants"] == most, "name"])
    names, numbers = known["name"].tolist(), known["participants"].tolist()
    values = words.listing([f"{name} {words.number(n)}" for name, n in zip(names, numbers, strict=True)])
    return replace(
        chart,
        title=words("yearsheet.groups_title", names=words.listing([*leaders]), n=words.number(most)),
        sentence=words("charts.largest", values=values),
        alt=words("charts.alt_bars", subtitle=chart.subtitle, values=values),
        mark=Bars("name", "participants", highlight=leaders),
        restates=True,
    )


def _kind_counts(context: SectionContext) -> pd.DataFrame:
    """The events by kind (rows, those with events) and form (columns, last those of unknown form)."""
    events = context.filtered["events"]
    kinds, forms = ([*code_labels.options("events", name, context.words)] for name in ("kind", "form"))
    by_kind = by_values(events, "kind", kinds)
    by_kind = by_kind[by_kind > 0]
    counts = crosstab(events, "kind", [*by_kind.index], "form", forms)
    return counts.assign(**{UNKNOWN_FORM: by_kind - counts.sum(axis="columns")})


def _kind_matrix(context: SectionContext, counts: pd.DataFrame) -> MatrixChart:
    """What becomes the heat map; the column of unknown forms is left out if it is empty."""
    words = context.words
    kinds = code_labels.options("events", "kind", words)
    # Beside the groups of participants there is no room for five long words.
    forms = code_labels.options("events", "form", words, as_in_cells=True)
    columns = [MatrixColumn(code, code_labels.capital(str(label)), str(label), code) for code, label in forms.items()]
    if counts[UNKNOWN_FORM].sum():
        labels = words("yearsheet.form_unknown"), words("yearsheet.form_unknown_inline")
        columns.append(MatrixColumn(UNKNOWN_FORM, *labels, UNKNOWN_FORM))
    names = [str(kinds[code]) for code in counts.index]
    values = counts[[column.name for column in columns]]
    return MatrixChart(
        key="kinds",
        texts="yearsheet.kinds",
        table=matrix_rows(counts.index.tolist(), [code_labels.capital(name) for name in names], names, values),
        columns=tuple(columns),
        first=words("charts.kind"),
        empty=no_data(context),
        rule=words("yearsheet.kinds_rule"),
    )


def _group_rows(context: SectionContext) -> pd.DataFrame:
    """``name``, ``participants`` (Int64, missing if unknown), ``known`` (in words), ``missing``: a row a group."""
    words, events = context.words, context.filtered["events"]
    every = total(events)
    missing = [total_without_value(events, group) for group in GROUPS]
    texts = [unknown_of_events(n, every, words) if n else words("yearsheet.all_known") for n in missing]
    return pd.DataFrame(
        {
            "name": pd.Series([words(f"yearsheet.group.{group}") for group in GROUPS], dtype="str"),
            "participants": pd.Series([known_sum(events, group) for group in GROUPS], dtype="Int64"),
            "known": pd.Series(texts, dtype="str"),
            "missing": pd.Series(missing, dtype="int64"),
        }
    )


def _group_data(context: SectionContext, rows: pd.DataFrame) -> ChartData:
    """A row a group for programs: its column in the workbook, the reported participants, the events that give them."""
    words, every = context.words, total(context.filtered["events"])
    frame = pd.DataFrame({"group": pd.Series(GROUPS, dtype="str"), "participants": rows["participants"]})
    labels = {
        "group": words("yearsheet.group"),
        "participants": words("yearsheet.participants_column"),
        "known": words("yearsheet.known_column"),
        "events": words("charts.events"),
    }
    frame = frame.assign(known=every - rows["missing"], events=every)
    return data_rows(frame, labels, participants="number", known="number", events="number")
