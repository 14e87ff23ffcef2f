"""Sentences on events that several sections tell."""

from analysis.measures.participants import number_reporting
from analysis.measures.totals import joint_events, total
from analysis.sections.view import SectionContext


def joint_and_reported(context: SectionContext) -> str:
    """How many events are joint, and of how many the participants are known."""
    words, events = context.words, context.filtered["events"]
    reported = words.plural("sections.of_events", number_reporting(events))
    return words("sections.joint_reported", joint=words.number(total(joint_events(events))), reported=reported)
