from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.selection import Selection
from analysis.words import translator
from tests.measures.table_rows import tables
from tests.sections.rows import ALL, SEVEN


def test_every_filter_offers_its_values_in_order():
    given = filter_options(
        tables(**ALL, priorities=[{"id": "b", "name_fi": "ruoka"}, {"id": "a", "name_fi": "Kierto"}]), translator("fi")
    )
    assert given["years"] == (2022, 2024)
    assert [code for code, _ in given["regions"]] == list(SEVEN)
    assert given["regions"][-1] == ("19", "Lappi")
    assert given["themes"] == [("rahoitus", "Rahoitus"), ("palvelut", "Palvelut")]
    assert given["priorities"] == [("b", "Ruoka"), ("a", "Kierto")]
    assert given["kinds"][0] == ("seminar", "Seminaari")
    assert len(given["kinds"]) == 6


def test_names_are_those_of_the_language_and_the_workbook_may_change_them():
    rows = [{"code": "19", "name_fi": "Lapin maakunta"}, {"code": "10", "name_fi": "Etelä-Savo", "name_en": "Saimaa"}]
    given = tables(regions=rows, themes=[{"id": "oma", "name_fi": "Oma teema"}])
    assert dict(filter_options(given, translator("fi"))["regions"])["19"] == "Lapin maakunta"
    english = filter_options(given, translator("en"))
    assert (dict(english["regions"])["19"], dict(english["regions"])["10"]) == ("Lapland", "Saimaa")
    assert english["themes"] == [("oma", "Oma teema")]
    assert dict(filter_options(tables(), translator("sv"))["regions"])["18"] == "Kajanaland"


def test_without_data_there_are_no_years_to_choose():
    assert filter_options(tables(), translator("fi"))["years"] is None


def test_values_that_no_filter_offers_are_dropped_and_named():
    chosen = Selection((2022, 2023), ("19", "99"), ("rahoitus", "x"), ("y",), ("seminar", "z"))
    assert known_values(chosen, filter_options(tables(**ALL), translator("fi"))) == (
        Selection((2022, 2023), ("19",), ("rahoitus",), (), ("seminar",)),
        ("99", "x", "y", "z"),
    )
