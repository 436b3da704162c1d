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
from rich.table import Table
from rich.text import Text

from extractor.cli.building import fail
from extractor.export import events_table, to_geojson, write_csv
from extractor.export.table import printable
from extractor.ontology import Ontology, Term
from extractor_schema import ErrorRecord, Record, Result

__all__ = [
    "ContentType",
    "Format",
    "TextFormat",
    "encode",
    "is_error",
    "progress",
    "write_bytes",
    "write_console",
    "write_explanations",
    "write_ontology",
    "write_result",
    "writing",
]

FILE_WIDTH = 140
"""Columns of a table that goes to a file or to another program."""

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
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else FILE_WIDTH
    console = Console(width=fixed)
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
    write_console(title, *([events_table([result])] if count else []), *skipped)


def write_explanations(explanations: Sequence[Any], format: TextFormat) -> None:
    """Print why each event is there: as JSON, or as indented lines."""
    if format is TextFormat.json:
        write_bytes(msgspec.json.format(encode(explanations), indent=2) + b"\n")
        return
    lines = [line for one in explanations for line in (*outline(msgspec.to_builtins(one)), "")]
    write_console(*(lines or ["no events"]))


def outline(value: Any, name: str = "", depth: int = 0) -> Iterator[str]:
    """Nested values as indented lines; a span is its text and its offsets, and what is absent is left out."""
    indent = "  " * depth
    label = f"{indent}{name}: " if name else indent
    if (
        isinstance(value, dict)
        and {"start", "end", "text"} <= value.keys()
        and isinstance(value["text"], str)
    ):
        yield f"{label}“{printable(value['text'])}” [{value['start']}:{value['end']}]"
    elif isinstance(value, dict):
        if name:
            yield f"{indent}{name}:"
        for key, inner in value.items():
            yield from outline(inner, str(key), depth + bool(name))
    elif isinstance(value, list | tuple):
        if value:
            yield f"{indent}{name}:"
        for inner in value:
            first, *rest = outline(inner, "", depth + 2)
            yield f"{indent}  - {first.strip()}"
            yield from rest
    elif value is not None:
        yield f"{label}{format(value, '.3g') if isinstance(value, float) else printable(str(value))}"


def write_ontology(ontology: Ontology, format: TextFormat) -> None:
    """Print types with their subtypes and roles, then statuses, roles and kinds of actors."""
    if format is TextFormat.json:
        write_bytes(msgspec.json.format(encode(ontology), indent=2) + b"\n")
        return
    parts: list[RenderableType] = []
    for kind in ontology.types:
        heading = f"{kind.name}: {kind.description} Roles: {', '.join(kind.roles)}."
        parts += [heading, _terms(kind.subtypes), ""]
    for heading, terms in (
        ("Statuses", ontology.statuses),
        ("Roles", ontology.roles),
        ("Kinds of actors", ontology.kinds),
    ):
        parts += [heading, _terms(terms), ""]
    write_console(*parts)


def _terms(terms: Sequence[Term]) -> Table:
    """Names and their meanings in two columns, indented."""
    table = Table.grid(padding=(0, 2), pad_edge=True)
    table.add_column(min_width=14)
    table.add_column()
    for term in terms:
        table.add_row(Text(term.name), Text(term.description))
    return table


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
