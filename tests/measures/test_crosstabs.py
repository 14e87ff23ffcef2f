from analysis.measures.counts import by_values, crosstab
from tests.measures.table_rows import everything

EVENTS = [
    {"starts": "2023", "regions": ("19", "10"), "themes": ("rahoitus", "palvelut"), "occasions": 3},
    {"starts": "2023-05-06", "regions": ("19", "19"), "themes": ("rahoitus",)},
    {"starts": "2025-01", "regions": ("10",)},
    {"starts": None, "regions": ("10",), "themes": ("palvelut",)},
    {"starts": "2023", "regions": ("10",), "status": "cancelled"},
]
ALL = everything(events=EVENTS)["events"]
NONE = everything()["events"]


def test_rows_count_once_in_each_value():
    assert by_values(ALL, "regions", ("19", "10", "12")).to_dict() == {"19": 4, "10": 5, "12": 0}


def test_a_year_without_rows_is_nought_and_a_row_without_a_year_in_none():
    assert crosstab(ALL, "regions", ("19", "10"), "year", range(2023, 2026)).to_dict("index") == {
        "19": {2023: 4, 2024: 0, 2025: 0},
        "10": {2023: 3, 2024: 0, 2025: 1},
    }


def test_a_row_counts_once_in_each_pair_that_it_bears():
    assert crosstab(ALL, "regions", ("19", "10"), "themes", ("rahoitus", "palvelut")).to_dict("index") == {
        "19": {"rahoitus": 4, "palvelut": 3},
        "10": {"rahoitus": 3, "palvelut": 4},
    }


def test_no_rows_are_counted_too():
    assert by_values(NONE, "regions", ("19",)).to_dict() == {"19": 0}
    assert crosstab(NONE, "regions", ("19",), "year", range(2023, 2024)).to_dict("index") == {"19": {2023: 0}}
    assert crosstab(NONE, "regions", ("19",), "themes", ("rahoitus",)).to_dict("index") == {"19": {"rahoitus": 0}}
    assert crosstab(NONE, "regions", (), "year", range(0)).shape == (0, 0)
