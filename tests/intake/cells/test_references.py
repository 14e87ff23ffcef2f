"""References to one row: by key, by name where the table is known by names, and the whole area in targets."""

import pytest

from analysis.intake.cells.cell import Note, Reading
from analysis.intake.cells.references import ReferenceReader
from analysis.intake.known import Known
from analysis.schema import TABLES, frame

KNOWN = Known.of(
    {
        "themes": frame(TABLES["themes"], {"id": ["rahoitus", "vesi"], "name_fi": ["Kestävä rahoitus", "Vesi"]}),
        "clusters": frame(TABLES["clusters"], {"id": ["cl-1", "cl-1-1", "cl-11"], "name": ["Puu", "Pelto", "Kala"]}),
        "events": frame(TABLES["events"], {"id": ["ev-1", "ev-2"], "name": ["Puupäivä", "Kalapäivä"]}),
    }
)


def reader(to: str) -> ReferenceReader:
    return ReferenceReader(to, KNOWN.of_table(to))


@pytest.mark.parametrize(
    ("to", "text", "key"),
    [
        ("regions", "Lappi", "19"),
        ("regions", 19.0, "19"),
        ("themes", "Rahoitus", "rahoitus"),
        ("themes", "funding", "rahoitus"),
        ("themes", "kestävä RAHOITUS", "rahoitus"),
        ("themes", "Vesi", "vesi"),
        ("clusters", "cl-1", "cl-1"),
        ("clusters", "CL-1", "cl-1"),
        ("clusters", "cl-1-1", "cl-1-1"),
        ("clusters", "cl-11", "cl-11"),
        ("clusters", "kala", "cl-11"),
        ("events", "ev-2", "ev-2"),
    ],
)
def test_a_row_is_known_by_key_and_name(to, text, key):
    assert reader(to).read(text) == Reading(key)


@pytest.mark.parametrize(
    ("to", "text"), [("regions", "kaikki"), ("regions", "Koko IP-alue"), ("themes", "ALL"), ("themes", "kaikki teemat")]
)
def test_the_whole_area_has_no_key_and_is_no_missing_value(to, text):
    assert reader(to).read(text) == Reading(whole=True)


@pytest.mark.parametrize(
    ("to", "text", "note", "likely"),
    [
        ("regions", "Lapissa", Note("unknown-region", "Lapissa", "error"), "Lappi"),
        ("regions", "Uusimaa", Note("unknown-region", "Uusimaa", "error"), None),
        ("regions", "Lappi; Kainuu", Note("unknown-region", "Lappi; Kainuu", "error"), None),
        ("themes", "Rahotus", Note("unknown-theme", "Rahotus", "error"), "Rahoitus"),
        ("clusters", "Puuu", Note("dangling-reference", "Puuu"), "Puu"),
        ("clusters", "kaikki", Note("dangling-reference", "kaikki"), None),
        ("events", "Puupäivä", Note("dangling-reference", "Puupäivä"), "ev-1"),
        ("events", "tapahtuma-77", Note("dangling-reference", "tapahtuma-77"), None),
    ],
)
def test_what_names_no_row_is_left_out(to, text, note, likely):
    assert reader(to).read(text) == Reading(None, (note,))
    assert reader(to).likely(note) == likely
