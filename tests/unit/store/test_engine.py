import threading

import pytest
from sqlalchemy import text

from danchieu.errors import SettingsError
from danchieu.store.engine import open_database


@pytest.fixture
def database(database_url):
    database = open_database(database_url)
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    yield database
    database.close()


def count(connection):
    return connection.scalar(text("SELECT count(*) FROM t"))


def insert(connection):
    connection.execute(text("INSERT INTO t VALUES (1)"))


def test_the_journal_is_written_ahead(tmp_path):
    database = open_database(f"sqlite:///{tmp_path / 'd.db'}")
    with database.reading() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    database.close()


def test_a_reader_neither_waits_for_the_writer_nor_sees_half(database):
    with database.writing() as writer:
        insert(writer)
        with database.reading() as reader:
            assert count(reader) == 0
    with database.reading() as reader:
        assert count(reader) == 1


def test_a_reader_sees_one_state_to_the_end(database):
    with database.reading() as reader:
        assert count(reader) == 0
        with database.writing() as writer:
            insert(writer)
        assert count(reader) == 0


def test_a_failed_write_is_taken_back(database):
    with pytest.raises(RuntimeError), database.writing() as connection:
        insert(connection)
        raise RuntimeError
    with database.reading() as connection:
        assert count(connection) == 0


def test_many_threads_lose_no_write(database):
    write_from_many_threads(database)


def test_many_threads_lose_no_write_in_memory():
    database = open_database("sqlite://")
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE t (n INTEGER)"))
    write_from_many_threads(database)
    database.close()


def write_from_many_threads(database):
    errors = []

    def work():
        try:
            for _ in range(20):
                with database.writing() as connection:
                    insert(connection)
                with database.reading() as connection:
                    count(connection)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert (errors, count(connection)) == ([], 120)


@pytest.mark.parametrize("url", ["nonsense", "oracle9://x/y", "sqlserver://x"])
def test_a_wrong_address_is_a_setting_error(url):
    with pytest.raises(SettingsError, match="DANCHIEU_DATABASE_URL"):
        open_database(url)
