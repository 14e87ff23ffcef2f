"""Packages of Excel workbooks as other programs write them: parts elsewhere, other slashes, the strict kind, tables."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table as ExcelTable
from pyxlsbwriter import XlsbWriter

from analysis.intake import Limits, Upload
from analysis.intake.annotated_copy.annotation import annotation_spec
from analysis.intake.annotated_copy.workbook_copy import annotate_workbook
from analysis.intake.files.usual_package import with_usual_names
from analysis.words import translator
from tests.intake.checking import HEADERS, check, event, flat, values
from tests.making import edited, saved, xlsx

EVENTS = [event("1", Osallistujat="noin 50", Linkki="sivu"), event("2", Alkaa="joskus"), event("3")]
Parts = dict[str, bytes]


def book() -> bytes:
    """A workbook with shared strings, a hidden row and a link behind a word."""
    made = edited(xlsx(Tapahtumat=EVENTS))
    sheet = made["Tapahtumat"]
    sheet.row_dimensions[4].hidden = True
    sheet["G2"].hyperlink = "https://www.a.fi/"
    return saved(made)


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def moved(names: dict[str, str]) -> Callable[[Parts], Parts]:
    """Parts renamed, their relations with them, in every part that names them."""

    def change(parts: Parts) -> Parts:
        result = {}
        for name, part in parts.items():
            for old, new in names.items():
                part = part.replace(f'"/{old}"'.encode(), f'"/{new}"'.encode())
                part = part.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
                part = part.replace(f'"{old.removeprefix("xl/")}"'.encode(), f'"/{new}"'.encode())
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            if name.endswith(".rels") and owner in names:
                folder, base = posixpath.split(names[owner])
                name = posixpath.join(folder, "_rels", f"{base}.rels")
            result[names.get(name, name)] = part
        return result

    return change


def replaced(old: str, new: str) -> Callable[[Parts], Parts]:
    return lambda parts: {name: part.replace(old.encode(), new.encode()) for name, part in parts.items()}


STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def strict(parts: Parts) -> Parts:
    for old, new in STRICT.items():
        parts = replaced(old, new)(parts)
    return parts


def in_utf_16(parts: Parts) -> Parts:
    """Each part of XML in the other encoding that packages may have."""
    texts = {name: re.sub(r"^<\?xml[^>]*>", "", part.decode()) for name, part in parts.items()}
    return {name: f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16") for name, text in texts.items()}


WAYS: dict[str, Callable[[Parts], Parts]] = {
    "as it is": lambda parts: parts,
    "another name": moved({"xl/workbook.xml": "xl/workbook2.xml"}),
    "at the root": moved({name: posixpath.basename(name) for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml")}),
    "another folder": moved(
        {
            "xl/workbook.xml": "kirja/kirja.xml",
            "xl/worksheets/sheet1.xml": "kirja/sivut/taulu.xml",
            "xl/styles.xml": "kirja/tyylit.xml",
            "xl/sharedStrings.xml": "kirja/sanat.xml",
        }
    ),
    "a name with a space": lambda parts: replaced("workbook 2.xml", "workbook%202.xml")(
        moved({"xl/workbook.xml": "xl/workbook 2.xml"})(parts)
    ),
    "the other slash": lambda parts: {name.replace("/", "\\"): part for name, part in parts.items()},
    "the other slash in relations": lambda parts: replaced('"xl/workbook.xml"', '"xl\\workbook.xml"')(parts),
    "the other slash in sheets": lambda parts: replaced('"/xl/worksheets/sheet1', '"worksheets\\sheet1')(parts),
    "a dot before": lambda parts: replaced('"xl/workbook.xml"', '"./xl/workbook.xml"')(parts),
    "a slash before": lambda parts: {f"/{name}": part for name, part in parts.items()},
    "capital letters": lambda parts: {name.replace("xl/work", "XL/Work"): part for name, part in parts.items()},
    "no types": lambda parts: {name: part for name, part in parts.items() if name != "[Content_Types].xml"},
    "no relations of the package": lambda parts: {name: part for name, part in parts.items() if name != "_rels/.rels"},
    "strict": strict,
    "in UTF-16": in_utf_16,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_sound_package_is_read_whatever_its_parts_are_called(way):
    checked = check(("a.xlsx", packed(WAYS[way](parts_of(book())))))
    assert [(issue.code, issue.cell, issue.value) for issue in checked.issues] == [
        ("approximate-value", "F2", "noin 50"),
        ("bad-date", "C3", "joskus"),
        ("hidden-content", "A4", "3"),
    ]
    assert values(checked, "link") == ["https://www.a.fi/", None]


@pytest.mark.parametrize("way", WAYS)
def test_a_marked_copy_is_made_of_it(way):
    upload = Upload("a.xlsx", packed(WAYS[way](parts_of(book()))))
    result = check((upload.name, upload.data))
    copy = annotate_workbook(upload, annotation_spec(result, upload.name, translator("fi")), Limits())
    assert copy.reason == ("rebuilt" if way == "strict" else "")
    assert edited(copy.data)["Tapahtumat"]["C3"].comment is not None


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED])
def test_a_package_is_read_however_it_is_packed(packing):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, part in parts_of(book()).items():
            archive.writestr(name, part)
    assert "bad-date" in [code for code, *_ in flat(check(("a.xlsx", file.getvalue())))]


def test_a_package_of_usual_names_stays_byte_for_byte():
    for data in (book(), xlsx(Tapahtumat=EVENTS)):
        assert with_usual_names(data) is data


def test_a_binary_workbook_of_another_name_is_read(tmp_path):
    path = tmp_path / "a.xlsb"
    with XlsbWriter(str(path)) as writer:
        writer.add_sheet("Tapahtumat")
        writer.write_sheet([list(HEADERS), ["18", "A", "12.3.2023", "muu", "Lappi"]])
    parts = moved({"xl/workbook.bin": "xl/kirja.bin"})(parts_of(path.read_bytes()))
    assert values(check(("a.xlsb", packed(parts))), "id") == ["18"]


@pytest.mark.parametrize("root", ["w:document", "p:presentation", "html"])
def test_a_package_of_another_program_is_unsupported(root):
    change = replaced("<workbook", f"<{root}")
    data = packed(moved({"xl/workbook.xml": "word/document.xml"})(change(parts_of(book()))))
    assert flat(check(("a.xlsx", data))) == [("unsupported-format", None, None)]


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/kirja.xml"])
def test_a_document_type_is_refused_in_a_workbook_of_any_name(name):
    parts = moved({"xl/workbook.xml": name})(parts_of(book()))
    parts[name] = parts[name].replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook', 1)
    assert flat(check(("a.xlsx", packed(parts)))) == [("unreadable-file", None, None)]


def test_an_identity_code_in_a_comment_is_seen_in_a_package_of_other_names():
    made = edited(book())
    made["Tapahtumat"]["A2"].comment = Comment("131052-308T", "x")
    parts = moved({"xl/comments/comment1.xml": "kirja/huomiot.xml"})(WAYS["another folder"](parts_of(saved(made))))
    assert ("personal-data", None, None) in flat(check(("a.xlsx", packed(parts))))


def with_table(rows: list[list], area: str, *, totals: int, shown: bool = True) -> bytes:
    """A sheet with an Excel table whose totals row is on or off."""
    made = edited(xlsx(Tapahtumat=rows))
    sheet = made["Tapahtumat"]
    table = ExcelTable(displayName="Taulukko1", ref=area, totalsRowCount=totals or None, totalsRowShown=shown)
    sheet.add_table(table)
    return saved(made)


HEAD = [*HEADERS, "Osallistujat"]
FIRST, SECOND = ["1", "A", "2023", "muu", "Lappi", 3], ["2", "B", "2024", "muu", "Lappi", 4]


@pytest.mark.parametrize(
    ("last", "cell", "value"),
    [
        ([None, None, None, None, None, 7], "F4", "7"),
        (["Yht.", None, None, None, None, 7], "A4", "Yht."),
        ([2, None, None, None, None, 7], "A4", "2"),
    ],
)
def test_the_totals_row_of_an_excel_table_is_left_out_whatever_its_label(last, cell, value):
    checked = check(("a.xlsx", with_table([HEAD, FIRST, SECOND, last], "A1:F4", totals=1)))
    assert [(issue.code, issue.cell, issue.value) for issue in checked.issues] == [("totals-row", cell, value)]
    assert values(checked, "id") == ["1", "2"]


def test_a_row_below_a_totals_row_is_data():
    rows = [HEAD, FIRST, [None, None, None, None, None, 3], SECOND]
    checked = check(("a.xlsx", with_table(rows, "A1:F3", totals=1)))
    assert flat(checked) == [("totals-row", "Tapahtumat", "F3")]
    assert values(checked, "id") == ["1", "2"]


@pytest.mark.parametrize("shown", [True, False])
def test_the_last_row_of_a_table_without_totals_is_data(shown):
    checked = check(("a.xlsx", with_table([HEAD, FIRST, SECOND], "A1:F3", totals=0, shown=shown)))
    assert (flat(checked), values(checked, "id")) == ([], ["1", "2"])
