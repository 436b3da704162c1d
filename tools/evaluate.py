"""Measure the extractor against gold annotations: figures, the worst error classes, a report to read.

usage: evaluate.py [--gold DIR] [--source NAME ...] [--errors N] [--update-baseline]
       evaluate.py --predictions FILE [--readme]

DIR (default `../shared/gold`, or GOLD in the environment) holds folders of NAME.json and NAME.gold.json.
The scorer is `DIR/../eval/score.py`, or the file that SCORER names. Written to `eval-out/`:
predictions.jsonl, figures.json, report.html. The figures are held against `tests/eval/baseline.json`,
for the sources whose gold is the one that the baseline was made with.

The weights in the package were fitted to that gold: the figures of the first form guard against loss, and say
too much of how good the extractor is on other texts. `make crossval` writes results of models that never saw
the document that they read; the second form scores such a file, and puts its figures into the README, and its
error classes and the reliability plot into `docs/limits.md`.

Exit codes: 0 all well or no gold, 1 a pinned figure has fallen by more than 0.005, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from evaluation.aside import is_aside, parts
from evaluation.classes import update_classes
from evaluation.errors import Comparison, compare, error_classes
from evaluation.readme import update_readme
from evaluation.reliability import write_reliability
from evaluation.report import write_report
from extractor import Article, Extractor

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ROOT / "tests" / "eval" / "baseline.json"
OUT = ROOT / "eval-out"
TOLERANCE = 0.005
PAIRED = ("mention", "event", "actor", "place", "date", "record")
SHARES = ("status", "subtype", "country")

Figures = dict[str, Any]


class Source(msgspec.Struct, frozen=True):
    """One folder of gold documents."""

    name: str
    folder: Path
    documents: dict[str, dict[str, Any]]
    digest: str


def load_source(folder: Path) -> Source:
    """The documents of a folder, and a digest of everything in it."""
    documents = {}
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.gold.json")):
        document_path = path.with_name(path.name.replace(".gold.json", ".json"))
        raw = document_path.read_bytes()
        digest.update(raw + path.read_bytes())
        document = json.loads(raw)
        documents[document["id"]] = document | {"gold_path": path}
    return Source(folder.name, folder, documents, digest.hexdigest()[:16])


def find_sources(gold: Path, wanted: Sequence[str]) -> list[Source]:
    """The folders below `gold` (or `gold` itself) that hold annotations."""
    if not gold.is_dir():
        return []
    folders = [gold, *sorted(p for p in gold.iterdir() if p.is_dir())]
    return [
        load_source(f) for f in folders if any(f.glob("*.gold.json")) and (not wanted or f.name in wanted)
    ]


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def articles(sources: Iterable[Source]) -> Iterable[Article]:
    """The documents as a caller would send them, with their publication date."""
    for source in sources:
        for name, document in source.documents.items():
            published = document.get("published")
            yield Article(
                id=name,
                text=document["text"],
                title=document.get("title") or None,
                published_at=date.fromisoformat(published) if published else None,
            )


def predict(sources: Sequence[Source]) -> dict[str, dict[str, Any]]:
    """Run the extractor over all documents; keep what it says in eval-out/predictions.jsonl."""
    OUT.mkdir(exist_ok=True)
    total = sum(len(s.documents) for s in sources)
    results: dict[str, dict[str, Any]] = {}
    started = time.perf_counter()
    with (OUT / "predictions.jsonl").open("wb") as file:
        for record in Extractor().pipe(articles(sources)):
            line = msgspec.json.encode(record)
            file.write(line + b"\n")
            result = json.loads(line)
            results[result["id"]] = result
            if sys.stderr.isatty():
                print(f"\r{len(results)} of {total}", end="", file=sys.stderr)
    seconds = time.perf_counter() - started
    characters = sum(len(d["text"]) for s in sources for d in s.documents.values())
    failed = sum("error" in r for r in results.values())
    print(f"{len(results)} documents, {failed} failed, {characters:,} characters in {seconds:.1f} s")
    return results


def recorded(path: Path) -> dict[str, dict[str, Any]]:
    """The results of a file of JSON Lines."""
    with path.open("rb") as file:
        results = [json.loads(line) for line in file if line.strip()]
    return {r["id"]: r for r in results}


def measure(
    scorer: ModuleType, documents: dict[str, dict[str, Any]], results: dict[str, dict[str, Any]]
) -> tuple[Figures, list[Comparison]]:
    """The scorer's figures, and each document's gold beside its prediction."""
    gold = {n: scorer.load_gold(d["gold_path"], d, {"en"}) for n, d in documents.items()}
    predicted = {n: scorer.load_predicted(results.get(n, {}), d) for n, d in documents.items()}
    figures = scorer.score(documents, gold, predicted)
    comparisons = [
        compare(scorer, documents[n], gold[n], predicted[n], results.get(n, {})) for n in documents
    ]
    return figures, comparisons


def print_figures(figures: dict[str, Figures]) -> None:
    """A table: one row a source, one column a figure."""
    columns = [*PAIRED, "date_near", *SHARES, "brier"]
    width = max(len(n) for n in figures) + 2
    print("\nF1, and shares of what was matched")
    print(f"{'':{width}s}{'docs':>6s}" + "".join(f"{c:>10s}" for c in columns))
    for name, row in figures.items():
        cells = [row[c]["f1"] if isinstance(row[c], dict) else row[c] for c in columns]
        values = "".join(f"{'-' if v is None else format(v, '.3f'):>10s}" for v in cells)
        print(f"{name:{width}s}{row['documents']:>6d}{values}")
    print("\nprecision / recall / F1 (gold, predicted)")
    for name, row in figures.items():
        parts = [(k, row[k]) for k in PAIRED] + list(row["by_type"].items())
        print(f"{name}:")
        for key, c in parts:
            counts = f"({c['gold']}, {c['predicted']})"
            print(f"  {key:10s} {c['precision']:.3f} / {c['recall']:.3f} / {c['f1']:.3f}  {counts}")


def print_errors(comparisons: Sequence[Comparison], examples: int, classes: int = 25) -> None:
    """The most frequent error classes, each with its count and examples."""
    ranked = error_classes(comparisons)
    kinds: dict[str, int] = {}
    for errors in ranked.values():
        for error in errors:
            kinds[error.kind] = kinds.get(error.kind, 0) + 1
    print("\nerrors: " + ", ".join(f"{k} {n}" for k, n in sorted(kinds.items(), key=lambda x: -x[1])))
    for (kind, detail), errors in list(ranked.items())[:classes]:
        print(f"{len(errors):5d}  {kind}: {detail}")
        for error in [error for error in errors if not is_aside(error.document)][:examples]:
            print(f"         {error.document}: {error.text}")


def pinned(figures: Figures) -> dict[str, float]:
    """The figures that may not fall."""
    values = {k: figures[k]["f1"] for k in PAIRED if figures[k]["gold"]}
    return values | {k: figures[k] for k in SHARES if figures[k] is not None}


def falls(figures: dict[str, Figures], digests: dict[str, str]) -> list[str]:
    """What has fallen below the baseline, in words. A source with other gold is not compared."""
    if not BASELINE.exists():
        print(f"\nno baseline at {BASELINE.relative_to(ROOT)}: --update-baseline writes one")
        return []
    fallen = []
    for name, entry in json.loads(BASELINE.read_text()).items():
        if digests.get(name) != entry["gold"]:
            print(f"\nbaseline of {name}: not compared, its gold is absent or another")
            continue
        now = pinned(figures[name])
        fallen += [
            f"{name}: {key} fell from {value:.3f} to {now.get(key, 0.0):.3f}"
            for key, value in entry["figures"].items()
            if now.get(key, 0.0) < value - TOLERANCE - 1e-9
        ]
    return fallen


def update_baseline(entries: Figures) -> None:
    """Pin these figures; those of other sources stay."""
    old = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    BASELINE.write_text(json.dumps(old | entries, indent=1) + "\n")
    print(f"pinned in {BASELINE.relative_to(ROOT)}")


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    shared = Path(os.environ.get("GOLD") or ROOT.parent / "shared" / "gold")
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=shared, help="folder of gold folders")
    parser.add_argument("--source", action="append", default=[], help="only this folder (may be repeated)")
    parser.add_argument("--errors", type=int, default=2, metavar="N", help="examples of each error class")
    parser.add_argument("--classes", type=int, default=25, metavar="N", help="error classes that are printed")
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="score these results; run nothing")
    parser.add_argument("--readme", action="store_true", help="put the figures into the README and the docs")
    parser.add_argument("--update-baseline", action="store_true", help="pin the figures of this run")
    return parser.parse_args(argv)


def evaluate(sources: Sequence[Source], scorer: ModuleType, args: argparse.Namespace) -> int:
    """Predict, score, print, write the report, and hold the figures against the baseline."""
    results = recorded(args.predictions) if args.predictions else predict(sources)
    figures: dict[str, Figures] = {}
    everything: list[Comparison] = []
    for source in sources:
        figures[source.name], comparisons = measure(scorer, source.documents, results)
        everything += comparisons
    digests = {s.name: s.digest for s in sources}
    if {"articles", "items"} <= set(digests):
        both = {n: d for s in sources if s.name in ("articles", "items") for n, d in s.documents.items()}
        figures["articles+items"], _ = measure(scorer, both, results)
        digests["articles+items"] = digests["articles"] + digests["items"]
    shown_and_aside = parts(source.documents for source in sources if source.name in ("articles", "items"))
    apart = {n: measure(scorer, d, results)[0] for n, d in shown_and_aside.items() if d}
    print_figures(figures | apart)
    print_errors(everything, args.errors, args.classes)
    (OUT / "figures.json").write_text(json.dumps(figures | apart, indent=1))
    shown = [comparison for comparison in everything if not is_aside(comparison.document)]
    write_report(OUT / "report.html", shown, {n: pinned(f) for n, f in figures.items()})
    print(f"\nreport: {(OUT / 'report.html').relative_to(ROOT)}")
    if args.readme:
        update_readme(ROOT / "README.md", {n: pinned(f) for n, f in (figures | apart).items()})
        update_classes(ROOT / "docs" / "limits.md", everything)
        write_reliability(ROOT / "docs" / "images" / "reliability.svg", everything)
    if args.predictions:
        return 0
    if args.update_baseline:
        update_baseline({n: {"gold": digests[n], "figures": pinned(f)} for n, f in figures.items()})
        return 0
    fallen = falls(figures, digests)
    for line in fallen:
        print(f"FALLEN  {line}")
    return 1 if fallen else 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the evaluation; the exit code is the answer."""
    args = parse_arguments(argv)
    sources = find_sources(args.gold, args.source)
    scorer_path = Path(os.environ.get("SCORER") or args.gold.resolve().parent / "eval" / "score.py")
    if not sources:
        print(f"no gold annotations in {args.gold}: nothing to score")
        return 0
    if not scorer_path.exists():
        print(f"no scorer at {scorer_path}: nothing to score with")
        return 0
    return evaluate(sources, load_scorer(scorer_path), args)


if __name__ == "__main__":
    sys.exit(main())
