"""The themes, the priorities or the cluster themes beside each other: ranked, over years, by kind and by region."""

from dataclasses import replace

from analysis.charts import Chart, CountedRows
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Item, ItemList, Section
from analysis.sections.pages.themes import charts as term_charts
from analysis.sections.pages.themes.groups import THEMES, TermGroup, description, term_groups
from analysis.selection import Selection
from analysis.words import Translator


def by_theme(
    tables: Tables, selection: Selection, words: Translator, terms: TermGroup, today: str | None = None
) -> Section:
    """The section of a group of ``terms``: its charts have all of them, those of the ``selection`` stand out.

    ``words`` is the language of the texts on ``tables``, ``today`` an ISO day, None if time plays no part.
    """
    context = section_context(tables, selection, words, today)
    coverage, codes = owner_text(tables, "coverage", words), getattr(selection, terms.column)
    every = section_context(tables, selection.without(terms.column), words, today) if codes else context
    hint = words("themes.hint_chosen" if codes else "themes.hint")
    charts = (*_charts(every, terms, codes), *_crosstab(context, terms))
    if codes:
        charts = tuple(_with_rule_of_choice(each, words) for each in charts)
    texts = {code: description(context, terms.column, code, label).text for code, label in terms.labels.items()}
    meanings = tuple(
        Item(None, code_labels.capital(label.text), texts[code], language=label.language, value=(terms.column, code))
        for code, label in terms.labels.items()
    )
    return Section(
        key="themes",
        title=words("themes.title"),
        filter_summary=filter_summary(context, terms.tables),
        sentences=nothing_to_show(context) if context.is_blank else (hint,),
        charts=charts,
        lists=(
            ItemList(
                "meanings",
                words("themes.meanings", name=terms.name),
                meanings,
                words("themes.no_terms"),
                is_closed=True,
            ),
        ),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _with_rule_of_choice(chart: Chart, words: Translator) -> Chart:
    """The chart with the sentence that the choice only highlights, where it does so and does not say it yet."""
    rule = words("charts.rule_chosen")
    if not getattr(chart.mark, "highlight", ()) or rule in chart.rule:
        return chart
    return replace(chart, rule=f"{chart.rule} {rule}".strip())


def _charts(context: SectionContext, terms: TermGroup, codes: tuple[str, ...]) -> tuple[Chart, ...]:
    """The terms ranked, by year, by kind and by region, each with the rows that it counts."""
    values = () if terms.key == THEMES else tuple(terms.labels)
    every = CountedRows(terms.tables, (terms.column,), (terms.column,), values)
    with_year = tuple(name for name in terms.tables if name in context.counted)
    by_year = replace(every, tables=with_year, columns=(terms.column, "year"))
    with_regions = tuple(name for name in terms.tables if name != "materials")
    by_region = replace(every, tables=with_regions, columns=(terms.column, "regions"))
    return (
        replace(term_charts.ranking(context, terms, codes), counted_rows=every),
        replace(term_charts.over_years(context, terms, codes), counted_rows=by_year),
        replace(term_charts.by_kind(context, terms, codes), counted_rows=every),
        replace(term_charts.by_region(context, terms, codes), counted_rows=by_region),
    )


def _crosstab(context: SectionContext, terms: TermGroup) -> tuple[Chart, ...]:
    """Themes by priorities: by those of the group, for the themes by all of any period; nothing without priorities."""
    tables, words, selection = context.tables, context.words, context.selection
    groups = [each for each in term_groups(tables, words) if each.key != THEMES]
    if not groups:
        return ()
    priorities, codes = terms, tuple(terms.labels)
    if terms.key == THEMES:
        labels = {code: label for each in groups for code, label in each.labels.items()}
        priorities, codes = replace(groups[0], name=words("themes.group_priorities"), labels=labels), ()
    free = section_context(tables, selection.without("themes").without("priorities"), words, context.today)
    chart = term_charts.beside_priorities(free, priorities, selection.priorities)
    columns = ("priorities", "themes")
    return (replace(chart, counted_rows=CountedRows(("events",), columns, columns, codes)),)
