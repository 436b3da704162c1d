"""What an offer or a threat holds: its content is no event of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractor.frames.clauses import modals_of
from extractor.frames.determiners import determiner
from extractor.frames.senses import lemma_set
from extractor.frames.tree import WH, Tree

__all__ = ["in_content"]

_DOWN = frozenset({"xcomp", "dobj", "acl", "compound", "prep", "pcomp", "pobj"})
_PREPOSITIONS = frozenset({"as", "for", "from", "of", "out", "to", "with"})
_ROUNDS = frozenset({"round", "series", "session", "day"})
"""Nouns that say no more of what is held than its form: "a round of talks"."""
_PRESUPPOSING = lemma_set("presupposing")
_ANSWERING = lemma_set("answering_for")
_ANY = frozenset({"a", "an", "any"})
_HOLDING = frozenset({"contain", "envisage", "foresee", "include"})
_TAKING_PLACE = lemma_set("beginning") | lemma_set("ending") | {"hold", "last", "resume", "take"}
_REACH = 4
"""Steps from the offer or threat down to a word of its content."""


def in_content(tree: Tree, token: int, kind: str, acts: Mapping[int, str]) -> bool:
    """Whether a trigger stands in what is offered or threatened: "offered to host talks".

    `kind` is the trigger's type; `acts` are the sentence's offers and threats, type by token. Of annotated
    triggers that hang on one of another type so, nine in ten are no event.
    """
    if _is_known_before(tree, token):
        return False
    if any(acts.get(verb, kind) != kind for verb in (*_held_out(tree, token), *_told_of(tree, token))):
        return True
    of = tree.heads[token]
    if tree.lower[of] == "of" and tree.lemmas[tree.heads[of]] in _ROUNDS:
        token = tree.heads[of]
    for _ in range(_REACH):
        head, dep = tree.heads[token], tree.deps[token]
        called_for = dep == "relcl" and tree.tags[token] == "VB"  # "an invitation for them to visit"
        down = dep in _DOWN or called_for or _is_to_come(tree, token) or _is_taken_for_end(tree, token)
        if head == token or not down:
            return False
        if dep == "prep" and tree.lower[token] not in _PREPOSITIONS and not _is_means(tree, token):
            return False
        if acts.get(head, kind) != kind:
            return True
        token = head
    return False


def _held_out(tree: Tree, noun: int) -> Iterator[int]:
    """The verbs of which a noun is the object in a clause behind it, "the talks that Oman offered", unless it
    is told to have taken place.
    """
    above = tree.heads[noun]
    if tree.deps[noun] in ("nsubj", "nsubjpass") and tree.lemmas[above] in _TAKING_PLACE:
        return
    yield from (k for k in tree.kids(noun, "acl") if tree.tags[k] == "VBN")
    for verb in tree.kids(noun, "relcl"):
        things = tree.kids(verb, "dobj")
        relative = any(tree.tags[k] == "WDT" for k in things)
        bare = not things and not any(tree.tags[k] in WH for k in range(noun, verb))
        bare = bare and tree.kid(verb, "xcomp", "ccomp") is None  # "the raid Iran vowed to avenge"
        if (relative or bare) and tree.kid(verb, "nsubj") not in (None, noun):
            yield verb


def _told_of(tree: Tree, noun: int) -> Iterator[int]:
    """The offer or threat that is told to have something in it: "the offer included talks"."""
    verb = tree.heads[noun]
    if tree.deps[noun] == "dobj" and tree.lemmas[verb] in _HOLDING:
        yield from tree.kids(verb, "nsubj")


def _is_known_before(tree: Tree, token: int) -> bool:
    """Whether it is there whatever is threatened: "vowed to avenge the attack", "will boycott the summit"."""
    above = tree.heads[token]
    if (
        not any(tree.lower[k] in _ANY for k in tree.kids(token, "det"))
        and tree.lemmas[above] in _PRESUPPOSING
    ):
        return tree.deps[token] == "dobj"
    if tree.deps[token] != "pobj" or tree.lower[above] not in ("for", "to"):
        return False
    return (
        determiner(tree, token) in ("definite", "possessive") and tree.lemmas[tree.heads[above]] in _ANSWERING
    )


def _is_to_come(tree: Tree, clause: int) -> bool:
    """Whether a clause tells what somebody says will be: "warned that it would answer with missiles"."""
    return tree.deps[clause] == "ccomp" and bool(modals_of(tree, clause))


def _is_taken_for_end(tree: Tree, clause: int) -> bool:
    """Whether the parser takes for a purpose what is offered: "offered to host talks"."""
    direct = tree.deps[clause] == "advcl" and tree.tags[clause] == "VB" and clause == tree.heads[clause] + 2
    return direct and tree.tags[clause - 1] == "TO"


def _is_means(tree: Tree, prep: int) -> bool:
    """Whether "by" tells by which deed something is done: "will retaliate by shelling the port"."""
    return tree.lower[prep] == "by" and tree.kid(prep, "pcomp") is not None
