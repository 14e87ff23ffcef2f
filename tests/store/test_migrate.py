"""The migrations make what the layout declares."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from analysis.store import Store
from analysis.store.migrate import FOLDER
from analysis.store.sql_tables import metadata


def test_the_migrations_make_what_the_layout_declares(store: Store):
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_store_that_was_opened_misses_no_migration(store: Store):
    with store.engine.connect() as connection:
        version = MigrationContext.configure(connection).get_current_revision()
        assert version == ScriptDirectory(FOLDER).get_current_head()
