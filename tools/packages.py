"""Build the wheels and source archives of the four packages: `python tools/packages.py FOLDER`.

Each wheel is built from the source archive, so that the archive is known to be complete. No network is used:
the build backend is the one of the environment.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

__all__ = ["PACKAGES", "ROOT", "Package", "build"]

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


class Package(NamedTuple):
    """One distribution: its folder, the name that it is installed by and the one that it is imported by."""

    folder: Path
    name: str
    module: str

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return self.name.replace("-", "_")

    @property
    def version(self) -> str:
        """The version of its pyproject.toml."""
        text = (self.folder / "pyproject.toml").read_text("utf-8")
        version: str = tomllib.loads(text)["project"]["version"]
        return version


PACKAGES = (
    Package(ROOT / "packages/schema", "newsact-schema", "extractor_schema"),
    Package(ROOT / "packages/extractor", "newsact-extractor", "extractor"),
    Package(ROOT / "packages/client", "newsact-client", "extractor_client"),
    Package(ROOT / "services/api", "newsact-api", "extractor_api"),
)


def build(folder: Path) -> list[Path]:
    """Build all into a folder; returns the files. Raises CalledProcessError where one can't be built."""
    for package in PACKAGES:
        command: list[str | Path] = [BIN / "uv", "build", "--quiet", "--offline", "--no-build-isolation"]
        command += ["--python", sys.executable, "--out-dir", folder, package.folder]
        subprocess.run(command, check=True)
    return sorted([*folder.glob("*.whl"), *folder.glob("*.tar.gz")])


if __name__ == "__main__":
    for made in build(Path(sys.argv[1])):
        print(f"{made}  {made.stat().st_size:,} bytes")
