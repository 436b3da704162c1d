"""The application, built from settings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar, Request, Response
from litestar.config.cors import CORSConfig
from litestar.datastructures import State
from litestar.di import Provide

from extractor_api.bodies import ClientGone
from extractor_api.controllers import documents, extraction, operations, stream
from extractor_api.keys import Keys
from extractor_api.middleware.access import Access
from extractor_api.middleware.compression import Compression
from extractor_api.middleware.context import Context, log_failure
from extractor_api.middleware.direct import Direct
from extractor_api.problems import problem_of
from extractor_api.responses import problem_response
from extractor_api.service import Service
from extractor_api.settings import Settings

__all__ = ["create_app"]

HANDLERS = (
    extraction.extract,
    extraction.extract_batch,
    stream.extract_stream,
    operations.ontology,
    operations.info,
    operations.livez,
    operations.readyz,
    operations.metrics,
    documents.openapi_json,
    documents.openapi_yaml,
    documents.docs,
    documents.start,
    documents.problems,
    documents.asset_file,
)


def create_app(settings: Settings | None = None) -> Litestar:
    """The ASGI application; its settings come from the environment where none are given.

    The workers start with the application's lifespan. `app.state.service` holds the parts. Raises
    SettingsError.
    """
    settings = settings or Settings.from_environment()
    keys = Keys.from_settings(settings)
    service = Service(settings)

    async def provide_service() -> Service:
        return service

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        await service.pool.start()
        try:
            yield
        finally:
            await service.pool.close()
            service.metrics.later.catch_up()

    origins = list(settings.cors_origins)
    app = Litestar(
        HANDLERS,
        dependencies={"service": Provide(provide_service)},
        lifespan=[lifespan],
        exception_handlers={Exception: _answer_problem},
        cors_config=CORSConfig(allow_origins=origins, expose_headers=["*"]) if origins else None,
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,
        state=State({"service": service}),
    )
    inner = app.asgi_handler if origins else Direct(app.asgi_handler, service)  # CORS is the framework's
    guarded = Access(inner, keys, metrics_open=settings.metrics_open)
    app.asgi_handler = Context(Compression(guarded), service.metrics)
    return app


def _answer_problem(request: Request[object, object, State], error: Exception) -> Response[bytes]:
    """The one way from an exception in a handler to an answer."""
    if isinstance(error, ClientGone):
        raise error
    problem = problem_of(error)
    log_failure(error, problem)
    return problem_response(problem, request.scope)
