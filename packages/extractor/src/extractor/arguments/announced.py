"""Who is who in a threat that is made by saying what will be done, or what somebody will suffer."""

from __future__ import annotations

from typing import Literal

from extractor.evidence import Mention
from extractor.frames.coercing import is_announced
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["SUFFERING", "of_announced"]

SUFFERING = lemma_set("suffering")


def of_announced(mention: Mention, node: int) -> Literal["bears", "does", "spared"] | None:
    """Who says that he will do something, or that somebody will suffer: "said it would boycott the talks",
    "told the rebels to leave or face an attack"; and who is not threatened, since it is himself.
    """
    if _is_speaker_again(mention, node):
        return "spared"
    tree, trigger = mention.sentence.tree, mention.token
    first = tree.first_conjunct(trigger)
    if tree.deps[first] == "xcomp" and tree.lemmas[tree.heads[first]] == "have":
        first = tree.heads[first]  # "will have to pay"
    said = tree.deps[first] in ("ccomp", "xcomp")
    speakers = mention.sentence.functions.surface_subject(tree.heads[first]) if said else ()
    if tree.lemmas[trigger] in SUFFERING:
        if node == tree.kid(first, "nsubj", "nsubjpass") or _is_told(tree, first, node):
            return "bears"
        return "does" if node in speakers else None
    own = node == tree.kid(trigger, "nsubj") and (tree.tags[node] != "PRP" or tree.lower[node] == "we")
    return "does" if (own or node in speakers) and is_announced(tree, trigger) else None


def _is_speaker_again(mention: Mention, node: int) -> bool:
    """Whether somebody warns of what he will do himself: "China warned that Beijing would have to act"."""
    tree, trigger = mention.sentence.tree, mention.token
    clause = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.deps[clause] != "ccomp" or tree.heads[clause] != trigger:
        return False
    referents = mention.sentence.referents
    speakers = {r.key for k in mention.sentence.functions.surface_subject(trigger) if (r := referents.get(k))}
    own = referents.get(node)
    return own is not None and own.key in speakers


def _is_told(tree: Tree, clause: int, node: int) -> bool:
    """Whether somebody is asked or told to do what a clause says."""
    verb = tree.heads[clause]
    return tree.deps[clause] == "xcomp" and node == tree.kid(verb, "dobj", "dative", "nsubjpass")
