"""Writing and asking the keys of those who may call the service."""

from sqlalchemy import Connection, insert, select, update

from danchieu.store.job_records import ApiKey
from danchieu.store.job_tables import API_KEYS

_KEY = (API_KEYS.c.name, API_KEYS.c.scope, API_KEYS.c.created, API_KEYS.c.revoked)


def add(connection: Connection, key: ApiKey, hashed: str) -> bool:
    """Keep the key unless its name is taken."""
    named = select(API_KEYS.c.name).where(API_KEYS.c.name == key.name)
    if connection.scalar(named) is not None:
        return False
    values = {
        "name": key.name,
        "hash": hashed,
        "scope": key.scope,
        "created": key.created,
        "revoked": key.revoked,
    }
    connection.execute(insert(API_KEYS).values(values))
    return True


def read_all(connection: Connection) -> tuple[ApiKey, ...]:
    """Return all keys by name."""
    rows = connection.execute(select(*_KEY).order_by(API_KEYS.c.name))
    return tuple(ApiKey(*row) for row in rows)


def read_valid(connection: Connection, hashed: str) -> ApiKey | None:
    """Return the key with this hash unless it is revoked."""
    valid = API_KEYS.c.hash == hashed, API_KEYS.c.revoked.is_(None)
    row = connection.execute(select(*_KEY).where(*valid)).first()
    return ApiKey(*row) if row else None


def revoke(connection: Connection, name: str, now: float) -> bool:
    """End the key."""
    valid = API_KEYS.c.name == name, API_KEYS.c.revoked.is_(None)
    ended = update(API_KEYS).where(*valid).values(revoked=now)
    return connection.execute(ended).rowcount == 1
