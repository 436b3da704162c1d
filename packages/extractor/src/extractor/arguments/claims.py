"""Who claims an attack in a sentence of its own: "A bomb went off. Al-Shabaab claimed responsibility." """

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.telling import CREDIT, NOBODY
from extractor.evidence import Mention, Sentence
from extractor.frames.phrases import Phrase

__all__ = ["add_claimants"]

_CLAIMS = frozenset({"claims", "claimed", "claim", "claiming", "takes", "took", "taken", "taking"})
_HELPING = frozenset(
    {
        "has",
        "have",
        "had",
        "is",
        "are",
        "later",
        "also",
        "since",
        "soon",
        "quickly",
        "then",
        "who",
        "which",
        ",",
    }
)
_FAR = 3
"""Tokens from the verb to what is claimed, and sentences from the claim back to the attack, are fewer."""
_PROBABILITY = 0.9
_RULE = "claims it"


def add_claimants(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Make who claims responsibility, where the sentence tells of no attack behind the claim, a source of the
    last attack before it.
    """
    strikes = [m for m in mentions if m.type == "strike"]
    if not strikes:
        return
    for sentence in sentences:
        phrase = _claimant(sentence)
        if phrase is None:
            continue
        if any(m.sentence.index == sentence.index and m.token > phrase.head for m in strikes):
            continue  # "claimed responsibility for the attack"
        before = [m for m in strikes if 0 <= sentence.index - m.sentence.index < _FAR]
        if before:
            _add(max(before, key=lambda m: (m.sentence.index, m.token)), sentence, phrase)


def _add(mention: Mention, sentence: Sentence, phrase: Phrase) -> None:
    referent = sentence.referents[phrase.head]
    if any(a.role == "source" and a.referent.key == referent.key for a in mention.actors):
        return
    mention.actors.append(sentence.argument(phrase, "source", _PROBABILITY, _RULE))


def _claimant(sentence: Sentence) -> Phrase | None:
    """The phrase before "claims responsibility"; None where nobody does."""
    lower = sentence.tree.lower
    claimed = next((k for k, word in enumerate(lower) if word in CREDIT), 0)
    verb = next((k for k in range(max(0, claimed - _FAR), claimed) if lower[k] in _CLAIMS), 0)
    end = verb
    while end > 0 and lower[end - 1] in _HELPING:
        end -= 1
    found = next((p for p in sentence.phrases if p.end == end and p.start < end), None) if end else None
    return None if found is None or lower[found.start] in NOBODY else found
