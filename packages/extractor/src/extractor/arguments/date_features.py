"""What speaks for and against a time expression as the date of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.arguments.features import simple_function
from extractor.arguments.wording import (
    clauses,
    meeting_point,
    nearby,
    nearer,
    rank_of,
    side_of,
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
    distance = min(abs(top - trigger), 30) // 4
    clause = sentence.clause_of(trigger)
    lo, hi = sorted((top, trigger))
    verbs = tree.verbs_between(lo + 1, hi)
    closer = nearer(mention, top, rivals)
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
    found += clauses(tree, mention, top)
    found += _bearer(tree, mention, top, rivals, fields)
    found += _path_prepositions(tree, mention, top)
    found.append(f"since={form}:{_is_unique(tree, first)}:{tree.lower[first - 1] if first else '^'}")
    position = min(_LATER, sentence.index)
    found += [
        f"at={what}:{position}",
        f"at={type(timex.value).__name__}:{position}",
        f"at={position}:{side_of(mention, first)}:{min(_LATER, len(rivals))}",
    ]
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
    rank = rank_of(mention, first, [k for _, k, _ in around])
    return [
        f"rank={base}:{side}:{min(4, rank)}",
        f"count={base}:{min(5, len(around))}",
        f"rankk={mention.type}:{timex.kind}:{side}:{min(3, rank)}",
    ]


def _bearer(
    tree: Tree, mention: Mention, top: int, rivals: Sequence[Mention], fields: Mapping[str, str]
) -> list[str]:
    """The word that the expression modifies: the trigger, another one, or what else may bear a date."""
    bearer = tree.heads[top]
    if tree.tags[bearer] == "IN":
        bearer = tree.heads[bearer]
    if bearer == mention.token:
        what = "own"
    else:
        what = "rival" if any(other.token == bearer for other in rivals) else "other"
    lemma = tree.lemmas[bearer]
    found = [f"bearer={what}:{tree.tags[bearer][:2]}", f"bearl={what == 'own'}:{lemma}"]
    if lemma in fields:
        found.append(f"bearf={what == 'own'}:{fields[lemma]}")
    return found


def _path_prepositions(tree: Tree, mention: Mention, top: int) -> list[str]:
    """The prepositions between the expression and the trigger: "talks before the vote on Monday"."""
    path = tree.path(mention.token, top)
    if path is None:
        return []
    rise, _, fall = path
    return [
        *(f"down={tree.lower[k]}" for k in fall if k != top and tree.tags[k] == "IN"),
        *(f"up={tree.lower[k]}" for k in rise if tree.tags[k] == "IN"),
    ]


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
