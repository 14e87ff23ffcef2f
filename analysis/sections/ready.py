"""Presentations that are ready: a year in review, a region, a theme, what is new since a revision."""

from collections.abc import Callable, Iterator

from analysis.sections import labels
from analysis.sections.basis import Basis
from analysis.sections.choices import options
from analysis.sections.outline import Outline, Step
from analysis.selection import Selection

YEAR, REGION, THEME, NEWS = "year", "region", "theme", "new-since"
KINDS = (YEAR, REGION, THEME, NEWS)
YEARS = 3
"""So many of the latest years are offered."""


def offered(basis: Basis) -> dict[str, str]:
    """The ready presentations of the data by name, with their titles: "year-2024", "region-19", "theme-rahoitus"."""
    return dict(_offered(basis))


def ready(name: str, basis: Basis) -> Outline | None:
    """The outline of a ready presentation; None where there is none of that name."""
    kind, _, value = name.rpartition("-") if name.startswith((YEAR, REGION, NEWS)) else name.partition("-")
    make = MADE.get(kind)
    return make(value, basis) if make else None


def since(name: str) -> str:
    """The revision that a ready presentation of news begins after; nothing where it is another."""
    kind, _, value = name.rpartition("-")
    return value if kind == NEWS else ""


def is_ready(name: str) -> bool:
    """Whether a name is one that a ready presentation may bear."""
    return name.startswith(tuple(f"{kind}-" for kind in KINDS))


def _offered(basis: Basis) -> Iterator[tuple[str, str]]:
    words, given = basis.words, options(basis.tables, basis.words)
    if given["years"]:
        first, last = given["years"]
        for year in range(last, max(first, last - YEARS + 1) - 1, -1):
            yield f"{YEAR}-{year}", words("present.year", year=year)
    if basis.earlier:
        yield f"{NEWS}-{basis.earlier.revision}", _news_title(basis)
    yield from ((f"{REGION}-{code}", words("present.region", name=name)) for code, name in given["regions"])
    yield from ((f"{THEME}-{code}", words("present.theme", name=name)) for code, name in given["themes"])


def _year(value: str, basis: Basis) -> Outline | None:
    covered = options(basis.tables, basis.words)["years"]
    if not covered or not value.isdecimal() or not covered[0] <= int(value) <= covered[1]:
        return None
    steps = (
        Step("overview", "numbers"),
        Step("overview", "years", selection=Selection()),
        Step("overview", "regions"),
        Step("overview", "themes"),
        Step("events", "kinds"),
        Step("stories", "story_themes"),
        Step("overview", "latest"),
    )
    return Outline(steps, basis.words("present.year", year=value), Selection(years=(int(value), int(value))))


def _region(value: str, basis: Basis) -> Outline | None:
    named = labels.regions(basis.tables, basis.words)
    if value not in named:
        return None
    steps = (
        Step("region", "numbers"),
        Step("region", "years"),
        Step("regions", "ranked"),
        Step("regions", "map"),
        Step("region", "themes"),
        Step("region", "clusters"),
        Step("region", "events"),
    )
    return Outline(steps, basis.words("present.region", name=named[value]), Selection(regions=(value,)))


def _theme(value: str, basis: Basis) -> Outline | None:
    named = labels.themes(basis.tables, basis.words)
    if value not in named:
        return None
    steps = (
        Step("term", "numbers"),
        Step("term", "years"),
        Step("term", "regions"),
        Step("themes", "ranked"),
        Step("term", "materials"),
        Step("term", "stories"),
        Step("term", "events"),
    )
    title = basis.words("present.theme", name=labels.capital(named[value].text))
    return Outline(steps, title, Selection(themes=(value,)))


def _news(value: str, basis: Basis) -> Outline | None:
    if not basis.earlier or basis.earlier.revision != value:
        return None
    parts = ("numbers", "events", "stories", "materials", "clusters")
    return Outline(
        (*(Step("news", part) for part in parts), Step("overview", "years")), _news_title(basis), since=value
    )


def _news_title(basis: Basis) -> str:
    earlier = basis.earlier
    assert earlier
    return basis.words("present.news_title", revision=earlier.revision, day=basis.words.day(earlier.published))


MADE: dict[str, Callable[[str, Basis], Outline | None]] = {YEAR: _year, REGION: _region, THEME: _theme, NEWS: _news}
