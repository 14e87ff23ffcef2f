"""Tables as csv: bytes in full."""

import pandas as pd
import pytest

from analysis.charts.chart import Field
from analysis.exports.text.csv_json import csv_machines, csv_people

FIELDS = (
    Field("name", "Maakunta"),
    Field("year", "Vuosi", "year"),
    Field("share", "Osuus", "number"),
    Field("day", "Päivä", "day"),
)
ROWS = pd.DataFrame(
    {
        "name": ["Etelä-Savo; ja", 'Lappi "pohjoinen"', None],
        "year": pd.Series([2023, 2024, None], dtype="Int64"),
        "share": [1234.5, -3.0, float("nan")],
        "day": ["2023-06-24", "2023-06", None],
        "unseen": ["a", "b", "c"],
    }
)


def test_people_get_what_their_excel_opens():
    assert (
        csv_people(ROWS, FIELDS)
        == (
            "\ufeffMaakunta;Vuosi;Osuus;Päivä\r\n"
            '"Etelä-Savo; ja";2023;1234,5;24.6.2023\r\n'
            '"Lappi ""pohjoinen""";2024;-3;6/2023\r\n'
            ";;;\r\n"
        ).encode()
    )


def test_machines_get_what_the_standards_say():
    assert (
        csv_machines(ROWS, FIELDS)
        == (
            "name,year,share,day\r\n"
            "Etelä-Savo; ja,2023,1234.5,2023-06-24\r\n"
            '"Lappi ""pohjoinen""",2024,-3,2023-06\r\n'
            ",,,\r\n"
        ).encode()
    )


def test_what_is_chosen_and_how_it_counts_stands_below():
    notes = [("Valinta", "Lappi"), ("Yhteiset tapahtumat lasketaan kuhunkin maakuntaan.",)]
    assert csv_people(ROWS.head(0), FIELDS[:2], notes).decode("utf-8-sig") == (
        "Maakunta;Vuosi\r\n\r\nValinta;Lappi\r\nYhteiset tapahtumat lasketaan kuhunkin maakuntaan.\r\n"
    )


def test_an_address_follows_the_field_that_leads_to_it():
    rows = pd.DataFrame({"name": ["A", "B"], "link": ["https://a.example/", None]})
    assert csv_machines(rows, (Field("name", "Nimi", link="link"),)) == (b"name,link\r\nA,https://a.example/\r\nB,\r\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        *(("=1+1", "'=1+1"), ("+358 klo", "'+358 klo"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)")),
        *(("\t=1", "'\t=1"), ("-5", "-5"), ("-3,5", "-3,5"), ("+12 %", "+12 %"), ("a=b", "a=b"), ("−5", "−5")),
    ],
)
def test_formulas_are_tamed_and_negative_numbers_are_not_harmed(text: str, written: str):
    rows = pd.DataFrame({"name": [text]})
    lines = csv_people(rows, (Field("name", "=Nimi"),)).decode("utf-8-sig").split("\r\n")
    assert [line.strip('"') for line in lines] == ["'=Nimi", written, ""]
