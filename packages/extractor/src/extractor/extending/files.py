"""Reads the files and folders that extend an extractor: all of them or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractor.actors.knowledge import NamedEntity
from extractor.errors import DataError, ExtensionError
from extractor.extending.structs import Extension
from extractor.extending.tables import read_table
from extractor.extending.types import Source, TypesReader, read_types
from extractor.ontology import Ontology
from extractor.places import NamedPlace
from extractor.triggers.lexicon import Lexicon

__all__ = ["read_extension"]

_ENDINGS = (".toml", ".tsv")
_MOST_BYTES = 50_000_000


def read_extension(paths: Sequence[str | Path], known: Ontology, lexicon: Lexicon) -> Extension:
    """What the files hold, and those of the folders that end in `.toml` and `.tsv`, in the order of names.

    `known` and `lexicon` are the package's own, which the files must fit.

    Raises ExtensionError with all that is wrong; then nothing of the files is in use.
    """
    problems: list[DataError] = []
    sources: list[Source] = []
    actors: list[NamedEntity] = []
    places: list[NamedPlace] = []
    digest = hashlib.sha256()
    count = 0
    for path, name in _files(paths, problems):
        content = _content(path, name, problems)
        if content is None:
            continue
        data, text = content
        count += 1
        # The length in front keeps two files apart from one that holds both.
        digest.update(b"%s %d\n" % (path.suffix.encode(), len(data)) + data)
        if path.suffix == ".tsv":
            found, situated = read_table(text, name, problems)
            actors += found
            places += situated
        elif source := read_types(text, name, problems):
            sources.append(source)
    reader = TypesReader(known, lexicon, problems)
    reader.read(sources)
    if problems:
        raise ExtensionError(problems)
    return Extension(
        types=tuple(reader.types.values()),
        roles=tuple(reader.roles.values()),
        rows=tuple(reader.rows),
        frames=reader.frames,
        actors=tuple(actors),
        places=tuple(places),
        digest=digest.hexdigest() if count else "",
        origins=reader.origins,
    )


def _files(paths: Iterable[str | Path], problems: list[DataError]) -> list[tuple[Path, str]]:
    """The files with the names that errors call them by."""
    found: list[tuple[Path, str]] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.suffix in _ENDINGS and p.is_file())
            if not inside:
                problems.append(DataError(str(given), None, f"holds no file in {' or '.join(_ENDINGS)}"))
            found += [(p, str(p)) for p in inside]
        elif not path.suffix and not path.exists():
            problems.append(DataError(str(given), None, "No such file or directory"))
        elif path.suffix not in _ENDINGS:
            reason = f"ends in {path.suffix!r}, where extensions end in {' or '.join(_ENDINGS)}"
            problems.append(DataError(str(given), None, reason, value=path.suffix))
        else:
            found.append((path, str(given)))
    return found


def _content(path: Path, name: str, problems: list[DataError]) -> tuple[bytes, str] | None:
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.append(DataError(name, None, error.strerror or str(error)))
        return None
    if len(data) > _MOST_BYTES:
        problems.append(DataError(name, None, f"{len(data):,} bytes, where {_MOST_BYTES:,} are the most"))
        return None
    try:
        return data, data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(DataError(name, line, f"not UTF-8: byte 0x{data[error.start]:02x}"))
        return None
