"""The year sheet on hand-made rows: which year, what is told of small bases, what is not known, in three languages."""

from itertools import product

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import Section, yearsheet
from analysis.sections.pages.yearsheet.page import shown_year
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.pages.test_texts import LEFT_OVER, SELECTIONS, texts
from tests.sections.pages.test_texts_review import DATA
from tests.sections.rows import ALL, listing, number

TODAY = "2024-06-30"
FI = translator("fi")
OF_2023 = Selection((2023, 2023))


def event(n: int, **more: object) -> Row:
    return {"id": f"e{n}", "name": f"E{n}", "starts": "2023-05-04", "kind": "seminar", "regions": ("19",)} | more


def sheet(*events: Row, selection: Selection = OF_2023, language="fi", **more: list[Row]) -> Section:
    return yearsheet(tables(events=[*events], **more), selection, translator(language), TODAY)


def test_the_year_is_the_filters_then_the_one_asked_for_then_the_last_full_one():
    data = tables(events=[event(1, starts="2021"), event(2, starts="2022-03"), event(3, starts="2024-02-01")])
    assert shown_year(data, Selection((2019, 2019)), TODAY, "2021") == 2019
    assert shown_year(data, Selection(), TODAY, "2021") == 2021
    assert shown_year(data, Selection((2020, 2021)), TODAY, "2022") == 2021
    assert shown_year(data, Selection(), TODAY, "2023") == shown_year(data, Selection(), TODAY) == 2022
    assert shown_year(data, Selection(), None) == 2024
    assert shown_year(data, Selection((2024, 2025)), TODAY) == 2024
    assert shown_year(data, Selection((1999, 2000)), TODAY) is shown_year(tables(), Selection(), TODAY) is None


def test_a_sheet_says_which_year_it_is_of_and_why():
    data = tables(events=[event(1, starts="2022"), event(2, starts="2024-02-01")])
    default = yearsheet(data, Selection(), FI, TODAY)
    assert default.title == "Vuosi 2022: koko alue" and "Valittuna on 2022" in default.sentence
    assert not any(span.filter == "years" for span in default.filter_summary.spans)
    assert "2022" in default.filter_text
    asked = yearsheet(data, Selection(), FI, TODAY, "2024")
    assert asked.title.startswith("Vuosi 2024") and "kesken" in asked.sentence
    by_filter = yearsheet(data, Selection((2022, 2022), ("19",)), FI, TODAY)
    assert by_filter.title == "Vuosi 2022: Lappi" and "Valittuna" not in by_filter.sentence
    assert any(span.filter == "years" for span in by_filter.filter_summary.spans)


@pytest.mark.parametrize(
    ("events", "text"),
    [
        (4, "1\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}4."),
        (5, "1\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}5, 20\N{NO-BREAK SPACE}%."),
    ],
)
def test_fewer_than_five_events_give_no_percentage(events, text):
    section = sheet(*(event(n) for n in range(events - 1)), event(9, regions=("19", "18")))
    assert text in section.sentence
    assert number(section, "joint").value == 1


def test_a_group_that_nobody_counts_is_unknown_and_one_of_nobody_is_nought():
    section = sheet(
        event(1, participants=30, from_companies=20, from_public=0),
        event(2, occasions=2, participants=5, from_companies=3),
        event(3),
    )
    groups = next(each for each in section.charts if each.key == "groups")
    data = groups.data.table
    assert data["group"].tolist() == ["from_companies", "from_research", "from_public", "from_others"]
    assert data["known"].tolist() == [3, 0, 1, 0] and data["events"].tolist() == [4] * 4
    assert data["participants"].isna().tolist() == [False, True, False, True]
    assert groups.table["known"].tolist() == [
        *("ei tiedossa 1\u00a0/\u00a04 tapahtumasta", "ei tiedossa 4\u00a0/\u00a04 tapahtumasta"),
        *("ei tiedossa 3\u00a0/\u00a04 tapahtumasta", "ei tiedossa 4\u00a0/\u00a04 tapahtumasta"),
    ]
    assert groups.table["participants"].isna().tolist() == [False, True, False, True]
    assert groups.table["participants"].dropna().tolist() == [23, 0]
    assert "Yritykset, 23" in groups.title


