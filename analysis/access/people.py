"""People whom a sign-in service names, and what the lists of the settings let them do."""

import re
from dataclasses import dataclass
from typing import Literal

from analysis.settings import Settings

Role = Literal["editor", "reader"]
GROUP = "group:"


@dataclass(frozen=True)
class Person:
    """Name, mail address (empty where it is not known for certain), groups."""

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


def is_listed(person: Person, listed: str) -> bool:
    """Whether a list of addresses, domains (``@liitto.fi``) and groups (``group:…``) names the person.

    Addresses and domains are compared case-blind, groups to the letter.
    """
    address = person.address.casefold()
    _, _, domain = address.rpartition("@")
    for entry in filter(None, re.split(r"[,;\s]+", listed)):
        if entry.startswith(GROUP):
            found = entry.removeprefix(GROUP) in person.groups
        elif entry.startswith("@"):
            found = bool(domain) and entry[1:].casefold() == domain
        else:
            found = "@" in entry and entry.casefold() == address
        if found:
            return True
    return False
