"""What an error becomes in HTTP: one table, and one answer for programs and people."""

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from danchieu.api import problem, problem_response
from danchieu.errors import (
    BadCallbackError,
    DanchieuError,
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    FaultError,
    KeyMissingError,
    KeyReadOnlyError,
    NameTakenError,
    NotFoundError,
    QueueFullError,
    StoreUnavailableError,
    TooLargeError,
    UnclearDecisionError,
    UnsupportedFormatError,
)
from danchieu.messages import vietnamese
from danchieu.ui import problem_page

STATUS: dict[type[DanchieuError], int] = {
    NotFoundError: 404,
    TooLargeError: 413,
    UnsupportedFormatError: 415,
    EmptyDocumentError: 422,
    EncryptedDocumentError: 422,
    FaultError: 500,
    DocumentError: 422,
    BadCallbackError: 422,
    UnclearDecisionError: 422,
    KeyMissingError: 401,
    KeyReadOnlyError: 403,
    NameTakenError: 409,
    QueueFullError: 503,
    StoreUnavailableError: 503,
    DanchieuError: 500,
}
"""The first class that the error is of counts: children stand before parents."""

_HTTP = {
    400: ("bad-request", "Yêu cầu không đúng; hãy tải lại trang rồi thử lại."),
    403: (
        "cross-site",
        "Yêu cầu đến từ một trang khác; hãy gửi từ trang của dịch vụ này.",
    ),
    404: ("not-found", "Không có trang này; hãy kiểm tra địa chỉ."),
    405: ("method-not-allowed", "Địa chỉ này không nhận kiểu yêu cầu đó."),
    413: (TooLargeError.code, vietnamese(TooLargeError())),
    422: ("invalid-request", "Yêu cầu thiếu hoặc sai thông tin."),
    500: ("internal-error", "Lỗi của chương trình; lỗi đã được ghi vào nhật ký."),
}
_FAULT = 500
_BUSY = 503
_COME_BACK_SECONDS = "30"
_log = structlog.get_logger()


def status_of(error: DanchieuError) -> int:
    """Return the HTTP status that tells of ``error``."""
    return next(s for kind, s in STATUS.items() if isinstance(error, kind))


def install_error_answers(app: FastAPI) -> None:
    """Answer every error as problem details under /v1 and as a page elsewhere."""

    @app.exception_handler(DanchieuError)
    async def on_error(request: Request, error: DanchieuError) -> Response:
        status = status_of(error)
        _log.info("refused", code=error.code, status=status, path=request.url.path)
        details = vietnamese(error), str(error)
        answer = _answer(request, status, code=error.code, details=details)
        if status == _BUSY:
            answer.headers["retry-after"] = _COME_BACK_SECONDS
        return answer

    @app.exception_handler(HTTPException)
    async def on_http(request: Request, error: HTTPException) -> Response:
        return _of_status(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def on_invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return _of_status(request, 422, f"{where}: {first['msg']}")

    @app.exception_handler(Exception)
    async def on_fault(request: Request, error: Exception) -> Response:
        _log.error("fault", path=request.url.path, exc_info=error)
        return _of_status(request, 500, "A fault of the program; it was logged")


def _of_status(request: Request, status: int, detail_en: str) -> Response:
    code, detail = _HTTP.get(status, _HTTP[400 if status < _FAULT else 500])
    return _answer(request, status, code=code, details=(detail, detail_en))


def _answer(
    request: Request, status: int, *, code: str, details: tuple[str, str]
) -> Response:
    path = request.url.path
    if path.startswith("/v1/") or path == "/healthz":
        return problem_response(problem(code, status, details=details, path=path))
    return problem_page(request, status, code=code, details=details)
