"""The greedy parse, step by step with the interpreter's lock held.

spaCy's own loop gives the lock up and then, for every vector that it adds, takes it again to look for an
error: more than half of its time. The steps below are the ones that its beam search is made of. Where the
pipeline knows all its classes, what spaCy does each time for those that it has not seen is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

__all__ = ["greedy_states", "steps_greedily"]


def steps_greedily(pipe: Any) -> bool:
    """Whether a component is a transition-based parser of one hypothesis, on the processor."""
    parses = hasattr(pipe, "transition_states") and hasattr(pipe, "moves")
    return parses and pipe.cfg.get("beam_width", 1) == 1 and pipe.model.ops.device_type == "cpu"


def greedy_states(pipe: Any, docs: list[Doc]) -> list[Any]:
    """The final states of the docs, as `pipe.predict` gives them."""
    states: list[Any] = pipe.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if unfinished:
        step = pipe.model.predict(docs)
        scores = _scoring(pipe, step)
        while unfinished:
            unfinished = pipe.transition_states(unfinished, scores(unfinished))
        step.clear_memory()
    return states


def _scoring(pipe: Any, step: Any) -> Callable[[list[Any]], Any]:
    """What gives unfinished states their scores: the same numbers as `step.predict`, with fewer detours."""
    upper = step.vec2scores
    if pipe.model.attrs["unseen_classes"] or upper is None or upper.name != "linear":
        predict: Callable[[list[Any]], Any] = step.predict
        return predict
    weights, bias, gemm = upper.get_param("W"), upper.get_param("b"), upper.ops.gemm
    hidden, tokens = step.state2vec.predict, step.get_token_ids

    def scores(states: list[Any]) -> Any:
        found = gemm(hidden(tokens(states)), weights, trans2=True)
        found += bias
        return found

    return scores
