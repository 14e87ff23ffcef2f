"""Events as a calendar file (RFC 5545): what a council's or anybody's own calendar takes in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vDDDTypes, vText

from analysis.charts.svg import Provenance
from analysis.exports.shared.provenance import UNKNOWN_TIME, counting_text
from analysis.sections.presentation.full_sections import CalendarEvent
from analysis.words import Translator

FULL = len("2023-06-24")
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "": "CONFIRMED"}
HOME = "klusteripulssi"


def ical_file(
    events: Sequence[CalendarEvent], words: Translator, origin: Provenance, *, made: datetime | None = None
) -> bytes:
    """An ics file of the events whose first day is known, each as a whole day or several.

    An event's identifier is that of its row, so that a later file changes what an earlier one brought; its stamp is
    ``made``, the time when the revision was published. How many have no day is told in the calendar's description.
    """
    stamp = (
        (made or UNKNOWN_TIME).astimezone(UTC) if made and made.tzinfo else (made or UNKNOWN_TIME).replace(tzinfo=UTC)
    )
    dated = [each for each in events if each.starts and len(each.starts) == FULL]
    file, undated = Calendar(), len(events) - len(dated)
    lines = (
        origin.filter_text,
        words.plural("exports.agenda.undated", undated) if undated else "",
        words("exports.rule", rule=counting_text(words)),
        origin.coverage,
        words("downloads.source", source=origin.line(words)),
        words("downloads.licence", licence=origin.licence) if origin.licence else "",
    )
    about = "\n".join(filter(None, lines))
    for name, value in {
        **{"prodid": f"-//{words('frame.name')}//{words.language}", "version": "2.0", "method": "PUBLISH"},
        **{"x-wr-calname": words("exports.agenda"), "name": words("exports.agenda")},
        **{"x-wr-caldesc": about, "description": about},
    }.items():
        file.add(name, vText(value))
    for each in dated:
        file.add_component(_event(each, words, origin, stamp))
    return file.to_ical()


def _event(given: CalendarEvent, words: Translator, origin: Provenance, stamp: datetime) -> Event:
    assert given.starts
    first, event = date.fromisoformat(given.starts), Event()
    last = date.fromisoformat(given.ends) if given.ends and len(given.ends) == FULL else first
    event.add("uid", f"{given.id}@{HOME}")
    event.add("dtstamp", stamp)
    event["dtstart"] = vDDDTypes(first)
    event["dtend"] = vDDDTypes(max(first, last) + timedelta(days=1))
    for each in ("dtstart", "dtend"):
        event[each].params["VALUE"] = "DATE"
    became = f"{words(f'exports.agenda.{given.status}')}: " if given.status else ""
    event.add("summary", became + given.name)
    event.add("status", STATUS[given.status])
    event.add("transp", "TRANSPARENT")
    if place := ", ".join(filter(None, (given.place, words.listing(list(given.regions))))):
        event.add("location", place)
    if given.kinds:
        event.add("categories", list(given.kinds))
    if given.link:
        event.add("url", given.link)
    source = words("downloads.source", source=origin.line(words))
    event.add("description", "\n\n".join(filter(None, (given.summary, source))))
    return event
