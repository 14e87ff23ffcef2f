"""Files of one chart, or of the rows behind it: csv, svg and png that say what they are made from."""

from dataclasses import replace

from analysis.charts import Chart
from analysis.charts.look import Mode
from analysis.charts.svg import Provenance, svg
from analysis.exports.raster import svg_to_png
from analysis.exports.separated import csv_machines, csv_people
from analysis.exports.told import chart_notes, counting_rule
from analysis.sections import RecordTable
from analysis.words import Translator

PICTURE = 960
"""Width of a picture in pixels: as large as a slide or half a page of a report takes it."""


def chart_csv(given: Chart | RecordTable, words: Translator, origin: Provenance) -> bytes:
    """The table for people; below it title, selection, counting rule, coverage and source."""
    return csv_people(given.table, given.fields, chart_notes(given, words, origin))


def chart_data(given: Chart | RecordTable) -> bytes:
    """The table for programs, nothing but it."""
    return csv_machines(given.table, given.fields)


def chart_svg(
    chart: Chart, words: Translator, origin: Provenance, *, mode: Mode = "light", width: float = PICTURE
) -> bytes:
    """The chart as a picture that can be used alone, ``width`` pixels wide; UTF-8 with an XML declaration."""
    ruled = replace(chart, rule=counting_rule(chart, words) if len(chart.table) else "")
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (declaration + svg(ruled, words, mode=mode, width=width, source=origin)).encode()


def chart_png(
    chart: Chart, words: Translator, origin: Provenance, *, mode: Mode = "light", width: float = PICTURE
) -> bytes:
    """The same picture as png, two pixels for one."""
    return svg_to_png(chart_svg(chart, words, origin, mode=mode, width=width).decode())
