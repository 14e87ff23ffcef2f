"""The page of the data's quality, and what the owner is to fill in: told to editors there and on the update page."""

import pytest

from analysis.schema import LANGUAGES
from pages.parts.core import auth
from tests.exports.test_owner_words_nowhere import FOR_THE_OWNER
from tests.pages.conftest import EMPTY, ONE_ROW, PAGES, open_page, page_errors, page_html, publish
from tests.workbooks import sample, shipped

TITLE = "Ennen julkistamista on tehtävä 4 asiaa"


@pytest.fixture
def editor(monkeypatch) -> None:
    """Whoever opens a page is signed in as an editor."""
    monkeypatch.setattr(auth, "is_editor", lambda: True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("data", [None, ONE_ROW, EMPTY], ids=["shipped", "one row", "empty"])
def test_the_page_stands_on_full_and_on_hardly_any_data(address, data, language: str):
    if data is not None:
        publish(address, data)
    for query in ({}, {"regions": "18", "years": "2023-2023"}):
        assert page_errors(open_page("data", lang=language, **query)) == []


def test_the_table_of_columns_is_open_and_tells_shares(address):
    app = open_page("data")
    text = page_html(app)
    assert app.segmented_control(key="view_quality_filled").value == "table"
    assert "<td" in text and "Osallistujat: yritykset" in text
    assert "Mitä puuttuu" in text and "17 / 31 riviä" in text and "Tietojen ajantasaisuus" in text


def test_the_last_ten_revisions_are_compared(address):
    sets = [shipped.tables(), sample.tables()] * 6
    publish(address, *sets)
    app = open_page("data")
    app.segmented_control(key="view_quality_revisions").set_value("table").run()
    text = page_html(app)
    assert "Versio 12 (" in text and "Versio 3 (" in text and "Versio 2 (" not in text and page_errors(app) == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_tells_a_reader_what_the_owner_has_not_filled_in(address, page: str):
    for language in LANGUAGES:
        assert FOR_THE_OWNER.findall(page_html(open_page(page, lang=language))) == []


@pytest.mark.parametrize("page", PAGES)
def test_an_editor_is_told_on_two_pages_alone(address, editor, page: str):
    text = page_html(open_page(page))
    assert (TITLE in text) == (page in ("data", "update"))
    if TITLE in text:
        assert all(
            f"Tietoja-välilehden rivi {key}" in text for key in ("publisher", "contact", "feedback", "authority")
        )


def test_an_owner_who_has_filled_in_everything_has_no_list(address, editor):
    publish(address, sample.tables())
    assert "Ennen julkistamista" not in page_html(open_page("data"))
