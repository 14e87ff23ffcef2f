"""Sections and tables as files."""

from analysis.charts.svg import Provenance
from analysis.exports.bundles.chart_files import (
    chart_csv,
    chart_data,
    chart_file_makers,
    chart_png,
    chart_svg,
    zip_archive,
)
from analysis.exports.bundles.presentation_files import ENDINGS, KINDS, ExportRequest, build_file
from analysis.exports.excel.changes_workbook import changes_note, changes_workbook
from analysis.exports.excel.chart_workbook import chart_workbook, rows_workbook
from analysis.exports.excel.data_workbook import blank_workbook, cut_texts_note, data_workbook
from analysis.exports.excel.report_workbook import report_workbook
from analysis.exports.excel.worklist import worklist_name, worklist_workbook
from analysis.exports.html.report import html_report
from analysis.exports.html.slideshow import slideshow
from analysis.exports.powerpoint.new_slide import UnreadableTemplate
from analysis.exports.powerpoint.presentation import Branding, powerpoint_file
from analysis.exports.shared.background_job import BackgroundJob, JobStopped, Progress
from analysis.exports.shared.provenance import file_name
from analysis.exports.text.csv_json import sections_csv, sections_data, sections_json
from analysis.exports.text.ical import ical_file
from analysis.exports.word.document import word_document

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
    "cut_texts_note",
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
    "worklist_name",
    "worklist_workbook",
    "zip_archive",
]
