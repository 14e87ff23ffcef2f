"""The first steps: a path takes no longer than the time chosen, checklist and glossary stand with any data."""

import re
from itertools import product

import pytest

from analysis.schema import LANGUAGES
from analysis.schema.aliases import SEVEN
from analysis.sections import first_steps
from analysis.sections.context.section_context import section_context
from analysis.sections.model.typed_values import format_value
from analysis.sections.pages.start.path_choice import MINUTES, PURPOSES, PathChoice, path_choice, purpose_of_theme
from analysis.sections.pages.start.path_list import path_list
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.pages.test_recount import FI, WORKBOOKS, published
from tests.sections.rows import TODAY, listing

TIME = re.compile(r"(?:(\d+)\sh)?\s?(?:(\d+)\smin)?$")
GUIDE = {"kind": "guide", "link": "https://a.fi/", "themes": ("rahoitus",)}
RECORDING = {"kind": "recording", "link": "https://a.fi/", "themes": ("rahoitus",)}
THEME = [{"id": "rahoitus", "name_fi": "Rahoitus"}]


def minutes(text: str) -> int:
    """The minutes that a text ends with: "2 vaihetta, yhteensä arviolta 1 h 5 min"."""
    hours, rest = TIME.search(text).groups()
    return 60 * int(hours or 0) + int(rest or 0)


def step_minutes(meta: str) -> int:
    """The minutes of a step, from the part of its line that tells them."""
    return next(minutes(part) for part in meta.split(" · ") if re.search(r"\d\s(?:min|h)", part))


@pytest.mark.parametrize("region", ["", *SEVEN])
@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.stem)
def test_a_path_sums_to_no_more_than_the_time_for_every_purpose_and_region(path, region):
    context = section_context(published(path), Selection(regions=(region,) if region else ()), FI, TODAY)
    for purpose, limit in product(PURPOSES, MINUTES.values()):
        steps = path_list(context, PathChoice(purpose, limit))
        told = sum(step_minutes(each.meta) for each in steps.items)
        assert told <= limit and (not steps.items or minutes(steps.title) == told == steps.total)
        assert steps.items or limit < 60 or not path.stem.startswith("sample")
        assert all(each.link for each in steps.items)
        places = [format_value(each.when, FI) for each in steps.items]
        assert places == [f"{n}." for n in range(1, len(places) + 1)]


def test_what_does_not_fit_gives_way_to_what_does():
    given = [
        RECORDING | {"id": "long", "title": "L", "duration_min": 50, "start_here": 1},
        RECORDING | {"id": "longer", "title": "M", "duration_min": 45, "start_here": 2},
        GUIDE | {"id": "guide", "title": "G", "duration_min": 10},
    ]
    data = tables(materials=given, themes=THEME)
    path = listing(first_steps(data, Selection(), FI, TODAY, PathChoice("funding", 60)), "path")
    assert [each.row[1] for each in path.items] == ["long", "guide"] and path.total == 60
    short = listing(first_steps(data, Selection(), FI, TODAY, PathChoice("funding", 15)), "path")
    assert [each.row[1] for each in short.items] == ["guide"]


def test_a_region_leaves_its_own_stories_and_recordings_of_events():
    stories = [
        {"id": code, "title": code, "regions": (code,), "themes": ("rahoitus",), "link": "https://b.fi/"}
        for code in ("19", "10")
    ]
    event = {"id": "e", "name": "Webinaari", "starts": "2024", "kind": "webinar", "regions": ("19",)}
    seen = event | {"themes": ("rahoitus",), "recording": "https://c.fi/"}
    called_off = seen | {"id": "f", "status": "cancelled"}
    data = tables(stories=stories, events=[seen, called_off], themes=THEME)
    paths = {
        code: listing(first_steps(data, Selection(regions=(code,)), FI, TODAY, PathChoice("funding")), "path").items
        for code in ("19", "10", "12")
    }
    assert {code: [each.row[1] for each in items] for code, items in paths.items()} == {
        "19": ["19", "e"],
        "10": ["10"],
        "12": [],
    }
    assert paths["19"][1].link == "https://c.fi/" and paths["19"][1].origin.row == ("events", "e")


def test_a_workbook_with_themes_of_its_own_has_paths_too():
    data = tables(
        materials=[GUIDE | {"id": "g", "title": "G", "themes": ("t1",)}], themes=[{"id": "t1", "name_fi": "T"}]
    )
    for purpose in PURPOSES:
        assert listing(first_steps(data, Selection(), FI, TODAY, PathChoice(purpose)), "path").items


def test_an_address_that_names_no_choice_is_that_of_an_hour_to_start_a_cluster():
    assert path_choice(None, None) == path_choice("x", "61") == PathChoice("start", 60)
    assert path_choice("abroad", "360") == PathChoice("abroad", 360)
    assert [purpose_of_theme(each) for each in ("johtaminen", "rahoitus", "palvelut")] == ["lead", "funding", None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_checklist_and_glossary_stand_without_any_data(language: str):
    words = translator(language)
    section = first_steps(tables(), Selection(), words, TODAY)
    path, checklist = listing(section, "path"), listing(section, "checklist")
    assert not path.items and path.empty and path.title
    assert len(checklist.items) == 7 and words.day("2021-11-12") in checklist.note
    assert checklist.items[-1].link.startswith("https://elmoenf.eu/")
    glossary = [each for each in section.lists if each.key.startswith("glossary")]
    terms = [item for each in glossary for item in each.items]
    cluster = {"fi": "klusteri", "en": "cluster", "sv": "kluster"}
    assert terms[0].what == cluster.pop(language) and all(f"{name}" in terms[0].meta for name in cluster.values())
