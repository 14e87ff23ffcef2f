#!/usr/bin/env bash
# python-calamine 0.9.1: of a sheet whose first filled cell is C3, CalamineSheet.iter_rows() gives the two empty rows above
# it but not the two empty columns before it. to_python() gives neither of both, with skip_empty_area=False both: no
# setting gives what iter_rows gives, and a place computed from its rows and sheet.start is wrong. Seen on 2026-12-01:
#   iter_rows: ['', ''] ['', ''] ['a', ''] ['', 'b']
#   to_python: ['a', ''] ['', 'b']
#   the whole area: ['', '', '', ''] ['', '', '', ''] ['', '', 'a', ''] ['', '', '', 'b']
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 XlsxWriter==3.3.1
"$folder/venv/bin/python" - "$folder/margin.xlsx" <<'PY'
import sys

import xlsxwriter
from python_calamine import CalamineWorkbook

path = sys.argv[1]
with xlsxwriter.Workbook(path) as book:
    sheet = book.add_worksheet()
    sheet.write("C3", "a")
    sheet.write("D4", "b")

sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
seen = {
    "iter_rows": list(sheet.iter_rows()),
    "to_python": sheet.to_python(),
    "the whole area": sheet.to_python(skip_empty_area=False),
}
for name, rows in seen.items():
    print(f"{name}:", *rows)
expected = {
    "iter_rows": [["", ""], ["", ""], ["a", ""], ["", "b"]],
    "to_python": [["a", ""], ["", "b"]],
    "the whole area": [["", "", "", ""], ["", "", "", ""], ["", "", "a", ""], ["", "", "", "b"]],
}
raise SystemExit(0 if seen == expected else 1)
PY
