"""The elements of a list in one cell: separators of people, of SharePoint and Forms, and JSON."""

import json
import re
from collections.abc import Callable

from analysis.intake.text import is_blank, normalize

# SharePoint writes a list of looked-up rows as "19;#Lappi;#18;#Kainuu": the number before ";#" is the row's own id.
_ID = re.compile(r"(?:^|(?<=[;#|,\n])) *[0-9]+ *(?=;#)")
_ALWAYS = re.compile(" *(?:;#|[;\n]) *")
_MAYBE = re.compile(r"( *[,|] *|(?:^| )/(?: |$))")
_LINK = re.compile(r"(?:https?://|www\.)(?:(?!\|(?:https?://|www\.))\S)+", re.IGNORECASE)
_PIPE_IN_LINK = "\ue000"
_MOST_PIECES = 11
"""A known word, with the separators in it, has no more pieces."""


def list_items(text: str, is_word: Callable[[str], bool] = lambda word: False) -> list[str]:
    """The words of a list, separated by ``;``, ``;#``, ``|``, line break, ``,`` and `` / ``, without blank ones.

    A comma, slash or pipe inside a known word separates nothing, nor does a pipe in an address; of known words that
    begin alike the longest counts. A JSON list of texts is the list of these, whatever they contain.
    """
    items = _json_items(text)
    if items is None:
        if "|" in text:
            text = _LINK.sub(lambda link: link[0].replace("|", _PIPE_IN_LINK), text)
        parts = _ALWAYS.split(_ID.sub("", text) if ";#" in text else text)
        items = [word.replace(_PIPE_IN_LINK, "|") for part in parts for word in _words(part, is_word)]
    return [word for word in items if not is_blank(word)]


def _words(part: str, is_word: Callable[[str], bool]) -> list[str]:
    """The words between separators that may be part of a known word: as many joined as make one."""
    # Word, separator, word …
    pieces, start = _MAYBE.split(part), 0
    words: list[str] = []
    while start < len(pieces):
        ends = range(min(len(pieces), start + _MOST_PIECES), start, -2)
        end = next((end for end in ends if is_word("".join(pieces[start:end]).strip())), start + 1)
        words.append("".join(pieces[start:end]).strip())
        start = end + 1
    return words


def _json_items(text: str) -> list[str] | None:
    """The texts of a JSON list, None if the text is none or holds anything else but nulls."""
    if not (text.startswith("[") and text.endswith("]") and text[1:].lstrip()[:1] in tuple('"n]')):
        return None
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not all(item is None or isinstance(item, str) for item in items):
        return None
    return [normalize(item).replace("\n", " ") for item in items if item is not None]
