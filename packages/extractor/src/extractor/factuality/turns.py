"""What turns the status of an event into another one: "was not prevented", "stopped short of attacking",
"the attack that never came", "it was a mistake to attack".
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.factuality.claims import carrier, is_admitted
from extractor.frames.clauses import is_negated, modals_of, verb_tense
from extractor.frames.determiners import determiner
from extractor.frames.postponing import is_put_off
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["TURNS", "turn"]

_JUDGEMENTS = lemma_set("judgements")
_PREVENTING = lemma_set("preventing")
_POWERLESS = lemma_set("powerless")
_NEARLY = frozenset({"almost", "nearly"})
_NEARLY_DONE = lemma_set("nearly_done")
_COMING = frozenset({"arrive", "be", "come", "happen", "materialise", "materialize", "occur"})
_TO_BE = frozenset({"due", "intend", "mean", "plan", "schedule", "set", "slate", "suppose"})
_AUXILIARY = frozenset({"can", "could", "do"})
_OMITTING = frozenset({"forget", "neglect", "omit"})
_NOT_COMING = lemma_set("not_coming")
_ITSELF = frozenset({"flight", "it", "meeting", "summit", "talks", "them", "trip", "visit"})
"""What somebody who does not come calls off."""
_AWAY = frozenset({"away", "home"})
_TO_COME = frozenset({"any", "future", "planned", "possible", "potential"})
_MEETINGS = lemma_set("gatherings") | lemma_set("visits") | {"negotiation"}
_REFUSING = lemma_set("turning_down")
_ANNOUNCING = frozenset({"announce", "disclose", "plan", "publicise", "publicize", "schedule"})
_STRIVING = lemma_set("striving")
_ARRANGING = lemma_set("arranging")
_WITH_PARTICLE = {"bring": "about", "set": "up"}
_TOWARDS = frozenset({"on", "toward", "towards"})
_NOW = frozenset({"present", "progressive"})
_HELD = frozenset({"back", "off"})
_TOLD = ("past", "perfect")
_FACTS = frozenset({"past", "perfect", "present"})
_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "relcl", "xcomp")
_ANY = frozenset().union(_JUDGEMENTS, _PREVENTING, _NEARLY, _OMITTING, _STRIVING, _ARRANGING) | {
    "avoid", "but", "deny", "dispute", "hold", "instead", "manage", "never", "not", "pende", "pending",
    "rather", "rule", "short",
}  # fmt: skip


def turn(tree: Tree, trigger: int) -> tuple[str, str] | None:
    """The status that a trigger has whatever its own form says, and why; None where nothing turns it."""
    if not tree.has_lemma(_ANY):
        return None
    for why, (status, holds) in _TOLD_OUTRIGHT.items():
        if holds(tree, trigger):
            return status, why
    verb = carrier(tree, trigger)
    if not tree.is_verb(verb):
        return None
    if _is_judged(tree, verb):
        return "occurred", "judged"
    found = next((name for name, holds in _UNDONE.items() if holds(tree, verb)), None)
    return ("denied", found) if found else None


def _is_noun_put_off(tree: Tree, trigger: int) -> bool:
    """ "A meeting had been planned but was put off"."""
    return not tree.is_verb(trigger) and is_put_off(tree, trigger)


def _never_came(tree: Tree, noun: int) -> bool:
    """ "The attack that never came", "the summit that never was"."""
    return not tree.is_verb(noun) and any(_is_no_coming(tree, k) for k in tree.kids(noun, "relcl"))


def _is_no_coming(tree: Tree, verb: int) -> bool:
    """ "Never came", but not "was not in Oslo", "never came to an end"."""
    if tree.lemmas[verb] not in _COMING or tree.kid(verb, "acomp", "attr", "prep", "xcomp", "dobj", "prt"):
        return False
    return tree.kid(verb, "nsubj") is not None and is_negated(tree, verb)


def _unstopped(tree: Tree, noun: int) -> bool:
    """ "Failed to prevent the attack", "could not prevent the raid", "did nothing to stop the assault", but
    neither "could not prevent an invasion" nor "the planned raid".
    """
    verb = tree.heads[noun]
    if tree.deps[noun] != "dobj" or tree.is_verb(noun) or tree.lemmas[verb] not in _PREVENTING:
        return False
    if determiner(tree, noun) == "indefinite" or not _TO_COME.isdisjoint(tree.lower[tree.left(noun) : noun]):
        return False
    if verb_tense(tree, verb) != "infinitive":
        told = verb_tense(tree, verb) in _TOLD or "could" in modals_of(tree, verb)
        return told and tree.lemmas[verb] == "prevent" and is_negated(tree, verb)
    above = tree.heads[verb]
    idle = tree.lemmas[above] == "do" and any(tree.lower[k] == "nothing" for k in tree.kids(above, "dobj"))
    if tree.lower[above] == "nothing":
        above, idle = tree.heads[above], True
    powerless = tree.lemmas[above] in _POWERLESS and not is_negated(tree, above)
    main = above if tree.is_verb(above) else tree.heads[above]
    return (idle or powerless) and verb_tense(tree, main) in (*_TOLD, "participle")


def _not_ruled_out(tree: Tree, trigger: int) -> bool:
    """ "Refused to rule out strikes"."""
    verb = tree.heads[trigger]
    if tree.lemmas[verb] != "rule" or tree.deps[trigger] not in ("dobj", "xcomp", "pcomp"):
        return False
    return tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in _REFUSING


def _is_pending(tree: Tree, noun: int) -> bool:
    """ "Suspended the strike, pending talks with the mayor"."""
    if tree.is_verb(noun):
        return False
    above = tree.lower[tree.heads[noun]] == "pending" and tree.deps[noun] in ("dobj", "pobj")
    return above or any(tree.lower[k] == "pending" for k in tree.kids(noun, "amod", "compound", "prep"))


def _avoided(tree: Tree, noun: int) -> bool:
    """ "Avoided a meeting", but not "avoided a missile": what somebody else does may be done to others."""
    verb = tree.heads[noun]
    avoided = tree.deps[noun] == "dobj" and tree.lemmas[verb] == "avoid" and tree.lemmas[noun] in _MEETINGS
    return avoided and verb_tense(tree, verb) in _TOLD and not is_negated(tree, verb)


def _is_unannounced(tree: Tree, noun: int) -> bool:
    """ "The trip was not announced", "the meeting was not planned", but not "has not been announced"."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubjpass" or tree.lemmas[verb] not in _ANNOUNCING:
        return False
    known = determiner(tree, noun) == "definite" and tree.lemmas[noun] in _MEETINGS
    return known and is_negated(tree, verb) and verb_tense(tree, verb) == "past"