def test_what_is_cancelled_is_in_no_number():
    section = sheet(event(1, participants=9, from_others=9, status="cancelled"), event(2))
    assert number(section, "events").value == 1 and number(section, "participants").value is None
    assert "Osallistujien ryhmät eivät ole tiedossa" in section.charts[1].empty


def test_targets_of_the_regions_are_counted_where_the_area_is_shown_and_are_there_for_a_region():
    aims = [{"year": 2023, "measure": "events", "target": 4}, {"year": 2022, "measure": "events", "target": 9}]
    aims += [{"year": 2023, "measure": "events", "region": "19", "target": 1}]
    area, region = (
        listing(sheet(event(1), selection=Selection((2023, 2023), codes), targets=aims), "targets")
        for codes in ((), ("19",))
    )
    assert [(each.what, each.meta) for each in area.items] == [("Tapahtumat, koko alue", "1 / 4, jäi saavuttamatta")]
    assert area.note == "Lisäksi maakunnilla on 1 oma tavoite."
    assert [(each.what, each.meta) for each in region.items] == [("Tapahtumat, Lappi", "1 / 1, saavutettu")]
    assert region.note == ""


def test_more_targets_than_fit_are_counted():
    aims = [{"year": 2023, "measure": "events", "theme": f"t{n}", "target": 4} for n in range(11)]
    shown = listing(sheet(event(1), targets=aims), "targets")
    assert len(shown.items) == 8 and shown.total == 11 and "8 / 11" in shown.note


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("n", [1, 2, 5])
def test_the_texts_agree_with_one_two_and_five(language, n):
    words = translator(language)
    section = sheet(*(event(each, starts="2023") for each in range(n)), language=language)
    expected = {
        "fi": {size: f"{size}\u00a0/\u00a0{size} tapahtumasta" for size in (1, 2, 5)},
        "sv": {1: "1 av 1 evenemang", 2: "2 av 2 evenemang", 5: "5 av 5 evenemang"},
        "en": {1: "1 of 1 event", 2: "2 of 2 events", 5: "5 of 5 events"},
    }[language][n]
    assert expected in section.sentence
    assert words.plural("sections.events_n", n) in section.sentence
    days = {each.what: each.meta for each in listing(section, "unknown").items}[words("yearsheet.unknown.day")]
    assert str(n) in days and (language != "en" or ("rows" in days) == (n > 1))
    aims = [{"year": 2023, "measure": "events", "region": "19", "target": 9}] * n
    note = listing(sheet(event(1), language=language, targets=aims), "targets").note
    assert note == words.plural("yearsheet.targets_regional", n) and str(n) in note


@pytest.mark.parametrize(("data", "selection", "language"), [*product(DATA, SELECTIONS, LANGUAGES)])
def test_a_sheet_is_whole_whatever_the_data_and_the_choice(data, selection, language):
    section = yearsheet(DATA[data], SELECTIONS[selection], translator(language), TODAY)
    assert [text for text in texts(section) if LEFT_OVER.search(text.strip())] == []
    assert section.title and section.filter_text and section.sentence and section.one_page
    assert len(section.metrics) == 5 and [each.key for each in section.lists] == ["targets", "unknown"]
    for chart in section.charts:
        assert chart.title and chart.alt and chart.data
        assert bool(len(chart.table)) == (not chart.empty)
        assert {field.name for field in chart.fields} <= set(chart.table.columns) or chart.empty
    assert all(each.items or each.empty for each in section.lists)


def test_rows_without_a_year_are_told_and_not_counted():
    section = sheet(event(1), **{name: rows for name, rows in ALL.items() if name != "events"})
    years = {each.what: each.meta for each in listing(section, "unknown").items}["Vuosi"]
    assert years == "ilman vuotta ja siksi poissa luvuista: 1 tarina ja 1 materiaali"
