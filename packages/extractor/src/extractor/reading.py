"""From an article to parsed sentences with candidate triggers: the first half of the pipeline."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor_schema import Article

from extractor.actors.grouping import group_offices
from extractor.actors.knowledge import ActorBook
from extractor.config import Config
from extractor.evidence import Sentence
from extractor.frames.capitals import retag_names
from extractor.frames.parser import Parser
from extractor.frames.phrases import phrases
from extractor.text import SourceText, read, sentences
from extractor.triggers.lexicon import Lexicon
from extractor.triggers.match import Candidate, candidates

__all__ = ["Analysis", "Reader"]


@dataclass(slots=True)
class Analysis:
    """An article as far as no decision has been taken."""

    source: SourceText
    sentences: list[Sentence]
    spans: list[tuple[int, int]]
    candidates: dict[int, list[Candidate]] = field(default_factory=dict)


class Reader:
    """Text, screen, parse, frames, candidate triggers."""

    def __init__(self, config: Config, parser: Parser, lexicon: Lexicon, book: ActorBook) -> None:
        self._config = config
        self._parser = parser
        self._lexicon = lexicon
        self._book = book

    def _is_demonym(self, word: str) -> bool:
        return word[:1].isupper() and self._book.country_of_word(word) is not None

    def read(self, article: Article) -> Analysis:
        """Analyse one article; raises ArticleError where it can't be read."""
        config = self._config
        source = read(article, languages=config.languages, max_characters=config.limits.max_characters)
        plain = source.plain
        wanted = []
        spans = []
        for block in source.blocks:
            if block.read:
                for start, end in sentences(plain, block.start, block.end):
                    spans.append((start, end))
                    wanted.append((start, end, block.kind))
        trees = self._parser.parse((start, plain[start:end]) for start, end, _ in wanted)
        analysis = Analysis(source, [], spans)
        for index, ((_, _, kind), tree) in enumerate(zip(wanted, trees, strict=True)):
            retag_names(tree)
            sentence = Sentence(index, kind, tree, group_offices(tree, phrases(tree, self._is_demonym), self._book))
            analysis.sentences.append(sentence)
            found = candidates(tree, self._lexicon)
            if found:
                analysis.candidates[index] = found
        return analysis
