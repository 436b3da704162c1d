"""How the verb above a phrase lets it stand to an event that it tells of, as named features.

Who condemns an attack, survives it or tells of it stands where the attacker stands in "staged the attack".
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from extractor.evidence import Mention
from extractor.frames.tree import NAME, NOUN, Tree
from extractor.tables import rows

__all__ = ["Bearing", "bearing", "stances"]

Bearing = Literal["out", "bears", "does"]
_BEARINGS: dict[str, Bearing] = {
    "judges": "out",
    "examines": "out",
    "undergoes": "bears",
    "fends": "bears",
}
_MINES = frozenset({"mine", "landmine", "ied", "device", "explosive", "bomb"})

_SUBJECTS = ("nsubj", "nsubjpass")
_CONDITIONS = frozenset({"if", "unless", "should", "once"})


def stances(tree: Tree, mention: Mention, head: int) -> list[str]:
    """Of the verb that governs the phrase with this head, and the trigger too; none where none is known."""
    kind, trigger = mention.type, mention.token
    node = tree.first_conjunct(head)
    above, dep = tree.heads[node], tree.deps[node]
    if dep == "pobj":
        dep, above = tree.lower[above], tree.heads[above]
    found = _verbs().get(tree.lemmas[above])
    below = _below(tree, above, trigger) if found is not None and tree.is_verb(above) else None
    features = []
    if below is not None and below != node:
        relation = tree.deps[below]
        own = any(tree.deps[k] in _SUBJECTS for k in tree.children[below])
        features.append(f"stance={kind}:{found}:{dep}:{relation}:{own}")
        features.append(f"stancev={kind}:{found}:{dep}:{own}")
    if _conditional(tree, node, trigger):
        features.append(f"cond={kind}:{dep}")
    return features


def bearing(tree: Tree, mention: Mention, head: int) -> Bearing | None:
    """What the sentence leaves the phrase with this head to be, whatever else speaks for it.

    `out` is who only tells of the event, judges it or looks into it ("Zakharova said Lavrov would meet
    Blinken", "Oslo condemned the attack"), `bears` to whom it is done ("survived the attack", "hit a mine"),
    and `does` who is said to have done it ("blamed the attack on X").
    """
    kind, trigger = mention.type, mention.token
    if kind not in ("meeting", "strike"):
        return None
    node = tree.first_conjunct(head)
    above, dep = tree.heads[node], tree.deps[node]
    if dep == "pobj":
        dep, above = tree.lower[above], tree.heads[above]
    if kind == "strike" and above == trigger and _hits_mine(tree, trigger):
        return "bears" if dep == "nsubj" else "out" if dep == "dobj" else None
    if kind == "strike" and dep == "on" and _is_blamed(tree, trigger) and "on" not in tree.lower[head:]:
        return "does"
    stance = _verbs().get(tree.lemmas[above]) if tree.is_verb(above) else None
    below = None if stance is None else _below(tree, above, trigger)
    if below is None or below == node:
        return None
    if dep == "nsubj" and stance == "says":
        return "out" if tree.deps[below] == "ccomp" and _is_anothers(tree, below, kind) else None
    if kind == "meeting":
        return None
    if stance == "blames":
        blamed = dep == "dobj" and tree.deps[below] == "prep"
        return "does" if blamed else "out" if dep == "nsubj" else None
    if dep != "nsubj" or tree.deps[below] != "dobj":
        return None
    return _BEARINGS.get(stance or "")


def _is_anothers(tree: Tree, clause: int, kind: str) -> bool:
    """Whether somebody else is the subject of what is said: for a strike no "its jets" either."""
    subject = tree.kid(clause, *_SUBJECTS)
    if subject is None:
        return False
    if tree.tags[subject] in NAME:
        return True
    own = any(tree.tags[k] == "PRP$" for k in tree.children[subject])
    return kind == "strike" and tree.tags[subject] in NOUN and not own


def _is_blamed(tree: Tree, trigger: int) -> bool:
    """Whether an attack is blamed on somebody, who stands behind the last "on", wherever that hangs."""
    above = tree.heads[trigger]
    return tree.deps[trigger] in ("dobj", "nsubjpass") and tree.lemmas[above] in ("blame", "pin")


def _hits_mine(tree: Tree, verb: int) -> bool:
    objects = tree.kids(verb, "dobj") if tree.lemmas[verb] in ("hit", "strike", "trigger", "detonate") else ()
    return any(tree.lemmas[k] in _MINES for k in objects)


def _below(tree: Tree, verb: int, token: int) -> int | None:
    """The token directly under the verb above another token; None where that is not below the verb."""
    while tree.heads[token] != token:
        if tree.heads[token] == verb:
            return token
        token = tree.heads[token]
    return None


def _conditional(tree: Tree, node: int, trigger: int) -> bool:
    """Whether a token stands in a condition, and the trigger outside it."""
    while tree.heads[node] != node:
        if tree.deps[node] == "advcl" and any(tree.lower[k] in _CONDITIONS for k in tree.children[node]):
            return trigger != node and _below(tree, node, trigger) is None
        node = tree.heads[node]
    return False


@cache
def _verbs() -> dict[str, str]:
    """Stance by verb; the first that lists it wins."""
    found: dict[str, str] = {}
    for stance, lemmas in rows("lexicon/stances.tsv", 2):
        for lemma in lemmas.split():
            found.setdefault(lemma, stance)
    return found
