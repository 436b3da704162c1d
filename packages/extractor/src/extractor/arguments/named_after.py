"""Whom the words right before the noun of an attack mean: "rebel shelling", "the consulate attack"."""

from __future__ import annotations

from extractor.arguments.bearings import Bearing
from extractor.evidence import Mention, Referent, Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["of_modifier"]

_SORTS = lemma_set("sorts")
_ASSAILANTS = lemma_set("assailants")
_PLANTED = lemma_set("planted")
_OF_VICTIMS = frozenset({"assassination", "killing", "massacre", "murder", "shooting"})
"""Attacks that are named after those who were killed, or after where they were."""


def of_modifier(mention: Mention, head: int) -> Bearing | None:
    """What a noun directly before that of an attack says: "rebel shelling", "a police drug raid", "the
    consulate attack".
    """
    sentence, trigger = mention.sentence, mention.token
    tree, referent = sentence.tree, sentence.referents.get(head)
    between = range(head + 1, trigger)
    if referent is None or not tree.is_noun(head) or tree.lemmas[head] in _SORTS or head > trigger:
        return None
    attacks = tree.lemmas[head].lower() in _ASSAILANTS
    people = referent.kind == "group" and tree.words[head][:1].isupper() and _has_aim(tree, trigger)
    beside = tree.heads[head] == trigger and all(tree.deps[k] == "compound" for k in between)
    if beside and (people or (attacks and referent.kind in ("person", "group"))):
        return "does"  # "Settler attacks", with a capital; "Fulani attacks on farmers"
    named = tree.tags[head] in NAME or referent.known
    if named and referent.kind in ("country", "place"):
        return "answers" if _is_where(sentence, trigger, head, referent) else None
    if named and referent.kind == "person" and tree.lemmas[trigger] in _OF_VICTIMS:
        return "answers"  # "the Kennedy assassination"
    if any(tree.deps[k] != "compound" or k in sentence.referents for k in between):
        return None
    if named:  # "the Charlie Hebdo attack" was on it
        return "does" if referent.kind == "group" else "answers" if referent.kind == "facility" else None
    if referent.kind in ("person", "group"):
        if attacks:
            return "does"
        return "out" if any(tree.tags[k] == "NN" for k in between) else "bears"  # "a tourist bus bombing"
    if referent.kind == "organization":
        return "does"
    return "bears" if referent.kind == "facility" else None


def _has_aim(tree: Tree, trigger: int) -> bool:
    """Whether it is told on whom an attack is."""
    return bool(tree.behind(trigger, "against", "on"))


def _is_where(sentence: Sentence, trigger: int, head: int, referent: Referent) -> bool:
    """Whether the name of a country or town before an attack only says where it was, as it does where the
    attack is one with planted bombs or in a crowd, or on something there: "Kenya suicide attack", "Mali mall
    attack".
    """
    tree, between = sentence.tree, range(head + 1, trigger)
    if not referent.name.endswith(tree.words[head]) and not tree.words[head].isupper():
        return False  # "Chechen suicide attack"
    return any(tree.lower[k] in _PLANTED or _is_building(sentence, k) for k in between)


def _is_building(sentence: Sentence, k: int) -> bool:
    referent = sentence.referents.get(k)
    return referent is not None and referent.kind in ("facility", "vehicle")
