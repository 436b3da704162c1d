"""What one word tells of several days: "hit Kharkiv on Monday and Odesa on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractor.arguments.date_features import DateCandidate
from extractor.evidence import Mention
from extractor.frames.tree import Tree

__all__ = ["Part", "parts"]

_JOINTS = frozenset({",", "and", ";"})
_CLAUSE = frozenset({"that", "who", "which", "when", "where", "after", "before", "while", "but", ":"})


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
        found.append(Part(tokens, day))
        start = last + 1
    return found if len(found) > 1 else []


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
