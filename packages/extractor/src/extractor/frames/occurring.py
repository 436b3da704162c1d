"""What a sentence says of when something takes place: "to be held on Friday", "since the raids began"."""

from __future__ import annotations

from extractor.frames.clauses import verb_tense
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import FINITE, Tree

__all__ = ["began_since", "is_in_its", "put_off_to", "to_take_place"]

_BEGINNING = lemma_set("beginning")
_HAPPENING = frozenset({"happen", "occur"})
_HELD = frozenset({"convene", "hold"})
_TOLD = _HAPPENING | _HELD | {"place"}
"""Lemmas of a sentence in which something may be told to take place."""
_ORDINALS = lemma_set("ordinals")
_SPANS = lemma_set("spans")
_PUT_OFF = lemma_set("putting_off") | {"bring"}
_UNTIL = frozenset({"to", "until", "till"})
_ANEW = frozenset({"rearrange", "reschedule"})
"""Verbs of giving another day, which stands behind "for"."""
_TO = _UNTIL | {"for"}
_DATES = CALENDAR | {
    "date",
    "day",
    "month",
    "week",
    "weekend",
    "year",
    "spring",
    "summer",
    "autumn",
    "winter",
}
_UP = 3
"""Steps from "to" up to the verb: it may hang on "from", and that on what is put off."""
_GOING = frozenset({"drag", "go", "stretch"})
_IN = frozenset({"in", "into", "on", "enter", "reach", "now"})


def to_take_place(tree: Tree, noun: int) -> int | None:
    """The verb by which a noun is to come about: "talks to be held on Friday", "a meeting of the groups based
    in Oslo, to take place today".
    """
    if not tree.has_lemma(_TOLD):
        return None
    for verb in range(noun + 1, len(tree)):
        if _comes_about(tree, verb) and (tree.heads[verb] == noun or _goes_on(tree, noun, verb)):
            return verb
    return None


def _comes_about(tree: Tree, verb: int) -> bool:
    if not tree.is_verb(verb) or verb_tense(tree, verb) != "infinitive":
        return False
    held = tree.lemmas[verb] in _HELD and tree.kid(verb, "auxpass") is not None
    return held or tree.lemmas[verb] in _HAPPENING or tree.lower[verb + 1 : verb + 2] == ["place"]


def _goes_on(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a verb stands behind a comma, and nothing but what hangs on the noun stands before that."""
    comma = tree.left(verb) - 1
    if not noun < comma or tree.words[comma] != ",":
        return False
    return all(noun in tree.ancestors(k) for k in range(noun + 1, comma))


def put_off_to(tree: Tree, noun: int) -> int | None:
    """The word for the day to which something is put off or brought forward: "talks were moved to Friday",
    "has been rescheduled for June".
    """
    if tree.is_verb(noun) or not tree.has_lemma(_PUT_OFF):
        return None
    for to in range(len(tree)):
        if tree.lower[to] not in _TO:
            continue
        above = tree.ancestors(to)[:_UP]
        verb = next((k for k in above if tree.is_verb(k)), noun)
        if tree.lemmas[verb] not in (_PUT_OFF if tree.lower[to] in _UNTIL else _ANEW):
            continue
        day = tree.kid(to, "pobj")
        if day is None or not (tree.lower[day] in _DATES or tree.tags[day] == "CD"):
            continue
        forward = tree.lemmas[verb] != "bring" or "forward" in tree.lower[verb:to]
        told = tree.kids(verb, "nsubj", "nsubjpass", "dobj")
        if tree.deps[verb] == "conj" and not told:  # "was due on Monday but has been moved to Friday"
            first = tree.first_conjunct(verb)
            first = tree.heads[first] if tree.deps[first] == "xcomp" else first
            told = tree.kids(first, "nsubj", "nsubjpass")
        if forward and noun in told:
            return day
    return None


def began_since(tree: Tree, noun: int, verb: int) -> bool:
    """Whether something is so since what a noun means began: "have fled since the raids began"; the parser
    may take "since" for a preposition of what began.
    """
    if tree.lemmas[verb] not in _BEGINNING or tree.is_verb(noun) or not noun < verb:
        return False
    since = next((k for k in range(noun, -1, -1) if tree.lower[k] == "since"), None)
    return since is not None and not any(tree.tags[k] in FINITE for k in range(since, verb))


def is_in_its(tree: Tree, noun: int) -> bool:
    """Whether it is told how long what a noun means has gone on: "the raids, now in their third day", "the
    summit enters its second day".
    """
    if not tree.has_lemma(_SPANS):
        return False
    for k in range(noun + 2, len(tree) - 2):
        counted = tree.lower[k + 1] in _ORDINALS and tree.lemmas[k + 2] in _SPANS
        gone = tree.lower[k] == "a" and tree.lower[k - 1] == "into" and tree.lemmas[k - 2] in _GOING
        if counted and (gone or (tree.lower[k] in ("its", "their") and tree.lemmas[k - 1] in _IN)):
            yearly = (
                tree.lemmas[k + 2] == "year" and tree.lower[k - 2] != "now"
            )  # "the fair in its third year"
            return not yearly and _is_said_of(tree, noun, k + 2)
    return False


def _is_said_of(tree: Tree, noun: int, span: int) -> bool:
    """Whether a span of time hangs on a noun, or on a verb that says something of it."""
    above = tree.ancestors(span)
    if noun in above:
        return True
    verb = next((k for k in above if tree.is_verb(k)), None)
    subject = None if verb is None else tree.kid(verb, "nsubj")
    return subject is not None and subject in (noun, *tree.ancestors(noun)[:2])
