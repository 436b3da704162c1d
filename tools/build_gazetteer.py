"""Builds the gazetteer of `extractor.places` from the packages that hold its facts and the project's tables.

    python tools/build_gazetteer.py            writes gazetteer.bin and gazetteer.sha256 under data/places
    python tools/build_gazetteer.py --check    compares instead of writing; exit status 1 when they differ

Needs the packages of `tools/gazetteer/sources.py` (VERSIONS) beside the extractor's own. The result depends
on them and on the tables under data/places alone, byte for byte. It takes about half a minute;
gazetteer.sha256 lets a quick test see that the file is whole, and that no table was changed after it.
"""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_SOURCES = ("tools", "packages/extractor/src", "packages/schema/src")
sys.path[:0] = [str(_ROOT / folder) for folder in _SOURCES]

from gazetteer import sources  # noqa: E402 - the path is set above, so that the command needs no installation
from gazetteer.compile import compile_places  # noqa: E402
from gazetteer.write import encode  # noqa: E402

__all__ = ["build", "digests", "main", "missing_packages"]

TARGET = sources.DATA / "gazetteer.bin"
DIGESTS = sources.DATA / "gazetteer.sha256"


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


def digests() -> str:
    """Lines of SHA-256 and name: the file and the tables that go into it, as they are now."""
    paths = [TARGET, *(sources.DATA / name for name in sources.TABLES)]
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)


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
    fresh = TARGET.with_suffix(".new")
    fresh.write_bytes(data)
    fresh.replace(TARGET)  # whoever has the old file mapped keeps it whole
    DIGESTS.write_text(digests(), "utf-8")
    print(f"{TARGET.relative_to(_ROOT)}: {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
