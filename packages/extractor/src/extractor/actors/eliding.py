"""Counted phrases that leave their noun out: "three soldiers died and five others were hurt"."""

from __future__ import annotations

from msgspec.structs import replace

from extractor.actors.description import Description
from extractor.actors.kinds import plural_of
from extractor.actors.lexicon import words
from extractor.evidence import Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor_schema import ActorKind

__all__ = ["ELLIPTIC", "fill"]

_PEOPLE = "people"
_ONE = frozenset({"one", "1", "another"})
_OTHERS = frozenset({"others", "more"})
ELLIPTIC = _ONE | _OTHERS
"""Words that may stand for somebody whose noun they leave out, as numbers may."""
_HARMED = lemma_set("harmed")
"""What those were to whom it happened, which is no noun for them: "50 dead and more than 400 hurt"."""


def fill(sentence: Sentence, phrase: Phrase, description: Description) -> Description:
    """The description of a phrase of kind `noun`, with a number or one of `ELLIPTIC` for its head, together
    with the noun that it leaves out: that of the last counted persons before it.
    """
    tree, head = sentence.tree, phrase.head
    if not _is_elliptic(tree, phrase):
        return description
    noun, country = _PEOPLE, None
    for other in reversed(sentence.phrases):
        referent = sentence.referents.get(other.head)
        if other.head >= phrase.start or referent is None or referent.kind not in ("person", "group"):
            continue
        if _counted(tree, other):
            noun, country = _noun(tree, other.head), referent.country
            break
    if tree.lower[head] in _ONE:
        noun = "person" if noun == _PEOPLE else noun
    count = description.core
    if count.endswith("others"):
        count = count[:-1]
    kind: ActorKind = "person" if description.kind == "person" else "group"
    country = description.country or country
    return replace(description, core=f"{count} {noun}", country=country, kind=kind)


def _is_elliptic(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase with a number, or with "others", for its head leaves out a noun."""
    head = phrase.head
    alone = phrase.end == head + 1
    if tree.lower[head] in ELLIPTIC:
        return alone or tree.kid(head, "prep") is None
    if not alone or tree.deps[head] == "pobj":
        return False
    word = tree.words[head]
    return not (word[:1].isalpha() and word[-1:].isdigit())  # "an AK-47"


def _counted(tree: Tree, phrase: Phrase) -> bool:
    """Whether the phrase counts persons, and has its noun; those that others include are not taken up."""
    head = phrase.head
    first = tree.first_conjunct(head)
    if tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] == "including":
        return False
    if tree.lower[head] in _HARMED:
        return False
    if tree.tags[head] == "CD" or tree.lower[head] in _OTHERS or tree.lower[head] in words("quantity"):
        return False
    return phrase.kind in ("noun", "name") and tree.kid(head, "nummod") is not None


def _noun(tree: Tree, head: int) -> str:
    if tree.tags[head] in ("NNS", "NNPS"):
        return tree.words[head]
    return plural_of(tree.lemmas[head])
