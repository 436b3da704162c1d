"""Events that a text only recalls, and nouns that come back from these to what it tells: "Modi met Kishida on
Monday. The two had last met in 2023. The meeting took an hour".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from extractor.evidence import REPEATING, Mention
from extractor.frames.clauses import is_past_perfect
from extractor.frames.determiners import determiner
from extractor.frames.senses import lemma_set

__all__ = ["Recalled"]

_RECALLED = 2.5
"""Log-odds against a noun's being what was recalled in the past perfect."""
_LONG_AGO = 1.0
"""Log-odds against its being what was long before, where somebody says what he thinks of it."""
_LONG = dt.timedelta(days=30)
_THE = frozenset({"the"})
_JUDGING = lemma_set("commenting") | {"appal", "appall", "blame", "call", "claim", "mourn", "shock"}


class Recalled:
    """What of an article's mentions of one type, in text order, is only recalled; each is looked at beside
    at most `reach` before it.
    """

    def __init__(self, mentions: Sequence[Mention], *, reach: int) -> None:
        self._mentions = mentions
        self._odds = [_odds(mention, mentions[max(0, k - reach) : k]) for k, mention in enumerate(mentions)]

    def odds(self, first: int, second: int) -> float:
        """The log-odds against two mentions' being one event, since one of them alone is recalled."""
        one, other = self._mentions[first], self._mentions[second]
        if self._odds[first]:
            return self._odds[first] if _comes_back(other, self._odds[first]) else 0.0
        long_ago = self._odds[second] == _LONG_AGO and one.sentence is not other.sentence
        return _LONG_AGO if long_ago and _is_told_now(one) else 0.0


def _odds(mention: Mention, before: Sequence[Mention]) -> float:
    """The log-odds against a later noun's coming back to a mention; 0 where it is what the text tells."""
    tree = mention.sentence.tree
    earlier = [m for m in before if m.sentence is not mention.sentence and m.sentence.block not in REPEATING]
    if not earlier or determiner(tree, mention.token) == "definite":
        return 0.0
    if is_past_perfect(tree, mention.token):
        return _RECALLED if any(not is_past_perfect(m.sentence.tree, m.token) for m in earlier) else 0.0
    return _LONG_AGO if any(_is_long_before(mention, m) for m in earlier) else 0.0


def _comes_back(mention: Mention, odds: float) -> bool:
    """Whether a mention is a noun that takes up what the text tells: "the meeting took an hour". What was
    only long ago is left where the noun is what somebody judges, or what is not over: "condemned the attack",
    "if the talks fail".
    """
    tree, noun = mention.sentence.tree, mention.token
    if tree.is_verb(noun) or mention.date is not None or is_past_perfect(tree, noun):
        return False
    if not any(tree.lower[k] in _THE for k in tree.kids(noun, "det")):
        return False
    if odds == _RECALLED or mention.likeliest_status() != "occurred":
        return True
    return any(tree.lemmas[k] in _JUDGING for k in tree.ancestors(noun)[:2])


def _is_told_now(mention: Mention) -> bool:
    """Whether a mention of no day is new to the text and no heading, which may tell of what follows."""
    new = mention.date is None and mention.sentence.block not in REPEATING
    return new and determiner(mention.sentence.tree, mention.token) != "definite"


def _is_long_before(mention: Mention, other: Mention) -> bool:
    one, two = mention.date, other.date
    if one is None or two is None or one.last is None or two.first is None:
        return False
    return two.first - one.last > _LONG
