"""A name in the three languages of the dashboard."""

from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["fi", "en", "sv"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class Names:
    """One thing's name in Finnish, English and Swedish."""

    fi: str
    en: str
    sv: str

    def of(self, language: Language) -> str:
        """The name in one language."""
        return str(getattr(self, language))

    @property
    def all(self) -> tuple[str, str, str]:
        """The three names, Finnish first."""
        return (self.fi, self.en, self.sv)


def names(line: str) -> Names:
    """Names from a line as the contract writes them: ``"Nimi · Name · Namn"``; one word alone serves all three."""
    parts = [part.strip() for part in line.split(" · ")]
    fi, en, sv = parts if len(parts) == 3 else parts * 3
    return Names(fi, en, sv)
