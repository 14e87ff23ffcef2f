"""Numbers, days and lists as they are written. Finnish and Swedish: d.m.yyyy without zeros, en dash between (Helsinki
Design System, data formats; Institute for the Languages of Finland); English: 24 June 2023.
"""

from functools import lru_cache

from babel import Locale
from babel.dates import get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal

from analysis.schema import LANGUAGES, Language

LOCALES: dict[Language, Locale] = {code: Locale(code) if code != "en" else Locale("en", "GB") for code in LANGUAGES}
MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"


@lru_cache(maxsize=20_000)
def number(value: float, locale: Locale, decimals: int = 0) -> str:
    """A number with so many decimals; English too takes the no-break space, so that no comma is misread."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    text = format_decimal(value, format=pattern, locale=locale)
    if locale.language == "en":
        text = text.replace(",", NO_BREAK)
    return text.replace("-", MINUS)


def change(value: int, locale: Locale) -> str:
    """A difference with its sign; no difference is "±0"."""
    sign = "+" if value > 0 else "±" if value == 0 else ""
    return sign + number(value, locale)


def day(iso: str, language: Language) -> str:
    """An ISO day of any precision as it is written in a language."""
    year, *rest = iso.split("-")
    if not rest:
        return year
    month = int(rest[0])
    if language == "en":
        name = get_month_names("wide", locale=LOCALES["en"])[month]
        return f"{int(rest[1])} {name} {year}" if len(rest) > 1 else f"{name} {year}"
    return f"{int(rest[1])}.{month}.{year}" if len(rest) > 1 else f"{month}/{year}"


def days(starts: str, ends: str | None, language: Language) -> str:
    """A span of days; the year, and within one month the month, is written once where both ends are full days."""
    if not ends or ends == starts:
        return day(starts, language)
    if len(starts) == len(ends) == 10 and starts[:4] == ends[:4]:
        return _short_start(starts, ends, language) + day(ends, language)
    space = "" if len(starts) == len(ends) == 4 else " "
    return f"{day(starts, language)}{space}{DASH}{space}{day(ends, language)}"


def _short_start(starts: str, ends: str, language: Language) -> str:
    first, month = int(starts[8:]), int(starts[5:7])
    same_month = starts[:7] == ends[:7]
    if language == "en":
        name = get_month_names("wide", locale=LOCALES["en"])[month]
        return f"{first}{DASH}" if same_month else f"{first} {name} {DASH} "
    return f"{first}.{DASH}" if same_month else f"{first}.{month}.{DASH}"


def clock(seconds: int) -> str:
    """A length or a place in a recording, the same in all languages: "12:30", from an hour on "1:15:30"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def listing(parts: list[str], locale: Locale) -> str:
    """Parts joined by commas and the language's "and"."""
    return format_list(parts, locale=locale) if parts else ""
