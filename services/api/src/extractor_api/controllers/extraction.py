"""The endpoints that read articles."""

from __future__ import annotations

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.types import ASGIApp

from extractor_api.bodies import HttpRequest, Incoming, header, media_type, whole
from extractor_api.contract import ItemError
from extractor_api.decoding import BODY_TYPES, Decoder, to_options
from extractor_api.formats import FORMATS, Format, negotiate
from extractor_api.problems import ProblemError
from extractor_api.responses import Answer, request_id_of
from extractor_api.service import Service, aside, check_length
from extractor_api.workers.wire import Done, Task
from extractor_schema.wire import WireArticle

__all__ = ["answer_many", "answer_one", "extract", "extract_batch"]

_FORMATS = tuple(FORMATS.values())


@post("/v1/extract", status_code=200, operation_id="extract", name="extract")
async def extract(request: HttpRequest, service: NamedDependency[Service]) -> ASGIApp:
    """Events of one article."""
    return await answer_one(Incoming(request.scope, request.receive), service)


async def answer_one(request: Incoming, service: Service) -> Answer:
    """The answer to a request for the events of one article. Raises ProblemError and ClientGone."""
    format_ = negotiate(header(request.scope, b"accept"), _FORMATS)
    options = to_options(request.scope["query_string"], service.types())
    decoder = service.decoders[media_type(request, BODY_TYPES)]
    service.pool.check_admitting()
    article = await aside(decoder.article, await whole(request, service.settings))
    check_length(article, service.settings)
    service.charge(request.scope, 1)
    (outcome,) = await service.run(request, [Task(article, options, format_.name)])
    if isinstance(outcome, ProblemError):
        raise outcome
    timing = ("server-timing", f"read;dur={outcome.seconds * 1000:.2f}")
    return Answer(format_.single(outcome.body), format_.media_type, headers=[timing])


@post("/v1/extract/batch", status_code=200, operation_id="extract_batch", name="extract_batch")
async def extract_batch(request: HttpRequest, service: NamedDependency[Service]) -> ASGIApp:
    """Events of several articles; a bad one yields an error in its place."""
    return await answer_many(Incoming(request.scope, request.receive), service)


async def answer_many(request: Incoming, service: Service) -> Answer:
    """The answer to a request for the events of several. Raises ProblemError and ClientGone."""
    format_ = negotiate(header(request.scope, b"accept"), _FORMATS)
    options = to_options(request.scope["query_string"], service.types())
    decoder = service.decoders[media_type(request, BODY_TYPES)]
    service.pool.check_admitting()
    body = await whole(request, service.settings)
    entries = await aside(lambda data: _entries(decoder, data, service, request), body)
    tasks = [Task(entry, options, format_.name) for entry in entries if not isinstance(entry, ItemError)]
    _check_characters(sum(len(task.article.text) for task in tasks), service.settings.max_batch_characters)
    service.charge(request.scope, len(entries))
    outcomes = iter(await service.run(request, tasks))
    pieces = [
        format_.error(entry)
        if isinstance(entry, ItemError)
        else _piece(entry.id, next(outcomes), format_, request)
        for entry in entries
    ]
    return Answer(format_.batch(pieces), format_.media_type)


def _entries(
    decoder: Decoder, body: bytes, service: Service, request: Incoming
) -> list[WireArticle | ItemError]:
    """The articles of a batch, or what is wrong with them, in order."""
    items = enumerate(decoder.articles(body))
    return [_entry(decoder, item, f"/articles/{place}", service, request) for place, item in items]


def _entry(
    decoder: Decoder, item: msgspec.Raw, pointer: str, service: Service, request: Incoming
) -> WireArticle | ItemError:
    """The article that an item of a batch holds, or what is wrong with it."""
    try:
        article = decoder.article(item)
        check_length(article, service.settings)
    except ProblemError as error:
        return _item_error(decoder.id_of(item), error.within(pointer), request)
    return article


def _piece(name: str | None, outcome: Done | ProblemError, format_: Format, request: Incoming) -> bytes:
    """An outcome as a piece of the answer."""
    if isinstance(outcome, Done):
        return outcome.body
    return format_.error(_item_error(name, outcome, request))


def _item_error(name: str | None, error: ProblemError, request: Incoming) -> ItemError:
    problem = msgspec.structs.replace(error.problem, request_id=request_id_of(request.scope))
    return ItemError(id=name, error=problem)


def _check_characters(count: int, limit: int) -> None:
    if count > limit:
        raise ProblemError(
            "batch-too-long",
            f"texts: {count:,} characters together, the limit is {limit:,}",
            limit=limit,
            value=count,
        )
