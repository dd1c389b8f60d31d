"""docx files: layout tables, data tables, counted lists, changes, notes, boxes."""

import io
import zipfile

import pytest

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, TooLargeError
from danchieu.pages import read_pages

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def docx(body, **parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return SourceFile("a.docx", "0", DOCX, buffer.getvalue())


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows, borders="none"):
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    drawn = (
        f'<w:tblPr><w:tblBorders><w:top w:val="{borders}"/></w:tblBorders></w:tblPr>'
    )
    return f"<w:tbl>{drawn}{cells}</w:tbl>"


def text_of(source):
    return "\f".join(page.text for page in read_pages(source, Limits(), None).pages)


def test_each_paragraph_is_a_block_and_centred_ones_join():
    centre = '<w:jc w:val="center"/>'
    body = p("KẾ HOẠCH", centre) + p("Tập huấn văn thư", centre) + p("Các xã gửi tin.")
    assert text_of(docx(body)) == "KẾ HOẠCH\nTập huấn văn thư\n\nCác xã gửi tin.\n"


def test_a_letterhead_without_borders_is_read_by_columns():
    head = table(
        (p("UBND XÃ HÒA AN") + p("Số: 5/KH"), p("CỘNG HÒA") + p("Độc lập")),
        (p("V/v rà soát"), p("Hòa An, ngày 3")),
    )
    assert text_of(docx(head)) == (
        "UBND XÃ HÒA AN\nSố: 5/KH\nV/v rà soát\n\nCỘNG HÒA\nĐộc lập\nHòa An, ngày 3\n"
    )


def test_a_table_with_borders_is_read_by_rows():
    data = table(
        (p("TT"), p("Chỉ tiêu")), (p("1"), p("Số lớp") + p("đã mở")), borders="single"
    )
    assert text_of(docx(data)) == "| TT | Chỉ tiêu |\n| 1 | Số lớp đã mở |\n"


def test_merged_cells_keep_the_columns_aligned():
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    down = "<w:tcPr><w:vMerge/></w:tcPr>"
    data = table(
        (wide + p("Tổng"), p("Năm")),
        (down + p("x"), p("2"), p("3")),
        borders="single",
    )
    assert text_of(docx(data)) == "| Tổng |  | Năm |\n|  | 2 | 3 |\n"


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)


def listed(text, depth):
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="3"/></w:numPr>'
    return p(text, place)


def test_counted_labels_are_written_out():
    body = "".join(
        [
            listed("Mục đích", 0),
            listed("một", 1),
            listed("hai", 1),
            listed("Nội dung", 0),
            listed("ba", 1),
        ]
    )
    lines = text_of(docx(body, numbering=NUMBERING)).split("\n\n")
    assert [line.strip() for line in lines] == [
        "I. Mục đích",
        "a) một",
        "b) hai",
        "II. Nội dung",
        "a) ba",
    ]


def test_insertions_stay_and_deletions_go():
    body = (
        "<w:p><w:r><w:t>Trước ngày </w:t></w:r><w:del><w:r><w:delText>10</w:delText>"
        "</w:r></w:del><w:ins><w:r><w:t>15</w:t></w:r></w:ins></w:p>"
    )
    assert text_of(docx(body)) == "Trước ngày 15\n"


def test_footnotes_stand_at_the_end_with_their_mark():
    body = (
        '<w:p><w:r><w:t>Có 9 lớp</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "</w:p>"
    )
    notes = f'<w:footnote w:id="2">{p("Theo báo cáo quý I")}</w:footnote>'
    assert text_of(docx(body, footnotes=notes)) == "Có 9 lớp²\n\n² Theo báo cáo quý I\n"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('HỎA TỐC')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Số: 8</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(docx(body)) == "Số: 8\n\nHỎA TỐC\n"


def test_a_page_break_begins_a_page():
    body = p("Một") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + p("Hai")
    assert text_of(docx(body)) == "Một\n\fHai\n"


def test_broken_xml_is_a_document_error():
    with pytest.raises(DocumentError):
        text_of(docx("<w:p>"))


def test_a_part_beyond_the_limit_is_refused():
    with pytest.raises(TooLargeError):
        read_pages(docx(p("x" * 9000)), Limits(max_decoded_bytes=5000), None)
