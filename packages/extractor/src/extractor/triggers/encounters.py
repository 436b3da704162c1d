"""What a sentence says outright to be a meeting: "talks between X and Y", "both sides conferred"."""

from __future__ import annotations

from extractor.frames.phrases import CALENDAR, is_several
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree

__all__ = [
    "is_appeal",
    "is_for_the_public",
    "is_meeting_outright",
    "is_of_the_public",
    "is_official",
    "meets_official",
]

_TALKING = lemma_set("talking")
_SPANS = lemma_set("spans")
_VIEWS = lemma_set("views")
_MEALS = lemma_set("meals")
_CONFERRING = lemma_set("conferring")
_PARTIES = lemma_set("parties")
_PURPOSES = lemma_set("purposes_of_conferences")
_OFFICIAL_TALKERS = lemma_set("officials") | lemma_set("parties")
_FORMS_OF_TEXT = lemma_set("forms_of_text")
_EMERGENCY = lemma_set("emergency_services")
_TELLING = lemma_set("telling_by_phone")
_IMAGINING = lemma_set("imagining")
_GATHERINGS = frozenset({"conference", "congress", "gathering"})
_ATTENDING = lemma_set("attending")
_PUBLIC = frozenset({"annual", "media", "news", "party", "press", "video", "virtual"})
_SUMMITS = frozenset({"conference", "congress", "forum", "summit"})
_ALONE = NAME | {"PRP"}
_EXCHANGES = frozenset({"dialogue", "negotiation", "talk"})
_ASKING = frozenset({"appeal", "ask", "call", "plead", "press", "push"})
_STARTING = frozenset(
    {"begin", "break", "conduct", "join", "launch", "open", "reopen", "restart", "resume", "start"}
)
_SHARED = frozenset({"give", "have", "hold", "host", "share"})
_SEVERAL = frozenset({"both", "two", "three", "four", "five", "six", "seven"})
_GIVING = lemma_set("hosting") | {"give"}
_BROKERING = frozenset({"broker", "mediate"})
_DELEGATIONS = lemma_set("delegations")
_OFFICIALS = lemma_set("officials")
_COUNTERPARTS = _DELEGATIONS | {"camp", "faction", "party", "side"}
_NEGOTIATORS = _DELEGATIONS | {"mediator", "negotiator"}
_COMING_TOGETHER = frozenset({"convene", "gather", "reconvene"})
_GUESTS = lemma_set("title") | lemma_set("delegations") | {"counterpart", "guest"}
_RECEIVING = frozenset({"host", "receive", "welcome"})
_CALLING = lemma_set("telephoning")
_WITHIN = frozenset({"in", "during", "after", "following"})
_BROADCASTS = frozenset({"facebook", "internet", "podcast", "radio", "television", "tv", "twitter"})
_MEDIA = ("at", "in", "on")
_BY_PHONE = frozenset({"phone", "telephone", "video"})
_BESIDE = frozenset({"after", "amid", "before", "during", "following"})
_AMBIGUOUS = frozenset({"communication", "contact", "dialogue", "exchange"})
"""Nouns for what cars, machines and religions have between them as well."""
_TIMES = frozenset(
    {"again", "briefly", "earlier", "later", "privately", "separately", "today", "twice", "yesterday"}
)


