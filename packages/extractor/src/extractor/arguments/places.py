"""Chooses the places of a mention and resolves them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from msgspec import structs

from extractor.arguments.features import place_features
from extractor.arguments.hosts import is_destination, is_host
from extractor.arguments.other_places import is_of_office, is_other_place
from extractor.arguments.place_candidates import PlaceCandidate
from extractor.evidence import Mention, PlaceArgument, Sentence
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.judge.bars import Bar
from extractor.judge.linear import LinearModel
from extractor.ontology import ACTS

__all__ = ["PlaceSelector", "Resolve", "ResolvedPlace", "place_of"]

_WIDE = frozenset({"country", "region", "area"})
_TOWNS = frozenset({"city", "capital"})
_OPEN = frozenset({"area", "continent", "country", "mountain", "region", "river", "sea"})
"""Kinds of what no settlement is."""
_SETTLEMENTS = lemma_set("settlements")
_AT = frozenset({"in", "at", "to"})
_DURING = frozenset({"during", "on", "in", "at"})
_INVITING = frozenset({"invite", "invitation"})
_OCCASIONS = lemma_set("occasions")
_SPEAKING = lemma_set("speeches")
_HARMING = lemma_set("harming")
_WHERE = frozenset({"in", "at", "near"})
_RESIDING = lemma_set("residing")
_LEAST = 0.2
"""Probability from which on a place is the event's where none is likelier and it is part of what is there."""
_IN_NAME = frozenset({"NN", "NNS", "NNP", "JJ", "HYPH"})
_MANY = 3
"""Words between the name of a town and the event that is called after it are at most as many."""
_INCLUDING = frozenset({"including", "among"})


class ResolvedPlace(Protocol):
    """What the gazetteer says of a place."""

    @property
    def name(self) -> str: ...
    @property
    def country(self) -> str | None: ...
    @property
    def latitude(self) -> float | None: ...
    @property
    def longitude(self) -> float | None: ...
    @property
    def geonames_id(self) -> int | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str | None: ...


Resolve = Callable[[str, Sequence[str]], ResolvedPlace | None]
"""Looks up a place by its words and those of what contains it."""


class PlaceSelector:
    """Places by a linear model over the features of phrase and mention."""

    def __init__(self, model: LinearModel, classes: Mapping[str, str], *, bar: Bar) -> None:
        self._model = model
        self._classes = classes
        self.bar = bar

    def features(
        self,
        mention: Mention,
        candidate: PlaceCandidate,
        rivals: Sequence[Mention],
        around: Sequence[PlaceCandidate],
    ) -> list[str]:
        """The features of one candidate among all those `around` it."""
        others = [c for c in around if c is not candidate]
        return place_features(
            mention.sentence,
            mention,
            candidate.phrase,
            carrier=candidate.carrier,
            container=candidate.container,
            kind=candidate.kind,
            end=candidate.end,
            rivals=rivals,
            others=[(c.phrase.head, c.kind != "country") for c in others],
            namesakes=len([c for c in others if c.name == candidate.name]),
            classes=self._classes,
        )

    def select(
        self,
        mention: Mention,
        candidates: Sequence[PlaceCandidate],
        rivals: Sequence[Mention],
        resolve: Resolve,
        within: range | None = None,
    ) -> list[PlaceArgument]:
        """The mention's places; a container is left out beside what it contains.

        More is asked of a second place, unless it stands in a list with the first or is what that contains.
        Of those `within` some tokens, where these are given, the likeliest is one in any case.
        """
        tree = mention.sentence.tree
        where = _where(tree, mention.token, candidates)
        outright = [c for c in candidates if is_destination(mention, c) or _is_called_after(mention, c)]
        rated = [
            (
                1.0
                if where == c.phrase.head or _is_spoken_at(mention, c) or c in outright
                else self._model.probability(self.features(mention, c, rivals, candidates)),
                c,
            )
            for c in candidates
            if (within is None or c.phrase.head in within)
            and not is_other_place(mention, c, rivals)
            and (c in outright or not is_of_office(mention, c, sole=len(candidates) == 1))
            and (where is None or where == c.phrase.head or where in tree.ancestors(c.phrase.head))
        ]
        lists: set[int] = set()
        chosen: list[tuple[PlaceCandidate, float]] = []
        for probability, candidate in sorted(rated, key=lambda item: (-item[0], item[1].phrase.start)):
            member = tree.first_conjunct(candidate.phrase.head)
            inner = any(candidate.phrase.start < c.phrase.start < candidate.end for c, _ in chosen)
            sure = within is not None and not chosen
            sure = sure or _is_where_harmed(mention, candidate) or _is_included(tree, candidate, chosen)
            if sure or probability >= (
                self.bar.first if not lists or inner or member in lists else self.bar.more
            ):
                lists.add(member)
                chosen.append((candidate, probability))
        if not chosen:
            chosen = [
                (c, self.bar.first)
                for probability, c in rated
                if _is_label(tree, c, mention)
                or is_host(mention, c, candidates)
                or (probability >= _LEAST and _is_where_done(mention, c))
            ]
        if any(c.kind == "toponym" for c, _ in chosen):
            chosen = [(c, probability) for c, probability in chosen if not _is_only_struck(mention, c)]
        chosen.sort(key=lambda item: item[0].phrase.start)
        outer = [
            (candidate, probability)
            for candidate, probability in chosen
            if not any(
                o.phrase.start < candidate.phrase.start and candidate.phrase.end <= o.end for o, _ in chosen
            )
        ]
        told = (_told(mention, candidate, probability, resolve) for candidate, probability in outer)
        return [argument for argument in told if argument is not None]


