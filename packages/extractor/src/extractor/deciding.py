"""From candidates to mentions with arguments and status, and from mentions to events: the second half of the
pipeline.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractor.arguments.actors import ActorSelector
from extractor.arguments.places import PlaceCandidate, PlaceSelector, Resolve, place_candidates
from extractor.arguments.times import DateCandidate, DateSelector, token_range
from extractor.dates import find_dates
from extractor.evidence import Mention, Sentence
from extractor.factuality.features import status_features
from extractor.judge.linear import LinearModel
from extractor.merging import Merger
from extractor.reading import Analysis
from extractor.triggers.features import trigger_features
from extractor.triggers.lexicon import Lexicon
from extractor.triggers.match import Candidate
from extractor.triggers.subtypes import subtype_features

__all__ = ["MODEL_NAMES", "Decider", "Models", "Surroundings"]

MODEL_NAMES = ("trigger", "subtype", "status", "actor", "place", "date", "merge", "confidence")


@dataclass(slots=True, frozen=True)
class Models:
    """The trained models, one a decision."""

    trigger: LinearModel
    subtype: LinearModel
    status: LinearModel
    actor: LinearModel
    place: LinearModel
    date: LinearModel
    merge: LinearModel
    confidence: LinearModel

    @classmethod
    def load(cls) -> Models:
        """The packaged weights."""
        return cls(**{name: LinearModel.load(name) for name in MODEL_NAMES})


@dataclass(slots=True)
class Surroundings:
    """What a sentence holds besides its triggers: candidate places and dates."""

    places: list[PlaceCandidate] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)


class Decider:
    """Takes the decisions of one article, stage by stage."""

    def __init__(
        self,
        models: Models,
        lexicon: Lexicon,
        classes: dict[str, str],
        cues: Mapping[str, str],
        subtypes: Mapping[str, Sequence[str]],
        *,
        trigger_threshold: float = 0.48,
        actor_threshold: float = 0.38,
        place_threshold: float = 0.42,
        date_threshold: float = 0.45,
        merge_threshold: float = 0.38,
    ) -> None:
        self.models = models
        self.classes = classes
        self.cues = cues
        self.subtypes = subtypes
        self.rows = {row.id: row for row in lexicon.rows}
        self.lexicon = lexicon
        self.trigger_threshold = trigger_threshold
        self.actors = ActorSelector(models.actor, self.role_of, classes, threshold=actor_threshold)
        self.places = PlaceSelector(models.place, classes, threshold=place_threshold)
        self.dates = DateSelector(models.date, threshold=date_threshold)
        self.merger = Merger(models.merge, threshold=merge_threshold)

    def role_of(self, rule: str, function: str) -> str | None:
        """The role that the rule's frame gives to a function."""
        return self.lexicon.role(self.rows[rule], function)

    # -- triggers ----------------------------------------------------------------------------------

    def trigger_features(self, analysis: Analysis) -> list[tuple[Sentence, Candidate, list[str]]]:
        """Every candidate of the article with its features, in text order."""
        density = Counter(c.row.type for found in analysis.candidates.values() for c in found)
        return [
            (
                sentence,
                candidate,
                trigger_features(sentence, candidate, found, density=density, classes=self.classes),
            )
            for sentence in analysis.sentences
            if (found := analysis.candidates.get(sentence.index))
            for candidate in found
        ]

    def mention(self, sentence: Sentence, candidate: Candidate, probability: float) -> Mention:
        """A mention of the candidate with subtype and status decided."""
        row = candidate.row
        mention = Mention(
            sentence,
            candidate.token,
            candidate.first,
            candidate.last,
            row.type,
            row.subtype,
            row.id,
            probability,
        )
        found = self.models.subtype.probabilities(subtype_features(sentence, candidate, classes=self.classes))
        allowed = self.subtypes.get(row.type, (row.subtype,))
        mention.subtypes = {s: found.get(f"{row.type}.{s}", 0.0) for s in allowed} or {row.subtype: 1.0}
        mention.subtype = max(mention.subtypes, key=lambda s: mention.subtypes[s])
        mention.status = self.models.status.probabilities(status_features(sentence, mention, self.cues))
        return mention

    def mentions(self, analysis: Analysis) -> list[Mention]:
        """The accepted mentions, in text order; at most one type for a token."""
        best: dict[tuple[int, int], tuple[float, Sentence, Candidate]] = {}
        for sentence, candidate, features in self.trigger_features(analysis):
            probability = self.models.trigger.probability(features)
            key = (sentence.index, candidate.token)
            if probability >= self.trigger_threshold and (key not in best or probability > best[key][0]):
                best[key] = (probability, sentence, candidate)
        return [self.mention(sentence, candidate, p) for p, sentence, candidate in best.values()]

    # -- arguments ---------------------------------------------------------------------------------

    def surroundings(self, sentence: Sentence, plain: str) -> Surroundings:
        """Candidate places and dates of a sentence."""
        found = Surroundings(place_candidates(sentence))
        for timex in find_dates(plain[sentence.tree.start : sentence.tree.end]):
            tokens = token_range(sentence, timex)
            if timex.kind not in ("duration", "set") and tokens is not None:
                found.dates.append((timex, *tokens))
        return found

    def arguments(
        self, mentions: Sequence[Mention], plain: str, published: dt.date | None, resolve: Resolve
    ) -> None:
        """Fill actors, places and date of the mentions."""
        by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence.index, []).append(mention)
        for group in by_sentence.values():
            around = self.surroundings(group[0].sentence, plain)
            for mention in group:
                mention.actors = self.actors.select(mention, group)
                mention.places = self.places.select(mention, around.places, group, resolve)
                mention.date = self.dates.select(mention, around.dates, group, published)
