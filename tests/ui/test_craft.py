"""For everyone: accessible, small, still, in two languages, also in trouble."""

import pytest
from playwright.sync_api import expect
from uploads import file, send

MOST_BYTES = 150_000
SCREENS = {
    "home": "/",
    "archive": "/archive?q=so huu tri tue",
    "nothing": "/archive?q=khongcogi",
    "review": "/review",
    "chain": "/trace?code=1068/QĐ-TTg",
    "provinces": "/trace?code=1068/QĐ-TTg&view=provinces",
    "targets": "/trace?code=1068/QĐ-TTg&view=targets",
    "changes": "/trace?code=2874/KH-UBND&view=changes",
    "ask": "/trace",
    "missing": "/missing",
    "guide": "/guide",
    "batches": "/batches",
    "lost": "/documents/none",
}
DOCUMENTS = {
    "scan": "nghean-kh-412-2020.pdf",
    "text": "lamdong-qd-1520-2026.txt",
}


LOOKS = [
    (width, theme, lang)
    for width in (1280, 390)
    for theme in ("light", "dark")
    for lang in ("vi", "en")
]


@pytest.fixture(params=LOOKS, ids=lambda look: "-".join(map(str, look)))
def looked(request, open_page, site):
    """Give a window of each width, in each theme and language, with its width."""
    width, theme, lang = request.param
    page = open_page(width, color_scheme=theme)
    page.context.add_cookies([{"name": "lang", "value": lang, "url": site}])
    return page, width


def test_every_screen_is_accessible_and_fits(looked, violations):
    page, width = looked
    for path in SCREENS.values():
        page.goto(path)
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_every_document_is_accessible_and_fits(looked, path_of, violations):
    page, width = looked
    for name in DOCUMENTS.values():
        for asked in ("", "?fix=header.title#fix", "?fix=assignments#fix"):
            page.goto(path_of(name) + asked)
            assert violations(page) == [], name
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("contents", "heading"),
    [
        ([b"a fault of the program"], "Không thực hiện được"),
        ([b"CHAO\n", b""], "Kết quả tải lên"),
    ],
)
def test_what_a_plain_form_leads_to_is_accessible(
    open_page, violations, contents, heading
):
    page = open_page(390, color_scheme="dark")
    page.goto("/")
    page.set_input_files("#file", [file("a.txt", content) for content in contents])
    page.evaluate("document.getElementById('upload').submit()")
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert violations(page) == []


@pytest.mark.parametrize("path", ["/", "/archive?q=so huu tri tue", SCREENS["chain"]])
def test_a_first_view_is_small_and_stands_still(page, path):
    page.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => {
          for (const e of list.getEntries()) window.shift += e.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(path, wait_until="networkidle")
    sizes = page.evaluate(
        """() => [...performance.getEntriesByType("resource"),
        ...performance.getEntriesByType("navigation")].map((e) => e.encodedBodySize)"""
    )
    assert 0 < sum(sizes) < MOST_BYTES
    assert page.evaluate("window.shift") < 0.05


def test_reading_needs_no_script(open_page, path_of):
    page = open_page(java_script_enabled=False)
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    page.locator(".rows li", has_text="Số, ký hiệu").get_by_text("trang 1").click()
    expect(page.locator("rect.box.lit").first).to_be_visible()
    page.get_by_role("link", name="Sau").click()
    expect(page.locator("#page")).to_contain_text("Trang 2/3")
    page.goto(SCREENS["chain"])
    expect(page.locator("g.node").first).to_be_visible()
    page.goto("/")
    send(page, file("a.txt"), file("b.txt", b""))
    expect(page.locator("main")).to_contain_text("Tệp rỗng")


def test_the_language_and_the_colours_are_the_readers_choice(page):
    page.goto("/archive?q=ke hoach")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Archive")
    assert page.url.endswith("/archive?q=ke%20hoach")
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kho văn bản")
    page.get_by_role("button", name="Màu nền").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_is_not_there_leads_on(page):
    page.goto("/no-such-page")
    expect(page.get_by_role("heading", level=1)).to_have_text("Không thực hiện được")
    page.get_by_role("link", name="Về trang đầu").click()
    expect(page.locator("#upload")).to_be_visible()


def test_a_fault_of_the_server_is_told_and_the_page_goes_on(page):
    page.goto("/")
    send(page, file("loi.txt", b"a fault of the program"))
    expect(page.locator("#uploads")).to_contain_text("Lỗi của chương trình")
    page.get_by_role("link", name="Kho văn bản").click()
    expect(page.locator(".hit").first).to_be_visible()


def test_a_slow_network_shows_that_work_goes_on(page):
    page.goto("/")
    held = []

    def hold(route):
        held.append(route)

    page.route("**/v1/documents", hold)
    send(page, file("cham.txt"))
    expect(page.locator("#uploads")).to_contain_text("cham.txt")
    expect(page.locator("#uploads progress")).to_be_visible()
    page.wait_for_function("document.querySelector('#uploads .state').textContent")
    held[0].continue_()
    expect(page.locator("#uploads")).to_contain_text("Đã đọc xong")


def test_a_lost_connection_is_told_with_what_to_do(page):
    page.goto("/")
    page.route("**/v1/documents", lambda route: route.abort())
    send(page, file("mat.txt"))
    expect(page.locator("#uploads")).to_contain_text("Không liên lạc được")
    page.unroute("**/v1/documents")
    page.get_by_role("button", name="Thử lại").click()
    expect(page.locator("#uploads")).to_contain_text("Đã đọc xong")
