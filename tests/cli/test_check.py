"""``check`` to the letter of the contract."""

import json

import pytest

from analysis.intake import Upload
from tests.cli.conftest import Terminal
from tests.making import xlsx
from tests.publishing.coordinator import FAULTY, book, event, story, text


def test_a_sound_file_can_be_published(terminal: Terminal):
    path = terminal.file(book(event("a"), event("b")))
    result = terminal.run("check", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "status": "ok",
        "publishable": True,
        "tables": {"events": {"sheet": "Tapahtumat", "rows": 2, "held_back": 0}},
        "counts": {"error": 0, "warning": 0, "info": 0},
        "issues": [],
    }


def test_a_faulty_row_is_named_with_its_cell(terminal: Terminal):
    path = terminal.file(book(event("a"), event("b", **FAULTY)))
    result = terminal.run("check", path, "--json")
    told = json.loads(result.stdout)
    message = told["issues"][0].pop("message")
    assert (result.exit_code, told) == (
        1,
        {
            "status": "issues",
            "publishable": False,
            "tables": {"events": {"sheet": "Tapahtumat", "rows": 1, "held_back": 1}},
            "counts": {"error": 1, "warning": 0, "info": 0},
            "issues": [
                {
                    "code": "unknown-region",
                    "severity": "error",
                    "file": "toiminta.xlsx",
                    "table": "events",
                    "sheet": "Tapahtumat",
                    "cell": "E3",
                    "value": "Pohjois-Pohjanma",
                    "suggestion": "Pohjois-Pohjanmaa",
                }
            ],
        },
    )
    assert "Pohjois-Pohjanmaa" in message


def test_a_table_that_cannot_be_published_has_no_rows(terminal: Terminal):
    lacking = {"Tunnus": "a", "Nimi": "A", "Tyyppi": "muu", "Maakunnat": "Lappi"}
    told = terminal.json("check", terminal.file(book(lacking)))
    assert told["tables"] == {"events": {"sheet": "Tapahtumat", "rows": 0, "held_back": 0}}
    assert [(each["code"], each["cell"]) for each in told["issues"]] == [("missing-column", None)]


def test_sheets_of_one_table_are_named_together(terminal: Terminal):
    path = terminal.file(book(**{"Tapahtumat 2023": [event("a")], "Tapahtumat 2024": [event("b")]}))
    assert terminal.json("check", path)["tables"]["events"]["sheet"] == "Tapahtumat 2023, Tapahtumat 2024"


def test_the_sheet_of_a_csv_is_its_name(terminal: Terminal):
    told = terminal.json("check", terminal.file(text(event("a", **FAULTY))))
    assert told["tables"]["events"]["sheet"] == "tapahtumat.csv"
    assert [(each["file"], each["sheet"], each["cell"]) for each in told["issues"]] == [
        ("tapahtumat.csv", "tapahtumat.csv", "E2")
    ]


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (Upload("tyhja.xlsx", b""), "unreadable-file"),
        (Upload("kuva.png", b"\x89PNG\r\n\x1a\n" + bytes(64)), "unsupported-format"),
        (Upload("rikki.xlsx", xlsx(Tapahtumat=[event("a")])[:900]), "unreadable-file"),
    ],
)
def test_a_file_that_is_not_taken_is_refused(terminal: Terminal, upload: Upload, code: str):
    result = terminal.run("check", terminal.file(upload), "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["status"], told["publishable"], told["tables"]) == (2, "refused", False, {})
    assert [(each["code"], each["severity"]) for each in told["issues"]] == [(code, "refused")]


@pytest.mark.parametrize("name", ["nix.xlsx", ".", "ei/ole/tapahtumat.csv", "\udcff.xlsx"])
def test_a_file_that_is_not_there_is_unreadable(terminal: Terminal, name: str):
    result = terminal.run("check", str(terminal.folder / name), "--json")
    assert result.exit_code == 2
    assert [each["code"] for each in json.loads(result.stdout)["issues"]] == ["unreadable-file"]


def test_one_refused_file_of_several_refuses_all(terminal: Terminal):
    result = terminal.run("check", terminal.file(text(event("a"))), str(terminal.folder / "nix.xlsx"))
    assert result.exit_code == 2


def test_a_file_beyond_the_limit_is_not_read_to_its_end(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KLUSTERIPULSSI_FILE_MB", "1")
    told = terminal.json("check", "/dev/zero")
    assert [each["code"] for each in told["issues"]] == ["too-large"]


def test_checking_makes_no_store(terminal: Terminal):
    terminal.run("check", terminal.file(text(event("a"))), "--compare")
    assert [path.name for path in terminal.folder.iterdir()] == ["tapahtumat.csv"]


def test_words_are_those_of_the_published_revision_else_of_the_shipped_workbook(terminal: Terminal):
    path = terminal.file(text(event("a", Teemat="Rahoitus; Kummallinen")))
    before = terminal.json("check", path)
    terminal.run("publish", terminal.file(book(Teemat=[{"Tunnus": "k", "Nimi (fi)": "Kummallinen"}])))
    after = terminal.json("check", path)
    assert [[each["value"] for each in told["issues"]] for told in (before, after)] == [["Kummallinen"], ["Rahoitus"]]


def test_comparing_adds_the_difference_and_what_wants_a_second_yes(terminal: Terminal):
    terminal.run("publish", terminal.file(book(*(event(id) for id in "abcdefgh"))))
    path = terminal.file(book(event("a", Nimi="Uusi"), event("i")))
    plain, compared = terminal.run("check", path, "--json"), terminal.run("check", path, "--json", "--compare")
    told = json.loads(compared.stdout)
    assert (plain.exit_code, compared.exit_code, told["status"], told["publishable"]) == (0, 0, "ok", True)
    assert told["changes"] == {"events": {"added": 1, "removed": 7, "changed": 1}}
    assert [(each["code"], each["severity"], each["table"]) for each in told["issues"]] == [
        ("large-removal", "confirm", "events")
    ]
    assert told["counts"] == {"error": 0, "warning": 0, "info": 0, "confirm": 1}
    assert json.loads(plain.stdout)["issues"] == [] and "changes" not in json.loads(plain.stdout)


def test_messages_are_in_the_language_asked_for(terminal: Terminal):
    path = terminal.file(text(event("a", **FAULTY)))
    messages = [
        terminal.json("check", path, "--language", language)["issues"][0]["message"] for language in ("fi", "en", "sv")
    ]
    assert len(set(messages)) == 3
    assert terminal.json("check", path)["issues"][0]["message"] == messages[0]


def test_the_terminal_tells_tables_issues_and_what_to_do(terminal: Terminal):
    path = terminal.file(book(event("a"), event("b", Maakunnat=""), Tarinat=[story("s")]))
    lines = terminal.run("check", path, "--language", "en").stdout.splitlines()
    assert lines[:2] == ["Events (Tapahtumat): 1 row, 1 row held back", "Stories (Tarinat): 1 row"]
    assert lines[2].startswith("Error, toiminta.xlsx Tapahtumat E3: ")
    assert lines[3:] == [
        "Errors: 1, warnings: 0, for your information: 0.",
        "Correct the errors before publishing, or publish the other rows with --hold-back.",
    ]


def test_the_terminal_tells_how_many_issues_are_not_listed(terminal: Terminal):
    path = terminal.file(text(*(event(str(n), **FAULTY) for n in range(105))))
    lines = terminal.run("check", path, "--language", "en").stdout.splitlines()
    assert lines[-3] == "5 more findings, not listed."
    assert terminal.json("check", path)["counts"]["error"] == 105
