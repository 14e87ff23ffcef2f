"""Regions by themes: how many events and stories, how long ago the last was, per inhabitant; empty ones in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.measures.counts import total, total_without_value, whole_number_grid
from analysis.measures.participants import BASE, inhabitants
from analysis.measures.recency import LONG_AGO, ages, recency
from analysis.sections.charts import heat_and_panels
from analysis.sections.charts.chart_in_words import data_rows, in_words, is_worth_a_picture
from analysis.sections.charts.heat_and_panels import MatrixChart, MatrixColumn
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.sections.model.model import Item, ItemList, RecordTable
from analysis.sections.pages.regions.measures import population_rule

TABLES = ("events", "stories")
"""Materials have no region."""


@dataclass(frozen=True)
class RegionThemeCells:
    """The pairs of regions and themes of a selection."""

    context: SectionContext

    @cached_property
    def every(self) -> pd.DataFrame:
        """The rows of `recency` for all regions and themes, with ``total`` and ``age`` (months, Int64)."""
        filtered, context = self.context.filtered, self.context
        cells = recency(filtered["events"], filtered["stories"], list(context.regions), list(context.themes))
        return cells.assign(total=cells["events"] + cells["stories"], age=ages(cells, context.today))

    @cached_property
    def table(self) -> pd.DataFrame:
        """Those of the selected regions and themes."""
        selection, cells = self.context.selection, self.every
        for column, codes in (("region", selection.regions), ("theme", selection.themes)):
            cells = cells[cells[column].isin(codes)] if codes else cells
        return cells

    @cached_property
    def earlier(self) -> pd.Series:
        """The ``total`` of the rows of `table` in the period that is compared."""
        records, context = self.context.in_period, self.context
        cells = recency(records["events"], records["stories"], list(context.regions), list(context.themes))
        return (cells["events"] + cells["stories"]).loc[self.table.index]

    @property
    def regions(self) -> list[str]:
        """The codes of the regions of `table`, in the official order."""
        return list(dict.fromkeys(self.table["region"]))

    def grid(self, column: str) -> pd.DataFrame:
        """A column of `table`, Int64: regions in rows, themes in columns."""
        values, themes = self.table[column], list(dict.fromkeys(self.table["theme"]))
        shape = len(self.regions), len(themes)
        numbers = values.to_numpy(dtype="int64", na_value=0).reshape(shape)
        return whole_number_grid(numbers, values.notna().to_numpy().reshape(shape), self.regions, themes)


def recency_chart(cells: RegionThemeCells) -> Chart:
    """How many events and stories each pair has; for programs all pairs with the day of the last one."""
    words, shown = cells.context.words, cells.table
    chart = heat_and_panels.heat_map(_matrix(cells, "recency", "total"), words)
    if not chart.empty and not is_worth_a_picture(shown["total"]):
        chart = in_words(chart, words("gaps.recency_ones"))
    without = int((shown["total"] == 0).sum())
    if without and not chart.empty:
        title = words("gaps.recency_without", n=words.number(without), base=words.number(len(shown)))
        chart = replace(chart, title=title)
    names = ("region", "theme", *TABLES, "last")
    labels = {name: words("gaps.last" if name == "last" else f"charts.{name}") for name in names}
    data = data_rows(cells.every, labels, events="number", stories="number", last="day")
    return replace(chart, data=data, counted_rows=CountedRows(TABLES, ("regions", "themes")))


def age_chart(cells: RegionThemeCells) -> Chart:
    """How many months ago the last event or story of each pair was; a pair without any has no number."""
    words = cells.context.words
    chart = heat_and_panels.heat_map(_matrix(cells, "age", "age"), words)
    if chart.empty and cells.table["age"].notna().any():
        return in_words(chart, words("gaps.age_new"))
    if not chart.empty and not is_worth_a_picture(cells.table["age"]):
        return in_words(chart, words("gaps.age_new"))
    return replace(chart, counted_rows=CountedRows(TABLES, ("regions", "themes")))


def rate_table(cells: RegionThemeCells) -> RecordTable:
    """Events and stories per 100,000 inhabitants: a row a region, with the number of inhabitants and its year."""
    context, words = cells.context, cells.context.words
    people = {code: inhabitants(context.tables["regions"]).get(code) for code in cells.regions}
    numbers = [each.number if each and each.number else None for each in people.values()]
    population = pd.Series(numbers, index=cells.regions, dtype="Int64")
    rates = (cells.grid("total").astype("Float64").mul(BASE).div(population, axis="index")).round(1)
    years = pd.Series([each.year if each else None for each in people.values()], index=cells.regions, dtype="Int64")
    names = pd.Series([str(context.regions[code]) for code in cells.regions], index=cells.regions, dtype="str")
    table = rates.astype("float64").assign(population=population, population_year=years)
    table.insert(0, "name", names)
    fields = [
        Field("name", words("charts.region")),
        *(Field(column.name, column.label, "number") for column in _theme_columns(cells)),
        Field("population", words("regions.population"), "number"),
        *([Field("population_year", words("regions.population_year"), "year")] if years.notna().any() else []),
    ]
    rule = f"{words('gaps.rule_rate')} {population_rule(words, table)}"
    table = table.reset_index(drop=True)
    return RecordTable("rate", words("gaps.rate"), table, tuple(fields), len(table), rule=rule, empty=no_data(context))


def empty_cells(cells: RegionThemeCells) -> ItemList:
    """By region the themes with nothing, then those of which the last is long ago; no line for a region without."""
    context, words = cells.context, cells.context.words
    items = []
    for code in cells.regions:
        own = cells.table[cells.table["region"] == code]
        if sentences := list(_sentences(context, own)):
            items.append(Item(None, str(context.regions[code]), " ".join(sentences)))
    note = words("gaps.empty_note", months=LONG_AGO) if items and context.today else ""
    empty = words("gaps.empty_none") if len(cells.table) else _empty_text(context)
    return ItemList("empty", words("gaps.empty"), tuple(items), empty, note=note)


def changed_cells(cells: RegionThemeCells) -> ItemList:
    """By region the themes that have something in only one of the two periods; there is a period to compare."""
    context, words, items = cells.context, cells.context.words, []
    period = context.period.name if context.period else ""
    lost = (cells.table["total"] == 0) & (cells.earlier > 0)
    new = (cells.table["total"] > 0) & (cells.earlier == 0)
    for code in cells.regions:
        sentences = []
        for key, mask in (("lost", lost), ("new", new)):
            themes = cells.table.loc[mask & (cells.table["region"] == code), "theme"]
            names = [inline for _, inline, _ in code_labels.row_names(themes, context.themes).values()]
            sentences += [words(f"gaps.compared_{key}", themes=words.listing(names), period=period)] if names else []
        if sentences:
            items.append(Item(None, str(context.regions[code]), " ".join(sentences)))
    title = words("gaps.compared_cells", period=period)
    empty = words("gaps.compared_none") if len(cells.table) else _empty_text(context)
    return ItemList("compared", title, tuple(items), empty)


def _sentences(context: SectionContext, own: pd.DataFrame) -> Iterator[str]:
    """What the cells of a region say: themes with nothing at all, and those with nothing new for long, oldest first."""
    words, names = context.words, code_labels.row_names(own["theme"], context.themes)
    nothing = [names[code][1] for code in own.loc[own["total"] == 0, "theme"]]
    if len(nothing) == len(own) and not context.selection.themes:
        yield words("gaps.nothing_at_all")
    elif nothing:
        yield words("gaps.nothing", themes=words.listing(nothing))
    old = own[(own["age"] >= LONG_AGO).fillna(False)]
    for year, some in old.groupby(old["last"].str[:4]):
        themes = [names[code][1] for code in some["theme"]]
        yield words("gaps.long_ago", year=year, themes=words.listing(themes))


def _matrix(cells: RegionThemeCells, key: str, column: str) -> MatrixChart:
    context, columns = cells.context, _theme_columns(cells)
    names = [str(context.regions[code]) for code in cells.regions]
    return MatrixChart(
        key=key,
        texts=f"gaps.{key}",
        table=heat_and_panels.matrix_rows(cells.regions, names, names, cells.grid(column)),
        columns=columns,
        first=context.words("charts.region"),
        empty=_empty_text(context),
        rule=" ".join(_rule(context, key)),
        filters=("regions", "themes"),
        largest="gaps.age_largest" if key == "age" else "charts.largest",
    )


def _theme_columns(cells: RegionThemeCells) -> tuple[MatrixColumn, ...]:
    themes = cells.context.themes
    return tuple(
        MatrixColumn(code, code_labels.capital(themes[code].text), code_labels.inline(code, themes[code]), code)
        for code in dict.fromkeys(cells.table["theme"])
    )


def _empty_text(context: SectionContext) -> str:
    some = any(total(context.filtered[name]) for name in TABLES)
    return context.words("charts.themes_none") if some else no_data(context)


def _rule(context: SectionContext, key: str) -> Iterator[str]:
    """How a cell counts, and how many rows are in none because they have no theme."""
    words = context.words
    yield words(f"gaps.rule_{key}")
    if without := sum(total_without_value(context.filtered[name], "themes") for name in TABLES):
        base = sum(total(context.filtered[name]) for name in TABLES)
        yield words("gaps.rule_without_theme", n=words.number(without), base=words.number(base))
