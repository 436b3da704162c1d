"""Who only speaks of a meeting, hears of it, or stands beside it: "told reporters at talks with Oman"."""

from __future__ import annotations

from extractor.arguments.above import Above
from extractor.arguments.parties import BEFORE_PARTIES, OCCASIONS
from extractor.arguments.telling import is_audience
from extractor.frames.phrases import is_several
from extractor.frames.relations import SUBJECTS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, PRONOUN, Tree

__all__ = ["is_onlooker"]

_COMMENTING = lemma_set("commenting")
_SHUNNING = lemma_set("shunning")
_BARRING = lemma_set("barring")
_LANDS = frozenset({"country", "nation", "state"})
_BACKGROUND = frozenset({"amid", "amidst"})
_LATER = frozenset({"after", "before", "following"})
_NAMING = frozenset({"of", "between"})


def is_onlooker(tree: Tree, trigger: int, head: int, node: int, above: Above | None) -> bool:
    """Whether somebody has no part in a meeting that he only speaks of, or that others speak of to him.

    `node` is the first of the list that the phrase's head stands in, and `above` what `above_both` gives.
    """
    if is_audience(tree, head) or _is_behind(tree, trigger, node) or _is_kept_out(tree, trigger, node):
        return True
    told_beside = tree.deps[trigger] == "pobj"
    if told_beside and (_is_spoken_of(tree, trigger, node) or _is_after_others(tree, trigger, node)):
        return True
    if above is None or above.relation != "nsubj":
        return False
    told = tree.lemmas[above.verb] == "tell" and above.below < above.verb and "between" in tree.lower
    if above.stance == "says" or told:
        return tree.deps[above.below] == "ccomp" and _is_of_others(tree, above.below)
    if above.stance == "asks":
        return tree.lower[above.below] not in OCCASIONS and _names_parties(tree, trigger)
    return above.stance == "judges" and _is_judged(tree, trigger, above)


def _is_spoken_of(tree: Tree, trigger: int, node: int) -> bool:
    """Whether others speak of somebody at a meeting that has its own parties: "in a call with Bo, Ann
    accused Oman of lying".
    """
    verb, prep = tree.heads[node], tree.heads[trigger]
    if tree.deps[node] != "dobj" or tree.deps[trigger] != "pobj" or tree.heads[prep] != verb:
        return False
    return tree.lower[prep] in OCCASIONS and _has(tree, trigger, BEFORE_PARTIES)


def _is_behind(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody stands in what only goes on at the time: "held talks amid tension with Oman"."""
    if not tree.has_word(_BACKGROUND):
        return False
    above = next((k for k in tree.ancestors(node) if tree.lower[k] in _BACKGROUND), None)
    return above is not None and above not in tree.ancestors(trigger)


def _is_after_others(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody does something after a meeting that is another's: "Kenya shut the road after Ruto's
    talks with Chad".
    """
    verb, prep = tree.heads[node], tree.heads[trigger]
    if tree.deps[node] not in SUBJECTS or tree.deps[trigger] != "pobj" or tree.heads[prep] != verb:
        return False
    owners = tree.kids(trigger, "poss")
    others = tree.lower[prep] in _LATER and any(tree.tags[k] in NAME for k in owners)
    return others and _has(tree, trigger, BEFORE_PARTIES)


def _is_kept_out(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody stays away from a meeting of others, or may not come: "skipped the summit", "barred X
    from the summit".
    """
    verb = tree.heads[node]
    if tree.deps[node] == "nsubj" and tree.lemmas[verb] in _SHUNNING:
        return (
            tree.heads[trigger] == verb
            and tree.deps[trigger] == "dobj"
            and not _has(tree, trigger, BEFORE_PARTIES)
        )
    if tree.deps[node] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _BARRING:
        return False
    below = tree.below(verb, trigger)
    return below is not None and tree.lower[below] == "from"


def _is_of_others(tree: Tree, clause: int) -> bool:
    """Whether what is said has a subject of its own: "said that a team had visited the camp"."""
    subject = tree.kid(clause, *SUBJECTS)
    if subject is None or tree.tags[subject] in PRONOUN or tree.tags[subject][:2] != "NN":
        return False
    alone = tree.lemmas[subject] in _LANDS and tree.tags[subject] == "NN"
    own = any(tree.tags[k] == "PRP$" for k in tree.kids(subject, "poss"))
    return not alone and not own


def _names_parties(tree: Tree, trigger: int) -> bool:
    """Whether it is told who meets: "called for a summit of Arab leaders", "talks between X and Y"."""
    preps = [k for k in tree.kids(trigger, "prep") if tree.lower[k] in _NAMING]
    return any(is_several(tree, party) for k in preps for party in tree.kids(k, "pobj"))


def _is_judged(tree: Tree, trigger: int, above: Above) -> bool:
    """Whether somebody finds a meeting good or bad, or something to be one: "dismissed it as a meeting of
    puppets".
    """
    if tree.lower[above.below] == "as" and tree.heads[trigger] == above.below:
        return True
    if tree.lemmas[above.verb] not in _COMMENTING or tree.deps[above.below] != "dobj":
        return False
    way = [trigger, *tree.ancestors(trigger)]
    way = way[: way.index(above.below)]
    return all(
        tree.deps[k] in ("pobj", "prep") and (tree.deps[k] == "pobj" or tree.lower[k] == "of") for k in way
    )


def _has(tree: Tree, trigger: int, preps: frozenset[str]) -> bool:
    return any(tree.lower[k] in preps for k in tree.kids(trigger, "prep"))
