from dataclasses import replace

import pytest
from citing import found, header, references
from factories import text_of
from marked import unmark

from danchieu.domain.header import Header

LEGAL = header("Quyết định", kind="legal")
REPORT = header("Báo cáo")


def check(sentence: str, head: Header | None = None) -> None:
    """Each mark holds the code or name and its relation: ``12/KH-UBND implements``."""
    plain, marks = unmark(sentence)
    read = references(plain, head)
    said = {
        (m.span.start, m.span.end): c.relation
        for c in read.citations
        for m in c.mentions
    }
    assert said == {(m.start, m.end): m.value for m in marks}


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ [[Nghị định số 47/2017/NĐ-CP|based_on]] ngày 05/6/2018 của Chính phủ;",
        "Căn cứ [[Luật Nhà ở|based_on]] ngày 27 tháng 11 năm 2023;",
        "Căn cứ [[Nghị định số 47/2017/NĐ-CP|based_on]] của Chính phủ về phí; "
        "[[Thông tư số 33/2018/TT-BTC|based_on]] của Bộ Tài chính hướng dẫn thu phí;",
        "Căn cứ các văn bản sau:\n- [[Nghị định số 47/2017/NĐ-CP|based_on]];\n"
        "- [[Thông tư số 33/2018/TT-BTC|based_on]].",
        "Căn cứ khoản 2 Điều 8 [[Nghị định số 93/2020/NĐ-CP|based_on]], Sở quyết định.",
    ],
)
def test_one_can_cu_governs_its_list(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện [[Kế hoạch số 77/KH-UBND|implements]] ngày 03/4/2022 của UBND tỉnh "
        "về chuyển đổi số, Sở Y tế báo cáo như sau.",
        "Thực hiện [[Công văn số 12/BYT-DP|implements]] và "
        "[[Kế hoạch số 15/KH-BYT|implements]] ngày 03/4/2022 của Bộ Y tế.",
        "Tiếp tục triển khai có hiệu quả [[Chỉ thị số 05/CT-TTg|implements]].",
        "Sở Y tế cụ thể hóa [[Nghị quyết số 52-NQ/TW|implements]] bằng chương trình.",
        "Theo chỉ đạo của Chủ tịch UBND tỉnh tại [[Công văn số 88/UBND-VX|implements]] "
        "ngày 02/3/2022, Sở Y tế đã kiểm tra.",
    ],
)
def test_thuc_hien_implements(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mức thu thực hiện theo quy định tại [[Thông tư số 33/2018/TT-BTC|mentions]].",
        "Đơn vị thực hiện đúng quy định của [[Nghị định số 47/2017/NĐ-CP|mentions]].",
        "Đề án đã được phê duyệt tại [[Quyết định số 12/QĐ-UBND|mentions]] năm 2019.",
        "Ban hành kèm theo [[Quyết định số 12/QĐ-UBND|mentions]] ngày 05/6/2019.",
        "Tiếp theo [[Công văn số 431/UBND-TH|mentions]], UBND tỉnh đăng ký bổ sung.",
        "Bộ Y tế nghiên cứu sửa đổi [[Nghị định số 47/2017/NĐ-CP|mentions]].",
    ],
)
def test_other_places_only_mention(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo đề nghị của Sở Tài chính tại [[Tờ trình số 45/TTr-STC|responds_to]]"
        " ngày 02/3/2022.",
        "Phúc đáp [[Công văn số 99/BYT-DP|responds_to]] ngày 02/3/2022 của Bộ Y tế.",
        "Trả lời [[Công văn số 99/BYT-DP|responds_to]], Sở Y tế có ý kiến như sau:",
        "Xét đề nghị của Công ty TNHH Sông Trà tại [[Văn bản số 07/CV-ST|responds_to]] "
        "ngày 02/3/2022 về việc xin phép và ý kiến của Sở Xây dựng tại "
        "[[Tờ trình số 51/TTr-SXD|responds_to]] ngày 09/3/2022.",
        "Sở Y tế nhận được [[Giấy mời số 11/GM-UBND|responds_to]] ngày 02/3/2022.",
        "Theo [[Công văn số 99/BYT-DP|responds_to]] của Bộ Y tế, Sở có ý kiến như sau.",
        "Theo đề nghị của Bộ Y tế tại các "
        "[[Công văn: Số 71/BYT-KH|responds_to]] ngày 11/4/2022 về việc xin ý kiến; "
        "[[số 82/BYT-TC|responds_to]] ngày 13/4/2022 về việc góp ý.",
    ],
)
def test_answers_respond(sentence: str) -> None:
    check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quyết định này thay thế [[Quyết định số 31/2015/QĐ-UBND|replaces]] ngày "
        "08/9/2015 của UBND tỉnh.",
        "Quyết định này bãi bỏ:\na) [[Quyết định số 27/2014/QĐ-UBND|repeals]] ngày "
        "03/4/2014 về lệ phí;\nb) [[Quyết định số 35/2017/QĐ-UBND|repeals]].",
        "Bãi bỏ [[Quyết định số 22/2018/QĐ-UBND|repeals]] ngày 14/6/2018.",
        "Điều 1. Sửa đổi, bổ sung một số điều của "
        "[[Quyết định số 22/2018/QĐ-UBND|amends]] ngày 14/6/2018 của UBND tỉnh.",
        "Đính chính [[Quyết định số 22/2018/QĐ-UBND|corrects]] ngày 14/6/2018.",
        "[[Quyết định số 22/2018/QĐ-UBND|repeals]] hết hiệu lực kể từ ngày "
        "Quyết định này có hiệu lực.",
    ],
)
def test_a_decision_acts_on_others(sentence: str) -> None:
    check(sentence, LEGAL)


