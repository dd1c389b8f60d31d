import pytest
from api.test_jobs import Work, client_of

from danchieu.server.logs import set_up_logs
from danchieu.usecases.keys import allows, make_key, revoke_key


@pytest.fixture
def work(tmp_path):
    set_up_logs("error")
    return Work(tmp_path)


@pytest.fixture
def client(work):
    with client_of(work, allows=lambda k, s: allows(work.ledger, k, s)) as client:
        client.follow_redirects = False
        yield client


def sign_in(client, key, back="/archive?q=a"):
    return client.post("/sign-in", data={"key": key, "back": back})


def test_a_page_leads_to_the_sign_in_and_back(client, work):
    answer = client.get("/archive?q=a")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/sign-in?back=/archive%3Fq%3Da",
    )
    assert 'value="/archive?q=a"' in client.get(answer.headers["location"]).text
    signed = sign_in(client, make_key(work.ledger, "đọc", "read"))
    assert signed.headers["location"] == "/archive?q=a"
    assert "HttpOnly" in signed.headers["set-cookie"]
    assert "SameSite=lax" in signed.headers["set-cookie"]
    assert "Đăng xuất" in client.get("/archive").text


def test_a_wrong_key_is_refused_without_repeating_it(client):
    answer = sign_in(client, "dc_wrong")
    assert answer.status_code == 401
    assert "Khóa không đúng" in answer.text
    assert "dc_wrong" not in answer.text
    assert "set-cookie" not in answer.headers


def test_nobody_is_led_to_another_site(client, work):
    key = make_key(work.ledger, "đọc", "read")
    assert sign_in(client, key, "//evil.test/").headers["location"] == "/"


def test_a_reading_key_changes_nothing(client, work):
    sign_in(client, make_key(work.ledger, "đọc", "read"))
    answer = client.post("/documents", files={"file": ("a.txt", b"a")})
    assert answer.status_code == 403
    assert "Khóa này chỉ được đọc" in answer.text


def test_signing_out_and_revoking_end_it(client, work):
    sign_in(client, make_key(work.ledger, "đọc", "read"))
    revoke_key(work.ledger, "đọc")
    assert client.get("/").status_code == 303
    sign_in(client, make_key(work.ledger, "khác", "read"))
    assert client.get("/").status_code == 200
    client.post("/sign-out")
    assert client.get("/").status_code == 303


def test_what_the_sign_in_page_needs_is_open(client):
    assert client.get("/static/style.css").status_code == 200
