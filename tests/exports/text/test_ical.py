"""The calendar file, read back by the library: whole days, what was cancelled, what has no day."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from analysis.exports import Provenance, ical_file
from analysis.sections import ReportContext
from analysis.sections.presentation.full_sections import calendar_events
from analysis.selection import Selection
from analysis.words import translator
from tests.sections.rows import tables

MADE = datetime(2023, 6, 24, 9, 30, tzinfo=UTC)
ORIGIN = Provenance("12", "2023-06-24", "Näytetään kaikki; myös \\ ja , ja\nrivi.", "Klusteripulssi", "Osa.", "CC0 1.0")
EVENTS = [
    {"id": "a", "name": "A; B, C", "starts": "2023-03-12", "ends": "2023-03-13", "regions": ("19", "18")},
    {"id": "b", "name": "B", "starts": "2023-04-01", "status": "cancelled", "regions": ("19",)},
    {"id": "c", "name": "C", "starts": "2023-05", "regions": ("19",)},
    {"id": "d", "name": "D", "starts": "2023-06-01", "status": "postponed", "place": "Oulu", "regions": ("17",)},
    {"id": "e", "name": "E", "starts": "2023", "regions": ("17",)},
]


def ical(selection: Selection = Selection()):  # noqa: B008
    basis = ReportContext(tables(events=EVENTS), translator("fi"))
    return ical_file(calendar_events(basis, selection), translator("fi"), ORIGIN, timestamp=MADE)


def events(data: bytes):
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_an_event_takes_whole_days_and_ends_on_the_day_after():
    first = events(ical())[0]
    assert (first["dtstart"].dt, first["dtend"].dt) == (date(2023, 3, 12), date(2023, 3, 14))
    assert (str(first["summary"]), str(first["location"])) == ("A; B, C", "Kainuu ja Lappi")
    assert b"DTSTART;VALUE=DATE:20230312" in ical()


def test_what_became_of_an_event_is_told():
    assert [(str(each["uid"]), str(each["status"]), str(each["summary"])) for each in events(ical())] == [
        ("a@klusteripulssi", "CONFIRMED", "A; B, C"),
        ("b@klusteripulssi", "CANCELLED", "Peruttu: B"),
        ("d@klusteripulssi", "TENTATIVE", "Siirretty: D"),
    ]


def test_the_calendar_says_what_it_is_made_from_and_what_is_left_out():
    description = str(Calendar.from_ical(ical())["description"])
    for text in (
        ORIGIN.filter_text,
        "2 tapahtuman tarkkaa päivää ei tiedetä",
        "versio 12, julkaistu 24.6.2023",
        "CC0 1.0",
        "Osa.",
    ):
        assert text in description


def test_the_stamp_is_the_revisions_and_the_file_is_the_same_each_time():
    assert {each["dtstamp"].dt for each in events(ical())} == {MADE}
    assert ical() == ical()


def test_the_selection_limits_the_events():
    assert [str(each["summary"]) for each in events(ical(Selection(regions=("17",))))] == ["Siirretty: D"]


def test_lines_are_no_longer_than_the_standard_has_them():
    assert max(len(line) for line in ical().split(b"\r\n")) <= 75
