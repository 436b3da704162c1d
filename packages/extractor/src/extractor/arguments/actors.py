"""Chooses the actors of a mention and their roles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extractor.arguments.above import Above, above_both
from extractor.arguments.actor_candidates import candidates_among
from extractor.arguments.attackers import with_attackers
from extractor.arguments.bearings import Bearing, kind_of
from extractor.arguments.features import ActorFeatures
from extractor.arguments.fellows import (
    with_included,
    with_meant,
    with_mutual,
    with_pressed,
    with_victims,
    without_owners,
    without_setters,
)
from extractor.arguments.offered import is_beside
from extractor.arguments.stances import bearings
from extractor.arguments.stricken import with_stricken
from extractor.arguments.struck_places import as_town, is_seat
from extractor.arguments.threatened import is_pressed
from extractor.evidence import ActorArgument, Mention, Referent, Sentence, Share
from extractor.frames.phrases import Phrase
from extractor.frames.relations import first_listed
from extractor.frames.tree import Tree
from extractor.judge.bars import ACTORS, Bar
from extractor.judge.linear import LinearModel
from extractor.ontology import ACTS

__all__ = ["ROLES", "ActorSelector"]

ROLES: dict[str, tuple[str, ...]] = {
    "meeting": ("participant", "mediator"),
    "offer": ("source", "target", "mediator"),
    "strike": ("source", "target"),
    "threat": ("source", "target"),
}
NONE = "none"
_WITHOUT = {"spared": "target", "answers": "source", "hears": "source"}
"""The role that a phrase cannot have, by how it stands to the event."""
_SURE = 0.6
"""Probability at least of a role that the sentence gives by its words."""
_TAKING_PART = {"mediates": "mediator", "meets": "participant"}
"""The role that a phrase has by its words, by how it stands to the event."""
_TOLD = 0.9
"""Probability that who takes part or mediates, as the sentence says, does it in this meeting."""
_GIVEN_TO = frozenset({"recipient", "to"})
"""Functions of whom something is offered to."""
Decide = Callable[[str | None, Mapping[str, float]], tuple[str, float] | None]
_Chosen = tuple[Phrase, str, float]
"""A phrase with its role and the probability of that."""
_MAKES = "does it, by the sentence"


class ActorSelector:
    """Roles by a linear model over the features of phrase and mention."""

    def __init__(
        self,
        model: LinearModel,
        roles_of: Callable[[str], Mapping[str, str | None]],
        classes: Mapping[str, str],
        *,
        bars: Mapping[str, Bar] = ACTORS,
    ) -> None:
        """`roles_of` gives a rule's roles by function, `classes` are those of verbs by lemma."""
        self._model = model
        self._roles_of = roles_of
        self._classes = classes
        self._bars = bars

    def features(self, mention: Mention, phrase: Phrase) -> list[str]:
        """The features of one candidate."""
        above = above_both(mention.sentence.tree, mention.token, phrase.head)
        return self._features_around(mention)(phrase, above)

    def _features_around(self, mention: Mention) -> ActorFeatures:
        return ActorFeatures(mention, self._roles_of(mention.rule), self._classes)

    def select(self, mention: Mention, rivals: Sequence[Mention]) -> list[ActorArgument]:
        """The mention's actors, as the model decides.

        Much less is asked of the first actor of a role than of further ones: most events have one side that
        acts. Those of the same function ("Iran and Russia") come together.
        """
        allowed = ROLES[mention.type]
        least = min([self._bars[role].first for role in allowed])

        def decide(_: str | None, found: Mapping[str, float]) -> tuple[str, float] | None:
            total = 0.0
            for role in allowed:
                total += found.get(role, 0.0)
            if total < least:
                return None
            role = max(allowed, key=lambda r: found.get(r, 0.0))
            return (role, total) if total >= self._bars[role].first else None

        sentence, phrases = mention.sentence, candidates_among(mention, rivals)
        found = self._agreed(sentence.tree, self._choose_of(phrases, mention, decide))
        found = with_included(sentence, found, phrases)
        if mention.type == "strike":
            found = with_meant(mention, with_victims(sentence, found, phrases), phrases)
            found = without_owners(sentence.tree, with_attackers(mention, found, phrases))
            found = with_mutual(mention, with_stricken(mention, found, phrases), phrases)
            found = [as_town(sentence, actor) for actor in found]
        elif mention.type in ACTS:
            found = _without_own_state(sentence.tree, found)
            if mention.type == "threat":
                found = without_setters(mention, with_pressed(mention, found, phrases))
                found = with_mutual(mention, found, phrases)
        return sorted(found, key=lambda a: a.start)

    def _agreed(self, tree: Tree, actors: Sequence[ActorArgument]) -> list[ActorArgument]:
        """Of each role the surest, who is the same, has its function or stands in a list with it, and others
        that are sure enough by themselves.
        """
        if len(actors) < 2:
            return list(actors)
        taken: dict[str, set[tuple[str, str | int]]] = {}
        kept = []
        for actor in sorted(actors, key=lambda a: -a.probability):
            known, sure = taken.setdefault(actor.role, set()), self._bars[actor.role].more
            listed = first_listed(tree, actor.head)
            ties: set[tuple[str, str | int]] = {("entity", actor.referent.key), ("list", listed)}
            if actor.function != "-":
                ties.add(("function", actor.function))
            if actor.rule:
                ties.add(("rule", actor.rule))
            if not known or not known.isdisjoint(ties) or actor.probability >= sure:
                known |= ties
                kept.append(actor)
        return sorted(kept, key=lambda a: a.start)

    def choose(self, mention: Mention, rivals: Sequence[Mention], decide: Decide) -> list[ActorArgument]:
        """The phrases for which `decide` gives a role and its probability.

        It is told the phrase's function and the model's probabilities, which the phrases of a coordination
        ("Iran, Russia and Turkey") share: their mean. Left out are triggers, a phrase inside another one with
        the same role, and of an entity's roles all but the most probable.
        """
        return self._choose_of(candidates_among(mention, rivals), mention, decide)

    def _choose_of(self, phrases: Sequence[Phrase], mention: Mention, decide: Decide) -> list[ActorArgument]:
        sentence, trigger = mention.sentence, mention.token
        tree, referents = sentence.tree, sentence.referents
        functions = sentence.functions_of(trigger)
        above = [above_both(tree, trigger, p.head) for p in phrases]
        keys = [referents[p.head].key for p in phrases]
        bearings, absent = _bearings(mention, phrases, keys, above)
        features = self._features_around(mention)
        nothing = dict.fromkeys(self._model.classes, 0.0) | {NONE: 1.0}
        single: list[Mapping[str, float]] = []
        for phrase, key, over, so in zip(phrases, keys, above, bearings, strict=True):
            if so == "out" or (so is None and key in absent):
                single.append(nothing)
            else:
                found = self._model.probabilities(features(phrase, over))
                single.append(found if so is None else _borne_out(so, found))
        within = [so != "out" for so in bearings]
        together = _together(keys, _shared(tree, phrases, single, within), within)
        chosen = [
            (phrase, *decided)
            for phrase, found in zip(phrases, together, strict=True)
            if (decided := decide(functions.get(phrase.head), found)) is not None
        ]
        if not chosen:
            return []
        told = {p.head for p, so in zip(phrases, bearings, strict=True) if so == "does"}
        names = [p for p in reversed(phrases) if p.kind == "name" and tree.deps[p.head] != "attr"]
        named = {referents[p.head].key: p for p in names}
        kept = [c for c in chosen if not any(_outdoes(sentence, other, c) for other in chosen)]
        return [
            ActorArgument(
                phrase.head,
                tree.starts[share.start],
                tree.ends[share.end - 1],
                role,
                share.referent,
                probability,
                functions.get(phrase.head, "-"),
                kind,
                _MAKES if phrase.head in told else "",
            )
            for phrase, role, probability in kept
            for share, kind in _shares(sentence, phrase, named)
        ]


