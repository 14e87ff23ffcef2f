"""The shipped workbook says what the facts say, row by row, read by another reader than ours."""

import csv
import re
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from analysis.sections.context.owner_texts import owner_text
from analysis.words import translator
from tests.exports.workbook_checks import parts_apart
from tests.workbooks import shipped
from tests.workbooks.rows import FACTS

BOOK = load_workbook(shipped.PATH)
ALL = ["10", "11", "12", "16", "17", "18", "19"]
HEADERS = {
    "events": {
        **{"Tunnus": "id", "Nimi": "name", "Alkaa": "starts", "Päättyy": "ends", "Tyyppi": "kind", "Muoto": "form"},
        **{"Maakunnat": "regions", "Teemat": "themes", "Painopisteet": "priorities", "Järjestäjät": "organisers"},
        **{"Paikka": "place", "Osallistujat": "participants", "Tallenne": "recording_url", "Linkki": "link"},
        **{"Kuvaus": "summary_fi", "Lähde": "source"},
    },
    "stories": {
        **{"Tunnus": "id", "Otsikko": "title", "Julkaistu": "published", "Klusteri": "cluster", "Maakunnat": "regions"},
        **{"Teemat": "themes", "Muoto": "form", "Linkki": "link", "Kuvaus": "summary_fi", "Lähde": "source"},
    },
    "materials": {
        **{"Tunnus": "id", "Otsikko": "title", "Teemat": "theme", "Laji": "kind", "Kieli": "language"},
        **{"Julkaistu": "published", "Kesto (min)": "duration_min", "Linkki": "link", "Tapahtuma": "event_id"},
        **{"Kuvaus": "summary_fi", "Lähde": "source"},
    },
    "clusters": {
        **{"Tunnus": "id", "Nimi": "name", "Maakunnat": "regions", "Ala": "field", "Painopisteet": "priorities"},
        **{"Perustettu": "founded", "Jäseniä": "members", "Laatumerkki": "label", "Verkkosivu": "website"},
        **{"ECCP": "eccp_url", "Lähde": "source"},
    },
    "themes": {
        **{
            "Tunnus": "id",
            "Järjestys": "order",
            "Nimi (fi)": "name_fi",
            "Nimi (en)": "name_en",
            "Nimi (sv)": "name_sv",
        },
    },
    "regions": {
        **{"Koodi": "code", "NUTS 3": "nuts3", "Nimi (fi)": "name_fi", "Nimi (en)": "name_en", "Nimi (sv)": "name_sv"},
        **{"Väkiluku": "population", "Väkiluvun vuosi": "population_year", "Lähde": "source"},
    },
    "phases": {
        **{"Tunnus": "id", "Nimi (fi)": "name_fi", "Nimi (en)": "name_en", "Nimi (sv)": "name_sv"},
        **{"Alkaa": "starts", "Päättyy": "ends", "Lähde": "source"},
    },
    "about": {"Avain": "key", "Arvo (fi)": "value_fi", "Arvo (en)": "value_en", "Arvo (sv)": "value_sv"},
}
SHEETS = {
    **{"events": "Tapahtumat", "stories": "Tarinat", "materials": "Aineistot", "clusters": "Klusterit"},
    **{"themes": "Teemat", "regions": "Maakunnat", "phases": "Vaiheet", "about": "Tietoja"},
}
# Columns of facts whose words the workbook writes in Finnish, and what may stand there.
WORDS = {
    "kind": {
        **{"seminar": "seminaari", "workshop": "työpaja", "webinar": "webinaari", "networking": "verkostoituminen"},
        **{
            "conference": "konferenssi",
            "other": "muu",
            "recording": "tallenne",
            "guide": "opas",
            "article": "artikkeli",
        },
    },
    "form": {"onsite": "läsnä", "online": "etä", "hybrid": "hybridi", "article": "artikkeli", "talk": "puheenvuoro"},
    "label": {"bronze": "pronssi"},
}
NAMES = {"regions": "regions", "themes": "themes", "theme": "themes", "priorities": "priorities", "cluster": "clusters"}
WITHOUT_DAY = {"ev-teollisuustreffit", "ev-kwc-wsc"}


def facts(name: str) -> list[dict[str, str]]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def called(name: str) -> dict[str, str]:
    """The name of each id, as the workbook writes it."""
    return {row.get("id") or row["code"]: row.get("name") or row["name_fi"] for row in facts(name)}


CALLED = {name: called(name) for name in ("regions", "themes", "priorities", "clusters")}


