"""Mends numbers without a noun in what the parser gives: "wounds 20", "was killed and six hurt by gunmen"."""

from __future__ import annotations

from extractor.frames.columns import (
    OF_VERBS,
    upwards,
)
from extractor.frames.tree import VERB

__all__ = ["find_counts", "find_elided", "join_counts"]

_PRESENT = {"kills": "kill", "wounds": "wound", "injures": "injure", "hurts": "hurt"}
"""Verbs by their form in the present, which may be taken for a noun."""
_BEFORE_NUMBER = frozenset({"IN", "RB", "JJS", "RBS", "JJR", "RBR"})
"""Tags of what may stand before a number: "at least 30", "more than 30"."""


def find_counts(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the verb of a noun that has a number behind it, beside a verb in the present, and the number its
    object: "kills twelve and wounds 30".
    """
    for k in range(2, len(words) - 1):
        verb = _PRESENT.get(words[k])
        if verb is None or tags[k] != "NNS" or deps[k] != "conj" or words[k - 1] not in ("and", ","):
            continue
        governor = next((j for j in range(k - 1, -1, -1) if tags[j] == "VBZ"), None)
        first = next((j for j in range(k + 1, len(words)) if tags[j] not in _BEFORE_NUMBER), None)
        if governor is None or first is None or tags[first] != "CD" or k in upwards(heads, governor):
            continue
        lemmas[k], tags[k], deps[k], heads[k] = verb, "VBZ", "conj", governor
        if deps[first] == "nummod" and heads[first] == k:
            deps[first] = "dobj"


def join_counts(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a number under the verb or the victims that it belongs to: "wounds 20", "left six people dead and
    15 wounded", "... and 18 others hurt", "shot down 13 of 17 drones", "left 34 dead".
    """
    for k, head in enumerate(heads):
        if deps[k] == "oprd" and tags[k] == "JJ" and tags[head] in VERB:
            counted = any(above == k and deps[i] == "nummod" for i, above in enumerate(heads))
            if counted and not any(above == head and deps[i] == "dobj" for i, above in enumerate(heads)):
                deps[k] = "dobj"
        if deps[k] == "npadvmod" and tags[k] == "CD" and head < k:
            verb = head if tags[head] in VERB else heads[head]  # or its "down"
            below = [deps[i] for i, above in enumerate(heads) if above == verb]
            parts = any(above == k and deps[i] == "prep" for i, above in enumerate(heads))
            if tags[verb] in VERB and parts and "dobj" not in below and "nsubjpass" not in below:
                heads[k], deps[k] = verb, "dobj"
        if deps[k] == "nummod" and head < k and tags[head] in VERB:
            deps[k] = "dobj"
        if deps[k] == "conj" and tags[k] == "CD" and tags[head] in VERB:
            told = _object_before(deps, heads, head, k)
            heads[k] = head if told is None else told
        if deps[k] == "nsubj" and _is_bare(tags, deps, heads, head) and _counts(tags, deps, heads, k):
            left = heads[head]
            told = _object_before(deps, heads, left, k)
            if told is not None and any(heads[j] == left and deps[j] == "oprd" for j in range(left + 1, k)):
                heads[k], deps[k] = told, "conj"
                heads[head], deps[head] = k, "acl"


def _object_before(deps: list[str], heads: list[int], verb: int, k: int) -> int | None:
    """The object of a verb between it and a token."""
    return next((j for j in range(verb + 1, k) if heads[j] == verb and deps[j] == "dobj"), None)


def _is_bare(tags: list[str], deps: list[str], heads: list[int], verb: int) -> bool:
    """Whether a participle beside a verb has neither auxiliary nor object: "... and 18 others hurt"."""
    below = {deps[j] for j, head in enumerate(heads) if head == verb}
    return tags[verb] == "VBN" and deps[verb] == "conj" and below.isdisjoint(OF_VERBS)


def _counts(tags: list[str], deps: list[str], heads: list[int], noun: int) -> bool:
    """Whether a phrase has a number, or is one."""
    return tags[noun] == "CD" or any(head == noun and deps[j] == "nummod" for j, head in enumerate(heads))


def find_elided(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a clause of a number and a participle beside a passive: "was killed and six hurt by gunmen"."""
    for k, verb in enumerate(heads):
        if deps[k] != "conj" or tags[k] != "CD" or tags[verb] != "VBN":
            continue
        participle = k + 1 if k + 1 < len(heads) and heads[k + 1] == k else None
        passive = any(heads[j] == verb and deps[j] == "auxpass" for j in range(verb))
        if passive and participle is not None and tags[participle] == "VBN" and deps[participle] == "acl":
            heads[participle], deps[participle] = verb, "conj"
            heads[k], deps[k] = participle, "nsubjpass"
