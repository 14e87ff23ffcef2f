"""Sections and tables as files."""

from analysis.charts.svg import Provenance
from analysis.exports.agenda import ical_file
from analysis.exports.blank import blank_workbook
from analysis.exports.book import data_workbook
from analysis.exports.bundle import chart_file_makers, zip_archive
from analysis.exports.chart_book import chart_workbook, rows_workbook
from analysis.exports.chart_files import chart_csv, chart_data, chart_png, chart_svg
from analysis.exports.deck import Branding, UnreadableTemplate, powerpoint_file
from analysis.exports.difference_book import changes_workbook
from analysis.exports.difference_note import changes_note
from analysis.exports.document import word_document
from analysis.exports.file_names import file_name
from analysis.exports.one_file import slideshow
from analysis.exports.report import html_report
from analysis.exports.sections_book import report_workbook
from analysis.exports.sections_text import sections_csv, sections_data, sections_json
from analysis.exports.separated import csv_machines, csv_people
from analysis.exports.taken import ENDINGS, KINDS, ExportRequest, build_file
from analysis.exports.work import BackgroundJob, JobStopped, Progress

__all__ = [
    "ENDINGS",
    "KINDS",
    "BackgroundJob",
    "Branding",
    "ExportRequest",
    "JobStopped",
    "Progress",
    "Provenance",
    "UnreadableTemplate",
    "blank_workbook",
    "build_file",
    "changes_note",
    "changes_workbook",
    "chart_csv",
    "chart_data",
    "chart_file_makers",
    "chart_png",
    "chart_svg",
    "chart_workbook",
    "csv_machines",
    "csv_people",
    "data_workbook",
    "file_name",
    "html_report",
    "ical_file",
    "powerpoint_file",
    "report_workbook",
    "rows_workbook",
    "sections_csv",
    "sections_data",
    "sections_json",
    "slideshow",
    "word_document",
    "zip_archive",
]
