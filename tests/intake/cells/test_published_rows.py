"""Published rows by key, name and day."""

import pickle

from analysis.intake.cells.lexicon import Lexicons
from analysis.intake.cells.published_rows import NO_ROWS, PublishedRows
from analysis.schema import TABLES, all_tables, typed_frame


def rows(table: str, **columns) -> PublishedRows:
    return PublishedRows.of(TABLES[table], typed_frame(TABLES[table], columns))


def test_the_published_spelling_of_a_key():
    published = rows("clusters", id=["kl-1", "KL-2", "kl-3", "KL-3"], name=["A", "B", "C", "D"])
    assert published.spellings(["KL-1", "kl\N{EN DASH}2", "kl-1", "Kl-3", "uusi", None]) == {
        "KL-1": "kl-1",
        "kl\N{EN DASH}2": "KL-2",
    }


def test_a_row_is_known_by_name_and_day():
    published = rows("stories", id=["1", "2", "3"], title=["Öljy", "Vesi", "Vesi"], published=["2024-05", None, "2024"])
    assert published.is_row("1", "ÖLJY", "2024-05") and not published.is_row("1", "Öljy", "2024-05-01")
    assert published.is_row("2", "Vesi", None) and not published.is_row("3", "Vesi", None)
    assert not published.is_row("4", "Vesi", None)
    assert (published.keys_of("vesi", None), published.keys_of("vesi", "2024")) == (["2"], ["3"])
    assert rows("clusters", id=["k"], name=["Jää"]).keys_of("Jää", None) == ["k"]


def test_nothing_is_published_at_first():
    assert (NO_ROWS.spellings(["a"]), NO_ROWS.keys_of("a", None), NO_ROWS.is_row("a", "a", None)) == ({}, [], False)


def test_rows_go_to_a_worker_as_texts():
    events = typed_frame(TABLES["events"], {"id": ["1"], "name": ["A"], "starts": ["2024"]})
    sent = pickle.loads(pickle.dumps(Lexicons.of_published(all_tables({"events": events}, TABLES))))
    assert sent.rows == {"events": PublishedRows("1", "A", "2024")}
