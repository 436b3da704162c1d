"""Chooses the date of a mention and resolves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.arguments.date_features import DateCandidate, date_features
from extractor.dates import Tense, Timex, resolve
from extractor.evidence import DateArgument, Mention, Sentence
from extractor.judge.linear import LinearModel

__all__ = ["DateCandidate", "DateSelector", "tense_of", "token_range"]

_FUTURE = frozenset({"will", "shall", "would", "may", "might", "can", "could", "must", "should"})
_PLANNING = frozenset(
    {
        "plan",
        "schedule",
        "expect",
        "intend",
        "agree",
        "set",
        "due",
        "prepare",
        "arrange",
        "invite",
        "hope",
        "aim",
        "want",
        "postpone",
        "delay",
    }
)


_NEAR = 3
"""Steps from an expression up to the word that it depends on."""


def tense_of(mention: Mention, first: int) -> Tense:
    """The direction in which a weekday or a bare date is looked for, whose first token is given.

    Acts of speech lie in the past; what is "planned for April" lies ahead, even where it was called off.
    """
    if mention.type in ("offer", "threat"):
        return "past"
    tree = mention.sentence.tree
    above = tree.ancestors(first)[:_NEAR]
    if any(tree.lower[k] == "for" for k in above) and any(tree.lemmas[k] in _PLANNING for k in above):
        return "future"
    clause = mention.sentence.clause_of(mention.token)
    if clause.tense in _FUTURE or any(lemma in _PLANNING for lemma in clause.embedded[:2]):
        return "future"
    best = max(mention.status, key=lambda k: mention.status[k]) if mention.status else "occurred"
    return "future" if best == "planned" else "past"


class DateSelector:
    """The most probable expression of the sentence, if it is probable enough."""

    def __init__(self, model: LinearModel, *, threshold: float = 0.5) -> None:
        self._model = model
        self.threshold = threshold

    def features(
        self,
        mention: Mention,
        candidate: DateCandidate,
        rivals: Sequence[Mention],
        around: Sequence[DateCandidate],
    ) -> list[str]:
        """The features of one candidate among all those `around` it."""
        return date_features(mention.sentence, mention, candidate, rivals=rivals, around=around)

    def select(
        self,
        mention: Mention,
        candidates: Sequence[DateCandidate],
        rivals: Sequence[Mention],
        published: dt.date | None,
    ) -> DateArgument | None:
        """The date of the mention, or None."""
        best: tuple[float, DateCandidate] | None = None
        for candidate in candidates:
            probability = self._model.probability(self.features(mention, candidate, rivals, candidates))
            if probability >= self.threshold and (best is None or probability > best[0]):
                best = (probability, candidate)
        if best is None:
            return None
        timex = best[1][0]
        interval = resolve(timex, published=published, tense=tense_of(mention, best[1][1]))
        if interval is None:
            return None
        offset = mention.sentence.tree.start
        return DateArgument(
            offset + timex.start,
            offset + timex.end,
            interval.start,
            interval.end,
            interval.granularity,
            best[0],
        )


def token_range(sentence: Sentence, timex: Timex) -> tuple[int, int] | None:
    """First and last token of an expression found in the sentence's text."""
    tree = sentence.tree
    start, end = tree.start + timex.head_start, tree.start + timex.end
    inside = [k for k in range(len(tree)) if tree.starts[k] < end and tree.ends[k] > start]
    return (inside[0], inside[-1]) if inside else None
