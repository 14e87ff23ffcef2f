"""``check --annotate``: the marked copy from the command line."""

import json

import pytest

from analysis.intake import Upload
from tests.cli.conftest import Terminal
from tests.exports.workbook_checks import opened
from tests.publishing.coordinator import FAULTY, book, event, text


@pytest.mark.parametrize(
    ("upload", "status"),
    [(book(event("a")), 0), (book(event("a", **FAULTY)), 1), (Upload("kirje.pdf", b"%PDF-1.7"), 2)],
)
def test_the_copy_is_written_and_the_exit_status_stays(terminal: Terminal, upload: Upload, status: int):
    out = terminal.folder / "merkitty.xlsx"
    result = terminal.run("check", terminal.file(upload), "--annotate", str(out), "--json")
    assert (result.exit_code, json.loads(result.stdout)["counts"]["error"]) == (status, int(status == 1))
    assert opened(out.read_bytes()).sheetnames[0] == "Korjattavaa"


def test_it_is_in_the_language_asked_for_and_said_where_it_is(terminal: Terminal):
    out = terminal.folder / "marked.xlsx"
    path = terminal.file(book(event("a", **FAULTY)))
    result = terminal.run("check", path, "--annotate", str(out), "--language", "en")
    assert result.stdout.splitlines()[-1] == f"Written: {out}"
    sheets = opened(out.read_bytes())
    assert sheets.sheetnames == ["To correct", "Tapahtumat"]
    assert sheets["Tapahtumat"]["E2"].comment.text.startswith("Error: ")


@pytest.mark.parametrize(
    ("name", "options", "revision"),
    [
        ("kopio.csv", ["--base", "1"], "1"),
        ("kopio-versio-1.csv", [], "1"),
        ("kopio.csv", [], "2"),
        ("kopio.csv", ["--base", "none"], None),
    ],
)
@pytest.mark.parametrize("compare", [[], ["--compare"]])
def test_it_says_the_revision_that_the_file_was_taken_from(terminal: Terminal, name, options, revision, compare):
    for title in ("Vanha", "Uusi"):
        terminal.run("publish", terminal.file(text(event("a", Nimi=title))))
    out = terminal.folder / "merkitty.xlsx"
    terminal.run(
        "check", terminal.file(text(event("a", Nimi="Muu"), name=name)), "--annotate", str(out), *options, *compare
    )
    properties = {each.name: each.value for each in opened(out.read_bytes()).custom_doc_props}
    assert properties.get("Klusteripulssi-revision") == revision


def test_a_csv_is_named_once_before_a_cell(terminal: Terminal):
    result = terminal.run("check", terminal.file(text(event("a", **FAULTY))))
    assert result.stdout.splitlines()[1].startswith("Virhe, tapahtumat.csv E2: ")


def test_of_several_files_each_has_a_copy_named_after_it(terminal: Terminal):
    folder = terminal.folder / "toinen"
    folder.mkdir()
    first, second = terminal.file(book(event("a", **FAULTY))), terminal.file(text(event("b", **FAULTY)))
    third = folder / "toiminta.xlsx"
    third.write_bytes(book(event("c")).data)
    terminal.run("check", first, second, str(third), "--annotate", str(terminal.folder / "ok.xlsx"))
    written = {path.name: opened(path.read_bytes()) for path in terminal.folder.glob("ok*.xlsx")}
    assert sorted(written) == ["ok-tapahtumat.xlsx", "ok-toiminta-2.xlsx", "ok-toiminta.xlsx"]
    titles = {name: each.worksheets[0]["A1"].value for name, each in written.items()}
    assert titles["ok-toiminta.xlsx"] == "Huomiot tiedostosta toiminta.xlsx"
    assert titles["ok-toiminta-2.xlsx"] == "Huomiot tiedostosta toiminta.xlsx (2)"


def test_a_copy_never_takes_the_place_of_what_is_checked(terminal: Terminal):
    path = terminal.file(book(event("a")))
    for out in (path, str(terminal.folder / "merkitty.ods")):
        result = terminal.run("check", path, "--annotate", out)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(terminal: Terminal):
    out = str(terminal.folder / "ei" / "ole.xlsx")
    result = terminal.run("check", terminal.file(book(event("a"))), "--annotate", out)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
