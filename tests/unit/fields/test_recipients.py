import pytest
from unit.fields.reading_samples import fields_of, fields_of_plan

LETTER = (
    "SỞ Y TẾ\n\nSố: 5/SYT-VP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
    "Huế, ngày 02 tháng 3 năm 2020\n\nKính gửi: Sở Nội vụ\n\nSở Y tế trả lời.\n\n"
)


def test_one_recipient_for_each_entry():
    recipients = fields_of_plan("I. NỘI DUNG\n\n1. Triển khai.").recipients
    assert [(r.printed, r.purpose) for r in recipients] == [
        ("UBND tỉnh (để báo cáo)", "để báo cáo"),
        ("Các phòng, đơn vị thuộc Sở", None),
        ("Lưu: VT, QLXD", None),
    ]
    assert recipients[0].agency.name == "Ủy ban nhân dân tỉnh Cao Bằng"


def test_entries_without_dashes_end_with_their_marks():
    fields = fields_of(
        LETTER + "Nơi nhận:\nNhư trên;\nLưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Sáng\n"
    )
    assert [r.printed for r in fields.recipients] == ["Như trên", "Lưu: VT"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Nới nhận:\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("N0i những\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("RA b9\n- Như trên;\nUBND tỉnh;\n- Sở Nội vụ;\n- Lưu: VT.",
         ["Như trên", "UBND tỉnh", "Sở Nội vụ", "Lưu: VT"]),
        ("Nơinhận:\n- Như trên;\n- - Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Như Điều 3\nLưu: VT, TCCB.", ["Như Điều 3", "Lưu: VT, TCCB"]),
        ("Nơi nhận:\n- Như trên;\n\nThanh\n\n- Sở Nội vụ;\n- Lưu: VT.",
         ["Như trên", "Sở Nội vụ", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên; „\nSở Nội vụ;\n- Lưu: VT.",
         ["Như trên", "Sở Nội vụ", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên;\n- ớ N ộ lo Ị\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Chi cục Văn thư,\nlưu trữ tỉnh;\n- Lưu: VT.",
         ["Chi cục Văn thư, lưu trữ tỉnh", "Lưu: VT"]),
    ],
)  # fmt: skip
def test_entries_are_told_apart_where_a_scan_lost_marks(lines, expected):
    fields = fields_of(f"{LETTER}{lines}\n\nGIÁM ĐỐC\n\nLê Văn Sáng\n")
    assert [r.printed for r in fields.recipients] == expected


@pytest.mark.parametrize(
    "tail",
    [
        "GIÁM ĐỐC\n\nLê Văn Sáng\n\n"
        "Nơi nhận:\n\n- Như trên;\n\n- Sở Nội vụ;\n\n- Lưu: VT.\n",
        "GIÁM ĐỐC\n\nLê Văn Sáng\n\n"
        "Nơi nhận:\n\nNhư trên;\n\nSở Nội vụ;\n\nLưu: VT.\n",
        "GIÁM ĐỐC\n\nLê Văn Sáng\n\n"
        "Nơi nhận:\n- Như trên;\n\nký\n\n- Sở Nội vụ;\n- Lưu: VT.\n",
        "Nơi nhận:\n- Như trên;\n- Sở Nội vụ;\n\n"
        "GIÁM ĐỐC\n\n- Lưu: VT.\n\nLê Văn Sáng\n",
    ],
)  # fmt: skip
def test_the_list_goes_on_behind_an_empty_line_or_a_bit_of_the_other_column(tail):
    fields = fields_of(LETTER + tail)
    found = [r.printed for r in fields.recipients]
    assert found == ["Như trên", "Sở Nội vụ", "Lưu: VT"]
    assert [(s.name, s.title) for s in fields.signatures] == [
        ("Lê Văn Sáng", "GIÁM ĐỐC")
    ]


def test_the_list_ends_with_its_file_copy():
    fields = fields_of(
        LETTER + "GIÁM ĐỐC\n\nLê Văn Sáng\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "DANH SÁCH ĐƠN VỊ\n\n- Trạm Y tế xã Cư Lễ;\n- Trạm Y tế xã Sơn Hà;\n"
    )
    assert [r.printed for r in fields.recipients] == ["Như trên", "Lưu: VT"]


def test_a_web_copy_has_recipients_and_signer_in_the_cells_of_one_row():
    row = "| Nơi nhận: - Như trên; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Văn Sáng |"
    fields = fields_of(f"{LETTER}{row}\n")
    assert [r.printed for r in fields.recipients] == ["Như trên", "Lưu: VT"]
    assert [s.name for s in fields.signatures] == ["Lê Văn Sáng"]
