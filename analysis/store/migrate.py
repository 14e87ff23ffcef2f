"""Brings a database to the layout of this program (Alembic)."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from analysis.store.engine import writing

FOLDER = Path(__file__).parent / "migrations"
# Alembic's context is one for the whole process.
_one_at_a_time = Lock()


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing. Of several processes that start at once one runs them, the others wait."""
    with _one_at_a_time:
        with engine.connect() as connection:
            if is_current(connection):
                return
        with writing(engine) as connection:
            config = Config()
            config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Whether no migration is missing."""
    return MigrationContext.configure(connection).get_current_revision() == ScriptDirectory(FOLDER).get_current_head()
