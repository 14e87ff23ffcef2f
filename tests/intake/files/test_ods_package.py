"""OpenDocument spreadsheets beside their plain cells: hidden rows, links, white space, durations, errors, 1904."""

import datetime as dt
import io
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import odf.opendocument
import pytest
from odf import office, table, text
from openpyxl import Workbook
from openpyxl.styles import Font

from analysis.intake.files import SheetGrid
from analysis.intake.files.workbooks import workbook
from analysis.intake.limits import Limits
from tests.intake.checking import HEADERS, check, flat, values
from tests.making import repacked, saved

SOFFICE = shutil.which("soffice")
HEAD = [*HEADERS, "Osallistujat", "Linkki", "Järjestäjät"]
BREAK, TAB = text.LineBreak, text.Tab


def paragraph(*parts: Any) -> text.P:
    made = text.P()
    for part in parts:
        made.addText(part) if isinstance(part, str) else made.addElement(part)
    return made


def cell(content: Any = "", **attributes: Any) -> table.TableCell:
    """A cell of text, of paragraphs, or of attributes alone."""
    made = table.TableCell(**({"valuetype": "string"} | attributes))
    for part in content if isinstance(content, Sequence) and not isinstance(content, str) else [content]:
        made.addElement(part if not isinstance(part, str) else paragraph(part))
    return made


def link(address: str, words: str) -> text.P:
    return paragraph(text.A(href=address, text=words))


def row(*cells: Any, **attributes: Any) -> table.TableRow:
    made = table.TableRow(**attributes)
    for each in cells:
        made.addElement(each if not isinstance(each, str) else cell(each))
    return made


def spreadsheet(*children: Any, settings: Any = None, name: str = "Tapahtumat") -> bytes:
    """An ods of one sheet."""
    book = odf.opendocument.OpenDocumentSpreadsheet()
    if settings is not None:
        book.spreadsheet.addElement(settings)
    sheet = table.Table(name=name)
    for child in children:
        sheet.addElement(child)
    book.spreadsheet.addElement(sheet)
    file = io.BytesIO()
    book.write(file)
    return file.getvalue()


def events(*rows: table.TableRow, columns: Sequence[Any] = (), **more: Any) -> bytes:
    return spreadsheet(*columns, row(*HEAD), *rows, **more)


def sound(key: str, name: Any = "A", *more: Any, **attributes: Any) -> table.TableRow:
    return row(key, name, "2024", "muu", "Lappi", *more, **attributes)


def grid_of(data: bytes) -> SheetGrid:
    return workbook("a.ods", data, "ods", Limits()).grids[0]


@pytest.mark.parametrize("visibility", ["collapse", "filter"])
def test_rows_that_are_hidden_or_filtered_are_named_and_read(visibility):
    data = events(
        sound("1"),
        sound("2", visibility=visibility),
        row(cell(), visibility=visibility, numberrowsrepeated=3),
        sound("3", visibility="visible"),
    )
    checked = check(("a.ods", data))
    assert flat(checked) == [("hidden-content", "Tapahtumat", "A3")]
    assert values(checked, "id") == ["1", "2", "3"]


def test_columns_that_are_hidden_are_named():
    columns = [
        table.TableColumn(numbercolumnsrepeated=5),
        table.TableColumn(visibility="collapse"),
        table.TableColumn(),
        table.TableColumn(visibility="filter", numbercolumnsrepeated=16377),
    ]
    checked = check(
        ("a.ods", events(sound("1", "A", cell(valuetype="float", value="3"), "", "Liitto"), columns=columns))
    )
    assert flat(checked) == [("hidden-content", "Tapahtumat", "F1"), ("hidden-content", "Tapahtumat", "H1")]


def test_a_link_behind_words_is_the_link_of_its_column_or_of_a_name():
    data = events(
        sound("1", "A", "", cell([link("https://www.a.fi/x", "sivut")])),
        sound("2", cell([link("https://www.b.fi/", "B")])),
        sound("3", cell([link("#Teemat.A1", "C")])),
        sound("4", "D", "", cell("sivut", formula='of:=HYPERLINK("https://www.d.fi/";"sivut")', stringvalue="sivut")),
        sound("5", "E", "", cell([link("javascript:alert(1)", "sivut")])),
    )
    checked = check(("a.ods", data))
    assert values(checked, "link") == ["https://www.a.fi/x", "https://www.b.fi/", None, "https://www.d.fi/", None]
    assert flat(checked) == [("unsafe-link", "Tapahtumat", "G6")]


def test_a_link_in_a_comment_is_no_link():
    note = office.Annotation()
    note.addElement(link("https://www.a.fi/", "katso"))
    note.addElement(paragraph("a", TAB(), "b"))
    data = events(sound("1", cell([note, "A"])))
    assert (values(check(("a.ods", data)), "link"), values(check(("a.ods", data)), "name")) == ([None], ["A"])


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ([paragraph("Kasvu", TAB(), "seminaari")], "Kasvu seminaari"),
        ([paragraph("Kasvu", BREAK(), "seminaari")], "Kasvu seminaari"),
        ([paragraph("Kasvu", BREAK(), BREAK(), TAB(), "seminaari"), paragraph("II")], "Kasvu seminaari II"),
        ([paragraph("Kasvu", text.S(c=3), "seminaari", TAB())], "Kasvu seminaari"),
        ([paragraph("Kasvu", text.Span(text="semi"), "naari")], "Kasvuseminaari"),
    ],
)
def test_tabs_and_line_breaks_part_words(content, name):
    assert values(check(("a.ods", events(sound("1", cell(content))))), "name") == [name]


