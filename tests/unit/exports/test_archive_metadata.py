import xml.etree.ElementTree as ET
from dataclasses import replace

from small_archive import SON_LA, plan_of_son_la
from twins import Own, document

from danchieu.contract import to_result
from danchieu.domain.fields import Fields, Recipient, Signature
from danchieu.domain.text import Span
from danchieu.exports.archive_metadata import archive_metadata

NAMES = [
    *("FileCode", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation"),
    *("IssuedDate", "OrganName", "Subject", "Language", "PageAmount", "Description"),
    *("SignerInfo", "To", "To", "Priority", "IssuedAmount", "DueDate"),
]


def signed():
    made = plan_of_son_la()
    place = Span(0, 4)
    signature = Signature("Lò Văn Cây", "CHỦ TỊCH", (), place, 0.9, "test")
    recipients = (
        Recipient("UBND tỉnh (b/c)", SON_LA, "để báo cáo", place),
        Recipient("Lưu: VT", None, None, place),
    )
    fields = Fields(signatures=(signature,), recipients=recipients)
    return replace(made, fields=fields)


def read(made):
    return ET.fromstring(archive_metadata(to_result(made)))


def test_all_names_of_the_annex_stand_in_its_order():
    assert [e.tag for e in read(signed())] == NAMES


def test_values_stand_under_their_names():
    root = read(signed())
    texts = {e.tag: e.text for e in root}
    assert (texts["TypeName"], texts["CodeNumber"]) == ("Kế hoạch", "12")
    assert (texts["CodeNotation"], texts["IssuedDate"]) == ("KH-UBND", "2021-03-01")
    assert texts["OrganName"] == SON_LA.name
    assert root.find("SignerInfo/FullName").text == "Lò Văn Cây"
    assert [e.text for e in root.findall("To/OrganName")] == [SON_LA.name, "Lưu: VT"]


def test_what_is_not_known_is_empty_and_too_long_is_cut():
    own = Own(None, "KH-UBND", "Kế hoạch", None, "2021-03", "cây " * 300)
    root = read(document("x", own))
    assert root.find("CodeNumber").text is None
    assert root.find("IssuedDate").text is None
    assert len(root.find("Subject").text) == 500
