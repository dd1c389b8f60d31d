"""The page text of a document, read into a sheet that can be set."""

from collections.abc import Iterator
from dataclasses import replace

from danchieu.rendering.blocks import (
    Block,
    join_lines,
    paper_width,
    plain,
    split_blocks,
)
from danchieu.rendering.foot import find_foot
from danchieu.rendering.head import find_head
from danchieu.rendering.landmarks import (
    ANNEX,
    ARTICLE,
    BASIS,
    BULLET,
    CHAPTER,
    MOTTO,
    NUMBERED,
    RECIPIENTS,
    is_capitals,
    is_sentence,
)
from danchieu.rendering.sheet import (
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Part,
    Sheet,
    Table,
)

_HEADING_LENGTH = 130
_CENTRED_LENGTH = 200
_HEADLINE_WITHIN, _MENU_BARS = 6, 2
_NOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"


def parse_sheet(text: str) -> Sheet:
    """Read ``text`` (one block per part, as page readers give it) into a sheet.

    No letter is lost: what fits no other part becomes a paragraph. Lines that only
    draw a rule ("-------") are left out of the letterhead, which has its own.
    """
    blocks = split_blocks(text)
    width = paper_width(blocks)
    first, *annexes = (_sheet(part, width) for part in _documents(blocks))
    if not annexes and _is_news(first, blocks):
        return replace(first, news=True, body=_news_body(first.body))
    return replace(first, annexes=tuple(annexes))


def _is_news(sheet: Sheet, blocks: tuple[Block, ...]) -> bool:
    if sheet.letterhead or sheet.recipients or sheet.signature or not blocks:
        return False
    return not is_capitals(blocks[0].first) and not ANNEX.match(blocks[0].first)


def _news_body(body: tuple[Part, ...]) -> tuple[Part, ...]:
    """Make the longest of the first lines that end no sentence the headline.

    Menus ("Trang chủ | Tin tức | …") are none, and nothing else is centred.
    """
    body = tuple(_uncentred(part) for part in body)
    texts = {
        index: part.text
        for index, part in enumerate(body[:_HEADLINE_WITHIN])
        if isinstance(part, Paragraph)
        and not is_sentence(part.text)
        and len(part.text) <= _CENTRED_LENGTH
        and part.text.count("|") < _MENU_BARS
    }
    if not texts:
        return body
    at = max(texts, key=lambda index: len(texts[index]))
    headline = Paragraph("headline", texts[at])
    return (*body[:at], headline, *body[at + 1 :])


def _uncentred(part: Part) -> Part:
    if isinstance(part, Paragraph) and part.style in {"centred", "aside"}:
        return Paragraph("heading" if is_capitals(part.text) else "body", part.text)
    return part


def _documents(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """Part annexes and further documents from the first; each starts a page."""
    starts = [0]
    closed = False
    for index, block in enumerate(blocks[1:], start=1):
        after_break = blocks[index - 1].breaks_page
        closed = closed or bool(RECIPIENTS.match(block.first))
        annex = bool(ANNEX.match(block.first)) and len(block.first) < _HEADING_LENGTH
        if (
            after_break and (closed or annex or _has_motto(blocks[index : index + 4]))
        ) or (closed and annex):
            starts.append(index)
            closed = False
    ends = [*starts[1:], len(blocks)]
    return [_without_end_break(blocks[a:b]) for a, b in zip(starts, ends, strict=True)]


def _has_motto(blocks: tuple[Block, ...]) -> bool:
    return any(MOTTO.match(plain(x)) for b in blocks for x in b.lines)


def _without_end_break(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return blocks[:-1] if blocks and blocks[-1].breaks_page else blocks


def _sheet(blocks: tuple[Block, ...], width: int) -> Sheet:
    head = find_head(blocks)
    foot = find_foot(blocks[head.blocks :])
    return Sheet(
        above=head.above,
        letterhead=head.letterhead,
        type=head.type,
        title=head.title,
        addressees=head.addressees,
        body=tuple(_parts(foot.before, width)),
        recipients=foot.recipients,
        signature=foot.signature,
        after=tuple(_parts(foot.after, width)),
    )


def _parts(blocks: tuple[Block, ...], width: int) -> Iterator[Part]:
    opening = True
    previous: Part | None = None
    for block in blocks:
        if block.breaks_page:
            yield PageBreak()
            previous = PageBreak()
        for group in _table_groups(block.lines):
            if group[0].startswith("|"):
                previous = _table(group)
                yield previous
                continue
            for text in _paragraph_texts(group, width):
                style = _style(text, previous, opening=opening)
                opening = opening and style in {"basis", "centred"}
                previous = Paragraph(style, text)
                yield previous


def _table_groups(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Part table rows from the lines around them."""
    group: list[str] = []
    for line in (x.strip() if x.lstrip().startswith("|") else x for x in lines):
        if group and group[-1].startswith("|") != line.startswith("|"):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _paragraph_texts(lines: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Keep the lines of a heading in capitals apart, join all others."""
    if not is_capitals(plain(lines[0])) or NUMBERED.match(plain(lines[0])):
        return join_lines(lines, width)
    count = next((i for i, x in enumerate(lines) if not is_capitals(x)), len(lines))
    return (*(x.strip() for x in lines[:count]), *join_lines(lines[count:], width))


def _table(lines: tuple[str, ...]) -> Table:
    rows = [
        tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
        for line in lines
        if set(line) - set("|-: ")
    ]
    columns = max((len(row) for row in rows), default=1)
    padded = tuple(row + ("",) * (columns - len(row)) for row in rows)
    return Table(padded or (("",),))


def _style(text: str, previous: Part | None, *, opening: bool) -> ParagraphStyle:
    line = plain(text)
    if text[0] in _NOTE_MARKS:
        return "note"
    if isinstance(previous, PageBreak) and line[:1].islower():
        return "item" if BULLET.match(line) else "continued"
    after_centred = isinstance(previous, Paragraph) and previous.style == "centred"
    if after_centred and line.startswith("(") and line.endswith(")"):
        return "aside"
    if NUMBERED.match(line) or ARTICLE.match(line):
        return _numbered_style(line)
    if _is_centred(line, after_centred=after_centred):
        return "centred"
    return _plain_style(line, opening=opening)


def _numbered_style(line: str) -> ParagraphStyle:
    short = len(line) <= _HEADING_LENGTH and not is_sentence(line)
    if not short and not is_capitals(line):
        return "body"
    return "centred" if CHAPTER.match(line) else "heading"


def _plain_style(line: str, *, opening: bool) -> ParagraphStyle:
    if BULLET.match(line):
        return "item"
    return "basis" if opening and BASIS.match(line) else "body"


def _is_centred(line: str, *, after_centred: bool) -> bool:
    if len(line) > _CENTRED_LENGTH or BULLET.match(line):
        return False
    if is_capitals(line) or ANNEX.match(line):
        return True
    return after_centred and not is_sentence(line)
