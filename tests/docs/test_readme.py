"""The examples of the Markdown pages are run as they stand.

Blocks of `python` share one namespace a page. Blocks of `console` hold commands after `$ ` and what they print;
`...` stands for anything. Commands of `curl` go to a service that the test starts.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("packages/*/README.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+(?:\n> .+)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
BIN = Path(sys.executable).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path, language: str) -> list[str]:
    return [text for name, text in BLOCK.findall(page.read_text()) if name == language]


def commands(page: Path) -> list[tuple[str, str]]:
    found = [pair for block in blocks(page, "console") for pair in COMMAND.findall(block)]
    return [(command.replace("\n> ", "\n"), output) for command, output in found]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python")], ids=name_of)
def test_python_examples_run(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "example"}
    for block in blocks(page, "python"):
        exec(compile(block, name_of(page), "exec"), namespace)


@pytest.fixture(scope="session")
def service():
    """The service at a free port, started as `make run` starts it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"PORT": str(port), "HOST": "127.0.0.1"}
    process = subprocess.Popen([BIN / "extractor-serve"], env=environment, cwd=ROOT)
    try:
        deadline = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert process.poll() is None, "the service ended"
                assert time.monotonic() < deadline, "the service did not become ready"
                time.sleep(0.2)
        yield f"localhost:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def run(command: str, cwd: Path) -> str:
    environment = os.environ | {"PATH": f"{BIN}:{os.environ['PATH']}", "COLUMNS": "120", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=name_of)
def test_commands_print_what_is_shown(page, request, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    checker = doctest.OutputChecker()
    for command, expected in commands(page):
        shown = command
        if "localhost:8000" in command:
            if not shutil.which("curl"):
                pytest.skip("needs tool: curl")
            command = command.replace("localhost:8000", request.getfixturevalue("service"))
        got = run(command, tmp_path)
        assert checker.check_output(expected, got, FLAGS), f"$ {shown}\n{got}\nis not\n{expected}"
