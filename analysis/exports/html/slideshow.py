"""A presentation as one HTML file, and a chart as it is on a slide: wide, with letters that the last row can read.

On a slide 1920 pixels wide the smallest letters of a chart of 990 of its own pixels, 13 of them high, have 22 pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

import pandas as pd
import segno
from markupsafe import Markup
from segno.encoder import DataOverflowError

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import row_numbers
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.templates import TEMPLATES, policy, scripts, styles
from analysis.exports.shared.provenance import counting_text
from analysis.exports.shared.text_table import text_table, value_text
from analysis.sections import Presentation, Slide
from analysis.words import Translator
from analysis.words.language import DASH

ASPECT = 2.55
"""Width by height of the place of a chart."""
WIDEST, NARROWEST = 990, 600
TALLEST = WIDEST / ASPECT
MAP = 1.6
"""Width by height of a map, which has its numbers beside it."""
HEIGHTS = {Columns: 300, Map: 400}
"""Heights of charts that do not depend on their rows."""
PHONE = 354
"""Width of a picture on a telephone, in pixels: its letters are as large as those beside it."""
FEWEST = 3
Scheme = Literal["auto", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("auto", "light", "dark")
DENSE = 700
"""Longer addresses make a code that a phone can hardly read from the back of a room."""


def _slide_picture(chart: Chart, words: Translator) -> tuple[str, int]:
    """The chart as plain SVG whose colours are variables, and how many of its rows it shows.

    Rows that do not fit are left out, the smallest first; the table has them.
    """
    part = replace(chart, height=HEIGHTS.get(type(chart.mark), chart.height))
    height = draw(part, words, width=WIDEST).height
    while height > TALLEST and len(fewer := _greatest_rows(part, len(part.table) - 1).table) < len(part.table):
        part = replace(part, table=fewer)
        height = draw(part, words, width=WIDEST).height
    least = {Map: height * MAP, Panels: WIDEST}.get(type(chart.mark), NARROWEST)
    width = least if isinstance(chart.mark, Map) else min(WIDEST, max(least, height * ASPECT))
    side = "xMidYMid" if isinstance(chart.mark, Map) else "xMinYMid"
    return draw(part, words, mode=None, width=width, alignment=side).markup, len(part.table)


def _greatest_rows(chart: Chart, count: int) -> Chart:
    """The chart with its ``count`` greatest rows, in their order; highlighted ones stay."""
    if count < FEWEST or not isinstance(chart.mark, Bars | Heat):
        return chart
    mark = chart.mark
    columns = [mark.value] if isinstance(mark, Bars) else list(mark.columns)
    highlight = () if isinstance(mark, Bars) else mark.highlight
    sums = [sum(value or 0 for value in row) for row in row_numbers(chart.table, columns)]
    weight = pd.Series(sums, index=chart.table.index, dtype="float64")
    weight[chart.table[mark.name].isin(highlight)] = float("inf")
    rows = weight.sort_values(ascending=False, kind="stable").index[:count]
    return replace(chart, table=chart.table.loc[sorted(rows)].reset_index(drop=True))


@dataclass(frozen=True)
class SlideshowSlide:
    """A slide of the file: its number among all, the line on its source, its picture, the cells of its table, a line on
    rows that the picture leaves out. ``narrow``: its picture on a telephone, with all rows. ``ranked``, beside a map:
    names and values, the greatest first."""

    slide: Slide
    number: int
    source: str
    picture: str = ""
    narrow: str = ""
    table: Sequence[Sequence[str]] = ()
    left_out: str = ""
    ranked: tuple[tuple[str, str], ...] = ()


def slideshow(
    presentation: Presentation,
    words: Translator,
    address: str = "",
    *,
    scheme: Scheme = "auto",
    notes: bool = False,
    only: int | None = None,
) -> str:
    """The whole document. Scripts and styles are within it, so that a policy can name them by their hash.

    ``presentation``: the slides. ``words``: the language. ``address``: that of the live view, for the code on the last
    slide; without it no code. ``scheme``: light, dark or that of the reader's system. ``notes``: with the presenter's
    notes. ``only``: the number of a single slide, counted from 1; it shows its place among all.
    """
    entries = [_entry(slide, at, words) for at, slide in enumerate(presentation.slides, 1) if only in (None, at)]
    parts = urlsplit(address)
    return TEMPLATES.get_template("slides.html").render(
        w=words,
        presentation=presentation,
        slides=entries,
        address=address,
        # The part of an address that a person can read and type.
        place=parts.netloc + ("" if parts.query else parts.path),
        code=_code(address),
        scheme=scheme,
        notes=notes,
        policy=policy("slides"),
        counting=counting_text(words),
        style=Markup(styles("slides")),
        script=Markup(scripts()),
    )


def _entry(slide: Slide, number: int, words: Translator) -> SlideshowSlide:
    line = Provenance(source=slide.source, revision=slide.revision, published=slide.published).line(words)
    entry = SlideshowSlide(slide, number, words("downloads.source", source=line))
    chart = slide.chart
    if chart is None or chart.table.empty:
        return entry
    table = text_table(chart, words, unknown="").texts
    if not chart.picture:
        return replace(entry, table=table)
    picture, rows = _slide_picture(chart, words)
    left_out = words("slides.left_out", shown=words.number(rows), rows=words.number(len(chart.table)))
    return replace(
        entry,
        picture=Markup(picture),
        narrow=Markup(draw(replace(chart, height=None), words, mode=None, width=PHONE).markup),
        table=table,
        left_out=left_out if rows < len(chart.table) else "",
        ranked=_ranked(chart, chart.mark, words) if isinstance(chart.mark, Map) else (),
    )


def _ranked(chart: Chart, mark: Map, words: Translator) -> tuple[tuple[str, str], ...]:
    """Names and values of a map, the greatest first."""
    field = next(each for each in chart.fields if each.name == mark.value)
    rows = chart.table.sort_values(mark.value, ascending=False, kind="stable", na_position="last")
    values = [DASH if pd.isna(value) else value_text(value, field, words) for value in rows[mark.value].tolist()]
    return tuple(zip(map(str, rows[mark.name]), values, strict=True))


def _code(address: str) -> Markup:
    """The address as a QR code; empty without an address, or if it is too long for a code."""
    try:
        code = segno.make_qr(address, error="l" if len(address) > DENSE else "m") if address else None
    except DataOverflowError:
        return Markup("")
    return Markup(code.svg_inline(border=2, omitsize=True, dark="#000", light="#fff")) if code else Markup("")
