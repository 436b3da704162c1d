"""The start page: an article in, its events seen. Everything that it needs is in the page itself."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from pathlib import Path

import msgspec

from extractor_api.extraction import SAMPLE

__all__ = ["StartPage"]

_SEEDS = Path(__file__).parents[5] / "seeds"
"""The seed documents, which lie beside the sources and are no part of a package."""


class StartPage:
    """The page, put together once, and the policy that lets only its own script and style run."""

    def __init__(self, folder: Path | None = None) -> None:
        here = files("extractor_api.pages")
        css, script = (here.joinpath(name).read_text("utf-8") for name in ("start.css", "start.js"))
        outline = here.joinpath("land.txt").read_text("utf-8").splitlines()[-1]
        parts = {
            "css": css,
            "script": script,
            "samples": _embedded(_samples(folder or _SEEDS)),
            "land": _embedded(outline),
        }
        page = here.joinpath("start.html").read_text("utf-8")
        for name, value in parts.items():
            page = page.replace("{{" + name + "}}", value)
        self.body = page.encode()
        self.policy = (
            f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(css)}; img-src 'self'; "
            "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embedded(value: object) -> str:
    """JSON that can stand in a page: no end tag, no comment."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _samples(folder: Path) -> list[dict[str, object]]:
    """The example of the contract, and the texts of a folder with their publication dates."""
    first: dict[str, object] = {
        "name": "a short example",
        "text": SAMPLE.text,
        "published_at": SAMPLE.published_at,
    }
    dates: dict[str, str] = {}
    if (folder / "published.json").is_file():
        dates = msgspec.json.decode((folder / "published.json").read_bytes(), type=dict[str, str])
    seeds: list[dict[str, object]] = [
        {
            "name": f"seed {path.stem[:3]}",
            "text": path.read_text("utf-8"),
            "published_at": dates.get(path.name),
        }
        for path in sorted(folder.glob("*.txt"))
    ]
    return [first, *seeds]
