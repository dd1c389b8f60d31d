import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from danchieu.errors import SettingsError
from danchieu.store.engine import open_database
from danchieu.store.migrating import migrate
from danchieu.store.tables import METADATA


@pytest.fixture
def database(database_url):
    database = open_database(database_url)
    yield database
    database.close()


def test_migrations_make_the_tables_that_the_code_uses(database):
    migrate(database)
    with database.reading() as connection:
        options = {"include_name": lambda name, kind, _: not _is_of_search(name, kind)}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def _is_of_search(name, kind):
    """Say whether the database's own full-text search made the table."""
    return kind == "table" and name.startswith("search_text")


def test_migrating_twice_is_migrating_once(database):
    migrate(database)
    migrate(database)
    with database.reading() as connection:
        assert set(METADATA.tables) < set(inspect(connection).get_table_names())


def test_a_database_from_the_future_is_refused(database):
    migrate(database)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v9999'"))
    with pytest.raises(SettingsError, match="newer"):
        migrate(database)


def test_two_openings_of_a_new_database_do_not_collide(database_url):
    first, second = open_database(database_url), open_database(database_url)
    migrate(first)
    migrate(second)
    first.close()
    second.close()
