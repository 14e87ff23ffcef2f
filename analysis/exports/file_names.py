"""Names of files that say what is in them, in letters that every system takes."""

import re
import unicodedata
from datetime import date

LONGEST = 100


def file_name(*parts: str, ending: str, revision: str = "", day: date | None = None) -> str:
    """A file's name from telling parts: "klusteripulssi-tapahtumat-lappi-r12-2023-06-24.csv".

    Lower case, letters and digits joined by hyphens (ä becomes a), the parts cut to 100 characters together.
    """
    told = "-".join(filter(None, map(_plain, ("klusteripulssi", *parts))))[:LONGEST].strip("-")
    dated = [_plain(revision), day.isoformat() if day else ""]
    return "-".join(filter(None, (told, *dated))) + f".{ending}"


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")
