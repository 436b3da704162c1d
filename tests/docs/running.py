"""Runs the examples of Markdown pages as they stand, with whatever Python they are to be tried with.

Blocks of `python` share one namespace a page; a block of `text` right after one holds what it prints. Blocks of
`console` hold commands after `$ ` and what they print. `...` stands for anything. What speaks to `localhost:8000` goes
to a service that the test starts.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = [
    "ADDRESS",
    "BIN",
    "ROOT",
    "Block",
    "Example",
    "Python",
    "blocks",
    "commands",
    "difference",
    "examples",
    "link_folders",
    "run",
    "serving",
]

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "localhost:8000"
BIN = Path(sys.executable).parent
_BLOCK = re.compile(r"^( *)```(\w+)([^\n]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+(?:\n> .+)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """A fenced block of a page: its language, its text without the indentation, and where it stands."""

    language: str
    text: str
    start: int
    end: int


class Example(NamedTuple):
    """Python code and what it prints, None where the page does not show it; and where that stands."""

    code: str
    output: str | None
    shown_at: tuple[int, int]


class Python:
    """The namespace that the Python blocks of a page share."""

    def __init__(self, page: Path) -> None:
        self._name = str(page)
        self._namespace: dict[str, object] = {"__name__": "example"}

    def run(self, code: str) -> str:
        """What a block prints."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, self._name, "exec"), self._namespace)
        return "".join(line.rstrip() + "\n" for line in printed.getvalue().splitlines())


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    found = []
    for match in _BLOCK.finditer(page.read_text("utf-8")):
        indent, language, _, text = match.groups()
        lines = [line.removeprefix(indent) for line in text.splitlines(keepends=True)]
        found.append(Block(language, "".join(lines), match.start(), match.end()))
    return found


def link_folders(folder: Path) -> None:
    """Lay what the examples read into a folder where they may write."""
    for name in ("seeds", "openapi", "docs"):
        (folder / name).symlink_to(ROOT / name)


def examples(page: Path) -> list[Example]:
    """The Python blocks of a page."""
    text, found = page.read_text("utf-8"), blocks(page)
    made = []
    for block, after in zip(found, [*found[1:], *[None] * bool(found)], strict=True):
        if block.language == "python":
            shown = after and after.language == "text" and not text[block.end : after.start].strip()
            output = after.text if after and shown else None
            end = after.end - 3 if after else 0
            made.append(Example(block.text, output, (end - len(output or ""), end)))
    return made


def commands(page: Path) -> list[tuple[str, str]]:
    """The commands of a page's console blocks, with what they print."""
    found = [
        pair for block in blocks(page) if block.language == "console" for pair in _COMMAND.findall(block.text)
    ]
    return [(command.replace("\n> ", "\n"), output) for command, output in found]


def difference(expected: str, got: str) -> str:
    """Empty where the output is what the page shows; else both."""
    if doctest.OutputChecker().check_output(expected, got, _FLAGS):
        return ""
    return f"{got}\nis not\n{expected}"


def run(command: str, cwd: Path, programs: Path) -> str:
    """What a command line prints, with the programs of a folder first on its PATH and the project out of sight."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PATH": f"{programs}:{os.environ['PATH']}", "COLUMNS": "120", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@contextlib.contextmanager
def serving(programs: Path, cwd: Path) -> Iterator[str]:
    """The service at a free port, started as a user starts it; gives its host and port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(
        [programs / "extractor-serve"],
        env=environment | {"PORT": str(port), "EXTRACTOR_WORKERS": "1"},
        cwd=cwd,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 120
        while not _is_ready(port):
            assert process.poll() is None, "the service ended"
            assert time.monotonic() < deadline, "the service did not become ready"
            time.sleep(0.2)
        yield f"localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _is_ready(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5).close()
    except (urllib.error.URLError, OSError):
        return False
    return True
