"""Publishing by command where the disk is full or cannot be written to: a sentence, and what was published stays."""

import os

import pytest

from analysis.intake import Upload
from tests.cli.conftest import Terminal
from tests.disks import Disk
from tests.publishing.coordinator import book, event


@pytest.fixture
def published(terminal: Terminal, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal whose store is on a small disk, with a first revision."""
    there = Terminal(terminal.folder, f"sqlite:///{disk.folder / 'store.sqlite'}")
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", there.url)
    assert there.run("publish", there.file(book(event("a")))).exit_code == 0
    return there


def ended(published: Terminal, *command: str) -> str:
    """What a command that could not be carried out said; afterwards all is as it was."""
    done = published.run(*command)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr


def stands(published: Terminal) -> None:
    assert [each["revision"] for each in published.json("history")] == ["1"]
    assert published.json("verify") == {"status": "ok", "revisions": 1, "faults": []}


def test_on_a_full_disk(published: Terminal, disk: Disk):
    path = published.file(Upload("uusi.xlsx", book(event("b")).data))
    with disk.full():
        for command in (("publish", path, "--confirm"), ("restore", "1") if disk.mounted else ("publish", path)):
            said = ended(published, *command)
            assert said.startswith("Levy on täynnä, eikä mitään tallennettu") and "Vapauta tilaa" in said
    stands(published)


def test_a_backup_onto_a_full_disk_is_told_and_leaves_no_file(published: Terminal, disk: Disk):
    if not disk.mounted:
        pytest.skip("no file system of its own can be mounted here")
    out = disk.folder / "kopio.sqlite"
    published.store().close()
    with disk.full():
        assert ended(published, "backup", str(out))
        assert not out.exists() and not list(disk.folder.glob(".kopio*"))
    stands(published)


def test_where_nothing_can_be_written(published: Terminal, disk: Disk):
    path = published.file(book(event("b")))
    with disk.read_only():
        said = ended(published, "publish", path, "--confirm")
        assert said.startswith("Tietovarastoon ei voi kirjoittaa, eikä mitään tallennettu") and os.linesep in said
        assert "KLUSTERIPULSSI_STORE" in said
    stands(published)
