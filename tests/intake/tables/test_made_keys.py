"""Keys made of names and years."""

from time import perf_counter

import pytest

from analysis.intake.cells.published_rows import NO_ROWS, PublishedRows
from analysis.intake.tables.made_keys import LONGEST, KeyMaker, key_of_name
from analysis.schema import TABLES, typed_frame

PUBLISHED = PublishedRows.of(
    TABLES["events"],
    typed_frame(
        TABLES["events"],
        {
            "id": ["avajaiset-2026", "avajaiset-2026-2", "m-1"],
            "name": ["Avajaiset", "Avajaiset", "Messut"],
            "starts": ["2026-03-12", "2026-09-10", "2026-05"],
        },
    ),
)


@pytest.mark.parametrize(
    ("name", "day", "key"),
    [
        ("Kainuun klusteripäivä", "2026-05-07", "kainuun-klusteripaiva-2026"),
        ("Kainuun klusteripäivä", "2026", "kainuun-klusteripaiva-2026"),
        ("Kainuun klusteripäivä", None, "kainuun-klusteripaiva"),
        ("ÅSA & Öljy – 3,5 %!", "2026-05", "asa-oljy-3-5-2026"),
        ("Deaŧŋu ja Đavvi", None, "deatnu-ja-davvi"),
        ("Straße, Łódź, Øresund, Ærø, café, ﬁ²", None, "strasse-lodz-oresund-aero-cafe-fi2"),
        ("T&K-päivä (osa 2)", None, "t-k-paiva-osa-2"),
        ("Семинар", "2026-05-07", "events-2026"),
        ("!!!", None, "events"),
        ("Семинар 7", None, "7"),
    ],
)
def test_a_key_is_the_name_in_small_ascii_and_the_year(name, day, key):
    assert key_of_name(name, day, "events") == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("a" * 47 + " b", "a" * 47),
        ("a" * 46 + " b", "a" * 46 + "-b"),
        ("a" * 46 + " bb c", "a" * 46),
        ("a" * 60, "a" * 48),
        ("Pohjois-Pohjanmaan vihreän siirtymän klusterifoorumi", "pohjois-pohjanmaan-vihrean-siirtyman"),
    ],
)
def test_a_long_name_is_cut_at_a_word(name, key):
    assert key_of_name(name, None, "events") == key
    assert key_of_name(name, "2026-01-01", "events") == f"{key}-2026"
    assert len(key) <= LONGEST


def test_a_key_that_another_row_has_gets_the_next_number():
    maker = KeyMaker("events", NO_ROWS, ["AVAJAISET\N{EN DASH}2026", "avajaiset-2026-3"])
    assert [maker.new_key("Avajaiset", "2026-01-01") for _ in range(3)] == [
        "avajaiset-2026-2",
        "avajaiset-2026-4",
        "avajaiset-2026-5",
    ]


@pytest.mark.parametrize(
    ("name", "day", "key"),
    [
        ("Avajaiset", "2026-09-10", "avajaiset-2026-2"),
        ("AVAJAISET", "2026-03-12", "avajaiset-2026"),
        ("Avajaiset", "2026-09-11", None),
        ("Avajaiset", None, None),
        ("Messut", "2026-05", "m-1"),
        ("Messut", None, "m-1"),
        ("Messut", "2026-05-01", None),
        ("Muu", "2026-05", None),
    ],
)
def test_the_same_row_has_the_key_under_which_it_is_published(name, day, key):
    assert KeyMaker("events", PUBLISHED, []).published_key(name, day) == key


def test_a_published_key_that_a_row_of_the_upload_has_is_given_to_no_other():
    maker = KeyMaker("events", PUBLISHED, ["M-1"])
    assert maker.published_key("Messut", "2026-05") is None
    assert maker.published_key("Avajaiset", "2026-03-12") == "avajaiset-2026"
    assert maker.published_key("Avajaiset", "2026-03-12") is None


def test_many_rows_of_one_name_take_no_time():
    maker, start = KeyMaker("events", NO_ROWS, []), perf_counter()
    assert [maker.new_key("Avajaiset", None) for _ in range(50_000)][-1] == "avajaiset-50000"
    assert perf_counter() - start < 5
