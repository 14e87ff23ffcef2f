#!/usr/bin/env bash
# python-calamine 0.9.1: an xlsx whose sheet part is XML in UTF-16 (which ECMA-376 part 2, 8.1.4 allows beside UTF-8) is
# opened without an error and the sheet is empty, as if nobody had filled it. openpyxl 3.1.5 reads the cell of the same
# file. Seen on 2026-11-29:
#   calamine: []
#   openpyxl: [('Lappi',)]
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5 XlsxWriter==3.3.1
"$folder/venv/bin/python" - "$folder" <<'PY'
import sys
import zipfile

import openpyxl
import xlsxwriter
from python_calamine import CalamineWorkbook

folder = sys.argv[1]
with xlsxwriter.Workbook(f"{folder}/usual.xlsx") as book:
    book.add_worksheet().write_string(0, 0, "Lappi")
with zipfile.ZipFile(f"{folder}/usual.xlsx") as usual, zipfile.ZipFile(f"{folder}/utf16.xlsx", "w") as other:
    for name in usual.namelist():
        data = usual.read(name)
        if name.startswith("xl/worksheets/sheet"):
            data = data.decode("utf-8").replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        other.writestr(name, data)

quick = CalamineWorkbook.from_path(f"{folder}/utf16.xlsx").get_sheet_by_index(0).to_python()
slow = list(openpyxl.load_workbook(f"{folder}/utf16.xlsx").active.values)
print(f"calamine: {quick}")
print(f"openpyxl: {slow}")
raise SystemExit(0 if (quick, slow) == ([], [("Lappi",)]) else 1)
PY
