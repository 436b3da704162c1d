"""Tense, modality, negation and embedding of the clause in which a trigger stands."""

from __future__ import annotations

import msgspec

from extractor.frames.tree import Tree

__all__ = [
    "Clause",
    "clause_of",
    "has_condition",
    "is_condition",
    "is_conditional",
    "is_negated",
    "is_past_perfect",
    "is_perfect_infinitive",
    "marks_of",
    "modals_of",
    "verb_tense",
]

_MARKS = frozenset(
    {
        "if",
        "unless",
        "whether",
        "until",
        "before",
        "after",
        "while",
        "when",
        "once",
        "as",
        "since",
        "because",
        "although",
        "though",
        "where",
        "that",
        "how",
        "why",
    }
)
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
_EMBEDDING = frozenset({"xcomp", "ccomp", "pcomp", "acl", "prep", "dobj", "acomp", "attr", "advcl", "pobj"})
_MODIFIERS = frozenset({"amod", "advmod", "det", "compound", "poss", "nmod"})
_NEGATIONS = frozenset({"never", "not", "n't", "n’t"})
_NONE = frozenset({"no", "neither"})
_CONDITIONS = frozenset({"if", "once", "should", "unless", "until"})
_FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present"}


class Clause(msgspec.Struct, frozen=True, gc=False):
    """How the text presents a predicate.

    `verb` is the verb that carries tense for the trigger (itself, or the verb it is an argument of), or -1.
    `relation` is how the trigger hangs on that verb ("self", "dobj", "nsubj", "pobj", …).
    `tense` is `past`, `present`, `perfect`, `progressive`, `past_progressive`, `infinitive`, `participle`,
    `none`, or the modal verb's lemma.
    `embedded` are the lemmas of the predicates above, nearest first; `marks` the conjunctions of the clauses.
    """

    verb: int
    relation: str
    tense: str
    negated: bool
    passive: bool
    embedded: tuple[str, ...]
    marks: tuple[str, ...]
    modifiers: tuple[str, ...]
    question: bool


def clause_of(tree: Tree, trigger: int) -> Clause:
    """The clause of the trigger at token index `trigger`."""
    verb, relation = _carrier(tree, trigger)
    node = verb if verb >= 0 else trigger
    chain = _embedding(tree, node)
    outer = verb >= 0 and verb != trigger and relation != "advcl"
    return Clause(
        verb=verb,
        relation=relation,
        tense=verb_tense(tree, verb) if verb >= 0 else "none",
        negated=is_negated(tree, trigger) or (outer and is_negated(tree, verb)),
        passive=verb >= 0 and tree.kid(verb, "auxpass", "nsubjpass") is not None,
        embedded=tuple(tree.lemmas[i] for i in chain),
        marks=tuple(mark for i in (node, *chain) for mark in marks_of(tree, i)),
        modifiers=_modifiers(tree, trigger, verb),
        question="?" in tree.words[-2:],
    )


def _carrier(tree: Tree, trigger: int) -> tuple[int, str]:
    if tree.is_verb(trigger) and tree.deps[trigger] not in ("amod", "compound"):
        return trigger, "self"
    node, relation = trigger, ""
    for _ in range(6):
        head = tree.heads[node]
        if head == node:
            return -1, relation or "root"
        dep = tree.deps[node]
        if dep != "conj" and (not relation or dep in _ARGUMENTS):
            relation = dep
        if tree.is_verb(head):
            return head, relation or dep
        node = head
    return -1, relation


def verb_tense(tree: Tree, verb: int, depth: int = 0) -> str:
    """The tense of a verb form, as `Clause.tense` names it; one that has none takes its coordinate's."""
    auxiliaries = tree.kids(verb, "aux", "auxpass")
    modal = next((tree.lemmas[k] for k in auxiliaries if tree.tags[k] == "MD"), None)
    if modal is not None:
        return modal
    compound = _compound_tense(tree, verb, auxiliaries) if auxiliaries else None
    if compound is not None:
        return compound
    tag = tree.tags[verb]
    if tag in _FINITE:
        return _FINITE[tag]
    if any(tree.lower[k] == "to" for k in auxiliaries):
        return "infinitive"
    if tag == "VB" and auxiliaries:
        return "past" if tree.lower[auxiliaries[0]] == "did" else "present"
    if tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]) and depth < 6:
        return verb_tense(tree, tree.heads[verb], depth + 1)
    return "participle" if tag in ("VBG", "VBN") else "base"


def is_past_perfect(tree: Tree, token: int) -> bool:
    """Whether a verb, or the next one above a noun, is in the past perfect: "had met", "had held talks"."""
    verb = next((k for k in (token, *tree.ancestors(token)) if tree.is_verb(k)), None)
    if verb is None or verb_tense(tree, verb) != "perfect":
        return False
    return any(tree.lower[k] == "had" for k in tree.kids(verb, "aux"))


