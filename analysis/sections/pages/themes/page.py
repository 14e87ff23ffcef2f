"""The themes, the priorities or the cluster themes beside each other: over years, ranked, by kind and by region."""

from dataclasses import replace

from analysis.charts import Chart, CountedRows
from analysis.schema import Tables
from analysis.sections.charts import heat_and_panels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, is_blank, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Section
from analysis.sections.pages.themes import charts as term_charts
from analysis.sections.pages.themes.groups import THEMES, TermGroup, term_groups
from analysis.sections.pages.themes.profile import meanings
from analysis.selection import Selection
from analysis.words import Translator


def by_theme(
    tables: Tables, selection: Selection, words: Translator, terms: TermGroup, today: str | None = None
) -> Section:
    """The section of a group of terms (`terms.groups`).

    The charts hold all terms of the group whatever terms are chosen: those stand out in them.
    """
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    marked = getattr(selection, terms.column)
    every = section_context(tables, selection.without(terms.column), words, today) if marked else context
    whole = words("themes.rule_whole") if marked else ""
    return Section(
        key="themes",
        title=words("themes.title"),
        filter_summary=filter_summary(context, terms.tables),
        sentences=nothing_to_show(context)
        if is_blank(context)
        else (words("themes.hint_chosen" if marked else "themes.hint"),),
        charts=tuple(
            heat_and_panels.with_rule(chart, whole)
            for chart in (*_compared(every, terms, marked), *_crossed(context, terms))
        ),
        lists=(meanings(context, terms),),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _compared(every: SectionContext, terms: TermGroup, marked: tuple[str, ...]) -> tuple[Chart, ...]:
    charts = (
        term_charts.over_years(every, terms, marked),
        term_charts.ranking(every, terms, marked),
        term_charts.by_kind(every, terms, marked),
        term_charts.by_region(every, terms, marked),
    )
    whole = CountedRows(
        terms.tables, (terms.column,), (terms.column,), () if terms.key == THEMES else tuple(terms.labels)
    )
    dated = tuple(name for name in terms.tables if name in every.counted)
    placed = tuple(name for name in terms.tables if name != "materials")
    behind = (
        replace(whole, tables=dated, columns=(terms.column, "year")),
        whole,
        whole,
        replace(whole, tables=placed, columns=(terms.column, "regions")),
    )
    return tuple(replace(chart, counted_rows=counted) for chart, counted in zip(charts, behind, strict=True))


def _crossed(context: SectionContext, terms: TermGroup) -> tuple[Chart, ...]:
    """Themes beside priorities: those of the group, beside the themes all that hold at any time."""
    tables, words, selection = context.tables, context.words, context.selection
    priorities = [each for each in term_groups(tables, words) if each.key != THEMES]
    if not priorities:
        return ()
    every = replace(
        priorities[0],
        name=words("themes.group_priorities"),
        labels={code: label for each in priorities for code, label in each.labels.items()},
    )
    both = selection.without("themes").without("priorities")
    free = context if both == selection else section_context(tables, both, words, context.today)
    shown = every if terms.key == THEMES else terms
    chart = term_charts.beside_priorities(free, terms, shown, selection.priorities)
    pair = ("priorities", "themes")
    among = () if shown is every else tuple(terms.labels)
    return (replace(chart, counted_rows=CountedRows(("events",), pair, pair, among)),)
