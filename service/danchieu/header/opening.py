"""What the first lines of a document say about itself."""

import re
from itertools import islice

from danchieu.domain.text import Span
from danchieu.header.scope import HeadScope

TODAY_RULE = "header.today"
_TODAY_REGIONS, _TODAY_WITHIN = 4, 2_500
_ATTACHED_LINES = 12


def find_today(scope: HeadScope) -> tuple[re.Match[str], Span] | None:
    """Return "Hôm nay, ngày 5 tháng 4 năm 2022" of minutes, and its region."""
    regions = scope.spans("basis", "body")[:_TODAY_REGIONS]
    return first_match(scope, TODAY_RULE, regions, _TODAY_WITHIN)


def attached_line(scope: HeadScope) -> Span | None:
    """Return the line "(Ban hành kèm theo Quyết định số …)" below the title."""
    attached = scope.knowledge.rules.pattern("header.title.attached").regex
    lines = islice(scope.lines("title", "basis", "body"), _ATTACHED_LINES)
    return next((line for line in lines if attached.search(scope.text[line])), None)


def first_match(
    scope: HeadScope, rule: str, regions: tuple[Span, ...], within: int
) -> tuple[re.Match[str], Span] | None:
    """Return the first match in the first ``within`` letters of one of the regions."""
    regex = scope.knowledge.rules.pattern(rule).regex
    for region in regions:
        end = min(region.end, region.start + within)
        match = regex.search(scope.text.value, region.start, end)
        if match:
            return match, region
    return None
