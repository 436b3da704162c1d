"""Who says that he has no part in an attack: "denied any role in the attack", "was not behind it"."""

from __future__ import annotations

from extractor.frames.clauses import is_negated
from extractor.frames.relations import SUBJECTS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import PRONOUN, Tree

__all__ = ["deniers"]

_PARTS = lemma_set("parts_in_deeds")
_DENYING = lemma_set("refuting")
_HAVING = frozenset({"bear", "have", "play", "take"})
_BEHIND = frozenset({"behind", "responsible"})


def deniers(tree: Tree, trigger: int) -> tuple[int | None, ...]:
    """Those who are told to have no part in what a noun means, by the first of their list."""
    above = tree.heads[trigger]
    if tree.deps[trigger] == "dobj" and _denies(tree, above):
        return (tree.kid(above, *SUBJECTS),)
    verb = _denial(tree, trigger) if tree.deps[trigger] == "pobj" else None
    if verb is None:
        return ()
    who = tree.kid(verb, *SUBJECTS)
    if who is not None and tree.tags[who] in PRONOUN and tree.deps[verb] == "ccomp":
        return who, tree.kid(tree.heads[verb], "nsubj")  # "Oslo said it was not behind the attack"
    return (who,)


def _denial(tree: Tree, trigger: int) -> int | None:
    """The verb whose subject denies a part in the trigger's event, or has none."""
    prep = tree.heads[trigger]
    above = tree.heads[prep]
    verb = tree.heads[above]
    if tree.is_verb(above) and any(tree.lemmas[k] in _PARTS for k in tree.kids(above, "dobj")):
        return above if _disclaims(tree, above) else None  # "denied any role in Monday's attack"
    if tree.lemmas[above] in _PARTS and tree.deps[above] in ("dobj", "attr"):
        return verb if _disclaims(tree, verb) else None
    if tree.lower[prep] == "with" and tree.lemmas[above] == "do":
        return _without_ties(tree, above)
    if _BEHIND.isdisjoint((tree.lower[prep], tree.lower[above])):
        return None
    being = above if tree.is_verb(above) else verb
    if tree.lemmas[being] != "be":
        return None
    if is_negated(tree, being):
        return being
    denial = tree.heads[being]
    if not _denies(tree, denial):
        return None
    if tree.deps[being] == "ccomp":
        return being  # "denied that it was behind the attack"
    return denial if tree.deps[being] in ("xcomp", "pcomp") else None


def _without_ties(tree: Tree, do: int) -> int | None:
    """The verb of "had nothing to do with it", "denied having anything to do with it"."""
    words = tree.lower[max(0, do - 2) : do]
    have = next((k for k in tree.ancestors(do) if tree.lemmas[k] == "have"), None)
    if have is None or "nothing" in words:
        return have
    above = tree.heads[have]
    return above if "anything" in words and tree.deps[have] == "xcomp" and _denies(tree, above) else None


def _disclaims(tree: Tree, verb: int) -> bool:
    """Whether a verb tells that its subject has not, or says that he has not, what is its object."""
    return _denies(tree, verb) or (tree.lemmas[verb] in _HAVING and is_negated(tree, verb))


def _denies(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb] in _DENYING and not is_negated(tree, verb)
