"""Bytes and query strings as structs; every fault becomes a problem that points at it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import parse_qsl

import msgspec

from extractor_api.contract import ArticleBody, Options
from extractor_api.problems import FieldError, ProblemError
from extractor_schema import Article

__all__ = ["JSON_TYPE", "MSGPACK_TYPES", "Decoder", "to_article", "to_options"]

JSON_TYPE = "application/json"
MSGPACK_TYPES = ("application/msgpack", "application/vnd.msgpack", "application/x-msgpack")
_LISTS = frozenset({"types"})
"""Parameters that may be repeated, or hold several values separated by commas."""

_AT = re.compile(r"^(?P<reason>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_FIELD = re.compile(r"(?:required field|unknown field) `(?P<name>[^`]*)`")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


class _Envelope(msgspec.Struct, forbid_unknown_fields=True):
    """A batch whose articles are not looked at yet."""

    articles: list[msgspec.Raw]


class Decoder:
    """Decodes articles from JSON or MessagePack."""

    def __init__(self, media_type: str = JSON_TYPE) -> None:
        self._json = media_type not in MSGPACK_TYPES
        make: Any = msgspec.json.Decoder if self._json else msgspec.msgpack.Decoder
        self._article = make(ArticleBody)
        self._envelope = make(_Envelope)

    def article(self, data: bytes | msgspec.Raw) -> ArticleBody:
        """One article, which `to_article` will take. Raises `malformed-body` or `invalid-article`."""
        body: ArticleBody = self._decode(self._article, data)
        if body.published_at is not None:
            _day(body.published_at)
        return body

    def articles(self, data: bytes) -> Sequence[msgspec.Raw]:
        """The articles of a batch, each still encoded. Raises `malformed-body` or `invalid-article`."""
        envelope: _Envelope = self._decode(self._envelope, data)
        if not envelope.articles:
            raise _invalid("invalid-article", "Expected `array` of length >= 1", "/articles")
        return envelope.articles

    def id_of(self, data: bytes | msgspec.Raw) -> str | None:
        """The article's id where it can be read from what is otherwise broken."""
        try:
            value = msgspec.json.decode(data) if self._json else msgspec.msgpack.decode(data)
        except (ValueError, RecursionError):
            return None
        found = value.get("id") if isinstance(value, dict) else None
        return found if isinstance(found, str) else None

    def _decode(self, decoder: Any, data: bytes | msgspec.Raw) -> Any:
        try:
            return decoder.decode(data)
        except msgspec.ValidationError as error:
            raise _breach(error) from error
        except UnicodeDecodeError as error:
            raise ProblemError("malformed-body", f"not UTF-8 at byte {error.start} of a string") from error
        except msgspec.DecodeError as error:
            raise ProblemError("malformed-body", self._why(bytes(data), error)) from error
        except RecursionError as error:
            raise ProblemError("malformed-body", "nested too deeply") from error

    def _why(self, data: bytes, error: msgspec.DecodeError) -> str:
        """What is wrong with bytes that can't be decoded."""
        if not data.strip():
            return "the body is empty"
        if self._json and b"\\u" in data:
            try:
                json.loads(data)
            except (ValueError, RecursionError):
                return str(error)
            return "a string holds half of a surrogate pair"
        return str(error)


def to_article(body: ArticleBody) -> Article:
    """The article that a checked body stands for. Raises `invalid-article`."""
    fields = {name: getattr(body, name) for name in body.__struct_fields__}
    if body.published_at is not None:
        fields["published_at"] = _day(body.published_at)
    return Article(**fields)


def _day(value: str) -> dt.date:
    """A date, or a date-time with its offset."""
    kind: type[dt.date] = dt.date if len(value) <= 10 else dt.datetime
    try:
        day = msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        detail = f"{value[:40]!r} is no date that exists (2026-01-26), nor a date-time with its offset"
        raise _invalid("invalid-article", detail, "/published_at") from error
    if isinstance(day, dt.datetime) and day.tzinfo is None:
        raise _invalid("invalid-article", f"{value[:40]!r} lacks its offset from UTC", "/published_at")
    return day


def to_options(query: bytes) -> Options:
    """Options from a query string. Raises `invalid-parameter`."""
    given: dict[str, Any] = {}
    for name, value in _pairs(query):
        if name in _LISTS:
            given.setdefault(name, []).extend(part for part in value.split(",") if part)
        elif name in given:
            raise _parameter(name, "Given more than once")
        else:
            given[name] = value
    try:
        return msgspec.convert(given, Options, strict=False)
    except msgspec.ValidationError as error:
        reason, pointer = _located(error)
        name = pointer.split("/")[1] if "/" in pointer else pointer
        raise _parameter(name, reason) from error


def _pairs(query: bytes) -> Iterable[tuple[str, str]]:
    try:
        return parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError as error:
        raise _parameter("", "The query can't be decoded") from error


def _parameter(name: str, reason: str) -> ProblemError:
    return ProblemError(
        "invalid-parameter",
        f"{name}: {reason}" if name else reason,
        errors=(FieldError(reason, parameter=name),),
    )


def _invalid(kind: str, reason: str, pointer: str) -> ProblemError:
    return ProblemError(
        kind, f"{pointer}: {reason}" if pointer else reason, errors=(FieldError(reason, pointer=pointer),)
    )


def _breach(error: msgspec.ValidationError) -> ProblemError:
    reason, pointer = _located(error)
    return _invalid("invalid-article", reason, pointer)


def _located(error: msgspec.ValidationError) -> tuple[str, str]:
    """The reason and the JSON pointer of what msgspec complains about."""
    match = _AT.match(str(error))
    reason, path = (match["reason"], match["path"] or "") if match else (str(error), "")
    steps = [name or index for name, index in _STEP.findall(path)]
    if field := _FIELD.search(reason):
        steps.append(field["name"])
    return reason, "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)
