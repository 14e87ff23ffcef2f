"""Presentations by name: ready ones, saved ones, and one's own in an address; and what they are made from."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import parse_qsl, quote
from zoneinfo import ZoneInfo

from analysis.schema import TABLES, Language, all_tables
from analysis.sections import BaselineRevision, ReportContext
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.sections.presentation.outline import Outline, read_outline
from analysis.sections.presentation.presets import baseline_of, is_preset, preset
from analysis.store import Revision, SavedPresentation, Store, UnknownRevision
from analysis.words import Translator

HOME = ZoneInfo("Europe/Helsinki")
OWN = "own"
"""The name of presentations whose slides stand in the address."""
LONGEST = 60


@dataclass(frozen=True)
class NamedPresentation:
    """The outline under a name, and whether its notes are for readers too."""

    outline: Outline
    notes: bool = False


def report_context(
    store: Store, words: Translator, now: datetime, revision: str | None = None, before: str = ""
) -> ReportContext | None:
    """What sections are made from: the published tables, or those of a revision; None where there is none such.

    ``before`` is the revision that news are told since; without it the one that was published before.
    """
    shown = find_revision(store, revision) if revision else store.current()
    if shown is None:
        return None if revision else ReportContext(all_tables({}, TABLES), words, _day(now))
    earlier = _earlier(store, shown, before)
    return ReportContext(store.tables(shown.id), words, _day(now), shown.id, _day(shown.published), earlier)


def find_revision(store: Store, id: str) -> Revision | None:
    """The revision of an id; None where there is none, or no more."""
    try:
        found = store.revision(id)
    except UnknownRevision:
        return None
    return None if found.withdrawn else found


def find_presentation(
    name: str, store: Store, context: ReportContext, query: dict[str, str]
) -> NamedPresentation | None:
    """The presentation of a name, its filters such as the data knows; None where there is none of that name."""
    if name == OWN:
        found = NamedPresentation(read_outline(query), notes=True)
    elif is_preset(name):
        outline = preset(name, context)
        return NamedPresentation(outline) if outline else None
    else:
        saved = store.presentations.get(name)
        if saved is None:
            return None
        found = NamedPresentation(read_outline(dict(parse_qsl(saved.query))), saved.notes)
    return NamedPresentation(with_known_filters(found.outline, context), found.notes)


def with_known_filters(outline: Outline, context: ReportContext) -> Outline:
    """The outline without values of filters that nobody knows."""
    offered = filter_options(context.tables, context.words)
    steps = (
        step if step.selection is None else replace(step, selection=known_values(step.selection, offered)[0])
        for step in outline.slides
    )
    return replace(outline, slides=tuple(steps), selection=known_values(outline.selection, offered)[0])


def baseline_revision_of(name: str, store: Store, query: dict[str, str]) -> str:
    """The revision that a presentation of that name tells news since; nothing where it names none."""
    if name == OWN:
        return query.get("since", "")
    saved = None if is_preset(name) else store.presentations.get(name)
    return dict(parse_qsl(saved.query)).get("since", "") if saved else baseline_of(name)


def path(name: str, language: Language, query: str = "") -> str:
    """Where the one-file view of a presentation is served, relative to the program's root."""
    return f"stories/{language}/{quote(name, safe='')}.html" + (f"?{query}" if query else "")


def name_for(title: str, shelf: list[SavedPresentation]) -> str:
    """The name under which a title is saved: letters, digits and hyphens, another one for each title."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    plain = re.sub("[^a-z0-9]+", "-", letters)[:LONGEST].strip("-") or "-"
    wanted = f"saved-{plain}" if plain in (OWN, "-") or is_preset(plain) else plain
    taken = {each.name for each in shelf if each.title != title}
    return next(name for n in range(len(shelf) + 2) if (name := wanted if not n else f"{wanted}-{n + 1}") not in taken)


def _earlier(store: Store, shown: Revision, before: str) -> BaselineRevision | None:
    found = find_revision(store, before) if before else _before(store, shown)
    if found is None or found.id == shown.id:
        return None
    return BaselineRevision(found.id, _day(found.published), store.tables(found.id))


def _before(store: Store, shown: Revision) -> Revision | None:
    standing = [each for each in store.revisions() if not each.withdrawn]
    return next((each for each in standing if each.published < shown.published), None)


def _day(moment: datetime) -> str:
    return moment.astimezone(HOME).date().isoformat()
