from urllib.parse import quote

from fake_app import open_client
from fake_edge import plan


def test_implementers_are_listed_with_their_words():
    with open_client(plan("ke-hoach.txt")) as client:
        code = quote("1068/QĐ-TTg", safe="")
        entries = client.get(f"/v1/graph/implementers?code={code}").json()
    [entry] = entries
    assert entry["document"]["code"] == "77/KH-UBND"
    assert entry["relation"] == "direct"
    assert entry["path"][0]["quote"].startswith("Thực hiện Quyết định số 1068/QĐ-TTg")
