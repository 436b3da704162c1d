"""The words that a trigger hangs on, and the class that scopes.tsv gives them."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.frames.clauses import verb_tense
from extractor.frames.tree import Tree
from extractor.tables import rows

__all__ = ["Scopes", "as_dated", "class_of", "load_scopes", "way_to"]

Scopes = Mapping[str, str]
"""Class by "way lemma"."""
_PUTTING = frozenset({"place", "put"})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl"})


def load_scopes() -> dict[str, str]:
    """Class by "way lemma", as scopes.tsv gives it; the first line that holds a pair wins."""
    found: dict[str, str] = {}
    for status, way, lemmas in rows("lexicon/scopes.tsv", 3):
        for lemma in lemmas.split():
            found.setdefault(f"{way} {lemma}", status)
    return found


def way_to(tree: Tree, node: int) -> str:
    """How a token hangs on the one above it: "object", "subject", "clause", a preposition, or its label."""
    dep = tree.deps[node]
    if dep in ("dobj", "nsubjpass", "dative"):
        return "object"
    if dep in ("nsubj", "csubj"):
        return "subject"
    if dep in _CLAUSES:
        return "clause"
    if dep == "poss":
        return "of"  # "the summit's cancellation"
    if dep == "prep":
        return tree.lower[node]
    return "compound" if dep in ("compound", "amod", "nmod") else dep


def class_of(tree: Tree, head: int, way: str, scopes: Scopes) -> str:
    """The class of a governor in this way, "" where it has none."""
    lemma = tree.lemmas[head]
    if way == "subject" and tree.lower[head + 1 : head + 2] == ["place"]:
        return "light"
    for k in tree.children[head]:
        if tree.deps[k] in ("prt", "advmod", "aux"):
            found = scopes.get(f"{way} {lemma}~{tree.lower[k]}")
            if found:
                return found
    if tree.deps[head] == "pobj":
        found = scopes.get(f"{way} {tree.lower[tree.heads[head]]}~{lemma}")
        if found:
            return found
    if way == "object" and lemma in _PUTTING:
        for k in (k for holder in (head, *tree.kids(head, "dobj")) for k in tree.kids(holder, "prep")):
            for thing in tree.kids(k, "pobj"):
                if found := scopes.get(f"copula {tree.lower[k]}~{tree.lemmas[thing]}"):
                    return found  # "put the talks on ice"
    if way == "from" and lemma == "away" and tree.lemmas[tree.heads[head]] in ("keep", "stay"):
        return "denied"
    found = scopes.get(f"{way} {lemma}") or scopes.get(f"{way} {tree.lower[head]}")
    if found is None and way == "subject":
        found = _predicate(tree, head, scopes)
    return found or scopes.get(f"{way} *", "")


def _predicate(tree: Tree, head: int, scopes: Scopes) -> str:
    """What is said of a subject: "talks are under way", "are to start", "are on the table"."""
    following = tree.lower[head + 1 : head + 4]
    if tree.lemmas[head] != "be":
        return ""
    if following[:2] in (["under", "way"], ["in", "progress"]):
        return "ongoing"
    for k in tree.children[head]:
        if tree.deps[k] in ("acomp", "attr", "advmod", "oprd", "prep") and k > head:
            said = [f"{tree.lower[k]}~{tree.lemmas[j]}" for j in tree.kids(k, "pobj")]
            for what in (*said, tree.lemmas[k]):
                found = scopes.get(f"copula {what}")
                if found:
                    return found
        if tree.deps[k] == "xcomp" and verb_tense(tree, k) == "infinitive":
            return "planned"
    return ""


def as_dated(tree: Tree, head: int, found: str) -> str:
    """A delay to a new date is a plan, one without it a denial."""
    if found == "refuted":
        return "denied"
    if found != "delayed":
        return found
    words = {tree.lower[k] for k in tree.children[head] if tree.deps[k] == "prep"}
    return "planned" if words & {"to", "until", "till"} else "denied"
