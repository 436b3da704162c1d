"""Who claims an attack, or is blamed for it, in a sentence of its own: "A bomb went off. Al-Shabaab claimed
responsibility." "A bomb went off. Officials blamed the rebels."
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.bearings import ACTING
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
_BLAMING = frozenset({"blames", "blamed", "blame", "blaming"})
_SUSPECTING = frozenset({"suspect", "suspects", "suspected", "accused", "accuses", "accuse"})
_DEED = frozenset({"behind", "carrying", "responsibility", "it", "staging", "planning", "planting"})
"""Words with which somebody is accused of what was told before."""
_IT = frozenset({"it", "this", "that"})
_CLOSING = frozenset({".", ",", ";", "and", "but", "though", "although", "while", "”", '"'})
_FAR = 3
"""Tokens from the verb to what is claimed, and sentences from the claim back to the attack, are fewer."""
_PROBABILITY = 0.9
_RULE = "claims it"
_BLAMED = "is blamed for it"


def add_claimants(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Make who claims responsibility, where the sentence tells of no attack behind the claim, a source of the
    last attack before it; and who is blamed, unless it is told by name whose that was.
    """
    strikes = [m for m in mentions if m.type == "strike"]
    if not strikes:
        return
    for sentence in sentences:
        claimant = _claimant(sentence)
        if claimant is not None and (attack := _before(strikes, sentence, claimant)) is not None:
            _add(attack, sentence, claimant, _RULE)
        blamed = _blamed(sentence)
        if blamed is None or (attack := _before(strikes, sentence, blamed)) is None:
            continue
        sources = [a.referent for a in attack.actors if a.role == "source"]
        if not any(source.known or source.country is not None for source in sources):
            _add(attack, sentence, blamed, _BLAMED)


def _before(strikes: Sequence[Mention], sentence: Sentence, phrase: Phrase) -> Mention | None:
    """The last attack of those before a phrase; None where the sentence tells of one behind it: "claimed
    responsibility for the attack".
    """
    if any(m.sentence.index == sentence.index and m.token > phrase.head for m in strikes):
        return None
    before = [m for m in strikes if 0 <= sentence.index - m.sentence.index < _FAR]
    return max(before, key=lambda m: (m.sentence.index, m.token), default=None)


def _add(mention: Mention, sentence: Sentence, phrase: Phrase, rule: str) -> None:
    referent = sentence.referents[phrase.head]
    if any(a.role == "source" and a.referent.key == referent.key for a in mention.actors):
        return
    mention.actors.append(sentence.argument(phrase, "source", _PROBABILITY, rule))


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


def _blamed(sentence: Sentence) -> Phrase | None:
    """Whom the sentence blames for what was told before, or suspects of it; None where that is nobody, or
    where it tells for what: "blamed the mayor for the floods".
    """
    lower = sentence.tree.lower
    if _BLAMING.isdisjoint(lower) and _SUSPECTING.isdisjoint(lower):
        return None
    for phrase in sorted(sentence.phrases, key=lambda p: (p.start, -p.end)):
        if phrase.kind not in ("name", "noun") or sentence.referents[phrase.head].kind not in ACTING:
            continue
        before = lower[phrase.start - 1] if phrase.start else ""
        behind = lower[phrase.end : phrase.end + _FAR + 1]
        if before in _BLAMING and (behind[:1] != ["for"] or not _IT.isdisjoint(behind[1:2])):
            return phrase
        if before in _SUSPECTING and behind[:1] == ["of"] and not _DEED.isdisjoint(behind):
            return phrase
        if before in ("suspect", "suspects") and behind and behind[0] in _CLOSING:
            return phrase
        if before == "on" and phrase.start > 1 and lower[phrase.start - 2] in _IT:
            return phrase if phrase.start > 2 and lower[phrase.start - 3] in _BLAMING else None
    return None
