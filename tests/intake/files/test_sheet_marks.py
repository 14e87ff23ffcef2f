"""What stands beside the text of a cell: formulas and errors, addresses, what is hidden, comments."""

import io
import re

import xlsxwriter
from openpyxl.comments import Comment

from tests.intake.checking import HEADERS, check, event, flat, values
from tests.making import edited, repacked, saved, xlsx

ROW = ["1", "Avajaiset", "12.3.2023", "seminaari", "Lappi"]
CLUSTER = {"Tunnus": "k1", "Nimi": "Keksitty klusteri", "Maakunnat": "Lappi"}


def test_formulas_count_by_their_stored_value():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Tapahtumat")
        sheet.write_row(0, 0, [*HEADERS, "Osallistujat", "Paikka", "Linkki"])
        for row, value in enumerate((40, "#DIV/0!"), 1):
            sheet.write_row(row, 0, [str(row), *ROW[1:]])
            sheet.write_formula(row, 5, "=20+20", None, value)
            sheet.write_formula(row, 6, '=IF(1,"","")', None, "")
            sheet.write_formula(row, 7, '=HYPERLINK("https://example.org/1","Tästä")', None, "Tästä")
    # Excel marks an empty text as text; XlsxWriter leaves the mark out.
    data = repacked(file.getvalue(), lambda name, part: re.sub(rb'<c r="(G.)">', rb'<c r="\1" t="str">', part))
    checked = check(("a.xlsx", data))
    assert [(issue.cell, issue.value, issue.severity) for issue in checked.issues] == [("F3", "#DIV/0!", "warning")]
    assert values(checked, "participants") == [40, None]
    assert values(checked, "link") == ["https://example.org/1"] * 2


def test_a_formula_without_a_stored_value_is_an_error_of_excel():
    book = edited(xlsx(Tapahtumat=[event("1", Osallistujat=1), event("2", Osallistujat=2)]))
    book["Tapahtumat"]["C2"] = "=TODAY()"
    book["Tapahtumat"]["F3"] = "=A1&A2"
    checked = check(("a.xlsx", saved(book)))
    assert [(issue.code, issue.severity, issue.cell, issue.value) for issue in checked.issues] == [
        ("excel-error", "error", "C2", "=TODAY()"),
        ("excel-error", "warning", "F3", "=A1&A2"),
    ]
    assert values(checked, "id") == ["2"]


def test_a_row_of_errors_alone_is_not_blank():
    book = edited(xlsx(Tapahtumat=[event("1")]))
    book["Tapahtumat"]["A3"] = "#REF!"
    codes = [(issue.code, issue.cell) for issue in check(("a.xlsx", saved(book))).issues]
    assert codes[0] == ("excel-error", "A3")
    assert codes[1:] == [("missing-value", f"{column}3") for column in "BCDE"]


def test_an_address_behind_a_cell_is_its_link_where_the_text_is_none():
    rows = [
        event("1", Linkki="Tästä"),
        event("2", Linkki="www.oma.fi"),
        event("3", Linkki=""),
        event("4", Linkki="Tästä"),
    ]
    book = edited(xlsx(Tapahtumat=rows))
    sheet = book["Tapahtumat"]
    for row in (2, 3, 4):
        sheet[f"F{row}"].hyperlink = f"https://example.org/{row}"
    checked = check(("a.xlsx", saved(book)))
    assert values(checked, "link") == ["https://example.org/2", "https://www.oma.fi", "https://example.org/4", None]
    assert flat(checked) == [("bad-link", "Tapahtumat", "F5")]


def test_a_names_address_serves_where_the_column_of_links_is_empty():
    book = edited(xlsx(Tapahtumat=[event("1", Linkki="www.oma.fi"), event("2", Linkki="")], Klusterit=[CLUSTER]))
    for row in (2, 3):
        book["Tapahtumat"][f"B{row}"].hyperlink = f"https://example.org/{row}"
    book["Klusterit"]["B2"].hyperlink = "file:///C:/klusteri.docx"
    checked = check(("a.xlsx", saved(book)))
    assert values(checked, "link") == ["https://www.oma.fi", "https://example.org/3"]
    assert flat(checked) == [("unsafe-link", "Klusterit", "B2")]
    assert checked.issues[0].column == "website"


def test_hidden_sheets_rows_and_columns_are_read_and_named():
    rows = [event("1", Paikka="Kemi", Kuvaus=""), event("2", Paikka="Oulu", Kuvaus="")]
    book = edited(xlsx(Tapahtumat=rows, Klusterit=[CLUSTER]))
    book["Klusterit"].sheet_state = "veryHidden"
    book["Tapahtumat"].row_dimensions[3].hidden = True
    book["Tapahtumat"].row_dimensions[9].hidden = True
    book["Tapahtumat"].column_dimensions["F"].hidden = True
    book["Tapahtumat"].column_dimensions["J"].hidden = True
    checked = check(("a.xlsx", saved(book)))
    assert flat(checked) == [
        ("hidden-content", "Tapahtumat", "F1"),
        ("hidden-content", "Tapahtumat", "A3"),
        ("hidden-content", "Klusterit", None),
    ]
    assert (values(checked, "place"), checked.status) == (["Kemi", "Oulu"], "ok")


def test_an_identity_code_in_a_comment_keeps_the_file_out():
    book = edited(xlsx(Tapahtumat=[event("1")]))
    book["Tapahtumat"]["B2"].comment = Comment("Puhujana 131052-308T", "Laatija")
    checked = check(("a.xlsx", saved(book)))
    assert [(issue.code, issue.severity, issue.cell) for issue in checked.issues] == [("personal-data", "error", None)]
    assert [file.keep for file in checked.files] == [False]
