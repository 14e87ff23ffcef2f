"""All that the data says of one story or one material, with what belongs to it."""

from typing import Any

import pandas as pd

from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import Detail, Fact, FactValue, address, fact, sources
from analysis.sections.model.typed_values import Days
from analysis.selection import Selection
from analysis.words import Translator
from analysis.words.language import clock


def story_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """A story, whatever the filters; None if no story has this key."""
    rows = tables["stories"]
    row: Any = next(rows[rows["id"].isin([id])].itertuples(index=False), None)
    if row is None:
        return None
    context, form = section_context(tables, Selection(), words, today), text_or_none(row.form)
    facts = (
        fact(
            _label("stories", "published", words),
            Days(published) if (published := text_or_none(row.published)) else None,
        ),
        fact(_label("stories", "form", words), _choice("stories", "form", form, words)),
        row_fact(context, "stories", "cluster", "clusters", text_or_none(row.cluster)),
        region_fact(context, "stories", row.regions),
        theme_fact(context, "stories", row.themes),
        _online_fact("stories", row, words),
        sources(text_or_none(row.source), words),
    )
    return Detail(("stories", id), str(row.title), tuple(filter(None, facts)), summary=text_or_none(row.summary) or "")


def material_detail(tables: Tables, id: str, words: Translator, today: str | None = None) -> Detail | None:
    """A material, whatever the filters; None if no material has this key."""
    rows = tables["materials"]
    row: Any = next(rows[rows["id"].isin([id])].itertuples(index=False), None)
    if row is None:
        return None
    context = section_context(tables, Selection(), words, today)
    texts = {
        "kind": _choice("materials", "kind", text_or_none(row.kind), words),
        "language": words(f"items.language.{row.language}") if text_or_none(row.language) else None,
        "duration_min": words("items.minutes", n=words.number(row.duration_min))
        if pd.notna(row.duration_min)
        else None,
        "captions": _choice("materials", "captions", text_or_none(row.captions), words),
        "starts_at": clock(int(row.starts_at)) if pd.notna(row.starts_at) else None,
    }
    published = text_or_none(row.published)
    facts = (
        *(fact(_label("materials", name, words), text) for name, text in texts.items() if text),
        fact(_label("materials", "published", words), Days(published) if published else None),
        row_fact(context, "materials", "event", "events", text_or_none(row.event)),
        theme_fact(context, "materials", row.themes),
        _online_fact("materials", row, words),
        sources(text_or_none(row.source), words),
    )
    title_language = text_or_none(row.language)
    foreign = title_language if title_language in LANGUAGES and title_language != words.language else None
    return Detail(
        ("materials", id),
        str(row.title),
        tuple(filter(None, facts)),
        summary=text_or_none(row.summary) or "",
        language=foreign,
    )


def region_fact(context: SectionContext, table: str, codes: tuple[str, ...]) -> Fact:
    """The regions of a row of a ``table``, each with its own row."""
    values = [FactValue(str(label), row=("regions", code)) for code, label in context.regions.items() if code in codes]
    return Fact(_label(table, "regions", context.words), tuple(values))


def theme_fact(context: SectionContext, table: str, codes: tuple[str, ...]) -> Fact:
    """The themes of a row of a ``table``, each with its own row."""
    values = []
    for code in codes:
        label = context.themes.get(code)
        text, language = (label.text, label.language) if label else (code, None)
        values.append(FactValue(code_labels.capital(text), language=language, row=("themes", code) if label else None))
    return Fact(_label(table, "themes", context.words), tuple(values))


def row_fact(context: SectionContext, table: str, column: str, other: str, id: str | None) -> Fact | None:
    """The row of an ``other`` table that a ``column`` of a ``table`` names by its key, ``id``; None if it names none.

    ``context``: where the rows are. A key that no row has is said as it is.
    """
    if not id:
        return None
    rows = context.tables[other]
    names = rows.loc[rows["id"] == id, "name"]
    value = FactValue(id) if names.empty else FactValue(str(names.iloc[0]), row=(other, id))
    return Fact(_label(table, column, context.words), (value,))


def _label(table: str, column: str, words: Translator) -> str:
    """The name of a column, as its sheet has it."""
    return words.name(TABLES[table].column(column).headers)


def _choice(table: str, column: str, code: str | None, words: Translator) -> str | None:
    """The name of a choice at the beginning of a line; None if none is made."""
    return code_labels.capital(str(code_labels.options(table, column, words)[code])) if code else None


def _online_fact(table: str, row: Any, words: Translator) -> Fact:
    """Where it is on the web, or that it is not there."""
    link = text_or_none(row.link)
    value = address(link) if link else FactValue(words("sections.not_online"))
    return Fact(_label(table, "link", words), (value,))
