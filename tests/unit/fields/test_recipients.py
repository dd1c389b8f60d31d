import pytest
from unit.fields.reading_samples import fields_of, fields_of_plan


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
        "SỞ Y TẾ\n\nSố: 5/SYT-VP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Huế, ngày 02 tháng 3 năm 2020\n\nKính gửi: Sở Nội vụ\n\nSở Y tế trả lời.\n\n"
        "Nơi nhận:\nNhư trên;\nLưu: VT.\n\nGIÁM ĐỐC\n\nLê Văn Sáng\n"
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
        ("Nơi nhận:\n- Chi cục Văn thư,\nlưu trữ tỉnh;\n- Lưu: VT.",
         ["Chi cục Văn thư, lưu trữ tỉnh", "Lưu: VT"]),
    ],
)  # fmt: skip
def test_entries_are_told_apart_where_a_scan_lost_marks(lines, expected):
    fields = fields_of(
        "SỞ Y TẾ\n\nSố: 5/SYT-VP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Huế, ngày 02 tháng 3 năm 2020\n\nKính gửi: Sở Nội vụ\n\nSở Y tế trả lời.\n\n"
        f"{lines}\n\nGIÁM ĐỐC\n\nLê Văn Sáng\n"
    )
    assert [r.printed for r in fields.recipients] == expected


def test_a_web_copy_has_recipients_and_signer_in_the_cells_of_one_row():
    fields = fields_of(
        "SỞ Y TẾ\n\nSố: 5/SYT-VP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Huế, ngày 02 tháng 3 năm 2020\n\nKính gửi: Sở Nội vụ\n\nSở Y tế trả lời.\n\n"
        "| Nơi nhận: - Như trên; - Lưu: VT. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Văn Sáng |\n"
    )
    assert [r.printed for r in fields.recipients] == ["Như trên", "Lưu: VT"]
    assert [s.name for s in fields.signatures] == ["Lê Văn Sáng"]
