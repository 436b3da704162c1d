"""Verbs that say of an event that it is to come, goes on until then, or will not be."""

from __future__ import annotations

from itertools import pairwise

from extractor.frames.clauses import is_perfect_infinitive, verb_tense
from extractor.frames.senses import lemma_set
from extractor.frames.tree import WH, Tree

__all__ = [
    "arrives",
    "asks_for",
    "has_proviso",
    "is_asked",
    "is_away",
    "is_called",
    "is_foiled",
    "is_given_up",
    "is_locked",
    "is_over",
    "is_planner",
    "is_to_end",
    "is_turned_down",
    "is_weighed",
    "takes_part",
    "took_place",
    "was_to_be",
]

_ENDING = frozenset({"cease", "conclude", "end", "finish", "stop"})
_VISITS = lemma_set("visits")
_ASKING = frozenset({"demand", "insist", "propose", "recommend", "request", "suggest"})
_LOCKING = frozenset({"bog", "embroil", "engage", "lock"})
_HOLDING = frozenset({"carry", "conduct", "hold", "stage"})
_AHEAD = frozenset({"next", "tomorrow"})
_COMING = lemma_set("willing")
_TURNING_DOWN = lemma_set("turning_down")
_PROVISOS = frozenset({("only", word) for word in ("after", "if", "once", "when", "with")})
_GIVING_UP = lemma_set("giving_up")
_PLANNING = lemma_set("planning")
_FOILING = frozenset({"abort", "avert", "foil", "scrap", "shelve", "spare", "thwart"})
_WOULD = frozenset({"would", "'d", "could", "might"})
_FORESEEING = lemma_set("foreseeing")


def is_planner(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a plan and nothing else: "plotted an attack", "expects a visit"."""
    return tree.lemmas[verb] in _FORESEEING


def is_called(tree: Tree, verb: int) -> bool:
    """Whether somebody calls for others to come, as the news has it: "calls an urgent meeting", not "calls
    the meeting useless".
    """
    if tree.lemmas[verb] != "call" or verb_tense(tree, verb) not in ("present", "perfect"):
        return False
    return tree.kid(verb, "oprd", "xcomp", "ccomp", "prt") is None


def arrives(tree: Tree, verb: int) -> bool:
    """Whether somebody has come for what is not over yet: "arrives in Oslo for talks"."""
    return tree.lemmas[verb] == "arrive" and tree.tags[verb] == "VBZ"


def is_away(tree: Tree, verb: int, prep: int) -> bool:
    """Whether somebody is on a visit at this time: "is on a three-day visit to Japan"."""
    if tree.lemmas[verb] != "be" or verb_tense(tree, verb) != "present":
        return False
    return any(tree.lemmas[k] in _VISITS for k in tree.kids(prep, "pobj"))


def is_to_end(tree: Tree, verb: int) -> bool:
    """Whether what goes on now is to end: "the raids would cease", but not "would end the war"."""
    if tree.lemmas[verb] not in _ENDING or tree.kid(verb, "dobj") is not None:
        return False
    return verb_tense(tree, verb) in _COMING


def is_over(tree: Tree, verb: int) -> bool:
    """Whether it was so before something else: "was under attack", "had been under attack"."""
    return verb_tense(tree, verb) == "past" or any(tree.lower[k] == "had" for k in tree.kids(verb, "aux"))


def is_turned_down(tree: Tree, verb: int) -> bool:
    """Whether what was asked for is refused: "rejects a request for a meeting"."""
    return tree.lemmas[verb] in _TURNING_DOWN and verb_tense(tree, verb) != "infinitive"


def is_given_up(tree: Tree, verb: int) -> bool:
    """Whether what was tried is tried no longer: "ended efforts to negotiate"."""
    return tree.lemmas[verb] in _GIVING_UP and verb_tense(tree, verb) != "infinitive"


def asks_for(tree: Tree, verb: int, below: int) -> bool:
    """Whether a verb asks for what the one below it tells: "proposes that the two leaders meet"."""
    plain = tree.tags[below] in ("VB", "VBP") and tree.kid(below, "aux") is None
    return plain and tree.lemmas[verb] in _ASKING and tree.deps[below] == "ccomp"


def is_foiled(tree: Tree, verb: int) -> bool:
    """Whether a verb tells that nothing came of it: "guards foiled the attack"."""
    return tree.lemmas[verb] in _FOILING


def is_weighed(tree: Tree, verb: int) -> bool:
    """Whether it is only said how it would be: "it would be a mistake to attack the island", "attacking it
    would be a mistake".
    """
    if tree.deps[verb] == "csubj" and tree.tags[verb] == "VBG" and tree.lemmas[tree.heads[verb]] == "be":
        return any(tree.lower[k] in _WOULD for k in tree.kids(tree.heads[verb], "aux"))
    if verb_tense(tree, verb) != "infinitive":
        return False
    for copula in tree.ancestors(verb)[:2]:
        if tree.lemmas[copula] == "be" and any(tree.lower[k] == "it" for k in tree.kids(copula, "nsubj")):
            return any(tree.lower[k] in _WOULD for k in tree.kids(copula, "aux"))
    return False


def is_locked(tree: Tree, verb: int) -> bool:
    """Whether somebody can't leave what goes on: "are locked in talks"."""
    return tree.lemmas[verb] in _LOCKING and not is_over(tree, verb)


def takes_part(tree: Tree, verb: int) -> bool:
    """ "Take part", where "in" hangs on the verb."""
    return tree.lemmas[verb] == "take" and any(tree.lemmas[k] == "part" for k in tree.kids(verb, "dobj"))


def took_place(tree: Tree, verb: int) -> bool:
    """Whether a participle tells that something has been: "talks held in Oslo", but not "held next week"."""
    if tree.lemmas[verb] not in _HOLDING or tree.tags[verb] != "VBN":
        return False
    if tree.kid(verb, "aux", "auxpass") is not None:
        return False
    return not any(tree.lower[k] in _AHEAD for k in range(verb, tree.right(verb) + 1))


def was_to_be(tree: Tree, verb: int) -> bool:
    """Whether it was planned and has not come about: "was to have met them", "were due to have met"."""
    if tree.deps[verb] != "xcomp" or not is_perfect_infinitive(tree, verb):
        return False
    above = tree.heads[verb]
    planned = tree.lemmas[above] == "be" or tree.lemmas[above] in _PLANNING
    past = (above, *tree.kids(above, "auxpass"), tree.heads[above])
    return planned and any(tree.lower[k] in ("was", "were") for k in past)


def has_proviso(tree: Tree, verb: int) -> bool:
    """Whether it is said on what a verb depends: "will meet him if he comes", "only after a truce"; not "even
    if he comes".
    """
    for k in tree.kids(verb, "advcl", "prep"):
        start = k if tree.deps[k] == "prep" else tree.left(k)
        words = tree.lower[max(0, start - 1) : start + 2]
        if any(pair in _PROVISOS for pair in pairwise(words)):
            return True
        if tree.deps[k] == "advcl" and "if" in tree.lower[start:k] and "even" not in words:
            return True
    return False


def is_asked(tree: Tree, verb: int) -> bool:
    """Whether a sentence asks if it is so: "Has Israel attacked Iran?", but not "Why did they meet?"."""
    if "?" not in tree.words[-2:]:
        return False
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    helper = tree.kid(verb, "aux", "auxpass")
    if tree.heads[verb] != verb or subject is None or helper is None or not helper < subject:
        return False
    asked = any(tree.tags[k] in WH for k in range(subject))
    return not asked and tree.kid(verb, "neg") is None
