"""Mends what the parser gives for two persons with titles beside "and": "NATO chief Ann Lee and Czech Foreign
Minister Jan Horak" are two, and not the second one with a long title.
"""

from __future__ import annotations

from typing import NamedTuple

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME

__all__ = ["name_group", "pair_officials"]

_TITLES = lemma_set("title") | {"diplomat", "director", "head", "lawmaker", "mediator", "negotiator"}
_BEFORE = NAME | {"JJ", "NN", "POS", "HYPH", "DT"}
"""Tags of what stands before a name as its title."""
_LEFT = frozenset({"det", "amod", "compound", "poss", "case", "nmod", "punct"})
_TAGGED = {"DT": "det", "JJ": "amod", "HYPH": "punct"}
_LONGEST = 12


class _Side(NamedTuple):
    """A title and a name: the first token, the last one, and the one that the sentence governs."""

    start: int
    last: int
    head: int


def pair_officials(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of two persons with titles and names, where the parser gives something else; all columns
    are changed in place.
    """
    for joint in range(3, len(words) - 2):
        if words[joint] != "and" or not _in_name(words, tags, joint - 1):
            continue
        one, other = _before(words, tags, joint), _behind(words, tags, joint)
        if one is None or other is None or _is_list(deps, heads, one, other):
            continue
        inside = range(one.start, other.last + 1)
        tops = {k for k in inside if heads[k] not in inside or heads[k] == k}
        top = min(tops - {joint}, default=None)
        if top is None or len({heads[k] for k in tops}) > 1:
            continue
        first, root = one.head, heads[top] == top
        heads[first], deps[first] = first if root else heads[top], deps[top]
        heads[joint], deps[joint] = first, "cc"
        heads[other.last], deps[other.last] = first, "conj"
        for side in (one, other):
            if side.head == side.last:
                _gather(tags, deps, heads, side)


def name_group(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an apposition of two names between commas that say who some are, where the parser makes more
    subjects or more of a list of them: "The leaders, President Ann Lee and Prime Minister Jan Horak, met".
    """
    for group in range(1, len(words) - 5):
        if tags[group] != "NNS" or words[group + 1] != "," or words[group].lower()[:-1] not in _TITLES:
            continue
        end = next((k for k in range(group + 2, len(words)) if words[k] == ","), 0)
        joints = [k for k in range(group + 2, end) if words[k] == "and"]
        if len(joints) != 1:
            continue
        first, second = joints[0] - 1, end - 1
        if (
            tags[first] not in NAME
            or tags[second] not in NAME
            or (heads[second], deps[second]) != (first, "conj")
        ):
            continue
        title = heads[first]
        if deps[first] == "appos" and group < title < first and heads[title] == group:
            heads[title], deps[title] = first, "compound"
        elif title not in (group, heads[group]):
            continue
        heads[first], deps[first] = group, "appos"


def _before(words: list[str], tags: list[str], joint: int) -> _Side | None:
    """The person whose name ends before a token."""
    name = joint
    while name > 0 and _in_name(words, tags, name - 1) and words[name - 1].lower() not in _TITLES:
        name -= 1
    title = name - 2 if name > 1 and words[name - 1] == "of" else name - 1  # "President of Chile X"
    if title < 0 or name == joint or words[title].lower() not in _TITLES:
        return None
    start = title
    while start > 0 and tags[start - 1] in _BEFORE and joint - start < _LONGEST:
        start -= 1
        if tags[start] == "DT":
            break
    return _Side(start, joint - 1, joint - 1 if title == name - 1 else title)


def _behind(words: list[str], tags: list[str], joint: int) -> _Side | None:
    """The person whose title begins behind a token."""
    name = joint + 1
    while name < len(words) and tags[name] in _BEFORE and words[name].lower() not in _TITLES:
        name += 1
    while name < len(words) and words[name].lower() in _TITLES and tags[name] in _BEFORE:
        name += 1
    if words[name - 1].lower() not in _TITLES or name - joint > _LONGEST:
        return None
    end = name
    while end < len(words) and _in_name(words, tags, end):
        end += 1
    return _Side(joint + 1, end - 1, end - 1) if end > name and tags[end - 1] != "HYPH" else None


def _in_name(words: list[str], tags: list[str], k: int) -> bool:
    """Whether a token is of a name, or ends one behind a hyphen: "Moon Jae-in"."""
    return tags[k] in NAME or tags[k] == "HYPH" or (tags[k] in ("NN", "JJ") and words[k - 1] == "-")


def _is_list(deps: list[str], heads: list[int], one: _Side, other: _Side) -> bool:
    """Whether the second is told beside the first, and nothing of the one hangs on the other besides."""
    left, right = range(one.start, one.last + 1), range(other.start, other.last + 1)
    crossing = [k for k in left if heads[k] in right] + [k for k in right if heads[k] not in right]
    return crossing == [other.last] and deps[other.last] == "conj" and heads[other.last] in left


def _gather(tags: list[str], deps: list[str], heads: list[int], side: _Side) -> None:
    """Hang title and name of a person under the last word."""
    inside = range(side.start, side.last)
    for k in inside:
        owner = next((i for i in range(k + 1, side.last) if tags[i] == "POS"), None)
        if tags[k] == "POS":
            heads[k], deps[k] = k - 1, "case"
        elif owner is not None and k < owner - 1:
            heads[k], deps[k] = owner - 1, _label(tags[k], deps[k])
        elif owner is not None:
            heads[k], deps[k] = side.last, "poss"
        else:
            heads[k], deps[k] = side.last, _label(tags[k], deps[k])


def _label(tag: str, dep: str) -> str:
    """The label of a word before the one that it hangs on."""
    return _TAGGED.get(tag) or (dep if dep in _LEFT - {"poss", "case"} else "compound")