def _is_sought(tree: Tree, noun: int) -> bool:
    """ "Is trying to arrange talks", "an effort to set up a meeting", "is working on a visit"; who tries to
    hold talks may be holding them.
    """
    verb = tree.heads[noun]
    if tree.is_verb(noun) or tree.lemmas[noun] not in _MEETINGS:
        return False
    if tree.deps[noun] == "pobj":
        work = tree.heads[verb]
        on = tree.lemmas[work] == "work" and tree.lower[verb] in _TOWARDS
        return on and tree.is_verb(work) and verb_tense(tree, work) in _NOW
    above = tree.heads[verb]
    if tree.deps[noun] != "dobj" or not _arranges(tree, verb) or tree.deps[verb] not in ("acl", "xcomp"):
        return False
    return tree.lemmas[above] in _STRIVING and verb_tense(tree, verb) == "infinitive"


def _is_arranged(tree: Tree, noun: int) -> bool:
    """ "Oman is arranging talks", "a visit is being arranged"."""
    verb = tree.heads[noun]
    if tree.is_verb(noun) or tree.lemmas[noun] not in _MEETINGS:
        return False
    thing = tree.deps[noun] in ("dobj", "nsubjpass")
    return thing and _arranges(tree, verb) and verb_tense(tree, verb) == "progressive"


def _arranges(tree: Tree, verb: int) -> bool:
    """ "Arrange", "set up", "bring about"."""
    lemma = tree.lemmas[verb]
    particle = _WITH_PARTICLE.get(lemma)
    return lemma in _ARRANGING and (particle is None or tree.lower[verb + 1] == particle)


def _is_judged(tree: Tree, verb: int) -> bool:
    """ "It was a mistake to attack", "the mistake was to attack", but not "would be a mistake", "not to"."""
    if verb_tense(tree, verb) != "infinitive" or tree.deps[verb] not in _CLAUSES or is_negated(tree, verb):
        return False
    above = tree.heads[verb]
    copula = above if tree.lemmas[above] == "be" else tree.heads[above]
    if tree.lemmas[copula] != "be" or verb_tense(tree, copula) not in _TOLD:
        return False
    subject = tree.kid(copula, "nsubj")
    if subject is None or any(tree.lower[k] == "too" for k in range(copula, verb)):
        return False
    judged = [subject] if tree.lower[subject] != "it" else tree.kids(copula, "acomp", "attr")
    return any(tree.lemmas[k] in _JUDGEMENTS for k in judged)


