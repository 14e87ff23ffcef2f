"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.charts.bars import BAR_ROW
from analysis.measures.counts import total
from analysis.schema import Tables
from analysis.sections.charts.bar_charts import contents_by_theme, events_by_region
from analysis.sections.charts.yearly_columns import events_by_year
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.metrics import metrics
from analysis.sections.metrics.metrics import joint_and_reported, with_definitions
from analysis.sections.model.model import Section
from analysis.sections.records.overview_lists import freshness, latest, upcoming
from analysis.selection import Selection
from analysis.words import Translator

SHOWS = ("events", "stories", "materials")
BESIDE = 7 * BAR_ROW
"""Height of the two charts that stand beside each other: the seven regions decide."""


def overview(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the overview.

    ``today`` is an ISO day: the running year is then not compared with whole years, what is to come is listed apart,
    and tables are told to be old. Without it every year counts as over.
    """
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    to_come = upcoming(context)
    return Section(
        key="overview",
        title=words("overview.title"),
        filter_summary=filter_summary(context, SHOWS, ("events",)),
        metrics=with_definitions(
            (
                metrics.yearly_metric(context, "events"),
                metrics.yearly_metric(context, "participants"),
                metrics.yearly_metric(context, "stories"),
                metrics.yearly_metric(context, "materials"),
            ),
            words,
        ),
        sentences=_sentences(context),
        charts=(events_by_year(context), events_by_region(context, BESIDE), contents_by_theme(context, BESIDE)),
        lists=(latest(context), *([to_come] if to_come.items else []), freshness(context)),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words = context.words
    counts = {name: total(frame) for name, frame in context.filtered.items()}
    if not any(counts.values()):
        return nothing_to_show(context)
    said = {name: words.plural(f"sections.{name}_n", count) for name, count in counts.items()}
    sentence = words("overview.sentence", **said)
    return (sentence, joint_and_reported(context)) if counts["events"] else (sentence,)
