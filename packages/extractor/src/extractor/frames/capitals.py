"""Headings whose words begin with capitals, so that the tagger takes them for names: "Drone Strikes Port"."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["HEADING_VERBS", "does_something", "is_in_capitals", "is_verb_between", "small_words"]

HEADING_VERBS = lemma_set("heading_verbs")
_COLLECTIVE = lemma_set("collective")
_SMALL = 4
"""Letters of a word that may have no capital: "with"."""
_WHERE = frozenset({"at", "in", "near", "on"})
_NO_OBJECT = frozenset(
    {"across", "after", "against", "ahead", "amid", "around", "as", "at", "before", "but", "by", "continue"}
    | {"during", "for", "from", "in", "inside", "into", "leave", "near", "of", "off", "on", "over", "since"}
    | {"to", "under", "with"}
)
"""Words that stand behind no verb with an object."""
_FIRED_AT = frozenset({"at", "into", "on"})
_FIGHTERS = lemma_set("fighters") | lemma_set("war_machines") | {"attacker", "soldier", "troop"}
"""Nouns that are no part of a name, and read best in small letters."""


def is_in_capitals(tree: Tree) -> bool:
    """Whether every longer word of a heading begins with a capital, and half of all: not "Xi vows to go"."""
    small = sum(word.islower() for word in tree.words)
    return 2 * small <= len(tree) and all(len(word) <= _SMALL or not word.islower() for word in tree.words)


def is_verb_between(tree: Tree, i: int, lemma: str) -> bool:
    """Whether a word may be the verb of a heading, with a subject before and an object behind, "fire" with
    those at whom it is: "Troops Fire on Crowd".
    """
    if tree.words[i].islower() or (tree.words[i].isupper() and not _is_shouted(tree)):
        return False
    behind = tree.lower[i + 1]
    if not tree.words[i - 1][:1].isupper() or not behind[:1].isalnum():
        return False
    if lemma == "fire":
        return behind in _FIRED_AT and _singular(tree.lower[i - 1]) in _FIGHTERS
    return lemma in HEADING_VERBS and behind not in _NO_OBJECT | HEADING_VERBS


def does_something(tree: Tree, i: int) -> bool:
    """Whether the subject before is for several who do what the verb tells: "Rebels Attack Convoy", "Strikes
    on Aleppo Kill Nine".
    """
    before = tree.lower[i - 1]
    if before.endswith(("s", "men")) or before in _COLLECTIVE:
        return True
    return any(tree.lower[k] in _WHERE and tree.lower[k - 1].endswith("s") for k in range(1, i - 1))


def small_words(tree: Tree) -> dict[int, str]:
    """The words of a heading that have a capital and no name does, by token, as they are read best: "near" of
    "Convoy Near Goma", "bombers"; those of a heading all in capitals as if they were names.
    """
    found = {k: low for k, low in enumerate(tree.lower) if _is_small(k, low)}
    if _is_shouted(tree):
        found = {k: word.title() for k, word in enumerate(tree.words) if len(word) >= _SMALL} | found
    return {k: word for k, word in found.items() if word != tree.words[k]}


def _is_small(k: int, low: str) -> bool:
    return (k > 0 and low in _NO_OBJECT) or _singular(low) in _FIGHTERS


def _is_shouted(tree: Tree) -> bool:
    """Whether a heading is all in capitals: "RUSSIAN MISSILES HIT LVIV"."""
    return not any(letter.islower() for word in tree.words for letter in word)


def _singular(low: str) -> str:
    """ "Gunman" of "gunmen", "rebel" of "rebels"."""
    return f"{low[:-3]}man" if low.endswith("men") else low.removesuffix("s")
