"""Who is said to be behind an attack, and who only judges it."""

from __future__ import annotations

from extractor.arguments.above import Above
from extractor.arguments.bearings import Bearing
from extractor.arguments.telling import stance_of
from extractor.frames.relations import RELATIVE, SUBJECTS, UNDERGOING, is_mutual, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import MODIFYING, Tree

__all__ = ["culprits", "of_blame", "of_blaming", "one_behind"]

_BEING = frozenset({"be", "hold", "stand"})
"""Verbs of whose subject or passive it is said that they are behind something."""
_JUDGING = frozenset({"judges", "examines", "says", "blames"})
"""Stances of verbs whose agent only speaks of an event."""
_TELLING = frozenset({"on", "to", "by"})
"""Prepositions before those on whom an attack is blamed, or who judge it."""
_OF = frozenset({"for", "of", "over", "with"})
_CULPRITS = lemma_set("culprits") | lemma_set("perpetrators")
_PLANNING = lemma_set("ordering") | {"lead", "plan"}


def of_blame(tree: Tree, trigger: int, head: int, relation: str, governor: int) -> Bearing | None:
    """Whether the phrase with this head is blamed for an attack, or judges it; `relation` is that of the
    first of its list to the word above.
    """
    if relation == "on" and _is_blamed(tree, trigger, head):
        return "does"
    node = head
    while tree.deps[node] in MODIFYING and tree.heads[node] != trigger:
        node = tree.heads[node]
    if node != head:
        relation, governor = relation_of(tree, tree.first_conjunct(node))
    return _of_agent(tree, trigger, relation, governor) if relation in _TELLING else None


def of_blaming(tree: Tree, trigger: int, above: Above) -> Bearing | None:
    """What a verb of blaming or accusing tells of its subject and of whom it blames."""
    direct = tree.deps[above.below] == "dobj"
    through = tree.heads[trigger] == above.below and tree.lower[above.below] in _OF
    through = through or _is_connected(tree, trigger, above.below)
    if above.relation == "nsubj":
        return "does" if is_mutual(tree, above.verb) else "out" if direct or through else None
    return "does" if above.relation in UNDERGOING and through else None


def _is_blamed(tree: Tree, trigger: int, head: int) -> bool:
    """Whether an attack is blamed on the phrase, which stands behind the last "on", wherever that hangs."""
    behind = tree.lower[head:]
    if "on" in behind or "for" in behind or tree.deps[trigger] not in ("dobj", "nsubjpass"):
        return False
    return tree.lemmas[tree.heads[trigger]] in ("blame", "pin")


def _of_agent(tree: Tree, trigger: int, relation: str, verb: int) -> Bearing | None:
    """Whether an attack is put down to somebody ("attacks attributed to X"), or judged by them ("the attack,
    which was condemned by X").
    """
    if not _tells_of(tree, verb, trigger):
        return None
    stance = stance_of(tree, verb)
    if relation == "by":
        if tree.lemmas[verb] == "claim":
            return "does"  # "a bombing in Kabul, claimed by X"
        return "out" if stance in _JUDGING else None
    return "does" if stance == "blames" else None


def _tells_of(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether a verb has the trigger as its object, in whatever form."""
    if tree.deps[verb] in ("acl", "relcl") and tree.heads[verb] == trigger:
        who = tree.kid(verb, *SUBJECTS)
        return who is None or tree.deps[who] == "nsubjpass"
    return tree.heads[trigger] == verb and tree.deps[trigger] in ("dobj", "nsubjpass")


def culprits(tree: Tree, trigger: int) -> list[int]:
    """Whom a noun calls the attacker ("the main suspect in the bombing"), or who the sentence says planned or
    made it: "X, who led the attack", "X is accused of plotting the attack".
    """
    first = tree.first_conjunct(trigger)
    prep, held = tree.heads[first], tree.deps[first]
    if held == "pobj":
        named = tree.heads[prep]
        called = tree.lemmas[named] in _CULPRITS and tree.lower[prep] in ("in", "of", "behind")
        return [named] if called else []
    if held != "dobj" or not (tree.lemmas[prep] in _PLANNING or stance_of(tree, prep) == "does"):
        return []
    deed = tree.first_conjunct(prep)
    above = tree.heads[deed]
    who = tree.kid(deed, *SUBJECTS)
    if tree.deps[deed] == "relcl":
        return [above] if who is not None and tree.tags[who] in RELATIVE else []
    if tree.deps[deed] == "pcomp" and tree.lower[above] in ("of", "with", "for"):
        above = tree.heads[above]
        return tree.kids(above, "nsubjpass", "dobj") if stance_of(tree, above) == "blames" else []
    who = tree.kid(above, "nsubjpass") if tree.deps[deed] == "xcomp" else None
    if who is not None and tree.tags[who] in RELATIVE and tree.deps[above] == "relcl":
        who = tree.heads[above]
    return [] if who is None else [who]


def one_behind(tree: Tree, trigger: int) -> int | None:
    """Who is said to be behind an event, or responsible for it."""
    prep = tree.heads[trigger]
    above = tree.heads[prep]
    if tree.lower[prep] == "for" and tree.lower[above] == "responsible":
        above = tree.heads[above]
    elif tree.lower[prep] != "behind":
        return None
    if not tree.is_verb(above):
        return above
    if tree.lemmas[above] == "hold" and (held := tree.kid(above, "dobj")) is not None:
        return held
    if tree.lemmas[above] not in _BEING or any(tree.lemmas[k] == "deny" for k in tree.ancestors(above)):
        return None
    while tree.deps[above] == "xcomp" and tree.kid(above, *SUBJECTS) is None:
        above = tree.heads[above]
    of = tree.heads[above]
    if tree.deps[above] == "pcomp" and stance_of(tree, tree.heads[of]) == "blames":
        above = tree.heads[of]  # "is suspected of being behind it"
        if (blamed := tree.kid(above, "dobj")) is not None:
            return blamed
    who = tree.kid(above, *SUBJECTS)
    if who is not None and tree.tags[who] in RELATIVE:
        return tree.heads[above] if tree.deps[above] == "relcl" else None
    return who


def _is_connected(tree: Tree, trigger: int, prep: int) -> bool:
    """ "In connection with the attack"."""
    with_ = tree.heads[trigger]
    link = tree.heads[with_]
    return tree.lower[with_] == "with" and tree.lower[link] == "connection" and tree.heads[link] == prep
