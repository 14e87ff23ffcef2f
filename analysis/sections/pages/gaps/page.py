"""Gaps: which region has nothing on which theme, since when, and what is missing in the rows that there are."""

from analysis.measures.records import SPLIT
from analysis.schema import Tables
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import Section
from analysis.sections.pages.gaps.cells import (
    RegionThemeCells,
    age_chart,
    changed_cells,
    empty_cells,
    rate_table,
    recency_chart,
)
from analysis.sections.records.worklists import gap_list
from analysis.selection import Selection
from analysis.words import Translator

MEASURES = ("count", "rate")
"""What the regions and themes are compared by: how many, or how many per 100,000 inhabitants."""


def gaps(
    tables: Tables,
    selection: Selection,
    words: Translator,
    today: str | None = None,
    measure: str = MEASURES[0],
    links: LinkAnswers | None = None,
) -> Section:
    """The section of the gaps of a ``selection`` of ``tables``, in the language of ``words``.

    ``today`` is an ISO day from which the months since the last activity count. ``measure`` (one of `MEASURES`): with
    "rate" a table of rates is in the place of the grid of numbers. ``links``: what became of asking them.
    """
    context, coverage = section_context(tables, selection, words, today), owner_text(tables, "coverage", words)
    cells = RegionThemeCells(context)
    charts = (*([] if measure == "rate" else [recency_chart(cells)]), *([age_chart(cells)] if today else []))
    return Section(
        key="gaps",
        title=words("gaps.title"),
        filter_summary=filter_summary(context, tuple(SPLIT), ("events", "stories")),
        sentences=_sentences(context, cells),
        charts=charts,
        lists=(
            empty_cells(cells),
            *([changed_cells(cells)] if context.period else []),
            gap_list(context, links=links),
        ),
        rows=(rate_table(cells),) if measure == "rate" else (),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _sentences(context: SectionContext, cells: RegionThemeCells) -> tuple[str, ...]:
    """How many pairs of region and theme have nothing."""
    words, shown = context.words, cells.table
    if context.is_blank or not any(map(len, context.filtered.values())):
        return nothing_to_show(context)
    if shown.empty:
        return (words("gaps.no_themes"),)
    without = int((shown["total"] == 0).sum())
    numbers = {"n": words.number(without), "base": words.number(len(shown))}
    sentence = words("gaps.sentence", **numbers) if without else words("gaps.sentence_none", **numbers)
    if context.period is None:
        return (sentence,)
    earlier = words.number(int((cells.earlier == 0).sum()))
    return sentence, words("gaps.compared_sentence", period=context.period.name, n=earlier, base=numbers["base"])