def _is_left(tree: Tree, verb: int) -> bool:
    """ "Stopped short of attacking", "instead of attacking, it withdrew", "rather than attack"."""
    if tree.deps[verb] == "pcomp":
        prep = tree.heads[verb]
        before = tree.lower[prep - 1] if prep else ""
        main = tree.heads[prep] if tree.heads[prep] != prep - 1 else tree.heads[prep - 1]
        held = tree.lower[prep] == "from" and before in _HELD and tree.lemmas[prep - 2] == "hold"
        left = held or (tree.lower[prep] == "of" and before in ("instead", "short"))
        return left and verb_tense(tree, main) in _FACTS and not is_negated(tree, main)
    rather = tree.deps[verb] in ("advcl", "conj") and tree.lower[verb - 2 : verb] == ["rather", "than"]
    return rather and verb_tense(tree, tree.heads[verb]) in _FACTS


def _nearly(tree: Tree, verb: int) -> bool:
    """ "Almost attacked the town"; who was almost killed was attacked."""
    if tree.lemmas[verb] not in _NEARLY_DONE or tree.lower[verb - 1] not in _NEARLY:
        return False
    return tree.heads[verb - 1] == verb and verb_tense(tree, verb) in _TOLD


def _is_omitted(tree: Tree, verb: int) -> bool:
    """ "Did not manage to meet", "forgot to attend"."""
    above = tree.heads[verb]
    if tree.deps[verb] != "xcomp":
        return False
    managed = tree.lemmas[above] == "manage"
    return (managed or tree.lemmas[above] in _OMITTING) and is_negated(tree, above) == managed


def _came_to_nothing(tree: Tree, verb: int) -> bool:
    """ "Were supposed to meet but never did", "had planned to visit Oslo but could not"."""
    if tree.deps[verb] != "xcomp" or verb_tense(tree, verb) != "infinitive":
        return False
    planned = tree.heads[verb]
    main = planned if tree.is_verb(planned) else tree.heads[planned]
    if tree.lemmas[planned] not in _TO_BE or verb_tense(tree, main) not in _TOLD:
        return False
    return any("but" in tree.lower[verb:k] and _comes_to_nothing(tree, k) for k in tree.kids(main, "conj"))


def _comes_to_nothing(tree: Tree, verb: int) -> bool:
    """ "But did not", "but the flight was cancelled", "but called it off"."""
    called_off = tree.lemmas[verb] == "call" and any(tree.lower[k] == "off" for k in tree.kids(verb, "prt"))
    if called_off or tree.lemmas[verb] in _NOT_COMING:
        if tree.lemmas[verb] == "stay" and _AWAY.isdisjoint(tree.lower[verb : verb + 3]):
            return False
        things = (tree.lower[k] for k in tree.kids(verb, "dobj"))
        return not is_negated(tree, verb) and all(thing in _ITSELF for thing in things)
    alone = tree.kid(verb, "dobj", "xcomp", "ccomp") is None
    return tree.lemmas[verb] in _AUXILIARY and is_negated(tree, verb) and alone


_UNDONE: dict[str, Callable[[Tree, int], bool]] = {
    "left": _is_left,
    "nearly": _nearly,
    "omitted": _is_omitted,
    "but not": _came_to_nothing,
}
"""What tells that a verb's deed was not done, by its name."""
_TOLD_OUTRIGHT: dict[str, tuple[str, Callable[[Tree, int], bool]]] = {
    "admitted": ("occurred", is_admitted),
    "never came": ("denied", _never_came),
    "unstopped": ("occurred", _unstopped),
    "not ruled out": ("possible", _not_ruled_out),
    "pending": ("planned", _is_pending),
    "avoided": ("denied", _avoided),
    "put off": ("denied", _is_noun_put_off),
    "unannounced": ("occurred", _is_unannounced),
    "sought": ("possible", _is_sought),
    "arranged": ("planned", _is_arranged),
}
"""What tells a trigger's status outright, by its name; the first that holds decides."""
TURNS = frozenset({"judged", *_TOLD_OUTRIGHT, *_UNDONE})
"""The reasons that `turn` gives."""
