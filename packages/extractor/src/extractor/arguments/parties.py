"""Who takes part in a meeting as host or guest, or by what he does at it: "after talks with X, Y left"."""

from __future__ import annotations

from extractor.arguments.bearings import can_act, kind_of
from extractor.evidence import Mention
from extractor.frames.clauses import is_negated
from extractor.frames.relations import RELATIVE, SUBJECTS, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["BEFORE_PARTIES", "HOSTING", "OCCASIONS", "is_party"]

_ATTENDING = lemma_set("joining")
HOSTING = frozenset({"host", "hosting"})
OCCASIONS = frozenset({"after", "at", "during", "following", "in"})
"""Prepositions before a meeting at which, or after which, something is done."""
BEFORE_PARTIES = frozenset({"with", "between"})
"""Prepositions before those who meet."""
_BODIES = frozenset({"group", "organization"})
_OWN = ("poss", "amod", "compound", "nmod")
_SET = lemma_set("scheduling")


def is_party(mention: Mention, node: int) -> bool:
    """Whether the sentence says outright that somebody is at a meeting."""
    tree, trigger = mention.sentence.tree, mention.token
    if _hosts(tree, trigger, node) or (tree.deps[trigger] == "dobj" and _attends(tree, trigger, node)):
        return True
    if _is_before(tree, trigger, node):
        return kind_of(mention, node) in _BODIES
    return _does_there(tree, trigger, node) and can_act(mention, node)


def _hosts(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody hosts a meeting whose parties are not told: "Oman's hosting of a summit"."""
    relation, governor = relation_of(tree, node)
    if tree.lemmas[governor] not in HOSTING or any(
        tree.lower[k] == "between" for k in tree.kids(trigger, "prep")
    ):
        return False
    if relation == "by":
        passive = tree.heads[governor] == trigger or tree.heads[trigger] == governor
        return tree.deps[tree.heads[node]] == "agent" and passive
    if relation not in ("nsubj", "poss"):
        return False
    held = tree.heads[trigger]
    return held == governor or (tree.lower[held] == "of" and tree.heads[held] == governor)


def _is_before(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a name with "of" stands before a meeting: "the Council of Europe meeting"."""
    before = trigger - 1
    if tree.tags[node] not in NAME or tree.tags[trigger] != "NN" or tree.tags[before] not in NAME:
        return False
    return (
        "of" in tree.lower[node:before]
        and "," not in tree.words[node:before]
        and node in tree.ancestors(before)
    )


def _attends(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody went to a meeting, the object of its clause: "a judge who attended a summit"."""
    for verb in tree.kids(node, "relcl"):
        who = tree.kid(verb, *SUBJECTS)
        there = tree.heads[trigger] == verb and tree.lemmas[verb] in _ATTENDING
        if there and who is not None and tree.tags[who] in RELATIVE:
            return not is_negated(tree, verb)
    return False


def _does_there(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody does something at or after a meeting with others that nobody else holds: "Ann resigned
    after talks with Bo", "is scheduled for talks with Bo".
    """
    verb, prep = tree.heads[node], tree.heads[trigger]
    if tree.deps[node] not in SUBJECTS or tree.deps[trigger] != "pobj" or tree.heads[prep] != verb:
        return False
    scheduled = tree.lower[prep] == "for" and tree.lemmas[verb] in _SET and tree.deps[node] == "nsubjpass"
    if tree.lower[prep] not in OCCASIONS and not scheduled:
        return False
    theirs = any(tree.words[k][:1].isupper() or tree.deps[k] == "poss" for k in tree.kids(trigger, *_OWN))
    return not theirs and any(tree.lower[k] == "with" for k in tree.kids(trigger, "prep"))
