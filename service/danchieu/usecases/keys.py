"""Keys for those who call the service from elsewhere; only their hashes are kept."""

import hashlib
import secrets
import time
from typing import Literal

from danchieu.errors import NameTakenError, NotFoundError
from danchieu.store import ApiKey, Ledger

Scope = Literal["read", "write"]
_PREFIX = "dc_"
_BYTES = 32


def make_key(ledger: Ledger, name: str, scope: Scope) -> str:
    """Keep a new key under ``name`` and return it: nobody can show it again.

    Raises:
        NameTakenError: a key has this name, perhaps a revoked one.
    """
    key = _PREFIX + secrets.token_urlsafe(_BYTES)
    if not ledger.add_key(ApiKey(name, scope, time.time(), None), _hash(key)):
        raise NameTakenError(f"{name}: a key has this name; choose another name")
    return key


def revoke_key(ledger: Ledger, name: str) -> None:
    """End a key at once.

    Raises:
        NotFoundError: no valid key has this name.
    """
    if not ledger.revoke_key(name, time.time()):
        raise NotFoundError(
            f"{name}: no valid key has this name; see danchieu keys list"
        )


def has_keys(ledger: Ledger) -> bool:
    """Return whether anybody could call."""
    return any(key.revoked is None for key in ledger.api_keys())


def allows(ledger: Ledger, key: str, scope: Scope) -> bool:
    """Return whether the key is valid and allows this; a write key may read."""
    known = ledger.key_of(_hash(key))
    return known is not None and known.scope in (scope, "write")


def _hash(key: str) -> str:
    # The key has 256 random bits, so a plain hash cannot be guessed backwards.
    return hashlib.sha256(key.encode()).hexdigest()
