"""A chart as it stands on a slide: wide, its letters large enough for the last row, at most as many rows as that takes.

On a slide 1920 pixels wide the smallest letters of a chart of 990 of its own pixels, 13 of them high, have 22 pixels.
"""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import pandas as pd
import segno
from markupsafe import Markup
from segno.encoder import DataOverflowError

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import row_numbers
from analysis.charts.svg import Provenance, draw
from analysis.exports.html.templates import TEMPLATES, policy, scripts, styles
from analysis.exports.shared import text_table
from analysis.exports.shared.provenance import counting_text
from analysis.sections import Presentation, Slide
from analysis.words import Translator
from analysis.words.language import DASH

ASPECT = 2.55
"""Width by height of the place."""
WIDEST, NARROWEST = 990, 600
TALLEST = WIDEST / ASPECT
MAP = 1.6
"""The same of a map, which has its numbers beside it."""
HEIGHTS = {Columns: 300, Map: 400}
"""Of marks that are as high as they are told to be."""
FEWEST = 3


class SlidePicture(NamedTuple):
    """The chart as plain SVG whose colours are variables, and how many of its rows it shows."""

    svg: str
    rows: int


def slide_picture(chart: Chart, words: Translator) -> SlidePicture:
    """The chart drawn for a slide; rows that do not fit are left out, the smallest first (the table has them)."""
    shown = replace(chart, height=HEIGHTS.get(type(chart.mark), chart.height))
    height = draw(shown, words, width=WIDEST).height
    while height > TALLEST and len(fewer := _first(shown, len(shown.table) - 1).table) < len(shown.table):
        shown = replace(shown, table=fewer)
        height = draw(shown, words, width=WIDEST).height
    least = {Map: height * MAP, Panels: WIDEST}.get(type(chart.mark), NARROWEST)
    width = least if isinstance(chart.mark, Map) else min(WIDEST, max(least, height * ASPECT))
    side = "xMidYMid" if isinstance(chart.mark, Map) else "xMinYMid"
    return SlidePicture(draw(shown, words, mode=None, width=width, alignment=side).markup, len(shown.table))


def _first(chart: Chart, rows: int) -> Chart:
    """The chart with its greatest rows, in their order; what is chosen stays."""
    if rows < FEWEST or not isinstance(chart.mark, Bars | Heat):
        return chart
    mark = chart.mark
    columns = [mark.value] if isinstance(mark, Bars) else list(mark.columns)
    chosen = () if isinstance(mark, Bars) else mark.highlight
    sums = [sum(value or 0 for value in row) for row in row_numbers(chart.table, columns)]
    weight = pd.Series(sums, index=chart.table.index, dtype="float64")
    weight[chart.table[mark.name].isin(chosen)] = float("inf")
    kept = weight.sort_values(ascending=False, kind="stable").index[:rows]
    return replace(chart, table=chart.table.loc[sorted(kept)].reset_index(drop=True))


Scheme = Literal["auto", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("auto", "light", "dark")
DENSE = 700
"""Longer addresses make a code that a phone can hardly read from the back of a room."""


@dataclass(frozen=True)
class SlideshowSlide:
    """A slide, its number among all, and what is made of it: where its numbers come from in a line, its picture, the
    cells of its table, rows that the picture leaves out. ``ranked`` stands beside a map: names and values, the greatest
    first."""

    slide: Slide
    number: int
    source: str
    coverage: str
    picture: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    left_out: str = ""
    ranked: tuple[tuple[str, str], ...] = ()


def colour_scheme(text: str | None) -> Scheme:
    """The scheme of a name; that of the reader's system where there is none of that name."""
    return next((each for each in SCHEMES if each == text), "auto")


def slideshow(
    given: Presentation,
    words: Translator,
    address: str = "",
    *,
    scheme: Scheme = "auto",
    notes: bool = False,
    only: int | None = None,
) -> str:
    """The whole document. ``address`` is that of the live view, for the code on the last slide; without it no code.

    ``only`` wants one slide, counted from 1: it stands alone, and tells the place that it has among all.

    The presenter's notes are in it only with ``notes``. Scripts and styles stand in it as they are in `scripts` and
    `styles`, so that a policy can name them by their hash.
    """
    return TEMPLATES.get_template("slides.html").render(
        w=words,
        given=given,
        leaves=[_leaf(slide, at, words) for at, slide in enumerate(given.slides, 1) if only in (None, at)],
        address=address,
        place=_place(address),
        code=_code(address),
        scheme=scheme,
        notes=notes,
        policy=policy(),
        counting=counting_text(words),
        style=Markup(styles()),
        script=Markup(scripts()),
    )


def _leaf(slide: Slide, number: int, words: Translator) -> SlideshowSlide:
    source = words(
        "downloads.source",
        source=Provenance(source=slide.source, revision=slide.revision, published=slide.published).line(words),
    )
    leaf = SlideshowSlide(slide, number, source, slide.coverage)
    if slide.chart is None or slide.chart.table.empty:
        return leaf
    drawn, rows = slide_picture(slide.chart, words), len(slide.chart.table)
    left_out = words("slides.left_out", shown=words.number(drawn.rows), rows=words.number(rows))
    return replace(
        leaf,
        picture=Markup(drawn.svg),
        table=chart_table_rows(slide.chart, words),
        left_out=left_out if drawn.rows < rows else "",
        ranked=_ranked(slide.chart, words),
    )


def _ranked(chart: Chart, words: Translator) -> tuple[tuple[str, str], ...]:
    """Names and values of a map, the greatest first; nothing for other marks."""
    if not isinstance(chart.mark, Map):
        return ()
    mark, field = chart.mark, next(each for each in chart.fields if each.name == chart.mark.value)
    rows = chart.table.sort_values(mark.value, ascending=False, kind="stable", na_position="last").to_dict("records")
    return tuple(
        (
            str(row[mark.name]),
            DASH if pd.isna(row[mark.value]) else text_table.value_text(row[mark.value], field, words),
        )
        for row in rows
    )


def chart_table_rows(chart: Chart, words: Translator) -> tuple[tuple[str, ...], ...]:
    """The cells of a chart's table as text, its labels first; what is not known is empty."""
    grid = text_table.without_unknowns(chart, chart.fields, words)
    return (grid.labels, *(tuple(cell.text for cell in row) for row in grid.rows))


def _place(address: str) -> str:
    """What of an address a person can read and type."""
    parts = urlsplit(address)
    return parts.netloc + (parts.path if not parts.query else "") if address else ""


def _code(address: str) -> Markup:
    """The address as a QR code; nothing where it is too long for one."""
    try:
        code = segno.make_qr(address, error="l" if len(address) > DENSE else "m") if address else None
    except DataOverflowError:
        return Markup("")
    return Markup(code.svg_inline(border=2, omitsize=True, dark="#000", light="#fff")) if code else Markup("")
