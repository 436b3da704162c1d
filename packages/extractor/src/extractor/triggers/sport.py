"""What teams and players do to each other, told with the words of attacks and meetings: "shot a 69",
"attacked on the last climb", "visit Buffalo in a rematch".
"""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.bloodless import has_score
from extractor.triggers.petty import FORCES

__all__ = ["is_sport"]

_FIXTURES = lemma_set("matches") | {"opener", "playoff", "rematch", "title"}
_COURSES = lemma_set("race_courses")
_PLAYED = frozenset({"face", "host", "meet", "visit"})
_A = frozenset({"a", "an"})
_PERCENT = frozenset({"%", "per", "percent"})


def is_sport(tree: Tree, token: int, kind: str) -> bool:
    """Whether a trigger of a type only tells how somebody plays, or whom."""
    if not tree.is_verb(token):
        return False
    if kind == "meeting":
        return _is_fixture(tree, token)
    return kind == "strike" and (_is_score(tree, token) or _is_in_race(tree, token))


def _is_fixture(tree: Tree, verb: int) -> bool:
    """ "Visited Athens and lost 82-78", "will meet Cheng in Riyadh for the title"."""
    if tree.lemmas[verb] not in _PLAYED:
        return False
    why = tree.behind(verb, "for", "in")
    played = any(tree.lemmas[k] in _FIXTURES and tree.tags[k] not in NAME for k in why)
    return played or has_score(tree)


def _is_score(tree: Tree, verb: int) -> bool:
    """ "Shot a 69", "shot 11 of 19", "shot 52% from the floor"; but not "shot 11 of the guests", "shot the
    two".
    """
    if tree.lemmas[verb] != "shoot":
        return False
    for k in tree.kids(verb, "dobj"):
        if tree.lemmas[k] in _PERCENT:
            return True
        parts = tree.behind(k, "of")
        rounds = any(tree.lower[d] in _A for d in tree.kids(k, "det"))
        if tree.tags[k] == "CD" and (rounds or any(tree.tags[p] == "CD" for p in parts)):
            return True
    return False


def _is_in_race(tree: Tree, verb: int) -> bool:
    """ "Attacked on the last climb", "attacked at 35 kilometres"; but troops are in no race."""
    if tree.lemmas[verb] != "attack" or tree.kid(verb, "dobj", "auxpass") is not None:
        return False
    if any(tree.lemmas[k] in FORCES for k in tree.doers(verb)):
        return False
    return any(tree.lemmas[k] in _COURSES for k in tree.behind(verb, "at", "from", "in", "on", "with"))
