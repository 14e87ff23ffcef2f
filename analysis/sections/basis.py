"""What sections are made from when they are asked for by name: tables, words, day, revision."""

from dataclasses import dataclass

from analysis.schema import Tables
from analysis.sections.said import said
from analysis.words import Words


@dataclass(frozen=True)
class Earlier:
    """An earlier revision: its id, the ISO day it was published, its tables."""

    revision: str
    published: str
    tables: Tables


@dataclass(frozen=True)
class Basis:
    """``today`` and ``published`` are ISO days; ``earlier`` is what news are told since."""

    tables: Tables
    words: Words
    today: str | None = None
    revision: str = ""
    published: str = ""
    earlier: Earlier | None = None

    @property
    def source(self) -> str:
        """Who publishes the data, and the dashboard's name."""
        return ", ".join(filter(None, (said(self.tables, "publisher", self.words).text, self.words("frame.name"))))
