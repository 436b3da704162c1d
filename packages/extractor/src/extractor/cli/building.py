"""What the commands need of the library, and how they get it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec
import typer

from extractor.config import Config
from extractor.ontology import ontology
from extractor_schema import Article, Engine, Record, Result

__all__ = ["ExtractorLike", "build_extractor", "fail", "read_config"]


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


def read_config(
    path: Path | None, types: list[str] | None, min_confidence: float | None, pipeline: str | None
) -> Config:
    """The configuration of a JSON file, with what the options say put over it."""
    config = Config()
    if path is not None:
        try:
            config = msgspec.json.decode(path.read_bytes(), type=Config)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise typer.BadParameter(f"{path}: {error}", param_hint="--config") from error
    changes: dict[str, Any] = {}
    if types:
        changes["types"] = tuple(types)
    if min_confidence is not None:
        changes["min_confidence"] = min_confidence
    if pipeline is not None:
        changes["pipeline"] = pipeline
    config = msgspec.structs.replace(config, **changes)
    known = [kind.name for kind in ontology().types]
    for name in config.types:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}", param_hint="--type")
    return config
