"""What the service costs over the library, and what a second worker brings: `python -m tests.api.overhead`.

Every article of about 600 words, cut from the seeds, is read in turn by the library in this process, by the service,
and by a bare socket: another process that has the same library and answers with the same bytes, but has neither
framework nor queue nor worker. So the machine's noise hits all alike, and each begins as it does in life: with the
processor's caches full of what the last reading left there. Medians are printed of:

- what the way through the service takes more than the library. That is the figure that counts; the client is in it.
- the same without the time that the worker says it read, which the machine's noise lengthens and shortens.
- what the way to the bare socket takes more than the reading: the client and the loopback connection, cold.
- the difference of the last two, article by article: what is the service's own.
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import socket
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import httpx
import msgspec

from extractor import Extractor
from extractor_api.engine import build
from extractor_schema import Article
from extractor_schema.wire import WireArticle
from tests.api.server import ROOT, Server

__all__ = ["Overhead", "overhead", "throughput"]

_REAL = "extractor_api.engine:build"
_WORDS = 600
_DAY = dt.date(2026, 1, 26)


def _articles() -> list[Article]:
    """Articles of 600 words from the seeds, enough of them to cover the languages that are read and skipped."""
    texts = [path.read_text("utf-8") for path in sorted(Path(ROOT, "seeds").glob("*.txt"))]
    words = " ".join(texts).split(" ")
    cuts = range(0, len(words) - _WORDS, _WORDS)
    return [Article(text=" ".join(words[cut : cut + _WORDS]), published_at=_DAY) for cut in cuts]


class Overhead(NamedTuple):
    """Milliseconds for one article, each a median."""

    library: float
    added: float
    """What the way through the service takes more than the library."""
    around: float
    """What it takes more than the worker's reading."""
    bare: float
    """What the way to a bare socket takes more than the reading behind it."""
    own: float
    """`around` less `bare`, article by article."""


def overhead(rounds: int) -> Overhead:
    """Read every article `rounds` times each way."""
    extractor = build(None, 1_000_000)
    rows: list[Overhead] = []
    with Server(factory=_REAL, workers=1) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        answer, _ = _ask(connection, msgspec.json.encode(_articles()[0]))
        with _bare_socket(extractor, answer.getheaders()) as other:
            for article in _articles() * rounds:
                body = msgspec.json.encode(article)
                alone = _read(extractor, article)
                _, (through, reading) = _ask(connection, body)
                _read(extractor, article)  # the caches are as cold as before
                _, (bare, bare_reading) = _ask(other, body)
                around, least = through - reading, bare - bare_reading
                rows.append(Overhead(alone, through - alone, around, least, around - least))
    return Overhead(*(statistics.median(column) for column in zip(*rows, strict=True)))


def _read(extractor: Extractor, article: Article) -> float:
    """Milliseconds that the library takes."""
    begin = time.perf_counter()
    msgspec.json.encode(extractor.extract(article))
    return (time.perf_counter() - begin) * 1000


def _ask(
    connection: http.client.HTTPConnection, body: bytes
) -> tuple[http.client.HTTPResponse, tuple[float, float]]:
    """An answer, the milliseconds until it was there, and those of them that the reading took."""
    begin = time.perf_counter()
    connection.request("POST", "/v1/extract", body, {"content-type": "application/json"})
    answer = connection.getresponse()
    answer.read()
    through = (time.perf_counter() - begin) * 1000
    assert answer.status == 200
    return answer, (through, float(answer.headers["server-timing"].partition("=")[2]))


@contextmanager
def _bare_socket(
    extractor: Extractor, headers: list[tuple[str, str]]
) -> Iterator[http.client.HTTPConnection]:
    """A connection to a fork of this process that reads one article after the other from it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        child = os.fork()
        if not child:
            with suppress(BaseException):
                _serve_bare(listener.accept()[0], extractor, headers)
            os._exit(0)
        connection = http.client.HTTPConnection("127.0.0.1", listener.getsockname()[1])
        try:
            yield connection
        finally:
            connection.close()
            os.waitpid(child, 0)


def _serve_bare(connection: socket.socket, extractor: Extractor, headers: list[tuple[str, str]]) -> None:
    """Answer with the headers of a real answer, until the other end closes."""
    varying = ("content-length", "server-timing")
    fixed = "".join(f"{name}: {value}\r\n" for name, value in headers if name not in varying)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    received = bytearray()
    while piece := connection.recv(1 << 16):
        received += piece
        head, end, body = bytes(received).partition(b"\r\n\r\n")
        if not end or len(body) < int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]):
            continue
        received.clear()
        begin = time.perf_counter()
        result = msgspec.json.encode(
            extractor.extract(msgspec.json.decode(body, type=WireArticle).to_article())
        )
        varied = f"server-timing: read;dur={(time.perf_counter() - begin) * 1000:.2f}\r\n"
        varied += f"content-length: {len(result)}\r\n\r\n"
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + (fixed + varied).encode() + result)


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
    got = overhead(20)
    print(
        f"library {got.library:.2f} ms for {_WORDS} words; the service adds {got.added:.2f} ms, "
        f"{100 * got.added / got.library:.1f} %"
    )
    print(
        f"around the worker's reading {got.around:.2f} ms; of a bare socket with the same client {got.bare:.2f} ms; "
        f"the service's own {got.own:.2f} ms"
    )
    pairs = [(throughput(1, 8), throughput(2, 8)) for _ in range(5)]
    ratios = [two / one for one, two in pairs]
    print(
        "articles a second with one and two workers:", "; ".join(f"{one:.1f} {two:.1f}" for one, two in pairs)
    )
    print(f"two workers read {statistics.median(ratios):.2f} times as many as one, median of five")
