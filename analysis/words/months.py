"""Months and days of the week as they are called; a week begins on Monday (ISO 8601)."""

from babel.dates import get_day_names, get_month_names

from analysis.words.catalogue import Translator


def month(iso: str, words: Translator) -> str:
    """A month and its year: "toukokuu 2024" for "2024-05"."""
    year, number = iso.split("-")
    return f"{get_month_names('wide', 'stand-alone', words.locale)[int(number)]} {year}"


def weekdays(words: Translator) -> tuple[tuple[str, str], ...]:
    """The seven days from Monday on, each in short and in full: ("ma", "maanantai")."""
    short = get_day_names("short" if words.language == "fi" else "abbreviated", "stand-alone", words.locale)
    full = get_day_names("wide", "stand-alone", words.locale)
    return tuple((short[day], full[day]) for day in range(7))
