"""Which kinds of features a model could do without.

    python tools/ablate.py actor ../shared/gold/articles ../shared/gold/items ../shared/gold/seeds
    python tools/ablate.py actor ... --without len,det

Cross-validates one model by document, on annotated arguments alone and not through the whole pipeline, with
every kind of feature ("len" of "len=strike:3:subject") left out in turn: how many of the kind an example
has, and by how much the model explains documents that it never saw worse (held-out log loss, in nats).
What is left out without a loss costs time and memory for nothing. `--without` leaves kinds out from the
start, and `--only` tries no others.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from train import fold_of, own_documents
from training.fitting import Examples
from training.gold import documents
from training.loop import Corpus, fitted, gather

__all__ = ["main"]

LEAST = 1e-3
"""No answer counts as less probable."""


def kind_of(feature: str) -> str:
    """The kind of a feature: what stands before its first "="."""
    return feature.partition("=")[0]


def without(examples: Examples, kinds: Collection[str]) -> Examples:
    """The examples without the features of some kinds."""
    kept = [[f for f in features if kind_of(f) not in kinds] for features in examples.features]
    return Examples(kept, examples.labels, examples.documents)


def held_out_loss(corpus: Corpus, model: str, examples: Examples, folds: int) -> float:
    """The log loss, in nats, over the annotated documents, each read by a model that never saw it."""
    loss = 0.0
    for fold in range(folds):
        held = set(corpus.held(fold, folds, fold_of))
        found = fitted(corpus, model, examples.within(set(examples.documents) - held))
        test = examples.within(held)
        for features, label in zip(test.features, test.labels, strict=True):
            loss -= math.log(max(LEAST, found.probabilities(features).get(label, 0.0)))
    return loss


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", choices=("trigger", "subtype", "status", "actor", "place", "date"))
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--without", default="", help="kinds to leave out from the start, with commas")
    parser.add_argument("--only", default="", help="kinds to try, with commas; all where absent")
    parser.add_argument("--folds", type=int, default=5, help="number of parts for the cross-validation")
    parser.add_argument("--cache", type=Path, help="file that keeps the parsed documents between runs")
    options = parser.parse_args(arguments)
    corpus = Corpus.load(list(documents(options.gold)), own_documents(), options.cache)
    gathered = gather(corpus, list(corpus.documents))[options.model]
    examples = without(gathered, options.without.split(","))
    counts = Counter(kind_of(f) for features in examples.features for f in features)
    whole = held_out_loss(corpus, options.model, examples, options.folds)
    print(f"{len(examples.labels)} examples, {len(counts)} kinds of features, held-out loss {whole:.1f}")
    for kind in [k for k in options.only.split(",") if k] or sorted(counts):
        loss = held_out_loss(corpus, options.model, without(examples, {kind}), options.folds)
        each = counts[kind] / len(examples.labels)
        print(f"{kind:12s} {each:5.1f} an example  {loss - whole:+7.1f}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
