"""The toolkit for newcomers: the themes as doors, and behind them materials in reading order, stories and events."""

import pandas as pd

from analysis.measures.counts import by_values, total
from analysis.measures.ordering import newest_first, reading_order
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.context.section_context import SectionContext, nothing_to_show, section_context
from analysis.sections.filters.filter_summary import filter_summary
from analysis.sections.model.model import ItemList, Section, ThemeCard
from analysis.sections.records import list_items
from analysis.selection import Selection
from analysis.words import Translator

SHOWS = ("materials", "stories", "events")
TEN = 10


def toolkit(tables: Tables, selection: Selection, words: Translator, today: str | None = None) -> Section:
    """The section of the toolkit. Stories and events stand there where a theme is chosen, the newest ten of them."""
    context = section_context(tables, selection, words, today)
    coverage = owner_text(tables, "coverage", words)
    return Section(
        key="toolkit",
        title=words("toolkit.title"),
        filter_summary=filter_summary(context, SHOWS, ("materials",)),
        sentences=_sentences(context),
        lists=(*_materials(context), *(_beside(context) if selection.themes else ())),
        coverage=coverage.text,
        coverage_language=coverage.language,
        theme_cards=_doors(context),
    )


def _doors(context: SectionContext) -> tuple[ThemeCard, ...]:
    every = section_context(context.tables, context.selection.without("themes"), context.words, context.today).filtered
    codes = list(context.themes)
    tallies = {name: by_values(every[name], "themes", codes).tolist() for name in SHOWS}
    full = _full_names(context)
    return tuple(
        _door(context, code, full[code], [tallies[name][at] for name in SHOWS]) for at, code in enumerate(codes)
    )


def _door(context: SectionContext, code: str, full: code_labels.Label, tally: list[int]) -> ThemeCard:
    words, label = context.words, context.themes[code]
    name = code_labels.capital(label.text)
    told = full.text != name
    return ThemeCard(
        code=code,
        name=name,
        long=full.text if told else "",
        counts=tuple(words.plural(f"sections.{table}_n", n) for table, n in zip(SHOWS, tally, strict=True)),
        open=code in context.selection.themes,
        name_language=label.language,
        long_language=full.language if told else None,
    )


def _full_names(context: SectionContext) -> dict[str, code_labels.Label]:
    """What each theme is in the owner's words: its description, else its whole name."""
    frame, language = context.tables["themes"], context.words.language
    order = (f"description_{language}", f"name_{language}", "description_fi", "name_fi")
    found = {}
    for row in frame.to_dict("records"):
        column = next(each for each in order if pd.notna(row[each]))
        found[row["id"]] = code_labels.Label(row[column], None if column.endswith(f"_{language}") else "fi")
    return found


def _sentences(context: SectionContext) -> tuple[str, ...]:
    words, held = context.words, _rows(context, "materials")
    if not len(held):
        return (
            (words("toolkit.none"),)
            if any(total(frame) for frame in context.filtered.values())
            else nothing_to_show(context)
        )
    online = words.number(int(held["link"].notna().sum()))
    materials = words.plural("sections.materials_n", len(held))
    return (words("toolkit.sentence", materials=materials, online=online),)


def _materials(context: SectionContext) -> list[ItemList]:
    words = context.words
    kinds = tuple(code_labels.options("materials", "kind", words))
    ordered = reading_order(_rows(context, "materials"), kinds)
    first = ordered["start_here"].notna()
    lists = [("start", list_items.material_items(context, ordered[first], numbered=True), words("toolkit.start_note"))]
    lists += [
        (kind, list_items.material_items(context, ordered[~first & (ordered["kind"] == kind).fillna(False)]), "")
        for kind in kinds
    ]
    return [ItemList(key, words(f"toolkit.{key}"), items, note=note) for key, items, note in lists if items]


def _beside(context: SectionContext) -> tuple[ItemList, ...]:
    words = context.words
    made = {"stories": list_items.story_items, "events": list_items.event_items}
    lists = []
    for name, entry in made.items():
        rows = newest_first(context.filtered[name])
        more = words(f"toolkit.all_{name}") if len(rows) > TEN else ""
        some, empty = context.tables[name].loc[rows.index[:TEN]], words(f"toolkit.no_{name}")
        items = entry(context, some)
        lists.append(ItemList(name, words(f"sections.{name}"), items, empty, more, total=len(rows)))
    return tuple(lists)


def _rows(context: SectionContext, name: str) -> pd.DataFrame:
    return context.tables[name].loc[context.filtered[name].index]
