"""Where the text around a phrase plays: the country of those whose own words name none.

"Police" are the police of the place that the article speaks of, and so are soldiers, ministers and schools.
Of an unknown gunman, or of five people, the place does not say whence they come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from extractor.actors.kinds import kind_of, noun_classes
from extractor.actors.lexicon import words
from extractor.evidence import Referent, Sentence

__all__ = ["LocalReferent", "Setting", "country_of_setting", "in_compound", "is_abroad", "is_state_body"]

_BEFORE, _AFTER, _OVERALL = 0.6, 0.4, 0.3
_PLACE, _NAMED, _OTHER = 6, 3, 2
_NOTHING: Mapping[str, int] = MappingProxyType({})
_FOREIGN_OFFICE = re.compile(r"\bforeign (?=minist|secretar|office|affairs|policy|envoy)")
_FIXED = ("facility", "place", "country", "vehicle")


class LocalReferent(Referent, gc=False):
    """A referent that keeps the country of which the text around it speaks, where its own is not known."""

    guess: str | None = None


class Setting:
    """The countries that the sentences of one article name, by sentence."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._here: dict[int, Counter[str]] = {}
        self._placed: dict[int, Counter[str]] = {}
        self._all: Counter[str] = Counter()
        for sentence in sentences:
            named, placed = _countries(sentence)
            if named:
                self._here[sentence.index] = named
                self._all.update(named)
            if placed:
                self._placed[sentence.index] = placed
        self._kept: dict[tuple[int, bool], str | None] = {}

    def country(self, at: int, *, placed: bool = False) -> str | None:
        """The country that sentence `at` most likely speaks of; None where no country is named at all.

        With `placed` only names of places count.
        """
        key = (at, placed)
        if key not in self._kept:
            self._kept[key] = self._find(at, self._placed if placed else self._here)
        return self._kept[key]

    def _find(self, at: int, here: dict[int, Counter[str]]) -> str | None:
        score: dict[str, float] = {}
        if here is self._here:
            score = {code: _OVERALL * weight for code, weight in self._all.items()}
        for distance in range(4):
            for index, decay in ((at - distance, _BEFORE**distance), (at + distance, _AFTER**distance)):
                for code, weight in here.get(index, _NOTHING).items():
                    score[code] = score.get(code, 0.0) + decay * weight
        return max(score, key=lambda code: score[code]) if score else None


def _countries(sentence: Sentence) -> tuple[Counter[str], Counter[str]]:
    """The weights of the countries that a sentence names, and of those where it places something."""
    found: Counter[str] = Counter()
    places: Counter[str] = Counter()
    tree = sentence.tree
    for head, referent in sentence.referents.items():
        if referent.country and not in_compound(sentence, head):
            prep = tree.heads[head]
            located = referent.toponym and tree.deps[head] == "pobj" and tree.lower[prep] in words("locative")
            if located:
                places[referent.country] += _PLACE
            found[referent.country] += _PLACE if located else _NAMED if referent.toponym else _OTHER
    return found, places


def in_compound(sentence: Sentence, k: int) -> bool:
    """Whether token `k` is part of a word that tells of friends and foes ("anti-Turkish", "US-backed")."""
    tree = sentence.tree
    before = k > 1 and tree.words[k - 1] == "-" and tree.lower[k - 2] in words("against")
    return before or (k + 1 < len(tree) and tree.words[k + 1] == "-")


def is_state_body(name: str, head: str) -> bool:
    """Whether a description names what belongs to the state that the article speaks of ("the army")."""
    return head in words("state") or " ".join(name.casefold().split()[-2:]) in words("state")


def is_abroad(name: str) -> bool:
    """Whether a word of the name says that it is of no one country ("European leaders")."""
    folded = name.casefold()
    if "foreign" in folded:
        folded = _FOREIGN_OFFICE.sub("", folded)
    return not words("abroad").isdisjoint(folded.split())


def _says_who(name: str) -> bool:
    """The words tell whose it is, if of no one country: "French and German ministers"."""
    parts = name.split(" and ")
    return len(parts) > 1 and all(part.strip()[:1].isupper() for part in parts)


def country_of_setting(referent: Referent, place: str | None, *, role: str = "") -> str | None:
    """The country of an actor, with that of the event's place (alpha-3) where its own words name none.

    Without a place it is the country that the sentence speaks of.

    What stands or drives in a place belongs to its country, and so do those whom the text calls civilians,
    students or officers. "Five people", bombers, militants and known bodies of no country keep None; an
    attacker (`role` "source") belongs to the place only as one of its own forces.
    """
    if referent.country is not None or referent.known or referent.key < 0:
        return referent.country
    place = place or (referent.guess if isinstance(referent, LocalReferent) else None)
    if place is None:
        return None
    if referent.kind in _FIXED and referent.kind != "vehicle":
        return place
    if is_abroad(referent.name) or _says_who(referent.name):
        return None
    noun = noun_classes().lemma(referent.name)
    head = noun[0] if noun else referent.name.casefold().split()[-1]
    if kind_of(head) is None and referent.kind in ("person", "organization") and referent.name[:1].isupper():
        return place
    if head in words("anyone") or head in noun_classes().attackers:
        return None
    if role == "source" and not is_state_body(referent.name, head):
        return None
    return place