def is_perfect_infinitive(tree: Tree, verb: int) -> bool:
    """ "To have met", as in "was to have met them"."""
    return {"to", "have"} <= {tree.lower[k] for k in tree.kids(verb, "aux")}


def _compound_tense(tree: Tree, verb: int, auxiliaries: list[int]) -> str | None:
    """The tense of a form with "have" or "be", or None for a simple one."""
    lemmas = {tree.lemmas[k] for k in auxiliaries}
    if "have" in lemmas:
        return "perfect"
    if tree.tags[verb] == "VBG" and "be" in lemmas:
        return "past_progressive" if any(tree.tags[k] == "VBD" for k in auxiliaries) else "progressive"
    if tree.kid(verb, "auxpass") is None:
        return None
    first = tree.tags[auxiliaries[0]]
    if any(tree.lower[k] == "being" for k in auxiliaries):
        return "progressive" if first in _FINITE else "participle"
    return _FINITE.get(first, "infinitive")


def _embedding(tree: Tree, node: int) -> list[int]:
    """The predicates above a clause, nearest first, four at most."""
    chain: list[int] = []
    for _ in range(20):
        head = tree.heads[node]
        if head == node or len(chain) >= 4:
            break
        if tree.deps[node] in _EMBEDDING and tree.tags[head] not in ("IN", "TO"):
            chain.append(head)
        node = head
    return chain


def marks_of(tree: Tree, i: int) -> list[str]:
    """The conjunctions that head the clause of `i`, in text order."""
    return [
        tree.lower[k]
        for k in tree.children[i]
        if tree.deps[k] in ("mark", "advmod") and tree.lower[k] in _MARKS
    ]


def is_negated(tree: Tree, i: int) -> bool:
    """Whether a word or an argument of `i` negates it: "not", "never", "no longer", "no talks", "without
    talks", "neither side met"; a "not" before the first of two verbs holds for both ("did not land or meet",
    "nor did they").
    """
    for k in tree.children[i]:
        dep, word = tree.deps[k], tree.lower[k]
        if (dep == "neg" or word in _NEGATIONS) and tree.lower[k + 1 : k + 2] != ["only"]:
            return True
        if dep in ("det", "preconj") and word in _NONE:
            return True
        if dep in ("nsubj", "nsubjpass") and word in ("nobody", "none", "nothing", "neither"):
            return True
        if dep == "dobj" and word in ("nobody", "none"):
            return True
        if word == "longer" and k > 0 and tree.lower[k - 1] == "no":
            return True
        if dep in ("nsubj", "nsubjpass", "dobj") and not _NONE.isdisjoint(
            [tree.lower[j] for j in tree.children[k]]
        ):
            return True
    if tree.deps[i] == "conj":
        return _shares_negation(tree, i)
    return tree.deps[i] in ("pobj", "pcomp") and tree.lower[tree.heads[i]] == "without"


def is_condition(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what something else depends on: "if they come", "unless it leaves"."""
    return tree.deps[verb] == "advcl" and any(tree.lower[k] in _CONDITIONS for k in tree.children[verb])


def is_conditional(tree: Tree, verb: int) -> bool:
    """Whether what a verb tells depends on something: "will retaliate if they come"."""
    return any(is_condition(tree, k) for k in tree.kids(verb, "advcl"))


def modals_of(tree: Tree, verb: int) -> list[str]:
    """The lemmas of the modal verbs that a verb has: "will", "could"."""
    return [tree.lemmas[k] for k in tree.kids(verb, "aux") if tree.tags[k] == "MD"]


def has_condition(tree: Tree) -> bool:
    """Whether a sentence has a verb that tells on what something else depends."""
    if not tree.has_word(_CONDITIONS):
        return False
    return any(is_condition(tree, k) for k, dep in enumerate(tree.deps) if dep == "advcl")


def _shares_negation(tree: Tree, i: int) -> bool:
    """Whether a conjunct is joined by "nor", or by "or" to a verb that is negated."""
    first = tree.heads[i]
    joined = {tree.lower[k] for k in tree.kids(first, "cc") if k < i}
    if "nor" in joined:
        return True
    alone = "or" in joined and tree.is_verb(i) and tree.kid(i, "nsubj", "nsubjpass", "aux") is None
    return alone and is_negated(tree, first)


def _modifiers(tree: Tree, trigger: int, verb: int) -> tuple[str, ...]:
    found = [tree.lemmas[k] for k in tree.children[trigger] if tree.deps[k] in _MODIFIERS]
    if verb >= 0 and verb != trigger:
        found += [tree.lemmas[k] for k in tree.children[verb] if tree.deps[k] == "advmod"]
    return tuple(found)
