import hashlib

import pytest
from factories import knowledge
from fake_delivery import FakeDelivery
from fake_edge import ONE_PIXEL, PLAN, FakeChain
from fastapi.testclient import TestClient

from danchieu.domain.limits import Limits
from danchieu.jobs import KEPT, InProcessReader
from danchieu.jobs.webhook import Webhook
from danchieu.server import create_app
from danchieu.server.logs import set_up_logs
from danchieu.store import BatchFile, ContentFolder, NewJob, open_ledger
from danchieu.usecases import batches, open_store
from danchieu.usecases.batches import Desk
from danchieu.usecases.figures import Figures
from danchieu.usecases.job_identity import job_id_of
from danchieu.usecases.keys import allows, make_key, revoke_key
from danchieu.usecases.uploads import QueuedUploads
from danchieu.usecases.working import Tools, Workshop

LARGE = (PLAN + "x" * 2_000).encode()


class Work:
    """The service's crew with a delivery that we hand over ourselves."""

    def __init__(self, folder):
        url = f"sqlite:///{folder / 'danchieu.sqlite'}"
        self.ledger, self.store = open_ledger(url), open_store(url, folder)
        self.delivery, self.figured = FakeDelivery(), Figures()
        kept, limits = ContentFolder(folder / "files"), Limits(max_bytes=100_000)
        self.reader = InProcessReader(FakeChain())
        self.tools = Tools(
            store=self.store,
            ledger=self.ledger,
            reader=self.reader,
            kept=kept,
            quarantine=folder / "quarantine",
            limits=limits,
            figures=self.figured,
        )
        self.shop = Workshop(self.tools, name="a", hands=1, replaced=print)
        self.uploads = QueuedUploads(
            Desk(self.ledger, self.delivery, kept, limits),
            limits,
            prompt_bytes=1_000,
            queue_limit=2,
            webhook=Webhook("a secret of our own"),
        )

    def start(self):
        pass

    def stop(self):
        self.ledger.close()

    def trouble(self):
        return None if self.shop.trouble is None else "StoreUnavailableError"

    def figures(self):
        return self.figured.text(self.ledger)

    def do_all(self):
        self.delivery.hand_over(self.shop)


@pytest.fixture
def work(tmp_path):
    set_up_logs("error")
    return Work(tmp_path)


def client_of(work, **keys):
    app = create_app(
        work.store,
        work.reader,
        limits=work.tools.limits,
        knowledge=knowledge(),
        work=work,
        **keys,
    )
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


@pytest.fixture
def client(work):
    with client_of(work) as client:
        yield client


def post(client, content=LARGE, name="ke-hoach.txt", **query):
    return client.post("/v1/documents", files={"file": (name, content)}, params=query)


def test_a_small_digital_file_is_answered_at_once(client):
    assert post(client, b"ng\xe1\xba\xafn").status_code == 200


@pytest.mark.parametrize(("name", "content"), [("a.txt", LARGE), ("a.png", ONE_PIXEL)])
def test_others_become_a_job(client, name, content):
    answer = post(client, content, name)
    assert (answer.status_code, answer.json()["state"]) == (202, "waiting")
    assert answer.headers["location"] == f"/v1/jobs/{answer.json()['id']}"


def test_a_job_ends_with_its_document(client, work):
    where = post(client).headers["location"]
    work.do_all()
    job = client.get(where).json()
    assert job["state"] == "done"
    result = client.get(f"/v1/documents/{job['document_id']}").json()
    assert result["header"]["code"]["value"] == "77/KH-UBND"


def test_events_go_on_until_the_job_has_ended(client, work):
    where = post(client).headers["location"]
    work.do_all()
    events = client.get(f"{where}/events")
    assert events.headers["content-type"].startswith("text/event-stream")
    assert events.text.startswith("event: done\ndata: {")


def test_the_same_upload_is_the_same_job(client, work):
    first = post(client).json()["id"]
    work.do_all()
    assert post(client).json() == client.get(f"/v1/jobs/{first}").json()


