"""The place of an event that another sentence sets: "Fighting went on in Goma. Two men were shot." """

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from extractor.arguments.arrivals import is_reached, travellers
from extractor.arguments.place_candidates import PlaceCandidate, place_candidates
from extractor.arguments.place_headings import place_above
from extractor.arguments.places import Resolve, place_of
from extractor.arguments.telling import stance_of
from extractor.evidence import ActorArgument, Mention, PlaceArgument, Sentence
from extractor.frames.clauses import verb_tense
from extractor.frames.determiners import POINTING, is_of_a_year
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS, REAL
from extractor.places import TOWNS

__all__ = ["add_scenes"]

_WHERE = frozenset({"above", "across", "around", "at", "in", "inside", "near", "off", "outside", "over"})
_BEHIND = frozenset({"at", "in", "near", "of", "on"})
_TO = frozenset({"into", "to", "on"})
_ELSEWHERE = lemma_set("elsewhere") | lemma_set("said")
_HEARING = lemma_set("listeners")
_FIGHTING = lemma_set("in_conflict")
_WATERS = frozenset({"bay", "gulf", "lake", "sea", "strait"})
_SETTLEMENTS = lemma_set("settlements")
_HAMLETS = lemma_set("hamlets")
_PARTS = _SETTLEMENTS | lemma_set("regions") | lemma_set("parts_of_towns")
_THEIRS = (["residents", "of"], ["villagers", "of"], ["inhabitants", "of"])
_FIXED = frozenset({"place", "facility"})
_NAMED_ON_MAPS = frozenset({"country", "place"})
_EMBATTLED = lemma_set("embattled")
_OCCASIONS = lemma_set("occasions") | lemma_set("speeches") | {"speaking"}
_SPOKEN_AT = frozenset({"at", "in", "to"})
_NOT_THERE = frozenset({"call", "visit"})
_AHEAD = frozenset({"infinitive", "will", "shall", "would"})
_FAR = 2
"""Sentences from the attack back to the one that sets the place are at most as many."""
_PROBABILITY = 0.6


def add_scenes(
    clusters: Sequence[Sequence[Mention]], sentences: Sequence[Sentence], resolve: Resolve
) -> None:
    """Give each event for which no mention tells a place that which the sentences beside it set.

    `sentences` are all of the article's, by their index. An attack is not where somebody met or spoke.
    """
    elsewhere = {place.start for c in clusters if c[0].type != "strike" for m in c for place in m.places}
    for cluster in clusters:
        if not any(mention.places for mention in cluster):
            mention = next(m for m in cluster if m.sure)
            mention.places += _set_for(cluster, mention, sentences, resolve, elsewhere)


def _set_for(
    cluster: Sequence[Mention],
    mention: Mention,
    sentences: Sequence[Sentence],
    resolve: Resolve,
    elsewhere: Container[int],
) -> list[PlaceArgument]:
    """The places of an event that has none by its own words; `mention` is the first that is sure."""
    if mention.type in ACTS:
        return _spoken_at(cluster, sentences, resolve)
    real = mention.type == "strike" and mention.likeliest_status() in REAL
    if real and (struck := _struck(cluster, resolve)):
        return struck
    place = _meant(mention, sentences, resolve) if real else None
    place = place or _taken_up(mention, sentences, resolve) or _there(mention, sentences, resolve)
    if place is None and mention.type == "meeting":
        place = _arrived_at(cluster, mention, sentences, resolve)
    if place is None and real:
        place = place_above(mention, sentences, resolve) or _scene(mention, sentences, resolve)
        place = None if place is None or place.start in elsewhere else place
    return [] if place is None else [place]


def _struck(cluster: Sequence[Mention], resolve: Resolve) -> list[PlaceArgument]:
    """The towns or countries on which an attack is, where no other place is told."""
    found: dict[int, PlaceArgument] = {}
    for mention in cluster:
        towns = {a.head for a in mention.actors if a.role == "target" and a.referent.toponym}
        struck = towns.intersection(mention.heads("target"))
        for candidate in place_candidates(mention.sentence) if struck else ():
            if candidate.phrase.head in struck:
                place = place_of(mention.sentence, candidate, _PROBABILITY, resolve)
                found.setdefault(place.start, place)
    return list(found.values())


def _spoken_at(
    cluster: Sequence[Mention], sentences: Sequence[Sentence], resolve: Resolve
) -> list[PlaceArgument]:
    """Where the maker of an offer or a threat speaks, by a sentence beside it: "He threatened tariffs.
    Speaking in Davos, he said …".
    """
    makers = {a.referent.key for m in cluster for a in m.actors if a.role == "source" and a.referent.key >= 0}
    told = {mention.sentence.index for mention in cluster}
    for index in sorted({index + step for index in told for step in (1, -1)} - told):
        sentence = sentences[index] if 0 <= index < len(sentences) else None
        if sentence is None or sentence.block != cluster[0].sentence.block:
            continue
        tree = sentence.tree
        speakers = {r.key for k, r in sentence.referents.items() if tree.deps[k] == "nsubj"}
        if makers.isdisjoint(speakers) or not tree.has_lemma(_OCCASIONS):
            continue
        for candidate in place_candidates(sentence):
            start = candidate.phrase.start
            if start < 2 or tree.lower[start - 1] not in _SPOKEN_AT:
                continue
            if tree.lemmas[start - 2] in _OCCASIONS and not _is_to_come(tree, start - 2):
                return [place_of(sentence, candidate, _PROBABILITY, resolve)]
    return []


