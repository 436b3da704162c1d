"""What teams and players do to each other, told with the words of attacks and meetings: "shot a 69",
"attacked on the last climb", "visit Buffalo in a rematch".
"""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.triggers.bloodless import has_score
from extractor.triggers.petty import ARMS, FORCES, IN_FIGHTS

__all__ = ["is_sport"]

_FIXTURES = lemma_set("matches") | {"opener", "playoff", "rematch", "title"}
_COURSES = lemma_set("race_courses")
_PLAYED = frozenset({"face", "host", "meet", "visit"})
_PITCH = lemma_set("pitch")
_MATCHES = lemma_set("playing") | lemma_set("matches") | {"beat", "draw", "goal", "lose"}
_COUNTED = frozenset({"first", "second"})
_BEYOND = lemma_set("attacked_things") - {"home", "people", "post", "team"} | {
    "position",
    "refinery",
    "target",
}
"""What is struck, several at a time, where nobody plays."""
_A = frozenset({"a", "an"})
_PERCENT = frozenset({"%", "per", "percent"})


def is_sport(tree: Tree, token: int, kind: str) -> bool:
    """Whether a trigger of a type only tells how somebody plays, or whom."""
    if (kind == "strike" or tree.lemmas[token] == "threaten") and _is_in_match(tree):
        return True
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
    if tree.tags[verb] == "VBP" and _is_team(tree, verb):
        return True
    played = any(tree.is_common(k, _FIXTURES) for k in why)
    return played or has_score(tree)


def _is_team(tree: Tree, verb: int) -> bool:
    """Whether a town does what several do, to another: "Barcelona visit Getafe"."""
    who, whom = tree.kid(verb, "nsubj"), tree.kid(verb, "dobj")
    if who is None or whom is None or who != verb - 1 or tree.tags[who] != "NNP" or tree.tags[whom] != "NNP":
        return False
    return not tree.children[who] and who in (0, 1) and not tree.words[who].endswith("s")


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


def _is_in_match(tree: Tree) -> bool:
    """Whether it is only played: "launched a late attack in the second half"."""
    if tree.has_lemma(IN_FIGHTS) or tree.has_lemma(ARMS):
        return False
    if tree.has_lemma(_PITCH):
        return True
    return _is_in_half(tree) or (tree.has_lemma(_MATCHES) and has_score(tree))


def _is_in_half(tree: Tree) -> bool:
    """ "In the second half", of nothing else than a match."""
    for k in range(1, len(tree) - 1):
        if tree.lower[k] == "half" and tree.lower[k - 1] in _COUNTED and tree.deps[k] == "pobj":
            if tree.kid(k, "prep") is not None:
                return any(tree.lemmas[p] in _MATCHES for p in tree.behind(k, "of"))
            return not any(tree.lemmas[i] in _BEYOND and tree.tags[i] == "NNS" for i in range(len(tree)))
    return False
