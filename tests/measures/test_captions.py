"""The term for captions: 14 days after the last day that publishing can mean; none before 23.9.2020."""

import pytest

from analysis.measures.captions import CaptionTerm, caption_term, last_day

TODAY = "2026-11-24"


@pytest.mark.parametrize(
    ("published", "term"),
    [
        ("", CaptionTerm("unknown")),
        ("2026-11-24", CaptionTerm("left", 14)),
        ("2026-11-10", CaptionTerm("left", 0)),
        ("2026-11-09", CaptionTerm("overdue", 1)),
        ("2026-12-01", CaptionTerm("left", 21)),
        ("2026-11", CaptionTerm("left", 20)),
        ("2026-10", CaptionTerm("overdue", 10)),
        ("2026", CaptionTerm("left", 51)),
        ("2025", CaptionTerm("overdue", 314)),
        ("2020-09-22", CaptionTerm("exempt")),
        ("2020-09-23", CaptionTerm("overdue", 2239)),
        ("2020-08", CaptionTerm("exempt")),
        ("2020-09", CaptionTerm("overdue", 2232)),
        ("2020", CaptionTerm("overdue", 2140)),
        ("2019", CaptionTerm("exempt")),
    ],
)
def test_the_term_of_a_recording(published: str, term: CaptionTerm):
    assert caption_term(published, TODAY) == term


@pytest.mark.parametrize(
    ("day", "last"),
    [("2024-02", "2024-02-29"), ("2023-02", "2023-02-28"), ("2023-12", "2023-12-31"), ("2023", "2023-12-31")],
)
def test_the_last_day_of_a_month_or_year(day: str, last: str):
    assert last_day(day).isoformat() == last
