"""Where in a sentence a name begins and ends, and how the sentence writes it."""

from __future__ import annotations

from extractor.actors.lexicon import words
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, VERB, Tree

__all__ = ["capitalised", "joined", "name_span", "run_start", "with_tail"]

_SYLLABLE = 6
_ARTICLES = frozenset({"The", "A", "An"})
_LOOSE = frozenset({"compound", "punct", "nmod", "amod", "det"})


def joined(tree: Tree, start: int, end: int) -> str:
    """The words as the sentence has them."""
    parts: list[str] = []
    for k in range(start, end):
        if parts and tree.starts[k] > tree.ends[k - 1]:
            parts.append(" ")
        parts.append(tree.words[k])
    return "".join(parts)


def capitalised(tree: Tree, k: int) -> bool:
    """Whether token `k` is a name by its tag, or written with a capital."""
    word = tree.words[k]
    return (tree.tags[k] in NAME and not word.islower()) or (word[:1].isupper() and tree.tags[k] != "PRP$")


def name_span(tree: Tree, phrase: Phrase) -> tuple[int, int]:
    """First token of the name that ends at the phrase's head, and the token after it ("Moon Jae-in")."""
    particles, calendar = words("particle"), words("calendar")
    start = phrase.head
    while start > phrase.start:
        k = start - 1
        if tree.lower[k] in calendar or not (capitalised(tree, k) or tree.lower[k] in particles):
            break
        if k == 0 and tree.tags[k] in VERB:
            break
        start = k
    while start < phrase.head and (
        tree.words[start] in ("The", "A", "An") or not tree.words[start][0].isalnum()
    ):
        start += 1
    return start, with_tail(tree, phrase.head + 1) if start < phrase.head else phrase.head + 1


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
    particles = words("particle")
    start = head
    while start > 0 and (tree.tags[start - 1] in NAME or tree.lower[start - 1] in particles):
        if tree.heads[start - 1] != head and tree.deps[start - 1] not in _LOOSE:
            break
        start -= 1
    while start < head and not tree.words[start][0].isalnum():
        start += 1
    return start
