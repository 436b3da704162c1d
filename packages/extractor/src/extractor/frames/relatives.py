"""Mends what a relative clause hangs on."""

from __future__ import annotations

from extractor.frames.tree import NAME

__all__ = ["raise_relatives"]

_OF = frozenset({"from", "of"})


def raise_relatives(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a clause with "who" under a person, and not under where he is from: "Ann Lee of Oslo, who met"."""
    for who in range(4, len(words) - 1):
        clause = heads[who]
        if words[who] != "who" or deps[clause] != "relcl" or deps[who] not in ("nsubj", "nsubjpass"):
            continue
        town = heads[clause]
        of = heads[town]
        person = heads[of]
        if tags[town] not in NAME or deps[town] != "pobj" or words[of] not in _OF or of != town - 1:
            continue
        if tags[person] in NAME and _has_first_name(tags, deps, heads, person):
            heads[clause] = person


def _has_first_name(tags: list[str], deps: list[str], heads: list[int], name: int) -> bool:
    """Whether another name stands right before a name as a part of it."""
    first = name - 1
    return first >= 0 and tags[first] in NAME and deps[first] == "compound" and heads[first] == name
