#!/usr/bin/env bash
# python-calamine 0.9.1, and pandas 3.1.1 with odfpy 1.4.1: in an OpenDocument spreadsheet a tab or a line break within a
# paragraph (text:tab, text:line-break; OpenDocument 1.3 part 3, 6.1) is dropped, so that the words on both sides of it run
# together, while the paragraphs of one cell are kept apart. Seen on 2026-11-29:
#   calamine: tab 'LappiKainuu' break 'LappiKainuu' paragraphs 'Lappi\nKainuu'
#   odfpy:    tab 'LappiKainuu'
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1 pandas==3.1.1
"$folder/venv/bin/python" - "$folder/cells.ods" <<'PY'
import sys

import pandas
from odf import opendocument, table, text
from python_calamine import CalamineWorkbook

path = sys.argv[1]
book = opendocument.OpenDocumentSpreadsheet()
sheet, row = table.Table(name="Rows"), table.TableRow()
for between in (text.Tab, text.LineBreak, None):
    cell = table.TableCell(valuetype="string")
    first = text.P(text="Lappi")
    cell.addElement(first)
    if between:
        first.addElement(between())
        first.addText("Kainuu")
    else:
        cell.addElement(text.P(text="Kainuu"))
    row.addElement(cell)
sheet.addElement(row)
book.spreadsheet.addElement(sheet)
book.save(path)

tab, broken, paragraphs = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0]
other = pandas.read_excel(path, engine="odf", header=None).iat[0, 0]
print(f"calamine: tab {tab!r} break {broken!r} paragraphs {paragraphs!r}")
print(f"odfpy:    tab {other!r}")
raise SystemExit(0 if {tab, broken, other} == {"LappiKainuu"} and paragraphs == "Lappi\nKainuu" else 1)
PY
