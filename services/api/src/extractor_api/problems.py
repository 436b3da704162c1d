"""Errors as problem documents (RFC 9457). The one place where an exception becomes an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from extractor_api.catalogue import CATALOGUE

__all__ = ["PROBLEM_JSON", "FieldError", "Problem", "ProblemError", "article_problem", "problem_of"]

PROBLEM_JSON = "application/problem+json"


class FieldError(msgspec.Struct, frozen=True, omit_defaults=True):
    """One value that breaks the contract."""

    detail: Annotated[
        str, Meta(description="What is wrong with the value.", examples=["Expected `str`, got `int`"])
    ]
    pointer: Annotated[
        str | None, Meta(description="JSON pointer (RFC 6901) into the body.", examples=["/articles/0/text"])
    ] = None
    parameter: Annotated[
        str | None, Meta(description="Name of the query parameter.", examples=["min_confidence"])
    ] = None


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A problem document (RFC 9457)."""

    type: Annotated[
        str,
        Meta(
            description="Stable name of the kind of problem: a reference to its description, to be "
            "resolved against "
            "the service's address.",
            examples=["/docs/problems#text-too-long"],
        ),
    ]
    title: Annotated[
        str, Meta(description="The kind of problem in few words.", examples=["The text is too long"])
    ]
    status: Annotated[int, Meta(description="HTTP status of the answer, or of the item.", examples=[413])]
    detail: Annotated[
        str | None,
        Meta(
            description="What is wrong in this case.",
            examples=["text: 1,200,000 characters, the limit is 1,000,000"],
        ),
    ] = None
    request_id: Annotated[
        str | None,
        Meta(description="Name of the request in the service's logs.", examples=["4f0c2a9d7b1e4c55"]),
    ] = None
    limit: Annotated[
        float | int | None, Meta(description="The limit that was passed.", examples=[1000000])
    ] = None
    value: Annotated[
        float | int | None, Meta(description="The value that passed the limit.", examples=[1200000])
    ] = None
    errors: Annotated[tuple[FieldError, ...], Meta(description="The values that break the contract.")] = ()
    supported: Annotated[
        tuple[str, ...],
        Meta(description="The values that would be accepted.", examples=[["application/json"]]),
    ] = ()
    retry_after: Annotated[
        int | None, Meta(description="Seconds after which to try again, as in `Retry-After`.", examples=[2])
    ] = None


class ProblemError(Exception):
    """Raised anywhere in the service to answer with the problem `name` of the catalogue."""

    def __init__(
        self,
        name: str,
        detail: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(f"{name}: {detail or ''}")
        kind = CATALOGUE[name]
        self.name = name
        self.headers = dict(headers or {})
        self.problem = Problem(type=kind.uri, title=kind.title, status=kind.status, detail=detail, **members)
        if self.problem.retry_after is not None:
            self.headers["Retry-After"] = str(self.problem.retry_after)

    def within(self, prefix: str) -> ProblemError:
        """The same error with its JSON pointers moved below `prefix`."""
        errors = tuple(
            msgspec.structs.replace(error, pointer=prefix + error.pointer)
            if error.pointer is not None
            else error
            for error in self.problem.errors
        )
        self.problem = msgspec.structs.replace(self.problem, errors=errors)
        return self


_BY_STATUS = {401: "invalid-key", 404: "not-found", 405: "method-not-allowed", 413: "body-too-large"}


def problem_of(error: BaseException) -> ProblemError:
    """The problem that stands for any exception; what is not known is an internal error without detail."""
    if isinstance(error, ProblemError):
        return error
    status = getattr(error, "status_code", None)  # the framework's errors, of which the workers know nothing
    if isinstance(status, int):
        name = _BY_STATUS.get(status, "bad-request" if status < 500 else "internal-error")
        detail = getattr(error, "detail", None) if name == "bad-request" else None
        return ProblemError(name, detail, headers=getattr(error, "headers", None))
    return ProblemError("internal-error")


def article_problem(error: Exception) -> ProblemError:
    """The problem that stands for what the extractor raised about one article.

    The extractor's stable error names are the names of the catalogue, with hyphens.
    """
    name = str(getattr(error, "type", "")).replace("_", "-")
    if name == "text-too-long":
        return ProblemError(
            name, str(error), limit=getattr(error, "limit", None), value=getattr(error, "length", None)
        )
    if name == "invalid-article":
        found = FieldError(str(getattr(error, "reason", error)), pointer=f"/{getattr(error, 'field', '')}")
        return ProblemError(name, str(error), errors=(found,))
    return ProblemError("extraction-failed")
