"""Slides are made of sections: what they say is what the sections say."""

import re
from dataclasses import replace

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import BaselineRevision, Presentation, ReportContext, overview, presentation, section
from analysis.sections.presentation.outline import Outline, SlideSpec
from analysis.sections.presentation.presets import PRESET_PREFIXES, preset, preset_titles
from analysis.sections.presentation.slides import slide_parts
from analysis.sections.registry import SECTIONS
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.pages.test_texts import LEFT_OVER, texts
from tests.sections.rows import ALL, EVENTS, STORIES, TODAY

CLUSTERS: list[Row] = [{"id": "k", "name": "K", "regions": ("19",), "founded": 2015}]
TABLES = tables(**ALL, clusters=CLUSTERS)
BEFORE = tables(**ALL | {"events": EVENTS[1:], "stories": STORIES[1:]})
BASIS = ReportContext(TABLES, translator("fi"), TODAY, "7", "2024-06-01", BaselineRevision("5", "2024-01-02", BEFORE))
PLACED = Selection(regions=("19",), themes=("rahoitus",))


def keys(made: Presentation) -> list[str]:
    return [slide.key for slide in made.slides]


def every(selection: Selection = PLACED) -> Outline:
    """All there is of all sections."""
    made = {name: section(name, BASIS, selection) for name in SECTIONS}
    return Outline(
        tuple(SlideSpec(name, part) for name, each in made.items() if each for part in slide_parts(each, BASIS))
    )


def test_every_section_can_be_shown():
    assert {step.section for step in every().slides} == set(SECTIONS)


def test_slides_stand_in_the_order_wanted_between_a_cover_and_an_end():
    made = presentation(Outline((SlideSpec("overview", "themes"), SlideSpec("overview", "numbers"))), BASIS)
    assert keys(made) == ["cover", "overview.themes", "overview.numbers", "end"]


def test_a_slide_is_the_chart_of_the_page():
    selection = Selection(regions=("19",))
    page = overview(TABLES, selection, translator("fi"), TODAY)
    slide = presentation(Outline((SlideSpec("overview", "years"),), selection=selection), BASIS).slides[1]
    assert slide.chart and slide.chart.table.equals(page.charts[0].table)
    assert (slide.headline, slide.sentence, slide.rule) == (slide.chart.title, slide.chart.sentence, slide.chart.rule)
    assert (slide.filter_text, slide.coverage) == (page.filter_text, page.coverage)
    assert (slide.revision, slide.published) == ("7", "2024-06-01")


def test_a_slide_may_have_filters_of_its_own():
    steps = (SlideSpec("overview", "years"), SlideSpec("overview", "years", selection=Selection(regions=("12",))))
    first, second = presentation(Outline(steps, selection=Selection(regions=("19",))), BASIS).slides[1:3]
    assert first.filter_text != second.filter_text
    assert first.chart and second.chart and first.chart.table["events"].sum() != second.chart.table["events"].sum()


def test_ones_own_headline_and_notes_take_the_place_of_the_finding():
    step = SlideSpec("overview", "years", "Lappi kasvaa", "Muista kiittää")
    slide = presentation(Outline((step,)), BASIS).slides[1]
    assert (slide.headline, slide.notes) == ("Lappi kasvaa", "Muista kiittää")


def test_the_address_of_the_live_view_holds_no_notes():
    made = presentation(Outline((SlideSpec("overview", "years", notes="salaa"),)), BASIS)
    assert made.address == "slides=overview.years&lang=fi"


@pytest.mark.parametrize(
    "name", ["nothing.x", "overview.nothing", "overview:x.years", "regions:x.map", "themes:x.years"]
)
def test_what_there_is_not_is_left_out(name: str):
    assert keys(presentation(Outline((SlideSpec(*name.rsplit(".", 1)),)), BASIS)) == ["cover", "end"]


def test_profiles_and_news_are_left_out_where_nothing_names_them():
    steps = (SlideSpec("region", "numbers"), SlideSpec("term", "numbers"), SlideSpec("news", "numbers"))
    assert keys(presentation(Outline(steps), replace(BASIS, baseline=None))) == ["cover", "end"]


def test_a_list_tells_how_many_entries_there_are_and_shows_the_first_five():
    many = [{"id": f"s{at}", "title": f"Tarina {at}", "regions": ("19",), "themes": ("rahoitus",)} for at in range(12)]
    held = [{**EVENTS[0], "id": f"e{at}", "regions": ("19",)} for at in range(7)]
    basis = replace(BASIS, tables=tables(**ALL | {"stories": many, "events": held}))
    steps = (SlideSpec("region", "stories"), SlideSpec("region", "events"), SlideSpec("overview", "freshness"))
    stories, events, fresh = presentation(Outline(steps, selection=Selection(regions=("19",))), basis).slides[1:4]
    assert (stories.headline, stories.listing.more, stories.rule) == ("Tarinat: 12", "ja 7 muuta", "")
    assert (events.headline, events.listing.more, len(events.listing.items)) == ("Tapahtumat: 7 riviä", "ja 2 muuta", 5)
    assert fresh.headline == fresh.listing.title


def test_news_are_the_rows_that_were_added():
    made = presentation(
        Outline((SlideSpec("news", "numbers"), SlideSpec("news", "events"), SlideSpec("news", "materials"))), BASIS
    )
    assert keys(made) == ["cover", "news.numbers", "news.events", "end"]
    numbers, events = made.slides[1:3]
    assert [(each.key, each.value) for each in numbers.numbers][:3] == [
        ("events", 1),
        ("stories", 1),
        ("materials", 0),
    ]
    assert events.listing and [item.what for item in events.listing.items] == ["A"]


def test_what_is_ready_is_offered_and_can_be_had():
    names = preset_titles(BASIS)
    assert {"year-2023", "new-since-5", "region-19", "theme-rahoitus"} <= set(names)
    for name, title in names.items():
        outline = preset(name, BASIS)
        assert outline and outline.title == title and name.startswith(PRESET_PREFIXES)
        assert len(presentation(outline, BASIS).slides) > 3


@pytest.mark.parametrize(
    "name", ["", "year", "year-", "year-1900", "region-99", "theme-x", "new-since-6", "x-1", "../x"]
)
def test_nothing_else_is_ready(name: str):
    assert preset(name, BASIS) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("selection", [Selection(), PLACED, Selection((1999, 1999))])
def test_slides_say_nothing_that_was_left_over(language, selection: Selection):
    made = presentation(replace(every(), selection=selection), replace(BASIS, words=translator(language)))
    for slide in made.slides:
        said = [slide.headline, slide.eyebrow, slide.sentence, slide.filter_text, slide.rule, *texts(slide.numbers)]
        assert not [text for text in said if LEFT_OVER.search(text) or re.search(r"\bpresent\.", text)]
        assert slide.headline and slide.filter_text
