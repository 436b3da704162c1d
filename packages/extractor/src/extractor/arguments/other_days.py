"""Days that a sentence names and that are those of something else than the event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.arguments.bearers import ADNOMINAL, bearer_of
from extractor.arguments.days_beside_acts import is_beside_act
from extractor.arguments.days_of_others import is_of_other
from extractor.evidence import Mention
from extractor.frames.answers import after_days, answered_by
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.statements import one_statement
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["dates_trigger", "is_other_day"]

_STEPS = lemma_set("steps_after")
_STATEMENTS = (lemma_set("statements") - {"tell"}) | lemma_set("making_known")
_BIDDING = frozenset({"raise"})
_DYING = frozenset({"die"})
_TOLD = ("ccomp", "dobj", "parataxis")
"""How what is told hangs on the verb of telling."""
_OCCASION = frozenset({"at", "by", "during", "in", "on", "through", "via", "with"})
"""Prepositions before an event at which something is done, on the same day."""
_AFTERMATH = lemma_set("aftermath")
_CLOSE_BY = WEEKDAYS | {"today", "tomorrow", "tonight", "yesterday"}
_RETURNING = lemma_set("returning")
_ORDINALS = lemma_set("ordinals")
_BACK = 10
"""Tokens before "since" and "this month" in which a superlative or "the fourth" is looked for."""
_ABOUT = frozenset({"amid", "amidst", "despite"})
_COUNTING = frozenset({"after", "before"})


def is_other_day(mention: Mention, first: int, last: int, rivals: Iterable[Mention]) -> bool:
    """Whether the expression between two tokens is the day of another event, or of what was done about this
    one later.
    """
    return (
        is_of_other(mention, first, last)
        or _dates_rival(mention, first, rivals)
        or _is_of_answered(mention, first, last)
        or _is_of_count(mention, first)
        or (
            (_is_of_step(mention, first, last) or _is_of_aftermath(mention, first, last))
            and not dates_trigger(mention, first, last)
        )
        or _is_around(mention, first, last)
        or is_beside_act(mention, first, last)
    )


def dates_trigger(mention: Mention, first: int, last: int) -> bool:
    """Whether the day from which an expression counts is the trigger's: "two days after Sunday's attack"."""
    tree = mention.sentence.tree
    beyond = next((k for k in range(first, last) if tree.lower[k] in _COUNTING), first)
    inside = range(beyond, last + 1)
    return any(tree.heads[k] == mention.token and tree.deps[k] in ADNOMINAL for k in inside)


