"""The endpoint that reads articles line by line and answers as results come."""

from __future__ import annotations

import asyncio

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.types import ASGIApp, Receive, Scope, Send

from extractor_api.bodies import ClientGone, HttpRequest, Incoming, header, lines, media_type
from extractor_api.contract import ItemError, Options, StreamSummary, SummaryLine
from extractor_api.decoding import Decoder, to_options
from extractor_api.formats import FORMATS, Format, negotiate
from extractor_api.problems import ProblemError, problem_of
from extractor_api.responses import request_id_of
from extractor_api.service import Service, aside, check_length
from extractor_api.workers.pool import Ticket
from extractor_api.workers.wire import Done, Task

__all__ = ["NDJSON_TYPES", "extract_stream"]

NDJSON_TYPES = ("application/x-ndjson", "application/ndjson", "application/jsonl")
_JSON: Format = FORMATS["json"]
_NDJSON = msgspec.structs.replace(
    _JSON, name="ndjson", media_type=NDJSON_TYPES[0], aliases=(*NDJSON_TYPES[1:], "application/json")
)
_DECODER = Decoder()
_PAUSE = 0.02
"""Seconds between two looks for room."""


@post("/v1/extract/stream", status_code=200, operation_id="extract_stream", name="extract_stream")
async def extract_stream(request: HttpRequest, service: NamedDependency[Service]) -> ASGIApp:
    """Events of a stream of articles, one JSON object a line each way, in order."""
    incoming = Incoming(request.scope, request.receive)
    negotiate(header(incoming.scope, b"accept"), (_NDJSON,))
    options = to_options(request.scope["query_string"], service.types())
    media_type(incoming, NDJSON_TYPES)
    service.pool.check_admitting()
    answer = _Stream(incoming, service, options)

    async def respond(scope: Scope, receive: Receive, send: Send) -> None:
        await answer.send(send)

    return respond


class _Entry(msgspec.Struct):
    """One line on its way: a place in the pool, or the error that it met."""

    line: int
    id: str | None
    ticket: Ticket | None = None
    error: ProblemError | None = None


class _Stream:
    """Reads ahead by `stream_window` articles, no more: a client that reads slowly is read from slowly."""

    def __init__(self, request: Incoming, service: Service, options: Options) -> None:
        self._request = request
        self._service = service
        self._options = options
        self._coming: asyncio.Queue[_Entry | None] = asyncio.Queue(service.settings.stream_window)
        self._problem: ProblemError | None = None
        self._results = self._errors = 0

    async def send(self, send: Send) -> None:
        """Write the whole answer. Where the client has gone, stop quietly."""
        reading = asyncio.ensure_future(self._read())
        writing = asyncio.ensure_future(self._write(send))
        try:
            await asyncio.wait((reading, writing), return_when=asyncio.FIRST_COMPLETED)
            if writing.done():
                writing.result()
        except TimeoutError:
            return
        finally:
            reading.cancel()
            writing.cancel()
            while not self._coming.empty():
                self._abandon(self._coming.get_nowait())

    async def _read(self) -> None:
        """Take in line after line; then wait until the client goes away."""
        number = 0
        try:
            async for line in lines(self._request, self._service.settings):
                number += 1
                if line.strip():
                    await self._coming.put(await self._entry(number, line))
        except ClientGone:
            return
        except Exception as error:
            self._problem = problem_of(error)
        await self._coming.put(None)
        while (await self._request.receive())["type"] != "http.disconnect":
            pass

    async def _entry(self, number: int, line: bytes) -> _Entry:
        try:
            article = await aside(_DECODER.article, line)
            check_length(article, self._service.settings)
        except ProblemError as error:
            return _Entry(number, _DECODER.id_of(line), error=error)
        task = Task(article, self._options, _JSON.name)
        return _Entry(number, article.id, ticket=await self._admitted(task))

    async def _admitted(self, task: Task) -> Ticket:
        """A place in the pool, as soon as there is room and the caller's rate allows it."""
        while True:
            try:
                self._service.pool.check_room((task,))
                self._service.charge(self._request.scope, 1)
                return self._service.pool.submit((task,), patient=True)
            except ProblemError as error:
                if error.problem.status != 429:
                    raise
            await asyncio.sleep(_PAUSE)

    async def _write(self, send: Send) -> None:
        """Write a record for each line in order, then the summary."""
        headers = [(b"content-type", _NDJSON.media_type.encode()), (b"x-accel-buffering", b"no")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        while (entry := await self._coming.get()) is not None:
            try:
                record = await self._record(entry)
            finally:
                self._abandon(entry)
            await self._chunk(send, record, more=True)
        await self._chunk(send, self._summary(), more=False)

    async def _record(self, entry: _Entry) -> bytes:
        if entry.ticket is not None:
            (outcome,) = await entry.ticket.outcomes()
            if isinstance(outcome, Done):
                self._results += 1
                return outcome.body
            entry.error = outcome
        self._errors += 1
        problem = (entry.error or problem_of(RuntimeError())).problem
        problem = msgspec.structs.replace(problem, request_id=request_id_of(self._request.scope))
        return _JSON.error(ItemError(id=entry.id, error=problem, line=entry.line))

    def _summary(self) -> bytes:
        problem = self._problem.problem if self._problem else None
        lines_ = self._results + self._errors
        summary = StreamSummary(
            lines=lines_,
            results=self._results,
            errors=self._errors,
            complete=problem is None,
            problem=problem,
        )
        return msgspec.json.encode(SummaryLine(summary))

    async def _chunk(self, send: Send, line: bytes, *, more: bool) -> None:
        """Write one line. Raises TimeoutError where the client does not read for too long."""
        async with asyncio.timeout(self._service.settings.body_timeout):
            await send({"type": "http.response.body", "body": line + b"\n", "more_body": more})

    def _abandon(self, entry: _Entry | None) -> None:
        if entry is not None and entry.ticket is not None:
            self._service.pool.abandon(entry.ticket)
