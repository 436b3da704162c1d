"""What the commands print: results, explanations, the ontology, progress."""

from __future__ import annotations

import enum
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import PurePath
from typing import Any

import msgspec
import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from extractor.cli.building import fail
from extractor.export import events_table, to_geojson, write_csv
from extractor_schema import ErrorRecord, Record, Result

__all__ = [
    "ContentType",
    "Format",
    "TextFormat",
    "encode",
    "is_error",
    "progress",
    "write_explanations",
    "write_ontology",
    "write_result",
    "writing",
]

encode = msgspec.json.Encoder().encode


class Format(enum.StrEnum):
    """Forms of a result."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"

    @classmethod
    def default(cls) -> Format:
        """A table for people, JSON for programs."""
        return cls.table if sys.stdout.isatty() else cls.json


class TextFormat(enum.StrEnum):
    """Forms of what is mainly read by people."""

    text = "text"
    json = "json"


class ContentType(enum.StrEnum):
    """Formats of a text."""

    plain = "text/plain"
    markdown = "text/markdown"
    html = "text/html"

    @classmethod
    def of_name(cls, name: str) -> ContentType | None:
        """What the ending of a file's name says, if it says anything."""
        endings = {".html": cls.html, ".htm": cls.html, ".xhtml": cls.html, ".md": cls.markdown}
        return endings.get(PurePath(name).suffix.lower())


def is_error(record: Record) -> bool:
    """Whether the record stands for a line that could not be read."""
    return isinstance(record, ErrorRecord)


@contextmanager
def writing() -> Iterator[None]:
    """Turn a failure to write into an exit: 141 where the reader went away, 5 for any other reason."""
    try:
        yield
    except OSError as error:
        with suppress(OSError, ValueError):  # what is still in the buffer can't be written either
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(141) from error
        raise fail(f"the output can't be written: {error.strerror or error}", 5) from error


def write_bytes(data: bytes) -> None:
    """UTF-8 to standard output, whatever its encoding is set to."""
    with writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_console(*parts: RenderableType) -> None:
    """For people: tables, and lines whose characters mean nothing to the console."""
    console = Console()
    with writing():
        for part in parts:
            console.print(part, markup=False, highlight=False)
        sys.stdout.flush()


def write_result(result: Result, format: Format, *, name: str) -> None:
    """Print a result in the form asked for."""
    match format:
        case Format.json:
            write_bytes(msgspec.json.format(encode(result), indent=2) + b"\n")
        case Format.jsonl:
            write_bytes(encode(result) + b"\n")
        case Format.geojson:
            write_bytes(json.dumps(to_geojson([result]), ensure_ascii=False, indent=2).encode() + b"\n")
        case Format.csv:
            text = io.StringIO(newline="")
            write_csv([result], text)
            write_bytes(text.getvalue().encode())
        case Format.table:
            write_table(result, name)


def write_table(result: Result, name: str) -> None:
    """A table of the events, with what was skipped below it."""
    published = f"published {result.published_at}" if result.published_at else "publication date unknown"
    count = len(result.events)
    title = f"{name}: {count} event{'' if count == 1 else 's'}, {published}"
    skipped = [
        f"not read: characters {part.start} to {part.end}, {part.reason}"
        + (f" ({part.detail})" if part.detail else "")
        for part in result.skipped
    ]
    write_console(events_table([result], title=title) if count else title, *skipped)


def write_explanations(explanations: Sequence[Any], format: TextFormat) -> None:
    """Print why each event is there."""
    raise NotImplementedError


def write_ontology(ontology: Any, format: TextFormat) -> None:
    """Print the ontology."""
    raise NotImplementedError


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error if that is a terminal; gives the function that moves it on."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda size: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda size: bar.advance(task, size)
