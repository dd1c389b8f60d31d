"""Where the service asks for a key, people sign in with theirs."""

import pytest
from playwright.sync_api import expect
from uploads import file, send


def sign_in(page, key):
    page.get_by_label("Khóa truy cập").fill(key)
    page.locator("main").get_by_role("button", name="Đăng nhập").click()


def test_a_key_opens_the_page_that_was_asked_for(page, locked):
    page.goto(f"{locked}/archive?q=ke hoach")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    expect(page.get_by_label("Khóa truy cập")).to_be_focused()
    sign_in(page, "khoa-ghi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kho văn bản")
    assert "q=ke" in page.url
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    page.goto(f"{locked}/review")
    expect(page.get_by_label("Khóa truy cập")).to_be_visible()


def test_a_wrong_key_is_told_and_another_may_be_tried(page, locked):
    page.goto(locked)
    sign_in(page, "sai")
    expect(page.get_by_role("alert")).to_contain_text("Khóa không đúng")
    sign_in(page, "khoa-doc")
    expect(page.locator("#upload")).to_be_visible()


def test_a_reading_key_is_told_when_it_may_not_write(page, locked):
    page.goto(locked)
    sign_in(page, "khoa-doc")
    send(page, file("a.txt"))
    expect(page.locator("#uploads")).to_contain_text("chỉ được đọc")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Read", exact=True)).to_be_visible()


def test_a_session_that_ended_during_an_upload_leads_to_the_sign_in(page, locked):
    page.goto(locked)
    sign_in(page, "khoa-ghi")
    page.context.clear_cookies()
    send(page, file("a.txt"))
    expect(page.locator("#uploads")).to_contain_text("Đăng nhập")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_signing_in_is_accessible_and_fits(open_page, locked, violations, width, theme):
    page = open_page(width, color_scheme=theme)
    for lang in ("vi", "en"):
        page.context.add_cookies([{"name": "lang", "value": lang, "url": locked}])
        page.goto(f"{locked}/guide")
        assert violations(page) == []
        page.locator("#key").fill("sai")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_be_visible()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
