"""The doors of the toolkit: a card for each theme."""

from analysis.measures.counts import by_values
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, section_context
from analysis.sections.model.model import ThemeCard
from analysis.sections.pages.themes.groups import description

TABLES = ("materials", "stories", "events")


def theme_cards(context: SectionContext) -> tuple[ThemeCard, ...]:
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
