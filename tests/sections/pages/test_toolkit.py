"""The toolkit: what each door leads to, against a plain count, and what of a material is told."""

import pytest

from analysis.sections import LinkAnswers, toolkit
from analysis.sections.model.typed_values import format_value
from analysis.sections.pages.toolkit.material_choice import MaterialChoice, material_choice
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections import counting
from tests.sections.pages.test_recount import FI, each_case, numbers, plain, published, selections
from tests.sections.rows import ALL, EVENTS, MATERIALS, STORIES, THEMES, TODAY

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
    items = [each for listing in section.lists for each in listing.items if each.row]
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
    online = MATERIAL | {"link": "https://a.fi/"}
    given = [online | {"id": "b", "start_here": 2}, online | {"id": "a", "start_here": 1}, online | {"id": "c"}]
    lists = [each for each in shown(materials=given).lists if each.items]
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


def test_the_foot_says_in_a_sentence_what_the_toolkit_lacks_and_leads_to_the_gaps():
    link = "https://example.com/a"
    given = [
        MATERIAL | {"id": "a", "kind": "recording", "published": "2020-01", "title": "Vanha", "language": "fi"},
        MATERIAL | {"id": "b", "kind": "recording", "captions": None, "published": "2026-11-20", "language": "sv"},
        MATERIAL | {"id": "c", "kind": "guide", "published": "2026", "language": "en", "link": link},
    ]
    foot = shown(materials=given, themes=THEMES).lists[-1]
    assert (foot.key, foot.items, foot.more) == ("gaps", (), "Katso puutteet ja täydennyslistat")
    assert "1 yli kolme vuotta vanha materiaali" in foot.empty
    assert "1 tallenne ilman tekstitystä tai tietoa siitä" in foot.empty
    assert "Näistä tekstitys puuttuu tai siitä ei ole tietoa: ”Vanha”." in foot.empty
    assert "linkki ei toimi" not in foot.empty and "tarkistettu" not in foot.empty
    answers = LinkAnswers("2026-11-20", ((link, "2026-11-20"),))
    foot = toolkit(tables(materials=given, themes=THEMES), Selection(), FI, TODAY, links=answers).lists[-1]
    assert "1 rivi, jonka linkki ei toimi. " in foot.empty
    assert foot.empty.endswith("Linkit on tarkistettu viimeksi 20.11.2026.")
    assert "gaps" not in [each.key for each in shown(Selection(years=(1990, 1990))).lists]


ONLINE = MATERIAL | {"link": "https://a.fi/", "start_here": None}


def test_what_is_not_online_is_last_and_shut():
    given = [MATERIAL | {"id": "off", "start_here": 1}, ONLINE | {"id": "on"}]
    lists = [each for each in shown(materials=given).lists if each.items]
    assert [(each.key, each.is_closed) for each in lists] == [("guide", False), ("offline", True)]
    assert lists[-1].title == "1 materiaali, joka ei ole verkossa"


def test_without_a_marked_order_the_rule_is_guide_then_story_then_recording():
    story = STORIES[0] | {"themes": ("palvelut",), "link": "https://b.fi/"}
    recording = ONLINE | {"id": "r", "kind": "recording", "duration_min": None}
    older = ONLINE | {"id": "old", "published": "2019"}
    start = shown(materials=[recording, older, ONLINE | {"id": "new"}], stories=[story], themes=THEMES).lists[0]
    assert [each.row[1] for each in start.items] == ["new", story["id"], "r", "old"]
    assert start.note.startswith("Järjestystä ei ole merkitty") and "arviolta 1 h 45 min" in unspaced(start.note)
    assert [each.meta.split(" · ")[0] for each in start.items] == ["Opas", "Arviolta 5 min", "Tallenne", "Opas"]


def test_a_length_that_is_not_marked_is_an_estimate_of_its_kind():
    kinds = {"recording": 30, "slides": 10, "guide": 15, "tool": 10, "article": 5}
    given = [ONLINE | {"id": kind, "kind": kind, "duration_min": None} for kind in kinds]
    items = [each for listing in shown(materials=given).lists for each in listing.items]
    assert {each.row[1] for each in items} == set(kinds)
    for each in items:
        assert f"arviolta {kinds[each.row[1]]} min" in unspaced(each.meta)


def test_a_material_leads_to_its_talk_and_names_its_event():
    link = "https://www.youtube.com/watch?v=abc"
    item = shown(materials=[ONLINE | {"link": link, "event": "a"}], events=EVENTS).lists[0].items[0]
    assert item.link == f"{link}&t=750s" and "alkaa kohdasta 12:30" in item.meta
    assert (item.origin.row, item.origin.text) == (("events", "a"), "Tapahtumasta: A")
    assert item.line.endswith("Tapahtumasta: A")


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (MaterialChoice(10), {"short", "slides"}),
        (MaterialChoice(30), {"short", "slides", "guide"}),
        (MaterialChoice(None, "sv"), {"long"}),
        (MaterialChoice(None, "", "guide"), {"guide"}),
        (MaterialChoice(10, "sv"), set()),
    ],
)
def test_the_choice_of_time_language_and_kind_leaves_what_it_says(choice, left):
    rows = {
        "short": {"duration_min": 10, "kind": "recording", "language": "fi"},
        "long": {"duration_min": 45, "kind": "recording", "language": "sv"},
        "slides": {"duration_min": None, "kind": "slides", "language": "fi"},
        "guide": {"duration_min": None, "kind": "guide", "language": "en"},
    }
    data = tables(materials=[ONLINE | {"id": key, **row} for key, row in rows.items()], themes=THEMES)
    section = toolkit(data, Selection(), FI, TODAY, choice)
    assert {each.row[1] for listing in section.lists for each in listing.items} == left
    assert (section.sentences[0] == f"Valinnalla löytyy {len(left)} / 4 materiaalia.") == (len(left) < 4)


def test_an_address_chooses_only_what_the_materials_offer():
    data = tables(materials=[ONLINE | {"id": "a"}, ONLINE | {"id": "b", "kind": "tool"}])
    asked = {"minutes": "10", "material_language": "fi", "material_kind": "tool"}
    assert material_choice(data, asked.get) == MaterialChoice(10, "", "tool")
    assert material_choice(data, {"minutes": "11"}.get) == MaterialChoice()
    assert material_choice(tables(), asked.get) == MaterialChoice()


def test_a_theme_names_who_helps_in_the_region_where_that_is_known():
    regions = [
        {"code": "19", "name_fi": "Lappi", "council": "Lapin liitto", "contact": "mailto:klusterit@liitto.fi"},
        {"code": "10", "name_fi": "Etelä-Savo", "council": "Etelä-Savon liitto"},
    ]
    given = ALL | {"regions": regions}
    theme = shown(Selection(themes=("palvelut",)), **given)
    helpers = next(each for each in theme.lists if each.key == "contacts")
    assert [(each.what, each.meta, each.link) for each in helpers.items] == [
        ("Lapin liitto", "Lappi", "mailto:klusterit@liitto.fi")
    ]
    assert all(
        each.key != "contacts" for each in shown(Selection(regions=("10",), themes=("palvelut",)), **given).lists
    )


def unspaced(text: str) -> str:
    """The text with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
