"""Sections and tables as files."""

from analysis.charts.svg import Origin
from analysis.exports.agenda import calendar
from analysis.exports.blank import template
from analysis.exports.book import workbook
from analysis.exports.bundle import bundle, pictures
from analysis.exports.chart_book import chart_workbook, rows_workbook
from analysis.exports.chart_files import chart_csv, chart_data, chart_png, chart_svg
from analysis.exports.deck import Dress, Unreadable, deck
from analysis.exports.difference_book import difference_book
from analysis.exports.difference_note import difference_note
from analysis.exports.document import document
from analysis.exports.file_names import file_name
from analysis.exports.one_file import one_file
from analysis.exports.report import report
from analysis.exports.sections_book import sections_workbook
from analysis.exports.sections_text import sections_csv, sections_data, sections_json
from analysis.exports.separated import csv_machines, csv_people
from analysis.exports.taken import ENDINGS, KINDS, Taken, taken
from analysis.exports.work import Progress, Stopped, Work

__all__ = [
    "ENDINGS",
    "KINDS",
    "Dress",
    "Origin",
    "Progress",
    "Stopped",
    "Taken",
    "Unreadable",
    "Work",
    "bundle",
    "calendar",
    "chart_csv",
    "chart_data",
    "chart_png",
    "chart_svg",
    "chart_workbook",
    "csv_machines",
    "csv_people",
    "deck",
    "difference_book",
    "difference_note",
    "document",
    "file_name",
    "one_file",
    "pictures",
    "report",
    "rows_workbook",
    "sections_csv",
    "sections_data",
    "sections_json",
    "sections_workbook",
    "taken",
    "template",
    "workbook",
]
