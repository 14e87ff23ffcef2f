"""Slides of an outline: each a chart, the metrics or a list of a section, under a headline with the finding."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import ReportContext, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section
from analysis.sections.model.presentation import Presentation, Slide
from analysis.sections.model.typed_values import format_value
from analysis.sections.presentation.full_sections import filter_text
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.registry import section
from analysis.selection import Selection
from analysis.words.language import DASH

NUMBERS = "numbers"
"""The part of a section that is its metrics."""
MOST_METRICS, MOST_ITEMS = 3, 5
"""Metrics in the headline of a profile; entries of a list on a slide."""
WITHOUT_COUNT = ("freshness", "meanings", "council", "gaps", "missing", "empty", "never", "unknown")
"""Lists whose headline does not count the entries: they are no contents."""
SERIES = ("events", "coming")
"""Lists of events: an entry may be a series of them."""
PROFILES = ("region", "term")
"""Sections whose title is the selection, so that their filter summary leaves it out."""
SELECTED = ("events", "stories")
"""The tables by which the selection of a profile is told."""


def presentation(outline: Outline, context: ReportContext, address: str = "", *, pinned: bool = False) -> Presentation:
    """The slides of an outline between a cover and an end; a slide of which there is no content is left out.

    ``address``: the query of the live view; without it that of the outline, without its notes. ``pinned``: the last
    slide leads to this revision, not to the one that is published by then.
    """
    words, selection_text = context.words, filter_text(context, outline.selection)
    title, end = outline.title or words("present.untitled"), words("present.end_text")
    if pinned:
        end = words("present.end_pinned", revision=context.revision)
    end_eyebrow = words("present.end_pinned_eyebrow" if pinned else "present.end_eyebrow")
    slides = (
        Slide("cover", "cover", title, context.source, filter_text=_selection_in_brief(context, outline.selection)),
        *_slides(outline, context),
        Slide("end", "end", words("present.end"), end_eyebrow, end, filter_text=selection_text),
    )
    coverage, licence = (owner_text(context.tables, key, words) for key in ("coverage", "licence"))
    with_source = (
        replace(
            slide,
            coverage=coverage.text,
            coverage_language=coverage.language,
            source=context.source,
            revision=context.revision,
            published=context.published,
            licence=licence.text,
        )
        for slide in slides
    )
    query = address or outline.without_notes().query(words.language)
    return Presentation(title, words.language, tuple(with_source), query)


def presentation_of(names: Iterable[str], context: ReportContext, selection: Selection) -> Presentation:
    """The slides of all parts of the sections of these names."""
    contents = ((name, section(name, context, selection)) for name in names)
    slides = [SlideSpec(name, part) for name, content in contents if content for part in slide_parts(content, context)]
    return presentation(Outline(tuple(slides), context.words("exports.title"), selection), context)


def slide_parts(content: Section, context: ReportContext) -> dict[str, str]:
    """The parts of a section that can be a slide: their titles by key."""
    return (
        ({NUMBERS: context.words("present.numbers_of", section=content.title)} if content.metrics else {})
        | {each.key: each.subtitle or each.title for each in content.charts}
        | {each.key: each.title for each in content.lists if each.items}
    )


def _selection_in_brief(context: ReportContext, selection: Selection) -> str:
    """Regions, years and what else is chosen, for an audience that wants no counts yet: "7 maakuntaa · 2018–2025"."""
    within = section_context(context.tables, selection, context.words, context.today)
    spans = {span.filter: span.text for span in filter_summary(within, SELECTED).spans if span.filter}
    regions = spans.pop("regions", "") or context.words.plural("present.regions", len(within.regions))
    first, last = selection.years or (within.years.start, within.years.stop - 1)
    years = DASH.join(dict.fromkeys((str(first), str(last)))) if within.years or selection.years else ""
    spans.pop("years", "")
    return " · ".join(filter(None, (regions, years, *spans.values())))


def _slides(outline: Outline, context: ReportContext) -> Iterator[Slide]:
    contents = cache(lambda name, selection: section(name, context, selection))
    for spec in outline.slides:
        selection = outline.filters(spec)
        content = contents(spec.section, selection)
        if content and (slide := _slide(content, spec, context)):
            summary = content.filter_summary
            if content.key in PROFILES:
                whole = section_context(context.tables, selection, context.words, context.today)
                summary = filter_summary(whole, SELECTED)
            yield replace(
                slide,
                headline=spec.headline or slide.headline,
                notes=spec.notes,
                filter_text=str(summary),
                filter_line=summary.short,
            )


def _slide(content: Section, spec: SlideSpec, context: ReportContext) -> Slide | None:
    if spec.part == NUMBERS and content.metrics:
        return _metrics_slide(content, spec, context)
    for chart in content.charts:
        if chart.key == spec.part:
            eyebrow = chart.subtitle if chart.subtitle != chart.title else ""
            text = chart.sentence or chart.empty
            return Slide(spec.key, "chart", chart.title, eyebrow, text, chart, rule=chart.rule)
    for items in content.lists:
        if items.key == spec.part and items.items:
            return _list_slide(content, items, spec, context)
    return None


def _metrics_slide(content: Section, spec: SlideSpec, context: ReportContext) -> Slide:
    """The metrics under the first sentence; those of a profile under its name and first three metrics."""
    words, metrics = context.words, content.metrics
    headline, *sentences = content.sentences or ("",)
    if content.key in PROFILES:
        first = metrics[:MOST_METRICS]
        numbers = [f"{each.label[:1].lower()}{each.label[1:]} {format_value(each.value, words)}" for each in first]
        headline = words("present.profile", name=content.title, numbers=words.listing(numbers))
        sentences = [*content.sentences]
    return Slide(spec.key, "numbers", headline.removesuffix("."), content.title, " ".join(sentences), numbers=metrics)


def _list_slide(content: Section, items: ItemList, spec: SlideSpec, context: ReportContext) -> Slide:
    """The first entries of a list, under its title and their number; an entry may be a series of events.

    The note of a list that has only some of its entries is left out, as it counts them.
    """
    words, count = context.words, max(items.total, len(items.items))
    if items.key in WITHOUT_COUNT:
        headline = items.title
    elif items.key in SERIES:
        headline = words.plural("present.listed_rows", count, title=items.title)
    else:
        headline = words("present.listed", title=items.title, n=words.number(count))
    more = words.plural("present.more", count - MOST_ITEMS) if count > MOST_ITEMS else ""
    listing = replace(items, items=items.items[:MOST_ITEMS], more=more, total=count)
    rule = items.note if count == len(items.items) else ""
    return Slide(spec.key, "listing", headline, content.title, listing=listing, rule=rule)
