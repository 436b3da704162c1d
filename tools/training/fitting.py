"""Fits the decision models; every model is a logistic regression over named binary features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.linear_model import LogisticRegression

from extractor.judge.linear import LinearModel

__all__ = ["SMALLEST", "Examples", "fit"]

SMALLEST = 0.03
"""Features whose weights are all smaller are left out: they change nothing, and the files stay small."""
STEP = 0.005
"""Weights are multiples of it: then many rows are equal, and one object in memory."""


@dataclass(slots=True)
class Examples:
    """Feature lists with their labels, and the document that each comes from."""

    features: list[list[str]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)

    def add(self, features: list[str], label: str | bool, document: str) -> None:
        """One more example; a truth value is labelled "yes" or "no"."""
        self.features.append(features)
        self.labels.append(label if isinstance(label, str) else "yes" if label else "no")
        self.documents.append(document)

    def within(self, documents: Iterable[str]) -> Examples:
        """The examples of some documents."""
        wanted = set(documents)
        chosen = [k for k, name in enumerate(self.documents) if name in wanted]
        return Examples(
            [self.features[k] for k in chosen],
            [self.labels[k] for k in chosen],
            [self.documents[k] for k in chosen],
        )


def fit(
    examples: Examples,
    *,
    strength: float,
    least: int = 2,
    rarity: float = 0.0,
    crowding: float = 0.0,
    lighter: Container[str] = (),
    weight: float = 0.5,
    apart: bool = False,
    smallest: float = SMALLEST,
    step: float = STEP,
) -> LinearModel:
    """A model fitted to the examples.

    `strength` is the inverse of the L2 penalty; features seen fewer than `least` times are left out. With
    `rarity` above zero the penalty grows with how often a feature is seen, to twice that power: what a rare
    feature says is believed more readily. With `crowding` above zero an example weighs less the more examples
    its document has, to that power. The examples of the documents in `lighter` count `weight`; with `apart`
    a feature may weigh otherwise in them than in the rest, whose weights are the model's (feature
    augmentation: H. Daumé III, Frustratingly Easy Domain Adaptation, ACL 2007). Features whose weights all
    stay below `smallest` are left out. The solver is deterministic, and the weights are rounded
    to multiples of `step` (itself of thousandths), so that the same examples give the same bytes.
    """
    counts = Counter(name for features in examples.features for name in set(features))
    index = {name: k for k, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}
    matrix = _matrix(examples.features, index)
    seen = np.asarray(matrix.sum(axis=0)).ravel()
    scale = (seen / seen.mean()) ** -rarity
    matrix = matrix @ diags(scale)
    if apart:
        matrix = _doubled(matrix, [name not in lighter for name in examples.documents])
    classes = sorted(set(examples.labels))
    if len(classes) == 1:
        return LinearModel(("no", "yes"), (10.0 if classes[0] == "yes" else -10.0,), {})
    labels = np.array([classes.index(label) for label in examples.labels])
    if len(classes) == 2:
        model = LogisticRegression(C=strength, solver="liblinear", max_iter=400, random_state=0)
    else:
        model = LogisticRegression(C=strength, solver="lbfgs", max_iter=200)
    crowd = Counter(examples.documents)
    heavy = [(weight if name in lighter else 1.0) * crowd[name] ** -crowding for name in examples.documents]
    model.fit(matrix, labels, sample_weight=heavy)
    coefficients = model.coef_[:, : len(index)]
    if apart:
        coefficients = coefficients + model.coef_[:, len(index) :]
    rows = (coefficients * scale).T
    weights = {
        name: tuple(_rounded(x, step) for x in rows[k])
        for name, k in index.items()
        if np.abs(rows[k]).max() >= smallest
    }
    return LinearModel(tuple(classes), tuple(_rounded(x, step) for x in model.intercept_), weights)


def _rounded(number: float, step: float) -> float:
    return round(round(float(number) / step) * step, 3)


def _doubled(matrix: csr_matrix, chosen: Sequence[bool]) -> csr_matrix:
    """The matrix with every feature once more, which only the chosen rows have."""
    return hstack([matrix, diags(np.array(chosen, dtype=float)) @ matrix], format="csr")


def _matrix(features: Sequence[Sequence[str]], index: dict[str, int]) -> csr_matrix:
    indices: list[int] = []
    pointers = [0]
    for row in features:
        indices.extend(sorted({index[name] for name in row if name in index}))
        pointers.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(features), len(index)))
