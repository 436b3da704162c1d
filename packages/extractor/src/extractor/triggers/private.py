"""Whether people meet in lives of their own: "met her husband at a dance", "met as students"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_errand", "is_private"]

_LOVED = lemma_set("loved")
_TALKING = lemma_set("talking") | {"dine", "discuss", "meet"}
_COUPLES = lemma_set("couples")
_CAPTIVITY = lemma_set("captivity")
_YOUNG = lemma_set("young")
_STUDYING = lemma_set("studying")
_OFFICIALS = lemma_set("officials")
_CLIENTS = lemma_set("clients")
_RELATIVES = lemma_set("relatives")
_PERFORMERS = lemma_set("performers") | {"choir", "orchestra"}
_CALLING = frozenset({"call", "phone", "ring", "telephone"})
_HOMES = frozenset({"birthplace", "hometown"})
_CALLERS = lemma_set("callers") | lemma_set("players") | lemma_set("sightseers") | _RELATIVES
_MATCHED = frozenset({"app", "website"})


def is_private(tree: Tree, verb: int) -> bool:
    """Whether two meet who become, or are, a couple or friends, and nobody speaks for others."""
    if tree.lemmas[verb] not in _TALKING or not tree.is_verb(verb):
        return False
    met = [*tree.kids(verb, "dobj"), *tree.behind(verb, "with")]
    if any(_is_loved(tree, k) for k in met):
        return not tree.has_lemma(_CAPTIVITY)
    if tree.lemmas[verb] != "meet":
        return False
    if any(tree.lemmas[k].lower() in _OFFICIALS for n in tree.kids(verb, "nsubj") for k in _words(tree, n)):
        return False
    if not met and any(tree.lemmas[k] in _COUPLES | _RELATIVES for k in tree.kids(verb, "nsubj")):
        return not tree.has_lemma(_OFFICIALS)  # "the pair", who may be two presidents, are asked for more
    if any(tree.lemmas[k] in _COUPLES | _RELATIVES for k in tree.kids(verb, "nsubj")) and any(
        tree.lemmas[k] in _RELATIVES for k in met
    ):
        return True  # "the twins met their mother"
    return _is_wooing(tree, verb) or _is_in_youth(tree, verb)


def is_errand(tree: Tree, verb: int) -> bool:
    """Whether somebody goes to others, or calls them, at his work or in a life of his own: "the doctor phoned
    the patient", "the band will visit nine cities on its tour", "travelled to his home town".
    """
    lemma, doers = tree.lemmas[verb], tree.kids(verb, "nsubj")
    if lemma in _CALLING:
        return any(tree.lemmas[k] in _CLIENTS for k in tree.kids(verb, "dobj"))
    if lemma == "travel":
        where = tree.behind(verb, "to")
        return any(tree.lemmas[k] in _HOMES or "home" in _before(tree, k) for k in where)
    if lemma != "visit":
        return False
    if any(tree.lemmas[k] in _PERFORMERS for k in doers) and any(
        tree.lemmas[p] == "tour" for p in tree.behind(verb, "on", "during")
    ):
        return True
    return any(tree.is_common(k, _CALLERS) for k in doers)


def _before(tree: Tree, noun: int) -> list[str]:
    return [tree.lower[k] for k in tree.kids(noun, "compound", "amod")]


def _words(tree: Tree, noun: int) -> tuple[int, ...]:
    return (noun, *tree.kids(noun, "compound", "appos", "conj"))


def _is_loved(tree: Tree, noun: int) -> bool:
    """ "Her husband", "his future wife", "the woman he was to marry"."""
    if tree.lemmas[noun] in _LOVED:
        return any(tree.tags[k] == "PRP$" for k in tree.kids(noun, "poss"))
    return any(tree.lemmas[k] == "marry" for k in tree.kids(noun, "relcl"))


def _is_wooing(tree: Tree, verb: int) -> bool:
    """ "Met in Leeds and married", "met online and fell in love"."""
    others = [*tree.kids(verb, "conj", "advcl", "ccomp"), tree.heads[verb]]
    if any(tree.lemmas[k] in ("marry", "wed") for k in others):
        return True
    return any(tree.lemmas[p] == "love" for k in others for p in tree.behind(k, "in"))


def _is_in_youth(tree: Tree, verb: int) -> bool:
    """ "Met as students", "met at school", "met on a dating app"."""
    if any(tree.lemmas[p] in _YOUNG for p in tree.behind(verb, "as")):
        return True
    within = tree.behind(verb, "at", "in", "on", "through")
    if any(tree.lemmas[p] in _STUDYING and not tree.children[p] for p in within):
        return True
    return any(tree.lemmas[p] in _MATCHED and tree.kid(p, "compound", "amod") is not None for p in within)
