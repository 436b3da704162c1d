"""Measure what an installation takes: `python tools/footprint.py` (`make footprint`).

Builds the wheels, installs them from the package index into empty environments, and prints as a Markdown
table how many bytes lie there, and how much memory a process takes that reads the documents of `seeds/`.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from packages import BIN, ROOT, build

_LOADED = """
import pathlib, resource, sys
from extractor import Article, Extractor
extractor = Extractor()
extractor.extract(Article(text="Envoys met in Oslo on Friday."))
at_first = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in pathlib.Path(sys.argv[1]).glob("*.txt"):
    extractor.extract(Article(text=path.read_text("utf-8")))
print(at_first, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def install(folder: Path, wheels: list[Path]) -> Path:
    """An environment with the wheels and what they need; returns its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    subprocess.run([BIN / "uv", "pip", "install", "--quiet", "--python", python, *wheels], check=True)
    return python


def megabytes(folder: Path) -> int:
    """What lies below `site-packages`, compiled files left out, in millions of bytes."""
    (packages,) = folder.glob("lib/*/site-packages")
    files = [path for path in packages.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return round(sum(path.stat().st_size for path in files) / 1e6)


def memory(python: Path) -> tuple[int, int]:
    """Peak resident memory in millions of bytes: after a first article, and after the seeds."""
    command = [str(python), "-c", _LOADED, str(ROOT / "seeds")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    first, last = (round(int(kilobytes) * 1024 / 1e6) for kilobytes in said)
    return first, last


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheels = {path.name.split("-")[0]: path for path in build(folder) if path.suffix == ".whl"}
        library = install(folder / "library", [wheels["newsact_schema"], wheels["newsact_extractor"]])
        install(folder / "service", [path for key, path in wheels.items() if key != "newsact_client"])
        install(folder / "client", [wheels["newsact_schema"], wheels["newsact_client"]])
        first, last = memory(library)
        print(f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
        print("| what | size |\n|---|---|")
        print(
            f"| wheels of the four packages | {sum(p.stat().st_size for p in wheels.values()) / 1e6:.0f} MB |"
        )
        for kind in ("library", "service", "client"):
            size = megabytes(folder / kind)
            print(f"| `newsact-{_NAMES[kind]}` installed, with all that it needs | {size} MB |")
        print(f"| memory of a process after its first article | {first} MB |")
        print(f"| the same, after the documents of `seeds/` | {last} MB |")


_NAMES = {"library": "extractor", "service": "api", "client": "client"}

if __name__ == "__main__":
    main()
