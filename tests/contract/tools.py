"""Programs besides Python that tests of the contract need; `npm ci` in this folder installs those of Node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

__all__ = ["HERE", "ROOT", "browser", "run", "tool"]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
_PLACES = [
    str(HERE / "node_modules" / ".bin"),
    str(HERE / ".tools" / "bin"),
    str(Path(sys.executable).parent),
]


def tool(name: str) -> str:
    """Path of a program; skips the test where it is missing."""
    path = os.pathsep.join([*_PLACES, os.environ.get("PATH", "")])
    found = shutil.which(name, path=path)
    if found is None:
        pytest.skip(f"needs tool: {name} (make install-dev; npm ci in tests/contract)")
    return found


def browser() -> str:
    """Path of Chromium; skips the test where it, or the package that steers it, is missing."""
    if not (HERE / "node_modules" / "playwright-core").exists():
        pytest.skip("needs tool: playwright-core (npm ci in tests/contract)")
    return tool("chromium")


def run(
    command: Sequence[str],
    *,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    seconds: float = 180,
) -> str:
    """Run a program; returns what it printed, and fails with it where the exit code is not 0."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "REDOCLY_TELEMETRY": "off", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]} exited with {done.returncode}:\n{done.stdout[-8000:]}"
    return done.stdout
