"""Lists in one cell: separators of people and programs, what parts nothing, JSON."""

import sys

import pytest

from analysis.intake.cells.choices import KnownListReader, RegionsReader, TextListReader, list_items
from analysis.intake.cells.lexicon import Lexicons
from analysis.schema import TABLES, typed_frame
from tests.intake.checking import check, check_sheets, event, flat, values
from tests.making import csv

PIPED = "Ruoka | juoma"
PRIORITIES = typed_frame(TABLES["priorities"], {"id": ["p1", "p2"], "name_fi": [PIPED, "Vesi / ilma"]})
LEXICONS = Lexicons.of({"priorities": PRIORITIES})


@pytest.mark.parametrize(
    "text",
    [
        *("a; b; c", "a, b, c", "a / b / c", "a\nb\nc", "a;b,c", "; a;; b / - / c,", "a , b\n/ c"),
        *("a|b|c", "a | b | c", "|a|b||c|", "a;#b;#c", ";#a;#b;#c;#", "19;#a;#18;#b;#7;#c", "19;#a; 18;#b|7;#c"),
        *(
            "a; b; c;",
            "a, b, c,",
            "a / b / c /",
            "a|b|c|",
            "a;#b;#c;#",
            "/ a / b / c",
            "a; nan; b; (tyhjä); NULL; c; #N/A",
        ),
        *('["a","b","c"]', '[ "a", "b", null, "", "c" ]', '["a", "NaN", "b", "-", "c"]', r'["a","\u0062","c"]'),
    ],
)
def test_a_list_is_parted_by_the_separators_of_people_and_programs(text):
    assert list_items(text) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("a/b; c /d", ["a/b", "c /d"]),
        ("https://x.fi/a|b", ["https://x.fi/a|b"]),
        ("www.x.fi/?q=a|b|c; d|e", ["www.x.fi/?q=a|b|c", "d", "e"]),
        ("https://x.fi/a|b|https://y.fi/c|d", ["https://x.fi/a|b", "https://y.fi/c|d"]),
        ('["Oy A, B; C / D | E"]', ["Oy A, B; C / D | E"]),
        ("Yritys 19;#Toinen 2", ["Yritys 19", "Toinen 2"]),
        ("19;#Lappi", ["Lappi"]),
        ("2024; 2025", ["2024", "2025"]),
        ("None so Fine; nan", ["None so Fine"]),
        ("#Kainuu; #Lappi", ["#Kainuu", "#Lappi"]),
        ("[]", []),
        ("[null]", []),
        ("19;#", []),
        (";#", []),
    ],
)
def test_what_is_no_separator_parts_nothing(text, items):
    assert list_items(text) == items


@pytest.mark.parametrize("text", ["[1, 2]", '["a", 2]', "[Lappi]", '["a"', '{"a": "b"}', '["a", ["b"]]', "[a; b]"])
def test_what_is_no_json_list_of_texts_is_parted_as_any_text(text):
    assert all(item and not item.isspace() for item in list_items(text))
    assert "".join(list_items(text)).replace(" ", "") == "".join(c for c in text if c not in " ,;")


@pytest.mark.parametrize("text", ['["a",' + "[" * 500 + "]" * 501, '["' + "a" * 100_000 + '"]', "|" * 100_000])
def test_a_deep_or_long_list_does_no_harm(text):
    limit = sys.getrecursionlimit()
    # So that the reader of JSON goes too deep where no other program does.
    sys.setrecursionlimit(400)
    try:
        assert len(list_items(text)) <= 40_000
    finally:
        sys.setrecursionlimit(limit)


def test_a_pipe_or_slash_in_a_known_word_parts_nothing():
    reader = KnownListReader(LEXICONS.of_table("priorities"), "unknown-priority")
    for text in (f"{PIPED}|Vesi / ilma", f"{PIPED}; Vesi / ilma", "ruoka|juoma, vesi / ilma /", f'["{PIPED}","p2"]'):
        assert (reader.read(text).value, reader.read(text).findings) == (("p1", "p2"), ())
    assert [each.value for each in reader.read("Ruoka|p2").findings] == ["Ruoka"]


SHAREPOINT = ["19;#Lappi;#18;#Kainuu", '["Lappi","Kainuu"]', "Lappi|Kainuu", "Lappi;Kainuu;", ";#Lappi;#Kainuu;#"]


@pytest.mark.parametrize("text", SHAREPOINT)
def test_regions_and_organisers_of_other_programs_are_lists(text):
    regions = RegionsReader(Lexicons().of_table("regions")).read(text)
    assert (regions.value, regions.findings) == (("19", "18"), ())
    assert TextListReader().read(text).value == ("Lappi", "Kainuu")


@pytest.mark.parametrize("text", SHAREPOINT)
def test_lists_are_the_same_in_every_column_and_format(text):
    row = event(
        "1", Maakunnat=text, **{"Järjestäjät": text, "Teemat": text.replace("Lappi", "t1").replace("Kainuu", "t2")}
    )
    themes = [{"Tunnus": key, "Nimi (fi)": f"Teema {key}"} for key in ("t1", "t2")]
    in_book = check_sheets(Tapahtumat=[row], Teemat=themes)
    assert flat(in_book) == []
    assert values(in_book, "themes") == [("t1", "t2")]
    in_text = check(("tapahtumat.csv", csv([{key: row[key] for key in row if key != "Teemat"}])))
    assert flat(in_text) == []
    for checked in (in_book, in_text):
        assert values(checked, "organisers") == [("Lappi", "Kainuu")]
        assert values(checked, "regions") == [("19", "18")]
