"""Phrases that may name the place of an event, with what contains them and by what they are found."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from extractor.arguments.containers import containers_of, landmark_of, place_behind
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import FLAT, NAME, Tree

__all__ = ["LARGE", "PlaceCandidate", "holder_of", "is_beyond_border", "place_candidates"]

_PLACE_KINDS = frozenset({"place", "facility", "country"})
_LINES = frozenset({"border", "frontier"})
_PARTS = lemma_set("country_parts")
_SCHOLARS = lemma_set("observers") | {"lecturer"}
_OF_OFFICE = frozenset({"for", "from", "of", "to"})
_OWNERS = frozenset({"country", "group"})
LARGE = frozenset({"country", "group"})
"""Kinds of what no town contains: countries, and parts of the world, which stand for those who live there."""


@dataclass(slots=True, frozen=True)
class PlaceCandidate:
    """A phrase that may name a place: token span with its containers, the words to look up.

    `carrier` is the token that stands for the phrase in the parse: its head, or that of the list of which it
    is a member ("provinces" of "Khost and Paktika provinces"). `landmark` is the place near which it lies, or
    near which something lies in it ("in North Kivu near Goma"). One that is not `named` refers back to the
    place whose name it has: "the city".
    """

    phrase: Phrase
    carrier: int
    end: int
    name: str
    containers: tuple[str, ...]
    container: bool
    kind: str
    landmark: Phrase | None = None
    named: bool = True


def place_candidates(sentence: Sentence, times: Container[int] = ()) -> list[PlaceCandidate]:
    """Phrases of the sentence with a place's name in them, each with the places that contain it in the text;
    none has its head among the tokens of `times`.

    A phrase within another one ("Quetta" in "the city of Quetta") is no candidate of its own, but those of a
    list are ("the cities of Ashdod and Ashkelon"). What a place is told to lie near or to a side of is none.
    """
    tree = sentence.tree
    named = {
        p.head
        for p in sentence.phrases
        if p.kind == "name"
        and p.head not in times
        and _is_place(sentence, p.head)
        and not _ends_name(sentence, p.head)
        and not _is_purpose(sentence, p.head)
        and not _is_numbered(tree, p.head)
    }
    found = [p for p in sentence.phrases if p.head in named or _is_told(sentence, p, named, times)]
    lists = {p.head: members for p in found if (members := _members(sentence, p, found))}
    carriers = {member: head for head, members in lists.items() for member in members}
    found = [p for p in found if p.head not in lists]
    outer = [p for p in found if not any(_holds(o, p) for o in found)]
    apart = {  # "the mayor of Gao, in Kidal", "on the border with Chad, near Fotokol"
        p.head for p in outer if holder_of(sentence, p.head) is not None or is_beyond_border(tree, p.head)
    }
    landmarks = {
        p.head: mark
        for p in outer
        if not (p.head in apart and "near" in tree.lower[p.end : p.end + 2])
        and (mark := landmark_of(tree, p.end, outer)) is not None
    }
    owned = {p.head for p in outer if p.head in landmarks and _is_only_owned(sentence, p, named)}
    outer = [p for p in outer if p.head not in owned]  # "Turkish posts near Afrin" are told by the town
    landmarks = {head: mark for head, mark in landmarks.items() if head not in owned}
    outer = [p for p in outer if p not in landmarks.values()]
    outer = [
        p
        for p in outer
        if not (
            (_is_only_owned(sentence, p, named) or _is_of_country(sentence, p))
            and place_behind(sentence, p.end, outer) is not None
        )
    ]
    chains = {  # talks "between Hamas and Israel in Cairo" are held in no Israel that lies in Cairo
        p.head: []
        if p.head in apart or sentence.referents[p.head].kind in LARGE
        else containers_of(sentence, p, outer)
        for p in outer
    }
    inside = {p.head for chain in chains.values() for p in chain}
    return [
        PlaceCandidate(
            p,
            carriers.get(p.head, p.head),
            max([p.end, *(q.end for q in chains[p.head])]),
            _called(sentence, p),
            tuple(_called(sentence, q) for q in chains[p.head]),
            p.head in inside,
            "toponym" if sentence.referents[p.head].toponym else sentence.referents[p.head].kind,
            None if p.head in apart else landmarks.get(p.head),
            _is_named(sentence, p),
        )
        for p in outer
    ]


def _is_told(sentence: Sentence, phrase: Phrase, named: set[int], times: Container[int]) -> bool:
    """Whether a phrase that is no name tells a place: by a name in it, or by what it means."""
    if phrase.kind == "pronoun":
        return _is_host(sentence, phrase.head) or _is_town_that_suffers(sentence, phrase.head)
    if phrase.kind != "noun" or phrase.head in times or not _is_place(sentence, phrase.head):
        return False
    return (
        _names_inside(sentence, phrase, named)
        or _is_of_country(sentence, phrase)
        or _refers_back(sentence.referents[phrase.head])
    )


def _holds(outer: Phrase, inner: Phrase) -> bool:
    """Whether a longer phrase has the head of another one in it."""
    within = outer is not inner and outer.start <= inner.head < outer.end
    return within and outer.end - outer.start > inner.end - inner.start


def _refers_back(referent: Referent) -> bool:
    """Whether a noun without a name means a place that was named before: "the city", "the country"."""
    return referent.toponym and referent.kind in ("place", "country")


def _is_host(sentence: Sentence, head: int) -> bool:
    """Whether a pronoun means the country in which a meeting is: "Turkey says it will host a summit"."""
    tree, referent = sentence.tree, sentence.referents.get(head)
    hosts = tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] == "host"
    return hosts and referent is not None and referent.kind == "country" and referent.toponym


def _is_town_that_suffers(sentence: Sentence, head: int) -> bool:
    """Whether a pronoun means the town or region to which something is done: "It was shelled in May"."""
    referent = sentence.referents.get(head)
    passive = sentence.tree.deps[head] == "nsubjpass"
    return passive and referent is not None and referent.kind == "place" and referent.toponym


def _called(sentence: Sentence, phrase: Phrase) -> str:
    """The words to look up: of a noun that refers back the name of what it means."""
    if _is_named(sentence, phrase):
        return phrase.text(sentence.tree)
    return sentence.referents[phrase.head].name


def _is_named(sentence: Sentence, phrase: Phrase) -> bool:
    tree = sentence.tree
    if phrase.kind == "name" or any(tree.tags[k] in NAME for k in range(phrase.start, phrase.end)):
        return True
    return not _refers_back(sentence.referents[phrase.head])


def _is_place(sentence: Sentence, head: int) -> bool:
    referent = sentence.referents.get(head)
    if referent is None:
        return False
    return referent.toponym or referent.kind in _PLACE_KINDS


def _ends_name(sentence: Sentence, head: int) -> bool:
    """Whether a part of the world is the end of a body's name, "Islamic State in Iraq and the Levant", or
    those who live there.
    """
    tree = sentence.tree
    if sentence.referents[head].kind != "group":
        return False
    first = tree.first_conjunct(head)
    if tree.deps[first] in ("nsubj", "nsubjpass"):
        return True
    body = tree.heads[tree.heads[first]] if tree.deps[first] == "pobj" else first
    return tree.tags[body] in NAME and not _is_place(sentence, body)


def _is_purpose(sentence: Sentence, head: int) -> bool:
    """Whether a name says what a body is for: "the Convention for the Protection of Alpine Rivers"."""
    tree, node = sentence.tree, sentence.tree.first_conjunct(head)
    while tree.deps[node] == "pobj" and tree.lower[tree.heads[node]] == "of":
        node = tree.heads[tree.heads[node]]
        if tree.tags[node] not in NAME:
            return False
    prep = tree.heads[node]
    if tree.deps[node] != "pobj" or tree.lower[prep] != "for" or not prep:
        return False
    body = sentence.referents.get(prep - 1)
    return body is not None and body.kind == "organization" and tree.tags[prep - 1] in NAME


def holder_of(sentence: Sentence, head: int) -> int | None:
    """The one person of whom a place says this; None where there is none."""
    tree = sentence.tree
    first = tree.first_conjunct(head)
    prep = tree.heads[first]
    holder = tree.heads[prep]
    works = tree.lower[prep] == "at" and tree.lemmas[holder] in _SCHOLARS
    if tree.deps[first] != "pobj" or not (works or tree.lower[prep] in _OF_OFFICE):
        return None
    referent = sentence.referents.get(holder)
    one = tree.tags[holder] in ("NN", "NNP")  # not "residents of Gao"
    return holder if one and referent is not None and referent.kind == "person" else None


def is_beyond_border(tree: Tree, head: int) -> bool:
    """Whether something is only on the border with a country: "in the border area with Cameroon"."""
    first = tree.first_conjunct(head)
    prep = tree.heads[first]
    noun = tree.heads[prep]
    if tree.deps[first] != "pobj" or tree.lower[prep] != "with":
        return False
    return any(tree.lemmas[k] in _LINES for k in (noun, *tree.kids(noun, "compound")))


def _is_numbered(tree: Tree, head: int) -> bool:
    """Whether a name before a noun has a number, as what is made has: "Wadi 2 missiles"."""
    made = tree.deps[head] in ("compound", "nmod", "npadvmod") and tree.heads[head] > head
    return made and tree.words[head + 1].isdecimal()


def _names_inside(sentence: Sentence, phrase: Phrase, named: set[int]) -> bool:
    """Whether a phrase holds a name; that of known others makes no place of theirs: "Hamas targets"."""
    tree = sentence.tree
    theirs = sentence.referents[phrase.head].kind in ("facility", "place")
    if sentence.referents[phrase.head].toponym and tree.words[phrase.head][:1].isupper():
        return True  # a name that the tagger took for a noun
    return any(
        k in named or (tree.tags[k] in NAME and k != phrase.start and not (theirs and _is_owner(sentence, k)))
        for k in range(phrase.start, phrase.end)
    )


def _is_only_owned(sentence: Sentence, phrase: Phrase, named: set[int]) -> bool:
    """Whether a building has no name but that of the country or the group to which it belongs: "the US
    consulate", "a Fulani camp".
    """
    tree, referents = sentence.tree, sentence.referents
    if phrase.kind != "noun" or referents[phrase.head].kind != "facility":
        return False
    names = [k for k in range(phrase.start, phrase.head) if k in named or tree.tags[k] in NAME]
    return all(k in referents and referents[k].kind in _OWNERS for k in names)


def _is_of_country(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a part of a country by its adjective alone, "the Afghan capital", or the line
    between two: near "the Jordanian border" is rather in another country.
    """
    tree, head = sentence.tree, phrase.head
    between = tree.lemmas[head] in _LINES and head > 1 and tree.words[head - 2] in ("-", "–")
    return (between or tree.lemmas[head] in _PARTS) and any(
        p.kind == "adjective" and phrase.start <= p.head < head and sentence.referents[p.head].country
        for p in sentence.phrases
    )


def _is_owner(sentence: Sentence, head: int) -> bool:
    """Whether a name says whose something is: "Hamas targets", "the home of Carlos Mendoza"."""
    referent, tree = sentence.referents.get(head), sentence.tree
    if referent is None:
        return tree.deps[head] in ("compound", FLAT) and _is_owner(sentence, tree.heads[head])
    return referent.known or (referent.kind == "person" and tree.deps[head] in ("pobj", "poss"))


def _members(sentence: Sentence, phrase: Phrase, found: Sequence[Phrase]) -> list[int]:
    """The heads of the places that a plural phrase lists: "the towns of Gao, Menaka and Kidal".

    What countries have ("the embassies of France and Spain") is not listed by naming them.
    """
    tree = sentence.tree
    if phrase.kind != "noun" or tree.tags[phrase.head] != "NNS":
        return []
    names = [
        p.head for p in found if p.kind == "name" and p is not phrase and phrase.start <= p.head < phrase.end
    ]
    kinds = {sentence.referents[k].kind for k in names}
    if sentence.referents[phrase.head].kind == "facility" and "country" in kinds:
        return []
    firsts = [tree.first_conjunct(k) for k in names]
    return [k for k, first in zip(names, firsts, strict=True) if firsts.count(first) > 1]