def _bearings(
    mention: Mention, phrases: Sequence[Phrase], keys: Sequence[int], above: Sequence[Above | None]
) -> tuple[list[Bearing | None], set[int]]:
    """What the words leave each phrase to be, and the keys of those who, by a pronoun, only tell of it. What
    a pronoun suffers, and who alone is told to do it, holds for all phrases of one key.
    """
    found = bearings(mention, [p.head for p in phrases], above)
    if mention.type != "offer" and not any(found):
        return found, set()
    pronouns = [(key, so) for p, key, so in zip(phrases, keys, found, strict=True) if p.kind == "pronoun"]
    absent = {key for key, so in pronouns if so == "out"}  # "the army said that it had repelled an attack"
    if mention.type == "strike":
        struck = {key for key, so in pronouns if so == "bears"}  # "said that it had come under attack"
        found = _or_else(found, keys, lambda key: "bears" if key in struck else None)
    functions = mention.sentence.functions_of(mention.token)
    if mention.type == "offer" and ("bears" in found or not _GIVEN_TO.isdisjoint(functions.values())):
        tree, act = mention.sentence.tree, mention.token
        found = [
            "out" if so is None and is_beside(tree, act, p.head) else so
            for p, so in zip(phrases, found, strict=True)
        ]
    makers = {
        key
        for p, key, so in zip(phrases, keys, found, strict=True)
        if so == "does" and not (mention.type in ACTS and functions.get(p.head) == "possessor")
    }
    if makers:  # nobody else makes it; a place does not anyway
        makers |= {key for p, key in zip(phrases, keys, strict=True) if kind_of(mention, p.head) == "place"}
        found = _or_else(found, keys, lambda key: None if key in makers else "answers")
    return found, absent


def _or_else(
    found: Sequence[Bearing | None], keys: Sequence[int], other: Callable[[int], Bearing | None]
) -> list[Bearing | None]:
    """The bearings, with `other` of the key for those that are not known."""
    return [other(key) if so is None else so for key, so in zip(keys, found, strict=True)]


