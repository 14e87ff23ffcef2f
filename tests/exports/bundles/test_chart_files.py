"""One chart as files: csv, picture, workbook. Each says what is chosen, how it is counted, and where it is from."""

from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import pandas as pd
import pytest

from analysis.charts import Bars, Chart, Columns, Field, Phase
from analysis.exports import Provenance, chart_csv, chart_data, chart_svg, chart_workbook, rows_workbook
from analysis.exports.shared import number_formats
from analysis.schema import LANGUAGES, Language
from analysis.sections import RecordTable
from analysis.words import translator
from tests.charts.svg.area_charts import NAMES, heat, panels, region_map
from tests.exports.workbook_checks import opened, unpacked

TABLE = pd.DataFrame({"code": ["19", "18"], "name": ["Lappi", "=Kainuu"], "events": [1300, 5], "share": [0.5, 2.0]})
FIELDS = (Field("name", "Maakunta"), Field("events", "Tapahtumat", "number"), Field("share", "Osuus", "number"))
BARS = Chart(
    key="regions",
    title="Eniten tapahtumia: Lappi, 1 300 / 1 305",
    subtitle="Tapahtumat maakunnittain",
    sentence="",
    alt="Pylväät: Lappi 1 300.",
    table=TABLE,
    fields=FIELDS,
    mark=Bars("name", "events", "code", ("Lappi",)),
    rule="Yhteinen lasketaan kumpaankin.",
)
YEARS = Chart(
    "years",
    *("Eniten vuonna 2020", "Tapahtumat vuosittain", "", "Pylväät vuosittain."),
    pd.DataFrame({"year": [2019, 2020, 2021], "events": pd.array([5, None, 3], dtype="Int64")}),
    (Field("year", "Vuosi", "year"), Field("events", "Tapahtumat", "number")),
    Columns("year", "events", (2021,), (Phase("Alku", "2019", "2020", "2019–2020"),)),
)
ROWS = RecordTable(
    "behind",
    "Rivit",
    pd.DataFrame(
        {"id": ["07"], "name": ["=A"], "starts": ["2023-03-12"], "ends": ["2023-04"], "link": ["https://a.example/"]}
    ),
    (
        Field("id", "Tunnus"),
        Field("name", "Nimi", link="link"),
        Field("starts", "Alkaa", "day"),
        Field("ends", "P", "day"),
    ),
    1,
)
ORIGIN = Provenance("12", "2023-06-24", "Näytetään kaikki.", "Klusteripulssi", "31 noin kolmestakymmenestä.")
SAID = ["Näytetään kaikki.", "31 noin kolmestakymmenestä.", "Klusteripulssi, versio 12, julkaistu 24.6.2023"]
ALL = {"bars": BARS, "years": YEARS} | {
    "map": replace(region_map(13, 7, None, 12, 5, 0, 8), fields=(Field("name", "N"), Field("events", "T", "number"))),
    "heat": heat({"Lappi": [0, 1, None], "Kainuu": [3, None, 6]}, "2019", "2020", "2021"),
    "panels": replace(
        panels({name: [0, 3, None] for name in NAMES.values()}, 2019, *(f"region-{code}" for code in NAMES)),
        fields=(Field("name", "N"), *(Field(str(year), str(year), "number") for year in (2019, 2020, 2021))),
    ),
}


def values(sheet) -> list[list[object]]:
    return [
        [cell.value for cell in row if cell.value is not None]
        for row in sheet.iter_rows()
        if any(c.value is not None for c in row)
    ]


def series(data: bytes) -> list[ElementTree.Element]:
    """The series of all charts of a workbook, as XML."""
    parts = unpacked(data)
    names = sorted(name for name in parts if name.startswith("xl/charts/chart"))
    return [each for name in names for each in ElementTree.fromstring(parts[name]).iter(f"{CHART}ser")]


CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_csv_for_people_tells_all_below_the_table():
    lines = chart_csv(BARS, translator("fi"), ORIGIN).decode("utf-8-sig").split("\r\n")
    assert lines == [
        *("Maakunta;Tapahtumat;Osuus", "Lappi;1300;0,5", "'=Kainuu;5;2", ""),
        *(f"Otsikko;{BARS.title}", "Mitä luvut kertovat;Tapahtumat maakunnittain", "Valinta;Näytetään kaikki."),
        *("Laskentatapa;Yhteinen lasketaan kumpaankin.", f"Kattavuus;{ORIGIN.coverage}", f"Lähde;{SAID[2]}", ""),
    ]


def test_csv_for_programs_is_the_table_alone():
    assert chart_data(ROWS) == b"id,name,link,starts,ends\r\n07,'=A,https://a.example/,2023-03-12,2023-04\r\n"


