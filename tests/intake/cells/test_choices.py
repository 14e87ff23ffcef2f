"""Words in cells: choices, references by key or name, lists of regions, themes and priorities."""

import pytest

from analysis.intake.cells import Reading
from analysis.intake.cells.choices import (
    ChoiceReader,
    KnownListReader,
    ReferenceReader,
    RegionsReader,
    TextListReader,
)
from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.issues import Finding
from analysis.schema import TABLES, typed_frame
from analysis.schema.aliases import ALL_SEVEN, OTHER_REGIONS, REGION_ALIASES, SEVEN
from analysis.schema.kinds import Choice

CHOICES = [
    (table.name, column.name, column.kind)
    for table in TABLES.values()
    for column in table.columns
    if isinstance(column.kind, Choice)
]
CAPTIONS = ChoiceReader.of(TABLES["materials"].column("captions").kind)
FORM = ChoiceReader.of(TABLES["events"].column("form").kind)


@pytest.mark.parametrize(("table", "column", "choice"), CHOICES)
def test_every_option_is_known_by_all_its_words(table, column, choice):
    reader = ChoiceReader.of(choice)
    for option in choice.options:
        for word in (option.key, *option.names, *option.aliases):
            for written in (word, word.upper(), word.replace("-", " ")):
                assert reader.read(written) == Reading(option.key), (table, column, written)


def test_a_cell_that_is_true_or_false_is_yes_or_no():
    assert [CAPTIONS.read(text).value for text in ("TOSI", "TRUE", "Sant", "EPÄTOSI", "False")] == [
        *("yes", "yes", "yes", "no", "no")
    ]


@pytest.mark.parametrize("value", ["kotona", "läsnä / etä", 1.0, "etana"])
def test_another_word_is_left_out(value):
    assert [(finding.code, finding.value) for finding in FORM.read(value).findings] == [
        ("bad-choice", str(value).replace("1.0", "1"))
    ]


@pytest.mark.parametrize(("text", "likely"), [("lasna", "läsnä"), ("hybrdi", "hybridi"), ("kotona", None)])
def test_the_nearest_option_is_suggested_by_its_finnish_name(text, likely):
    assert FORM.likely(Finding("bad-choice", text)) == likely


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


LONG = "Digitalisaatio, innovatiiviset teknologiat ja tuotantoprosessit"
PRIORITIES = typed_frame(
    TABLES["priorities"],
    {"id": ["p1", "p2", "p3", "p4"], "name_fi": ["Digitalisaatio", LONG, "Ruoka", "Vesi / ilma"]},
)
LISTS = Lexicons.of({"priorities": PRIORITIES})
READER = KnownListReader(LISTS.of_table("priorities"), "unknown-priority")
REGIONS = RegionsReader(LISTS.of_table("regions"))


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


@pytest.mark.parametrize(
    ("to", "text", "value"),
    [
        *(("regions", "19;#Lappi", "19"), ("regions", "3;#Lapin liitto", "19"), ("regions", "18;# kainuu", "18")),
        *(("themes", "4;#Vesi", "vesi"), ("clusters", "12;#Kala", "cl-11"), ("clusters", "12;#CL-1", "cl-1")),
    ],
)
def test_the_id_that_sharepoint_writes_before_a_looked_up_word_is_no_part_of_it(to, text, value):
    assert reader(to).read(text) == Reading(value)


def test_a_looked_up_word_may_be_a_choice_mean_all_or_be_absent():
    assert FORM.read("2;#etä") == FORM.read("etä") != Reading()
    assert reader("regions").read("1;#kaikki") == Reading(whole=True)
    assert [each.read("19;#") for each in (FORM, reader("regions"), reader("clusters"))] == [Reading()] * 3


def test_a_number_before_other_signs_belongs_to_the_word():
    keys = typed_frame(TABLES["clusters"], {"id": ["7;#a", "19"], "name": ["Puu", "Pelto"]})
    clusters = ReferenceReader("clusters", Lexicons.of({"clusters": keys}).of_table("clusters"))
    assert [clusters.read(text).value for text in ("7;#a", "19", "7;#19", "Puu;#19", "7#19", "7;19")] == [
        *("7;#a", "19", "19", None, None, None)
    ]
    unknown = reader("regions").read("19;#Lapi;#18")
    assert [(each.code, each.value) for each in unknown.findings] == [("unknown-region", "Lapi;#18")]
