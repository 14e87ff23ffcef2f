"""Names of files that say what is in them, and names of sections within a file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from analysis.sections import Section

LONGEST = 100


def file_name(*parts: str, ending: str, revision: str = "", day: date | None = None) -> str:
    """A file's name from telling parts: "klusteripulssi-tapahtumat-lappi-r12-2023-06-24.csv".

    Lower case, letters and digits joined by hyphens (ä becomes a), the parts cut to 100 characters together.
    """

    def plain(text: str) -> str:
        letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
        return re.sub("[^a-z0-9]+", "-", letters).strip("-")

    name = "-".join(filter(None, map(plain, ("klusteripulssi", *parts))))[:LONGEST].strip("-")
    return "-".join(filter(None, (name, plain(revision), day.isoformat() if day else ""))) + f".{ending}"


def unique_keys(sections: Sequence[Section]) -> list[tuple[str, Section]]:
    """The sections with unique keys: the second "overview", under another selection, is "overview-2"."""
    counts, named = Counter[str](), []
    for section in sections:
        counts[section.key] += 1
        count = counts[section.key]
        named.append((f"{section.key}-{count}" if count > 1 else section.key, section))
    return named
