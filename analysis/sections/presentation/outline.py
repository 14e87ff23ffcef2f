"""Outline of a presentation: what it shows, and how that is written in an address, readable and short.

``slides=overview.numbers,regions.map`` are the slides in order; ``h2`` is the headline of the second, ``n2`` its notes,
``f2`` its own filters (``regions:19;years:2020-2024``), if it has any; ``title`` the title, ``since`` the revision that
news count from. The filters of all slides are in the address as on every page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from analysis import selection as selecting
from analysis.selection import SLIDES, Address, Selection

LONGEST = {"title": 90, "headline": 140, "notes": 600}
"""The most letters of each; longer texts are cut."""
ALL = "all"
"""Written for filters of a slide's own that leave everything."""
EVERYTHING = Selection()


@dataclass(frozen=True)
class SlideSpec:
    """One slide to be made: a part of a section, "numbers" or the key of a chart or list.

    - ``headline``: one in place of the finding; ``notes``: for the presenter.
    - ``selection``: filters of its own; None means those of the presentation.
    """

    section: str
    part: str
    headline: str = ""
    notes: str = ""
    selection: Selection | None = None

    @property
    def key(self) -> str:
        """The slide's name: "section.part"."""
        return f"{self.section}.{self.part}"


@dataclass(frozen=True)
class Outline:
    """The slides to be made; ``title`` is empty if the presentation is untitled, ``since`` if news count by default."""

    slides: tuple[SlideSpec, ...] = ()
    title: str = ""
    selection: Selection = EVERYTHING
    since: str = ""

    def filters(self, slide: SlideSpec) -> Selection:
        """The selection of one of its slides."""
        return self.selection if slide.selection is None else slide.selection

    def without_notes(self) -> "Outline":
        """The same outline for the audience."""
        return replace(self, slides=tuple(replace(slide, notes="") for slide in self.slides))

    def own_query(self) -> dict[str, str]:
        """The query parameters of the slides, without those of the filters."""
        pairs = {"slides": ",".join(slide.key for slide in self.slides), "title": self.title, "since": self.since}
        for at, slide in enumerate(self.slides, 1):
            filters = Address(slide.selection).query() if slide.selection is not None else {}
            packed = ";".join(f"{name}:{value}" for name, value in filters.items())
            own = packed or ALL if slide.selection is not None else ""
            pairs |= {f"h{at}": slide.headline, f"n{at}": slide.notes, f"f{at}": own}
        return {name: value for name, value in pairs.items() if value}

    def query(self, language: str | None = None, revision: str | None = None) -> str:
        """The whole outline as a query, without the question mark."""
        return urlencode(self.own_query() | Address(self.selection, language, revision).query(), safe=",.:;")


def read_outline(query: Mapping[str, str]) -> Outline:
    """The outline of query parameters; what cannot be read is left out, what is too long is cut."""
    slides = []
    for at, key in enumerate(slide_keys(query)[:SLIDES], 1):
        section, _, part = key.rpartition(".")
        headline = query.get(f"h{at}", "")[: LONGEST["headline"]].strip()
        notes = query.get(f"n{at}", "")[: LONGEST["notes"]].strip()
        selection = None
        if filters := query.get(f"f{at}"):
            pairs = (pair.partition(":") for pair in filters.split(";"))
            selection = selecting.read({name: value for name, _, value in pairs}).selection
        slides.append(SlideSpec(section, part, headline, notes, selection))
    title = query.get("title", "")[: LONGEST["title"]].strip()
    return Outline(tuple(slides), title, selecting.read(query).selection, query.get("since", ""))


def slide_keys(query: Mapping[str, str]) -> list[str]:
    """The slides that query parameters name, those beyond `SLIDES` too."""
    return [key for key in query.get("slides", "").split(",") if "." in key]
