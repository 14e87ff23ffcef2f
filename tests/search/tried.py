"""How the queries of `queries` are answered: `python -m tests.search.tried` prints those that are not answered well."""

from datetime import UTC, datetime

from analysis.intake import Limits, Upload, read
from analysis.publishing.merge import merge
from analysis.schema import TABLES, Tables, all_tables
from analysis.search import Hit, SearchIndex, search, search_index
from analysis.search_lookup import glossary_entries
from analysis.settings import ROOT
from tests.search.queries import DECOYS, HELD_OUT, QUERIES

FIRST, ENOUGH = 3, 2


def sample_tables() -> Tables:
    """The tables of the sample workbook."""
    empty = all_tables({}, TABLES)
    upload = Upload("sample.xlsx", (ROOT / "data" / "sample_activity.xlsx").read_bytes())
    return merge(empty, read([upload], empty, Limits(), datetime(2026, 6, 1, tzinfo=UTC)).tables, add=False)


def expected_rows(tables: Tables, line: str) -> set[tuple[str, str]]:
    """The rows (table and key) that a line of `queries` names."""
    name, _, part = line.partition(": ")
    frame, table = tables[name], TABLES[name]
    titles = frame[table.label]
    same = titles == part
    rows = frame[same if same.any() else titles.str.contains(part, regex=False)]
    return {(name, key) for key in rows[table.key[0]]}


def first_rows(hits: list[Hit]) -> list[tuple[str, str]]:
    """Table and key of each hit."""
    return [(each.table, each.key) for each in hits]


def is_answered(index: SearchIndex, line: str) -> bool:
    """Whether the row that a line names is among the first three; of several rows that answer alike, two."""
    query, _, rows = line.partition(" → ")
    expected = expected_rows(index.tables, rows)
    assert expected, line
    first = first_rows(search(index, query, "fi", FIRST))
    return len(expected.intersection(first)) >= min(len(expected), ENOUGH)


def failures(index: SearchIndex, lines: str) -> list[str]:
    """The lines that are not answered well, each with what came first."""
    bad = [each for each in lines.split("\n") if each and not is_answered(index, each)]
    return [f"{each}: {first_rows(search(index, each.partition(' → ')[0], 'fi', FIRST))}" for each in bad]


if __name__ == "__main__":
    sample = search_index(sample_tables(), glossary_entries())
    print(*failures(sample, QUERIES + HELD_OUT), sep="\n")
    for decoy in DECOYS.split("\n"):
        print(*first_rows(search(sample, decoy, "fi", FIRST)))
