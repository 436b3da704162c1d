"""Speed and memory beside the plain pipeline's, in one run: `make bench`.

    python tools/bench.py [--texts PATH ...] [--rounds N] [--docs FILE]

A folder holds annotated documents or plain texts, a file documents of our own. Every text is read once and
none is repeated, so that caches are as cold as in a stream of news. The unit is the language pipeline alone
over the same texts, in turns with ours. Ratios can be compared between
machines, times can't. Written to `bench-out/bench.json` and, as a table, to `docs/performance.md` (`--docs`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import json
import multiprocessing
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from extractor import Article, Extractor
from extractor.config import DEFAULT_PIPELINE
from memory import rollup
from training.gold import article_of
from training.own import load

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
ORDINARY = ROOT / "tests" / "ordinary" / "news.txt"
SAMPLED = 8
"""Records after which the workers' memory is looked at."""
LENGTHS = (100, 1_000, 5_000, 20_000)
START, END = "<!-- figures -->", "<!-- end of figures -->"

PLAIN = f"import spacy; nlp = spacy.load({DEFAULT_PIPELINE!r}); nlp('Jets struck Raqqa on Tuesday.')"
OURS = "import extractor as x; x.Extractor().extract(x.Article(text='Jets struck Raqqa on Tuesday.', language='en'))"
STAGES = {
    "text, sentences, screen": [("extractor.reading", "Reader.prepare")],
    "tokenizer": [("extractor.frames.cutting", "Cutter.__call__")],
    "tagger and parser": [("extractor.frames.parser", "Parser._annotate")],
    "trees": [("extractor.frames.reader", "TreeReader.__call__")],
    "phrases, candidates, light reading": [
        ("extractor.reading", "Reader._analysis"),
        ("extractor.reading", "Reader.complete"),
    ],
    "triggers": [("extractor.deciding", "Decider.contenders"), ("extractor.deciding", "Decider.accepted")],
    "who is who": [("extractor.actors.resolving", "Resolver.resolve")],
    "subtypes, status": [("extractor.deciding", "Decider.mention")],
    "roles of actors": [("extractor.arguments.actors", "ActorSelector.select")],
    "places": [
        ("extractor.arguing", "place_candidates"),
        ("extractor.arguments.places", "PlaceSelector.select"),
    ],
    "dates": [("extractor.arguing", "find_dates"), ("extractor.arguments.times", "DateSelector.select")],
    "merging": [("extractor.merging", "Merger.merge")],
    "results": [("extractor.pipeline", "Extractor.result")],
}
UNPARSED = ("ner", "attribute_ruler", "lemmatizer")


def articles(folder: Path) -> list[Article]:
    """The documents of a folder, annotated ones as JSON or plain text, or those of a file of our own."""
    if folder.is_file():
        return [article_of(document) for document in load(folder)[0]]
    found = []
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_bytes())
        if "text" in document:
            day = dt.date.fromisoformat(document["published"]) if document.get("published") else None
            found.append(Article(text=document["text"], id=document["id"], published_at=day))
    return found or [Article(text=p.read_text("utf-8"), id=p.stem) for p in sorted(folder.glob("*.txt"))]


def words(texts: Sequence[Article]) -> int:
    """Words between white space."""
    return sum(len(article.text.split()) for article in texts)


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """How long it takes."""
    started = clock()
    work()
    return clock() - started