def _is_to_come(tree: Tree, occasion: int) -> bool:
    """Whether an occasion is still to come: "is due to hold a summit in Lima"."""
    verb = next((k for k in tree.ancestors(occasion) if tree.is_verb(k)), None)
    return verb is not None and verb_tense(tree, verb) in _AHEAD


def _scene(mention: Mention, sentences: Sequence[Sentence], resolve: Resolve) -> PlaceArgument | None:
    """The one place at which there is fighting, by the nearest sentence before one that names no place."""
    tree = mention.sentence.tree
    makers = [(a.start, a.end) for a in mention.actors if a.role == "source"]
    told = [
        c
        for c in place_candidates(mention.sentence)
        if not any(start <= tree.starts[c.phrase.start] < end for start, end in makers)
    ]
    if told or is_of_a_year(tree, mention.token):
        return None
    for before in _before(mention.sentence, sentences):
        named = place_candidates(before)
        if named:
            if not _is_of_fighting(before.tree, named):
                return None
            return _only_one(before, [c for c in named if _is_located(before, c)], named, resolve)
    return None


def _is_of_fighting(tree: Tree, named: Sequence[PlaceCandidate]) -> bool:
    """Whether a sentence, which need not be parsed, tells of fighting; `named` are the places in it."""
    if tree.has_lemma(_FIGHTING) or any(word.removesuffix("s") in _FIGHTING for word in tree.lower):
        return True
    return any(_is_fought_for(tree, candidate) for candidate in named)


def _is_fought_for(tree: Tree, candidate: PlaceCandidate) -> bool:
    """ "Took control of Sake", "the siege of Homs"."""
    start = candidate.phrase.start
    return start > 1 and tree.lower[start - 1] == "of" and tree.lemmas[start - 2] in _EMBATTLED


def _there(mention: Mention, sentences: Sequence[Sentence], resolve: Resolve) -> PlaceArgument | None:
    """The place to which "there" points back: "The pope flew to Tirana. There he met the premier." """
    tree, token = mention.sentence.tree, mention.token
    verbs = (token, *tree.ancestors(token)[:2])
    if not any(_points_from(tree, k, verbs, token) for k, word in enumerate(tree.lower) if word == "there"):
        return None
    for before in _before(mention.sentence, sentences):
        named = place_candidates(before)
        if named:
            lower = before.tree.lower
            located = [c for c in named if lower[max(0, c.phrase.start - 1)] in _WHERE | _TO]
            return _only_one(before, located or named, named, resolve)
    return None


def _points_from(tree: Tree, there: int, verbs: Sequence[int], token: int) -> bool:
    """Whether "there" is said of the event, or of those with whom it is: "talks with rebels there"."""
    above = tree.heads[there]
    subject = tree.kid(above, "nsubj", "nsubjpass")
    if tree.deps[there] == "expl" and (subject is None or subject > there):
        return False  # "there were talks"
    if tree.deps[there] not in ("advmod", "expl"):
        return False
    nouns = [k for k in tree.ancestors(there) if not tree.is_verb(k)]
    return above in verbs or (token in nouns and tree.below(token, there) in tree.kids(token, "prep"))


def _arrived_at(
    cluster: Sequence[Mention], mention: Mention, sentences: Sequence[Sentence], resolve: Resolve
) -> PlaceArgument | None:
    """Where one of those who meet has just arrived: "The envoys arrived in Doha. They held talks on a truce."

    A meeting of another day, by telephone, or told to be elsewhere, may be anywhere.
    """
    sentence = mention.sentence
    if len(cluster) > 1 or mention.date is not None or mention.subtype in _NOT_THERE:
        return None
    keys = {actor.referent.key for actor in mention.actors}
    for before in _before(sentence, sentences) if not place_candidates(sentence) else ():
        named = place_candidates(before)
        reached = [c for c in named if is_reached(before.tree, c)]
        if reached:
            return None if keys.isdisjoint(travellers(before)) else _only_one(before, reached, named, resolve)
    return None


def _only_one(
    sentence: Sentence,
    located: Sequence[PlaceCandidate],
    named: Sequence[PlaceCandidate],
    resolve: Resolve,
) -> PlaceArgument | None:
    """The place of the only one that is not told to hold another."""
    outer = [c for c in located if not any(_is_part(o, c, located) for o in named)]
    return place_of(sentence, outer[0], _PROBABILITY, resolve) if len(outer) == 1 else None


