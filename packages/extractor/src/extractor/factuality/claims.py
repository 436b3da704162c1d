"""Whether what happened is told only as a claim that is denied: "denied reports of a raid", "it is not true
that they met", "found no evidence that jets struck the clinic".
"""

from __future__ import annotations

from extractor.frames.clauses import is_negated
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_refuted"]

_CLAIMS = lemma_set("claims")
_PROOFS = lemma_set("proofs")
_REFUTING = lemma_set("refuting")
_TRUE = lemma_set("true")
_UNTRUE = lemma_set("untrue")
_TELLING = _CLAIMS | _PROOFS | _TRUE | _UNTRUE
_CLAUSES = frozenset({"acl", "ccomp", "csubj", "relcl"})
_CARRYING = lemma_set("doing") | lemma_set("having_met")
_OF = frozenset({"about", "of"})
_SAID = ("acomp", "attr")


def is_refuted(tree: Tree, trigger: int) -> bool:
    """Whether the claim that a trigger's event took place is denied; that of a part in it is another matter:
    "denied any role in the attack".
    """
    if not tree.has_lemma(_TELLING):
        return False
    core = tree.first_conjunct(_carrier(tree, trigger))
    if core != trigger and is_negated(tree, core):
        return False
    above = tree.heads[core]
    if tree.deps[core] in _CLAUSES:
        return _is_denied(tree, above) or _is_untrue(tree, above)
    if tree.deps[core] not in ("pobj", "pcomp") or tree.lower[above] not in _OF:
        return False
    return _is_denied(tree, tree.heads[above])


def _carrier(tree: Tree, trigger: int) -> int:
    """The verb whose object the trigger is, where that verb tells no more: "carried out the attack"."""
    above = tree.heads[trigger]
    light = tree.deps[trigger] in ("dobj", "nsubjpass") and tree.lemmas[above] in _CARRYING
    return above if light and not tree.is_verb(trigger) else trigger


def _is_denied(tree: Tree, noun: int) -> bool:
    """Whether a noun for a claim is the object of a denial or said to be false, or there is no proof."""
    lemma, verb = tree.lemmas[noun], tree.heads[noun]
    if lemma in _PROOFS:
        return is_negated(tree, noun) or (tree.deps[noun] in ("dobj", "attr") and is_negated(tree, verb))
    if lemma not in _CLAIMS:
        return False
    if tree.deps[noun] in ("dobj", "nsubjpass"):
        return tree.lemmas[verb] in _REFUTING and not is_negated(tree, verb)
    return tree.deps[noun] == "nsubj" and _is_untrue(tree, verb)


def _is_untrue(tree: Tree, verb: int) -> bool:
    """ "Is false", "was not true", and the adjective of these under which a clause may stand."""
    said = (verb, *tree.kids(verb, *_SAID))
    if any(tree.lemmas[k] in _UNTRUE for k in said):
        return not is_negated(tree, verb)
    no = is_negated(tree, verb) or is_negated(tree, tree.heads[verb])
    return no and any(tree.lemmas[k] in _TRUE for k in said)
