"""Two offices that one person holds: "Deputy Prime Minister and Foreign Minister X Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.naming import with_tail
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["NOT_HELD", "of_two_offices"]

NOT_HELD = ("honorific", "religious")
"""Categories of titles that are nobody's second office."""
_SEVERAL = frozenset({"are", "were", "have"})


def of_two_offices(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> Iterator[Phrase]:
    """The phrases for both offices of the one whose name stands behind."""
    for k in range(1, len(tree) - 2):
        if tree.lower[k] != "and" or not book.ends_office(tree.lower[k - 1]):
            continue
        first = next((p for p in phrases if p.end == k and p.head == k - 1), None)
        second = next((p for p in phrases if p.start == k + 1), None)
        if first is None or second is None or not _holds_both(tree, first, second, book):
            continue
        name = second.name or _name_behind(tree, second, book)
        if name is not None and tree.lower[name[1] - 1] not in words("body"):
            yield Phrase(first.head, first.start, second.end, "name", None, name)


def _holds_both(tree: Tree, first: Phrase, second: Phrase, book: ActorBook) -> bool:
    """Whether a bare office and a second one with a name are of one person.

    They are two where one has an article or the verb is that of several, and so are a president and his prime
    minister.
    """
    head, verb = first.head, tree.heads[first.head]
    if second.kind != "name" or tree.deps[second.head] != "conj" or tree.heads[second.head] != head:
        return False
    if tree.tags[second.start] in ("DT", "PRP$"):
        return False  # "the army chief and the head of Saudi Aramco"
    title = tree.text(first.start, first.end).lower()
    office = book.office(title)
    if office is None or office in words("undivided") or title == f"the {office}":
        return False
    if tree.tags[head] in ("NNS", "NNPS") or book.office_category(office) in NOT_HELD:
        return False
    if tree.words[head][0].isupper() != tree.words[second.start][0].isupper():
        return False
    several = tree.tags[verb] == "VBP" or any(tree.lower[k] in _SEVERAL for k in tree.kids(verb, "aux"))
    return tree.deps[head] != "nsubj" or not several


def _name_behind(tree: Tree, phrase: Phrase, book: ActorBook) -> tuple[int, int] | None:
    """The name behind the office that opens a phrase, with nothing before it that tells whose it is."""
    start = phrase.start
    if tree.deps[start] in ("det", "poss") or book.country_of_word(tree.words[start]) is not None:
        return None
    if book.ends_office(tree.lower[phrase.head]) or tree.lower[phrase.head] in words("body"):
        return None  # "Deputy Supreme Commander"
    cuts = range(phrase.head, start, -1)
    cut = next((k for k in cuts if book.office_category(" ".join(tree.lower[start:k])) is not None), None)
    return None if cut is None else (cut, with_tail(tree, phrase.head + 1))
