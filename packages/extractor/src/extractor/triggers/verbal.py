"""Whether politicians attack each other with words: "Labour launched an attack on Sunak"."""

from __future__ import annotations

from functools import cache

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME
from extractor.tables import rows

__all__ = ["is_verbal"]

_ATTACKS = frozenset({"assault", "attack"})
_MAKING = lemma_set("attacking") | {"deliver", "mount", "renew", "unleash"}
_POLITICIANS = lemma_set("politicians")
_ARMED = lemma_set("armed_attacks")


def is_verbal(sentence: Sentence, noun: int) -> bool:
    """Whether an attack is one of parties and politicians on each other, and nothing tells of weapons: "the
    Tories' attack on the chancellor", "Trump's attack on the FBI", but not "Hamas launched an attack on
    Haifa".
    """
    tree = sentence.tree
    if tree.lemmas[noun] not in _ATTACKS or tree.is_verb(noun) or tree.kid(noun, "compound") is not None:
        return False
    verb = tree.heads[noun]
    made = tree.deps[noun] == "dobj" and tree.lemmas[verb] in _MAKING
    makers = tree.kids(noun, "poss") or (sentence.functions.surface_subject(verb) if made else ())
    aims = tree.behind(noun, "on", "against") or (tree.behind(verb, "on", "against") if made else ())
    if not makers or not aims or tree.has_lemma(_ARMED):
        return False
    if all(_is_person(sentence, k) for k in makers) and all(_is_institution(sentence, k) for k in aims):
        return True
    return all(_is_politician(sentence, k) for k in (*makers, *aims))


def _is_person(sentence: Sentence, token: int) -> bool:
    referent = sentence.referents.get(token)
    return referent is not None and referent.known and referent.kind == "person"


def _is_institution(sentence: Sentence, token: int) -> bool:
    """ "The FBI", "the BBC", "the EU", whom one man attacks with words alone; no capital or government."""
    referent = sentence.referents.get(token)
    if referent is None or not referent.known or referent.kind != "organization" or referent.toponym:
        return False
    return "government" not in referent.name.lower()


def _is_politician(sentence: Sentence, token: int) -> bool:
    tree, referent = sentence.tree, sentence.referents.get(token)
    if referent is None or not referent.known:
        return tree.lemmas[token] in _POLITICIANS and (
            tree.tags[token] not in NAME or tree.lemmas[token] == "party"
        )
    return referent.kind == "person" or referent.name in _parties()


@cache
def _parties() -> frozenset[str]:
    """The names of the parties that the data know."""
    return frozenset(name for name, _, sort, _, _ in rows("actors/organisations.tsv", 5) if sort == "party")
