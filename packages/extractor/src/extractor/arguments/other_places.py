"""Places that a sentence names and that are those of something else than the event."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.place_candidates import LARGE, PlaceCandidate, holder_of, is_beyond_border
from extractor.arguments.where_told import is_of_judge, is_of_speaker, is_of_statement
from extractor.evidence import Mention
from extractor.frames.answers import answer_above, blow_before
from extractor.frames.contents import content_heads
from extractor.frames.relations import is_beyond, is_parted
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["is_of_office", "is_other_place"]

_MATTERS = lemma_set("matters")
_TIES = lemma_set("ties")
_ATTACKS = lemma_set("assaults") | lemma_set("atrocities")
_STEPS = lemma_set("steps_after")
_MEETINGS = lemma_set("gatherings") | {"negotiation", "visit"}
_AFTER = frozenset({"after", "following", "since"})
_AMID = frozenset({"amid", "amidst", "despite"})
_ABOUT = frozenset({"about", "on", "over", "regarding"})
_LIKE = frozenset({"as", "like", "unlike"})
_FLEEING = lemma_set("fleeing")
_THROUGH = frozenset({"across", "into", "over", "through", "to", "toward", "towards"})
_SENDING = lemma_set("sending")
_BEFORE = ("compound", "nmod", "poss")
_BELONGING = frozenset({"belong"})
_PARTIES = frozenset({"person", "group", "organization", "vehicle"})


def is_other_place(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is told of something else than the event, whatever else speaks for it."""
    tree = mention.sentence.tree
    first = tree.first_conjunct(candidate.carrier)
    return (
        _is_of_answered(mention, candidate)
        or _is_matter(mention, candidate, first)
        or _is_on_the_way(mention, candidate)
        or is_of_statement(mention, first)
        or _is_blamed(tree, first)
        or _is_whose(mention, candidate)
        or _is_of_ties(tree, first)
        or is_beyond_border(tree, first)
        or _is_of_consequence(mention, candidate)
        or _is_of_earlier(mention, candidate, rivals)
        or _is_of_later(mention, candidate, rivals)
        or _is_of_clause_above(mention, candidate, rivals)
        or _is_content(mention, candidate)
        or _is_likened(tree, first)
        or _is_called_up(mention, first)
        or _is_met(mention, first)
        or _is_origin(mention, first)
        or _is_of_flight(mention, first)
        or is_of_speaker(mention, first)
        or is_of_judge(tree, mention.token, first)
        or is_beyond(tree, mention.token, first)
        or is_parted(tree, mention.token, first)
    )


