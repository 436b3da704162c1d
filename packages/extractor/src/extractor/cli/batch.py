"""A file of articles into a file of records, one a line, that can be stopped and gone on with.

The output is its own journal: it holds one line for each line of the input that was worked through, in
order. After a kill the complete lines are counted, what is left of a line that was being written is cut off,
and work goes on with the next article. `OUTPUT.state` beside it says what the output belongs to.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from extractor.cli.articles import decode_line
from extractor.config import Config
from extractor_schema import Article, Engine, ErrorRecord, Record

__all__ = ["BatchRefused", "State", "numbered_lines", "open_journal", "records", "state_path"]

BOM = b"\xef\xbb\xbf"
CHUNK = 1 << 20

Line = tuple[int, bytes]
"""Number of the line in the file, counted from 1, and its bytes."""


Pipe = Callable[[Iterable[Article]], Iterator[Record]]
"""What turns articles into records, in order."""


class BatchRefused(Exception):
    """The output can't be gone on with."""


class State(msgspec.Struct, frozen=True):
    """What an output belongs to."""

    input: str
    """SHA-256 of the input file."""
    config: Config
    engine: Engine


def state_path(output: Path) -> Path:
    """Where the state of an output stands."""
    return output.with_name(output.name + ".state")


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def numbered_lines(
    file: Iterable[bytes], advance: Callable[[int], None] = lambda size: None
) -> Iterator[Line]:
    """The lines of a file that are not blank; they end at line feeds alone. `advance` is told their sizes."""
    for number, line in enumerate(file, 1):
        advance(len(line))
        content = line.removeprefix(BOM) if number == 1 else line
        if content.strip():
            yield number, content


def records(pipe: Pipe, lines: Iterable[Line]) -> Iterator[Record]:
    """A record for each line, in the lines' order: a result, or the error that stands for it."""
    waiting: deque[int | ErrorRecord] = deque()

    def articles() -> Iterator[Article]:
        for number, line in lines:
            article = decode_line(line, number)
            if isinstance(article, Article):
                waiting.append(number)
                yield article
            else:
                waiting.append(article)

    for record in pipe(articles()):
        while isinstance(slot := waiting.popleft(), ErrorRecord):
            yield slot
        yield msgspec.structs.replace(record, line=slot) if isinstance(record, ErrorRecord) else record
    yield from (slot for slot in waiting if isinstance(slot, ErrorRecord))


@contextmanager
def open_journal(output: Path, state: State, *, overwrite: bool = False) -> Iterator[tuple[io.FileIO, int]]:
    """The output, open at the end of its last complete line, and the number of lines that it has.

    Raises BatchRefused when the output belongs to other work, or is being written by another process.
    """
    beside = state_path(output)
    with output.open("ab", buffering=0) as journal:
        _lock(journal, output)
        if overwrite:
            journal.truncate(0)
            beside.unlink(missing_ok=True)
        _claim(output, beside, state)
        done, size = _complete_lines(output)
        journal.truncate(size)
        yield journal, done
        os.fsync(journal.fileno())


def _claim(output: Path, beside: Path, state: State) -> None:
    """Check that the output belongs to this work, or say from now on that it does."""
    if not beside.exists():
        if output.stat().st_size:
            raise BatchRefused(f"{output} exists and no {beside.name} says what it belongs to")
        temporary = beside.with_name(beside.name + ".new")
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(state)) + b"\n")
        temporary.replace(beside)
        return
    try:
        before = msgspec.json.decode(beside.read_bytes(), type=State)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BatchRefused(f"{beside} can't be read: {error}") from error
    for what in ("input", "config", "engine"):
        if getattr(before, what) != getattr(state, what):
            raise BatchRefused(f"{output} was made with another {what}")


def _complete_lines(output: Path) -> tuple[int, int]:
    """How many complete lines a file has, and the size of them together."""
    lines = size = position = 0
    with output.open("rb") as file:
        while chunk := file.read(CHUNK):
            lines += chunk.count(b"\n")
            last = chunk.rfind(b"\n")
            size = position + last + 1 if last >= 0 else size
            position += len(chunk)
    return lines, size


def _lock(file: io.FileIO, output: Path) -> None:
    """Keep a second process from writing the same output, where the system has such locks."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BatchRefused(f"{output} is being written by another process") from error
