"""Rate and memory over a long stream of short articles with ever new words: `make endurance`.

    python tools/endurance.py [--articles N] [--workers N] [--batch]

The articles are made here, the same ones in each run: one sentence each, in which no name and no number comes
a second time, and every twentieth of which tells an event. At ten points of the stream a line is printed with
the rate since the last one and with the memory of all processes, in megabytes: `all` counts pages that are
shared once; `main` and `workers` are what those have for themselves alone. A process that keeps something of
each article shows it: a hundred bytes of each of a million are a hundred megabytes. Only Linux tells them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from extractor import Article, Extractor
from memory import rollup

POINTS = 10
EVENT_EVERY = 20
ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z")
RHYMES = ("a", "e", "i", "o", "u", "an", "el", "in", "or", "ush")
SYLLABLES = tuple(onset + rhyme for onset in ONSETS for rhyme in RHYMES)
ORDINARY = (
    "The bakery in {place} sold {count} loaves, said {name}.",
    "{name} repaired {count} bicycles before the rain came to {place}.",
    "Rain fell on {place} for {count} hours, and the school of {name} stayed shut.",
    "A goat called {name} won the {count} metre race at {place}.",
    "Tickets for the museum of {place} cost {count} crowns. {name} paid with coins.",
    "{count} apple trees bloom near {place}, where {name} keeps bees.",
    "The orchestra of {place} plays {name}'s symphony number {count} tonight.",
)
EVENTS = (
    "Jets struck {place} on Tuesday and killed {count} people, said {name}.",
    "Foreign Minister {name} met the mayor of {place} for {count} minutes in Geneva.",
    "{name} offered {place} {count} tents after the flood.",
    "General {name} threatened to bomb {place} within {count} days.",
)


class Memory(NamedTuple):
    """Megabytes."""

    all: float
    main: float
    workers: float


def word(number: int) -> str:
    """A name that no other number has."""
    syllables = []
    while True:
        number, place = divmod(number, len(SYLLABLES))
        syllables.append(SYLLABLES[place])
        if not number:
            return "".join(reversed(syllables)).capitalize()


def articles(count: int) -> Iterator[Article]:
    """So many articles, one after the other. They say that they are English, so that all are read."""
    for n in range(count):
        tells = n % EVENT_EVERY == 0
        forms = EVENTS if tells else ORDINARY
        form = forms[n // (EVENT_EVERY if tells else 1) % len(forms)]
        text = form.format(name=word(2 * n + 20_000), place=word(2 * n + 20_001), count=n + 2)
        yield Article(id=str(n), text=text, language="en")


def memory(pid: int) -> Memory:
    """Of a process and of its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    workers = [int(each) for each in children.read_text().split()] if children.exists() else []
    main, *others = (rollup(each) for each in (pid, *workers))
    return Memory(main[0] + sum(each[0] for each in others), main[1], sum(each[1] for each in others))


def by_library(count: int, workers: int) -> Iterator[tuple[int, bool]]:
    """The process to look at and whether the record has events, for each record of `Extractor.pipe`."""
    for record in Extractor().pipe(articles(count), workers=workers):
        yield os.getpid(), bool(getattr(record, "events", ()))


def by_command(count: int, workers: int) -> Iterator[tuple[int, bool]]:
    """The same for each line of `extractor batch`."""
    command = [sys.executable, "-c", "from extractor.cli import main; main()"]
    command += ["batch", "-", "-o", "-", "--workers", str(workers)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        threading.Thread(target=_feed, args=(process.stdin, count), daemon=True).start()
        for line in process.stdout:
            yield process.pid, b'"events":[{' in line


def _feed(stream: IO[bytes], count: int) -> None:
    with stream:
        for article in articles(count):
            stream.write(msgspec.json.encode(article) + b"\n")


def main() -> int:
    """Run; 1 where a record is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--batch", action="store_true", help="through `extractor batch` rather than the library"
    )
    given = parser.parse_args()
    records = (by_command if given.batch else by_library)(given.articles, given.workers)
    print(
        "| articles | with events | a second | all, MB | main, MB | workers, MB |\n|---|---|---|---|---|---|"
    )
    step = max(1, given.articles // POINTS)
    since, done, found = time.perf_counter(), 0, 0
    for pid, tells in records:
        done += 1
        found += tells
        if done % step == 0:
            rate = step / (time.perf_counter() - since)
            cells = (done, found, rate, *memory(pid))
            print("|", " | ".join(f"{cell:,.0f}" for cell in cells), "|", flush=True)
            since = time.perf_counter()
    return int(done != given.articles)


if __name__ == "__main__":
    sys.exit(main())
