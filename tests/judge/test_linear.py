"""Linear models over named features."""

from __future__ import annotations

import math
from itertools import permutations

import pytest

from extractor.deciding import MODEL_NAMES
from extractor.judge.linear import LinearModel
from extractor.ontology import ontology

BINARY = LinearModel(("no", "yes"), (-1.0,), {"weapon": (2.0,), "sport": (-3.0,), "hint": (0.5,)})
MANY = LinearModel(
    ("planned", "occurred", "denied"), (0.0, 1.0, -1.0), {"will": (3.0, -1.0, 0.0), "not": (0.0, -1.0, 4.0)}
)


@pytest.mark.parametrize(
    ("features", "score"),
    [
        ([], -1.0),
        (["weapon"], 1.0),
        (["weapon", "sport"], -2.0),
        (["unheard of"], -1.0),
        (["weapon", "weapon"], 3.0),
    ],
)
def test_the_score_is_the_sum_of_bias_and_weights(features: list[str], score: float) -> None:
    assert BINARY.scores(features) == pytest.approx([score])
    assert BINARY.probability(features) == pytest.approx(1 / (1 + math.exp(-score)))


def test_probabilities_of_two_classes_add_up() -> None:
    found = BINARY.probabilities(["weapon"])
    assert set(found) == {"no", "yes"}
    assert sum(found.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("features", "best"),
    [([], "occurred"), (["will"], "planned"), (["not"], "denied"), (["will", "unheard of"], "planned")],
)
def test_the_class_with_the_highest_score_is_the_most_probable(features: list[str], best: str) -> None:
    found = MANY.probabilities(features)
    assert max(found, key=lambda label: found[label]) == best
    assert sum(found.values()) == pytest.approx(1.0)
    assert all(0.0 < value < 1.0 for value in found.values())


def test_scores_of_any_size_give_probabilities() -> None:
    huge = LinearModel(("no", "yes"), (0.0,), {"much": (1e6,), "little": (-1e6,)})
    assert huge.probability(["much"]) == pytest.approx(1.0)
    assert huge.probability(["little"]) == pytest.approx(0.0)
    wide = LinearModel(("a", "b"), (0.0, 0.0), {"much": (1e6, -1e6)})
    assert wide.probabilities(["much"]) == pytest.approx({"a": 1.0, "b": 0.0})


def test_reasons_are_the_heaviest_known_features() -> None:
    features = ["hint", "unheard of", "weapon", "sport"]
    assert BINARY.reasons(features) == [("sport", -3.0), ("weapon", 2.0), ("hint", 0.5)]
    assert BINARY.reasons(features, most=1) == [("sport", -3.0)]
    assert MANY.reasons(["will", "not"], "denied") == [("not", 4.0), ("will", 0.0)]


def test_reasons_do_not_depend_on_the_order_of_features() -> None:
    """Weights of one size are told by name."""
    model = LinearModel(("no", "yes"), (0.0,), {"a": (1.0,), "b": (-1.0,), "c": (1.0,)})
    assert {tuple(model.reasons(order)) for order in permutations("abc")} == {
        (("a", 1.0), ("b", -1.0), ("c", 1.0))
    }


@pytest.mark.parametrize("name", MODEL_NAMES)
def test_packaged_weights_fit_their_classes(name: str) -> None:
    model = LinearModel.load(name)
    width = 1 if model.classes == ("no", "yes") else len(model.classes)
    assert len(model.bias) == width
    assert model.weights
    assert all(len(row) == width for row in model.weights.values())
    assert all(math.isfinite(weight) for row in (model.bias, *model.weights.values()) for weight in row)


def test_packaged_models_know_the_terms_of_the_ontology() -> None:
    terms = ontology()
    assert set(LinearModel.load("status").classes) == {status.name for status in terms.statuses}
    subtypes = {f"{t.name}.{s.name}" for t in terms.types for s in t.subtypes}
    assert set(LinearModel.load("subtype").classes) <= subtypes
    assert set(LinearModel.load("actor").classes) - {"none"} == {role.name for role in terms.roles}


def test_a_model_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        LinearModel.load("weather")
