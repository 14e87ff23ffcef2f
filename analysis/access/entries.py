"""Entries of the settings: who may edit which regions, and the keys of several councils."""

import re
from dataclasses import dataclass, field

from analysis.schema.aliases import SEVEN
from analysis.settings import PREFIX, WrongSetting

GROUP = "group:"
EVERYWHERE: frozenset[str] = frozenset()
"""The regions of who may edit all rows."""
_ROLE = re.compile(r"=\s*editor(?![^,;\s])")
"""What stands between a person and the regions that she edits."""
_SEPARATORS = re.compile(r"[,;\s]+")
_MARK = "=editor"


@dataclass(frozen=True)
class EditorEntry:
    """An entry of the list of editors: an address, a domain as @liitto.fi or a group as group:…, and its regions."""

    who: str
    regions: frozenset[str] = EVERYWHERE


@dataclass(frozen=True)
class NamedKey:
    """A council's key: the name that the history tells, and the regions that it edits."""

    name: str
    key: str = field(repr=False)
    regions: frozenset[str] = EVERYWHERE


def editor_entries(text: str) -> tuple[EditorEntry, ...]:
    """The entries of a list of editors: ``a@liitto.fi, kainuu@liitto.fi = editor 18, 16; group:Lappi = editor 19``.

    WrongSetting if it is not clear whom an ``=`` or a region belongs to, or what that region is: nobody gets more
    rights by a slip of the pen.
    """
    entries: list[EditorEntry] = []
    has_role = False
    for part in filter(None, _SEPARATORS.split(_ROLE.sub(f" {_MARK} ", text))):
        if part == _MARK:
            if has_role or not entries:
                raise _wrong_person(part)
            has_role = True
        elif "@" in part or part.startswith(GROUP):
            if "=" in part.rpartition("@")[2] and not part.startswith(GROUP):
                raise _wrong_person(part)
            entries.append(EditorEntry(part))
            has_role = False
        elif has_role and part in SEVEN:
            entries[-1] = EditorEntry(entries[-1].who, entries[-1].regions | {part})
        elif has_role or part.isdecimal() or part == "editor" or "=" in part:
            raise _wrong_person(part)
        else:
            entries.append(EditorEntry(part))
    return tuple(entries)


def named_keys(text: str, *others: str) -> tuple[NamedKey, ...]:
    """The keys of several councils: ``Kainuu:key:18,16;Lappi:another key:19;Operator:third key``.

    WrongSetting, with the number of the entry and never a key, if one has no name or key or a region that is none, or
    if its key is also that of another entry or one of the ``others``.
    """
    named: list[NamedKey] = []
    known = set(others)
    for number, entry in enumerate(filter(None, (part.strip() for part in text.split(";"))), start=1):
        parts = [part.strip() for part in entry.split(":")]
        regions = frozenset(filter(None, _SEPARATORS.split(parts[-1]))) if len(parts) == 3 else EVERYWHERE
        is_whole = len(parts) in (2, 3) and all(parts) and (len(parts) == 2 or bool(regions))
        if not is_whole or regions - set(SEVEN) or parts[1] in known:
            raise WrongSetting(f"{PREFIX}EDITOR_KEYS", "keys", str(number), ", ".join(SEVEN))
        named.append(NamedKey(parts[0], parts[1], regions))
        known.add(parts[1])
    return tuple(named)


def _wrong_person(part: str) -> WrongSetting:
    return WrongSetting(f"{PREFIX}EDITORS", "person", part, ", ".join(SEVEN))
