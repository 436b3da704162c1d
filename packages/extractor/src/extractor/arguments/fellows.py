"""Actors that follow from others of the same event, or from what it hangs on: parts that are told of a group,
further victims, and who is to meet a threat's condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.arguments.bearings import ACTING
from extractor.arguments.stances import in_condition
from extractor.arguments.telling import does_harm, is_meant
from extractor.evidence import ActorArgument, Mention, Sentence
from extractor.frames.clauses import is_condition
from extractor.frames.phrases import Phrase, is_own
from extractor.frames.relations import is_mutual, of_same_subject
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = [
    "MUTUAL",
    "with_included",
    "with_meant",
    "with_mutual",
    "with_pressed",
    "with_victims",
    "without_owners",
    "without_setters",
]

_SINGLE = NAME | {"NN"}
_PARTS = frozenset({"person", "facility", "place", "vehicle", "organization", "country"})
_VICTIMS = frozenset({"person", "group", "place", "facility"})
_MEANT = _VICTIMS | {"organization", "country"}
_THINGS = frozenset({"facility", "place", "vehicle", "other"})
_OWNERS_OF = {"person": frozenset({"group"}), "facility": _THINGS, "vehicle": _THINGS}
"""Kinds of those among whom a person or a thing may be counted."""
_SAYING_WHO = frozenset({"such", "including", "among"})
_THEM = frozenset({"them", "whom"})
_MANY = frozenset({"several", "many", "dozens", "scores", "hundreds", "some"})
MUTUAL = "is done by both sides"
"""What gives an actor both roles."""
_SWAPPING = lemma_set("swapping")
_FIGHTS = lemma_set("assaults") | {"campaign"}
_LEADING = lemma_set("leading")
_LED = lemma_set("delegations")
_SITES = lemma_set("military_sites")
_OWNERS = frozenset({"group", "organization"})
_LIKELY = 0.6
"""How probable it is that a threat is made to whom it sets a condition."""
_SURE = 0.9
"""How probable it is that what is told of some is meant of those beside them as well."""


def with_included(
    sentence: Sentence, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors with whom they include, where that is somebody or something of its own ("23 people,
    including a commander", "six died in the attack, among them a priest"), and without numbers of nameless
    ones that are counted already ("82 people, including 58 civilians"). `phrases` are those of the sentence
    that could be actors.
    """
    tree = sentence.tree
    if not tree.has_word(_SAYING_WHO) and not tree.has_lemma(_LEADING):
        return list(actors)
    owners = {actor.head: actor for actor in actors}
    found = [actor for actor in actors if not _is_counted_in(tree, actor, owners)]
    for phrase in phrases:
        owner = owners.get(_including(tree, phrase.head)) or _counted_before(sentence, phrase.head, actors)
        owner = owner or _named_among(tree, phrase.head, actors)
        if owner is not None and phrase.head not in owners and _is_single(sentence, phrase):
            found += _beside(sentence, phrase, owner, found, "is included")
    return found


