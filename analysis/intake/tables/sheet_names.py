"""Further names that a sheet goes by: a part of its own, or of its file's."""

import re
from collections.abc import Iterator

_BEFORE = " - "
_PARTS = re.compile(" - |[-_]")
# What the program puts into the name of each file that it gives out.
_REVISION = re.compile(r"[ _-]version?-[0-9]+(?![0-9])", re.IGNORECASE)
# What a browser or a person puts behind a name: (1), 2024.
_NUMBERING = re.compile(r"[ ._\-(]*+[0-9][0-9 ._\-()]*\Z")


def other_names(name: str, *, is_file: bool) -> Iterator[str]:
    """What may be meant by a name: what stands before " - " ("Tarinat - Table 1"), and of a file's name without its
    ending also what it ends in after " - ", "-" or "_" ("data-Teemat (1)")."""
    before, separator, _ = name.partition(_BEFORE)
    if separator:
        yield before
    if is_file:
        parts = _PARTS.split(_NUMBERING.sub("", name))
        # A name of several words has hyphens of its own, so that longer endings come first.
        for start in range(1, len(parts)):
            yield " ".join(parts[start:])


def without_revision(name: str) -> str:
    """A name without the revision and the numbering behind it: "teemat-versio-7 (1)" → "teemat"."""
    return _NUMBERING.sub("", _REVISION.sub("", name))
