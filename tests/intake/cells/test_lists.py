"""Lists: how they are parted, what is known in them, regions above all."""

import pytest

from analysis.intake.cells.cell_reading import Reading
from analysis.intake.cells.choices import KnownListReader, RegionsReader, TextListReader, list_items
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.issues import Finding
from analysis.schema import TABLES, typed_frame
from analysis.schema.aliases import ALL_SEVEN, OTHER_REGIONS, REGION_ALIASES, SEVEN

LONG = "Digitalisaatio, innovatiiviset teknologiat ja tuotantoprosessit"
PRIORITIES = typed_frame(
    TABLES["priorities"],
    {"id": ["p1", "p2", "p3", "p4"], "name_fi": ["Digitalisaatio", LONG, "Ruoka", "Vesi / ilma"]},
)
KNOWN = Lexicons.of({"priorities": PRIORITIES})
READER = KnownListReader(KNOWN.of_table("priorities"), "unknown-priority")
REGIONS = RegionsReader(KNOWN.of_table("regions"))


@pytest.mark.parametrize(
    "text", ["a; b; c", "a, b, c", "a / b / c", "a\nb\nc", "a;b,c", "; a;; b / - / c,", "a , b\n/ c"]
)
def test_a_list_is_parted_by_semicolon_comma_line_break_and_slash(text):
    assert list_items(text)[:2] == ["a", "b"]
    assert len(list_items(text)) == 3


def test_a_slash_without_spaces_parts_nothing():
    assert list_items("a/b; c /d") == ["a/b", "c /d"]


def test_a_list_of_text_holds_each_word_once():
    assert TextListReader().read("Liitto Oy, Kainuun liitto; Liitto Oy") == Reading(("Liitto Oy", "Kainuun liitto"))
    assert TextListReader().read(";") == Reading(None)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (LONG, ("p2",)),
        (LONG.upper().replace(", ", ","), ("p2",)),
        (f"Ruoka, {LONG}, p1", ("p3", "p2", "p1")),
        ("Digitalisaatio, Ruoka", ("p1", "p3")),
        ("Vesi / ilma / Ruoka", ("p4", "p3")),
        ("p1; P1; digitalisaatio", ("p1",)),
    ],
)
def test_a_separator_within_a_known_name_parts_nothing(text, keys):
    assert READER.read(text) == Reading(keys)


def test_one_unknown_word_is_told_and_the_others_are_kept():
    assert READER.read("Ruoka; Avaruus; p1; Avaruus") == Reading(
        ("p3", "p1"), (Finding("unknown-priority", "Avaruus"),)
    )
    assert READER.read("Avaruus") == Reading(None, (Finding("unknown-priority", "Avaruus"),))


@pytest.mark.parametrize(("code", "names"), SEVEN.items())
def test_a_region_is_known_by_code_names_and_aliases(code, names):
    for word in (code, *names, *REGION_ALIASES[code]):
        for written in (word, word.upper(), word.lower(), word.replace("-", " ")):
            assert REGIONS.read(written) == Reading((code,))


@pytest.mark.parametrize("text", [*ALL_SEVEN, "KAIKKI", "Koko ip-alue", "kaikki; Lappi"])
def test_the_whole_area_is_the_seven(text):
    assert REGIONS.read(text) == Reading(tuple(SEVEN))


def test_regions_are_given_in_the_order_written_and_once():
    assert REGIONS.read("Lappi, 10; Lapland / Kainuu") == Reading(("19", "10", "18"))
    assert REGIONS.read(18.0) == Reading(("18",))


def test_two_codes_that_excel_took_for_a_number_are_two_regions():
    assert REGIONS.read(17.18) == Reading(("17", "18"))


@pytest.mark.parametrize(("code", "names"), OTHER_REGIONS.items())
def test_another_region_of_finland_is_left_out_beside_one_of_the_seven(code, names):
    for word in (code, *names):
        assert REGIONS.read(f"Lappi; {word}") == Reading(("19",), (Finding("outside-region", word),))


def test_where_no_one_of_the_seven_is_left_the_cell_is_unknown():
    assert REGIONS.read("Uusimaa; Pirkanmaa") == Reading(None, (Finding("unknown-region", "Uusimaa; Pirkanmaa"),))
    assert REGIONS.likely(Finding("unknown-region", "Uusimaa; Pirkanmaa")) is None
    assert REGIONS.read("Uusimaa; Mordor") == Reading(None, (Finding("unknown-region", "Mordor"),))


def test_an_unknown_word_beside_known_regions_is_told():
    assert REGIONS.read("Lappi; Kainu; Uusimaa") == Reading(
        ("19",), (Finding("unknown-region", "Kainu"), Finding("outside-region", "Uusimaa"))
    )


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("Kainuu ja Lappi", "Kainuu; Lappi"),
        ("Kainuu/Lappi", "Kainuu; Lappi"),
        ("Lapin ja Kainuun", "Lappi; Kainuu"),
        ("Norra Karelen & Lappland", "Pohjois-Karjala; Lappi"),
        ("10 11", "Etelä-Savo; Pohjois-Savo"),
        ("kaikki paitsi Lappi", None),
    ],
)
def test_regions_joined_otherwise_than_in_a_list_are_suggested_as_one(text, likely):
    assert REGIONS.read(text) == Reading(None, (Finding("unknown-region", text),))
    assert REGIONS.likely(Finding("unknown-region", text)) == likely
