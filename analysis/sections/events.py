"""The events: how many, when, of what type and format, where, and each of them."""

from analysis.charts.bars import ROW
from analysis.measures.totals import total
from analysis.schema import Tables
from analysis.sections import numbers
from analysis.sections.chosen import chosen
from analysis.sections.counted_numbers import ruled
from analysis.sections.event_rows import event_rows
from analysis.sections.kinds import forms, kinds
from analysis.sections.regions import regions
from analysis.sections.said import said
from analysis.sections.section import Section
from analysis.sections.sentences import joint_and_reported
from analysis.sections.view import View, nothing, view
from analysis.sections.years import years
from analysis.selection import Selection
from analysis.words import Words

BESIDE = 6 * ROW
"""Height of the charts of types and formats, which stand beside each other: the six types decide."""


def events(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> Section:
    """The section of the events; its rows are the newest hundred; `event_rows` gives others."""
    context = view(tables, selection, words, today)
    coverage = said(tables, "coverage", words)
    return Section(
        key="events",
        title=words("events.title"),
        choice=chosen(context, ("events",)),
        numbers=ruled(
            (numbers.rows(context, "events"), numbers.reported(context), numbers.joint_events(context)), words
        ),
        sentences=_sentences(context),
        charts=(years(context), kinds(context, BESIDE), forms(context, BESIDE), regions(context)),
        coverage=coverage.text,
        rows=(event_rows(tables, selection, words),),
        coverage_language=coverage.language,
    )


def _sentences(context: View) -> tuple[str, ...]:
    words, held = context.words, total(context.shown["events"])
    if not held:
        return nothing(context)
    sentence = words("events.sentence", events=words.plural("sections.events_n", held))
    return sentence, joint_and_reported(context)
