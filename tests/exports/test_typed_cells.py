"""The cells of a report's sheets have the type of their value: text stays text whatever it looks like."""

from datetime import datetime
from typing import Any

import pytest

from analysis.exports import report_workbook, sections_data
from analysis.exports.shared import text_table
from analysis.schema import LANGUAGES, Language
from analysis.sections import Section, overview, region_profile
from analysis.sections.model.model import Item, ItemList, Metric
from analysis.sections.model.typed_values import Days, Position, format_value, iso_value
from analysis.selection import Selection
from analysis.words import translator
from tests.exports.presentations import ORIGIN, basis
from tests.exports.workbook_checks import opened

LOOKS_LIKE_NUMBERS = ("2024", "24.12", "24,12", "1\N{NO-BREAK SPACE}234", "-3", "−3", "0012")
ITEMS = (
    *(Item(Days("2023"), text, text) for text in LOOKS_LIKE_NUMBERS),
    Item(Days("2023-05-01"), "Päivä", "", "https://example.fi/2024"),
    Item(Days("2023-05-01", "2023-05-02"), "Jakso", ""),
    Item(Days("2023-05"), "Kuukausi", ""),
    Item(Days(None), "Ei tiedossa", ""),
    Item(Position(2), "Toinen", ""),
    Item(None, "Ilman", ""),
)
NUMBERS = (Metric("a", "2024", 1234), Metric("b", "B", -3, "24.12"), Metric("c", "C", None))


def rows(section: Section, language: Language = "fi") -> list[list[list[Any]]]:
    """The rows of each table on the section's sheet below its labels, in the order of the tables."""
    sheet = opened(report_workbook((section,), translator(language), ORIGIN)).worksheets[1]
    tables = sorted(sheet.tables.values(), key=lambda each: int("".join(filter(str.isdecimal, each.ref.split(":")[0]))))
    return [[list(row) for row in sheet[table.ref]][1:] for table in tables]


def expected(cell: text_table.TextCell, language: Language) -> Any:
    """What Excel holds for a cell of a text table."""
    match cell.value:
        case int() | float():
            return cell.value
        case Days(str() as starts, None) if len(starts) == len("2023-05-01"):
            return datetime.fromisoformat(starts)
        case Days(str() as starts, None) if len(starts) == len("2023"):
            return int(starts)
        case None | Days() | Position():
            return cell.text
        case _:
            raise TypeError(cell)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_of_a_text_table_comes_back_from_the_sheet_with_its_type(language: Language):
    context = basis(language)
    arguments = (context.tables, Selection(), context.words, context.today)
    profile = region_profile(context.tables, Selection(regions=("19",)), context.words, context.today)
    invented = Section("s", "S", metrics=NUMBERS, lists=(ItemList("l", "L", ITEMS),))
    assert profile
    for section in (overview(*arguments), profile, invented):
        tables = [text_table.metrics_table(section.metrics, context.words)]
        tables += [text_table.list_table(each, context.words) for each in section.lists if each.items]
        tables_of_sheet = rows(section, language)
        tables_of_sheet = [tables_of_sheet[0], *tables_of_sheet[len(tables_of_sheet) - len(tables) + 1 :]]
        for table, read in zip(tables, tables_of_sheet, strict=True):
            days_first = table.labels[0] == context.words("exports.listing.when")
            order = [1, 0, *range(2, len(table.labels))] if days_first else range(len(table.labels))
            expected_rows = [[expected(row[at], language) for at in order] for row in table.rows]
            assert [[cell.value for cell in row] for row in read] == expected_rows


def test_a_year_in_a_list_has_no_thousands_separator_and_a_name_like_a_number_is_text():
    section = Section("s", "S", lists=(ItemList("l", "L", ITEMS),))
    ((*cells,),) = rows(section)
    years = [row[1] for row in cells[: len(LOOKS_LIKE_NUMBERS)]]
    assert {(each.value, each.number_format) for each in years} == {(2023, "0")}
    names = [row[0] for row in cells[: len(LOOKS_LIKE_NUMBERS)]]
    assert [(each.value, each.data_type) for each in names] == [(text, "s") for text in LOOKS_LIKE_NUMBERS]


def test_the_lines_for_programs_have_plain_numbers_and_iso_days():
    lines = sections_data((Section("s", "S", metrics=NUMBERS, lists=(ItemList("l", "L", ITEMS),)),)).decode()
    assert "s,numbers,1,value,1234\r\n" in lines and "s,numbers,2,value,-3\r\n" in lines
    assert "s,numbers,3,value" not in lines
    days = [iso_value(each.when) for each in ITEMS if isinstance(each.when, Days)]
    assert all(f",when,{day}\r\n" in lines for day in days if day)
    assert "2023-05-01/2023-05-02" in days and format_value(Days(None), translator("fi")) not in lines
