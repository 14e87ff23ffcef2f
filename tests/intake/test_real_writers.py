"""The same rows, written by the programs and libraries that people use, are read as the same values."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook
from pyxlsbwriter import XlsbWriter

from analysis.intake import CheckResult
from tests.intake.checking import check, values
from tests.making import grid, ods, saved, xlsx
from tests.office import CSV, LOCALES, SOFFICE, converted

EVENTS = [
    {
        **{
            "Tunnus": "07",
            "Nimi": 'Avajaiset "Ääni ja 100 € kuva"',
            "Alkaa": date(2023, 4, 3),
            "Päättyy": date(2023, 4, 12),
        },
        **{"Tyyppi": "seminaari", "Maakunnat": "Lappi; Pohjois-Pohjanmaa", "Osallistujat": 1234},
        **{
            "Järjestäjät": "Yritys Oy; Yhdistys ry",
            "Linkki": "https://liitto.example/a?b=1;c",
            "Kuvaus": "Ensin\nSitten",
        },
    },
    {"Tunnus": "t-2", "Nimi": "None so Fine", "Alkaa": 2023, "Tyyppi": "muu", "Maakunnat": "Kaikki", "Osallistujat": 0},
    {"Tunnus": "3-2024", "Nimi": "=Yhtälö", "Alkaa": "3/2024", "Tyyppi": "työpaja", "Maakunnat": "Kainuu"},
]
MATERIALS = [
    {"Tunnus": "a", "Nimi": "Tallenne", "Tyyppi": "tallenne", "Julkaistu": date(2024, 2, 29), "Kesto (min)": 90},
]
SHEETS = {"Tapahtumat": EVENTS, "Aineistot": MATERIALS}
EXPECTED = {
    "id": ["07", "t-2", "3-2024"],
    "name": ['Avajaiset "Ääni ja 100 € kuva"', "None so Fine", "=Yhtälö"],
    "starts": ["2023-04-03", "2023", "2024-03"],
    "ends": ["2023-04-12", None, None],
    "participants": [1234, 0, None],
    "organisers": [("Yritys Oy", "Yhdistys ry"), (), ()],
    "link": ["https://liitto.example/a?b=1;c", None, None],
    "summary": ["Ensin\nSitten", None, None],
}


def by_openpyxl(folder: Path) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(grid(rows), 1):
            for column, value in enumerate(cells, 1):
                cell = sheet.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    return saved(book)


def by_xlwt(folder: Path) -> bytes:
    book, day = xlwt.Workbook(), xlwt.easyxf(num_format_str="d.m.yyyy")
    for name, rows in SHEETS.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(grid(rows)):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell, day if isinstance(cell, date) else xlwt.Style.default_style)
    return saved(book)


def by_pyxlsbwriter(folder: Path) -> bytes:
    with XlsbWriter(str(folder / "a.xlsb")) as writer:
        for name, rows in SHEETS.items():
            writer.add_sheet(name)
            writer.write_sheet(grid(rows))
    return (folder / "a.xlsb").read_bytes()


WRITERS: dict[str, Callable[[Path], bytes]] = {
    "openpyxl.xlsx": by_openpyxl,
    "xlsxwriter.xlsx": lambda folder: xlsx(SHEETS),
    "odfpy.ods": lambda folder: ods(SHEETS),
    "xlwt.xls": by_xlwt,
    "pyxlsbwriter.xlsb": by_pyxlsbwriter,
}


def holds_the_rows(checked: CheckResult) -> None:
    assert [(each.code, each.cell, each.value) for each in checked.issues] == []
    assert {name: values(checked, name) for name in EXPECTED} == EXPECTED
    assert len(checked.tables["events"].frame["regions"][1]) == 7
    durations: list[Any] = values(checked, "duration_min", "materials")
    assert (values(checked, "published", "materials"), durations) == (["2024-02-29"], [90])


@pytest.mark.parametrize("name", WRITERS)
def test_a_library_writes_the_rows(name: str, tmp_path: Path):
    holds_the_rows(check((name, WRITERS[name](tmp_path))))


FORMS = {
    "ods": "ods",
    "xls": "xls:MS Excel 97",
    "xlsx": "xlsx",
    "comma": CSV.format(separator=44, as_shown="true"),
    "semicolon": CSV.format(separator=59, as_shown="true"),
    "tab": CSV.format(separator=9, as_shown="true"),
}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_saves_the_rows(form: str, locale: str, tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(xlsx(SHEETS))
    files = converted([tmp_path / "a.xlsx"], FORMS[form], locale, tmp_path)
    holds_the_rows(check(*((each.name.removeprefix("a-"), each.read_bytes()) for each in files)))
