"""Referents of all phrases of an article: names, descriptions, pronouns, in text order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from extractor.actors.completing import Completer
from extractor.actors.describing import Describer
from extractor.actors.description import Description, after_article
from extractor.actors.eliding import ELLIPTIC, fill
from extractor.actors.kinds import noun_classes, noun_of
from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.memory import WINDOW, Memory
from extractor.actors.naming import name_span
from extractor.actors.pairs import OF_TWO, of_two
from extractor.actors.place_names import in_place, is_aside, is_scene, settlement
from extractor.actors.pronouns import is_speaker, is_victim, pronoun, subject_behind
from extractor.actors.referring import PREDICATIVE, capital_band, definite, predicate, within_name
from extractor.actors.seats import seat
from extractor.actors.sharing import Sharer
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, NOUN, Tree
from extractor.places import TOWNS, Gazetteer, PlaceEntry

__all__ = ["Resolver"]

_NEAR = frozenset({"around", "near", "outside"})
_SETTLEMENTS = words("settlement")
_AGENCIES = words("agency")
_SAYING = words("saying")
_MEETING = words("meeting")
_QUANTITIES = words("quantity")
_PAST = words("past")
_NAMING = ("name", "adjective")
"""Kinds of phrases that name somebody."""
_CLAIMED = 2
"""Sentences behind an attack in which somebody may claim it."""


class Resolver:
    """Gives every phrase of the sentences its referent."""

    def __init__(self, book: ActorBook, gazetteer: Gazetteer) -> None:
        self._book = book
        self._gazetteer = gazetteer
        self._describer = Describer(book, gazetteer)
        self._completer = Completer(gazetteer)

    def resolve(
        self,
        sentences: Sequence[Sentence],
        on: dt.date | None,
        sought: Collection[int] | None = None,
        *,
        dateline: str | None = None,
    ) -> None:
        """Fill `referents` of the sentences; then the countries that only the context tells.

        `dateline` is the place that the article's names.

        Where events are sought in the sentences of some indexes alone, the others lose the phrases that these
        hardly refer back to.
        """
        if sought is not None:
            _thin_out(sentences, sought, self._book)
        memory = Memory()
        if dateline is not None and (town := self._town(dateline)) is not None:
            memory.written_in(town.name, town.country)
        sharer = Sharer(memory, self._book, on)
        for sentence in sentences:
            deps, children, referents = sentence.tree.deps, sentence.tree.children, sentence.referents
            unheard: list[Phrase] = []
            for phrase in sentence.phrases:
                head, referent = phrase.head, self._referent(sentence, phrase, memory, on)
                referents[head] = referent
                if referent.key < 0 and phrase.kind == "pronoun":
                    unheard.append(phrase)
                if referent.toponym and children[head]:
                    _take_up_parts(sentence, phrase, referent)
                if (note := _NOTES.get(deps[head])) is not None:
                    note(sentence, phrase, referent, memory)
            if unheard:
                _look_ahead(sentence, unheard, memory)
            sharer.share_out(sentence)
        self._completer.complete(sentences)

    def _town(self, dateline: str) -> PlaceEntry | None:
        """The most prominent town of a dateline's name: "DONETSK, Ukraine"."""
        found = self._gazetteer.lookup(dateline.partition(",")[0])
        return found[0] if found and found[0].kind in TOWNS else None

    def _referent(self, sentence: Sentence, phrase: Phrase, memory: Memory, on: dt.date | None) -> Referent:
        if phrase.kind == "pronoun":
            return pronoun(sentence, phrase, memory)
        tree, at, head = sentence.tree, sentence.index, phrase.head
        subject = tree.deps[head] in ("nsubj", "nsubjpass")
        if phrase.kind != "adjective" and phrase.name is None:
            word = tree.words[head]
            if word[0].isupper() and memory.short_names.is_part(word):
                short = self._short(sentence, phrase, memory, subject)
                if short is not None:
                    return short
        lemma = tree.lemmas[head].lower()
        if phrase.kind == "noun" and lemma in _SETTLEMENTS and (town := settlement(sentence, phrase)):
            referent = self._referent(sentence, town, memory, on)
            if referent.toponym:
                return referent
        description = self._describer.describe(tree, phrase, on)
        if tree.deps[head] in PREDICATIVE:
            same = predicate(sentence, phrase, description)
            if same is not None:
                return same
        if phrase.kind == "name" and phrase.start + 1 == head and phrase.end == head + 1:
            band = capital_band(sentence, phrase, memory)
            if band is not None:
                memory.touch(band, at, subject=subject)
                return band
        if description.named:
            if tree.lower[head] in _AGENCIES and _is_agency(sentence, phrase, description):
                return memory.passing(tree.words[head], "organization")
            if description.entity is None or description.entity.category == "metonym":
                description = self._place_or_government(sentence, phrase, description)
            elif description.kind == "person" and self._is_beside(tree, phrase):
                description = Description(tree.words[head], "place", None, toponym=True)
            now = description.office is not None and _PAST.isdisjoint(tree.lower[phrase.start : head])
            referent = memory.name(description, at, subject=subject, now=now)
            if description.kind == "place" and is_aside(sentence, phrase):
                memory.dim(referent)
            if "(" in tree.words[head + 1 : head + 2]:
                _give_alias(sentence, phrase, memory, referent)
            return referent
        if lemma == "capital" and (own := seat(sentence, phrase, memory, self._book, self._gazetteer)):
            return own
        if tree.lower[phrase.end - 1] in OF_TWO and (meant := of_two(sentence, phrase, memory)) is not None:
            return meant
        if phrase.kind == "noun":
            if tree.deps[head - 1] == "compound" and (part := within_name(sentence, phrase)) is not None:
                return part
            if tree.tags[head] == "CD" or tree.lower[head] in ELLIPTIC:
                description = fill(sentence, phrase, description)
        if description.definite:
            back = definite(sentence, phrase, description, memory, self._book, on, self._gazetteer)
            if back is not None and not _is_subject_of(sentence, head, back):
                memory.touch(back, at, subject=subject)
                return back
        return memory.description(description, lemma, at, subject=subject)

    def _short(self, sentence: Sentence, phrase: Phrase, memory: Memory, subject: bool) -> Referent | None:
        """A single capitalised word, alone or behind a title, that the article has as part of a full name."""
        tree, head = sentence.tree, phrase.head
        word, at = tree.words[head], sentence.index
        start, end = name_span(tree, phrase)
        if end != head + 1:
            return None
        if head > phrase.start and memory.short_names.is_given(word):
            office = self._book.office(" ".join(tree.lower[phrase.start : head]))
            found = None if office is None else memory.short_names.titled(office, word, at, subject=subject)
            if found is not None:
                return found
        if start < head:
            return None
        article = start > phrase.start and tree.lower[start - 1] == "the"
        found = memory.short_names.short(word, at, article=article, subject=subject)
        other = memory.short_names.across(word) if found is None and article else None
        land = self._book.lookup(other) if other else None
        if land is None:
            return found
        return memory.name(
            Description(land.name, land.kind, land.country, land, toponym=True), at, subject=subject
        )

    def _is_beside(self, tree: Tree, phrase: Phrase) -> bool:
        """Whether a town that is called as somebody known is what something is near: "near Masisi"."""
        head = phrase.head
        near = tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] in _NEAR
        return (
            near
            and phrase.start == head
            and phrase.end == head + 1
            and bool(self._gazetteer.lookup(tree.words[head]))
        )

    def _place_or_government(
        self, sentence: Sentence, phrase: Phrase, description: Description
    ) -> Description:
        """A capital stands for its government, but not where something happens in it."""
        tree, head = sentence.tree, phrase.head
        entity = description.entity
        if entity is None:
            if in_place(sentence, phrase, description):
                return replace(description, kind="place", toponym=True)
            return description
        if self._book.is_strict_metonym(tree.words[head]):
            return description
        located = tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] in words("locative")
        if not located and not is_scene(tree, head):
            return description
        start, end = name_span(tree, phrase)
        return replace(
            description,
            core=" ".join(tree.words[start:end]),
            kind="place",
            entity=None,
            toponym=True,
            country=entity.country,
        )


