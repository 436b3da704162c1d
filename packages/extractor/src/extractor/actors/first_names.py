"""Persons who are called as places are: "Georgia, a nurse", "his sister Sofia", "Jordan, 23,"."""

from __future__ import annotations

from extractor.actors.kinds import is_listed, noun_classes
from extractor.actors.lexicon import words
from extractor.frames.tree import Tree

__all__ = ["BESIDE", "is_first_name", "is_of_kin"]

BESIDE = frozenset({"acl", "appos", "compound", "nmod", "nummod"})
"""Labels of a name, or of what hangs on it, where something may tell whose it is."""
_ONE = frozenset({"a", "an"})
_OLDEST = 110


def is_first_name(tree: Tree, head: int) -> bool:
    """Whether a name of one word is told to be that of a person, by age, family or work."""
    if not tree.words[head].isalpha():
        return False
    if tree.deps[head] == "appos" and _is_person(tree, tree.heads[head]):
        return True
    if _is_before_surname(tree, head):
        return True
    return any(tree.deps[k] in BESIDE and _tells_person(tree, head, k) for k in tree.children[head])


def _is_before_surname(tree: Tree, head: int) -> bool:
    """Whether a first name shares the surname of who is named beside: "Maria and Pedro Gomez"."""
    beside = tree.kid(head, "conj")
    if beside is None or beside != head + 3 or tree.lower[head + 1] != "and":
        return False
    return all(
        tree.lower[k] in words("female_name") or tree.lower[k] in words("male_name") for k in (head, head + 2)
    )


def is_of_kin(tree: Tree, head: int) -> bool:
    """Whether a name is that of somebody's relative: "her son Austin"."""
    beside = tree.kids(head, "compound", "nmod")
    if tree.deps[head] == "appos":
        beside = [*beside, tree.heads[head]]
    return any(tree.lemmas[k] in words("kin") for k in beside)


def _tells_person(tree: Tree, head: int, k: int) -> bool:
    """Whether a dependent of a name tells that it is a person's."""
    dep = tree.deps[k]
    if dep in ("compound", "nmod"):
        return k == head - 1 and tree.tags[k] == "NN" and _is_person(tree, k)
    if k < head or tree.words[head + 1] != ",":
        return False
    if dep == "acl":
        return tree.lower[k] == "aged"
    if tree.tags[k] == "CD":
        return k == head + 2 and _is_age(tree, k)
    if dep != "appos" or not _is_person(tree, k):
        return False
    return tree.lower[tree.left(k)] in _ONE or any(tree.tags[p] == "PRP$" for p in tree.kids(k, "poss"))


def _is_age(tree: Tree, k: int) -> bool:
    """ "23," and not "13 people"."""
    word = tree.words[k]
    return word.isdecimal() and 0 < int(word) <= _OLDEST and tree.words[k + 1 : k + 2] == [","]


def _is_person(tree: Tree, noun: int) -> bool:
    """Whether a noun is for a person, and hardly for a country ("Jordan, a donor")."""
    lemma = tree.lemmas[noun]
    if tree.tags[noun] != "NN" or not is_listed(lemma) or lemma in words("like_states"):
        return False
    return noun_classes().has(noun_classes().civilians, lemma)
