"""Roles: what a key allows, and what the lists of the settings allow a person whom a sign-in service names."""

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from analysis.access.entries import EVERYWHERE, GROUP, NamedKey, editor_entries
from analysis.settings import Settings

Role = Literal["editor", "reader"]


@dataclass(frozen=True)
class KeyHolder:
    """What a key allows: the role, the holder's name (empty if the key has none), and the regions that she edits."""

    role: Role
    name: str = ""
    regions: frozenset[str] = EVERYWHERE


@dataclass(frozen=True)
class Keys:
    """The editors' key, the readers' of a private dashboard (empty: none), and the keys of several councils."""

    editor: str = field(repr=False)
    reader: str = field(default="", repr=False)
    councils: tuple[NamedKey, ...] = ()

    def holder(self, key: str) -> KeyHolder | None:
        """What a key allows, None if it is none; takes as long for a wrong key as for a right one."""
        holders = [(self.editor, KeyHolder("editor"))]
        holders += [(each.key, KeyHolder("editor", each.name, each.regions)) for each in self.councils]
        holders.append((self.reader, KeyHolder("reader")))
        # By their hashes, so that the time tells nothing of the length either; all of them, whichever fits.
        keys = (key, *(each for each, _ in holders))
        own, *digests = (hashlib.sha256(each.encode("utf-8", "replace")).digest() for each in keys)
        fits = [secrets.compare_digest(own, each) for each in digests]
        fitting = [holder for is_key, (text, holder) in zip(fits, holders, strict=True) if is_key and text]
        return fitting[0] if fitting else None


@dataclass(frozen=True)
class Person:
    """Name, mail address (empty if it is not certain), groups."""

    name: str
    address: str
    groups: frozenset[str] = frozenset()


def mail_address(text: str) -> str:
    """The text if it is one mail address; "" for anything else, such as a text with two @ or with spaces."""
    name, _, domain = text.partition("@")
    is_one = bool(name) and bool(domain) and "@" not in domain and text.isprintable() and " " not in text
    return text if is_one else ""


def role(person: Person, settings: Settings) -> Role | None:
    """What a person may do: edit who is listed for it, read a private dashboard who is listed for that, if any are."""
    if editable_regions(person, settings) is not None:
        return "editor"
    if settings.private and (not settings.readers.strip() or is_listed(person, re.split(r"[,;\s]+", settings.readers))):
        return "reader"
    return None


def editable_regions(person: Person, settings: Settings) -> frozenset[str] | None:
    """The regions whose rows a person may edit, `EVERYWHERE` for all rows; None if she may edit nothing.

    Her own address counts before domains and groups; of several entries of one sort she has all rights together.
    """
    entries = [each for each in editor_entries(settings.editors) if is_listed(person, [each.who])]
    own = [each for each in entries if not each.who.startswith(("@", GROUP))] or entries
    if not own:
        return None
    return frozenset[str]().union(*(each.regions for each in own)) if all(each.regions for each in own) else EVERYWHERE


def is_listed(person: Person, entries: Iterable[str]) -> bool:
    """Whether a list names the person: by address or domain (``@liitto.fi``), case-blind, or ``group:…``, exactly."""
    address = person.address.casefold()
    _, _, domain = address.rpartition("@")
    for entry in entries:
        if entry.startswith(GROUP):
            matches = entry.removeprefix(GROUP) in person.groups
        elif entry.startswith("@"):
            matches = bool(domain) and entry[1:].casefold() == domain
        else:
            matches = "@" in entry and entry.casefold() == address
        if matches:
            return True
    return False
