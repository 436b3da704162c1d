"""What speaks for and against a time expression as the date of a mention, as named features."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.features import simple_function
from extractor.arguments.wording import meeting_point, nearby, side_of, words_inside
from extractor.dates import Anaphor, Timex
from extractor.evidence import Mention, Sentence
from extractor.frames.tree import Tree

__all__ = ["DateCandidate", "date_features", "event_follows"]

_ALONE = frozenset({".", ",", ":", "CC", "TO", "IN"})
"""Tags behind "the day before" where no event follows from which it counts."""

DateCandidate = tuple[Timex, int, int]
"""An expression, and the indices of its first and last token (without the preposition)."""


def date_features(
    sentence: Sentence,
    mention: Mention,
    candidate: DateCandidate,
    *,
    rivals: Sequence[Mention],
    around: Sequence[DateCandidate],
) -> list[str]:
    """Features of a time expression as the date of a mention; `around` are all those of the sentence."""
    timex, first, last = candidate
    form, alone = f"{type(timex.value).__name__}:{timex.relation}", len(around) == 1
    tree, trigger, what = sentence.tree, mention.token, mention.type
    top = _top(tree, first, last)
    governor = tree.heads[top]
    functions = sentence.functions_of(trigger)
    pos = "v" if tree.is_verb(trigger) else "n"
    relation = "own" if governor == trigger else "-"
    if governor != trigger:
        path = [trigger, *tree.ancestors(trigger)]
        if governor in path:
            relation = f"up{path.index(governor)}:{tree.deps[path[path.index(governor) - 1]]}"
        elif trigger in tree.ancestors(governor):
            relation = "down"
        elif tree.heads[governor] in path:
            relation = "side"
    function = next((functions[k] for k in range(first, last + 1) if k in functions), "-")
    base = f"{what}:{pos}"
    distance = min(abs(top - trigger), 30) // 4
    clause = sentence.clause_of(trigger)
    lo, hi = sorted((top, trigger))
    verbs = sum(tree.is_verb(k) for k in range(lo + 1, hi))
    closer = sum(abs(other.token - top) < abs(trigger - top) for other in rivals if other.token != trigger)
    found = [
        f"rel={base}:{relation}",
        f"rel0={relation}",
        f"f={base}:{simple_function(function)}",
        f"f0={simple_function(function)}",
        f"form={form}",
        f"formrel={form}:{relation}",
        f"d={base}:{distance}:{side_of(mention, top)}",
        f"closer={closer}",
        f"alone={alone}",
        f"alone={alone}:{closer}:{relation}",
        f"govl={tree.lemmas[governor]}",
        f"govt={what}:{tree.tags[governor]}:{relation}",
        f"tense={what}:{clause.tense}:{form}",
        f"prep={what}:{tree.lower[first]}",
        f"verbs={min(3, verbs)}:{relation}",
        f"first={first <= 1}",
    ]
    if isinstance(timex.value, Anaphor):
        found.append(f"counts={event_follows(tree, last)}:{side_of(mention, first)}")
    found += nearby(tree, mention, first, last + 1)
    found += words_inside(tree, what, first, last + 1)
    found += meeting_point(tree, mention, first, base)
    found += _rank(mention, candidate, around, base)
    return [*found, f"kind={clause.tense}:{timex.kind}"]


def event_follows(tree: Tree, last: int) -> bool:
    """Whether "a day after" or "two days before", whose last token is given, goes on with an event."""
    behind = last + 1
    if tree.lower[last] not in ("after", "before") or behind >= len(tree):
        return False
    return tree.tags[behind] not in _ALONE and tree.lower[behind] != "that"


def _rank(
    mention: Mention, candidate: DateCandidate, around: Sequence[DateCandidate], base: str
) -> list[str]:
    """How many of the sentence's expressions stand between this one and the trigger."""
    timex, first, _ = candidate
    side = side_of(mention, first)
    distance = abs(first - mention.token)
    rank = sum(side_of(mention, k) == side and abs(k - mention.token) < distance for _, k, _ in around)
    return [
        f"rank={base}:{side}:{min(4, rank)}",
        f"count={base}:{min(5, len(around))}",
        f"rankk={mention.type}:{timex.kind}:{side}:{min(3, rank)}",
    ]


def _top(tree: Tree, first: int, last: int) -> int:
    for k in range(first, last + 1):
        if not first <= tree.heads[k] <= last or tree.heads[k] == k:
            return k
    return first
