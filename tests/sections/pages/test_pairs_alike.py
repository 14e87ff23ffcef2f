"""Pairs of regions that are all alike: where every joint event is of the whole area, and where there is no event."""

import pytest

from analysis.schema.aliases import SEVEN
from analysis.sections import cooperation
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import chart, listing

WHOLE = [{"id": str(year), "name": "A", "starts": str(year), "regions": tuple(SEVEN)} for year in (2021, 2022, 2023)]
ONE_PAIR = {"id": "x", "name": "B", "starts": "2022", "regions": ("19", "10")}
LATER = {"id": "y", "name": "C", "starts": "2025", "regions": ("19",)}


@pytest.mark.parametrize(("more", "has_picture", "lines"), [([], False, 1), ([ONE_PAIR], True, 21)])
def test_pairs_that_are_all_alike_are_said_at_once(more, has_picture, lines):
    section = cooperation(tables(events=[*WHOLE, *more, LATER]), Selection(), translator("fi"), "2026-01-15")
    pairs, fading = chart(section, "pairs"), listing(section, "fade").items
    assert (pairs.picture, len(fading)) == (has_picture, lines)
    assert (pairs.sentence == "Luku on sama kaikilla 21 parilla: 3.") is not has_picture
    assert fading[0].what == ("Etelä-Savo – Lappi" if has_picture else "Kaikki 21 paria")


def test_without_events_no_pair_is_counted_as_one_that_never_met():
    section = cooperation(tables(events=[LATER]), Selection(years=(2016, 2016)), translator("fi"), "2026-01-15")
    apart = listing(section, "never")
    assert (apart.items, apart.note, apart.empty) == ((), "", "Ei tietoja tällä valinnalla.")
    every = listing(cooperation(tables(events=[LATER]), Selection(), translator("fi"), "2026-01-15"), "never")
    assert len(every.items) == 6 and "21 / 21 paria" in every.note.replace("\N{NO-BREAK SPACE}", " ")
