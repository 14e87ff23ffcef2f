"""The index of a revision: its words, the texts in which they stand, the rows that have these texts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.schema import TABLES, Tables
from analysis.search.hit import SearchEntry
from analysis.search.letters import WORD, WORD_OR_END, fold, lower
from analysis.search.postings import Postings
from analysis.search.searched_texts import TITLE, WEIGHTS, ColumnTexts, searched_columns
from analysis.search.word_forms import Forms, WordForms, look_up_all
from analysis.search.word_list import WordList


@dataclass(frozen=True, eq=False)
class SearchIndex:
    """What a search looks in: arrays of numbers, so that it takes little memory beside the tables.

    - ``tables``, ``entries``: what was indexed; rows count through all tables and then the entries.
    - ``forms``: the folded words of all texts and their folded forms. ``wholes``, ``parts``: by form, the words
      (places in ``forms``) of which it is a lemma, or a part.
    - ``texts``: by word (place in ``forms``), the texts in which it stands. ``rows``: by text, the rows that have it.
    - ``weights``: of each text, float32. ``title_words``: how many words a row's shortest title has, int32.
    - ``age``: the place of each row when all are in order, the newest first, int32.
    """

    tables: Tables
    entries: tuple[SearchEntry, ...]
    forms: WordList
    wholes: Postings
    parts: Postings
    texts: Postings
    rows: Postings
    weights: np.ndarray
    title_words: np.ndarray
    age: np.ndarray

    def stands(self, place: int) -> bool:
        """Whether a form is a word that stands in a text."""
        return bool(self.texts.start[place] < self.texts.start[place + 1])

    def row(self, number: int) -> tuple[str, int]:
        """Table, and place in it, of a row; an entry's table is empty."""
        for name in WEIGHTS:
            if number < len(self.tables[name]):
                return name, number
            number -= len(self.tables[name])
        return "", number


@dataclass(frozen=True, eq=False)
class _Occurrences:
    """The words of columns: ``words`` in small letters, ``word[i]`` stands in ``text[i]``; texts count on by column."""

    words: Sequence[str]
    word: np.ndarray
    text: np.ndarray


def unique_words(tables: Tables, entries: Sequence[SearchEntry] = ()) -> list[str]:
    """The different words of all that is searched, in small letters, those with digits apart, as they first stand."""
    words: dict[str, None] = {}
    for column in searched_columns(tables, entries):
        words |= dict.fromkeys(WORD.findall(lower("\n".join(column.texts))))
    return [each for each in words if each.isalpha()]


def search_index(tables: Tables, entries: Sequence[SearchEntry] = (), forms: WordForms | None = None) -> SearchIndex:
    """The index of the tables of a revision.

    - ``entries``: what is found besides rows, as the terms of the glossary.
    - ``forms``: the word forms that are stored with the revision; those of other words are looked up here.
    """
    columns = list(searched_columns(tables, entries))
    found = _occurrences(columns)
    known = look_up_all(found.words, forms)
    folded = [fold(each) for each in found.words]
    words = WordList.of([*folded, *(form for each in known.values() for kind in each for form in kind)])
    place = {form: number for number, form in enumerate(words)}
    own = np.array([place[each] for each in folded], dtype="int32")
    pairs = np.unique(own[found.word].astype("int64") << 32 | found.text) if len(found.word) else found.word
    word, text = pairs >> 32, pairs & 0xFFFFFFFF
    weights = np.repeat(
        np.array([each.weight for each in columns], dtype="float32"), [len(each.texts) for each in columns]
    )
    total = sum(len(tables[name]) for name in WEIGHTS) + len(entries)
    text_of, row_of = _texts_and_rows(columns)
    lengths = np.bincount(text, minlength=len(weights))
    titles = (weights[text_of] == TITLE) & (lengths[text_of] > 0)
    title_words = np.full(total, 99, dtype="int32")
    np.minimum.at(title_words, row_of[titles], lengths[text_of[titles]])
    return SearchIndex(
        tables,
        tuple(entries),
        words,
        _words_by_form(known, place, "whole"),
        _words_by_form(known, place, "parts"),
        Postings.from_pairs(word, text, len(words)),
        Postings.from_pairs(text_of, row_of, len(weights)),
        weights,
        title_words,
        _ages(tables, len(entries)),
    )


def _occurrences(columns: Sequence[ColumnTexts]) -> _Occurrences:
    """The words of columns and the texts in which they stand."""
    texts = [text.replace("\n", " ") for each in columns for text in each.texts]
    tokens = np.array(WORD_OR_END.findall(lower("\n".join(texts))), dtype=object)
    ends = tokens == "\n"
    word, different = pd.factorize(tokens[~ends])
    return _Occurrences(list(different), word.astype("int64"), np.cumsum(ends)[~ends])


def _texts_and_rows(columns: Sequence[ColumnTexts]) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a text, counted on by column, and a row that has it."""
    first = np.cumsum([0, *(len(each.texts) for each in columns)])
    texts = [each.place + start for each, start in zip(columns, first, strict=False)]
    return np.concatenate(texts).astype("int64"), np.concatenate([each.row for each in columns]).astype("int64")


def _words_by_form(known: dict[str, Forms], place: dict[str, int], kind: str) -> Postings:
    """By form: the words of which it is one of a kind (`Forms`)."""
    pairs = {(place[form], place[fold(word)]) for word, forms in known.items() for form in getattr(forms, kind)}
    both = np.array(sorted(pairs), dtype="int64").reshape(-1, 2)
    return Postings.from_pairs(both[:, 0], both[:, 1], len(place))


def _ages(tables: Tables, entries: int) -> np.ndarray:
    """The place of each row when all are in order, the newest first; rows without a day as they stand, last."""
    days = [
        tables[name][day].fillna("").to_numpy(dtype=object)
        if (day := TABLES[name].day)
        else np.full(len(tables[name]), "", dtype=object)
        for name in WEIGHTS
    ]
    every = np.concatenate([*days, np.full(entries, "", dtype=object)])
    _, rank = np.unique(every, return_inverse=True)
    age = np.empty(len(every), dtype="int32")
    age[np.argsort(-rank, kind="stable")] = np.arange(len(every), dtype="int32")
    return age
