"""An officer uploads, watches, reads each value beside its place, corrects one."""

import re

import pytest
from playwright.sync_api import expect
from uploads import file, send

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 214/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn La, ngày 09 tháng 6 năm 2021

KẾ HOẠCH
Phát triển nhãn hiệu mận hậu năm 2021

Thực hiện Quyết định số 1068/QĐ-TTg ngày 22/8/2019 của Thủ tướng Chính phủ phê duyệt \
Chiến lược sở hữu trí tuệ đến năm 2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

1. Đến hết năm 2021, có ít nhất 15 hợp tác xã được hướng dẫn đăng ký nhãn hiệu.

2. Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Tài chính triển khai Kế hoạch này.
"""


def test_a_scan_is_uploaded_and_watched_to_its_end(page, scan_of):
    page.goto("/")
    send(page, file("son-la.pdf", scan_of(PLAN)))
    line = page.locator("#uploads li")
    expect(line).to_contain_text("son-la.pdf")
    expect(line).to_contain_text("Kế hoạch 214/KH-UBND")
    expect(line).to_contain_text("Đã đọc xong")
    line.get_by_role("link", name="Mở kết quả").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kế hoạch 214/KH-UBND")
    picture = page.locator(".sheet image")
    source = picture.get_attribute("href")
    assert page.request.get(source).body().startswith(b"\x89PNG")


def test_of_several_files_each_tells_its_own_end(page):
    page.goto("/")
    send(
        page,
        file("tot.txt", PLAN.replace("214", "215").encode()),
        file("hong.pdf", b"%PDF-1.7 cut short"),
        file("rong.txt", b""),
    )
    good, bad, empty = page.locator("#uploads li").all()
    expect(good).to_contain_text("Mở kết quả")
    expect(bad).to_contain_text("hãy lấy lại tệp gốc")
    expect(bad.get_by_role("button", name="Thử lại")).to_be_visible()
    expect(empty).to_contain_text("Tệp rỗng")
    expect(page.get_by_role("status")).to_contain_text("rong.txt: Không đọc được")


def test_what_is_copied_is_what_was_read_and_where(open_page, path_of):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(path_of("namdan-kh-88-2021.pdf"))
    page.locator('[data-copy="citations"]').click()
    expect(page.get_by_role("button", name="Đã chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    relation, named, place = copied[0].split("\t")
    assert (relation, place) == ("Thực hiện", "trang 1")
    assert named.startswith("Kế hoạch 412/KH-UBND · ngày 22/07/2020")


def test_a_value_and_its_place_light_each_other_up(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    row = page.locator(".rows li", has_text="Số, ký hiệu")
    mark = row.get_attribute("data-mark")
    box = page.locator(f'rect.box[data-marks="{mark}"]')
    row.hover()
    expect(box).to_have_class(re.compile("near"))
    page.locator("h1").hover()
    expect(box).not_to_have_class(re.compile("near"))
    row.get_by_role("link", name="trang 1").focus()
    expect(box).to_have_class(re.compile("near"))
    box.click()
    expect(row).to_have_class(re.compile("lit"))


def test_pages_turn_and_grow_by_the_keyboard(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    paper = page.locator("#page")
    paper.focus()
    page.keyboard.press("ArrowRight")
    expect(paper).to_contain_text("Trang 2/3")
    page.keyboard.press("ArrowLeft")
    expect(paper).to_contain_text("Trang 1/3")
    before = page.locator(".sheet svg").bounding_box()["width"]
    page.keyboard.press("+")
    assert page.locator(".sheet svg").bounding_box()["width"] > before * 1.2


def test_a_value_of_another_page_turns_to_it(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    page.get_by_role("link", name="trang 3").last.click()
    expect(page.locator("#page")).to_contain_text("Trang 3/3")
    expect(page.locator(".box.lit").first).to_be_visible()


def test_a_table_sorts_and_filters(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    table = page.locator("#assignments table")
    table.get_by_role("button", name="Cơ quan").click()
    firsts = table.locator("tbody tr td:first-child").all_inner_texts()
    assert len(firsts) > 3
    assert page.evaluate(
        "a => a.every((x, i) => !i || a[i - 1].localeCompare(x, 'vi') <= 0)", firsts
    )
    page.locator("#filter-assignments").fill("tai chinh")
    expect(table.locator("tbody tr:visible")).not_to_have_count(len(firsts))
    for row in table.locator("tbody tr:visible").all():
        expect(row).to_contain_text("Tài chính")


def test_tables_leave_as_files(page, path_of):
    path = path_of("nghean-kh-412-2020.pdf")
    for form, start in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"[")):
        answer = page.request.get(f"{path}/tables/assignments.{form}")
        assert answer.body().startswith(start)
        assert "attachment" in answer.headers["content-disposition"]


def test_a_correction_survives_a_new_reading_and_can_be_undone(page):
    content = PLAN.replace("214", "216").encode()
    upload(page, content, "sua.txt")
    page.locator(".rows li", has_text="Trích yếu").get_by_text("sửa").click()
    expect(page.locator("#fix")).to_contain_text("Kiểm tra: Trích yếu")
    choose(page, "nhãn hiệu mận hậu")
    expect(page.get_by_label("Giá trị", exact=True)).to_have_value("nhãn hiệu mận hậu")
    page.get_by_label("Người kiểm tra").fill("Nguyễn Thị Lành")
    page.get_by_role("button", name="Lưu giá trị đã sửa").click()
    title = page.locator(".rows li", has_text="Trích yếu")
    expect(title).to_contain_text("Nguyễn Thị Lành")
    expect(title.locator(".value")).to_contain_text("nhãn hiệu mận hậu")
    address = page.url.partition("?")[0]
    upload(page, content, "sua.txt")
    assert page.url.partition("?")[0] == address
    expect(page.locator(".rows li", has_text="Trích yếu")).to_contain_text("Lành")
    history = page.locator("#history")
    expect(history).to_contain_text("Phát triển nhãn hiệu mận hậu năm 2021")
    history.get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("#history")).to_contain_text("đã hoàn tác bởi Nguyễn Thị Lành")
    title = page.locator(".rows li", has_text="Trích yếu").first
    expect(title).to_contain_text("Phát triển nhãn hiệu mận hậu năm 2021")


def test_words_are_chosen_on_a_picture(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf") + "?fix=header.place#fix")
    box = page.locator(".box.lit").first.bounding_box()
    middle = box["y"] + box["height"] / 2
    with page.expect_response(re.compile(r"/pages/1$")):
        page.reload()
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle + 2, steps=4)
    page.mouse.up()
    expect(page.locator(".picked").first).to_be_attached()
    value = page.get_by_label("Giá trị", exact=True)
    expect(value).to_have_value(re.compile("Nghệ An"))


def test_a_finger_presses_the_first_and_the_last_word(open_page):
    page = open_page(390, has_touch=True)
    page.goto("/archive?q=nghean-kh-412-2020.pdf")
    page.locator(".hit").get_by_role("link").first.click()
    address = page.url.partition("?")[0]
    with page.expect_response(re.compile(r"/pages/1$")):
        page.goto(f"{address}?fix=header.title#fix")
    page.evaluate("document.querySelector('.sheet').scrollIntoView()")
    boxes = [b.bounding_box() for b in page.locator(".box.lit").all()]
    page.touchscreen.tap(boxes[0]["x"] + 4, boxes[0]["y"] + boxes[0]["height"] / 2)
    value = page.get_by_label("Giá trị", exact=True)
    expect(value).to_have_value("Triển")
    last = boxes[-1]
    page.touchscreen.tap(last["x"] + last["width"] - 4, last["y"] + last["height"] / 2)
    expect(value).to_have_value(re.compile("^Triển khai .* Nghệ An$"))


def test_a_wrong_value_is_told_and_kept_for_mending(page, path_of):
    page.goto(path_of("bentre-qd-1874-2021.txt") + "?fix=header.issued_on#fix")
    page.get_by_label("Giá trị", exact=True).fill("31/02/2021")
    page.get_by_label("Người kiểm tra").fill("Lan")
    page.get_by_role("button", name="Lưu giá trị đã sửa").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy nhập ngày như")


def test_a_cited_document_opens_or_is_told_missing(page, path_of):
    page.goto(path_of("nghean-skhcn-kh-37-2021.txt"))
    cited = page.locator("#citations")
    expect(cited.locator("li", has_text="chưa có trong kho").first).to_be_visible()
    cited.get_by_role("link", name="412/KH-UBND").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("412/KH-UBND")


def test_the_outline_leads_to_its_place(page, path_of):
    page.goto(path_of("nghean-kh-412-2020.pdf"))
    page.locator("#outline a").last.click()
    expect(page.locator(".box.lit").first).to_be_visible()


def test_a_reading_that_became_a_job_is_followed_to_its_end(page, path_of):
    held = path_of("bentre-qd-1874-2021.txt").removeprefix("/documents/")
    states = iter(["running", "done"])
    job = {"id": "j1", "code": None, "message": None, "document_id": held}
    page.route(
        "**/v1/documents",
        lambda route: route.fulfill(status=202, json={**job, "state": "waiting"}),
    )
    page.route(
        "**/v1/jobs/j1",
        lambda route: route.fulfill(json={**job, "state": next(states)}),
    )
    page.goto("/")
    send(page, file("lau.pdf", b"%PDF-1.7 long"))
    line = page.locator("#uploads li")
    expect(line.get_by_role("link", name="Mở kết quả")).to_have_attribute(
        "href", f"/documents/{held}"
    )


def test_a_result_is_named_in_full_on_a_telephone(open_page, violations):
    page = open_page(390)
    page.goto("/")
    content = PLAN.replace("214", "260").encode()
    send(page, file("ke-hoach-nhan-hieu.txt", content))
    line = page.locator("#uploads li")
    expect(line).to_contain_text("Kế hoạch 260/KH-UBND")
    assert line.locator(".name").bounding_box()["width"] > 250
    assert violations(page) == []


def test_the_pages_read_so_far_are_shown(page):
    job = {"id": "j4", "state": "running", "pages_read": 12, "page_count": 40}
    page.route("**/v1/documents", lambda r: r.fulfill(status=202, json=job))
    page.route("**/v1/jobs/j4", lambda r: r.fulfill(json=job))
    page.goto("/")
    send(page, file("dai.pdf", b"%PDF-1.7 long"))
    line = page.locator("#uploads li")
    expect(line).to_contain_text("Đã đọc 12/40 trang")
    expect(line.get_by_role("progressbar")).to_have_js_property("value", 12)


def test_a_long_reading_does_not_keep_the_next_file_waiting(page):
    job = {"id": "j3", "state": "waiting", "document_id": None}
    states = iter(["waiting", *["running"] * 1000])

    def answer(route):
        slow = b"cham.pdf" in route.request.post_data_buffer
        return route.fulfill(status=202, json=job) if slow else route.continue_()

    page.route("**/v1/documents", answer)
    page.route(
        "**/v1/jobs/j3",
        lambda route: route.fulfill(json={**job, "state": next(states)}),
    )
    page.goto("/")
    quick = PLAN.replace("214", "219").encode()
    files = [file("cham.pdf", b"%PDF-1.7 long"), file("nhanh.txt", quick)]
    page.set_input_files("#file", files)
    expect(page.locator("#picked")).to_have_text("cham.pdf, nhanh.txt")
    page.get_by_role("button", name="Đọc văn bản").click()
    slow, fast = page.locator("#uploads li").all()
    expect(fast).to_contain_text("Mở kết quả")
    expect(slow).to_contain_text("Đang đọc…")


def test_a_link_that_a_person_decided_says_so(page, path_of):
    path = path_of("nghean-skhcn-kh-37-2021.txt")
    wish = {
        "kind": "link",
        "one": f"{path.removeprefix('/documents/')}:412/KH-UBND",
        "other": "412/KH-UBND",
        "who": "Lò Văn Mới",
        "why": "đã so với bản gốc",
    }
    made = page.request.post("/v1/graph/decisions", data=wish)
    assert made.status == 201
    page.goto(path)
    cited = page.locator("#citations li", has_text="412/KH-UBND").first
    expect(cited).to_contain_text("liên kết do Lò Văn Mới quyết định")
    number = made.json()["id"]
    page.request.post(f"/v1/graph/decisions/{number}/undo?who=Lan")
    page.reload()
    expect(page.locator("#citations")).not_to_contain_text("liên kết do")


def test_a_job_that_failed_says_what_to_do(page):
    job = {"id": "j2", "state": "failed", "code": "encrypted-document"}
    page.route("**/v1/documents", lambda route: route.fulfill(status=202, json=job))
    page.goto("/")
    send(page, file("khoa.pdf", b"%PDF-1.7 locked"))
    expect(page.locator("#uploads")).to_contain_text("hãy bỏ mật khẩu")


def upload(page, content, name):
    page.goto("/")
    send(page, file(name, content))
    page.get_by_role("link", name="Mở kết quả").click()


def choose(page, words):
    """Drag over ``words`` of a text page."""
    page.evaluate(
        """(words) => {
          const text = document.querySelector(".text");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          let node;
          while ((node = walker.nextNode())) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
          }
        }""",
        words,
    )


def test_a_missed_duty_is_added_by_choosing_words(page):
    content = PLAN.replace("214", "217").encode()
    upload(page, content, "sot.txt")
    page.locator("#additions").get_by_role("link", name="Nhiệm vụ được giao").click()
    form = page.locator("#fix")
    expect(form).to_contain_text("Thêm mục bị sót: Nhiệm vụ được giao")
    choose(page, "Ủy ban nhân dân tỉnh")
    form.get_by_label("Nhiệm vụ").focus()
    choose(page, "ban hành Kế hoạch")
    expect(form.get_by_label("Cơ quan")).to_have_value("Ủy ban nhân dân tỉnh")
    form.get_by_label("Vai trò").select_option("lead")
    form.get_by_label("Thời hạn").fill("31/02/2021")
    form.get_by_label("Người kiểm tra").fill("Lường Văn Tới")
    form.get_by_role("button", name="Thêm vào kết quả").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy nhập ngày như")
    expect(form.get_by_label("Nhiệm vụ")).to_have_value("ban hành Kế hoạch")
    form.get_by_label("Thời hạn").fill("30/6/2021")
    form.get_by_role("button", name="Thêm vào kết quả").click()
    row = page.locator("#assignments tbody tr", has_text="ban hành Kế hoạch")
    expect(row).to_contain_text("Lường Văn Tới")
    expect(row).to_contain_text("30/06/2021")
    row.get_by_role("link", name="trang 1").click()
    expect(page.locator(".box.lit").first).to_contain_text("ban hành Kế hoạch")
    upload(page, content, "sot.txt")
    expect(row).to_contain_text("Chủ trì")
    row.get_by_role("link", name="sửa").click()
    form.get_by_label("Vai trò").select_option("coordinate")
    form.get_by_role("button", name="Lưu giá trị đã sửa").click()
    expect(row).to_contain_text("Phối hợp")
    for _ in range(2):
        page.locator("#history").get_by_role("button", name="Hoàn tác").first.click()
    expect(page.locator("#history")).to_contain_text("đã hoàn tác")
    expect(row).to_have_count(0)


def test_a_missed_citation_is_typed_and_joins_the_chain(page):
    content = PLAN.replace("214", "218").encode()
    upload(page, content, "thieu.txt")
    page.locator("#citations").get_by_role("link", name="thêm mục bị sót").click()
    form = page.locator("#fix")
    form.get_by_label("Số, ký hiệu").fill("412/KH-UBND")
    form.get_by_label("Ngày").fill("2020")
    form.get_by_label("Cơ quan ban hành").fill("UBND tỉnh Nghệ An")
    form.get_by_label("Quan hệ").select_option("implements")
    form.get_by_label("Người kiểm tra").fill("Lường Văn Tới")
    form.get_by_role("button", name="Thêm vào kết quả").click()
    cited = page.locator("#citations li", has_text="412/KH-UBND")
    expect(cited).to_contain_text("Lường Văn Tới")
    expect(cited).to_contain_text("Ủy ban nhân dân tỉnh Nghệ An")
    added = page.locator("#history", has_text="Thêm mục bị sót")
    expect(added).to_contain_text("412/KH-UBND")


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        ("recipients", "Nội dung", "Lưu: VT, KGVX"),
        ("signatures", "Họ và tên", "Quàng Thị Sim"),
        ("targets", "Nội dung", "ít nhất 15 hợp tác xã"),
    ],
)
def test_other_missed_entries_are_typed(page, name, label, words):
    upload(page, PLAN.replace("214", str(220 + len(words))).encode(), f"{name}.txt")
    page.locator(f'#additions a[href*="fix={name}"]').click()
    form = page.locator("#fix")
    form.get_by_label(label).fill(words)
    form.get_by_label("Người kiểm tra").fill("Lan")
    form.get_by_role("button", name="Thêm vào kết quả").click()
    row = page.locator(".facts [data-mark]", has_text=words).last
    expect(row).to_contain_text("✓ Lan")
