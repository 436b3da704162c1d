"""What a sentence says outright to be a threat, and what only looks like an offer or a threat.

The weights know single words and their company; they know less of how these stand to each other: who vows to
avenge somebody threatens, and a storm that threatens a town does not.
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.tree import NAME, Tree

__all__ = ["is_no_act", "outright_odds"]

_OUTRIGHT = 1.5
"""Log-odds that it gives a threat to be stated outright."""

_CONCEDED = 1.0
"""Log-odds that it gives an offer to be one of what only a side of a conflict does."""
_CONCEDING = frozenset(
    {"disarm", "free", "halt", "lift", "mediate", "release", "surrender", "suspend", "withdraw"}
)
_FIGHTING = frozenset(
    {"strike", "attack", "retaliate", "bomb", "invade", "shoot", "destroy", "crush", "annihilate", "punish"}
)
_DEFENDING = frozenset({"fight", "defend", "confront", "resist", "repel", "die", "intervene"})
_RESERVED = _FIGHTING | {"respond", "act", "defend", "intervene"}
_MEANS = frozenset({"force", "weapon", "missile", "army", "arms"})
_GIVING = frozenset({"deliver", "donate", "give", "provide", "send", "supply", "transfer"})
_VOWING = frozenset({"vow", "pledge", "promise", "swear"})
_AVENGING = frozenset({"avenge", "retaliate", "punish", "annihilate", "obliterate", "crush", "wipe"})
_DOING = frozenset({"carry", "impose", "launch", "mount", "stage"})
_STRIKING = frozenset({"strike", "hit", "fight"})
_ANSWERING = frozenset({"respond", "react", "reply", "answer"})
_ANSWERED = frozenset(
    {"attack", "strike", "aggression", "provocation", "raid", "violation", "invasion", "assault", "bombing"}
    | {"incursion", "sanction", "tariff", "expulsion", "killing", "assassination", "hack", "cyberattack"}
)
_REPRISAL = frozenset(
    {"revenge", "vengeance", "retaliation", "retribution", "reprisal", "countermeasure", "response"}
)
_CONSEQUENCE = _REPRISAL | {"consequence"}
_MEASURES = frozenset({"sanction", "tariff", "boycott", "embargo", "expulsion"})
_DEED = _REPRISAL | {
    "action", "attack", "boycott", "embargo", "blockade", "bombing", "expulsion", "invasion", "lawsuit",
    "measure", "sanction", "shooting", "strike", "tariff", "veto", "war",
}  # fmt: skip
_VIOLENT = _DEED | {"violence", "force"}
_DEMANDED = frozenset(
    {"accept", "comply", "disarm", "evacuate", "free", "hand", "leave", "quit", "release", "resign"}
    | {"surrender", "vacate", "withdraw"}
)
"""What an ultimatum gives time for."""
_POWERS = frozenset(
    {
        "ambassador",
        "army",
        "colonel",
        "fighter",
        "force",
        "garrison",
        "general",
        "government",
        "gunman",
        "junta",
    }
    | {"hijacker", "kidnapper", "militant", "militia", "president", "rebel", "regime", "soldier", "troop"}
)
"""Who gives an ultimatum or gets one, of those without a name."""
_TIME = frozenset({"minute", "hour", "day", "week", "month"})
_HARMS = frozenset({"death", "bomb", "arson", "assassination", "kidnapping", "rape", "murder"})
"""Nouns before "threat" of what only somebody threatens."""
_UTTERING = frozenset(
    {"make", "issue", "repeat", "renew", "send", "receive", "lift", "withdraw", "fulfil", "fulfill"}
    | {"communicate", "reiterate", "retract", "exchange", "trade"}
)
_OF_HAZARD = frozenset(
    {"pose", "face", "counter", "combat", "eliminate", "reduce", "remove", "contain", "neutralise"}
    | {"neutralize", "represent", "constitute", "confront", "tackle", "clear"}
)
_GROWING = frozenset({"increased", "increasing", "growing", "rising", "heightened", "evolving", "global"})
_NATURE = frozenset(
    {"fire", "wildfire", "storm", "hurricane", "typhoon", "cyclone", "flood", "flooding", "volcano", "virus"}
    | {"disease", "drought", "pollution", "change", "warming", "avalanche", "landslide", "tornado"}
)
_BEING = frozenset({"be", "become", "remain"})
_MESSAGES = frozenset(
    {"letter", "statement", "message", "email", "e-mail", "video", "tweet", "call", "note", "post", "text"}
    | {"speech", "leaflet", "caller", "decree"}
)
_BANNED = frozenset({"ban", "bar", "forbid", "oblige", "prohibit", "require"})
_VOTING = frozenset({"voter", "electorate", "referendum", "lawmaker", "citizen", "shareholder"})
_LAWS = frozenset(
    {
        "amendment",
        "benefit",
        "bill",
        "budget",
        "constitution",
        "law",
        "legislation",
        "levy",
        "pension",
        "reform",
    }
    | {"referendum", "regulation", "rule", "tax"}
)
_OFFICES = frozenset(
    {
        "asylum",
        "championship",
        "freedom",
        "gold",
        "independence",
        "leadership",
        "medal",
        "membership",
        "office",
    }
    | {"nomination", "power", "presidency", "re-election", "reelection", "seat", "statehood", "title"}
)
_READY = frozenset({"ready", "willing", "prepared", "open"})
_INTENDING = frozenset({"consider", "go", "intend", "plan", "prepare", "weigh"})
_SPEAKING = frozenset({"threaten", "warn", "caution", "vow", "pledge", "promise", "swear", "give"})
_FEARING = frozenset({"assume", "doubt", "expect", "fear", "predict", "speculate", "suspect", "worry"})
_OBSERVERS = frozenset(
    {"analyst", "columnist", "commentator", "economist", "expert", "historian", "observer", "professor"}
    | {"pundit", "researcher", "scholar", "scientist", "strategist"}
)
_DUTIES = frozenset(
    {
        "defend",
        "help",
        "improve",
        "investigate",
        "keep",
        "protect",
        "rebuild",
        "resist",
        "restore",
        "strengthen",
    }
    | {"support", "work"}
)
_RESTING = frozenset({"forget", "forgive", "rest", "spare", "stop", "tolerate"})
_FICTION = frozenset(
    {"comedy", "drama", "episode", "film", "movie", "novel", "opera", "play", "sitcom", "thriller"}
)
_ENDING = frozenset({"cancel", "freeze", "halt", "stop", "suspend"})
_HARM = frozenset({"attack", "bombing", "fighting", "invasion", "offensive", "operation", "shelling", "war"})
_OWN = frozenset({"citizen", "constituent", "fan", "people", "resident", "supporter", "voter"})
_PLAYING = frozenset({"equalise", "equalize", "score", "win"})
_DEFEATS = frozenset({"defeat", "loss"})
_HELD = frozenset({"responsible", "accountable"})


def outright_odds(tree: Tree, token: int, kind: str) -> float:
    """The log-odds that a trigger has for being a threat or an offer that is stated outright."""
    if kind == "offer":
        return _CONCEDED if _is_offer_outright(tree, token) else 0.0
    return _OUTRIGHT if kind == "threat" and _is_outright(tree, token) else 0.0


def _is_offer_outright(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of an offer to give in, or to give something to somebody by name."""
    clause = tree.kid(verb, "xcomp")
    if clause is None or not _is_to_do(tree, clause):
        return False
    if tree.lemmas[verb] == "offer":
        return tree.lemmas[clause] in _CONCEDING
    given = tree.lemmas[verb] in _VOWING and tree.lemmas[clause] in _GIVING
    to = [k for k in tree.kids(clause, "prep", "dative") if tree.lower[k] == "to"]
    whom = [p for k in to for p in tree.kids(k, "pobj")] + tree.kids(clause, "dative")
    if any(tree.lower[k] == "with" for k in tree.kids(clause, "prep")):
        whom += tree.kids(clause, "dobj")  # "to provide Chad with radars"
    return given and any(tree.tags[k] in NAME for k in whom)


