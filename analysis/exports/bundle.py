"""A zip archive: files of all kinds, and every chart of sections as pictures and data."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.charts import Chart
from analysis.charts.svg import Provenance
from analysis.exports.chart_files import chart_csv, chart_png, chart_svg
from analysis.exports.file_names import file_name, unique_keys
from analysis.exports.told import UNKNOWN_TIME, section_origin
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Section
from analysis.words import Translator

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
