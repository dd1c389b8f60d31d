"""An archivist searches, narrows down, keeps a search, and works through doubts."""

from io import BytesIO

from openpyxl import load_workbook
from playwright.sync_api import expect


def test_words_without_marks_find_words_with_them(page):
    page.goto("/archive")
    page.get_by_label("Tìm số, tên, nội dung…").fill("so huu tri tue")
    page.locator("main").get_by_role("button", name="Tìm").click()
    expect(page.locator(".hit mark").first).to_have_text("sở hữu trí tuệ")
    page.locator(".hit").get_by_role("link").first.click()
    expect(page.locator(".box.lit").first).to_be_visible()


def test_facets_narrow_and_widen(page):
    page.goto("/archive?q=ke hoach")
    page.locator(".facets").get_by_role("link", name="Báo cáo").click()
    expect(page.locator(".chosen")).to_contain_text("Báo cáo")
    for hit in page.locator(".hit h2").all():
        expect(hit).to_contain_text("Báo cáo")
    page.locator(".chosen a").click()
    expect(page.locator(".hit h2").first).not_to_contain_text("Báo cáo")


def test_a_search_is_kept_and_forgotten(page):
    page.goto("/archive?q=chuyển đổi số")
    page.get_by_label("Đặt tên").fill("Chuyển đổi số của tôi")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.goto("/archive")
    page.get_by_role("link", name="Chuyển đổi số của tôi").click()
    expect(page.get_by_label("Tìm số, tên, nội dung…")).to_have_value("chuyển đổi số")
    page.get_by_role("button", name="xóa Chuyển đổi số của tôi").click()
    expect(page.get_by_role("link", name="Chuyển đổi số của tôi")).to_have_count(0)


def test_hits_leave_as_a_spreadsheet(page):
    answer = page.request.get("/archive/results.xlsx?q=sở hữu trí tuệ")
    sheet = load_workbook(BytesIO(answer.body())).active
    assert sheet.max_row > 10
    assert sheet.cell(1, 2).value == "Số, ký hiệu"


def test_nothing_found_says_what_to_try(page):
    page.goto("/archive?q=khongcogi")
    expect(page.locator("main")).to_contain_text("Hãy thử ít từ hơn")


def test_doubts_are_worked_through_one_after_the_other(page):
    page.goto("/review")
    waiting = page.locator("tbody").first.locator("tr")
    count = waiting.count()
    assert count > 3
    page.get_by_role("link", name="Bắt đầu kiểm tra").click()
    first = page.locator("#fix .value").inner_text()
    page.get_by_label("Người kiểm tra").fill("Lò Văn Mới")
    page.get_by_role("button", name="Máy đọc đúng").click()
    expect(page.locator("#fix")).to_be_visible()
    assert page.url.endswith("#fix")
    expect(page.get_by_label("Người kiểm tra")).to_have_value("Lò Văn Mới")
    page.get_by_role("button", name="Bản gốc không đọc được").click()
    page.goto("/review")
    latest = page.locator("table").last
    expect(latest).to_contain_text("Xác nhận đúng")
    expect(latest).to_contain_text("Lò Văn Mới")
    expect(latest).to_contain_text(first[:20])
    assert page.request.get("/review/gold.zip").body().startswith(b"PK")


def test_a_province_of_today_finds_those_that_became_it(page):
    page.goto("/archive?now=Vĩnh Long")
    expect(page.locator(".hit", has_text="Bến Tre").first).to_be_visible()
    expect(page.locator(".chosen")).to_contain_text("Vĩnh Long")
