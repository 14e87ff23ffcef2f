"""The toolkit for newcomers: the themes as cards, and for them materials in reading order, stories and events."""

from dataclasses import replace

import pandas as pd

from analysis.measures.counts import by_values, total
from analysis.measures.ordering import reading_order
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section, ThemeCard
from analysis.sections.pages.themes.groups import description
from analysis.sections.records.list_items import TEN, material_items, newest_list
from analysis.selection import Selection
from analysis.words import Translator

TABLES = ("materials", "stories", "events")


def toolkit(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the toolkit; if a theme is chosen, with the ten newest stories and events of it."""
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    materials = tables["materials"].loc[context.filtered["materials"].index]
    newest = [_newest(context, name) for name in ("stories", "events")] if selection.themes else []
    return Section(
        key="toolkit",
        title=words("toolkit.title"),
        filter_summary=filter_summary(context, TABLES, ("materials",)),
        sentences=_sentences(context, materials),
        lists=(*_material_lists(context, materials), *newest),
        coverage=coverage.text,
        coverage_language=coverage.language,
        theme_cards=_theme_cards(context),
    )


def _theme_cards(context: SectionContext) -> tuple[ThemeCard, ...]:
    """A card for each theme with its counts under the other filters."""
    words, themes = context.words, context.themes
    every = section_context(context.tables, context.selection.without("themes"), words, context.today).filtered
    counts = {name: by_values(every[name], "themes", list(themes)) for name in TABLES}
    descriptions = {code: description(context, "themes", code, label) for code, label in themes.items()}
    return tuple(
        ThemeCard(
            code=code,
            name=code_labels.capital(label.text),
            long=descriptions[code].text,
            counts=tuple(words.plural(f"sections.{name}_n", int(counts[name][code])) for name in TABLES),
            open=code in context.selection.themes,
            name_language=label.language,
            long_language=descriptions[code].language,
        )
        for code, label in themes.items()
    )


def _sentences(context: SectionContext, materials: pd.DataFrame) -> tuple[str, ...]:
    words = context.words
    if len(materials):
        count, online = words.plural("sections.materials_n", len(materials)), int(materials["link"].notna().sum())
        return (words("toolkit.sentence", materials=count, online=words.number(online)),)
    if any(total(records) for records in context.filtered.values()):
        return (words("toolkit.none"),)
    return nothing_to_show(context)


def _material_lists(context: SectionContext, materials: pd.DataFrame) -> list[ItemList]:
    """The materials to start with, numbered, then the others by kind; lists without items are left out."""
    words, kinds = context.words, code_labels.options("materials", "kind", context.words)
    ordered = reading_order(materials, tuple(kinds))
    first = ordered["start_here"].notna()
    lists = [("start", material_items(context, ordered[first], numbered=True), words("toolkit.start_note"))]
    lists += [(kind, material_items(context, ordered[~first & ordered["kind"].isin([kind])]), "") for kind in kinds]
    return [ItemList(key, words(f"toolkit.{key}"), items, note=note) for key, items, note in lists if items]


def _newest(context: SectionContext, name: str) -> ItemList:
    words = context.words
    items = newest_list(context, name, context.filtered[name], words(f"sections.{name}"), words(f"toolkit.no_{name}"))
    return replace(items, note="", more=words(f"toolkit.all_{name}") if items.total > TEN else "")
