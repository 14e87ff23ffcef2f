"""Ranking: which rows answer a query, the best first."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.schema import LANGUAGES, TABLES, Language
from analysis.search.hit import Hit
from analysis.search.query_words import WordAnswer, answers, query_words
from analysis.search.search_index import SearchIndex
from analysis.search.searched_texts import TITLE, WEIGHTS

OTHER_TEXTS = 0.1
"""What a word counts in each text of a row besides the one in which it weighs most."""
WHOLE_TITLE = 0.5
"""By how much more a row counts whose title holds nothing but the query."""

BEST = TITLE * (1 + WHOLE_TITLE) * 1.5
"""More than a word counts in a row at most: in its title, which holds nothing else, and in its other texts."""

Mask = Mapping[str, np.ndarray]
"""By table: a boolean array that says of each row whether it is searched; a table that is not there is, whole."""


def search(
    index: SearchIndex, query: str, language: Language, limit: int | None = 10, within: Mask | None = None
) -> list[Hit]:
    """The rows that answer a query, the best first, the newest of equals first; none for a query without words.

    A row has to answer more than half of the words. Each is looked for in all languages, whatever the ``language``, in
    which the titles of hits are.

    - ``index``: of the revision; ``query``: as it was typed, any text.
    - ``limit``: how many hits at most, None for all; ``within``: the rows that are searched, None for all.
    """
    text = query.encode(errors="replace").decode().strip()
    words = query_words(text)
    found, scores, marks = _scores(index, words)
    named = _has_key(index, text)
    scores[named] = 1.0
    rows = np.flatnonzero(((found * 2 > len(words)) | named) & _searched(index, within))
    order = np.lexsort((index.age[rows], -np.round(scores[rows], 4)))[:limit]
    return [_hit(index, int(rows[at]), float(scores[rows[at]]), language, marks) for at in order]


def _scores(index: SearchIndex, words: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray, frozenset[str]]:
    """By row: how many of some words it answers, and its score; the words of the index that answer them.

    Rare words count more than frequent ones.
    """
    size, places, total = len(index.age), set[int](), 1e-9
    found, titles, scores = (np.zeros(size, dtype=kind) for kind in ("int16", "int16", "float32"))
    for word in words:
        answer, worth, in_title = _first_answer(index, word)
        rarity = float(np.log1p(size / max(1, int(np.count_nonzero(worth)))))
        found += worth > 0
        titles += in_title
        scores += rarity * worth
        total += rarity
        places.update(answer.worth, *answer.together)
    scores *= 1 + WHOLE_TITLE * np.minimum(1, titles / index.title_words)
    return found, np.minimum(scores / (total * BEST), 0.999), frozenset(index.forms[place] for place in places)


def _has_key(index: SearchIndex, text: str) -> np.ndarray:
    """By row: whether a text is its key."""
    keys = [(index.tables[name][TABLES[name].key[0]] == text).to_numpy(dtype=bool) for name in WEIGHTS]
    every: np.ndarray = np.concatenate([*keys, np.array([each.key == text for each in index.entries], dtype=bool)])
    return every & bool(text)


def _first_answer(index: SearchIndex, word: str) -> tuple[WordAnswer, np.ndarray, np.ndarray]:
    """The first answer to a word that any row has, and by row what `_row_worth` says of it."""
    answer, worth, in_title = WordAnswer({}), np.zeros(0), np.zeros(0)
    for answer in answers(index, word):
        worth, in_title = _row_worth(index, answer)
        if worth.any():
            break
    return answer, worth, in_title


def _row_worth(index: SearchIndex, answer: WordAnswer) -> tuple[np.ndarray, np.ndarray]:
    """By row: how much one word of a query counts there, float32, and whether it stands in the title."""
    if answer.together:
        parts = [_row_worth(index, WordAnswer(each)) for each in answer.together]
        return np.minimum.reduce([each for each, _ in parts]), np.logical_and.reduce([each for _, each in parts])
    size = len(index.age)
    worth, every = np.zeros(size, dtype="float32"), np.zeros(size, dtype="float32")
    in_title = np.zeros(size, dtype=bool)
    if not answer.worth:
        return worth, in_title
    places = np.fromiter(answer.worth, dtype="int64", count=len(answer.worth))
    values = np.fromiter(answer.worth.values(), dtype="float32", count=len(answer.worth))
    texts, lengths = index.texts.of_all(places)
    of_text = np.zeros(len(index.weights), dtype="float32")
    np.maximum.at(of_text, texts, np.repeat(values, lengths))
    texts = np.flatnonzero(of_text)
    rows, lengths = index.rows.of_all(texts)
    weight = np.repeat((of_text * index.weights)[texts], lengths)
    np.maximum.at(worth, rows, weight)
    np.add.at(every, rows, weight)
    in_title[rows[np.repeat(index.weights[texts] == TITLE, lengths)]] = True
    return worth + OTHER_TEXTS * (every - worth), in_title


def _searched(index: SearchIndex, within: Mask | None) -> np.ndarray:
    """By row: whether it is searched."""
    masks = within or {}
    parts = [masks.get(name, np.ones(len(index.tables[name]), dtype=bool)) for name in WEIGHTS]
    every: np.ndarray = np.concatenate([*parts, np.ones(len(index.entries), dtype=bool)])
    return every


def _hit(index: SearchIndex, row: int, score: float, language: Language, marks: frozenset[str]) -> Hit:
    """A row as a hit; ``marks``: the words of the index that answer the query."""
    name, place = index.row(row)
    if not name:
        entry = index.entries[place]
        return Hit(entry.table, entry.key, entry.names.of(language), round(score, 3), marks)
    line, table = index.tables[name].iloc[place], TABLES[name]
    labels = [table.label]
    if table.label.startswith("name_"):
        labels = [f"name_{each}" for each in dict.fromkeys((language, *LANGUAGES))]
    title = next(str(line[each]) for each in labels if pd.notna(line[each]))
    return Hit(name, str(line[table.key[0]]), title, round(score, 3), marks)
