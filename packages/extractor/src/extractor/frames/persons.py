"""Mends names beside each other in what the parser gives: two taken for one, appositions and lists."""

from __future__ import annotations

from extractor.frames.columns import (
    upwards,
)
from extractor.frames.determiners import ARTICLES
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import MODIFYING, NAME, NOUN

__all__ = [
    "find_appositions",
    "find_listed",
    "join_objects",
    "join_subjects",
    "name_last",
    "part_company",
    "part_owners",
    "part_persons",
]

_TITLING = frozenset({"amod", "compound"})
_TITLES = lemma_set("title")
_PORTFOLIO = lemma_set("portfolio")
_BEFORE_MANY = NAME | {"JJ", "NN"}
"""Tags of what stands before a noun for several."""


def find_listed(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of persons with titles whose second the parser takes for an apposition: "Prime Minister Ann
    Lee, President Jan Horak and King Felipe met".
    """
    for k in range(2, len(words)):
        first = heads[k]
        if deps[k] != "appos" or tags[k] not in NAME or tags[first] not in NAME or first > k:
            continue
        before = [[i for i in range(n) if heads[i] == n and deps[i] in _TITLING] for n in (first, k)]
        listed = any(head == k and deps[i] == "conj" and tags[i] in NAME for i, head in enumerate(heads))
        start = next((i for i in range(first + 1, k) if k in upwards(heads, i)), k)
        if listed and all(len(found) > 1 for found in before) and words[start - 1] == ",":
            deps[k] = "conj"


def part_persons(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of two persons whose first the parser takes for a part of the second's name: "between Xi
    and French President Emmanuel Macron", "trade minister Ann Lee and prime minister Jan Holm".
    """
    for k in range(len(words) - 3):
        if words[k + 1] != "and" or tags[k] not in NAME or deps[k] not in MODIFYING:
            continue
        last = heads[k]
        while deps[last] in MODIFYING and heads[last] > last:
            last = heads[last]
        title = next((i for i in range(k + 2, last) if words[i].lower() in _TITLES), last)
        if title == last and last == k + 3 and _is_whole_name(words, tags, deps, heads, k):
            title = k + 2  # "Ann Lee and Jan Holm"
        if title >= last or not _is_titled(words, tags, k + 2, title, last):
            continue
        if words[k].lower() in _TITLES or words[k].lower() in _PORTFOLIO:
            continue
        if words[title].islower():
            _take_titles(tags, deps, heads, k)
        for i in range(k + 2, title):
            heads[i], deps[i] = title, "amod" if tags[i] == "JJ" else "compound"
        for i in range(title, last):
            heads[i], deps[i] = last, "compound"
        _part_at(deps, heads, k, last)


def part_company(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of a person with a title and several others, where the parser takes the person for a part
    of their name: "President Ann Lee and union leaders".
    """
    for k in range(1, len(words) - 3):
        if words[k + 1] != "and" or tags[k] not in NAME or deps[k] not in MODIFYING:
            continue
        last = k
        while deps[last] in MODIFYING and heads[last] > last:
            last = heads[last]
        others = range(k + 2, last)
        if tags[last] != "NNS" or not others or any(tags[i] not in _BEFORE_MANY for i in others):
            continue
        start = k
        while start > 0 and (tags[start - 1] in NAME or words[start - 1] == "of"):
            start -= 1
        if _TITLES.isdisjoint(word.lower() for word in words[start:k]) or words[k].lower() in _TITLES:
            continue
        for i in range(k):
            if heads[i] == last and i >= start:
                heads[i], deps[i] = k, "compound"
            elif heads[i] == last:
                heads[i] = k
        for i in others:
            heads[i], deps[i] = last, "amod" if tags[i] == "JJ" else "compound"
        _part_at(deps, heads, k, last)


def _is_titled(words: list[str], tags: list[str], first: int, title: int, last: int) -> bool:
    """Whether the tokens up to the last are a title, with what it is one of, and a name."""
    if words[title].islower():
        before = all(tags[i] in NAME | NOUN or tags[i] == "JJ" for i in range(first, title))
        return before and all(tags[i] in NAME for i in range(title + 1, last + 1))
    all_names = all(tags[i] in NAME or tags[i] == "JJ" for i in range(first, last + 1))
    return all_names and words[title][:1].isupper()


def _take_titles(tags: list[str], deps: list[str], heads: list[int], name: int) -> None:
    """Hang what stands before a name, and the parser hangs behind it, under the name."""
    k = name - 1
    while k >= 0 and (tags[k] in NAME | NOUN or tags[k] == "JJ") and deps[k] in MODIFYING:
        if heads[k] > name:
            heads[k], deps[k] = name, "compound"
        k -= 1


def part_owners(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give each of two persons beside "and" what stands before him: "Peru's Ann Lee and Chile's Jan Holm"."""
    for land in range(2, len(words) - 2):
        first, last = land - 2, land + 2
        if tags[land + 1] != "POS" or words[land - 1] != "and":
            continue
        if any(tags[k] not in NAME for k in (first, land, last)):
            continue
        while last + 1 < len(words) and tags[last + 1] in NAME:
            last += 1
        shared = heads[first] == last and deps[first] in (*MODIFYING, "poss")
        if not shared and (deps[land] != "conj" or land + 1 < heads[last] < last):
            continue
        for k in range(land, last):
            heads[k], deps[k] = last, "compound"
        deps[land], heads[land + 1], deps[land + 1] = "poss", land, "case"
        if shared:
            _part_at(deps, heads, first, last)


def _part_at(deps: list[str], heads: list[int], k: int, last: int) -> None:
    """Make two of a list of what ends with a token before "and" and with the one above it."""
    heads[k], deps[k] = k if heads[last] == last else heads[last], deps[last]
    heads[k + 1], deps[k + 1] = k, "cc"
    heads[last], deps[last] = k, "conj"


def _is_whole_name(words: list[str], tags: list[str], deps: list[str], heads: list[int], k: int) -> bool:
    """Whether a word ends a name of two words, with another of two behind its "and", and no body's."""
    ends = k > 0 and heads[k - 1] == k and deps[k - 1] == "compound" and tags[k - 1] in NAME
    whole = k < 2 or heads[k - 2] not in (k, k + 3)
    return ends and whole and _PORTFOLIO.isdisjoint(word.lower() for word in words[k - 1 : k + 3])


def name_last(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a name between commas under the last one of a list, which has none, and not under the first one or
    the noun whose name that is: "Ann Lee and her guest, Jan Horak, met", "army chief Ann Lee and the head of
    the mission, Jan Horak, met".
    """
    for k in range(4, len(words)):
        first, start = heads[k], k
        if deps[k] != "appos" or tags[k] not in NAME or first > k:
            continue
        while start > 1 and heads[start - 1] == k:
            start -= 1
        if words[start - 1] != "," or words[k + 1 : k + 2] not in ([","], ["."], []):
            continue
        before = start - 2
        last = next((j for j in (before, *upwards(heads, before)) if deps[j] == "conj"), before)
        listed = tags[last] in NOUN and deps[last] == "conj"
        named = heads[heads[last]] == first and deps[heads[last]] == "appos" and tags[first] in NOUN
        if listed and (named or (last == before and heads[last] == first and tags[first] in NAME)):
            heads[k] = last


def join_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an apposition of the second of two subjects: "Idrissa Ba, the suspect in the raid, was freed"."""
    for second in range(3, len(words) - 2):
        verb = heads[second]
        if tags[second] not in NOUN or "subj" not in deps[second] or verb <= second:
            continue
        first = next((k for k in range(second) if heads[k] == verb and "subj" in deps[k]), second)
        if tags[first] not in NAME:
            continue
        inside = [k for k in range(first + 1, verb) if second in (k, *upwards(heads, k))]
        start, end = inside[0], inside[-1]
        gap = [k for k in range(first + 1, start - 1) if k not in inside and first not in upwards(heads, k)]
        closed = "," in words[end : end + 2]
        if words[start - 1] == "," and words[start] in ARTICLES and closed and not gap:
            heads[second], deps[second] = first, "appos"


def join_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an apposition of the second of two objects, a name between commas: "killed the envoy to Iraq, Ann
    Lee, and her driver".
    """
    for second in range(4, len(words) - 1):
        verb = heads[second]
        if deps[second] != "dobj" or tags[second] not in NAME or words[second + 1] != "," or verb > second:
            continue
        first = next((k for k in range(verb + 1, second) if heads[k] == verb and deps[k] == "dobj"), second)
        start = second
        while start > 1 and heads[start - 1] == second:
            start -= 1
        if tags[first] in NOUN and first < start and words[start - 1] == ",":
            heads[second], deps[second] = first, "appos"


def find_appositions(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a name between commas under the noun before it: "the head of the army, Ali Diallo, in Kayes"."""
    for k in range(2, len(words) - 1):
        if (
            deps[k] != "npadvmod"
            or tags[k] not in NAME
            or words[k].lower() in CALENDAR
            or words[k + 1] != ","
        ):
            continue
        first = k
        while first > 1 and heads[first - 1] == k:
            first -= 1
        before = first - 2
        if first == k or before < 0 or words[first - 1] != "," or tags[before] not in NAME | NOUN:
            continue
        if k not in upwards(heads, before):
            heads[k], deps[k] = before, "appos"
