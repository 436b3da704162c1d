"""The status that the words above and around a trigger give it, read outwards: a rule's answer with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from extractor.frames.clauses import is_negated, marks_of, verb_tense
from extractor.frames.tree import Tree

__all__ = ["Reading", "Scopes", "load_scopes", "read_status"]

Scopes = Mapping[str, str]
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_FINITE = frozenset({"past", "perfect", "present"})
_RUNNING = frozenset({"progressive", "past_progressive"})
_OPEN = frozenset({"infinitive", "base", "participle", "none"})
_CONDITION = frozenset({"if", "unless", "whether"})
_WEAK = frozenset({"occurred", "same", ""})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})
_INVERSE = {"denied": "possible", "planned": "denied", "possible": "denied", "occurred": "denied", "": "denied", "same": "denied"}
_LIMIT = 10


def load_scopes() -> dict[str, str]:
    """Status by "way lemma", as scopes.tsv gives it; the first line that holds a pair wins."""
    found: dict[str, str] = {}
    for line in (files("extractor") / "data" / "lexicon" / "scopes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            status, how, lemmas = line.split("\t")
            for lemma in lemmas.split():
                found.setdefault(f"{how} {lemma}", status)
    return found


@dataclass(slots=True)
class Reading:
    """What has been read of a trigger: the status so far ("" while open), why, and the steps outwards."""

    status: str = ""
    reason: str = ""
    path: list[str] = field(default_factory=list)

    def settle(self, status: str, reason: str) -> None:
        """Keep the first status that is found."""
        if not self.status:
            self.status, self.reason = status, reason


def read_status(tree: Tree, trigger: int, scopes: Scopes) -> Reading:
    """The status of the trigger by rule; the innermost word that decides wins."""
    reading = Reading()
    _around(tree, trigger, scopes, reading)
    verbal = tree.is_verb(trigger) and tree.deps[trigger] not in ("amod", "compound")
    tense = "none"
    if verbal:
        tense = _of_verb(tree, trigger, "self", "", reading)
    node, how = trigger, ""
    for _ in range(_LIMIT):
        head, dep = tree.heads[node], tree.deps[node]
        if head == node or dep in ("relcl", "parataxis"):
            break
        if dep == "conj":
            node = head
            continue
        if tree.tags[head] in ("IN", "TO") and dep in ("pobj", "pcomp"):
            how, node = tree.lower[head], head
            continue
        how = how or _way(tree, node, head, dep)
        tense = _step(tree, node, head, how, tense, scopes, reading)
        node, how = head, ""
    if not reading.status:
        reading.settle(_default(tree, trigger, tense), f"end:{tense}")
    return reading


def _default(tree: Tree, trigger: int, tense: str) -> str:
    if tense == "infinitive":
        return "planned" if tree.deps[trigger] == "advcl" else "possible"
    return "occurred"


def _way(tree: Tree, node: int, head: int, dep: str) -> str:
    if dep in ("dobj", "nsubjpass", "dative"):
        return "object"
    if dep in ("nsubj", "csubj"):
        return "subject"
    if dep in _CLAUSES:
        return "clause"
    if dep == "prep":
        return tree.lower[node]
    return "compound" if dep in ("compound", "amod", "nmod") else dep


def _around(tree: Tree, trigger: int, scopes: Scopes, reading: Reading) -> None:
    """Determiners, adjectives and clauses of a noun."""
    for k in tree.children[trigger]:
        dep = tree.deps[k]
        if dep == "det" and tree.lower[k] in ("no", "neither"):
            reading.settle("denied", "det:no")
        elif dep in ("amod", "compound", "nmod", "det") and k < trigger:
            status = scopes.get(f"modifier {tree.lower[k]}") or scopes.get(f"modifier {tree.lemmas[k]}", "")
            if status:
                reading.path.append(f"modifier:{status}")
            if status not in _WEAK:
                reading.settle(status, f"modifier:{status}")
        elif dep in ("acl", "relcl") and not tree.is_verb(trigger) and tree.is_verb(k):
            _clause_below(tree, k, scopes, reading)


def _clause_below(tree: Tree, verb: int, scopes: Scopes, reading: Reading) -> None:
    """ "talks planned for Friday", "the visit, which was cancelled", "a summit that will be held"."""
    if tree.deps[verb] == "acl" and tree.tags[verb] != "VBN":
        return
    passive = tree.tags[verb] == "VBN"
    status = scope(tree, verb, "object" if passive else "subject", scopes)
    if status not in _WEAK:
        reading.path.append(f"below:{status}")
        reading.settle(_dated(tree, verb, status), f"below:{status}")
    elif tree.deps[verb] == "relcl" and verb_tense(tree, verb) in _FUTURE:
        reading.settle("planned", "below:will")


def scope(tree: Tree, head: int, how: str, scopes: Scopes) -> str:
    """The status that a governor gives in this way, "" where it gives none."""
    lemma = tree.lemmas[head]
    for k in tree.children[head]:
        if tree.deps[k] in ("prt", "advmod", "aux"):
            status = scopes.get(f"{how} {lemma}~{tree.lower[k]}")
            if status:
                return status
    found = scopes.get(f"{how} {lemma}") or scopes.get(f"{how} {tree.lower[head]}")
    if found is None and how == "subject" and lemma == "be":
        found = _copula(tree, head, scopes)
    return found or scopes.get(f"{how} *", "")


def _copula(tree: Tree, head: int, scopes: Scopes) -> str:
    for k in tree.children[head]:
        if tree.deps[k] in ("acomp", "attr", "prep", "advmod", "oprd") and k > head:
            status = scopes.get(f"copula {tree.lemmas[k]}")
            if status:
                return status
            if tree.lower[k] in ("under", "in") and k + 1 < len(tree) and tree.lower[k + 1] in ("way", "progress"):
                return "ongoing"
    return ""


def _step(tree: Tree, node: int, head: int, how: str, tense: str, scopes: Scopes, reading: Reading) -> str:
    """Read one governor; returns the tense that is still open."""
    status = scope(tree, head, how, scopes)
    if how == "compound" and not status:
        status = scope(tree, head, "of", scopes)
    reading.path.append(f"{how}:{status or '-'}")
    if how == "clause":
        _conditions(tree, node, reading)
    if not tree.is_verb(head):
        negated = is_negated(tree, head) and how != "conj"
        if negated and status not in ("", "ongoing"):
            reading.settle(_INVERSE.get(status, status), f"not:{how}:{status}")
        elif status not in _WEAK:
            reading.settle(_dated(tree, head, status), f"{how}:{status}")
        elif tree.lower[node] == "without":
            reading.settle("denied", "without")
        return tense
    argument = how in ("object", "subject") or (how == "clause" and tree.deps[node] != "advcl")
    if argument and is_negated(tree, head):
        reading.settle(_INVERSE.get(status, "denied"), f"not:{how}:{status}")
    elif status not in _WEAK and not (how == "clause" and tense in _FINITE):
        reading.settle(_dated(tree, head, status), f"{how}:{status}")
    if how == "clause" and tense not in _OPEN:
        _reported(tree, head, tense, reading)
        return tense
    return _of_verb(tree, head, how, status, reading)


def _reported(tree: Tree, head: int, tense: str, reading: Reading) -> None:
    """ "said it would strike" is a plan, "would strike if …" is not."""
    if tense == "would":
        reading.settle("planned" if tree.tags[head] == "VBD" else "possible", "would")


def _dated(tree: Tree, head: int, status: str) -> str:
    """A delay to a new date is a plan, one without it a denial."""
    if status != "delayed":
        return status
    words = {tree.lower[k] for k in tree.children[head] if tree.deps[k] == "prep"}
    return "planned" if words & {"to", "until", "till"} else "denied"


def _conditions(tree: Tree, verb: int, reading: Reading) -> None:
    for mark in marks_of(tree, verb):
        if mark in _CONDITION:
            reading.settle("possible", f"mark:{mark}")


def _of_verb(tree: Tree, verb: int, how: str, status: str, reading: Reading) -> str:
    """What the form of a verb says; returns its tense."""
    tense = verb_tense(tree, verb)
    if how == "self" and is_negated(tree, verb):
        reading.settle("denied", "not")
    _conditions(tree, verb, reading)
    if tense in _FUTURE:
        reading.settle("planned", "will")
    elif tense in _RUNNING:
        reading.settle("ongoing" if status != "occurred" else "occurred", tense)
    elif tense in _FINITE:
        reading.settle("occurred", f"{how}:{tense}")
    elif tense not in _OPEN and tense != "would":
        reading.settle("possible", "modal")
    elif tense == "would" and tree.deps[verb] not in ("ccomp", "xcomp", "conj"):
        reading.settle("possible", "would")
    elif tense == "participle" and how == "self" and tree.deps[verb] in ("acl", "advcl", "relcl"):
        reading.settle("occurred", f"{how}:{tense}:{tree.deps[verb]}")
    return tense
