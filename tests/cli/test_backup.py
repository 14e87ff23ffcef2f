"""``backup`` and ``restore-backup``, and a store that cannot be used: always a sentence, never a traceback."""

from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.publishing.coordinator import book, event


@pytest.fixture
def published(terminal: Terminal) -> Terminal:
    """A terminal with one revision."""
    assert terminal.run("publish", terminal.file(book(event("1"), event("2"))), "--note", "alku").exit_code == 0
    return terminal


def elsewhere(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str) -> Path:
    """Let the commands use another store."""
    path = terminal.folder / name
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"sqlite:///{path}")
    return path


def test_a_backup_is_written_and_read_into_another_store(published: Terminal, monkeypatch: pytest.MonkeyPatch):
    before = published.json("history")
    file = str(published.folder / "kopio.sqlite")
    saved = published.run("backup", file)
    assert (saved.exit_code, saved.stdout) == (0, f"Tallennettiin 1 versio: {file}\n")
    elsewhere(published, monkeypatch, "uusi/store.sqlite")
    read = published.run("restore-backup", file)
    assert (read.exit_code, read.stdout) == (0, "Luettiin 1 versio.\n")
    assert published.json("history") == before
    assert published.json("verify") == {"status": "ok", "revisions": 1, "faults": []}


def test_what_stands_in_the_way_of_a_backup_is_said(published: Terminal, monkeypatch: pytest.MonkeyPatch):
    file = str(published.folder / "kopio.sqlite")
    published.run("backup", file)
    again, occupied = published.run("backup", file), published.run("restore-backup", file)
    nothing = published.run("restore-backup", str(published.folder / "ei ole"))
    assert [each.exit_code for each in (again, occupied, nothing)] == [2, 2, 2]
    assert "kopio.sqlite" in again.stderr
    assert occupied.stderr.startswith("Tietovarastossa on jo versioita")
    assert "ei ole" in nothing.stderr
    elsewhere(published, monkeypatch, "uusi.sqlite")
    (published.folder / "kirje.txt").write_text("hei " * 200)
    letter = published.run("restore-backup", str(published.folder / "kirje.txt"))
    assert (letter.exit_code, "on vioittunut" in letter.stderr) == (2, True)


COMMANDS = (("history",), ("show", "1"), ("diff", "1", "1"), ("restore", "1"), ("withdraw", "1"), ("backup", "x"))


@pytest.mark.parametrize("command", COMMANDS, ids=[each[0] for each in COMMANDS])
def test_a_damaged_store_is_told_in_a_sentence_with_the_way_out(
    command: tuple[str, ...], terminal: Terminal, monkeypatch: pytest.MonkeyPatch
):
    elsewhere(terminal, monkeypatch, "rikki.sqlite").write_bytes(b"no database at all " * 300)
    found = terminal.run(*command)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("Tietovaraston tiedosto on vioittunut")
    assert "restore-backup" in found.stderr and found.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [("show", "9"), ("diff", "1", "9"), ("restore", "9"), ("withdraw", "9")])
def test_a_revision_that_there_is_not_is_told_in_a_sentence(command: tuple[str, ...], published: Terminal):
    found = published.run(*command)
    assert (found.exit_code, found.stdout, "9" in found.stderr) == (2, "", True)


def test_the_revisions_that_hold_the_same_rows_are_named_when_one_is_withdrawn(published: Terminal):
    published.run("publish", published.file(book(event("1"))), "--confirm")
    published.run("restore", "1")
    told = published.run("withdraw", "1")
    assert "Samoja tietoja on edelleen versiossa 3." in told.stdout
    assert published.json("show", "1").keys() == {"revision", "withdrawn"}
    assert published.run("diff", "1", "3").exit_code == published.run("restore", "1").exit_code == 2


def test_a_note_of_any_length_and_kind_is_one_line(published: Terminal):
    published.run("publish", published.file(book(event("3"))), "--note", "a\n\x1b[31mb" * 5000, "--author", "Ä" * 5000)
    line, _ = published.run("history").stdout.splitlines()
    assert "\x1b" not in line and len(line) < 3000