def _is_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of a threat whatever else the sentence says."""
    lemma = tree.lemmas[token]
    if lemma in _READY:
        return _is_ready_to_harm(tree, token, _FIGHTING)
    if not tree.is_verb(token):
        return lemma == "threat" and _is_made(tree, token)
    if lemma == "reserve":
        rights = [k for k in tree.kids(token, "dobj") if tree.lemmas[k] == "right"]
        return any(tree.lemmas[c] in _RESERVED for k in rights for c in tree.kids(k, "acl", "xcomp"))
    if lemma == "threaten":
        if any(tree.lower[p] not in _NATURE for k in tree.kids(token, "agent") for p in tree.kids(k, "pobj")):
            return True  # unless it turns out to be no somebody
        return _is_to_do(tree, tree.kid(token, "xcomp")) or _has_object(tree, token, _DEED)
    if lemma in _VOWING:
        return _has_object(tree, token, _REPRISAL) or _is_answer(tree, tree.kid(token, "xcomp", "ccomp"))
    if lemma == "warn":
        return _warns_of_answer(tree, token)
    return lemma == "give" and _is_ultimatum(tree, token)


def _is_to_do(tree: Tree, clause: int | None) -> bool:
    """Whether a clause is an infinitive: "threatened to close the strait"."""
    return clause is not None and any(tree.lower[k] == "to" for k in tree.kids(clause, "aux"))


def _has_object(tree: Tree, verb: int, lemmas: frozenset[str]) -> bool:
    return any(tree.lemmas[k] in lemmas for k in tree.kids(verb, "dobj"))


def _is_answer(tree: Tree, clause: int | None) -> bool:
    """Whether what is vowed is done to somebody in return for something."""
    if clause is None:
        return False
    lemma = tree.lemmas[clause]
    if lemma in _AVENGING:
        return True
    if lemma in _STRIKING:
        return any(tree.lower[k] == "back" for k in tree.kids(clause, "advmod", "prt"))
    if lemma == "take" and _has_object(tree, clause, _REPRISAL):
        return True
    if lemma in _DOING and _has_object(tree, clause, _DEED):
        return True
    if lemma not in _ANSWERING:
        return False
    if tree.kid(clause, "advcl") is not None:
        return True
    to = (k for k in tree.kids(clause, "prep", "dative") if tree.lower[k] == "to")
    return any(tree.lemmas[p] in _ANSWERED for k in to for p in tree.kids(k, "pobj"))


def _warns_of_answer(tree: Tree, verb: int) -> bool:
    """ "Warned of retaliation", "warned that Riga would be held responsible"."""
    by = [p for k in tree.kids(verb, "agent") for p in tree.kids(k, "pobj")]
    above = (verb, *tree.kids(verb, "dobj"), *by)  # "warned the bank | of sanctions"
    of = (k for holder in above for k in tree.kids(holder, "prep") if tree.lower[k] == "of")
    if any(tree.lemmas[p] in _CONSEQUENCE | _MEASURES for k in of for p in tree.kids(k, "pobj")):
        return True
    clause = tree.kid(verb, "ccomp", "xcomp")
    if clause is None:
        return False
    below = (clause, *tree.kids(clause, "conj"))
    if any(tree.lower[k] == "or" for k in tree.kids(clause, "cc")) and any(
        tree.lemmas[k] == "face" for k in below
    ):
        return True  # "warned the firms to pay or face a boycott"
    if not any(tree.tags[k] == "MD" for k in tree.kids(clause, "aux")):
        return False
    if tree.lemmas[clause] == "be" and any(tree.lemmas[k] == "mistake" for k in tree.kids(clause, "attr")):
        return True
    if tree.lemmas[clause] == "tolerate":
        return tree.kid(clause, "neg") is not None
    if tree.lemmas[clause] == "hold":
        return any(tree.lower[k] in _HELD for k in tree.children[clause])
    return tree.lemmas[clause] == "face" and _has_object(tree, clause, _DEED | _CONSEQUENCE)


def _is_ready_to_harm(tree: Tree, token: int, harms: frozenset[str]) -> bool:
    """Whether somebody is ready to fight somebody: "prepared to strike the rebels"."""
    clause = tree.kid(token, "xcomp")
    if clause is None or not _is_to_do(tree, clause):
        return False
    return tree.lemmas[clause] in harms or (
        tree.lemmas[clause] == "use" and _has_object(tree, clause, _MEANS)
    )


def _is_ultimatum(tree: Tree, verb: int) -> bool:
    """ "Gave the garrison two days to surrender"."""
    given = [k for k in tree.kids(verb, "dobj", "npadvmod") if tree.lemmas[k] in _TIME]
    clauses = (c for k in (verb, *given) for c in tree.kids(k, "xcomp", "acl", "relcl", "advcl"))
    sides = tree.kids(verb, "nsubj", "dative", "dobj")
    if not any(tree.tags[k] in NAME or tree.lemmas[k] in _POWERS for k in sides):
        return False  # a landlord or a court
    return bool(given) and any(tree.lemmas[c] in _DEMANDED and _is_to_do(tree, c) for c in clauses)


def _is_made(tree: Tree, noun: int) -> bool:
    """Whether somebody makes a threat: "repeated threats to shell the island", "threats from militants"."""
    kids = tree.children[noun]
    if any(tree.lemmas[k] in _HARMS and k < noun for k in kids):
        return tree.deps[noun] != "compound"
    governor = tree.lemmas[tree.heads[noun]]
    if governor in _OF_HAZARD or governor in _BEING or any(tree.lower[k] in _GROWING for k in kids):
        return False
    uttered = tree.deps[noun] == "dobj" and governor in _UTTERING
    several = tree.tags[noun] == "NNS"
    by = [k for k in tree.kids(noun, "prep", "agent") if tree.lower[k] in ("by", "from")]
    if any(tree.lower[p] in _NATURE for k in by for p in tree.kids(k, "pobj")):
        return False
    if uttered or by:
        warned_of = (
            tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of" and "warn" in tree.lemmas
        )
        return (several and not warned_of) or _has_content(tree, noun)
    return (several or tree.kid(noun, "poss") is not None) and _has_content(tree, noun)


def _has_content(tree: Tree, noun: int) -> bool:
    """Whether it is said what is threatened: "to VERB", "of boycotting"."""
    if any(_is_to_do(tree, k) for k in tree.kids(noun, "acl", "xcomp", "relcl")):
        return True
    of = [k for k in tree.kids(noun, "prep") if tree.lower[k] == "of"]
    return any(tree.deps[p] == "pcomp" or tree.lemmas[p] in _VIOLENT for k in of for p in tree.children[k])


def is_no_act(sentence: Sentence, token: int, kind: str) -> bool:
    """Whether what looks like an offer or a threat is none: a hazard, a fact that is warned of, a rule."""
    tree = sentence.tree
    if kind in ("offer", "threat") and _is_fiction(tree, token):
        return True
    if kind == "threat":
        if tree.lemmas[token] == "threat":
            return _is_hazard(sentence, token)
        if not tree.is_verb(token):
            return False
        if (
            _is_end_of_harm(tree, token)
            or _is_play(tree, token)
            or _is_forecast(tree, token)
            or _is_good_will(tree, token)
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
        or (tree.lemmas[token] in _READY and _is_ready_to_harm(tree, token, _FIGHTING | _DEFENDING))
    )


def _is_fiction(tree: Tree, token: int) -> bool:
    """Whether it happens in a play: "in the film a gangster threatens to kill a judge"."""
    if not tree.has_lemma(_FICTION):
        return False
    verbs = (k for k in (token, *tree.ancestors(token)) if tree.is_verb(k))
    within = (prep for verb in verbs for prep in tree.kids(verb, "prep") if tree.lower[prep] == "in")
    return any(tree.lemmas[p] in _FICTION for prep in within for p in tree.kids(prep, "pobj"))


def _is_end_of_harm(tree: Tree, verb: int) -> bool:
    """Whether somebody will stop a war: "said that it would halt the offensive"."""
    return tree.lemmas[verb] in _ENDING and _has_object(tree, verb, _HARM)


def _is_play(tree: Tree, verb: int) -> bool:
    """Whether it is said of a match: "threatened to score", "vowed to avenge their defeat"."""
    clause = tree.kid(verb, "xcomp")
    if clause is None:
        return False
    return tree.lemmas[clause] in _PLAYING or (
        tree.lemmas[clause] == "avenge" and _has_object(tree, clause, _DEFEATS)
    )


def _is_good_will(tree: Tree, verb: int) -> bool:
    """Whether somebody only promises to stand fast, or to do a duty: "vowed never to yield"."""
    clause = tree.kid(verb, "xcomp", "ccomp") if tree.lemmas[verb] in _VOWING else None
    if clause is None:
        return False
    if any(tree.deps[k] == "neg" for k in tree.children[clause]):
        return tree.lemmas[clause] not in _RESTING
    further = tree.kid(clause, "xcomp") if tree.lemmas[clause] in ("continue", "keep") else None
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


def _threatens_by_being(sentence: Sentence, verb: int) -> bool:
    """Whether it is no somebody that threatens: "the strike threatens to close the port"."""
    tree, referents = sentence.tree, sentence.referents
    if sentence.functions.passive(verb):
        by = [p for k in tree.kids(verb, "agent") for p in tree.kids(k, "pobj")]
    else:
        by = list(sentence.functions.surface_subject(verb))
    if tree.tags[verb] == "VBZ" and any(tree.tags[k] == "NNS" for k in by):
        return True  # of "fighting with troops that threatens to cut off the road"
    known = [referents[k] for k in by if k in referents]
    if not known or len(known) < len(by) or any(tree.lemmas[k] in _MESSAGES for k in by):
        return False
    return all(r.kind == "other" for r in known)


def _is_hazard(sentence: Sentence, noun: int) -> bool:
    """Whether a threat is what somebody is, and not says: "poses a threat", "threats from a fire"."""
    tree, kids = sentence.tree, sentence.tree.children[noun]
    by = [p for k in kids if tree.lower[k] in ("by", "from") for p in tree.kids(k, "pobj")]
    if by and all((r := sentence.referents.get(p)) is not None and r.kind == "other" for p in by):
        return True
    if any(tree.lemmas[k] in _HARMS for k in kids) or _has_content(tree, noun):
        return False
    if any(tree.lemmas[k] == "pose" for k in tree.kids(noun, "acl", "relcl")):
        return True
    dep, above = tree.deps[noun], tree.heads[noun]
    if dep == "pobj":
        if tree.lower[above] == "with" and tree.lemmas[tree.heads[above]] == "face":
            return True
        return tree.lower[above] == "as" and tree.kid(noun, "poss") is None
    if dep == "attr":
        return tree.lemmas[above] in _BEING
    return dep in ("dobj", "nsubjpass") and tree.lemmas[above] in _OF_HAZARD


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
    return thing and tree.lemmas[clause] == "be" and tree.kid(clause, "acomp") is not None


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
    return any(tree.lemmas[k] in _LAWS for k in things)


def _is_candidacy(tree: Tree, token: int) -> bool:
    """Whether somebody bids for an office or a title: "a bid for the presidency"."""
    if tree.lemmas[token] != "bid" or tree.is_verb(token):
        return False
    sought = (p for k in tree.kids(token, "prep") if tree.lower[k] == "for" for p in tree.kids(k, "pobj"))
    return any(tree.lemmas[p] in _OFFICES for p in sought)


def _is_at_home(tree: Tree, token: int) -> bool:
    """Whether somebody pledges something to his own people: "promised to protect its citizens"."""
    if tree.lemmas[token] not in _VOWING or not tree.is_verb(token):
        return False
    verbs = (token, *tree.kids(token, "xcomp"))
    whom = [k for verb in verbs for k in tree.kids(verb, "dobj", "dative")]
    return any(tree.lemmas[k] in _OWN for k in whom)


def _is_put_to_vote(tree: Tree, token: int) -> bool:
    """Whether a proposal is one that voters decide about."""
    if tree.is_verb(token) or tree.deps[token] != "dobj":
        return False
    return any(tree.lemmas[k] in _VOTING for k in tree.kids(tree.heads[token], "nsubj"))


def _is_open(tree: Tree, token: int) -> bool:
    """Whether it is not said that somebody is ready, or said that nobody is any longer."""
    if tree.lemmas[token] not in _READY:
        return False
    kids = tree.children[token]
    verb = tree.heads[token]
    if any(tree.lower[k] == "longer" for k in (*kids, *tree.children[verb])):
        return True
    return any(tree.lower[k] == "whether" for k in tree.kids(verb, "mark", "advmod"))
