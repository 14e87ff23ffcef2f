"""The workbook as a coordinator opens it: what stands in the cells, and how it looks."""

from datetime import datetime

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from analysis.exports import Provenance, data_workbook
from analysis.schema import LANGUAGES, TABLES, Language, all_tables
from analysis.words import translator
from tests.changes.rows import event, events, only
from tests.exports.workbook_checks import opened
from tests.workbooks import sample

HEADERS = {"fi": "Tunnus Nimi Alkaa", "en": "ID Name Starts", "sv": "ID Namn Börjar"}


def sheet(*rows: dict, language: Language = "fi", table: str = "events", **more) -> Worksheet:
    """One sheet written with the terms of the sample data around it, and opened again."""
    tables = {**sample.tables(), **(events(*rows) if table == "events" else only(table, *rows)), **more}
    book = opened(data_workbook(tables, translator(language), table_names=[table]))
    return book[book.sheetnames[0]]


def cell(column: str, value: object, language: Language = "fi", table: str = "events"):
    """The cell of one value."""
    output = sheet(event("1") | {column: value}, language=language, table=table)
    names = [each.name for each in TABLES[table].columns]
    return output.cell(2, names.index(column) + 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headers_are_in_the_language(language: Language):
    book = opened(data_workbook(sample.tables(), translator(language)))
    assert book.sheetnames == [table.headers.of(language) for table in TABLES.values()]
    first = book[book.sheetnames[0]]
    assert " ".join(first.cell(1, at).value for at in (1, 2, 3)) == HEADERS[language]


def test_the_header_is_bold_and_stays_and_filters():
    output = sheet(event("1"), event("2"))
    assert all(head.font.bold for head in output[1])
    assert output.freeze_panes == "B2"
    assert (output.print_title_rows, output.print_title_cols) == ("$1:$1", "$A:$A")
    assert output.auto_filter.ref == "A1:V3"


def test_a_full_day_is_a_date_as_finns_write_it():
    assert cell("starts", "2023-03-12").value == datetime(2023, 3, 12)
    assert cell("starts", "2023-03-12").number_format == "d.m.yyyy"


def test_a_month_is_text_and_a_year_a_number():
    assert [cell("starts", day).value for day in ("2023-03", "2023", "1850", "1850-07-01")] == [
        *("3/2023", 2023, "1850", "1.7.1850")
    ]
    assert cell("starts", "2023").number_format == "0"


def test_keys_are_text_whatever_they_look_like():
    output = sheet(event("07"))
    assert (output["A2"].value, output["A2"].data_type, output["A2"].number_format) == ("07", "s", "@")


def test_numbers_are_numbers():
    assert (cell("participants", 1300).value, cell("participants", 1300).data_type) == (1300, "n")


@pytest.mark.parametrize(("language", "kind"), [("fi", "työpaja"), ("en", "workshop"), ("sv", "workshop")])
def test_choices_are_written_in_the_language(language: Language, kind: str):
    assert cell("kind", "workshop", language).value == kind


@pytest.mark.parametrize(
    ("language", "regions", "all_of_them"),
    [("fi", "Lappi; Kainuu", "kaikki"), ("en", "Lapland; Kainuu", "all"), ("sv", "Lappland; Kajanaland", "alla")],
)
def test_regions_are_called_by_name_and_all_seven_in_one_word(language: Language, regions: str, all_of_them: str):
    assert cell("regions", ("19", "18"), language).value == regions
    assert cell("regions", sample.CODES, language).value == all_of_them


def test_a_name_that_is_missing_in_the_language_is_the_finnish_one():
    themes = {"id": "a", "name_fi": "Vienti", "name_en": "Exports"}
    output = [
        sheet(event("1", themes=("a",)), language=each, **only("themes", themes))["H2"].value for each in LANGUAGES
    ]
    assert output == ["Vienti", "Exports", "Vienti"]


def test_a_name_that_could_be_taken_for_another_gives_way_to_the_key():
    rows = [
        {"id": "a", "name_fi": "Vienti"},
        {"id": "b", "name_fi": "Tuonti", "name_en": "vienti"},
        {"id": "c", "name_fi": "Osaaminen; työ"},
    ]
    output = sheet(event("1", themes=("a", "b", "c")), **only("themes", *rows))
    assert output["H2"].value == "a; Tuonti; c"


def test_links_are_links_and_so_is_a_source_that_is_an_address():
    for column in ("link", "source"):
        output = cell(column, "https://a.example/x?y=1#z")
        assert output.value == "https://a.example/x?y=1#z"
        assert (output.hyperlink.target, output.hyperlink.location) == ("https://a.example/x?y=1", "z")
    assert cell("source", "https://a.example; https://b.example").hyperlink is None


def test_a_mailbox_is_shown_without_its_scheme():
    row = {"code": "19", "name_fi": "Lappi", "contact": "mailto:klusterit@liitto.example"}
    output = sheet(row, table="regions")["I2"]
    assert (output.value, output.hyperlink.target) == ("klusterit@liitto.example", "mailto:klusterit@liitto.example")


def test_a_place_in_a_recording_is_text_in_minutes_and_seconds():
    rows = [{"id": str(n), "title": "A", "kind": "recording", "starts_at": n} for n in (0, 45, 750, 3750)]
    output = sheet(*rows, table="materials")
    assert [output.cell(row, 9).value for row in range(2, 6)] == ["0:00", "0:45", "12:30", "1:02:30"]


def test_text_that_begins_as_a_formula_stays_text():
    output = cell("place", "=1+1")
    assert (output.value, output.data_type, output.quotePrefix) == ("=1+1", "s", True)


def lists(output: Worksheet) -> dict[str, str]:
    """The drop-down lists by header."""
    validations = output.data_validations.dataValidation
    return {output.cell(1, next(iter(each.sqref)).min_col).value: each.formula1 for each in validations}


def test_choices_have_drop_down_lists_and_lists_of_several_have_notes():
    output = sheet(event("1"), language="sv")
    assert lists(output) == {
        "Typ": '"seminarium,workshop,webbinarium,nätverksträff,konferens,annat"',
        "Form": '"på plats,distans,hybrid"',
        "Status": '"bekräftad,inställd,flyttad"',
    }
    assert "Lappland" in output["G1"].comment.text and "semikolon" in output["G1"].comment.text


def test_one_region_theme_cluster_or_event_is_picked_from_a_list():
    book = opened(data_workbook(sample.tables(), translator("fi")))
    targets, stories, materials = book["Tavoitteet"], book["Tarinat"], book["Aineistot"]
    assert lists(targets)["Maakunta"].startswith('"Etelä-Savo,Pohjois-Savo')
    assert lists(targets)["Teema"] == "'Teemat'!$C$2:$C$6"
    assert lists(stories)["Klusteri"] == "'Klusterit'!$B$2:$B$26"
    assert lists(materials)["Tapahtuma"] == "'Tapahtumat'!$A$2:$A$31"


def test_a_picked_value_may_be_overruled():
    validations = sheet(event("1")).data_validations.dataValidation
    assert {each.errorStyle for each in validations} == {"warning"}


def test_columns_are_as_wide_as_what_stands_in_them_within_reason():
    short, long = sheet(event("1", place="Ii")), sheet(event("1", place="Esimerkkilän kulttuurikeskus" * 9))
    widths = [each.column_dimensions["K"].width for each in (short, long)]
    assert widths[0] < 12 < widths[1] < 60


def test_long_text_is_broken_into_lines_that_can_be_seen():
    output = sheet(event("1", summary="Klusterit tapasivat. " * 12), event("2"))
    assert output["U2"].alignment.wrap_text
    assert output.row_dimensions[2].height > 60
    assert output.row_dimensions[3].height is None


def test_only_chosen_tables_are_written_those_without_rows_with_their_header():
    book = opened(data_workbook(all_tables({}, TABLES), translator("en"), table_names=["phases", "stories"]))
    assert book.sheetnames == ["Stories", "Phases"]
    assert [head.value for head in book["Phases"][1]] == [
        *("ID", "Name (fi)", "Name (en)", "Name (sv)", "Starts", "Ends", "Source")
    ]


def test_the_file_says_where_its_rows_come_from():
    origin = Provenance(revision="r12", published="2026-05-04", filter_text="Lappi & Kainuu")
    book = opened(data_workbook(sample.tables(), translator("fi"), origin=origin, timestamp=datetime(2026, 5, 5)))
    line = "versio r12, julkaistu 4.5.2026, Lappi & Kainuu"
    assert (book.properties.description, book.properties.created) == (line, datetime(2026, 5, 5))
    assert book["Tapahtumat"].oddFooter.left.text.endswith("julkaistu 4.5.2026, Lappi && Kainuu")


def test_the_same_tables_give_the_same_bytes():
    assert data_workbook(sample.tables(), translator("fi")) == data_workbook(sample.tables(), translator("fi"))
