#!/usr/bin/env bash
# python-calamine 0.9.1: a cell whose stored value is an Excel error (#N/A) is read as empty text, just like a cell that
# nobody filled, so a reader cannot tell "the formula failed" from "nothing is known". openpyxl 3.1.5 reads "#N/A" from the
# same file. Seen on 2026-11-29:
#   calamine: blank '' error '' number 0.0
#   openpyxl: blank None error '#N/A' number 0
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1
"$folder/venv/bin/python" - "$folder/cells.xlsx" <<'PY'
import sys

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

path = sys.argv[1]
with xlsxwriter.Workbook(path) as book:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["blank", "error", "number"])
    sheet.write_blank(1, 0, None, book.add_format({"bold": True}))
    sheet.write_formula(1, 1, "=NA()", None, "#N/A")
    sheet.write_number(1, 2, 0)

calamine = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)[1]
other = [cell.value for cell in openpyxl.load_workbook(path, data_only=True).active[2]]
for name, row in (("calamine", calamine), ("openpyxl", other)):
    print(f"{name}: blank {row[0]!r} error {row[1]!r} number {row[2]!r}")
raise SystemExit(0 if (calamine, other) == (["", "", 0.0], [None, "#N/A", 0]) else 1)
PY
