"""Laws of the rights by region, on generated tables."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.changes import compare
from analysis.changes.row_regions import row_regions
from analysis.changes.three_way_merge import Merge
from analysis.publishing.region_rights import OwnMerge, own_merge
from analysis.schema import TABLES, Tables, all_tables
from tests.changes.rows import only

CODES = ("17", "18", "19")
REGIONS = st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True).map(tuple)
OPTIONAL = {
    "clusters": st.fixed_dictionaries({"name": st.sampled_from("xy"), "regions": REGIONS}),
    "events": st.fixed_dictionaries(
        {"name": st.sampled_from("xy"), "regions": REGIONS, "themes": st.lists(st.sampled_from("tu"), unique=True)}
    ),
    "stories": st.fixed_dictionaries(
        {"title": st.just("s"), "regions": REGIONS, "cluster": st.sampled_from([None, *"abc"])}
    ),
    "materials": st.fixed_dictionaries({"title": st.sampled_from("xy"), "event": st.sampled_from([None, *"abc"])}),
    "themes": st.fixed_dictionaries({"name_fi": st.sampled_from("xy")}),
}
REFERENCES = (("stories", "cluster", "clusters"), ("materials", "event", "events"), ("events", "themes", "themes"))


@st.composite
def sound_tables(draw: st.DrawFn) -> Tables:
    """Tables in which every reference is one to a row that is there."""
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for name, row in OPTIONAL.items():
        rows[name] = draw(st.dictionaries(st.sampled_from("tu" if name == "themes" else "abc"), row, max_size=3))
    for table, column, to in REFERENCES:
        for cells in rows[table].values():
            value = cells[column]
            is_list = isinstance(value, list)
            cells[column] = (
                [each for each in value if each in rows[to]] if is_list else value if value in rows[to] else None
            )
    sets = [only(name, *({"id": key, **cells} for key, cells in each.items())) for name, each in rows.items()]
    return all_tables({name: frame for each in sets for name, frame in each.items()}, TABLES)


def elements(tables: Tables, table: str, column: str) -> set[str]:
    cells = tables[table][column]
    return {part for cell in cells.dropna() for part in (cell if isinstance(cell, tuple) else (cell,))}


def limited(published: Tables, merged: Tables, regions: frozenset[str]) -> OwnMerge:
    return own_merge(Merge(merged), merged, published, regions)


RIGHTS = st.sets(st.sampled_from(CODES), min_size=1).map(frozenset)


@settings(max_examples=40, deadline=None)
@given(published=sound_tables(), merged=sound_tables(), regions=RIGHTS)
def test_nothing_of_others_changes_and_nothing_is_left_out_unsaid(published, merged, regions):
    own = limited(published, merged, regions)
    after = own.merge.tables
    for name, change in compare(published, after).tables.items():
        assert name != "themes"
        sides = [row_regions(TABLES[name], side[name]) for side in (published, after)]
        if name != "materials":
            assert all(regions & side[key] for key in change.keys for side in sides if key in side)
    left_out = {name: set(keys) for name, keys in own.foreign.items()}
    for each in own.references:
        left_out.setdefault(each.table, set()).add(each.key)
    for name, change in compare(after, merged).tables.items():
        assert change.keys <= left_out[name]


@settings(max_examples=40, deadline=None)
@given(published=sound_tables(), merged=sound_tables(), regions=RIGHTS)
def test_every_reference_is_one_to_a_row_that_is_there(published, merged, regions):
    after = limited(published, merged, regions).merge.tables
    for table, column, to in REFERENCES:
        assert elements(after, table, column) <= set(after[to]["id"])


@settings(max_examples=20, deadline=None)
@given(published=sound_tables(), merged=sound_tables(), regions=RIGHTS)
def test_what_was_limited_once_is_limited_no_further(published, merged, regions):
    after = limited(published, merged, regions).merge.tables
    again = limited(published, after, regions)
    assert (again.foreign, again.references, bool(compare(after, again.merge.tables))) == ({}, (), False)
