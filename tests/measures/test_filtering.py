import pytest

from analysis.measures.filtering import activity_records, counted_records, filters_without_effect, matching_records
from analysis.measures.records import UNKNOWN
from analysis.selection import Selection
from tests.measures.table_rows import tables

EVENTS = [
    {"id": "a", "starts": "2023-05-06", "kind": "seminar", "regions": ("19",), "themes": ("rahoitus",)},
    {"id": "b", "starts": "2023", "kind": "webinar", "regions": ("19", "10"), "priorities": ("ruoka",)},
    {"id": "c", "starts": "2024-02", "kind": "seminar", "regions": ("10",), "status": "cancelled"},
    {"id": "d", "starts": None, "kind": "other", "regions": ("12",), "occasions": 4, "status": "confirmed"},
]
STORIES = [
    {"id": "s", "published": "2023-01-01", "regions": ("19",), "themes": ("rahoitus", "palvelut")},
    {"id": "t", "published": None, "regions": ("10",)},
]
MATERIALS = [{"id": "m", "published": "2022", "themes": ("palvelut",)}, {"id": "n"}]
TABLES = tables(events=EVENTS, stories=STORIES, materials=MATERIALS)


def ids(name: str, selection: Selection) -> str:
    left = matching_records(activity_records(TABLES), name, selection)
    return "".join(TABLES[name].loc[left.index, "id"])


@pytest.mark.parametrize(
    ("selection", "events", "stories", "materials"),
    [
        (Selection(), "abcd", "st", "mn"),
        (Selection(years=(2023, 2023)), "ab", "s", ""),
        (Selection(years=(2022, 2024)), "abc", "s", "m"),
        (Selection(regions=("19",)), "ab", "s", "mn"),
        (Selection(regions=("10", "12")), "bcd", "t", "mn"),
        (Selection(themes=("rahoitus", "palvelut")), "a", "s", "m"),
        (Selection(priorities=("ruoka",)), "b", "st", "mn"),
        (Selection(kinds=("seminar", "other")), "acd", "st", "mn"),
        (Selection((2023, 2024), ("10",), kinds=("seminar",)), "c", "", ""),
        (Selection(regions=("99",)), "", "", "mn"),
    ],
)
def test_a_filter_limits_the_tables_that_have_its_column(selection, events, stories, materials):
    left = [ids(name, selection) for name in ("events", "stories", "materials")]
    assert left == [events, stories, materials]


def test_a_row_counts_for_its_occasions_and_is_of_the_year_that_is_known():
    events = activity_records(TABLES)["events"]
    assert events["count"].tolist() == [1, 1, 1, 4]
    assert events["year"].tolist() == [2023, 2023, 2024, UNKNOWN]


def test_what_is_cancelled_or_postponed_counts_nowhere():
    given = tables(
        events=[{"starts": "2023", "status": each} for each in ("confirmed", "cancelled", "postponed", None)]
    )
    assert counted_records(activity_records(given), Selection())["events"].index.tolist() == [0, 3]


def test_filters_that_leave_a_table_whole_are_named():
    every = Selection((2020, 2021), ("19",), ("rahoitus",), ("ruoka",), ("seminar",))
    assert filters_without_effect("events", every) == ()
    assert filters_without_effect("stories", every) == ("priorities", "kinds")
    assert filters_without_effect("materials", every) == ("regions", "priorities", "kinds")
    assert filters_without_effect("materials", Selection(themes=("rahoitus",))) == ()
    assert filters_without_effect("clusters", every) == ("years", "themes", "kinds")
    assert filters_without_effect("clusters", Selection(regions=("10",))) == ()


def test_the_tables_stay_as_they_were():
    before = {name: frame.copy() for name, frame in TABLES.items()}
    counted_records(activity_records(TABLES), Selection((2023, 2023), ("19",)))
    assert all(frame.equals(before[name]) for name, frame in TABLES.items())
