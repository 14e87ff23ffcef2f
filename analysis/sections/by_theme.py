"""The themes, the priorities or the cluster themes beside each other: over years, ranked, by kind and by region."""

from dataclasses import replace

from analysis.charts import Chart, Counted
from analysis.schema import Tables
from analysis.sections import grids, term_charts
from analysis.sections.chosen import chosen
from analysis.sections.said import said
from analysis.sections.section import Section
from analysis.sections.term_profile import meanings
from analysis.sections.terms import THEMES, Group, groups
from analysis.sections.view import View, blank, nothing, view
from analysis.selection import Selection
from analysis.words import Words


def by_theme(tables: Tables, selection: Selection, words: Words, terms: Group, today: str | None = None) -> Section:
    """The section of a group of terms (`terms.groups`).

    The charts hold all terms of the group whatever terms are chosen: those stand out in them.
    """
    context = view(tables, selection, words, today)
    coverage = said(tables, "coverage", words)
    marked = getattr(selection, terms.column)
    every = view(tables, selection.without(terms.column), words, today) if marked else context
    whole = words("themes.rule_whole") if marked else ""
    return Section(
        key="themes",
        title=words("themes.title"),
        choice=chosen(context, terms.tables),
        sentences=nothing(context) if blank(context) else (words("themes.hint_chosen" if marked else "themes.hint"),),
        charts=tuple(
            grids.noted(chart, whole) for chart in (*_compared(every, terms, marked), *_crossed(context, terms))
        ),
        listings=(meanings(context, terms),),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _compared(every: View, terms: Group, marked: tuple[str, ...]) -> tuple[Chart, ...]:
    charts = (
        term_charts.over_years(every, terms, marked),
        term_charts.ranking(every, terms, marked),
        term_charts.by_kind(every, terms, marked),
        term_charts.by_region(every, terms, marked),
    )
    whole = Counted(terms.tables, (terms.column,), (terms.column,), () if terms.key == THEMES else tuple(terms.named))
    dated = tuple(name for name in terms.tables if name in every.whole)
    placed = tuple(name for name in terms.tables if name != "materials")
    behind = (
        replace(whole, tables=dated, bearing=(terms.column, "year")),
        whole,
        whole,
        replace(whole, tables=placed, bearing=(terms.column, "regions")),
    )
    return tuple(replace(chart, counted=counted) for chart, counted in zip(charts, behind, strict=True))


def _crossed(context: View, terms: Group) -> tuple[Chart, ...]:
    """Themes beside priorities: those of the group, beside the themes all that hold at any time."""
    tables, words, selection = context.tables, context.words, context.selection
    priorities = [each for each in groups(tables, words) if each.key != THEMES]
    if not priorities:
        return ()
    every = replace(
        priorities[0],
        name=words("themes.group_priorities"),
        named={code: label for each in priorities for code, label in each.named.items()},
    )
    both = selection.without("themes").without("priorities")
    free = context if both == selection else view(tables, both, words, context.today)
    shown = every if terms.key == THEMES else terms
    chart = term_charts.beside_priorities(free, terms, shown, selection.priorities)
    pair = ("priorities", "themes")
    among = () if shown is every else tuple(terms.named)
    return (replace(chart, counted=Counted(("events",), pair, pair, among)),)
