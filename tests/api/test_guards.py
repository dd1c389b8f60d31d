import pytest
from fake_app import open_client
from fake_edge import PLAN


@pytest.fixture(scope="module")
def client():
    with open_client() as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/v1/documents/none", "/static/style.css"])
def test_every_answer_has_the_strict_headers(client, path):
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://example.org"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
    ],
)
@pytest.mark.parametrize("path", ["/v1/documents", "/documents"])
def test_another_sites_page_may_not_write(client, path, headers):
    files = {"file": ("a.txt", PLAN.encode())}
    answer = client.post(path, files=files, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1"},
        {"sec-fetch-site": "none"},
    ],
)
def test_our_own_page_and_programs_may_write(client, headers):
    files = {"file": ("a.txt", PLAN.encode())}
    assert client.post("/v1/documents", files=files, headers=headers).status_code == 200


def test_other_host_names_are_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
