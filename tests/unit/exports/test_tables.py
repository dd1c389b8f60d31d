import csv
import io

import openpyxl
import pytest
from factories import knowledge
from small_archive import GOAL, small_archive

from danchieu.exports.tables import (
    coverage_table,
    implementers_table,
    targets_table,
    write_csv,
    write_xlsx,
)
from danchieu.usecases import coverage, targets_side_by_side, trace


@pytest.fixture(scope="module")
def store():
    store = small_archive()
    yield store
    store.close()


def as_csv(rows):
    file = io.StringIO(newline="")
    write_csv(rows, file)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def as_xlsx(rows, tmp_path):
    path = tmp_path / "table.xlsx"
    write_xlsx(rows, path, sheet="bang")
    sheet = openpyxl.load_workbook(path)["bang"]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_implementers_are_read_back(store):
    rows = as_csv(implementers_table(trace(store, GOAL)))
    by_code = {row["Số, ký hiệu"]: row for row in rows}
    assert by_code["12/KH-UBND"]["Cách thực hiện"] == "trực tiếp"
    assert by_code["12/KH-UBND"]["Ngày"] == "01/03/2021"
    assert by_code["5/KH-SYT"]["Qua"] == "12/KH-UBND"
    assert by_code["9/KH-UBND"]["Trong kho"] == "không"
    assert by_code["9/KH-UBND"]["Nêu tại"] == "tin.txt"


def test_coverage_is_read_back(store, tmp_path):
    rows = as_xlsx(coverage_table(coverage(store, GOAL, knowledge())), tmp_path)
    assert len({row["Cơ quan, địa phương"] for row in rows}) == 34
    states = {row["Số, ký hiệu"]: row["Tình trạng"] for row in rows}
    assert states["3/KH-UBND"] == "có văn bản"
    assert "trước sáp nhập" in states["9/KH-UBND"]
    assert "cấp dưới" in states["5/KH-SYT"]
    assert states[None] == "chưa biết văn bản nào"


def test_targets_are_read_back(store, tmp_path):
    answer = targets_side_by_side(store, GOAL, knowledge())
    rows = as_xlsx(targets_table(answer), tmp_path)
    assert {(r["Chỉ tiêu"], r["Mức"], r["Trang"]) for r in rows} == {
        ("vườn ươm", "từ 50", 1),
        ("vườn ươm", "từ 20", 1),
    }


def test_nothing_is_calculated_by_a_spreadsheet(tmp_path):
    rows = [("Tên",), ("=1+1",), ("+84",), ("-5",), ("@x",), ("http://x",)]
    assert [r["Tên"] for r in as_csv(rows)][:4] == ["'=1+1", "'+84", "'-5", "'@x"]
    path = tmp_path / "table.xlsx"
    write_xlsx(rows, path, sheet="a")
    cells = [c[0] for c in openpyxl.load_workbook(path)["a"].iter_rows()]
    assert [c.data_type for c in cells] == ["s"] * 6
    assert cells[1].value == "=1+1"
