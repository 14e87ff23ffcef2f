"""The pages where the disk is full or cannot be written to, or the store is gone: a calm sentence is said, and what was
published stays."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from analysis import app_services
from pages.parts.core import auth
from tests.disks import Disk
from tests.pages.conftest import ONE_ROW, open_page, page_errors, page_html, publish, tables
from tests.pages.test_update import CHANGED, published_events, upload

FULL = "Mitään ei julkaistu, koska palvelimen levy on täynnä. Se, mikä oli julkaistu, on ennallaan."
CLOSED = "Mitään ei julkaistu, koska palvelin ei saa kirjoittaa tietovarastoon. Se, mikä oli julkaistu, on ennallaan."

GONE = "Mitään ei julkaistu, koska palvelimen tietovarasto on poistettu tai vaihdettu toiseen. Sivut näyttävät sen"


@pytest.fixture
def editor(address, disk: Disk, monkeypatch) -> str:
    """An editor of a dashboard whose store is on a small disk, with one revision."""
    url = f"sqlite:///{disk.folder / 'store.sqlite'}"
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", url)
    monkeypatch.setattr(auth, "is_editor", lambda: True)
    publish(url, ONE_ROW)
    yield url
    app_services.close()


def publish_within(limited: Disk, limit, sentence: str) -> None:
    """Publish within a limit: the sentence is said and nothing else; without it the same press publishes."""
    app = upload(CHANGED)
    # A connection that is open already would not meet with a limit of SQLite's own.
    again = (lambda: None) if limited.mounted else app_services.app_services().store.close
    again()
    with limit:
        app.button(key="publish").click().run()
        assert sentence in page_html(app) and page_errors(app) == []
        assert published_events() == [("1", "Avaus")]
    again()
    app.button(key="publish").click().run()
    assert sentence not in page_html(app) and "Versio 2 on julkaistu" in page_html(app)
    assert published_events() == [("1", "Avajaiset")]


def test_a_full_disk_is_said_and_publishing_can_be_tried_again(editor, disk: Disk):
    publish_within(disk, disk.full(), FULL)


def test_a_store_that_takes_no_writing_is_said_and_publishing_can_be_tried_again(editor, disk: Disk):
    limited = Disk(disk.folder, mounted=False)
    publish_within(limited, limited.read_only(), CLOSED)


@contextmanager
def another_store(disk: Disk, replacement: bool) -> Iterator[None]:
    """The store's file is moved aside, and another store stands in its place or nothing does."""
    path, aside = disk.folder / "store.sqlite", disk.folder / "aside.sqlite"
    path.rename(aside)
    if replacement:
        publish(f"sqlite:///{disk.folder / 'other.sqlite'}", ONE_ROW)
        (disk.folder / "other.sqlite").rename(path)
    yield
    assert path.exists() == replacement
    aside.replace(path)


@pytest.mark.parametrize("replacement", [False, True], ids=["deleted", "replaced"])
def test_a_store_that_is_deleted_or_replaced_is_said_and_publishing_can_be_tried_again(
    editor, disk: Disk, replacement: bool
):
    # With a disk of its own nothing is closed between: the connections are those of the store that was there.
    publish_within(Disk(disk.folder, mounted=True), another_store(disk, replacement), GONE)


def test_restoring_on_a_full_disk_says_the_same(editor, disk: Disk):
    publish(editor, tables(events={"id": ["9"], "name": ["Toinen"], "starts": ["2022"], "kind": ["other"]}))
    app = open_page("history")
    app.button(key="restore_1").click().run()
    if not disk.mounted:
        app_services.app_services().store.close()
    with disk.full():
        app.button(key="restore_yes_1").click().run()
        assert FULL in page_html(app) and page_errors(app) == []
        assert published_events() == [("9", "Toinen")]
