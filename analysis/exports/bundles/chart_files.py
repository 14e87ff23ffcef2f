"""Files of one chart, or of the rows behind it: csv, svg and png with their provenance; and the zip of many files."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.charts import Chart
from analysis.charts.look import Mode
from analysis.charts.svg import Provenance, draw
from analysis.exports.shared.background_job import Progress, no_progress, with_progress
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.provenance import (
    UNKNOWN_TIME,
    chart_notes,
    counting_rule,
    file_name,
    unique_keys,
)
from analysis.exports.text.csv_json import csv_machines, csv_people
from analysis.sections import RecordTable, Section
from analysis.words import Translator

PICTURE = 960
"""Width of a picture in pixels: that of a slide or of half a page of a report."""


def chart_csv(source: Chart | RecordTable, words: Translator, origin: Provenance) -> bytes:
    """The table for people; below it title, selection, counting rule, coverage and source."""
    return csv_people(source.table, source.fields, chart_notes(source, words, origin))


def chart_data(source: Chart | RecordTable) -> bytes:
    """The table for programs, without notes: if a chart has rows of its own for them, those (`ChartData`)."""
    rows = source.data or source if isinstance(source, Chart) else source
    return csv_machines(rows.table, rows.fields)


def chart_svg(
    chart: Chart, words: Translator, origin: Provenance, *, mode: Mode = "light", width: float = PICTURE
) -> bytes:
    """The chart as a picture that can be used alone, as UTF-8 with an XML declaration.

    ``chart``: its table and mark. ``words``: the language. ``origin``: the lines below it. ``mode``: light or dark.
    ``width``: in pixels.
    """
    complete = replace(chart, rule=counting_rule(chart, words) if len(chart.table) else "")
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (declaration + draw(complete, words, mode=mode, width=width, source=origin).markup).encode()


def chart_png(
    chart: Chart, words: Translator, origin: Provenance, *, mode: Mode = "light", width: float = PICTURE
) -> bytes:
    """The picture of `chart_svg` as png, two pixels for one.

    ``chart``: what is drawn. ``words``: the language. ``origin``: where the numbers come from. ``mode``: light or dark
    colours. ``width``: of the picture, in pixels of the svg.
    """
    return svg_to_png(chart_svg(chart, words, origin, mode=mode, width=width).decode())


MakeFile = Callable[[], bytes]
CHART_FILES: Mapping[str, Callable[[Chart, Translator, Provenance], bytes]] = {
    "csv": chart_csv,
    "svg": chart_svg,
    "png": chart_png,
}


def zip_archive(
    files: Mapping[str, MakeFile], *, timestamp: datetime | None = None, progress: Progress = no_progress
) -> bytes:
    """A zip of files by their names, made one after the other; ``timestamp`` is the time of each entry."""
    buffer, time = io.BytesIO(), (timestamp or UNKNOWN_TIME).timetuple()[:6]
    with ZipFile(buffer, "w") as archive:
        for name in with_progress(list(files), progress):
            entry = ZipInfo(name, time)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name]())
    return buffer.getvalue()


def chart_file_makers(sections: Sequence[Section], words: Translator, origin: Provenance) -> dict[str, MakeFile]:
    """Functions that make each chart as csv, svg and png, by the file's path: a folder for each section.

    The svg and png of a chart whose finding is a sentence hold title and sentence.
    """
    files: dict[str, MakeFile] = {}
    for folder, section in unique_keys(sections):
        own = replace(origin, filter_text=section.filter_text, coverage=section.coverage or origin.coverage)
        for chart in section.charts:
            name = f"{folder}/{file_name(section.key, chart.key, ending='')}".rstrip(".")
            for ending, make in CHART_FILES.items():
                files[f"{name}.{ending}"] = partial(make, chart, words, own)
    return files
