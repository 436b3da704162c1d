"""The order in which the models are fitted, and the cross-validation over all of them together."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from extractor import Article, Config
from extractor.arguing import surroundings
from extractor.arguments.actor_candidates import actor_candidates
from extractor.arguments.times import interval_of
from extractor.deciding import MODEL_NAMES as NAMES
from extractor.deciding import Decider, Models
from extractor.evidence import Mention, Sentence
from extractor.factuality.features import status_features
from extractor.judge.confidence import confidence_features
from extractor.judge.linear import LinearModel
from extractor.pairs import pair_features
from extractor.pipeline import Extractor
from extractor.reading import Analysis
from extractor.sides import Side
from extractor.triggers.lexicon import Lexicon
from extractor.triggers.match import Candidate
from extractor.triggers.subtypes import subtype_features
from training.fitting import SMALLEST, Examples, fit
from training.gold import Document, actor_labels, align, article_of, as_read, date_label, place_labels

__all__ = ["Corpus", "cross_validate", "fitted", "gather", "train"]

FoldOf = Callable[[str, int], int]
EMPTY = LinearModel(("no", "yes"), (0.0,), {})
STRENGTH = {
    "trigger": 0.5,
    "subtype": 0.3,
    "status": 0.15,
    "actor": 0.25,
    "place": 0.4,
    "date": 0.5,
    "merge": 0.3,
    "confidence": 0.05,
}
RARITY = {"trigger": 0.3, "merge": 0.2}
"""Models whose rare features are penalised less: single words decide the sense of a trigger."""
APART = frozenset({"trigger"})
"""Models that may learn otherwise from our own documents than from news."""
OWN_WEIGHT = {"date": 0.3}
"""Models in which an example of our own documents weighs less than half."""
NO_TRIGGERS = "items_three-"
"""Documents of our own whose triggers were chosen too freely to learn triggers from; the rest serves."""
NO_ACTORS = "articles_four_"
"""Articles of our own that name actors more densely than news does, and tell events apart more readily:
neither actors nor merging is learned from them, the rest is.
"""
CROWDING = 0.5
"""Pairs grow with the square of the mentions: without it a few long articles would say how events merge."""
LEAST = {"actor": 0.06, "subtype": 0.06}
"""Models in which weights have to be larger to count: the others of these change next to nothing, and fill
two fifths of their files.
"""
INNER = 2


@dataclass(slots=True)
class Corpus:
    """Annotated documents with their analyses; those of our own train in every fold, never held out."""

    documents: dict[str, Document]
    own: frozenset[str]
    analyses: dict[str, Analysis]
    extractor: Extractor
    examples: Sequence[RowExample]

    @classmethod
    def load(cls, annotated: Sequence[Document], own: Sequence[Document], cache: Path | None) -> Corpus:
        """Read and parse the documents, or take them from the cache file."""
        extractor = Extractor(Config(), models=Models(**dict.fromkeys(NAMES, EMPTY)))
        documents = {d.id: d for d in (*annotated, *own)}
        analyses: dict[str, Analysis] = {}
        if cache is not None and cache.exists():
            analyses = pickle.loads(cache.read_bytes())
        missing = [
            d
            for d in documents.values()
            if d.id not in analyses or analyses[d.id].source.sent != d.data["text"]
        ]
        analyses.update({d.id: extractor.analyse(article_of(d)) for d in missing})
        if cache is not None and missing:
            cache.write_bytes(pickle.dumps(analyses))
        read = {name: as_read(d, analyses[name].source) for name, d in documents.items()}
        examples = row_examples(extractor)
        ours = frozenset((*(d.id for d in own), *(example.name for example in examples)))
        return cls(read, ours, analyses, extractor, examples)

    def held(self, fold: int, folds: int, fold_of: FoldOf) -> list[str]:
        """The documents that are held out in a fold."""
        return [name for name in self.documents if name not in self.own and fold_of(name, folds) == fold]

    def rest(self, fold: int, folds: int, fold_of: FoldOf) -> list[str]:
        """The documents that train in a fold."""
        held = set(self.held(fold, folds, fold_of))
        return [name for name in self.documents if name not in held]


@dataclass(slots=True, frozen=True)
class RowExample:
    """A sentence that a lexicon row gives: as its example, with the offsets of the trigger, or as one that
    holds none of its type (None).
    """

    name: str
    type: str
    trigger: tuple[int, int] | None
    analysis: Analysis


def row_examples(extractor: Extractor) -> list[RowExample]:
    """The examples and counterexamples of the lexicon, read."""
    found = []
    for row in Lexicon.load().rows:
        for number, sentence in enumerate((*row.yes, *row.no)):
            start, end = sentence.find("["), sentence.find("]") - 1
            text = sentence.replace("[", "").replace("]", "")
            analysis = extractor.analyse(Article(text=text))
            span = (start, end) if start >= 0 else None
            found.append(RowExample(f"{row.id}:{number}", row.type, span, analysis))
    return found


# -- fitting ---------------------------------------------------------------------------------------


def fit_all(corpus: Corpus, names: Sequence[str], fold_of: FoldOf) -> Models:
    """All models but confidence, fitted to the named documents."""
    found = gather(corpus, names)
    models = {key: fitted(corpus, key, examples) for key, examples in found.items()}
    like_news = [name for name in names if not name.startswith(NO_ACTORS)]
    models["merge"] = _fit_merge(corpus, like_news, fold_of, found)
    return Models(**models, confidence=EMPTY)


def gather(corpus: Corpus, names: Sequence[str]) -> dict[str, Examples]:
    """The examples of the models that decide about triggers and their arguments, by the model's name."""
    decider = corpus.extractor.decider(Models(**dict.fromkeys(NAMES, EMPTY)))
    trigger, subtype, status = Examples(), Examples(), Examples()
    for name in names:
        triggers = Examples() if name.startswith(NO_TRIGGERS) else trigger
        _trigger_examples(corpus, name, decider, triggers, subtype, status)
    for example in corpus.examples:
        _add_row_example(example, decider, trigger)
    actor, place, date = Examples(), Examples(), Examples()
    for name in names:
        actors = Examples() if name.startswith(NO_ACTORS) else actor
        _argument_examples(corpus, name, decider, actors, place, date)
    return {
        "trigger": trigger,
        "subtype": subtype,
        "status": status,
        "actor": actor,
        "place": place,
        "date": date,
    }


