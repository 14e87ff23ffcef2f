"""The presentation: cover, one message a slide, end."""

import io
from datetime import datetime

from pptx.presentation import Presentation as Opened

from analysis.charts.svg import Origin
from analysis.exports.book import UNTOLD
from analysis.exports.deck.ends import Dress, end
from analysis.exports.deck.message import message
from analysis.exports.deck.opening import origin_of
from analysis.exports.deck.page import TAGS
from analysis.exports.deck.paper import paper
from analysis.exports.work import Progress, no_progress, with_progress
from analysis.sections import Presentation
from analysis.words import Words

LONGEST = 255
"""So many letters a property of a document may have."""
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
    _properties(opened, presentation, origin, words, made)
    every = list(enumerate(presentation.slides, 1))
    for number, slide in with_progress(every, progress):
        if slide.kind in ("cover", "end"):
            end(opened, slide, origin, words, dress)
        else:
            message(opened, slide, (number, len(every)), origin, words)
    packed = io.BytesIO()
    opened.save(packed)
    return packed.getvalue()


def _properties(opened: Opened, shown: Presentation, origin: Origin, words: Words, made: datetime | None) -> None:
    told, first = opened.core_properties, origin_of(shown.slides[0], origin) if shown.slides else origin
    told.title, told.subject, told.language = shown.title[:LONGEST], first.chosen[:LONGEST], TAGS[words.language]
    told.author = told.last_modified_by = (first.source or words("frame.name"))[:LONGEST]
    told.comments = ". ".join(filter(None, (first.line(words), origin.licence)))[:LONGEST]
    told.keywords, told.category = "", ""
    told.created = told.modified = (made or UNTOLD).replace(tzinfo=None)
