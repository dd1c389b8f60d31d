import json
import xml.etree.ElementTree as ET

import openpyxl
import pytest
from small_archive import GOAL, MAKERS, add

from danchieu.usecases import open_store


@pytest.fixture
def ask(danchieu, tmp_path):
    """Return the command over a data folder that holds the small archive."""
    folder = tmp_path / "data"
    store = open_store(f"sqlite:///{folder / 'danchieu.sqlite'}", folder)
    add(store, [make() for make in MAKERS])
    store.close()
    return danchieu


def as_json(ask, *arguments):
    ended = ask("graph", *arguments, "--json")
    assert ended.code == 0
    return json.loads(ended.out)


def test_implementers_are_chosen(ask):
    found = as_json(ask, "implementers", GOAL, "--province-now", "Bắc Ninh")
    assert {e["document"]["code"] for e in found} == {"3/KH-UBND", "9/KH-UBND"}
    shown = ask("graph", "implementers", GOAL, "--way", "via").out
    assert "5/KH-SYT" in shown
    assert "12/KH-UBND" in shown
    assert "9/KH-UBND" not in shown


def test_that_no_edge_is_known_is_said(ask):
    shown = ask("graph", "implementers", GOAL, "--type", "Nghị quyết")
    assert (shown.code, shown.out) == (0, "Chưa biết văn bản nào.\n")
    assert "Chưa biết liên kết nào" in ask("graph", "basis", GOAL).out
    assert "No edge known" in ask("--lang", "en", "graph", "changes", "12/KH-UBND").out


def test_basis_and_path_are_quoted(ask):
    assert as_json(ask, "basis", "5/KH-SYT", "--depth", "2")["grounds"][1]["level"] == 2
    shown = ask("graph", "basis", "5/KH-SYT").out
    assert "thực hiện" in shown
    assert "so-y-te.txt" in shown.replace("\n", "")
    path = as_json(ask, "path", "5/KH-SYT", GOAL)["path"]
    assert [s["stated_in"] for s in path] == ["so-y-te.txt", "son-la.txt"]
    assert (
        "“Thực hiện Kế hoạch số 12/KH-UBND"
        in ask("graph", "path", "5/KH-SYT", GOAL).out
    )


def test_changes_tell_who_rests_on_the_older_state(ask):
    (change,) = as_json(ask, "changes", GOAL)["changes"]
    assert change["statement"]["relation"] == "amends"
    shown = ask("graph", "changes", GOAL).out
    assert "sửa đổi, bổ sung" in shown
    assert "có viện dẫn văn bản thay đổi" in shown


def test_coverage_lists_all_provinces_of_a_day(ask):
    answer = as_json(ask, "coverage", GOAL, "--on", "2025-06-30")
    assert (len(answer["rows"]), answer["known"]) == (63, 2)
    shown = ask("graph", "coverage", GOAL).out
    assert "Có văn bản: 2. Chưa biết văn bản nào: 32." in shown
    assert "trước sáp nhập" in shown


def test_coverage_of_departments_asks_for_a_kind(ask):
    assert ask("graph", "coverage", GOAL, "--by", "departments").code == 2
    answer = as_json(ask, "coverage", GOAL, "--by", "departments", "--kind", "Sở Y tế")
    assert answer["known"] == 1


def test_targets_stand_side_by_side(ask):
    (row,) = as_json(ask, "targets", GOAL)["rows"]
    assert {c["min"] for c in row["cells"]} == {50, 20}
    shown = ask("graph", "targets", GOAL).out
    assert "từ 50" in shown
    assert "Chưa đọc được chỉ tiêu nào của: " in shown


def test_what_is_missing_and_what_conflicts(ask):
    assert as_json(ask, "missing")[0]["document"]["code"] == GOAL
    assert "Đề án trồng cây xanh" in ask("graph", "missing").out
    assert as_json(ask, "conflicts") == []
    assert ask("graph", "conflicts").out == "Không có.\n"


@pytest.mark.parametrize("command", ["implementers", "basis", "changes", "coverage"])
def test_an_unknown_code_fails(ask, command):
    ended = ask("graph", command, "9/KH-X")
    assert ended.code == 1
    assert "not-found" in ended.err


def test_a_document_is_exported_to_stdout_or_a_file(ask, tmp_path):
    assert ET.fromstring(ask("export", "akn", "12/KH-UBND").out).tag.endswith("Ntoso")
    path = tmp_path / "one.xml"
    assert ask("export", "nd30", "12/KH-UBND", "--out", path).code == 0
    assert ET.parse(path).find("CodeNumber").text == "12"


def test_all_documents_are_exported_into_a_folder(ask, tmp_path):
    assert ask("export", "akn").code == 2
    assert ask("export", "akn", "--out", tmp_path / "akn").code == 0
    assert len(list((tmp_path / "akn").glob("*.xml"))) == len(MAKERS)


def test_a_document_that_is_only_cited_cannot_be_exported(ask):
    ended = ask("export", "akn", GOAL)
    assert ended.code == 1
    assert "not held" in ended.err


def test_the_graph_is_exported(ask, tmp_path):
    assert "LegalResource" in ask("export", "rdf").out
    path = tmp_path / "g.graphml"
    assert ask("export", "graphml", "--out", path).code == 0
    assert ET.parse(path).getroot().tag.endswith("graphml")
    assert ask("export", "neo4j").code == 2
    assert ask("export", "neo4j", "--out", tmp_path / "neo").code == 0
    assert (tmp_path / "neo" / "relationships.csv").is_file()


def test_tables_are_exported(ask, tmp_path):
    assert ask("export", "implementers").code == 2
    assert "12/KH-UBND" in ask("export", "implementers", GOAL).out
    path = tmp_path / "bang.xlsx"
    for table in ("coverage", "targets"):
        assert ask("export", table, GOAL, "--out", path).code == 0
        assert openpyxl.load_workbook(path).sheetnames == [table]
    path = tmp_path / "bang.csv"
    ask("export", "coverage", GOAL, "--by", "ministries", "--out", path)
    assert path.read_text("utf-8-sig").count("Bộ ") >= 14


def test_people_decide_on_links_and_take_it_back(ask):
    kept = ("--who", "Lan", "--why", "đã đối chiếu")
    assert ask("graph", "decide", "same", "4/KH-BTTTT", "9/KH-UBND", *kept).code == 0
    shown = ask("graph", "decisions").out
    assert "là một văn bản" in shown
    assert "Lan" in shown
    assert ask("graph", "undo", "1", "--who", "Hoa").code == 0
    (row,) = as_json(ask, "decisions")
    assert (row["kind"], row["undone_by"]) == ("same", "Hoa")
    assert "hủy" in ask("graph", "decisions").out
    assert ask("graph", "undo", "1", "--who", "Hoa").code == 1
