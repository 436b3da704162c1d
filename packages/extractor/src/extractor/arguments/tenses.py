"""The direction in which a mention's weekday or bare date lies, from the clause that holds the expression."""

from __future__ import annotations

from extractor.dates import Tense
from extractor.evidence import Mention
from extractor.frames.clauses import verb_tense
from extractor.frames.tree import Tree

__all__ = ["tense_of"]

_AHEAD = frozenset({"will", "shall", "would", "may", "might", "can", "could", "must", "should"})
_PLANNING = frozenset({"plan", "schedule", "expect", "due", "prepare", "arrange", "postpone", "delay"})
_WITH_INFINITIVE = frozenset({"be", "agree", "set", "want", "hope", "invite", "intend", "aim"})
"""What looks ahead only with an infinitive: "agreed to meet on Friday", not "agreed in talks on Friday"."""
_PAST = frozenset({"past", "perfect", "past_progressive"})
_NEAR = 3
"""Steps from an expression up to the word that it depends on."""
_FAR = 7


def tense_of(mention: Mention, first: int) -> Tense:
    """Where the day lies of the expression whose first token is given.

    The predicates above the expression tell it, nearest first, as far as they are finite; where they are not
    in the past, the status of the mention. "Present" leaves it to the distance. Acts of speech lie in the
    past; what is "planned for April" lies ahead, even where it was called off.
    """
    status = mention.likeliest_status()
    if mention.type in ("offer", "threat") and status != "planned":
        return "past"
    tree = mention.sentence.tree
    above = tree.ancestors(first)
    near = above[:_NEAR]
    if any(tree.lower[k] == "for" for k in near) and any(_plans(tree, k, infinitive=True) for k in near):
        return "future"
    infinitive = False
    for k in above[:_FAR]:
        if not tree.is_verb(k):
            if _plans(tree, k, infinitive=infinitive):
                return "future"
            continue
        modal = _modal(tree, k)
        if modal is not None:
            return modal
        if _plans(tree, k, infinitive=infinitive):
            return "future"
        tense = verb_tense(tree, k)
        if tense in _PAST or (tense == "participle" and tree.tags[k] == "VBN"):
            return "future" if status == "planned" else "past"
        if tense in ("present", "progressive"):
            break
        infinitive = infinitive or tense == "infinitive"
    return "future" if status in ("planned", "possible", "denied") else "present"


def _plans(tree: Tree, k: int, *, infinitive: bool) -> bool:
    lemma = tree.lemmas[k]
    return lemma in _PLANNING or (infinitive and lemma in _WITH_INFINITIVE)


def _modal(tree: Tree, verb: int) -> Tense | None:
    """ "Will meet" lies ahead; "could have met" may lie on either side."""
    helpers = tree.kids(verb, "aux", "auxpass")
    if not any(tree.tags[k] == "MD" and tree.lemmas[k] in _AHEAD for k in helpers):
        return None
    return "present" if any(tree.lemmas[k] == "have" for k in helpers) else "future"