def fitted(corpus: Corpus, key: str, examples: Examples) -> LinearModel:
    """The model of this name, fitted to examples."""
    return fit(
        examples,
        strength=STRENGTH[key],
        rarity=RARITY.get(key, 0.0),
        lighter=corpus.own,
        weight=OWN_WEIGHT.get(key, 0.5),
        apart=key in APART,
        smallest=LEAST.get(key, SMALLEST),
    )


def _trigger_examples(
    corpus: Corpus, name: str, decider: Decider, trigger: Examples, subtype: Examples, status: Examples
) -> None:
    document, analysis = corpus.documents[name], corpus.analyses[name]
    taken = align(document, analysis)
    for sentence, candidate, features in decider.trigger_features(analysis):
        number = taken.get((sentence.index, candidate.token, candidate.row.type))
        trigger.add(features, number is not None, name)
        if number is not None:
            event = document.events[number]
            kind = candidate.row.type
            subtype.add(
                subtype_features(sentence, candidate),
                f"{kind}.{event['subtype']}",
                name,
            )
            mention = _mention(sentence, candidate)
            status.add(status_features(sentence, mention, decider.cues), event["status"], name)


def _add_row_example(example: RowExample, decider: Decider, trigger: Examples) -> None:
    """The candidates of the row's type: its trigger is one, none of a counterexample is."""
    for sentence, candidate, features in decider.trigger_features(example.analysis):
        if candidate.row.type != example.type:
            continue
        if example.trigger is None:
            trigger.add(features, False, example.name)
        else:
            tree = sentence.tree
            if (
                tree.starts[candidate.first] < example.trigger[1]
                and example.trigger[0] < tree.ends[candidate.last]
            ):
                trigger.add(features, True, example.name)


