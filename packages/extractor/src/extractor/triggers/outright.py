"""What a sentence says outright to be an event of its type, whatever the weights make of its words.

The weights know single words and their company; they know less of how these stand to each other: who vows to
avenge somebody threatens.
"""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.tree import Tree
from extractor.triggers.attacks import is_attack_outright
from extractor.triggers.between import ARMED, odds_between
from extractor.triggers.encounters import is_meeting_outright
from extractor.triggers.killings import is_killing_by_arms
from extractor.triggers.offers import is_offer_outright
from extractor.triggers.threats import is_threat_outright

__all__ = ["odds_in_all", "outright_odds"]

_THREATENED = 2.5
"""Log-odds that it gives a threat to be told outright."""
_CONCEDED = 2.0
"""Log-odds that it gives an offer to be one of what only a side of a conflict does."""
_ATTACKED = 3.0
"""Log-odds that it gives a strike to be told outright."""
_MET = 2.0
"""Log-odds that it gives a meeting to be told outright."""


def outright_odds(tree: Tree, token: int, kind: str) -> float:
    """The log-odds that a trigger has for being an event of its type that is stated outright."""
    if kind == "offer":
        return _CONCEDED if is_offer_outright(tree, token) else 0.0
    if kind == "strike":
        if is_attack_outright(tree, token):
            return _ATTACKED
        return ARMED if is_killing_by_arms(tree, token) else 0.0
    if kind == "meeting":
        return _MET if is_meeting_outright(tree, token) else 0.0
    return _THREATENED if kind == "threat" and is_threat_outright(tree, token) else 0.0


def odds_in_all(sentence: Sentence, token: int, kind: str) -> float:
    """The log-odds that a trigger has for what is told outright, by its words and by those in it."""
    return outright_odds(sentence.tree, token, kind) + odds_between(sentence, token, kind)