def _note_subject(sentence: Sentence, phrase: Phrase, referent: Referent, memory: Memory) -> None:
    """Tell the memory who opens a sentence or says something."""
    tree, head = sentence.tree, phrase.head
    if phrase.start == 0 and head <= 1:
        memory.topics[referent.key] = sentence.index
    if tree.lemmas[tree.heads[head]] in _SAYING and _is_source(tree, head):
        memory.speaker(referent)


def _note_source(sentence: Sentence, phrase: Phrase, referent: Referent, memory: Memory) -> None:
    """Tell the memory according to whom something is: "according to people familiar with it"."""
    tree, to = sentence.tree, sentence.tree.heads[phrase.head]
    if tree.lower[to] == "to" and tree.lower[tree.heads[to]] == "according":
        memory.speaker(referent)


def _note_conjunct(sentence: Sentence, phrase: Phrase, referent: Referent, memory: Memory) -> None:
    """Tell the memory who is named beside whom."""
    first = sentence.referents.get(sentence.tree.heads[phrase.head])
    if first is not None:
        memory.beside(first, referent, sentence.index)


def _note_object(sentence: Sentence, phrase: Phrase, referent: Referent, memory: Memory) -> None:
    """Tell the memory who is harmed, or met by whom."""
    tree, head = sentence.tree, phrase.head
    if is_victim(tree, head) and not _is_armed(tree.lemmas[head]):
        memory.victims.add(referent.key)
    if tree.lemmas[tree.heads[head]] in _MEETING and (host := _met_by(sentence, phrase)) is not None:
        memory.beside(host, referent, sentence.index)


_NOTES = {
    "nsubj": _note_subject,
    "nsubjpass": _note_object,
    "dobj": _note_object,
    "pobj": _note_source,
    "conj": _note_conjunct,
}
"""What the memory keeps of a phrase, by how it hangs, besides that it was there."""


