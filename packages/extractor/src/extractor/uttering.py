"""What tells two offers or threats apart: whose they are, to whom they go, and which of several one is."""

from __future__ import annotations

from extractor.evidence import Mention
from extractor.frames.answers import answer_between
from extractor.sides import Side

__all__ = ["answers", "goes_to_another", "is_a_further_one", "is_of_body", "is_owned", "says_whose"]

_FURTHER = frozenset({"early", "initial", "previous", "rival", "second", "separate", "similar", "third"})
"""Adjectives behind "a" that tell an offer or a threat from the one before."""


def is_a_further_one(one: Side, other: Side) -> bool:
    """Whether a noun says that it is another offer or threat than those before: "an earlier proposal", "made
    the same threat a week ago".
    """
    if "same" in other.modifiers:
        return one.mention.date is None and other.mention.date is not None
    told = _FURTHER & other.modifiers if other.determiner == "indefinite" else frozenset()
    return bool(told) and told != _FURTHER & one.modifiers


def answers(first: Mention, second: Mention) -> bool:
    """Whether one of two mentions in a sentence is what the other answers to."""
    tree = first.sentence.tree
    return first.sentence is second.sentence and answer_between(tree, first.token, second.token)


def is_owned(side: Side) -> bool:
    """Whether the words of an offer or a threat say whose it is: "his threat"."""
    mention, source = side.mention, side.roles.get("source")
    owner = mention.sentence.tree.kid(mention.token, "poss")
    referent = None if owner is None else mention.sentence.referents.get(owner)
    return source is not None and referent is not None and source.keys == {referent.key}


def says_whose(side: Side) -> bool:
    """Whether a clause tells whose a known offer or threat is: "the offer that Oman put to them"."""
    mention, source = side.mention, side.roles.get("source")
    tree, referents = mention.sentence.tree, mention.sentence.referents
    makers = (k for clause in tree.kids(mention.token, "relcl", "acl") for k in tree.kids(clause, "nsubj"))
    return source is not None and any(k in referents and source.keys == {referents[k].key} for k in makers)


def is_of_body(one: Side, other: Side) -> bool:
    """Whether verbs tell of what a body of several states offers or threatens, and of what a state does:
    "The African Union offered to host talks. Kenya's president offered to mediate".
    """
    if not all(side.mention.sentence.tree.is_verb(side.mention.token) for side in (one, other)):
        return False
    bodies, states = (
        [a.referent for a in side.mention.actors if a.role == "source"] for side in (one, other)
    )
    if not bodies or not states or any(state.country is None for state in states):
        return False
    return all(r.known and r.kind == "organization" and r.country is None for r in bodies)


def goes_to_another(one: Side, other: Side) -> bool:
    """Whether two verbs tell of offers or threats to others: "offered Chad a loan and Niger a port"."""
    left, right = one.roles.get("target"), other.roles.get("target")
    if left is None or right is None or None in left.countries | right.countries:
        return False
    verbs = all(side.mention.sentence.tree.is_verb(side.mention.token) for side in (one, other))
    return verbs and left.countries.isdisjoint(right.countries)
