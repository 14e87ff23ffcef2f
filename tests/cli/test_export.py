"""``export`` makes each kind of file of what is asked for, and says in a sentence what it cannot make."""

import io
import json
from zipfile import ZipFile

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from pptx import Presentation

from tests.cli.conftest import Terminal
from tests.publishing.coordinator import book, event, story
from tests.workbooks import shipped

ENDINGS = ".pptx, .xlsx, .html, .docx, .csv, .ics, .json ja .zip"
SECTIONS = (
    "overview, regions, themes, events, stories, clusters, toolkit, gaps, cooperation, targets, yearsheet, region, "
    "term, quality"
)


@pytest.fixture
def published(terminal: Terminal) -> Terminal:
    """A terminal with one published revision: an event of Lapland, one of Kainuu, a story."""
    rows = (
        event("a", Nimi="Lapin seminaari", Alkaa="12.3.2023", Maakunnat="Lappi"),
        event("b", Nimi="Kainuun ilta", Alkaa="5/2024", Maakunnat="Kainuu"),
    )
    assert terminal.run("publish", terminal.file(book(*rows, Tarinat=[story("s")]))).exit_code == 0
    return terminal


def written(terminal: Terminal, name: str, *asked: str) -> bytes:
    out = terminal.folder / name
    result = terminal.run("export", str(out), *asked)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"Kirjoitettu: {out}\n", "")
    return out.read_bytes()


def test_every_ending_makes_its_kind_of_file(published: Terminal):
    asked = ("--section", "events", "--region", "Lapland")
    assert len(Presentation(io.BytesIO(written(published, "a.pptx", *asked))).slides) > 3
    assert load_workbook(io.BytesIO(written(published, "a.xlsx", *asked))).sheetnames == [
        *("Sisältö", "Tapahtumat", "Tapahtumat rivit")
    ]
    assert b"<h2" in written(published, "a.html", *asked)
    assert "Tapahtumat" in [each.text for each in Document(io.BytesIO(written(published, "a.docx", *asked))).paragraphs]
    assert "Lapin seminaari" in written(published, "a.csv", *asked).decode("utf-8-sig")
    assert json.loads(written(published, "a.json", *asked))["sections"][0]["key"] == "events"


def test_regions_without_known_participants_are_in_every_kind_of_file(terminal: Terminal):
    assert terminal.run("publish", str(shipped.PATH)).exit_code == 0
    asked = ("--section", "regions:participants", "--years", "2024")
    for ending in ("html", "docx", "pptx", "xlsx", "csv", "json"):
        assert written(terminal, f"a.{ending}", *asked)
    with ZipFile(io.BytesIO(written(terminal, "a.zip", *asked))) as packed:
        assert "regions/klusteripulssi-regions-ranked.svg" in packed.namelist()
        ranked = packed.read("regions/klusteripulssi-regions-ranked.svg").decode()
    assert "Kainuu" in ranked and "NA" not in ranked


def test_a_zip_holds_a_file_of_each_kind_and_every_picture(published: Terminal):
    with ZipFile(io.BytesIO(written(published, "a.zip", "--section", "overview"))) as packed:
        names = packed.namelist()
        assert packed.testzip() is None
    assert {name for name in names if "/" not in name} == {
        *(f"klusteripulssi.{each}" for each in ("pptx", "xlsx", "html", "docx", "csv", "ics", "json")),
        *("klusteripulssi-aineisto.xlsx", "klusteripulssi-ohjelmille.csv"),
    }
    assert {name.rsplit(".")[-1] for name in names if name.startswith("overview/")} == {"csv", "svg", "png"}


def test_the_calendar_holds_the_events_whose_day_is_known(published: Terminal):
    (held,) = Calendar.from_ical(written(published, "a.ics")).walk("VEVENT")
    assert (str(held["summary"]), str(held["uid"])) == ("Lapin seminaari", "a@klusteripulssi")


@pytest.mark.parametrize("region", ["19", "Lappi", "lapland", "Lappland", "Lapin liitto"])
def test_a_region_is_known_by_its_code_and_by_every_name(published: Terminal, region: str):
    told = json.loads(written(published, "a.json", "--section", "events", "--region", region))
    assert [row["name"] for row in told["sections"][0]["rows"][0]["rows"]] == ["Lapin seminaari"]


def test_filters_are_by_id_or_name_and_years_limit(published: Terminal):
    def names(*asked: str) -> list[str]:
        told = json.loads(written(published, "a.json", "--section", "events", *asked))
        return [row["name"] for row in told["sections"][0]["rows"][0]["rows"]]

    assert names("--years", "2024-2025") == names("--years", "2024") == ["Kainuun ilta"]
    assert names("--region", "Lappi,Kainuu") == names("--region", "19", "--region", "18") == names("--region", "kaikki")
    assert names("--kind", "seminarium") == names("--kind", "seminar")


