"""The examples of README, CONTRIBUTING, the packages' pages and everything in docs/ are run as they stand.

What is not run is at least read: JSON and TOML must be, and commands for a shell must name targets and programs that
exist.
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.running import (
    ADDRESS,
    BIN,
    ROOT,
    Python,
    blocks,
    commands,
    difference,
    examples,
    link_folders,
    run,
    serving,
)

PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("packages/*/README.md"),
        *ROOT.glob("services/*/README.md"),
        *ROOT.glob("docs/**/*.md"),
    ]
)
RUN = {"python", "console", "text"}
READ = {"json", "toml", "sh"}
PROGRAMS = {
    "cd",
    "curl",
    "docker",
    "export",
    "extractor",
    "extractor-serve",
    "git",
    "make",
    "pip",
    "python",
    "source",
    "uv",
}


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    with serving(BIN, ROOT) as address:
        yield address


def test_there_are_pages() -> None:
    assert len(PAGES) > 8


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_block_is_of_a_kind_that_is_run_or_read(page: Path) -> None:
    assert {block.language for block in blocks(page)} <= RUN | READ
    fences = len(re.findall(r"^ *```\w", page.read_text("utf-8"), re.MULTILINE))
    assert len(blocks(page)) == fences, "a block is not closed, or its fences are not in line"


@pytest.mark.parametrize("page", [p for p in PAGES if examples(p)], ids=name_of)
def test_python_examples_print_what_is_shown(page: Path, monkeypatch, request, tmp_path) -> None:
    link_folders(tmp_path)
    monkeypatch.chdir(tmp_path)
    python = Python(page)
    for example in examples(page):
        code = example.code
        if ADDRESS in code:
            code = code.replace(ADDRESS, request.getfixturevalue("service"))
        printed = python.run(code)
        if example.output is not None:
            wrong = difference(example.output, printed)
            assert not wrong, f"{name_of(page)}: {wrong}\nafter a change of rules: python -m tests.docs.renew"


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=name_of)
def test_commands_print_what_is_shown(page: Path, request, tmp_path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    for command, expected in commands(page):
        shown = command
        if ADDRESS in command:
            if not shutil.which("curl"):
                pytest.skip("needs tool: curl")
            command = command.replace(ADDRESS, request.getfixturevalue("service"))
        wrong = difference(expected, run(command, tmp_path, BIN))
        assert not wrong, f"$ {shown}\n{wrong}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_data_can_be_read(page: Path) -> None:
    for block in blocks(page):
        if block.language == "json":
            json.loads(block.text)
        elif block.language == "toml":
            tomllib.loads(block.text)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_shell_commands_name_what_there_is(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for block in blocks(page):
        if block.language != "sh":
            continue
        for line in re.sub(r"\\\n", " ", block.text).splitlines():
            words = [w for w in line.partition("#")[0].split() if not re.match(r"[A-Z_]+=", w)]
            if not words:
                continue
            program = words[0].removeprefix(".venv/bin/")
            assert program in PROGRAMS, line
            if program == "make" and len(words) > 1:
                assert words[1] in targets, line
