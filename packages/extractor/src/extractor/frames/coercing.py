"""Whether a verb tells of what harms or presses others: "resume attacks", "pull out of the treaty"."""

from __future__ import annotations

from extractor.frames.clauses import is_condition, is_conditional, modals_of
from extractor.frames.phrases import CALENDAR, is_own
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = [
    "GOING",
    "LAWS",
    "WILL",
    "is_against_foes",
    "is_announced",
    "is_armed",
    "is_coercion",
    "is_own_clause",
    "is_own_side",
]

_PRESSING = lemma_set("pressing")
_WITH = lemma_set("pressing_with")
_FOES = lemma_set("foes")
_REMOVING = lemma_set("removing")
_ASSAULTS = lemma_set("assaults")
_MEASURES = lemma_set("state_measures")
_DEEDS = lemma_set("open_deeds")
_BREAKING = lemma_set("breaking_off")
GOING = lemma_set("going")
_STOPPING = frozenset({"halt", "quit", "stop", "suspend"})
_DEALINGS = lemma_set("dealings")
_BONDS = lemma_set("bonds")
_BODIES = lemma_set("own_bodies")
_ARMED = lemma_set("armed")
LAWS = lemma_set("laws")
_FIRMS = lemma_set("firms")
_ANNOUNCING = lemma_set("announcing")
_GOING_ON = lemma_set("going_on")
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})
_ALONE = frozenset({"i", "he", "she"})
"""Who presses nobody by going."""
_OUT = frozenset({"from", "of", "off", "out"})
"""Prepositions behind which stands what somebody leaves."""
_TO = frozenset({"on", "to"})
"""Those behind which stands what somebody takes up."""
WILL = lemma_set("willing")
_TO_OBJECT = ("dobj", "dative")
_FORCEFULLY = frozenset({"alone", "militarily", "unilaterally"})
_NOT_DOING = frozenset({"fail", "refuse"})


def is_coercion(tree: Tree, verb: int) -> bool:
    """Whether a verb, its object or the verb that it leads to tells of harm or pressure."""
    lemma = tree.lemmas[verb]
    if lemma == "act":
        return _acts_against(tree, verb)
    if lemma in _PRESSING:
        own = lemma == "destroy" and _is_own_thing(tree, verb)
        return not own and not _has(tree, verb, LAWS)  # "kill the bill"
    if lemma in GOING and not _objects(tree, verb):
        return True
    if is_against_foes(tree, verb):
        return True
    if lemma in _WITH and _has(tree, verb, _ASSAULTS, _MEASURES, _DEEDS):
        return True
    if _breaks_off(tree, verb):
        return True
    if lemma in _STOPPING and any(tree.lemmas[k] in _DEALINGS for k in tree.kids(verb, "xcomp")):
        return True  # "stop selling gas"
    further = tree.kid(verb, "xcomp") if lemma in _GOING_ON else None
    return further is not None and is_coercion(tree, further)


