"""What answers hold, and how many articles go into a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import httpx
import msgspec

from extractor_client.errors import BadAnswer, problem_error
from extractor_schema import Article, ErrorDetail, ErrorRecord, Record, Result

__all__ = [
    "Cutter",
    "Info",
    "Limits",
    "check",
    "cut",
    "read_info",
    "read_ontology",
    "read_records",
    "read_result",
]

_BYTES = 8
"""More bytes of JSON than a code point takes on average; escapes take six."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The service's limits that matter to a client."""

    max_characters: int
    """Longest article, in code points."""
    max_articles: int
    """Most articles of one batch."""
    max_batch_characters: int
    """Most code points of one batch."""
    max_body: int
    """Most bytes of a body."""
    rate_limit: int
    """Articles a minute; 0 is no limit."""


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """What serves."""

    service: str
    """Version of the service."""
    schema_version: str
    """Version of the results' contract."""
    workers: int
    """Articles that are read at the same time."""
    limits: Limits


class _Item(msgspec.Struct, frozen=True):
    """The error in the place of a result."""

    class _Problem(msgspec.Struct, frozen=True):
        type: str
        title: str
        detail: str | None = None

    id: str | None
    error: _Problem


class _Batch(msgspec.Struct, frozen=True):
    results: list[msgspec.Raw]


class _Mark(msgspec.Struct, frozen=True):
    """Tells an error from a result."""

    error: Any = None


_MARK = msgspec.json.Decoder(_Mark)
_RESULT = msgspec.json.Decoder(Result)
_ITEM = msgspec.json.Decoder(_Item)


def check(response: httpx.Response) -> bytes:
    """The body of a good answer. Raises the Problem of another one."""
    if response.status_code == 200:
        return response.content
    value = response.headers.get("retry-after", "")
    raise problem_error(response.status_code, response.content, float(value) if value.isdigit() else None)


def read_result(body: bytes) -> Result:
    """The result in an answer. Raises BadAnswer."""
    try:
        return _RESULT.decode(body)
    except msgspec.DecodeError as error:
        raise BadAnswer(f"no result: {error}") from error


def read_records(body: bytes, expected: int) -> list[Record]:
    """The records in an answer to a batch of `expected` articles. Raises BadAnswer."""
    try:
        pieces = msgspec.json.decode(body, type=_Batch).results
        records = [_record(piece) for piece in pieces]
    except msgspec.DecodeError as error:
        raise BadAnswer(f"no batch of results: {error}") from error
    if len(records) != expected:
        raise BadAnswer(f"{len(records)} records for {expected} articles")
    return records


def _record(piece: msgspec.Raw) -> Record:
    if _MARK.decode(piece).error is None:
        return _RESULT.decode(piece)
    item = _ITEM.decode(piece)
    name = item.error.type.rpartition("#")[2].replace("-", "_")
    return ErrorRecord(id=item.id, error=ErrorDetail(name, item.error.detail or item.error.title))


def read_info(body: bytes) -> Info:
    """What the service says of itself. Raises BadAnswer."""
    try:
        return msgspec.json.decode(body, type=Info)
    except msgspec.DecodeError as error:
        raise BadAnswer(f"no description of the service: {error}") from error


def read_ontology(body: bytes) -> dict[str, Any]:
    """The names that results use. Raises BadAnswer."""
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise BadAnswer(f"no ontology: {error}") from error


class Cutter:
    """Gathers articles into batches that stay within the service's limits, and within `most` articles."""

    def __init__(self, limits: Limits, most: int) -> None:
        self._count = min(most, limits.max_articles)
        self._room = min(limits.max_batch_characters, limits.max_body // _BYTES)
        self._batch: list[Article] = []
        self._characters = 0

    def add(self, article: Article) -> list[Article]:
        """Take in an article; the batch that it no longer fits into comes out, else nothing."""
        size = len(str(article.text))  # what is no text is refused by the service, not here
        full = len(self._batch) >= self._count or self._characters + size > self._room
        finished = self.rest() if full else []
        self._batch.append(article)
        self._characters += size
        return finished

    def rest(self) -> list[Article]:
        """What has been gathered."""
        finished, self._batch, self._characters = self._batch, [], 0
        return finished


def cut(articles: Iterable[Article], limits: Limits, most: int) -> Iterator[list[Article]]:
    """Batches of an iterable, in order."""
    cutter = Cutter(limits, most)
    for article in articles:
        if batch := cutter.add(article):
            yield batch
    if batch := cutter.rest():
        yield batch
