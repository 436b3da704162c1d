"""Tense, modality, negation and embedding of the clause in which a trigger stands."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.frames.tree import Tree

__all__ = ["Clause", "clause_of"]

_NEGATIVE_DETERMINERS = frozenset({"no", "neither", "nor", "without", "any"})
_MARKS = frozenset({"mark"})


@dataclass(slots=True, frozen=True)
class Clause:
    """How the text presents a predicate.

    `verb` is the verb that carries tense for the trigger (itself, or the verb that it is an argument of), or -1.
    `relation` is how the trigger hangs on that verb ("self", "dobj", "nsubj", "pobj", …).
    `tense` is `past`, `present`, `perfect`, `progressive`, `past_progressive`, `infinitive`, `participle`, `none`, or
    the modal verb's lemma.
    `embedded` are the lemmas of the predicates above, nearest first; `marks` the conjunctions that head the clauses.
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
    tense = _tense(tree, verb) if verb >= 0 else "none"
    chain = _embedding(tree, verb if verb >= 0 else trigger)
    marks = _marks(tree, [verb if verb >= 0 else trigger, *chain])
    return Clause(
        verb=verb,
        relation=relation,
        tense=tense,
        negated=_negated(tree, trigger) or (verb >= 0 and verb != trigger and relation != "advcl" and _negated(tree, verb)),
        passive=verb >= 0 and tree.kid(verb, "auxpass", "nsubjpass") is not None,
        embedded=tuple(tree.lemmas[i] for i in chain),
        marks=marks,
        modifiers=_modifiers(tree, trigger, verb),
        question=tree.words[-1] == "?" or (len(tree) > 1 and tree.words[-2] == "?"),
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
        if dep != "conj":
            relation = dep if not relation or dep in ("dobj", "nsubj", "nsubjpass", "attr") else relation
        if tree.is_verb(head):
            return head, relation or dep
        node = head
    return -1, relation


def _tense(tree: Tree, verb: int, depth: int = 0) -> str:
    tag = tree.tags[verb]
    auxiliaries = tree.kids(verb, "aux", "auxpass")
    for k in auxiliaries:
        if tree.tags[k] == "MD":
            return tree.lemmas[k]
    lemmas = {tree.lemmas[k] for k in auxiliaries}
    if "have" in lemmas:
        return "perfect"
    if tag == "VBG" and "be" in lemmas:
        past = any(tree.tags[k] == "VBD" for k in auxiliaries)
        return "past_progressive" if past else "progressive"
    if tree.kid(verb, "auxpass") is not None:
        finite = tree.tags[auxiliaries[0]]
        if "be" in lemmas and any(tree.lower[k] == "being" for k in auxiliaries):
            return "progressive"
        return "past" if finite == "VBD" else "present" if finite in ("VBZ", "VBP") else "infinitive"
    if tag == "VBD":
        return "past"
    if tag in ("VBZ", "VBP"):
        return "present"
    if any(tree.lower[k] == "to" for k in auxiliaries):
        return "infinitive"
    if tag == "VB" and auxiliaries:
        return "past" if tree.lower[auxiliaries[0]] == "did" else "present"
    if tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]) and depth < 6:
        return _tense(tree, tree.heads[verb], depth + 1)
    if tag in ("VBG", "VBN"):
        return "participle"
    return "base"


def _embedding(tree: Tree, node: int) -> list[int]:
    chain: list[int] = []
    for _ in range(20):
        head, dep = tree.heads[node], tree.deps[node]
        if head == node or len(chain) >= 4:
            break
        if dep in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "pobj", "prep", "oprd", "acomp", "attr", "dobj") and tree.tags[head] not in ("IN", "TO"):
            if dep in ("xcomp", "ccomp", "pcomp", "acl", "prep", "dobj", "acomp", "attr", "advcl", "pobj"):
                chain.append(head)
        node = head
    return chain


def _marks(tree: Tree, nodes: list[int]) -> tuple[str, ...]:
    found = []
    for node in nodes:
        for k in tree.children[node]:
            if tree.deps[k] in ("mark", "advmod") and tree.lower[k] in (
                "if", "unless", "whether", "until", "before", "after", "while", "when", "once", "as", "since", "because",
                "although", "though", "where", "that", "how", "why"):
                found.append(tree.lower[k])
    return tuple(found)


def _negated(tree: Tree, i: int) -> bool:
    for k in tree.children[i]:
        if tree.deps[k] == "neg" or tree.lower[k] in ("never", "not", "n't", "n’t"):
            return True
        if tree.deps[k] == "det" and tree.lower[k] in ("no", "neither"):
            return True
        if tree.deps[k] in ("nsubj", "nsubjpass") and tree.lower[k] in ("nobody", "none", "nothing"):
            return True
        if tree.deps[k] in ("nsubj", "nsubjpass", "dobj") and any(tree.lower[j] == "no" for j in tree.children[k]):
            return True
    prep = tree.heads[i]
    return tree.lower[prep] == "without" and tree.deps[i] in ("pobj", "pcomp")


def _modifiers(tree: Tree, trigger: int, verb: int) -> tuple[str, ...]:
    found = [tree.lemmas[k] for k in tree.children[trigger] if tree.deps[k] in ("amod", "advmod", "det", "compound", "poss", "nmod")]
    if verb >= 0 and verb != trigger:
        found += [tree.lemmas[k] for k in tree.children[verb] if tree.deps[k] == "advmod"]
    return tuple(found)
