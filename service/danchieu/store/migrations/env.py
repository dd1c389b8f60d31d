"""Runs the steps on the connection that the program gives."""

from alembic import context

from danchieu.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
