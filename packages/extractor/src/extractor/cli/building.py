"""What the commands need of the library, and how they get it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import msgspec
import typer

from extractor.config import Config
from extractor.errors import ExtensionError
from extractor.extending import read_extension
from extractor.ontology import Ontology, extended, ontology
from extractor.triggers.lexicon import Lexicon
from extractor_schema import Article, Engine, Record, Result

__all__ = ["ExtractorLike", "build_extractor", "fail", "ontology_of", "read_config"]


def fail(message: str, code: int) -> typer.Exit:
    """Say what went wrong on standard error; raise what is returned."""
    typer.echo(f"extractor: {message}", err=True)
    return typer.Exit(code)


class ExtractorLike(Protocol):
    """The part of `extractor.Extractor` that the command line uses."""

    @property
    def engine(self) -> Engine: ...

    def extract(self, article: Article) -> Result: ...

    def pipe(self, articles: Iterable[Article], *, workers: int = 1) -> Iterator[Record]: ...


def build_extractor(config: Config) -> ExtractorLike:
    """Build the extractor; spaCy is imported here, so that `--help` answers at once."""
    from extractor import Extractor

    return Extractor(config)


def ontology_of(config: Config) -> Ontology:
    """What an extractor of this configuration can find, known without building it.

    Raises ExtensionError.
    """
    known = ontology()
    if not config.extensions:
        return known
    found = read_extension(config.extensions, known, Lexicon.load())
    return extended(known, found.types, found.roles)


def read_config(
    path: Path | None,
    types: list[str] | None,
    min_confidence: float | None,
    pipeline: str | None,
    extensions: list[str] | None = None,
) -> Config:
    """The configuration of a JSON file, with what the options say put over it.

    Extensions that the file names stand beside the file, where their paths are not absolute. Those of the
    options are added to them.
    """
    config = Config()
    if path is not None:
        try:
            config = msgspec.json.decode(path.read_bytes(), type=Config)
            beside = tuple(str(path.parent / name) for name in config.extensions)
            config = msgspec.structs.replace(config, extensions=beside)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise typer.BadParameter(f"{path}: {error}", param_hint="--config") from error
    changes: dict[str, Any] = {}
    if types:
        changes["types"] = tuple(types)
    if min_confidence is not None:
        changes["min_confidence"] = min_confidence
    if pipeline is not None:
        changes["pipeline"] = pipeline
    if extensions:
        changes["extensions"] = (*config.extensions, *extensions)
    config = msgspec.structs.replace(config, **changes)
    if config.types is not None:
        _check_types(config.types, config)
    return config


def _check_types(types: Sequence[str], config: Config) -> None:
    """Refuse unknown types; a broken extension is an error of its own (exit 3)."""
    try:
        known = [kind.name for kind in ontology_of(config).types]
    except ExtensionError as error:
        raise fail(str(error), 3) from error
    for name in types:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}", param_hint="--type")