def is_against_foes(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of doing away with armed men: "root out the rebels"."""
    return tree.lemmas[verb] in _REMOVING and any(tree.lemmas[k] in _FOES for k in tree.kids(verb, "dobj"))


def _acts_against(tree: Tree, verb: int) -> bool:
    """ "Will act against the militia", "would act alone", "will act if it does not leave"."""
    if any(tree.lower[k] == "against" for k in tree.kids(verb, "prep")):
        return True
    if any(tree.lower[k] in _FORCEFULLY for k in tree.children[verb]):
        return True
    conditions = [k for k in tree.kids(verb, "advcl") if is_condition(tree, k)]
    return any(
        tree.lemmas[k] in _NOT_DOING or tree.kid(k, "neg") is not None or tree.lower[tree.left(k)] == "unless"
        for k in conditions
    )


def is_announced(tree: Tree, verb: int) -> bool:
    """Whether somebody says that he or his side will harm or press others: "said it would impose tariffs on
    Chad", "we will burn the town if they come". Whose side it is remains to be seen.
    """
    above = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in _ANNOUNCING:
        return False
    modals = frozenset(modals_of(tree, verb))
    if not modals or tree.kid(verb, "neg") is not None or _is_business(tree, verb):
        return False
    subject = tree.kid(verb, "nsubj")
    if subject is None or not (
        tree.tags[subject] in NAME or tree.lemmas[subject] in _BODIES or is_own_clause(tree, verb)
    ):
        return False
    below = (verb, *tree.kids(verb, "xcomp"))
    if any(is_conditional(tree, v) for v in below):
        gone = tree.lemmas[verb] in GOING and tree.lower[subject] in _ALONE
        return is_coercion(tree, verb) and not gone
    if modals.isdisjoint(WILL) and not is_own_clause(tree, verb):
        return False  # what the army could do may be no more than feared
    return _is_measure(tree, verb) or _is_assault(tree, verb)


def is_own_clause(tree: Tree, verb: int) -> bool:
    """Whether a clause tells of what its speakers do, or theirs: "that they might", "that its army will"."""
    subject = tree.kid(verb, "nsubj")
    if subject is None:
        return False
    if tree.lower[subject] in _OWN:
        return True
    return "PRP$" in tree.tags[tree.left(subject) : tree.right(subject) + 1]


def is_own_side(tree: Tree, verb: int) -> bool:
    """Whether a clause tells of what its speakers or their forces do: "that the navy would storm it"."""
    if is_own_clause(tree, verb):
        return True
    who = tree.kid(verb, "nsubj")
    return (
        who is not None and tree.lemmas[who] in _BODIES and not tree.has_capital(tree.left(who) + 1, who + 1)
    )


def _breaks_off(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of ending what binds two sides: "pull out of the treaty", "boycott the talks"."""
    return tree.lemmas[verb] in _BREAKING and any(
        tree.lemmas[k] in _BONDS for k in _objects(tree, verb, _OUT)
    )


def _is_measure(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a measure against somebody by name: "impose a tariff on Mexican steel"."""
    boycott = tree.lemmas[verb] == "boycott"
    if boycott and _breaks_off(tree, verb):
        return True
    for k in tree.kids(verb, "dobj"):
        if boycott or (tree.lemmas[verb] in _WITH and tree.lemmas[k] in _MEASURES):
            named = range(k, tree.right(verb) + 1)
            return any(tree.has_capital(i, i + 1) and tree.lower[i] not in CALENDAR for i in named)
    return False


def _is_assault(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of an attack on somebody, and of a new one."""
    if is_against_foes(tree, verb):
        return True
    if tree.lemmas[verb] in _PRESSING - {"boycott"}:
        return tree.lemmas[verb] == "retaliate" or tree.kid(verb, *_TO_OBJECT) is not None
    return tree.lemmas[verb] in _WITH - {"continue"} and _has(tree, verb, _ASSAULTS)


def _is_business(tree: Tree, verb: int) -> bool:
    """Whether it is a firm that has operations: "the airline said it would resume operations"."""
    doer = tree.kid(verb, "nsubj")
    if doer is not None and tree.tags[doer] == "PRP":
        doer = tree.kid(tree.heads[verb], "nsubj")
    if doer is None or tree.lemmas[doer] not in _FIRMS:
        return False
    return any(tree.lemmas[k] == "operation" for k in _objects(tree, verb))


def is_armed(tree: Tree, noun: int) -> bool:
    """ "Military action"."""
    return any(tree.lemmas[k] in _ARMED for k in tree.kids(noun, "amod"))


def _is_own_thing(tree: Tree, verb: int) -> bool:
    """Whether it is done to what the speaker owns: "to destroy its stocks"."""
    return any(is_own(tree, thing) for thing in tree.kids(verb, "dobj"))


def _has(tree: Tree, verb: int, *sets: frozenset[str]) -> bool:
    return any(tree.lemmas[k] in lemmas for k in _objects(tree, verb) for lemmas in sets)


def _objects(tree: Tree, verb: int, behind: frozenset[str] = _OUT | _TO) -> list[int]:
    """The objects of a verb, also those behind some prepositions, with what is coordinated with them."""
    found = tree.kids(verb, "dobj")
    for k in tree.kids(verb, "prep", "prt", "advmod"):
        if tree.lower[k] in behind:
            found += tree.kids(k, "pobj")
            found += [p for inner in tree.kids(k, "prep") for p in tree.kids(inner, "pobj")]
    return [*found, *(k for first in found for k in tree.kids(first, "conj"))]
