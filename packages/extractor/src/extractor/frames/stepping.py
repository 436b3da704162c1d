"""The greedy parse, step by step with the interpreter's lock held.

spaCy's own loop gives the lock up and then, for every vector that it adds, takes it again to look for an
error: more than half of its time. The steps below are the ones that its beam search is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
        model = pipe.model.predict(docs)
        while unfinished:
            unfinished = pipe.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
    return states
