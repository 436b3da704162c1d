"""Mends what a relative clause hangs on."""

from __future__ import annotations

from extractor.frames.columns import TENSED, has_subject
from extractor.frames.tree import NAME, NOUN

__all__ = ["raise_asides", "raise_main", "raise_relatives"]

_BRANCHES = frozenset({"affiliate", "arm", "branch", "faction", "offshoot", "splinter", "wing"})
_WH = frozenset({"WDT", "WP", "WP$"})
_DONE = frozenset({"ccomp", "dobj", "xcomp"})
"""What stands behind an active verb."""
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


def raise_asides(words: list[str], lemmas: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a clause with ", which" under a part, and not under what it is a part of: "the X, an offshoot of
    the Y group, which attacked Homs".
    """
    for which in range(4, len(words) - 1):
        clause = heads[which]
        if words[which] != "which" or words[which - 1] != "," or deps[clause] != "relcl":
            continue
        whole = heads[clause]
        of = heads[whole]
        part = heads[of]
        if deps[whole] == "pobj" and words[of] == "of" and lemmas[part] in _BRANCHES and whole < which:
            heads[clause] = heads[part] if deps[part] == "appos" else part


def raise_main(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the main verb of one that the parser lists with a clause between commas: "the front, whose envoy
    was in Oslo, condemned it".
    """
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    if tags[root] not in NAME | NOUN:
        return
    for verb in range(root + 4, len(words)):
        clause = heads[verb]
        if words[verb - 1] != ",":
            continue
        if deps[verb] == "acl" and clause == root and tags[verb] in ("VBN", "VBD"):
            clause = next((i for i in range(root + 1, verb) if heads[i] == root and deps[i] == "relcl"), root)
            if not any(head == verb and deps[i] in _DONE for i, head in enumerate(heads)):
                continue
            tags[verb] = "VBD"
        elif tags[verb] not in TENSED or deps[verb] != "conj":
            continue
        if deps[clause] != "relcl" or heads[clause] != root or has_subject(deps, heads, verb):
            continue
        opened = next((i for i in range(root + 1, clause) if tags[i] in _WH), clause)
        joined = any(heads[i] == clause and deps[i] == "cc" and i < verb for i in range(len(words)))
        if words[opened - 1] != "," or joined:
            continue
        for i, head in enumerate(heads):
            if head == root and deps[i] == "punct" and i > verb:
                heads[i] = verb
        heads[verb], deps[verb] = verb, "ROOT"
        heads[root], deps[root] = verb, "nsubj"
        return


def _has_first_name(tags: list[str], deps: list[str], heads: list[int], name: int) -> bool:
    """Whether another name stands right before a name as a part of it."""
    first = name - 1
    return first >= 0 and tags[first] in NAME and deps[first] == "compound" and heads[first] == name
