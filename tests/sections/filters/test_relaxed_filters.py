"""What is offered where nothing is left gives what it says, over random choices of the sample workbook."""

import random

import pytest

from analysis.sections.filters.filter_summary import relaxed_filters, row_count
from analysis.selection import Selection
from tests.workbooks import sample

TABLES = (("events",), ("stories",), ("materials",), ("clusters",), ("events", "stories", "materials"))


def narrow(chance: random.Random) -> Selection:
    first = chance.randint(2017, 2027)
    return Selection(
        (first, first + chance.randint(0, 1)) if chance.random() < 0.7 else None,
        (chance.choice(("10", "11", "12", "16", "17", "18", "19")),) if chance.random() < 0.6 else (),
        (chance.choice(("johtaminen", "rahoitus", "osaaminen")),) if chance.random() < 0.6 else (),
        kinds=(chance.choice(("conference", "networking", "other")),) if chance.random() < 0.4 else (),
    )


@pytest.mark.parametrize("counted", TABLES)
def test_each_way_out_gives_the_rows_it_promises_and_is_as_short_as_can_be(counted):
    chance, given, seen = random.Random(4), sample.tables(), 0
    for _ in range(60):
        chosen = narrow(chance)
        ways = relaxed_filters(given, chosen, counted)
        if chosen == Selection() or row_count(given, chosen, counted):
            assert ways == ()
            continue
        seen += 1
        assert ways
        assert len({len(way.filters) for way in ways}) == 1
        for way in ways:
            assert row_count(given, chosen.without(*way.filters), counted) == way.count > 0
            assert all(not row_count(given, chosen.without(*way.filters[:-1]), counted) for _ in way.filters[1:])
    assert seen or counted == ("clusters",)
