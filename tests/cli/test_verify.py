"""``verify`` tells apart a sound store, a damaged one, and one that it cannot read."""

import pytest

from tests.cli.conftest import Terminal
from tests.disks import Disk
from tests.publishing.coordinator import book, event
from tests.store.test_read_only import hashes, ordinary_person

UNAVAILABLE = {"status": "unavailable", "revisions": 0, "faults": []}


@pytest.fixture
def published(terminal: Terminal, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal whose store, with one revision, is where others than its owner may look too."""
    there = Terminal(terminal.folder, f"sqlite:///{disk.folder / 'store' / 'store.sqlite'}")
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", there.url)
    assert there.run("publish", there.file(book(event("a")))).exit_code == 0
    return there


def test_whoever_may_read_but_not_write_finds_a_sound_store(published: Terminal, disk: Disk):
    # What a command imports is where an ordinary user may not look, on some machines.
    assert published.run("history").exit_code == 0
    before = hashes(disk.folder / "store")
    with ordinary_person():
        assert published.json("verify") == {"status": "ok", "revisions": 1, "faults": []}
        assert [each["revision"] for each in published.json("history")] == ["1"]
    assert hashes(disk.folder / "store") == before


def test_a_store_that_cannot_be_opened_is_not_called_damaged(published: Terminal, disk: Disk):
    (disk.folder / "store" / "store.sqlite").chmod(0)
    with ordinary_person():
        plain, as_json = published.run("verify"), published.run("verify", "--json")
        assert published.json("verify") == UNAVAILABLE
    assert (plain.exit_code, plain.stdout, as_json.exit_code) == (2, "", 2)
    assert plain.stderr == as_json.stderr and plain.stderr.count("\n") == 1
    assert plain.stderr.startswith("Tietovarastoa ei voi avata luettavaksi")


def test_a_database_that_does_not_respond_is_not_called_damaged(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert (terminal.run("verify").exit_code, terminal.json("verify")) == (2, UNAVAILABLE)


@pytest.mark.parametrize("left", ["nothing", "an empty file"])
def test_a_store_that_was_deleted_is_not_called_sound(published: Terminal, disk: Disk, left: str):
    path = disk.folder / "store" / "store.sqlite"
    path.unlink()
    if left == "an empty file":
        path.touch()
    found = published.run("verify")
    assert (found.exit_code, found.stdout, published.json("verify")) == (2, "", UNAVAILABLE)
    assert found.stderr.startswith("Tietovarastoa ei voi avata luettavaksi (Mitään ei ole julkaistu)")


def test_a_damaged_store_is_called_damaged(terminal: Terminal):
    (terminal.folder / "data").mkdir()
    (terminal.folder / "data" / "store.sqlite").write_bytes(b"no database at all " * 300)
    found = terminal.run("verify")
    assert (found.exit_code, terminal.json("verify")["status"]) == (1, "damaged")
