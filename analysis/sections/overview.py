"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.charts.bars import ROW
from analysis.measures.totals import total
from analysis.schema import Tables
from analysis.sections import numbers
from analysis.sections.chosen import chosen
from analysis.sections.counted_numbers import ruled
from analysis.sections.listings import freshness, latest, upcoming
from analysis.sections.regions import regions
from analysis.sections.said import said
from analysis.sections.section import Section
from analysis.sections.sentences import joint_and_reported
from analysis.sections.themes import themes
from analysis.sections.view import View, nothing, view
from analysis.sections.years import years
from analysis.selection import Selection
from analysis.words import Words

SHOWS = ("events", "stories", "materials")
BESIDE = 7 * ROW
"""Height of the two charts that stand beside each other: the seven regions decide."""


def overview(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section:
    """The section of the overview.

    ``today`` is an ISO day: the running year is then not compared with whole years, what is to come is listed apart,
    and tables are told to be old. Without it every year counts as over.
    """
    context = view(tables, selection, words, today)
    coverage = said(tables, "coverage", words)
    to_come = upcoming(context)
    return Section(
        key="overview",
        title=words("overview.title"),
        choice=chosen(context, SHOWS, ("events",)),
        numbers=ruled(
            (
                numbers.rows(context, "events"),
                numbers.reported(context),
                numbers.rows(context, "stories"),
                numbers.rows(context, "materials"),
            ),
            words,
        ),
        sentences=_sentences(context),
        charts=(years(context), regions(context, BESIDE), themes(context, BESIDE)),
        listings=(latest(context), *([to_come] if to_come.items else []), freshness(context)),
        coverage=coverage.text,
        coverage_language=coverage.language,
    )


def _sentences(context: View) -> tuple[str, ...]:
    words = context.words
    counts = {name: total(frame) for name, frame in context.shown.items()}
    if not any(counts.values()):
        return nothing(context)
    said = {name: words.plural(f"sections.{name}_n", count) for name, count in counts.items()}
    sentence = words("overview.sentence", **said)
    return (sentence, joint_and_reported(context)) if counts["events"] else (sentence,)
