"""Formats of files by content, refusals, and csv: encodings, separators, quoting and addresses."""

import io
import os
import zipfile

import pytest
import xlwt

from analysis.intake import Limits
from analysis.words import issue_text, translator
from tests.intake.checking import HEADERS, check, event, flat
from tests.making import csv, ods, repacked, xlsx

EVENTS = [event("1")]


def refusals(name: str, data: bytes, limits: Limits | None = None) -> list[str]:
    checked = check((name, data), limits=limits)
    assert all(issue.severity == "refused" and issue.file == issue.value == name for issue in checked.issues)
    return [issue.code for issue in checked.issues]


def xls(rows: list[list]) -> bytes:
    book, file = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("Tapahtumat")
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    book.save(file)
    return file.getvalue()


ROWS = [list(HEADERS), ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "xls", "pdf"])
@pytest.mark.parametrize("data", [xlsx(Tapahtumat=EVENTS), ods(Tapahtumat=EVENTS), csv(EVENTS), xls(ROWS)])
def test_the_content_decides_and_not_the_ending(data, ending):
    checked = check((f"tapahtumat.{ending}", data))
    assert checked.status == "ok"
    assert list(checked.tables["events"].frame["id"]) == ["1"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe", b"\0" * 100])
def test_an_empty_file_is_unreadable(data):
    assert refusals("tapahtumat.csv", data) == ["unreadable-file"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"{\\rtf1 a;b}",
        b"<html><table>",
        b'{"a": 1}',
        b"\x1f\x8b" + bytes(20),
    ],
)
def test_another_format_is_unsupported(data):
    assert refusals("toiminta.pdf", data) == ["unsupported-format"]


def test_a_zip_that_is_no_workbook_is_unsupported():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    assert refusals("toiminta.xlsx", file.getvalue()) == ["unsupported-format"]
    text = repacked(
        ods(A=EVENTS), lambda name, part: part.replace(b"spreadsheet", b"text") if name == "mimetype" else part
    )
    assert refusals("toiminta.ods", text) == ["unsupported-format"]


def test_a_letter_is_unsupported_and_a_csv_without_known_headers_is_not():
    assert refusals("kirje.txt", "Hyvä vastaanottaja".encode()) == ["unsupported-format"]
    assert flat(check(("muistio.csv", b"Asia;Kuka\nKahvit;Me\n"))) == [("no-known-sheet", None, None)]
    assert flat(check(("muistio.txt", b"Asia;Kuka\nKahvit;Me\n"))) == [("no-known-sheet", None, None)]


@pytest.mark.parametrize("data", [xlsx(Tapahtumat=EVENTS), ods(Tapahtumat=EVENTS), xls(ROWS)])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_workbook_cut_short_is_unreadable(data, part):
    assert refusals("toiminta.xls", data[: int(len(data) * part)]) == ["unreadable-file"]


def test_bytes_without_meaning_are_unreadable_where_the_name_says_workbook():
    noise = b"\x01" + os.urandom(2000)
    assert refusals("toiminta.xlsx", noise) == ["unreadable-file"]
    assert refusals("toiminta.bin", noise) == ["unsupported-format"]


