"""The data workbook through LibreOffice and back: nothing to be said of it, and nothing changed.

A coordinator takes the published data along, saves it in LibreOffice as whatever she is used to, and uploads it.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.changes import compare
from analysis.exports import data_workbook
from analysis.intake import CheckResult, Limits, Upload, read
from analysis.publishing.merge import merge
from analysis.schema import TABLES, Language, Tables
from analysis.words import translator
from tests.office import CSV, LOCALES, SOFFICE, converted
from tests.workbooks import sample

NOW = datetime(2026, 6, 1, tzinfo=UTC)
PUBLISHED = sample.tables()
LANGUAGES: tuple[Language, ...] = ("fi", "en")
COMMA, SEMICOLON = 44, 59
FORMS = {
    "csv": CSV.format(separator=SEMICOLON, as_shown="true"),
    "ods": "ods",
    "xls": "xls:MS Excel 97",
    "xlsx": "xlsx",
}
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is installed by make")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data workbook in each language, and with what LibreOffice makes of it."""
    path = tmp_path_factory.mktemp("round_trip")
    for language in LANGUAGES:
        (path / f"{language}.xlsx").write_bytes(data_workbook(PUBLISHED, translator(language)))
    return path


def differences(result: CheckResult, published: Tables) -> list[str]:
    """What an upload would change, as text."""
    changes = compare(published, merge(published, result.tables, add=False))
    return [
        f"{change.table}: {each}"
        for change in changes.tables.values()
        for each in (*change.added, *change.removed, *change.cells)
    ]


def findings(result: CheckResult) -> list[tuple[str, str | None, str | None]]:
    return [(each.code, each.sheet, each.value) for each in result.issues if each.code != "empty-table"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "locale"),
    [
        *zip(LANGUAGES, LOCALES, strict=True),
        *(pytest.param(*each, marks=pytest.mark.full) for each in zip(LANGUAGES, reversed(LOCALES), strict=True)),
    ],
)
def test_the_data_workbook_comes_back_as_it_went(folder: Path, language: Language, form: str, locale: str):
    files = converted([folder / f"{language}.xlsx"], FORMS[form], locale, folder)
    result = read([Upload(each.name, each.read_bytes()) for each in files], PUBLISHED, Limits(), NOW)
    assert findings(result) == []
    assert differences(result, PUBLISHED) == []
    assert set(result.tables) == set(TABLES)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("separator", [COMMA, SEMICOLON], ids=["comma", "semicolon"])
def test_numbers_that_an_office_program_groups_come_back(tmp_path: Path, locale: str, separator: int):
    """As shown in a csv, a thousand has the separator of the program, or that of the cell's format."""
    frame = PUBLISHED["events"].assign(participants=lambda rows: rows["participants"] + 1000)
    published = {**PUBLISHED, "events": frame}
    (tmp_path / "a.xlsx").write_bytes(data_workbook(published, translator("fi"), table_names=["events"]))
    files = converted([tmp_path / "a.xlsx"], CSV.format(separator=separator, as_shown="true"), locale, tmp_path)
    result = read([Upload("Tapahtumat.csv", files[0].read_bytes())], published, Limits(), NOW)
    assert (findings(result), differences(result, published)) == ([], [])


def test_days_that_an_english_office_writes_month_first_are_asked_about_and_none_is_published_wrong(tmp_path: Path):
    """Without "as shown", LibreOffice in English writes 04/08/2019 for 8.4.2019, beside 07/15/2019."""
    (tmp_path / "a.xlsx").write_bytes(data_workbook(PUBLISHED, translator("fi"), table_names=["events"]))
    files = converted([tmp_path / "a.xlsx"], CSV.format(separator=COMMA, as_shown="false"), "en-US", tmp_path)
    result = read([Upload("Tapahtumat.csv", files[0].read_bytes())], PUBLISHED, Limits(), NOW)
    assert {code for code, _, _ in findings(result)} == {"bad-date", "month-first"}
    change = compare(PUBLISHED, merge(PUBLISHED, result.tables, add=False)).tables["events"]
    assert (change.added, change.removed) == ((), ())
    assert {(each.column, each.after) for each in change.cells} == {("ends", None)}


@pytest.mark.parametrize("form", FORMS)
def test_a_text_that_no_cell_of_excel_holds_comes_back_whole(tmp_path: Path, form: str):
    text = ("Klusterit tapasivat Kajaanissa; ilma oli kaunis.\n" * 800).strip()
    published = {**PUBLISHED, "events": PUBLISHED["events"].assign(summary=text)[:3]}
    (tmp_path / "a.xlsx").write_bytes(data_workbook(published, translator("fi"), table_names=["events"]))
    files = converted([tmp_path / "a.xlsx"], FORMS[form], "fi-FI", tmp_path)
    result = read([Upload("Tapahtumat", files[0].read_bytes())], published, Limits(), NOW)
    assert {code for code, _, _ in findings(result)} <= {"text-too-long", "dangling-reference"}
    assert differences(result, published) == []
