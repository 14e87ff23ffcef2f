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
from analysis.sections.finding import Split, bars, ranked
from analysis.sections.parts import parts
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
        numbers=ruled((numbers.rows(context, "stories"), _clusters_told(context), _online(context)), words),
        sentences=_sentences(context),
        charts=(_years(context), _themes(context), _forms(context), _clusters(context)),
        coverage=coverage.text,
        rows=(story_rows(tables, selection, words),),
        coverage_language=coverage.language,
    )


def _shown(context: View) -> pd.DataFrame:
    """The rows that are shown, as they stand in the table."""
    return context.tables["stories"].loc[context.shown["stories"].index]


def _clusters_told(context: View) -> Number:
    words, named = context.words, _shown(context)["cluster"].dropna()
    every = len(context.tables["clusters"])
    told = words("stories.of_all", all=words.number(every)) if every else ""
    return _number("clusters_told", words("stories.clusters_told"), int(named.nunique()), told)


def _online(context: View) -> Number:
    words, links = context.words, _shown(context)["link"]
    rest = int(links.isna().sum())
    told = words.plural("stories.not_online", rest) if rest else ""
    return _number("online", words("stories.online"), int(links.notna().sum()), told)


def _number(key: str, label: str, value: int, told: str) -> Number:
    return Number(key, label, value, told, change_parts=parts(told))


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
    table = by_year(shown, spanned).rename(columns={"count": "stories"})
    fields = (Field("year", words("charts.year"), "year"), _counting(words))
    bare = undated(shown)
    empty = words("charts.story_years_none") if bare else no_data(context)
    rule = [words.plural("charts.rule_story_years", bare)] if bare else []
    if context.running in years_told(shown):
        rule.append(words("charts.rule_running", year=context.running))
    given = Yearly("story_years", table, "stories", fields, empty, " ".join(rule), "years", counted=_behind("year"))
    return columns(given, words)


def _themes(context: View) -> Chart:
    words, shown, wanted = context.words, context.shown["stories"], context.selection.themes
    every = (*context.themes, *(code for code in values(shown, "themes") if code not in context.themes))
    codes = [code for code in every if not wanted or code in wanted]
    told = [context.themes.get(code, labels.Label(code)) for code in codes]
    table = _table(
        codes,
        [labels.capital(label.text) for label in told],
        [labels.inline(*pair) for pair in zip(codes, told, strict=True)],
        by_value(shown, "themes", codes)["count"],
    ).assign(language=pd.Series([label.language for label in told], dtype="str"))
    fields = (Field("name", words("charts.theme"), language="language"), _counting(words))
    base, bare, summed = total(shown), without(shown, "themes"), int(table["stories"].sum())
    empty = words("charts.story_themes_none") if bare and bare == base else no_data(context)
    split = _split("story_themes", table, fields, base, empty)
    rule = _theme_rule(words, base, bare, summed)
    return bars(replace(split, rule=rule, filters="themes", counted=_behind("themes")), words)


def _theme_rule(words: Words, base: int, bare: int, summed: int) -> str:
    every = words.plural("sections.stories_n", base)
    if bare:
        return words.plural("charts.rule_story_themes_bare", bare, stories=every, sum=words.number(summed))
    return words("charts.rule_story_themes", stories=every, sum=words.number(summed)) if summed != base else ""


def _forms(context: View) -> Chart:
    words, named = context.words, labels.options("stories", "form", context.words)
    shown = context.shown["stories"]
    tally = by_value(shown, "form", list(named))["count"]
    table = _table(
        list(named), [labels.capital(str(each)) for each in named.values()], list(map(str, named.values())), tally
    )
    bare = without(shown, "form")
    fields = (Field("name", words("charts.form")), _counting(words))
    empty = words("charts.story_forms_none") if bare else no_data(context)
    split = _split("story_forms", table, fields, int(tally.sum()), empty)
    rule = words.plural("charts.rule_story_forms", bare) if bare else ""
    return bars(replace(split, rule=rule, counted=_behind("form")), words)


def _clusters(context: View) -> Chart:
    words, counts = context.words, _shown(context)["cluster"].value_counts(sort=False)
    rows = context.tables["clusters"]
    names = dict(zip(rows["id"], rows["name"], strict=True))
    codes = [code for code in [*names, *(set(counts.index) - set(names))] if counts.get(code, 0)]
    called = [str(names.get(code, code)) for code in codes]
    tally = pd.Series([int(counts[code]) for code in codes], dtype="int64")
    table = ranked(_table(codes, called, called, tally), "stories")
    bare, known = int(_shown(context)["cluster"].isna().sum()), int(tally.sum())
    rule = [words.plural("charts.rule_story_clusters", bare)] if bare else []
    if len(table) > TEN:
        rest = int(table["stories"][TEN:].sum())
        rule.append(words("charts.rule_story_ten", clusters=words.number(len(table) - TEN), stories=words.number(rest)))
    empty = words("charts.story_clusters_none") if bare else no_data(context)
    fields = (Field("name", words("clusters.name")), _counting(words))
    split = replace(
        _split("story_clusters", table[:TEN], fields, known, empty),
        rule=" ".join(rule),
        height=None,
        counted=_behind("cluster"),
    )
    return bars(split, words)


def _table(codes: list[str], names: list[str], inline: list[str], counts: pd.Series) -> pd.DataFrame:
    columns = {"code": codes, "name": names, "inline": inline}
    return pd.DataFrame({name: pd.Series(texts, dtype="str") for name, texts in columns.items()} | {"stories": counts})


def _split(key: str, table: pd.DataFrame, fields: tuple[Field, ...], base: int, empty: str) -> Split:
    return Split(key, ranked(table, "stories"), fields, "stories", base, empty, height=BESIDE)


def _behind(column: str) -> Counted:
    return Counted(("stories",), (column,))


def _counting(words: Words) -> Field:
    return Field("stories", words("charts.stories"), "number")
