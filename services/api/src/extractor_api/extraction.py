"""What a worker does with an article: read it, choose and convert as asked for, encode."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from importlib import import_module
from typing import Any

import msgspec

from extractor_api.contract import Options
from extractor_api.formats import FORMATS
from extractor_api.offsets import in_unit
from extractor_api.ontology import Ontology
from extractor_api.problems import article_problem
from extractor_api.workers.wire import Done, Failed, Task
from extractor_schema import Article, Engine, Result
from extractor_schema.wire import WireArticle

__all__ = ["SAMPLE", "Reader"]

SAMPLE = WireArticle(
    id="a1",
    text="GENEVA, Jan 26 - Russian jets struck a hospital in Aleppo, Syria, on Sunday, a rescue group said. "
    "U.S. President Donald Trump threatened on Monday to impose sanctions on Russia.\n\n"
    "Turkish Foreign Minister **Hakan Fidan** met his French counterpart in Geneva on Monday. "
    "Turkey offered Ukraine to host new talks next week.\n\n"
    "Il ministro degli Esteri ha incontrato oggi a Roma il suo omologo francese per discutere della "
    "situazione.\n",
    title="Hospital hit in Aleppo",
    published_at="2026-01-26",
    language="en",
    url="https://example.org/news/1",
)
"""Has something of everything: it warms up the extractor, and is the example of the contract."""


class Reader:
    """Reads articles with one extractor."""

    def __init__(self, extractor: Any) -> None:
        self._extractor = extractor

    @classmethod
    def build(
        cls, factory: str, pipeline: str | None, max_characters: int, extensions: tuple[str, ...] = ()
    ) -> Reader:
        """Load the extractor that the path `factory` (`module:name`) builds. Raises what it raises."""
        module, _, name = factory.partition(":")
        make = getattr(import_module(module), name)
        further = {"extensions": extensions} if extensions else {}
        return cls(make(pipeline, max_characters, **further))

    def warm_up(self) -> None:
        """Read once, so that what is loaded lazily is loaded."""
        self.extract(SAMPLE.to_article())

    def engine(self) -> Engine:
        """What makes the results."""
        engine: Engine = self._extractor.engine
        return engine

    def ontology(self) -> bytes:
        """Types, subtypes, roles and statuses, as JSON."""
        return msgspec.json.encode(self._ontology())

    def types(self) -> tuple[str, ...]:
        """Names of the event types."""
        return tuple(term.name for term in self._ontology().types)

    def _ontology(self) -> Ontology:
        return msgspec.convert(self._extractor.ontology(), Ontology, from_attributes=True)

    def extract(self, article: Article) -> Result:
        """The article's result as the extractor gives it. Raises what the extractor raises."""
        result: Result = self._extractor.extract(article)
        return result

    def read(self, task: Task) -> Done | Failed:
        """The article's result, encoded; or its problem. Never raises."""
        begin = time.perf_counter()
        try:
            result = self._result(task.article, task.options)
            events = dict(Counter(event.type for event in result.events))
            body = FORMATS[task.format].item(result)
        except Exception as error:
            problem = article_problem(error)
            trace = _trace(error) if problem.problem.status >= 500 else ()
            return Failed(problem.problem, time.perf_counter() - begin, 0, trace)
        return Done(body, events, time.perf_counter() - begin, 0)

    def _result(self, body: WireArticle, options: Options) -> Result:
        if options.language and body.language is None:
            body = msgspec.structs.replace(body, language=options.language)
        result = self.extract(body.to_article())
        if options.types or options.min_confidence:
            events = tuple(
                event
                for event in result.events
                if event.confidence >= options.min_confidence
                and (not options.types or event.type in options.types)
            )
            result = msgspec.structs.replace(result, events=events)
        return in_unit(result, body.text, options.offsets)


def _trace(error: BaseException) -> tuple[str, ...]:
    """Class and code places of an error. Its message stays out: it may quote the article."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"{frame.filename.rpartition('/src/')[2]}:{frame.lineno} {frame.name}" for frame in frames)
    return (type(error).__name__, *places)
