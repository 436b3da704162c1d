"""The installed wheels do what the README shows, without a file of the repository."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from packages import PACKAGES, ROOT
from tests.docs.running import ADDRESS, commands, difference, examples, run, serving
from tests.packages.conftest import FULL

PAGES = [ROOT / "README.md", *(package.folder / "README.md" for package in PACKAGES)]
if os.environ.get(
    FULL
):  # with nothing but the wheels and the pages, as somebody who does not have the repository
    PAGES += [ROOT / "docs/start.md", ROOT / "docs/extending.md", ROOT / "docs/guides/map.md"]
WHERE = """
import json, importlib, importlib.metadata as metadata, sys
names = json.loads(sys.argv[1])
print(json.dumps({module: [importlib.import_module(module).__file__, metadata.version(name)] for module, name in names.items()}))
"""


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def copy(folder: Path) -> None:
    """The files that the examples read."""
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, folder / name)


@pytest.fixture(scope="session")
def address(programs: Path, tmp_path_factory):
    with serving(programs, tmp_path_factory.mktemp("service")) as place:
        yield place


def python(programs: Path, cwd: Path, code: str, *arguments: str) -> str:
    """What code prints in the environment; warnings and errors are told with the exit code."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [programs / "python", "-c", code, *arguments],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


def test_the_wheels_are_what_is_imported(programs, tmp_path):
    names = {package.module: package.name for package in PACKAGES}
    found = json.loads(python(programs, tmp_path, WHERE, json.dumps(names)))
    for package in PACKAGES:
        place, version = found[package.module]
        assert Path(place).is_relative_to(programs.parent), place
        assert version == package.version


@pytest.mark.parametrize("page", [p for p in PAGES if examples(p)], ids=name_of)
def test_python_examples_run(page, programs, address, tmp_path):
    copy(tmp_path)
    code = "\n".join(example.code for example in examples(page))
    python(programs, tmp_path, code.replace(ADDRESS, address))


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=name_of)
def test_commands_print_what_is_shown(page, programs, address, tmp_path):
    if not shutil.which("curl"):
        pytest.skip("needs tool: curl")
    copy(tmp_path)
    for command, expected in commands(page):
        wrong = difference(expected, run(command.replace(ADDRESS, address), tmp_path, programs))
        assert not wrong, f"$ {command}\n{wrong}"


def test_the_service_gives_its_pages_and_its_contract(programs, address, tmp_path):
    for path, word in {
        "/": "newsact",
        "/docs": "newsact",
        "/docs/problems": "text-too-long",
        "/openapi.json": "3.1",
    }.items():
        assert word in run(f"curl -s {address}{path}", tmp_path, programs), path


def test_what_is_found_does_not_depend_on_the_repository(programs, tmp_path, extractor):
    """The same event, byte for byte, as the source tree finds."""
    import msgspec

    from extractor import Article

    text = "Envoys met in Oslo on Friday."
    said = run(f"echo -n '{text}' | extractor extract - --format jsonl", tmp_path, programs)
    assert said.strip() == msgspec.json.encode(extractor.extract(Article(text=text))).decode()


@pytest.mark.skipif(
    not os.environ.get(FULL), reason=f"{FULL} is not set: nothing but the wheels was installed"
)
def test_nothing_is_missing_and_nothing_is_borrowed(programs, tmp_path):
    said = python(programs, tmp_path, "import sys; print(*sys.path, sep='\\n')")
    assert not re.search(re.escape(str(ROOT)), said)
