"""Who says that he has no part in an attack: "denied any role in the attack", "was not behind it"."""

from __future__ import annotations

from extractor.frames.clauses import is_negated
from extractor.frames.relations import SUBJECTS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import PRONOUN, Tree

__all__ = ["has_denied"]

_PARTS = lemma_set("parts_in_deeds")
_DENYING = lemma_set("refuting")
_HAVING = frozenset({"bear", "have", "play", "take"})
_BEHIND = frozenset({"behind", "responsible"})


def has_denied(tree: Tree, trigger: int, head: int) -> bool:
    """Whether the phrase with this head is told to have no part in what a noun means."""
    if tree.deps[trigger] != "pobj":
        return False
    verb = _denial(tree, trigger)
    if verb is None:
        return False
    first = tree.first_conjunct(head)
    who = tree.kid(verb, *SUBJECTS)
    if who is not None and tree.tags[who] in PRONOUN and tree.deps[verb] == "ccomp":
        return first in (who, tree.kid(tree.heads[verb], "nsubj"))  # "Oslo said it was not behind the attack"
    return first == who


def _denial(tree: Tree, trigger: int) -> int | None:
    """The verb whose subject denies a part in the trigger's event, or has none."""
    prep = tree.heads[trigger]
    above = tree.heads[prep]
    verb = tree.heads[above]
    if tree.lemmas[above] in _PARTS and tree.deps[above] in ("dobj", "attr"):
        denied = tree.lemmas[verb] in _DENYING and not is_negated(tree, verb)
        return verb if denied or (tree.lemmas[verb] in _HAVING and is_negated(tree, verb)) else None
    if tree.lower[prep] == "with" and tree.lemmas[above] == "do":
        nothing = "nothing" in tree.lower[max(0, above - 2) : above]
        return next((k for k in tree.ancestors(above) if tree.lemmas[k] == "have"), None) if nothing else None
    if _BEHIND.isdisjoint((tree.lower[prep], tree.lower[above])):
        return None
    being = above if tree.is_verb(above) else verb
    if tree.lemmas[being] != "be":
        return None
    if is_negated(tree, being):
        return being
    denied = tree.lemmas[tree.heads[being]] in _DENYING
    return tree.heads[being] if denied and tree.deps[being] in ("xcomp", "pcomp") else None
