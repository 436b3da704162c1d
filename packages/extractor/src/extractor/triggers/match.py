"""Candidate triggers of a sentence: generous on purpose, the judge decides."""

from __future__ import annotations

import msgspec

from extractor.frames.tree import Tree
from extractor.triggers.lexicon import Lexicon, Pattern, Row
from extractor.triggers.screen import words_of

__all__ = ["Candidate", "candidates", "readings"]

_TAGS = frozenset({"VB", "NN", "JJ"})
_PARTICLES = frozenset({"prt", "advmod"})
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A possible trigger: the token, the row that it matches, and the tokens that make up its span."""

    token: int
    row: Row
    first: int
    last: int


def candidates(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    """Every match of rows in the sentence; a token has at most one of a type (the most specific pattern)."""
    found = []
    words: frozenset[str] | None = None
    anchors, lemmas, lower = lexicon.anchors, tree.lemmas, tree.lower
    for i, tag in enumerate(tree.tags):
        if tag[:2] not in _TAGS or not (
            lemmas[i] in anchors or lower[i] in anchors or lower[i][:-1] in anchors
        ):
            continue
        words = words_of(_text(tree)) if words is None else words
        best: dict[str, tuple[int, Pattern]] = {}
        for lemma, pos in readings(tree, i):
            for pattern in lexicon.patterns(lemma, pos):
                if pattern.possible(words) and _holds(tree, i, pattern):
                    weight = bool(pattern.below) + bool(pattern.above)
                    kind = pattern.row.type
                    if kind not in best or weight > best[kind][0]:
                        best[kind] = (weight, pattern)
            if best:
                break
        for _, pattern in best.values():
            first, last = _extent(tree, i, pattern)
            found.append(Candidate(i, pattern.row, first, last))
    return found


def _text(tree: Tree) -> str:
    """The sentence, with one space for each gap between tokens."""
    parts = []
    end = tree.start
    for word, start, stop in zip(tree.words, tree.starts, tree.ends, strict=True):
        parts.append(f" {word}" if start > end else word)
        end = stop
    return "".join(parts)


def readings(tree: Tree, i: int) -> list[tuple[str, str]]:
    """Lemmas and parts of speech to look up, the likeliest first.

    Taggers call a gerund a verb also where it stands as a noun ("the meeting ended"): it is looked up as the
    noun of its own form, then as the noun of the verb's form, then as the verb. They also take a plural for a
    verb ("US airstrikes on Syria killed ...").
    """
    tag, lemma = tree.tags[i], tree.lemmas[i]
    if tag == "VBN" and tree.deps[i] == "acomp":  # "would be prepared to talk"
        return [(tree.lower[i], "adj"), (lemma, "verb")]
    if tag.startswith("VB"):
        if tag == "VBG" and (tree.deps[i] in _NOMINAL or tree.kid(i, "det", "amod", "poss") is not None):
            return [(tree.lower[i], "noun"), (lemma, "noun"), (lemma, "verb")]
        return [(lemma, "verb"), (lemma, "noun")] if tag == "VBZ" else [(lemma, "verb")]
    if tag.startswith("NN"):
        return [(lemma if tag[:3] != "NNP" else _name_lemma(tree.lower[i]), "noun")]
    return [(lemma, "adj")] if tag.startswith("JJ") else []


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
    named = pattern.below and following < len(tree) and tree.lower[following] in pattern.below
    if named and tree.deps[following] in _PARTICLES:
        return i, following
    return i, i
