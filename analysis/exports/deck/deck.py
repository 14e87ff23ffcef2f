"""The presentation: cover, one message a slide, end."""

import io
from datetime import datetime

from analysis.charts.svg import Provenance
from analysis.exports.deck.ends import Branding, add_cover_or_end
from analysis.exports.deck.message import add_content_slide
from analysis.exports.deck.opening import slide_origin
from analysis.exports.deck.paper import open_slides_template
from analysis.exports.told import set_properties
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Presentation
from analysis.words import Translator

PLAIN = Branding()


def powerpoint_file(
    presentation: Presentation,
    words: Translator,
    origin: Provenance,
    dress: Branding = PLAIN,
    *,
    made: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A pptx file with the slides of a presentation, 16 to 9 where the template says nothing else.

    ``origin`` tells licence and funding, the slides all else. Unreadable where the template cannot serve.
    """
    opened = open_slides_template(dress.template)
    first = slide_origin(presentation.slides[0], origin) if presentation.slides else origin
    set_properties(opened.core_properties, presentation.title, first, words, made)
    every = list(enumerate(presentation.slides, 1))
    for number, slide in with_progress(every, progress):
        if slide.kind in ("cover", "end"):
            add_cover_or_end(opened, slide, origin, words, dress)
        else:
            add_content_slide(opened, slide, (number, len(every)), origin, words)
    packed = io.BytesIO()
    opened.save(packed)
    return packed.getvalue()
