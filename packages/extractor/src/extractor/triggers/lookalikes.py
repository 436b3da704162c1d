"""What only looks like an offer or a threat: a hazard, a fact that is warned of, a law, a match, a film."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.coercing import LAWS, is_coercion
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, Tree
from extractor.triggers.civil import is_clearance, is_duty, is_house_rule, is_put_off, is_release
from extractor.triggers.encounters import is_appeal, is_for_the_public, is_of_the_public
from extractor.triggers.habits import is_ability, is_drill, is_habit, is_under_law
from extractor.triggers.outright import (
    BEING,
    FIGHTING,
    HARMS,
    OF_HAZARD,
    PASSING,
    READY,
    VOWING,
    has_content,
    has_object,
    is_choice,
    is_ready_to_harm,
    is_to_do,
)

__all__ = ["is_no_act"]

_DEFENDING = lemma_set("defending")
_MESSAGES = lemma_set("messages")
_BANNED = lemma_set("banning")
_VOTING = lemma_set("voting")
_OFFICES = lemma_set("offices")
_MUSING = lemma_set("musing")
_IDEAS = lemma_set("ideas")
_GAINING = lemma_set("gaining")
_INTENDING = lemma_set("intending")
_SPEAKING = lemma_set("speaking")
_FEARING = lemma_set("fearing")
_OBSERVERS = lemma_set("observers")
_DUTIES = lemma_set("duties")
_STANDING = lemma_set("giving_in")
_ANSWERS = lemma_set("own_deeds")
_FICTION = lemma_set("fiction")
_ENDING = lemma_set("stopping")
_TALK = lemma_set("kinds_of_talk")
_ENDANGERED = lemma_set("endangered")
_WITHHELD = lemma_set("withheld")
_JOINT = lemma_set("working_together")
_MAKING = lemma_set("making")
_MAY = frozenset({"may", "might", "could"})
_OPEN = frozenset({"whether", "when", "if", "until", "unless", "once"})
_HARM = lemma_set("fights")
_OWN = lemma_set("own_people")
_THINGS = ("other", "vehicle")
_NATURE = lemma_set("nature")
_BY_NAME = frozenset({"PRP", "NNP", "NNPS"})
_MERELY = frozenset({"just", "merely", "only"})
_PLAYING = lemma_set("playing")
_MATCHES = lemma_set("matches")
_PRESSURE = frozenset({"blackmail", "intimidation", "ultimatum"})
_DEFEATS = lemma_set("defeats")
_IN_FIGHTS = lemma_set("in_fights")
_COLLISIONS = lemma_set("collisions")
_DISCUSSING = frozenset({"converse", "discuss", "exchange"})
_ROOMS = lemma_set("rooms")
_CLIMBING = frozenset({"ascend", "climb", "conquer", "reach", "scale"})
_FILMING = lemma_set("filming")
_PERFORMERS = lemma_set("performers")
_COUNTED = lemma_set("ordinals") | {"first", "twelfth", "last", "latest", "league"}


def is_no_act(sentence: Sentence, token: int, kind: str) -> bool:
    """Whether what looks like an offer or a threat is none: a hazard, a fact that is warned of, a rule; and
    whether a call is a demand.
    """
    tree = sentence.tree
    if kind in ("meeting", "strike") and is_habit(sentence, token):
        return True
    if kind == "strike":
        if is_drill(tree, token) or _is_show(tree, token):
            return True
        return is_ability(sentence, token) or is_under_law(sentence, token)
    if kind == "meeting":
        if _is_peak(tree, token) or _is_room(tree, token) or _is_touch(tree, token):
            return True
        if tree.is_verb(token) and tree.lemmas[token] in _DISCUSSING and is_for_the_public(tree, token):
            return True
        return _is_summons(tree, token) or _is_fight(tree, token) or _is_match(tree, token)
    if kind in ("offer", "threat") and (_is_fiction(tree, token) or _is_forbidden(tree, token)):
        return True
    if kind == "threat":
        if tree.lemmas[token] == "threat":
            return _is_hazard(sentence, token)
        if not tree.is_verb(token):
            return _is_called_so(tree, token)
        if (
            _is_end_of_harm(tree, token)
            or _is_play(tree, token)
            or _is_forecast(tree, token)
            or _is_good_will(tree, token)
            or _is_of_others(sentence, token)
            or _is_unread(tree, token)
            or is_house_rule(tree, token)
            or is_clearance(tree, token)
            or is_duty(tree, token)
            or is_put_off(sentence, token)
            or any(is_choice(tree, k) for k in tree.kids(token, "xcomp", "advcl"))
            or (tree.lemmas[token] == "resort" and tree.kid(token, "neg") is not None)
        ):
            return True
        if tree.lemmas[token] == "threaten":
            return _threatens_by_being(sentence, token)
        return tree.lemmas[token] in ("warn", "caution") and _warns_of_fact(sentence, token)
    return kind == "offer" and (
        _is_rule(tree, token)
        or _is_law(tree, token)
        or _is_candidacy(tree, token)
        or _is_at_home(tree, token)
        or _is_put_to_vote(tree, token)
        or _is_open(tree, token)
        or _is_mutual(tree, token)
        or _is_occasion(tree, token)
        or _is_mused_on(tree, token)
        or (tree.lemmas[token] in READY and is_release(tree, token))
        or (tree.lemmas[token] in READY and is_ready_to_harm(tree, token, FIGHTING | _DEFENDING))
    )


def _is_forbidden(tree: Tree, token: int) -> bool:
    """Whether somebody is told not to: "do not give us an ultimatum"."""
    for verb in (token, *tree.ancestors(token)):
        if tree.is_verb(verb) and (
            tree.kid(verb, "nsubj", "nsubjpass") is not None or tree.tags[verb] != "VB"
        ):
            return False
        if tree.is_verb(verb) and tree.kid(verb, "neg") is not None:
            return all(tree.lemmas[k] == "do" for k in tree.kids(verb, "aux"))
    return False


def _is_called_so(tree: Tree, noun: int) -> bool:
    """Whether others only call it so: "rejected the demands as an ultimatum"."""
    if tree.lemmas[noun] not in _PRESSURE or tree.kid(noun, "poss") is not None:
        return False
    above = tree.heads[noun]
    return tree.deps[noun] == "oprd" or (tree.deps[noun] == "pobj" and tree.lower[above] == "as")


def _is_fiction(tree: Tree, token: int) -> bool:
    """Whether it happens in a play: "in the film a gangster threatens to kill a judge"."""
    if not tree.has_lemma(_FICTION):
        return False
    verbs = (k for k in (token, *tree.ancestors(token)) if tree.is_verb(k))
    within = (prep for verb in verbs for prep in tree.kids(verb, "prep") if tree.lower[prep] == "in")
    return any(tree.lemmas[p] in _FICTION for prep in within for p in tree.kids(prep, "pobj"))


def _is_end_of_harm(tree: Tree, verb: int) -> bool:
    """Whether somebody will stop a war: "said that it would halt the offensive"."""
    return tree.lemmas[verb] in _ENDING and has_object(tree, verb, _HARM)


def _is_play(tree: Tree, verb: int) -> bool:
    """Whether it is said of a match: "threatened to score", "vowed to avenge their defeat"."""
    clause = tree.kid(verb, "xcomp")
    if clause is None:
        return False
    within = (p for k in tree.kids(clause, "prep") if tree.lower[k] == "in" for p in tree.kids(k, "pobj"))
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


def _is_summons(tree: Tree, noun: int) -> bool:
    """Whether a call is a demand or a decision: "the call to free him angered", "issued the call"."""
    kids = tree.children[noun]
    if tree.lemmas[noun] != "call" or any(
        tree.deps[k] == "compound" or tree.lower[k] in ("with", "between") for k in kids
    ):
        return False
    if tree.deps[noun] != "dobj":  # "used the call to urge him"
        return any(is_to_do(tree, k) for k in tree.kids(noun, "acl"))
    if is_of_the_public(tree, noun):
        return True
    to = any(tree.lower[k] == "to" for k in kids) and not is_appeal(tree, noun)  # "made a call to the emir"
    return tree.lemmas[tree.heads[noun]] in _MAKING and not to


def _is_fight(tree: Tree, noun: int) -> bool:
    """Whether it is with weapons that two sides meet: "killed in an encounter with the police"."""
    return tree.lemmas[noun] == "encounter" and tree.has_lemma(_IN_FIGHTS)


def _is_show(tree: Tree, verb: int) -> bool:
    """Whether it is done on a stage or with a camera: "the comedian bombed", "the studio shot the film"."""
    if tree.lemmas[verb] not in ("bomb", "shoot") or not tree.is_verb(verb):
        return False
    doers = [*tree.kids(verb, "nsubj"), *(p for k in tree.kids(verb, "agent") for p in tree.kids(k, "pobj"))]
    if tree.lemmas[verb] == "shoot":
        return any(tree.lemmas[k] in _FILMING for k in doers)
    return tree.kid(verb, "dobj", "auxpass") is None and any(tree.lemmas[k] in _PERFORMERS for k in doers)


def _is_peak(tree: Tree, noun: int) -> bool:
    """Whether it is the top of a mountain: "eleven climbers reached the summit"."""
    if tree.lemmas[noun] != "summit" or tree.deps[noun] not in ("dobj", "nsubjpass"):
        return False
    return tree.lemmas[tree.heads[noun]] in _CLIMBING


def _is_room(tree: Tree, noun: int) -> bool:
    """ "A conference hall"."""
    return tree.deps[noun] == "compound" and tree.lemmas[tree.heads[noun]] in _ROOMS


def _is_touch(tree: Tree, noun: int) -> bool:
    """ "The contact between the two damaged both cars"."""
    return tree.lemmas[noun] == "contact" and tree.has_lemma(_COLLISIONS)


def _is_match(tree: Tree, noun: int) -> bool:
    """Whether two sides only play: "the third meeting between A and B this season"."""
    if tree.lemmas[noun] not in ("encounter", "meeting") or not any(
        tree.lower[k] == "between" for k in tree.kids(noun, "prep")
    ):
        return False
    counted = any(tree.lower[k] in _COUNTED for k in tree.kids(noun, "amod"))
    return counted and any(tree.lemmas[k] in _MATCHES and tree.tags[k] in NOUN for k in range(len(tree)))


def _is_unread(tree: Tree, verb: int) -> bool:
    """Whether it is only a message that has an answer: "her letter will not go unanswered"."""
    subject = tree.kid(verb, "nsubj") if tree.lemmas[verb] in PASSING else None
    return subject is not None and tree.lemmas[subject] in _MESSAGES


def _threatens_by_being(sentence: Sentence, verb: int) -> bool:
    """Whether it is no somebody that threatens: "the strike threatens to close the port"."""
    tree, referents = sentence.tree, sentence.referents
    if sentence.functions.passive(verb):
        by = [p for k in tree.kids(verb, "agent") for p in tree.kids(k, "pobj")]
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
    modal = any(tree.tags[k] == "MD" for k in tree.kids(clause, "aux"))
    goes_on = any(tree.tags[k] == "VBG" for k in (clause, *tree.kids(clause, "auxpass")))
    if goes_on and not modal and tree.lemmas[clause] not in _INTENDING:
        return True
    referent = sentence.referents.get(subject)
    thing = referent is not None and referent.kind == "other"
    if not thing or tree.lemmas[subject] in _ANSWERS:
        return False
    return tree.lemmas[clause] == "be" and tree.kid(clause, "acomp") is not None


def _is_rule(tree: Tree, token: int) -> bool:
    """Whether somebody is required to offer something, or must not: "banned from offering credit"."""
    if not tree.is_verb(token):
        return False
    above = tree.heads[token]
    if tree.deps[token] == "pcomp":
        above = tree.heads[above]
    return tree.deps[token] in ("xcomp", "pcomp", "ccomp") and tree.lemmas[above] in _BANNED


def _is_law(tree: Tree, token: int) -> bool:
    """Whether what is proposed is a law or a rule at home: "proposed several amendments"."""
    if tree.lemmas[token] != "propose":
        return False
    things = [*tree.kids(token, "dobj", "nsubjpass")]
    if tree.deps[token] in ("acl", "amod"):
        things.append(tree.heads[token])
    return any(tree.lemmas[k] in LAWS for k in things)


def _is_candidacy(tree: Tree, token: int) -> bool:
    """Whether somebody bids for an office or a title, or only tries: "a bid for the presidency", "in a bid to
    delay the trial".
    """
    if tree.lemmas[token] != "bid" or tree.is_verb(token):
        return False
    tried = [k for k in tree.kids(token, "acl", "relcl") if is_to_do(tree, k)]
    if any(tree.lemmas[k] not in _GAINING for k in tried):
        return True
    sought = (p for k in tree.kids(token, "prep") if tree.lower[k] == "for" for p in tree.kids(k, "pobj"))
    return any(tree.lemmas[p] in _OFFICES for p in sought)


def _is_at_home(tree: Tree, token: int) -> bool:
    """Whether somebody pledges something to his own people: "promised to protect its citizens"."""
    if tree.lemmas[token] not in VOWING or not tree.is_verb(token):
        return False
    verbs = (token, *tree.kids(token, "xcomp"))
    whom = [k for verb in verbs for k in tree.kids(verb, "dobj", "dative") if tree.lemmas[k] in _OWN]
    return any(_is_own(tree, k) for k in whom)


def _is_mutual(tree: Tree, token: int) -> bool:
    """Whether several promise each other to work together."""
    clause = tree.kid(token, "xcomp") if tree.lemmas[token] in VOWING and tree.is_verb(token) else None
    who = tree.kid(token, "nsubj")
    if clause is None or who is None or tree.lemmas[clause] not in _JOINT:
        return False
    several = tree.tags[who] in ("NNS", "NNPS") or tree.kid(who, "conj") is not None
    return several and not any(tree.lower[k] == "with" for k in tree.kids(clause, "prep"))


def _is_own(tree: Tree, people: int) -> bool:
    """Whether people are the speaker's: "its citizens", "voters", and not "the Lebanese people"."""
    told = tree.kids(people, "amod", "compound", "poss", "prep", "relcl", "acl")
    return all(tree.tags[k] == "PRP$" for k in told)


