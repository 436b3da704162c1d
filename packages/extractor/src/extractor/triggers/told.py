"""The subtype that the words tell outright, and above all the content of an offer or a threat: "threatened to
annex the island".

The words of a sentence speak for many subtypes; the word that says what is to be done goes before the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.evidence import Sentence
from extractor.frames.contents import content_heads
from extractor.frames.senses import lemma_set
from extractor.frames.tree import MODIFYING, NAME, Tree
from extractor.ontology import ACTS
from extractor.triggers.between import goes_in
from extractor.triggers.match import Candidate
from extractor.triggers.subtypes import kinds_of

__all__ = ["with_told"]

_TOLD = 0.9
"""Probability of a subtype that is told outright."""
_SURE = 0.8
"""What the model is this sure of stays."""
_OPEN = lemma_set("open_threats")
_BEARING = lemma_set("suffering")
_BREAKING = lemma_set("breaking_off") - {"boycott", "recall", "veto"}
"""What is broken off tells the subtype, but who vetoes a budget does so as a diplomat."""
_DEEDS = frozenset({f"threat.verb.{row}" for row in ("announce", "attack", "impose", "respond")})
"""Rows of verbs that say themselves what is to be done."""
_MONEY = lemma_set("money")
_KNOWN = lemma_set("rewarded")
_FIRMS = lemma_set("firms")
_WORSE = frozenset({"violence", "nuclear"})
"""Subtypes whose deeds have the words of "military"."""
_RUNNING_INTO = lemma_set("running_into")
_MINES = frozenset({"ied", "landmine", "mine"})
_WEAPONS = lemma_set("war_machines")
_BURNING = lemma_set("burning")
_BOYCOTT = frozenset({"boycott"})
_WARES = lemma_set("wares")
_UNSPECIFIED = "unspecified"


def with_told(sentence: Sentence, candidate: Candidate, found: Mapping[str, float]) -> dict[str, float]:
    """The probabilities by subtype, with the one that the content tells in front."""
    if candidate.row.type == "strike":
        if _burns(sentence.tree, candidate.token):
            return _none_but("other", found)
        if goes_in(sentence, candidate.token):
            return _none_but("invasion", found)
    if max(found.values()) >= _SURE:
        return dict(found)
    if candidate.row.type not in ACTS:
        if _runs_into_mine(sentence.tree, candidate.token):
            return _none_but("bombing", found)
        return dict(found)
    told = _told(sentence, candidate)
    likeliest = max(found, key=lambda s: found[s])
    if told is None or (told == "military" and likeliest in _WORSE):
        return dict(found)
    if likeliest == "military" and told == "violence":
        return dict(found)  # states assassinate and burn as well
    rest = sum(p for s, p in found.items() if s != told) or 1.0
    return {s: _TOLD if s == told else p / rest * (1.0 - _TOLD) for s, p in found.items()}


def _none_but(told: str, found: Mapping[str, float]) -> dict[str, float]:
    """The probabilities where one subtype is certain."""
    return {s: 1.0 if s == told else 0.0 for s in found}


def _runs_into_mine(tree: Tree, verb: int) -> bool:
    """ "A convoy hit a mine"."""
    if tree.lemmas[verb] not in _RUNNING_INTO:
        return False
    return any(tree.lemmas[k] in _MINES for k in tree.kids(verb, "dobj"))


def _burns(tree: Tree, verb: int) -> bool:
    """Whether somebody sets fire to something himself, and no weapon does: "rebels set fire to a church"."""
    if tree.lemmas[verb] != "set" or _BURNING.isdisjoint(tree.lower[verb : tree.right(verb) + 1]):
        return False
    return all(tree.lemmas[k] not in _WEAPONS for k in tree.doers(verb))


def _told(sentence: Sentence, candidate: Candidate) -> str | None:
    """The subtype of what is offered or threatened; None where its words leave it open."""
    tree, trigger, kind = sentence.tree, candidate.token, candidate.row.type
    kinds = kinds_of(kind)
    if tree.is_verb(trigger) and candidate.row.id in _DEEDS:
        return (
            candidate.row.subtype if candidate.row.subtype != _UNSPECIFIED else _of_deed(tree, trigger, kinds)
        )
    head = _content(sentence, trigger, kind)
    if head is None:
        silent = kind == "threat" and tree.lemmas[trigger] in ("threaten", "threat")
        return _UNSPECIFIED if silent and not any(lemma in kinds for lemma in tree.lemmas) else None
    if tree.is_verb(head):
        if tree.lemmas[head] in _BOYCOTT and any(tree.lemmas[k] in _WARES for k in tree.kids(head, "dobj")):
            return "economic"
        if tree.lemmas[head] in _BEARING:
            return _of_deed(tree, head, kinds)
        if tree.lemmas[head] in _BREAKING and (of := _of_deed(tree, head, kinds)) is not None:
            return of  # "to cut relations", "to cut supplies"
        if tree.lemmas[head] == "strike" and tree.kid(head, "dobj") is None:
            return None  # who threatens to strike may be a union
        return _only(_kinds(tree, [head], kinds))
    if tree.lemmas[head] in _BOYCOTT and any(tree.lemmas[k] in _WARES for k in tree.behind(head, "of")):
        return "economic"
    if tree.lemmas[head] in _MONEY:
        return _for_money(sentence, trigger, head) if kind == "offer" else None
    own, before = _kinds(tree, [head], kinds), _kinds(tree, tree.kids(head, *MODIFYING), kinds)
    if kind == "offer":
        return _only(own or before)
    return _UNSPECIFIED if not before and tree.lemmas[head] in _OPEN else _only(before or own)


def _for_money(sentence: Sentence, trigger: int, money: int) -> str | None:
    """What money is offered for: a company, or what somebody knows; None where it may be a gift."""
    tree = sentence.tree
    for prep in (*tree.kids(trigger, "prep"), *tree.kids(money, "prep")):
        for k in tree.kids(prep, "pobj") if tree.lower[prep] == "for" else ():
            referent = sentence.referents.get(k)
            if tree.lemmas[k] in _KNOWN:
                return "other"
            if _is_firm(tree, k) or (referent is not None and referent.kind == "organization"):
                return "deal"
    return None


def _is_firm(tree: Tree, token: int) -> bool:
    """Whether a phrase names a trade: "the drugmaker Metsera", "its German rival"."""
    words = (token, *tree.kids(token, "compound", "appos", "nmod"))
    return any(tree.lemmas[k] in _FIRMS or tree.lemmas[k].endswith("maker") for k in words)


def _of_deed(tree: Tree, verb: int, kinds: Mapping[str, tuple[str, ...]]) -> str | None:
    """The subtype of what is announced by its own verb: "will pay a price", "will impose tariffs"."""
    objects = tree.kids(verb, "dobj")
    if tree.lemmas[verb] == "act" or any(tree.lemmas[k] in _OPEN for k in objects):
        return _UNSPECIFIED
    return _only(_kinds(tree, objects, kinds))


def _content(sentence: Sentence, trigger: int, kind: str) -> int | None:
    """The head of what is offered or threatened, which is nobody by name and stands behind the trigger."""
    tree = sentence.tree
    for node in content_heads(tree, trigger, kind):
        head = next(iter(tree.kids(node, "pobj")), node) if tree.tags[node] in ("IN", "TO") else node
        referent = sentence.referents.get(head)
        somebody = referent is not None and referent.kind != "other" and not tree.is_verb(head)
        if head <= trigger or tree.tags[head] in NAME or somebody:
            continue
        return head
    return None


def _kinds(tree: Tree, tokens: Iterable[int], kinds: Mapping[str, tuple[str, ...]]) -> set[str]:
    return {s for k in tokens for s in kinds.get(tree.lemmas[k], ())} - {_UNSPECIFIED}


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None
