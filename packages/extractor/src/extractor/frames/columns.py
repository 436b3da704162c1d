"""A tree as columns that are still being mended: what its repairs ask of it."""

from __future__ import annotations

from extractor.frames.tree import NAME, NOUN

__all__ = [
    "AUXILIARIES",
    "BEFORE_VERB",
    "CLAUSES",
    "CONJUNCTIONS",
    "OF_VERBS",
    "PARTIES",
    "TENSED",
    "has_subject",
    "upwards",
]

AUXILIARIES = ("aux", "auxpass")
BEFORE_VERB = (*AUXILIARIES, "advmod", "neg")
"""What stands between a subject and its verb."""
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
"""Labels of verbs that can have a subject of their own."""
CONJUNCTIONS = frozenset({"after", "before", "since", "until"})
"""Prepositions with which clauses begin as well."""
PARTIES = NAME | NOUN | {"PRP"}
"""Tags of those who can do something."""
OF_VERBS = frozenset({"dobj", "aux", "auxpass", "ccomp", "xcomp"})
"""What a verb has below it, and neither a noun nor a bare participle has."""
TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs."""


def upwards(heads: list[int], i: int) -> list[int]:
    """The tokens above a token, from its head up to the root."""
    above: list[int] = []
    while heads[i] != i and len(above) < len(heads):
        i = heads[i]
        above.append(i)
    return above


def has_subject(deps: list[str], heads: list[int], verb: int) -> bool:
    """Whether a verb has a subject, of its active or its passive."""
    return any(head == verb and "subj" in dep for head, dep in zip(heads, deps, strict=True))
