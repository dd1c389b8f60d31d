import pytest
from fake_app import LIMITS, open_client
from fake_edge import PLAN


@pytest.fixture(scope="module")
def client():
    with open_client() as client:
        yield client


def post(client, content, name="ke-hoach.txt"):
    return client.post("/v1/documents", files={"file": (name, content)})


@pytest.fixture(scope="module")
def stored(client):
    return post(client, PLAN.encode()).json()


def test_upload_answers_the_result_with_its_id(stored):
    assert stored["header"]["code"]["value"] == "77/KH-UBND"
    assert stored["citations"][0]["code"] == "1068/QĐ-TTg"
    assert stored["id"]


def test_the_result_is_there_afterwards(client, stored):
    assert client.get(f"/v1/documents/{stored['id']}").json() == stored


def test_a_page_gives_its_own_text(client, stored):
    page = client.get(f"/v1/documents/{stored['id']}/pages/2").json()
    assert page["text"] == "Trang hai.\n"
    assert page["words"] == []


def test_evidence_stands_in_the_page_text(client, stored):
    place = stored["citations"][0]["mentions"][0]
    page = client.get(f"/v1/documents/{stored['id']}/pages/{place['page']}").json()
    assert page["text"][place["start"] : place["end"]] == place["text"]


def test_a_page_is_drawn(client, stored):
    answer = client.get(f"/v1/documents/{stored['id']}/pages/1.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("documents/none", 404, "not-found"),
        ("documents/{id}/pages/3", 404, "not-found"),
        ("documents/{id}/pages/3.png", 404, "not-found"),
        ("documents/{id}/pages/0", 422, "invalid-request"),
        ("documents/{id}/pages/one", 422, "invalid-request"),
        ("documents/{id}/pages/1.png?scale=99", 422, "invalid-request"),
        ("nothing-here", 404, "not-found"),
        ("graph/implementers", 422, "invalid-request"),
        ("graph/implementers?code=9/QĐ-X", 404, "not-found"),
    ],
)
def test_what_is_not_there_is_a_problem(client, stored, path, status, code):
    answer = client.get("/v1/" + path.format(id=stored["id"]))
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty-file"),
        (b"MZ", 415, "unsupported-format"),
        (b"locked", 422, "encrypted-document"),
        (b"faulty", 500, "internal-error"),
        (b"x" * (LIMITS.max_bytes + 70_000), 413, "too-large"),
    ],
)
def test_a_bad_upload_is_a_problem_in_two_languages(client, content, status, code):
    problem = post(client, content).json()
    assert (problem["status"], problem["code"]) == (status, code)
    assert problem["type"] == f"urn:danchieu:problem:{code}"
    assert problem["detail"] != problem["detail_en"]


def test_the_service_goes_on_after_trouble(client):
    post(client, b"faulty")
    assert client.get("/healthz").json()["status"] == "ok"


def test_a_form_without_a_file_is_refused(client):
    assert client.post("/v1/documents", data={"file": "text"}).status_code == 422


def test_an_unnamed_file_is_read(client):
    assert post(client, PLAN.encode(), name="x").status_code == 200
