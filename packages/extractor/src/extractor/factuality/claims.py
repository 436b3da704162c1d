"""Whether what happened is told only as a claim that is denied: "denied reports of a raid", "it is not true
that they met", "found no evidence that jets struck the clinic".
"""

from __future__ import annotations

from extractor.frames.clauses import is_negated, verb_tense
from extractor.frames.determiners import determiner
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["carrier", "is_admitted", "is_refuted"]

_CLAIMS = lemma_set("claims")
_PROOFS = lemma_set("proofs")
_REFUTING = lemma_set("refuting") | {"dispute"}
_CONTESTING = frozenset({"deny", "dispute"})
_REFUSING = frozenset({"decline", "refuse"})
_TRUE = lemma_set("true")
_UNTRUE = lemma_set("untrue")
_TELLING = _CLAIMS | _PROOFS | _TRUE | _UNTRUE
_CLAUSES = frozenset({"acl", "ccomp", "csubj", "relcl"})
_CARRYING = lemma_set("doing") | lemma_set("having_met")
_OF = frozenset({"about", "of"})
_TOLD = ("ccomp", "dobj", "nsubjpass", "pcomp", "xcomp")
_REAL = frozenset({"participle", "past", "past_progressive", "perfect"})
_SAID = ("acomp", "attr")


def is_refuted(tree: Tree, trigger: int) -> bool:
    """Whether the claim that a trigger's event took place is denied; that of a part in it is another matter:
    "denied any role in the attack".
    """
    if not tree.has_lemma(_TELLING):
        return False
    core = tree.first_conjunct(carrier(tree, trigger))
    if core != trigger and is_negated(tree, core):
        return False
    above = tree.heads[core]
    if tree.deps[core] in _CLAUSES:
        return _is_denied(tree, above) or _is_untrue(tree, above)
    if tree.deps[core] not in ("pobj", "pcomp") or tree.lower[above] not in _OF:
        return False
    return _is_denied(tree, tree.heads[above])


def carrier(tree: Tree, trigger: int) -> int:
    """The verb whose object the trigger is, where that verb tells no more: "carried out the attack"."""
    above = tree.heads[trigger]
    light = tree.deps[trigger] in ("dobj", "nsubjpass") and tree.lemmas[above] in _CARRYING
    return above if light and not tree.is_verb(trigger) else trigger


def is_admitted(tree: Tree, trigger: int) -> bool:
    """Whether it is told that somebody does not deny it: "did not deny reports that jets struck the clinic",
    "never denied attacking it", "refused to deny that they met".
    """
    if not tree.has_lemma(_CONTESTING):
        return False
    node = tree.first_conjunct(carrier(tree, trigger))
    if tree.is_verb(node) and (is_negated(tree, node) or verb_tense(tree, node) not in _REAL):
        return False
    above = tree.heads[node]
    if tree.lemmas[above] in _CLAIMS and tree.deps[node] in _CLAUSES:
        node, above = above, tree.heads[above]
    elif tree.lower[above] in _OF and tree.lemmas[tree.heads[above]] in _CLAIMS:
        node = tree.heads[above]
        above = tree.heads[node]
    if tree.lemmas[above] not in _CONTESTING or tree.deps[node] not in _TOLD:
        return False
    refused = tree.deps[above] == "xcomp" and tree.lemmas[tree.heads[above]] in _REFUSING
    return refused or (
        is_negated(tree, above) and not any(tree.lower[k] == "nor" for k in _joined(tree, above))
    )


def _joined(tree: Tree, verb: int) -> list[int]:
    """The conjunctions that join a verb to the one before it: "nor"."""
    return tree.kids(tree.heads[verb], "cc") if tree.deps[verb] == "conj" else []


def _is_denied(tree: Tree, noun: int) -> bool:
    """Whether a noun for a claim is the object of a denial or said to be false, or there is no proof."""
    lemma, verb = tree.lemmas[noun], tree.heads[noun]
    if lemma in _PROOFS:
        return is_negated(tree, noun) or (tree.deps[noun] in ("dobj", "attr") and is_negated(tree, verb))
    if lemma not in _CLAIMS:
        return False
    if any(tree.lemmas[k] in _UNTRUE for k in tree.kids(noun, "amod")):
        # "spread false reports of a raid", but not "a false report of the raid that killed nine"
        return all(determiner(tree, k) != "definite" for k in tree.behind(noun, "of", "about"))
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