def test_a_line_break_in_a_list_parts_its_elements():
    data = events(sound("1", "A", "", "", cell([paragraph("Liitto", BREAK(), "Yliopisto")])))
    assert values(check(("a.ods", data)), "organisers") == [("Liitto", "Yliopisto")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("PT75H30M00S", dt.timedelta(hours=75, minutes=30)),
        ("PT24H00M00S", dt.timedelta(days=1)),
        ("P1DT2H", dt.timedelta(hours=26)),
        ("PT26H00M00.5S", dt.timedelta(hours=26, seconds=0.5)),
        ("PT01H30M00S", dt.time(1, 30)),
        ("PT1H30M", dt.time(1, 30)),
        ("PT90M", dt.time(1, 30)),
        ("-PT01H30M00S", "-PT01H30M00S"),
        ("PT99999999999H", "PT99999999999H"),
        ("P", "P"),
    ],
)
def test_a_duration_of_a_day_and_more_is_one(written, value):
    assert grid_of(spreadsheet(row(cell(valuetype="time", timevalue=written)))).columns[0][0] == value


def test_text_that_reads_like_a_duration_stays_text():
    other = cell(valuetype="time", timevalue="PT30H00M00S")
    assert grid_of(spreadsheet(row("PT75H30M00S", other))).columns[0][0] == "PT75H30M00S"


def test_what_is_repeated_is_marked_as_often_as_it_is_there():
    def line(**attributes: Any) -> table.TableRow:
        return row(table.TableCell(), cell([paragraph("a", TAB(), "b")], numbercolumnsrepeated=2), "c", **attributes)

    data = spreadsheet(line(), line(numberrowsrepeated=3))
    grid = grid_of(data)
    assert list(grid.numbers) == [1, 2, 3, 4]
    assert [list(column) for column in grid.columns][-3:] == [["a\tb"] * 4, ["a\tb"] * 4, ["c"] * 4]


@pytest.mark.parametrize("visibility", ["collapse", "visible"])
def test_a_million_repeated_rows_and_columns_cost_nothing(visibility):
    rest = table.TableCell(numbercolumnsrepeated=16300)
    far = row(rest, visibility=visibility, numberrowsrepeated=1_048_000)
    checked = check(("a.ods", events(sound("1", cell([paragraph("A", TAB(), "B")])), far, sound("2"))))
    assert values(checked, "id") == ["1", "2"]
    assert flat(checked) == []


@pytest.mark.parametrize(
    ("first", "day"), [("1904-01-01", "2023-03-12"), ("1899-12-30", "2019-03-11"), (None, "2019-03-11")]
)
def test_plain_serials_count_from_the_day_that_the_spreadsheet_says(first, day):
    settings = table.CalculationSettings()
    if first:
        settings.addElement(table.NullDate(datevalue=first))
    serial = row("1", "A", cell(valuetype="float", value="43535"), "muu", "Lappi")
    assert values(check(("a.ods", events(serial, settings=settings))), "starts") == [day]


def converted(folder: Path, name: str, data: bytes, ending: str) -> bytes:
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(folder / "out"), name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=200)
    return (folder / "out" / f"{Path(name).stem}.{ending}").read_bytes()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_writes_what_is_understood(tmp_path: Path):
    book = Workbook()
    book.epoch = dt.datetime(1904, 1, 1)
    sheet = book.active
    sheet.title = "Tapahtumat"
    for cells in (HEAD, ["1", "A\tB", 43535, "muu", "Lappi", 3, "sivut"], ["2", "B", "2024", "muu", "Lappi", "=1/0"]):
        sheet.append(cells)
    sheet["G2"].hyperlink, sheet["G2"].font = "https://www.a.fi/x", Font(underline="single")
    sheet["I2"], sheet["I2"].number_format = dt.timedelta(hours=75, minutes=30), "[h]:mm"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["G"].hidden = True
    data = converted(tmp_path, "a.xlsx", saved(book), "ods")
    checked = check(("a.ods", data))
    assert flat(checked) == [
        ("hidden-content", "Tapahtumat", "G1"),
        ("extra-column", "Tapahtumat", "I1"),
        ("hidden-content", "Tapahtumat", "A3"),
        ("excel-error", "Tapahtumat", "F3"),
    ]
    assert values(checked, "starts") == ["2023-03-12", "2024"]
    assert values(checked, "link") == ["https://www.a.fi/x", None]
    assert grid_of(data).columns[-1][1] == dt.timedelta(hours=75, minutes=30)


def test_a_damaged_content_is_read_as_far_as_the_reader_can():
    data = repacked(events(sound("1", cell([link("https://a.fi", "A")]))), _without_end)
    assert {issue.code for issue in check(("a.ods", data)).issues} <= {"unreadable-file", "no-known-sheet"}


def _without_end(name: str, part: bytes) -> bytes:
    return part[: len(part) * 9 // 10] if name == "content.xml" else part