class Bench:
    """The extractor and the plain pipeline, loaded and warm."""

    def __init__(self) -> None:
        import spacy

        self.extractor = Extractor()
        self.nlp = spacy.load(DEFAULT_PIPELINE)
        self.extractor.reading()
        self.plain(articles(ROOT / "seeds")[:1])

    def ours(self, texts: Sequence[Article]) -> None:
        """Read the texts with the extractor."""
        for _ in self.extractor.pipe(texts):
            pass

    def plain(self, texts: Sequence[Article]) -> None:
        """Read the texts with the pipeline alone."""
        with self.nlp.memory_zone():
            for _ in self.nlp.pipe(article.text for article in texts):
                pass

    def parsed(self, groups: Sequence[Sequence[str]]) -> None:
        """Read sentences with the pipeline's tokenizer, tagger and parser, group by group."""
        with self.nlp.select_pipes(disable=UNPARSED), self.nlp.memory_zone():
            for sentences in groups:
                for _ in self.nlp.pipe(sentences):
                    pass

    def screened(self, texts: Sequence[Article]) -> list[list[str]]:
        """The sentences that the extractor parses, in the groups in which it does."""
        from extractor.frames.parser import Parser

        groups: list[list[str]] = []
        parse = Parser.parse

        def noted(parser: Parser, sentences: Iterable[tuple[int, str]]) -> Any:
            wanted = [*sentences]
            groups.append([text for _, text in wanted])
            return parse(parser, wanted)

        Parser.parse = noted  # type: ignore[method-assign, assignment]
        try:
            self.ours(texts)
        finally:
            Parser.parse = parse  # type: ignore[method-assign]
        return groups

    def speed(self, texts: Sequence[Article]) -> dict[str, float]:
        """Words a second of both, in turns: ours, plain, plain, ours, each over half of the texts.

        `over_parse` is our time over that of the pipeline's own tokenizer, tagger and parser for the
        sentences that pass the screen.
        """
        halves = texts[::2], texts[1::2]
        ours = seconds(lambda: self.ours(halves[0]))
        plain = seconds(lambda: self.plain(halves[0])) + seconds(lambda: self.plain(halves[1]))
        ours += seconds(lambda: self.ours(halves[1]))
        groups = self.screened(texts)
        parse = self.parse_seconds(groups)
        count = words(texts)
        return {
            "seconds": ours,
            "parse_seconds": parse,
            "over_parse": ours / parse,
            "parsed_words": sum(len(text.split()) for sentences in groups for text in sentences),
            "articles": len(texts),
            "words": count,
            "words_a_second": count / ours,
            "articles_a_second": len(texts) / ours,
            "plain_words_a_second": count / plain,
            "ratio": plain / ours,
        }

    def lengths(self, texts: Sequence[Article]) -> dict[str, float]:
        """Milliseconds for a thousand words, by length of the article."""
        everything = " ".join(a.text for a in texts).split(" ")
        found = {}
        for length in LENGTHS:
            if len(everything) >= length:
                article = Article(text=" ".join(everything[-length:]), language="en")
                found[str(length)] = 1e6 * seconds(partial(self.ours, [article])) / length
        return found

    def stages(self, texts: Sequence[Article]) -> dict[str, tuple[float, float]]:
        """Time by stage, as shares of all our time and of the parse's; the clock costs a few per cent."""
        spent = dict.fromkeys(STAGES, 0.0)
        undo = [
            _timed(module, name, label, spent) for label, places in STAGES.items() for module, name in places
        ]
        total = seconds(lambda: self.ours(texts))
        for restore in undo:
            restore()
        parse = self.parse_seconds(self.screened(texts))
        return {label: (value / total, value / parse) for label, value in spent.items()}

    def parse_seconds(self, groups: Sequence[Sequence[str]]) -> float:
        """How long the pipeline's tokenizer, tagger and parser take."""
        return statistics.median(seconds(lambda: self.parsed(groups)) for _ in range(3))

    def parallel(self, texts: Sequence[Article], rounds: int) -> dict[str, float]:
        """Wall time of one process against two, and what a further worker has of its own, in megabytes.

        The latter in a process that has done nothing else, as `extractor batch` is.
        """
        one, two = [], []
        for _ in range(rounds):
            one.append(seconds(lambda: self.ours(texts), time.perf_counter))
            started = time.perf_counter()
            for _record in self.extractor.pipe(texts, workers=2):
                pass
            two.append(time.perf_counter() - started)
        busy, rest = afresh(worker_memory, texts)
        return {
            "speedup": statistics.median(one) / statistics.median(two),
            "worker_private_megabytes": rest,
            "busy_worker_private_megabytes": busy,
        }


def afresh(work: Callable[[Sequence[Article]], Any], texts: Sequence[Article]) -> Any:
    """What a piece of work gives in a process that has done nothing before."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as fresh:
        return fresh.submit(work, texts).result()


def cold_stages(texts: Sequence[Article]) -> dict[str, tuple[float, float]]:
    """As `Bench.stages`, of a process that has read the seeds and nothing else: tables are loaded by then."""
    bench = Bench()
    bench.ours(articles(ROOT / "seeds"))
    return bench.stages(texts)


def worker_memory(texts: Sequence[Article]) -> tuple[float, float]:
    """The most that one of two workers has of its own while they read, and at rest afterwards, in megabytes."""
    busy = rest = 0.0
    for number, _record in enumerate(Extractor().pipe(texts, workers=2), 1):
        if number % SAMPLED == 0:
            busy = max(busy, _private())
        if number == len(texts):
            time.sleep(1)
            rest = _private()
    return busy, rest


def _private() -> float:
    return max((rollup(p.pid)[1] for p in multiprocessing.active_children()), default=0.0)


def _timed(module: str, name: str, label: str, spent: dict[str, float]) -> Callable[[], None]:
    owner: Any = sys.modules[module]
    *path, last = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    work = getattr(owner, last)

    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return work(*args, **kwargs)
        finally:
            spent[label] += time.process_time() - started

    setattr(owner, last, timed)
    return lambda: setattr(owner, last, work)


def resident() -> float:
    """Memory of this process in megabytes; 0 where the system does not tell."""
    file = Path("/proc/self/status")
    if not file.exists():
        return 0.0
    return (
        next(int(line.split()[1]) for line in file.read_text().splitlines() if line.startswith("VmRSS"))
        / 1024
    )


def cold_start(rounds: int) -> dict[str, float]:
    """Seconds from nothing to the first result, imports included, in fresh processes and in turns.

    Modules are compiled before, as those of an installed package are, whatever the environment says.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = partial(subprocess.run, check=True, capture_output=True, env=environment)
    runs: dict[str, list[float]] = {PLAIN: [], OURS: []}
    for code in (PLAIN, OURS):
        run([sys.executable, "-c", code])
    for _ in range(rounds):
        for code, times in runs.items():
            times.append(seconds(partial(run, [sys.executable, "-c", code]), time.perf_counter))
    plain, ours = (statistics.median(times) for times in runs.values())
    return {"seconds": ours, "plain_seconds": plain, "ratio": ours / plain}