def test_locked_files_are_password_protected():
    streams = b"".join(name.encode("utf-16-le") + bytes(64) for name in ("EncryptionInfo", "EncryptedPackage"))
    assert refusals("toiminta.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + streams) == ["password-protected"]
    locked = repacked(
        ods(Tapahtumat=EVENTS),
        lambda name, part: part.replace(b"</manifest:manifest>", b"<e encryption-data=''/></manifest:manifest>"),
    )
    assert refusals("toiminta.ods", locked) == ["password-protected"]


def test_an_old_workbook_with_a_password_is_password_protected():
    data = xls(ROWS)
    second = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    assert refusals("toiminta.xls", data[:second] + b"\x2f\x00" + data[second + 2 :]) == ["password-protected"]


def test_a_zip_with_locked_parts_is_password_protected():
    data = bytearray(xlsx(Tapahtumat=EVENTS))
    for place in _directory_entries(bytes(data)):
        data[place + 8] |= 1
    assert refusals("toiminta.xlsx", bytes(data)) == ["password-protected"]


def _directory_entries(data: bytes):
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        yield place
        place = data.find(b"PK\x01\x02", place + 1)


def test_a_file_is_too_large_by_its_bytes_its_parts_or_their_ratio():
    data = xlsx(Tapahtumat=EVENTS)
    assert refusals("a.xlsx", data, Limits(file_bytes=len(data) - 1)) == ["too-large"]
    assert refusals("a.xlsx", data, Limits(unpacked_bytes=5000)) == ["too-large"]
    assert refusals("a.xlsx", data, Limits(unpacked_ratio=1, ratio_from_bytes=5000)) == ["too-large"]
    assert refusals("a.xlsx", data, Limits(unpacked_ratio=1)) == []


@pytest.mark.parametrize("make", [lambda rows: xlsx(Tapahtumat=rows), lambda rows: ods(Tapahtumat=rows), csv])
def test_rows_that_are_not_blank_are_counted(make):
    rows = [event(str(number)) for number in range(5)]
    blank = [dict.fromkeys(HEADERS, "")] * 5
    assert refusals("a.csv", make(rows), Limits(sheet_rows=5)) == ["too-large"]
    assert refusals("a.csv", make([*rows[:2], *blank, *rows[2:4]]), Limits(sheet_rows=5)) == []


def test_one_refused_file_refuses_the_upload():
    checked = check(("a.csv", csv(EVENTS)), ("b.xlsx", b""), ("c.pdf", b"%PDF-1.7"))
    assert [(issue.code, issue.file) for issue in checked.issues] == [
        ("unreadable-file", "b.xlsx"),
        ("unsupported-format", "c.pdf"),
    ]
    assert (checked.status, dict(checked.tables)) == ("refused", {})
    assert checked.counts == {"refused": 2, "error": 0, "warning": 0, "info": 0}
    assert [file.name for file in checked.files] == ["a.csv", "b.xlsx", "c.pdf"]


# What entities do elsewhere (grow without end, read files of a server) needs a document type, and that is refused.
PLAIN = b"<!DOCTYPE a [<!ENTITY d 'x'>]>"
OUTSIDE = b"<!DOCTYPE a [<!ENTITY d SYSTEM 'nothing.txt'>]>"


@pytest.mark.parametrize("declared", [PLAIN, OUTSIDE])
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "content.xml"])
def test_a_part_that_declares_entities_is_refused(part, declared):
    def change(name: str, xml: bytes) -> bytes:
        if name != part:
            return xml
        return b'<?xml version="1.0"?>' + declared + xml.split(b"?>", 1)[1].replace(b"Avajaiset", b"&d;")

    whole = ods(Tapahtumat=EVENTS) if part == "content.xml" else xlsx(Tapahtumat=EVENTS)
    assert refusals("tapahtumat.xlsx", repacked(whole, change)) == ["unreadable-file"]


