"""Chooses the date of a mention and resolves it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from extractor.arguments.bearers import bearer_of
from extractor.arguments.date_features import DateCandidate, date_features, event_follows
from extractor.arguments.days_told import day_told, says_of
from extractor.arguments.other_days import dates_trigger, is_other_day
from extractor.arguments.tenses import tense_of
from extractor.dates import Anaphor, Interval, Tense, Timex, find_dates, resolve
from extractor.dates.calendars import unit_span
from extractor.dates.values import Clock, Offset, Unit
from extractor.evidence import DateArgument, Mention, Sentence
from extractor.frames.clauses import verb_tense
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.judge.linear import LinearModel

__all__ = ["DateCandidate", "DateSelector", "date_of", "interval_of", "names_body", "token_range"]

_PUT_OFF = lemma_set("putting_off") | {"suspend"}
_BEGINNING = lemma_set("beginning")
_ENDING = lemma_set("ending")
_BODIES = lemma_set("named_after_days")
_SAID_OUTRIGHT = 0.9
"""Probability of a date that the sentence gives outright."""
_LONGER = frozenset({"week", "month", "quarter", "season", "year", "decade"})
"""Units longer than a day in which one may go on counting from what lies in one of them."""
_UP = 3
"""Governors of an expression among which such a verb is looked for."""
_ATTACHED = 500
"""Characters before a sentence in which the date is looked for that an expression counts from."""
_PARAGRAPHS = 3
"""Paragraphs above a sentence in which the day is looked for of which it says "that day"."""
_AT_HAND = 200
"""Characters before it in which that of a time of day is looked for: one or two sentences."""


def interval_of(
    mention: Mention,
    candidate: DateCandidate,
    around: Sequence[DateCandidate],
    plain: str,
    published: dt.date | None,
) -> Interval | None:
    """The days that an expression means as the date of the mention; `around` are all those of the sentence.

    What counts from another date ("two days earlier") counts from the last day before it in the paragraph and
    the one above, or in longer units from the last month or year ("later that year"). A time of day is of the
    day that was told just before.
    Behind "a day after" and "two days before" the event's day is counted back from that of the main clause,
    or from publication; what the main clause tells has no known day then. Behind "a day after Sunday's" it is
    that Sunday.
    """
    timex, first, last = candidate
    tense = tense_of(mention, first)
    if isinstance(timex.value, Offset) and not timex.value.exact and dates_trigger(mention, first, last):
        base = replace(timex, value=timex.value.base, relation="at")
        return resolve(base, published=published, tense=tense_of(mention, last))
    if timex.relation == "until" and _is_put_off(mention.sentence.tree, first):
        timex = replace(timex, relation="at")  # "postponed until July 3"
    if timex.relation == "after" and _is_of_noun(mention.sentence.tree, first, last):
        timex = replace(timex, relation="at")  # "after Friday prayers"
    sentence = mention.sentence
    if isinstance(timex.value, Clock) and tense == "past":
        told = plain[max(0, sentence.tree.start - _AT_HAND) : sentence.tree.start].rpartition("\n")[2]
        day = _last_day(find_dates(told), published, tense)
        return resolve(timex, published=published, tense=tense, anchor=day)
    if not isinstance(timex.value, Anaphor) or timex.value.shift is None:
        return resolve(timex, published=published, tense=tense)
    earlier, unit = [c[0] for c in around if c[0].start < timex.start], timex.value.unit
    follows = event_follows(sentence.tree, last)
    told_before = follows and _is_told_before(sentence.tree, first, mention.token)
    anchor = _last_day(earlier, published, "past" if told_before else tense, unit)
    if follows:
        if mention.token < last or _is_behind_comma(sentence.tree, first, last, mention.token):
            return resolve(timex, published=published, tense=tense)
        value = replace(timex.value, shift=-timex.value.shift)
        return resolve(
            replace(timex, value=value), published=published, tense=tense, anchor=anchor or published
        )
    if anchor is None:
        nearest: Tense = "present" if tense == "future" else "past"
        told = _before(plain, sentence.tree.start, 1 if timex.value.shift else _PARAGRAPHS)
        anchor = _last_day(find_dates(told), published, nearest, unit)
    if anchor is None and (timex.value.shift == -1 or sentence.tree.lower[last] in ("earlier", "before")):
        anchor = published
    return resolve(timex, published=published, tense=tense, anchor=anchor)


def _before(plain: str, start: int, paragraphs: int) -> str:
    """The last words before a sentence, in its paragraph and in so many above, often single sentences."""
    text = plain[max(0, start - _ATTACHED) : start]
    cut = start > _ATTACHED
    *above, paragraph = text.split("\n")
    above = [line for line in above if line.strip()]
    if above:
        cut = cut and len(above) <= paragraphs
        paragraph = " ".join((*above[-paragraphs:], paragraph))
    return paragraph.partition(" ")[2] if cut else paragraph


def _last_day(
    found: Iterable[Timex], published: dt.date | None, tense: Tense, unit: Unit = "day"
) -> dt.date | None:
    """The last single day that the expressions name by themselves, or the first of the last days within one
    `unit`: what tells of 2018 goes on with "later that year".
    """
    day: dt.date | None = None
    for timex in found:
        if not isinstance(timex.value, Anaphor):
            interval = resolve(timex, published=published, tense=tense)
            if interval is not None and _is_within(interval, unit):
                day = interval.start
    return day


def _is_within(interval: Interval, unit: Unit) -> bool:
    """Whether an interval is known and no longer than one day, or the calendar's `unit` that it lies in."""
    if interval.start is None or interval.end is None:
        return False
    if interval.start == interval.end or unit not in _LONGER:
        return interval.start == interval.end
    return interval.end <= unit_span(unit, interval.start, 0)[1]


