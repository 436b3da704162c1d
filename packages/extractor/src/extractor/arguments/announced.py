"""Who is who in a threat that is made by saying what will be done, or what somebody will suffer."""

from __future__ import annotations

from typing import Literal

from extractor.evidence import Mention
from extractor.frames.coercing import is_announced, is_coercion
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["SUFFERING", "is_hit", "of_announced", "of_provocation"]

SUFFERING = lemma_set("suffering")
_PROVOKING = lemma_set("provoking")
_AIMING = lemma_set("aiming")
_AT = frozenset({"against", "at", "on"})


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
    if is_announced(tree, trigger):
        own = node == tree.kid(trigger, "nsubj") and (tree.tags[node] != "PRP" or tree.lower[node] == "we")
        return "does" if own or node in speakers else None
    return None


def is_hit(tree: Tree, trigger: int, node: int) -> bool:
    """Whether something is hit by the deed with which a threat is to be carried out: "will retaliate by
    striking the base", "vowed to respond by imposing a tariff on steel".
    """
    if tree.deps[node] in ("amod", "compound", "poss"):
        node = tree.heads[node]  # "on American steel"
    deed = tree.heads[node]
    if tree.deps[node] == "pobj" and tree.lower[deed] in _AT:
        deed = tree.heads[deed]
        deed = deed if tree.is_verb(deed) else tree.heads[deed]
        harms = tree.lemmas[deed] in _AIMING
    else:
        harms = False
        if tree.deps[node] != "dobj" or any(tree.lower[k] in _AT for k in tree.kids(node, "prep")):
            return False
    by = tree.heads[deed]
    if tree.deps[deed] != "pcomp" or tree.lower[by] != "by" or not (harms or is_coercion(tree, deed)):
        return False
    answer = tree.heads[by]
    return answer == trigger or (tree.deps[answer] in ("ccomp", "xcomp") and tree.heads[answer] == trigger)


def of_provocation(tree: Tree, trigger: int, node: int) -> Literal["bears", "spared"] | None:
    """Who is threatened by what will come of any deed of theirs: "warned that any Kenyan raid on the camp
    would be answered"; on whom the deed would be is spared.
    """
    clause = tree.kid(trigger, "ccomp")
    deed = None if clause is None else tree.kid(clause, "nsubj", "nsubjpass")
    if clause is None or deed is None or tree.lemmas[deed] not in _PROVOKING:
        return None
    if not any(tree.tags[k] == "MD" for k in tree.kids(clause, "aux")):
        return None
    prep = tree.heads[node]
    if tree.deps[node] == "pobj" and deed in (tree.heads[prep], *tree.ancestors(prep)):
        return "bears" if tree.lower[prep] in ("by", "from") and tree.heads[prep] == deed else "spared"
    return "bears" if prep == deed and tree.deps[node] in ("amod", "compound", "poss") else None


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