def place_of(
    sentence: Sentence, candidate: PlaceCandidate, probability: float, resolve: Resolve
) -> PlaceArgument:
    """The place of a candidate, whatever is told of it."""
    return _argument(sentence.tree, *_resolved(sentence.tree, candidate, resolve), probability)


def _told(
    mention: Mention, candidate: PlaceCandidate, probability: float, resolve: Resolve
) -> PlaceArgument | None:
    """The place of a candidate; None where it turns out to be none."""
    sentence, tree = mention.sentence, mention.sentence.tree
    swallowed = candidate.phrase.start <= mention.token < candidate.phrase.end
    if swallowed:  # "Missile Hits Kabul Hospital", of which the tagger makes a name
        rest = structs.replace(candidate.phrase, start=mention.token + 1)
        candidate = replace(candidate, phrase=rest, name=rest.text(tree))
    named, place = _resolved(tree, _by_name(sentence, candidate), resolve)
    if swallowed and (place is None or place.geonames_id is None):
        return None
    if not candidate.named and not _fits(tree, candidate, place):
        return None
    argument = _argument(tree, named, place, probability)
    referent = sentence.referents[candidate.phrase.head]
    if argument.geonames_id is None and referent.toponym and _is_settlement(tree, candidate):
        argument.name = referent.name  # "Tamrit village" is Tamrit
    return argument


def _where(tree: Tree, trigger: int, candidates: Sequence[PlaceCandidate]) -> int | None:
    """The head of the place of which a clause tells the event: "Khartoum, where he held talks"."""
    for node in (trigger, *tree.ancestors(trigger)):
        if tree.deps[node] == "relcl" and any(tree.lower[k] == "where" for k in tree.children[node]):
            place = tree.heads[node]
            return place if any(c.phrase.head == place for c in candidates) else None
    return None


