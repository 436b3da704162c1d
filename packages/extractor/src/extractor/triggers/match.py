"""Candidate triggers of a sentence: generous on purpose, the judge decides."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.frames.tree import Tree
from extractor.triggers.lexicon import Lexicon, Pattern, Row

__all__ = ["Candidate", "candidates"]

_PARTICLES = frozenset({"prt", "advmod"})


@dataclass(slots=True, frozen=True)
class Candidate:
    """A possible trigger: the token, the row that it matches, and the tokens that make up its span."""

    token: int
    row: Row
    first: int
    last: int


def candidates(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    """Every match of a row in the sentence, at most one row of a type for a token (the most specific pattern)."""
    found = []
    for i in range(len(tree)):
        pos = part_of_speech(tree, i)
        if pos is None:
            continue
        best: dict[str, tuple[int, Pattern]] = {}
        lemma = tree.lemmas[i] if tree.tags[i][:3] != "NNP" else _name_lemma(tree.lower[i])
        for pattern in lexicon.patterns(lemma, pos):
            if _holds(tree, i, pattern):
                weight = bool(pattern.below) + bool(pattern.above)
                kind = pattern.row.type
                if kind not in best or weight > best[kind][0]:
                    best[kind] = (weight, pattern)
        for _, pattern in best.values():
            first, last = _extent(tree, i, pattern)
            found.append(Candidate(i, pattern.row, first, last))
    return found


def part_of_speech(tree: Tree, i: int) -> str | None:
    """`verb`, `noun` or `adj` for tokens that can be triggers."""
    tag = tree.tags[i]
    if tag.startswith("VB"):
        return "noun" if tag == "VBG" and tree.kid(i, "det") is not None else "verb"
    if tag.startswith("NN"):
        return "noun"
    return "adj" if tag.startswith("JJ") else None


def _name_lemma(lower: str) -> str:
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def _holds(tree: Tree, i: int, pattern: Pattern) -> bool:
    if pattern.below and not any(
        tree.lemmas[k] in pattern.below or tree.lower[k] in pattern.below for k in tree.children[i]
    ):
        return False
    return not pattern.above or tree.lemmas[tree.heads[i]] in pattern.above


def _extent(tree: Tree, i: int, pattern: Pattern) -> tuple[int, int]:
    """The trigger with its particle, where the pattern names one that stands right behind it."""
    following = i + 1
    if pattern.below and following < len(tree) and tree.lower[following] in pattern.below:
        if tree.deps[following] in _PARTICLES:
            return i, following
    return i, i
