"""Files of every kind in one zip: what a seminar or an archive takes along."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from analysis.charts.svg import Origin
from analysis.exports.book import UNTOLD
from analysis.exports.chart_files import chart_csv, chart_png, chart_svg
from analysis.exports.file_names import file_name
from analysis.exports.keyed import keyed
from analysis.exports.told import of
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Section
from analysis.words import Words

Made = Callable[[], bytes]


def bundle(files: Mapping[str, Made], *, made: datetime | None = None, progress: Progress = no_progress) -> bytes:
    """A zip of files by their names, each made in its turn."""
    packed, when = io.BytesIO(), (made or UNTOLD).timetuple()[:6]
    with ZipFile(packed, "w") as file:
        for name in with_progress(list(files), progress):
            told = ZipInfo(name, when)
            told.compress_type = ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            file.writestr(told, files[name]())
    return packed.getvalue()


def pictures(sections: Sequence[Section], words: Words, origin: Origin) -> dict[str, Made]:
    """Each chart as svg, png and csv, in a folder a section; a section that comes again has another folder."""
    given = keyed(sections)
    return {name: make for folder, section in given for name, make in _of(section, folder, words, of(section, origin))}


def _of(section: Section, folder: str, words: Words, origin: Origin) -> Iterator[tuple[str, Made]]:
    for chart in section.charts:
        name = f"{folder}/{file_name(section.key, chart.key, ending='')}".rstrip(".")
        yield f"{name}.csv", lambda chart=chart: chart_csv(chart, words, origin)  # type: ignore[misc]
        yield f"{name}.svg", lambda chart=chart: chart_svg(chart, words, origin)  # type: ignore[misc]
        yield f"{name}.png", lambda chart=chart: chart_png(chart, words, origin)  # type: ignore[misc]
