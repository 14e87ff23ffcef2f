"""The blank template: nothing in it is data, and everything that is needed to fill it in stands in it."""

import io

import pytest
from openpyxl import load_workbook

from analysis.exports import blank_workbook
from analysis.schema import LANGUAGES, TABLES, Language, all_tables
from analysis.words import translator
from tests.exports.workbook_checks import checked, opened
from tests.workbooks import sample

TABLES_KNOWN = sample.tables()
NOTHING = all_tables({}, TABLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", [TABLES_KNOWN, NOTHING], ids=["published", "nothing"])
def test_it_reads_as_tables_without_rows(tables, language: Language):
    result = checked(blank_workbook(translator(language), tables), tables)
    assert result.status == "ok"
    assert sorted({issue.code for issue in result.issues}) == ["empty-table", "extra-sheet"]
    assert {name: len(each.frame) for name, each in result.tables.items() if len(each.frame)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_guide_is_first_and_tells_of_every_column(language: Language):
    book = opened(blank_workbook(translator(language), TABLES_KNOWN))
    guide = book[book.sheetnames[0]]
    told = {(guide.cell(row, 1).value, guide.cell(row, 2).value) for row in range(10, guide.max_row + 1)}
    expected = {
        (table.headers.of(language), column.headers.of(language) + " *" * column.required)
        for table in TABLES.values()
        for column in table.columns
    }
    assert expected <= told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", [TABLES_KNOWN, NOTHING], ids=["published", "nothing"])
def test_the_examples_of_the_guide_are_read_without_an_issue(tables, language: Language):
    """Every example, put under its header, is a row that could be published."""
    book = load_workbook(io.BytesIO(blank_workbook(translator(language), tables)))
    guide = book[book.sheetnames[0]]
    for row in range(10, guide.max_row + 1):
        sheet, header, example = (guide.cell(row, at) for at in (1, 2, 4))
        if sheet.value and example.value is not None:
            target = next(cell for cell in book[sheet.value][1] if cell.value == header.value)
            filled = book[sheet.value].cell(2, target.column, example.value)
            filled.number_format = example.number_format
    file = io.BytesIO()
    book.save(file)
    result = checked(file.getvalue(), tables)
    assert [(issue.code, issue.table, issue.value) for issue in result.issues if issue.severity != "info"] == []
    assert {name: len(each.frame) for name, each in result.tables.items()} == dict.fromkeys(TABLES, 1)


def test_required_columns_are_starred_and_headers_have_notes():
    sheet = opened(blank_workbook(translator("fi"), TABLES_KNOWN))["Tapahtumat"]
    heads = {cell.value: cell.comment.text if cell.comment else "" for cell in sheet[1]}
    assert [name for name in heads if name.endswith("*")] == [
        "Tunnus *",
        "Nimi *",
        "Alkaa *",
        "Tyyppi *",
        "Maakunnat *",
    ]
    assert heads["Alkaa *"].startswith("Pakollinen. Päivä muodossa 12.3.2023.")
    assert "Esimerkkipainopiste: puhtaat ratkaisut" in heads["Painopisteet"]
    assert heads["Kertoja"].startswith("Kokonaisluku, vähintään 1. Montako tapahtumaa rivi tarkoittaa.")


def test_names_are_picked_from_the_guide():
    book = opened(blank_workbook(translator("fi"), TABLES_KNOWN))
    themes = [each for each in book["Tavoitteet"].data_validations.dataValidation if "Ohje" in each.formula1]
    assert [each.formula1 for each in themes] == ["'Ohje'!$G$10:$G$14"]
    assert [book["Ohje"][f"G{row}"].value for row in (9, 10)] == ["Arvot: Teemat", TABLES_KNOWN["themes"]["name_fi"][0]]
