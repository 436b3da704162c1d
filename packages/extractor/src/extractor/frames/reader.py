"""From spaCy's parse to trees: the only reader of spaCy objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extractor.frames.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Lemmatizer", "TreeReader"]

_COARSE = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}
_BASE = frozenset({"NN", "NNP", "NNPS", "VB", "VBP", "JJ", "RB"})  # tags of forms that are their own lemma
_CONTRACTED = {
    "'s": "be", "’s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "’re": "be", "’ve": "have", "’ll": "will",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
}  # fmt: skip
_COLUMNS = ["ORTH", "TAG", "DEP", "HEAD", "IDX", "LENGTH"]
_HALF = 1 << 63  # heads are steps, written as if they were unsigned
_CAPACITY = 50_000


class Lemmatizer:
    """Lemmas of tagged tokens, by the pipeline's own rule lemmatizer.

    The component itself is left out of the pipeline's run: a reader computes each form once and keeps it.
    """

    def __init__(self, nlp: Language) -> None:
        self._rules: Callable[[Token], list[str]] | None = None
        if "lemmatizer" in nlp.pipe_names or "lemmatizer" in nlp.disabled:
            self._rules = getattr(nlp.get_pipe("lemmatizer"), "rule_lemmatize", None)

    def lemma(self, token: Token) -> str:
        """The lower-case lemma of a tagged token; it depends on form and tag alone."""
        lower, tag = token.lower_, token.tag_
        if tag != "POS" and lower in _CONTRACTED:
            return _CONTRACTED[lower]
        coarse = _COARSE.get(tag[:1])
        if coarse is None or tag in _BASE or self._rules is None or lower.endswith("ss"):
            return lower
        token.pos_ = coarse
        return self._rules(token)[0].lower()


class TreeReader:
    """Reads docs that hold one sentence each.

    It keeps the strings and lemmas of what it has read, by spaCy's hashes of form and tag, which are the same in every
    vocabulary. What it keeps is bounded.
    """

    def __init__(self, nlp: Language) -> None:
        self._lemmatizer = Lemmatizer(nlp)
        self._strings = nlp.vocab.strings
        self._names: dict[int, str] = {}
        self._lemmas: dict[tuple[int, int], str] = {}

    def __call__(self, doc: Doc, offset: int) -> Tree:
        """The tree of a doc whose text begins at `offset` of the plain text."""
        text = doc.text
        forms, tags, deps, steps, starts, sizes = doc.to_array(_COLUMNS).T.tolist()
        ends = [start + size for start, size in zip(starts, sizes, strict=True)]
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        heads = [i + (step if step < _HALF else step - 2 * _HALF) for i, step in enumerate(steps)]
        spaces = [i for i, word in enumerate(words) if word.isspace()]
        kept = _without(spaces, heads) if spaces else None
        if kept is not None:
            forms, tags, deps, starts, ends, words = (
                [column[i] for i in kept] for column in (forms, tags, deps, starts, ends, words)
            )
        return Tree(
            start=offset,
            end=offset + len(text),
            words=words,
            lemmas=self._lemmas_of(doc, forms, tags, kept),
            tags=[self._name(tag) for tag in tags],
            deps=[self._name(dep) for dep in deps],
            heads=_one_root(heads),
            starts=[offset + start for start in starts],
            ends=[offset + end for end in ends],
            entities=[""] * len(words),
        )

    def _name(self, number: int) -> str:
        """The name of a tag or dependency; there are some dozens of them."""
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._strings[number]
        return found

    def _lemmas_of(self, doc: Doc, forms: list[int], tags: list[int], kept: list[int] | None) -> list[str]:
        lemmas = self._lemmas
        found = []
        for i, key in enumerate(zip(forms, tags, strict=True)):
            lemma = lemmas.get(key)
            if lemma is None:
                if len(lemmas) >= _CAPACITY:
                    lemmas.clear()
                lemma = lemmas[key] = self._lemmatizer.lemma(doc[i if kept is None else kept[i]])
            found.append(lemma)
        return found


def _without(spaces: list[int], heads: list[int]) -> list[int]:
    """The tokens that are not white space; `heads` is changed to theirs, past white space, counted among them."""
    gone = set(spaces)
    kept = [i for i in range(len(heads)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    found = []
    for new, old in enumerate(kept):
        head = heads[old]
        while head in gone and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, new))
    heads[:] = found
    return kept


def _one_root(heads: list[int]) -> list[int]:
    """Hang further roots (the parser saw two sentences) under the first, so that every path exists."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        heads[root] = roots[0]
    return heads
