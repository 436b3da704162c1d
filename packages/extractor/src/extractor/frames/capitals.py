"""Headings whose words begin with capitals, so that the tagger takes them for names: "Drone Strikes Port"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["does_something", "is_in_capitals", "is_verb_between", "small_words"]

_VERBS = lemma_set("heading_verbs")
_COLLECTIVE = lemma_set("collective")
_SMALL = 4
"""Letters of a word that may have no capital: "with"."""
_WHERE = frozenset({"at", "in", "near", "on"})
_NO_OBJECT = frozenset(
    {"across", "after", "against", "ahead", "amid", "around", "as", "at", "before", "but", "by", "continue"}
    | {"during", "for", "from", "in", "inside", "into", "leave", "near", "of", "off", "on", "over", "since"}
    | {"to", "under", "with"}
)
"""Words that stand behind no verb with an object."""


def is_in_capitals(tree: Tree) -> bool:
    """Whether every longer word of a heading begins with a capital, and not all are names."""
    return all(len(word) <= _SMALL or not word.islower() for word in tree.words)


def is_verb_between(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a word may be the verb of a heading, with a subject before and an object behind."""
    if lemma not in _VERBS or tree.words[i].isupper() or tree.words[i].islower():
        return False
    behind = tree.lower[i + 1]
    before = tree.words[i - 1]
    return before[:1].isupper() and behind[:1].isalnum() and behind not in _NO_OBJECT | _VERBS


def does_something(tree: Tree, i: int) -> bool:
    """Whether the subject before is for several who do what the verb tells: "Rebels Attack Convoy", "Strikes
    on Aleppo Kill Nine".
    """
    before = tree.lower[i - 1]
    if before.endswith(("s", "men")) or before in _COLLECTIVE:
        return True
    return any(tree.lower[k] in _WHERE and tree.lower[k - 1].endswith("s") for k in range(1, i - 1))


def small_words(tree: Tree) -> dict[int, str]:
    """The words of a heading that have a capital and no name does, by token: "Near" of "Convoy Near Goma"."""
    return {k: low for k, low in enumerate(tree.lower) if k and low in _NO_OBJECT and low != tree.words[k]}
