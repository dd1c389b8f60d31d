"""What a careful clerk would remark on a citation."""

from collections.abc import Iterator

from danchieu.citations.groups import Group
from danchieu.citations.spots import Spot
from danchieu.domain.edtf import is_full_date
from danchieu.domain.found import DocumentWarning
from danchieu.wording import date_in_words


def remarks_on(group: Group, resolved: str | None) -> tuple[DocumentWarning, ...]:
    """Return what is odd in dates and codes: misprints, disagreement, two dates.

    A printed code that is resolved to another one slips by a digit or a swap.
    """
    found: dict[str, DocumentWarning] = {}
    for judged in group.judged:
        for warning in _remarks(judged.spot):
            found.setdefault(warning.code, warning)
    full = [date for date in group.dates if is_full_date(date)]
    if len(full) > 1 and group.is_coded:
        one, other = (date_in_words(date) for date in full[:2])
        found["two-dates"] = DocumentWarning(
            "two-dates",
            f"Văn bản viện dẫn ghi hai ngày khác nhau: {one} và {other}.",
            f"The cited document bears two dates: {full[0]} and {full[1]}.",
        )
    code = next((j.spot.code for j in group.judged if j.spot.code), None)
    if code is not None and resolved is not None:
        found["swapped-digits"] = DocumentWarning(
            "swapped-digits",
            f"Số {code.code} có thể in sai; theo tên và ngày thì là {resolved}.",
            f"{code.code} may be misprinted; by name and date it is {resolved}.",
            code.span,
        )
    return tuple(found.values())


def _remarks(spot: Spot) -> Iterator[DocumentWarning]:
    told, code = spot.told, spot.code
    if told.odd:
        yield DocumentWarning(
            "odd-date",
            f"Ngày viện dẫn in sai, đọc là {date_in_words(told.date)}.",
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
