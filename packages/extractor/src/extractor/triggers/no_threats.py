"""What only looks like a threat: a hazard, a fact that is warned of, a match, what others will do."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.clauses import modals_of
from extractor.frames.coercing import WILL, is_coercion
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.triggers.civil import is_clearance, is_duty, is_house_rule, is_put_off
from extractor.triggers.deeds import VOWING, has_content, has_object, is_choice
from extractor.triggers.quarrels import is_quarrel
from extractor.triggers.reprisals import is_left_to_chance
from extractor.triggers.threats import BEING, HARMS, OF_HAZARD, PASSING

__all__ = ["is_no_threat"]

_MESSAGES = lemma_set("messages")
_INTENDING = lemma_set("intending")
_SPEAKING = lemma_set("speaking")
_FEARING = lemma_set("fearing")
_OBSERVERS = lemma_set("observers")
_DUTIES = lemma_set("duties")
_STANDING = lemma_set("giving_in")
_ANSWERS = lemma_set("own_deeds")
_ENDING = lemma_set("stopping")
_TALK = lemma_set("kinds_of_talk")
_LABOUR = lemma_set("labour")
_HARMED_BY_WORDS = lemma_set("harmed_by_words")
_ENDANGERED = lemma_set("endangered")
_WITHHELD = lemma_set("withheld")
_MAY = frozenset({"may", "might", "could"})
_HARM = lemma_set("fights")
_THINGS = ("other", "vehicle")
_NATURE = lemma_set("nature")
_BY_NAME = frozenset({"PRP", "NNP", "NNPS"})
_PLAYING = lemma_set("playing")
_MATCHES = lemma_set("matches")
_PRESSURE = frozenset({"blackmail", "intimidation", "ultimatum"})
_ANSWERING = lemma_set("answering")
_INQUIRIES = lemma_set("inquiries")
_DEFEATS = lemma_set("defeats")


def is_no_threat(sentence: Sentence, token: int) -> bool:
    """Whether what looks like a threat is none."""
    tree = sentence.tree
    if is_left_to_chance(tree, token) or is_quarrel(sentence, token):
        return True
    lemma = tree.lemmas[token]
    if lemma == "threat":
        return _is_hazard(sentence, token)
    if not tree.is_verb(token):
        return _is_called_so(tree, token)
    if _is_done_to_nobody(sentence, token):
        return True
    if lemma == "threaten":
        return _threatens_by_being(sentence, token)
    return lemma in ("warn", "caution") and _warns_of_fact(sentence, token)


def _is_done_to_nobody(sentence: Sentence, verb: int) -> bool:
    """Whether what a verb announces presses nobody, or is not what its speaker will do."""
    tree = sentence.tree
    return (
        _is_end_of_harm(tree, verb)
        or _is_play(tree, verb)
        or _is_forecast(tree, verb)
        or _is_good_will(tree, verb)
        or _is_of_others(sentence, verb)
        or _is_unread(tree, verb)
        or is_house_rule(tree, verb)
        or is_clearance(tree, verb)
        or is_duty(tree, verb)
        or is_put_off(sentence, verb)
        or any(is_choice(tree, k) for k in tree.kids(verb, "xcomp", "advcl"))
        or (tree.lemmas[verb] == "resort" and tree.kid(verb, "neg") is not None)
        or (tree.lemmas[verb] == "hesitate" and _is_no_force(tree, verb))
    )


def _is_no_force(tree: Tree, verb: int) -> bool:
    """Whether somebody has not hesitated, or will not do so with words or a walkout: "did not hesitate to
    strike", "will not hesitate to defend the budget".
    """
    if WILL.isdisjoint(modals_of(tree, verb)):
        return True
    clause = tree.kid(verb, "xcomp")
    if clause is None:
        return False
    if tree.lemmas[clause] == "strike" and tree.kid(clause, "dobj", "prep", "prt", "advmod") is None:
        return tree.has_lemma(_LABOUR)
    return has_object(tree, clause, _HARMED_BY_WORDS)


def _is_called_so(tree: Tree, noun: int) -> bool:
    """Whether others only call it so: "rejected the demands as an ultimatum"."""
    if tree.lemmas[noun] not in _PRESSURE or tree.kid(noun, "poss") is not None:
        return False
    above = tree.heads[noun]
    return tree.deps[noun] == "oprd" or (tree.deps[noun] == "pobj" and tree.lower[above] == "as")


def _is_end_of_harm(tree: Tree, verb: int) -> bool:
    """Whether somebody will stop a war: "said that it would halt the offensive"."""
    return tree.lemmas[verb] in _ENDING and has_object(tree, verb, _HARM)


def _is_play(tree: Tree, verb: int) -> bool:
    """Whether it is said of a match: "threatened to score", "vowed to avenge their defeat"."""
    if any(tree.lemmas[k] == "score" for k in tree.kids(verb, "advcl")):
        return True
    clause = tree.kid(verb, "xcomp")
    if clause is None:
        return False
    within = tree.behind(clause, "in")
    if any(tree.lemmas[p] in _MATCHES for p in within):
        return True
    return tree.lemmas[clause] in _PLAYING or (
        tree.lemmas[clause] == "avenge" and has_object(tree, clause, _DEFEATS)
    )


def _is_good_will(tree: Tree, verb: int) -> bool:
    """Whether somebody only promises to stand fast, or to do a duty: "vowed never to yield"."""
    clause = tree.kid(verb, "xcomp", "ccomp") if tree.lemmas[verb] in VOWING else None
    if clause is None:
        return False
    if any(tree.deps[k] == "neg" for k in tree.children[clause]):
        subject = tree.kid(clause, "nsubj", "nsubjpass")
        own = subject is None or tree.tags[subject] in _BY_NAME  # not "that their march would not halt"
        return own and tree.lemmas[clause] in _STANDING
    if any(tree.is_verb(k) for k in tree.kids(clause, "conj")):
        return False  # "vowed to defend Beirut and strike back"
    goes_on = tree.lemmas[clause] in ("continue", "help", "keep", "work")
    further = tree.kid(clause, "xcomp") if goes_on else None
    return tree.lemmas[clause if further is None else further] in _DUTIES


def _is_forecast(tree: Tree, verb: int) -> bool:
    """Whether others only expect what a verb tells of: "analysts said that Chad might retaliate"."""
    above = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.lemmas[verb] in _SPEAKING or not tree.is_verb(above):
        return False
    own, who = tree.kid(verb, "nsubj"), tree.kid(above, "nsubj")
    if own is None or who is None or tree.tags[own] == "PRP":
        return False
    return tree.lemmas[above] in _FEARING or tree.lemmas[who] in _OBSERVERS


def _is_of_others(sentence: Sentence, verb: int) -> bool:
    """Whether what a verb tells of is done by another state than its speaker's: "Kyiv said that Russia would
    attack the port", "warned that Russia could launch an offensive".
    """
    tree = sentence.tree
    above = tree.heads[verb] if tree.deps[verb] == "ccomp" and tree.is_verb(tree.heads[verb]) else verb
    clause = verb if above != verb else tree.kid(verb, "ccomp")
    own = None if clause is None else tree.kid(clause, "nsubj")
    if clause is None or own is None or tree.tags[own] == "PRP" or not is_coercion(tree, clause):
        return False
    doer = sentence.referents.get(own)
    speakers = [r for k in sentence.functions.surface_subject(above) if (r := sentence.referents.get(k))]
    if doer is None or not speakers:
        return False
    if doer.country is not None:
        return all(r.country not in (None, doer.country) for r in speakers)
    if doer.kind not in ("group", "organization") or not _MAY.intersection(
        tree.lower[k] for k in tree.kids(clause, "aux")
    ):
        return False
    return all(r.country is not None and r.kind != "person" and r.key != doer.key for r in speakers)


def _is_unread(tree: Tree, verb: int) -> bool:
    """Whether it is only words that have an answer: "her letter will not go unanswered", "will respond to
    the questions".
    """
    if tree.lemmas[verb] in _ANSWERING and any(
        tree.lemmas[p] in _INQUIRIES for p in (*tree.receivers(verb, "to"), *tree.kids(verb, "dobj"))
    ):
        return True
    subject = tree.kid(verb, "nsubj") if tree.lemmas[verb] in PASSING else None
    return subject is not None and tree.lemmas[subject] in _MESSAGES


def _threatens_by_being(sentence: Sentence, verb: int) -> bool:
    """Whether it is no somebody that threatens: "the strike threatens to close the port"."""
    tree, referents = sentence.tree, sentence.referents
    if sentence.functions.passive(verb):
        by = tree.agents(verb)
    else:
        by = list(sentence.functions.surface_subject(verb))
    by = _or_speaker(sentence, verb, by)
    somebody = any(k in referents and referents[k].kind != "other" for k in by)
    if _endangers(tree, verb) and not (somebody and has_object(tree, verb, _WITHHELD)):
        return True
    if by and all(tree.lemmas[k] in _NATURE for k in by):
        return True
    if tree.tags[verb] == "VBZ" and any(tree.tags[k] == "NNS" for k in by):
        return True  # of "unrest among the miners that threatens to stop the trains"
    known = [referents[k] for k in by if k in referents]
    if not known or len(known) < len(by) or any(tree.lemmas[k] in _MESSAGES for k in by):
        return False
    return all(r.kind == "other" for r in known)


def _or_speaker(sentence: Sentence, verb: int, by: list[int]) -> list[int]:
    """Who threatens: a thing's verb may only stand nearer than the speaker's, as in "Ann said that talks had
    failed, threatening to leave".
    """
    tree, clause = sentence.tree, sentence.tree.heads[verb]
    if tree.tags[verb] != "VBG" or tree.deps[verb] != "advcl" or tree.deps[clause] != "ccomp":
        return by
    if any(k not in sentence.referents or sentence.referents[k].kind != "other" for k in by):
        return by
    return list(sentence.functions.surface_subject(tree.heads[clause])) or by


def _endangers(tree: Tree, verb: int) -> bool:
    """Whether it is a state of things that is threatened: "threatening a fragile ceasefire"."""
    if tree.kid(verb, "xcomp") is not None:
        return False
    for thing in tree.kids(verb, "dobj"):
        parts = (tree.lemmas[k] for k in tree.kids(thing, "compound"))
        if {tree.lemmas[thing], *(part + tree.lemmas[thing] for part in parts)} & _ENDANGERED:
            return True  # "cease-fire" is three tokens
    return False


def _is_hazard(sentence: Sentence, noun: int) -> bool:
    """Whether a threat is what somebody is, and not says: "poses a threat", "threats from a fire"."""
    tree, kids = sentence.tree, sentence.tree.children[noun]
    by = [p for k in kids if tree.lower[k] in ("by", "from") for p in tree.kids(k, "pobj")]
    if by and all((r := sentence.referents.get(p)) is not None and r.kind in _THINGS for p in by):
        return True
    if any(tree.lemmas[k] in HARMS for k in kids) or has_content(tree, noun):
        return False
    if any(tree.lemmas[k] == "pose" for k in tree.kids(noun, "acl", "relcl")):
        return True
    dep, above = tree.deps[noun], tree.heads[noun]
    if dep == "pobj":
        if tree.lower[above] == "under" and tree.kid(noun, "poss") is None:
            return True
        if tree.lower[above] == "of" and tree.lemmas[tree.heads[above]] in _TALK:
            return True
        if tree.lower[above] == "with" and tree.lemmas[tree.heads[above]] == "face":
            return True
        return tree.lower[above] == "as" and tree.kid(noun, "poss") is None
    if dep == "attr":
        return tree.lemmas[above] in BEING
    return dep in ("dobj", "nsubjpass") and tree.lemmas[above] in OF_HAZARD


def _warns_of_fact(sentence: Sentence, verb: int) -> bool:
    """Whether what is warned of goes on, or is only called something: "that time is running out"."""
    tree = sentence.tree
    clause = tree.kid(verb, "ccomp")
    subject = None if clause is None else tree.kid(clause, "nsubj", "nsubjpass")
    if clause is None or subject is None or tree.tags[subject] == "PRP":
        return False
    modal = bool(modals_of(tree, clause))
    goes_on = any(tree.tags[k] == "VBG" for k in (clause, *tree.kids(clause, "auxpass")))
    if goes_on and not modal and tree.lemmas[clause] not in _INTENDING:
        return True
    referent = sentence.referents.get(subject)
    thing = referent is not None and referent.kind == "other"
    if not thing or tree.lemmas[subject] in _ANSWERS:
        return False
    return tree.lemmas[clause] == "be" and tree.kid(clause, "acomp") is not None
