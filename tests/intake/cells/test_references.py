"""References to one row: by key, by name where the table is known by names, and the whole area in targets."""

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.choices import ReferenceReader
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.issues import Finding
from analysis.schema import TABLES, typed_frame

KNOWN = Lexicons.of(
    {
        "themes": typed_frame(TABLES["themes"], {"id": ["rahoitus", "vesi"], "name_fi": ["Kestävä rahoitus", "Vesi"]}),
        "clusters": typed_frame(
            TABLES["clusters"], {"id": ["cl-1", "cl-1-1", "cl-11"], "name": ["Puu", "Pelto", "Kala"]}
        ),
        "events": typed_frame(TABLES["events"], {"id": ["ev-1", "ev-2"], "name": ["Puupäivä", "Kalapäivä"]}),
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
    ("to", "text", "finding", "likely"),
    [
        ("regions", "Lapissa", Finding("unknown-region", "Lapissa", "error"), "Lappi"),
        ("regions", "Uusimaa", Finding("unknown-region", "Uusimaa", "error"), None),
        ("regions", "Lappi; Kainuu", Finding("unknown-region", "Lappi; Kainuu", "error"), None),
        ("themes", "Rahotus", Finding("unknown-theme", "Rahotus", "error"), "Rahoitus"),
        ("clusters", "Puuu", Finding("dangling-reference", "Puuu"), "Puu"),
        ("clusters", "kaikki", Finding("dangling-reference", "kaikki"), None),
        ("events", "Puupäivä", Finding("dangling-reference", "Puupäivä"), "ev-1"),
        ("events", "tapahtuma-77", Finding("dangling-reference", "tapahtuma-77"), None),
    ],
)
def test_what_names_no_row_is_left_out(to, text, finding, likely):
    assert reader(to).read(text) == Reading(None, (finding,))
    assert reader(to).likely(finding) == likely
