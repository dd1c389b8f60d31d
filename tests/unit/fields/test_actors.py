import pytest
from factories import knowledge

from danchieu.fields.actors import ActorReader


def read(value):
    reader = ActorReader(knowledge().rules, lambda start, _limit: start)
    actors = reader.read(value, 0, len(value))
    return actors and [value[s.start : s.end] for s in actors.spans]


@pytest.mark.parametrize(
    ("value", "bodies"),
    [
        ("Sở Khoa học và Công nghệ", ["Sở Khoa học và Công nghệ"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch tổ chức",
            ["Sở Văn hóa, Thể thao và Du lịch"],
        ),
        (
            "các sở, ban, ngành tỉnh, UBND các huyện, thành phố và đơn vị liên quan",
            [
                "các sở, ban, ngành tỉnh",
                "UBND các huyện, thành phố",
                "đơn vị liên quan",
            ],
        ),
        (
            "Sở Tài chính, Sở Y tế và các đơn vị liên quan tham mưu",
            ["Sở Tài chính", "Sở Y tế", "các đơn vị liên quan"],
        ),
        ("Bộ, ngành, địa phương", ["Bộ, ngành, địa phương"]),
        ("mỗi phòng, đơn vị trực thuộc Sở căn cứ", ["mỗi phòng, đơn vị trực thuộc Sở"]),
        ("Trung tâm Phòng, chống thiên tai; VTV", ["Trung tâm Phòng, chống thiên tai"]),
        (
            "Công ty cổ phần đầu tư và tư vấn xây dựng Sao Mai rà soát hồ sơ",
            ["Công ty cổ phần đầu tư và tư vấn xây dựng Sao Mai"],
        ),
        ("công ty xây dựng phương án", ["công ty"]),
        (
            "Sở Y tế (cơ quan thường trực), Sở Nội vụ chủ trì",
            ["Sở Y tế", "Sở Nội vụ"],
        ),
        (
            "Thủ trưởng các đơn vị, cơ sở, tổ chức và cá nhân liên quan thi hành",
            ["Thủ trưởng các đơn vị, cơ sở, tổ chức và cá nhân liên quan"],
        ),
        ("Binh chủng Công binh hướng dẫn", ["Binh chủng Công binh"]),
        ("Tổ chức thực hiện", None),
        ("sở hữu trí tuệ", None),
        ("TỔ CHỨC THỰC HIỆN", None),
    ],
)
def test_lists_of_bodies(value, bodies):
    assert read(value) == bodies
