"""What a section is made from: the tables, what is chosen, and the counted rows of it."""

from dataclasses import dataclass

from analysis.measures import years
from analysis.measures.chosen import Weighed, counted, weighed, within
from analysis.schema import Tables
from analysis.selection import Selection
from analysis.words import Words


@dataclass(frozen=True)
class View:
    """``activity``: all rows; ``whole``: all that counts, whatever is chosen; ``ever``: of it what is chosen, in all
    years; ``shown``: the same in the chosen years. ``today`` is an ISO day, None where time plays no part."""

    tables: Tables
    selection: Selection
    words: Words
    today: str | None
    activity: Weighed
    whole: Weighed
    ever: Weighed
    shown: Weighed

    @property
    def compared(self) -> years.Compared | None:
        """The year that changes are told of."""
        return years.compared(self.whole, self.selection, self.today)

    @property
    def years(self) -> range:
        """The years that the data covers, as far as they are chosen."""
        return years.shown(years.span(*self.whole.values()), self.selection)

    @property
    def running(self) -> int | None:
        """The year that is not over."""
        return int(self.today[:4]) if self.today else None


def nothing(seen: View) -> str:
    """The sentence that stands where there is nothing to show, and what to do then."""
    return seen.words("sections.nothing_yet" if seen.selection.is_empty else "sections.nothing_chosen")


def view(tables: Tables, selection: Selection, words: Words, today: str | None = None) -> View:
    """The view of a selection."""
    activity = weighed(tables)
    ever = counted(activity, selection.without("years"))
    shown = {name: within(frame, selection.years) for name, frame in ever.items()}
    return View(tables, selection, words, today, activity, counted(activity, Selection()), ever, shown)
