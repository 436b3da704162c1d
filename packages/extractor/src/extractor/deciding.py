"""From candidates to mentions with subtype and status, and from mentions to events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from extractor.accepting import Accepted, accept, acts_of
from extractor.arguing import Arguer
from extractor.arguments.actors import ActorSelector
from extractor.arguments.places import PlaceSelector
from extractor.arguments.times import DateSelector
from extractor.backoff import Backoff
from extractor.evidence import Mention, Sentence
from extractor.extending import NO_EXTENSION, Extension
from extractor.factuality.features import status_features
from extractor.factuality.outright import as_stated
from extractor.factuality.scopes import read_status
from extractor.judge.bars import ACTORS, DATE, HOPELESS, MERGE, PLACES, TRIGGERS, Bar, MergeBar, TriggerBar
from extractor.judge.confidence import confidence_features
from extractor.judge.linear import LinearModel
from extractor.merging import Merger
from extractor.reading import Analysis
from extractor.sides import Side
from extractor.triggers.between import most_between, odds_between
from extractor.triggers.classes import Fields
from extractor.triggers.contents import in_content
from extractor.triggers.features import Topics, party_features, wording_features
from extractor.triggers.lexicon import Lexicon
from extractor.triggers.lookalikes import is_no_act
from extractor.triggers.match import Candidate
from extractor.triggers.oneself import at_nobody_else
from extractor.triggers.outright import odds_in_all, outright_odds
from extractor.triggers.subtypes import subtype_features
from extractor.triggers.threats import is_left_open
from extractor.triggers.told import with_told

__all__ = ["MODEL_NAMES", "Contender", "Decider", "Judgement", "Models"]

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


@dataclass(slots=True, frozen=True)
class Judgement:
    """A candidate trigger, the model that decides about it and by what, and why it is no event: empty where
    it is one.
    """

    sentence: Sentence
    candidate: Candidate
    model: LinearModel
    features: list[str]
    probability: float
    refusal: str


class Contender(NamedTuple):
    """A candidate trigger of a sentence, and the log-odds that what its words say gives it."""

    sentence: Sentence
    candidate: Candidate
    odds: float


class Decider:
    """Takes the decisions of one article, stage by stage."""

    def __init__(
        self,
        models: Models,
        lexicon: Lexicon,
        classes: dict[str, str],
        fields: Fields,
        cues: Mapping[str, str],
        subtypes: Mapping[str, Sequence[str]],
        extension: Extension = NO_EXTENSION,
        *,
        trigger_bar: TriggerBar = TRIGGERS,
        actor_bars: Mapping[str, Bar] = ACTORS,
        place_bar: Bar = PLACES,
        date_threshold: float = DATE,
        merge_bar: MergeBar = MERGE,
    ) -> None:
        self.models = models
        self.classes = classes
        self.fields = fields
        self.cues = cues
        self.subtypes = subtypes
        self.rows = {row.id: row for row in lexicon.rows}
        self.lexicon = lexicon
        self.trigger_bar = trigger_bar
        self.backoff = Backoff(
            extension.types, [row.id for row in extension.rows], self.role_of, models.trigger
        )
        self.arguer = Arguer(
            self.backoff,
            ActorSelector(models.actor, self._roles_like, classes, bars=actor_bars),
            PlaceSelector(models.place, classes, bar=place_bar),
            DateSelector(models.date, fields=fields.lemmas, threshold=date_threshold),
        )
        self.merger = Merger(models.merge, bar=merge_bar)

    def role_of(self, rule: str, function: str) -> str | None:
        """The role that the rule's frame gives to a function."""
        return self.lexicon.role(self.rows[rule], function)

    def _roles_like(self, rule: str) -> Mapping[str, str | None]:
        """Role by function in the rule's frame, in the roles that the models know."""
        row = self.rows[rule]
        return self.backoff.roles_like(row.type, self.lexicon.frame(row))

    def trigger_model(self, rule: str, kind: str) -> LinearModel:
        """The model that accepts candidates of a row and its type."""
        return self.backoff.trigger_model(rule, kind)

    # -- triggers ----------------------------------------------------------------------------------

    def contenders(self, analysis: Analysis) -> list[Contender]:
        """The candidates to which their words leave a chance, in text order.

        None is done to oneself, or to nobody; what is outright a threat has a better chance. Nothing of it
        depends on who is who, nor is that worth finding out where there is none.
        """
        found = []
        for sentence, candidate, wording in self._wordings(analysis):
            row = candidate.row
            tree, token, kind = sentence.tree, candidate.token, row.type
            odds = self.trigger_model(row.id, kind).scores(wording)[0] + outright_odds(tree, token, kind)
            low = self._is_hopeless(candidate, odds)
            if low and self._is_hopeless(candidate, odds + most_between(tree, token, kind)):
                continue
            if kind == "strike" and at_nobody_else(tree, token):
                continue
            found.append(Contender(sentence, candidate, odds))
        return found

    def _is_hopeless(self, candidate: Candidate, odds: float) -> bool:
        """Whether, with these log-odds by all but the parties, nobody around a candidate can save it."""
        return odds < HOPELESS and candidate.row.type not in self.backoff.types

    def _wordings(self, analysis: Analysis) -> Iterator[tuple[Sentence, Candidate, list[str]]]:
        """Every candidate with what its words say."""
        density = Counter(c.row.type for found in analysis.candidates.values() for c in found)
        topics = Topics(analysis.words() if analysis.candidates else (), self.fields.forms)
        trained = partial(wording_features, density=density, topics=topics, fields=self.fields.lemmas)
        for sentence in analysis.sentences:
            found = analysis.candidates.get(sentence.index, ())
            for candidate in found:
                yield sentence, candidate, self.backoff.wording(sentence, candidate, found, trained)

    def _parties(self, sentence: Sentence, candidate: Candidate, analysis: Analysis) -> list[str]:
        """What those around a candidate say."""
        others = analysis.candidates[sentence.index]
        return self.backoff.parties(sentence, candidate, others, party_features)

    def trigger_features(self, analysis: Analysis) -> list[tuple[Sentence, Candidate, list[str]]]:
        """Every candidate of the article with all its features, in text order."""
        return [
            (sentence, candidate, [*wording, *self._parties(sentence, candidate, analysis)])
            for sentence, candidate, wording in self._wordings(analysis)
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
        mention.subtypes = self._subtypes(sentence, candidate)
        mention.subtype = max(mention.subtypes, key=lambda s: mention.subtypes[s])
        stand_in = self.backoff.stand_in(mention)
        mention.status = self._status(stand_in)
        if row.type == "threat" and is_left_open(sentence.tree, candidate.token):
            mention.status = {"occurred": 1.0}  # by saying no to "no"
        return mention

    def _status(self, mention: Mention) -> dict[str, float]:
        """Probability by status."""
        reading = read_status(mention.sentence.tree, mention.token, self.cues)
        features = status_features(mention.sentence, mention, self.cues, reading)
        return as_stated(self.models.status.probabilities(features), mention.type, reading)

    def _subtypes(self, sentence: Sentence, candidate: Candidate) -> dict[str, float]:
        """Probability by subtype."""
        kind = candidate.row.type
        if kind in self.backoff.types:
            return self.backoff.subtypes(sentence, candidate)
        found = self.models.subtype.probabilities(subtype_features(sentence, candidate))
        return with_told(sentence, candidate, {s: found.get(f"{kind}.{s}", 0.0) for s in self.subtypes[kind]})

    def accepted(
        self, analysis: Analysis, contenders: Sequence[Contender] | None = None
    ) -> dict[tuple[int, int], Accepted]:
        """What `accept` takes of the contenders; none only looks like an offer or a threat."""
        weighed = []
        for sentence, candidate, odds in self.contenders(analysis) if contenders is None else contenders:
            row = candidate.row
            if not is_no_act(sentence, candidate.token, row.type):
                odds += odds_between(sentence, candidate.token, row.type)
                if self._is_hopeless(candidate, odds):
                    continue
                parties = self._parties(sentence, candidate, analysis)
                probability = self.trigger_model(row.id, row.type).probability(parties, odds)
                weighed.append(Accepted(probability, sentence, candidate))
        return accept(weighed, self.trigger_bar)

    def mentions(self, analysis: Analysis, contenders: Sequence[Contender] | None = None) -> list[Mention]:
        """The accepted mentions, in text order; at most one type for a token."""
        found = []
        for probability, sentence, candidate, sure in self.accepted(analysis, contenders).values():
            mention = self.mention(sentence, candidate, probability)
            mention.sure = sure
            found.append(mention)
        return found

    def judge(self, analysis: Analysis) -> list[Judgement]:
        """Every candidate with what is decided about it, in text order."""
        accepted = [found for found in self.accepted(analysis).values() if found.sure]
        sure = {id(found.candidate) for found in accepted}
        acts = acts_of(accepted)
        found = []
        for sentence, candidate, features in self.trigger_features(analysis):
            model = self.trigger_model(candidate.row.id, candidate.row.type)
            odds = odds_in_all(sentence, candidate.token, candidate.row.type)
            probability = model.probability(features, model.bias[0] + odds)
            refusal = ""
            if id(candidate) not in sure:
                refusal = self._refusal(sentence, candidate, probability, acts.get(sentence.index, {}))
            found.append(Judgement(sentence, candidate, model, features, probability, refusal))
        return found

    def _refusal(
        self, sentence: Sentence, candidate: Candidate, probability: float, acts: Mapping[int, str]
    ) -> str:
        """Why a candidate that is not accepted is no event; `acts` are its sentence's offers and threats."""
        tree, token, kind = sentence.tree, candidate.token, candidate.row.type
        if kind == "strike" and at_nobody_else(tree, token):
            return "it is done to nobody else"
        if is_no_act(sentence, token, kind):
            return f"it only looks like {'an' if kind == 'offer' else 'a'} {kind}"
        if in_content(tree, token, kind, acts):
            return "it is what is offered or threatened"
        if probability < self.trigger_bar.first:
            return "too improbable"
        return "another word of the sentence goes first"

    # -- events --------------------------------------------------------------------------------------

    def clusters(self, mentions: Sequence[Mention]) -> list[list[Mention]]:
        """The mentions by event, in the order of the events' first mentions."""
        return self.merger.merge(mentions, self.backoff.stand_in)

    def links(self, cluster: Sequence[Mention]) -> tuple[float, ...]:
        """Probability that each mention of an event and the next one state the same."""
        sides = [Side.of(self.backoff.stand_in(mention)) for mention in cluster]
        return tuple(
            self.merger.probability(one, other, between=0, total=len(sides)) for one, other in pairwise(sides)
        )

    def confidence(self, cluster: Sequence[Mention]) -> float:
        """How sure it is that the cluster is an event.

        For a type that the models do not know it is the probability of its surest mention.
        """
        if cluster[0].type in self.backoff.types:
            return max(mention.probability for mention in cluster)
        return self.models.confidence.probability(confidence_features([m for m in cluster if m.sure]))
