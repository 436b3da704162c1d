"""What the service costs over the library, and what a second worker brings: `python -m tests.api.overhead`.

Prints medians over the seeds, cut to about 600 words each. The library and the service read the same article in turn,
so that the machine's noise hits both alike.
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import msgspec

from extractor_api.engine import build
from extractor_schema import Article
from tests.api.server import ROOT, Server

__all__ = ["overhead", "throughput"]

_REAL = "extractor_api.engine:build"
_WORDS = 600
_DAY = dt.date(2026, 1, 26)


def _articles() -> list[Article]:
    """Articles of 600 words from the seeds, enough of them to cover the languages that are read and skipped."""
    texts = [path.read_text("utf-8") for path in sorted(Path(ROOT, "seeds").glob("*.txt"))]
    words = " ".join(texts).split(" ")
    cuts = range(0, len(words) - _WORDS, _WORDS)
    return [Article(text=" ".join(words[cut : cut + _WORDS]), published_at=_DAY) for cut in cuts]


def overhead(rounds: int) -> tuple[float, float, float]:
    """Medians in milliseconds for one article of three times.

    The library alone; what the way through the service takes more; and what of that way is not the worker's reading,
    which the machine's noise lengthens and shortens.
    """
    extractor = build(None, 1_000_000)
    library: list[float] = []
    added: list[float] = []
    around: list[float] = []
    with Server(factory=_REAL, workers=1) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        for _ in range(rounds):
            for article in _articles():
                begin = time.perf_counter()
                msgspec.json.encode(extractor.extract(article))
                alone = time.perf_counter() - begin
                body = msgspec.json.encode(article)
                begin = time.perf_counter()
                connection.request("POST", "/v1/extract", body, {"content-type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                through = time.perf_counter() - begin
                assert answer.status == 200
                library.append(alone * 1000)
                added.append((through - alone) * 1000)
                reading = float(answer.headers["server-timing"].partition("=")[2])
                around.append(through * 1000 - reading)
    return statistics.median(library), statistics.median(added), statistics.median(around)


def throughput(workers: int, seconds: float) -> float:
    """Articles in a second, without the time that the load generator took from the workers' processors."""
    bodies = [msgspec.json.encode(article) for article in _articles()]
    with Server(factory=_REAL, workers=workers) as server:
        done = 0
        until = time.monotonic() + seconds
        own = time.process_time()

        def send(number: int) -> int:
            count = 0
            with httpx.Client(base_url=server.url, timeout=60, verify=False) as client:
                while time.monotonic() < until:
                    body = bodies[(number + count) % len(bodies)]
                    answer = client.post(
                        "/v1/extract", content=body, headers={"content-type": "application/json"}
                    )
                    assert answer.status_code == 200
                    count += 1
            return count

        with ThreadPoolExecutor(2 * workers) as pool:
            done = sum(pool.map(send, range(2 * workers)))
        used = time.process_time() - own
    spare = max(0, len(os.sched_getaffinity(0)) - workers) * seconds
    return done / (seconds - max(0.0, used - spare) / workers)


if __name__ == "__main__":
    print(
        f"load of the machine before: {os.getloadavg()[0]:.1f} (figures mean something where nothing else runs)"
    )
    alone, more, around = overhead(8)
    print(
        f"library {alone:.2f} ms for {_WORDS} words; the service adds {more:.2f} ms, {100 * more / alone:.1f} %"
    )
    print(f"around the worker's reading {around:.2f} ms, {100 * around / alone:.1f} %")
    pairs = [(throughput(1, 8), throughput(2, 8)) for _ in range(5)]
    ratios = [two / one for one, two in pairs]
    print(
        "articles a second with one and two workers:", "; ".join(f"{one:.1f} {two:.1f}" for one, two in pairs)
    )
    print(f"two workers read {statistics.median(ratios):.2f} times as many as one, median of five")
