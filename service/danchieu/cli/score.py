"""``danchieu score``: results against gold, by field, with what was lost."""

import json
from pathlib import Path
from typing import Annotated

import typer

from danchieu.evaluation import (
    load_answers,
    load_golds,
    losses_of,
    render_reliability,
    render_table,
    score_results,
    table_as_json,
)


def score(
    gold: Annotated[Path, typer.Argument(help="Thư mục đáp án / Folder of gold.")],
    results: Annotated[Path, typer.Argument(help="Thư mục kết quả / Results.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="In bảng dạng JSON / Print as JSON.")
    ] = False,
    errors: Annotated[
        str | None,
        typer.Option(help="Liệt kê lỗi của một trường / List one field's losses."),
    ] = None,
    reliability: Annotated[
        bool,
        typer.Option(
            "--reliability",
            help="Độ tin cậy so với tỷ lệ đúng / Confidence against share right.",
        ),
    ] = False,
) -> None:
    """Chấm điểm kết quả theo từng trường. / Score results by field."""
    table = score_results(load_golds(gold), load_answers(results))
    if errors is not None:
        typer.echo("\n".join(losses_of(table, errors)))
    elif reliability:
        typer.echo(render_reliability(table.judgements))
    elif as_json:
        typer.echo(json.dumps(table_as_json(table), ensure_ascii=False, indent=1))
    else:
        typer.echo(render_table(table))
