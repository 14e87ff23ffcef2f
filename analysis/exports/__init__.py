"""Sections and tables as files."""

from analysis.exports.blank import template
from analysis.exports.book import Origin, workbook
from analysis.exports.file_names import file_name
from analysis.exports.separated import csv_machines, csv_people

__all__ = ["Origin", "csv_machines", "csv_people", "file_name", "template", "workbook"]
