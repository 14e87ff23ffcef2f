"""The pages where the disk is full or cannot be written to: a calm sentence, and what was published stays."""

import pytest

from analysis import app_services
from pages.parts.core import auth
from tests.disks import Disk
from tests.pages.conftest import ONE_ROW, open_page, page_errors, page_html, publish, tables
from tests.pages.test_update import CHANGED, published_events, upload

FULL = "Mitään ei julkaistu, koska palvelimen levy on täynnä. Se, mikä oli julkaistu, on ennallaan."
CLOSED = "Mitään ei julkaistu, koska palvelin ei saa kirjoittaa tietovarastoon. Se, mikä oli julkaistu, on ennallaan."


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