@pytest.mark.parametrize("name", ALL)
def test_every_file_of_every_chart_says_what_is_chosen_and_where_it_is_from(name: str):
    chart, fi = ALL[name], translator("fi")
    picture = "".join(ElementTree.fromstring(chart_svg(chart, fi, ORIGIN)).itertext())
    sheet = opened(chart_workbook(chart, fi, ORIGIN)).worksheets[0]
    book = [cell for row in values(sheet) for cell in row]
    csv = chart_csv(chart, fi, ORIGIN).decode("utf-8-sig")
    for said in (*SAID, chart.title, chart.subtitle):
        assert said in picture and said in csv and said in book
    assert picture.startswith(chart.title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_named_in_the_language(language: Language):
    names = {
        "fi": ["Kaavio", "Luvut", "Rivit"],
        "en": ["Chart", "Numbers", "Rows"],
        "sv": ["Diagram", "Siffror", "Rader"],
    }
    assert opened(chart_workbook(BARS, translator(language), ORIGIN, ROWS)).sheetnames == names[language]


def test_numbers_are_numbers_and_text_is_text():
    sheet = opened(chart_workbook(BARS, translator("fi"), ORIGIN)).worksheets[1]
    assert values(sheet) == [["Maakunta", "Tapahtumat", "Osuus"], ["Lappi", 1300, 0.5], ["=Kainuu", 5, 2]]
    formats = (sheet["B2"].number_format, sheet["C2"].number_format)
    assert (sheet["A3"].data_type, formats) == ("s", (number_formats.WHOLE["fi"], number_formats.DECIMAL["fi"]))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:C3")


def test_days_are_days_and_names_lead_on():
    sheet = opened(rows_workbook(ROWS, translator("fi"), ORIGIN)).worksheets[0]
    assert values(sheet)[1] == ["07", "=A", datetime(2023, 3, 12), "4/2023"]
    assert (sheet["B2"].hyperlink.target, sheet["B2"].data_type) == ("https://a.example/", "s")


def test_a_name_that_is_too_long_for_a_cell_is_cut_with_a_note_and_leads_on():
    rows = replace(ROWS, table=ROWS.table.assign(name="A" * 40_000))
    cell = opened(rows_workbook(rows, translator("fi"), ORIGIN)).worksheets[0]["B2"]
    assert (len(cell.value), cell.hyperlink.target) == (32_767, "https://a.example/")
    assert "vain tekstin alku" in cell.comment.text


def test_rows_say_where_they_are_from():
    sheet = opened(rows_workbook(ROWS, translator("fi"), ORIGIN)).worksheets[1]
    assert values(sheet) == [["Otsikko", "Rivit"], ["Valinta", SAID[0]], ["Kattavuus", SAID[1]], ["Lähde", SAID[2]]]


@pytest.mark.parametrize(("name", "number"), [("bars", 1), ("years", 1), ("map", 1), ("panels", 7), ("heat", 0)])
def test_charts_are_native_and_bear_title_and_alternative_text(name: str, number: int):
    chart = ALL[name]
    parts = unpacked(chart_workbook(chart, translator("fi"), ORIGIN))
    charts = [
        ElementTree.fromstring(data) for part, data in sorted(parts.items()) if part.startswith("xl/charts/chart")
    ]
    titles = [next(each.find(f"{CHART}chart").iter(f"{DRAWN}t")).text for each in charts]
    assert titles == (list(NAMES.values()) if name == "panels" else [chart.title] * number)
    drawing = parts.get("xl/drawings/drawing1.xml", b"").decode()
    assert drawing.count(f'{chart.alt}"') == number


def test_a_chart_takes_its_numbers_from_the_sheet_and_shows_the_finding():
    (found,) = series(chart_workbook(BARS, translator("fi"), ORIGIN))
    assert [each.text for each in found.iter(f"{CHART}f")] == ["Luvut!$B$1", "Luvut!$A$2:$A$3", "Luvut!$B$2:$B$3"]
    (point,) = found.iter(f"{CHART}dPt")
    assert point.find(f"{CHART}idx").get("val") == "0"
    assert [each.get("val") for each in found.iter(f"{DRAWN}srgbClr")][:2] == ["6E8BAE", "0B5CAD"]


def test_a_year_without_a_number_is_a_gap():
    data = chart_workbook(YEARS, translator("fi"), ORIGIN)
    assert values(opened(data).worksheets[1]) == [["Vuosi", "Tapahtumat"], [2019, 5], [2020], [2021, 3]]
    assert ["Vaiheet", "Alku 2019–2020"] in values(opened(data).worksheets[0])


def test_a_heat_map_is_cells_with_the_colours_of_its_steps():
    sheet = opened(chart_workbook(ALL["heat"], translator("fi"), ORIGIN)).worksheets[0]
    assert [cell.value for cell in sheet[5][:4]] == ["Lappi", 0, 1, None]
    assert [sheet.cell(6, at).fill.fgColor.rgb for at in (2, 4)] == ["FF6FAADE", "FF0A4A8C"]


def test_a_chart_without_rows_says_so():
    empty = replace(BARS, table=TABLE[:0], empty="Ei mitään.")
    assert ["Ei mitään."] in values(opened(chart_workbook(empty, translator("fi"), ORIGIN)).worksheets[0])
    assert "Ei mitään." in chart_svg(empty, translator("fi"), ORIGIN).decode()
