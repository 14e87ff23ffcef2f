"""``template`` and ``export`` without sections write workbooks that come back through the same door."""

import pytest

from tests.cli.conftest import Terminal
from tests.publishing.coordinator import book, event, story


def test_the_blank_workbook_is_read_as_tables_without_rows(terminal: Terminal):
    out = terminal.folder / "pohja.xlsx"
    result = terminal.run("template", str(out))
    assert (result.exit_code, result.stdout) == (0, f"Kirjoitettu: {out}\n")
    told = terminal.json("check", str(out))
    assert (told["status"], told["tables"]) == ("ok", {})
    assert {path.name for path in terminal.folder.iterdir()} == {"pohja.xlsx"}


@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_what_is_exported_is_unchanged_when_it_is_published(terminal: Terminal, language: str):
    terminal.run("publish", terminal.file(book(event("a", Osallistujat=40), event("b"), Tarinat=[story("s")])))
    out = terminal.folder / "aineisto.xlsx"
    assert terminal.run("export", str(out), "--language", language).exit_code == 0
    told = terminal.json("publish", str(out))
    assert (told["status"], told["revision"], told["changes"]) == ("unchanged", "1", {})


def test_an_old_revision_can_be_exported(terminal: Terminal):
    terminal.run("publish", terminal.file(book(event("a"))))
    terminal.run("publish", terminal.file(book(event("b"))))
    out = terminal.folder / "aineisto.xlsx"
    assert terminal.run("export", str(out), "--revision", "1").exit_code == 0
    assert terminal.json("publish", str(out))["status"] == "unchanged"
    terminal.run("publish", str(out), "--base", "none")
    assert terminal.json("diff", "1", "3") == {"changes": {}}


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["export", "aineisto.xlsx"], "Mitään ei ole julkaistu."),
        (["export", "aineisto.pptx"], "Mitään ei ole julkaistu."),
        (["template", "pohja.doc"], "Tiedostoa pohja.doc ei voi kirjoittaa: nimen lopussa pitää olla .xlsx."),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(terminal: Terminal, command: list[str], told: str):
    result = terminal.run(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told + "\n")


def test_a_folder_that_is_not_there_is_said_in_a_sentence(terminal: Terminal):
    out = terminal.folder / "ei" / "pohja.xlsx"
    result = terminal.run("template", str(out))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Tiedostoa {out} ei voi käyttää")


def test_a_revision_that_there_is_not_is_not_exported(terminal: Terminal):
    terminal.run("publish", terminal.file(book(event("a"))))
    result = terminal.run("export", str(terminal.folder / "a.xlsx"), "--revision", "2")
    assert (result.exit_code, result.stderr) == (2, "Versiota 2 ei ole, tai sen tiedot on poistettu.\n")
