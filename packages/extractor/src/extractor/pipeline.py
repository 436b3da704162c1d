"""The extractor: builds the stages and fixes their order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.actors.knowledge import ActorBook
from extractor.actors.resolving import Resolver
from extractor.arguing import Telling
from extractor.arguments.content import attribution_of, content_of
from extractor.arguments.places import Resolve
from extractor.arguments.scenes import add_scenes
from extractor.arguments.struck_places import add_struck_places
from extractor.assembling import assemble
from extractor.config import Config, checked
from extractor.deciding import Contender, Decider, Judgement, Models
from extractor.errors import ArticleError, ConfigurationError, ExtractionFailed
from extractor.evidence import Mention
from extractor.explaining import Explanation, explain
from extractor.extending import Extension, read_extension
from extractor.factuality.features import load_cues
from extractor.frames.parser import Parser
from extractor.guarding import checked_article, collector_at_rest, each_or_error
from extractor.ontology import Ontology, extended, ontology
from extractor.parallel import Reading, groups, spread
from extractor.places import Gazetteer, OwnGazetteer, PlaceGrounder
from extractor.placing import resolver
from extractor.reading import Analysis, Draft, Reader
from extractor.text import short_titles
from extractor.triggers.classes import load_classes, load_fields
from extractor.triggers.lexicon import Lexicon
from extractor.version import RULES, VERSION
from extractor_schema import Article, Engine, ErrorRecord, Event, Record, Result

__all__ = ["Extractor"]

_DIGITS = 12
"""Hexadecimal digits of the extensions' digest in the version of the rules."""
_WARM_UP = """The French Foreign Minister met him and others in Berlin on Tuesday. \
Jets then struck a town near Aleppo.

Il ministro degli esteri è arrivato ieri a Roma, dove il governo aveva proposto nuovi colloqui di pace.
"""


@dataclass(slots=True)
class _Course:
    """An article behind the parser, and what the stages have found in it so far."""

    article: Article
    analysis: Analysis
    resolve: Resolve
    contenders: list[Contender] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)


