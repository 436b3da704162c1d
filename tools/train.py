"""Train the decision models on annotated documents.

    python tools/train.py ../shared/gold/articles ../shared/gold/items ../shared/gold/seeds
    python tools/train.py ... --write

Cross-validates by document: each document is read with models that never saw it, and the results are
written for the scorer. With --write, fits on everything after that and writes the weights into the package.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from extractor.deciding import MODEL_NAMES
from extractor.judge.linear import LinearModel
from extractor.judge.packing import in_steps
from training.gold import Document, documents
from training.loop import Corpus, cross_validate, train
from training.own import load

WEIGHTS = Path(__file__).parent.parent / "packages/extractor/src/extractor/data/weights"


OWN = Path(__file__).parent / "training" / "corpus"


def fold_of(name: str, folds: int) -> int:
    """The part of the cross-validation that a document belongs to, by its name alone."""
    return zlib.crc32(name.encode()) % folds


def own_documents() -> list[Document]:
    """The annotated documents of our own."""
    return [document for path in sorted(OWN.glob("*.txt")) for document in load(path)[0]]


def encode(model: LinearModel) -> bytes:
    """The weights as JSON, a feature a line, so that changes can be read; `WeightsFile` tells the form."""
    step, bias, weights = in_steps(model.bias, model.weights)

    def written(value: object) -> str:
        return msgspec.json.encode(value).decode()

    lines = ",\n".join(f"{written(name)}:{written(row)}" for name, row in sorted(weights.items()))
    head = f'{{"classes":{written(model.classes)},"step":{step},"bias":{written(bias)},"weights":{{\n'
    return (head + lines + "\n}}\n").encode()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=5, help="number of parts for the cross-validation")
    parser.add_argument("--write", action="store_true", help="fit on everything and write the weights")
    parser.add_argument(
        "--without-own", action="store_true", help="leave the documents of our own out of the training"
    )
    parser.add_argument("--cache", type=Path, help="file that keeps the parsed documents between runs")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("eval-out/cross-validated.jsonl"),
        help="file for the cross-validated results",
    )
    options = parser.parse_args(arguments)
    own = [] if options.without_own else own_documents()
    corpus = Corpus.load(list(documents(options.gold)), own, options.cache)
    events = cross_validate(corpus, options.folds, fold_of, options.out)
    if options.write:
        models = train(corpus, events, fold_of)
        WEIGHTS.mkdir(parents=True, exist_ok=True)
        for name in MODEL_NAMES:
            (WEIGHTS / f"{name}.json").write_bytes(encode(getattr(models, name)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
