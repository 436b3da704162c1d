"""A batch from one file or stream into another."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol

import typer

from extractor.cli import batch, output
from extractor.cli.building import ExtractorLike, fail
from extractor.config import Config

__all__ = ["run_journal", "run_stream"]


class Writer(Protocol):
    """What takes bytes."""

    def write(self, data: memoryview, /) -> int: ...

    def flush(self) -> None: ...


def run_journal(
    extractor: ExtractorLike, config: Config, source: Path, target: Path, *, workers: int, overwrite: bool
) -> int:
    """File to file, going on where an earlier run stopped; the number of lines that could not be read."""
    state = batch.State(input=batch.digest(source), config=config, engine=extractor.engine)
    with ExitStack() as stack:
        file = stack.enter_context(source.open("rb"))
        try:
            journal, done = stack.enter_context(batch.open_journal(target, state, overwrite=overwrite))
        except batch.BatchRefused as error:
            raise fail(f"{error}; --overwrite begins anew", 4) from error
        except OSError as error:
            raise fail(f"{target}: {error.strerror or error}", 5) from error
        advance = stack.enter_context(output.progress(source.stat().st_size))
        lines = islice(batch.numbered_lines(file, advance), done, None)
        return _run(partial(extractor.pipe, workers=workers), lines, journal, done)


def run_stream(extractor: ExtractorLike, source: str, target: str, *, workers: int, overwrite: bool) -> int:
    """From or to a pipe or a device: there is nothing to go on from."""
    if target != "-" and Path(target).is_file() and Path(target).stat().st_size and not overwrite:
        raise fail(f"{target} exists; --overwrite begins anew", 4)
    with ExitStack() as stack:
        reader = sys.stdin.buffer if source == "-" else stack.enter_context(Path(source).open("rb"))
        try:
            writer = (
                sys.stdout.buffer
                if target == "-"
                else stack.enter_context(Path(target).open("wb", buffering=0))
            )
        except OSError as error:
            raise fail(f"{target}: {error.strerror or error}", 5) from error
        return _run(partial(extractor.pipe, workers=workers), batch.numbered_lines(reader), writer, 0)


def _run(pipe: batch.Pipe, lines: Iterable[batch.Line], writer: Writer, done: int) -> int:
    """Write a record for each line as soon as it is there, and say at the end how many there were."""
    count = errors = 0
    for record in batch.records(pipe, lines):
        with output.writing():
            _write(writer, output.encode(record) + b"\n")
        count += 1
        errors += output.is_error(record)
    before = f"{done:,} were there already, " if done else ""
    typer.echo(f"extractor: {before}{count - errors:,} results and {errors:,} errors written", err=True)
    return errors


def _write(writer: Writer, data: bytes) -> None:
    """Write all of it; a file without a buffer may take a part at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[writer.write(rest) :]
    writer.flush()