def is_meeting_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of a meeting whatever else the sentence says."""
    lemma = tree.lemmas[token]
    if tree.is_verb(token):
        if lemma == "exchange":
            views = [k for k in tree.kids(token, "dobj") if tree.lemmas[k] in _VIEWS]
            told = any(not _behind(tree, k, "of") for k in views) and _has_two(tree, token)
            return told and not is_for_the_public(tree, token)
        if lemma == "meet":
            return _is_of_officials(tree, token)
        if lemma in _BROKERING:
            return any(tree.tags[k] in NAME for k in tree.agents(token))
        if lemma == "discuss" and _discusses_with(tree, token):
            return True
        if lemma in _COMING_TOGETHER:
            return _negotiators_meet(tree, token)
        if lemma == "attend":
            return _attends(tree, token)
        return (lemma in _TALKING and _speak_together(tree, token)) or _is_exchange(tree, token)
    if lemma == "call":
        return _is_by_telephone(tree, token)
    if lemma == "process":  # "the Geneva process"
        named = any(tree.tags[k] in NAME for k in tree.kids(token, "compound", "nmod"))
        return named and not tree.behind(token, "for", "of", "to")
    if lemma in _MEALS:
        return _is_given(tree, token) or _is_state_meal(tree, token)
    if lemma in ("negotiation", "talk") and any(_is_side(tree, k) for k in _behind(tree, token, "with")):
        return tree.lemmas[tree.heads[token]] not in _IMAGINING
    if lemma.removesuffix("s") in ("negotiation", "talk") and _is_of_hosts(tree, token):
        return True
    if lemma in _GATHERINGS and (_is_attended(tree, token) or _is_on_sidelines(tree, token)):
        return True
    if lemma in _EXCHANGES and _is_begun(tree, token):
        return True
    return (lemma == "conference" and _is_of_donors(tree, token)) or _is_between(tree, token)


def _is_attended(tree: Tree, noun: int) -> bool:
    """Whether states, or who speaks for a side, come to a conference or hold it: "the EU will stage a second
    conference", but not "a press conference".
    """
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _ATTENDING:
        return False
    if any(tree.lower[k] in _PUBLIC for k in tree.kids(noun, "compound", "amod", "nmod")):
        return False
    if tree.words[noun] == "Congress" and tree.kid(noun, "compound") is None:
        return False
    clause = _clause_over(tree, verb, "xcomp", "acomp")
    return any(_is_side(tree, k) for k in (*tree.kids(clause, "nsubj"), *tree.agents(verb)))


def _attends(tree: Tree, verb: int) -> bool:
    """ "Putin will not attend the climate summit", "when he attends the World Economic Forum"."""
    things = [k for k in tree.kids(verb, "dobj") if tree.lemmas[k].lower() in _SUMMITS]
    if not any(tree.lemmas[k].lower() == "summit" or tree.words[k][:1].isupper() for k in things):
        return False
    who = tree.kids(verb, "nsubj")
    return any(tree.tags[k] in _ALONE or is_official(tree, k) for k in who)


def _is_on_sidelines(tree: Tree, noun: int) -> bool:
    """ "On the sidelines of the economic conference"."""
    of = tree.heads[noun]
    return tree.deps[noun] == "pobj" and tree.lower[tree.heads[of]] in ("margins", "sidelines")


def _is_begun(tree: Tree, noun: int) -> bool:
    """ "Voted to start talks on the budget", "asked for dialogue"."""
    verb = tree.heads[noun]
    if tree.deps[noun] == "pobj":
        return tree.lower[verb] == "for" and tree.lemmas[tree.heads[verb]] in _ASKING
    if tree.deps[noun] not in ("dobj", "nsubjpass"):
        return False
    return tree.lemmas[verb] in _STARTING and tree.lemmas[noun] in ("negotiation", "talk")


def _is_of_hosts(tree: Tree, noun: int) -> bool:
    """Whether others are received for it: "Oman hosts rebel leaders for talks"."""
    verb = tree.heads[tree.heads[noun]]
    if tree.deps[noun] != "pobj" or tree.lower[tree.heads[noun]] != "for":
        return False
    guests = tree.kids(verb, "dobj") if tree.lemmas[verb] in _RECEIVING else ()
    return any(
        tree.tags[k] in NAME or tree.lemmas[k] in _OFFICIALS or tree.lemmas[k] in _DELEGATIONS for k in guests
    )


def _is_between(tree: Tree, noun: int) -> bool:
    """Whether its two sides are named: "talks between Oman and the rebels"."""
    if tree.lemmas[noun] in _AMBIGUOUS or tree.lemmas[tree.heads[noun]] in _IMAGINING:
        return False
    return any(
        tree.tags[first] in NAME and tree.lower[first] not in CALENDAR and tree.kid(first, "conj") is not None
        for first in _behind(tree, noun, "between")
    )


def _is_of_officials(tree: Tree, verb: int) -> bool:
    """Whether people meet each other who speak for a state or a side: "the envoy met the rebels"."""
    who = tree.kid(verb, "nsubj")
    if who is None or not is_official(tree, who):
        return False
    if tree.kid(verb, "dobj") is not None or _behind(tree, verb, "with"):
        return meets_official(tree, verb)
    return tree.tags[who] == "NNS" or tree.kid(who, "conj") is not None


def meets_official(tree: Tree, verb: int) -> bool:
    """Whether it is people who speak for a state or a side whom somebody meets: "met the envoys"."""
    others = [*tree.kids(verb, "dobj"), *_behind(tree, verb, "with")]
    return any(is_official(tree, k) or tree.lemmas[k] in _COUNTERPARTS for k in others)


def is_official(tree: Tree, token: int) -> bool:
    """Whether a phrase tells of people who speak for others, or of somebody with such a title."""
    titles = tree.kids(token, "compound", "appos") if tree.tags[token] in NAME else ()
    return any(tree.lemmas[k].lower() in _OFFICIALS for k in (token, *titles))


def _is_exchange(tree: Tree, verb: int) -> bool:
    """Whether parties talk with each other: "both sides negotiated", "the two ministers will discuss it"."""
    if tree.lemmas[verb] not in _CONFERRING:
        return False
    if tree.lemmas[verb] == "discuss" and tree.kid(verb, "dobj") is None:
        return False
    if is_for_the_public(tree, verb):
        return False
    clause = _clause_over(tree, verb, "xcomp")
    return any(_are_several(tree, k) for k in tree.kids(clause, "nsubj", "nsubjpass"))


def _clause_over(tree: Tree, verb: int, *labels: str) -> int:
    """The word whose subject a verb without one has that hangs by such labels: "due" of "are due to meet"."""
    while tree.deps[verb] in labels and tree.kid(verb, "nsubj") is None:
        verb = tree.heads[verb]
    return verb


def _discusses_with(tree: Tree, verb: int) -> bool:
    """Whether somebody by name or office discusses something with another: "discussed it with the emir"."""
    who = tree.kid(verb, "nsubj")
    if who is None or not _is_known(tree, who) or is_for_the_public(tree, verb):
        return False
    things = tree.kids(verb, "dobj")
    within = {k for thing in things for k in range(thing, tree.right(thing) + 1)}
    if any(is_official(tree, p) for k in within for p in _behind(tree, k, "with")):
        return True  # "discussed the handover of power with President Lee"
    return any(_is_known(tree, k) for k in _behind(tree, verb, "with"))


def _is_side(tree: Tree, token: int) -> bool:
    """ "The Taliban", "the federal government", "rebel leaders", and not "Monday"."""
    named = tree.tags[token] in NAME and tree.lower[token] not in CALENDAR
    return named or tree.lemmas[token] in _OFFICIALS or tree.lemmas[token] in _PARTIES


def _is_known(tree: Tree, token: int) -> bool:
    return tree.tags[token] in NAME or is_official(tree, token)


def is_for_the_public(tree: Tree, verb: int) -> bool:
    """ "Doe and Lund discuss the method in their paper", "discussed the show on the radio"."""
    within = [k for word in _MEDIA for k in _behind(tree, verb, word)]
    aired = [k for thing in tree.kids(verb, "dobj") for k in _behind(tree, thing, "on")]
    return any(tree.lemmas[k].lower() in _FORMS_OF_TEXT for k in within) or any(
        tree.lemmas[k].lower() in _BROADCASTS for k in aired
    )


def _are_several(tree: Tree, noun: int) -> bool:
    """ "The two ministers", "both sides", "Ann Doe and Kim Lund"."""
    if tree.tags[noun] in NAME:
        return any(tree.tags[k] in NAME for k in tree.kids(noun, "conj"))
    if tree.lemmas[noun] not in _PARTIES or tree.tags[noun] != "NNS":
        return False
    return any(tree.lower[k] in _SEVERAL for k in tree.kids(noun, "nummod", "det", "predet"))


def _is_of_donors(tree: Tree, noun: int) -> bool:
    """ "A donors' conference", "the peace conference", "a conference of donors"."""
    before = tree.kids(noun, "compound", "poss", "amod", "nmod")
    of = tree.behind(noun, "of")
    return tree.deps[noun] != "compound" and any(tree.lemmas[k] in _PURPOSES for k in (*before, *of))


def _is_state_meal(tree: Tree, noun: int) -> bool:
    """ "The two presidents held a working breakfast", "gave a dinner for the envoys"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _SHARED:
        return False
    if any(_are_several(tree, k) for k in tree.kids(verb, "nsubj")):
        return True
    guests = tree.behind(noun, "for", "in", "with")
    guests += [p for g in guests for k in tree.kids(g, "prep") for p in tree.kids(k, "pobj")]
    return any(tree.lemmas[k] in _PARTIES for k in guests)


