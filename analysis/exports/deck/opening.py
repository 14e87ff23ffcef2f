"""A new slide: its title in the title's place, its notes, and the room that is left."""

from dataclasses import replace
from typing import Any

from pptx.presentation import Presentation as Opened
from pptx.util import Pt

from analysis.charts.svg import Provenance
from analysis.charts.svg.measured import keep_fractions_together
from analysis.exports.deck import fit
from analysis.exports.deck.fit import Box
from analysis.exports.deck.page import SlideInProgress, SlideParagraph, fill_frame
from analysis.exports.deck.paper import SIZE, slide_layout, slide_size, title_box
from analysis.exports.told import LANGUAGE_TAGS
from analysis.sections import Slide
from analysis.words import Translator

GAP = 12
BELOW_FOOT = 28
"""Below the words at the foot, in points of our own slides."""


def new_slide(
    deck: Opened, kind: str, slide: Slide, words: Translator, sizes: tuple[int, ...]
) -> tuple[SlideInProgress, Box]:
    """A new slide with its headline as large as it fits, and the place of that."""
    width, height = slide_size(deck)
    found = slide_layout(deck, kind)
    page = deck.slides.add_slide(found)
    title = page.shapes.title
    assert title is not None
    for each in [each for each in page.placeholders if each.placeholder_format.idx != title.placeholder_format.idx]:
        each.element.getparent().remove(each.element)
    box = title_box(found, width, height, kind)
    title.left, title.top, title.width, title.height = (Pt(each) for each in box)
    fitted = fit.fit_text(slide.headline, box, sizes, bold=True)
    fill_frame(
        title.text_frame,
        [SlideParagraph(keep_fractions_together(fitted.text), "", True)],
        fitted.size,
        LANGUAGE_TAGS[words.language],
        None,
    )
    bottom = height * (1 - BELOW_FOOT / SIZE[1])
    return SlideInProgress(page, words, Box(box.left, box.bottom + GAP, box.width, bottom - box.bottom - GAP)), box


def slide_origin(slide: Slide, origin: Provenance) -> Provenance:
    """Where a slide's numbers come from."""
    return replace(
        origin,
        revision=slide.revision or origin.revision,
        published=slide.published or origin.published,
        chosen=slide.chosen,
        source=slide.source or origin.source,
        coverage=slide.coverage,
    )


def add_notes(sheet: SlideInProgress, slide: Slide, origin: Provenance, rule: str) -> None:
    """What the presenter reads: her own notes, the sentence, and all that the slide is made from."""
    frame: Any = sheet.page.notes_slide.notes_text_frame
    told = [slide.notes, slide.headline, slide.sentence, origin.chosen, rule, origin.coverage]
    told += [origin.line(sheet.words), origin.licence]
    fill_frame(frame, [SlideParagraph(each, "") for each in told if each], 12, sheet.tag, None)
