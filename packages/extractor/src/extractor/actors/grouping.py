"""Offices with the name behind them: "President of Ukraine Petro Poroshenko" is one phrase, however it was parsed."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.actors.knowledge import ActorBook
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree

__all__ = ["group_offices"]

_LONGEST_BODY = 8
_LONGEST_NAME = 5
_INNER = frozenset({"of", "the", "and", "for", "de", "&"})
_NAME_PARTICLES = frozenset(
    {"al", "-", "bin", "ibn", "de", "von", "van", "der", "el", "da", "di", "du", "la"}
)


def group_offices(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> list[Phrase]:
    """The phrases with each office, body and name that belong together as one phrase.

    The phrase's head is the token of the group that the rest of the sentence governs.
    """
    groups = [group for i in range(len(tree)) if (group := _group(tree, i, book)) is not None]
    if not groups:
        return list(phrases)
    kept = [p for p in phrases if not any(g.start <= p.head < g.end for g in groups)]
    return sorted([*kept, *groups], key=lambda p: p.head)


def _group(tree: Tree, i: int, book: ActorBook) -> Phrase | None:
    """A group whose office ends or begins at token `i`."""
    if tree.tags[i][:2] != "NN" or i + 2 >= len(tree) or tree.lower[i + 1] not in ("of", "for", "to"):
        return None
    if book.office_category(tree.lower[i]) is None:
        return None
    if book.office_category(" ".join(tree.lower[i : i + 3])) is not None and tree.lower[i + 1] == "of":
        end = _name_end(tree, i + 3)
        return _made(tree, i, i + 3, end) if end > i + 3 else None
    first = i + 3 if tree.lower[i + 2] == "the" else i + 2
    last = first
    while (
        last < len(tree)
        and last - first < _LONGEST_BODY
        and (tree.words[last][:1].isupper() or tree.lower[last] in _INNER)
    ):
        last += 1
    for cut in range(last - 1, first, -1):
        if tree.tags[cut] in NAME and book.lookup(" ".join(tree.words[first:cut])) is not None:
            end = _name_end(tree, cut)
            if end > cut:
                return _made(tree, i, cut, end)
    return None


def _name_end(tree: Tree, start: int) -> int:
    """Index after the capitalised words from `start` on, particles between them included."""
    end = k = start
    while k < len(tree) and k - start < 2 * _LONGEST_NAME:
        if tree.words[k][:1].isupper() and tree.tags[k] in NAME:
            end = k + 1
        elif tree.lower[k] not in _NAME_PARTICLES:
            break
        k += 1
    return end


def _made(tree: Tree, office: int, name: int, end: int) -> Phrase:
    start = office
    while (
        start > 0
        and tree.deps[start - 1] in ("det", "amod", "compound", "nmod", "poss", "case")
        and office <= tree.heads[start - 1] < end
    ):
        start -= 1
    inside = range(start, end)
    head = next((k for k in inside if tree.heads[k] not in inside or tree.heads[k] == k), office)
    return Phrase(head, start, end, "name", None, (name, end))
