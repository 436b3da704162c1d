"""Runs the language pipeline over sentences and returns trees; nothing of spaCy leaves this module."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from extractor.errors import PipelineNotFound
from extractor.frames.reader import Lemmatizer, read_tree
from extractor.frames.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser"]

_WANTED = frozenset({"tok2vec", "transformer", "tagger", "parser"})
_BATCH = 64


class Parser:
    """A spaCy pipeline reduced to tagger and parser, fed with single sentences."""

    def __init__(self, name: str) -> None:
        """Load the pipeline called `name` (package or path).

        Raises:
            PipelineNotFound: it is not installed.
        """
        self._nlp = _load(name)
        self._lemmatizer = Lemmatizer(self._nlp)
        unwanted = [pipe for pipe in self._nlp.pipe_names if pipe not in _WANTED]
        self._nlp.disable_pipes(*unwanted)
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def parse(self, sentences: Iterable[tuple[int, str]]) -> list[Tree]:
        """Trees of sentences given as (offset in the plain text, text), in order."""
        nlp = self._nlp
        with nlp.memory_zone():
            docs = nlp.pipe(((self._doc(text), offset) for offset, text in sentences), as_tuples=True, batch_size=_BATCH)
            return [read_tree(doc, offset, self._lemmatizer) for doc, offset in docs]

    def _doc(self, text: str) -> Doc:
        doc = self._nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc


def _load(name: str) -> Language:
    import spacy

    if name.isidentifier() and find_spec(name) is not None:
        module = import_module(name)
        if hasattr(module, "load"):
            nlp: Language = module.load()
            return nlp
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineNotFound(name) from error
