"""Phrases that may have a part in an event, and those that have theirs in another of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.parties import BEFORE_PARTIES
from extractor.evidence import Mention, Sentence
from extractor.frames.answers import answer_above, blow_before, has_answer
from extractor.frames.phrases import Phrase, is_several
from extractor.frames.statements import one_statement
from extractor.frames.tree import PRONOUN, Tree
from extractor.ontology import ACTS

__all__ = ["actor_candidates", "candidates_among"]

_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "primarily", "predominantly"})
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_CLAUSE = frozenset({"nsubj", "nsubjpass", "dobj"})
_GIVEN = ("dobj", "dative")
_WHEN = frozenset({"after", "following", "before", "since", "until", "amid", "despite"})
_AHEAD = frozenset({"ahead", "advance"})
_THEM = frozenset({"them", "whom", "which"})


def actor_candidates(sentence: Sentence, mention: Mention) -> list[Phrase]:
    """The phrases of the sentence that could be an actor of the mention.

    Of those that the parse does not relate to the trigger, things of no known kind are none, and nobody is
    who stands in what a strike answers to.
    """
    tree, functions = sentence.tree, sentence.functions_of(mention.token)
    tags, first, last = tree.tags, mention.first, mention.last
    found = []
    for phrase in sentence.phrases:
        head = phrase.head
        tag = tags[head]
        if tag in _RELATIVE or first <= head <= last or (tag == "NNS" and _tells_sort(tree, head)):
            continue
        if phrase.kind != "noun" or head in functions or _is_somebody(sentence, head):
            found.append(phrase)
    if mention.type == "strike" and has_answer(tree):
        within = None, answer_above(tree, mention.token)
        found = [p for p in found if answer_above(tree, p.head) in within]
    if mention.type == "strike":
        of_earlier = None, blow_before(tree, mention.token)
        found = [p for p in found if blow_before(tree, p.head) in of_earlier]
    return found


def candidates_among(mention: Mention, rivals: Sequence[Mention]) -> list[Phrase]:
    """Those of the candidates that belong to the mention and to none of its sentence's other events, as far
    as the words tell.
    """
    tree, events = mention.sentence.tree, {rival.token for rival in rivals}
    others = [r.token for r in rivals if r.type == mention.type and r.token != mention.token]
    found = [p for p in actor_candidates(mention.sentence, mention) if p.head not in events]
    for act in rivals:
        if act.type in ACTS and act.type != mention.type:
            found = [p for p in found if not _is_content(tree, p.head, act.token, mention.token)]
    for other in others:
        if ";" in tree.words:
            found = [p for p in found if not _is_apart(tree, p.head, other, mention.token)]
        if mention.type == "strike":
            found = [p for p in found if not _is_of_another(tree, p.head, other, mention.token)]
    if mention.type == "meeting" and others:
        found = _without_others_parties(tree, mention.token, others, found)
    if mention.type == "meeting" and (scope := _at_another_time(tree, mention.token)) is not None:
        found = [p for p in found if scope in tree.ancestors(p.head)]
    if mention.type in ACTS and tree.kid(mention.token, *_GIVEN) is not None:
        acts = {r.token for r in rivals if r.type in ACTS and r.token != mention.token}
        found = [p for p in found if _given_by(tree, p.head) not in acts]
    return found


def _tells_sort(tree: Tree, head: int) -> bool:
    """Whether a plural says of what sort others are: "30 people, most of them women and children"."""
    first = tree.first_conjunct(head)
    for k in tree.children[first]:
        if tree.lower[k] in _MOSTLY and tree.deps[first] not in _CORE:
            return True
        of = tree.kid(k, "prep") if tree.deps[k] == "nsubj" else None
        if of is not None and any(tree.lower[p] in _THEM for p in tree.kids(of, "pobj")):
            return True
    return False


def _is_somebody(sentence: Sentence, head: int) -> bool:
    """Whether a phrase is a person, body, place or thing of a kind that takes part in events."""
    referent = sentence.referents.get(head)
    return referent is None or referent.kind != "other"


def _is_content(tree: Tree, head: int, act: int, trigger: int) -> bool:
    """Whether a phrase is in what another mention offers or threatens to do, and the trigger is not."""
    below = tree.below(act, head)
    if below is None:
        return False
    return tree.deps[below] in ("xcomp", "ccomp") and below not in (trigger, *tree.ancestors(trigger))


def _is_apart(tree: Tree, head: int, other: int, trigger: int) -> bool:
    """Whether a semicolon parts another event, with the phrase, from the trigger."""
    between = range(trigger, head) if trigger < other else range(head, trigger)
    part = [k for k in between if tree.words[k] == ";"]
    return any(min(trigger, other) < k < max(trigger, other) for k in part)


def _between(tree: Tree, noun: int) -> int | None:
    """The "between" behind a meeting in a phrase with a preposition, whose parties are those of no other one:
    "left after talks between X and Y".
    """
    if tree.deps[noun] != "pobj":
        return None
    between = next((k for k in tree.kids(noun, "prep") if tree.lower[k] == "between"), None)
    party = None if between is None else tree.kid(between, "pobj")
    if party is None or not is_several(tree, party):
        return None
    return between


def _without_others_parties(
    tree: Tree, trigger: int, others: Sequence[int], phrases: Sequence[Phrase]
) -> list[Phrase]:
    """The phrases without the parties that other meetings have for themselves: behind "between", and behind
    "with" as well where this one names its own.
    """
    above = tree.ancestors(trigger)
    closed = {inside for other in others if other not in above and (inside := _between(tree, other))}
    if BEFORE_PARTIES.intersection(tree.lower[k] for k in tree.kids(trigger, "prep")):
        closed |= {
            k
            for other in others
            for k in tree.kids(other, "prep")
            if tree.lower[k] in BEFORE_PARTIES and k not in above
        }
    return [p for p in phrases if closed.isdisjoint(tree.ancestors(p.head))]


def _at_another_time(tree: Tree, noun: int) -> int | None:
    """The preposition that tells when something else was, by a meeting whose parties it names."""
    if _between(tree, noun) is None:
        return None
    prep = tree.heads[noun]
    when = tree.lower[prep] in _WHEN or tree.lower[tree.heads[prep]] in _AHEAD
    return prep if when else None


def _is_of_another(tree: Tree, head: int, verb: int, trigger: int) -> bool:
    """Whether a phrase is subject or object of another attack's verb, below or beside the trigger: of
    "killed" in "the worst attack since a bomber killed nine"; or of a verb that tells what that attack did.
    """
    first = tree.first_conjunct(head)
    above = tree.heads[first]
    if tree.deps[first] not in _CLAUSE or not tree.is_verb(above) or tree.tags[head] in PRONOUN:
        return False
    way = tree.heads[verb]
    if above not in (verb, trigger) and (
        (tree.heads[above] == verb and tree.deps[above] == "advcl" and tree.tags[above] == "VBG")
        or (tree.deps[verb] == "pobj" and tree.lower[way] == "in" and tree.heads[way] == above)
    ):
        return above not in tree.ancestors(trigger) and verb not in tree.ancestors(trigger)
    if above != verb:
        return False
    if verb in tree.ancestors(trigger):
        return tree.deps[first] == "dobj" and _is_beyond(tree, verb, trigger)
    return not one_statement(tree, "strike", trigger, verb)


def _is_beyond(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether an attack stands in a further clause than a verb above it: "killed two in Mopti and wounded six
    in an ambush".
    """
    below = tree.below(verb, trigger)
    if below is None or below == trigger or tree.deps[below] != "conj" or not tree.is_verb(below):
        return False
    return tree.kid(below, "dobj") is not None and tree.kid(verb, "prep") is not None


def _given_by(tree: Tree, head: int) -> int | None:
    """The verb to whose objects and recipients a phrase belongs. Those of another act have no part in an act
    that has its own ("offered Chad a loan and promised Niger a hospital").
    """
    first = tree.first_conjunct(head)
    if tree.deps[first] == "pobj" and tree.lower[tree.heads[first]] in ("to", "against"):
        first = tree.heads[first]
        return tree.heads[first] if tree.is_verb(tree.heads[first]) else None
    return tree.heads[first] if tree.deps[first] in _GIVEN and tree.is_verb(tree.heads[first]) else None
