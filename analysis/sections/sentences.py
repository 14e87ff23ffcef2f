"""Sentences on events that several sections tell."""

import re

from analysis.measures.participants import reporting
from analysis.measures.totals import joint, total
from analysis.sections.view import View

ENDS = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
"""Where a sentence ends and another begins."""


def sentences(text: str) -> list[str]:
    """A text in its sentences."""
    return ENDS.split(text)


def first_sentence(text: str) -> str:
    """What a text says first."""
    return sentences(text)[0]


def joint_and_reported(view: View) -> str:
    """How many events are joint, and of how many the participants are known."""
    words, events = view.words, view.shown["events"]
    reported = words.plural("sections.of_events", reporting(events))
    return words("sections.joint_reported", joint=words.number(total(joint(events))), reported=reported)
