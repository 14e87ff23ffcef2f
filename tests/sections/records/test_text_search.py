"""A search finds what a reader finds who reads every row."""

from random import Random

import pandas as pd
import pytest

from analysis.schema import Tables
from analysis.sections import event_table
from analysis.sections.context import code_labels
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.pages.test_recount import FI, WORKBOOKS, published

NAMED = {"regions": code_labels.regions, "themes": code_labels.themes, "priorities": code_labels.priorities}
STRANGE: list[Row] = [
    {
        "id": "a",
        "name": "Straße (A.B)",
        "place": "50 % [x]",
        "regions": ("19",),
        "kind": "other",
        "organisers": ("P|",),
    },
    {"id": "b", "name": "STRASSE A B", "summary": "Äiti|isä", "regions": ("19", "10"), "kind": "webinar"},
]


def plain(given: Tables, row: dict) -> str:
    """All that is written of an event, names of codes included."""
    told = [row[name] for name in ("name", "place", "summary") if pd.notna(row[name])]
    told += [str(name) for key, name in code_labels.options("events", "kind", FI).items() if key == row["kind"]]
    for column, names in NAMED.items():
        told += [str(name) for code, name in names(given, FI).items() if code in row[column]]
    return " ".join([*told, *row["organisers"]]).casefold()


def read(given: Tables, search: str) -> set[str]:
    """The keys of the events that hold every word, by reading each row."""
    rows = given["events"].to_dict("records")
    return {row["id"] for row in rows if all(word in plain(given, row) for word in search.casefold().split())}


def found(given: Tables, search: str, language: str = "fi") -> set[str]:
    return set(event_table(given, Selection(), translator(language), count=10_000, search=search).table["id"])


@pytest.mark.parametrize("path", WORKBOOKS)
def test_any_piece_of_any_row_finds_what_reading_finds(path):
    given, chance = published(path), Random(7)
    texts = [plain(given, row) for row in given["events"].to_dict("records")]
    for _ in range(60):
        pieces = []
        for text in chance.sample(texts, chance.choice((1, 2))):
            start = chance.randrange(len(text))
            pieces.append(text[start : start + chance.randint(1, 7)])
        search = " ".join(pieces)
        assert found(given, search) == read(given, search), search


@pytest.mark.parametrize(
    "search", ["(a.b)", "a.b", "%", "[x]", "|", "strasse", "STRAßE", "äiti|isä", ".*", "\\", "p| lappi"]
)
def test_signs_are_looked_for_as_they_are_written_and_in_any_case(search):
    given = tables(events=STRANGE)
    assert found(given, search) == read(given, search)


def test_each_language_finds_its_own_names():
    given = tables(events=STRANGE)
    assert [found(given, "lappland", language) for language in ("fi", "sv")] == [set(), {"a", "b"}]
    assert [found(given, "webbinarium", language) for language in ("fi", "sv")] == [set(), {"b"}]
