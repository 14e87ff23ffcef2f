"""What sections are made from when they are asked for by name: tables, words, day, revision."""

from dataclasses import dataclass

from analysis.schema import Tables
from analysis.sections.context.owner_texts import owner_text
from analysis.words import Translator


@dataclass(frozen=True)
class BaselineRevision:
    """An earlier revision: its id, the ISO day it was published, its tables."""

    revision: str
    published: str
    tables: Tables


@dataclass(frozen=True)
class ReportContext:
    """``today`` and ``published`` are ISO days; ``earlier`` is what news are told since."""

    tables: Tables
    words: Translator
    today: str | None = None
    revision: str = ""
    published: str = ""
    baseline: BaselineRevision | None = None

    @property
    def source(self) -> str:
        """Who publishes the data, and the dashboard's name."""
        return ", ".join(
            filter(None, (owner_text(self.tables, "publisher", self.words).text, self.words("frame.name")))
        )
