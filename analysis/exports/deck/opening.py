"""A new slide: its title in the title's place, its notes, and the room that is left."""

from dataclasses import replace
from typing import Any

from pptx.presentation import Presentation as Opened
from pptx.util import Pt

from analysis.charts.svg import Origin
from analysis.charts.svg.measured import unbroken
from analysis.exports.deck import fit
from analysis.exports.deck.fit import Box
from analysis.exports.deck.page import Said, Sheet, fill
from analysis.exports.deck.paper import SIZE, layout, size, title_box
from analysis.exports.told import TAGS
from analysis.sections import Slide
from analysis.words import Words

GAP = 12
BELOW_FOOT = 28
"""Below the words at the foot, in points of our own slides."""


def opened(deck: Opened, kind: str, slide: Slide, words: Words, sizes: tuple[int, ...]) -> tuple[Sheet, Box]:
    """A new slide with its headline as large as it fits, and the place of that."""
    width, height = size(deck)
    found = layout(deck, kind)
    page = deck.slides.add_slide(found)
    title = page.shapes.title
    assert title is not None
    for each in [each for each in page.placeholders if each.placeholder_format.idx != title.placeholder_format.idx]:
        each.element.getparent().remove(each.element)
    box = title_box(found, width, height, kind)
    title.left, title.top, title.width, title.height = (Pt(each) for each in box)
    fitted = fit.text(slide.headline, box, sizes, bold=True)
    fill(title.text_frame, [Said(unbroken(fitted.text), "", True)], fitted.size, TAGS[words.language], None)
    bottom = height * (1 - BELOW_FOOT / SIZE[1])
    return Sheet(page, words, Box(box.left, box.bottom + GAP, box.width, bottom - box.bottom - GAP)), box


def origin_of(slide: Slide, origin: Origin) -> Origin:
    """Where a slide's numbers come from."""
    return replace(
        origin,
        revision=slide.revision or origin.revision,
        published=slide.published or origin.published,
        chosen=slide.chosen,
        source=slide.source or origin.source,
        coverage=slide.coverage,
    )


def note(sheet: Sheet, slide: Slide, origin: Origin, rule: str) -> None:
    """What the presenter reads: her own notes, the sentence, and all that the slide is made from."""
    frame: Any = sheet.page.notes_slide.notes_text_frame
    told = [slide.notes, slide.headline, slide.sentence, origin.chosen, rule, origin.coverage]
    told += [origin.line(sheet.words), origin.licence]
    fill(frame, [Said(each, "") for each in told if each], 12, sheet.tag, None)
