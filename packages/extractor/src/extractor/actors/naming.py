"""Where in a sentence a name begins and ends, and how the sentence writes it."""

from __future__ import annotations

from extractor.actors.kinds import kind_of
from extractor.actors.lexicon import words
from extractor.frames.phrases import Phrase
from extractor.frames.tree import FLAT, NAME, VERB, Tree

__all__ = ["OPPOSITE", "capitalised", "goes_on", "name_span", "run_start", "with_tail", "with_tail_of"]

_PARTICLES = words("particle")
_CALENDAR = words("calendar")


OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
"""Words before the name of a land that has two halves, each with the other one."""
_SYLLABLE = 6
_SAINT = frozenset({"st", "st.", "saint"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_LOOSE = frozenset({"compound", "punct", "nmod", "amod", "det"})
_LINKS = frozenset({"of", "for", "on", "in", "and", "the", "to", "operation", "'s", "’s"})
_BELONGING = frozenset({"of", "for", "on"})


def capitalised(tree: Tree, k: int) -> bool:
    """Whether token `k` is a name by its tag, or written with a capital."""
    word = tree.words[k]
    return (tree.tags[k] in NAME and not word.islower()) or (word[:1].isupper() and tree.tags[k] != "PRP$")


def name_span(tree: Tree, phrase: Phrase) -> tuple[int, int]:
    """First token of the name that ends at the phrase's head, and the token after it ("Moon Jae-in")."""
    start = phrase.head
    if start == phrase.start:
        return start, start + 1
    while start > phrase.start:
        k = start - 1
        if tree.words[k] in _POSSESSIVE and _is_possessor_inside(tree, k, phrase.start):
            start = k - 1
            continue
        if tree.lower[k] == "and" and _is_doubled(tree, k, phrase):
            start = k - 1
            continue
        if tree.lower[k] in _CALENDAR or not _is_inner(tree, k, phrase):
            break
        if k == 0 and tree.tags[k] in VERB:
            break
        start = k
    while start < phrase.head and (
        tree.words[start] in ("The", "A", "An") or not tree.words[start][0].isalnum()
    ):
        start += 1
    return start, with_tail(tree, phrase.head + 1) if start < phrase.head else phrase.head + 1


def _is_inner(tree: Tree, k: int, phrase: Phrase) -> bool:
    """Whether a word may be part of the name that ends at the head of its phrase."""
    if capitalised(tree, k) or tree.deps[k] == FLAT or tree.lower[k] in _PARTICLES:
        return True
    linking = tree.words[k - 1 : k + 2 : 2] == ["-", "-"]  # "Port-au-Prince"
    return linking or _is_numbered(tree, k, phrase)


def _is_numbered(tree: Tree, k: int, phrase: Phrase) -> bool:
    """Whether a word is the number of a unit: "10th Mountain Division"."""
    word = tree.words[k]
    return word[:1].isdigit() and tree.lower[phrase.head] in words("unit") and word[-2:] in _ORDINAL


def _is_doubled(tree: Tree, k: int, phrase: Phrase) -> bool:
    """Whether "and" at token `k` joins two words before a body's last one: "Peace and Security Council"."""
    first = k - 1
    return (
        first >= phrase.start
        and tree.lower[phrase.head] in words("body")
        and tree.heads[first] == phrase.head
        and tree.tags[first] in NAME
        and tree.deps[first] in ("nmod", "compound")
    )


def _is_possessor_inside(tree: Tree, k: int, first: int) -> bool:
    """Whether a possessor's ending at token `k` belongs to a name: "People's Party", "St. Mary's Church"."""
    if k <= first or not tree.words[k + 1][:1].isupper():
        return False
    return tree.words[k - 1][:1].isupper() and (
        kind_of(tree.lower[k - 1]) == "group" or (k > first + 1 and tree.lower[k - 2] in _SAINT)
    )


def with_tail(tree: Tree, end: int) -> int:
    """End of a name that goes on behind a hyphen without blanks."""
    while end + 1 < len(tree) and tree.words[end] == "-" and tree.starts[end] == tree.ends[end - 1]:
        last = end + 1
        if tree.starts[last] != tree.ends[end] or not tree.words[last].isalpha():
            break
        if tree.tags[last] in VERB or tree.tags[last] == "JJ" or len(tree.words[last]) > _SYLLABLE:
            break
        end += 2
    return end


def run_start(tree: Tree, head: int) -> int:
    """First token of the name that ends at `head`, where no phrase bounds it."""
    start = head
    while start > 0 and (tree.tags[start - 1] in NAME or tree.lower[start - 1] in _PARTICLES):
        if tree.heads[start - 1] != head and tree.deps[start - 1] not in _LOOSE:
            break
        start -= 1
    while start < head and not tree.words[start][0].isalnum():
        start += 1
    return start


def goes_on(tree: Tree, k: int) -> bool:
    """Whether the name of a body may go on with a token: a capital, a hyphen, or "of", "and"."""
    return tree.words[k][:1].isupper() or tree.words[k] == "-" or tree.lower[k] in _LINKS


def with_tail_of(tree: Tree, phrase: Phrase, name: str) -> str:
    """The name of a body with what belongs to it behind its head: "Ministry of Trade and Industry"."""
    k = phrase.head + 1
    if tree.lower[k] not in _BELONGING or not name.endswith(tree.words[phrase.head]):
        return name
    while k < phrase.end and goes_on(tree, k):
        k += 1
    return f"{name} {tree.text(phrase.head + 1, k)}" if k == phrase.end else name
