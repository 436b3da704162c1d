"""What only looks like a meeting: a summons, a match, a room, a peak, what somebody is told not to do."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, Tree
from extractor.triggers.deeds import is_to_do
from extractor.triggers.encounters import is_appeal, is_for_the_public, is_of_the_public
from extractor.triggers.private import is_errand, is_private

__all__ = ["is_no_meeting"]

_MAKING = lemma_set("making")
_IN_FIGHTS = lemma_set("in_fights")
_MATCHES = lemma_set("matches")
_ADVISING = lemma_set("advising")
_PACTS = lemma_set("pacts")
_NATURE = lemma_set("nature") | lemma_set("probes")
_ADMIRERS = lemma_set("admirers")
_OWNERS = lemma_set("owners")
_FIRMS = lemma_set("firms")
_COLLISIONS = lemma_set("collisions")
_ROOMS = lemma_set("rooms")
_CLIMBING = frozenset({"ascend", "climb", "conquer", "reach", "scale"})
_MOUNTAINS = frozenset(
    {"ben", "everest", "k2", "kilimanjaro", "mont", "mount", "mountain", "mt", "peak", "volcano"}
)
_COUNTED = lemma_set("ordinals") | {"first", "twelfth", "last", "latest", "league"}
_JOINED = frozenset({"culture", "generation", "mind", "river"})
_ALLOWING = frozenset({"allow", "ban", "forbid", "permit"})
_DISCUSSING = frozenset({"converse", "discuss", "exchange"})


def is_no_meeting(tree: Tree, token: int) -> bool:
    """Whether what looks like a meeting is none."""
    if tree.is_verb(token):
        public = tree.lemmas[token] in _DISCUSSING and is_for_the_public(tree, token)
        nature = any(tree.lemmas[k] in _NATURE for k in tree.kids(token, "nsubj"))  # a comet visits
        return (
            public
            or nature
            or is_private(tree, token)
            or is_errand(tree, token)
            or _is_admired(tree, token)
            or _is_advised(tree, token)
            or _is_settled(tree, token)
        )
    return (
        _is_peak(tree, token)
        or _is_room(tree, token)
        or _is_touch(tree, token)
        or _is_of_owners(tree, token)
        or _is_summons(tree, token)
        or _is_fight(tree, token)
        or _is_match(tree, token)
        or _is_allowed(tree, token)
    )


def _is_allowed(tree: Tree, noun: int) -> bool:
    """ "Visits to prisoners are allowed on Sundays"."""
    verb = tree.heads[noun]
    general = (
        tree.lemmas[noun] == "visit" and tree.tags[noun] == "NNS" and tree.kid(noun, "det", "poss") is None
    )
    if not general or tree.deps[noun] != "nsubjpass" or tree.lemmas[verb] not in _ALLOWING:
        return False
    return any(tree.lower[k] == "are" for k in tree.kids(verb, "auxpass"))


def _is_summons(tree: Tree, noun: int) -> bool:
    """Whether a call is a demand or a decision: "the call to free him angered", "issued the call"."""
    kids = tree.children[noun]
    if tree.lemmas[noun] != "call" or any(
        tree.deps[k] == "compound" or tree.lower[k] in ("with", "between") for k in kids
    ):
        return False
    if tree.deps[noun] != "dobj":  # "used the call to urge him"
        return any(is_to_do(tree, k) for k in tree.kids(noun, "acl"))
    if is_of_the_public(tree, noun):
        return True
    to = any(tree.lower[k] == "to" for k in kids) and not is_appeal(tree, noun)  # "made a call to the emir"
    return tree.lemmas[tree.heads[noun]] in _MAKING and not to


def _is_peak(tree: Tree, noun: int) -> bool:
    """Whether it is the top of a mountain: "climbers reached the summit", "on the summit of Ben Nevis"."""
    if tree.lemmas[noun] != "summit":
        return False
    if any(
        tree.lower[k] in _MOUNTAINS for p in tree.behind(noun, "of") for k in (p, *tree.kids(p, "compound"))
    ):
        return True
    if tree.deps[noun] not in ("dobj", "nsubjpass"):
        return False
    return tree.lemmas[tree.heads[noun]] in _CLIMBING


def _is_room(tree: Tree, noun: int) -> bool:
    """ "A conference hall"."""
    return tree.deps[noun] == "compound" and tree.lemmas[tree.heads[noun]] in _ROOMS


def _is_of_owners(tree: Tree, noun: int) -> bool:
    """ "The annual general meeting of shareholders", "the annual meeting drew 40,000 shareholders"."""
    if tree.lemmas[noun] != "meeting" or tree.is_verb(noun):
        return False
    if any(tree.lemmas[k] in _JOINED for k in tree.behind(noun, "of")):
        return True  # "a meeting of minds"
    before = tree.kids(noun, "compound", "poss", "amod", "nmod")
    if any(tree.lower[k] == "general" for k in before) and any(tree.lower[k] == "annual" for k in before):
        return True
    annual = any(tree.lower[k] == "annual" for k in before)
    held = [k for k in tree.doers(tree.heads[noun]) if tree.deps[noun] == "dobj"]
    if annual and (tree.has_lemma(_OWNERS) or any(tree.lemmas[k] in _FIRMS for k in held)):
        return True
    return any(tree.lemmas[k] in _OWNERS for k in (*before, *tree.behind(noun, "of")))


def _is_admired(tree: Tree, verb: int) -> bool:
    """ "Met fans in Seoul", but not "met fans' leaders", "met fans and the mayor"."""
    if tree.lemmas[verb] != "meet":
        return False
    met = tree.kids(verb, "dobj")
    return any(tree.lemmas[k] in _ADMIRERS and tree.kid(k, "conj") is None for k in met)


def _is_advised(tree: Tree, verb: int) -> bool:
    """Whether it is only what somebody is invited to do, or told not to: "urged fans not to visit Chad"."""
    if tree.lemmas[verb] not in ("travel", "visit") or tree.deps[verb] not in ("xcomp", "ccomp"):
        return False
    above = tree.lemmas[tree.heads[verb]]
    return above == "invite" or (above in _ADVISING and tree.kid(verb, "neg") is not None)


def _is_settled(tree: Tree, verb: int) -> bool:
    """Whether only a pact is named, by how it came about: "the deal brokered last year"."""
    if tree.lemmas[verb] not in ("broker", "mediate") or tree.tags[verb] != "VBN" or tree.agents(verb):
        return False
    return tree.deps[verb] in ("acl", "amod") and tree.lemmas[tree.heads[verb]] in _PACTS


def _is_touch(tree: Tree, noun: int) -> bool:
    """ "The contact between the two damaged both cars"."""
    return tree.lemmas[noun] == "contact" and tree.has_lemma(_COLLISIONS)


def _is_fight(tree: Tree, noun: int) -> bool:
    """Whether it is with weapons that two sides meet: "killed in an encounter with the police"."""
    return tree.lemmas[noun] == "encounter" and tree.has_lemma(_IN_FIGHTS)


def _is_match(tree: Tree, noun: int) -> bool:
    """Whether two sides only play: "the third meeting between A and B this season"."""
    if tree.lemmas[noun] not in ("encounter", "meeting") or not any(
        tree.lower[k] == "between" for k in tree.kids(noun, "prep")
    ):
        return False
    counted = any(tree.lower[k] in _COUNTED for k in tree.kids(noun, "amod"))
    return counted and any(tree.lemmas[k] in _MATCHES and tree.tags[k] in NOUN for k in range(len(tree)))
