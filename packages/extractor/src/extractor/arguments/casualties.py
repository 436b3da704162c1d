"""Victims that a sentence of its own tells of: "A bomb hit a bus. Six passengers were killed." """

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extractor.arguments.telling import NOBODY
from extractor.evidence import Mention, Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor.tables import rows

__all__ = ["add_casualties"]

_FAR = 2
"""Sentences from the attack to its victims are at most as many."""
_PROBABILITY = 0.75
_YEAR = 4
"""Digits of a year: another occasion."""
_RULE = "is harmed in it"
_HARMED = ("person", "group")
_STATES = ("country", "organization")
_CLOSING = frozenset({"and", ",", ";", ".", "—", "–", "-", "”", '"', "(", ")"})


def add_casualties(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Make who was harmed, where a sentence that tells of no attack says so, a target of the attack that the
    sentence before it tells of last. `sentences` are all of the article's, by their index.
    """
    last: dict[int, Mention] = {}
    for mention in mentions:
        index = mention.sentence.index
        if mention.type == "strike" and (index not in last or mention.token > last[index].token):
            last[index] = mention
    for index, mention in list(last.items()):
        if mention.likeliest_status() not in ("occurred", "ongoing"):
            continue
        for sentence in sentences[index + 1 : index + 1 + _FAR]:
            if sentence.index in last:
                break
            for phrase in _harmed(sentence):
                _add(mention, sentence, phrase)


def _add(mention: Mention, sentence: Sentence, phrase: Phrase) -> None:
    tree, referent = sentence.tree, sentence.referents[phrase.head]
    if any(actor.referent.key == referent.key for actor in mention.actors):
        return
    sources = (actor.referent for actor in mention.actors if actor.role == "source")
    if any(_is_own(tree, phrase, referent, source) for source in sources):
        return
    mention.actors.append(sentence.argument(phrase, "target", _PROBABILITY, _RULE))


def _is_own(tree: Tree, phrase: Phrase, victim: Referent, source: Referent) -> bool:
    """Whether the victim may be of the attacker's side: a militant, where militants or rebels attack, or a
    soldier, where a state does.
    """
    if victim.name.casefold().split()[-1:] == source.name.casefold().split()[-1:]:
        return True
    if source.kind not in _STATES:
        return source.kind == "group" and tree.lower[phrase.head] in _words()["irregulars"]
    of_one = victim.country is not None and victim.country == source.country
    return of_one or tree.lower[phrase.head] in _words()["troops"]


def _harmed(sentence: Sentence) -> Iterator[Phrase]:
    """Those of whom the sentence says that they were killed or wounded."""
    tree, sets = sentence.tree, _words()
    if sets["harmed"].isdisjoint(tree.lower) or not sets["apart"].isdisjoint(tree.lower):
        return
    if any(word.isdecimal() and len(word) == _YEAR for word in tree.lower):
        return
    ends = {phrase.end: phrase for phrase in sentence.phrases}
    starts = {phrase.start: phrase for phrase in sentence.phrases}
    for k, word in enumerate(tree.lower):
        if word not in sets["harmed"]:
            continue
        phrase = _before(tree, k, ends, sets) or _among(tree, k, ends, starts, sets)
        if phrase is not None and _is_victim(sentence, phrase):
            yield phrase


def _before(tree: Tree, k: int, ends: dict[int, Phrase], sets: dict[str, frozenset[str]]) -> Phrase | None:
    """The subject of "were killed" and of "died"."""
    if not _closes(tree, k + 1, sets):
        return None
    at = _back(tree, k, sets)
    phrase = ends.get(at)
    if phrase is None or (phrase.kind == "name" and phrase.end - phrase.start == 1):
        return None  # a name alone tells of somebody who was told of before
    return phrase if at < k or tree.lower[k] in sets["dying"] else None


def _back(tree: Tree, at: int, sets: dict[str, frozenset[str]]) -> int:
    """Where the subject ends that the words before a token are said of; what stands between commas is
    passed over.
    """
    while at and tree.lower[at - 1] in sets["helping"]:
        at -= 1
    return tree.lower.index(",") if at and tree.lower[at - 1] == "," else at


def _among(
    tree: Tree,
    k: int,
    ends: dict[int, Phrase],
    starts: dict[int, Phrase],
    sets: dict[str, frozenset[str]],
) -> Phrase | None:
    """Who is said to be among the dead, and the other way round: "among the dead were two nurses"."""
    if k == 0 or tree.lower[k - 1] not in ("the", "those"):
        return None
    first = k - 1
    before = tree.lower[first - 1] if first else ""
    if before == "among":
        at = _back(tree, first - 1, sets)
        if at < first - 1:
            return ends.get(at)
    elif before:
        return None
    at = k + 1
    while at < len(tree) and tree.lower[at] in sets["including"]:
        at += 1
    return starts.get(at) if at > k + 1 else None


def _closes(tree: Tree, at: int, sets: dict[str, frozenset[str]]) -> bool:
    """Whether nothing follows that tells of another occasion ("killed when a bus fell into a river")."""
    if at >= len(tree) or tree.lower[at] in _CLOSING:
        return True
    if tree.lower[at] == "in":
        return at + 1 < len(tree) and tree.words[at + 1][:1].isupper()
    return tree.lower[at] in sets["following"]


def _is_victim(sentence: Sentence, phrase: Phrase) -> bool:
    tree, head = sentence.tree, phrase.head
    first = tree.lower[phrase.start]
    part = phrase.start and tree.lower[phrase.start - 1] == "of"  # "two of its soldiers"
    if phrase.kind == "pronoun" or part or first in NOBODY:
        return False
    if sentence.referents[head].kind not in _HARMED:
        return False
    return tree.lower[head] not in _words()["attackers"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """The classes of data/lexicon/casualties.tsv."""
    return {name: frozenset(words.split()) for name, words in rows("lexicon/casualties.tsv", 2)}
