"""A gap in words: how many lack what, and what is to be said of each of its rows."""

from collections import Counter
from collections.abc import Iterator, Mapping

from analysis.measures.captions import DAYS, EXEMPT_BEFORE, CaptionTerm, caption_term
from analysis.measures.gap_kinds import Gap
from analysis.measures.link_places import web_links
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.section_context import SectionContext
from analysis.words import Translator

MOST_NAMES = 10
"""So many of the recordings that need no captions are named."""
Remarks = Mapping[tuple[str, str], str]
"""By table and key of a row: what is to be said of it."""


def gap_sentence(context: SectionContext, gap: Gap) -> str:
    """How many of how many lack it; of themes their names, of several tables how many rows of each."""
    words = context.words
    values = {"n": words.number(gap.number), "base": words.number(gap.base)}
    if gap.terms:
        labels = code_labels.row_names(gap.terms, context.themes)
        names = [labels[code][1] + _languages(gap.languages.get(code, ()), words) for code in gap.terms]
        values["themes"] = words.listing(names)
    elif len(gap.rows) > 1:
        parts = [words.plural(f"gaps.rows.{name}", len(rows)) for name, rows in gap.rows.items() if len(rows)]
        values["parts"] = words.listing(parts)
    if gap.day:
        values["day"] = words.day(gap.day)
    sentence = words(f"gaps.sentence.{gap.key}", **values)
    return " ".join((sentence, *_on_terms(context, gap))) if gap.key == "captions" else sentence


def without_gap(context: SectionContext, gap: Gap, title: str) -> str:
    """The sentence in place of `gap_sentence` if nothing lacks it: that it is so, or that nobody knows.

    ``title``: the gap's.
    """
    words = context.words
    if gap.key == "dead_links" and gap.day is None:
        return words("gaps.links_unasked")
    return " ".join((words("gaps.missing_none_of", title=title), *exempt_recordings(context, gap)))


def exempt_recordings(context: SectionContext, gap: Gap) -> Iterator[str]:
    """A sentence that names the recordings without captions that need none; nothing if there are none."""
    words = context.words
    if gap.exempt is None or not len(gap.exempt):
        return
    titles = context.tables["materials"].loc[gap.exempt[:MOST_NAMES], "title"]
    names = [words("gaps.quoted", title=each) for each in titles]
    if others := len(gap.exempt) - len(names):
        names.append(words.plural("gaps.captions.others", others))
    yield words("gaps.captions.exempt", day=words.day(EXEMPT_BEFORE), names=words.listing(names))


def remarks(context: SectionContext, gap: Gap, links: LinkAnswers | None) -> Remarks:
    """What is to be said of the rows of a gap: the term of captions, or the links that lead nowhere and when they were
    asked; nothing of other gaps. ``links``: what became of asking them."""
    words = context.words
    if gap.key == "captions":
        terms = caption_terms(context, gap)
        texts = {id: words.plural(f"gaps.term.{each.state}", each.days) for id, each in terms.items()}
        return {("materials", id): text for id, text in texts.items()}
    days = dict(links.dead if links else ())
    texts_by_row: dict[tuple[str, str], str] = {}
    for name, columns in gap.marks.items():
        frame, found = context.tables[name], dict[str, dict[str, str]]()
        for column, labels in columns.items():
            for label, link in web_links(frame.loc[labels, column]).items():
                if link in days:
                    text = words("gaps.dead_link", link=link, day=words.day(days[link]))
                    found.setdefault(str(frame.at[label, "id"]), {})[link] = text
        texts_by_row |= {(name, id): "; ".join(texts.values()) for id, texts in found.items()}
    return texts_by_row


def caption_terms(context: SectionContext, gap: Gap) -> dict[str, CaptionTerm]:
    """By id of a recording without captions its term; none without a day of today."""
    rows, today = context.tables["materials"].loc[gap.rows["materials"].index], context.today
    if not today:
        return {}
    pairs = zip(rows["id"], rows["published"], strict=True)
    return {str(id): caption_term(text_or_none(published) or "", today) for id, published in pairs}


def _on_terms(context: SectionContext, gap: Gap) -> Iterator[str]:
    """How many recordings are overdue, have days left, or have no day, and which need no captions."""
    words, numbers = context.words, Counter(each.state for each in caption_terms(context, gap).values())
    parts = [
        words(f"gaps.captions.{state}", n=words.number(numbers[state]))
        for state in ("overdue", "left", "unknown")
        if numbers[state]
    ]
    if parts:
        yield words("gaps.captions.terms", days=words.number(DAYS), parts="; ".join(parts))
    yield from exempt_recordings(context, gap)


def _languages(languages: tuple[str, ...], words: Translator) -> str:
    """The languages that a theme lacks, in brackets; empty without any."""
    names = words.listing([words(f"items.language.{each}") for each in languages])
    return f" ({names})" if names else ""