def with_victims(
    sentence: Sentence, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors with whom a second verb of harm tells of: "killing X and injuring Y"."""
    tree, found = sentence.tree, list(actors)
    verbs = {
        of_same_subject(tree, verb): actor
        for actor in actors
        if actor.role == "target" and (verb := _harmed_by(tree, actor.head)) is not None
    }
    for phrase in phrases if verbs else ():
        verb = _harmed_by(tree, phrase.head)
        owner = None if verb is None else verbs.get(of_same_subject(tree, verb))
        if owner is not None and sentence.referents[phrase.head].kind in _VICTIMS:
            found += _beside(sentence, phrase, owner, found, "is harmed as well")
    return found


def without_owners(tree: Tree, actors: Sequence[ActorArgument]) -> list[ActorArgument]:
    """The actors without the first of those whose camps are struck: "bombed Taliban and Shabaab camps"."""
    sites = {
        tree.left(k) - 1
        for k in (actor.head for actor in actors if actor.role == "target")
        if tree.lemmas[k] in _SITES and tree.kid(k, "compound", "nmod") == tree.left(k)
    }
    owned = {site - 1 for site in sites if site > 0 and tree.lower[site] == "and"}
    return [
        actor
        for actor in actors
        if actor.head not in owned
        or actor.role != "target"
        or actor.referent.kind not in _OWNERS
        or actor.referent.toponym
        or tree.kid(actor.head, "det") is not None
    ]


def with_meant(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors with whom an attack is meant to harm: "launched an offensive to drive out the rebels"."""
    sentence, tree = mention.sentence, mention.sentence.tree
    found = list(actors)
    taken = {actor.referent.key for actor in actors}
    for phrase in phrases:
        first = tree.first_conjunct(phrase.head)
        if tree.deps[first] != "dobj":
            continue
        referent = sentence.referents[phrase.head]
        if referent.kind not in _MEANT or referent.key in taken:
            continue
        if is_meant(tree, mention.token, tree.heads[first]):
            taken.add(referent.key)
            found.append(sentence.argument(phrase, "target", _LIKELY, "is meant"))
    return found


def with_pressed(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors of a threat that has no target, with whom it sets a condition: "will open fire unless the
    protesters leave".
    """
    sentence, tree = mention.sentence, mention.sentence.tree
    found = list(actors)
    if not tree.is_verb(mention.token) or any(actor.role == "target" for actor in actors):
        return found
    taken = {actor.referent.key for actor in actors}
    sides = {actor.referent.country for actor in actors} - {None}
    for phrase in phrases:
        referent, first = sentence.referents[phrase.head], tree.first_conjunct(phrase.head)
        if phrase.kind == "pronoun" or referent.kind not in ACTING or tree.deps[first] != "nsubj":
            continue
        if tree.lemmas[phrase.head] in _FIGHTS:
            continue  # "if the army campaign goes on"
        own = referent.country in sides
        if referent.key in taken or own or not is_condition(tree, tree.heads[first]):
            continue
        taken.add(referent.key)
        found.append(sentence.argument(phrase, "target", _LIKELY, "sets a condition"))
    return found


def without_setters(mention: Mention, actors: Sequence[ActorArgument]) -> list[ActorArgument]:
    """The actors of a threat without those who only set it off, where others are to suffer: the firms of
    "will bomb the town unless the firms leave".
    """
    tree, trigger = mention.sentence.tree, mention.token
    within = {a.head for a in actors if in_condition(tree, tree.first_conjunct(a.head), trigger)}
    actors = [a for a in actors if a.head not in within or tree.lemmas[a.head] not in _FIGHTS]
    others = [a.head for a in actors if a.role == "target" and a.head not in within]
    theirs = any(is_own(tree, head) for head in others)
    if not within or not others or theirs:  # "if the rebels attack, their leader will be shot"
        return list(actors)
    return [a for a in actors if a.role != "target" or a.head not in within]


def with_mutual(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors, in both roles where the sides threaten or attack each other: "they exchanged threats"."""
    sentence, tree = mention.sentence, mention.sentence.tree
    if tree.is_verb(mention.token) and is_mutual(tree, mention.token):
        doers = [actor for actor in actors if actor.role == "source"]
        return [replace(doer, role=role, rule=MUTUAL) for doer in doers for role in ("source", "target")]
    verb = _swapped_by(tree, mention.token)
    if verb is None:
        return list(actors)
    sides = [p for p in phrases if _is_side(tree, p.head, verb)]
    keys = {sentence.referents[p.head].key for p in sides}
    if not keys or (len(keys) == 1 and tree.tags[sides[0].head] not in ("NNS", "PRP")):
        return list(actors)
    return [
        sentence.argument(phrase, role, _SURE, MUTUAL) for phrase in sides for role in ("source", "target")
    ]


def _swapped_by(tree: Tree, noun: int) -> int | None:
    """The verb that says that two sides give each other something: "exchanged insults and threats"."""
    first = tree.first_conjunct(noun)
    verb = tree.heads[first]
    if tree.deps[first] in ("dobj", "nsubjpass") and tree.lemmas[verb] in _SWAPPING:
        return verb
    told = (k for k in (noun, first) for k in tree.kids(k, "relcl", "acl", "ccomp"))
    return next((k for k in told if tree.lemmas[k] in _SWAPPING), None)


def _is_side(tree: Tree, head: int, verb: int) -> bool:
    """Whether a phrase is subject of a verb, or stands behind its "with" or "between"."""
    first = tree.first_conjunct(head)
    above = tree.heads[first]
    if tree.deps[first] == "nsubj":
        return above == verb
    if tree.deps[first] != "pobj" or tree.lower[above] not in ("with", "between", "by"):
        return False
    holder = tree.heads[above]
    return holder == verb or tree.heads[tree.first_conjunct(holder)] == verb


def _including(tree: Tree, head: int) -> int:
    """The token of those who are said to include a phrase; -1 where it is no such part."""
    first = tree.first_conjunct(head)
    prep = tree.heads[first]
    if tree.deps[first] != "pobj":
        return -1
    above = tree.heads[prep]
    led = tree.deps[prep] == "agent" and tree.deps[above] == "acl" and tree.lemmas[above] in _LEADING
    if led and tree.lemmas[tree.heads[above]] in _LED:  # "a delegation led by X"
        return tree.heads[above]
    such = tree.lower[prep] == "as" and tree.lower[max(0, prep - 1)] == "such"
    return above if such or tree.lower[prep] == "including" else -1


def _counted_before(sentence: Sentence, head: int, actors: Sequence[ActorArgument]) -> ActorArgument | None:
    """The actors whose number stands before a person or a thing that is said, behind a comma, to be one of
    them, though the parser hangs that elsewhere: "nine people were killed in the raid, including a judge".
    """
    tree = sentence.tree
    first = tree.first_conjunct(head)
    prep = tree.heads[first] if tree.deps[first] == "pobj" else tree.kid(first, "prep")
    if (
        prep is None
        or not prep
        or tree.lower[prep - 1] != ","
        or sentence.referents[head].kind not in _OWNERS_OF
    ):
        return None
    among = tree.lower[prep] == "among" and tree.lower[prep + 1] in _THEM and prep < first
    if tree.lower[prep] != "including" and not among:
        return None
    kinds = _OWNERS_OF[sentence.referents[head].kind]
    before = [a for a in actors if a.head < prep and a.referent.kind in kinds and _is_counted(tree, a.head)]
    return before[-1] if before else None


def _named_among(tree: Tree, head: int, actors: Sequence[ActorArgument]) -> ActorArgument | None:
    """Behind which actors it is said that somebody is one of them: "oil firms, among them Eni and Shell"."""
    first = tree.first_conjunct(head)
    them = next((k for k in range(first, 2, -1) if tree.lower[k] in _THEM), 0)
    if tree.lower[them - 2 : them] != [",", "among"]:
        return None
    if not all(tree.heads[k] == first for k in range(them + 1, first)):
        return None
    return next((a for a in actors if a.end == tree.ends[them - 3] and tree.tags[a.head] == "NNS"), None)


def _is_counted(tree: Tree, head: int) -> bool:
    if tree.tags[head] == "CD" or tree.kid(head, "nummod") is not None:
        return True
    return any(tree.lower[k] in _MANY for k in (head, *tree.kids(head, "amod")))


def _is_counted_in(tree: Tree, actor: ActorArgument, owners: dict[int, ActorArgument]) -> bool:
    owner = owners.get(_including(tree, actor.head))
    nameless = actor.kind == "noun" and tree.tags[actor.head] not in _SINGLE
    return nameless and owner is not None and owner.role == actor.role


def _is_single(sentence: Sentence, phrase: Phrase) -> bool:
    tree, head = sentence.tree, phrase.head
    if tree.tags[head] not in _SINGLE or tree.kid(head, "nummod") is not None:
        return False
    return sentence.referents[head].kind in _PARTS


def _harmed_by(tree: Tree, head: int) -> int | None:
    """The verb of harm to which a phrase is object, or subject in the passive."""
    first = tree.first_conjunct(head)
    verb = tree.heads[first]
    relation = tree.deps[first]
    bare = tree.tags[verb] == "VBN" and tree.kid(verb, "aux") is None  # not "had stabbed three"
    suffers = relation in ("dobj", "nsubjpass") or (relation == "nsubj" and bare)
    return verb if suffers and does_harm(tree, verb) else None


def _beside(
    sentence: Sentence, phrase: Phrase, owner: ActorArgument, actors: Sequence[ActorArgument], rule: str
) -> Iterator[ActorArgument]:
    """The phrase in the role of an actor, unless it has one."""
    referent = sentence.referents[phrase.head]
    if any(actor.head == phrase.head or actor.referent.key == referent.key for actor in actors):
        return
    yield sentence.argument(phrase, owner.role, _SURE * owner.probability, rule)