def instructions() -> dict[str, float] | None:
    """Instructions of reading one seed document against those of the plain pipeline, where `perf` counts
    them.
    """
    text = ROOT / "seeds"
    read = f"from pathlib import Path; t = [p.read_text('utf-8') for p in sorted(Path({str(text)!r}).glob('*.txt'))];"
    plain, ours = (
        f"{PLAIN}; {read} [nlp(x) for x in t]",
        (
            f"import extractor as x; e = x.Extractor(); e.extract(x.Article(text='Jets struck.')); {read}"
            "[e.extract(x.Article(text=y)) for y in t]"
        ),
    )
    counts = [_count(code) for code in (PLAIN, plain, OURS, ours)]
    if None in counts:
        return None
    empty, full, our_empty, our_full = (float(count or 0) for count in counts)
    return {
        "ours": our_full - our_empty,
        "plain": full - empty,
        "ratio": (full - empty) / (our_full - our_empty),
    }


def _count(code: str) -> int | None:
    if shutil.which("perf") is None:
        return None
    command = ["perf", "stat", "-x", ",", "-e", "instructions:u", sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True)
    line = next((line for line in done.stderr.splitlines() if "instructions" in line), "")
    first = line.split(",")[0]
    return int(first) if done.returncode == 0 and first.isdigit() else None


def command_line(texts: Sequence[Article]) -> dict[str, float]:
    """`extractor batch` from file to file, start included."""
    import msgspec

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        source.write_bytes(b"".join(msgspec.json.encode(article) + b"\n" for article in texts))
        command = [sys.executable, "-m", "extractor.cli", "batch", str(source), "-o", str(target)]
        if not (ROOT / "packages/extractor/src/extractor/cli/__main__.py").exists():
            command[1:3] = ["-c", "from extractor.cli import main; main()"]
        took = seconds(lambda: subprocess.run(command, check=True, capture_output=True), time.perf_counter)
    return {"articles_a_second": len(texts) / took, "words_a_second": words(texts) / took}


def service(texts: Sequence[Article]) -> dict[str, float] | None:
    """Milliseconds of a request at half of the service's full load; None where the service is not installed."""
    try:
        import msgspec
        from litestar.testing import TestClient

        from extractor_api.app import create_app
    except ImportError:
        return None
    headers = {"content-type": "application/json"}
    bodies = [msgspec.json.encode(article) for article in texts]
    times: list[float] = []
    with TestClient(create_app()) as client:
        for _ in range(120):
            if client.post("/v1/extract", content=bodies[0], headers=headers).status_code != 503:
                break
            time.sleep(1)
        for number, body in enumerate(bodies):
            started = time.perf_counter()
            answer = client.post("/v1/extract", content=body, headers=headers)
            took = time.perf_counter() - started
            if answer.status_code != 200:
                return None
            if number >= 5:
                times.append(1000 * took)
            time.sleep(took)  # as long idle as busy: half load
    marks = statistics.quantiles(times, n=100)
    return {"p50": marks[49], "p95": marks[94], "p99": marks[98]}