def _is_armed(noun: str) -> bool:
    """Whether a noun means those who may have attacked before they were shot themselves."""
    return noun in noun_classes().attackers or noun in words("fighters") or noun in words("state")


def _is_subject_of(sentence: Sentence, head: int, referent: Referent) -> bool:
    """Whether it is the referent that does to the phrase what the verb tells: nobody meets himself, so that
    in "the president will meet the union's leader" there are two.
    """
    tree = sentence.tree
    verb = tree.heads[head]
    if tree.deps[head] == "pobj" and tree.lower[verb] == "with":
        verb = tree.heads[verb]
    elif tree.deps[head] != "dobj":
        return False
    who = tree.kid(verb, "nsubj")
    doer = None if who is None else sentence.referents.get(who)
    return doer is not None and doer.key >= 0 and doer.key == referent.key and doer.kind == "person"


def _thin_out(sentences: Sequence[Sentence], sought: Collection[int], book: ActorBook) -> None:
    """Leave, of sentences in which no event is sought, what has a name or an office, and near the others who
    can be meant.
    """
    near = {index + k for index in sought for k in range(-WINDOW, _CLAIMED + 1)}
    for sentence in sentences:
        if sentence.index in sought:
            continue
        tree, close = sentence.tree, sentence.index in near
        sentence.phrases = [
            phrase
            for phrase in sentence.phrases
            if phrase.kind in _NAMING
            or (close and _may_be_meant(tree, phrase))
            or book.ends_office(tree.lemmas[phrase.head])
            or (phrase.kind == "noun" and tree.has_capital(after_article(tree, phrase), phrase.end))
        ]


def _may_be_meant(tree: Tree, phrase: Phrase) -> bool:
    """Whether words further on may refer to the same: to somebody, or to a thing of a kind that is listed."""
    head = phrase.head
    if tree.tags[head] not in NOUN or tree.lower[head] in _QUANTITIES:
        return True
    return noun_of(tree.lemmas[head], tree.lower[head]) is not None


def _take_up_parts(sentence: Sentence, phrase: Phrase, place: Referent) -> None:
    """The words inside the name of a place name nothing of their own: "British" of "British Columbia"."""
    for k in sentence.tree.children[phrase.head]:
        if (
            k < phrase.head
            and k in sentence.referents
            and place.name.startswith(f"{sentence.tree.words[k]} ")
        ):
            sentence.referents[k] = place


def _look_ahead(sentence: Sentence, unheard: Sequence[Phrase], memory: Memory) -> None:
    """Find whom a pronoun means that comes before the name: the speaker of "we" behind the quotation, and the
    subject behind what opens the sentence ("After his visit to Baku, Sharif flew home").
    """
    for phrase in unheard:
        found = subject_behind(sentence, phrase)
        if found is not None:
            sentence.referents[phrase.head] = found
        elif is_speaker(sentence.tree.lower[phrase.head]):
            sentence.referents[phrase.head] = pronoun(sentence, phrase, memory)


def _is_agency(sentence: Sentence, phrase: Phrase, description: Description) -> bool:
    """Whether an acronym that the data give to somebody else is that of a news agency here."""
    tree, head = sentence.tree, phrase.head
    if description.kind == "organization":
        return False
    verb, dep = tree.lemmas[tree.heads[head]], tree.deps[head]
    if (dep == "nsubj" and verb in words("reporting")) or (dep in ("dobj", "dative") and verb == "tell"):
        return True
    bracketed = 0 < head < len(tree) - 1 and tree.words[head - 1] == "(" and tree.words[head + 1] == ")"
    return bracketed and (head < 2 or tree.words[head - 2].isupper() or tree.tags[head - 2] not in NAME)


def _is_source(tree: Tree, subject: int) -> bool:
    """Whether the subject of a verb of saying stands behind what was said ("…, X said")."""
    said = tree.kid(tree.heads[subject], "ccomp")
    return said is not None and said < subject


def _met_by(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Who met the person that the phrase names: "Macron met Scholz"."""
    tree, verb = sentence.tree, sentence.tree.heads[phrase.head]
    if tree.deps[phrase.head] != "dobj":
        return None
    subject = next(iter(sentence.functions.surface_subject(verb)), None)
    host = (
        None if subject is None or tree.kid(subject, "conj") is not None else sentence.referents.get(subject)
    )
    guest = sentence.referents[phrase.head]
    persons = host is not None and host.kind == guest.kind == "person" and host.key != guest.key
    return host if persons and tree.kid(phrase.head, "conj") is None else None


def _give_alias(sentence: Sentence, phrase: Phrase, memory: Memory, referent: Referent) -> None:
    """Take the short form in brackets behind a name for another name of the same."""
    match sentence.tree.words[phrase.head + 1 : phrase.head + 4]:
        case ["(", short, ")"] if short.isupper():
            memory.alias(short, referent)