def _is_spoken_at(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether an offer or a threat is made where somebody speaks or is: "speaking in Ankara, he threatened",
    "during a visit to Kyiv, he offered".
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    prep = tree.heads[first]
    if mention.type not in ACTS or tree.deps[first] != "pobj" or tree.lower[prep] not in _AT:
        return False
    if tree.lemmas[mention.token] in _INVITING:  # "invited her on a visit to Rome"
        return False
    above = (mention.token, *tree.ancestors(mention.token))
    occasion = tree.heads[prep]
    if tree.lemmas[occasion] in _OCCASIONS and tree.deps[occasion] == "pobj":
        outer = tree.heads[occasion]
        return tree.lower[outer] in _DURING and tree.heads[outer] in above
    verb = next((k for k in tree.ancestors(prep) if tree.is_verb(k)), None)
    if verb is None or tree.lower[prep] == "to":
        return False
    speaks = tree.tags[verb] == "VBG" and tree.lemmas[verb] in _SPEAKING
    return speaks and tree.deps[verb] == "advcl" and tree.heads[verb] in above


def _is_where_harmed(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is where an attack did its harm: "fired rockets at Israel, killing two in Ashkelon"."""
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    if mention.type != "strike" or tree.deps[first] != "pobj" or tree.lower[tree.heads[first]] not in _WHERE:
        return False
    verb = next((k for k in tree.ancestors(first) if tree.is_verb(k)), None)
    if verb is None or verb == mention.token or tree.tags[verb] != "VBG" or tree.lemmas[verb] not in _HARMING:
        return False
    clause = tree.first_conjunct(verb)
    above = (mention.token, *tree.ancestors(mention.token))
    return tree.deps[clause] == "advcl" and tree.heads[clause] in above


def _is_only_struck(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a building is what an attack is on, and not told with it where that is: "In Sanaa a bomb hit
    the al-Rahman mosque".
    """
    struck = mention.type == "strike" and candidate.kind == "facility" and not candidate.containers
    return struck and any(a.head == candidate.phrase.head and a.role == "target" for a in mention.actors)


def _is_where_done(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether that is told to be at a place in which the event has a part: "two men died in Nawa in raids",
    "to attend talks planned in Oman".
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    verb = tree.heads[tree.heads[first]]
    if mention.type in ACTS or tree.deps[first] != "pobj" or tree.lower[tree.heads[first]] not in _WHERE:
        return False
    if not tree.is_verb(verb) or tree.lemmas[verb] in _RESIDING:
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    reduced = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" and mention.token in tree.ancestors(verb)
    return reduced or tree.first_conjunct(verb) in path


def _is_included(
    tree: Tree, candidate: PlaceCandidate, chosen: Sequence[tuple[PlaceCandidate, float]]
) -> bool:
    """Whether a place is told to be one of several in another that is the event's: "towns in Idlib, including
    Saraqib", "across the Gaza Strip, among them Rafah".
    """
    first = tree.first_conjunct(candidate.carrier)
    including = next((k for k in (first, *tree.ancestors(first)) if tree.lower[k] in _INCLUDING), None)
    if including is None or not chosen or tree.heads[including] == including:
        return False
    host = tree.heads[including]
    around = {host, *tree.ancestors(host)[:1]}
    return any(
        other.end <= including
        and not around.isdisjoint((other.phrase.head, *tree.ancestors(other.phrase.head)))
        for other, _ in chosen
    )


def _is_called_after(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether an attack or a meeting is called after a town: "the Lublin nerve gas attack"."""
    tree, end, token = mention.sentence.tree, candidate.end, mention.token
    referent = mention.sentence.referents[candidate.phrase.head]
    if mention.type in ACTS or referent.kind != "place" or not referent.toponym:
        return False
    nouns = all(tree.tags[k] in _IN_NAME for k in range(end, token + 1))
    return end <= token <= end + _MANY and nouns


def _is_label(tree: Tree, candidate: PlaceCandidate, mention: Mention) -> bool:
    """Whether a town before a colon tells where what follows was: "Kharkiv: Two died in a strike"."""
    start, end = candidate.phrase.start, candidate.end
    opens = not any(tree.words[k].isalnum() for k in range(start))
    referent = mention.sentence.referents[candidate.phrase.head]
    town = referent.kind == "place" and not referent.known
    return opens and town and tree.words[end : end + 1] == [":"] and mention.type not in ACTS


def _fits(tree: Tree, candidate: PlaceCandidate, place: ResolvedPlace | None) -> bool:
    """Whether a place can be what the noun says that refers back to it: "the city" is no sea, no region."""
    return place is None or place.kind not in _OPEN or not _is_settlement(tree, candidate)


def _is_settlement(tree: Tree, candidate: PlaceCandidate) -> bool:
    return tree.lemmas[candidate.phrase.head] in _SETTLEMENTS


def _by_name(sentence: Sentence, candidate: PlaceCandidate) -> PlaceCandidate:
    """The country that a pronoun means where its sentence names it: "Turkey says it will host a summit"."""
    if candidate.phrase.kind != "pronoun":
        return candidate
    referent = sentence.referents[candidate.phrase.head]
    named = (p for p in sentence.phrases if p.kind == "name" and sentence.referents.get(p.head) is referent)
    phrase = next(named, None)
    return candidate if phrase is None else replace(candidate, phrase=phrase, end=phrase.end, named=True)


def _resolved(
    tree: Tree, candidate: PlaceCandidate, resolve: Resolve
) -> tuple[PlaceCandidate, ResolvedPlace | None]:
    """The place of a candidate; of a region, the town in it near which something happens."""
    place, mark = resolve(candidate.name, candidate.containers), candidate.landmark
    if mark is None or place is None or place.kind not in _WIDE or place.latitude is None:
        return candidate, place
    town = resolve(mark.text(tree), (candidate.name, *candidate.containers))
    if town is None or town.kind not in _TOWNS or town.latitude is None or town.country != place.country:
        return candidate, place
    return replace(candidate, end=mark.end), town


def _argument(
    tree: Tree, candidate: PlaceCandidate, place: ResolvedPlace | None, probability: float
) -> PlaceArgument:
    start, end = tree.starts[candidate.phrase.start], tree.ends[candidate.end - 1]
    if place is None:
        return PlaceArgument(
            start, end, candidate.name, None, None, None, None, "other", probability, named=candidate.named
        )
    return PlaceArgument(
        start,
        end,
        place.name,
        place.country,
        place.latitude,
        place.longitude,
        place.geonames_id,
        place.kind,
        probability,
        place.id,
        candidate.named,
    )
