"""Why an event was found: the rule, and what weighed for and against each decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from extractor.assembling import stated_once
from extractor.deciding import Decider
from extractor.evidence import Mention
from extractor.judge.confidence import confidence_features
from extractor.judge.linear import LinearModel
from extractor.triggers.outright import odds_in_all
from extractor_schema import Event
from extractor_schema import Mention as MentionRecord

__all__ = ["ActorReasons", "Explanation", "MentionReasons", "Reason", "explain", "reasons"]

_MOST = 6


class Reason(msgspec.Struct, frozen=True):
    """A feature and its weight in log-odds: above zero it speaks for the decision, below against it.

    Of weight zero is what the text says outright, whatever the features.
    """

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
    stated = stated_once(cluster)
    mentions = tuple(
        _mention(decider, mention, record, triggers)
        for mention, record in zip(stated, event.mentions, strict=True)
    )
    linked = tuple(round(probability, 3) for probability in decider.links(stated))
    weighed = () if cluster[0].type in decider.backoff.types else confidence_features(cluster)
    return Explanation(event, reasons(decider.models.confidence, weighed), mentions, linked)


def _mention(
    decider: Decider,
    mention: Mention,
    record: MentionRecord,
    triggers: Mapping[tuple[int, int, str], list[str]],
) -> MentionReasons:
    row = decider.rows[mention.rule]
    features = triggers.get((mention.sentence.index, mention.token, mention.type), [])
    odds = odds_in_all(mention.sentence, mention.token, mention.type)
    outright = (Reason("stated outright", odds),) if odds else ()
    return MentionReasons(
        trigger=record.trigger.text,
        sentence=record.sentence.text,
        rule=mention.rule,
        example=row.yes[0] if row.yes else None,
        probability=round(mention.probability, 3),
        reasons=outright + reasons(decider.trigger_model(row.id, row.type), features),
        status=_rounded(mention.status),
        subtypes=_rounded(mention.subtypes),
        actors=_actors(decider, mention),
        places={p.name: round(p.probability, 3) for p in mention.places},
        date={str(mention.date.first): round(mention.date.probability, 3)} if mention.date else {},
    )


def _actors(decider: Decider, mention: Mention) -> tuple[ActorReasons, ...]:
    tree = mention.sentence.tree
    phrases = {p.head: p for p in mention.sentence.phrases}
    stand_in = decider.backoff.stand_in(mention)
    found = []
    why: tuple[Reason, ...]
    for actor, as_read in zip(mention.actors, stand_in.actors, strict=True):
        if actor.rule:
            text, why = actor.referent.name, (Reason(actor.rule, 0.0),)
        else:
            phrase = phrases[actor.head]
            text = phrase.text(tree)
            features = decider.arguer.actors.features(stand_in, phrase)
            why = reasons(decider.models.actor, features, as_read.role)
        found.append(
            ActorReasons(
                text,
                actor.referent.name,
                actor.role,
                actor.function,
                round(actor.probability, 3),
                why,
            )
        )
    return tuple(found)


def reasons(model: LinearModel, features: Sequence[str], label: str = "yes") -> tuple[Reason, ...]:
    """The features that weigh most for or against a label; none where the model does not know it."""
    if label not in model.classes:
        return ()
    return tuple(Reason(name, weight) for name, weight in model.reasons(features, label, most=_MOST))


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    """The likely values, most likely first."""
    return {k: round(v, 3) for k, v in sorted(values.items(), key=lambda item: -item[1]) if v >= 0.05}
