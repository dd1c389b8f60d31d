"""The real service once: worker processes, SQLite on disk, OCR, a picture, a trace."""

import json
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from danchieu.errors import RuleError, SettingsError
from danchieu.rendering import render_text
from danchieu.server import create_app_from_settings

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HÀ GIANG
Số: 87/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Giang, ngày 15 tháng 4 năm 2021

KẾ HOẠCH
Phát triển nhãn hiệu chè Shan tuyết năm 2021

Thực hiện Quyết định số 1068/QĐ-TTg ngày 22/8/2019 của Thủ tướng Chính phủ phê duyệt \
Chiến lược sở hữu trí tuệ đến năm 2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

1. Đến hết năm 2021, có ít nhất 12 hợp tác xã được hướng dẫn đăng ký nhãn hiệu.

2. Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Tài chính triển khai Kế hoạch này.

Nơi nhận:
- Bộ Khoa học và Công nghệ;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Thị Thử Nghiệm
"""


@pytest.fixture
def settings(monkeypatch, tmp_path):
    monkeypatch.setenv("DANCHIEU_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("DANCHIEU_WORKERS", "1")
    monkeypatch.setenv("DANCHIEU_LOG_LEVEL", "error")
    return monkeypatch


def read(client, name, content):
    """Return the result, also of what becomes a job."""
    answer = client.post("/v1/documents", files={"file": (name, content)})
    if answer.status_code == 200:
        return answer.json()
    assert answer.status_code == 202
    with client.stream("GET", f"{answer.headers['location']}/events") as events:
        last = [line for line in events.iter_lines() if line.startswith("data: ")][-1]
    job = json.loads(last.removeprefix("data: "))
    assert job["state"] == "done", job
    return client.get(f"/v1/documents/{job['document_id']}").json()


def test_a_text_and_a_scan_of_it_are_read_kept_drawn_and_traced(settings):
    scan = render_text(PLAN, form="scan", typeface="tinos", damage="clean", seed=1)
    with TestClient(create_app_from_settings(), base_url="http://127.0.0.1") as client:
        for name, content in (("a.txt", PLAN.encode()), ("a.pdf", scan)):
            result = read(client, name, content)
            assert result["header"]["code"]["value"] == "87/KH-UBND"
            assert result["citations"][0]["code"] == "1068/QĐ-TTg"
        [place] = result["header"]["code"]["evidence"]
        assert result["source"]["text_origin"] == "ocr"
        assert len(place["boxes"]) == 1
        path = f"/v1/documents/{result['id']}/pages/1"
        word = client.get(path).json()["words"][0]
        assert word["box"][2] > word["box"][0]
        assert client.get(f"{path}.png?scale=1").content.startswith(b"\x89PNG")
        asked = quote("1068/QĐ-TTg", safe="")
        [entry] = client.get(f"/v1/graph/implementers?code={asked}").json()
        assert entry["document"]["code"] == "87/KH-UBND"
        bad = client.post("/v1/documents", files={"file": ("b.pdf", b"%PDF-1.7 cut")})
        assert (bad.status_code, bad.json()["code"]) == (422, "unreadable-document")


def test_wrong_rules_stop_the_service_from_starting(settings, tmp_path):
    folder = tmp_path / "rules" / "header"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text("patterns: [x]\n", "utf-8")
    settings.setenv("DANCHIEU_RULES_DIR", str(tmp_path / "rules"))
    with pytest.raises(RuleError, match=r"a\.yaml"):
        create_app_from_settings()


def test_another_host_stops_the_service_from_starting(settings):
    settings.setenv("DANCHIEU_HOST", "0.0.0.0")
    with pytest.raises(SettingsError, match="DANCHIEU_HOST"):
        create_app_from_settings()
