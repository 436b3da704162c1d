"""Days that a sentence names beside an offer or a threat, on which it was not made."""

from __future__ import annotations

from extractor.arguments.bearers import ADNOMINAL, bearer_of, top_of
from extractor.evidence import Mention
from extractor.frames.clauses import verb_tense
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["is_beside_act"]

_JUDGING = lemma_set("judging_offers")
_ANSWERING = frozenset({"react", "reply", "respond"})
_OCCASION = frozenset({"at", "during", "in"})
_NEAR_DAYS = WEEKDAYS | {"today", "yesterday", "tomorrow"}
_LATER = frozenset({"will", "shall", "would", "'ll", "’ll"})


def is_beside_act(mention: Mention, first: int, last: int) -> bool:
    """Whether the expression between two tokens is a day of what is offered or threatened, of the answer to
    it, or of the announcement that it will be made.
    """
    if mention.type not in ACTS:
        return False
    return (
        _is_of_noun_within(mention, first, last)
        or _is_of_content(mention, first, last)
        or _is_of_answer(mention, first, last)
        or _is_of_announcement(mention, first, last)
    )


def _is_of_noun_within(mention: Mention, first: int, last: int) -> bool:
    """Whether it says of which day a noun of the content is: "threatened to boycott Sunday's vote",
    other than the occasion of the act: "offered a truce at Sunday's talks".
    """
    tree = mention.sentence.tree
    top = top_of(tree, first, last)
    noun = tree.heads[top]
    if tree.deps[top] not in ADNOMINAL or not tree.is_noun(noun) or not mention.token < noun:
        return False
    above = tree.ancestors(noun)
    occasion = tree.lower[above[0]] in _OCCASION and above[1:2] == [mention.token] if above else False
    return mention.token in above and not occasion


def _is_of_content(mention: Mention, first: int, last: int) -> bool:
    """Whether it says when what a noun holds out is to be: "an invitation to visit Chad in 2026"; a day
    of the week is mostly that of the act.
    """
    tree = mention.sentence.tree
    if tree.is_verb(mention.token) or tree.lower[last] in _NEAR_DAYS:
        return False
    verb = bearer_of(tree, first, last)
    if not tree.is_verb(verb) or mention.token not in tree.ancestors(verb):
        return False
    return verb_tense(tree, verb) == "infinitive" and tree.tags[verb] == "VB"


def _is_of_answer(mention: Mention, first: int, last: int) -> bool:
    """Whether it is the day of accepting or rejecting an offer, "turned the offer down on Monday", or of the
    answer to a threat: "responded on Monday to his threat".
    """
    tree, to = mention.sentence.tree, mention.sentence.tree.heads[mention.token]
    if tree.is_verb(mention.token):
        return False
    verb = bearer_of(tree, first, last)
    if tree.lemmas[verb] in _ANSWERING and tree.lower[to] == "to" and tree.heads[to] == verb:
        return True
    if mention.type != "offer":
        return False
    judged = tree.lemmas[verb] in _JUDGING or _turns_down(tree, verb)
    return judged and mention.token in tree.kids(verb, "dobj", "nsubjpass")


def _turns_down(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb] == "turn" and any(tree.lower[k] == "down" for k in tree.kids(verb, "prt"))


def _is_of_announcement(mention: Mention, first: int, last: int) -> bool:
    """Whether somebody said on that day that the offer would be made: "on Monday said it would propose a
    truce"; the announcement of what harms somebody is a threat itself.
    """
    tree, verb = mention.sentence.tree, mention.token
    if mention.type != "offer" or not tree.is_verb(verb) or tree.deps[verb] != "ccomp":
        return False
    return verb_tense(tree, verb) in _LATER and bearer_of(tree, first, last) == tree.heads[verb]
