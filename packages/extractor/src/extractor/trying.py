"""Which rows of the lexicon match a sentence, what is decided about them, and why others do not match."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from extractor.deciding import Judgement
from extractor.explaining import Reason, reasons
from extractor.frames.tree import Tree
from extractor.pipeline import Extractor
from extractor.triggers.lexicon import Pattern
from extractor.triggers.match import readings
from extractor.triggers.screen import words_of
from extractor_schema import Article

__all__ = ["Match", "Miss", "Trial", "try_sentence"]

_PARTS = {"VB": "verb", "NN": "noun", "JJ": "adj"}
_SHOWN = 8
"""Words of a list that a reason quotes."""


class Match(msgspec.Struct, frozen=True):
    """A row that matches: trigger with half-open offsets, the probability that it is an event, and why.

    `refusal` says why it is no event after all: in one that is, it is empty.
    """

    row: str
    type: str
    trigger: str
    start: int
    end: int
    probability: float
    accepted: bool
    refusal: str
    reasons: tuple[Reason, ...]


class Miss(msgspec.Struct, frozen=True):
    """A row that shares a word with the sentence and does not match it."""

    row: str
    type: str
    word: str
    start: int
    reason: str


class Trial(msgspec.Struct, frozen=True):
    """What the lexicon makes of a text."""

    text: str
    matches: tuple[Match, ...]
    misses: tuple[Miss, ...]


def try_sentence(extractor: Extractor, text: str) -> Trial:
    """Every row that matches the text, and every row that does not although a form of its word is there.

    Raises what `Extractor.extract` raises.
    """
    analysis = extractor.analyse(Article(text=text, language="en"))
    judged = extractor.judge(analysis)
    misses: list[Miss] = []
    for sentence in analysis.everything:
        here = {(j.candidate.token, j.candidate.row.id) for j in judged if j.sentence is sentence}
        misses += _misses(sentence.tree, extractor, here)
    matches = tuple(_match(judgement, text) for judgement in judged)
    return Trial(text, matches, tuple(sorted(misses, key=lambda miss: (miss.start, miss.row))))


def _match(judgement: Judgement, text: str) -> Match:
    candidate, tree = judgement.candidate, judgement.sentence.tree
    start, end = tree.starts[candidate.first], tree.ends[candidate.last]
    return Match(
        row=candidate.row.id,
        type=candidate.row.type,
        trigger=text[start:end],
        start=start,
        end=end,
        probability=round(judgement.probability, 3),
        accepted=not judgement.refusal,
        refusal=judgement.refusal,
        reasons=reasons(judgement.model, judgement.features),
    )


def _misses(tree: Tree, extractor: Extractor, matched: set[tuple[int, str]]) -> Iterator[Miss]:
    words = words_of(" ".join(tree.words))
    seen: dict[tuple[int, str], Miss] = {}
    for pattern in extractor.lexicon.all_patterns():
        first, *rest = pattern.conditions
        tokens = [i for i, word in enumerate(tree.lower) if word in first or words_of(word) & first]
        for i in tokens if all(not part.isdisjoint(words) for part in rest[: _parts(pattern) - 1]) else ():
            key = (i, pattern.row.id)
            if key not in matched and key not in seen:
                reason = _reason(tree, i, pattern, words, matched)
                seen[key] = Miss(pattern.row.id, pattern.row.type, tree.words[i], tree.starts[i], reason)
    yield from seen.values()


def _parts(pattern: Pattern) -> int:
    """Words of the anchor, each of which is a condition of its own."""
    return len(words_of(pattern.anchor)) or 1


def _reason(
    tree: Tree, i: int, pattern: Pattern, words: frozenset[str], matched: set[tuple[int, str]]
) -> str:
    row = pattern.row
    wanted = {lemma for lemma, pos in readings(tree, i) if pos == row.pos}
    if pattern.anchor not in wanted:
        part = _PARTS.get(tree.tags[i][:2], "neither verb, noun nor adjective")
        if part != row.pos:
            return f"read as {part} ({tree.tags[i]}), the row wants {row.pos}"
        return f"read as {tree.lemmas[i]!r}, the row wants {pattern.anchor!r}"
    if pattern.below and not _below(tree, i, pattern):
        return f"nothing that depends on it is one of {_list(pattern.below)}"
    if pattern.above and tree.lemmas[tree.heads[i]] not in pattern.above:
        return f"what governs it ({tree.lemmas[tree.heads[i]]!r}) is none of {_list(pattern.above)}"
    if not pattern.possible(words):
        return f"the sentence has no word of its `with`: {', '.join(row.needs[:_SHOWN])}"
    others = sorted(other for token, other in matched if token == i)
    return f"another row goes first: {', '.join(others)}" if others else "another reading goes first"


def _below(tree: Tree, i: int, pattern: Pattern) -> bool:
    return any({tree.lemmas[k], tree.lower[k]} & pattern.below for k in tree.children[i])


def _list(words: frozenset[str]) -> str:
    shown = sorted(words)
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")
