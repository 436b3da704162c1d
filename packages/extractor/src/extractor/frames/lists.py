"""Mends lists in what the parser gives: those that hold too much, and those that fall apart.

"At talks hosted by Oman, Iran and Iraq agreed to meet": three countries to the parser, and a verb without a
subject. "The ministers of Peru, Chile, and Ecuador met": two countries, and a subject more.
"""

from __future__ import annotations

from itertools import pairwise

from extractor.frames.columns import (
    AUXILIARIES,
    BEFORE_VERB,
    CLAUSES,
    CONJUNCTIONS,
    PARTIES,
    TENSED,
    upwards,
)
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOMINAL, NOUN, VERB

__all__ = ["join_members", "join_series", "join_strays", "loosen_both", "part_openings"]

_JOINTS = CONJUNCTIONS | {"with"}
"""Prepositions that the parser may take for the beginning of a clause."""
_INVERTING = lemma_set("inverting")
_TITLES = lemma_set("title")
_ONE_OF_MANY = ("a", "an")
_NEAR = 4
"""Tokens from a noun to what stands with it in a list are fewer."""
_PERSONS = lemma_set("assailants") | {"man", "woman", "boy", "girl", "person", "teenager"}
_OF = frozenset({"of", "from", "between"})
"""Prepositions behind which stands to whom several belong."""


