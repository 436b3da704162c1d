"""Headings in small letters: which of their words is a verb in the news present, though the tagger takes it
for a noun, "Driver rams crowd at march", "Rockets land near embassy", "Immigrant shoots dead nine".
"""

from __future__ import annotations

from extractor.frames.capitals import HEADING_VERBS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree

__all__ = ["do_something", "does_to_something", "is_third", "looks_plural", "shoots_dead"]

_COLLECTIVE = lemma_set("collective")
_OBJECTS = NAME | NOUN | {"JJ"}
_WHERE = {"fire": frozenset({"at", "on"}), "land": frozenset({"in", "inside", "near", "on"})}
"""What stands behind verbs without an object that weapons and fighters are the subject of."""
_WITH = {"shoot": "dead", "gun": "down"}
_MISTAKEN = frozenset({"JJ", "UH"})
"""Tags that peoples get where they begin a sentence: "Houthis fire missile"."""


def do_something(tree: Tree, i: int) -> bool:
    """Whether a heading reads as several who do something: "Gunmen attack church in Kogi"."""
    several = looks_plural(tree, i - 1) or tree.lower[i - 1] in _COLLECTIVE
    if not several or is_third(tree, i):
        return False
    return tree.tags[i + 1] in _OBJECTS or tree.lower[i + 1] in _WHERE.get(tree.lower[i], ())


def does_to_something(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a heading reads as one who does something to somebody: "Army shells rebel town"."""
    if lemma not in HEADING_VERBS or not is_third(tree, i) or tree.tags[i - 1] not in ("NN", "NNP"):
        return False
    behind = tree.lower[i + 1]
    return (tree.tags[i + 1] in _OBJECTS or behind == "rebel") and behind not in HEADING_VERBS


def shoots_dead(tree: Tree, i: int, lemma: str) -> bool:
    """ "Shoots dead", "gun down"."""
    return _WITH.get(lemma) == tree.lower[i + 1]


def looks_plural(tree: Tree, i: int) -> bool:
    """Whether a word is for several, also a people that begins a sentence and is taken for an adjective."""
    if tree.tags[i] in ("NNS", "NNPS"):
        return True
    if i or tree.tags[i] not in _MISTAKEN:
        return False
    return is_third(tree, i) and not tree.lower[i].endswith("ous")  # "famous"


def is_third(tree: Tree, i: int) -> bool:
    """Whether a word ends like the third person."""
    return tree.words[i].endswith("s") and not tree.words[i].endswith("ss")
