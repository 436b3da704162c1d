"""Phrases that are several actors: "Indian and Chinese officials", "the leaders of Mali and Niger".

Each of the countries or bodies has its own part in the event: who met whom is told by pairs. "Both countries"
are the two that were named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.actors.describing import Description, after_article
from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory
from extractor.actors.naming import joined
from extractor.actors.referring import office_holder
from extractor.evidence import Referent, Sentence, Share
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["share_out"]

_BETWEEN = frozenset({",", "and"})
_BELONGING = frozenset({"of", "from"})
_SOLE = frozenset({"head of state", "head of government", "leader", "minister", "royal"})
"""Categories of offices of which a state has one."""


def share_out(sentence: Sentence, memory: Memory, book: ActorBook, on: dt.date | None) -> None:
    """Note for each phrase of the sentence that stands for several who they are."""
    listed = "and" in sentence.tree.lower
    for phrase in sentence.phrases:
        together = memory.group(sentence.referents[phrase.head].key)
        if together:
            found = [Share(phrase.start, phrase.end, referent) for referent in together]
        elif listed and sentence.tree.tags[phrase.head] in ("NNS", "NNPS"):
            found = _before(sentence, phrase, memory, book, on) or _behind(sentence, phrase, memory, book, on)
        else:
            continue
        if len(found) > 1:
            sentence.shares[phrase.head] = tuple(found)


def _before(
    sentence: Sentence, phrase: Phrase, memory: Memory, book: ActorBook, on: dt.date | None
) -> list[Share]:
    """ "Indian and Chinese officials"."""
    tree = sentence.tree
    inner = [p for p in sentence.phrases if phrase.start <= p.start and p.end <= phrase.head]
    members = _run(tree, [p for p in inner if p.kind in ("adjective", "name")])
    lands = [sentence.referents[p.head].country for p in members]
    if len(set(lands)) < 2 or None in lands:
        return []
    after = members[-1].end
    found = []
    for member, land in zip(members, lands, strict=True):
        own = joined(tree, member.start, member.end)
        title, single = _one_of(tree, phrase, after, book)
        referent = _member(sentence, phrase, f"{own} {title}", title, land, single, memory, book, on)
        end = phrase.end if member is members[-1] else member.end
        found.append(Share(member.start, end, referent))
    return found


def _behind(
    sentence: Sentence, phrase: Phrase, memory: Memory, book: ActorBook, on: dt.date | None
) -> list[Share]:
    """ "The leaders of Mali and Niger", "officials from Peru and Ecuador"."""
    tree, head = sentence.tree, phrase.head
    prep = tree.kid(head, "prep")
    first = tree.kid(prep, "pobj") if prep is not None and tree.lower[prep] in _BELONGING else None
    if prep is None or first is None:
        return []
    members = [
        p
        for p in sentence.phrases
        if p.head > prep and p.kind == "name" and tree.first_conjunct(p.head) == first
    ]
    members = _run(tree, members)
    if len(members) < 2 or members[0].head != first:
        return []
    within = members[0].end <= phrase.end
    start = after_article(tree, phrase)
    itself = tree.lemmas[head].lower() in words("settlement")
    found = []
    for member in members:
        referent = sentence.referents[member.head]
        if not itself:
            title, single = _one_of(tree, phrase, start, book)
            own = joined(tree, after_article(tree, member), member.end)
            name = f"{title} {tree.lower[prep]} {own}"
            land = referent.country
            referent = _member(sentence, phrase, name, title, land, single, memory, book, on)
        if member is members[0]:
            found.append(Share(phrase.start, member.end if within else phrase.end, referent))
        else:
            found.append(Share(member.start, member.end, referent))
    return found


def _run(tree: Tree, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases that stand side by side with nothing but commas and "and" between them."""
    found: list[Phrase] = []
    for phrase in phrases:
        if found and not _BETWEEN.issuperset(tree.lower[found[-1].end : phrase.start]):
            break
        if found and found[-1].end >= phrase.start:
            break
        found.append(phrase)
    return found if found and "and" in tree.lower[found[0].end : found[-1].start] else []


def _one_of(tree: Tree, phrase: Phrase, start: int, book: ActorBook) -> tuple[str, bool]:
    """What each of several is called, and whether it is one: "the presidents" are, "officials" are more."""
    head = phrase.head
    before, lemma = " ".join(tree.words[start:head]), tree.lemmas[head].lower()
    single = f"{before} {lemma}".strip()
    office = book.office(single.lower())
    sole = office != "minister" and book.office_category(single.lower()) in _SOLE
    if tree.lower[phrase.start] == "the" and (sole or lemma in words("government")):
        return single, True
    return f"{before} {tree.words[head]}".strip(), False


def _member(
    sentence: Sentence,
    phrase: Phrase,
    name: str,
    title: str,
    land: str | None,
    single: bool,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
) -> Referent:
    """One of them: who holds the office, where that is known, else somebody new."""
    kind = sentence.referents[phrase.head].kind
    office = book.office(title.lower()) if single else None
    if office is not None:
        wanted = Description(name, "person", land, office=office)
        holder = office_holder(wanted, memory, sentence.index, book, on)
        if holder is not None:
            return holder
    return memory.passing(name, "person" if office is not None else kind, land)
