"""The rows of a selection are computed once, whatever language, day and compared period a context has."""

import pytest

from analysis.schema import TABLES, all_tables, typed_frame
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.selection import Selection
from analysis.words import translator

EVENTS = {
    "id": ["a", "b", "c", "d"],
    "name": ["Avaus", "Paja", "Kokous", "Päätös"],
    "starts": ["2022", "2023-05-02", "2023-06-01", None],
    "kind": ["seminar", "workshop", "other", "seminar"],
    "regions": [("19",), ("19", "17"), ("17",), ("19",)],
}


@pytest.fixture
def tables():
    return all_tables({"events": typed_frame(TABLES["events"], EVENTS)}, TABLES)


def ids(context: SectionContext, rows: str) -> list[str]:
    records = getattr(context, rows)["events"]
    return list(context.tables["events"]["id"].loc[records.index])


def test_every_language_and_day_has_the_same_rows(tables):
    lapland = Selection(years=(2023, 2023), regions=("19",))
    first = section_context(tables, lapland, translator("fi"), "2026-11-30")
    other = section_context(tables, lapland, translator("sv"))
    assert first is not other and first.words.language != other.words.language
    assert other.filtered is first.filtered and other.in_all_years is first.in_all_years
    assert (ids(first, "filtered"), ids(first, "in_all_years")) == (["b"], ["a", "b", "d"])


def test_the_rows_of_all_years_are_those_of_the_selection_without_years(tables):
    lapland = Selection(regions=("19",))
    some = section_context(tables, Selection((2022, 2022), regions=("19",), compare="2023"), translator("fi"))
    every = section_context(tables, lapland, translator("fi"))
    assert some.in_all_years is every.filtered is every.in_all_years
    assert (ids(some, "filtered"), ids(some, "in_period")) == (["a"], ["b"])
