"""How long loading takes, how fast text is read, and how much memory it needs.

Timings depend on the machine: compare runs on one machine only. Written to `bench-out/bench.json` as well.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from pathlib import Path

from extractor import Article, Extractor

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
LONG = 200_000


def peak_megabytes() -> float:
    """Largest resident size of this process until now."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def seconds(extractor: Extractor, texts: list[str]) -> float:
    """Time for reading the texts one after the other."""
    started = time.perf_counter()
    for text in texts:
        extractor.extract(Article(text=text))
    return time.perf_counter() - started


def main() -> int:
    """Measure and print."""
    started = time.perf_counter()
    extractor = Extractor()
    extractor.extract(Article(text="Jets struck Raqqa on Tuesday."))
    figures = {"load_seconds": time.perf_counter() - started, "loaded_megabytes": peak_megabytes()}
    texts = [p.read_bytes().decode() for p in sorted((ROOT / "seeds").glob("*.txt"))]
    characters = sum(map(len, texts))
    times = [seconds(extractor, texts) for _ in range(ROUNDS)]
    figures["characters_per_second"] = characters / statistics.median(times)
    figures["milliseconds_per_article"] = 1000 * statistics.median(times) / len(texts)
    long = "\n\n".join(texts * (LONG // characters + 1))[:LONG]
    figures["long_text_seconds"] = seconds(extractor, [long])
    figures["peak_megabytes"] = peak_megabytes()
    print(f"{len(texts)} articles, {characters:,} characters, median of {ROUNDS} rounds; {LONG:,} characters")
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):28s}{value:12,.2f}")
    out = ROOT / "bench-out"
    out.mkdir(exist_ok=True)
    (out / "bench.json").write_text(json.dumps(figures, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
