"""What the document of each page holds: a list of blocks a page, in the order in which Streamlit's page has them."""

from collections.abc import Callable

from markupsafe import Markup

from analysis.html_parts import about, first_steps, item_lists, revisions
from analysis.html_parts.documents import review_bodies, toolkit_bodies
from analysis.html_parts.documents import section_blocks as blocks
from analysis.html_parts.documents.body_context import Blocks, BodyContext
from analysis.html_parts.documents.filter_form import filter_bar
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.documents.record_cards import month_card, record_card, searchable_card
from analysis.html_parts.page_choices import step_labels
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.html_parts.search_results import search_blocks
from analysis.html_parts.subscription import subscription
from analysis.sections import (
    by_region,
    by_theme,
    calendar_month,
    cluster_detail,
    cluster_table,
    clusters,
    coming_events,
    event_detail,
    event_table,
    events,
    overview,
    overview_steps,
    region_comparison,
    region_profile,
    stories,
    story_table,
    term_profile,
)
from analysis.sections.charts.parts_of_years import STEPS
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_group, term_groups


def page_body(page: PageContext, context: BodyContext) -> Blocks:
    """The blocks of a page between notices and footer; a page without a body of its own has its title."""
    make = BODIES.get(page.entry.key)
    if make is None:
        return _live(page, page.words(f"frame.page.{page.entry.key}"))
    return make(page, context)


def _overview(page: PageContext, context: BodyContext) -> Blocks:
    section, words = page.build(overview, page.today, page.choice), page.words
    labels = step_labels(words, page.choice, page.build(overview_steps, page.today))
    options = [(each if each != STEPS[0] else "", label, each == page.choice) for each, label in labels.items()]
    return [
        blocks.head(page, section),
        group("newcomer", element(first_steps.newcomer_door(page))),
        blocks.unknown_choice(page, "step", STEPS),
        blocks.choices(page, "step", words("overview.step"), options) if options else Markup(""),
        blocks.charts_and_lists(page, section, context.size),
        *(record_card(page, section, each) for each in section.rows),
    ]


def _events(page: PageContext, context: BodyContext) -> Blocks:
    detail = event_detail(page.tables, page.address.of("event") or "", page.words, page.today)
    if detail:
        return [blocks.detail_blocks(page, detail)]
    section = page.build(events, page.today)
    coming = page.build(coming_events, page.today)
    none = render("hint", page.words, text=coming.empty)
    return [
        blocks.head(page, section, item="event"),
        element(item_lists.item_list(page, coming) if coming.items else none),
        searchable_card(page, section, page.words("events.rows"), event_table),
        month_card(page, section, page.build(calendar_month, page.today, page.address.of("month"))),
        blocks.charts_and_lists(page, section, context.size),
        element(subscription(page, context.settings.private)),
    ]


def _stories(page: PageContext, context: BodyContext) -> Blocks:
    section = page.build(stories, page.today)
    return [
        blocks.head(page, section),
        searchable_card(page, section, page.words("stories.rows"), story_table, cards=True),
        blocks.charts_and_lists(page, section, context.size),
    ]


def _clusters(page: PageContext, context: BodyContext) -> Blocks:
    detail = cluster_detail(page.tables, page.address.of("cluster") or "", page.words, page.today)
    if detail:
        return [blocks.detail_blocks(page, detail)]
    section = page.build(clusters, page.today)
    return [
        blocks.head(page, section, item="cluster"),
        searchable_card(page, section, page.words("clusters.rows"), cluster_table, page.today),
        blocks.charts_and_lists(page, section, context.size),
    ]


def _regions(page: PageContext, context: BodyContext) -> Blocks:
    words, measure = page.words, page.choice
    section = page.build(by_region, page.today, measure)
    detail = page.build(region_profile, page.today) or page.build(region_comparison, page.today)
    options = [
        (each if place else "", words(f"regions.measure_{each}"), each == measure)
        for place, each in enumerate(MEASURES)
    ]
    return [
        blocks.heading(page, section.title),
        filter_bar(page, section),
        element(render("coverage", words, section=section)),
        blocks.unknown_choice(page, "measure", MEASURES),
        blocks.choices(page, "measure", words("regions.measure"), options),
        element(render("hint", words, text=section.sentence)),
        blocks.comparison(page, section, (2, 1), detail, context.size),
    ]


def _search(page: PageContext, context: BodyContext) -> Blocks:
    parts = (element(each) for each in search_blocks(page, context.store))
    return [blocks.heading(page, page.words("search.title")), *parts]


def _themes(page: PageContext, context: BodyContext) -> Blocks:
    words, groups = page.words, term_groups(page.tables, page.words)
    group = term_group(page.tables, words, page.address.of("group"))
    section, detail = page.build(by_theme, group, page.today), page.build(term_profile, group, page.today)
    options = [(each.key if place else "", each.name, each.key == group.key) for place, each in enumerate(groups)]
    return [
        blocks.heading(page, section.title),
        filter_bar(page, section),
        element(render("coverage", words, section=section)),
        blocks.unknown_choice(page, "group", [each.key for each in groups]),
        blocks.choices(page, "group", words("themes.group"), options) if len(groups) > 1 else Markup(""),
        element(render("hint", words, text=section.sentence)),
        blocks.comparison(page, section, (1, 1, 1, 1, 1), detail, context.size),
    ]


def _present(page: PageContext, context: BodyContext) -> Blocks:
    lead = render("sentence", page.words, text=page.words("present.lead"))
    section, limits = (
        page.build(overview, page.today),
        render("group-label", page.words, text=page.words("present.limits")),
    )
    return [
        *_live(page, page.words("present.title"), lead),
        element(limits),
        filter_bar(page, section, with_links=False),
    ]


def _update(page: PageContext, context: BodyContext) -> Blocks:
    words = page.words
    lead = render("sentence", words, text=words("web.description.update"))
    return _live(page, words("update.title"), lead)


def _history(page: PageContext, context: BodyContext) -> Blocks:
    lead = render("sentence", page.words, text=page.words("history.text"))
    heading, sentence, live = _live(page, page.words("history.title"), lead)
    rows = [element(each) for each in revisions.newest(page, context.store)]
    return [heading, sentence, group("card-history", live, *rows)]


def _about(page: PageContext, context: BodyContext) -> Blocks:
    text = about.about(page, context.settings)
    heading = blocks.heading(page, page.words("about.title"))
    return [heading, element(text)]


def _live(page: PageContext, title: str, lead: str = "") -> Blocks:
    """The heading of a page whose work needs the server's connection, and the line that says so."""
    heading = blocks.heading(page, title)
    line = render("document/live", page.words)
    return [heading, element(lead), element(line)]


BODIES: dict[str, Callable[[PageContext, BodyContext], Blocks]] = {
    "overview": _overview,
    "regions": _regions,
    "themes": _themes,
    "events": _events,
    "stories": _stories,
    "clusters": _clusters,
    "start": toolkit_bodies.start_body,
    "toolkit": toolkit_bodies.toolkit_body,
    "present": _present,
    "update": _update,
    "history": _history,
    "about": _about,
    "gaps": review_bodies.gaps_body,
    "cooperation": review_bodies.cooperation_body,
    "targets": review_bodies.targets_body,
    "yearsheet": review_bodies.yearsheet_body,
    "search": _search,
    "data": review_bodies.data_body,
}
"""By key of the page: what makes its blocks."""
