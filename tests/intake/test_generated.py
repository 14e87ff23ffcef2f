"""Tables made from the declaration: what is valid comes back, and rubbish is found in its very cell."""

import io
from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from analysis.schema import typed_frame
from analysis.schema.kinds import Choice
from tests.intake.checking import check, published
from tests.intake.generated_tables import KNOWN, tables
from tests.making import csv, ods, saved, xlsx

FEW = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LABELS = {"clusters": "name", "events": "name"}
PUBLISHED = published(
    **{
        name: {
            "code" if name == "regions" else "id": list(rows),
            LABELS.get(name, "name_fi"): list(rows.values()),
        }
        for name, rows in KNOWN.items()
    }
)
RUBBISH = st.sampled_from(
    ["?", "#REF!", "huomenna", "-5", "x" * 3000, "javascript:x", "a;b;c", "1e999", "\x00", "99.99.9999"]
)
RUBBISH |= st.text(max_size=20) | st.floats(allow_nan=False, allow_infinity=False) | st.integers() | st.booleans()


def written(form: str, name: str, header: list, rows: list[list]) -> bytes:
    if form == "csv":
        rows = [
            [f"{cell.day}.{cell.month}.{cell.year}" if isinstance(cell, date) else cell for cell in row] for row in rows
        ]
        return csv([header, *rows])
    writers = {"xlsx": xlsx, "ods": ods, "openpyxl": by_openpyxl, "pandas": by_pandas}
    return writers[form]({name: [header, *rows]})


def by_openpyxl(sheets: dict[str, list[list]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def by_pandas(sheets: dict[str, list[list]]) -> bytes:
    file = io.BytesIO()
    with pd.ExcelWriter(file, engine="odf") as writer:
        for name, (header, *rows) in sheets.items():
            pd.DataFrame(rows, columns=header, dtype=object).to_excel(writer, sheet_name=name, index=False)
    return file.getvalue()


def defaults(table, name, value):
    kind = table.column(name).kind
    return kind.default if value is None and isinstance(kind, Choice) else value


@FEW
@given(tables(), st.sampled_from(["xlsx", "ods", "csv", "openpyxl", "pandas"]))
def test_a_valid_table_comes_back_as_it_was_meant(made, form):
    table, language, columns, rows = made
    header = [table.column(name).headers.of(language) for name in columns]
    data = written(form, table.headers.of(language), header, [[row[name][0] for name in columns] for row in rows])
    ending = {"openpyxl": "xlsx", "pandas": "ods"}.get(form, form)
    checked = check((f"{table.headers.of(language)}.{ending}", data), known=PUBLISHED)
    assert checked.issues == ()
    meant = {name: [defaults(table, name, row[name][1]) for row in rows] for name in columns}
    pd.testing.assert_frame_equal(checked.tables[table.name].frame, typed_frame(table, meant))


@FEW
@given(tables(), st.data())
def test_rubbish_is_an_issue_in_its_very_cell_or_a_value(made, data):
    table, language, columns, rows = made
    name, place = data.draw(st.sampled_from(columns)), data.draw(st.integers(0, len(rows) - 1))
    rubbish = data.draw(RUBBISH)
    cells = [[row[column][0] for column in columns] for row in rows]
    cells[place][columns.index(name)] = rubbish
    header = [table.column(column).headers.of(language) for column in columns]
    checked = check((f"{table.name}.csv", csv([header, *cells])), known=PUBLISHED)
    cell = f"{get_column_letter(columns.index(name) + 1)}{place + 2}"
    elsewhere = {issue.cell for issue in checked.issues} - {cell}
    # A number in the place of rubbish may exceed the participants, whose cell is named then.
    of_rows = {"duplicate-key", "totals-row", "unlikely-value"}
    assert {issue.code for issue in checked.issues if issue.cell in elsewhere} <= of_rows
    read = checked.tables.get(table.name)
    left_out = read is None or read.rows_with_errors or len(read.frame) < len(rows)
    assert left_out or checked.issues or read.frame.loc[place, name] is not None
