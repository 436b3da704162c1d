"""Parts times without a preposition from the words beside them."""

from __future__ import annotations

from extractor.frames.columns import upwards
from extractor.frames.phrases import CALENDAR, MONTHS, WEEKDAYS
from extractor.frames.tree import MODIFYING, NAME, VERB

__all__ = ["free_adverbs", "part_days", "part_fronted", "part_times"]

_CALLED = frozenset(
    {
        "ash", "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm", "shrove", "sheffield",
        "super",
    }
)  # fmt: skip
"""Words before a day of the week that make a name of it."""
_FRONTED = frozenset({"by", "in", "on", "since"})
"""Prepositions with which a sentence or a clause begins before a day."""
_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BESIDE_SPANS = frozenset({"before", "after", "later", "earlier", "apart", "ago", "into"})


def part_days(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Take a day apart from the name before it, of which the parser makes one with it: "in Homs Tuesday",
    "will visit Amman April 12".
    """
    for day in range(1, len(words)):
        name = day - 1
        if heads[name] != day or deps[name] not in MODIFYING or not _is_day(words, day):
            continue
        if tags[name] not in NAME or words[name].lower() in _CALLED | CALENDAR:
            continue
        above = upwards(heads, day)
        verb = next((k for k in above if tags[k] in VERB), None)
        if verb is None or (deps[day] in MODIFYING and heads[day] > day):
            continue
        free = deps[day] == "npadvmod" and not any(
            head == verb and dep == "dobj" for head, dep in zip(heads, deps, strict=True)
        )
        heads[name], deps[name] = heads[day], "dobj" if free else deps[day]
        for k in range(name):
            if heads[k] == day:
                heads[k] = name
        heads[day], deps[day] = verb, "npadvmod"


def part_fronted(words: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang under its preposition a day or month that the parser takes for a part of the name behind it: "On
    Monday North Korea fired", "on 3 May Boko Haram attacked".
    """
    for prep in range(len(words) - 2):
        if words[prep].lower() not in _FRONTED or deps[prep] != "prep" or prep in heads:
            continue
        first = prep + 1
        day = first + 1 if words[first].isdecimal() else first
        known = MONTHS if day > first else CALENDAR
        if words[day].lower() not in known or not words[day][0].isupper() or deps[day] not in MODIFYING:
            continue
        name = heads[day]
        if name <= day or words[day + 1][0] in "'’-" or not words[name][0].isupper():
            continue
        heads[day], deps[day] = prep, "pobj"
        if day > first:
            heads[first] = day


def _is_day(words: list[str], k: int) -> bool:
    """Whether a token is a day of the week, or a month before a day's number."""
    lower = words[k].lower()
    if lower in WEEKDAYS:
        return words[k][0].isupper() and not (k + 1 < len(words) and words[k + 1][0] in "'’-")
    numbered = k + 1 < len(words) and words[k + 1].isdecimal() and len(words[k + 1]) < len("2000")
    return numbered and words[k][0].isupper() and lower in CALENDAR and lower != "may"


def part_times(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part a name from the bare time behind it: "struck Kyiv hours after he left", "hit Rafah May 6"."""
    for k in range(1, len(words) - 1):
        name = k - 1
        if deps[name] != "compound" or heads[name] != k or tags[name] not in NAME:
            continue
        bare = words[k] in _SPANS and words[k + 1] in _BESIDE_SPANS
        month = words[k][0].isupper() and words[k].lower() in MONTHS
        if not bare and not (month and words[k + 1].rstrip(".").isdecimal()):
            continue
        above, relation = heads[k], deps[k]
        if above == k:
            continue
        heads[name], deps[name] = above, "dobj" if relation in ("npadvmod", "advmod") else relation
        for i, head in enumerate(heads):
            if head == k and i < name:
                heads[i] = name
        while deps[above] in ("prep", "agent") and heads[above] != above:
            above = heads[above]
        heads[k], deps[k] = above, "npadvmod"


def free_adverbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang "last" and "first" between a noun and its verb under the verb: "the two last met in 2019"."""
    for k in range(1, len(words) - 1):
        verb, before = k + 1, k - 1
        if words[k] not in ("last", "first") or tags[verb] != "VBD" or deps[k] not in ("nsubj", "appos"):
            continue
        if deps[k] == "nsubj":
            if heads[before] != k or heads[k] != verb or tags[before] == "DT":
                continue
            heads[before], deps[before] = verb, "nsubj"
            for i in range(before):
                if heads[i] == k:
                    heads[i] = before
        heads[k], deps[k], tags[k] = verb, "advmod", "RB"
