"""Parts times without a preposition from the words beside them."""

from __future__ import annotations

from extractor.frames.columns import TENSED, has_subject, upwards
from extractor.frames.phrases import CALENDAR, MONTHS, WEEKDAYS
from extractor.frames.tree import MODIFYING, NAME, VERB

__all__ = ["free_adverbs", "free_times", "part_days", "part_openers", "part_times"]

_CALLED = frozenset(
    {
        "ash", "black", "bloody", "cyber", "easter", "good", "holy", "maundy", "palm", "shrove", "sheffield",
        "super",
    }
)  # fmt: skip
"""Words before a day of the week that make a name of it."""
_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BESIDE_SPANS = frozenset({"before", "after", "later", "earlier", "apart", "ago", "into"})
_OPENERS = frozenset({"at", "by", "during", "in", "on", "over", "since", "until"})
_TODAY = frozenset({"overnight", "today", "tonight", "yesterday"})
_DAYPARTS = frozenset({"afternoon", "dawn", "evening", "midday", "midnight", "morning", "night", "noon"})
_CLOCK = frozenset({"a.m.", "am", "p.m.", "pm"})
_FEASTS = frozenset({"christmas", "day", "easter", "eve", "ramadan"})
_ENDS = CALENDAR | _TODAY | _DAYPARTS | _CLOCK | _FEASTS | {"earlier", "later"}
"""Words with which a time may end."""
_WITHIN = frozenset(
    {
        "'s",
        "a",
        "before",
        "boxing",
        "early",
        "election",
        "independence",
        "last",
        "late",
        "new",
        "polling",
        "that",
        "the",
        "week",
        "year",
        "’s",
    }
)
_ON_NOUN = MODIFYING | {"nummod"}
_ALONE = frozenset({"earlier", "later", "night", "yesterday"})


def part_openers(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part the time that opens a clause from the subject behind it: "On Monday rebels attacked a town", "In
    May 2014 Russian troops attacked", "Today rebels attacked a town".
    """
    for k in range(len(words) - 2):
        if tags[k] != "IN" or words[k].lower() not in _OPENERS:
            continue
        if all(i == k or deps[i] == "pobj" for i, head in enumerate(heads) if head == k):
            _part_from(words, tags, deps, heads, k + 1)
    _part_from(words, tags, deps, heads, 0)


def _part_from(words: list[str], tags: list[str], deps: list[str], heads: list[int], begin: int) -> None:
    """Part the time that begins with a token, behind its preposition if it is not the sentence's first."""
    end = _time_from(words, begin)
    if end is None or end + 1 >= len(words) or words[end + 1] in ("'s", "’s", "-", "–"):
        return
    if not begin and words[0].lower() not in _TODAY and words[end].lower() not in _ALONE:
        return
    subject = next((heads[k] for k in range(begin, end + 1) if heads[k] > end and deps[k] in _ON_NOUN), None)
    while subject is not None and deps[subject] in MODIFYING:
        subject = heads[subject]  # "in May 2014 Russian troops", "in March President Reyes"
    if subject is None or tags[subject] not in (*NAME, "NNS"):
        return
    if begin and heads[subject] == begin - 1 and _opens_clause(tags, deps, heads, subject):
        heads[subject], deps[subject] = heads[begin - 1], "nsubj"  # "on 3 May jets bombed a town"
    if deps[subject] not in ("nsubj", "nsubjpass"):
        return
    for k in range(begin, end):
        if heads[k] > end:
            heads[k] = end
    heads[end], deps[end] = (begin - 1, "pobj") if begin else (heads[subject], "npadvmod")


def _opens_clause(tags: list[str], deps: list[str], heads: list[int], noun: int) -> bool:
    """Whether a plural, with what hangs on it, is the subject that the verb right behind lacks."""
    if tags[noun] != "NNS":
        return False
    verb = next((k for k in range(noun + 1, len(tags)) if noun not in upwards(heads, k)), noun)
    if tags[verb] not in TENSED or has_subject(deps, heads, verb):
        return False
    return verb in upwards(heads, noun)


def _time_from(words: list[str], begin: int) -> int | None:
    """The last token of the time that begins with a token."""
    end = None
    for k in range(begin, len(words)):
        lower = words[k].lower()
        year = lower.isdecimal() and len(lower) == len("2000") and lower[:2] in ("19", "20")
        if lower in _ENDS or year:
            end = k
        elif not (lower in _WITHIN or lower.isdecimal()):
            break
    return end


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


def free_times(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang how often something was done under its verb, and not under a name: "shelled Goma 40 times"."""
    for k in range(2, len(words)):
        if words[k] == "times" and tags[k - 1] == "CD" and deps[k] == "appos" and tags[heads[k]] in NAME:
            verb = next((i for i in upwards(heads, k) if tags[i] in VERB), None)
            if verb is not None:
                heads[k], deps[k] = verb, "npadvmod"


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