class DateSelector:
    """The most probable expression of the sentence, if it is probable enough."""

    def __init__(self, model: LinearModel, *, fields: Mapping[str, str], threshold: float = 0.5) -> None:
        """`fields` names the semantic field of a lemma."""
        self._model = model
        self._fields = fields
        self.threshold = threshold

    def features(
        self,
        mention: Mention,
        candidate: DateCandidate,
        rivals: Sequence[Mention],
        around: Sequence[DateCandidate],
    ) -> list[str]:
        """The features of one candidate among all those `around` it."""
        return date_features(
            mention.sentence, mention, candidate, rivals=rivals, around=around, fields=self._fields
        )

    def select(
        self,
        mention: Mention,
        candidates: Sequence[DateCandidate],
        rivals: Sequence[Mention],
        plain: str,
        published: dt.date | None,
    ) -> DateArgument | None:
        """The date of the mention, or None; `plain` is the text of the article."""
        told_outright = day_told(mention, candidates, rivals)
        best = None if told_outright is None else (_SAID_OUTRIGHT, told_outright)
        for candidate in candidates if best is None else ():
            if is_other_day(mention, candidate[1], candidate[2], rivals):
                continue
            probability = self._model.probability(self.features(mention, candidate, rivals, candidates))
            if probability >= self.threshold and (best is None or probability > best[0]):
                best = (probability, candidate)
        if best is None:
            return None
        probability, chosen = best
        told = date_of(mention, chosen, candidates, plain, published, probability)
        for bounds in _bounds(mention, candidates) if told else ():
            if chosen in bounds:
                begun = _as_begun(mention, bounds[0])
                start = date_of(begun, bounds[0], candidates, plain, published, probability)
                end = date_of(mention, bounds[1], candidates, plain, published, probability)
                return _from_to(start, end, bounds[1][0]) or told
        return told


def _bounds(
    mention: Mention, candidates: Sequence[DateCandidate]
) -> Iterator[tuple[DateCandidate, DateCandidate]]:
    """The expressions that say when something begins and when it ends, as far as the trigger is named for it:
    "the talks begin on Monday and end on Friday".
    """
    tree = mention.sentence.tree
    if tree.is_verb(mention.token) or len(candidates) < 2:
        return
    above = {c[1]: next((k for k in tree.ancestors(c[1]) if tree.is_verb(k)), None) for c in candidates}
    for one in candidates:
        begins = above[one[1]]
        if begins is None or tree.lemmas[begins] not in _BEGINNING or not says_of(mention, begins):
            continue
        for other in candidates:
            ends = above[other[1]]
            if ends is None or ends == begins or tree.lemmas[ends] not in _ENDING:
                continue
            if tree.first_conjunct(ends) == tree.first_conjunct(begins) or says_of(mention, ends):
                yield one, other


