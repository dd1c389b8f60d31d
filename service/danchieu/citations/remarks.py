"""What a careful clerk would remark on a citation."""

from collections.abc import Iterator

from danchieu.citations.groups import Group
from danchieu.citations.spots import Spot
from danchieu.domain.found import DocumentWarning


def remarks_on(group: Group) -> tuple[DocumentWarning, ...]:
    """Return misprinted and impossible dates, years that disagree, mended codes."""
    found: dict[str, DocumentWarning] = {}
    for judged in group.judged:
        for warning in _remarks(judged.spot):
            found.setdefault(warning.code, warning)
    return tuple(found.values())


def _remarks(spot: Spot) -> Iterator[DocumentWarning]:
    told, code = spot.told, spot.code
    if told.odd:
        yield DocumentWarning(
            "odd-date",
            f"Ngày viện dẫn in sai, đọc là {told.date}.",
            f"The cited date is misprinted, read as {told.date}.",
            told.date_span,
        )
    if told.impossible:
        yield DocumentWarning(
            "impossible-date",
            "Ngày viện dẫn không có trong lịch.",
            "The cited date is not in the calendar.",
            told.date_span,
        )
    if code is None:
        return
    if code.year and told.date and not told.date.startswith(str(code.year)):
        yield DocumentWarning(
            "year-disagrees",
            f"Năm trong số hiệu ({code.year}) khác năm của ngày ({told.date[:4]}).",
            f"The year in the code ({code.year}) is not that of the date"
            f" ({told.date[:4]}).",
            told.date_span,
        )
    if code.mended:
        yield DocumentWarning(
            "mended-code",
            f"Số hiệu in sai, đọc là {code.code}.",
            f"The code is misprinted, read as {code.code}.",
            code.span,
        )
