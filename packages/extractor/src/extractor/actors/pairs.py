"""Two or three who are meant together: "both leaders", "the three ministers"."""

from __future__ import annotations

from extractor.actors.description import Description
from extractor.actors.knowledge import ActorBook
from extractor.actors.memory import Memory
from extractor.actors.office_holders import LEADING, behind_of
from extractor.actors.remembered import same_office
from extractor.actors.setting import LocalReferent
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor_schema import ActorKind

__all__ = ["OF_TWO", "PAIRS", "guest", "of_two", "several"]

PAIRS: dict[str, tuple[ActorKind, ...]] = {
    "leader": ("person",),
    "president": ("person",),
    "minister": ("person",),
    "side": ("country", "organization", "group"),
    "country": ("country",),
    "nation": ("country",),
    "party": ("organization", "group", "country"),
    "state": ("country",),
    "men": ("person",),
    "man": ("person",),
    "neighbour": ("country",),
    "neighbor": ("country",),
    "government": ("country",),
    "woman": ("person",),
    "rival": ("person",),
    "politician": ("person",),
    "diplomat": ("person",),
    "premier": ("person",),
    "executive": ("person",),
    "company": ("organization",),
    "firm": ("organization",),
    "airline": ("organization",),
    "bank": ("organization",),
    "pair": ("person",),
    "duo": ("person",),
    "trio": ("person",),
    "two": ("person",),
    "three": ("person",),
}
_ANY_GUEST = frozenset({"dignitary", "guest", "leader", "official", "politician"})
"""Nouns for guests who may hold any office."""
_PERSONS: tuple[ActorKind, ...] = ("person",)
_TRADES = frozenset({"diplomat", "politician"})
"""Nouns for two of whom each may hold any office."""
_TWO = frozenset({"two", "both", "three", "pair", "duo", "trio"})
_OF_TWO = (["the", "former"], ["the", "latter"], ["both"], ["each"])
OF_TWO = frozenset(said[-1] for said in _OF_TWO)
"""Last words of phrases for which `of_two` can find somebody."""
_THREE = frozenset({"three", "trio"})


def of_two(sentence: Sentence, phrase: Phrase, memory: Memory) -> Referent | None:
    """The one of the two named last who "the former" or "the latter" is, and both for "both" and "each"."""
    said = sentence.tree.lower[phrase.start : phrase.end]
    if said not in _OF_TWO:
        return None
    pair = memory.two(sentence.index)
    if not pair:
        return None
    return memory.as_one(pair) if len(said) == 1 else pair[said[1] == "latter"]


def guest(sentence: Sentence, phrase: Phrase, description: Description, memory: Memory) -> Referent | None:
    """Whom "the visiting minister" means: somebody named before of whom the noun is told, or can be."""
    if description.plural or description.country is not None:
        return None
    noun = sentence.tree.lemmas[phrase.head].lower()
    barred = _acting(sentence, phrase)
    while (found := memory.latest(_PERSONS, sentence.index, plural=False, barred=barred)) is not None:
        office = found.office if isinstance(found, LocalReferent) else None
        if noun in _ANY_GUEST or noun in (office or "").split() or noun in found.name.lower().split():
            return found
        barred.add(found.key)
    return None


def several(
    sentence: Sentence, phrase: Phrase, description: Description, memory: Memory, book: ActorBook
) -> list[Referent]:
    """The two or three whom "both leaders" means, or those named side by side of whom "the leaders" are.

    Nobody where a number is not that of the noun itself.
    """
    tree, head = sentence.tree, phrase.head
    lemma = tree.lemmas[head].lower()
    kinds, office = PAIRS[lemma], None if lemma in _TRADES else description.office
    if description.plural and tree.lower[phrase.start : head] == ["the"] and phrase.end == head + 1:
        beside = memory.together(sentence.index, barred=_acting(sentence, phrase))
        if beside and beside[0].kind in kinds:
            return beside
    number = _TWO.intersection(tree.lower[k] for k in (*tree.children[head], head) if k <= head)
    if not number or tree.kid(head, "poss") is not None or behind_of(tree, head) is not None:
        return []
    for sort in (kinds, _PERSONS) if lemma == "side" else (kinds,):
        found = memory.recent(
            sort,
            sentence.index,
            2 if number.isdisjoint(_THREE) else 3,
            country=description.country,
            barred=_acting(sentence, phrase),
            in_office=lambda held: office is None or _may_hold(held, office, book),
        )
        if found:
            return found
    return []


def _may_hold(held: str | None, office: str, book: ActorBook) -> bool:
    """Whether somebody of whom a title may be known can be meant by an office ("both leaders")."""
    if held is None or same_office(held, office):
        return True
    category = book.office_category(held)
    return category == "honorific" or (office == "leader" and category in LEADING)


def _acting(sentence: Sentence, phrase: Phrase) -> set[int]:
    """Keys of the subjects of the verbs that govern the phrase, and of whose they are: "Putin's envoy called
    both leaders" means two others.
    """
    tree, node = sentence.tree, phrase.head
    found: set[int] = set()
    while tree.heads[node] != node:
        own, node = tree.deps[node] in ("nsubj", "nsubjpass"), tree.heads[node]
        if tree.is_noun(node):
            break
        if not tree.is_verb(node):
            continue
        if not own:
            for subject in sentence.functions.surface_subject(node):
                around = range(tree.left(subject), tree.right(subject) + 1)
                owners = [k for k in around if tree.deps[k] == "poss"]
                found.update(
                    r.key for k in (subject, *owners) if (r := sentence.referents.get(k)) is not None
                )
        finite = tree.kid(node, "nsubj", "nsubjpass") is not None and tree.tags[node] != "VB"
        if finite or tree.deps[node] == "conj":
            break
    return found
