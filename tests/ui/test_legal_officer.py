"""A legal officer asks who implements a decision, down to the words on the page."""

import re

import pytest
from playwright.sync_api import expect

DECISION = "/trace?code=1068/QĐ-TTg"


@pytest.mark.parametrize("asked", ["1068/QĐ-TTg", "1068", "chien luoc so huu tri tue"])
def test_a_code_a_number_or_a_name_starts_the_chain(page, asked):
    page.goto("/trace")
    page.get_by_label("Số, ký hiệu hoặc tên").fill(asked)
    page.get_by_role("button", name="Tra chuỗi").click()
    if page.locator(".target").count() == 0:
        page.locator(".lines").get_by_role("link", name="1068/QĐ-TTg").click()
    expect(page.locator(".target").first).to_contain_text("1068/QĐ-TTg")
    expect(page.locator(".answer.direct")).to_contain_text("412/KH-UBND")


def test_a_box_leads_to_the_quote_and_the_quote_to_the_page(page):
    page.goto(DECISION)
    page.locator("g.node a", has_text="88/KH-UBND").first.click()
    told = page.locator("article:target")
    expect(told).to_contain_text("thực hiện 412/KH-UBND")
    expect(told).to_contain_text("thực hiện 1068/QĐ-TTg")
    told.get_by_role("link", name="xem trên namdan-kh-88-2021.pdf").first.click()
    expect(page.locator("#page image")).to_be_attached()
    expect(page.locator("rect.box.lit").first).to_be_visible()


def test_pointing_lights_the_way_and_arrows_walk_it(page):
    page.goto(DECISION)
    node = page.locator("g.node", has_text="37/KH-SKHCN")
    node.hover()
    expect(page.locator(".edge.on")).to_have_count(2)
    page.locator("g.node a").first.focus()
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("document.activeElement.textContent")
    assert "412/KH-UBND" in focused
    expect(page.locator(".edge.on")).to_have_count(1)


def test_basis_stands_apart_from_implementing(page):
    page.goto(DECISION)
    expect(page.locator(".answer.basis")).to_contain_text("97/2022/TT-BKHCN")
    expect(page.locator(".answer.direct")).not_to_contain_text("97/2022/TT-BKHCN")


@pytest.mark.parametrize(("of", "count"), [("34", 34), ("63", 63)])
def test_provinces_are_counted(page, of, count):
    page.goto(f"{DECISION}&view=provinces&of={of}")
    expect(page.locator(".grid63 li")).to_have_count(count)
    expect(page.locator(".grid63 .some", has_text="Nghệ An")).to_be_visible()
    page.locator(".grid63 a", has_text="Nghệ An").click()
    expect(page.locator(".card:target")).to_contain_text("412/KH-UBND")


def test_the_address_to_quote_is_readable_and_leads_back_to_the_view(page):
    page.goto(f"{DECISION}&view=provinces&of=63")
    quoted = page.locator(".link-to-quote").inner_text()
    assert quoted.endswith("/trace?code=1068/QĐ-TTg&view=provinces&of=63")
    page.goto(quoted)
    expect(page.locator(".grid63 li")).to_have_count(63)


def test_targets_lead_to_their_place(page):
    page.goto(f"{DECISION}&view=targets")
    row = page.locator("tbody tr", has_text="60% sản phẩm")
    expect(row.first).to_be_visible()
    row.first.get_by_role("link", name=re.compile("^trang")).click()
    expect(page.locator(".box.lit").first).to_be_visible()


def test_amendments_show_who_rests_on_the_old_text(page):
    page.goto("/trace?code=2874/KH-UBND")
    page.get_by_role("link", name="Xem ai chịu ảnh hưởng").click()
    expect(page.locator("main")).to_contain_text("ban hành trước khi sửa đổi")


def test_missing_documents_are_listed(page):
    page.goto("/missing")
    expect(page.locator("tbody tr").first).to_contain_text("/QĐ-TTg")


def test_the_list_prints_with_its_quotes_and_without_the_bar(page):
    page.goto(DECISION)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".note").first).to_have_css("color", "rgb(122, 67, 0)")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".chain")).to_be_hidden()
    expect(page.locator("blockquote").first).to_be_visible()


def test_the_answer_leaves_as_a_spreadsheet(page):
    answer = page.request.get("/trace/implementers.xlsx?code=1068/QĐ-TTg")
    assert answer.body().startswith(b"PK")


def test_an_unknown_code_says_what_to_check(page):
    page.goto("/trace?code=9/KH-XYZ")
    expect(page.locator("main")).to_contain_text("Hãy kiểm tra cách viết")
