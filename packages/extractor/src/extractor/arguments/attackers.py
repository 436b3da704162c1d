"""Attackers whom other words than those of the attack tell of: who ordered it, who led those who made it, who
has sent the weapon, which of those who died in it had made it, and who is "the gunman" in the clause beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.evidence import ActorArgument, Mention
from extractor.frames.clauses import is_negated
from extractor.frames.determiners import POINTING
from extractor.frames.phrases import Phrase
from extractor.frames.relations import SUBJECTS, UNDERGOING, of_same_subject, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["with_attackers"]

_ORDERING = lemma_set("ordering")
_LEADING = lemma_set("leading")
_SENDING = lemma_set("sending_weapons")
_WEAPONS = lemma_set("war_machines") | lemma_set("thrown") | {"helicopter", "plane", "aircraft"}
_PERPETRATORS = lemma_set("perpetrators")
_CALLED = _PERPETRATORS | {"suspect"}
_TOLD_OF = _ORDERING | _LEADING
_CATCHING = lemma_set("catching")
_LIKELY = 0.75
_ACTING = frozenset({"person", "country", "organization"})
_SURE = 0.9
"""How probable it is that who orders an attack, or leads those who make it, has his part in it."""


def with_attackers(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors of an attack with who ordered it ("a raid ordered by the king") and who led the attackers
    ("a mob led by X"), and without the attackers among the victims ("killed six people and the bomber"). Who
    is called the gunman behind it is the source where no other is told of. `phrases` are those of the
    sentence that could be actors.
    """
    found = _without_perpetrators(mention.sentence.tree, actors)
    found = _with_senders(mention, found, phrases)
    found += _ordering(mention, found, phrases)
    if not any(actor.role == "source" for actor in found):
        found += _called(mention, found, phrases)
    return found


def _called(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> Iterator[ActorArgument]:
    """Who is called the attacker behind an attack of which nobody is told to have made it: "A shooting killed
    three people, and the gunman was arrested".
    """
    sentence, tree = mention.sentence, mention.sentence.tree
    if not tree.has_lemma(_CALLED):
        return
    taken = {actor.referent.key for actor in actors}
    for phrase in phrases:
        head, verb = phrase.head, tree.heads[phrase.head]
        if head < mention.token or verb == mention.token or tree.lemmas[head] not in _CALLED:
            continue
        if any(tree.lower[k] == "of" for k in tree.kids(head, "prep")):
            continue  # "the attackers of the convoy"
        known = any(tree.lower[k] in POINTING for k in tree.kids(head, "det"))
        acts = tree.deps[head] in SUBJECTS and (known or tree.lemmas[verb] in _CATCHING)
        caught = tree.deps[head] == "dobj" and tree.lemmas[verb] in _CATCHING
        if (acts or caught) and sentence.referents[head].key not in taken:
            yield sentence.argument(phrase, "source", _LIKELY, "is called its attacker")
            return


def _with_senders(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> list[ActorArgument]:
    """The actors with who has sent the weapon that strikes, in its place: "a drone operated by Chad hit"."""
    sentence, tree = mention.sentence, mention.sentence.tree
    if not tree.has_lemma(_SENDING):
        return list(actors)
    found = list(actors)
    for phrase in phrases:
        weapon = _sent_by(tree, tree.first_conjunct(phrase.head))
        if weapon is None or tree.lemmas[weapon] not in _WEAPONS:
            continue
        if weapon not in tree.doers(mention.token):
            continue  # it may be what is struck
        if sentence.referents[phrase.head].kind == "place":
            continue
        found = [a for a in found if a.head not in (weapon, phrase.head)]
        found.append(sentence.argument(phrase, "source", _SURE, "sent the weapon"))
    return found


def _sent_by(tree: Tree, node: int) -> int | None:
    """What somebody sends or has: "a drone operated by Chad", "a jet belonging to Chad"."""
    relation, verb = relation_of(tree, node)
    if tree.deps[verb] != "acl":
        return None
    way = "to" if tree.lemmas[verb] == "belong" else "by"
    return tree.heads[verb] if tree.lemmas[verb] in _SENDING and relation == way else None


def _ordering(
    mention: Mention, actors: Sequence[ActorArgument], phrases: Sequence[Phrase]
) -> Iterator[ActorArgument]:
    """Who ordered the attack, or led those who made it."""
    sentence, tree = mention.sentence, mention.sentence.tree
    if not tree.has_lemma(_TOLD_OF):
        return
    taken = {actor.referent.key for actor in actors}
    sources = {actor.head for actor in actors if actor.role == "source"}
    for phrase in phrases:
        referent, node = sentence.referents[phrase.head], tree.first_conjunct(phrase.head)
        if referent.key in taken or referent.kind not in _ACTING:
            continue
        if _orders(tree, mention.token, node) or (
            referent.kind == "person" and _leads(tree, node) in sources
        ):
            taken.add(referent.key)
            yield sentence.argument(phrase, "source", _SURE, "leads it")


def _orders(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody orders or plans an attack: "ordered strikes", "a raid planned by X"."""
    verb = tree.heads[node]
    if tree.deps[node] == "nsubj":
        for k in (verb, *(k for k in tree.kids(verb, "conj") if of_same_subject(tree, k) == verb)):
            if tree.lemmas[k] in _ORDERING and trigger in tree.kids(k, "dobj") and not is_negated(tree, k):
                return True
        return False
    if tree.deps[node] != "pobj" or tree.lower[verb] != "by":
        return False
    verb = tree.heads[verb]
    if tree.lemmas[verb] not in _ORDERING:
        return False
    told = tree.deps[verb] in ("acl", "relcl") and tree.heads[verb] == trigger
    return told or (tree.deps[trigger] in UNDERGOING and tree.heads[trigger] == verb)


def _leads(tree: Tree, node: int) -> int:
    """The token of those who are led by somebody; -1 where there are none."""
    by = tree.heads[node]
    verb = tree.heads[by]
    led = tree.deps[node] == "pobj" and tree.deps[by] == "agent" and tree.lemmas[verb] in _LEADING
    return tree.heads[verb] if led and tree.deps[verb] == "acl" else -1


def _without_perpetrators(tree: Tree, actors: Sequence[ActorArgument]) -> list[ActorArgument]:
    """The actors with those who are called the attackers, among other victims, in their part: they are the
    source where no other is told of, and none of the targets.
    """
    victims = [a for a in actors if a.role == "target"]
    dead = [a for a in victims if tree.lemmas[a.head] in _PERPETRATORS and a.kind == "noun"]
    sources = [a for a in actors if a.role == "source"]
    if not dead or len(dead) == len(victims):
        return list(actors)
    if any(a.referent.kind != "group" and tree.lemmas[a.head] not in _PERPETRATORS for a in sources):
        return list(actors)  # "police killed a gunman and two bystanders"
    return [
        replace(a, role="source", rule="made it") if a in dead else a
        for a in actors
        if a not in dead or not sources
    ]
