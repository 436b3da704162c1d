"""What a sentence says outright to be an event of its type, whatever the weights make of its words.

The weights know single words and their company; they know less of how these stand to each other: who vows to
avenge somebody threatens.
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.attacks import is_armed, is_attack_outright, is_killing, is_killing_by_arms, killers
from extractor.triggers.bloodless import has_score
from extractor.triggers.encounters import is_meeting_outright
from extractor.triggers.offers import is_offer_outright
from extractor.triggers.threats import is_threat_outright

__all__ = ["most_between", "odds_between", "odds_in_all", "outright_odds"]

_THREATENED = 2.5
"""Log-odds that it gives a threat to be told outright."""
_CONCEDED = 1.0
"""Log-odds that it gives an offer to be one of what only a side of a conflict does."""
_ARMED = 2.2
"""Log-odds that it gives a killing to be done with weapons, or by those who have them."""
_ATTACKED = 2.0
"""Log-odds that it gives a strike to be told outright."""
_FOUGHT = 1.2
"""Log-odds that it gives a strike to be one of a country on another."""
_ASSAULTING = lemma_set("assaulting")
_SENDING = lemma_set("throwing")
_MACHINES = lemma_set("war_machines")
_COUNTRY = frozenset({"country"})
_LANDS = _COUNTRY | {"facility", "place"}
_IN_WORDS = frozenset({"about", "as", "at", "for", "over"})
"""Prepositions before the matter over which countries attack each other with words."""
_MET = 2.0
"""Log-odds that it gives a meeting to be told outright."""


def outright_odds(tree: Tree, token: int, kind: str) -> float:
    """The log-odds that a trigger has for being an event of its type that is stated outright."""
    if kind == "offer":
        return _CONCEDED if is_offer_outright(tree, token) else 0.0
    if kind == "strike":
        if is_attack_outright(tree, token):
            return _ATTACKED
        return _ARMED if is_killing_by_arms(tree, token) else 0.0
    if kind == "meeting":
        return _MET if is_meeting_outright(tree, token) else 0.0
    return _THREATENED if kind == "threat" and is_threat_outright(tree, token) else 0.0


def odds_between(sentence: Sentence, token: int, kind: str) -> float:
    """The log-odds that a strike has for those who are told to be in it: a country that attacks another, or a
    place, over nothing does so with weapons ("Turkey attacked Syria"), what it launches at another is no
    new product ("launched drones at Ukraine"), and an armed group kills with its arms.
    """
    tree = sentence.tree
    if kind != "strike" or not tree.is_verb(token):
        return 0.0
    if is_killing(tree, token):
        return _ARMED if _kills_as_armed(sentence, token) else 0.0
    if tree.lemmas[token] in _SENDING:
        return _FOUGHT if _sends_at(sentence, token) else 0.0
    if tree.lemmas[token] not in _ASSAULTING:
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
    if kind != "strike" or not tree.is_verb(token):
        return 0.0
    if is_killing(tree, token):
        return 0.0 if is_killing_by_arms(tree, token) else _ARMED
    return _FOUGHT if tree.lemmas[token] in _ASSAULTING or tree.lemmas[token] in _SENDING else 0.0


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


def odds_in_all(sentence: Sentence, token: int, kind: str) -> float:
    """The log-odds that a trigger has for what is told outright, by its words and by those in it."""
    return outright_odds(sentence.tree, token, kind) + odds_between(sentence, token, kind)


def _is_named(sentence: Sentence, token: int, kinds: frozenset[str]) -> bool:
    referent = sentence.referents.get(token)
    return referent is not None and referent.kind in kinds and sentence.tree.tags[token] in NAME
