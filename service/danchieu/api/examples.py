"""What the answers look like, for the description of the service."""

from typing import Any

_PROVINCE = {
    "id": "ubnd-tinh-lao-cai",
    "name": "Ủy ban nhân dân tỉnh Lào Cai",
    "level": "province",
    "province": "Lào Cai",
    "successor": None,
    "group": False,
}
_PLAN = {
    "code": "77/KH-UBND",
    "type": "Kế hoạch",
    "issuer": _PROVINCE,
    "date": "2021-03-05",
    "title": "Triển khai Chiến lược sở hữu trí tuệ đến năm 2030",
    "id": "n-77",
    "in_archive": True,
    "document_id": "d-77",
}
_DECISION = {
    "code": "1068/QĐ-TTg",
    "type": "Quyết định",
    "issuer": None,
    "date": "2019-08-22",
    "title": None,
    "id": "n-1068",
    "in_archive": False,
    "document_id": None,
}
TRACE_EXAMPLE: list[dict[str, Any]] = [
    {
        "document": _PLAN,
        "relation": "direct",
        "also": [],
        "target": _DECISION,
        "path": [
            {
                "code": "77/KH-UBND",
                "node_id": "n-77",
                "relation": "implements",
                "quote": "Thực hiện Quyết định số 1068/QĐ-TTg ngày 22/8/2019",
                "stated_by": "d-77",
                "stated_in": "ke-hoach-77.txt",
                "page": 1,
            }
        ],
        "confidence": 0.95,
        "warnings": [],
    }
]
_CODE_EVIDENCE = {
    "page": 1,
    "start": 38,
    "end": 48,
    "text": "77/KH-UBND",
    "boxes": [[120.5, 96.0, 182.4, 110.0]],
}


def _fact(value: object, text: str) -> dict[str, Any]:
    return {
        "value": value,
        "text": text,
        "confidence": 0.98,
        "evidence": [_CODE_EVIDENCE],
        "method": "header.number_line",
    }


RESULT_EXAMPLE: dict[str, Any] = {
    "schema_version": "1",
    "id": "d-77",
    "kind": _fact("administrative", "KẾ HOẠCH"),
    "draft": False,
    "header": {
        "code": _fact("77/KH-UBND", "77/KH-UBND"),
        "issued_on": _fact("2021-03-05", "ngày 05 tháng 3 năm 2021"),
    },
}
"""A part of a result; the schema has all keys."""
