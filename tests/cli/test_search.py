"""``search`` prints what answers a query, the best first, and never a trace."""

import pytest

from analysis.search import from_bytes
from tests.cli.conftest import Terminal
from tests.publishing.coordinator import book, event, story


@pytest.fixture
def published(terminal: Terminal) -> Terminal:
    """A terminal with one published revision: an event of Lapland, one of Kainuu, a story."""
    rows = (
        event("a", Nimi="Metsäalan seminaari", Alkaa="12.3.2023", Maakunnat="Lappi"),
        event("b", Nimi="Rahoitusilta", Alkaa="5/2024", Maakunnat="Kainuu"),
    )
    assert terminal.run("publish", terminal.file(book(*rows, Tarinat=[story("s")]))).exit_code == 0
    return terminal


def test_hits_in_json_and_as_lines(published: Terminal):
    best = published.json("search", "metsäalan", "seminaareissa")[0]
    assert {**best, "score": 0} == {"table": "events", "key": "a", "title": "Metsäalan seminaari", "score": 0}
    assert 0 < best["score"] <= 1
    result = published.run("search", "rahoitusillat", "--language", "sv", "--limit", "1")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Evenemang: Rahoitusilta (b)\n", "")


@pytest.mark.parametrize("query", [[], [""], ["%"], ["dinosaurus"], ["x" * 3000], ["\udcff"]])
def test_nothing_is_found_without_a_trace(published: Terminal, query: list[str]):
    assert published.json("search", *query) == []
    result = published.run("search", *query)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Mitään ei löytynyt.\n", "")


def test_a_store_that_is_not_there_finds_nothing(terminal: Terminal):
    assert terminal.json("search", "seminaari") == []


def test_the_revision_has_its_word_forms(published: Terminal):
    store = published.store()
    assert from_bytes(store.word_forms("1"))["rahoitusilta"].parts == ("rahoitus", "ilta")
    store.close()
