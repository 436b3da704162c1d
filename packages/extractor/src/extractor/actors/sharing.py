"""Phrases that are several actors: "the leaders of Mali and Niger", "Kenya and Uganda officials".

Each of the countries or bodies has its own part in the event: who met whom is told by pairs. "Both countries"
are the two that were named. "Indian and Chinese officials" stay one body of people, and what is done to the
towns of two names is done to one phrase.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from extractor.actors.description import Description, after_article
from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory
from extractor.actors.office_holders import office_holder
from extractor.evidence import Referent, Sentence, Share
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["Sharer"]

_ACTING = frozenset({"person", "group", "organization"})
_BELONGING = frozenset({"of", "from"})
_BETWEEN = frozenset({",", "and"})
_PLURAL = frozenset({"NNS", "NNPS"})
_HALVES = 3
"""Tokens before the noun in "North and South Korea"."""
_SOLE = frozenset({"head of state", "head of government", "leader", "minister", "royal"})
"""Categories of offices of which a state has one."""


class _Title(NamedTuple):
    """What each of several is called, whether it is one person or body, and the office that it holds."""

    words: str
    single: bool
    office: str | None


class Sharer:
    """Tells those apart for whom one phrase stands."""

    def __init__(self, memory: Memory, book: ActorBook, on: dt.date | None) -> None:
        """`on` is the day whose holders of offices are meant."""
        self._memory = memory
        self._book = book
        self._on = on

    def share_out(self, sentence: Sentence) -> None:
        """Fill `shares` of a sentence whose referents are known."""
        tree, groups = sentence.tree, self._memory.groups
        listed = "and" in tree.lower
        if not listed and not groups:
            return
        for phrase in sentence.phrases:
            plural = tree.tags[phrase.head] in _PLURAL
            if not plural and not groups and phrase.head - phrase.start < _HALVES:
                continue
            referent = sentence.referents[phrase.head]
            if referent.key < 0 and (together := self._memory.group(referent.key)):
                found = [Share(phrase.start, phrase.end, one) for one in together]
            elif listed and plural:
                acting = referent.kind in _ACTING
                found = (self._before(sentence, phrase) or self._behind(sentence, phrase)) if acting else []
                found = found or _by_name(sentence, phrase)
            elif listed and referent.kind == "country" and phrase.head - phrase.start >= _HALVES:
                found = self._halves(sentence, phrase)
            else:
                continue
            if len(found) > 1:
                sentence.shares[phrase.head] = tuple(found)

    def _halves(self, sentence: Sentence, phrase: Phrase) -> list[Share]:
        """ "North and South Korea": each by its half of the name."""
        tree, first = sentence.tree, after_article(sentence.tree, phrase)
        if phrase.head - first != _HALVES or tree.lower[first + 1] != "and":
            return []
        found = []
        for k, end in ((first, first + 1), (first + 2, phrase.end)):
            land = self._book.lookup(f"{tree.words[k]} {tree.words[phrase.head]}")
            if land is None:
                return []
            known = Description(land.name, land.kind, land.country, land, toponym=True)
            found.append(Share(k, end, self._memory.name(known, sentence.index, subject=False)))
        return found

    def _before(self, sentence: Sentence, phrase: Phrase) -> list[Share]:
        """ "Kenya and Uganda officials", "the Indian and Chinese presidents"."""
        tree = sentence.tree
        if "and" not in tree.lower[phrase.start : phrase.head]:
            return []
        inner = [p for p in sentence.phrases if phrase.start <= p.start and p.end <= phrase.head]
        members = _run(tree, [p for p in inner if p.kind in ("adjective", "name")])
        lands = {sentence.referents[p.head].country for p in members}
        if len(lands) < 2 or None in lands:
            return []
        title = self._title(tree, phrase, members[-1].end)
        if not title.single and any(tree.tags[p.head] == "JJ" for p in members):
            return []
        found = []
        for member in members:
            name = f"{tree.text(member.start, member.end)} {title.words}"
            end = phrase.end if member is members[-1] else member.end
            found.append(Share(member.start, end, self._one(sentence, phrase, member, name, title)))
        return found

    def _behind(self, sentence: Sentence, phrase: Phrase) -> list[Share]:
        """ "The leaders of Mali and Niger", "officials from Peru and Ecuador"."""
        tree, head = sentence.tree, phrase.head
        prep = tree.kid(head, "prep")
        if prep is None and tree.lower[head + 1 : head + 2] == ["from"]:  # hung under the verb
            prep = head + 1
        first = tree.kid(prep, "pobj") if prep is not None and tree.lower[prep] in _BELONGING else None
        if prep is None or first is None:
            return []
        names = [p for p in sentence.phrases if p.kind == "name" and tree.first_conjunct(p.head) == first]
        members = _run(tree, names)
        if len(members) < 2 or members[0].head != first:
            return []
        persons = [p for p in members if sentence.referents[p.head].kind == "person"]
        members = [p for p in members if p not in persons]
        persons = persons or _named_behind(sentence, head, members[-1].end)
        title = self._title(tree, phrase, after_article(tree, phrase))
        if persons and len(persons) == len(members):  # "the leaders of Peru and Chile, A B and C D"
            for person, member in zip(persons, members, strict=True):
                _belongs(sentence.referents[person.head], sentence.referents[member.head].country)
            return [Share(p.start, p.end, sentence.referents[p.head]) for p in persons]
        found = []
        for member in members:
            own = tree.text(after_article(tree, member), member.end)
            name = f"{title.words} {tree.lower[prep]} {own}"
            start, end = member.start, member.end
            if member is members[0]:
                start, end = phrase.start, end if end <= phrase.end else phrase.end
            found.append(Share(start, end, self._one(sentence, phrase, member, name, title)))
        return found

    def _title(self, tree: Tree, phrase: Phrase, start: int) -> _Title:
        """The title from token `start` on: "the presidents" are one each, "officials" are more."""
        head = phrase.head
        before, lemma = " ".join(tree.words[start:head]), tree.lemmas[head].lower()
        one = f"{before} {lemma}".strip()
        if tree.lower[phrase.start] == "the":
            office = self._book.office(one.lower())
            sole = office != "minister" and self._book.office_category(one.lower()) in _SOLE
            if sole or lemma in words("government"):
                return _Title(one, single=True, office=office)
        return _Title(f"{before} {tree.words[head]}".strip(), single=False, office=None)

    def _one(self, sentence: Sentence, phrase: Phrase, member: Phrase, name: str, title: _Title) -> Referent:
        """One of them: who holds the office, where that is known, else somebody new."""
        land = sentence.referents[member.head].country
        if title.office is None:
            return self._memory.passing(name, sentence.referents[phrase.head].kind, land)
        wanted = Description(name, "person", land, office=title.office)
        holder = office_holder(wanted, self._memory, sentence.index, self._book, self._on)
        return holder or self._memory.passing(name, "person", land)


def _named_behind(sentence: Sentence, head: int, end: int) -> list[Phrase]:
    """The persons behind a comma at the token `end` that the parser takes for further ones beside a noun."""
    tree = sentence.tree
    if tree.words[end : end + 1] != [","]:
        return []
    names = [p for p in sentence.phrases if p.start > end and p.kind == "name"]
    found = _run(tree, [p for p in names if head in (tree.first_conjunct(p.head), tree.heads[p.head])])
    persons = all(sentence.referents[p.head].kind == "person" for p in found)
    return found if found and persons and found[0].start == end + 1 else []


def _belongs(person: Referent, country: str | None) -> None:
    """Give somebody whose country is not known the one that the office tells."""
    if not person.known and person.country is None:
        person.country = country


def _by_name(sentence: Sentence, phrase: Phrase) -> list[Share]:
    """Those whose names stand behind: "two envoys, X and Y"."""
    tree = sentence.tree
    first = tree.kid(phrase.head, "appos")
    if first is None or first < phrase.head:
        return []
    if tree.kid(phrase.head, "det", "poss", "nummod") is None:  # "EU leaders, X and Y" may be a list
        return []
    names = [p for p in sentence.phrases if p.kind == "name" and tree.first_conjunct(p.head) == first]
    referents = [sentence.referents[p.head] for p in names]
    if len(names) < 2:
        return []
    for referent in referents:
        _belongs(referent, sentence.referents[phrase.head].country)
    return [Share(p.start, p.end, referent) for p, referent in zip(names, referents, strict=True)]


def _run(tree: Tree, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that stand side by side with nothing but commas and "and" between them."""
    found: list[Phrase] = []
    for phrase in phrases:
        between = tree.lower[found[-1].end : phrase.start] if found else []
        if found and (not between or not _BETWEEN.issuperset(between)):
            break
        found.append(phrase)
    return found if found and "and" in tree.lower[found[0].end : found[-1].start] else []
