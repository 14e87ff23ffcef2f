"""What a search costs in time and memory, on 1,000 and 100,000 invented events, and its word forms in publishing."""

from time import process_time
from typing import Any

import numpy as np

from analysis.changes import compare
from analysis.search import SearchIndex, from_bytes, search, search_index
from analysis.search_lookup import glossary_entries, word_forms_of
from tests.bench.intake import NOTHING, milliseconds
from tests.bench.merging import tables

ROWS = {1_000: 20, 100_000: 60}
"""By number of rows: the milliseconds that a search takes at most."""
MOST_BYTES = 300
"""Of memory a row, beside the tables."""
QUERIES = (
    *("tapahtumasta", "keksitty klusteri 7", "seminaareissa Lapissa", "paikkakuna 12", "webinarier"),
    *("workshop lapland", "tapahtuma 812", "kirjoitusvirheistä", "tapatuhma"),
)
"""A frequent word, several words, inflected ones, a mistake, other languages, a number, words that are nowhere."""


def index_bytes(index: SearchIndex) -> int:
    """The memory of an index beside the tables."""
    postings = (index.wholes, index.parts, index.texts, index.rows)
    arrays: list[Any] = [each for part in postings for each in (part.start, part.values)]
    arrays += [index.weights, index.title_words, index.age, index.forms.start]
    return sum(each.nbytes for each in arrays if isinstance(each, np.ndarray)) + len(index.forms.text)


def figures(number: int) -> dict[str, float]:
    """The slowest search in ms, bytes a row, and seconds of word forms and index."""
    rows = tables(number)
    begin = process_time()
    forms = word_forms_of(rows)
    made = process_time()
    index = search_index(rows, glossary_entries(), from_bytes(forms))
    ready = process_time()
    slowest = max(milliseconds(lambda text=each: search(index, text, "fi"), 3) for each in QUERIES)
    again = process_time()
    word_forms_of(rows, forms)
    return {
        "slowest": slowest,
        "bytes": index_bytes(index) / number,
        "forms": made - begin,
        "later": process_time() - again,
        "index": ready - made,
        "compare": milliseconds(lambda: compare(NOTHING, rows), 1) / 1000,
    }


def main() -> None:
    """Print the figures of each number of rows."""
    for number, most in ROWS.items():
        each = figures(number)
        print(f"search in {number:,} events: {each['slowest']:.0f} ms for the slowest query (at most {most}), ", end="")
        print(f"{each['bytes']:.0f} bytes a row (at most {MOST_BYTES});")
        print(f"  word forms when published: {each['forms']:.1f} s at first, {each['later']:.1f} s later on; ", end="")
        print(f"index: {each['index']:.1f} s; the comparison of the same rows: {each['compare']:.1f} s")


if __name__ == "__main__":
    main()
