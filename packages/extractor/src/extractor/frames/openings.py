"""Parts what opens a clause from its subject, where the parser takes the two for one list.

"At talks hosted by Oman, Iran and Iraq agreed to meet": three countries to the parser, and a verb without a
subject.
"""

from __future__ import annotations

from extractor.frames.columns import (
    AUXILIARIES,
    BEFORE_VERB,
    CLAUSES,
    CONJUNCTIONS,
    PARTIES,
    TENSED,
    upwards,
)
from extractor.frames.senses import lemma_set

__all__ = ["part_openings"]

_JOINTS = CONJUNCTIONS | {"with"}
"""Prepositions that the parser may take for the beginning of a clause."""
_INVERTING = lemma_set("inverting")


def part_openings(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Give verbs that have none the subject that the parser adds to what opens the clause; all columns are
    changed in place.
    """
    for verb in range(4, len(words)):
        if deps[verb] not in CLAUSES or lemmas[verb] in _INVERTING:
            continue
        below = [k for k, head in enumerate(heads) if head == verb]
        helped = [k for k in below if k < verb and deps[k] in BEFORE_VERB]
        if tags[verb] not in TENSED and not any(deps[k] in AUXILIARIES for k in helped):
            continue
        before = verb - 1
        while before in helped:
            before -= 1
        list_of = _list_before(deps, heads, before)
        second = _after_comma(words, heads, list_of)
        if second is None or tags[second] not in PARTIES:
            continue
        way = [list_of[0], *upwards(heads, list_of[0])]
        top = way[way.index(verb) - 1] if verb in way else verb
        if top < second and top != list_of[0] and _opens(words, tags, deps, heads, top, below):
            for k in [*list_of, *range(second, verb)]:
                if k > second and heads[k] < second and deps[k] in ("conj", "cc", "punct"):
                    heads[k] = second
            passive = any(deps[k] == "auxpass" for k in helped)
            heads[second], deps[second] = verb, "nsubjpass" if passive else "nsubj"


def _list_before(deps: list[str], heads: list[int], last: int) -> list[int]:
    """The members of the list that ends with a token, first one first."""
    for k in (last, *upwards(heads, last)):
        if deps[k] == "conj":
            first = k
            while deps[first] == "conj" and heads[first] < first:
                first = heads[first]
            inside = range(first + 1, last + 1)
            return [first, *(i for i in inside if deps[i] == "conj" and first in upwards(heads, i))]
    return [last]


def _after_comma(words: list[str], heads: list[int], members: list[int]) -> int | None:
    """The first member of a list behind a comma: of one with "and" before it, if there is such a one."""
    found = None
    for k in members[1:]:
        start = k
        while heads[start - 1] == k:
            start -= 1
        if words[start - 1] == ",":
            if "and" in words[members[0] : start]:
                return k
            found = found or k
    return found


def _opens(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], top: int, below: list[int]
) -> bool:
    """Whether what hangs at `top` under a verb opens its clause, and is no subject of it; mends it where the
    parser takes it for one: "After talks with Oman, Iran ...", "Mediated by Oman, Iran ...".
    """
    subjects = [k for k in below if "subj" in deps[k]]
    if not subjects:
        return deps[top] in ("prep", "advcl")
    if subjects != [top]:
        return False
    if deps[top] == "csubj" and tags[top] == "VBN":
        deps[top] = "advcl"
        return True
    joint = below[0]
    if deps[top] not in ("nsubj", "nsubjpass") or joint >= top or deps[joint] not in ("mark", "prep"):
        return False
    if words[joint].lower() not in _JOINTS:
        return False
    heads[top], deps[top], deps[joint] = joint, "pobj", "prep"
    return True