def _mention(sentence: Sentence, candidate: Candidate) -> Mention:
    row = candidate.row
    return Mention(
        sentence, candidate.token, candidate.first, candidate.last, row.type, row.subtype, row.id, 1.0
    )


def gold_mentions(corpus: Corpus, name: str) -> list[tuple[Mention, int]]:
    """Mentions made of the candidates that gold mentions took, with the number of their event, in text
    order.
    """
    analysis = corpus.analyses[name]
    taken = align(corpus.documents[name], analysis)
    found = []
    for index in sorted(analysis.candidates):
        for candidate in analysis.candidates[index]:
            number = taken.get((index, candidate.token, candidate.row.type))
            if number is not None:
                mention = _mention(analysis.sentence(index), candidate)
                event = corpus.documents[name].events[number]
                mention.subtype = event["subtype"]
                mention.subtypes = {event["subtype"]: 1.0}
                mention.status = {event["status"]: 1.0}
                found.append((mention, number))
    return found


def _argument_examples(
    corpus: Corpus, name: str, decider: Decider, actor: Examples, place: Examples, date: Examples
) -> None:
    document, analysis = corpus.documents[name], corpus.analyses[name]
    pairs = gold_mentions(corpus, name)
    plain, published = analysis.source.plain, analysis.source.published
    for mention, number in pairs:
        event = document.events[number]
        rivals = [m for m, _ in pairs if m.sentence is mention.sentence]
        phrases = actor_candidates(mention.sentence, mention)
        for phrase, role in zip(
            phrases, actor_labels(document, event, mention.sentence, mention, phrases), strict=True
        ):
            if role:
                actor.add(decider.arguer.actors.features(mention, phrase), role, name)
        around = surroundings(mention.sentence, plain)
        for candidate, label in zip(
            around.places, place_labels(document, event, mention.sentence, around), strict=True
        ):
            place.add(decider.arguer.places.features(mention, candidate, rivals, around.places), label, name)
        for item in around.dates:
            interval = interval_of(mention, item, around.dates, plain, published)
            days = (
                (str(interval.start), str(interval.end))
                if interval and interval.start and interval.end
                else None
            )
            offset = mention.sentence.tree.start
            label = date_label(document, event, mention, offset + item[0].start, offset + item[0].end, days)
            date.add(decider.arguer.dates.features(mention, item, rivals, around.dates), label, name)


def _fit_merge(
    corpus: Corpus, names: Sequence[str], fold_of: FoldOf, examples: Mapping[str, Examples]
) -> LinearModel:
    """Pairs of gold mentions with predicted arguments; each document's are predicted by models fitted
    without it.
    """
    keys = ("actor", "place", "date", "subtype", "status")
    merge = Examples()
    for fold in range(INNER):
        held = [n for n in names if fold_of("inner" + n, INNER) == fold]
        rest = [n for n in names if fold_of("inner" + n, INNER) != fold]
        models = {key: fitted(corpus, key, examples[key].within(rest)) for key in keys}
        decider = corpus.extractor.decider(Models(**models, trigger=EMPTY, merge=EMPTY, confidence=EMPTY))
        for name in held:
            pairs = [(_decided(decider, m), k) for m, k in gold_mentions(corpus, name)]
            analysis = corpus.analyses[name]
            decider.arguer.arguments(
                [m for m, _ in pairs], analysis, corpus.extractor.place_resolver(analysis)
            )
            for kind in dict.fromkeys(m.type for m, _ in pairs):
                group = [(Side.of(m), k) for m, k in pairs if m.type == kind]
                for j in range(len(group)):
                    for i in range(j):
                        features = pair_features(
                            group[i][0], group[j][0], between=j - i - 1, total=len(group)
                        )
                        merge.add(features, group[i][1] == group[j][1], name)
    return fit(
        merge,
        strength=STRENGTH["merge"],
        rarity=RARITY["merge"],
        crowding=CROWDING,
        lighter=corpus.own,
    )


