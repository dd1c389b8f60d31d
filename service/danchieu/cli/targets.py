"""``danchieu graph targets``: targets of a document and its implementers."""

from danchieu.cli.asking import (
    AsJson,
    Code,
    Limit,
    named,
    open_graph,
    print_json,
    print_line,
    print_notes,
    print_table,
)
from danchieu.cli.language import say
from danchieu.contract.questions import TargetCell, TargetRow
from danchieu.usecases import targets_side_by_side
from danchieu.wording import amount_in_words, date_in_words


def targets(code: Code, limit: Limit = 300, as_json: AsJson = False) -> None:
    """Đặt các chỉ tiêu cạnh nhau. / Targets side by side."""
    with open_graph() as (store, knowledge):
        answer = targets_side_by_side(store, code, knowledge, limit=limit)
    if as_json:
        print_json(answer)
        return
    if answer.rows:
        columns = (say("Chỉ tiêu", "What"), say("Đến", "By"), say("Mức", "Figures"))
        print_table(columns, [_row(row) for row in answer.rows])
    if answer.without:
        print_line(
            say("Chưa đọc được chỉ tiêu nào của: ", "No target known of: ")
            + "; ".join(named(d) for d in answer.without)
        )
    print_notes(answer.notes)


def _row(row: TargetRow) -> tuple[str, str, str]:
    metric = " ".join(row.metric.split())
    if row.per:
        metric = f"{metric} ({say('mỗi', 'each')} {row.per})"
    cells = "\n".join(_cell(cell, percent=row.percent) for cell in row.cells)
    return metric, date_in_words(row.by), cells


def _cell(cell: TargetCell, *, percent: bool) -> str:
    unit = "%" if percent else cell.unit
    amount = amount_in_words(cell.comparator, cell.min, cell.max, unit)
    page = cell.evidence[0].page if cell.evidence else 1
    where = say(f"trang {page}", f"page {page}")
    return f"{amount}: {named(cell.document)} ({cell.stated_in}, {where})"