def in_a_batch(work, *contents):
    """Put contents into the queue as a batch would; return the ids of their jobs."""
    jobs, files = [], []
    for content in contents:
        sha256 = hashlib.sha256(content).hexdigest()
        work.tools.kept.save(sha256, content)
        place = f"{KEPT}{sha256}"
        jobs.append(
            NewJob(job_id_of(sha256), sha256, place, "x", 1, batches.FIRST_PRIORITY)
        )
        files.append(BatchFile(place, jobs[-1].id, 1, 1))
    batches.hand_out(work.delivery, work.ledger.enlist("b", files, jobs))
    return [job.id for job in jobs]


def test_an_upload_overtakes_a_batch(client, work):
    waiting = in_a_batch(work, b"one", b"two")
    upload = post(client).json()["id"]
    assert work.delivery.hand_over(work.shop) == [upload, *waiting]


def test_an_upload_that_waits_in_a_batch_is_taken_out_of_its_turn(client, work):
    first, second = in_a_batch(work, b"one", LARGE)
    assert post(client).json()["id"] == second
    assert work.delivery.hand_over(work.shop) == [second, first]
    assert work.ledger.counts().done == 2


def test_who_sends_what_waits_already_is_told_too(client, work, monkeypatch):
    monkeypatch.setattr(Webhook, "check", lambda *_: None)
    (job,) = in_a_batch(work, LARGE)
    post(client, callback="https://one.example/")
    post(client, callback="https://other.example/")
    assert work.ledger.job(job).callback == "https://one.example/"


def test_a_cancelled_job_is_not_read_until_it_is_sent_again(client, work):
    where = post(client).headers["location"]
    assert client.post(f"{where}/cancel").json()["state"] == "cancelled"
    work.do_all()
    assert client.get(where).json()["state"] == "cancelled"
    post(client)
    work.do_all()
    assert client.get(where).json()["state"] == "done"


def test_a_full_queue_is_told_with_503_and_when_to_come_back(client):
    for number in range(2):
        post(client, LARGE + bytes([65 + number]))
    answer = post(client, LARGE + b"Z")
    assert (answer.status_code, answer.json()["code"]) == (503, "queue-full")
    assert int(answer.headers["retry-after"]) > 0


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/x", "http://10.1.2.3/", "ftp://1.1.1.1/", "http://[::1]/", "x"],
)
def test_a_callback_into_the_network_is_refused(client, address):
    answer = post(client, callback=address)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-callback")


@pytest.mark.parametrize("path", ["", "/events"])
def test_an_unknown_job_is_not_found(client, path):
    assert client.get(f"/v1/jobs/none{path}").status_code == 404


def test_a_bad_kind_is_refused_before_it_waits(client, work):
    assert post(client, b"MZ" + bytes(range(256)) * 9, "a.exe").status_code == 415
    assert work.delivery.sent == []


def test_figures_count_what_was_read_and_what_waits(client, work):
    post(client)
    work.do_all()
    post(client, LARGE + b"!")
    text = client.get("/metrics").text
    assert "danchieu_documents_read_total 1.0" in text
    assert 'danchieu_jobs{state="waiting"} 1.0' in text


def test_a_service_that_cannot_keep_documents_is_not_ready(client, work):
    assert client.get("/readyz").json() == {"ready": True, "reason": None}
    work.shop.trouble = OSError("full")
    assert client.get("/readyz").status_code == 503


def test_with_keys_everything_but_health_asks_for_one(work):
    reading = make_key(work.ledger, "đọc", "read")
    writing = make_key(work.ledger, "ghi", "write")
    with client_of(work, allows=lambda k, s: allows(work.ledger, k, s)) as client:

        def get(**headers):
            return client.get("/v1/jobs/x", headers=headers).status_code

        assert client.get("/healthz").status_code == 200
        assert get() == get(authorization="Bearer dc_wrong") == 401
        assert get(authorization=f"Bearer {reading}") == 404
        client.headers["authorization"] = f"Bearer {reading}"
        assert post(client).json()["code"] == "key-read-only"
        client.headers["authorization"] = f"Bearer {writing}"
        assert post(client).status_code == 202
        revoke_key(work.ledger, "ghi")
        assert post(client).status_code == 401