def _decided(decider: Decider, mention: Mention) -> Mention:
    """The mention with subtype and status as the models say."""
    candidate = Candidate(mention.token, decider.rows[mention.rule], mention.first, mention.last)
    return decider.mention(mention.sentence, candidate, 1.0)


# -- cross-validation ------------------------------------------------------------------------------


def held_out(corpus: Corpus, folds: int, fold_of: FoldOf) -> Iterator[tuple[str, Extractor]]:
    """Every document with an extractor whose models never saw it."""
    for fold in range(folds):
        extractor = corpus.extractor.with_models(fit_all(corpus, corpus.rest(fold, folds, fold_of), fold_of))
        for name in corpus.held(fold, folds, fold_of):
            yield name, extractor


def cross_validate(corpus: Corpus, folds: int, fold_of: FoldOf, out: Path) -> Examples:
    """Read every document with models that never saw it, and write the results as JSON Lines.

    The confidence of each event comes from a model that is fitted to the other folds' events. The events
    with whether they are right are given back.
    """
    clusters: dict[str, list[list[Mention]]] = {}
    for name, extractor in held_out(corpus, folds, fold_of):
        clusters[name] = extractor.clusters(corpus.analyses[name])
    examples = confidence_examples(corpus, clusters)
    lines: dict[str, bytes] = {}
    for fold in range(folds):
        names = corpus.held(fold, folds, fold_of)
        confidence = _fit_confidence(examples.within(set(corpus.documents) - set(names)))
        extractor = corpus.extractor.with_models(
            Models(**dict.fromkeys(NAMES[:-1], EMPTY), confidence=confidence)
        )
        for name in names:
            lines[name] = msgspec.json.encode(
                extractor.result(article_of(corpus.documents[name]), corpus.analyses[name], clusters[name])
            )
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(b"".join(lines[name] + b"\n" for name in corpus.documents if name in lines))
    return examples


def confidence_examples(corpus: Corpus, clusters: dict[str, list[list[Mention]]]) -> Examples:
    """Events with whether they are right: they share a sentence with a gold event of the type, one to one."""
    examples = Examples()
    for name, found in clusters.items():
        document = corpus.documents[name]
        where = [{(m["sentence"], e["type"]) for m in e["mentions"]} for e in document.events]
        own = [
            {(document.sentence_at(m.sentence.tree.starts[m.first]), m.type) for m in cluster}
            for cluster in found
        ]
        ranked = sorted(
            ((len(a & b), -i, -j) for i, a in enumerate(own) for j, b in enumerate(where) if a & b),
            reverse=True,
        )
        events: set[int] = set()
        right: set[int] = set()
        for _, i, j in ranked:
            if -i not in right and -j not in events:
                right.add(-i)
                events.add(-j)
        for i, cluster in enumerate(found):
            examples.add(confidence_features(cluster), i in right, name)
    return examples


def train(corpus: Corpus, events: Examples, fold_of: FoldOf) -> Models:
    """Models fitted to all documents, and the confidence fitted to cross-validated events."""
    confidence = _fit_confidence(events)
    return dataclasses.replace(fit_all(corpus, list(corpus.documents), fold_of), confidence=confidence)


def _fit_confidence(events: Examples) -> LinearModel:
    """Many weak features: small weights count here."""
    return fit(events, strength=STRENGTH["confidence"], smallest=0.001, step=0.001)
