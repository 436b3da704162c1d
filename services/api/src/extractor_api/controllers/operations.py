"""Health, numbers, limits and the ontology."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import MediaType, Response
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler

from extractor_api.codings import CODINGS
from extractor_api.contract import Health, Info, Limits
from extractor_api.formats import FORMATS
from extractor_api.metrics import METRICS_TYPE
from extractor_api.service import Service
from extractor_api.version import VERSION
from extractor_schema import SCHEMA_VERSION

__all__ = ["info", "livez", "metrics", "ontology", "read", "readyz"]


def read(path: str, operation_id: str, **options: Any) -> HTTPRouteHandler:
    """A handler of GET and HEAD."""
    return HTTPRouteHandler(
        path,
        http_method=["GET", "HEAD"],
        status_code=200,
        operation_id=operation_id,
        name=operation_id,
        **options,
    )


@read("/livez", "livez")
async def livez(service: NamedDependency[Service]) -> Response[bytes]:
    """The process answers. Says nothing of the workers: a full queue is no reason to be restarted."""
    return _json(Health("alive", service.pool.ready))


@read("/readyz", "readyz")
async def readyz(service: NamedDependency[Service]) -> Response[bytes]:
    """Articles would be taken on: a worker is there, and the service is not stopping."""
    return _json(Health("ready", service.pool.check_ready()))


@read("/metrics", "metrics")
async def metrics(service: NamedDependency[Service]) -> Response[bytes]:
    """Numbers in Prometheus' text format."""
    return Response(content=service.metrics.text(), media_type=METRICS_TYPE)


@read("/v1/ontology", "ontology")
async def ontology(service: NamedDependency[Service]) -> Response[bytes]:
    """Types, subtypes, roles and statuses with their descriptions."""
    return Response(content=service.pool.ontology(), media_type=MediaType.JSON)


@read("/v1/info", "info")
async def info(service: NamedDependency[Service]) -> Response[bytes]:
    """Versions, limits and formats."""
    settings = service.settings
    limits = Limits(**{name: getattr(settings, name) for name in Limits.__struct_fields__})
    return _json(
        Info(
            service=VERSION,
            engine=service.pool.engine(),
            schema_version=SCHEMA_VERSION,
            workers=settings.worker_count,
            limits=limits,
            formats=tuple(each.media_type for each in FORMATS.values()),
            encodings=CODINGS,
        )
    )


def _json(value: msgspec.Struct) -> Response[bytes]:
    return Response(content=msgspec.json.encode(value), media_type=MediaType.JSON)
