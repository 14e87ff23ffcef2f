"""The slides of an outline: each a chart, the numbers or a list of a section, under a headline that tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from analysis.charts import Chart
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import ReportContext, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section
from analysis.sections.model.presentation import Presentation, Slide
from analysis.sections.model.typed_values import format_value
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.registry import section
from analysis.selection import Selection
from analysis.words import Translator

NUMBERS = "numbers"
SHOWS = ("events", "stories")
THREE, FIVE = 3, 5
"""Numbers that the headline of a profile tells; entries of a list that a slide holds."""
UNCOUNTED = ("freshness", "meanings", "council")
"""Lists whose entries are no contents."""
SERIES = ("events", "coming")
"""Lists of events: an entry may stand for several."""
UNNAMED = ("region", "term")
"""Profiles: what is chosen is their title, so their section does not say it in a sentence."""


def presentation(outline: Outline, basis: ReportContext, address: str = "", *, pinned: bool = False) -> Presentation:
    """The slides of an outline between a cover and an end; what names nothing that there is, is left out.

    ``address`` is the query of the live view; without it that of the outline, without its notes. ``pinned`` says that
    the last slide leads to this revision for good, and not to what is new by then.
    """
    words = basis.words
    title = outline.title or words("present.untitled")
    told = _chosen(basis, outline.selection)
    slides = (
        _with_source(Slide("cover", "cover", title, words("frame.name"), chosen=told), basis),
        *_slides(outline, basis),
        _end(basis, told, pinned),
    )
    return Presentation(title, words.language, slides, address or outline.without_notes().query(words.language))


def presentation_of(names: Iterable[str], basis: ReportContext, selection: Selection) -> Presentation:
    """The slides of all that the sections of these names hold."""
    found = [(name, section(name, basis, selection)) for name in names]
    steps = [SlideSpec(name, part) for name, made in found if made for part in slide_parts(made, basis)]
    return presentation(Outline(tuple(steps), basis.words("exports.title"), selection), basis)


def slide_parts(made: Section, basis: ReportContext) -> dict[str, str]:
    """What of a section can be a slide, by key, and what it is called."""
    found = {NUMBERS: basis.words("present.numbers")} if made.metrics else {}
    return (
        found
        | {each.key: each.subtitle or each.title for each in made.charts}
        | {each.key: each.title for each in made.lists if each.items}
    )


def _slides(outline: Outline, basis: ReportContext) -> Iterator[Slide]:
    @cache
    def made(name: str, selection: Selection) -> Section | None:
        return section(name, basis, selection)

    for step in outline.slides:
        selection = outline.filters(step)
        found = made(step.section, selection)
        slide = _slide(found, step, basis) if found else None
        if found and slide:
            told = _chosen(basis, selection) if found.key in UNNAMED else found.filter_text
            yield _with_source(replace(_own(slide, step), chosen=told), basis)


def _slide(made: Section, step: SlideSpec, basis: ReportContext) -> Slide | None:
    if step.part == NUMBERS and made.metrics:
        return _numbers(made, step, basis)
    if found := next((each for each in made.charts if each.key == step.part), None):
        return _chart(found, step)
    if listed := next((each for each in made.lists if each.key == step.part and each.items), None):
        return _listing(made, listed, step, basis)
    return None


def _numbers(made: Section, step: SlideSpec, basis: ReportContext) -> Slide:
    """The numbers under the first sentence; those of a profile under its name and first three numbers."""
    words, numbers = basis.words, made.metrics
    headline, rest = made.sentences[0] if made.sentences else "", made.sentences[1:]
    if made.key in UNNAMED:
        labels = ((each, f"{each.label[:1].lower()}{each.label[1:]}") for each in numbers[:THREE])
        told = [f"{label} {format_value(each.value, words)}" for each, label in labels]
        headline, rest = words("present.profile", name=made.title, numbers=words.listing(told)), made.sentences
    return Slide(step.key, "numbers", headline.removesuffix("."), made.title, " ".join(rest), numbers=numbers)


def _chart(chart: Chart, step: SlideSpec) -> Slide:
    eyebrow = chart.subtitle if chart.subtitle != chart.title else ""
    return Slide(step.key, "chart", chart.title, eyebrow, chart.sentence or chart.empty, chart, rule=chart.rule)


def _listing(made: Section, listed: ItemList, step: SlideSpec, basis: ReportContext) -> Slide:
    """The first entries of a list, and how many others there are; what its note says of more entries is left out."""
    words, held = basis.words, len(listed.items)
    count = max(listed.total, held)
    return Slide(
        step.key,
        "listing",
        listed.title if listed.key in UNCOUNTED else _listed(listed, count, words),
        made.title,
        listing=replace(
            listed,
            items=listed.items[:FIVE],
            more=words.plural("present.more", count - FIVE) if count > FIVE else "",
            total=count,
        ),
        rule=listed.note if count == held else "",
    )


def _listed(listed: ItemList, count: int, words: Translator) -> str:
    """The headline of a list: its title, and how many entries it has; a row may stand for a series of events."""
    if listed.key in SERIES:
        return words.plural("present.listed_rows", count, title=listed.title)
    return words("present.listed", title=listed.title, n=words.number(count))


def _own(slide: Slide, step: SlideSpec) -> Slide:
    return replace(slide, headline=step.headline or slide.headline, notes=step.notes)


def _end(basis: ReportContext, told: str, pinned: bool) -> Slide:
    words = basis.words
    leads = words("present.end_pinned", revision=basis.revision) if pinned else words("present.end_text")
    eyebrow = words("present.end_pinned_eyebrow" if pinned else "present.end_eyebrow")
    return _with_source(Slide("end", "end", words("present.end"), eyebrow, leads, chosen=told), basis)


def _with_source(slide: Slide, basis: ReportContext) -> Slide:
    coverage = owner_text(basis.tables, "coverage", basis.words)
    return replace(
        slide,
        coverage=coverage.text,
        coverage_language=coverage.language,
        source=basis.source,
        revision=basis.revision,
        published=basis.published,
        licence=owner_text(basis.tables, "licence", basis.words).text,
    )


def _chosen(basis: ReportContext, selection: Selection) -> str:
    return str(filter_summary(section_context(basis.tables, selection, basis.words, basis.today), SHOWS))
