"""Joint events and the 7 × 7 table of regions on hand-made rows: right, symmetric, shares right."""

from analysis.measures.cooperation import bridging_organisers, joint_by_year, pair_changes, pair_grid, region_pairs
from analysis.schema.aliases import SEVEN
from tests.measures.table_rows import Row, everything

REGIONS = tuple(SEVEN)
EVENT: Row = {"name": "E", "kind": "seminar"}
EVENTS: list[Row] = [
    EVENT | {"id": "a", "starts": "2020", "regions": ("18", "19"), "organisers": ("Yksi",)},
    EVENT
    | {"id": "b", "starts": "2021", "regions": ("19", "18", "10"), "occasions": 3, "organisers": ("Yksi", "Kaksi")},
    EVENT | {"id": "c", "starts": "2021", "regions": ("10",), "organisers": ("Kolme",)},
    EVENT | {"id": "d", "starts": "2023", "regions": ("11",), "organisers": ("Kolme",)},
    EVENT | {"id": "e", "starts": "2023", "regions": ("18", "19"), "status": "postponed"},
    EVENT | {"id": "f", "starts": None, "regions": ("11", "12")},
    EVENT | {"id": "g", "starts": "2023", "regions": ("16",), "organisers": ("Neljä",)},
]
STORIES: list[Row] = [{"id": "s", "title": "S", "published": "2020", "regions": ("10", "19")}]


def test_joint_events_of_a_year_have_their_share_and_a_year_without_events_has_none():
    table = joint_by_year(everything(events=EVENTS)["events"], range(2020, 2024))
    assert table[["year", "joint", "all"]].to_numpy().tolist() == [
        [2020, 1, 1],
        [2021, 3, 4],
        [2022, 0, 0],
        [2023, 0, 2],
    ]
    assert table["share"].tolist()[:2] + table["share"].tolist()[3:] == [1, 0.75, 0]
    assert table["share"].isna().tolist() == [False, False, True, False]


def test_the_21_pairs_and_their_grid_are_right_and_symmetric():
    rows = everything(events=EVENTS, stories=STORIES)
    pairs = region_pairs({name: rows[name] for name in ("events", "stories")}, REGIONS)
    assert len(pairs) == 21
    assert (pairs["a"] < pairs["b"]).all()
    found = {(row["a"], row["b"]): (row["events"], row["stories"]) for row in pairs.to_dict("records")}
    assert {pair: numbers for pair, numbers in found.items() if any(numbers)} == {
        **{("18", "19"): (4, 0), ("10", "18"): (3, 0), ("10", "19"): (3, 1), ("11", "12"): (1, 0)}
    }
    grid = pair_grid(pairs, "events", REGIONS)
    assert grid.equals(grid.T) and grid.shape == (7, 7)
    assert grid.isna().sum().sum() == 7 and all(grid.isna().loc[code, code] for code in REGIONS)
    assert grid.loc["19"].tolist()[:1] + grid.loc["19"].tolist()[5:6] == [3, 4]
    assert grid.sum().sum() == 2 * pairs["events"].sum()


def test_two_years_are_set_against_the_two_before_them():
    changes = pair_changes(everything(events=EVENTS)["events"], REGIONS, 2023)
    some = changes[(changes["before"] > 0) | (changes["now"] > 0)]
    assert some.to_numpy().tolist() == [["10", "18", 3, 0], ["10", "19", 3, 0], ["18", "19", 4, 0]]


def test_an_organiser_bridges_regions_by_one_event_or_by_several():
    table = bridging_organisers(everything(events=EVENTS)["events"])
    assert [tuple(row) for row in table.to_numpy()] == [
        ("Yksi", ("10", "18", "19"), 4, 4),
        ("Kaksi", ("10", "18", "19"), 3, 3),
        ("Kolme", ("10", "11"), 2, 0),
    ]


def test_without_rows_nobody_meets():
    rows = everything(events=[])["events"]
    assert region_pairs({"events": rows}, REGIONS)["events"].sum() == 0
    assert bridging_organisers(rows).empty and joint_by_year(rows, range(0)).empty