CSV_ROWS = [event("1", Nimi="Älykäs – ”erikoistuminen”; osa 1, alku"), event("2", Tyyppi="semiaari")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_separator_are_found_out(encoding, delimiter):
    checked = check(("tapahtumat.csv", csv(CSV_ROWS, delimiter=delimiter, encoding=encoding)))
    assert list(checked.tables["events"].frame["name"]) == ["Älykäs – ”erikoistuminen”; osa 1, alku"]
    assert flat(checked) == [("bad-choice", "tapahtumat.csv", "D3")]


@pytest.mark.parametrize("line", ["sep=;\r\n", "sep=;\n", '"sep=;"\n', "SEP=;\r\n"])
def test_a_line_that_names_the_separator_is_no_row(line):
    assert flat(check(("tapahtumat.csv", line.encode() + csv(CSV_ROWS)))) == [("bad-choice", "tapahtumat.csv", "D3")]


def test_the_separator_that_is_named_counts():
    rows = csv(CSV_ROWS, delimiter="|")
    assert flat(check(("tapahtumat.csv", b"sep=|\n" + rows))) == [("bad-choice", "tapahtumat.csv", "D3")]


def test_records_count_as_rows_whatever_line_breaks_stand_in_them():
    rows = [event("1", Kuvaus="eka\nrivi\r\ntoinen"), event("2", Kuvaus="", Tyyppi="semiaari")]
    checked = check(("tapahtumat.csv", csv(rows)))
    assert flat(checked) == [("bad-choice", "tapahtumat.csv", "D3")]
    assert checked.tables["events"].frame.loc[0, "summary"] == "eka\nrivi\ntoinen"


@pytest.mark.parametrize("newline", [b"\r\n", b"\n", b"\r"])
def test_blank_lines_count_as_rows(newline):
    text = b"Tapahtumat 2023\n\nTunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n\n1;A;2023;muu;Lappi\n;;;;\n2;B;2023;muuu;Lappi\n"
    checked = check(("toiminta.csv", text.replace(b"\n", newline)))
    assert flat(checked) == [("bad-choice", "toiminta.csv", "D7")]
    assert list(checked.tables["events"].rows["row"]) == [5]


def test_short_and_long_records_are_taken_as_they_are():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Paikka\n1;A;2023;muu;Lappi\n2;B;2023;muu;Lappi;Kemi;lis\xc3\xa4ksi\n"
    checked = check(("tapahtumat.csv", text))
    assert list(checked.tables["events"].frame["place"].fillna("-")) == ["-", "Kemi"]
    assert flat(checked) == [("extra-cells", "tapahtumat.csv", "G3")]


def test_a_separator_at_the_end_of_each_line_is_no_column():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;\n1;A;2023;muu;Lappi;\n"
    assert flat(check(("tapahtumat.csv", text))) == []


def test_commas_in_cells_do_not_mislead_where_semicolons_part():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n1;A,B,C,D,E,F,G;2023;muu;Lappi, Kainuu, Pohjois-Savo\n"
    checked = check(("tapahtumat.csv", text))
    assert checked.tables["events"].frame.loc[0, "regions"] == ("19", "18", "11")


def test_a_key_keeps_its_zeros():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n07;A;2023;muu;Lappi\n18;B;2023;muu;Lappi\n"
    assert list(check(("tapahtumat.csv", text)).tables["events"].frame["id"]) == ["07", "18"]


# As Excel writes it: the length of the user's name, the name, the name again in UTF-16.
OWNER = bytes([9]) + b"Etu Suku ".ljust(54) + bytes([9, 0]) + "Etu Suku ".encode("utf-16-le").ljust(108, b"\0")
LOCK = b",esuku,kone,29.11.2026 17:00,file:///home/esuku/.config/libreoffice/4;"


@pytest.mark.parametrize(("name", "data"), [("~$toiminta.xlsx", OWNER), (".~lock.toiminta.ods#", LOCK)])
def test_a_lock_file_is_left_out_beside_others_and_alone_is_said_to_be_one(name, data):
    beside = check((name, data), ("tapahtumat.csv", csv(EVENTS)))
    assert [(issue.code, issue.severity, issue.file, issue.value) for issue in beside.issues] == [
        ("ignored-file", "info", name, name)
    ]
    assert (beside.status, list(beside.tables), [file.keep for file in beside.files]) == (
        "ok",
        ["events"],
        [False, True],
    )
    (alone,) = check((name, data)).issues
    assert (alone.code, alone.value) == ("unreadable-file", name)
    assert "lukkotiedosto" in issue_text(alone, translator("fi"))


@pytest.mark.parametrize("data", [xlsx(Tapahtumat=EVENTS), xls(ROWS), csv(EVENTS)])
def test_a_workbook_with_the_name_of_a_lock_file_is_read_unless_it_is_text(data):
    is_text = not data.startswith((b"PK", b"\xd0\xcf"))
    codes = [issue.code for issue in check(("~$toiminta.xlsx", data)).issues]
    assert codes == (["unreadable-file"] if is_text else [])


def test_a_damaged_file_beside_a_lock_file_is_refused_and_the_lock_file_is_not():
    checked = check(("~$a.xlsx", OWNER), ("a.xlsx", b"PK\x03\x04 rikki"))
    assert [(issue.code, issue.file) for issue in checked.issues] == [("unreadable-file", "a.xlsx")]
