"""Presets: ready presentations of a year, a region, a theme, and of what is new since a revision."""

from dataclasses import replace

from analysis.sections.context.section_context import ReportContext
from analysis.sections.filters.filter_options import filter_options
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.selection import Selection

YEAR, REGION, THEME, NEWS = "year", "region", "theme", "new-since"
MOST_YEARS = 3
"""At most this many of the latest years are offered."""
OVER_ALL_YEARS = "overview.years"
"""The slide of a year's presentation that shows all years."""
PRESET_SLIDES = {
    YEAR: (
        *("overview.numbers", OVER_ALL_YEARS, "overview.regions", "overview.themes"),
        *("events.kinds", "stories.story_themes", "overview.latest"),
    ),
    REGION: (
        *("region.numbers", "region.years", "regions.ranked", "regions.map"),
        *("region.themes", "region.clusters", "region.events"),
    ),
    THEME: (
        *("term.numbers", "term.years", "term.regions", "themes.ranked"),
        *("term.materials", "term.stories", "term.events"),
    ),
    NEWS: ("news.numbers", "news.events", "news.stories", "news.materials", "news.clusters", "overview.years"),
}
"""The slides of each kind of preset."""
PRESET_PREFIXES = tuple(f"{kind}-" for kind in PRESET_SLIDES)
"""The beginnings of the names of presets."""


def preset_titles(context: ReportContext) -> dict[str, str]:
    """The titles of the presets of the data by name: "year-2024", "new-since-6", "region-19", "theme-rahoitus"."""
    words, options, baseline = context.words, filter_options(context.tables, context.words), context.baseline
    titles = {}
    if options["years"]:
        first, last = options["years"]
        for year in range(last, max(first, last - MOST_YEARS + 1) - 1, -1):
            titles[f"{YEAR}-{year}"] = words("present.year", year=year)
    if baseline:
        day = words.day(baseline.published)
        titles[f"{NEWS}-{baseline.revision}"] = words("present.news_title", revision=baseline.revision, day=day)
    titles |= {f"{REGION}-{code}": words("present.region", name=name) for code, name in options["regions"]}
    return titles | {f"{THEME}-{code}": words("present.theme", name=name) for code, name in options["themes"]}


def preset(name: str, context: ReportContext) -> Outline | None:
    """The outline of a preset: of those of `preset_titles`, or of any year of the data; None for another name."""
    titles, years = preset_titles(context), filter_options(context.tables, context.words)["years"]
    kind, _, value = name.partition("-") if name.startswith(THEME) else name.rpartition("-")
    parts = (key.split(".") for key in PRESET_SLIDES.get(kind, ()))
    slides = tuple(SlideSpec(section, part) for section, part in parts)
    if kind == YEAR and years and value.isdecimal() and years[0] <= int(value) <= years[1]:
        slides = tuple(replace(each, selection=Selection() if each.key == OVER_ALL_YEARS else None) for each in slides)
        return Outline(slides, context.words("present.year", year=value), Selection(years=(int(value), int(value))))
    if kind == YEAR or name not in titles:
        return None
    selection = {REGION: Selection(regions=(value,)), THEME: Selection(themes=(value,))}.get(kind, Selection())
    return Outline(slides, titles[name], selection, since=value if kind == NEWS else "")
