"""The errors that the client raises.

ClientError
├── Unreachable         no connection, or it broke, also after the retries
├── BadAnswer           the answer is not what the service would say (a proxy's page, say)
└── Problem             the service answered with a problem document
    ├── AccessDenied    401: the key is missing or unknown
    ├── TooLarge        413: a limit was passed; `limit` and `value` say which and by how much
    ├── InvalidRequest  other 4xx: the request breaks the contract; `errors` points at the fields
    ├── Unavailable     408, 429 and 503: overloaded, starting, stopping or too slow, also after retries
    └── ServerFailed    other 5xx: the service broke down; tell the operator the `request_id`
"""

from __future__ import annotations

from typing import Any

import msgspec

__all__ = [
    "AccessDenied",
    "BadAnswer",
    "ClientError",
    "InvalidRequest",
    "Problem",
    "ServerFailed",
    "TooLarge",
    "Unavailable",
    "Unreachable",
    "problem_error",
]


class ClientError(Exception):
    """Base of all errors of the client."""


class Unreachable(ClientError):
    """No connection could be made, or it broke before the answer was there; the cause is chained."""


class BadAnswer(ClientError):
    """The answer is not what the service would say."""


class _Document(msgspec.Struct, frozen=True):
    """What the client reads of a problem document."""

    type: str = "about:blank"
    title: str = ""
    status: int = 0
    detail: str | None = None
    request_id: str | None = None
    limit: float | int | None = None
    value: float | int | None = None
    errors: tuple[dict[str, Any], ...] = ()


class Problem(ClientError):
    """The service answered with a problem document; the attributes are its members."""

    def __init__(self, document: _Document, retry_after: float | None = None) -> None:
        super().__init__(f"{document.title}: {document.detail}" if document.detail else document.title)
        self._document = document
        self.type = document.type
        """Reference to the description of the kind of problem."""
        self.name = document.type.rpartition("#")[2]
        """Stable name of the kind of problem, `text-too-long` for example."""
        self.title = document.title
        self.status = document.status
        self.detail = document.detail
        self.request_id = document.request_id
        self.limit = document.limit
        self.value = document.value
        self.errors = document.errors
        self.retry_after = retry_after
        """Seconds after which the service would have the request again; None where that would not help."""

    def __reduce__(self) -> tuple[type[Problem], tuple[_Document, float | None]]:
        """Pickled, for those who call the service from several processes."""
        return self.__class__, (self._document, self.retry_after)


class AccessDenied(Problem):
    """The API key is missing or unknown."""


class TooLarge(Problem):
    """A limit was passed."""


class InvalidRequest(Problem):
    """The request breaks the contract."""


class Unavailable(Problem):
    """The service can't answer now."""


class ServerFailed(Problem):
    """The service broke down."""


_KINDS: dict[int, type[Problem]] = {
    401: AccessDenied,
    408: Unavailable,
    413: TooLarge,
    429: Unavailable,
    503: Unavailable,
}


def problem_error(status: int, body: bytes, retry_after: float | None) -> Problem:
    """The error that stands for a problem document. Raises BadAnswer where the body is none."""
    try:
        document = msgspec.json.decode(body, type=_Document)
    except msgspec.DecodeError as error:
        raise BadAnswer(f"status {status} without a problem document") from error
    kind = _KINDS.get(status, ServerFailed if status >= 500 else InvalidRequest)
    return kind(msgspec.structs.replace(document, status=status), retry_after)
