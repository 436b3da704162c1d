"""Pages and their files. Nothing in them asks another host for anything."""

from __future__ import annotations

import gzip as gzip_module
import html
from functools import cache
from importlib.resources import files

from extractor_api.catalogue import CATALOGUE

__all__ = ["ASSETS", "DOCS_POLICY", "asset", "docs_page", "problems_page"]

SCALAR = "scalar-1.72.1.js"
"""The page of the contract is drawn by Scalar (MIT licence, pages/scalar-LICENSE.txt), stored compressed."""
ASSETS = {SCALAR: "text/javascript", "favicon.svg": "image/svg+xml"}
"""Files by name, with their media types."""
DOCS_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src "
    "'self' data: "
    "blob:; font-src 'self' data:; connect-src 'self'; worker-src blob:; frame-ancestors 'none'; "
    "base-uri 'none'; "
    "form-action 'self'"
)
_HERE = files("extractor_api.pages")


@cache
def _stored(name: str) -> tuple[bytes, bool]:
    """A file's bytes, and whether they are compressed."""
    packed = _HERE.joinpath(name + ".gz")
    return (packed.read_bytes(), True) if packed.is_file() else (_HERE.joinpath(name).read_bytes(), False)


def asset(name: str, *, gzip: bool) -> tuple[bytes, dict[str, str]]:
    """A file of ASSETS and the headers that say how it is encoded."""
    body, packed = _stored(name)
    if packed and gzip:
        return body, {"content-encoding": "gzip", "vary": "Accept-Encoding"}
    return (gzip_module.decompress(body) if packed else body), {}


@cache
def docs_page() -> bytes:
    """The contract as a page."""
    page = _HERE.joinpath("docs.html").read_text("utf-8")
    return page.replace("{{scalar}}", f"/assets/{SCALAR}").encode()


@cache
def problems_page() -> bytes:
    """Every kind of problem, each a section."""
    sections = "\n".join(
        f'<section id="{kind.name}"><h2><a href="#{kind.name}">{html.escape(kind.title)}</a></h2>'
        f"<p><code>{kind.uri}</code> &middot; status {kind.status} &middot; "
        f"{'may be tried again' if kind.retry else 'not worth trying again unchanged'}</p>"
        f"<p>{_prose(kind.advice)}</p></section>"
        for kind in CATALOGUE.values()
    )
    return _HERE.joinpath("problems.html").read_text("utf-8").replace("{{sections}}", sections).encode()


def _prose(text: str) -> str:
    """Text with its back-ticked parts as code."""
    parts = html.escape(text).split("`")
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))