def test_a_task_to_amend_is_no_amendment() -> None:
    check(
        "1. Sửa đổi, bổ sung [[Nghị định số 33/2017/NĐ-CP|mentions]] trong quý II.",
        header("Nghị quyết", kind="legal", code="12/NQ-CP"),
    )


def test_a_second_clause_of_the_closing_article_acts_too() -> None:
    check(
        "Quyết định này có hiệu lực từ ngày ký và thay thế "
        "[[Quyết định số 12/2018/QĐ-UBND|replaces]] ngày 03/3/2018; bãi bỏ "
        "[[Quyết định số 14/2018/QĐ-UBND|repeals]] ngày 05/3/2018.",
        header("Quyết định"),
    )


def test_documents_that_end_are_repealed() -> None:
    check(
        "Các văn bản sau đây hết hiệu lực:\n"
        "a) [[Thông tư số 12/2015/TT-BYT|repeals]] ngày 12/02/2015;\n"
        "b) [[Thông tư số 18/2016/TT-BYT|repeals]] ngày 15/10/2016.",
        header("Thông tư", kind="legal"),
    )


def test_pinpoints_do_not_part_a_list() -> None:
    check(
        "Bãi bỏ Điều 5 [[Nghị định số 33/2017/NĐ-CP|repeals]] ngày 12/02/2017 của "
        "Chính phủ và khoản 2 Điều 7 [[Nghị định số 83/2016/NĐ-CP|repeals]].",
        header("Nghị định", kind="legal"),
    )


def test_a_consolidated_text_merges_what_it_names_first() -> None:
    head = replace(header("Nghị định"), symbol=found("VBHN-BYT"))
    check(
        "[[Nghị định số 33/2017/NĐ-CP|consolidates]] ngày 12/02/2017 được sửa đổi, bổ "
        "sung bởi:\n[[Nghị định số 83/2020/NĐ-CP|consolidates]] ngày 15/10/2020.\n\n"
        "Căn cứ [[Luật Dược|based_on]] ngày 06/4/2016;",
        head,
    )


def test_a_plan_never_amends() -> None:
    check(
        "Sửa đổi, bổ sung [[Quyết định số 22/2018/QĐ-UBND|mentions]] trong năm 2024.",
        header("Kế hoạch"),
    )


def test_amended_by_is_passive() -> None:
    sentence = (
        "Căn cứ [[Nghị định số 58/2016/NĐ-CP|based_on]] ngày 01/7/2016 (được sửa đổi "
        "tại [[Nghị định số 24/2020/NĐ-CP|mentions]] ngày 12/02/2020);"
    )
    check(sentence)
    plain, _ = unmark(sentence)
    (relation,) = references(plain).stated_relations
    assert (relation.subject, relation.relation, relation.object) == (
        "24/2020/NĐ-CP",
        "amends",
        "58/2016/NĐ-CP",
    )


def test_a_law_with_its_name_goes_back_to_the_outer_list() -> None:
    check(
        "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của "
        "[[Luật Hàng không số 66/2006/QH11|amends]] đã được sửa đổi, bổ sung theo "
        "[[Luật số 61/2014/QH13|mentions]] và [[Luật số 45/2013/QH13|mentions]], "
        "[[Luật Thú y số 79/2015/QH13|amends]].",
        header("Luật", kind="legal"),
    )


