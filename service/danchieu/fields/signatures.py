"""Who signed, with which post and on whose behalf."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from danchieu.domain.fields import Signature
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.lines import Line, cut_line, lines_of
from danchieu.fields.signer_names import NameReader
from danchieu.phrases.folding import plain_letters, strip_marks
from danchieu.rules import RuleBook

_SURE, _LIKELY, _STAMPED, _ALONE, _POST_ONLY = 0.96, 0.85, 0.75, 0.7, 0.6
_LONGEST_TAIL = 500
_DIRT = " .,-–_~0123456789"
_DEPUTY, _PRINTED_DEPUTY = "pho ", "PHÓ "
_KINDS = (
    "stamp", "countersign", "authority", "authority_small", "post", "post_small",
)  # fmt: skip
_WEAK = ("chrome", "footnotes")


@dataclass(slots=True)
class _Block:
    """Lines of one signer while they are being collected."""

    authority: list[Line] = field(default_factory=list)
    post: Line | None = None
    countersigns: bool = False


def read_signatures(
    text: Text, outline: Outline, rules: RuleBook
) -> tuple[Signature, ...]:
    """Return the signers, those who only approve or confirm last.

    ``name`` is None where a post is printed and no name can be read. Where no part
    of the page looks like a signature, a name below Nơi nhận counts.

    Example: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", a name.
    """
    reader = _SignatureReader(text, rules)
    found: list[tuple[bool, Signature]] = []
    for lines in _places(text.value, outline, rules):
        read = [pair for some in lines for pair in reader.read(some)]
        found = found or read
        if any(signature.name for _, signature in read):
            found = read
            break
    found.sort(key=lambda pair: pair[0])
    return tuple(signature for _, signature in found)


def _places(
    value: str, outline: Outline, rules: RuleBook
) -> Iterator[list[tuple[Line, ...]]]:
    """Yield where signers may stand, the surest place first."""
    yield [lines_of(value, s) for s in _extended(value, outline, "signature")]
    below = _extended(value, outline, "recipients")
    yield [_after_file_copy(value, span, rules) for span in below]
    yield [_closing_lines(value, span) for span in outline.spans_of("body")[-1:]]


def _extended(value: str, outline: Outline, kind: str) -> Iterator[Span]:
    """Yield regions of a kind with the text behind that no other region claims."""
    regions = [r for r in outline.regions if r.kind == kind or r.kind not in _WEAK]
    for region, after in zip(regions, (*regions[1:], None), strict=False):
        if region.kind == kind:
            end = after.span.start if after else len(value)
            tail = min(end, region.span.end + _LONGEST_TAIL)
            yield Span(region.span.start, max(region.span.end, tail))


def _closing_lines(value: str, body: Span) -> tuple[Line, ...]:
    """Return the lines below the last sentence, as minutes have them."""
    lines = lines_of(value, Span(max(body.start, body.end - _LONGEST_TAIL), body.end))
    sentences = [n for n, line in enumerate(lines) if line.text.endswith((".", ";"))]
    return lines[sentences[-1] + 1 :] if sentences else ()


def _after_file_copy(value: str, span: Span, rules: RuleBook) -> tuple[Line, ...]:
    file_copy = rules.pattern("fields.recipients.file_copy").regex
    lines = lines_of(value, span)
    in_cell = rules.pattern("fields.recipients.list_in_cell").regex
    for number, line in enumerate(lines):
        if file_copy.match(line.text.lstrip("-_~+• ")) or in_cell.match(
            plain_letters(line.text)
        ):
            return lines[number + 1 :]
    return ()


class _SignatureReader:
    """Sorts lines into authority, post and name."""

    def __init__(self, text: Text, rules: RuleBook) -> None:
        self._text = text
        self._names = NameReader(rules)
        self._between = rules.pattern("fields.signature.between").regex
        self._posts = rules.word_list("fields.signature.posts").entries
        self._is = {k: rules.pattern(f"fields.signature.{k}").regex for k in _KINDS}

    def read(self, lines: tuple[Line, ...]) -> Iterator[tuple[bool, Signature]]:
        """Yield each signer and whether he only approves, in order of print."""
        blocks: list[_Block] = []
        names: list[Line] = []
        stamped: Line | None = None
        for line in chain.from_iterable(map(self._unfolded, lines)):
            kind = self._kind(line)
            if kind == "stamp":
                stamped = stamped or (line if self._is_name(line) else None)
            elif kind == "name":
                names.append(line)
            elif kind:
                if names:
                    yield from self._pair(blocks, names)
                    blocks, names = [], []
                _add(blocks, line, kind)
        yield from self._pair(blocks, names or ([stamped] if stamped else []))

    def _unfolded(self, line: Line) -> tuple[Line, ...]:
        """Part a whole block that a web copy printed in one line, by its marks.

        Only where it begins as a block does and ends with a name of a known family.
        """
        cuts = [m.start() for m in self._between.finditer(line.text)]
        if not cuts:
            return (line,)
        starts, stops = [0, *cuts], [*cuts, len(line.text)]
        parts = [
            part
            for start, stop in zip(starts, stops, strict=True)
            if (part := cut_line(line, start, stop))
        ]
        begins = self._kind(parts[0]) in ("authority", "post", "countersign")
        ends = self._names.is_known(parts[-1].text)
        return tuple(parts) if begins and ends else (line,)

    def _kind(self, line: Line) -> str | None:
        plain = strip_marks(line.text)
        if line.text[0].isupper() and self._is["countersign"].match(plain):
            return "countersign"
        for kind in ("stamp", "authority"):
            if self._is[kind].match(line.text):
                return kind
        if self._is["authority_small"].match(plain):
            return "authority"
        if self._is["post"].match(plain) and line.text.isupper():
            return "post"
        if self._is["post_small"].match(plain):
            return "post"
        return "name" if self._is_name(line) else None

    def _is_name(self, line: Line) -> bool:
        """See a name; one that a scan may have cut or misread is left out."""
        if self._names.read(line.text) is None:
            return False
        printed = self._text.reading_confidence(line.span) == 1
        return printed or self._names.is_whole(line.text)

    def _pair(
        self, blocks: list[_Block], names: list[Line]
    ) -> Iterator[tuple[bool, Signature]]:
        """Give each block the name of its place; a single name closes the stack.

        Where enough lines have a family name, what else looks like a name is dirt.
        """
        known = [name for name in names if self._names.is_known(name.text)]
        if known and len(known) >= len(blocks):
            names = known
        if not blocks:
            blocks = [_Block() for name in names if self._names.is_known(name.text)]
        elif len(names) == 1 and len(blocks) > 1:
            blocks = [_stacked(blocks)]
        elif len(blocks) == 1 and len(names) == len(blocks[0].authority) > 1:
            blocks = [_Block([line]) for line in blocks[0].authority]
        for place, block in enumerate(blocks):
            name = names[place] if place < len(names) else None
            yield block.countersigns, self._signature(block, name)

    def _signature(self, block: _Block, name: Line | None) -> Signature:
        printed = self._names.read(name.text) if name else None
        post = [block.post] if block.post else []
        lines = [*block.authority, *post, *([name] if name else [])]
        return Signature(
            printed,
            self._printed(block.post).strip(_DIRT) if block.post else None,
            tuple(self._printed(line) for line in block.authority),
            Span(min(x.span.start for x in lines), max(x.span.end for x in lines)),
            self._confidence(block, name),
            "fields.signature.name" if printed else "fields.signature.post",
        )

    def _printed(self, line: Line) -> str:
        """Return the line; a post that a scan misread in its right letters."""
        if self._text.reading_confidence(line.span) == 1:
            return line.text
        mark, dot, post = line.text.rpartition(".")
        plain = strip_marks(post.strip(_DIRT))
        deputy = plain.startswith(_DEPUTY)
        known = self._posts.get(plain.removeprefix(_DEPUTY))
        if known is None:
            return line.text
        first = post[: len(post) - len(post.lstrip())]
        return mark + dot + first + (_PRINTED_DEPUTY if deputy else "") + known

    def _confidence(self, block: _Block, name: Line | None) -> float:
        if name is None:
            return _POST_ONLY
        if self._is["stamp"].match(name.text):
            return _STAMPED
        if not block.post and not block.authority:
            return _ALONE
        return _SURE if self._names.is_known(name.text) else _LIKELY


def _stacked(blocks: list[_Block]) -> _Block:
    """Return one block of a stack that a single name closes.

    A post above the last one is what he signs as: "TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND".
    """
    last = blocks[-1]
    if any(block.countersigns for block in blocks):
        return last
    above = [
        line
        for block in blocks[:-1]
        for line in (*block.authority, *([block.post] if block.post else ()))
    ]
    return _Block([*above, *last.authority], last.post)


def _add(blocks: list[_Block], line: Line, kind: str) -> None:
    """Put a line on the last block, or begin the next one beside it."""
    if not blocks or blocks[-1].post:
        blocks.append(_Block())
    last = blocks[-1]
    if kind == "post":
        last.post = line
        return
    last.countersigns = last.countersigns or kind == "countersign"
    last.authority.append(line)
