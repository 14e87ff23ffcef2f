"""A language as a value: its texts by key from the catalogues of data/locale, its numbers, days and months.

Finnish and Swedish days are d.m.yyyy without zeros, with an en dash between two (Helsinki Design System, data formats;
Institute for the Languages of Finland); English ones are "24 June 2023".
"""

import gettext
import io
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_day_names, get_month_names
from babel.lists import format_list
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from analysis.schema import LANGUAGES, Language, Names

DEFAULT_LANGUAGE: Language = "fi"
FOLDER = Path(__file__).parents[2] / "data" / "locale"
HELSINKI = ZoneInfo("Europe/Helsinki")
"""The time zone by which days and times are counted and shown."""
MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
THOUSANDS: dict[Language, str] = {"fi": NO_BREAK, "en": ",", "sv": NO_BREAK}
"""What stands between thousands."""


@dataclass(frozen=True)
class Translator:
    """Texts, numbers and days in one language. Made by `translator`, passed along as an argument."""

    language: Language
    catalogue: gettext.NullTranslations
    locale: Locale = field(compare=False, repr=False)

    def __call__(self, key: str, /, **values: Any) -> str:
        """The text of a key with its values filled in; KeyError if no catalogue has the key."""
        text = self.catalogue.gettext(key)
        if text == key:
            raise KeyError(f"{key!r} is in no catalogue of {self.language!r}")
        return text.format_map(values)

    def plural(self, key: str, n: int, /, **values: Any) -> str:
        """The text of a key in the plural form of a number; ``{n}`` in it is the formatted number."""
        text = self.catalogue.ngettext(key, key, n)
        if text == key:
            raise KeyError(f"{key!r} is in no catalogue of {self.language!r}")
        return text.format_map({"n": self.number(n)} | values)

    def name(self, names: Names) -> str:
        """The name in this language."""
        return str(getattr(names, self.language))

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as it is written: 1 234,5 with a no-break space, in English 1,234.5; a true minus."""
        return _number(value, self.locale, decimals)

    def change(self, value: int) -> str:
        """A difference with its sign: "+3", "−5", "±0"."""
        sign = "+" if value > 0 else "±" if value == 0 else ""
        return sign + self.number(value)

    def day(self, iso: str) -> str:
        """A day at its precision: 24.6.2023, 6/2023 or 2023; in English 24 June 2023, June 2023, 2023."""
        year, *rest = iso.split("-")
        if not rest:
            return year
        month = int(rest[0])
        if self.language == "en":
            name = get_month_names("wide", locale=self.locale)[month]
            return f"{int(rest[1])} {name} {year}" if len(rest) > 1 else f"{name} {year}"
        return f"{int(rest[1])}.{month}.{year}" if len(rest) > 1 else f"{month}/{year}"

    def days(self, starts: str, ends: str | None) -> str:
        """A span of days: 30.1.–2.2.2023, 5/2019–12/2021. Year, or month and year, are written once if both ends are
        full days. Only English ends of several words have spaces around the dash."""
        if not ends or ends == starts:
            return self.day(starts)
        if len(starts) == len(ends) == 10 and starts[:4] == ends[:4]:
            first, month, same_month = int(starts[8:]), int(starts[5:7]), starts[:7] == ends[:7]
            if self.language == "en":
                name = get_month_names("wide", locale=self.locale)[month]
                start = f"{first}{DASH}" if same_month else f"{first} {name} {DASH} "
            else:
                start = f"{first}.{DASH}" if same_month else f"{first}.{month}.{DASH}"
            return start + self.day(ends)
        begin, end = self.day(starts), self.day(ends)
        space = " " if " " in begin + end else ""
        return f"{begin}{space}{DASH}{space}{end}"

    def month(self, iso: str) -> str:
        """A month and its year as a heading: "toukokuu 2024" for "2024-05"."""
        year, month = iso.split("-")
        names = get_month_names("wide", "stand-alone", self.locale)
        return f"{names[int(month)]} {year}"

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """The seven days from Monday on (ISO 8601), each in short and in full: ("ma", "maanantai")."""
        short = get_day_names("short" if self.language == "fi" else "abbreviated", "stand-alone", self.locale)
        full = get_day_names("wide", "stand-alone", self.locale)
        return tuple((short[day], full[day]) for day in range(7))

    def listing(self, parts: list[str]) -> str:
        """Parts as a list in words: "Lappi, Kainuu ja Pohjois-Savo"."""
        return format_list(parts, locale=self.locale) if parts else ""


@cache
def translator(language: Language) -> Translator:
    """The texts of a language, read once; KeyError if it is no language of ours."""
    if language not in LANGUAGES:
        raise KeyError(language)
    catalogue = Catalog(locale=language)
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            messages = read_po(file, locale=language)
        for message in messages:
            if message.id:
                catalogue.add(message.id, message.string)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    locale = Locale("en", "GB") if language == "en" else Locale(language)
    return Translator(language, gettext.GNUTranslations(compiled), locale)


@lru_cache(maxsize=20_000)
def _number(value: float, locale: Locale, decimals: int) -> str:
    """A number with this many decimals, grouped as `THOUSANDS` says."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=locale).replace("-", MINUS)


def clock(seconds: int) -> str:
    """A length or a place in a recording, the same in all languages: "12:30", from an hour on "1:15:30"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
