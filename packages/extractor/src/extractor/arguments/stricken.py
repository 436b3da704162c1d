"""What burns, sinks or stands still after an attack of which it is not told on whom it was."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.evidence import ActorArgument, Mention
from extractor.frames.phrases import Phrase
from extractor.frames.relations import SUBJECTS, of_same_subject
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["with_stricken"]

_FAILING = lemma_set("failing")
_STATES = frozenset({"ablaze", "fire", "ruin", "flame", "offline"})
"""Nouns and adjectives for the state of what was struck."""
_SINCE = frozenset({"after", "following", "since"})
_THINGS = frozenset({"facility", "vehicle"})
_LIKELY = 0.6


def with_stricken(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors of an attack without a target, with the thing that suffers after it: "The ship sank after a
    missile attack". `phrases` are those of the sentence that could be actors.
    """
    found, sentence = list(actors), mention.sentence
    verb = _failing(sentence.tree, mention.token)
    if verb is None or any(actor.role == "target" for actor in found):
        return found
    for phrase in phrases:
        first = sentence.tree.first_conjunct(phrase.head)
        if sentence.tree.heads[first] != verb or sentence.tree.deps[first] not in SUBJECTS:
            continue
        if sentence.referents[phrase.head].kind in _THINGS and phrase.kind != "pronoun":
            found = [actor for actor in found if actor.head != phrase.head]  # it has not made the attack
            found.append(sentence.argument(phrase, "target", _LIKELY, "suffers after it"))
    return found


def _failing(tree: Tree, noun: int) -> int | None:
    """The verb that tells what became of something after an attack; None where there is none."""
    prep = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[prep] not in _SINCE:
        return None
    for verb in tree.ancestors(prep):
        if tree.is_verb(verb):
            below = (k for k in tree.children[verb] if tree.deps[k] not in SUBJECTS)
            state = any(tree.lemmas[i] in _STATES for k in below for i in (k, *tree.kids(k, "pobj")))
            return _with_subject(tree, verb) if tree.lemmas[verb] in _FAILING or state else None
    return None


def _with_subject(tree: Tree, verb: int) -> int:
    """The verb that has the subject of another: "seems" of "seems to leak and is on fire"."""
    verb = of_same_subject(tree, verb)
    while tree.deps[verb] == "xcomp" and tree.kid(verb, *SUBJECTS) is None:
        verb = tree.heads[verb]
    return verb
