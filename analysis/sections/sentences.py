"""Sentences on events that several sections tell."""

from analysis.measures.participants import reporting
from analysis.measures.totals import joint, total
from analysis.sections.view import View


def joint_and_reported(context: View) -> str:
    """How many events are joint, and of how many the participants are known."""
    words, events = context.words, context.shown["events"]
    reported = words.plural("sections.of_events", reporting(events))
    return words("sections.joint_reported", joint=words.number(total(joint(events))), reported=reported)
