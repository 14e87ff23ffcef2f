"""A zip archive: files of all kinds, and every chart of sections as pictures and data."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.charts import Chart
from analysis.charts.svg import Origin
from analysis.exports.chart_files import chart_csv, chart_png, chart_svg
from analysis.exports.file_names import file_name, keyed
from analysis.exports.told import UNTOLD, of
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Section
from analysis.words import Words

Made = Callable[[], bytes]
CHART_FILES: Mapping[str, Callable[[Chart, Words, Origin], bytes]] = {
    "csv": chart_csv,
    "svg": chart_svg,
    "png": chart_png,
}


def bundle(files: Mapping[str, Made], *, made: datetime | None = None, progress: Progress = no_progress) -> bytes:
    """A zip of files by their names, each made in its turn; ``made`` is the time that all of them give."""
    packed, time = io.BytesIO(), (made or UNTOLD).timetuple()[:6]
    with ZipFile(packed, "w") as archive:
        for name in with_progress(list(files), progress):
            entry = ZipInfo(name, time)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name]())
    return packed.getvalue()


def pictures(sections: Sequence[Section], words: Words, origin: Origin) -> dict[str, Made]:
    """Functions that make each chart as csv, svg and png, by the file's path: a folder for each section."""
    files: dict[str, Made] = {}
    for folder, section in keyed(sections):
        own = of(section, origin)
        for chart in section.charts:
            name = f"{folder}/{file_name(section.key, chart.key, ending='')}".rstrip(".")
            for ending, make in CHART_FILES.items():
                files[f"{name}.{ending}"] = partial(make, chart, words, own)
    return files
