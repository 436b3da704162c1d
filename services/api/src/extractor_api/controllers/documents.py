"""The contract, its page, the page of the problems, and the files that pages need."""

from __future__ import annotations

from functools import cache

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException

from extractor_api.bodies import HttpRequest
from extractor_api.controllers.operations import read
from extractor_api.pages import ASSETS, DOCS_POLICY, asset, docs_page, problems_page
from extractor_api.pages.start import StartPage
from extractor_api.service import Service

__all__ = ["asset_file", "docs", "openapi_json", "openapi_yaml", "problems", "start"]

_HTML = "text/html"
start_page = cache(StartPage)


@read("/openapi.json", "openapi_json")
async def openapi_json(service: NamedDependency[Service]) -> Response[bytes]:
    """The contract as JSON."""
    return Response(content=service.contract().json(), media_type="application/json")


@read("/openapi.yaml", "openapi_yaml")
async def openapi_yaml(service: NamedDependency[Service]) -> Response[bytes]:
    """The contract as YAML."""
    return Response(content=service.contract().yaml(), media_type="application/yaml")


@read("/", "start")
async def start() -> Response[bytes]:
    """A page to try the service with."""
    page = start_page()
    headers = {"content-security-policy": page.policy, "cache-control": "no-cache"}
    return Response(content=page.body, media_type=_HTML, headers=headers)


@read("/docs", "docs")
async def docs() -> Response[bytes]:
    """The contract as a page."""
    return Response(content=docs_page(), media_type=_HTML, headers={"content-security-policy": DOCS_POLICY})


@read("/docs/problems", "problems")
async def problems() -> Response[bytes]:
    """Every kind of problem, each a section of its own."""
    return Response(
        content=problems_page(), media_type=_HTML, headers={"content-security-policy": DOCS_POLICY}
    )


@read("/assets/{name:str}", "asset_file")
async def asset_file(request: HttpRequest, name: str) -> Response[bytes]:
    """A file of the pages; its name changes with its content."""
    if name not in ASSETS:
        raise NotFoundException
    body, headers = asset(name, gzip="gzip" in request.headers.get("accept-encoding", ""))
    headers["cache-control"] = "public, max-age=31536000, immutable"
    return Response(content=body, media_type=ASSETS[name], headers=headers)
