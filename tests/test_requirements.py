"""The locks hold what the packages ask for, and nothing that ties them to one machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PROJECTS = sorted([*ROOT.glob("packages/*/pyproject.toml"), *ROOT.glob("services/*/pyproject.toml")])
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;\\]+)", re.MULTILINE)
OWN = re.compile(r"newsact-")


def lock(name: str) -> str:
    return (ROOT / "requirements" / name).read_text()


@pytest.mark.parametrize("path", PROJECTS, ids=lambda p: p.parent.name)
def test_every_dependency_is_locked(path):
    pinned = dict(PINNED.findall(lock("run.txt")))
    for text in tomllib.loads(path.read_text())["project"]["dependencies"]:
        wanted = Requirement(text)
        if not OWN.match(wanted.name):
            assert wanted.name in pinned, f"{path}: {text} is not in run.txt"
            assert wanted.specifier.contains(pinned[wanted.name]), (
                f"{path}: {text} against {pinned[wanted.name]}"
            )


@pytest.mark.parametrize("path", PROJECTS, ids=lambda p: p.parent.name)
def test_packages_are_of_one_release(path):
    project = tomllib.loads(path.read_text())["project"]
    assert (project["version"], project["license"], project["requires-python"]) == (
        "0.1.0",
        "Apache-2.0",
        ">=3.11",
    )


def test_dev_lock_has_the_versions_of_the_run_lock():
    run, dev = dict(PINNED.findall(lock("run.txt"))), dict(PINNED.findall(lock("dev.txt")))
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_locks_have_hashes_and_no_addresses(name):
    text = lock(name)
    entries = re.split(r"\n(?=[a-z])", text[text.index("\n", text.index("make lock")) + 1 :].strip())
    assert len(entries) > 50
    assert [e.split()[0] for e in entries if "--hash=sha256:" not in e] == []
    assert "://" not in text
    assert "999.9.9" not in text