def _before(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences close before one, in blocks of its kind, the nearest first."""
    near = sentences[max(0, sentence.index - _FAR) : sentence.index]
    return (s for s in reversed(near) if s.block == sentence.block)


def _taken_up(mention: Mention, sentences: Sequence[Sentence], resolve: Resolve) -> PlaceArgument | None:
    """The place named before that a noun means at which an event is told to be: "raided the camp"."""
    sentence = mention.sentence
    for phrase in sentence.phrases:
        if not _is_of_event(mention, phrase):
            continue
        noun = sentence.tree.lemmas[phrase.head]
        for around in (sentence, *_before(sentence, sentences)):
            for candidate in reversed(place_candidates(around)):
                if around is sentence and candidate.phrase.start >= phrase.start:
                    continue
                if noun not in _SETTLEMENTS and not _is_called(around, candidate, noun):
                    continue
                place = place_of(around, candidate, _PROBABILITY, resolve)
                if noun not in _SETTLEMENTS or _may_be(noun, place):
                    return place
    return None


def _meant(mention: Mention, sentences: Sequence[Sentence], resolve: Resolve) -> PlaceArgument | None:
    """The place named before that a pronoun means which is struck: "Homs is in Syria. Jets bombed it." """
    keys = {a.referent.key for a in mention.actors if a.role == "target" and _is_place_meant(a)}
    for before in _before(mention.sentence, sentences) if len(keys) == 1 else ():
        for candidate in place_candidates(before):
            named = before.referents.get(candidate.phrase.head)
            if named is not None and named.key in keys:
                return place_of(before, candidate, _PROBABILITY, resolve)
    return None


def _is_place_meant(actor: ActorArgument) -> bool:
    return actor.kind == "pronoun" and actor.referent.kind in _NAMED_ON_MAPS and actor.referent.toponym


def _may_be(noun: str, place: PlaceArgument) -> bool:
    """Whether a noun for a settlement may mean a place: "the village" is no capital."""
    if noun == "capital":
        return place.kind == noun
    return place.kind in TOWNS and not (noun in _HAMLETS and place.kind == "capital")


def _is_called(sentence: Sentence, candidate: PlaceCandidate, noun: str) -> bool:
    """Whether a noun may mean a place that is named so, or where it lies: "a camp near Kassala"."""
    lower, start = sentence.tree.lower, candidate.phrase.start
    called = noun in lower[start : candidate.phrase.end]
    beside = start > 1 and lower[start - 1] in _BEHIND and lower[start - 2] == noun
    return called or (beside and noun not in _WATERS)


def _is_of_event(mention: Mention, phrase: Phrase) -> bool:
    """Whether a bare noun with "the" tells where an event is, or what it strikes."""
    tree, head = mention.sentence.tree, phrase.head
    referent = mention.sentence.referents.get(head)
    if phrase.kind != "noun" or phrase.start + 1 != head or tree.lower[phrase.start] not in POINTING:
        return False
    if referent is None or referent.kind not in _FIXED:
        return False
    if head in mention.heads("target"):
        return True
    above = tree.heads[head]
    if mention.type == "meeting" and tree.deps[head] == "dobj":
        return above == mention.token
    return (
        tree.deps[head] == "pobj" and tree.lower[above] in _WHERE | _TO and tree.heads[above] == mention.token
    )


def _is_part(outer: PlaceCandidate, candidate: PlaceCandidate, located: Sequence[PlaceCandidate]) -> bool:
    """Whether a place only says where another one lies; of a building that is none of those `located` it is
    the place.
    """
    inside = outer.phrase.start < candidate.phrase.start < outer.end
    return inside and (outer.kind != "facility" or outer in located)


def _is_located(sentence: Sentence, candidate: PlaceCandidate) -> bool:
    """Whether a preposition before a place says that something is there, or a noun that it is fought for."""
    tree, start = sentence.tree, candidate.phrase.start
    if _is_fought_for(tree, candidate) or tree.lower[max(0, start - 2) : start] in _THEIRS:
        return True
    prep = _preposition_before(tree, start)
    if prep < 1 or tree.lower[prep] not in _WHERE or _is_of_speaker(tree, candidate.carrier):
        return False
    before = tree.lower[prep - 1]
    return _ELSEWHERE.isdisjoint((tree.lemmas[prep - 1], before)) and before.removesuffix("s") not in _HEARING


def _preposition_before(tree: Tree, start: int) -> int:
    """Where the preposition stands that a place may have before its name, or before "the port of"."""
    if start > 3 and tree.lower[start - 1] == "of" and tree.lower[start - 2].removesuffix("s") in _PARTS:
        return start - 4 if tree.lower[start - 3] == "the" else start - 3
    return start - 1


def _is_of_speaker(tree: Tree, place: int) -> bool:
    """Whether somebody only speaks there: "a spokesman in London says", "told reporters in New York"."""
    verb = next((k for k in tree.ancestors(place) if tree.is_verb(k)), None)
    return verb is not None and stance_of(tree, verb) == "says"
