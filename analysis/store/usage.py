"""How often pages were opened and files given out, day by day: numbers alone, of nobody."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from sqlalchemy import Engine, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from analysis.store.engine import database_errors, writing
from analysis.store.revision import Unavailable
from analysis.store.sql_tables import usage

Upsert = Callable[[Table], sqlite.Insert | postgresql.Insert]
INSERTS: dict[str, Upsert] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""By database: the insert that may add to a row that is there."""


@dataclass(frozen=True)
class Usage:
    """How often something was used on an ISO day: ``kind`` says what it is ("page"), ``name`` which one ("events")."""

    day: str
    kind: str
    name: str
    number: int


COLUMNS = tuple(usage.c[name] for name in Usage.__dataclass_fields__)


@dataclass(frozen=True)
class UsageStore:
    """The usage of a database, for several servers. What is counted waits in memory until `write`."""

    engine: Engine
    waiting: Counter[tuple[str, str, str]] = field(default_factory=Counter, repr=False, compare=False)
    lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def add(self, day: str, kind: str, name: str, number: int = 1) -> None:
        """Count something that was used on an ISO day, ``number`` times; as in `Usage`."""
        if number > 0:
            with self.lock:
                self.waiting[day, kind, name] += number

    def write(self) -> None:
        """Add what waits to the rows of the database; where that cannot be (Unavailable), it waits on."""
        with self.lock:
            numbers = Counter(self.waiting)
            self.waiting.clear()
        if not numbers:
            return
        added = INSERTS[self.engine.dialect.name](usage)
        statement = added.on_conflict_do_update(
            index_elements=list(usage.primary_key), set_={"number": usage.c.number + added.excluded.number}
        )
        lines = [dict(zip(Usage.__dataclass_fields__, (*key, n), strict=True)) for key, n in sorted(numbers.items())]
        try:
            with database_errors(), writing(self.engine) as connection:
                connection.execute(statement, lines)
        except Unavailable:
            with self.lock:
                self.waiting.update(numbers)
            raise

    def since(self, day: str) -> list[Usage]:
        """What was used from an ISO day on, as far as it is written: by day, kind and name."""
        query = select(*COLUMNS).where(usage.c.day >= day).order_by(*usage.primary_key)
        with database_errors(), self.engine.connect() as connection:
            return [Usage(*line) for line in connection.execute(query)]
