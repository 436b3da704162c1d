"""Cuts sentences into the pipeline's tokens, each piece between blanks once."""

from __future__ import annotations

from collections.abc import Container, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Cutter"]

_KEPT = 16_384
_ALONE = (True,)


class _Piece(Struct, frozen=True, gc=False):
    """The tokens of what stands between two blanks, whether a blank follows each, and their norms' hashes."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    norms: tuple[int, ...]


class Cutter:
    """The pipeline's tokenizer with a memory of what stands between two blanks.

    spaCy's own memory is off within a memory zone, so that each word went through all the rules for prefixes
    and suffixes again. How such a piece is cut does not depend on what stands around it. What is kept are
    words and the hashes of their norms, which are the same in every vocabulary; it is bounded.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._numpy = import_module("numpy")
        self._type: Any = import_module("spacy.tokens").Doc
        self._rules = _own_rules(nlp)
        self._pieces: dict[str, _Piece] = {}

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        """Each text as a doc of one sentence without annotation."""
        if len(self._pieces) >= _KEPT:
            self._pieces.clear()
        cut = [text.split(" ") for text in texts]
        self._learn({piece for pieces in cut for piece in pieces} - self._pieces.keys())
        return [self._doc(text, pieces) for text, pieces in zip(texts, cut, strict=True)]

    def _doc(self, text: str, pieces: list[str]) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[int] = []
        for found in map(self._pieces.get, pieces):
            if found is None:  # blanks that are tokens
                return self._one_sentence(self._nlp.make_doc(text), None)
            words += found.words
            spaces += found.spaces
            norms += found.norms
        spaces[-1] = False
        return self._one_sentence(self._type(self._nlp.vocab, words=words, spaces=spaces), norms)

    def _learn(self, new: set[str]) -> None:
        """Cut pieces that have not been seen, together: a doc of its own for each takes longer."""
        pieces = [piece for piece in sorted(new) if piece.isprintable() and piece]
        if self._rules is not None:
            self._learn_words([p for p in pieces if p.isalpha() and p.isascii() and p not in self._rules])
            pieces = [piece for piece in pieces if piece not in self._pieces]
        if not pieces:
            return
        found = self._found(pieces)
        if len(found) != len(pieces):
            found = [self._found([piece])[0] for piece in pieces]
        self._pieces.update(zip(pieces, found, strict=True))

    def _learn_words(self, pieces: list[str]) -> None:
        """Pieces of letters alone that no rule names: one token each."""
        if pieces:
            norms = self._type(self._nlp.vocab, words=pieces).to_array("NORM").tolist()
            for piece, norm in zip(pieces, norms, strict=True):
                self._pieces[piece] = _Piece((piece,), _ALONE, (norm,))

    def _found(self, pieces: list[str]) -> list[_Piece]:
        text = " ".join(pieces)
        columns = self._nlp.make_doc(text).to_array(["IDX", "LENGTH", "SPACY", "NORM"])
        at, sizes, followed, norms = columns.T.tolist()
        words = [text[start : start + size] for start, size in zip(at, sizes, strict=True)]
        found = []
        start = 0
        for end, blank in enumerate([*followed[:-1], 1], 1):
            if blank:
                spaces = _ALONE if end == start + 1 else (*[False] * (end - start - 1), True)
                found.append(_Piece(tuple(words[start:end]), spaces, tuple(norms[start:end])))
                start = end
        return found

    def _one_sentence(self, doc: Doc, norms: list[int] | None) -> Doc:
        """Mark the first token, and no other, as the beginning of a sentence."""
        size = len(doc)
        if not size:
            return doc
        columns = self._numpy.full((size, 1 if norms is None else 2), (1 << 64) - 1, dtype="uint64")
        columns[0, 0] = 1
        if norms is None:
            doc.from_array(["SENT_START"], columns)
        else:
            columns[:, 1] = norms
            doc.from_array(["SENT_START", "NORM"], columns)
        return doc


def _own_rules(nlp: Language) -> Container[str] | None:
    """The words that the English tokenizer cuts by name; all others of plain letters it leaves whole.

    Its rules for the edges of words ask for a digit or a mark. None where it is another tokenizer.
    """
    tokenizer: Any = nlp.tokenizer
    plain = type(tokenizer) is import_module("spacy.tokenizer").Tokenizer and nlp.lang == "en"
    return frozenset(tokenizer.rules) if plain else None
