"""Selection of filters, and the address that holds it: live, or pinned to a revision."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

LISTS = ("regions", "themes", "priorities", "kinds")
FILTERS = ("years", *LISTS)
COMPARE = "compare"
"""Parameter of the address: the period that numbers are compared with. It limits nothing."""
SLIDES = 30
"""Most slides of a presentation."""
PRESENTATION_PARAMETERS = (
    "story",
    "slides",
    "title",
    "since",
    *(f"{of}{at}" for at in range(1, SLIDES + 1) for of in "hnf"),
)
"""Parameters of a presentation: a preset or saved one by name, or its slides, their title, the revision that changes
are counted from, and headline (h), notes (n) and filters (f) of each slide (`sections.outline`)."""
PAGE_PARAMETERS = (
    *("event", "cluster", "cluster_story", "material", "theme", "region", "page"),
    *("month", "search", "measure", "group", "gap", "table", "draft", "year", "step", "q"),
    *("minutes", "material_language", "material_kind", "purpose"),
    *PRESENTATION_PARAMETERS,
)
"""Parameters of a single page beside the filters: a record by its key (``cluster_story``: a story), the part of a long
list, a month, a search, the measure by which regions are compared, the group of terms, the kind of gap, the table of
which the history is shown, a draft, the year of a year sheet, the step in which the overview tells of time, the query
of the search, how long a material or a path takes at most, language and kind of materials, what a path is for, a
presentation."""


@dataclass(frozen=True)
class Selection:
    """The filters. An empty tuple, and years None, mean all.

    ``compare`` is the period that what is selected is compared with: years ("2022", "2020-2021") or the id of a phase;
    empty if none is.
    """

    years: tuple[int, int] | None = None
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    compare: str = field(default="", kw_only=True)

    def without(self, *names: str) -> "Selection":
        """The same selection with these filters, or the period that is compared, cleared."""
        every = {"years": None, COMPARE: ""} | dict.fromkeys(LISTS, ())
        values: dict[str, Any] = {name: every[name] for name in names}
        return replace(self, **values)

    def with_filter(self, name: str, *codes: str) -> "Selection":
        """The same selection with one filter (of `LISTS`) set to these codes."""
        values: dict[str, Any] = {name: codes}
        return replace(self, **values)


@dataclass(frozen=True)
class Address:
    """All that a page's address says: filters, language, pinned revision (the last two None if it names none).

    ``page_parameters`` holds the parameters of the page itself (`PAGE_PARAMETERS`) as pairs of name and value.
    ``reading``: a page of the reading edition, whose path says language and record; its links keep to the edition.
    ``home`` leads to the program's root: "./" from any page of the dashboard, the path of the root from deeper ones.
    """

    selection: Selection = Selection()
    language: str | None = None
    revision: str | None = None
    page_parameters: tuple[tuple[str, str], ...] = ()
    reading: bool = False
    home: str = "./"

    def of(self, name: str) -> str | None:
        """The value of a parameter of the page itself, None if it is not set."""
        return dict(self.page_parameters).get(name)

    def with_page_parameters(self, **values: str | None) -> "Address":
        """The same address with these parameters of the page itself; None removes one."""
        parameters = dict(self.page_parameters) | values
        pairs = ((name, text) for name in PAGE_PARAMETERS if (text := parameters.get(name)))
        return replace(self, page_parameters=tuple(pairs))

    def without_notes(self) -> "Address":
        """The same address without the presenter's notes, for the audience."""
        return self.with_page_parameters(
            **{name: None for name, _ in self.page_parameters if name[0] == "n" and name[1:].isdecimal()}
        )

    def for_other_pages(self) -> "Address":
        """The address for links to other pages: without the parameters of this page."""
        return replace(self, page_parameters=())

    def query(self) -> dict[str, str]:
        """The query parameters in their fixed order, without empty ones."""
        selection = self.selection
        pairs = {name: ",".join(getattr(selection, name)) for name in LISTS}
        pairs["years"] = "-".join(map(str, selection.years)) if selection.years else ""
        pairs[COMPARE] = selection.compare
        language = "" if self.reading else self.language or ""
        pairs |= dict(self.page_parameters) | {"lang": language, "rev": self.revision or ""}
        return {name: value for name, value in pairs.items() if value}

    def suffix(self) -> str:
        """``"?…"`` to be appended to a page's path, or an empty text."""
        query = self.query()
        return "?" + urlencode(query, safe=",") if query else ""

    def pinned(self, revision: str) -> "Address":
        """The same address, showing this revision whatever is published later."""
        return replace(self, revision=revision)


def read(query: Mapping[str, str]) -> Address:
    """The address of query parameters; unreadable values are left out."""
    selection = Selection(
        read_years(query.get("years", "")),
        *(tuple(dict.fromkeys(part for part in query.get(name, "").split(",") if part)) for name in LISTS),
        compare=query.get(COMPARE, "").strip(),
    )
    parameters = tuple((name, text) for name in PAGE_PARAMETERS if (text := query.get(name, "").strip()))
    return Address(selection, query.get("lang") or None, query.get("rev") or None, parameters)


def unreadable_values(query: Mapping[str, str], languages: Collection[str]) -> tuple[str, ...]:
    """The values of years, month and language in an address that have no meaning."""
    years, month, language = (query.get(name, "").strip() for name in ("years", "month", "lang"))
    faults = (
        (years, read_years(years) is None),
        (month, not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month)),
        (language, language not in languages),
    )
    return tuple(text for text, wrong in faults if text and wrong)


def without_unknown_values(
    selection: Selection, values: Mapping[str, tuple[str, ...]]
) -> tuple[Selection, tuple[str, ...]]:
    """The selection with only known values (by filter name), and the unknown ones that were dropped."""
    valid: dict[str, Any] = {
        name: tuple(v for v in getattr(selection, name) if v in values.get(name, ())) for name in LISTS
    }
    unknown = tuple(v for name in LISTS for v in getattr(selection, name) if v not in valid[name])
    return replace(selection, **valid), unknown


def read_years(text: str) -> tuple[int, int] | None:
    """The first and last year of "2022" or "2020-2021"; None if a text is neither."""
    parts = text.split("-")
    if not 1 <= len(parts) <= 2 or not all(part.isdecimal() and len(part) == 4 for part in parts):
        return None
    first, last = int(parts[0]), int(parts[-1])
    return (min(first, last), max(first, last))
