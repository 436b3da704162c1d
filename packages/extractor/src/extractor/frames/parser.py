"""Runs the language pipeline over sentences and returns trees; nothing of spaCy leaves this package."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any

from extractor.errors import PipelineNotFound
from extractor.frames.cutting import Cutter
from extractor.frames.embedding import keep_vectors
from extractor.frames.finite import FiniteVerbs
from extractor.frames.maxing import keep_only_largest
from extractor.frames.products import multiply_by_numpy, one_thread
from extractor.frames.reader import TreeReader
from extractor.frames.stepping import greedy_states, steps_greedily
from extractor.frames.tree import Tree
from extractor.frames.windows import keep_to_windows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser"]

_WANTED = frozenset({"tok2vec", "transformer", "tagger", "parser"})
_UNWANTED = ("ner", "attribute_ruler", "senter", "entity_linker", "entity_ruler", "textcat")
_UNUSED = (
    "LIKE_URL", "LIKE_EMAIL", "LIKE_NUM", "IS_STOP", "IS_CURRENCY", "IS_BRACKET", "IS_QUOTE", "IS_LEFT_PUNCT",
    "IS_RIGHT_PUNCT", "IS_TITLE", "IS_UPPER", "IS_LOWER", "IS_ASCII", "IS_DIGIT",
)  # fmt: skip
_PARTICLES = re.compile(
    r"\b([A-Z][\w'\u2019-]+ )((?:(?:van|von|vom|zu) )?(?:de|del|den|der|van|von))(?= [A-Z][a-z])"
)
_GROUP = re.compile(r"(?<![A-Z]{2} )(?<!\b(?:[Hh]e|[Ii]t) )(?<!\b[Ss]he )(?<!\b[Tt]here )\bIS\b(?! [A-Z]{2})")
_STRESSED = re.compile(
    r"\b(?!(?:After|Although|And|As|Because|Before|But|By|For|From|If|In|Since|That|Though|Unless|Until|When|While"
    r"|With|Without)\b)([A-Z][a-z]+ )IS(?= (?:NOT|not|\w+ing)\b)"
)
_AGED = re.compile(
    r"(\b\w+-year-)old(?=[,.;:)]| (?:\w+ed|was|were|is|has|had|who|whom|from|in|on|at|and|to|by|shot|hit)\b)"
)
_BATCH_CHARACTERS = 12_000
"""Of sentences parsed together. What the parser keeps of each word takes 4 KB."""
_ZONE_CHARACTERS = 500_000
"""Of ever new words, some 35 MB; of ordinary ones, setting them up again takes less than 1 % of the time."""


class Parser:
    """A spaCy pipeline reduced to tagger and parser, fed with single sentences.

    What spaCy allocates for the words of a text goes to a memory zone. To set a word up costs much of what
    it costs to parse it, so one zone serves many articles: it is renewed once so many characters have gone
    through it, and after an error.
    """

    def __init__(
        self, name: str, titles: Iterable[str] = (), listed: Callable[[], Iterable[str]] = tuple
    ) -> None:
        """Load the pipeline called `name` (package or path).

        The full stop of `titles`, in lower case and without it ("col"), stays with them. `listed` gives, once
        they are needed, the names that are no list of two for all their "and", in small letters and without
        hyphens.

        Raises:
            PipelineNotFound: it is not installed.
        """
        self._nlp = _load(name)
        _keep_whole(self._nlp, titles)
        self._read = TreeReader(self._nlp, listed)
        self._finite = FiniteVerbs(self._read.lemmatizer)
        self._cut = Cutter(self._nlp)
        unwanted = [pipe for pipe in self._nlp.pipe_names if pipe not in _WANTED]
        self._nlp.select_pipes(disable=unwanted)
        _slim(self._nlp)
        if "tok2vec" in self._nlp.pipe_names:
            network: Any = self._nlp.get_pipe("tok2vec")
            keep_only_largest(network.model)
            keep_vectors(network.model)
            keep_to_windows(network.model)
        for _, pipe in self._nlp.pipeline:
            if hasattr(pipe, "model"):
                multiply_by_numpy(pipe.model)
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"
        self._zone = ExitStack()
        self._left = 0

    def parse(self, sentences: Iterable[tuple[int, str]]) -> list[Tree]:
        """Trees of sentences given as (offset in the plain text, text), in order."""
        wanted = list(sentences)
        trees = self._trees(wanted)
        unsure = self._with_verbs(wanted, trees, range(len(wanted)))
        self._with_verbs(wanted, trees, unsure, plain=True)
        return trees

    def _with_verbs(
        self,
        wanted: Sequence[tuple[int, str]],
        trees: list[Tree],
        among: Iterable[int],
        *,
        plain: bool = False,
    ) -> list[int]:
        """Put better trees in place of those without a finite verb; the numbers of those that keep theirs."""
        unsure = [
            (k, readings)
            for k in among
            if (readings := self._finite.readings(trees[k], wanted[k][1], plain=plain))
        ]
        again = iter(
            self._trees([(wanted[k][0], reading.text) for k, readings in unsure for reading in readings])
        )
        left = []
        for k, readings in unsure:
            before = trees[k]
            trees[k] = self._finite.best(before, readings, [*islice(again, len(readings))])
            if trees[k] is before:
                left.append(k)
        return left

    def _trees(self, wanted: Sequence[tuple[int, str]]) -> list[Tree]:
        if not wanted:
            return []
        self._enter(sum(len(text) for _, text in wanted))
        # The parser takes as many steps for a batch as its longest sentence needs.
        order = sorted(range(len(wanted)), key=lambda k: len(wanted[k][1]))
        trees: dict[int, Tree] = {}
        try:
            for batch in _batches(order, wanted):
                docs = self._annotate(self._cut([_as_parsers_read(wanted[k][1]) for k in batch]))
                for k, doc in zip(batch, docs, strict=True):
                    at, text = wanted[k]
                    trees[k] = self._read(doc, text, at)
        except BaseException:
            self.close()
            raise
        return [trees[k] for k in range(len(wanted))]

    def close(self) -> None:
        """Free what the texts read so far have left in the vocabulary."""
        self._left = 0
        self._zone.close()

    def _enter(self, characters: int) -> None:
        """See that a zone is open that takes so many characters."""
        if self._left < characters:
            self.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._left = max(_ZONE_CHARACTERS, characters)
        self._left -= characters

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        """The docs with the pipeline's annotation, component by component."""
        pipe: Any
        with one_thread():
            for _, pipe in self._nlp.pipeline:
                if hasattr(pipe, "predict"):
                    found = greedy_states(pipe, docs) if steps_greedily(pipe) else pipe.predict(docs)
                    pipe.set_annotations(docs, found)
                else:
                    docs = [pipe(doc) for doc in docs]
        return docs


