"""What the toolkit lacks, for everyone in a sentence; the rows and worklists are on the page of gaps."""

from collections.abc import Iterator

from analysis.measures.gap_kinds import TOOLKIT_GAPS
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import ItemList
from analysis.sections.records.gap_sentences import exempt_recordings
from analysis.sections.records.worklists import GAP_PAGE, selected_gaps


def toolkit_gaps(context: SectionContext, links: LinkAnswers | None = None) -> Iterator[ItemList]:
    """A list without entries that says what the toolkit lacks and leads to the gaps; nothing without any material.

    ``links``: what became of asking them, None if they never were asked.
    """
    words = context.words
    if not len(context.filtered["materials"]):
        return
    every = selected_gaps(context.tables, context.selection, words, context.today, links)
    gaps = {each.key: each for each in every if each.key in TOOLKIT_GAPS}
    parts = [words.plural(f"toolkit.lacks.{each.key}", each.number) for each in gaps.values() if each.number]
    lacks = words("toolkit.lacks", parts=words.listing(parts)) if parts else words("toolkit.lacks_nothing")
    day = [words("toolkit.links_day", day=words.day(links.day))] if links else []
    text = " ".join((lacks, *exempt_recordings(context, gaps["captions"]), *day))
    yield ItemList(GAP_PAGE, words("toolkit.lacks_title"), (), text, more=words("toolkit.lacks_more"))
