"""Presentations by name: presets, saved ones, and one's own in an address; and the context that they are made in."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from urllib.parse import parse_qsl, quote

from analysis.change_lookup import last_changes
from analysis.schema import TABLES, Language, all_tables
from analysis.sections import BaselineRevision, LinkAnswers, ReportContext
from analysis.sections.context.filled_shares import TABLES as SHARED
from analysis.sections.context.filled_shares import RevisionShare, revision_share
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.sections.presentation.outline import Outline, read_outline
from analysis.sections.presentation.presets import NEWS, PRESET_PREFIXES, preset
from analysis.store import Revision, SavedPresentation, Store, UnknownRevision
from analysis.words import Translator
from analysis.words.language import HELSINKI

OWN = "own"
"""The name of presentations whose slides are in the address."""
LONGEST = 60
"""The most letters of a saved presentation's name, without what tells it from another."""
MOST = 9
"""So many revisions before one are compared with it."""


@dataclass(frozen=True)
class NamedPresentation:
    """The outline under a name, and whether its notes are for readers too."""

    outline: Outline
    notes: bool = False


def report_context(
    store: Store, words: Translator, now: datetime, revision: str | None = None, before: str = ""
) -> ReportContext | None:
    """The context of sections.

    - ``store``: the store of the revisions; ``words``: the language; ``now``: the moment whose day is today.
    - ``revision``: the id of the revision to show, else the published one; None is returned if there is none of it.
    - ``before``: the id of the revision that news count from, else the one that was published before.
    """
    today = now.astimezone(HELSINKI).date().isoformat()
    current = find_revision(store, revision) if revision else store.current()
    if current is None:
        return None if revision else ReportContext(all_tables({}, TABLES), words, today)
    if before:
        earlier = find_revision(store, before)
    else:
        others = (each for each in store.revisions() if not each.withdrawn)
        earlier = next((each for each in others if each.published < current.published), None)
    published, baseline = current.published.astimezone(HELSINKI).date().isoformat(), None
    if earlier and earlier.id != current.id:
        day = earlier.published.astimezone(HELSINKI).date().isoformat()
        baseline = BaselineRevision(earlier.id, day, store.tables(earlier.id))
    history = partial(filled_shares, store, current)
    context = ReportContext(store.tables(current.id), words, today, current.id, published, baseline, history)
    changes = partial(last_changes, store, current, "events")
    return replace(context, links=link_answers(store), event_changes=changes)


def filled_shares(store: Store, revision: Revision) -> tuple[RevisionShare, ...]:
    """The share of filled cells of a revision and of the last `MOST` before it, the oldest first.

    Each is counted once for a ``store``; its tables are read one by one and not stored in memory.
    """
    earlier = [each for each in store.revisions() if not each.withdrawn and each.published <= revision.published]

    def share(each: Revision) -> RevisionShare:
        day = each.published.astimezone(HELSINKI).date().isoformat()
        return revision_share(each.id, day, {name: store.table(each.id, name) for name in SHARED})

    shares = []
    for each in reversed(earlier[: MOST + 1]):
        # Somebody may withdraw a revision after it was listed.
        with suppress(UnknownRevision):
            shares.append(store.cache.get(each.id, "filled_share", partial(share, each)))
    return tuple(shares)


def link_answers(store: Store) -> LinkAnswers | None:
    """What became of asking the links of the data, by the days of Finland; None if they never were asked."""
    newest = store.links.newest_time()
    if newest is None:
        return None
    dead = ((each.link, each.time.astimezone(HELSINKI).date().isoformat()) for each in store.links.dead())
    return LinkAnswers(newest.astimezone(HELSINKI).date().isoformat(), tuple(dead))


def find_revision(store: Store, id: str) -> Revision | None:
    """The revision of an id; None if there is none, or it is withdrawn."""
    try:
        revision = store.revision(id)
    except UnknownRevision:
        return None
    return None if revision.withdrawn else revision


def find_presentation(
    name: str, store: Store, context: ReportContext, query: dict[str, str]
) -> NamedPresentation | None:
    """The presentation of a name, without values of filters that the data does not know; None if there is none.

    ``query``: the parameters of the address, for `OWN`.
    """
    if name.startswith(PRESET_PREFIXES):
        outline = preset(name, context)
        return NamedPresentation(outline) if outline else None
    if name == OWN:
        return NamedPresentation(with_known_filters(read_outline(query), context), notes=True)
    if saved := store.presentations.get(name):
        return NamedPresentation(with_known_filters(read_outline(dict(parse_qsl(saved.query))), context), saved.notes)
    return None


def with_known_filters(outline: Outline, context: ReportContext) -> Outline:
    """The outline without values of filters that the data does not know."""
    options = filter_options(context.tables, context.words)
    slides = (
        each if each.selection is None else replace(each, selection=known_values(each.selection, options)[0])
        for each in outline.slides
    )
    return replace(outline, slides=tuple(slides), selection=known_values(outline.selection, options)[0])


def baseline_revision_of(name: str, store: Store, query: dict[str, str]) -> str:
    """The id of the revision that the news of a presentation count from; empty if it names none."""
    if name == OWN:
        return query.get("since", "")
    if name.startswith(PRESET_PREFIXES):
        kind, _, revision = name.rpartition("-")
        return revision if kind == NEWS else ""
    saved = store.presentations.get(name)
    return dict(parse_qsl(saved.query)).get("since", "") if saved else ""


def path(name: str, language: Language, query: str = "") -> str:
    """The path of the one-file view of a presentation, relative to the program's root."""
    return f"stories/{language}/{quote(name, safe='')}.html" + (f"?{query}" if query else "")


def name_for(title: str, shelf: list[SavedPresentation]) -> str:
    """The name under which a title is saved: letters, digits and hyphens, another one for each title on the shelf."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    plain = re.sub("[^a-z0-9]+", "-", letters)[:LONGEST].strip("-") or "-"
    first = f"saved-{plain}" if plain in (OWN, "-") or plain.startswith(PRESET_PREFIXES) else plain
    others = {each.name for each in shelf if each.title != title}
    return next(name for n in range(len(shelf) + 2) if (name := f"{first}-{n + 1}" if n else first) not in others)
