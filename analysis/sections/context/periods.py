"""Periods of whole years that numbers are compared with: a year, several, or a phase of the work."""

from dataclasses import dataclass

from analysis.cache import cached_per_tables
from analysis.measures.counts import year_span
from analysis.measures.records import RecordsByTable
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.selection import read_years
from analysis.words import Translator
from analysis.words.language import DASH


@dataclass(frozen=True)
class Period:
    """From a first to a last year, and its name: "2022", "2020–2021", "ELMO (2019–2021)"."""

    first: int
    last: int
    name: str

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year, as filters have them."""
        return (self.first, self.last)


def find_period(tables: Tables, counted: RecordsByTable, text: str, words: Translator) -> Period | None:
    """The period that an address names ("2022", "2020-2021", the id of a phase).

    ``tables``, ``counted``: the data, and its rows that count. ``words``: the language of the name. None if no phase
    has that id, or the data has no rows of these years.
    """
    span, years = year_span(*counted.values()), read_years(text)
    phases = phase_periods(tables, words, span.stop - 1)
    if text in phases:
        return phases[text]
    if years is None or not span or years[1] < span.start or years[0] >= span.stop:
        return None
    return Period(*years, DASH.join(dict.fromkeys(map(str, years))))


@cached_per_tables
def phase_periods(tables: Tables, words: Translator, latest: int) -> dict[str, Period]:
    """The phases by id, each as the whole years that it is a part of; one without an end goes on to the ``latest``."""
    periods, frame = {}, tables["phases"]
    names = code_labels.table_labels(frame, "id", words)
    for row in frame.to_dict("records"):
        first = int(str(row["starts"])[:4])
        ends = text_or_none(row["ends"])
        last = int(ends[:4]) if ends else max(first, latest)
        years = DASH.join(dict.fromkeys((str(first), str(last))))
        periods[str(row["id"])] = Period(first, last, words("choosing.phase", name=names[row["id"]], years=years))
    return periods
