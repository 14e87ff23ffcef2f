"""The quality of the data in words: of what is alike, none is named as if it were the first."""

import pytest

from analysis.schema import LANGUAGES
from analysis.sections import Section, quality
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import Row, tables
from tests.sections.rows import SEVEN, chart, listing

EVENTS: list[Row] = [
    {"id": code, "name": code, "starts": "2023-05-01", "kind": "seminar", "regions": (code,)} for code in SEVEN[:5]
]


def shown(events: list[Row], language="fi") -> Section:
    return quality(tables(events=events), Selection(), translator(language), "2024-06-30")


def missing(events: list[Row]) -> str:
    """What is said of the events without a number of participants."""
    lines = listing(shown(events), "missing")
    assert lines is not None
    return next(each.meta for each in lines.items if "osallistuj" in each.what.lower()).replace("\u00a0", " ")


def test_regions_that_lack_alike_are_not_cut_after_three():
    assert missing(EVENTS) == "5 / 5 riviä"
    assert missing([*EVENTS, EVENTS[0] | {"id": "x"}]) == "6 / 6 riviä; eniten: Etelä-Savo 2"
    assert missing(EVENTS[:3]) == "3 / 3 riviä; eniten: Etelä-Savo 1, Pohjois-Savo 1 ja Pohjois-Karjala 1"


def test_the_least_filled_columns_are_named_unless_too_many_are_alike():
    full: Row = {"participants": 5, "place": "A", "link": "https://a.fi", "summary": "A"}
    alike = chart(shown([EVENTS[0] | full, EVENTS[1]]), "filled").sentence
    assert alike.startswith("Osittain täytettyjä sarakkeita: 4.")
    least = chart(shown([EVENTS[0] | full, EVENTS[1] | {"place": "B"}, EVENTS[2] | {"place": "C"}]), "filled").sentence
    assert least.startswith("Vähiten täytetyt: ") and "2 / 3" not in least


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fi", "Rivejä samalla tarkkuudella yhdellä välilehdellä enimmillään: 1"),
        ("sv", "Rader med samma noggrannhet på ett blad som mest: 1"),
        ("en", "Most rows of one precision on one sheet: 1"),
    ],
)
def test_equal_numbers_of_sheets_are_not_said_of_precisions(language, title):
    one: Row = {"id": "s", "title": "S", "published": "2023-05-01", "regions": ("19",)}
    rows = tables(events=EVENTS[:1], stories=[one])
    assert chart(quality(rows, Selection(), translator(language), "2024-06-30"), "precision").title == title
    assert language in LANGUAGES
