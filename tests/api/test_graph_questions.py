from urllib.parse import urlencode

import pytest
from fake_app import open_client
from small_archive import GOAL, MAKERS

from danchieu.contract import to_result
from danchieu.jobs import Reading


@pytest.fixture
def get():
    made = [make() for make in MAKERS]
    with open_client(*(Reading(m, to_result(m)) for m in made)) as client:
        yield lambda question, **asked: client.get(
            f"/v1/graph/{question}?{urlencode(asked, doseq=True)}"
        )


@pytest.mark.parametrize(
    ("conditions", "codes"),
    [
        ({"province_now": "Bắc Ninh"}, {"3/KH-UBND", "9/KH-UBND"}),
        ({"level": "department", "held": "true"}, {"5/KH-SYT"}),
        ({"way": ["via", "reports"]}, {"5/KH-SYT"}),
        ({"since": "2025"}, {"3/KH-UBND"}),
        ({"depth": 1, "type": "Kế hoạch", "until": "2021-01"}, {"4/KH-BTTTT"}),
    ],
)
def test_implementers_are_chosen(get, conditions, codes):
    found = get("implementers", code=GOAL, **conditions).json()
    assert {e["document"]["code"] for e in found} == codes


def test_the_answer_may_be_short(get):
    assert len(get("implementers", code=GOAL, limit=2).json()) == 2


def test_basis_path_and_changes(get):
    basis = get("basis", code="5/KH-SYT", depth=2).json()
    assert [g["level"] for g in basis["grounds"]] == [1, 2]
    path = get("path", **{"from": "5/KH-SYT", "to": GOAL}).json()
    assert [s["object"]["code"] for s in path["path"]] == ["12/KH-UBND", GOAL]
    (change,) = get("changes", code=GOAL).json()["changes"]
    assert change["statement"]["quote"].startswith("Sửa đổi Quyết định")


def test_coverage_and_targets(get):
    answer = get("coverage", code=GOAL).json()
    assert (len(answer["rows"]), answer["known"], answer["unknown"]) == (34, 2, 32)
    kind = {"by": "departments", "kind": "Sở Y tế"}
    assert get("coverage", code=GOAL, **kind).json()["known"] == 1
    assert get("coverage", code=GOAL, by="departments").status_code == 404
    (row,) = get("targets", code=GOAL).json()["rows"]
    assert len(row["cells"]) == 2


def test_missing_and_conflicts(get):
    assert get("missing", limit=1).json()[0]["document"]["code"] == GOAL
    assert get("conflicts").json() == []


@pytest.mark.parametrize(
    ("question", "asked", "status"),
    [
        ("basis", {"code": "9/KH-X"}, 404),
        ("path", {"from": GOAL, "to": "9/KH-X"}, 404),
        ("coverage", {"code": GOAL, "on": "hôm nay"}, 422),
        ("implementers", {"code": GOAL, "since": "2021-1"}, 422),
        ("implementers", {"code": GOAL, "province": "Atlantis"}, 404),
        ("targets", {}, 422),
    ],
)
def test_what_cannot_be_asked(get, question, asked, status):
    answer = get(question, **asked)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_people_decide_on_links_and_take_it_back():
    made = [make() for make in MAKERS]
    with open_client(*(Reading(m, to_result(m)) for m in made)) as client:
        wish = {"kind": "same", "one": "4/KH-BTTTT", "other": "9/KH-UBND"}
        wish |= {"who": "Lan", "why": "đã đối chiếu"}
        decided = client.post("/v1/graph/decisions", json=wish)
        assert decided.status_code == 201
        path = f"/v1/graph/decisions/{decided.json()['id']}/undo?who=Hoa"
        assert client.post(path).status_code == 204
        assert client.post(path).status_code == 404
        (row,) = client.get("/v1/graph/decisions").json()
        assert (row["who"], row["undone_by"]) == ("Lan", "Hoa")
        unclear = client.post("/v1/graph/decisions", json={**wish, "kind": "link"})
        assert unclear.json()["code"] == "unclear-decision"
