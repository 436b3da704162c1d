"""From an article to parsed sentences with candidate triggers: the first half of the pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter

from extractor.actors.grouping import group_offices
from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook
from extractor.actors.light import LightReader
from extractor.config import Config
from extractor.evidence import Sentence
from extractor.frames.parser import Parser
from extractor.frames.phrases import phrases
from extractor.frames.tree import Tree
from extractor.text import SourceText, read, sentences
from extractor.triggers.lexicon import Lexicon
from extractor.triggers.match import Candidate, candidates
from extractor_schema import Article, Block

__all__ = ["Analysis", "Draft", "Reader"]

_KEPT = 8_192
_PARTIES = frozenset({"person", "group", "organization", "facility"})


@dataclass(slots=True)
class Analysis:
    """An article as far as no decision has been taken.

    `sentences` are those that were parsed, `light` those that the screen kept from the parser, in text order;
    until it is worth finding out who is who these are `unread`: their words by index, as offsets in the
    sentence. A sentence's `index` counts all of the article's sentences, whose offsets are `spans`, in blocks
    of these `kinds`.
    """

    source: SourceText
    sentences: list[Sentence]
    spans: list[tuple[int, int]]
    kinds: list[Block]
    candidates: dict[int, list[Candidate]] = field(default_factory=dict)
    light: list[Sentence] = field(default_factory=list)
    unread: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def everything(self) -> Sequence[Sentence]:
        """All sentences in text order, parsed or read lightly."""
        if not self.light:
            return self.sentences
        return sorted([*self.sentences, *self.light], key=attrgetter("index"))

    def words(self) -> list[tuple[int, list[str]]]:
        """The words of all sentences, in small letters, with the sentence's index."""
        found = {sentence.index: sentence.tree.lower for sentence in (*self.sentences, *self.light)}
        for index, words in self.unread.items():
            start, end = self.spans[index]
            text = self.source.plain[start:end]
            found[index] = [text[first:last].lower() for first, last in words]
        return sorted(found.items())

    def sentence(self, index: int) -> Sentence:
        """The parsed sentence with this index in the article. Raises KeyError where there is none."""
        for sentence in self.sentences:
            if sentence.index == index:
                return sentence
        raise KeyError(index)


@dataclass(slots=True, frozen=True)
class Draft:
    """An article before the parse: its text, its sentences with the kinds of their blocks, and which to
    parse.
    """

    source: SourceText
    spans: list[tuple[int, int]]
    kinds: list[Block]
    wanted: list[int]


class Reader:
    """Text, screen, parse, frames, candidate triggers."""

    def __init__(self, config: Config, parser: Parser, lexicon: Lexicon, book: ActorBook) -> None:
        self._config = config
        self._parser = parser
        self._lexicon = lexicon
        self._book = book
        self._is_demonym = lru_cache(maxsize=_KEPT)(self._names_country)
        self._is_party = lru_cache(maxsize=_KEPT)(self._takes_part)
        self._light = LightReader(lru_cache(maxsize=_KEPT)(self._names_somebody), self._is_demonym)

    def _names_country(self, word: str) -> bool:
        return word[:1].isupper() and self._book.country_of_word(word) is not None

    def _takes_part(self, modifier: str, head: str) -> bool:
        """Whether a noun before that of an event may be one of its parties: "gang attack", "ISIS attack"."""
        known = self._book.lookup(modifier)
        somebody = kind_of(modifier) in _PARTIES or (known is not None and known.kind == "group")
        return somebody and bool(self._lexicon.patterns(head, "noun"))

    def _names_somebody(self, word: str) -> bool:
        return self._book.lookup(word) is not None or self._is_demonym(word)

    def read(self, article: Article) -> Analysis:
        """Analyse one article; raises ArticleError where it can't be read."""
        return self.parse([self.prepare(article)])[0]

    def prepare(self, article: Article) -> Draft:
        """The text of an article and the sentences to parse; raises ArticleError where it can't be read."""
        config = self._config
        source = read(article, languages=config.languages, max_characters=config.limits.max_characters)
        plain = source.plain
        spans: list[tuple[int, int]] = []
        kinds: list[Block] = []
        for block in source.blocks:
            if block.read:
                found = sentences(plain, block.start, block.end)
                spans += found
                kinds += [block.kind] * len(found)
        passes = self._lexicon.screen.passes
        wanted = [i for i, (a, b) in enumerate(spans) if not config.screen or passes(plain[a:b])]
        return Draft(source, spans, kinds, wanted)

    def parse(self, drafts: Sequence[Draft]) -> list[Analysis]:
        """Analyse articles together: the parser is fastest with many sentences at a time."""
        trees = iter(
            self._parser.parse(
                (d.spans[i][0], d.source.plain[d.spans[i][0] : d.spans[i][1]])
                for d in drafts
                for i in d.wanted
            )
        )
        return [self._analysis(draft, dict(zip(draft.wanted, trees, strict=False))) for draft in drafts]

    def _analysis(self, draft: Draft, trees: dict[int, Tree]) -> Analysis:
        analysis = Analysis(draft.source, [], draft.spans, draft.kinds)
        for index, tree in trees.items():
            analysis.sentences.append(Sentence(index, draft.kinds[index], tree, []))
            found = candidates(tree, self._lexicon)
            if found:
                analysis.candidates[index] = found
        if analysis.candidates:
            plain = draft.source.plain
            for index, (start, end) in enumerate(draft.spans):
                if index not in trees:
                    analysis.unread[index] = self._light.cut(plain[start:end])
        return analysis

    def complete(self, analysis: Analysis) -> None:
        """Read lightly what is unread, and find the phrases of all sentences: what it takes to know who is
        who. Most articles without events never ask for it.
        """
        plain = analysis.source.plain
        for index, words in analysis.unread.items():
            start, end = analysis.spans[index]
            tree = self._light.read(plain[start:end], start, words)
            analysis.light.append(Sentence(index, analysis.kinds[index], tree, []))
        analysis.unread.clear()
        for sentence in (*analysis.sentences, *analysis.light):
            found = phrases(sentence.tree, self._is_demonym, self._is_party)
            sentence.phrases = group_offices(sentence.tree, found, self._book)
