"""Web pages: main text without chrome, tables told apart."""

import pytest

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError
from danchieu.pages import read_pages


def read(html):
    content = html if isinstance(html, bytes) else html.encode()
    source = SourceFile("a.html", "0", "text/html", content)
    return read_pages(source, Limits(), None).pages[0].text


def test_leaves_out_scripts_menus_and_footers():
    html = (
        "<html><head><title>x</title></head><body><nav>Trang chủ</nav>"
        "<script>var a</script><div><p>UBND tỉnh <b>ban hành</b>\n kế hoạch.</p>"
        "<p hidden>ẩn</p></div><footer>Liên hệ</footer></body></html>"
    )
    assert read(html) == "UBND tỉnh ban hành kế hoạch.\n"


def test_takes_the_article_when_it_holds_the_text():
    html = "<body><div><p>Tin khác</p></div><article><p>Một tin dài về kế hoạch"
    assert read(html) == "Một tin dài về kế hoạch\n"


def test_line_breaks_stay_lines_of_one_block():
    assert read("<body><p>Nơi nhận:<br>- Như trên;<br>- Lưu.</p>") == (
        "Nơi nhận:\n- Như trên;\n- Lưu.\n"
    )


def test_a_ruled_table_gives_rows_and_a_letterhead_columns():
    cells = "<tr><td>UBND<p>Số: 4</td><td>CỘNG HÒA</td></tr>"
    data = "<tr><td>1</td><td>a</td></tr><tr><td>2</td><td>b</td></tr>"
    html = f"<body><table>{cells}</table><table border=1>{data}</table>"
    assert read(html) == "UBND\nSố: 4\n\nCỘNG HÒA\n\n| 1 | a |\n| 2 | b |\n"


def test_nothing_to_read_is_an_error():
    with pytest.raises(DocumentError):
        read(b"<!-- -->")
