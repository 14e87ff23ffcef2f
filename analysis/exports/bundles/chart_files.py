"""Files of one chart, or of the rows behind it: csv, svg and png that say what they are made from."""

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
from analysis.exports.shared.file_names import file_name, unique_keys
from analysis.exports.shared.images import svg_to_png
from analysis.exports.shared.provenance import UNKNOWN_TIME, chart_notes, counting_rule, section_origin
from analysis.exports.text.csv_tables import csv_machines, csv_people
from analysis.sections import RecordTable, Section
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
    return (declaration + draw(ruled, words, mode=mode, width=width, source=origin).markup).encode()


def chart_png(
    chart: Chart, words: Translator, origin: Provenance, *, mode: Mode = "light", width: float = PICTURE
) -> bytes:
    """The same picture as png, two pixels for one."""
    return svg_to_png(chart_svg(chart, words, origin, mode=mode, width=width).decode())


MakeFile = Callable[[], bytes]
CHART_FILES: Mapping[str, Callable[[Chart, Translator, Provenance], bytes]] = {
    "csv": chart_csv,
    "svg": chart_svg,
    "png": chart_png,
}


def zip_archive(
    files: Mapping[str, MakeFile], *, made: datetime | None = None, progress: Progress = no_progress
) -> bytes:
    """A zip of files by their names, each made in its turn; ``made`` is the time that all of them give."""
    packed, time = io.BytesIO(), (made or UNKNOWN_TIME).timetuple()[:6]
    with ZipFile(packed, "w") as archive:
        for name in with_progress(list(files), progress):
            entry = ZipInfo(name, time)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name]())
    return packed.getvalue()


def chart_file_makers(sections: Sequence[Section], words: Translator, origin: Provenance) -> dict[str, MakeFile]:
    """Functions that make each chart as csv, svg and png, by the file's path: a folder for each section."""
    files: dict[str, MakeFile] = {}
    for folder, section in unique_keys(sections):
        own = section_origin(section, origin)
        for chart in section.charts:
            name = f"{folder}/{file_name(section.key, chart.key, ending='')}".rstrip(".")
            for ending, make in CHART_FILES.items():
                files[f"{name}.{ending}"] = partial(make, chart, words, own)
    return files