def test_the_title_of_a_cited_plan_states_what_that_plan_does() -> None:
    read = references(
        "Thực hiện Kế hoạch số 77/KH-UBND ngày 03/4/2022 của UBND tỉnh về triển khai "
        "thực hiện Quyết định số 512/QĐ-TTg ngày 02/3/2022; Sở Y tế báo cáo."
    )
    assert {c.code: c.relation for c in read.citations} == {
        "77/KH-UBND": "implements",
        "512/QĐ-TTg": "mentions",
    }
    (relation,) = read.stated_relations
    assert (relation.subject, relation.relation, relation.object) == (
        "77/KH-UBND",
        "implements",
        "512/QĐ-TTg",
    )


def test_the_title_of_a_report_names_what_it_reports_on() -> None:
    title = "Kết quả thực hiện Nghị quyết số 08/NQ-HĐND năm 2023"
    read = references(
        f"BÁO CÁO\n{title}\n\nViệc thực hiện Nghị quyết số 08/NQ-HĐND được chú trọng.",
        REPORT,
        title=title,
    )
    assert [c.relation for c in read.citations] == ["reports_on"]


def test_guidance_on_a_law_in_the_title() -> None:
    title = "Hướng dẫn thi hành một số điều của Nghị định số 47/2017/NĐ-CP"
    read = references(
        f"THÔNG TƯ\n{title}\n\n", header("Thông tư", kind="legal"), title=title
    )
    assert [c.relation for c in read.citations] == ["guides"]


def test_offsets_are_those_of_the_text() -> None:
    value = "Căn cứ Nghị định số 41/2018/NĐ-\n\fCP ngày 05/6/2018."
    (citation,) = references(value).citations
    (mention,) = citation.mentions
    assert text_of(value)[mention.span] == "Nghị định số 41/2018/NĐ-\n\fCP"
    assert mention.cue is not None
    assert text_of(value)[mention.cue] == "Căn cứ"


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        (
            "Quyết định này thay thế [[Quyết định số 45/QĐ-UBND|replaces]] ngày "
            "05/6/2021 của UBND tỉnh và bãi bỏ [[Quyết định số 46/QĐ-UBND|repeals]].",
            header("Quyết định"),
        ),
        (
            "Nghị định này sửa đổi [[Nghị định số 47/2017/NĐ-CP|amends]], thay thế "
            "[[Nghị định số 48/2017/NĐ-CP|replaces]], đồng thời bãi bỏ "
            "[[Thông tư số 33/2018/TT-BTC|repeals]].",
            LEGAL,
        ),
        (
            "Bộ Y tế nghiên cứu sửa đổi [[Nghị định số 47/2017/NĐ-CP|mentions]] và "
            "bãi bỏ [[Nghị định số 48/2017/NĐ-CP|mentions]].",
            None,
        ),
        (
            "Điều 3.- Bãi bỏ [[Quyết định số 46/QĐ-UBND|repeals]] của UBND tỉnh.",
            header("Quyết định"),
        ),
        (
            "Điều 1. Sửa đổi [[Quyết định số 45/QĐ-UBND|amends]] ngày 05/6/2021, "
            "bãi bỏ [[Quyết định số 46/QĐ-UBND|repeals]].",
            header("Quyết định"),
        ),
        (
            "Điều 1. Giao Sở Y tế rà soát. Bãi bỏ [[Công văn số 46/SYT-VP|mentions]].",
            header("Quyết định"),
        ),
    ],
)
def test_a_second_verb_acts_like_the_first(sentence: str, head: Header | None) -> None:
    check(sentence, head)


def test_a_list_goes_on_after_the_name_of_what_a_decision_approves() -> None:
    named = "Chương trình phát triển tài sản trí tuệ đến năm 2030"
    read = references(
        "Thực hiện Quyết định số 2205/QĐ-TTg ngày 24/12/2020 của Thủ tướng Chính phủ "
        f"phê duyệt {named} và Kế hoạch số 41/KH-BYT của Bộ Y tế, Sở Y tế báo cáo."
    )
    decision, plan = read.citations
    assert (decision.relation, decision.name) == ("implements", f"phê duyệt {named}")
    assert (plan.code, plan.relation) == ("41/KH-BYT", "implements")
