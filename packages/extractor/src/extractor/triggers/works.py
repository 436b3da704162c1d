"""What works alone tell: "the novel tells of an air raid", "in the film a gang threatens a judge"."""

from __future__ import annotations

from extractor.frames.determiners import POINTING
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.ontology import ACTS

__all__ = ["is_in_work"]

_FICTION = lemma_set("fiction")
_STORIES = lemma_set("told_stories")
_WORKS = lemma_set("works")
_TELLING = lemma_set("telling_stories")
_FOOTAGE = lemma_set("footage")
_TOLD = frozenset(
    {"acl", "acomp", "ccomp", "compound", "conj", "dobj", "nsubj", "nsubjpass", "pcomp", "pobj", "poss"}
    | {"prep", "relcl", "xcomp"}
)
"""How what a work tells hangs on the verb: what was done when, or before, is told of the work itself."""
_YEAR = 4


def is_in_work(tree: Tree, token: int, kind: str) -> bool:
    """Whether it happens in a work alone: in a made-up story, if it is not told to have happened in some year
    ("the film recounts the 2008 raid"); in any other, if nobody knows of it ("the book describes an attack").

    `kind` is the trigger's type.
    """
    if not tree.has_lemma(_WORKS):
        return False
    verbs = (token, *tree.ancestors(token)) if kind in ACTS else (token,)  # "called for attacks in a film"
    within = [p for k in verbs if tree.is_verb(k) for p in tree.behind(k, "in")]
    if any(tree.lemmas[p] in _FICTION or _is_serial(tree, p) for p in within):
        return True
    work = _teller(tree, token)
    if work is None or _is_dated(tree, token):
        return False
    return tree.lemmas[work] in _STORIES or not _is_known(tree, token)


def _is_serial(tree: Tree, noun: int) -> bool:
    """ "In the series", and not "in the series of attacks"."""
    said = [tree.lower[k] for k in tree.children[noun]]
    return tree.lemmas[noun] == "series" and said == ["the"]


def _teller(tree: Tree, token: int) -> int | None:
    """The work of which the trigger is what it shows or tells."""
    below = token
    for above in tree.ancestors(token):
        if tree.deps[below] not in _TOLD:
            return None
        about = tree.lemmas[above] == "be" and tree.lower[below] == "about"
        if tree.is_verb(above) and (about or tree.lemmas[above] in _TELLING) and tree.deps[below] != "nsubj":
            work = tree.kid(above, "nsubj")
            if work is not None and _is_work(tree, work):
                return work
        below = above
    return None


def _is_work(tree: Tree, noun: int) -> bool:
    """ "The film", "his novel", and not "security camera film", "film released by the police", "a series of
    attacks".
    """
    if tree.lemmas[noun] not in _WORKS or tree.kid(noun, "det", "poss") is None:
        return False
    if any(tree.lemmas[k] in _FOOTAGE for k in range(tree.left(noun), tree.right(noun) + 1)):
        return False
    of = any(tree.lower[k] == "of" for k in tree.kids(noun, "prep"))
    return not of and tree.tags[noun] not in NAME and tree.kid(noun, "acl") is None


def _is_dated(tree: Tree, token: int) -> bool:
    """Whether a year stands within what the trigger tells: "the 2008 raid"."""
    inside = range(tree.left(token), tree.right(token) + 1)
    return any(len(tree.words[k]) == _YEAR and tree.words[k].isdecimal() for k in inside)


def _is_known(tree: Tree, token: int) -> bool:
    """Whether what is told has an article for what is known, or somebody by name in it."""
    if any(tree.lower[k] in POINTING for k in tree.kids(token, "det")):
        return True
    return any(tree.tags[k] in NAME for k in range(tree.left(token), tree.right(token) + 1))
