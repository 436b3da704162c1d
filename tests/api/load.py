"""Load for the service: many requests at once, every outcome counted.

As a program it soaks a service for some minutes with ever new words: `python -m tests.api.load MINUTES`.
"""

from __future__ import annotations

import asyncio
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx
import msgspec

from tests.api.server import FAKE, Server

__all__ = ["Outcomes", "Soaked", "fire", "memory_of", "soak"]


class Outcomes:
    """What came back."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.broken = 0
        """Connections that broke without an answer."""
        self.seconds: list[float] = []
        self.bad: list[str] = []
        """Answers that break a promise: a 429 without Retry-After, a 200 with the wrong id."""

    def take(self, answer: httpx.Response, name: str, seconds: float) -> None:
        """Count one answer."""
        self.statuses[answer.status_code] += 1
        self.seconds.append(seconds)
        if answer.status_code == 200 and answer.json()["id"] != name:
            self.bad.append(f"{name}: another article's result")
        if answer.status_code in (429, 503) and "retry-after" not in answer.headers:
            self.bad.append(f"{name}: {answer.status_code} without Retry-After")
        if answer.status_code >= 400 and answer.headers["content-type"] != "application/problem+json":
            self.bad.append(f"{name}: {answer.status_code} without a problem document")


async def fire(url: str, text: str, *, clients: int, seconds: float, patient: bool = False) -> Outcomes:
    """`clients` that send one article after the other; the patient ones wait as long as Retry-After says."""
    outcomes = Outcomes()
    until = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
    async with httpx.AsyncClient(base_url=url, limits=limits, timeout=30, verify=False) as client:

        async def one(number: int) -> None:
            turn = 0
            while time.monotonic() < until:
                turn += 1
                name = f"{number}-{turn}"
                begin = time.monotonic()
                try:
                    answer = await client.post("/v1/extract", json={"id": name, "text": text})
                except httpx.TransportError:
                    outcomes.broken += 1
                    continue
                outcomes.take(answer, name, time.monotonic() - begin)
                if patient and answer.status_code in (429, 503):
                    await asyncio.sleep(float(answer.headers["retry-after"]) * random.uniform(0.5, 1))
                elif answer.status_code != 200:
                    await asyncio.sleep(0.02)

        await asyncio.gather(*(one(number) for number in range(clients)))
    return outcomes


def memory_of(pids: list[int]) -> int:
    """Bytes that these processes hold for themselves alone."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) * 1024
    return total


def _article(source: random.Random, words: int) -> str:
    """An article of words that never came before."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = ["".join(source.choices(letters, k=source.randint(3, 12))) for _ in range(words)]
    for place in range(0, words, 40):
        made[place] = source.choice(
            ["Ministers met in Geneva.", "Jets struck Aleppo on Sunday.", "They offered talks."]
        )
    return " ".join(made)


class Soaked(msgspec.Struct, frozen=True):
    """What a soak came to. Memory is private, of all processes together, in bytes.

    It goes up and down while words come and go, so the highest values of two stretches are compared.
    """

    articles: int
    early: int
    """Highest of the second fifth of the time."""
    late: int
    """Highest of the last fifth."""


def soak(minutes: float, factory: str = FAKE, report: Callable[[str], None] = lambda line: None) -> Soaked:
    """Send ever new words for some minutes, and look at the memory every hundredth of the time."""
    source = random.Random(1)
    seen: list[int] = []
    count = 0
    with Server(factory=factory) as server, httpx.Client(base_url=server.url, timeout=60) as client:
        begin = time.monotonic()
        while (past := (time.monotonic() - begin) / (minutes * 60)) < 1:
            articles = [{"text": _article(source, 300)} for _ in range(8)]
            answer = client.post("/v1/extract/batch", json={"articles": articles})
            assert answer.status_code == 200, answer.text
            assert not any("error" in entry for entry in answer.json()["results"]), answer.text
            count += len(articles)
            while len(seen) <= past * 100:
                seen.append(memory_of([server.process.pid, *server.descendants()]))
                if len(seen) % 10 == 1:
                    report(f"{past:4.0%} {count:6} articles {seen[-1] / 1e6:4.0f} MB")
    return Soaked(count, max(seen[20:40]), max(seen[-20:]))


if __name__ == "__main__":
    length = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    found = soak(length, "extractor_api.engine:build", lambda line: print(line, flush=True))
    print(
        f"{found.articles} articles in {length:g} minutes; private memory of all processes at most "
        f"{found.early / 1e6:.0f} MB in the second fifth, {found.late / 1e6:.0f} MB in the last"
    )
    sys.exit(0 if found.late <= found.early * 1.1 else 1)
