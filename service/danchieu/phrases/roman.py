"""Roman numerals, as parts and chapters are counted."""

from itertools import pairwise

_SIGNS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_VALUES = {sign: value for value, sign in _SIGNS if len(sign) == 1}


def in_roman(number: int) -> str:
    """Return ``number`` in capitals: 14 is "XIV"; "" below 1."""
    written = ""
    for value, sign in _SIGNS:
        times, number = divmod(max(number, 0), value)
        written += sign * times
    return written


def roman_value(numeral: str) -> int | None:
    """Return what a numeral in capitals counts; None when it is not well formed."""
    if not numeral or set(numeral) - set(_VALUES):
        return None
    values = [_VALUES[sign] for sign in numeral]
    total = values[-1] + sum(a if a >= b else -a for a, b in pairwise(values))
    return total if in_roman(total) == numeral else None
