"""What presses nobody, though states press each other with the same words: a school's rules, a firm's plans,
the release of a film or of a suspect, what is done to things.
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.clauses import is_conditional
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, PRONOUN, Tree

__all__ = ["is_clearance", "is_duty", "is_house_rule", "is_put_off", "is_release", "is_service"]

_BODIES = lemma_set("civil_bodies")
_CLIENTS = lemma_set("clients")
_SERVICES = lemma_set("services")
_KEEPERS = lemma_set("law_keepers")
_PUBLISHED = lemma_set("published")
_SPEAKING = lemma_set("speaking")
_FOES = lemma_set("foes")
_REMOVING = lemma_set("removing") - lemma_set("pressing")
_HAPPENING = frozenset({"hold", "leave", "make", "order"})
_ON_DUTY = frozenset({"as", "like", "on", "within"})
_BY_NAME = NAME | {"PRP"}
_LETTING_GO = lemma_set("conceding") - {"mediate"}


def is_house_rule(tree: Tree, verb: int) -> bool:
    """Whether a body of civil life only announces what it will do, to nobody by name: "the university said it
    would expel students who cheat".
    """
    if not tree.is_verb(verb) or tree.lemmas[verb] in _SPEAKING:
        return False
    above = tree.heads[verb] if tree.deps[verb] == "ccomp" else verb
    doers = [k for clause in {verb, above} for k in tree.kids(clause, "nsubj") if tree.tags[k] not in PRONOUN]
    if not any(tree.is_common(k, _BODIES) for k in doers):
        return False
    service = any(tree.lemmas[k] in _SERVICES for k in tree.kids(verb, "dobj"))
    conditions = is_conditional(tree, verb)
    return (service and not conditions) or not _names_somebody(tree, verb)


def is_release(tree: Tree, ready: int) -> bool:
    """Whether what somebody is ready to let go is no concession: "the studio is ready to release the film",
    "the police are prepared to free the driver".
    """
    clause = tree.kid(ready, "xcomp")
    if clause is None or tree.lemmas[clause] not in _LETTING_GO:
        return False
    if any(tree.lemmas[k] in _PUBLISHED for k in tree.kids(clause, "dobj")):
        return True
    copula = tree.heads[ready]
    who = tree.kid(copula, "nsubj")
    if who is not None and tree.tags[who] in PRONOUN:
        who = tree.kid(tree.heads[copula], "nsubj")
    return who is not None and tree.is_common(who, _KEEPERS) and not _names_somebody(tree, clause)


def is_service(tree: Tree, token: int) -> bool:
    """Whether it is their customers, pupils or guests whom firms and schools offer something, as they do to
    all: "the bank offers loans to students", "invites parents to a fair", "made an offer to its customers".
    """
    verb = token if tree.is_verb(token) else tree.heads[token]
    made = verb != token and tree.lemmas[token] == "offer" and tree.lemmas[verb] == "make"
    if not any(tree.is_common(k, _BODIES) for k in tree.kids(verb, "nsubj")):
        return False
    if tree.lemmas[token] == "invite" and tree.is_verb(token):
        return any(tree.lemmas[k] in _CLIENTS for k in tree.kids(token, "dobj"))
    if not made and (tree.lemmas[token] != "offer" or verb != token or tree.tags[verb] in ("VBD", "VBN")):
        return False
    if any(tree.lemmas[k] in _SERVICES for k in tree.kids(verb, "dobj")):
        return not _names_somebody_for(tree, verb)
    things = (verb, *tree.kids(verb, "dobj"))
    holders = (
        *things,
        *(k for thing in things for k in tree.behind(thing, "at")),
    )  # "loans at 3 % to buyers"
    return any(tree.lemmas[p] in _CLIENTS for k in holders for p in tree.receivers(k, "for", "to"))


def _names_somebody_for(tree: Tree, verb: int) -> bool:
    """ "Offered Chad ferries"."""
    return any(tree.tags[k] in NAME for k in tree.kids(verb, "dative", "dobj"))


def is_clearance(tree: Tree, verb: int) -> bool:
    """Whether it is things that somebody will do away with: "said it would eliminate 500 jobs"."""
    things = tree.kids(verb, "dobj") if tree.lemmas[verb] in _REMOVING else []
    return bool(things) and not any(tree.lemmas[k] in _FOES or tree.tags[k] in _BY_NAME for k in things)


def is_duty(tree: Tree, verb: int) -> bool:
    """Whether "act" tells only of a task that is done: "will act on the budget", "as a guardian"."""
    if tree.lemmas[verb] != "act":
        return False
    about = [k for k in tree.kids(verb, "prep") if tree.lower[k] in _ON_DUTY]
    return bool(about) and not any(tree.lemmas[p] == "threat" for k in about for p in tree.kids(k, "pobj"))


def is_put_off(sentence: Sentence, verb: int) -> bool:
    """Whether something is only to happen to a thing: "the decision would be left until June"."""
    tree = sentence.tree
    subject = tree.kid(verb, "nsubjpass") if tree.lemmas[verb] in _HAPPENING else None
    referent = None if subject is None else sentence.referents.get(subject)
    return subject is not None and (referent is None or referent.kind == "other")


def _names_somebody(tree: Tree, verb: int) -> bool:
    """Whether a name stands behind a verb, and in what belongs to it."""
    behind = range(verb + 1, tree.right(verb) + 1)
    return any(tree.has_capital(k, k + 1) and tree.lower[k] not in CALENDAR for k in behind)
