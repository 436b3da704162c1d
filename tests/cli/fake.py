"""An extractor without a pipeline: each "struck" is a strike, the text "boom" breaks down."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence

from extractor.config import Config
from extractor.errors import ArticleError, ExtractionFailed
from extractor.parallel import Reading, spread
from extractor_schema import (
    Article,
    Engine,
    ErrorDetail,
    ErrorRecord,
    Event,
    Mention,
    Record,
    Result,
    Span,
)


class FakeExtractor:
    def __init__(self, config: Config | None = None, *, delay: float = 0.0, rules: str = "1") -> None:
        self.config = config or Config()
        self.delay = delay
        self.engine = Engine(version="0", pipeline="fake", rules=rules)
        self.articles: list[Article] = []

    def extract(self, article: Article) -> Result:
        self.articles.append(article)
        time.sleep(self.delay)
        if article.text == "boom":
            raise ExtractionFailed("it broke")
        whole = Span(0, len(article.text), article.text)
        spans = [Span(m.start(), m.end(), m.group()) for m in re.finditer("struck", article.text)]
        events = tuple(
            Event(
                id=f"e{n}",
                type="strike",
                subtype="other",
                status="occurred",
                confidence=0.5,
                mentions=(Mention(span, whole, "body", "strike.verb.strike"),),
            )
            for n, span in enumerate(spans, 1)
        )
        return Result(
            id=article.id,
            language="en",
            published_at=article.published_at,
            published_at_basis="given" if article.published_at else None,
            events=events,
            engine=self.engine,
        )

    def pipe(self, articles: Iterable[Article], *, workers: int = 1) -> Iterator[Record]:
        if workers > 1:
            return spread(self.reading, articles, workers)
        return (record for article in articles for record in self.read([article]))

    def reading(self) -> Reading:
        return self.read

    def read(self, articles: Sequence[Article]) -> list[Record]:
        records: list[Record] = []
        for article in articles:
            try:
                records.append(self.extract(article))
            except ArticleError as error:
                records.append(ErrorRecord(id=article.id, error=ErrorDetail(error.type, str(error))))
        return records


class ReadsAhead(FakeExtractor):
    """Takes several articles before it gives the first result, as a pool of workers does."""

    def pipe(self, articles: Iterable[Article], *, workers: int = 1) -> Iterator[Record]:
        yield from super().pipe(list(articles), workers=workers)


def main(delay: float) -> None:
    """The command line with a fake that takes `delay` seconds an article."""
    from extractor.cli import building
    from extractor.cli import main as run

    building.build_extractor = lambda config: FakeExtractor(config, delay=delay)
    run()
