"""What those who are told to be in an event make of it, once it is known who is who: a country that attacks
another, an armed group that kills, troops that go into a land that is not theirs, a minister who arrives.
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.bloodless import has_score
from extractor.triggers.encounters import is_official, meets_official
from extractor.triggers.killings import is_armed, is_killing, is_killing_by_arms, killers

__all__ = ["ARMED", "goes_in", "most_between", "odds_between"]

ARMED = 3.0
"""Log-odds that it gives a killing to be done with weapons, or by those who have them."""
_FOUGHT = 1.2
"""Log-odds that it gives a strike to be one of a country on another."""
_VISITED = 2.5
"""Log-odds that it gives a journey to lead who holds an office abroad."""
_MET = 2.0
"""Log-odds that it gives a meeting to be one of those who speak for a side."""
_INVADED = 2.5
"""Log-odds that it gives a strike to be troops who go into a land that is not theirs."""
_TRAVELLING = frozenset({"arrive", "fly", "travel"})
_NO_VISIT = lemma_set("no_state_visit")
_OUT_OF_OFFICE = lemma_set("out_of_office")
_MEETING = lemma_set("gatherings") | {"discuss", "meet", "negotiate", "negotiation", "talk", "visit"}
_RECEIVING = frozenset({"host", "phone", "receive", "ring", "telephone", "welcome"})
_SPEAKERS = lemma_set("officials") | lemma_set("parties")
_STATES = frozenset({"country", "organization", "person"})
_HEADS = frozenset({"chief", "head", "leader"})
_LAUNCHING = frozenset({"conduct", "launch", "order", "resume"})
_LAUNCHED = frozenset({"assault", "attack", "offensive", "raid", "strike"})
_ASSAULTING = lemma_set("assaulting")
_SENDING = lemma_set("throwing")
_MACHINES = lemma_set("war_machines")
_GOING = lemma_set("going_in")
_ORDERED = lemma_set("ordered_in")
_TROOPS = lemma_set("troops")
_ASKED_IN = lemma_set("asked_in")
_KINDS = ("meeting", "strike")
_COUNTRY = frozenset({"country"})
_LANDS = _COUNTRY | {"facility", "place"}
_IN_WORDS = frozenset({"about", "as", "at", "for", "over"})
"""Prepositions before the matter over which countries attack each other with words."""


def odds_between(sentence: Sentence, token: int, kind: str) -> float:
    """The log-odds that an event has for those who are told to be in it.

    Who holds an office and arrives abroad is on a visit. A country that attacks another, or a place, over
    nothing does so with weapons ("Turkey attacked Syria"), what it launches at another is no new product
    ("launched drones at Ukraine"), an armed group kills with its arms, and troops who go into the land of
    others invade it.
    """
    tree = sentence.tree
    if kind not in _KINDS:
        return 0.0
    if not tree.is_verb(token):
        return _FOUGHT if kind == "strike" and _is_launched_by_country(sentence, token) else 0.0
    if kind == "meeting":
        if tree.lemmas[token] == "meet":
            return _MET if _meets_official(sentence, token) else 0.0
        visits = _arrives_abroad(sentence, token) or _receives(sentence, token)
        return _VISITED if visits else 0.0
    if is_killing(tree, token):
        return ARMED if _kills_as_armed(sentence, token) else 0.0
    lemma = tree.lemmas[token]
    if goes_in(sentence, token):
        return _INVADED
    if lemma in _SENDING:
        return _FOUGHT if _sends_at(sentence, token) else 0.0
    if lemma not in _ASSAULTING:
        return 0.0
    one, other = tree.kid(token, "nsubj"), tree.kid(token, "dobj")
    if one is None or other is None or has_score(tree):
        return 0.0
    if not (_is_named(sentence, one, _COUNTRY) and _is_named(sentence, other, _LANDS)):
        return 0.0
    preps = (*tree.kids(token, "prep"), *tree.kids(other, "prep"))
    return 0.0 if any(tree.lower[k] in _IN_WORDS for k in preps) else _FOUGHT


def most_between(tree: Tree, token: int, kind: str) -> float:
    """The most log-odds that `odds_between` may give, told before it is known who is who."""
    if kind not in _KINDS:
        return 0.0
    if not tree.is_verb(token):
        return _FOUGHT if kind == "strike" and _is_launched(tree, token) else 0.0
    if kind == "meeting" and tree.lemmas[token] == "meet":
        return _MET if meets_official(tree, token) else 0.0
    if kind == "meeting":
        return _VISITED if tree.lemmas[token] in _TRAVELLING or tree.lemmas[token] in _RECEIVING else 0.0
    if is_killing(tree, token):
        return 0.0 if is_killing_by_arms(tree, token) else ARMED
    lemma = tree.lemmas[token]
    if (lemma in _GOING or lemma in _ORDERED) and tree.has_lemma(_TROOPS):
        return _INVADED
    return _FOUGHT if lemma in _ASSAULTING or lemma in _SENDING else 0.0


def _meets_official(sentence: Sentence, verb: int) -> bool:
    """Whether somebody told before, who is known or speaks for a side, meets others who do: "the junta said
    it would meet the envoys".
    """
    tree = sentence.tree
    who = [k for k in tree.kids(verb, "nsubj") if tree.tags[k] == "PRP"]
    met = [sentence.referents[k] for k in who if k in sentence.referents]
    speaks = any(r.known or r.name.split()[-1].lower().removesuffix("s") in _SPEAKERS for r in met)
    return speaks and meets_official(tree, verb)


def _arrives_abroad(sentence: Sentence, verb: int) -> bool:
    """Whether somebody in office comes to a land that is not his own, and no other word tells of a meeting:
    "the king arrived in Chad".
    """
    tree = sentence.tree
    if tree.lemmas[verb] not in _TRAVELLING or tree.has_lemma(_MEETING) or tree.has_lemma(_NO_VISIT):
        return False
    if tree.has_word(_OUT_OF_OFFICE):
        return False
    who = [(k, sentence.referents.get(k)) for k in sentence.functions.surface_subject(verb)]
    persons = [(k, r) for k, r in who if r is not None and r.kind == "person"]
    own = {r.country for k, r in persons if r.known or is_official(tree, k)}
    lands = {sentence.referents[k].country for k in tree.behind(verb, "in", "to") if _is_toponym(sentence, k)}
    return bool(own) and bool(lands - own - {None})


def _receives(sentence: Sentence, verb: int) -> bool:
    """Whether a state, or who speaks for one, has somebody in office as a guest, or on the telephone: "Ankara
    has hosted its head, Salih Muslim", "Oman received the envoy", "the premier rang Erdogan".
    """
    tree = sentence.tree
    if tree.lemmas[verb] not in _RECEIVING:
        return False
    hosts = [sentence.referents.get(k) for k in sentence.functions.surface_subject(verb)]
    if not any(r is not None and r.known and r.kind in _STATES for r in hosts):
        return False
    objects = [k for k in tree.kids(verb, "dobj") if "POS" not in tree.tags[k : tree.right(k)]]
    guests = [(k, sentence.referents.get(k)) for k in objects]
    return any(
        r is not None and r.kind == "person" and (r.known or is_official(tree, k) or tree.lemmas[k] in _HEADS)
        for k, r in guests
    )


def _is_launched_by_country(sentence: Sentence, noun: int) -> bool:
    """Whether a country makes an attack: "a pretext for the US to launch strikes"."""
    if not _is_launched(sentence.tree, noun) or has_score(sentence.tree):
        return False
    doers = sentence.functions.surface_subject(sentence.tree.heads[noun])
    return any(_is_named(sentence, k, _COUNTRY) for k in doers)


def _is_launched(tree: Tree, noun: int) -> bool:
    return (
        tree.lemmas[noun] in _LAUNCHED
        and tree.deps[noun] == "dobj"
        and tree.lemmas[tree.heads[noun]] in _LAUNCHING
    )


def _kills_as_armed(sentence: Sentence, verb: int) -> bool:
    """Whether an armed group known by name kills somebody ("Boko Haram killed nine farmers"), or somebody
    armed of whom another verb tells as well ("The rebels captured and killed nine soldiers").
    """
    tree = sentence.tree
    if is_killing_by_arms(tree, verb):
        return False  # its words tell that
    doers = killers(tree, verb)
    if not doers and tree.kid(verb, "dobj") is not None:
        doers = sentence.functions.surface_subject(verb)
    return any(is_armed(tree, k, verb) or _is_armed_group(sentence, k) for k in doers)


def _is_armed_group(sentence: Sentence, token: int) -> bool:
    """Whether a token names an armed group that the data know, or means it ("the group")."""
    referent = sentence.referents.get(token)
    return referent is not None and referent.known and referent.kind == "group"


def _sends_at(sentence: Sentence, verb: int) -> bool:
    """Whether a country sends weapons against another, or against a place elsewhere."""
    tree, sender = sentence.tree, sentence.tree.kid(verb, "nsubj")
    if sender is None or not _is_named(sentence, sender, _COUNTRY):
        return False
    things = tree.kids(verb, "dobj")
    things += [k for thing in things for k in tree.behind(thing, "of")]
    machines = [k for k in things if tree.lemmas[k] in _MACHINES]
    aims = (aim for k in (verb, *things) for aim in tree.behind(k, "against", "at", "into"))
    own = sentence.referents[sender].country
    return bool(machines) and any(
        _is_named(sentence, aim, _LANDS) and sentence.referents[aim].country != own for aim in aims
    )


def goes_in(sentence: Sentence, verb: int) -> bool:
    """Whether troops go, or are sent, into a land that is not theirs, and nothing says that they were asked:
    "Kenya sent soldiers into Somalia", "Eritrean tanks rolled into Tigray".
    """
    tree = sentence.tree
    if tree.lemmas[verb] not in _GOING and tree.lemmas[verb] not in _ORDERED:
        return False
    ordered = tree.lemmas[verb] in _ORDERED
    troops = tree.kids(verb, "dobj", "nsubjpass") if ordered else tree.kids(verb, "nsubj")
    troops = [k for k in troops if tree.lemmas[k] in _TROOPS or _is_of_troops(tree, k)]
    if not troops or tree.has_lemma(_ASKED_IN):
        return False
    whose = sentence.functions.surface_subject(verb) if ordered else troops
    own = {sentence.referents[k].country for k in whose if k in sentence.referents} - {None}
    into = [*tree.behind(verb, "into"), *(k for n in troops for k in tree.behind(n, "into"))]
    if tree.lemmas[verb] == "enter":
        into += tree.kids(verb, "dobj")
    lands = {sentence.referents[k].country for k in into if _is_toponym(sentence, k)} - {None}
    return bool(own) and not lands <= own


def _is_toponym(sentence: Sentence, token: int) -> bool:
    referent = sentence.referents.get(token)
    return referent is not None and referent.toponym


def _is_of_troops(tree: Tree, noun: int) -> bool:
    """ "Hundreds of soldiers"."""
    return any(tree.lemmas[k] in _TROOPS for k in tree.behind(noun, "of"))


def _is_named(sentence: Sentence, token: int, kinds: frozenset[str]) -> bool:
    referent = sentence.referents.get(token)
    return referent is not None and referent.kind in kinds and sentence.tree.tags[token] in NAME
