"""Durations of a day and more in OpenDocument sheets, as odfpy and LibreOffice write them."""

import io
import shutil
import subprocess
from datetime import time, timedelta
from pathlib import Path

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest

from analysis.intake.files import SheetGrid
from analysis.intake.files.ods_durations import with_durations
from tests.intake.checking import check, flat, values

SOFFICE = shutil.which("soffice")
HEADERS = ["Tunnus", "Otsikko", "Laji", "Kesto (min)", "Alkaa kohdasta", "Lähde"]


def by_odfpy(durations):
    book, table = odf.opendocument.OpenDocumentSpreadsheet(), odf.table.Table(name="Aineistot")
    for cells in [HEADERS, *(["a1", "Tallenne", "tallenne", each, each, each] for each in durations)]:
        row = odf.table.TableRow()
        for text in cells:
            is_time = text.startswith("PT")
            more = {"valuetype": "time", "timevalue": text} if is_time else {"valuetype": "string"}
            cell = odf.table.TableCell(**more)
            cell.addElement(odf.text.P(text=text))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    file = io.BytesIO()
    book.write(file)
    return file.getvalue()


def test_a_duration_of_a_day_and_more_is_one():
    checked = check(("a.ods", by_odfpy(["PT26H00M00S"])))
    assert [(i.code, i.column, i.value) for i in checked.issues] == [("unlikely-value", "duration_min", "26:00")]
    assert values(checked, "duration_min", "materials") == [1560]
    assert values(checked, "starts_at", "materials") == [26 * 60]
    assert values(checked, "source", "materials") == ["26:00"]


def test_a_shorter_duration_is_a_time():
    checked = check(("a.ods", by_odfpy(["PT01H30M00S"])))
    assert flat(checked) == []
    assert values(checked, "duration_min", "materials") == [90]
    assert values(checked, "source", "materials") == ["1:30"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("PT75H30M00S", timedelta(hours=75, minutes=30)),
        ("P1DT2H", timedelta(hours=26)),
        ("PT90000.5S", timedelta(seconds=90000)),
        ("PT45M", "PT45M"),
        ("P2", "P2"),
        ("PT", "PT"),
        ("Pietarsaari", "Pietarsaari"),
        ("PT26H tallenne", "PT26H tallenne"),
        ("PT" + "9" * 30 + "H", "PT" + "9" * 30 + "H"),
        (time(1, 30), time(1, 30)),
        (12.0, 12.0),
        ("", ""),
    ],
)
def test_only_the_text_of_a_long_duration_becomes_one(cell, expected):
    grid = SheetGrid("Aineistot", [["Kesto", cell], ["Otsikko", "a"]], range(1, 3))
    assert with_durations(grid).columns == [["Kesto", expected], ["Otsikko", "a"]]


def test_a_sheet_without_long_durations_is_the_same_one():
    grid = SheetGrid("Aineistot", [["Kesto", time(1, 30)], ["Otsikko", "Pietarsaari"]], range(1, 3))
    assert with_durations(grid) is grid


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_durations_come_through_libreoffice(tmp_path: Path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Aineistot"
    sheet.append(HEADERS[:4])
    for number, length in enumerate((timedelta(hours=26), time(1, 30), timedelta(minutes=50))):
        sheet.append([f"a{number}", "Tallenne", "tallenne", length])
    book.save(tmp_path / "a.xlsx")
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.xlsx"], check=True, capture_output=True, timeout=120)
    checked = check(("a.ods", (tmp_path / "a.ods").read_bytes()))
    assert [issue.code for issue in checked.issues] == ["unlikely-value"]
    assert values(checked, "duration_min", "materials") == [1560, 90, 50]
