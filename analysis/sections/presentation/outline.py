"""What a presentation is to show, and how that stands in an address: readable, and short.

``slides=overview.numbers,regions.map`` are the slides in order; ``h2`` is the headline of the second, ``n2`` its notes,
``f2`` its own filters (``regions:19;years:2020-2024``), where it has any; ``title`` the title, ``since`` the revision
that news are told since. The filters of all slides stand there as on every page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from analysis import selection as selecting
from analysis.selection import SLIDES, Address, Selection

LONGEST = {"title": 90, "headline": 140, "notes": 600}
"""So many letters at most; what is longer is cut."""


EVERYTHING = Selection()


@dataclass(frozen=True)
class SlideSpec:
    """One slide as it is wanted: a part of a section, "numbers" or the key of a chart or list.

    ``headline`` is one's own in place of the finding, ``notes`` are for the presenter; ``selection`` holds filters of
    its own, None where those of the presentation are meant.
    """

    section: str
    part: str
    headline: str = ""
    notes: str = ""
    selection: Selection | None = None

    @property
    def key(self) -> str:
        """What names the slide."""
        return f"{self.section}.{self.part}"


@dataclass(frozen=True)
class Outline:
    """The slides as they are wanted; without a title that of the selection stands."""

    slides: tuple[SlideSpec, ...] = ()
    title: str = ""
    selection: Selection = EVERYTHING
    since: str = ""

    def filters(self, step: SlideSpec) -> Selection:
        """What is chosen for one of its slides."""
        return self.selection if step.selection is None else step.selection

    def without_notes(self) -> "Outline":
        """The same for those who are shown it."""
        return replace(self, slides=tuple(replace(step, notes="") for step in self.slides))

    def own_query(self) -> dict[str, str]:
        """The query parameters of the slides, without those of the filters."""
        pairs = {"slides": ",".join(step.key for step in self.slides), "title": self.title, "since": self.since}
        for at, step in enumerate(self.slides, 1):
            filters = _packed(step.selection) if step.selection is not None else ""
            pairs |= {f"h{at}": step.headline, f"n{at}": step.notes, f"f{at}": filters}
        return {name: value for name, value in pairs.items() if value}

    def query(self, language: str | None = None, revision: str | None = None) -> str:
        """All of it as a query, without the question mark."""
        pairs = self.own_query() | Address(self.selection, language, revision).query()
        return urlencode(pairs, safe=",.:;")


def read_outline(query: Mapping[str, str]) -> Outline:
    """The outline that query parameters say; what cannot be read is left out, what is too long is cut."""
    keys = _keys(query)[:SLIDES]
    return Outline(
        slides=tuple(_step(key, at, query) for at, key in enumerate(keys, 1)),
        title=_text(query, "title", "title"),
        selection=selecting.read(query).selection,
        since=query.get("since", ""),
    )


def slide_count(query: Mapping[str, str]) -> int:
    """How many slides query parameters name; those beyond `SLIDES` are left out."""
    return len(_keys(query))


def _keys(query: Mapping[str, str]) -> list[str]:
    return [key for key in query.get("slides", "").split(",") if "." in key]


def _step(key: str, at: int, query: Mapping[str, str]) -> SlideSpec:
    section, _, part = key.rpartition(".")
    headline, notes = _text(query, f"h{at}", "headline"), _text(query, f"n{at}", "notes")
    filters = query.get(f"f{at}")
    return SlideSpec(section, part, headline, notes, _unpacked(filters) if filters else None)


def _text(query: Mapping[str, str], name: str, kind: str) -> str:
    return query.get(name, "")[: LONGEST[kind]].strip()


ALL = "all"
"""Filters of its own that leave everything."""


def _packed(selection: Selection) -> str:
    return ";".join(f"{name}:{value}" for name, value in Address(selection).query().items()) or ALL


def _unpacked(text: str) -> Selection:
    pairs = (pair.partition(":") for pair in text.split(";"))
    return selecting.read({name: value for name, _, value in pairs}).selection
