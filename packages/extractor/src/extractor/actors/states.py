"""Countries with names of several words, and the office and name behind them, are one phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.actors.knowledge import ActorBook
from extractor.frames.phrases import Phrase
from extractor.frames.relations import SUBJECTS
from extractor.frames.tree import NAME, Tree

__all__ = ["LONGEST_OFFICE", "of_states"]

_JOINTS = frozenset({"and", "of"})
LONGEST_OFFICE = 4
"""Tokens of an office at most."""


def of_states(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> Iterator[Phrase]:
    """The phrases for "Trinidad and Tobago Prime Minister Ann Lee", which parsers make two of."""
    starts = {phrase.start: phrase for phrase in reversed(phrases)}
    for land in phrases:
        behind = starts.get(land.end)
        if behind is None or land.kind != "name" or behind.kind != "name":
            continue
        if _JOINTS.isdisjoint(tree.lower[land.start : land.end]) or not _is_land(tree, land, book):
            continue
        if tree.deps[behind.head] in SUBJECTS and tree.deps[land.head] == "pobj":
            continue  # "in Trinidad and Tobago Prime Minister Ann Lee resigned"
        name = behind.name or _name_in(tree, behind, book)
        if name is not None:
            inside = range(land.start, behind.end)
            head = next((k for k in inside if tree.heads[k] not in inside or tree.heads[k] == k), land.head)
            yield Phrase(head, land.start, behind.end, "name", None, name)


def _is_land(tree: Tree, phrase: Phrase, book: ActorBook) -> bool:
    found = book.lookup(phrase.text(tree))
    return found is not None and found.kind == "country"


def _name_in(tree: Tree, phrase: Phrase, book: ActorBook) -> tuple[int, int] | None:
    """The name behind the office with which a phrase begins; None where none does."""
    for cut in range(min(phrase.start + LONGEST_OFFICE, phrase.end - 1), phrase.start, -1):
        if tree.tags[cut] in NAME and book.office_category(" ".join(tree.lower[phrase.start : cut])):
            return cut, phrase.end
    return None