def _negotiators_meet(tree: Tree, verb: int) -> bool:
    """ "Negotiators were due to reconvene"."""
    clause = _clause_over(tree, verb, "xcomp", "acomp")
    return any(tree.lemmas[k] in _NEGOTIATORS for k in tree.kids(clause, "nsubj", "nsubjpass"))


def _has_two(tree: Tree, verb: int) -> bool:
    """Whether several of those who speak for others do something, or one of them does it with another."""
    who = tree.kid(verb, "nsubj")
    if who is None:
        return False
    others = [p for k in (verb, *tree.kids(verb, "dobj")) for p in _behind(tree, k, "with")]
    if not any(tree.tags[k] in NAME or tree.lemmas[k] in _OFFICIAL_TALKERS for k in (who, *others)):
        return False
    return bool(others) or is_several(tree, who)


def _speak_together(tree: Tree, verb: int) -> bool:
    """Whether two by name speak, and nothing tells of others who listen: "Lee and Holm spoke on Friday"."""
    who = tree.kid(verb, "nsubj")
    other = None if who is None else tree.kid(who, "conj")
    if who is None or other is None or not (_is_known(tree, who) and _is_known(tree, other)):
        return False
    told = [k for k in tree.children[verb] if k > verb and tree.deps[k] not in ("punct", "conj", "cc")]
    return bool(told) and all(_tells_when(tree, k) for k in told)


