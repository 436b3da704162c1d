"""The country that receives somebody or has others meet: "China hosts a summit", "Cuba awaits the pope"."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.parties import HOSTING
from extractor.arguments.place_candidates import PlaceCandidate
from extractor.evidence import Mention
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["is_arrived_at", "is_destination", "is_host"]

_VISITS = lemma_set("visits")
_AWAITING = lemma_set("awaiting")
_POSTED = frozenset({"ambassador", "consul", "envoy", "representative"})
_BY = frozenset({"by", "from", "of"})
_WHERE = frozenset({"at", "in", "inside", "through", "to"})
_THROUGH = frozenset({"across", "around", "of", "through"})
_COMING = lemma_set("arriving") | {"stop", "tour", "visit"}
_GOING = frozenset({"depart", "fly", "leave", "return"})
_SEEING = frozenset({"tour", "visit"})
_INTO = frozenset({"at", "in", "into", "to"})
_UPON = frozenset({"after", "following", "on", "upon"})
_BESIDE = frozenset({"after", "ahead", "before", "during", "following", "of"})
"""Prepositions that set what somebody does beside a visit in time."""


def is_host(mention: Mention, candidate: PlaceCandidate, others: Sequence[PlaceCandidate]) -> bool:
    """Whether a country has a meeting or a visit at home, as far as the words tell of no other place.

    `others` are all places of the sentence.
    """
    tree, head = mention.sentence.tree, candidate.carrier
    referent = mention.sentence.referents[candidate.phrase.head]
    if mention.type != "meeting" or referent.kind not in ("country", "place"):
        return False
    return _hosts(tree, mention.token, head) or (
        _is_visited(mention, head)
        and all(o.name == candidate.name or _is_of_guest(mention, o) for o in others)
    )


def is_destination(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is that of a visit where the parse gives it to who comes, "a visit by the speaker to
    Peru", or one through which somebody travels: "a trip around Africa".
    """
    tree = mention.sentence.tree
    if tree.lemmas[mention.token] not in _VISITS:
        return False
    first = tree.first_conjunct(candidate.carrier)
    prep = tree.heads[first]
    if tree.deps[first] != "pobj":
        return False
    if tree.lower[prep] in _THROUGH and tree.heads[prep] == mention.token:
        return True
    if tree.lower[prep] != "to":
        return False
    return tree.heads[prep] in _guests(tree, mention.token) and tree.lemmas[tree.heads[prep]] not in _POSTED


def is_arrived_at(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a meeting is where those who hold it have just come: "after landing in Kyiv, he met the
    premier", "the premier, visiting Lahore, held talks", "flew into Jeddah for talks", "left Doha after
    talks"; but not where it is told to be elsewhere.
    """
    tree, trigger = mention.sentence.tree, mention.token
    if mention.type != "meeting" or mention.subtype == "call" or not tree.has_lemma(_COMING | _GOING):
        return False
    first = tree.first_conjunct(candidate.carrier)
    above = tree.heads[first]
    if _is_left_after(tree, trigger, first):
        return True
    if tree.deps[first] == "dobj":
        coming = above if tree.lemmas[above] in _SEEING and tree.tags[above] == "VBG" else None
    else:
        there = tree.deps[first] == "pobj" and tree.lower[above] in _INTO
        coming = tree.heads[above] if there and tree.lemmas[tree.heads[above]] in _COMING else None
    if coming is None or coming == trigger:
        return False
    held = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.is_verb(k)), trigger)
    if any(tree.tags[p] in NAME for k in {trigger, held} - {coming} for p in tree.behind(k, "at", "in")):
        return False
    over = tree.heads[coming]
    if tree.deps[coming] == "pcomp":
        return tree.lower[over] in _UPON and tree.heads[over] == held
    if tree.deps[coming] == "acl":
        return over in tree.kids(held, "nsubj", "nsubjpass")
    return tree.lower[tree.heads[trigger]] == "for" and tree.heads[tree.heads[trigger]] == coming


def _is_left_after(tree: Tree, trigger: int, place: int) -> bool:
    """Whether it is from a place that somebody goes after a meeting that is not told to be elsewhere."""
    verb = tree.heads[place]
    if tree.deps[place] == "pobj":
        verb = tree.heads[verb] if tree.lower[verb] == "from" else trigger
    elif tree.deps[place] != "dobj" or tree.lemmas[verb] != "leave":
        return False
    if tree.lemmas[verb] not in _GOING or tree.behind(trigger, "at", "in"):
        return False
    path = tree.ancestors(trigger)
    after = tree.below(verb, trigger) if verb in path else None
    return after is not None and tree.lower[after] in ("after", "following") and tree.deps[after] == "prep"


def _hosts(tree: Tree, trigger: int, head: int) -> bool:
    """Whether somebody is said to host it, as subject, agent or possessor, or with a hyphen."""
    above, dep = tree.heads[head], tree.deps[head]
    if dep == "pobj" and tree.lower[above] == "by":
        verb = tree.heads[above]
        return tree.lemmas[verb] in HOSTING and tree.heads[verb] == trigger
    if tree.lower[head + 1 : head + 3] == ["-", "hosted"]:
        return trigger in tree.ancestors(head)
    if dep not in ("nsubj", "poss") or tree.lemmas[above] not in HOSTING:
        return False
    below = tree.below(above, trigger)
    return trigger == above or (below is not None and tree.deps[below] in ("dobj", "prep"))


def _is_visited(mention: Mention, head: int) -> bool:
    """Whether a country awaits or postpones the visit of somebody from elsewhere, or does something beside
    it: "Mali postponed a visit by the pope", "ahead of a visit by the pope, Cuba freed prisoners".
    """
    tree, trigger, verb = mention.sentence.tree, mention.token, mention.sentence.tree.heads[head]
    if tree.lemmas[trigger] not in _VISITS or tree.is_verb(trigger) or tree.deps[head] != "nsubj":
        return False
    referents = mention.sentence.referents
    guests = [referents[k] for k in _guests(tree, trigger) if k in referents]
    own = any(guest.country == referents[head].country for guest in guests)
    if not guests or own or tree.behind(trigger, *_WHERE):
        return False
    above = tree.heads[trigger]
    if tree.deps[trigger] == "dobj":
        return above == verb and tree.lemmas[verb] in _AWAITING
    return tree.lower[above] in _BESIDE and verb in tree.ancestors(above)


def _guests(tree: Tree, visit: int) -> list[int]:
    """Those who come, as the words at a visit say."""
    return [] if tree.is_verb(visit) else [*tree.kids(visit, "poss"), *tree.behind(visit, *_BY)]


def _is_of_guest(mention: Mention, place: PlaceCandidate) -> bool:
    """Whether a place only says who comes: "a visit by the president of Chad"."""
    return mention.token in mention.sentence.tree.ancestors(place.carrier)
