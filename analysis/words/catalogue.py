"""The catalogues: every text a person sees, by key, in one language."""

import gettext
import io
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from analysis.schema import LANGUAGES, Language, Names
from analysis.words import formats

DEFAULT_LANGUAGE: Language = "fi"
FOLDER = Path(__file__).parents[2] / "data" / "locale"


@dataclass(frozen=True)
class Translator:
    """Texts, numbers and days in one language. Made by `words`, passed along as an argument."""

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
        return names.of(self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as it is written: no-break space between thousands, decimal comma, true minus."""
        return formats.number(value, self.locale, decimals)

    def change(self, value: int) -> str:
        """A difference with its sign: "+3", "−5", "±0"."""
        sign = "+" if value > 0 else "±" if value == 0 else ""
        return sign + self.number(value)

    def day(self, iso: str) -> str:
        """A day at its precision: 24.6.2023, 6/2023 or 2023; in English 24 June 2023, June 2023, 2023."""
        return formats.day(iso, self.language)

    def days(self, starts: str, ends: str | None) -> str:
        """A span of days without what repeats: 30.1.–2.2.2023."""
        return formats.days(starts, ends, self.language)

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
        for message in read_catalogue(path):
            if message.id:
                catalogue.add(message.id, message.string)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator(language, gettext.GNUTranslations(compiled), formats.LOCALES[language])


def read_catalogue(path: Path) -> Catalog:
    """One catalogue file, its language taken from its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name)