def _tells_when(tree: Tree, k: int) -> bool:
    """Whether a dependent of a verb tells when, how long or how often it was, or that it was by telephone."""
    if tree.deps[k] == "npadvmod":
        return True
    if tree.deps[k] == "advmod":
        return tree.lower[k] in _TIMES
    if tree.lower[k] in _BESIDE and tree.deps[k] in ("prep", "advcl"):
        return True
    inner = [tree.lemmas[p].lower() for p in tree.kids(k, "pobj")] if tree.deps[k] == "prep" else []
    return any(lemma in CALENDAR or lemma in _SPANS or lemma in _BY_PHONE for lemma in inner)


def _is_by_telephone(tree: Tree, noun: int) -> bool:
    """Whether somebody calls somebody: "in a call to the emir", "got a call from Lee"."""
    ends = [p for word in ("to", "from") for p in _behind(tree, noun, word) if _is_guest(tree, p)]
    who = tree.kids(_verb_above(tree, noun), "nsubj")
    known = any(tree.tags[k] in NAME or is_official(tree, k) for k in who)
    if not any(known or is_official(tree, p) or tree.lemmas[p].lower() in _GUESTS for p in ends):
        return False  # "the airline got a call from Dubai"
    above = tree.heads[noun]
    if is_appeal(tree, noun) or is_of_the_public(tree, noun):
        return False
    made = tree.deps[noun] == "dobj" and tree.lemmas[above] in _CALLING
    within = tree.deps[noun] == "pobj" and tree.lower[above] in _WITHIN
    return made or within or bool(_behind(tree, noun, "by"))


def _verb_above(tree: Tree, token: int) -> int:
    return next((k for k in tree.ancestors(token) if tree.is_verb(k)), token)


def is_of_the_public(tree: Tree, noun: int) -> bool:
    """Whether it is those whom anybody may call who get a call: "police received a call from Ms Doe"."""
    verb = tree.heads[noun]
    return any(tree.is_common(k, _EMERGENCY) for k in tree.kids(verb, "nsubj"))


def is_appeal(tree: Tree, noun: int) -> bool:
    """Whether a call is one to do something: "made a call to Congress to raise wages"."""
    above = tree.heads[noun]
    holders = (noun, above, *_behind(tree, noun, "to"), *_behind(tree, noun, "from"))
    clauses = (c for k in holders for c in tree.kids(k, "acl", "xcomp", "advcl", "relcl"))
    return any(
        c > noun and tree.lemmas[c] not in _TELLING and any(tree.tags[k] == "TO" for k in tree.kids(c, "aux"))
        for c in clauses
    )


def _is_given(tree: Tree, meal: int) -> bool:
    """Whether somebody is host at a meal: "a luncheon for the envoy", "a dinner hosted by the emir"."""
    if any(tree.lemmas[k] == "host" and tree.kid(k, "agent") is not None for k in tree.kids(meal, "acl")):
        return True
    verb = tree.heads[meal]
    if tree.deps[meal] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _GIVING:
        return False
    honoured = [
        p for k in (meal, verb) for p in _behind(tree, k, "in") if tree.lower[p] in ("honour", "honor")
    ]
    guests = [p for k in (meal, verb) for p in _behind(tree, k, "for")]
    guests += [p for k in honoured for p in _behind(tree, k, "of")]
    return any(_is_guest(tree, p) for p in guests)


def _is_guest(tree: Tree, token: int) -> bool:
    """Whether somebody can be called or received: a person by name or title, a delegation."""
    if tree.lemmas[token].lower() in _GUESTS:
        return True
    return tree.tags[token] in NAME and tree.lower[token] not in CALENDAR


def _behind(tree: Tree, token: int, word: str) -> list[int]:
    """The nouns behind a preposition of a word."""
    preps = (k for k in tree.kids(token, "prep", "agent", "dative") if tree.lower[k] == word)
    return [p for k in preps for p in tree.kids(k, "pobj") if tree.tags[p] in NAME | NOUN]
