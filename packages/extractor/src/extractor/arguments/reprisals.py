"""An attack and what answers to it: who is hit in return has made the first, and who made the first is hit in
return, or is threatened with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.evidence import ActorArgument, Mention, Sentence
from extractor.frames.answers import answer_above
from extractor.frames.clauses import has_condition
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.ontology import REAL

__all__ = ["add_reprisals"]

_ANSWERING = lemma_set("answering_for")
_AVENGING = _ANSWERING | lemma_set("reprisal") | {"avenge"}
_STRIKING_BACK = lemma_set("striking_back")
_FAR = 2
"""Sentences from an attack to what answers to it are fewer."""
_PROBABILITY = 0.7
_RULE = "is hit in return"


def add_reprisals(mentions: Sequence[Mention]) -> None:
    """Make the armed groups that an attack hits the source of the one that it answers to ("struck rebels in
    retaliation for a raid on Homs"), and whoever made an attack the target of what a verb tells to be the
    answer to it ("Rebels attacked a post. The army retaliated with shelling"), or of a threat of revenge.
    """
    strikes = [m for m in mentions if m.type == "strike" and m.sure]
    for mention in mentions if strikes else ():
        if mention.type == "threat" and mention.sure and _is_revenge(mention):
            _add_targets(mention, strikes)
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
    return any(tree.lemmas[k] in _ANSWERING for k in tree.ancestors(trigger)[:2])


def _is_revenge(mention: Mention) -> bool:
    """Whether a threat is one of revenge for what has been done: "vowed to hit back"."""
    tree, trigger = mention.sentence.tree, mention.token
    for k in range(tree.left(trigger), tree.right(trigger) + 1):
        back = tree.lemmas[k] in _STRIKING_BACK and tree.lower[k + 1 : k + 2] == ["back"]
        if back or tree.lemmas[k] in _AVENGING:
            return not has_condition(tree)  # "would respond if attacked"
    return False


def _add_targets(mention: Mention, strikes: Sequence[Mention]) -> None:
    if any(actor.role == "target" for actor in mention.actors):
        return
    last = _answered(mention, strikes)
    if last is None:
        return
    own = {a.referent.key for a in mention.actors}
    mention.actors += [
        replace(a, role="target", probability=_PROBABILITY, rule=_RULE)
        for a in last.actors
        if a.role == "source" and a.referent.key not in own
    ]


def _answered(mention: Mention, strikes: Sequence[Mention]) -> Mention | None:
    """The attack that something answers to: the last before it, or one behind it in its sentence."""
    index = mention.sentence.index
    real = [m for m in strikes if m is not mention and m.likeliest_status() in REAL]
    before = [
        m
        for m in real
        if 0 <= index - m.sentence.index < _FAR and (m.sentence.index, m.token) < (index, mention.token)
    ]
    behind = [m for m in real if m.sentence is mention.sentence and m.token > mention.token]
    within = [m for m in before if m.sentence is mention.sentence]
    if mention.type == "threat" and behind and not within:
        return behind[0]
    return before[-1] if before else None
