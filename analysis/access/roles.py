"""Roles: what a key allows, and what the lists of the settings allow a person whom a sign-in service names."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import Literal

from analysis.settings import Settings

Role = Literal["editor", "reader"]
GROUP = "group:"


@dataclass(frozen=True)
class Keys:
    """The editors' key, and the readers' of a private dashboard (empty: none)."""

    editor: str = field(repr=False)
    reader: str = field(default="", repr=False)

    def role(self, key: str) -> Role | None:
        """What a key allows, None if it is none; takes as long for a wrong key as for a right one."""
        # By their hashes, so that the time tells nothing of the length either.
        hashes = (hashlib.sha256(each.encode("utf-8", "replace")).digest() for each in (key, self.editor, self.reader))
        own, editor, reader = hashes
        is_editor, is_reader = secrets.compare_digest(own, editor), secrets.compare_digest(own, reader)
        return "editor" if is_editor else "reader" if is_reader and self.reader else None


@dataclass(frozen=True)
class Person:
    """Name, mail address (empty if it is not certain), groups."""

    name: str
    address: str
    groups: frozenset[str] = frozenset()


def role(person: Person, settings: Settings) -> Role | None:
    """What a person may do: edit who is listed for it, read a private dashboard who is listed for that, if any are."""
    if is_listed(person, settings.editors):
        return "editor"
    if settings.private and (not settings.readers.strip() or is_listed(person, settings.readers)):
        return "reader"
    return None


def is_listed(person: Person, entries: str) -> bool:
    """Whether a list names the person: by address or domain (``@liitto.fi``), case-blind, or ``group:…``, exactly."""
    address = person.address.casefold()
    _, _, domain = address.rpartition("@")
    for entry in filter(None, re.split(r"[,;\s]+", entries)):
        if entry.startswith(GROUP):
            matches = entry.removeprefix(GROUP) in person.groups
        elif entry.startswith("@"):
            matches = bool(domain) and entry[1:].casefold() == domain
        else:
            matches = "@" in entry and entry.casefold() == address
        if matches:
            return True
    return False