def _as_begun(mention: Mention, start: DateCandidate) -> Mention:
    """The mention as what has occurred, where it has begun: "began on Monday and will end on Friday"."""
    tree = mention.sentence.tree
    if verb_tense(tree, bearer_of(tree, start[1], start[2])) != "past":
        return mention
    return dataclasses.replace(mention, status={"occurred": 1.0})


def _from_to(first: DateArgument | None, last: DateArgument | None, end: Timex) -> DateArgument | None:
    """The days from one date to another, which the expression `end` names; a weekday is one that follows."""
    if first is None or last is None or first.first is None or last.last is None:
        return None
    day: dt.date | None = last.last
    if last.last < first.first:
        if end.text.split()[-1].lower() not in WEEKDAYS:
            return None
        following = resolve(end, published=first.first, tense="future")
        day = following.end if following else None
    if day is None or day < first.first:
        return None
    span = min(first.start, last.start), max(first.end, last.end)
    return DateArgument(*span, first.first, day, first.granularity, first.probability)


def date_of(
    mention: Mention,
    candidate: DateCandidate,
    around: Sequence[DateCandidate],
    plain: str,
    published: dt.date | None,
    probability: float,
) -> DateArgument | None:
    """An expression as the date of the mention, if it names one."""
    interval = interval_of(mention, candidate, around, plain, published)
    if interval is None:
        return None
    timex, offset = candidate[0], mention.sentence.tree.start
    return DateArgument(
        offset + timex.start,
        offset + timex.end,
        interval.start,
        interval.end,
        interval.granularity,
        probability,
    )


def _is_told_before(tree: Tree, first: int, token: int) -> bool:
    """Whether a clause in the past goes before that of the trigger: "struck Rafah on Monday, a day before
    talks were due to resume".
    """
    verb = next((k for k in tree.ancestors(first) if tree.is_verb(k) and k < first), None)
    return verb is not None and first < token and verb_tense(tree, verb) == "past"


def _is_behind_comma(tree: Tree, first: int, last: int, token: int) -> bool:
    """Whether a sentence begins with an expression, and a trigger comes after what that counts from: "two
    days after the summit in Vilnius, a drone attacked the port".
    """
    if first > 1 or "," not in tree.words[last:token]:
        return False
    counted = tree.heads[last] if tree.deps[last] == "mark" else last
    return counted not in (token, *tree.ancestors(token))


def _is_put_off(tree: Tree, first: int) -> bool:
    return any(tree.lemmas[k] in _PUT_OFF for k in tree.ancestors(first)[:_UP])


def _is_of_noun(tree: Tree, first: int, last: int) -> bool:
    """Whether a day of the week only says of which day a noun is that follows: "Friday prayers"."""
    following = last + 1
    if tree.lower[last] not in WEEKDAYS:
        return False  # after a month's elections it may be another one
    within = any(
        tree.heads[k] == following and tree.deps[k] in ("compound", "nmod") for k in range(first, following)
    )
    return within and tree.is_noun(following)


def names_body(tree: Tree, timex: Timex, last: int) -> bool:
    """Whether an expression is part of the name of a body: "the March 23 Movement"."""
    following = tree.words[last + 1] if last + 1 < len(tree) else ""
    return timex.start == timex.head_start and following.istitle() and following.lower() in _BODIES


def token_range(sentence: Sentence, timex: Timex) -> tuple[int, int] | None:
    """First and last token of an expression found in the sentence's text."""
    tree = sentence.tree
    start, end = tree.start + timex.head_start, tree.start + timex.end
    inside = [k for k in range(len(tree)) if tree.starts[k] < end and tree.ends[k] > start]
    return (inside[0], inside[-1]) if inside else None
