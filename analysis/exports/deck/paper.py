"""The slides' paper: the council's own template, or a plain one of ours in the programme's colours."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Opened
from pptx.slide import SlideLayout
from pptx.util import Pt

from analysis.charts import tokens
from analysis.exports.deck.fit import Box

SIZE = (960, 540)
"""Of our own slides in points: 16 to 9."""
EDGE = 60
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
NAMES: dict[str, list[str]] = json.loads(Path(__file__).with_name("layout_names.json").read_text(encoding="utf-8"))
"""What layouts are called in PowerPoint's languages."""
INKS = tokens("light")
TITLE = Box(EDGE, 60, SIZE[0] - 2 * EDGE, 80)
COVER = Box(EDGE, 84, SIZE[0] - 2 * EDGE, 116)
LOWEST, LEAST = {"cover": 0.6, "content": 0.42}, 0.07
"""How low a title may end and how high it must be, as a part of the slide's height."""
SCHEME = {
    **{"dk1": "text", "lt1": "surface", "dk2": "muted", "lt2": "ground", "hlink": "accent", "folHlink": "accent"},
    **{"accent1": "accent", "accent2": "bar", "accent3": "region-12", "accent4": "region-16", "accent5": "region-10"},
    "accent6": "region-19",
}


class Unreadable(Exception):
    """The template is no presentation, or has no layout with a title."""


def paper(template: bytes | None) -> Opened:
    """A presentation without slides; Unreadable where the template cannot serve."""
    if template is None:
        return _plain()
    try:
        opened = Presentation(io.BytesIO(template))
    except Exception as error:
        raise Unreadable(str(error)) from error
    for each in list(opened.slides._sldIdLst):
        opened.part.drop_rel(each.rId)
        opened.slides._sldIdLst.remove(each)
    if not any(_title(each) is not None for each in opened.slide_layouts):
        raise Unreadable("no layout has a title")
    return opened


def layout(opened: Opened, kind: str) -> SlideLayout:
    """The layout for a cover or for content: by its name, else the one with a title and least besides."""
    every: list[SlideLayout] = list(opened.slide_layouts)
    titled = [each for each in every if _title(each) is not None]
    wanted = NAMES[kind]
    for each in titled:
        if each.name.strip().casefold() in wanted:
            return each
    return min(titled, key=lambda each: len(each.placeholders))


def size(opened: Opened) -> tuple[float, float]:
    """Width and height of a slide in points."""
    assert opened.slide_width and opened.slide_height
    return opened.slide_width.pt, opened.slide_height.pt


def title_box(found: SlideLayout, width: float, height: float, kind: str) -> Box:
    """Where a layout has its title; where that leaves no room below it, where we have ours."""
    shape = _title(found)
    box = Box(shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    if box.bottom <= LOWEST[kind] * height and box.width >= 0.5 * width and box.height >= LEAST * height:
        return box
    across, down = width / SIZE[0], height / SIZE[1]
    ours = COVER if kind == "cover" else TITLE
    return Box(ours.left * across, ours.top * down, ours.width * across, ours.height * down)


def _title(found: SlideLayout) -> Any:
    held: Any = found.placeholders
    return next((each for each in held if each.placeholder_format.type in TITLES), None)


def _plain() -> Opened:
    opened = Presentation()
    opened.slide_width, opened.slide_height = Pt(SIZE[0]), Pt(SIZE[1])
    kept = [layout(opened, kind) for kind in NAMES]
    for each in [each for each in opened.slide_layouts if each not in kept]:
        opened.slide_layouts.remove(each)
    master = opened.slide_master
    _coloured(master)
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("b", "1")
    for holder, box in _placed(master, kept):
        holder.left, holder.top, holder.width, holder.height = (Pt(each) for each in box)
    for held in (master, *kept):
        for each in [each for each in held.placeholders if each.placeholder_format.type not in TITLES]:
            each.element.getparent().remove(each.element)
    return opened


def _placed(master: Any, kept: list[SlideLayout]) -> Iterator[tuple[Any, Box]]:
    yield _title(master), TITLE
    yield _title(kept[0]), COVER
    yield _title(kept[1]), TITLE


def _coloured(master: Any) -> None:
    """The theme's colours are the programme's."""
    theme = next(each.target_part for each in master.part.rels.values() if each.reltype.endswith("/theme"))
    text = cast(bytes, theme.blob).decode()
    for name, token in SCHEME.items():
        colour = f'<a:{name}><a:srgbClr val="{INKS[token][1:].upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", colour, text, flags=re.DOTALL)
    theme._blob = text.encode()
