"""Verbs by what they tell of an event (data/lexicon/stances.tsv), and what they tell of harm."""

from __future__ import annotations

from functools import cache

from extractor.frames.phrases import HARMED
from extractor.frames.relations import SUBJECTS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.tables import rows

__all__ = [
    "CREDIT",
    "NOBODY",
    "does_harm",
    "is_audience",
    "is_meant",
    "is_repeater",
    "is_teller",
    "is_written_to",
    "stance_of",
]

NOBODY = frozenset({"no", "none", "nobody", "neither"})
"""Words with which a phrase begins that means nobody."""
CREDIT = frozenset({"responsibility", "credit"})
"""What those claim who say that they did it."""
_ENDS = lemma_set("ends")
_AWAY = lemma_set("driving_away")
_OUT = frozenset({"out", "from", "back", "away", "off"})
_TO_AN_END = frozenset({"xcomp", "advcl", "acl", "pcomp", "prep", "pobj"})
_STEPS = 6
_ABLAZE = frozenset({"ablaze", "aflame", "alight"})
_SPOKEN = lemma_set("speaking") | lemma_set("offering")
_AUDIENCES = lemma_set("listeners")
_REPEATING = lemma_set("repeating")
_MESSAGES = lemma_set("messages")
_WRITING = frozenset({"send", "write"})


def stance_of(tree: Tree, verb: int) -> str | None:
    """How the subject of a verb stands to an event that the verb tells of; None where no row says."""
    if not tree.is_verb(verb):
        return None
    lemma = tree.lemmas[verb]
    if lemma in _with_particle():
        for k in tree.kids(verb, "prt", "advmod"):
            if (stance := _with_particle()[lemma].get(tree.lower[k])) is not None:
                return stance
    return _verbs().get(lemma)


def does_harm(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of harm to its object: "killed six", "left six dead", "set a truck on fire", but
    not "left the town".
    """
    if tree.lemmas[verb] == "set" and _sets_ablaze(tree, verb):
        return True
    if stance_of(tree, verb) != "harms":
        return False
    if tree.lemmas[verb] != "leave":
        return True
    objects = tree.kids(verb, "dobj")
    told = tree.kids(verb, "oprd", "advcl") + objects
    told += [k for o in objects for k in tree.kids(o, "acl", "amod")]
    return any(tree.lower[k] in HARMED for k in told)


def _sets_ablaze(tree: Tree, verb: int) -> bool:
    """Whether something is set on fire."""
    holders = (verb, *tree.kids(verb, "dobj"))
    below = [k for holder in holders for k in tree.children[holder]]
    on = (p for k in below if tree.lower[k] == "on" for p in tree.kids(k, "pobj"))
    return any(tree.lower[k] in _ABLAZE for k in below) or any(tree.lower[p] == "fire" for p in on)


def is_meant(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells to what end an attack is made on somebody: "an offensive to drive out the rebels",
    "raids with the aim of crushing them".
    """
    if verb == trigger or not _beats(tree, verb):
        return False
    node = tree.first_conjunct(verb)
    helping = [tree.lower[k] for k in tree.kids(node, "aux")]
    infinitive = "to" in helping and "have" not in helping
    if not (infinitive or tree.deps[node] == "pcomp") or tree.kid(node, *SUBJECTS) is not None:
        return False
    doing = tree.heads[trigger]
    if tree.deps[trigger] == "pobj":
        doing = tree.heads[doing]
    for _ in range(_STEPS):
        dep, over = tree.deps[node], tree.heads[node]
        if dep not in _TO_AN_END or (dep == "pcomp" and tree.lower[over] not in ("of", "at")):
            return False
        if dep == "pobj" and tree.lemmas[node] not in _ENDS:
            return False
        if over in (trigger, doing):
            return True
        if tree.lower[over] == "with":  # which the parser may hang elsewhere
            above = next((k for k in tree.ancestors(over) if k == trigger or tree.is_verb(k)), None)
            return above in (trigger, doing)
        node = over
    return False


def is_teller(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody tells, or is told, of what others have offered or threatened: "the envoy told AFP that
    the rebels had offered a truce".
    """
    above = tree.heads[node]
    if tree.deps[trigger] != "ccomp" or tree.heads[trigger] != above or tree.lemmas[trigger] not in _SPOKEN:
        return False
    who = tree.kid(trigger, "nsubj")
    if who is None or tree.tags[who] == "PRP" or stance_of(tree, above) not in ("says", "asks"):
        return False
    return tree.deps[node] in ("nsubj", "dobj", "dative")


def is_audience(tree: Tree, node: int) -> bool:
    """Whether somebody is only spoken to: "told reporters"."""
    spoken = tree.deps[node] in ("dobj", "dative") and stance_of(tree, tree.heads[node]) in ("says", "asks")
    return spoken and tree.lemmas[node] in _AUDIENCES


def is_written_to(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a message with an offer or a threat goes to somebody: "wrote to the mayor threatening a
    strike", "sent him a letter offering help".
    """
    verb = tree.heads[trigger]
    if tree.tags[trigger] != "VBG" or tree.deps[trigger] not in ("acl", "advcl", "xcomp"):
        return False
    if tree.lemmas[verb] in _MESSAGES and tree.deps[verb] == "dobj":
        verb = tree.heads[verb]
    elif tree.lemmas[verb] != "write" and tree.deps[verb] == "pobj":
        above = tree.heads[tree.heads[verb]]  # where the parser hangs it under who gets it
        verb = above if node == verb and tree.lemmas[above] in _WRITING else verb
    return tree.lemmas[verb] in _WRITING and node in tree.receivers(verb, "to")


def is_repeater(tree: Tree, noun: int, node: int) -> bool:
    """Whether somebody says again what others offer or threaten: "Peskov reiterated Russia's offer"."""
    verb = tree.heads[noun]
    done = tree.deps[noun] == "dobj" and tree.heads[node] == verb and tree.deps[node] == "nsubj"
    done = done or (tree.deps[noun] == "nsubjpass" and node in tree.agents(verb))
    return done and tree.lemmas[verb] in _REPEATING


def _beats(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of a blow to its object: "crush the rebels", "push them out"."""
    if tree.lemmas[verb] in _AWAY:
        return any(tree.lower[k] in _OUT for k in tree.kids(verb, "prt", "prep", "advmod"))
    return stance_of(tree, verb) in ("beats", "harms") or tree.lemmas[verb] == "capture"


@cache
def _verbs() -> dict[str, str]:
    """Stance by verb; the first that lists it wins."""
    found: dict[str, str] = {}
    for stance, lemmas in rows("lexicon/stances.tsv", 2):
        for lemma in lemmas.split():
            if "~" not in lemma:
                found.setdefault(lemma, stance)
    return found


@cache
def _with_particle() -> dict[str, dict[str, str]]:
    """Stance by verb and its particle: "fight off"."""
    found: dict[str, dict[str, str]] = {}
    for stance, lemmas in rows("lexicon/stances.tsv", 2):
        for lemma in lemmas.split():
            verb, tilde, particle = lemma.partition("~")
            if tilde:
                found.setdefault(verb, {})[particle] = stance
    return found
