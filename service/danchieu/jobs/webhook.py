"""Tells a caller's address that a job has ended: signed, and to public places only."""

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from danchieu.errors import BadCallbackError

SIGNATURE = "X-Danchieu-Signature"
TIMESTAMP = "X-Danchieu-Timestamp"
_SECONDS = 10.0
_PORTS = {"http": 80, "https": 443}
_GOOD = range(200, 300)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Sends JSON signed with ``secret``; ``private`` allows addresses of this network.

    The receiver takes HMAC-SHA256 over ``<timestamp>.<body>`` with the same secret.
    """

    secret: str
    private: bool = False

    def check(self, address: str) -> None:
        """Accept an address that we would call now.

        Raises:
            BadCallbackError: not http(s), unknown, or inside a private network.
        """
        self._resolve(_split(address))

    def send(self, address: str, said: Mapping[str, object]) -> bool:
        """Send once; return whether the receiver took it. Redirects are not followed.

        Raises:
            BadCallbackError: the address is not one that we call.
        """
        parts = _split(address)
        host = self._resolve(parts)
        body = json.dumps(said, ensure_ascii=False).encode()
        try:
            return self._post(parts, host, body) in _GOOD
        except (OSError, http.client.HTTPException):
            return False

    def signature(self, timestamp: str, body: bytes) -> str:
        """Return what the receiver compares with."""
        signed = timestamp.encode() + b"." + body
        digest = hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()
        return f"sha256={digest}"

    def _post(self, parts: SplitResult, host: str, body: bytes) -> int:
        timestamp = str(int(time.time()))
        headers = {
            "Host": parts.netloc,
            "Content-Type": "application/json; charset=utf-8",
            TIMESTAMP: timestamp,
            SIGNATURE: self.signature(timestamp, body),
        }
        connection = _connection(parts, host)
        try:
            path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
            connection.request("POST", path, body, headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def _resolve(self, parts: SplitResult) -> str:
        """Return the one IP that is checked and called: a name may change meanwhile."""
        try:
            found = socket.getaddrinfo(
                parts.hostname, _port(parts), type=socket.SOCK_STREAM
            )
        except (OSError, UnicodeError) as error:
            raise _refused(parts, "the name is not known") from error
        host = str(found[0][4][0])
        if not self.private and not ipaddress.ip_address(host).is_global:
            raise _refused(parts, "it is inside a private network")
        return host


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        known = parts.scheme in _PORTS and bool(parts.hostname) and _port(parts) > 0
    except ValueError:
        known = False
    if not known or parts.username is not None:
        raise BadCallbackError(f"{address[:200]}: not an http or https address")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def _refused(parts: SplitResult, why: str) -> BadCallbackError:
    return BadCallbackError(
        f"{parts.hostname}: {why}; use a public address, or allow others with "
        "DANCHIEU_WEBHOOK_PRIVATE"
    )


def _connection(parts: SplitResult, host: str) -> http.client.HTTPConnection:
    port = _port(parts)
    plain = http.client.HTTPConnection(host, port, timeout=_SECONDS)
    plain.sock = socket.create_connection((host, port), timeout=_SECONDS)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        plain.sock = context.wrap_socket(plain.sock, server_hostname=parts.hostname)
    return plain
