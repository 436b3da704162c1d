"""Titles: the words before a name, and the office and gender that they or a noun tell, and who holds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from difflib import SequenceMatcher

from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree
from extractor.places import Gazetteer

__all__ = ["Titles", "gender_of_noun", "gender_of_title"]

_LEADING = words("leading")
_OWN_NAME = words("own_name")
_BODIES = words("body") | words("unit")
_MALE = words("male")
_FEMALE = words("female")
_LONGEST_TITLE = 5
_ALIKE = 0.7
"""How much two spellings of a name have in common at least."""


class Titles:
    """Finds offices and their holders in the words before a name, beside it, or without one."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._gazetteer = gazetteer

    def split(
        self, tree: Tree, start: int, run: list[str], on: dt.date | None
    ) -> tuple[list[str], list[str]]:
        """The words before a name, and the name."""
        if len(run) == 1:
            return [], run
        if len(run) > 2 and kind_of(run[-1]) == "facility":  # "King Khalid International Airport"
            return [], run
        for k in range(len(run) - 1, 0, -1):
            title = " ".join(run[:k])
            if self._book.office_category(title) is not None:
                return run[:k], run[k:]
            if title[-1] == "s" and self._book.office_category(title[:-1]) is not None:  # "Ministers X and Y"
                return title[:-1].split(), run[k:]
        if run[0].lower() in _LEADING and self._gazetteer.lookup(" ".join(run)):
            return [], run
        k = 0
        while k < len(run) - 1 and (
            run[k].lower() in _LEADING or self._is_nation(tree, start + k, run, k, on)
        ):
            if run[k].lower() in _OWN_NAME and run[-1].lower() in _BODIES:  # "Southern Transitional Council"
                break
            k += 1
        return run[:k], run[k:]

    def _is_nation(self, tree: Tree, token: int, run: list[str], k: int, on: dt.date | None) -> bool:
        """Whether a word is the nationality before a name, and not a first name ("Israel Katz")."""
        nation = self._book.country_of_word(run[k])
        if nation is None:
            return False
        if token < len(tree) and tree.words[token] == run[k] and tree.tags[token] == "JJ":
            return True
        known = self._book.lookup(" ".join(run[k + 1 :]), on=on)
        if known is not None and known.kind == "person" and known.country != nation.country:
            return False  # "Asia Bibi" is not Netanyahu
        return len(run) - k > 2 or known is not None

    def office(self, title: list[str]) -> str | None:
        """The office that the words of a title end with; None where they tell none."""
        return self._book.office(" ".join(title[-_LONGEST_TITLE:])) if title else None

    def of_apposition(self, tree: Tree, phrase: Phrase) -> str | None:
        """The office that a noun beside a name tells: "Ann Lee, the foreign minister"."""
        node = phrase.apposition
        if node is None and tree.deps[phrase.head] == "appos":
            node = tree.heads[phrase.head]
        if node is None or (tree.tags[node] in NAME and self._book.office_category(tree.words[node]) is None):
            return None
        return self.office([tree.lemmas[k] for k in range(tree.left(node), node + 1)])

    def of_noun(self, tree: Tree, phrase: Phrase) -> str | None:
        """The office of a phrase without a name: "the Danish prime minister", "the secretary of state"."""
        noun, behind = tree.lemmas[phrase.head].lower(), phrase.head + 1
        whole = behind < phrase.end and tree.lower[behind] == "of"
        if not whole and not self._book.ends_office(noun):
            return None
        first = phrase.head
        while first - 2 >= phrase.start and tree.words[first - 1] == "-":
            first -= 2  # a secretary-general is no general
        before = [*tree.lower[phrase.start : first], "".join([*tree.lower[first : phrase.head], noun])]
        title = [*before[-_LONGEST_TITLE:], *tree.lower[behind : phrase.end]]
        office = self._book.office(" ".join(title)) if whole else None
        return office or self.office(before)

    def holder(
        self, office: str | None, country: str | None, name: list[str], on: dt.date | None
    ) -> Entity | None:
        """Who holds the office in the country and has these names, or spellings of them."""
        found = self._book.holder(office, country, on=on) if office and country and on else None
        names = [word.casefold() for word in found.name.split()] if found else []
        if not names:
            return None
        own = [word.casefold() for word in name]
        return found if all(word in names for word in own) or _is_spelling(own, names) else None


def _is_spelling(own: list[str], names: list[str]) -> bool:
    """Whether first and last name, or the last one alone, are the same in another spelling."""
    pairs = [(own[-1], names[-1])] + ([(own[0], names[0])] if len(own) > 1 else [])
    return all(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one, other in pairs)


def gender_of_noun(noun: str) -> str | None:
    """ "f" or "m" where a noun or title tells it: "spokeswoman", "Mr."."""
    low = noun.lower()
    return "m" if low in _MALE else "f" if low in _FEMALE else None


def gender_of_title(nouns: Iterable[str]) -> str | None:
    """The gender that the first of the words tells that tells any."""
    for noun in nouns:
        if (found := gender_of_noun(noun)) is not None:
            return found
    return None
