"""Queries on the sample workbook find their rows in three languages, words that are nowhere find none."""

import pytest

from analysis.schema import LANGUAGES
from analysis.search import SearchIndex, from_bytes, mark_spans, search, search_index
from analysis.search_lookup import GLOSSARY, glossary_entries, word_forms_of
from tests.bench import search as bench
from tests.bench.merging import tables
from tests.search.queries import DECOYS, HELD_OUT, QUERIES
from tests.search.tried import failures, first_rows, sample_tables

ENOUGH = 97


@pytest.fixture(scope="session")
def index() -> SearchIndex:
    rows = sample_tables()
    return search_index(rows, glossary_entries(), from_bytes(word_forms_of(rows)))


def test_of_a_hundred_queries_at_least_97_are_answered_among_the_first_three(index: SearchIndex):
    assert QUERIES.count(" → ") == 100
    assert len(bad := failures(index, QUERIES)) <= 100 - ENOUGH, bad


def test_of_forty_more_at_least_38_are_answered(index: SearchIndex):
    assert HELD_OUT.count(" → ") == 40
    assert len(bad := failures(index, HELD_OUT)) <= 2, bad


def test_words_that_are_nowhere_find_nothing(index: SearchIndex):
    words = DECOYS.split("\n")[1:-1]
    assert len(words) == 30
    assert {each: first_rows(found) for each in words if (found := search(index, each, "fi", 3))} == {}


@pytest.mark.parametrize(
    "query",
    ["", " ", "%%%", "''; --", "\x00", "ÅÄÖ" * 5000, "🙂", "a " * 3000, "esim-t-", "<b>", "\ud800", "0" * 400, "\n"],
)
def test_odd_queries_are_answered_with_a_list(index: SearchIndex, query: str):
    assert isinstance(search(index, query, "fi"), list)


def test_a_key_finds_its_row_first(index: SearchIndex):
    best = search(index, " esim-k-07 ", "sv", 3)[0]
    assert (best.table, best.key, best.score) == ("stories", "esim-k-07", 1.0)


def test_titles_of_terms_are_in_the_language_of_the_search(index: SearchIndex):
    titles = [search(index, "rahoituksesta", each, 1)[0].title for each in LANGUAGES]
    assert titles[1:] == ["Funding", "Finansiering"]
    assert search(index, "datamängd", "en", 1)[0].table == GLOSSARY


def test_the_mark_stands_on_the_word_in_its_own_ending(index: SearchIndex):
    best = search(index, "seminaareihin", "fi", 1)[0]
    [(first, end)] = mark_spans("Kevään seminaari, vesi", best.marks)
    assert "Kevään seminaari, vesi"[first:end] == "seminaari"


def test_rows_that_a_filter_leaves_out_are_not_found(index: SearchIndex):
    events = index.tables["events"]
    within = {"events": (events["id"] == "esim-t-17").to_numpy()}
    found = search(index, "vesialan seminaari", "fi", None, within)
    assert first_rows(found) == [("events", "esim-t-17")]


def test_of_equals_the_newest_comes_first(index: SearchIndex):
    assert [each.key for each in search(index, "vesialan seminaari", "fi", 3)] == [
        *("esim-t-27", "esim-t-17", "esim-t-07")
    ]


def test_the_index_is_small_and_quick():
    rows = tables(2_000)
    index = search_index(rows, (), from_bytes(word_forms_of(rows)))
    assert bench.index_bytes(index) / 2_000 < bench.MOST_BYTES
    search(index, "seminaareissa", "fi")
    assert bench.milliseconds(lambda: search(index, "keksitty klusteri 7", "fi"), 5) < 200
