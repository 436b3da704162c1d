"""Builds the gazetteer of `extractor.places` from the packages that hold its facts and from the project's own tables.

    python tools/build_gazetteer.py            writes packages/extractor/src/extractor/data/places/gazetteer.bin
    python tools/build_gazetteer.py --check    compares instead of writing; exit status 1 when they differ

Needs the packages of `tools/gazetteer/sources.py` (VERSIONS) beside the extractor's own. The result depends on
them and on the tables under data/places alone, byte for byte.
"""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path[:0] = [
    str(_ROOT / "tools"), str(_ROOT / "packages" / "extractor" / "src"), str(_ROOT / "packages" / "schema" / "src"),
]  # fmt: skip

from gazetteer import sources  # noqa: E402 - the path is set above, so that the command needs no installation
from gazetteer.compile import compile_places  # noqa: E402
from gazetteer.write import encode  # noqa: E402

__all__ = ["build", "main", "missing_packages"]

TARGET = sources.DATA / "gazetteer.bin"


def missing_packages() -> list[str]:
    """Packages that are absent or of another version than the committed file was built from."""
    missing = []
    for name, wanted in sources.VERSIONS.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "none"
        if found != wanted:
            missing.append(f"{name} {wanted} (found: {found})")
    return missing


def build() -> bytes:
    """The file's bytes."""
    return encode(compile_places())


def main(arguments: list[str]) -> int:
    """Runs the command; returns its exit status."""
    missing = missing_packages()
    if missing:
        print("wanted:", ", ".join(missing), file=sys.stderr)
        return 2
    data = build()
    if "--check" in arguments:
        same = TARGET.exists() and TARGET.read_bytes() == data
        print("the same" if same else "differs")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{TARGET.relative_to(_ROOT)}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
