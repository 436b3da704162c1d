"""Who brings those together who meet: "AU-led talks", "talks mediated by Oman", "with Oman mediating"."""

from __future__ import annotations

from extractor.arguments.bearings import can_act, kind_of
from extractor.evidence import Mention
from extractor.frames.relations import relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["mediates"]

_MEDIATING = lemma_set("mediating")
_MEDIATION = lemma_set("mediation")
_MEDIATED = _MEDIATING | _MEDIATION
_MEDIATORS = lemma_set("mediator")
_CALLED = _MEDIATORS | {"between", "intermediary", "middleman"}
"""What somebody is called who mediates, the last part of "go-between" among it."""
_WORD = frozenset({"mediating"})
_LED = lemma_set("led")
_UNDERTAKING = lemma_set("undertaking")
_OVERSEEING = lemma_set("overseeing")
_NEGOTIATING = lemma_set("negotiating")
_SERVING = frozenset({"act", "be", "serve"})
_BY_WAY_OF = frozenset({"with", "under", "through", "via", "by"})
_THROUGH = frozenset({"through", "via"})
_STATES = frozenset({"country", "organization"})
_OWNING = frozenset({"poss", "amod", "compound", "nmod", "by", "from"})


def mediates(mention: Mention, head: int, node: int) -> bool:
    """Whether the phrase with this head, in a list that begins at `node`, mediates by its words."""
    tree, trigger = mention.sentence.tree, mention.token
    if tree.has_word(_WORD) and _is_with(tree, node):
        return True
    if tree.has_lemma(_MEDIATED) and (_mediates(tree, trigger, node) or _undertakes(mention, node)):
        return True
    if "-" in tree.words and _leads(tree, trigger, head):
        return True
    if tree.lemmas[head] in _MEDIATORS:
        return tree.lower[tree.heads[head]] != "as"
    relation, governor = relation_of(tree, node)
    if (
        tree.has_lemma(_CALLED)
        and _serves(tree, trigger, node, relation, governor)
        and can_act(mention, head)
    ):
        return True
    if tree.has_lemma(_OVERSEEING) and _oversees(tree, trigger, node, relation, governor):
        return can_act(mention, head)
    return relation in _THROUGH and _is_between(mention, head, governor)


def _serves(tree: Tree, trigger: int, node: int, relation: str, verb: int) -> bool:
    """Whether somebody is called the mediator: "Oman served as mediator in talks", "with Oman acting as
    mediator", "talks in which Oman is the go-between".
    """
    if relation == "with":
        verb = node + 1 if node + 1 < len(tree) and tree.tags[node + 1] == "VBG" else node
    elif relation != "nsubj":
        return False
    called = [*tree.kids(verb, "attr"), *tree.behind(verb, "as")]
    if tree.lemmas[verb] not in _SERVING or not any(tree.lemmas[k] in _CALLED for k in called):
        return False
    return verb in tree.ancestors(trigger) or tree.heads[trigger] in tree.ancestors(verb)


def _oversees(tree: Tree, trigger: int, node: int, relation: str, verb: int) -> bool:
    """Whether somebody chairs or sponsors a meeting of others who are named: "talks between Chad and Niger,
    sponsored by Oman".
    """
    if tree.lemmas[verb] not in _OVERSEEING or not tree.behind(trigger, "between"):
        return False
    if relation == "nsubj":
        return trigger in tree.kids(verb, "dobj")
    return relation == "by" and tree.deps[tree.heads[node]] == "agent" and trigger in tree.ancestors(verb)


def _is_between(mention: Mention, head: int, governor: int) -> bool:
    """Whether two sides negotiate by way of somebody: "indirect talks through Egypt"."""
    tree, trigger = mention.sentence.tree, mention.token
    if tree.lemmas[trigger] not in _NEGOTIATING:
        return False
    held = tree.heads[trigger] == governor and tree.deps[trigger] in ("dobj", "nsubjpass")
    return (governor == trigger or held) and kind_of(mention, head) in _STATES


def _leads(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a meeting is led by others than its parties, as a compound says: "AU-brokered talks"."""
    led = tree.heads[head]
    return (
        led == head + 2
        and tree.lower[led] in _LED
        and tree.words[head + 1] == "-"
        and tree.heads[led] == trigger
    )


def _mediates(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody mediates: "talks in Rome, mediated by Oman", "the mediation of Oman", "Omani attempts
    to mediate", "Oman, which brokered talks".
    """
    relation, governor = relation_of(tree, node)
    if relation == "nsubj" and governor != trigger and tree.lemmas[governor] in _MEDIATING:
        return governor == tree.heads[trigger]
    if relation in _OWNING and any(
        tree.tags[k] == "VB" and tree.lemmas[k] in _MEDIATING and k in (trigger, *tree.ancestors(trigger))
        for k in tree.kids(governor, "acl")
    ):
        return True
    if any(tree.lemmas[k] in _MEDIATING and tree.heads[trigger] == k for k in tree.kids(node, "relcl")):
        return True
    if _is_mediation(tree, trigger, governor):
        return relation in _OWNING
    if tree.lemmas[governor] in _MEDIATION:
        way = tree.heads[governor]
        thanks = tree.lower[max(0, way - 1) : way + 1] == ["thanks", "to"]
        if governor != trigger and tree.lower[way] not in _BY_WAY_OF and not thanks:
            return False
        return relation in _OWNING or (relation == "of" and tree.tags[node] in NAME)
    return relation == "by" and tree.deps[tree.heads[node]] == "agent" and tree.lemmas[governor] in _MEDIATING


def _is_with(tree: Tree, node: int) -> bool:
    """ "With Oman mediating", whatever the tagger takes the last word for."""
    behind, before = tree.lower[node + 1 : node + 2], tree.left(node) - 1
    return before >= 0 and tree.lower[before] == "with" and behind == ["mediating"]


def _is_mediation(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is of somebody's mediation: "Omani mediation efforts", "a mediation bid by Oman"."""
    return (
        tree.lemmas[trigger] in _MEDIATION
        and tree.deps[trigger] == "compound"
        and tree.heads[trigger] == noun
    )


def _undertakes(mention: Mention, node: int) -> bool:
    """Whether somebody sets out to mediate: "flew to Muscat to launch mediation efforts"."""
    tree, noun = mention.sentence.tree, mention.token
    if _is_mediation(tree, noun, tree.heads[noun]):
        noun = tree.heads[noun]
    verb = tree.heads[noun]
    if tree.lemmas[mention.token] not in _MEDIATION or tree.deps[noun] != "dobj":
        return False
    undertaken = tree.lemmas[verb] in _UNDERTAKING
    return undertaken and node in mention.sentence.functions.surface_subject(verb)
