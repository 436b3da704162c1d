"""The packages, built once, and an environment that holds nothing but them and what they need.

The ordinary test stays offline: what the packages need is borrowed from the environment of the tests, and the wheels
themselves are installed. Where EXTRACTOR_FULL_INSTALL is set (`make install-test`, .ci/run), everything is installed
from the package index into an environment that shares nothing: at the locked versions, or, where the variable is
`newest`, at those that a user gets today.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from packages import ROOT, build

FULL = "EXTRACTOR_FULL_INSTALL"
UV = Path(sys.executable).parent / "uv"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The files that a release uploads."""
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def wheels(built: list[Path]) -> list[Path]:
    return [path for path in built if path.suffix == ".whl"]


@pytest.fixture(scope="session")
def archives(built: list[Path]) -> list[Path]:
    return [path for path in built if path.suffix == ".gz"]


@pytest.fixture(scope="session")
def programs(wheels: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment in which the wheels are installed."""
    place = tmp_path_factory.mktemp("empty") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    install = [UV, "pip", "install", "--quiet", "--python", place / "bin/python"]
    if os.environ.get(FULL):
        locked = [] if os.environ[FULL] == "newest" else ["--constraint", ROOT / "requirements/dev.txt"]
        subprocess.run([*install, *locked, "pandas", "pyarrow", *wheels], check=True)
    else:
        subprocess.run([*install, "--offline", "--no-deps", *wheels], check=True)
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        folder = place / "lib" / version / "site-packages"
        (folder / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return place / "bin"