def _batches(order: Iterable[int], wanted: Sequence[tuple[int, str]]) -> Iterator[list[int]]:
    """The numbers of the sentences in the given order, as many together as are parsed at a time."""
    batch: list[int] = []
    size = 0
    for k in order:
        batch.append(k)
        size += len(wanted[k][1])
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _keep_whole(nlp: Language, titles: Iterable[str]) -> None:
    """Make one token of a shortened title: of most, "Cmdr. Lee" say, the tokenizer cuts the full stop off,
    and the parser ends the sentence there.
    """
    tokenizer: Any = nlp.tokenizer
    if nlp.lang == "en" and hasattr(tokenizer, "add_special_case"):
        for title in sorted(titles):
            word = f"{title.title()}."
            tokenizer.add_special_case(word, [{"ORTH": word}])


def _as_parsers_read(text: str) -> str:
    """The text, character by character, with what parsers read best in place of what they misread: a capital
    on each small word within a name ("Ursula Von Der Leyen"), a noun for "a 16-year-old" that is nobody's
    adjective, and a body for the group that is spelled like a verb ("IS positions"), unless it is the verb
    ("Mali IS winning").
    """
    if "IS" in text:
        text = _GROUP.sub("UN", _STRESSED.sub(r"\1is", text))
    if "-year-old" in text:
        text = _AGED.sub(r"\1man", text)
    return _PARTICLES.sub(lambda found: found[1] + found[2].title(), text)


def _slim(nlp: Language) -> None:
    """Leave out what spaCy works out for each new word and nobody looks at."""
    numbers: dict[str, int] = import_module("spacy.attrs").IDS
    getters: dict[int, object] = getattr(nlp.vocab, "lex_attr_getters")  # noqa: B009 - spaCy does not type it
    used = str(nlp.config)
    for name in _UNUSED:
        if f"'{name}'" not in used:
            getters.pop(numbers[name], None)


def _load(name: str) -> Language:
    import spacy

    if name.isidentifier() and find_spec(name) is not None:
        module = import_module(name)
        if hasattr(module, "load"):
            nlp: Language = module.load(exclude=_UNWANTED)
            return nlp
    try:
        return spacy.load(name, exclude=_UNWANTED)
    except OSError as error:
        raise PipelineNotFound(name) from error
