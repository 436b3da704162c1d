"""What is told of no one time is no event: "rebels often attack buses", "the missile can hit the port"."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.coercing import LAWS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_ability", "is_drill", "is_habit", "is_never_done", "is_under_law"]

_OFTEN = lemma_set("often")
_KNOWN = frozenset({"that", "the", "these", "this", "those"})
_WAR_MACHINES = lemma_set("war_machines")
_BANNING = lemma_set("banning")
_TREATIES = LAWS | {"convention", "conventions", "treaty"}
_UNITS = lemma_set("spans") | {"autumn", "spring", "summer", "winter"}
_EVERY = frozenset({"each", "every"})
_DRILLS = lemma_set("drills")
_DUMMIES = frozenset({"dummy", "hulk", "mock-up", "target"})
_ARGUMENTS = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "self"})


def is_habit(sentence: Sentence, token: int, kind: str) -> bool:
    """Whether it is told, in the present tense, that something happens often; a known event is none. Of
    attacks it is not enough that they come every year.
    """
    tree = sentence.tree
    clause = sentence.clause_of(token)
    if clause.tense != "present" or clause.relation not in _ARGUMENTS:
        return False
    if any(tree.lower[k] in _KNOWN for k in tree.kids(token, "det")):
        return False
    if any(tree.lower[k] in _OFTEN for k in tree.kids(clause.verb, "advmod")):
        return True
    return kind != "strike" and any(
        _is_set(tree, k) for k in tree.kids(clause.verb, "advmod", "npadvmod", "dobj")
    )


def is_never_done(sentence: Sentence, verb: int) -> bool:
    """Whether it is told, in the present tense, that somebody never does it: "he never threatens"."""
    tree = sentence.tree
    if not tree.is_verb(verb) or "never" not in tree.lower or sentence.clause_of(verb).tense != "present":
        return False
    return any(tree.lower[k] == "never" for k in tree.kids(verb, "neg", "advmod"))


def _is_set(tree: Tree, unit: int) -> bool:
    """ "Every year", "each spring", "twice a month"."""
    if tree.lemmas[unit] in ("once", "twice"):
        return any(tree.lower[k] == "a" for k in tree.children[unit]) or tree.lower[unit + 1 : unit + 2] == [
            "a"
        ]
    if tree.lemmas[unit] not in _UNITS:
        return False
    said = [tree.lower[k] for k in tree.kids(unit, "det", "advmod", "nummod", "predet")]
    return not _EVERY.isdisjoint(said) or (unit > 1 and tree.lower[unit - 2] in ("once", "twice"))


def is_ability(sentence: Sentence, verb: int) -> bool:
    """Whether it is what a weapon can do: "a missile that can strike ships"."""
    tree = sentence.tree
    if not tree.is_verb(verb) or sentence.clause_of(verb).tense != "can":
        return False
    subject = tree.kid(verb, "nsubj")
    if tree.deps[verb] == "relcl" and subject is not None and tree.tags[subject] in ("WDT", "WP"):
        subject = tree.heads[verb]
    return subject is not None and tree.lemmas[subject] in _WAR_MACHINES


def is_drill(tree: Tree, verb: int) -> bool:
    """Whether it is only practised: "fired missiles at a target ship in a drill"."""
    aims = [p for n in (verb, *tree.kids(verb, "dobj")) for p in tree.behind(n, "at")]
    named = (k for p in aims for k in (p, *tree.kids(p, "compound")))
    return tree.has_lemma(_DRILLS) and any(tree.lemmas[k] in _DUMMIES for k in named)


def is_under_law(sentence: Sentence, token: int) -> bool:
    """Whether it stands under a rule: "the law forbids attacks", "attacks on schools are crimes"."""
    tree, clause = sentence.tree, sentence.clause_of(token)
    if clause.tense != "present":
        return False
    if tree.lemmas[clause.verb] in _BANNING:
        return any(tree.lemmas[k] in _TREATIES for k in tree.kids(clause.verb, "nsubj"))
    if tree.kid(token, "det", "poss") is not None or not _is_subject(tree, token, clause.verb):
        return False
    return any(tree.lemmas[k] == "crime" for k in tree.kids(clause.verb, "attr"))


def _is_subject(tree: Tree, token: int, verb: int) -> bool:
    return tree.heads[token] == verb and tree.deps[token] in ("nsubj", "csubj")
