"""The country that the words of a phrase name: demonyms, names of countries, possessors, known bodies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["Nationality"]

_AGENCIES = words("agency")
_PARTICLES = words("particle")
_KEPT = 8192
_NEIGHBOURS = 3
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "this", "these", "those"})
"""Words that no name is, though they have a capital where a sentence begins."""
_JOINING = frozenset({"and", "or", ","})
# Tokens that are no words of their own in a name.
_INNER = frozenset({"'s", "’s", "-", "&"})


class Nationality:
    """Reads countries off the tokens of a sentence."""

    def __init__(self, book: ActorBook) -> None:
        self._book = book
        # The same capitalised words come back all through an article.
        self._named = lru_cache(maxsize=_KEPT)(self._country)
        self._known = lru_cache(maxsize=_KEPT)(self._country_or_body)

    def _country(self, text: str) -> Entity | None:
        if not self._book.may_know(text):
            return None
        return self._book.country_of_word(text) or self._book.metonym(text)

    def _country_or_body(self, text: str) -> Entity | None:
        if not self._book.may_know(text):
            return None
        if text.casefold() in _AGENCIES:
            return self._country(text)
        return self._country(text) or self._book.lookup(text)

    def adjective(self, tree: Tree, k: int) -> Entity | None:
        """The country or people of an adjective, with the word before it where they are one name."""
        if k and tree.words[k - 1][:1].isupper():
            pair = self._book.country_of_word(f"{tree.words[k - 1]} {tree.words[k]}")
            if pair is not None:
                return pair
        return self._book.country_of_word(tree.words[k])

    def within(self, tree: Tree, start: int, end: int) -> str | None:
        """The first country that tokens `start` to `end` name; None where they name several side by side.

        What somebody opposes, and who backs somebody, does not count.
        """
        first = start + (start < end and tree.lower[start] in _DETERMINERS)
        if not tree.has_capital(first, end):
            return None
        found: str | None = None
        k, last = start, end
        while k < end:
            if not tree.words[k][0].isupper():
                k += 1
                continue
            around = tree.lower[k - 1 if k else 0 : k + 2]
            hyphen = "-" in around
            if hyphen and self._opposed(tree, k, k + 1):
                k += 1
                continue
            if (hyphen and self._is_joint(tree, k)) or ("and" in around and self._is_half(tree, k)):
                return None
            size, entity = self.longest(tree, k, end)
            if size > 1 and self._opposed(tree, k, k + size):  # "the US-backed"
                k += size
                continue
            country = None if entity is None else entity.country
            if country is not None and found is None:
                found, last = country, k + size
            elif (
                country not in (None, found)
                and k - last < _NEIGHBOURS
                and _JOINING.intersection(tree.lower[last:k])
            ):
                return None
            k += size
        if found is not None and tree.lower[last : last + 1] == ["and"] and last + 1 < end:
            return None if tree.lower[last + 1] in words("abroad") else found
        return found

    def names_stateless(self, tree: Tree, start: int, end: int) -> bool:
        """Whether tokens `start` to `end` name a body of no one country ("an Islamic State commander")."""
        k = start
        while k < end:
            begins = tree.words[k][:1].isupper() or tree.lower[k] in _PARTICLES
            size, entity = self.longest(tree, k, end) if begins else (1, None)
            if entity is not None and entity.country is None and entity.kind in ("group", "organization"):
                return entity.category != "people"
            k += size
        return False

    def longest(self, tree: Tree, k: int, end: int) -> tuple[int, Entity | None]:
        """How many tokens the longest known name that begins at token `k` has, and whose name it is."""
        for last in range(self._reach(tree, k, end), k + 1, -1):
            if tree.words[last - 1] == "-":
                continue
            entity = self._known(tree.text(k, last))
            if entity is not None:
                return last - k, entity
        word = tree.words[k]
        if word == "-":
            return 1, None
        return 1, self._known(word) if word.isupper() else self._named(word)

    def _reach(self, tree: Tree, k: int, end: int) -> int:
        """The token at which a known name that begins at token `k` ends at the latest."""
        if k + 1 == end:
            return end
        last, first = k + 1, tree.words[k]
        if tree.lower[last] in _INNER:
            last += 1
            first = tree.text(k, last)
        left = self._book.longest(first, tree.words[last] if last < end else "") - 1
        while last < end and (left > 0 or tree.lower[last] in _INNER):
            left -= tree.lower[last] not in _INNER
            last += 1
        return last

    def _is_joint(self, tree: Tree, k: int) -> bool:
        """Whether the word is the first of two countries: "Franco-German"."""
        hyphen = tree.lower[k] in words("combining") and tree.words[k + 1 : k + 2] == ["-"]
        return hyphen and k + 2 < len(tree) and self._book.country_of_word(tree.words[k + 2]) is not None

    def _is_half(self, tree: Tree, k: int) -> bool:
        """Whether the word is the first of two halves of a land: "North and South Korean"."""
        return (
            tree.lower[k + 1 : k + 2] == ["and"]
            and k + 3 < len(tree)
            and all(self._named(f"{tree.words[i]} {tree.words[k + 3]}") for i in (k, k + 2))
        )

    def _opposed(self, tree: Tree, k: int, end: int) -> bool:
        """Whether a name says whom one is against, or who backs one: "anti-Soviet", "US-backed"."""
        if k > 1 and tree.words[k - 1] == "-" and tree.lower[k - 2] in words("against"):
            return True
        if end + 1 < len(tree.words) and tree.words[end] == "-" and tree.words[end + 1][:1].islower():
            return self._book.country_of_word(f"{tree.text(k, end)}-{tree.words[end + 1]}") is None
        return False

    def of_words(self, found: Sequence[str]) -> str | None:
        """The first country that one of the words, or two neighbours, name."""
        for k, word in enumerate(found):
            pair = self._book.country_of_word(f"{word} {found[k + 1]}") if k + 1 < len(found) else None
            entity = pair or self._book.country_of_word(word)
            if entity is not None and entity.country:
                return entity.country
        return None

    def possessor(self, tree: Tree, *nodes: int | None) -> str | None:
        """The country that a possessor of one of the tokens names ("Russia's")."""
        for node in nodes:
            poss = None if node is None else tree.kid(node, "poss")
            if poss is not None and (country := self.within(tree, tree.left(poss), poss + 1)):
                return country
        return None

    def behind(self, tree: Tree, phrase: Phrase) -> tuple[str | None, bool]:
        """The country that an apposition or "of" behind a name gives ("X, an American soldier", "X of Chad"),
        and whether what stands there is a body of no one country ("X, an Islamic State commander").
        """
        for k in tree.children[phrase.head]:
            if k > phrase.head and tree.deps[k] == "appos":
                start = tree.left(k)
                found = self.within(tree, start, k + 1) or self._of(tree, k)
                return found, found is None and self.names_stateless(tree, start, k + 1)
        return self._of(tree, phrase.head), False

    def _of(self, tree: Tree, k: int) -> str | None:
        """The country behind "of": "a citizen of France"."""
        prep = tree.kid(k, "prep")
        pobj = tree.kid(prep, "pobj") if prep is not None and tree.lower[prep] == "of" else None
        if pobj is None or tree.kid(pobj, "conj") is not None:
            return None
        return self.within(tree, tree.left(pobj), pobj + 1)
