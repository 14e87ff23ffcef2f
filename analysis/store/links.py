"""What became of asking the links of a revision, and when each was asked."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Engine, delete, func, insert, select

from analysis.store.engine import database_errors, writing
from analysis.store.revision import UnknownRevision
from analysis.store.revision_rows import row
from analysis.store.sql_tables import link_result

DEAD = "dead"
"""The state of a link that leads nowhere."""


@dataclass(frozen=True)
class LinkResult:
    """The result of asking a link. ``state``, ``status``, ``moved_to``, ``reason``: as in `analysis.links.LinkAnswer`;
    ``time``: when it was asked."""

    link: str
    state: str
    status: int | None
    moved_to: str | None
    reason: str
    time: datetime


COLUMNS = tuple(link_result.c[name] for name in LinkResult.__dataclass_fields__)


@dataclass(frozen=True)
class LinkStore:
    """The results of a database. Each method raises Unavailable if that does not respond."""

    engine: Engine

    def all(self) -> list[LinkResult]:
        """All results, by link."""
        with database_errors(), self.engine.connect() as connection:
            return [LinkResult(*line) for line in connection.execute(select(*COLUMNS).order_by(link_result.c.link))]

    def dead(self) -> list[LinkResult]:
        """The results of links that lead nowhere, by link."""
        query = select(*COLUMNS).where(link_result.c.state == DEAD).order_by(link_result.c.link)
        with database_errors(), self.engine.connect() as connection:
            return [LinkResult(*line) for line in connection.execute(query)]

    def newest_time(self) -> datetime | None:
        """When a link was asked last; None if none was ever asked."""
        with database_errors(), self.engine.connect() as connection:
            return connection.execute(select(func.max(link_result.c.time))).scalar()

    def replace(self, results: Iterable[LinkResult], revision: str) -> None:
        """Put the results of the links of a revision in the place of all that there are.

        UnknownRevision if there is none of that id, or it was withdrawn while its links were asked.
        """
        lines = [asdict(each) | {"place": place} for place, each in enumerate(results)]
        with database_errors(), writing(self.engine) as connection:
            line = row(connection, revision)
            if line.withdrawn:
                raise UnknownRevision(revision)
            connection.execute(delete(link_result))
            if lines:
                connection.execute(insert(link_result), [each | {"revision": line.number} for each in lines])