def test_numbers_are_set_beside_those_of_another_period(published: Terminal):
    asked = ("--section", "overview", "--years", "2024", "--compare-with", "2023")
    made = json.loads(written(published, "a.json", *asked))
    events = made["sections"][0]["numbers"][0]
    assert (events["number"], events["period"], events["earlier"]) == (1, "2023", 1)
    assert "vertailujakso 2023" in made["chosen"] and "vertailujakso 2023" in made["sections"][0]["chosen"]
    result = published.run("export", str(published.folder / "b.json"), "--compare-with", "elmo")
    assert result.exit_code == 2 and "Tuntematon jakso: elmo. Tunnetaan: 2024, 2023." in result.stderr


def test_an_old_revision_is_told_by_its_number(published: Terminal):
    published.run("publish", published.file(book(event("c"))))
    asked = ("--section", "events", "--revision", "1")
    told = json.loads(written(published, "a.json", *asked))
    assert (told["revision"], len(told["sections"][0]["rows"][0]["rows"])) == ("1", 2)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["a.pdf"], f"Tiedostoa a.pdf ei voi kirjoittaa: nimen pitää päättyä johonkin näistä: {ENDINGS}."),
        (["a.csv", "--section", "x"], f"Osiota x ei ole. Osiot: {SECTIONS}."),
        (["a.csv", "--region", "Uusimaa"], "Maakuntaa Uusimaa ei tunneta."),
        (["a.csv", "--theme", "x"], "Teemaa x ei tunneta."),
        (["a.csv", "--priority", "x"], "Painopistettä x ei tunneta."),
        (["a.csv", "--kind", "x"], "Tapahtuman tyyppiä x ei tunneta."),
        (["a.csv", "--years", "x"], "Vuosia x ei voi tulkita. Kirjoita esimerkiksi 2020-2024."),
        (["a.csv", "--revision", "7"], "Versiota 7 ei ole, tai sen tiedot on poistettu."),
        (
            ["a.csv", "--section", "region"],
            "Osiota region ei voi tehdä tästä valinnasta: valitse yksi maakunta, teema tai painopiste, tai tarkista "
            "osion nimi.",
        ),
    ],
)
def test_what_cannot_be_made_is_said_in_a_sentence(published: Terminal, asked: list[str], said: str):
    result = published.run("export", *asked)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said + "\n")


def test_a_template_that_is_none_is_said_in_a_sentence(published: Terminal, monkeypatch: pytest.MonkeyPatch):
    template = published.folder / "pohja.pptx"
    template.write_bytes(b"no presentation")
    monkeypatch.setenv("KLUSTERIPULSSI_DECK_TEMPLATE", str(template))
    result = published.run("export", str(published.folder / "a.pptx"), "--section", "events")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"PowerPoint-mallia {template} ei voi käyttää")


def test_a_text_that_a_workbook_cannot_hold_is_told_and_comes_back_unchanged(terminal: Terminal):
    text = "Klusterit tapasivat Kajaanissa. " * 1_500
    file = terminal.folder / "tapahtumat.csv"
    file.write_text(f"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Kuvaus\n1;A;2024;muu;Lappi;{text}\n", encoding="utf-8")
    assert terminal.run("publish", str(file)).exit_code == 0
    out, sections = terminal.folder / "a.xlsx", terminal.folder / "b.xlsx"
    assert "1 teksti on liian pitkä Excelin soluun" in terminal.run("export", str(out)).stdout
    assert "liian pitk" not in terminal.run("export", str(sections), "--section", "events").stdout
    assert terminal.json("check", str(out), "--compare")["changes"] == {}


def test_a_worklist_has_the_rows_of_a_gap_and_can_be_published_with_add(published: Terminal):
    book = load_workbook(io.BytesIO(written(published, "a.xlsx", "--worklist", "participants", "--region", "Kainuu")))
    assert [row[0] for row in book["Tapahtumat"].iter_rows(min_row=2, values_only=True)] == ["b"]
    assert book.custom_doc_props["Klusteripulssi-revision"].value == "1"
    headers = {cell.value: cell.column for cell in book["Tapahtumat"][1]}
    book["Tapahtumat"].cell(2, headers["Osallistujat"]).value = 12
    book.save(published.folder / "b.xlsx")
    result = published.run("publish", str(published.folder / "b.xlsx"), "--add", "--json")
    assert json.loads(result.stdout)["changes"]["events"] == {"added": 0, "removed": 0, "changed": 1}


@pytest.mark.parametrize(("name", "gap"), [("a.xlsx", "x"), ("a.csv", "participants")])
def test_a_worklist_of_no_gap_or_of_another_format_is_told(published: Terminal, name: str, gap: str):
    result = published.run("export", str(published.folder / name), "--worklist", gap)
    assert result.exit_code == 2
    assert "participants, recordings, untold, old_stories, links, themes" in result.stderr
    assert not (published.folder / name).exists()
