"""The stories: how many, since when, on what themes and clusters, in what form, and each of them."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, CountedRows, Field
from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import by_value, by_year, total, total_undated, total_without_value, values_in_use
from analysis.measures.years import year_span, years_in_selection, years_with_records
from analysis.schema import Tables
from analysis.sections.charts.ranked_bars import RankedBars, ranked, ranked_bar_chart, value_table
from analysis.sections.charts.yearly_columns import YearlyCounts, column_chart
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, no_data, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.metrics.metrics import with_definitions
from analysis.sections.model.model import Metric, Section
from analysis.sections.records.record_tables import story_table
from analysis.selection import Selection
from analysis.words import Translator

BESIDE = 5 * BAR_ROW
TEN = 10


def stories(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the stories; its rows are the newest hundred; `story_rows` gives others."""
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    return Section(
        key="stories",
        title=words("stories.page"),
        filter_summary=filter_summary(context, ("stories",)),
        metrics=with_definitions(_numbers(context), words),
        sentences=_sentences(context),
        charts=(_years(context), _themes(context), _forms(context), _clusters(context)),
        coverage=coverage.text,
        rows=(story_table(tables, selection, words),),
        coverage_language=coverage.language,
    )


def _numbers(context: SectionContext) -> tuple[Metric, ...]:
    """Stories, the clusters they tell of, and those online."""
    words, stories = context.words, context.tables["stories"].loc[context.filtered["stories"].index]
    every, offline = len(context.tables["clusters"]), int(stories["link"].isna().sum())
    of_all = words("stories.of_all", all=words.number(every)) if every else ""
    not_online = words.plural("stories.not_online", offline) if offline else ""
    return (
        metrics.row_metric(context, "stories"),
        metrics.noted("clusters_told", words("stories.clusters_told"), int(stories["cluster"].nunique()), of_all),
        metrics.noted("online", words("stories.online"), len(stories) - offline, not_online),
    )


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words, shown = context.words, context.filtered["stories"]
    if not len(shown):
        return nothing_to_show(context)
    told = words("stories.sentence", stories=words.plural("sections.stories_n", total(shown)))
    bare = total_undated(shown)
    return (told, words.plural("stories.undated", bare)) if bare else (told,)


def _years(context: SectionContext) -> Chart:
    words, shown = context.words, context.filtered["stories"]
    spanned = years_in_selection(year_span(context.counted["stories"]), context.selection)
    bare = total_undated(shown)
    rule = [words.plural("charts.rule_story_years", bare)] if bare else []
    if context.running_year in years_with_records(shown):
        rule.append(words("charts.rule_running", year=context.running_year))
    yearly = YearlyCounts(
        key="story_years",
        table=by_year(shown, spanned).rename(columns={"count": "stories"}),
        value="stories",
        fields=(Field("year", words("charts.year"), "year"), Field("stories", words("charts.stories"), "number")),
        empty=words("charts.story_years_none") if bare else no_data(context),
        rule=" ".join(rule),
        filters="years",
        counted=CountedRows(("stories",), ("year",)),
    )
    return column_chart(yearly, words)


def _themes(context: SectionContext) -> Chart:
    words, shown, wanted = context.words, context.filtered["stories"], context.selection.themes
    every = (*context.themes, *(code for code in values_in_use(shown, "themes") if code not in context.themes))
    codes = [code for code in every if not wanted or code in wanted]
    names = code_labels.theme_names(codes, context.themes)
    table = value_table(names, stories=by_value(shown, "themes", codes)["count"])
    base, bare, summed = total(shown), total_without_value(shown, "themes"), int(table["stories"].sum())
    counted, rule = words.plural("sections.stories_n", base), ""
    if bare:
        rule = words.plural("charts.rule_story_themes_bare", bare, stories=counted, sum=words.number(summed))
    elif summed != base:
        rule = words("charts.rule_story_themes", stories=counted, sum=words.number(summed))
    empty = words("charts.story_themes_none") if bare and bare == base else no_data(context)
    split = _split(context, "themes", "charts.theme", table, base, empty, rule)
    return ranked_bar_chart(replace(split, filters="themes"), words)


def _forms(context: SectionContext) -> Chart:
    words, shown = context.words, context.filtered["stories"]
    names = code_labels.choice_names(code_labels.options("stories", "form", words))
    table = value_table(names, stories=by_value(shown, "form", list(names))["count"])
    bare = total_without_value(shown, "form")
    empty = words("charts.story_forms_none") if bare else no_data(context)
    rule = words.plural("charts.rule_story_forms", bare) if bare else ""
    return ranked_bar_chart(
        _split(context, "forms", "charts.form", table, int(table["stories"].sum()), empty, rule), words
    )


def _clusters(context: SectionContext) -> Chart:
    """The ten clusters with the most stories; the rule says what the others have."""
    words, clusters = context.words, context.tables["clusters"]
    told = context.tables["stories"]["cluster"].loc[context.filtered["stories"].index]
    counts, names = told.value_counts(sort=False), dict(zip(clusters["id"], clusters["name"], strict=True))
    called = {code: names.get(code, code) for code in [*names, *(set(counts.index) - set(names))] if code in counts}
    table = value_table(code_labels.plain_names(called), stories=[int(counts[code]) for code in called])
    table, bare, base = ranked(table, "stories"), int(told.isna().sum()), int(table["stories"].sum())
    rule = [words.plural("charts.rule_story_clusters", bare)] if bare else []
    if len(table) > TEN:
        rest = int(table["stories"][TEN:].sum())
        rule.append(words("charts.rule_story_ten", clusters=words.number(len(table) - TEN), stories=words.number(rest)))
    empty = words("charts.story_clusters_none") if bare else no_data(context)
    split = _split(context, "clusters", "clusters.name", table[:TEN], base, empty, " ".join(rule))
    return ranked_bar_chart(replace(split, height=None, counted=CountedRows(("stories",), ("cluster",))), words)


def _split(
    context: SectionContext, by: str, label: str, table: pd.DataFrame, base: int, empty: str, rule: str
) -> RankedBars:
    """Stories split by ``by``: the key of the label of its values, their table, what they are compared with, the
    sentence without data, and how they count."""
    fields = (
        Field("name", context.words(label), language="language"),
        Field("stories", context.words("charts.stories"), "number"),
    )
    counted = CountedRows(("stories",), ({"forms": "form"}.get(by, by),))
    key, rows = f"story_{by}", ranked(table, "stories")
    return RankedBars(key, rows, fields, "stories", base, empty, rule, height=BESIDE, counted=counted)
