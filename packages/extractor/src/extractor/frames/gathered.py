"""Mends those who meet and then do something: "ministers meeting in Riga pledged aid"."""

from __future__ import annotations

from extractor.frames.columns import TENSED
from extractor.frames.senses import lemma_set

__all__ = ["part_gathered"]

_PARTIES = lemma_set("parties") | {"lawmaker", "official"}
_HAPPENING = lemma_set("beginning") | lemma_set("ending") | {"be", "bring", "focus", "hear", "take"}
"""What is told of a meeting itself."""
_BEFORE = frozenset({"amod", "compound", "det", "nmod", "nummod", "poss"})
_WHERE = frozenset({"at", "in", "near", "on"})
_ONE = frozenset({"a", "an", "every", "last", "next", "this"})


def part_gathered(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make a participle of "meeting" behind several who meet, and a subject of these, where the parser takes
    it for a noun: "EU foreign ministers meeting in Riga offered aid", but not "a ministers meeting in Riga
    ended".
    """
    for k in range(1, len(words) - 1):
        who = k - 1
        if words[k] != "meeting" or words[k + 1] not in _WHERE or tags[who] != "NNS":
            continue
        if lemmas[who] not in _PARTIES:
            continue
        if heads[k] == who and deps[k] == "acl":
            tags[k], lemmas[k] = "VBG", "meet"
            continue
        verb = heads[k]
        if (
            deps[k] != "nsubj"
            or heads[who] not in (k, verb)
            or verb < k
            or deps[who] not in ("compound", "nsubj")
        ):
            continue
        below = [i for i in range(k) if heads[i] in (k, who) and deps[i] in _BEFORE and i != who]
        if (
            tags[verb] not in TENSED
            or lemmas[verb] in _HAPPENING
            or any(words[i].lower() in _ONE for i in below)
        ):
            continue
        for i in below:
            heads[i] = who
        heads[who], deps[who] = verb, "nsubj"
        heads[k], deps[k], tags[k], lemmas[k] = who, "acl", "VBG", "meet"
