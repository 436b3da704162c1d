"""Victims and attackers that a sentence of its own tells of: "A bomb hit a bus. Six people died. The bomber
fled."
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from extractor.arguments.telling import NOBODY
from extractor.evidence import Mention, Referent, Sentence
from extractor.frames.determiners import POINTING
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor.ontology import REAL
from extractor.tables import rows

__all__ = ["add_told_apart"]

_FAR = 2
"""Sentences from the attack to its victims are at most as many."""
_PROBABILITY = 0.75
_VERB = 3
"""Words that "has been arrested" has."""
_YEAR = 4
"""Digits of a year: another occasion."""
_RULE = "is harmed in it"
_ATTACKER = "is called its attacker"
_HARMED = ("person", "group")
_STATES = ("country", "organization")
_OWN = frozenset({"her", "his", "its", "my", "our", "the", "their", "these", "those"})
_MANY = frozenset({"dozens", "hundreds", "number", "scores", "tens", "thousands"})
_CLOSING = frozenset({"and", ",", ";", ".", "—", "–", "-", "”", '"', "(", ")"})


def add_told_apart(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Add to each sentence's last attack the victims and the attacker of whom the sentences beside it tell.
    `sentences` are all of the article's, by their index.
    """
    last = _last_told(mentions)
    _add_casualties(last, sentences)
    _add_attackers(last, sentences)


def _add_casualties(last: Mapping[int, Mention], sentences: Sequence[Sentence]) -> None:
    """Make who was harmed, where a sentence that tells of no attack says so, a target of the attack that the
    sentence before it tells of last, or that the one behind it takes up ("blamed rebels for the attack").
    """
    for index, mention in last.items():
        if mention.likeliest_status() not in REAL:
            continue
        for sentence in _behind(index, sentences, last):
            for phrase in _harmed(sentence):
                _add(mention, sentence, phrase)
        before = range(max(0, index - 1 - _FAR), index)
        if index and last.keys().isdisjoint(before) and _takes_up(mention):
            for phrase in _harmed(sentences[index - 1]):
                _add(mention, sentences[index - 1], phrase)


def _add_attackers(last: Mapping[int, Mention], sentences: Sequence[Sentence]) -> None:
    """Make whom a sentence that tells of no attack calls the attacker the source of the one that the sentence
    before it tells of last, where it is not told whose that was: "The gunman was arrested."
    """
    for index, mention in last.items():
        near = [last[k] for k in range(max(0, index - _FAR), index + 1) if k in last]
        if mention.likeliest_status() not in REAL or any(a.role == "source" for m in near for a in m.actors):
            continue
        for sentence in _behind(index, sentences, last):
            phrase = _attacker(sentence)
            if phrase is not None:
                mention.actors.append(sentence.argument(phrase, "source", _PROBABILITY, _ATTACKER))
                break


def _attacker(sentence: Sentence) -> Phrase | None:
    """Whom a sentence that begins so calls the attacker, or who it says he was: "The gunman was a guard"."""
    lower, sets = sentence.tree.lower, _words()
    first = next(iter(sentence.phrases), None)
    if first is None or lower[first.head] not in sets["attackers"]:
        return None
    before = {word for word in lower[: first.head] if word not in sets["age"] and not word.isdecimal()}
    if not before <= sets["calling"] and not (before == {"a"} and _is_held(lower, first, sets)):
        return None
    if lower[first.end : first.end + 1] not in (["is"], ["was"], ["were"], ["are"]):
        return first
    told = [p for p in sentence.phrases if p.start == first.end + 1 and p.kind != "pronoun"]
    who = max(told, key=lambda p: p.end, default=first)
    return who if sentence.referents[who.head].kind in _HARMED else first


def _is_held(lower: Sequence[str], first: Phrase, sets: dict[str, frozenset[str]]) -> bool:
    """Whether somebody not told of before is caught for the attack: "A 20-year-old suspect was arrested"."""
    behind = lower[first.end : first.end + _VERB]  # and not "a suspect in another case was charged"
    return lower[first.head] == "suspect" and not sets["held"].isdisjoint(behind)


def _last_told(mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The last strike that each sentence tells of, by the sentence's index."""
    last: dict[int, Mention] = {}
    for mention in mentions:
        index = mention.sentence.index
        if mention.type == "strike" and (index not in last or mention.token > last[index].token):
            last[index] = mention
    return last


def _behind(index: int, sentences: Sequence[Sentence], told: Container[int]) -> Iterator[Sentence]:
    """The sentences close behind one, up to the next that tells of a strike."""
    behind = sentences[index + 1 : index + 1 + _FAR]
    return takewhile(lambda sentence: sentence.index not in told, behind)


def _takes_up(mention: Mention) -> bool:
    """Whether a noun tells of an attack as known, and not on whom it was."""
    tree, noun = mention.sentence.tree, mention.token
    if tree.is_verb(noun) or any(actor.role == "target" for actor in mention.actors):
        return False
    return any(tree.lower[k] in POINTING for k in tree.kids(noun, "det"))


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
    of = phrase.start and tree.lower[phrase.start - 1] == "of"
    part = of and (first in _OWN or tree.lower[phrase.start - 2] not in _MANY)  # "two of its soldiers"
    if phrase.kind == "pronoun" or part or first in NOBODY:
        return False
    if sentence.referents[head].kind not in _HARMED:
        return False
    return tree.lower[head] not in _words()["attackers"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """The classes of data/lexicon/casualties.tsv."""
    return {name: frozenset(words.split()) for name, words in rows("lexicon/casualties.tsv", 2)}