def measure(paths: Sequence[Path], rounds: int) -> dict[str, Any]:
    """All figures."""
    bench = Bench()
    texts = {path.name if path.is_dir() else path.parent.name: articles(path) for path in paths}
    figures: dict[str, Any] = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": f"{_processor()}, {os.cpu_count()} cores",
        "versions": {
            "python": platform.python_version(),
            **{name: importlib.metadata.version(name) for name in ("spacy", "thinc", "numpy")},
            "pipeline": bench.extractor.engine.pipeline,
            "extractor": bench.extractor.engine.version,
        },
        "memory_megabytes": resident(),
        "speed": {name: bench.speed(found) for name, found in texts.items()},
    }
    first = next(iter(texts.values()))
    news = [article for name, found in texts.items() if name != ORDINARY.parent.name for article in found]
    figures |= {
        "milliseconds_by_words": bench.lengths(first),
        "stages": afresh(cold_stages, first),
        "workers": bench.parallel(news or first, rounds),
        "cold_start": cold_start(rounds),
        "command_line": command_line(first),
        "service_milliseconds": service(first),
        "instructions": instructions(),
    }
    return figures


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    names = [line for line in file.read_text().splitlines() if "model name" in line] if file.exists() else []
    return names[0].split(":")[1].strip() if names else platform.processor() or platform.machine()


def table(figures: dict[str, Any]) -> str:
    """The figures as Markdown."""
    versions = ", ".join(f"{name} {version}" for name, version in figures["versions"].items())
    rows = [
        f"Measured on {figures['date']}; {figures['machine']}; {versions}.",
        "",
        "| what | figure |",
        "|---|---|",
    ]
    for name, speed in figures["speed"].items():
        rows += [
            f"| `{name}`: {speed['articles']:.0f} articles, {speed['words']:,.0f} words | {speed['words_a_second']:,.0f}"
            f" words a second, {speed['articles_a_second']:.1f} articles a second |",
            f"| `{name}`: the plain pipeline | {speed['plain_words_a_second']:,.0f} words a second |",
            f"| `{name}`: ratio | **{speed['ratio']:.2f}** |",
            f"| `{name}`: words that pass the screen | {speed['parsed_words'] / speed['words']:.0%} |",
            f"| `{name}`: all our work over the pipeline's own tagger and parser for these alone"
            f" | {speed['over_parse']:.2f} times |",
        ]
    ours, parse = (sum(s[key] for s in figures["speed"].values()) for key in ("seconds", "parse_seconds"))
    rows.append(
        f"| all our work over the pipeline's own tagger and parser, all texts | **{ours / parse:.2f}** times |"
    )
    start, workers, line = figures["cold_start"], figures["workers"], figures["command_line"]
    rows += [
        f"| command line, start included | {line['words_a_second']:,.0f} words a second |",
        f"| cold start to the first result | {start['seconds']:.2f} s, {start['ratio']:.2f} times the plain pipeline's |",
        f"| memory of a process | {figures['memory_megabytes']:.0f} MB, the plain pipeline for comparison included |",
        f"| private memory of a further worker at rest | {workers['worker_private_megabytes']:.0f} MB |",
        f"| the most that it has while it reads | {workers['busy_worker_private_megabytes']:.0f} MB |",
        f"| two workers against one | {workers['speedup']:.2f} times |",
    ]
    if figures["instructions"]:
        rows.append(
            f"| instructions, the plain pipeline's over ours | {figures['instructions']['ratio']:.2f} |"
        )
    if figures["service_milliseconds"]:
        marks = figures["service_milliseconds"]
        rows.append(
            f"| service at half load | p50 {marks['p50']:.0f} ms, p95 {marks['p95']:.0f} ms, p99 {marks['p99']:.0f} ms |"
        )
    rows += ["", "| words of an article | ms for 1,000 words |", "|---|---|"]
    rows += [f"| {int(length):,} | {took:.0f} |" for length, took in figures["milliseconds_by_words"].items()]
    rows += ["", "| stage | share of our time | of the pipeline's own parse |", "|---|---|---|"]
    rows += [
        f"| {name} | {share:.1%} | {of_parse:.1%} |" for name, (share, of_parse) in figures["stages"].items()
    ]
    return "\n".join(rows)


def main() -> int:
    """Measure, print, and write the report."""
    parser = argparse.ArgumentParser(description="Speed and memory beside the plain pipeline's.")
    parser.add_argument(
        "--texts", type=Path, nargs="+", help="folders or files with texts, the first for the details"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds of what is a median")
    parser.add_argument(
        "--docs", type=Path, default=ROOT / "docs" / "performance.md", help="page with the table"
    )
    options = parser.parse_args()
    annotated = [path for path in (GOLD / "articles", GOLD / "items") if path.is_dir()]
    figures = measure(options.texts or [*(annotated or [ROOT / "seeds"]), ORDINARY], options.rounds)
    out = ROOT / "bench-out"
    out.mkdir(exist_ok=True)
    (out / "bench.json").write_text(json.dumps(figures, indent=1) + "\n")
    report = table(figures)
    print(report)
    if options.docs.exists():
        page = options.docs.read_text("utf-8")
        if START in page and END in page:
            before, after = page.split(START)[0], page.split(END)[1]
            options.docs.write_text(f"{before}{START}\n\n{report}\n\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
