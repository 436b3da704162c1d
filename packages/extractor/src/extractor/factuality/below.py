"""The status that a noun's own words give it: "no talks", "planned talks", "the visit, which was off"."""

from __future__ import annotations

from extractor.factuality.governors import Scopes, as_dated, class_of
from extractor.factuality.reading import DECIDING, FUTURE, Reading
from extractor.factuality.verbs import took_place
from extractor.frames.clauses import verb_tense
from extractor.frames.occurring import is_in_its, put_off_to, to_take_place
from extractor.frames.tree import Tree

__all__ = ["read_below"]


def read_below(tree: Tree, trigger: int, scopes: Scopes, reading: Reading) -> bool:
    """Read determiners, adjectives and clauses below a trigger, and where a noun is to take place or goes on;
    whether a participle tells that it took place.
    """
    held = False
    if put_off_to(tree, trigger) is not None:
        reading.settle("planned", "put off", sure=True)
    for k in tree.children[trigger]:
        dep, word = tree.deps[k], tree.lower[k]
        if dep == "det" and word in ("no", "neither"):
            reading.settle("denied", "det:no")
        elif (dep in ("amod", "compound", "nmod", "det") and k < trigger) or word == "due":
            _read_modifier(tree, trigger, k, scopes, reading)
        elif dep in ("acl", "relcl") and not tree.is_verb(trigger) and tree.is_verb(k):
            if dep == "acl" and tree.tags[k] != "VBN":
                continue
            held = held or (dep == "acl" and took_place(tree, k))
            _read_clause(tree, k, scopes, reading)
    if tree.is_verb(trigger):
        return held
    if to_take_place(tree, trigger) is not None:
        reading.settle("planned", "below:held", sure=True)
    if is_in_its(tree, trigger):
        reading.settle("ongoing", "in its", sure=True)
    return held


def _read_modifier(tree: Tree, trigger: int, word: int, scopes: Scopes, reading: Reading) -> None:
    """Read "planned talks", "the cancelled visit", "talks due on Friday"."""
    found = scopes.get(f"modifier {tree.lower[word]}") or scopes.get(f"modifier {tree.lemmas[word]}", "")
    if found:
        reading.path.append(f"modifier:{found}")
    if found in DECIDING:
        reading.settle(as_dated(tree, trigger, found), f"modifier:{found}")
    elif found == "now":
        reading.settle("ongoing", "modifier:now")


def _read_clause(tree: Tree, verb: int, scopes: Scopes, reading: Reading) -> None:
    """Read "talks planned for Friday", "the visit, which was cancelled", "a summit that will be held"."""
    found = class_of(tree, verb, "object" if tree.tags[verb] == "VBN" else "subject", scopes)
    tense = verb_tense(tree, verb)
    if found in DECIDING:
        reading.path.append(f"below:{found}")
        reading.settle(as_dated(tree, verb, found), f"below:{found}")
    elif tree.deps[verb] != "relcl":
        return
    elif found == "occurred" and tense in ("past", "perfect"):
        reading.settle("occurred", "below:killed")  # "an attack that killed six"
    elif tense in FUTURE:
        reading.settle("planned", "below:will")
