"""What speaks for and against a time expression as the date of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.arguments.features import simple_function
from extractor.arguments.wording import (
    clauses,
    meeting_point,
    nearer,
    rank_of,
    side_of,
    words_between,
    words_inside,
)
from extractor.dates import Anaphor, Timex
from extractor.evidence import Mention, Sentence
from extractor.frames.tree import Tree

__all__ = ["DateCandidate", "date_features", "event_follows"]

_ALONE = frozenset({".", ",", ":", "CC", "TO", "IN"})
"""Tags behind "the day before" where no event follows from which it counts."""

_SUPERLATIVE = frozenset({"JJS", "RBS"})
_UNIQUE = frozenset({"first", "only"})
_BACK = 14
"""Tokens before an expression in which a superlative is looked for."""
_LATER = 3
"""Sentences, and triggers, from which on their number no longer counts."""

DateCandidate = tuple[Timex, int, int]
"""An expression, and the indices of its first and last token (without the preposition)."""


def date_features(
    sentence: Sentence,
    mention: Mention,
    candidate: DateCandidate,
    *,
    rivals: Sequence[Mention],
    around: Sequence[DateCandidate],
    fields: Mapping[str, str],
) -> list[str]:
    """Features of a time expression as the date of a mention.

    `around` are all those of the sentence, and `fields` names the semantic field of a lemma.
    """
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
    clause = sentence.clause_of(trigger)
    lo, hi = sorted((top, trigger))
    verbs = tree.verbs_between(lo + 1, hi)
    closer = nearer(mention, top, rivals)
    side = side_of(mention, first)
    found = [
        f"rel={base}:{relation}",
        f"f={base}:{simple_function(function)}",
        f"form={form}",
        f"formrel={form}:{relation}",
        f"alone={alone}",
        f"alone={alone}:{closer}:{relation}",
        f"govl={tree.lemmas[governor]}",
        f"govt={what}:{tree.tags[governor]}:{relation}",
        f"tense={what}:{clause.tense}:{form}",
        f"verbs={min(3, verbs)}:{relation}",
        f"first={first <= 1}",
    ]
    if isinstance(timex.value, Anaphor):
        found.append(f"counts={event_follows(tree, last)}:{side}")
    found += words_between(tree, mention, first, last + 1)
    found += words_inside(tree, what, first, last + 1)
    found += meeting_point(tree, mention, first, base)
    rank = rank_of(mention, first, [k for _, k, _ in around])
    found.append(f"rank={base}:{side}:{min(4, rank)}")
    found += clauses(tree, mention, top)
    found += _bearer(tree, mention, top, fields)
    found.append(f"since={form}:{_is_unique(tree, first)}:{tree.lower[first - 1] if first else '^'}")
    position = min(_LATER, sentence.index)
    found += [
        f"at={what}:{position}",
        f"at={type(timex.value).__name__}:{position}",
        f"at={position}:{side}:{min(_LATER, len(rivals))}",
    ]
    return [*found, f"kind={clause.tense}:{timex.kind}"]


def event_follows(tree: Tree, last: int) -> bool:
    """Whether "a day after" or "two days before", whose last token is given, goes on with an event."""
    behind = last + 1
    if tree.lower[last] not in ("after", "before") or behind >= len(tree):
        return False
    return tree.tags[behind] not in _ALONE and tree.lower[behind] != "that"


def _bearer(tree: Tree, mention: Mention, top: int, fields: Mapping[str, str]) -> list[str]:
    """The word that the expression modifies: the trigger, or what else may bear a date."""
    bearer = tree.heads[top]
    if tree.tags[bearer] == "IN":
        bearer = tree.heads[bearer]
    own, lemma = bearer == mention.token, tree.lemmas[bearer]
    found = [f"bearl={own}:{lemma}"]
    if lemma in fields:
        found.append(f"bearf={own}:{fields[lemma]}")
    return found


def _is_unique(tree: Tree, first: int) -> bool:
    """Whether a superlative or "first" stands before: "the first visit in three years" was not in them."""
    return any(
        tree.tags[k] in _SUPERLATIVE or tree.lower[k] in _UNIQUE for k in range(max(0, first - _BACK), first)
    )


def _top(tree: Tree, first: int, last: int) -> int:
    for k in range(first, last + 1):
        if not first <= tree.heads[k] <= last or tree.heads[k] == k:
            return k
    return first
