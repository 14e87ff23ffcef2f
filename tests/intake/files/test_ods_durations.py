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