def _is_of_answered(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether one of an attack and a place is in what the other answers to: both are hardly in one place."""
    if mention.type != "strike":
        return False
    tree = mention.sentence.tree
    head, trigger = candidate.phrase.head, mention.token
    return any(of(tree, head) != of(tree, trigger) for of in (answer_above, blow_before))


def _is_matter(mention: Mention, candidate: PlaceCandidate, first: int) -> bool:
    """Whether a country or a part of the world is where that goes on of which the parties speak.

    Here and below, `first` is the first of the list that the place stands in.
    """
    sentence, tree = mention.sentence, mention.sentence.tree
    if mention.type == "strike":
        return False
    noun = tree.heads[tree.heads[first]]
    above = tree.lower[tree.heads[noun]]
    amid = above in _AMID or (above in _ABOUT and tree.heads[first] == noun + 1)  # "talks on the war in Gaza"
    if not amid and sentence.referents[candidate.phrase.head].kind not in LARGE:
        return False
    return tree.deps[first] == "pobj" and noun != mention.token and tree.lemmas[noun] in _MATTERS


def _is_on_the_way(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether somebody is still on the way to a place: "on his way to Tokyo"."""
    tree, head = mention.sentence.tree, candidate.carrier
    prep = tree.heads[head]
    on_the_way = tree.deps[head] == "pobj" and tree.lower[prep] in ("to", "for") and prep > 0
    return on_the_way and tree.lower[prep - 1] in ("way", "route")


def _is_blamed(tree: Tree, first: int) -> bool:
    """Whether a country is told to be to blame: "an attack blamed on Ukraine"."""
    prep = tree.heads[first]
    blamed = tree.lemmas[tree.heads[prep]] == "blame"
    return blamed and tree.deps[first] == "pobj" and tree.lower[prep] == "on"


def _is_whose(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a country is the second of those of which somebody is, "British and French jets", or owns what
    is struck: "the depot belonged to Iran".
    """
    tree, head = mention.sentence.tree, candidate.phrase.head
    first = tree.first_conjunct(head)
    if tree.deps[first] == "pobj" and tree.has_lemma(_BELONGING):
        above = next((k for k in tree.ancestors(first) if tree.is_verb(k)), first)
        if tree.lemmas[above] == "belong" and tree.lower[tree.below(above, first) or first] == "to":
            return True
    if first == head or tree.deps[first] not in ("compound", "nmod", "amod"):
        return False
    referent = mention.sentence.referents.get(tree.heads[first])
    return referent is not None and referent.kind in _PARTIES


def _is_of_ties(tree: Tree, first: int) -> bool:
    """Whether a seat of government is one of two that get on or do not: "strained ties between Rome and
    Tunis".
    """
    prep = tree.heads[first]
    between = tree.deps[first] == "pobj" and tree.lower[prep] in ("between", "with")
    return between and tree.lemmas[tree.heads[prep]] in _TIES


def _is_of_consequence(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is where an attack made something happen: "the raid sparked protests in Tunis"."""
    tree = mention.sentence.tree
    if mention.type != "strike" or not tree.has_lemma(_STEPS):
        return False
    verb = next((k for k in tree.ancestors(candidate.carrier) if tree.is_verb(k)), None)
    if verb is None or tree.lemmas[verb] not in _STEPS:
        return False
    below = tree.below(verb, mention.token)
    return below is not None and below < verb < candidate.phrase.start


def _is_of_earlier(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is that of an event which came before: "an offensive in Boni after a raid on Djibo",
    "the first meeting since talks in Oslo".
    """
    tree = mention.sentence.tree
    if mention.type in ACTS or _AFTER.isdisjoint(tree.lower):
        return False
    sort = _ATTACKS if mention.type == "strike" else _MEETINGS
    path = (mention.token, *tree.ancestors(mention.token))
    others = {rival.token for rival in rivals if rival.type == mention.type and rival.token != mention.token}
    above = tree.ancestors(candidate.carrier)
    after = next((n for n, k in enumerate(above) if tree.lower[k] in _AFTER), None)
    if after is None or above[after] in path:
        return False
    return any(k in others or tree.lemmas[k] in sort for k in above[:after])


def _is_of_later(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is that of what came after: "met in Bonn following a summit", which was elsewhere."""
    tree = mention.sentence.tree
    if mention.type in ACTS or _AFTER.isdisjoint(tree.lower):
        return False
    path = tree.ancestors(mention.token)
    after = next((n for n, k in enumerate(path) if tree.lower[k] in _AFTER), None)
    if after is None or path[after] in tree.ancestors(candidate.carrier):
        return False
    later = {rival.token for rival in rivals if rival.type == mention.type} & {*path[after:]}
    return not later.isdisjoint(tree.ancestors(candidate.carrier))


def _is_of_clause_above(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is that of an attack in the clause above a meeting's, or the other way round: "rebels
    attack a base in Goma as peace talks resume".
    """
    tree = mention.sentence.tree
    clause = next(
        (k for k in (mention.token, *tree.ancestors(mention.token)) if tree.deps[k] == "advcl"), None
    )
    if mention.type in ACTS or clause is None or not _is_meanwhile(tree, clause):
        return False
    above = tree.ancestors(candidate.carrier)
    if clause in above or tree.heads[clause] not in above:
        return False
    others = (rival.token for rival in rivals if rival.type not in (*ACTS, mention.type))
    return any(clause not in (token, *tree.ancestors(token)) for token in others)


def _is_meanwhile(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what goes on at the same time."""
    return any(tree.lower[k] in ("as", "while") for k in tree.kids(clause, "mark"))


def _is_likened(tree: Tree, first: int) -> bool:
    """Whether a place is only where something like the event was: "may use gas, as in Homs"."""
    prep = tree.heads[first]
    return tree.deps[first] == "pobj" and prep > 0 and tree.lower[prep - 1] in _LIKE


def _is_called_up(mention: Mention, first: int) -> bool:
    """Whether somebody is only telephoned at a place: "a call to the Kremlin"."""
    if mention.subtype != "call":
        return False
    tree = mention.sentence.tree
    return tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] in ("to", "with", "from")


def _is_met(mention: Mention, first: int) -> bool:
    """Whether it is a country whose people are met: "will meet Chile on Monday"."""
    tree, trigger = mention.sentence.tree, mention.token
    return tree.lemmas[trigger] == "meet" and tree.deps[first] == "dobj" and tree.heads[first] == trigger


def _is_origin(mention: Mention, first: int) -> bool:
    """Whether a missile or an attack only comes from a place: "rockets fired from Gaza"."""
    if mention.type != "strike":
        return False
    tree, prep = mention.sentence.tree, mention.sentence.tree.heads[first]
    if tree.deps[first] != "pobj" or tree.lower[prep] != "from":
        return False
    return tree.lemmas[tree.heads[prep]] in _SENDING


def _is_of_flight(mention: Mention, first: int) -> bool:
    """Whether the attackers only fled there: "shot a judge and fled through the Central Park"."""
    tree, prep = mention.sentence.tree, mention.sentence.tree.heads[first]
    if mention.type != "strike" or tree.deps[first] != "pobj" or tree.lower[prep] not in _THROUGH:
        return False
    verb = tree.heads[prep]
    return tree.lemmas[verb] in _FLEEING and verb not in (mention.token, *tree.ancestors(mention.token))


def _is_content(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is in what is offered or threatened: "threatened to bomb a port in Oman"."""
    if mention.type not in ACTS:
        return False
    tree = mention.sentence.tree
    above = (candidate.carrier, *tree.ancestors(candidate.carrier))
    return any(head in above for head in content_heads(tree, mention.token, mention.type))


def is_of_office(mention: Mention, candidate: PlaceCandidate, *, sole: bool) -> bool:
    """Whether a place says what somebody is the head of, or whence or to whom somebody is sent: "the mayor of
    Gao", "a lawmaker from Gao". Where the mayor is struck and no other place is told, `sole`, it is Gao.
    """
    if _is_of_person(mention, candidate):
        return True
    holder = holder_of(mention.sentence, candidate.carrier)
    if holder is None or holder == mention.token:
        return False
    tree = mention.sentence.tree
    return not sole or tree.lower[tree.heads[tree.first_conjunct(candidate.carrier)]] != "of"


def _is_of_person(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place stands before a person's office: "Tijuana mayor Ana Diaz", "the region's governor"."""
    tree, node = mention.sentence.tree, candidate.carrier
    while tree.deps[node] in _BEFORE and tree.heads[node] != mention.token:
        node = tree.heads[node]
    referent = mention.sentence.referents.get(node)
    apart = node not in (candidate.carrier, mention.token) and tree.deps[node] not in _BEFORE
    return apart and referent is not None and referent.kind == "person" and tree.tags[node] in ("NN", "NNP")
