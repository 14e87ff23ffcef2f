"""Every page stands in every language, whatever the data holds."""

import pytest

from analysis.schema import LANGUAGES
from analysis.store import Store
from tests.pages.conftest import EMPTY, NOW, ONE_ROW, PAGES, open_page, page_errors, page_html, publish


def mishaps(**query: str) -> dict[str, list[str]]:
    """The pages on which something goes wrong, with what it is."""
    found = {page: page_errors(open_page(page, **query)) for page in PAGES}
    return {page: wrong for page, wrong in found.items() if wrong}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_on_the_shipped_workbook(address, language: str):
    assert mishaps(lang=language) == {}


@pytest.mark.parametrize(
    "language", [pytest.param(each, marks=() if each == "fi" else pytest.mark.full) for each in LANGUAGES]
)
@pytest.mark.parametrize("data", [ONE_ROW, EMPTY], ids=["one row", "empty"])
def test_every_page_stands_on_hardly_any_data(address, data, language: str):
    publish(address, data)
    assert mishaps(lang=language) == {}


def test_every_page_stands_where_nothing_is_published(address):
    publish(address, ONE_ROW)
    store = Store.open(address)
    store.withdraw("1", NOW)
    store.close()
    assert mishaps() == {}
    assert "Mitään ei ole vielä julkaistu." in page_html(open_page())


def test_a_selection_that_leaves_nothing_stands(address):
    for page in ("overview", "events"):
        assert page_errors(open_page(page, years="1995-1996", regions="19", kinds="webinar")) == []


@pytest.mark.parametrize(("language", "word"), [("fi", "Tapahtumat"), ("sv", "Evenemang"), ("en", "Events")])
def test_the_address_decides_the_language(address, language: str, word: str):
    assert f'id="content" tabindex="-1">{word}</h1>' in page_html(open_page("events", lang=language))


def test_a_language_that_there_is_not_is_taken_for_none(address):
    assert 'id="content" tabindex="-1">Tapahtumat</h1>' in page_html(open_page("events", lang="de"))
