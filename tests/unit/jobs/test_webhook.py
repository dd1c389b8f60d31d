import hashlib
import hmac
import json
import threading
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
