"""Bytes and query strings as structs; every fault becomes a problem that points at it."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Collection, Iterable, Sequence
from typing import Any, get_args
from urllib.parse import parse_qsl

import msgspec

from extractor_api.contract import Offsets, Options
from extractor_api.problems import FieldError, ProblemError
from extractor_schema.wire import FORM_BROKEN, FORMS, WireArticle, parse_published_at

__all__ = ["BODY_TYPES", "JSON_TYPE", "MSGPACK_TYPES", "Decoder", "to_options"]

JSON_TYPE = "application/json"
MSGPACK_TYPES = ("application/msgpack", "application/vnd.msgpack", "application/x-msgpack")
BODY_TYPES = (JSON_TYPE, *MSGPACK_TYPES)
"""Media types of an article or a batch."""
_LISTS = frozenset({"types"})
"""Parameters that may be repeated, or hold several values separated by commas."""

_AT = re.compile(r"^(?P<reason>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
_FIELD = re.compile(r"(?:required field|unknown field) `(?P<name>[^`]*)`")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


_FORMS = {**FORMS, "offsets": f"{', '.join(get_args(Offsets))} are known"}
_ABSENT = msgspec.Raw(b"")
_COUNTED = 100_000
"""Articles of a batch that is too large which are counted; counting more would take too much memory."""


class _Name(msgspec.Struct):
    """What is looked at in an article that is otherwise broken; the rest takes no memory."""

    id: msgspec.Raw = _ABSENT


class _Every(msgspec.Struct):
    """A batch whose articles are counted."""

    articles: list[msgspec.Raw]


class Decoder:
    """Decodes articles from JSON or MessagePack, and batches of at most `max_articles`."""

    def __init__(self, media_type: str = JSON_TYPE, max_articles: int = 1) -> None:
        self._json = media_type not in MSGPACK_TYPES
        make: Any = msgspec.json.Decoder if self._json else msgspec.msgpack.Decoder
        self._article = make(WireArticle)
        self._name = make(_Name)
        self._text = make(str)
        self._envelope = make(_envelope(max_articles + 1))
        self._every = make(_Every)
        self._max_articles = max_articles

    def article(self, data: bytes | msgspec.Raw) -> WireArticle:
        """One article, which can be read. Raises `malformed-body` or `invalid-article`."""
        body: WireArticle = self._decode(self._article, data)
        if body.published_at is not None:
            try:
                parse_published_at(body.published_at)
            except ValueError as error:
                raise _invalid(str(error), "/published_at") from error
        return body

    def articles(self, data: bytes) -> Sequence[msgspec.Raw]:
        """The articles of a batch, each still encoded.

        Raises `malformed-body`, `invalid-article`, and `too-many-articles`. What is too many is passed over,
        so that a body of millions of articles takes little memory and time.
        """
        try:
            envelope: Any = self._decode(self._envelope, data)
            items = [item for item in msgspec.structs.astuple(envelope.articles) if item is not _ABSENT]
        except ProblemError:
            items = self._apart(data)
            if not items:
                raise
        if not items:
            raise _invalid("Expected `array` of length >= 1", "/articles")
        if len(items) > (limit := self._max_articles):
            count = self._count(data, len(items))
            raise ProblemError(
                "too-many-articles", f"articles: {count:,}, the limit is {limit:,}", limit=limit, value=count
            )
        return items

    def _apart(self, data: bytes) -> list[msgspec.Raw]:
        """The articles of a batch of which some hold half of a surrogate pair, which msgspec reads nowhere.

        So the fault is that of its article, and not of all. Nothing where something else is wrong.
        """
        if not self._json or b"\\u" not in data or data.count(b",") > _COUNTED:
            return []
        try:
            batch = json.loads(data.removeprefix(BOM_UTF8))
        except (ValueError, RecursionError):
            return []
        articles = batch.get("articles") if isinstance(batch, dict) and len(batch) == 1 else None
        return [msgspec.Raw(json.dumps(a).encode()) for a in articles] if isinstance(articles, list) else []

    def _count(self, data: bytes, least: int) -> int:
        """How many articles a batch has; `least` where there could be very many of them."""
        most = data.count(b",") + 1 if self._json else len(data)
        try:
            return len(self._every.decode(data).articles) if most <= _COUNTED else least
        except msgspec.DecodeError:  # they were taken apart another way, all of them
            return least

    def id_of(self, data: bytes | msgspec.Raw) -> str | None:
        """The article's id where it can be read from what is otherwise broken."""
        try:
            found: str = self._text.decode(self._name.decode(data).id)
        except (ValueError, RecursionError, msgspec.MsgspecError):
            return None
        return found

    def _decode(self, decoder: Any, data: bytes | msgspec.Raw) -> Any:
        if self._json and bytes(memoryview(data)[: len(BOM_UTF8)]) == BOM_UTF8:  # of Windows
            data = bytes(data)[len(BOM_UTF8) :]
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
        if self._json and data.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
            return "UTF-16, where JSON is UTF-8"
        if self._json and b"\\u" in data:
            try:
                json.loads(data)
            except (ValueError, RecursionError):
                return str(error)
            return "a string holds half of a surrogate pair"
        return str(error)


def _envelope(places: int) -> type[msgspec.Struct]:
    """The struct of a batch whose articles are not looked at yet: an array with so many places.

    What the array holds beyond them is passed over.
    """
    names = [(f"item{place}", msgspec.Raw, _ABSENT) for place in range(places)]
    items = msgspec.defstruct("Articles", names, array_like=True)
    return msgspec.defstruct("Batch", [("articles", items)], forbid_unknown_fields=True)


def to_options(query: bytes, types: Collection[str]) -> Options:
    """Options from a query string; `types` are those that may be asked for. Raises `invalid-parameter`."""
    given: dict[str, Any] = {}
    for name, value in _pairs(query):
        if name in _LISTS:
            given.setdefault(name, []).extend(part for part in value.split(",") if part)
        elif name in given:
            raise _parameter(name, "Given more than once")
        else:
            given[name] = value
    try:
        options = msgspec.convert(given, Options, strict=False)
    except msgspec.ValidationError as error:
        reason, pointer = _located(error)
        name = pointer.split("/")[1] if "/" in pointer else pointer
        raise _parameter(name, reason) from error
    for kind in options.types:
        if kind not in types:
            raise _parameter("types", f"{kind!r} is none of {', '.join(types)}")
    return options


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


def _invalid(reason: str, pointer: str) -> ProblemError:
    detail = f"{pointer}: {reason}" if pointer else reason
    return ProblemError("invalid-article", detail, errors=(FieldError(reason, pointer=pointer),))


def _breach(error: msgspec.ValidationError) -> ProblemError:
    reason, pointer = _located(error)
    return _invalid(reason, pointer)


def _located(error: msgspec.ValidationError) -> tuple[str, str]:
    """The reason and the JSON pointer of what msgspec complains about."""
    match = _AT.match(str(error))
    reason, path = (match["reason"], match["path"] or "") if match else (str(error), "")
    steps = [name or index for name, index in _STEP.findall(path)]
    if steps and steps[-1] in _FORMS and reason.startswith(FORM_BROKEN):
        reason = f"{reason}, where {_FORMS[steps[-1]]}"
    if field := _FIELD.search(reason):
        steps.append(field["name"])
    return reason, "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)
