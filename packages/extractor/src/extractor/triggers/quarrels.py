"""Threats in a family, at a club, on a stage or in a class, which press no other side: "her husband gave her
an ultimatum", "threatened to leave the club", "vowed revenge after her defeat".
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, Tree
from extractor.triggers.deeds import VOWING, has_object
from extractor.triggers.petty import ARMS, FORCES, IN_FIGHTS

__all__ = ["is_quarrel"]

_RELATIVES = lemma_set("relatives")
_PLAYERS = lemma_set("players")
_LEFT = lemma_set("left_by_one")
_LEAVING = frozenset({"leave", "quit", "walk"})
_MASTERS = frozenset({"boss", "headmaster", "landlord", "teacher"})
_ALONE = _RELATIVES | _PLAYERS | _MASTERS
_POWERS = lemma_set("powers")
_CLUBS = frozenset({"club", "orchestra", "team"})
_FIGHTS = (
    IN_FIGHTS | ARMS | (FORCES - {"country", "government", "nation"}) | {"attack", "beat", "blow", "burn"}
)
_REVENGE = frozenset({"revenge", "vengeance"})
_STRIKING = lemma_set("striking_back")
_PLAYED = lemma_set("matches") | lemma_set("defeats") | {"set", "trophy"}


def is_quarrel(sentence: Sentence, token: int) -> bool:
    """Whether whoever threatens speaks for himself alone, to those of his own house, club or class, and not
    of violence.
    """
    tree = sentence.tree
    if tree.has_lemma(_FIGHTS):
        return False
    if tree.is_verb(token):
        states = (sentence.referents.get(k) for k in tree.doers(token))
        if any(state is not None and state.kind == "country" for state in states):
            return False
        return _is_by_one(tree, token) or _is_departure(tree, token) or _is_for_next_match(tree, token)
    return tree.lemmas[token] == "ultimatum" and _is_among_own(tree, token)


def _is_by_one(tree: Tree, verb: int) -> bool:
    """ "Her boss threatened to dock her wages", but not "players threatened to boycott the cup"."""
    if tree.lemmas[verb] != "threaten":
        return False
    return any(
        tree.is_common(k, _ALONE) and (tree.tags[k] == "NN" or tree.lemmas[k] in _RELATIVES)
        for k in tree.doers(verb)
    )


def _is_departure(tree: Tree, verb: int) -> bool:
    """ "Threatened to quit the band", "threatened to walk out of the marriage"."""
    clause = tree.kid(verb, "xcomp") if tree.lemmas[verb] == "threaten" else None
    if clause is not None and tree.lemmas[clause] == "retire":
        return True
    if clause is None or tree.lemmas[clause] not in _LEAVING:
        return False
    return any(tree.is_common(k, _LEFT) for k in range(clause + 1, tree.right(clause) + 1))


def _is_for_next_match(tree: Tree, verb: int) -> bool:
    """ "The champion vowed revenge", "vowed to hit back after losing the final"."""
    if tree.lemmas[verb] not in VOWING:
        return False
    clause = tree.kid(verb, "xcomp")
    back = clause is not None and tree.lemmas[clause] in _STRIKING
    if not back and not has_object(tree, verb, _REVENGE):
        return False
    if any(tree.is_common(k, _PLAYERS | _CLUBS) for k in tree.doers(verb)):
        return True
    return any(tree.is_common(k, _PLAYED) and tree.tags[k] in NOUN for k in range(len(tree)))


def _is_among_own(tree: Tree, noun: int) -> bool:
    """ "Gave her an ultimatum", "the owner's ultimatum to the coach", but not "the kidnappers gave the
    parents an ultimatum".
    """
    verb = tree.heads[noun]
    sides = [*tree.kids(noun, "poss"), *tree.receivers(noun, "from", "to")]
    if tree.deps[noun] in ("dobj", "nsubjpass"):
        given = [k for k in tree.kids(verb, "dobj") if k != noun]
        sides += [*tree.doers(verb), *given, *tree.kids(verb, "nsubjpass"), *tree.receivers(verb, "to")]
    if any(tree.is_common(k, _POWERS) for k in sides):
        return False
    if any(tree.is_common(k, _ALONE | _CLUBS) for k in _with_owners(tree, sides)):
        return True
    return any(tree.is_common(k, _CLUBS) for k in range(len(tree))) and not tree.behind(noun, "by", "from")


def _with_owners(tree: Tree, sides: Iterable[int]) -> list[int]:
    """Also the club of "the club's owner"."""
    return [k for side in sides for k in (side, *tree.kids(side, "poss"))]