def sheet(name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by header."""
    head, *rows = BOOK[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def written(column: str, fact: str) -> Any:
    """A fact as the cell must hold it."""
    if column in ("starts", "ends", "published"):
        return _day(fact)
    if column in WORDS:
        return WORDS[column].get(fact, fact) or None
    if column == "regions" and sorted(fact.split("; ")) == ALL:
        return "kaikki"
    if column in NAMES:
        return {CALLED[NAMES[column]][each] for each in fact.split("; ")} if fact else None
    whole = column in ("participants", "founded", "members", "population", "order", "duration_min")
    return int(fact) if fact and whole else fact or None


def _day(fact: str) -> Any:
    if len(fact) == 10:
        return datetime.fromisoformat(fact)
    year, _, month = fact.partition("-")
    return f"{int(month)}/{year}" if month else int(year) if year else None


@pytest.mark.parametrize("table", HEADERS)
def test_every_row_is_the_facts_and_nothing_else(table: str):
    rows = sheet(SHEETS[table])
    expected = [row for row in facts(table) if row.get("id") not in WITHOUT_DAY]
    assert len(rows) == len(expected)
    for cells, fact in zip(rows, expected, strict=True):
        for header, column in HEADERS[table].items():
            wanted = written(column, fact[column])
            cell = set(cells[header].split("; ")) if isinstance(wanted, set) else cells[header]
            assert cell == wanted, (fact.get("id"), header)


def test_only_the_rows_that_the_sources_tell_of_are_filled_further():
    events = {row["Tunnus"]: row["Kertoja"] for row in sheet("Tapahtumat") if row["Kertoja"]}
    assert events == {"ev-klusteriseminaarit-2020": 6, "ev-esavo-ruokapajat-2020": 3}
    labels = {row["Tunnus"]: row["Merkin vuosi"] for row in sheet("Klusterit") if row["Merkin vuosi"]}
    lapland = ("cl-aice", "cl-asrc", "cl-arctic-design", "cl-arctic-safety", "cl-ade")
    assert labels == dict.fromkeys(lapland, 2016) | {"cl-photonics-fi": 2024}


def test_priorities_are_those_of_two_strategies_and_the_shared_cluster_themes():
    rows = sheet("Painopisteet")
    sources = [*facts("priorities"), *facts("growth_areas")]
    assert [row["Tunnus"] for row in rows] == [row["id"] for row in sources]
    assert [row["Nimi (fi)"] for row in rows] == [row["name_fi"] for row in sources]
    assert [row["Nimi (en)"] for row in rows] == [row["name_en"] or None for row in sources]
    assert [row["Lähde"] for row in rows] == [row["source"] for row in sources]
    assert [row["Laji"] for row in rows] == ["painopiste"] * 7 + ["klusteriteema"] * 5
    spans = [(row["Voimassa alkaen"], row["Voimassa asti"]) for row in rows]
    assert spans == [(2019, 2023)] * 4 + [(2024, None)] * 3 + [(None, None)] * 5


def test_the_numbers_are_those_that_the_workbook_says_of_itself():
    counts = {name: len(sheet(name)) for name in BOOK.sheetnames}
    assert counts == {
        **{"Tapahtumat": 31, "Tarinat": 59, "Aineistot": 15, "Klusterit": 28, "Teemat": 5, "Painopisteet": 12},
        **{"Maakunnat": 7, "Tavoitteet": 0, "Tietoja": 11, "Vaiheet": 2},
    }
    assert sum(row["Kertoja"] or 1 for row in sheet("Tapahtumat")) == 38
    own = [row for row in sheet("Tarinat") if (row["Linkki"] or "").startswith("https://elmoenf.eu/")]
    coverage = next(row["Arvo (fi)"] for row in sheet("Tietoja") if row["Avain"] == "coverage")
    assert len(own) == 10
    assert re.findall(r"\{\w+\}|\d+", coverage) == ["{events}", "{occasions}", "{stories}"]
    for language, numbers in (
        ("fi", "31 tapahtumariviä (38 tapahtumaa) ja 59 tarinaa"),
        ("en", "31 event rows (38 ev"),
    ):
        assert numbers in owner_text(shipped.tables(), "coverage", translator(language)).text


def test_what_the_runner_must_fill_in_is_plainly_marked_and_leads_nowhere():
    said = {row["Avain"]: row["Arvo (fi)"] for row in sheet("Tietoja")}
    for key in ("publisher", "contact", "feedback"):
        assert said[key].startswith("Täydennettävä: ")
    assert re.findall(r"https?://([^/ ]+)", " ".join(map(str, said.values()))) == ["example.invalid"] * 2
    assert "cofunding" not in said


def test_every_row_of_activity_names_its_source():
    for name in ("Tapahtumat", "Tarinat", "Aineistot", "Klusterit", "Maakunnat", "Painopisteet", "Vaiheet"):
        assert all(re.match("https?://", row["Lähde"]) for row in sheet(name)), name


def test_it_looks_as_a_person_keeps_it():
    for each in BOOK.worksheets:
        assert each.freeze_panes == "B2"
        assert all(head.font.bold for head in each[1])
    events = BOOK["Tapahtumat"]
    assert {cell.number_format for cell in events["C"] if isinstance(cell.value, datetime)} == {"d.m.yyyy"}
    assert all(cell.hyperlink for cell in events["T"][1:] if cell.value)


def test_the_file_is_the_one_that_the_script_makes():
    """`make workbooks` writes it anew."""
    assert parts_apart(shipped.PATH.read_bytes(), shipped.made()) == []
