"""Linear models over named features: logistic regression with its weights as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from math import exp, fsum

import msgspec

from extractor.judge.packing import PackedRows

__all__ = ["LinearModel", "WeightsFile", "logistic"]


class WeightsFile(msgspec.Struct, frozen=True):
    """A file of weights: they are whole numbers, in steps of `step` thousandths; a row of one number is the
    number.
    """

    classes: tuple[str, ...]
    step: int
    bias: tuple[int, ...]
    weights: dict[str, int | tuple[int, ...]]


class LinearModel(msgspec.Struct, frozen=True):
    """Weights of a (multinomial) logistic regression over binary features.

    `classes` are the labels; `bias` and each feature's row hold one number a class. A binary model has the
    classes `["no", "yes"]` and one number. Features that the model does not know count nothing.
    """

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]

    @classmethod
    def load(cls, name: str) -> LinearModel:
        """The packaged model of this name."""
        file = files("extractor") / "data" / "weights" / f"{name}.json"
        held = msgspec.json.decode(file.read_bytes(), type=WeightsFile)
        rows = PackedRows.of_steps(held.step, held.bias, held.weights)
        return cls(held.classes, tuple(rows.sums(())), rows)

    def scores(self, features: Iterable[str]) -> list[float]:
        """The linear scores (log-odds of a binary model)."""
        # The exact sum does not depend on the order, nor on the version of Python.
        if isinstance(self.weights, PackedRows):
            return self.weights.sums(features)
        rows = filter(None, map(self.weights.get, features))
        return [fsum(column) for column in zip(self.bias, *rows, strict=True)]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Probability by class."""
        scores = self.scores(features)
        if len(scores) == 1:
            yes = logistic(scores[0])
            return {self.classes[0]: 1.0 - yes, self.classes[1]: yes}
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        return dict(zip(self.classes, [power / total for power in powers], strict=True))

    def probability(self, features: Iterable[str], odds: float | None = None) -> float:
        """Probability of "yes" of a binary model; `odds` are the log-odds that other features give."""
        score = self.scores(features)[0]
        return logistic(score if odds is None else odds + score - self.bias[0])

    def reasons(
        self, features: Iterable[str], label: str = "yes", *, most: int = 6
    ) -> list[tuple[str, float]]:
        """The features that weigh most for or against a class, heaviest first."""
        k = 0 if len(self.bias) == 1 else self.classes.index(label)
        weighed = [(f, self.weights[f][k]) for f in features if f in self.weights]
        return sorted(weighed, key=lambda item: (-abs(item[1]), item[0]))[:most]


def logistic(score: float) -> float:
    """The probability of log-odds."""
    return 1.0 / (1.0 + exp(-max(-40.0, min(40.0, score))))
