"""The direction in which a mention's weekday or bare date lies, from the clause that holds the expression."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.dates import Tense
from extractor.evidence import Mention
from extractor.frames.clauses import is_negated, is_perfect_infinitive, verb_tense
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["surely_occurred", "tense_of"]

_AHEAD = frozenset({"will", "shall", "would", "may", "might", "can", "could", "must", "should"})
_PLANNING = lemma_set("planning")
_WITH_INFINITIVE = lemma_set("planning_to")
_CALLING = lemma_set("calling")
_PAST = frozenset({"past", "perfect", "past_progressive"})
_SURE = 0.8
"""Probability of having occurred from which on a vaguer sign of the future does not count."""
_OF_NOUN = frozenset({"compound", "nmod", "amod", "nummod"})
_LATER = frozenset({"before", "until", "of"})
"""Prepositions before what comes later: "before the summit", "ahead of the summit"."""
_NEAR = 3
"""Steps from an expression up to the word that it depends on."""
_FAR = 7


def tense_of(mention: Mention, first: int) -> Tense:
    """Where the day lies of the expression whose first token is given.

    The predicates above the expression tell it, nearest first, as far as they are finite; where they are not
    in the past, the status of the mention. "Present" leaves it to the distance. Acts of speech lie in the
    past; what is "planned for April" lies ahead, and where it was called off the nearest April is meant.
    """
    status = mention.likeliest_status()
    if mention.type in ACTS and status != "planned":
        return "past"
    tree = mention.sentence.tree
    above = tree.ancestors(first)
    occurred = surely_occurred(mention)
    if _is_undecided(mention, first):
        return "present"
    planned: Tense = "present" if status == "denied" and tree.lower[first] not in WEEKDAYS else "future"
    if (told := _told_near(tree, above[:_NEAR], planned)) is not None:
        return told
    infinitive = False
    for k in above[:_FAR]:
        if not tree.is_verb(k):
            if _plans(tree, k, infinitive=infinitive):
                return planned
            continue
        modal = _modal(tree, k)
        if modal is not None:
            known = mention.type == "strike" and (
                (status == "occurred" and _is_subject(mention, first, k))
                or (occurred and _is_below(mention, above))
            )
            return "past" if known else modal  # no attack is announced by what it "will" bring about
        if _plans(tree, k, infinitive=infinitive) and not occurred:
            return "present" if _is_pluperfect(tree, k) else planned
        tense = verb_tense(tree, k)
        if tense == "perfect" and is_perfect_infinitive(tree, k):
            return "present"  # "was to have met them on Friday": the day may be over, or not
        if tense in _PAST or (tense == "participle" and tree.tags[k] == "VBN"):
            if status == "planned":
                return "future"
            return "present" if planned == "present" and _calls_off(mention, k) else "past"
        if tense in ("present", "progressive"):
            occurred = occurred and mention.type == "strike"  # no attack is announced in the news present
            break
        infinitive = infinitive or tense == "infinitive"
    if occurred:
        return "past"
    return "future" if status in ("planned", "possible", "denied") else "present"


def _told_near(tree: Tree, near: Sequence[int], planned: Tense) -> Tense | None:
    """What the words right above a day tell: "had been planned for May", "called for talks in May"; what is
    planned lies in the direction given.
    """
    plans = [k for k in near if _plans(tree, k, infinitive=True)]
    if plans and _is_pluperfect(tree, plans[0]):
        return "present"
    if plans and any(tree.lower[k] == "for" for k in near):
        return planned
    called_for = near and tree.lower[near[0]] == "for" and any(tree.lemmas[k] in _CALLING for k in near)
    return "future" if called_for else None


def _is_undecided(mention: Mention, day: int) -> bool:
    """Whether a token of a date, other than a weekday, says of which day the trigger is, and nothing else
    whether it lies ahead or behind: "withdrew from the June 12 summit", "weeks before their May summit".
    """
    tree = mention.sentence.tree
    if mention.type != "meeting" or tree.lower[day] in WEEKDAYS or mention.likeliest_status() == "planned":
        return False
    below = tree.below(mention.token, day) if mention.token in tree.ancestors(day)[:_NEAR] else None
    own = below is not None and tree.deps[below] in _OF_NOUN
    prep = tree.heads[mention.token]
    later = tree.lower[prep] in _LATER and (tree.lower[prep] != "of" or tree.lower[prep - 1] == "ahead")
    return own and (later or not surely_occurred(mention))


def surely_occurred(mention: Mention) -> bool:
    """Whether an event has most likely happened, so that a day to come is rather that of something else."""
    return mention.status.get("occurred", 0.0) >= _SURE


def _plans(tree: Tree, k: int, *, infinitive: bool) -> bool:
    lemma = tree.lemmas[k]
    return lemma in _PLANNING or (infinitive and lemma in _WITH_INFINITIVE)


def _calls_off(mention: Mention, verb: int) -> bool:
    """ "Cancelled a visit in May", "the talks in May were scrapped", but not "did not visit Oslo in May"."""
    tree, noun = mention.sentence.tree, mention.token
    held = tree.heads[noun] == verb and tree.deps[noun] in ("dobj", "nsubjpass")
    return held and not tree.is_verb(noun) and not is_negated(tree, verb)


def _is_pluperfect(tree: Tree, verb: int) -> bool:
    """ "Had been planned": the day may be over, or not."""
    return any(tree.lower[k] in ("had", "'d") for k in tree.kids(verb, "aux"))


def _is_subject(mention: Mention, first: int, verb: int) -> bool:
    """Whether the trigger is the subject of a verb before which the expression stands that begins at a token:
    "the strike on Monday would not go unpunished".
    """
    tree = mention.sentence.tree
    if not first < verb or tree.is_verb(mention.token):
        return False
    below = tree.below(verb, mention.token)
    below = verb if below is None else below
    return tree.deps[below] in ("nsubj", "nsubjpass") and tree.heads[below] == verb


def _is_below(mention: Mention, above: Sequence[int]) -> bool:
    """Whether the trigger is a noun that holds an expression: "will answer the raid of 7 October"."""
    return mention.token in above and not mention.sentence.tree.is_verb(mention.token)


def _modal(tree: Tree, verb: int) -> Tense | None:
    """ "Will meet" lies ahead; "could have met" may lie on either side."""
    helpers = tree.kids(verb, "aux", "auxpass")
    if not any(tree.tags[k] == "MD" and tree.lemmas[k] in _AHEAD for k in helpers):
        return None
    return "present" if any(tree.lemmas[k] == "have" for k in helpers) else "future"
