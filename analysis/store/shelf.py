"""Presentations that editors saved under a name: the shelf holds each once, the latest as it was saved."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select

from analysis.store.engine import answered, writing
from analysis.store.layout import presentation


@dataclass(frozen=True)
class Saved:
    """A presentation: its name in addresses, its title, its slides as an address has them, who saved it when.

    ``notes``: whether readers are given the presenter's notes too.
    """

    name: str
    title: str
    query: str
    author: str
    saved: datetime
    notes: bool = False


@dataclass(frozen=True)
class Shelf:
    """The saved presentations of a database. Each method raises Unavailable where it does not answer."""

    engine: Engine

    def all(self) -> list[Saved]:
        """Every one, by title."""
        with answered(), self.engine.connect() as connection:
            lines = connection.execute(select(presentation).order_by(presentation.c.title, presentation.c.name))
            return [Saved(**line._mapping) for line in lines]

    def get(self, name: str) -> Saved | None:
        """The one of a name; None where there is none."""
        with answered(), self.engine.connect() as connection:
            line = connection.execute(select(presentation).where(presentation.c.name == name)).first()
            return Saved(**line._mapping) if line else None

    def put(self, given: Saved) -> None:
        """Keep it in place of what bears its name."""
        with answered(), writing(self.engine) as connection:
            connection.execute(delete(presentation).where(presentation.c.name == given.name))
            connection.execute(insert(presentation).values(**asdict(given)))

    def remove(self, name: str) -> None:
        """Take one away, if it is there."""
        with answered(), writing(self.engine) as connection:
            connection.execute(delete(presentation).where(presentation.c.name == name))
