"""Presentations that editors saved under a name."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, insert, select

from analysis.store.engine import database_errors, writing
from analysis.store.sql_tables import presentation as saved


@dataclass(frozen=True)
class SavedPresentation:
    """A saved presentation. ``name``: in addresses; ``query``: the slides as an address has them; ``notes``: whether
    readers get the presenter's notes too."""

    name: str
    title: str
    query: str
    author: str
    saved: datetime
    notes: bool = False


@dataclass(frozen=True)
class PresentationStore:
    """The saved presentations of a database. Each method raises Unavailable if that does not respond."""

    engine: Engine

    def all(self) -> list[SavedPresentation]:
        """All of them, by title."""
        with database_errors(), self.engine.connect() as connection:
            lines = connection.execute(select(saved).order_by(saved.c.title, saved.c.name))
            return [SavedPresentation(**line._mapping) for line in lines]

    def get(self, name: str) -> SavedPresentation | None:
        """The one of a name, None if there is none."""
        with database_errors(), self.engine.connect() as connection:
            line = connection.execute(select(saved).where(saved.c.name == name)).first()
            return SavedPresentation(**line._mapping) if line else None

    def put(self, presentation: SavedPresentation) -> None:
        """Save a presentation; it replaces the one of the same name."""
        with database_errors(), writing(self.engine) as connection:
            connection.execute(delete(saved).where(saved.c.name == presentation.name))
            connection.execute(insert(saved).values(**asdict(presentation)))

    def remove(self, name: str) -> None:
        """Delete the one of a name, if there is one."""
        with database_errors(), writing(self.engine) as connection:
            connection.execute(delete(saved).where(saved.c.name == name))
