"""Values of the filter options: sections by key; regions, themes, priorities and event types by id or by any name."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from analysis.cli.translated_click import fail
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.aliases import ALL_SEVEN, REGION_ALIASES, SEVEN, SHORT_THEMES
from analysis.schema.kinds import Choice
from analysis.sections import ReportContext
from analysis.sections.filters.filter_options import filter_options, known_values
from analysis.sections.presentation.full_sections import ALL_SECTIONS, full_sections
from analysis.selection import Selection
from analysis.words import Translator

SEPARATORS = re.compile(r"[\s_‐‑–—−-]+")
YEARS = re.compile(r"(\d{4})(?:[-–](\d{4}))?")


def section_keys(options: Sequence[str], context: ReportContext, selection: Selection) -> tuple[str, ...]:
    """The keys of sections, each once; the command fails if one is unknown or has nothing to show."""
    words, keys = context.words, tuple(dict.fromkeys(key for each in options for key in each.split(",")))
    for key in keys:
        if key.partition(":")[0] not in ALL_SECTIONS:
            fail(words("command.error.section", section=key, known=", ".join(ALL_SECTIONS)))
        if not full_sections([key], context, selection):
            fail(words("command.error.section_empty", section=key))
    return keys


def filter_ids(name: str, options: Iterable[str], tables: Tables, words: Translator) -> tuple[str, ...]:
    """The ids of a filter's values (``name``: region, theme, priority or kind); the command fails if one is unknown.

    An option holds one value, or several with commas or semicolons between; a comma within a name separates nothing.
    """
    id_of = _ids_by_word(name, tables)
    ids: list[str] = []
    for option in options:
        if name == "region" and _fold(option) in {_fold(each) for each in ALL_SEVEN}:
            ids += SEVEN
            continue
        for value in [option] if _fold(option) in id_of else [each.strip() for each in re.split("[,;]", option)]:
            if _fold(value) not in id_of:
                fail(words(f"command.error.{name}", value=value))
            ids.append(id_of[_fold(value)])
    return tuple(dict.fromkeys(ids))


def years(option: str | None, words: Translator) -> tuple[int, int] | None:
    """First and last year of ``2021`` or ``2021-2024``; the command fails if it is neither."""
    if option is None:
        return None
    match = YEARS.fullmatch(option.strip())
    if match is None:
        fail(words("command.error.years", years=option))
    first, last = int(match[1]), int(match[2] or match[1])
    return min(first, last), max(first, last)


def period(option: str | None, context: ReportContext) -> str:
    """The period that an option compares numbers with, as addresses name it; the command fails if it is unknown."""
    options, text = filter_options(context.tables, context.words), (option or "").strip()
    known, unknown = known_values(Selection(compare=text), options)
    if unknown:
        periods = ", ".join(id for id, _ in options["compare"])
        fail(context.words("command.error.period", period=text, known=periods))
    return known.compare


def _ids_by_word(name: str, tables: Tables) -> dict[str, str]:
    """Folded word → id, for each word by which a value of the filter may be called."""
    kind = TABLES["events"].column("kind").kind
    if name == "kind" and isinstance(kind, Choice):
        return {_fold(word): each.key for each in kind.options for word in (each.key, *each.names)}
    if name == "region":
        own = {word: code for word, code in _own_names(tables["regions"], "code").items() if code in SEVEN}
        words_by_code = {code: (code, *names, *REGION_ALIASES[code]) for code, names in SEVEN.items()}
        return own | {_fold(word): code for code, words in words_by_code.items() for word in words}
    if name == "theme":
        own = _own_names(tables["themes"], "id")
        short = {_fold(word): key for key, names in SHORT_THEMES.items() for word in names}
        return {word: key for word, key in short.items() if key in own.values()} | own
    return _own_names(tables["priorities"], "id")


def _own_names(frame: pd.DataFrame, key: str) -> dict[str, str]:
    """Folded name in any language, or id, → id; an id has precedence."""
    columns = [*(f"name_{language}" for language in LANGUAGES), key]
    pairs = (zip(frame[column], frame[key], strict=True) for column in columns)
    return {_fold(word): id for each in pairs for word, id in each if pd.notna(word)}


def _fold(word: str) -> str:
    return SEPARATORS.sub("", word).casefold()
