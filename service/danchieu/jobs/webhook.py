"""Tells a caller's address that a job has ended: signed, and to public places only."""

import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from danchieu.errors import BadCallbackError

SIGNATURE = "X-Danchieu-Signature"
TIMESTAMP = "X-Danchieu-Timestamp"
_PORTS = {"http": 80, "https": 443}
_GOOD = range(200, 300)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Sends JSON signed with ``secret``; ``private`` allows addresses of this network.

    A call takes at most twice ``seconds``, however slowly the receiver answers; it
    compares HMAC-SHA256 over ``<timestamp>.<body>`` with the same secret.
    """

    secret: str
    private: bool = False
    seconds: float = 10.0

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
        connection, sock = self._connect(parts, host)
        # A time-out of the socket begins anew with every byte that comes.
        is_cut = threading.Event()
        over = threading.Timer(self.seconds, _cut, [sock, is_cut])
        over.start()
        try:
            if isinstance(sock, ssl.SSLSocket):
                sock.do_handshake()
            path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
            connection.request("POST", path, body, headers)
            status = connection.getresponse().status
            if is_cut.is_set():  # what came so far may look like an answer
                raise TimeoutError
            return status
        finally:
            over.cancel()
            connection.close()

    def _connect(
        self, parts: SplitResult, host: str
    ) -> tuple[http.client.HTTPConnection, socket.socket]:
        port = _port(parts)
        connection = http.client.HTTPConnection(host, port, timeout=self.seconds)
        sock = socket.create_connection((host, port), timeout=self.seconds)
        if parts.scheme == "https":
            sock = ssl.create_default_context().wrap_socket(
                sock, server_hostname=parts.hostname, do_handshake_on_connect=False
            )
        connection.sock = sock
        return connection, sock

    def _resolve(self, parts: SplitResult) -> str:
        """Return the one IP that is checked and called: a name may change meanwhile."""
        try:
            found = socket.getaddrinfo(
                parts.hostname, _port(parts), type=socket.SOCK_STREAM
            )
        except (OSError, UnicodeError) as error:
            raise _refused(parts, "the name is not known") from error
        host = str(found[0][4][0])
        if not self.private and not _is_public(host):
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


def _is_public(host: str) -> bool:
    address = ipaddress.ip_address(host)
    return address.is_global and not address.is_multicast


def _cut(sock: socket.socket, is_cut: threading.Event) -> None:
    is_cut.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
