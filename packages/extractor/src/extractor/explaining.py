"""Why an event was found: the rule, and what weighed for and against each decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from extractor.deciding import Decider
from extractor.evidence import Mention
from extractor.judge.confidence import confidence_features
from extractor.judge.linear import LinearModel
from extractor_schema import Event

__all__ = ["ActorReasons", "Explanation", "MentionReasons", "Reason", "explain"]

_MOST = 6


class Reason(msgspec.Struct, frozen=True):
    """A feature and its weight in log-odds: above zero it speaks for the decision, below against it."""

    feature: str
    weight: float


class ActorReasons(msgspec.Struct, frozen=True):
    """An actor of a mention: its words, whom they refer to, its function to the trigger, and why it has its
    role.
    """

    text: str
    name: str
    role: str
    function: str
    probability: float
    reasons: tuple[Reason, ...]


class MentionReasons(msgspec.Struct, frozen=True):
    """A mention: its trigger, the lexicon row with an example of it, and why it was accepted."""

    trigger: str
    sentence: str
    rule: str
    example: str | None
    probability: float
    reasons: tuple[Reason, ...]
    status: dict[str, float]
    subtypes: dict[str, float]
    actors: tuple[ActorReasons, ...]
    places: dict[str, float]
    date: dict[str, float]


class Explanation(msgspec.Struct, frozen=True):
    """An event with the reasons of its parts; `linked` are the probabilities that neighbouring mentions are
    one event.
    """

    event: Event
    confidence: tuple[Reason, ...]
    mentions: tuple[MentionReasons, ...]
    linked: tuple[float, ...]


def explain(
    decider: Decider,
    cluster: Sequence[Mention],
    event: Event,
    triggers: Mapping[tuple[int, int, str], list[str]],
) -> Explanation:
    """The reasons for one event; `triggers` holds the trigger features by sentence, token and type."""
    mentions = tuple(
        _mention(decider, mention, event, k, cluster, triggers) for k, mention in enumerate(cluster)
    )
    linked = tuple(round(decider.merger.probability(cluster, k, k + 1), 3) for k in range(len(cluster) - 1))
    return Explanation(
        event, _reasons(decider.models.confidence, confidence_features(cluster)), mentions, linked
    )


def _mention(
    decider: Decider,
    mention: Mention,
    event: Event,
    k: int,
    cluster: Sequence[Mention],
    triggers: Mapping[tuple[int, int, str], list[str]],
) -> MentionReasons:
    record = event.mentions[k]
    row = decider.rows[mention.rule]
    features = triggers.get((mention.sentence.index, mention.token, mention.type), [])
    rivals = [m for m in cluster if m.sentence is mention.sentence]
    return MentionReasons(
        trigger=record.trigger.text,
        sentence=record.sentence.text,
        rule=mention.rule,
        example=row.yes[0] if row.yes else None,
        probability=round(mention.probability, 3),
        reasons=_reasons(decider.models.trigger, features),
        status=_rounded(mention.status),
        subtypes=_rounded(mention.subtypes),
        actors=_actors(decider, mention, rivals),
        places={p.name: round(p.probability, 3) for p in mention.places},
        date={str(mention.date.first): round(mention.date.probability, 3)} if mention.date else {},
    )


def _actors(decider: Decider, mention: Mention, rivals: Sequence[Mention]) -> tuple[ActorReasons, ...]:
    tree = mention.sentence.tree
    phrases = {tree.starts[p.start]: p for p in mention.sentence.phrases}
    found = []
    for actor in mention.actors:
        phrase = phrases[actor.start]
        features = decider.actors.features(mention.sentence, mention, phrase, rivals)
        reasons = _reasons(decider.models.actor, features, actor.role)
        found.append(
            ActorReasons(
                phrase.text(tree),
                actor.referent.name,
                actor.role,
                actor.function,
                round(actor.probability, 3),
                reasons,
            )
        )
    return tuple(found)


def _reasons(model: LinearModel, features: Sequence[str], label: str = "yes") -> tuple[Reason, ...]:
    if label not in model.classes:
        return ()
    return tuple(Reason(name, weight) for name, weight in model.reasons(features, label, most=_MOST))


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    """The likely values, most likely first."""
    return {k: round(v, 3) for k, v in sorted(values.items(), key=lambda item: -item[1]) if v >= 0.05}
