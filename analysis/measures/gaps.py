"""What is missing in rows that count: by kind the rows, of how many, and which cells are to be filled in them.

A gap counts rows, not occasions: a series lacks its number of participants once.
"""

from bisect import bisect_right
from collections.abc import Sequence

from analysis.measures.counts import values_in_use
from analysis.measures.gap_kinds import Gap
from analysis.measures.records import Records, RecordsByTable, older_mask
from analysis.measures.toolkit_gaps import material_gaps

TABLES = ("events", "stories", "materials")
OLD = 2
"""Years after which a story is old."""


def all_gaps(activity: RecordsByTable, themes: Sequence[str], today: str | None = None) -> tuple[Gap, ...]:
    """The gaps of the rows of a selection but for dead links, in the order of `GAPS`.

    ``themes``: those that need a recording, a guide and each language. ``today``: an ISO day; events after it need no
    participants yet, and without it nothing is old.
    """
    events, stories = past_events(activity["events"], today), activity["stories"]
    silent = events.where(~events.known_mask("participants"))
    old = stories.where(older_mask(stories, OLD, today))
    return (
        Gap("participants", len(silent), len(events), {"events": silent}, {"events": "participants"}),
        _without_recording(activity, events, themes),
        _untold(activity, themes),
        Gap("old_stories", len(old), len(stories), {"stories": old}, {"stories": "published"}),
        _without_value("links", "link", activity),
        _without_value("themes", "themes", activity),
        *material_gaps(activity["materials"], themes, today),
    )


def past_events(events: Records, today: str | None) -> Records:
    """The events that do not begin after an ISO day; those whose day is unknown among them."""
    if today is None:
        return events
    return events.where(events["day"] < bisect_right(events.values["day"], (today,)))


def _without_recording(activity: RecordsByTable, events: Records, themes: Sequence[str]) -> Gap:
    """The themes of which no event has a recording and no material is one; their events can be given one."""
    recordings = activity["materials"].having("kind", ("recording",))
    of_events = events.where(events.known_mask("recording"))
    heard = {*values_in_use(recordings, "themes"), *values_in_use(of_events, "themes")}
    silent = tuple(theme for theme in themes if theme not in heard)
    rows = events.having("themes", silent)
    rows = rows.where(~rows.known_mask("recording"))
    new_rows = {"materials": len(silent)}
    return Gap("recordings", len(silent), len(themes), {"events": rows}, {"events": "recording"}, new_rows, silent)


def _untold(activity: RecordsByTable, themes: Sequence[str]) -> Gap:
    """The materials with themes of which none is a theme of any story."""
    materials, told = activity["materials"], set(values_in_use(activity["stories"], "themes"))
    rows = materials.where(materials.value_mask("themes", lambda own: bool(own) and told.isdisjoint(own)))
    used = values_in_use(rows, "themes")
    terms = (*(theme for theme in themes if theme in used), *(theme for theme in used if theme not in themes))
    return Gap("untold", len(rows), len(materials), {"materials": rows}, {}, {"stories": len(terms)}, terms)


def _without_value(key: str, column: str, activity: RecordsByTable) -> Gap:
    """The rows of all tables in which a column is empty."""
    tables = {name: activity[name] for name in TABLES}
    rows = {name: each.where(~each.known_mask(column)) for name, each in tables.items()}
    number, base = (sum(map(len, each.values())) for each in (rows, tables))
    return Gap(key, number, base, rows, dict.fromkeys(TABLES, column))
