"""Presentations that are ready: a year in review, a region, a theme, what is new since a revision."""

from collections.abc import Callable, Iterator

from analysis.sections.context import code_labels
from analysis.sections.context.section_context import ReportContext
from analysis.sections.filters.filter_options import filter_options
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.selection import Selection

YEAR, REGION, THEME, NEWS = "year", "region", "theme", "new-since"
KINDS = (YEAR, REGION, THEME, NEWS)
YEARS = 3
"""So many of the latest years are offered."""


def preset_titles(basis: ReportContext) -> dict[str, str]:
    """The ready presentations of the data by name, with their titles: "year-2024", "region-19", "theme-rahoitus"."""
    return dict(_offered(basis))


def preset(name: str, basis: ReportContext) -> Outline | None:
    """The outline of a ready presentation; None where there is none of that name."""
    kind, _, value = name.rpartition("-") if name.startswith((YEAR, REGION, NEWS)) else name.partition("-")
    make = MADE.get(kind)
    return make(value, basis) if make else None


def baseline_of(name: str) -> str:
    """The revision that a ready presentation of news begins after; nothing where it is another."""
    kind, _, value = name.rpartition("-")
    return value if kind == NEWS else ""


def is_preset(name: str) -> bool:
    """Whether a name is one that a ready presentation may bear."""
    return name.startswith(tuple(f"{kind}-" for kind in KINDS))


def _offered(basis: ReportContext) -> Iterator[tuple[str, str]]:
    words, given = basis.words, filter_options(basis.tables, basis.words)
    if given["years"]:
        first, last = given["years"]
        for year in range(last, max(first, last - YEARS + 1) - 1, -1):
            yield f"{YEAR}-{year}", words("present.year", year=year)
    if basis.baseline:
        yield f"{NEWS}-{basis.baseline.revision}", _news_title(basis)
    yield from ((f"{REGION}-{code}", words("present.region", name=name)) for code, name in given["regions"])
    yield from ((f"{THEME}-{code}", words("present.theme", name=name)) for code, name in given["themes"])


def _year(value: str, basis: ReportContext) -> Outline | None:
    covered = filter_options(basis.tables, basis.words)["years"]
    if not covered or not value.isdecimal() or not covered[0] <= int(value) <= covered[1]:
        return None
    steps = (
        SlideSpec("overview", "numbers"),
        SlideSpec("overview", "years", selection=Selection()),
        SlideSpec("overview", "regions"),
        SlideSpec("overview", "themes"),
        SlideSpec("events", "kinds"),
        SlideSpec("stories", "story_themes"),
        SlideSpec("overview", "latest"),
    )
    return Outline(steps, basis.words("present.year", year=value), Selection(years=(int(value), int(value))))


def _region(value: str, basis: ReportContext) -> Outline | None:
    named = code_labels.regions(basis.tables, basis.words)
    if value not in named:
        return None
    steps = (
        SlideSpec("region", "numbers"),
        SlideSpec("region", "years"),
        SlideSpec("regions", "ranked"),
        SlideSpec("regions", "map"),
        SlideSpec("region", "themes"),
        SlideSpec("region", "clusters"),
        SlideSpec("region", "events"),
    )
    return Outline(steps, basis.words("present.region", name=named[value]), Selection(regions=(value,)))


def _theme(value: str, basis: ReportContext) -> Outline | None:
    named = code_labels.themes(basis.tables, basis.words)
    if value not in named:
        return None
    steps = (
        SlideSpec("term", "numbers"),
        SlideSpec("term", "years"),
        SlideSpec("term", "regions"),
        SlideSpec("themes", "ranked"),
        SlideSpec("term", "materials"),
        SlideSpec("term", "stories"),
        SlideSpec("term", "events"),
    )
    title = basis.words("present.theme", name=code_labels.capital(named[value].text))
    return Outline(steps, title, Selection(themes=(value,)))


def _news(value: str, basis: ReportContext) -> Outline | None:
    if not basis.baseline or basis.baseline.revision != value:
        return None
    parts = ("numbers", "events", "stories", "materials", "clusters")
    return Outline(
        (*(SlideSpec("news", part) for part in parts), SlideSpec("overview", "years")), _news_title(basis), since=value
    )


def _news_title(basis: ReportContext) -> str:
    earlier = basis.baseline
    assert earlier
    return basis.words("present.news_title", revision=earlier.revision, day=basis.words.day(earlier.published))


MADE: dict[str, Callable[[str, ReportContext], Outline | None]] = {
    YEAR: _year,
    REGION: _region,
    THEME: _theme,
    NEWS: _news,
}
