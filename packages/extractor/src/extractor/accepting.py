"""Which triggers are taken, by how probable each is and how they stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.evidence import Sentence
from extractor.frames.determiners import determiner
from extractor.frames.statements import one_statement
from extractor.frames.tree import Tree
from extractor.judge.bars import ANTECEDENT, TOGETHER, TriggerBar
from extractor.ontology import ACTS
from extractor.triggers.apart import stand_apart
from extractor.triggers.contents import in_content
from extractor.triggers.match import Candidate

__all__ = ["Accepted", "accept", "acts_of"]

_NEAR = 2
"""Sentences before a definite noun in which what it takes up may stand."""
_NEVER = 2.0
"""More than a probability can be."""
_Place = tuple[int, int]
"""A trigger's sentence and token."""


class Accepted(NamedTuple):
    """A trigger that is taken: for sure, or only if another sentence states its event as well."""

    probability: float
    sentence: Sentence
    candidate: Candidate
    sure: bool = True

    @property
    def place(self) -> _Place:
        """Its sentence and token."""
        return self.sentence.index, self.candidate.token

    @property
    def type(self) -> str:
        """The type of its row."""
        return self.candidate.row.type


def accept(weighed: Sequence[Accepted], bar: TriggerBar) -> dict[_Place, Accepted]:
    """Those of the triggers `weighed` that are taken, by sentence and token, in text order; one type for a
    token.

    None stands in the content of an accepted offer or threat. More is asked of a sentence's second trigger,
    most of all of the same type in one clause, unless the two are verb and noun of one statement: these may
    also be sure together where neither is alone ("shelling struck a school"). Less is asked of what may only
    take up an event of another sentence, and of what a definite noun behind it takes up.
    """
    best = _best(weighed, bar)
    acts = acts_of(found for found in best.values() if found.sure)
    stated = _ranked([found for found in best.values() if not _is_content(found, acts)], bar)
    weak = [w for w in weighed if ANTECEDENT <= w.probability < bar.first and not _is_content(w, acts)]
    stated |= _antecedents(stated, weak)
    told = {found.type for found in stated.values() if found.sure}
    return {place: found for place, found in sorted(stated.items()) if found.type in told}


def acts_of(accepted: Iterable[Accepted]) -> dict[int, dict[int, str]]:
    """The offers and threats of each sentence, type by token."""
    acts: dict[int, dict[int, str]] = {}
    for found in accepted:
        if found.type in ACTS:
            acts.setdefault(found.sentence.index, {})[found.candidate.token] = found.type
    return acts


def _is_content(found: Accepted, acts: Mapping[int, Mapping[int, str]]) -> bool:
    """Whether a trigger stands in what is offered or threatened."""
    index, token = found.place
    return index in acts and in_content(found.sentence.tree, token, found.type, acts[index])


def _best(weighed: Sequence[Accepted], bar: TriggerBar) -> dict[_Place, Accepted]:
    """The most probable trigger of each token, as far as any is probable enough."""
    best: dict[_Place, Accepted] = {}
    for found in weighed:
        if found.probability < bar.again:
            continue
        if found.place not in best or found.probability > best[found.place].probability:
            best[found.place] = found._replace(sure=found.probability >= bar.first)
    for joint, found in _together([w for w in weighed if w.probability < bar.first and w.type == "strike"]):
        if found.place not in best or not best[found.place].sure:
            best[found.place] = found._replace(probability=max(joint, bar.first))
    return best


def _together(unsure: Sequence[Accepted]) -> Iterator[tuple[float, Accepted]]:
    """Both of each two triggers that are one statement, with the probability that one of them is."""
    for k, one in enumerate(unsure):
        for other in unsure[k + 1 :]:
            if other.sentence is not one.sentence or one.type != other.type:
                continue
            joint = 1 - (1 - one.probability) * (1 - other.probability)
            tokens = one.candidate.token, other.candidate.token
            if joint >= TOGETHER and one_statement(one.sentence.tree, one.type, *tokens):
                yield joint, one
                yield joint, other


def _ranked(found: Iterable[Accepted], bar: TriggerBar) -> dict[_Place, Accepted]:
    """Those that are probable enough beside the more probable ones of their sentence."""
    stated: dict[_Place, Accepted] = {}
    tokens: dict[int, dict[str, list[int]]] = {}
    for each in sorted(found, key=lambda each: (-each.probability, each.place)):
        index, token = each.place
        taken = tokens.setdefault(index, {})
        same = taken.get(each.type, [])
        if each.probability >= _least(each, same, bool(taken), bar):
            taken.setdefault(each.type, []).append(token)
            stated[each.place] = each
        elif not same:
            stated[each.place] = each._replace(sure=False)
    return stated


def _least(found: Accepted, same: Sequence[int], beside: bool, bar: TriggerBar) -> float:
    """The probability that a trigger needs; `same` are the accepted ones of its type in the sentence, and
    there are others `beside` it.
    """
    tree, token = found.sentence.tree, found.candidate.token
    if any(_is_part(tree, token, other) or _is_part(tree, other, token) for other in same):
        return _NEVER  # "a bombing campaign"
    verbs = [other for other in same if tree.is_verb(other)]
    if found.type in ACTS and in_content(tree, token, "", dict.fromkeys(verbs, found.type)):
        return _NEVER  # "threatened that they would pay for it"
    if any(one_statement(tree, found.type, token, other) for other in same):
        return bar.first
    if same:
        apart = found.type not in ACTS and all(stand_apart(tree, token, other) for other in same)
        return bar.apart if apart else bar.same
    return bar.other if beside else bar.first


def _is_part(tree: Tree, one: int, other: int) -> bool:
    """Whether a noun stands before another one as a part of it."""
    return tree.deps[one] == "compound" and tree.heads[one] == other


def _antecedents(accepted: Mapping[_Place, Accepted], weak: Iterable[Accepted]) -> dict[_Place, Accepted]:
    """Of the candidates that are too improbable by themselves those that a definite noun takes up, with which
    the text would otherwise speak of its first event: "An explosion killed four. X claimed the attack."
    """
    first: dict[str, Accepted] = {}
    for _, found in sorted(accepted.items()):
        if found.sure:
            first.setdefault(found.type, found)
    taken_up: dict[str, Accepted] = {}
    for found in weak:
        later = first.get(found.type)
        if later is None or not 0 < later.sentence.index - found.sentence.index <= _NEAR:
            continue
        if determiner(later.sentence.tree, later.candidate.token) != "definite":
            continue
        if found.type not in taken_up or found.probability > taken_up[found.type].probability:
            taken_up[found.type] = found
    return {
        found.place: found
        for found in taken_up.values()
        if found.place not in accepted or not accepted[found.place].sure
    }