def _is_of_step(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is the day of what others do about an event afterwards, or say of it: "on Tuesday
    condemned the raid", "the raid drew protests on Tuesday", "jets bombed Goma, the army said on Tuesday".
    Behind the event it may be its own: "condemned the raid on Tuesday", and so it is where the event is the
    occasion: "approved it at a meeting".
    """
    tree = mention.sentence.tree
    told = mention.type not in ACTS and tree.has_lemma(_STATEMENTS)
    if not told and not tree.has_lemma(_STEPS | _DYING):
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    step = _doing(tree, bearer_of(tree, first, last), path)
    if step == mention.token or not tree.is_verb(step):
        return False
    lemma = tree.lemmas[step]
    if step not in path:
        done = tree.tags[step] == "VBN" and mention.token in tree.ancestors(step)  # "a raid claimed by ..."
        return lemma in _STEPS and (done or tree.first_conjunct(step) in path)
    below = path[path.index(step) - 1]
    dep = tree.deps[below]
    if lemma in _DYING:  # "a man wounded in the bombing died on Tuesday"
        return below < step and any(tree.deps[k] in ("acl", "relcl") for k in path[: path.index(step)])
    telling = told and lemma in _STATEMENTS
    if telling and dep not in _TOLD:
        return False
    if not telling and (lemma not in _STEPS or dep == "conj" or _is_occasion(tree, below)):
        return False
    if mention.type == "offer" and lemma in _BIDDING:
        return False
    return below < step or first < tree.left(below)


def _is_occasion(tree: Tree, k: int) -> bool:
    """Whether a token says at what something is done: "approved it at a meeting"."""
    return tree.deps[k] == "prep" and tree.lower[k] in _OCCASION


def _doing(tree: Tree, bearer: int, path: Sequence[int]) -> int:
    """The verb that a word with a day belongs to, where the parser hangs the day on who does it: "the bishops
    on Tuesday condemned"; `path` is the way up from the trigger, where no other is looked for.
    """
    while tree.is_noun(bearer) and bearer not in path and tree.heads[bearer] != bearer:
        bearer = tree.heads[bearer]
        bearer = tree.heads[bearer] if tree.tags[bearer] == "IN" else bearer
    return bearer


def _is_of_aftermath(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is the day of what becomes of the event's victims or traces: "on Tuesday the toll
    of the bombing rose", "victims of the raid were buried on Tuesday".
    """
    tree = mention.sentence.tree
    if not tree.has_lemma(_AFTERMATH):
        return False
    if _is_of_anniversary(mention, first, last):
        return True
    path = (mention.token, *tree.ancestors(mention.token))
    bearer = bearer_of(tree, first, last)
    if bearer not in path[1:]:
        return False
    below = path[1 : path.index(bearer)]
    if not any(tree.lemmas[k] in _AFTERMATH and tree.is_noun(k) for k in below):
        return False
    return below[-1] < bearer or first < tree.left(below[-1])


def _is_of_anniversary(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is a day close by, and the event is one whose anniversary that is: "marked the
    20th anniversary of the attack on Monday".
    """
    tree = mention.sentence.tree
    if _CLOSE_BY.isdisjoint(tree.lower[first : last + 1]):
        return False
    return any(tree.lemmas[k] == "anniversary" for k in tree.ancestors(mention.token))


def _is_of_count(mention: Mention, first: int) -> bool:
    """Whether an expression says among which the event is the worst or the fourth: "the deadliest raid since
    2014", "the raid, the fourth this month".
    """
    tree = mention.sentence.tree
    if first and tree.lower[first - 1] == "since":
        for k in range(first - 2, max(-1, first - _BACK), -1):
            if tree.is_verb(k) or tree.words[k] in (",", ";"):
                return False
            if tree.lower[k] == "first" or (tree.tags[k] in ("JJS", "RBS") and tree.lower[k] != "least"):
                return True
    back = max(0, first - _BACK)
    cuts = [k + 1 for k in range(back, first) if tree.is_verb(k) or tree.words[k] == ","]
    before = tree.lower[max(cuts, default=back) : first]
    ordinal = any(word in _ORDINALS and article == "the" for article, word in pairwise(before))
    return tree.lower[first] == "this" and ordinal


def _is_around(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is the day of what goes on beside the event, or of coming back from it: "on
    Tuesday fell amid talks", "returned on Tuesday from a visit to Chad".
    """
    tree = mention.sentence.tree
    path = (mention.token, *tree.ancestors(mention.token))
    bearer = bearer_of(tree, first, last)
    below = path[: path.index(bearer)] if bearer in path else ()
    beside = _ABOUT | {"from"} if tree.lemmas[bearer] in _RETURNING else _ABOUT
    around = next((k for k in below if tree.lower[k] in beside), None)
    return around is not None and first < around


def _is_of_answered(mention: Mention, first: int, last: int) -> bool:
    """Whether one of the event and an expression is in what the other answers to, or lies days before the
    other: "bombed a camp in retaliation for a raid on Tuesday", "on Tuesday flew home, two weeks after the
    talks", "weeks after the vote on Tuesday held talks".
    """
    tree = mention.sentence.tree
    if answered_by(tree, mention.token) != answered_by(tree, first):
        return True
    span, other = after_days(tree, mention.token), after_days(tree, first)
    if other is not None and other < first and other != span:
        return True
    return span is not None and not first <= span <= last and span != other


def _dates_rival(mention: Mention, first: int, rivals: Iterable[Mention]) -> bool:
    """Whether the expression that begins at a token stands below another trigger of the type, and the mention
    does not: "agreed to hold talks after meeting on Tuesday".
    """
    tree, trigger = mention.sentence.tree, mention.token
    above = [first, *tree.ancestors(first)]
    below = above[: above.index(trigger)] if trigger in above else above
    others = {r.token for r in rivals if r.type == mention.type and r.token != trigger}
    over = tree.ancestors(trigger)
    return any(
        k in others and k not in over and not one_statement(tree, mention.type, trigger, k) for k in below
    )
