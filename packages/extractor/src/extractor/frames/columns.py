"""A tree as columns that are still being mended: what its repairs ask of it."""

from __future__ import annotations

__all__ = ["TENSED", "has_subject", "upwards"]

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
