"""A column as a whole: values by kind, findings with position, severity, value and likely meaning."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.intake.cells.column_reading import ColumnValues, read_column
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.serials import DateSystem
from analysis.intake.issues import Finding
from analysis.intake.tables.typed_columns import without_contacts
from analysis.schema import CODES, TABLES, typed_frame, typed_series

TODAY = date(2026, 5, 1)
KNOWN = Lexicons.of(
    {
        "themes": typed_frame(TABLES["themes"], {"id": ["rahoitus", "osaaminen"]}),
        "events": typed_frame(TABLES["events"], {"id": ["ev-1"], "name": ["Puupäivä"]}),
    }
)
CODE = "131052-308T"


def read(table: str, column: str, *cells: Any, epoch_1904: bool = False) -> ColumnValues:
    declared = TABLES[table].column(column)
    return read_column(declared, cells, KNOWN, table=table, dates=DateSystem(epoch_1904), today=TODAY)


def found(table: str, column: str, *cells: Any) -> list[tuple]:
    findings = read(table, column, *cells).findings
    assert {each.column for _, each in findings} <= {column}
    return [(position, each.code, each.severity, each.value, each.suggestion) for position, each in findings]


@pytest.mark.parametrize(
    ("table", "column", "cells", "values"),
    [
        ("regions", "code", (18, 18.0, "07", " 19 "), ["18", "18", "07", "19"]),
        ("events", "name", ("Puupäivä", "Metsä\nja  vesi", 2023.0), ["Puupäivä", "Metsä ja vesi", "2023"]),
        ("events", "summary", ("a\r\n b", "", None, "ei tiedossa"), ["a\nb", None, None, None]),
        ("events", "starts", (date(2023, 3, 1), "3/2023", 2023), ["2023-03-01", "2023-03", "2023"]),
        ("events", "kind", ("Seminaari", "WORKSHOP", "annat"), ["seminar", "workshop", "other"]),
        ("events", "status", ("", "peruttu"), [None, "cancelled"]),
        ("events", "regions", ("Lappi; 18", 17.0), [("19", "18"), ("17",)]),
        ("events", "themes", ("Rahoitus, osaaminen", "-"), [("rahoitus", "osaaminen"), None]),
        ("events", "organisers", ("A Oy; B ry", ""), [("A Oy", "B ry"), None]),
        ("events", "participants", (50.0, "1 200", ""), [50, 1200, None]),
        ("events", "link", ("www.x.fi", "https://x.fi", ""), ["https://www.x.fi", "https://x.fi", None]),
        ("materials", "starts_at", (time(12, 30), "1:02:30", ""), [750, 3750, None]),
        ("materials", "captions", (True, "ei", False), ["yes", "no", "no"]),
        ("materials", "event", ("EV-1", ""), ["ev-1", None]),
        ("clusters", "founded", (2015.0, "1850"), [2015, 1850]),
        ("targets", "region", ("kaikki", "", "Lappi"), [None, None, "19"]),
        ("targets", "theme", ("all", "Rahoitus"), [None, "rahoitus"]),
        ("regions", "contact", ("kirjaamo@x.fi",), ["mailto:kirjaamo@x.fi"]),
    ],
)
def test_values_come_by_kind_and_sound_cells_say_nothing(table, column, cells, values):
    given = read(table, column, *cells)
    assert given.values == values
    assert given.findings == []


def test_one_and_true_are_different_cells():
    assert read("events", "participants", 1, True, 1.0).values == [1, None, 1]


def test_only_columns_of_days_have_second_ends():
    assert read("events", "starts", "12.–13.3.2023", 2023) == ColumnValues(
        ["2023-03-12", "2023"], [], ["2023-03-13", None]
    )
    assert read("phases", "starts", "2019–2021").ends == ["2021"]
    assert read("events", "ends", "").ends is None
    assert read("events", "name", "a").ends is None


def test_a_span_is_no_day_where_no_column_of_ends_belongs_to_it():
    assert found("stories", "published", "12.–13.3.2023") == [(0, "bad-date", "warning", "12.–13.3.2023", "12.3.2023")]
    assert found("events", "ends", "12.–13.3.2023") == [(0, "bad-date", "warning", "12.–13.3.2023", "13.3.2023")]


@pytest.mark.parametrize(
    ("table", "column", "cell", "finding"),
    [
        ("events", "name", "", ("missing-value", "error", "", None)),
        ("events", "name", "Ei tiedossa", ("missing-value", "error", "Ei tiedossa", None)),
        ("events", "regions", "; -", ("missing-value", "error", "; -", None)),
        ("events", "starts", "31.11.2024", ("bad-date", "error", "31.11.2024", "30.11.2024")),
        ("events", "ends", "31.11.2024", ("bad-date", "warning", "31.11.2024", "30.11.2024")),
        ("targets", "target", "-5", ("bad-number", "error", "-5", "5")),
        ("events", "participants", "25 hlö", ("bad-number", "warning", "25 hlö", "25")),
        ("materials", "starts_at", "12.30", ("bad-number", "warning", "12.30", "12:30")),
        ("events", "kind", "semianari", ("bad-choice", "error", "semianari", "seminaari")),
        ("events", "form", "hybrdi", ("bad-choice", "warning", "hybrdi", "hybridi")),
        ("events", "name", "#REF!", ("excel-error", "error", "#REF!", None)),
        ("events", "participants", "#JAKO/0!", ("excel-error", "warning", "#JAKO/0!", None)),
        ("events", "regions", "Pohjois-Pohjanma", ("unknown-region", "error", "Pohjois-Pohjanma", "Pohjois-Pohjanmaa")),
        ("targets", "region", "Mordor", ("unknown-region", "error", "Mordor", None)),
        ("targets", "theme", "Rahotus", ("unknown-theme", "error", "Rahotus", "Rahoitus")),
        ("materials", "themes", "Rahotus", ("unknown-theme", "warning", "Rahotus", "Rahoitus")),
        ("events", "priorities", "Avaruus", ("unknown-priority", "warning", "Avaruus", None)),
        ("materials", "event", "Puupäivä", ("dangling-reference", "warning", "Puupäivä", "ev-1")),
        ("events", "link", "htp://x.fi", ("bad-link", "warning", "htp://x.fi", "http://x.fi")),
        ("events", "link", "javascript:alert(1)", ("unsafe-link", "warning", "javascript:alert(1)", None)),
        ("events", "participants", 5001, ("unlikely-value", "warning", "5001", None)),
        ("materials", "duration_min", 1441, ("unlikely-value", "warning", "1441", None)),
        ("clusters", "founded", 2027, ("unlikely-value", "warning", "2027", None)),
        ("clusters", "label_year", 1989, ("unlikely-value", "warning", "1989", None)),
        ("events", "starts", "12.3.2032", ("unlikely-value", "warning", "12.3.2032", None)),
        ("events", "participants", "noin 50", ("approximate-value", "info", "noin 50", "50")),
        ("events", "regions", "Lappi; Uusimaa", ("outside-region", "info", "Uusimaa", None)),
        ("events", "summary", "x" * 2001, ("text-too-long", "warning", "x" * 199 + "…", None)),
        (
            "events",
            "summary",
            "Kysy: a@b.fi, 040 123 4567.",
            ("personal-data", "warning", "a@b.fi, 040 123 4567", None),
        ),
        ("events", "place", "+358 (0)40 123 4567", ("personal-data", "warning", "+358 (0)40 123 4567", None)),
        ("events", "source", "etu.suku @ x.fi", ("personal-data", "warning", "etu.suku @ x.fi", None)),
        ("events", "link", "https://x.fi/?a=etu.suku%40x.fi", ("personal-data", "warning", "etu.suku@x.fi", None)),
        ("events", "summary", "www.x.fi/?a=etu.suku%2540x.fi", ("personal-data", "warning", "etu.suku@x.fi", None)),
        ("events", "organisers", '["A", "etu.suku@x.fi"]', ("personal-data", "warning", "etu.suku@x.fi", None)),
        ("events", "link", "https://x.fi/131052%2D308T", ("personal-data", "error", "https://x.fi/******-****", None)),
        ("materials", "duration_min", "1 päivä", ("bad-number", "warning", "1 päivä", None)),
        ("materials", "duration_min", date(1900, 2, 14), ("bad-number", "warning", "14.2.1900", "45")),
        ("events", "participants", time(0), ("bad-number", "warning", "0:00", "0")),
        ("events", "organisers", "Matti, a@b.fi", ("personal-data", "warning", "a@b.fi", None)),
        (
            "events",
            "link",
            "mailto:a@b.fi",
            ("personal-data", "warning", "mailto:a@b.fi".removeprefix("mailto:"), None),
        ),
        ("events", "summary", f"Tunnus {CODE}", ("personal-data", "error", "Tunnus ******-****", None)),
        ("events", "participants", CODE, ("personal-data", "error", "******-****", None)),
    ],
)
def test_a_finding_says_how_grave_it_is_and_what_was_likely_meant(table, column, cell, finding):
    assert found(table, column, cell) == [(0, *finding)]


def test_a_code_stands_nowhere_in_what_is_given_back():
    for table, column in (("events", "id"), ("events", "summary"), ("events", "link"), ("events", "regions")):
        assert CODE not in repr(read(table, column, CODE, f"x {CODE} y"))
        assert "308T" not in repr(read(table, column, f"https://x.fi/{CODE}"))


def test_a_contact_may_hold_a_mailbox():
    assert found("regions", "contact", "kirjaamo@x.fi", "mailto:kirjaamo@x.fi") == []


def test_what_the_owner_says_of_contacts_may_hold_an_address():
    keys = ["contact", "feedback", "authority", "coverage", None, "contact"]
    findings = read("about", "value_fi", *(["a@b.fi"] * 5), CODE).findings
    assert [(position, each.severity) for position, each in without_contacts(findings, keys)] == [
        (3, "warning"),
        (4, "warning"),
        (5, "error"),
    ]


def test_each_finding_has_its_place_and_a_cell_may_have_several():
    assert found("events", "regions", "Lappi", "Lapi; Kainu", "Lappi", "Lapi") == [
        (1, "unknown-region", "error", "Lapi", "Lappi"),
        (1, "unknown-region", "error", "Kainu", "Kainuu"),
        (3, "unknown-region", "error", "Lapi", "Lappi"),
    ]


def test_every_bad_cell_is_found_and_the_first_hundred_of_a_code_get_a_suggestion():
    findings = read("events", "participants", *(f"{number} hlö" for number in range(1000))).findings
    assert [position for position, _ in findings] == list(range(1000))
    assert [each.suggestion for _, each in findings] == [str(n) for n in range(100)] + [None] * 900


def test_days_of_a_1904_workbook_are_counted_from_1904():
    assert read("events", "starts", 43535.0, epoch_1904=True).values == ["2023-03-12"]


@pytest.mark.parametrize("column", [(t.name, c.name) for t in TABLES.values() for c in t.columns])
def test_every_column_reads_anything_without_a_fault(column):
    cells = [
        "",
        None,
        "x",
        -1,
        0.5,
        1e300,
        float("nan"),
        True,
        date(1, 1, 1),
        time(0),
        "a" * 40_000,
        "§½\U0001f600",
        "\ud800",
    ]
    given = read(*column, *cells)
    assert len(typed_series(TABLES[column[0]].column(column[1]).kind, given.values)) == len(cells)
    for _, each in given.findings:
        assert isinstance(each, Finding)
        assert each.severity in {severity for severity, _ in CODES[each.code]}


SOUND = {"name": "Keksitty tapahtuma {}", "link": "https://example.org/{}", "regions": "Lappi", "kind": "muu"}


@pytest.mark.parametrize("column", SOUND)
@given(
    cells=st.lists(
        st.sampled_from(
            [
                "",
                "-",
                "a  b",
                "a|b",
                "x\u00a0",
                "https://x.fi/a b",
                "https://x/",
                "https://",
                "https://foo",
                "x.fi/",
                "x.fi/a",
                CODE,
                "a@b.fi",
                "Ã¤",
                "Lapi",
            ]
        )
        | st.sampled_from(["https://", "https://foo", "x.fi/", "x.fi/a"])
        | st.sampled_from([None, True, 1, 1.0, 18, date(2023, 3, 1), "1", "#REF!", "www.x.fi", "Lappi; Kainuu"])
        | st.text(max_size=5),
        max_size=5,
    ),
    places=st.lists(st.integers(0, 1200), min_size=5, max_size=5),
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_cells_are_read_among_many_as_they_are_alone(column, cells, places):
    all_cells = [SOUND[column].format(number) for number in range(1200)]
    for place, cell in zip(places, cells, strict=False):
        all_cells.insert(place, cell)
    together = read("events", column, *all_cells)
    alone = [(at, read("events", column, cell)) for at, cell in enumerate(all_cells) if cell in cells]
    assert [together.values[at] for at, _ in alone] == [each.values[0] for _, each in alone]
    assert together.findings == [(at, finding) for at, each in alone for _, finding in each.findings]


def test_texts_are_read_alike_whether_they_repeat_or_not():
    odd = ["", "a  b", "#REF!", "matti@x.fi"]
    for sound in (["Sama nimi"] * 2000, [f"Keksitty tapahtuma {number}" for number in range(2000)]):
        given = read("events", "summary", *sound, *odd, 5)
        assert given.values == [*sound, None, "a b", None, "matti@x.fi", "5"]
        assert [at for at, _ in given.findings] == [2002, 2003]


def test_an_empty_column_is_empty():
    assert read("events", "name") == ColumnValues([], [])
