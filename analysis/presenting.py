"""Presentations by name: ready ones, saved ones, and one's own in an address; and what they are made from."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import parse_qsl, quote
from zoneinfo import ZoneInfo

from analysis.schema import TABLES, Language, whole_set
from analysis.sections import Basis, Earlier
from analysis.sections.choices import known, options
from analysis.sections.outline import Outline, read
from analysis.sections.ready import is_ready, ready, since
from analysis.store import Revision, Saved, Store, UnknownRevision
from analysis.words import Words

HOME = ZoneInfo("Europe/Helsinki")
OWN = "own"
"""The name of presentations whose slides stand in the address."""
LONGEST = 60


@dataclass(frozen=True)
class Named:
    """The outline under a name, and whether its notes are for readers too."""

    outline: Outline
    notes: bool = False


def basis(store: Store, words: Words, now: datetime, revision: str | None = None, before: str = "") -> Basis | None:
    """What sections are made from: the published tables, or those of a revision; None where there is none such.

    ``before`` is the revision that news are told since; without it the one that was published before.
    """
    shown = asked(store, revision) if revision else store.current()
    if shown is None:
        return None if revision else Basis(whole_set({}, TABLES), words, _day(now))
    earlier = _earlier(store, shown, before)
    return Basis(store.tables(shown.id), words, _day(now), shown.id, _day(shown.published), earlier)


def asked(store: Store, id: str) -> Revision | None:
    """The revision of an id; None where there is none, or no more."""
    try:
        found = store.revision(id)
    except UnknownRevision:
        return None
    return None if found.withdrawn else found


def named(name: str, store: Store, given: Basis, query: dict[str, str]) -> Named | None:
    """The presentation of a name, its filters such as the data knows; None where there is none of that name."""
    if name == OWN:
        found = Named(read(query), notes=True)
    elif is_ready(name):
        outline = ready(name, given)
        return Named(outline) if outline else None
    else:
        saved = store.shelf.get(name)
        if saved is None:
            return None
        found = Named(read(dict(parse_qsl(saved.query))), saved.notes)
    return Named(sound(found.outline, given), found.notes)


def sound(outline: Outline, given: Basis) -> Outline:
    """The outline without values of filters that nobody knows."""
    offered = options(given.tables, given.words)
    steps = (
        step if step.selection is None else replace(step, selection=known(step.selection, offered)[0])
        for step in outline.steps
    )
    return replace(outline, steps=tuple(steps), selection=known(outline.selection, offered)[0])


def told_since(name: str, store: Store, query: dict[str, str]) -> str:
    """The revision that a presentation of that name tells news since; nothing where it names none."""
    if name == OWN:
        return query.get("since", "")
    saved = None if is_ready(name) else store.shelf.get(name)
    return dict(parse_qsl(saved.query)).get("since", "") if saved else since(name)


def path(name: str, language: Language, query: str = "") -> str:
    """Where the one-file view of a presentation is served, relative to the program's root."""
    return f"stories/{language}/{quote(name, safe='')}.html" + (f"?{query}" if query else "")


def name_for(title: str, shelf: list[Saved]) -> str:
    """The name under which a title is saved: letters, digits and hyphens, another one for each title."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    plain = re.sub("[^a-z0-9]+", "-", letters)[:LONGEST].strip("-") or "-"
    wanted = f"saved-{plain}" if plain in (OWN, "-") or is_ready(plain) else plain
    taken = {each.name for each in shelf if each.title != title}
    return next(name for n in range(len(shelf) + 2) if (name := wanted if not n else f"{wanted}-{n + 1}") not in taken)


def _earlier(store: Store, shown: Revision, before: str) -> Earlier | None:
    found = asked(store, before) if before else _before(store, shown)
    if found is None or found.id == shown.id:
        return None
    return Earlier(found.id, _day(found.published), store.tables(found.id))


def _before(store: Store, shown: Revision) -> Revision | None:
    standing = [each for each in store.revisions() if not each.withdrawn]
    return next((each for each in standing if each.published < shown.published), None)


def _day(moment: datetime) -> str:
    return moment.astimezone(HOME).date().isoformat()
