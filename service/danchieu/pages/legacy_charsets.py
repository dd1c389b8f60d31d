"""Vietnamese before Unicode: TCVN3 (ABC) and VNI, one letter table each."""

import re

_TCVN3_FROM_A0 = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹề"
    "ểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {0xA0 + i: letter for i, letter in enumerate(_TCVN3_FROM_A0)}

_VNI_MARKS = {
    "a": ("ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    "e": ("ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    "o": ("ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"),
    "ô": ("ùøûõï", "ớờởỡợ"),
    "ö": ("ùøûõï", "ứừửữự"),
}
_VNI_SINGLE = dict(zip("ñæóòîôö", "đỉĩịỵơư", strict=True))


def _vni_table() -> dict[str, str]:
    table = dict(_VNI_SINGLE)
    for base, (marks, letters) in _VNI_MARKS.items():
        table |= {base + m: c for m, c in zip(marks, letters, strict=True)}
    upper = {k.upper(): v.upper() for k, v in table.items()}
    mixed = {k[0].upper() + k[1:]: v.upper() for k, v in table.items()}
    return table | upper | mixed


_VNI = _vni_table()
_VNI_PAIR = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


_DBAR = str.maketrans("ñÑðÐ", "đĐĐĐ")


def with_dbar(text: str) -> str:
    """Return text whose đ and Đ were printed from the places of ñ and ð."""
    return text.translate(_DBAR)


def from_tcvn3(text: str) -> str:
    """Return text whose letters were TCVN3 bytes read as Latin-1."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return text whose letters were VNI Windows bytes read as Latin-1."""
    return _VNI_PAIR.sub(lambda match: _VNI[match[0]], text)
