"""The toolkit: what each door leads to, against a plain count, and what of a material is told."""

import pytest

from analysis.sections import toolkit
from analysis.sections.model.typed_values import format_value
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import FI, each_case, numbers, plain, published, selections
from tests.sections.rows import ALL, MATERIALS, THEMES, TODAY

MATERIAL = MATERIALS[0] | {"duration_min": 35, "captions": "no", "starts_at": 750, "published": "2023-05"}


def shown(selection=None, language="fi", **rows):
    return toolkit(tables(**(rows or ALL)), selection or Selection(), translator(language), TODAY)


@each_case
def test_the_doors_tell_the_counts_of_the_cells(path, number):
    chosen = selections(path)[number]
    left = counting.left(plain(path), chosen.without("themes"))
    doors = toolkit(published(path), chosen, FI, TODAY).theme_cards
    assert [door.code for door in doors] == ["johtaminen", "palvelut", "rahoitus", "kansainvalistyminen", "osaaminen"]
    for door in doors:
        ours = [row for row in left if door.code in row.themes]
        told = [numbers(text)[0] for text in door.counts]
        assert told == [counting.total(ours, name) for name in ("materials", "stories", "events")]
        assert door.open == (door.code in chosen.themes)


@each_case
def test_the_lists_hold_each_material_of_the_cells_once(path, number):
    chosen = selections(path)[number]
    section = toolkit(published(path), chosen, FI, TODAY)
    items = [each for listing in section.lists for each in listing.items]
    materials = [each.row[1] for each in items if each.row[0] == "materials"]
    left = [row for row in counting.left(plain(path), chosen) if row.table == "materials"]
    assert len(materials) == len(set(materials)) == len(left)
    if materials:
        offline = sum("ei verkossa" in each.meta for each in items if each.row[0] == "materials")
        assert numbers(section.sentence) == [len(left), len(left) - offline]


@each_case
def test_stories_and_events_stand_beside_a_chosen_theme_alone(path, number):
    chosen = selections(path)[number]
    section = toolkit(published(path), chosen, FI, TODAY)
    held = [
        row
        for row in plain(path)
        if counting.bears(row, chosen) and counting.in_years(row, chosen) and not row.cancelled
    ]
    for name in ("stories", "events"):
        listing = next((each for each in section.lists if each.key == name), None)
        assert (listing is not None) == bool(chosen.themes)
        if listing:
            rows = [row for row in held if row.table == name]
            assert (len(listing.items), bool(listing.more)) == (min(10, len(rows)), len(rows) > 10)


def test_a_material_tells_kind_language_length_captions_place_day_and_that_it_is_not_online():
    told = {
        language: shown(language=language, materials=[MATERIAL]).lists[0].items[0].meta for language in ("fi", "en")
    }
    assert told == {
        "fi": "Opas · ruotsiksi · 35 min · ei tekstitystä · alkaa kohdasta 12:30 · 5/2023 · ei verkossa",
        "en": "Guide · in Swedish · 35 min · no captions · starts at 12:30 · May 2023 · not online",
    }


def test_a_title_bears_its_language_only_where_the_data_tells_another():
    given = [MATERIAL | {"id": name, "language": name} for name in ("fi", "sv", "other")] + [
        MATERIAL | {"language": None}
    ]
    items = shown(materials=given).lists[0].items
    assert [each.language for each in items] == [None, "sv", None, None]


def test_what_to_start_with_is_numbered_and_stands_first():
    given = [MATERIAL | {"id": "b", "start_here": 2}, MATERIAL | {"id": "a", "start_here": 1}, MATERIAL | {"id": "c"}]
    lists = shown(materials=given).lists
    assert [
        (each.key, [(item.when and format_value(item.when, FI), item.row[1]) for item in each.items]) for each in lists
    ] == [
        ("start", [("1.", "a"), ("2.", "b")]),
        ("guide", [(None, "c")]),
    ]


@pytest.mark.parametrize(
    ("language", "name", "long", "tongue"),
    [("fi", "Palvelut", "Klusterin palvelut", None), ("sv", "Tjänster", "Klusterin palvelut", "fi")],
)
def test_a_door_says_at_length_what_the_theme_is_in_the_language_that_there_is(language, name, long, tongue):
    door = next(each for each in shown(language=language).theme_cards if each.code == "palvelut")
    assert (door.name, door.long, door.long_language) == (name, long, tongue)


def test_a_description_goes_before_the_whole_name():
    given = [THEMES[0] | {"description_fi": "Mitä klusteri tekee jäsenilleen."}]
    assert [door.long for door in shown(themes=given).theme_cards] == ["Mitä klusteri tekee jäsenilleen."]
