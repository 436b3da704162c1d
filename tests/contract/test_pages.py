"""Pages in a real browser, without internet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.server import Server
from tests.contract.tools import HERE, browser, run, tool


def look(url: str, screenshot: Path, *size: str) -> dict[str, Any]:
    """What a browser says of a page."""
    command = [tool("node"), str(HERE / "page.mjs"), url, str(screenshot), browser(), *size]
    seen: dict[str, Any] = json.loads(run(command, cwd=HERE, seconds=120))
    return seen


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "/docs",
            [
                "newsact",
                "Read one article",
                "Read a stream of articles",
                "Types, subtypes, roles and statuses",
            ],
        ),
        ("/", ["newsact", "Find events", "Published"]),
        ("/docs/problems", ["Problems", "The text is too long", "status 429"]),
    ],
)
def test_page_renders_and_asks_no_other_host(
    server: Server, tmp_path: Path, path: str, words: list[str]
) -> None:
    screenshot = tmp_path / "page.png"
    seen = look(server.url + path, screenshot)
    assert seen["foreign"] == []
    assert seen["errors"] == []
    assert [word for word in words if word not in seen["text"]] == []
    assert screenshot.stat().st_size > 20_000


@pytest.mark.parametrize("screen", [("1280", "1000", "light"), ("390", "800", "dark")], ids=["desk", "phone"])
def test_start_page_by_keyboard(server: Server, tmp_path: Path, screen: tuple[str, ...]) -> None:
    """Choose an example, read it, choose an event: all without a mouse, on both screens."""
    command = [
        tool("node"),
        str(HERE / "start.mjs"),
        server.url,
        str(tmp_path / "page.png"),
        browser(),
        *screen,
    ]
    seen = json.loads(run(command, cwd=HERE, seconds=120))
    assert (seen["errors"], seen["foreign"]) == ([], [])
    assert seen["status"] == f"{seen['rows']} events"
    assert seen["rows"] >= 3
    assert seen["chosen"] == 1
    assert "met" in seen["marks"]
    assert seen["text"], "the highlighted text is the text that was sent"
    assert seen["bars"] >= 1
    assert seen["points"] >= 1
    assert not seen["wide"], "the page must not scroll sideways"
