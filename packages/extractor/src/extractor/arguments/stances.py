"""How the verb above a phrase lets it stand to an event that it tells of, as named features.

Who condemns an attack, survives it or tells of it stands where the attacker stands in "staged the attack".
"""

from __future__ import annotations

from functools import cache

from extractor.evidence import Mention
from extractor.frames.tree import Tree
from extractor.tables import rows

__all__ = ["stances"]

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
