"""The stories: how many, since when, on what themes and clusters, in what form, and each of them."""

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import (
    by_values,
    by_year,
    total,
    total_without_value,
    values_in_use,
    year_span,
    years_in_selection,
    years_with_records,
)
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, rank, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import (
    SectionContext,
    no_data,
    nothing_to_show,
    section_context,
    without_filter,
)
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.model.model import Metric, Section
from analysis.sections.records.record_tables import story_table
from analysis.selection import Selection
from analysis.words import Translator

HALF_HEIGHT = 5 * BAR_ROW
"""Height of the charts that are beside each other."""
TEN = 10


def stories(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the stories; its rows are the newest hundred (`story_table` gives others)."""
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    return Section(
        key="stories",
        title=words("stories.page"),
        filter_summary=filter_summary(context, ("stories",)),
        metrics=metrics.with_definitions(_metrics(context), words),
        sentences=_sentences(context),
        charts=(_by_year(context), _by_theme(context), _by_form(context), _by_cluster(context)),
        coverage=coverage.text,
        rows=(story_table(tables, selection, words),),
        coverage_language=coverage.language,
    )


def _metrics(context: SectionContext) -> tuple[Metric, ...]:
    """Stories, the clusters that they are about, and those online if not all of them are."""
    words, rows = context.words, context.tables["stories"].loc[context.filtered["stories"].index]
    every, offline = len(context.tables["clusters"]), int(rows["link"].isna().sum())
    of_all = words("stories.of_all", all=words.number(every)) if every else ""
    not_online = words.plural("stories.not_online", offline)
    shown = (
        metrics.yearly_metric(context, "stories"),
        metrics.note_metric("clusters_told", words("stories.clusters_told"), int(rows["cluster"].nunique()), of_all),
    )
    online = metrics.note_metric("online", words("stories.online"), len(rows) - offline, not_online)
    return (*shown, online) if offline else shown


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words, records = context.words, context.filtered["stories"]
    if not len(records):
        return nothing_to_show(context)
    sentence = words("stories.sentence", stories=words.plural("sections.stories_n", total(records)))
    without_year = total_without_value(records, "year")
    undated = [words.plural("stories.undated", without_year)] if without_year else []
    links = context.tables["stories"]["link"].loc[records.index]
    online = [words("stories.all_online")] if links.notna().all() else []
    return (sentence, *online, *undated)


def _by_year(context: SectionContext) -> Chart:
    words, records = context.words, context.filtered["stories"]
    years = years_in_selection(year_span(context.counted["stories"]), context.selection)
    without_year = total_without_value(records, "year")
    rule = [words.plural("charts.rule_story_years", without_year)] if without_year else []
    if context.running_year in years_with_records(records):
        rule.append(words("charts.rule_running", year=context.running_year))
    yearly = YearlyCounts(
        key="story_years",
        table=by_year(records, years).rename(columns={"count": "stories"}),
        value="stories",
        fields=(Field("year", words("charts.year"), "year"), Field("stories", words("charts.stories"), "number")),
        empty=words("charts.story_years_none") if without_year else no_data(context),
        rule=" ".join(rule),
        filters="years",
        counted_rows=CountedRows(("stories",), ("year",)),
    )
    return column_chart(yearly, words)


def _by_theme(context: SectionContext) -> Chart:
    words, records = context.words, without_filter(context, "themes", ("stories",)).filtered["stories"]
    codes = [*context.themes, *(code for code in values_in_use(records, "themes") if code not in context.themes)]
    counts = by_values(records, "themes", codes)
    table = value_table(code_labels.row_names(codes, context.themes), stories=counts)
    base, without, sum_of_rows = total(records), total_without_value(records, "themes"), int(counts.sum())
    values, rule = {"stories": words.plural("sections.stories_n", base), "sum": words.number(sum_of_rows)}, ""
    if without:
        rule = words.plural("charts.rule_story_themes_bare", without, **values)
    elif sum_of_rows != base:
        rule = words("charts.rule_story_themes", **values)
    empty = words("charts.story_themes_none") if without and without == base else no_data(context)
    return _ranked_bars(context, "themes", table, base, empty, rule)


def _by_form(context: SectionContext) -> Chart:
    words, records = context.words, context.filtered["stories"]
    labels = code_labels.options("stories", "form", words)
    names = code_labels.row_names(labels, labels)
    table = value_table(names, stories=by_values(records, "form", list(names)))
    without = total_without_value(records, "form")
    empty = words("charts.story_forms_none") if without else no_data(context)
    rule = words.plural("charts.rule_story_forms", without) if without else ""
    return _ranked_bars(context, "form", table, int(table["stories"].sum()), empty, rule)


def _by_cluster(context: SectionContext) -> Chart:
    """The ten clusters with the most stories; the rule says how many stories the others have."""
    words, clusters = context.words, context.tables["clusters"]
    codes = context.tables["stories"]["cluster"].loc[context.filtered["stories"].index]
    counts, names = codes.value_counts(sort=False), dict(zip(clusters["id"], clusters["name"], strict=True))
    labels = {code: names.get(code, code) for code in [*names, *(set(counts.index) - set(names))] if code in counts}
    table = value_table(
        {code: (name, name, None) for code, name in labels.items()}, stories=[int(counts[code]) for code in labels]
    )
    table, without, base = rank(table, "stories"), int(codes.isna().sum()), int(table["stories"].sum())
    rule = [words.plural("charts.rule_story_clusters", without)] if without else []
    if len(table) > TEN:
        rest = int(table["stories"][TEN:].sum())
        rule.append(words("charts.rule_story_ten", clusters=words.number(len(table) - TEN), stories=words.number(rest)))
    empty = words("charts.story_clusters_none") if without else no_data(context)
    return _ranked_bars(context, "cluster", table[:TEN], base, empty, " ".join(rule))


def _ranked_bars(context: SectionContext, column: str, table: pd.DataFrame, base: int, empty: str, rule: str) -> Chart:
    """Stories by the values of a column, as bars.

    - ``table``: code, name and ``stories``; ``base``: the number that they are compared with.
    - ``empty``: the sentence if there is no data; ``rule``: how stories are counted.
    """
    words = context.words
    label = words({"themes": "charts.theme", "form": "charts.form", "cluster": "clusters.name"}[column])
    bars = RankedBars(
        key=f"story_{column.removesuffix('s')}s",
        table=rank(table, "stories"),
        fields=(Field("name", label, language="language"), Field("stories", words("charts.stories"), "number")),
        value="stories",
        base=base,
        empty=empty,
        rule=rule,
        filters="themes" if column == "themes" else None,
        height=None if column == "cluster" else HALF_HEIGHT,
        counted_rows=CountedRows(("stories",), (column,), ("themes",) if column == "themes" else ()),
        selected=context.selection.themes if column == "themes" else (),
    )
    return ranked_bar_chart(bars, words)