def _borne_out(so: Bearing, found: Mapping[str, float]) -> Mapping[str, float]:
    """The probabilities without the roles that the sentence leaves no room for."""
    if so in _WITHOUT:
        role = _WITHOUT[so]
        return dict(found) | {role: 0.0, NONE: found[NONE] + found.get(role, 0.0)}
    if so in _TAKING_PART:
        return dict.fromkeys(found, 0.0) | {_TAKING_PART[so]: _TOLD, NONE: 1.0 - _TOLD}
    role, other = ("target", "source") if so == "bears" else ("source", "target")
    sure = max(found.get(role, 0.0) + found.get(other, 0.0), _SURE)
    return dict.fromkeys(found, 0.0) | {role: sure, NONE: 1.0 - sure}


def _shares(sentence: Sentence, phrase: Phrase, named: Mapping[int, Phrase]) -> Sequence[tuple[Share, str]]:
    """Those for whom the phrase stands: mostly one, in the words of its name if it is `named` beside; with
    the kind of phrase that shows them.
    """
    if several := sentence.shares.get(phrase.head):
        return [(share, phrase.kind) for share in several]
    referent = sentence.referents[phrase.head]
    name = named.get(referent.key)
    apart = name is not None and (name.end <= phrase.start or phrase.end <= name.start)
    shown = name if name is not None and apart and phrase.kind != "name" else phrase
    return [(Share(shown.start, shown.end, referent), shown.kind)]


def _without_own_state(tree: Tree, actors: list[ActorArgument]) -> list[ActorArgument]:
    """Without the state that the sources belong to among the targets: in "Maduro warned Caracas would answer"
    nobody threatens Caracas, but who threatens to march on it does.
    """
    sources = [actor.referent for actor in actors if actor.role == "source"]
    if any(source.kind == "group" for source in sources):
        return actors  # Boko Haram threatens Nigeria
    if not all(source.known or source.name[:1].isupper() for source in sources):
        return actors  # the country of "the president" is a guess
    states = {source.country for source in sources}
    if len(states) != 1 or None in states:
        return actors
    return [
        actor
        for actor in actors
        if actor.role != "target"
        or not _is_state(actor.referent)
        or actor.referent.country not in states
        or is_pressed(tree, actor.head)
    ]


def _is_state(referent: Referent) -> bool:
    """Whether a phrase stands for a state: by its name, or by its capital."""
    return referent.kind == "country" or is_seat(referent)


def _shared(
    tree: Tree, phrases: Sequence[Phrase], single: Sequence[Mapping[str, float]], within: Sequence[bool]
) -> list[Mapping[str, float]]:
    """The probabilities with those of coordinated phrases evened out, as far as they are `within`."""
    lists = [first_listed(tree, phrase.head) for phrase in phrases]
    shared = list(single)
    for members in _alike(lists, within):
        mean = {r: sum(single[k][r] for k in members) / len(members) for r in single[members[0]]}
        for k in members:
            shared[k] = mean
    return shared


def _together(
    keys: Sequence[int], shared: Sequence[Mapping[str, float]], within: Sequence[bool]
) -> list[Mapping[str, float]]:
    """The probabilities with those of an entity's phrases together at the surest of them: that it has the
    role in at least one ("Peru said that it would host a summit"). `keys` are those of the entities.
    """
    found = list(shared)
    for members in _alike(keys, within):
        surest = min(members, key=lambda k: shared[k][NONE])
        found[surest] = _in_one([shared[k] for k in members])
    return found


def _alike(keys: Sequence[int], within: Sequence[bool]) -> list[list[int]]:
    """The places of those that have a key together with others, as far as they are `within`."""
    if len(set(keys)) == len(keys):
        return []
    places: dict[int, list[int]] = {}
    for k, key in enumerate(keys):
        if within[k]:
            places.setdefault(key, []).append(k)
    return [members for members in places.values() if len(members) > 1]


def _in_one(several: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The probability by role that at least one of several phrases has it."""
    missing = dict.fromkeys(several[0], 1.0)
    for found in several:
        for role, probability in found.items():
            missing[role] *= 1.0 - probability
    roles = {role: 1.0 - none for role, none in missing.items() if role != NONE}
    total = sum(roles.values())
    most = max(total, 1.0)
    return {r: p / most for r, p in roles.items()} | {NONE: max(0.0, 1.0 - total)}


def _outdoes(sentence: Sentence, left: _Chosen, right: _Chosen) -> bool:
    """The left phrase has the right one within it in the same role, or is the same entity in another role and
    more probable there.
    """
    (a, role_a, p), (b, role_b, q) = left, right
    if role_a == role_b:
        return a is not b and _covers(sentence.tree, a, b)
    return p > q and sentence.referents[a.head].key == sentence.referents[b.head].key


def _covers(tree: Tree, outer: Phrase, inner: Phrase) -> bool:
    """One phrase stands within another, or says whence those come: "envoys from Mali"."""
    first = tree.first_conjunct(inner.head)
    prep = tree.heads[first]
    if tree.deps[first] == "pobj" and tree.lower[prep] == "from" and tree.heads[prep] == outer.head:
        return True
    longer = (outer.end - outer.start) > (inner.end - inner.start)
    return longer and outer.start <= inner.start and inner.end <= outer.end
