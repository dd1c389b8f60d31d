"""Who signed, with which post and on whose behalf."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from danchieu.domain.fields import Signature
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.lines import Line, cut_line
from danchieu.fields.signature_places import places_of_signers
from danchieu.phrases.folding import strip_marks
from danchieu.phrases.person_names import NameReader
from danchieu.rules import RuleBook

_SURE, _LIKELY, _STAMPED, _ALONE, _POST_ONLY = 0.96, 0.85, 0.75, 0.7, 0.6
_DIRT = " .,-–_~"
_MISREAD_DIRT = _DIRT + "0123456789"
_DEPUTY, _PRINTED_DEPUTY = "pho ", "PHÓ "
_KINDS = (
    "stamp", "countersign", "authority", "authority_small", "post", "post_small",
    "post_rest", "scribe",
)  # fmt: skip
_FIRST, _SCRIBE, _COUNTERSIGNER = range(3)
_COLUMN = re.compile(r"\S+(?: {1,3}\S+)*")


@dataclass(slots=True)
class _Block:
    """Lines of one signer while they are being collected; ``rank`` is his place."""

    authority: list[Line] = field(default_factory=list)
    post: list[Line] = field(default_factory=list)
    rank: int = _FIRST


def read_signatures(
    text: Text, outline: Outline, rules: RuleBook
) -> tuple[Signature, ...]:
    """Return the signers, a secretary and who only approves or confirms last.

    ``name`` is None where a post is printed and no name can be read. Where no part
    of the page looks like a signature, a name below Nơi nhận counts.

    Example: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", a name.
    """
    reader = _SignatureReader(text, rules)
    found: list[tuple[int, Signature]] = []
    for lines in places_of_signers(text.value, outline, rules):
        read = [pair for some in lines for pair in reader.read(some)]
        found = found or read
        if any(signature.name for _, signature in read):
            found = read
            break
    found.sort(key=lambda pair: pair[0])
    return tuple(signature for _, signature in found)


class _SignatureReader:
    """Sorts lines into authority, post and name."""

    def __init__(self, text: Text, rules: RuleBook) -> None:
        self._text = text
        self._names = NameReader(rules)
        self._between = rules.pattern("fields.signature.between").regex
        self._posts = rules.word_list("fields.signature.posts").entries
        self._is = {k: rules.pattern(f"fields.signature.{k}").regex for k in _KINDS}

    def read(self, lines: tuple[Line, ...]) -> Iterator[tuple[int, Signature]]:
        """Yield each signer with his rank, in order of print."""
        blocks: list[_Block] = []
        names: list[Line] = []
        stamped: Line | None = None
        signed: Line | None = None
        for line in chain.from_iterable(map(self._parts, lines)):
            kind = self._kind(line)
            if kind == "stamp":
                stamped = stamped or (line if self._is_name(line) else None)
            elif kind == "name":
                names.append(line)
            elif kind:
                if names:
                    yield from self._pair(blocks, names)
                    blocks, names, signed = [], [], names[-1]
                self._add(blocks, line, kind)
        if names or not self._is_post_below(blocks, signed):
            yield from self._pair(blocks, names or ([stamped] if stamped else []))

    def _is_post_below(self, blocks: list[_Block], signed: Line | None) -> bool:
        """See a post right below a name: the other post of who signed above it."""
        if signed is None or len(blocks) != 1 or blocks[0].authority:
            return False
        between = Span(signed.span.end, blocks[0].post[0].span.start)
        return self._text[between].count("\n") == 1

    def _add(self, blocks: list[_Block], line: Line, kind: str) -> None:
        """Put a line on the last block, or begin the next one beside it."""
        plain = strip_marks(line.text)
        last = blocks[-1] if blocks else None
        if last and last.post and self._is["post_rest"].match(plain):
            last.post.append(line)
            return
        if last is None or last.post:
            last = _Block()
            blocks.append(last)
        if kind == "countersign":
            last.rank = _COUNTERSIGNER
        elif self._is["scribe"].match(plain):
            last.rank = _SCRIBE
        (last.post if kind == "post" else last.authority).append(line)

    def _parts(self, line: Line) -> Iterator[Line]:
        """Part a line by the wide gaps between columns and by the marks of a block."""
        for column in _COLUMN.finditer(line.text):
            part = cut_line(line, *column.span())
            if part:
                yield from self._unfolded(part)

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
        if line.text.isupper() and any(
            self._is[kind].match(plain) for kind in ("post", "post_rest")
        ):
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
    ) -> Iterator[tuple[int, Signature]]:
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
            if name or block.post or block.rank != _COUNTERSIGNER:
                yield block.rank, self._signature(block, name)

    def _signature(self, block: _Block, name: Line | None) -> Signature:
        printed = self._names.read(name.text) if name else None
        lines = [*block.authority, *block.post, *([name] if name else [])]
        return Signature(
            printed,
            " ".join(map(self._title, block.post)) or None,
            tuple(self._printed(line) for line in block.authority),
            Span(min(x.span.start for x in lines), max(x.span.end for x in lines)),
            self._confidence(block, name),
            "fields.signature.name" if printed else "fields.signature.post",
        )

    def _title(self, line: Line) -> str:
        """Return the line without dirt; a scan's specks look like digits too."""
        printed = self._text.reading_confidence(line.span) == 1
        return self._printed(line).strip(_DIRT if printed else _MISREAD_DIRT)

    def _printed(self, line: Line) -> str:
        """Return the line; a post that a scan misread in its right letters."""
        if self._text.reading_confidence(line.span) == 1:
            return line.text
        mark, dot, post = line.text.rpartition(".")
        plain = strip_marks(post.strip(_MISREAD_DIRT))
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
    if any(block.rank == _COUNTERSIGNER for block in blocks):
        return last
    above = [line for x in blocks[:-1] for line in (*x.authority, *x.post)]
    return _Block([*above, *last.authority], last.post, last.rank)
