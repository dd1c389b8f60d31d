"""Who signed, with which post and on whose behalf."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from danchieu.domain.fields import Signature
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.lines import Line, lines_of
from danchieu.rules import RuleBook

_SURE, _LIKELY, _POST_ONLY, _STAMPED = 0.96, 0.85, 0.6, 0.7


@dataclass(slots=True)
class _Block:
    """Lines of one signer while they are being collected."""

    authority: list[Line] = field(default_factory=list)
    post: Line | None = None
    countersigns: bool = False

    @property
    def lines(self) -> list[Line]:
        return [*self.authority, *([self.post] if self.post else [])]


def read_signatures(
    text: Text, outline: Outline, rules: RuleBook
) -> tuple[Signature, ...]:
    """Return the signers, those who only approve or confirm last.

    ``name`` is None where a post is printed and no name can be read.

    Example: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", a name.
    """
    signed = [
        pair
        for region in outline.spans_of("signature")
        for pair in _read_region(lines_of(text.value, region), rules)
    ]
    signed.sort(key=lambda pair: pair[0])
    return tuple(signature for _, signature in signed)


def _read_region(
    lines: tuple[Line, ...], rules: RuleBook
) -> Iterator[tuple[bool, Signature]]:
    """Pair blocks with the names below them, in order."""
    blocks: list[_Block] = []
    names: list[Line] = []
    stamped: Line | None = None
    for line in lines:
        kind = _kind(line, rules)
        if kind == "stamp":
            stamped = stamped or (line if _name(line, rules) else None)
        elif kind == "name":
            names.append(line)
        elif kind:
            if names:
                yield from _pair(blocks, names, rules)
                blocks, names = [], []
            _add(blocks, line, kind)
    if not names and stamped:
        names = [stamped]
    yield from _pair(blocks, names, rules)


def _kind(line: Line, rules: RuleBook) -> str | None:
    for kind in ("stamp", "countersign", "authority", "post", "post_small"):
        if rules.pattern(f"fields.signature.{kind}").regex.match(line.text):
            return "post" if kind == "post_small" else kind
    return "name" if _name(line, rules) else None


def _add(blocks: list[_Block], line: Line, kind: str) -> None:
    """Put a line on the last block, or begin the next one beside it."""
    last = blocks[-1] if blocks else None
    if last is None or last.post:
        last = _Block()
        blocks.append(last)
    if kind == "authority":
        last.authority.append(line)
    elif kind == "countersign":
        last.countersigns = True
        last.authority.append(line)
    else:
        last.post = line


def _pair(
    blocks: list[_Block], names: list[Line], rules: RuleBook
) -> Iterator[tuple[bool, Signature]]:
    if not blocks:
        return
    if len(names) == 1 and len(blocks) > 1:
        blocks = blocks[-1:]
    for place, block in enumerate(blocks):
        name = names[place] if place < len(names) else None
        yield block.countersigns, _signature(block, name, rules)


def _signature(block: _Block, name: Line | None, rules: RuleBook) -> Signature:
    printed = _name(name, rules) if name else None
    lines = [*block.lines, *([name] if name else [])]
    return Signature(
        printed,
        block.post.text.rstrip(" .,0123456789") if block.post else None,
        tuple(line.text for line in block.authority),
        Span(min(x.span.start for x in lines), max(x.span.end for x in lines)),
        _confidence(printed, name, rules),
        "fields.signature.name" if printed else "fields.signature.post",
    )


def _confidence(printed: str | None, name: Line | None, rules: RuleBook) -> float:
    if printed is None or name is None:
        return _POST_ONLY
    if rules.pattern("fields.signature.stamp").regex.match(name.text):
        return _STAMPED
    surnames = rules.word_list("fields.signature.surnames")
    return _SURE if printed.split()[0].title() in surnames else _LIKELY


def _name(line: Line, rules: RuleBook) -> str | None:
    small = rules.pattern("fields.signature.name").regex.match(line.text)
    if small and small["name"].split()[0] not in rules.word_list(
        "fields.signature.not_names"
    ):
        return " ".join(small["name"].split())
    upper = rules.pattern("fields.signature.name_upper").regex.match(line.text)
    if upper:
        return " ".join(upper["name"].split())
    stamp = rules.pattern("fields.signature.signed_by").regex.match(line.text)
    return _name(Line(stamp["name"], line.span), rules) if stamp else None
