"""Events as a calendar file (RFC 5545) for anybody's own calendar."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vDDDTypes, vDuration, vText

from analysis.charts.svg import Provenance
from analysis.exports.shared.provenance import UNKNOWN_TIME, counting_text
from analysis.sections.presentation.full_sections import CalendarEvent
from analysis.words import Translator

FULL = len("2023-06-24")
REFRESH = timedelta(hours=6)
"""How often a calendar is asked to look for changes."""
STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE", "": "CONFIRMED"}
HOME = "klusteripulssi"


def ical_file(
    events: Sequence[CalendarEvent], words: Translator, origin: Provenance, *, timestamp: datetime | None = None
) -> bytes:
    """An ics file of the events whose first day is known, each as a whole day or several.

    The identifier of an event is that of its row, and its sequence grows with each change, so that a later file updates
    what an earlier one brought. Its stamp is ``timestamp``, the time when the revision was published. The calendar's
    description says how many have no day.
    """
    stamp = timestamp or UNKNOWN_TIME
    stamp = stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    file, with_day = Calendar(), [each for each in events if each.starts and len(each.starts) == FULL]
    without_day = len(events) - len(with_day)
    lines = (
        origin.filter_text,
        words.plural("exports.agenda.undated", without_day) if without_day else "",
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
    file.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    file.add("x-published-ttl", vDuration(REFRESH))
    for each in with_day:
        file.add_component(_component(each, words, origin, stamp))
    return file.to_ical()


def _component(event: CalendarEvent, words: Translator, origin: Provenance, stamp: datetime) -> Event:
    """An event whose first day is known, as iCalendar has it. A vaguer end is said in its description alone."""
    first, component = date.fromisoformat(event.starts or ""), Event()
    last = date.fromisoformat(event.ends) if event.ends and len(event.ends) == FULL else first
    component.add("uid", f"{event.id}@{HOME}")
    component.add("dtstamp", stamp)
    if event.changed:
        component.add("sequence", event.changed.sequence)
        component.add("last-modified", event.changed.time.astimezone(UTC))
    component["dtstart"] = vDDDTypes(first)
    component["dtend"] = vDDDTypes(max(first, last) + timedelta(days=1))
    for each in ("dtstart", "dtend"):
        component[each].params["VALUE"] = "DATE"
    component.add("status", STATUS[event.status])
    component.add("transp", "TRANSPARENT")
    if categories := [*event.kinds, *event.regions]:
        component.add("categories", categories)
    for name, text in _texts(event, words, origin).items():
        if text:
            component.add(name, text)
    return component


def _texts(event: CalendarEvent, words: Translator, origin: Provenance) -> dict[str, str]:
    """The texts of an event by the names of iCalendar, with its days as they are written if their end is vague."""
    status = f"{words(f'exports.agenda.{event.status}')}: " if event.status else ""
    is_vague = bool(event.ends) and len(event.ends or "") < FULL
    days = words.days(event.starts or "", event.ends) if is_vague else ""
    source = words("downloads.source", source=origin.line(words))
    return {
        "summary": status + event.name,
        "location": ", ".join(filter(None, (event.place, words.listing(list(event.regions))))),
        "url": event.link or "",
        "description": "\n\n".join(filter(None, (days, event.summary, source))),
    }
