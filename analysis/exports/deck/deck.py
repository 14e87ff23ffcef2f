"""The presentation: cover, one message a slide, end."""

import io
from datetime import datetime

from analysis.charts.svg import Origin
from analysis.exports.deck.ends import Dress, end
from analysis.exports.deck.message import message
from analysis.exports.deck.opening import origin_of
from analysis.exports.deck.paper import paper
from analysis.exports.told import set_properties
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Presentation
from analysis.words import Words

PLAIN = Dress()


def deck(
    presentation: Presentation,
    words: Words,
    origin: Origin,
    dress: Dress = PLAIN,
    *,
    made: datetime | None = None,
    progress: Progress = no_progress,
) -> bytes:
    """A pptx file with the slides of a presentation, 16 to 9 where the template says nothing else.

    ``origin`` tells licence and funding, the slides all else. Unreadable where the template cannot serve.
    """
    opened = paper(dress.template)
    first = origin_of(presentation.slides[0], origin) if presentation.slides else origin
    set_properties(opened.core_properties, presentation.title, first, words, made)
    every = list(enumerate(presentation.slides, 1))
    for number, slide in with_progress(every, progress):
        if slide.kind in ("cover", "end"):
            end(opened, slide, origin, words, dress)
        else:
            message(opened, slide, (number, len(every)), origin, words)
    packed = io.BytesIO()
    opened.save(packed)
    return packed.getvalue()