class Extractor:
    """Reads articles and returns their events.

    Built once, it holds pipeline, lexicon, gazetteer and weights, and keeps nothing between articles. It is
    not thread-safe: the pipeline's vocabulary is shared by all calls; use one extractor a thread or
    process.

    Raises:
        PipelineNotFound: the configured pipeline is not installed.
        DataError: a data file is broken.
        ExtensionError: extensions that the configuration names are broken; it holds all that is wrong.
        ConfigurationError: the configuration asks for an event type that there is not, or holds a value out
            of its bounds or of another type.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        models: Models | None = None,
        extension: Extension | None = None,
    ) -> None:
        """`extension` stands for the files that the configuration names, where they are read already."""
        self.config = checked(config or Config())
        known, lexicon = ontology(), Lexicon.load()
        if extension is None:
            extension = read_extension(self.config.extensions, known, lexicon)
        self.extension = extension
        self._ontology = extended(known, extension.types, extension.roles)
        self._lexicon = lexicon.extended(extension.rows, extension.frames) if extension.rows else lexicon
        self._types = _wanted(self.config, self._ontology)
        self._book = ActorBook.load(extension.actors)
        self._places = PlaceGrounder(_gazetteer(extension))
        self._parser = Parser(self.config.pipeline, short_titles(), self._book.listed)
        self._reader = Reader(self.config, self._parser, self._lexicon, self._book)
        self._resolver = Resolver(self._book, self._places.gazetteer)
        self._classes, self._fields = load_classes(), load_fields()
        self._cues = load_cues()
        self._decider = self.decider(models or Models.load())
        self._warm = False

    @property
    def engine(self) -> Engine:
        """Versions of the package, its rules, and the language pipeline.

        Extensions add a digest of their files to the version of the rules.
        """
        digest = self.extension.digest
        rules = f"{RULES}+{digest[:_DIGITS]}" if digest else RULES
        return Engine(version=VERSION, pipeline=self._parser.name, rules=rules)

    @property
    def lexicon(self) -> Lexicon:
        """The rows that it looks for."""
        return self._lexicon

    def ontology(self) -> Ontology:
        """What this extractor can find."""
        return self._ontology

    def extract(self, article: Article) -> Result:
        """The events of one article.

        Raises:
            InvalidArticle: a field can't be read.
            TextTooLong: the text is longer than the limit of the configuration.
            ExtractionFailed: the reading broke down; the cause is chained.
            TypeError: it is no Article.
        """
        checked_article(article)
        try:
            with collector_at_rest():
                return self._told(self._course(article))
        except (ArticleError, MemoryError, RecursionError):
            raise
        except Exception as error:
            raise ExtractionFailed(f"{type(error).__name__}: {error}") from error

    def pipe(self, articles: Iterable[Article], *, workers: int = 1) -> Iterator[Record]:
        """Results in the order of the articles; an article that can't be read yields its error, the rest go
        on.

        Some articles are taken from the stream ahead of the results. `workers` above 1 reads in so many
        processes, which share what is loaded here where the system can fork; an article whose process dies
        twice yields an error.

        Raises:
            ValueError: `workers` is below 1.
            TypeError: one of `articles` is no Article.
        """
        if workers < 1:
            raise ValueError(f"workers: 1 or more is wanted, not {workers}")
        if isinstance(articles, str | bytes | Article):
            raise TypeError(f"an iterable of articles is wanted, not {type(articles).__name__}")
        stream = map(checked_article, articles)
        if workers == 1:
            return (record for group in groups(stream) for record in self.extract_all(group))
        return spread(_Loading(self), stream, workers)

    def extract_all(self, articles: Sequence[Article]) -> list[Record]:
        """As `pipe`, for a few articles that are parsed together."""
        with collector_at_rest():
            return self._extract_together(articles)

    def _extract_together(self, articles: Sequence[Article]) -> list[Record]:
        """Take the articles through the stages side by side: what a stage looks up for one of them is still
        in the processor's cache for the next.
        """
        drafts = each_or_error(self._reader.prepare, articles, articles)
        try:
            analyses = iter(self._reader.parse([draft for draft in drafts if isinstance(draft, Draft)]))
        except Exception:  # one of them is at fault: each alone
            return each_or_error(self.extract, articles, articles)
        read = [
            draft if isinstance(draft, ErrorRecord) else (article, next(analyses))
            for article, draft in zip(articles, drafts, strict=True)
        ]
        courses = each_or_error(self._started, read, articles)
        for stage in self._stages():
            courses = each_or_error(stage, courses, articles)
        return each_or_error(self._told, courses, articles)

    @property
    def models(self) -> Models:
        """The models that decide."""
        return self._decider.models

    def reading(self) -> Reading:
        """What worker processes run; everything that is loaded lazily is loaded before they are forked."""
        if not self._warm:
            self.extract(Article(text=_WARM_UP, published_at=dt.date(2020, 1, 2)))
            self._warm = True
        self._parser.close()
        return self.extract_all

    def explain(self, article: Article) -> tuple[Explanation, ...]:
        """The events of an article, each with the rule, the evidence and why each argument was chosen.

        Raises the same errors as `extract`.
        """
        checked_article(article)
        course = self._course(article)
        analysis = course.analysis
        triggers = {(s.index, c.token, c.row.type): f for s, c, f in self._decider.trigger_features(analysis)}
        return tuple(
            explain(self._decider, cluster, event, triggers)
            for cluster, event in self._events(self._clusters(course), analysis)
        )

    # -- the stages --------------------------------------------------------------------------------

    def decider(self, models: Models) -> Decider:
        """A decider with other models over the same data."""
        subtypes = {t.name: tuple(s.name for s in t.subtypes) for t in self._ontology.types}
        return Decider(
            models, self._lexicon, self._classes, self._fields, self._cues, subtypes, self.extension
        )

    def with_models(self, models: Models) -> Extractor:
        """The same extractor with other models; the loaded data is shared."""
        other = object.__new__(Extractor)
        other.__dict__.update(self.__dict__)
        other._decider = other.decider(models)
        return other

    def analyse(self, article: Article) -> Analysis:
        """Text, parse, candidates and the referents of all phrases of an article."""
        analysis = self._reader.read(article)
        self._reader.complete(analysis)
        if analysis.candidates:
            self._resolve(analysis)
        return analysis

    def _course(self, article: Article) -> _Course:
        """An article that has gone through the stages; raises as `Reader.read` does."""
        course = self._started((article, self._reader.read(article)))
        for stage in self._stages():
            stage(course)
        return course

    def _started(self, read: tuple[Article, Analysis]) -> _Course:
        article, analysis = read
        return _Course(article, analysis, self.place_resolver(analysis))

    def _stages(self) -> Sequence[Callable[[_Course], _Course]]:
        """What is done behind the parser, in this order, up to the mentions with their arguments."""
        return self._seek, self._identify, self._accept, self._cast, self._locate, self._finish

    def _seek(self, course: _Course) -> _Course:
        """Seek the candidates that have a chance by their words."""
        course.contenders = self._decider.contenders(course.analysis)
        return course

    def _identify(self, course: _Course) -> _Course:
        """Find out who is who around them."""
        if course.contenders:
            self._reader.complete(course.analysis)
            self._resolve(course.analysis, {contender.sentence.index for contender in course.contenders})
        return course

    def _accept(self, course: _Course) -> _Course:
        """Accept the mentions among them."""
        course.mentions = self._decider.mentions(course.analysis, course.contenders)
        return course

    def _cast(self, course: _Course) -> _Course:
        """Give them their actors."""
        arguer = self._decider.arguer
        course.tellings = arguer.tellings(course.mentions, course.analysis.source.plain)
        arguer.cast(course.tellings)
        return course

    def _locate(self, course: _Course) -> _Course:
        """Give them their places."""
        self._decider.arguer.locate(course.tellings, course.resolve)
        return course

    def _finish(self, course: _Course) -> _Course:
        """Give them their dates, what other sentences add, and what they are about."""
        found = self._decider.arguer.finish(course.tellings, course.analysis, course.resolve)
        course.mentions = self._described(found)
        return course

    def _clusters(self, course: _Course) -> list[list[Mention]]:
        """The mentions by event, once all stages are done."""
        return self._grouped(course.mentions, course.analysis, course.resolve)

    def _told(self, course: _Course) -> Result:
        """The result, once all stages are done."""
        return self.result(course.article, course.analysis, self._clusters(course))

    def _resolve(self, analysis: Analysis, sought: Collection[int] | None = None) -> None:
        source = analysis.source
        self._resolver.resolve(analysis.everything, source.published, sought, dateline=source.dateline)

    def mentions(self, analysis: Analysis) -> list[Mention]:
        """The accepted mentions of what `analyse` gives, with their arguments."""
        accepted, resolve = self._decider.mentions(analysis), self.place_resolver(analysis)
        return self._described(self._decider.arguer.arguments(accepted, analysis, resolve))

    def _described(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions with what they are about, and who says so."""
        for mention in mentions:
            mention.content = content_of(self._decider.backoff.stand_in(mention))
            mention.attribution = attribution_of(mention)
        return mentions

    def judge(self, analysis: Analysis) -> list[Judgement]:
        """Every candidate trigger with what is decided about it."""
        return self._decider.judge(analysis)

    def clusters(self, analysis: Analysis) -> list[list[Mention]]:
        """The accepted mentions of what `analyse` gives, grouped by event."""
        return self._grouped(self.mentions(analysis), analysis, self.place_resolver(analysis))

    def _grouped(
        self, mentions: Sequence[Mention], analysis: Analysis, resolve: Resolve
    ) -> list[list[Mention]]:
        """The mentions by event, with what the events' other sentences add."""
        found = self._decider.clusters(mentions)
        add_scenes(found, analysis.everything, resolve)
        add_struck_places(found, analysis.everything)
        return found

    def result(self, article: Article, analysis: Analysis, clusters: Sequence[Sequence[Mention]]) -> Result:
        """The public form of an analysed article's events."""
        source = analysis.source
        events = [event for _, event in self._events(clusters, analysis)]
        return Result(
            id=article.id,
            language=source.language,
            published_at=source.published,
            published_at_basis=source.basis,
            events=tuple(events),
            skipped=source.skipped,
            engine=self.engine,
        )

    def _events(
        self, clusters: Sequence[Sequence[Mention]], analysis: Analysis
    ) -> list[tuple[Sequence[Mention], Event]]:
        """The events that the configuration asks for, each with its mentions."""
        events: list[tuple[Sequence[Mention], Event]] = []
        for cluster in clusters:
            if cluster[0].type in self._types:
                confidence = self._decider.confidence(cluster)
                if confidence >= self.config.min_confidence:
                    events.append((cluster, assemble(cluster, analysis.source, len(events) + 1, confidence)))
        return events

    def place_resolver(self, analysis: Analysis) -> Resolve:
        """Resolves a place name in the light of the article's other places and countries."""
        return resolver(analysis, self._places)


class _Loading:
    """Gives workers the extractor: as it is where they are forked, else made anew from its parts."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def __call__(self) -> Reading:
        return self._extractor.reading()

    def __reduce__(
        self,
    ) -> tuple[Callable[[Config, Models, Extension], _Loading], tuple[Config, Models, Extension]]:
        extractor = self._extractor
        return _loading, (extractor.config, extractor.models, extractor.extension)


def _loading(config: Config, models: Models, extension: Extension) -> _Loading:
    return _Loading(Extractor(config, models=models, extension=extension))


def _wanted(config: Config, known: Ontology) -> frozenset[str]:
    """The event types that the configuration asks for. Raises ConfigurationError."""
    names = [term.name for term in known.types]
    for name in config.types or ():
        if name not in names:
            raise ConfigurationError(f"types: {name!r} is none of {', '.join(names)}")
    return frozenset(names if config.types is None else config.types)


def _gazetteer(extension: Extension) -> Gazetteer | None:
    return OwnGazetteer.with_places(extension.places) if extension.places else None
