"""An attack and the one that it answers to: who is hit in return has made the first, and who made the first
is hit in return.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.evidence import ActorArgument, Mention, Sentence
from extractor.frames.answers import answer_above
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.ontology import REAL

__all__ = ["add_reprisals"]

_RETALIATING = lemma_set("retaliating")
_FAR = 2
"""Sentences from an attack to the one that answers to it are fewer."""
_PROBABILITY = 0.7
_RULE = "is hit in return"


def add_reprisals(mentions: Sequence[Mention]) -> None:
    """Make the armed groups that an attack hits the source of the one that it answers to ("struck rebels in
    retaliation for a raid on Homs"), and whoever made an attack the target of what a verb tells to be the
    answer to it ("Rebels attacked a post. The army retaliated with shelling").
    """
    strikes = [m for m in mentions if m.type == "strike" and m.sure]
    for mention in strikes:
        if answer_above(mention.sentence.tree, mention.token) is not None:
            _add_sources(mention, strikes)
        elif _is_return(mention):
            _add_targets(mention, strikes)


def _add_sources(mention: Mention, strikes: Sequence[Mention]) -> None:
    if any(actor.role == "source" for actor in mention.actors):
        return
    sentence, taken = mention.sentence, {actor.referent.key for actor in mention.actors}
    for other in strikes:
        if other.sentence is not sentence or answer_above(sentence.tree, other.token) is not None:
            continue
        for target in other.actors:
            group = _group_of(sentence, target) if target.role == "target" else None
            if group is not None and sentence.referents[group.head].key not in taken:
                taken.add(sentence.referents[group.head].key)
                mention.actors.append(sentence.argument(group, "source", _PROBABILITY, _RULE))


def _group_of(sentence: Sentence, target: ActorArgument) -> Phrase | None:
    """The armed group that is hit, or whose fighters or camps are: "nine Taliban fighters"."""
    starts, ends = sentence.tree.starts, sentence.tree.ends
    for phrase in sentence.phrases:
        within = target.start <= starts[phrase.start] and ends[phrase.end - 1] <= target.end
        referent = sentence.referents[phrase.head]
        if within and phrase.kind == "name" and referent.known and referent.kind == "group":
            return phrase
    return None


def _is_return(mention: Mention) -> bool:
    """Whether a verb tells that an attack answers to another: "retaliated with shelling"."""
    tree, trigger = mention.sentence.tree, mention.token
    return any(tree.lemmas[k] in _RETALIATING for k in tree.ancestors(trigger)[:2])


def _add_targets(mention: Mention, strikes: Sequence[Mention]) -> None:
    if any(actor.role == "target" for actor in mention.actors):
        return
    index = mention.sentence.index
    before = [
        m
        for m in strikes
        if 0 <= index - m.sentence.index < _FAR
        and (m.sentence.index, m.token) < (index, mention.token)
        and m.likeliest_status() in REAL
    ]
    if not before:
        return
    last = before[-1]
    own = {a.referent.key for a in mention.actors}
    mention.actors += [
        replace(a, role="target", probability=_PROBABILITY, rule=_RULE)
        for a in last.actors
        if a.role == "source" and a.referent.key not in own
    ]
