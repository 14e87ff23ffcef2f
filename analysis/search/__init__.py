"""Search: rows and terms by words, whatever their language, their ending, a few mistakes.

- `search_index` makes the index of a revision's tables, and of entries such as the glossary's terms; it is for many
  queries. `look_up_all` of `unique_words` makes the word forms that it needs, which are stored with the revision
  (`to_bytes`, `from_bytes`).
- `analysis/search_lookup.py` has the index of a revision, with the glossary's terms in it.
- `search` gives hits, the best first: ``search(index, "rahoitusaamuissa", "fi", limit=10)``. Hits with the table
  "glossary" are terms, all others rows. Rows that a filter leaves are told by ``within``, a boolean array by table.
- `mark_spans` says where the words of a hit stand in any text.

`searched_texts` says which columns are searched and what they weigh, `word_forms` and `endings` what a word may be a
form of, `query_words` which words of the index answer one of a query, `ranking` in which order rows come.
"""

from analysis.search.hit import Hit, SearchEntry
from analysis.search.letters import mark_spans
from analysis.search.ranking import search
from analysis.search.search_index import SearchIndex, search_index, unique_words
from analysis.search.word_forms import WordForms, from_bytes, look_up, look_up_all, to_bytes

__all__ = [
    "Hit",
    "SearchEntry",
    "SearchIndex",
    "WordForms",
    "from_bytes",
    "look_up",
    "look_up_all",
    "mark_spans",
    "search",
    "search_index",
    "to_bytes",
    "unique_words",
]
