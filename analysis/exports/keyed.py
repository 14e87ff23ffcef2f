"""What sections are called in files where each needs a name of its own."""

from collections.abc import Sequence

from analysis.sections import Section


def keyed(sections: Sequence[Section]) -> list[tuple[str, Section]]:
    """The sections with their keys; one that comes again, under another selection, bears a number: "overview-2"."""
    keys = [section.key for section in sections]
    before = [keys[:at].count(key) for at, key in enumerate(keys)]
    names = [f"{key}-{count + 1}" if count else key for key, count in zip(keys, before, strict=True)]
    return list(zip(names, sections, strict=True))