def join_series(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one list of the names behind several people and "of" or "from", where commas and a last "and" part
    them; all columns are changed in place.
    """
    for first in range(2, len(words) - 3):
        prep = heads[first]
        if deps[first] != "pobj" or tags[first] not in NAME or words[prep] not in _OF:
            continue
        if tags[heads[prep]] not in ("NNS", "NNPS") or words[first + 1] != ",":
            continue
        members = _series(words, tags, first)
        for before, k in pairwise(members):
            heads[k], deps[k] = before, "conj"


def loosen_both(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang the "both" behind two subjects under their verb, where it is none of them: "Peru and Chile both
    agreed"; all columns are changed in place.
    """
    for k in range(3, len(words) - 1):
        if words[k] != "both" or deps[k] not in ("appos", "conj", "dep") or heads[k] > k:
            continue
        subject = heads[k]
        while deps[subject] == "conj":
            subject = heads[subject]
        before_verb = tags[k + 1][:2] in ("VB", "MD", "RB")
        if before_verb and deps[subject] in ("nsubj", "nsubjpass") and heads[subject] > k:
            heads[k], deps[k] = heads[subject], "advmod"


def _series(words: list[str], tags: list[str], first: int) -> list[int]:
    """The last words of the names of a list that "and" closes; the first one alone where there is none.

    A last one that something belongs to, or a noun stands behind, is no name of its own.
    """
    members, k = [first], first + 1
    while k + 1 < len(words) and words[k] in (",", "and"):
        closed = "and" in words[k : k + 2]
        start = k + 2 if words[k : k + 2] == [",", "and"] else k + 1
        end = start
        while end < len(words) and tags[end] in NAME:
            end += 1
        if (
            end == start
            or words[end : end + 1] == ["'s"]
            or tags[end : end + 1] in (["NN"], ["NNS"], ["POS"])
        ):
            return [first]
        members.append(end - 1)
        if closed:
            return members if len(members) > 2 else [first]
        k = end
    return [first]


def join_strays(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a member of the object's list of the noun that the parser hangs under the verb: "met the premier, Ann
    Lee, and speaker Jan Horak on Friday".
    """
    for k, verb in enumerate(heads):
        if deps[k] != "conj" or tags[k] not in NAME or tags[verb] not in VERB or verb > k:
            continue
        below = [i for i, head in enumerate(heads) if head == verb and verb < i < k]
        objects = [i for i in below if deps[i] == "dobj"]
        joint = [i for i in below if deps[i] == "cc"]
        between = [i for i in below if deps[i] not in ("dobj", "cc", "punct")]
        if len(objects) == 1 and len(joint) == 1 and not between and not any(h == k for h in heads[k + 1 :]):
            heads[k] = heads[joint[0]] = objects[0]


def join_members(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make members of a list of what the parser takes for a noun and its apposition: "a court, a prison and a
    bank"; the columns are changed in place.
    """
    for second in range(2, len(words) - 2):
        first = heads[second]
        if deps[second] != "appos" or first > second or tags[second] not in NAME | NOUN:
            continue
        joint, third = _rest(words, tags, deps, heads, first, second)
        if third is None or (tags[third] == "NN" and third - joint == 1):
            continue  # "a soldier, a father and husband"
        if not _is_member(words, lemmas, tags, deps, heads, first, second, joint):
            continue
        heads[second], deps[second] = first, "conj"
        heads[third], deps[third] = second, "conj"
        heads[joint] = second


def _rest(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], first: int, second: int
) -> tuple[int, int | None]:
    """The "and" behind a second member, and the third."""
    start = second
    while start - 1 > first and second in upwards(heads, start - 1):
        start -= 1
    joints = (k for k in range(second + 1, len(words)) if words[k] == "and" and heads[k] in (first, second))
    joint = next(joints, 0)
    if not joint or words[start - 1] != ",":
        return 0, None
    for third in range(joint + 1, len(words)):
        if tags[third] not in NOMINAL:
            continue
        joined = deps[third] == "conj" and heads[third] in (first, second)
        beside = "subj" in deps[third] and (deps[third], heads[third]) == (deps[first], heads[first])
        if joined or beside:
            return joint, third
    return joint, None


def _is_member(
    words: list[str],
    lemmas: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    first: int,
    second: int,
    joint: int,
) -> bool:
    """Whether a second noun is no apposition to the first: no comma closes it, or it is one thing of many as
    the first is, or both are names.
    """
    named = tags[first] in NAME
    if named != (tags[second] in NAME):
        return False
    closed = words[joint - 1] == ","
    if not closed and joint - second >= _NEAR:
        return False
    if not named:
        counted = all(_is_one_of_many(words, tags, heads, noun) for noun in (first, second))
        return counted and not (closed and lemmas[first] in _PERSONS)
    below = range(second + 1, joint)
    titled = lemmas[second] in _TITLES or any(heads[k] == second and words[k] == "of" for k in below)
    return not closed or ("subj" in deps[first] and not titled)


def _is_one_of_many(words: list[str], tags: list[str], heads: list[int], noun: int) -> bool:
    """Whether "a" or a number stands before a noun."""
    before = (k for k in range(max(0, noun - _NEAR), noun) if heads[k] == noun)
    return any(words[k].lower() in _ONE_OF_MANY or tags[k] == "CD" for k in before)


def part_openings(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Give verbs that have none the subject that the parser adds to what opens the clause; all columns are
    changed in place.
    """
    for verb in range(4, len(words)):
        if deps[verb] not in CLAUSES or lemmas[verb] in _INVERTING:
            continue
        below = [k for k, head in enumerate(heads) if head == verb]
        helped = [k for k in below if k < verb and deps[k] in BEFORE_VERB]
        if tags[verb] not in TENSED and not any(deps[k] in AUXILIARIES for k in helped):
            continue
        before = verb - 1
        while before in helped:
            before -= 1
        list_of = _list_before(deps, heads, before)
        if len(list_of) == 1 and words[before] != "," and tags[before] in NAME:
            list_of = _apposed(deps, heads, before)
        second = _after_comma(words, heads, list_of)
        if second is None or tags[second] not in PARTIES:
            continue
        way = [list_of[0], *upwards(heads, list_of[0])]
        top = way[way.index(verb) - 1] if verb in way else verb
        if top < second and top != list_of[0] and _open_clause(words, tags, deps, heads, verb, top, below):
            for k in [*list_of, *range(second, verb)]:
                if k > second and heads[k] < second and deps[k] in ("conj", "cc", "punct"):
                    heads[k] = second
            passive = any(deps[k] == "auxpass" for k in helped)
            heads[second], deps[second] = verb, "nsubjpass" if passive else "nsubj"


def _list_before(deps: list[str], heads: list[int], last: int) -> list[int]:
    """The members of the list that ends with a token, first one first."""
    for k in (last, *upwards(heads, last)):
        if deps[k] == "conj":
            first = k
            while deps[first] == "conj" and heads[first] < first:
                first = heads[first]
            inside = range(first + 1, last + 1)
            return [first, *(i for i in inside if deps[i] == "conj" and first in upwards(heads, i))]
    return [last]


def _apposed(deps: list[str], heads: list[int], last: int) -> list[int]:
    """The name that ends with a token, behind that to which the parser takes it for an apposition, though no
    comma closes it: "After talks with Ann Lee, President Jan Horak left".
    """
    k = next((k for k in (last, *upwards(heads, last)) if deps[k] == "appos"), None)
    return [last] if k is None or heads[k] > k else [heads[k], k]


def _after_comma(words: list[str], heads: list[int], members: list[int]) -> int | None:
    """The first member of a list behind a comma: of one with "and" before it, if there is such a one."""
    found = None
    for k in members[1:]:
        start = k
        while start > 0 and k in upwards(heads, start - 1):
            start -= 1
        if words[start - 1] == ",":
            if "and" in words[members[0] : start]:
                return k
            found = found or k
    return found


def _open_clause(
    words: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    verb: int,
    top: int,
    below: list[int],
) -> bool:
    """Make what opens the clause of a verb no subject of it, where the parser takes what hangs at `top` for
    one: "After talks with Oman, Iran ...", "Mediated by Oman, Iran ...". Gives whether it opens the clause.

    A verb below one behind it has a clause of its own: "After raids on Homs and Idlib began, he fled".
    """
    subjects = [k for k in below if "subj" in deps[k]]
    if not subjects:
        return deps[top] in ("prep", "advcl")
    if subjects != [top]:
        return False
    if deps[top] == "csubj" and tags[top] == "VBN":
        deps[top] = "advcl"
        return True
    joint = below[0]
    if deps[top] not in ("nsubj", "nsubjpass") or joint >= top or deps[joint] not in ("mark", "prep"):
        return False
    if words[joint].lower() not in _JOINTS or heads[verb] > verb:
        return False
    heads[top], deps[top], deps[joint] = joint, "pobj", "prep"
    return True
