"""Times of rows: as marked, else an estimate of the kind."""

from analysis.measures.reading_path import NO_THEME, path_steps
from analysis.measures.reading_time import reading_times
from tests.measures.table_rows import tables

MATERIAL = {"title": "M", "link": "https://a.fi/", "themes": ("t",)}


def test_a_length_of_no_minutes_counts_as_unknown():
    given = [MATERIAL | {"id": str(n), "kind": "guide", "duration_min": n} for n in (0, 7)]
    times = reading_times("materials", tables(materials=given)["materials"])
    assert times["minutes"].tolist() == [15, 7] and times["estimate"].tolist() == [True, False]


def test_stories_and_recordings_of_events_have_estimates_and_an_empty_table_none():
    story = {"title": "S", "regions": ("19",)}
    data = tables(stories=[story | {"id": "a", "form": "talk"}, story | {"id": "b"}])
    assert reading_times("stories", data["stories"])["minutes"].tolist() == [30, 5]
    assert reading_times("events", data["events"]).empty


def test_a_path_takes_of_each_theme_in_turn_each_row_once_and_ends_when_the_time_is_full():
    rows = [
        MATERIAL | {"id": "both", "kind": "article", "themes": ("t", "u")},
        MATERIAL | {"id": "t", "kind": "article"},
        MATERIAL | {"id": "u", "kind": "article", "themes": ("u",)},
        MATERIAL | {"id": "none", "kind": "article", "themes": ()},
        MATERIAL | {"id": "offline", "kind": "article", "link": None},
    ]
    data = tables(materials=rows)
    keys = data["materials"]["id"]
    taken = [keys.loc[each.row] for each in path_steps(data, ("t", "u", NO_THEME), 60)]
    assert taken == ["both", "none", "t", "u"]
    assert len(path_steps(data, ("t", "u"), 10)) == 2
