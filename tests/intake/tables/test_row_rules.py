"""Events that look called off although their status is empty."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.checking import HEADERS, check, check_sheets, event, values
from tests.making import edited, repacked, saved, xlsx
from tests.workbooks import sample, shipped

SOFFICE = shutil.which("soffice")
STRUCK = Font(strike=True)
ROWS = [event("1"), event("2"), event("3", Tila="peruttu"), event("4", Tila="")]


def called_off(checked) -> list[tuple[str, str, str | None]]:
    """The issues of this code as severity, cell and suggestion; no other ones may be there."""
    assert {issue.code for issue in checked.issues} <= {"looks-cancelled"}
    return [(issue.severity, issue.cell, issue.suggestion) for issue in checked.issues]


@pytest.mark.parametrize(
    "name",
    [
        *("PERUTTU: Kasvuseminaari", "Peruttu Kasvuseminaari", "(peruutettu) Kasvuseminaari", "[SIIRRETTY] Messut"),
        *(
            "Siirretty – Messut",
            "*Cancelled* Expo",
            "CANCELLED",
            "Canceled: Expo",
            "Postponed/Expo",
            "»Postponed« Expo",
        ),
        *("Inställd: Mässa", "INSTA\N{COMBINING DIAERESIS}LLD Mässa", "Flyttad, Mässa", "– peruttu – Messut"),
        *("PERUTTU-Messut", "peruttu – messut", "Peruttu!! Messut", "\N{CROSS MARK} Peruttu: Messut", "peruttu"),
    ],
)
def test_a_name_that_begins_with_the_word_looks_called_off(name):
    for row in (event("1", Nimi=name), event("1", Nimi=name, Tila=""), event("1", Nimi=name, Tila="–")):
        assert called_off(check_sheets(Tapahtumat=[row])) == [("warning", "B2", None)]
    checked = check_sheets(Tapahtumat=[event("1", Nimi=name)])
    assert (checked.status, values(checked, "status")) == ("ok", ["confirmed"])


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Siirrettävä teknologia",
            "Siirretyt työpajat",
            "Perutturi",
            "Peruttujen messujen korvaus",
            "Flyttade mässor",
        ),
        *("Kasvuseminaari (peruttu)", "Ei peruttu: Messut", "Siirretty-hankkeen avaus", "Inställda", "Perututtu"),
        *("Cancellation policy", "Peruttu2", "1 peruttu"),
    ],
)
def test_another_name_does_not(name):
    assert called_off(check_sheets(Tapahtumat=[event("1", Nimi=name)])) == []


@pytest.mark.parametrize("status", ["peruttu", "vahvistettu", "Inställd", "postponed"])
def test_a_status_says_it_already(status):
    assert called_off(check_sheets(Tapahtumat=[event("1", Nimi="PERUTTU: Messut", Tila=status)])) == []


def test_other_tables_have_no_status():
    story = {"Tunnus": "s", "Otsikko": "Peruttu: tarina", "Maakunnat": "Lappi"}
    assert called_off(check_sheets(Tarinat=[story])) == []


@pytest.mark.parametrize("tables", [sample.tables, shipped.tables], ids=["sample", "shipped"])
def test_our_own_workbooks_have_no_such_name(tables):
    rows = [event(str(n), Nimi=name) for n, name in enumerate(tables()["events"]["name"])]
    assert called_off(check_sheets(Tapahtumat=rows)) == []


def struck(change: Callable[[Worksheet], None]) -> bytes:
    """A workbook of four events with cells struck through by openpyxl."""
    book = edited(xlsx(Tapahtumat=ROWS))
    change(book["Tapahtumat"])
    return saved(book)


def strike_rows(sheet: Worksheet) -> None:
    for cell in (*sheet[3], *sheet[4], *sheet[5]):
        cell.font = STRUCK


def written() -> bytes:
    """The same by XlsxWriter, whose format is that of the row; another format of its is bold."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet, struck_format = book.add_worksheet("Tapahtumat"), book.add_format({"font_strikeout": True})
        sheet.write_row(0, 0, [*HEADERS, "Tila"], book.add_format({"bold": True}))
        for row, cells in enumerate(ROWS, 1):
            sheet.set_row(row, None, struck_format if row > 1 else None)
            sheet.write_row(row, 0, [cells.get(header, "") for header in (*HEADERS, "Tila")])
    return file.getvalue()


@pytest.mark.parametrize("data", [struck(strike_rows), written()], ids=["openpyxl", "XlsxWriter"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.xlsm"])
def test_a_row_that_is_struck_through_looks_called_off(name, data):
    assert called_off(check((name, data))) == [("warning", "B3", None), ("warning", "B5", None)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_row_struck_through_in_libreoffice_looks_called_off(tmp_path: Path):
    (tmp_path / "a.xlsx").write_bytes(written())
    command = [
        SOFFICE,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path / "out", tmp_path / "a.xlsx"], check=True, capture_output=True, timeout=120
    )
    assert called_off(check(("a.xlsx", (tmp_path / "out" / "a.xlsx").read_bytes()))) == [
        ("warning", "B3", None),
        ("warning", "B5", None),
    ]


@pytest.mark.parametrize("cells", [(), ("B3",), ("C3",), ("E3", "A3"), ("A1", "B1", "C1", "D1", "E1", "F1"), ("Z9",)])
def test_single_cells_that_are_struck_through_say_nothing(cells):
    def change(sheet: Worksheet) -> None:
        for cell in cells:
            sheet[cell].font = STRUCK

    assert called_off(check(("a.xlsx", struck(change)))) == []


def test_a_font_that_says_it_is_not_struck_through_says_nothing():
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b'<strike val="1"', b'<strike val="0"') if name.endswith("styles.xml") else part

    assert called_off(check(("a.xlsx", repacked(struck(strike_rows), change)))) == []


def test_styles_that_cannot_be_parsed_strike_nothing_through():
    def change(name: str, part: bytes) -> bytes:
        return part.replace(b"</fonts>", b"") if name.endswith("styles.xml") else part

    assert called_off(check(("a.xlsx", repacked(struck(strike_rows), change)))) == []