def _is_put_to_vote(tree: Tree, token: int) -> bool:
    """Whether a proposal is one that voters decide about."""
    if tree.is_verb(token) or tree.deps[token] != "dobj":
        return False
    return any(tree.lemmas[k] in _VOTING for k in tree.kids(tree.heads[token], "nsubj"))


def _is_mused_on(tree: Tree, token: int) -> bool:
    """Whether it is only talked over what nobody has put forward: "discussed ideas for a truce"."""
    if tree.lemmas[token] not in _IDEAS or tree.deps[token] not in ("dobj", "nsubjpass"):
        return False
    if tree.lemmas[tree.heads[token]] not in _MUSING:
        return False
    of_somebody = tree.kid(token, "poss") is not None or any(
        tree.lower[k] in ("by", "from") for k in tree.kids(token, "prep")
    )
    return not of_somebody and not tree.has_capital(max(1, tree.left(token)), token)


def _is_occasion(tree: Tree, token: int) -> bool:
    """Whether it is only told at whose wish something is done: "on the initiative of Chad"."""
    return tree.lemmas[token] == "initiative" and tree.lower[tree.heads[token]] in ("on", "at")


def _is_open(tree: Tree, token: int) -> bool:
    """Whether it is not said that somebody is ready, or said that nobody is, or not any longer."""
    if tree.lemmas[token] not in READY:
        return False
    kids = tree.children[token]
    verb = tree.heads[token]
    if any(tree.lower[k] == "longer" for k in (*kids, *tree.children[verb])):
        return True
    if any(tree.deps[k] == "neg" and tree.lower[k + 1] not in _MERELY for k in (*kids, *tree.children[verb])):
        return True
    return any(tree.lower[k] in _OPEN for k in tree.kids(verb, "mark", "advmod"))
