"""From spaCy's parse to trees: the only reader of spaCy objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from extractor.frames.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Lemmatizer", "read_tree"]

_COARSE = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}
_BASE = frozenset({"NN", "NNP", "NNPS", "VB", "VBP", "JJ", "RB"})  # tags of forms that are their own lemma
_CONTRACTED = {"'s": "be", "’s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
               "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "’re": "be", "’ve": "have", "’ll": "will",
               "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
               "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do"}


class Lemmatizer:
    """Lemmas by word form and tag, each computed once by the pipeline's own rule lemmatizer.

    The lemmatizer component itself is left out of the pipeline's run: looking a form up here costs a hundredth.
    The cache is bounded, and what it holds depends on the form and the tag alone.
    """

    def __init__(self, nlp: Language, *, capacity: int = 50_000) -> None:
        self._rules: Callable[[Token], list[str]] | None = None
        if "lemmatizer" in nlp.pipe_names or "lemmatizer" in nlp.disabled:
            self._rules = getattr(nlp.get_pipe("lemmatizer"), "rule_lemmatize", None)
        self._capacity = capacity
        self._cache: dict[tuple[str, str], str] = {}

    def lemma(self, token: Token) -> str:
        """The lower-case lemma of a tagged token."""
        key = (token.lower_, token.tag_)
        found = self._cache.get(key)
        if found is None:
            found = self._compute(token, *key)
            if len(self._cache) >= self._capacity:
                self._cache.clear()
            self._cache[key] = found
        return found

    def _compute(self, token: Token, lower: str, tag: str) -> str:
        if tag != "POS" and lower in _CONTRACTED:
            return _CONTRACTED[lower]
        coarse = _COARSE.get(tag[:1])
        if coarse is None or tag in _BASE or self._rules is None or lower.endswith("ss"):
            return lower
        token.pos_ = coarse
        return self._rules(token)[0].lower()


def read_tree(doc: Doc, offset: int, lemmatizer: Lemmatizer) -> Tree:
    """The tree of a doc that holds one sentence, which begins at `offset` of the plain text."""
    tokens = [token for token in doc if not token.is_space]
    index = {token.i: i for i, token in enumerate(tokens)}
    heads = []
    for i, token in enumerate(tokens):
        head = token.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        heads.append(index.get(head.i, i))
    return Tree(
        start=offset,
        end=offset + len(doc.text),
        words=[token.text for token in tokens],
        lemmas=[lemmatizer.lemma(token) for token in tokens],
        tags=[token.tag_ for token in tokens],
        deps=[token.dep_ for token in tokens],
        heads=_one_root(heads),
        starts=[offset + token.idx for token in tokens],
        ends=[offset + token.idx + len(token.text) for token in tokens],
        entities=[token.ent_type_ for token in tokens],
    )


def _one_root(heads: list[int]) -> list[int]:
    """Hang further roots (the parser saw two sentences) under the first, so that every path exists."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        heads[root] = roots[0]
    return heads
