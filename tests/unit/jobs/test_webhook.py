import hashlib
import hmac
import json
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from danchieu.errors import BadCallbackError
from danchieu.jobs.webhook import SIGNATURE, TIMESTAMP, Webhook

SECRET = "a secret of our own"


@pytest.fixture
def receiver():
    taken = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            taken.append((dict(self.headers), body, self.path))
            self.send_response(500 if self.path == "/bad" else 204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", taken
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_receiver_can_check_who_sent_it(receiver):
    address, taken = receiver
    webhook = Webhook(SECRET, private=True)
    assert webhook.send(f"{address}/x?a=1", {"job": "j", "state": "done"}) is True
    [(headers, body, path)] = taken
    assert (path, json.loads(body)) == ("/x?a=1", {"job": "j", "state": "done"})
    signed = headers[TIMESTAMP].encode() + b"." + body
    expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    assert headers[SIGNATURE] == f"sha256={expected}"


def test_a_receiver_that_fails_or_is_away_did_not_take_it(receiver):
    address, _ = receiver
    webhook = Webhook(SECRET, private=True)
    assert webhook.send(f"{address}/bad", {}) is False
    assert webhook.send("http://127.0.0.1:9/", {}) is False


def test_private_addresses_are_refused_also_at_the_time_of_sending(receiver):
    address, taken = receiver
    with pytest.raises(BadCallbackError, match="private"):
        Webhook(SECRET).send(address, {})
    assert taken == []


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "169.254.169.254", "224.0.0.1", "[::1]", "[::ffff:10.0.0.1]"]
)
def test_no_address_inside_or_for_many_is_called(host):
    with pytest.raises(BadCallbackError, match="private"):
        Webhook(SECRET).check(f"http://{host}/")


def test_a_receiver_that_never_ends_its_answer_is_left():
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()
        dripping = threading.Thread(target=_drip, args=(server, over))
        dripping.start()
        started = time.monotonic()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        webhook = Webhook(SECRET, private=True, seconds=0.5)
        assert webhook.send(address, {}) is False
        assert time.monotonic() - started < 10
        over.set()
        dripping.join()


def _drip(server, over):
    """Send the head of an answer byte by byte, each within the time-out."""
    caller, _ = server.accept()
    with caller, suppress(OSError):
        caller.sendall(b"HTTP/1.1 200 ")
        while not over.wait(0.05):
            caller.sendall(b"x")
