"""Pairs of regions that are all alike, as where every joint event is of the whole area: a sentence, and one line."""

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
