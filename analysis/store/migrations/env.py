"""Alembic's entry: runs in the transaction that `analysis.store.migrate` opened."""

from alembic import context

from analysis.store.sql_tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
