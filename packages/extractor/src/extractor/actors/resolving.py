"""Referents of all phrases of an article: names, descriptions, pronouns, in text order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor_schema import ActorKind

from extractor.actors.describing import Describer, Description
from extractor.actors.knowledge import ActorBook
from extractor.actors.memory import Memory
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.places import Gazetteer

__all__ = ["Resolver"]

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs"})
_NEUTER = frozenset({"it", "its", "itself"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_COLLECTIVE: tuple[ActorKind, ...] = ("country", "organization", "group")
_SAYING = frozenset({"say", "tell", "add", "warn", "claim", "insist", "state", "write", "tweet", "announce", "declare", "vow", "argue", "note", "ask"})
_PAIRS = {"leader": ("person",), "president": ("person",), "minister": ("person",), "side": ("country", "organization", "group"),
          "country": ("country",), "nation": ("country",), "party": ("organization", "group", "country"), "state": ("country",), "men": ("person",),
          "man": ("person",), "neighbour": ("country",), "neighbor": ("country",), "government": ("country",), "pair": ("person",)}
_TWO = frozenset({"two", "both", "three"})


class Resolver:
    """Gives every phrase of the sentences its referent."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._describer = Describer(book, gazetteer)

    def resolve(self, sentences: Sequence[Sentence], on: dt.date | None) -> None:
        """Fill `referents` of the sentences, in text order."""
        memory = Memory()
        for sentence in sentences:
            for phrase in sentence.phrases:
                sentence.referents[phrase.head] = self._referent(sentence, phrase, memory, on)

    def _referent(self, sentence: Sentence, phrase: Phrase, memory: Memory, on: dt.date | None) -> Referent:
        tree, at = sentence.tree, sentence.index
        subject = tree.deps[phrase.head] in ("nsubj", "nsubjpass")
        if phrase.kind == "pronoun":
            return self._pronoun(sentence, phrase, memory)
        description = self._describer.describe(tree, phrase, on)
        if description.named:
            referent = memory.name(description, at, subject=subject)
            self._aliases(sentence, phrase, memory, referent)
            return referent
        back = self._back(sentence, phrase, description, memory, on)
        if back is not None:
            memory.touch(back, at, subject=subject)
            return back
        return memory.description(description, at, subject=subject)

    def _aliases(self, sentence: Sentence, phrase: Phrase, memory: Memory, referent: Referent) -> None:
        tree, k = sentence.tree, phrase.head + 1
        if k + 2 < len(tree) and tree.words[k] == "(" and tree.words[k + 2] == ")" and tree.words[k + 1].isupper():
            memory.alias(tree.words[k + 1], referent)

    def _pronoun(self, sentence: Sentence, phrase: Phrase, memory: Memory) -> Referent:
        word, at = sentence.tree.lower[phrase.head], sentence.index
        found: Referent | None = None
        kind: ActorKind = "other"
        if word in _SINGULAR:
            kind, found = "person", memory.latest(("person",), at, plural=False, gender=_SINGULAR[word])
        elif word in _PLURAL:
            kind = "group"
            found = memory.latest(("group", "person"), at, plural=True) or memory.latest(("group", "organization"), at)
        elif word in _NEUTER:
            kind, found = "organization", memory.latest(_COLLECTIVE, at, plural=False)
        elif word in _SPEAKER:
            kind, found = ("person" if word in ("i", "me", "my", "myself") else "group"), self._speaker(sentence, phrase)
        if found is not None:
            memory.touch(found, at, subject=sentence.tree.deps[phrase.head] in ("nsubj", "nsubjpass"))
            return found
        return memory.passing(sentence.tree.words[phrase.head], kind)

    def _speaker(self, sentence: Sentence, phrase: Phrase) -> Referent | None:
        tree = sentence.tree
        for node in tree.ancestors(phrase.head):
            if tree.is_verb(node) and tree.lemmas[node] in _SAYING:
                for subject in sentence.functions.surface_subject(node):
                    if subject in sentence.referents:
                        return sentence.referents[subject]
        return None

    def _back(self, sentence: Sentence, phrase: Phrase, description: Description, memory: Memory, on: dt.date | None) -> Referent | None:
        """Whom a definite description refers to."""
        tree, at = sentence.tree, sentence.index
        lemma = tree.lemmas[phrase.head]
        if not description.definite:
            return None
        if lemma in _PAIRS and any(tree.lower[k] in _TWO for k in range(phrase.start, phrase.head)):
            count = 3 if "three" in tree.lower[phrase.start : phrase.head] else 2
            pair = memory.recent(_PAIRS[lemma], at, count)
            if pair:
                return memory.passing(" and ".join(r.name for r in pair), "group")
        if description.plural:
            return memory.described(tree.lower[phrase.head], at, description.kind)
        if description.office is not None:
            return self._office(description, memory, at, on)
        if lemma in ("country", "nation") and tree.lower[phrase.start] in ("the", "this", "that"):
            return memory.latest(("country",), at)
        if lemma in ("group", "organization", "organisation", "militia", "movement"):
            return memory.latest(("group", "organization"), at)
        return memory.described(tree.lower[phrase.head], at, description.kind)

    def _office(self, description: Description, memory: Memory, at: int, on: dt.date | None) -> Referent | None:
        assert description.office is not None
        named = memory.latest(("person",), at, plural=False, country=description.country, office=description.office)
        if named is not None:
            return named
        if description.country is None or on is None:
            return None
        holder = self._book.holder(description.office, description.country, on=on)
        if holder is None:
            return None
        known = Description(holder.name, "person", holder.country, holder, description.office, True, False, True, False)
        return memory.name(known, at, subject=False)
