"""Finds date expressions in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.dates.builders import BUILDERS
from extractor.dates.captures import Captures
from extractor.dates.joining import Atom, join
from extractor.dates.lexicon import Form, forms, words
from extractor.dates.tokens import Tokens, tokenize
from extractor.dates.values import (
    Clock,
    Duration,
    Kind,
    Range,
    Recurring,
    Relation,
    Timex,
    Value,
)

__all__ = ["find_dates"]

_LEADS = frozenset((
    "IN", "ON", "AT", "PREP", "BY", "SINCE", "UNTIL", "FROM", "BEFORE", "AFTER", "BETWEEN", "APPROX",
    "SOMETIME", "EARLIER", "LATER", "EARLY", "SOON", "WITHIN",
))  # fmt: skip
_RELATIONS: dict[str, Relation] = {
    "SINCE": "since", "UNTIL": "until", "BY": "until", "BEFORE": "before", "AFTER": "after",
}  # fmt: skip
_RELATIONS_OF_TIMES: dict[str, Relation] = {"SINCE": "since", "UNTIL": "until"}
_COMMON = 12
"""Longest stretch, in tokens, whose matches are kept."""
_POSSESSIVE = re.compile("['\u2019]s\\b")
_NEXT_BUT_ONE = re.compile(r"\s+[^\W\d_]+\s+([^\W\d_]+)")


_ANY_DAY = "set_all"
"""The form of "a Monday morning", which is that day before a noun: "in a Monday morning attack"."""
_FOLLOWED = re.compile(
    r" (?!(?:about|across|after|against|along|although|amid|around|because|before|between|despite|during|from"
    r"|have|into|near|outside|over|since|that|then|though|through|under|until|upon|were|when|where|which|while"
    r"|will|with|within|without|would)\b)[a-z]{4,}"
)


def find_dates(text: str) -> tuple[Timex, ...]:
    """The date expressions of `text` in text order, none overlapping another; of two that overlap the longer.

    Durations ("for three days") and sets ("every Monday") are given with their kind, and resolve to None.

    >>> [(timex.text, timex.kind) for timex in find_dates("They met on Tuesday for three hours.")]
    [('on Tuesday', 'date'), ('for three hours', 'duration')]
    """
    found: list[Timex] = []
    for tokens in tokenize(text):
        atoms = [atom for atom in _atoms(tokens, text) if _credible(atom, text, tokens)]
        end = 0
        for atom in join(atoms, tokens):
            found.append(_timex(atom, text, tokens, end))
            end = atom.end
    return tuple(found)


def _atoms(tokens: Tokens, text: str) -> list[Atom]:
    """The longest forms that match, none overlapping another, in text order."""
    chars = tokens.chars
    matches = _matches_of_common(chars) if len(chars) <= _COMMON else _matches(chars)
    taken = bytearray(len(chars))
    atoms: list[Atom] = []
    for form, match in matches:
        start, end = match.span()
        if any(taken[start:end]) or (
            form.id == _ANY_DAY and _FOLLOWED.match(text, tokens.items[end - 1].end)
        ):
            continue
        value = BUILDERS[form.builder](Captures(match, tokens.items))
        if value is not None:
            taken[start:end] = b"\x01" * (end - start)
            atoms.append(Atom(start, end, value))
    atoms.sort()
    return atoms


def _matches(chars: str) -> tuple[tuple[Form, re.Match[str]], ...]:
    """Every form that matches a stretch, the longest first, of two equally long ones the earlier form."""
    matches = [
        (match.start() - match.end(), order, match.start(), form, match)
        for order, form in enumerate(forms())
        for match in form.pattern.finditer(chars)
    ]
    matches.sort(key=lambda found: found[:3])
    return tuple((form, match) for *_, form, match in matches)


@lru_cache(maxsize=4096)
def _matches_of_common(chars: str) -> tuple[tuple[Form, re.Match[str]], ...]:
    """The matches of a short stretch; the same few sequences of classes make up most of a newspaper."""
    return _matches(chars)


def _credible(atom: Atom, text: str, tokens: Tokens) -> bool:
    """Whether a bare year is one: "2000 Syrian refugees" is a count, and 1700 needs a preposition."""
    token = tokens.items[atom.start]
    if atom.end - atom.start > 1 or token.cls != "YEAR":
        return True
    match = _NEXT_BUT_ONE.match(text, token.end)
    word = words().get(match[1]) if match else None
    if word is not None and word.cls == "COUNTED":
        return False
    led = atom.start > 0 and tokens.items[atom.start - 1].cls in _LEADS
    return led or 1900 <= int(str(token.value)) < 2100


def _timex(atom: Atom, text: str, tokens: Tokens, floor: int) -> Timex:
    """The expression with its leading prepositions; one in the possessive belongs to a noun and has none."""
    items = tokens.items
    head_start, end = items[atom.start].start, items[atom.end - 1].end
    relations = _RELATIONS_OF_TIMES if _begins_with_time(atom, tokens) else _RELATIONS
    start, relation = head_start, _prefix_relation(items[atom.start].value)
    if match := _POSSESSIVE.match(text, end):
        end = match.end()
    else:
        index = atom.start - 1
        if atom.end - atom.start == 1 and items[atom.start].cls in ("RECENT", "RECENTLY"):
            floor = atom.start
        while index >= floor and atom.start - index <= 3 and items[index].cls in _LEADS:
            if relation == "at":
                relation = relations.get(items[index].cls, relation)
            start = items[index].start
            index -= 1
    return Timex(start=start, end=end, text=text[start:end], head_start=head_start, kind=_kind(atom.value),
                 relation=relation, value=atom.value)  # fmt: skip


def _begins_with_time(atom: Atom, tokens: Tokens) -> bool:
    """Whether a time of day comes first: "before dawn on Friday" is on Friday."""
    first, *others = (token.cls for token in tokens.items[atom.start : atom.end] if token.cls != "THE")
    return first in ("CLOCK", "DAYPART") or (first == "EARLY" and others[:1] in (["DAYPART"], ["UNITS"]))


def _prefix_relation(value: object) -> Relation:
    return "before" if value == "pre" else "after" if value == "post" else "at"


def _kind(value: Value) -> Kind:
    if isinstance(value, Clock):
        return "time"
    if isinstance(value, Range):
        return "range"
    if isinstance(value, Duration):
        return "duration"
    return "set" if isinstance(value, Recurring) else "date"
