"""The stories: how many, since when, on what themes and clusters, in what form, and each of them."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Chart, Counted, Field
from analysis.charts.bars import ROW
from analysis.measures.totals import by_value, by_year, total, undated, values, without
from analysis.measures.years import covered, span, years_told
from analysis.schema import Tables
from analysis.sections import labels, numbers
from analysis.sections.chosen import chosen
from analysis.sections.counted_numbers import ruled
from analysis.sections.finding import Split, bars, ranked, value_table
from analysis.sections.said import said
from analysis.sections.section import Number, Section
from analysis.sections.story_rows import story_rows
from analysis.sections.view import View, no_data, nothing, view
from analysis.sections.yearly import Yearly, columns
from analysis.selection import Selection
from analysis.words import Words

BESIDE = 5 * ROW
TEN = 10


def stories(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section:
    """The section of the stories; its rows are the newest hundred; `story_rows` gives others."""
    context = view(tables, selection, words, today)
    coverage = said(tables, "coverage", words)
    return Section(
        key="stories",
        title=words("stories.page"),
        choice=chosen(context, ("stories",)),
        numbers=ruled(_numbers(context), words),
        sentences=_sentences(context),
        charts=(_years(context), _themes(context), _forms(context), _clusters(context)),
        coverage=coverage.text,
        rows=(story_rows(tables, selection, words),),
        coverage_language=coverage.language,
    )


def _numbers(context: View) -> tuple[Number, ...]:
    """Stories, the clusters they tell of, and those online."""
    words, stories = context.words, context.tables["stories"].loc[context.shown["stories"].index]
    every, offline = len(context.tables["clusters"]), int(stories["link"].isna().sum())
    of_all = words("stories.of_all", all=words.number(every)) if every else ""
    not_online = words.plural("stories.not_online", offline) if offline else ""
    return (
        numbers.rows(context, "stories"),
        numbers.noted("clusters_told", words("stories.clusters_told"), int(stories["cluster"].nunique()), of_all),
        numbers.noted("online", words("stories.online"), len(stories) - offline, not_online),
    )


def _sentences(context: View) -> tuple[str, ...]:
    words, shown = context.words, context.shown["stories"]
    if not len(shown):
        return nothing(context)
    told = words("stories.sentence", stories=words.plural("sections.stories_n", total(shown)))
    bare = undated(shown)
    return (told, words.plural("stories.undated", bare)) if bare else (told,)


def _years(context: View) -> Chart:
    words, shown = context.words, context.shown["stories"]
    spanned = covered(span(context.whole["stories"]), context.selection)
    bare = undated(shown)
    rule = [words.plural("charts.rule_story_years", bare)] if bare else []
    if context.running in years_told(shown):
        rule.append(words("charts.rule_running", year=context.running))
    yearly = Yearly(
        key="story_years",
        table=by_year(shown, spanned).rename(columns={"count": "stories"}),
        value="stories",
        fields=(Field("year", words("charts.year"), "year"), Field("stories", words("charts.stories"), "number")),
        empty=words("charts.story_years_none") if bare else no_data(context),
        rule=" ".join(rule),
        filters="years",
        counted=Counted(("stories",), ("year",)),
    )
    return columns(yearly, words)


def _themes(context: View) -> Chart:
    words, shown, wanted = context.words, context.shown["stories"], context.selection.themes
    every = (*context.themes, *(code for code in values(shown, "themes") if code not in context.themes))
    codes = [code for code in every if not wanted or code in wanted]
    names = labels.theme_names(codes, context.themes)
    table = value_table(names, stories=by_value(shown, "themes", codes)["count"])
    base, bare, summed = total(shown), without(shown, "themes"), int(table["stories"].sum())
    counted, rule = words.plural("sections.stories_n", base), ""
    if bare:
        rule = words.plural("charts.rule_story_themes_bare", bare, stories=counted, sum=words.number(summed))
    elif summed != base:
        rule = words("charts.rule_story_themes", stories=counted, sum=words.number(summed))
    empty = words("charts.story_themes_none") if bare and bare == base else no_data(context)
    split = _split(context, "themes", "charts.theme", table, base, empty, rule)
    return bars(replace(split, filters="themes"), words)


def _forms(context: View) -> Chart:
    words, shown = context.words, context.shown["stories"]
    names = labels.choice_names(labels.options("stories", "form", words))
    table = value_table(names, stories=by_value(shown, "form", list(names))["count"])
    bare = without(shown, "form")
    empty = words("charts.story_forms_none") if bare else no_data(context)
    rule = words.plural("charts.rule_story_forms", bare) if bare else ""
    return bars(_split(context, "forms", "charts.form", table, int(table["stories"].sum()), empty, rule), words)


def _clusters(context: View) -> Chart:
    """The ten clusters with the most stories; the rule says what the others have."""
    words, clusters = context.words, context.tables["clusters"]
    told = context.tables["stories"]["cluster"].loc[context.shown["stories"].index]
    counts, names = told.value_counts(sort=False), dict(zip(clusters["id"], clusters["name"], strict=True))
    called = {code: names.get(code, code) for code in [*names, *(set(counts.index) - set(names))] if code in counts}
    table = value_table(labels.plain_names(called), stories=[int(counts[code]) for code in called])
    table, bare, base = ranked(table, "stories"), int(told.isna().sum()), int(table["stories"].sum())
    rule = [words.plural("charts.rule_story_clusters", bare)] if bare else []
    if len(table) > TEN:
        rest = int(table["stories"][TEN:].sum())
        rule.append(words("charts.rule_story_ten", clusters=words.number(len(table) - TEN), stories=words.number(rest)))
    empty = words("charts.story_clusters_none") if bare else no_data(context)
    split = _split(context, "clusters", "clusters.name", table[:TEN], base, empty, " ".join(rule))
    return bars(replace(split, height=None, counted=Counted(("stories",), ("cluster",))), words)


def _split(context: View, by: str, label: str, table: pd.DataFrame, base: int, empty: str, rule: str) -> Split:
    """Stories split by ``by``: the key of the label of its values, their table, what they are compared with, the
    sentence without data, and how they count."""
    fields = (
        Field("name", context.words(label), language="language"),
        Field("stories", context.words("charts.stories"), "number"),
    )
    counted = Counted(("stories",), ({"forms": "form"}.get(by, by),))
    key, rows = f"story_{by}", ranked(table, "stories")
    return Split(key, rows, fields, "stories", base, empty, rule, height=BESIDE, counted=counted)
