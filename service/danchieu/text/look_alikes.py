"""Letters that look like another one and are folded into it (Unicode facts)."""

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad\u2043"
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t"
)
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad\r"

LOOK_ALIKES: dict[str, str] = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_NOTHING, "")
    | {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
    | {"\u2044": "/", "\u2215": "/", "\uff0f": "/"}
    | {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x85": "\n"}
)
"""One letter → what stands for it; "" for letters without width.

The soft hyphen (U+00AD) is dropped: Word writes it inside words.
"""
