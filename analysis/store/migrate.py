"""Migrations of a database to the tables of this program (Alembic)."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from analysis.store.engine import writing
from analysis.store.revision import Unavailable
from analysis.store.sql_tables import metadata, revision

FOLDER = Path(__file__).parent / "migrations"
# Alembic's context is one for the whole process.
_one_at_a_time = Lock()


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing. Of several processes that start at once one runs them, the others wait.

    Unavailable if the tables were made by another program, or by a newer version; they stay as they are.
    """
    with _one_at_a_time:
        scripts = ScriptDirectory(FOLDER)
        with engine.connect() as connection:
            if MigrationContext.configure(connection).get_current_revision() == scripts.get_current_head():
                return
        with writing(engine) as connection:
            is_current(connection)
            config = Config()
            config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Whether the tables are those of this program, not of an older version of it, and not none at all.

    Unavailable if they were made by another program, or by a newer version.
    """
    scripts = ScriptDirectory(FOLDER)
    version = MigrationContext.configure(connection).get_current_revision()
    ours = {each.revision for each in scripts.walk_revisions()}
    if version not in ours and not (version is None and is_empty(connection)):
        if version and inspect(connection).has_table(revision.name):
            raise Unavailable(f"layout {version}", "newer")
        raise Unavailable("other tables are there", "foreign")
    return version == scripts.get_current_head()


def is_empty(connection: Connection) -> bool:
    """Whether there is no table at all in SQLite, or none of our names in PostgreSQL, which others may share."""
    names = set(inspect(connection).get_table_names())
    return not (names if connection.dialect.name == "sqlite" else names & set(metadata.tables))
