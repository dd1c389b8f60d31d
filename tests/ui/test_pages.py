import re
from html import unescape
from urllib.parse import quote

import pytest
from fake_app import open_client
from fake_edge import PLAN, pictured, plan

DECISION = quote("1068/QĐ-TTg", safe="")


@pytest.fixture(scope="module")
def client():
    with open_client(plan("ke-hoach.txt"), pictured(plan("quet.pdf", PLAN + " "))) as c:
        yield c


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return unescape(answer.text)


def path_of(client, file_name):
    listed = re.findall(r'<li><a href="(.*?)">(.*?)</li>', page(client, "/"), re.S)
    return next(path for path, line in listed if file_name in line)


def test_the_first_page_takes_a_file_and_a_code(client):
    home = page(client, "/")
    assert 'action="/documents" method="post" enctype="multipart/form-data"' in home
    assert 'action="/trace"' in home
    assert "Kế hoạch 77/KH-UBND" in home


def test_an_upload_leads_to_its_page(client):
    files = {"file": ("moi.txt", (PLAN + "mới").encode())}
    answer = client.post("/documents", files=files, follow_redirects=False)
    assert answer.status_code == 303
    shown = page(client, answer.headers["location"])
    assert "<h1>Kế hoạch 77/KH-UBND</h1>" in shown
    assert "05/03/2021" in shown


def test_text_is_shown_with_its_places_marked(client):
    shown = page(client, path_of(client, "ke-hoach.txt"))
    assert "Quyết định số 1068/QĐ-TTg</mark>" in shown


def test_text_of_a_document_is_never_markup(client):
    answer = client.get(path_of(client, "ke-hoach.txt"))
    assert "làm &lt;ngay&gt;" in answer.text


def test_a_chosen_place_is_lit_without_script(client):
    path = path_of(client, "ke-hoach.txt")
    mark = re.search(r'href="\?page=1&mark=(\d+)#page"', page(client, path))[1]
    shown = page(client, f"{path}?page=1&mark={mark}")
    assert re.search(rf'<mark class="box lit" data-marks="[\d ]*\b{mark}\b', shown)


def test_pages_can_be_turned(client):
    path = path_of(client, "ke-hoach.txt")
    assert 'href="?page=2#page" rel="next"' in page(client, path)
    assert "Trang hai." in page(client, f"{path}?page=2")


def test_a_scan_is_shown_as_a_picture(client):
    shown = page(client, path_of(client, "quet.pdf"))
    assert re.search(r'<image href="/v1/documents/\w+/pages/1\.png', shown)
    assert '<svg viewBox="0 0 595.0 842.0"' in shown


def test_a_trace_shows_who_and_the_words(client):
    shown = page(client, f"/trace?code={DECISION}")
    assert "Thực hiện trực tiếp" in shown
    assert '<blockquote lang="vi">Thực hiện Quyết định số 1068/QĐ-TTg' in shown
    assert "chưa có trong kho" in shown


def test_an_unknown_code_is_told_kindly(client):
    assert "Trong kho chưa có văn bản nào" in page(client, "/trace?code=9/KH-X")


def test_no_code_asks_for_one(client):
    assert "Nhập số, ký hiệu" in page(client, "/trace")


@pytest.mark.parametrize("path", ["/documents/none", "/nothing-here"])
def test_what_is_not_there_is_told_on_a_page(client, path):
    assert "Không thực hiện được" in page(client, path, 404)


def test_a_bad_upload_is_told_on_a_page(client):
    answer = client.post("/documents", files={"file": ("a.pdf", b"locked")})
    assert answer.status_code == 422
    assert "Tệp có mật khẩu" in answer.text


@pytest.mark.parametrize("path", ["/", f"/trace?code={DECISION}", "/trace"])
def test_nothing_comes_from_outside_and_nothing_is_inline(client, path):
    shown = page(client, path)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", shown)
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", shown)


@pytest.mark.parametrize(
    "name",
    [
        *("style.css", "icon.svg", "fonts/LICENSE"),
        *("page.js", "reader.js", "chain.js", "upload.js"),
    ],
)
def test_static_files_are_served(client, name):
    assert client.get(f"/static/{name}").status_code == 200
