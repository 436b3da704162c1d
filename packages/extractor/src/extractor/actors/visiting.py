"""Where somebody comes from elsewhere: guests are not of the place that they visit, nor is anybody of the
country of a counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.actors.lexicon import words
from extractor.evidence import Referent, Sentence

__all__ = ["guests"]

_INTO = frozenset({"to", "in", "into", "at"})
_GOAL = _INTO | {"object"}
_VISITOR = frozenset({"subject", "possessor", "v:subject"})
_COUNTERPART = "counterpart"
_VISITING = words("visiting")
_RECEIVING = words("receiving")
_TELLING = _VISITING | _RECEIVING | {_COUNTERPART}
"""Words that tell of a visit, or of a counterpart."""


def guests(sentence: Sentence) -> Iterator[tuple[int, frozenset[str]]]:
    """Head tokens of the phrases that are guests, each with the countries where it is one."""
    return iter(()) if _TELLING.isdisjoint(sentence.tree.lemmas) else _guests(sentence)


def _guests(sentence: Sentence) -> Iterator[tuple[int, frozenset[str]]]:
    """As `guests`, of a sentence that tells of a visit or of a counterpart."""
    if _COUNTERPART in sentence.tree.lemmas:
        yield from _of_counterparts(sentence)
    for token, lemma in enumerate(sentence.tree.lemmas):
        if lemma in _VISITING:
            yield from _of(sentence, token, _VISITOR, _GOAL)
        elif lemma in _RECEIVING:
            yield from _of(sentence, token, frozenset({"object"}), _INTO | {"subject"})


def _of(
    sentence: Sentence, token: int, guest: frozenset[str], at: frozenset[str]
) -> Iterator[tuple[int, frozenset[str]]]:
    """The phrases with a function of `guest`, and the countries of those with a function of `at`."""
    if not any(map(_may_be_guest, sentence.referents.values())):
        return
    found = sentence.functions_of(token)
    heads = [head for head, function in found.items() if function.partition(">")[0] in guest]
    if not heads:
        return
    for head in heads:  # those of a list behind them as well
        heads.extend(k for k in sentence.tree.kids(head, "conj") if k not in heads)
    visited = set()
    for head, function in found.items():
        referent = sentence.referents.get(head)
        if referent is None or referent.country is None or at.isdisjoint(function.split(">")):
            continue
        if referent.toponym or function == "subject":
            visited.add(referent.country)
    if visited:
        yield from ((head, frozenset(visited)) for head in heads)


def _may_be_guest(referent: Referent) -> bool:
    """Whether it matters where somebody is a guest: where the own country is not known."""
    return referent.country is None and referent.kind in ("person", "group")


def _of_counterparts(sentence: Sentence) -> Iterator[tuple[int, frozenset[str]]]:
    """Those who have a counterpart in another country, which is not theirs: "the minister met her Danish
    counterpart", "the minister and his Danish counterpart".
    """
    tree = sentence.tree
    for token, lemma in enumerate(tree.lemmas):
        theirs = _countries_of(sentence, token) if lemma == _COUNTERPART else None
        if not theirs:
            continue
        first = tree.first_conjunct(token)
        verb = next((k for k in tree.ancestors(first) if tree.is_verb(k)), None)
        owners = [first] if first != token else list(sentence.functions.surface_subject(verb)) if verb else []
        yield from ((k, theirs) for k in owners if k != token)


def _countries_of(sentence: Sentence, noun: int) -> frozenset[str]:
    """The countries that a noun is of, by itself and by the adjectives before it."""
    tree = sentence.tree
    before = [k for k in tree.kids(noun, "amod", "compound", "nmod") if k < noun]
    heads = [noun, *before, *(k for part in before for k in tree.kids(part, "conj"))]
    found = (sentence.referents.get(k) for k in heads)
    return frozenset(r.country for r in found if r is not None and r.country is not None)
