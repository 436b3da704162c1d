"""What one word tells of several days: "hit Kharkiv on Monday and Odesa on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.arguments.date_features import DateCandidate
from extractor.evidence import ActorArgument, Mention
from extractor.frames.relations import relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import QUALIFYING, Tree

__all__ = ["Part", "counterparts", "parts"]

_JOINTS = frozenset({",", "and", ";"})
_CLAUSE = frozenset({"that", "who", "which", "when", "where", "after", "before", "while", "but", ":"})

_HARMING = lemma_set("harming")
_PARTIES = frozenset({"country", "group", "organization", "person"})
_THINGS = frozenset({"facility", "group", "other", "place", "vehicle"})
_LIKELY = 0.6
"""How probable it is that who stands in a part where another stands in the first has his role."""


class Part(NamedTuple):
    """The tokens that tell of one day, and the expression that names it, which ends them."""

    tokens: range
    day: DateCandidate


def parts(mention: Mention, days: Sequence[DateCandidate], rivals: Sequence[Mention]) -> list[Part]:
    """The parts behind a trigger that each have a day and do without a word for what happened; none where
    they are not several.
    """
    tree = mention.sentence.tree
    others = {rival.token for rival in rivals if rival.token != mention.token}
    found: list[Part] = []
    start = mention.last + 1
    for day in sorted(days, key=lambda candidate: candidate[1]):
        first, last = day[1], day[2]
        if first < start:
            continue
        joint = start
        while found and joint < first and tree.lower[joint] in _JOINTS:
            joint += 1
        tokens = range(joint, last + 1)
        if found and _states_anew(tree, mention.token, tokens):
            return []
        if (found and joint == start) or not _tells(tree, range(joint, first), others):
            break
        start = _behind_harm(tree, last + 1)
        found.append(Part(range(joint, start), day))
    return found if len(found) > 1 else []


def _behind_harm(tree: Tree, start: int) -> int:
    """The token behind what a day's attack did, which may stand behind the day: ", killing four, and ..."."""
    if start + 1 >= len(tree) or tree.lower[start] != "," or tree.tags[start + 1] != "VBG":
        return start
    if tree.lemmas[start + 1] not in _HARMING:
        return start
    end = start + 2
    while end < len(tree) and tree.lower[end] not in _JOINTS | {"."} and not tree.is_verb(end):
        end += 1
    return end


def counterparts(mention: Mention, first: Part, part: Part) -> list[ActorArgument]:
    """Who stands in a further part as an actor does in the first one, where none does that is known of, "met
    Merkel on Monday and Bo on Tuesday"; of a part that only says where, those of the first one.
    """
    sentence, tree = mention.sentence, mention.sentence.tree
    leading = [actor for actor in mention.actors if actor.head in first.tokens]
    before = range(part.tokens.start, part.day[1])
    if not leading or any(actor.head in before for actor in mention.actors):
        return []
    lead = leading[0]
    opening = next((k for k in part.tokens if tree.lower[k] not in _JOINTS), part.tokens.start)
    if tree.tags[opening] == "IN" and tree.deps[tree.first_conjunct(lead.head)] == "dobj":
        return [actor for actor in leading if tree.heads[actor.head] == mention.token]
    kinds = _PARTIES if lead.referent.kind in _PARTIES else _THINGS
    for phrase in sentence.phrases:
        head, relation = phrase.head, relation_of(tree, phrase.head)[0]
        if head not in before or phrase.kind not in ("name", "noun", lead.kind):
            continue
        if tree.deps[head] == "pobj" and relation != relation_of(tree, lead.head)[0]:
            continue
        if sentence.referents[head].kind in kinds and tree.deps[head] not in QUALIFYING:
            return [sentence.argument(phrase, lead.role, _LIKELY, "stands where another does")]
    return []


def _states_anew(tree: Tree, trigger: int, tokens: range) -> bool:
    """Whether a verb behind a part makes a clause of it: "... on Monday and Lebanon on Tuesday denied it"."""
    behind = tokens.stop
    if tree.heads[trigger] == behind and "subj" in tree.deps[trigger]:
        return False  # "attacks on Kharkiv on Monday and Odesa on Tuesday killed 12"
    if behind < len(tree) and (tree.is_verb(behind) or tree.tags[behind] == "MD"):
        return True
    return any("subj" in tree.deps[k] and tree.heads[k] >= behind for k in tokens)


def _tells(tree: Tree, tokens: range, others: set[int]) -> bool:
    """Whether tokens name somebody or something, and state nothing themselves."""
    return any(tree.is_noun(k) for k in tokens) and not any(
        tree.is_verb(k) or k in others or tree.lower[k] in _CLAUSE for k in tokens
    )
