#!/usr/bin/env bash
# python-pptx 1.0.2: a chart's `number_format` goes into the chart's XML unescaped. A format with a condition such as
# "[<1000]0;0,000", which Excel and PowerPoint know, ends as an XMLSyntaxError of lxml; one with "&" too. Set on data labels
# instead, the same format is escaped. And the axes of every chart have numbers below zero, though the schema
# (ISO/IEC 29500-1, CT_UnsignedInt) says unsigned. Seen on 2026-11-29:
#   number_format '0.0': saved
#   number_format '[<1000]0;0,000': XMLSyntaxError
#   number_format '0" & "0': XMLSyntaxError
#   on data labels: saved as '[<1000]0;0,000'
#   axes: -2068027336 -2113994440
# Exits 1 if that changes.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-pptx==1.0.2
"$folder/venv/bin/python" - <<'PY'
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

CONDITION = "[<1000]0;0,000"


def chart(number_format: str):
    data = CategoryChartData(number_format=number_format)
    data.categories = ["Kainuu"]
    data.add_series("n", [9430])
    deck = Presentation()
    page = deck.slides.add_slide(deck.slide_layouts[6])
    return page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(0), Pt(0), Pt(200), Pt(200), data).chart


def outcome(number_format: str) -> str:
    try:
        chart(number_format)
    except Exception as error:
        return type(error).__name__
    return "saved"


formats = ["0.0", CONDITION, '0" & "0']
seen = [outcome(each) for each in formats]
for each, there in zip(formats, seen):
    print(f"number_format {each!r}: {there}")
plain = chart("0")
labels = plain.plots[0]
labels.has_data_labels = True
labels.data_labels.number_format = CONDITION
print(f"on data labels: saved as {labels.data_labels.number_format!r}")
axes = sorted({each.get("val") for each in plain.element.iter(qn("c:axId"))})
print("axes:", *axes)
found = (seen, labels.data_labels.number_format, [each.startswith("-") for each in axes])
raise SystemExit(0 if found == (["saved", "XMLSyntaxError", "XMLSyntaxError"], CONDITION, [True, True]) else 1)
PY
