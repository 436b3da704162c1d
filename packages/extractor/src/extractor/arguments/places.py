"""Chooses the places of a mention and resolves them."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from msgspec import structs

from extractor.arguments.features import place_features
from extractor.evidence import Mention, PlaceArgument, Referent, Sentence
from extractor.frames.answers import answer_above
from extractor.frames.contents import content_heads
from extractor.frames.phrases import BEARINGS, Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import FLAT, NAME, Tree
from extractor.judge.bars import Bar
from extractor.judge.linear import LinearModel
from extractor.ontology import ACTS

__all__ = ["PlaceCandidate", "PlaceSelector", "ResolvedPlace", "place_candidates"]

_CONTAINER_PREPOSITIONS = frozenset({"in", "of"})
_BESIDE = frozenset({"near", "outside", "off"})
_SEEN_FROM = frozenset({"of", "from", "to", "outside", "near"})
_MEASURES = frozenset(
    {
        *BEARINGS, "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles",
        "metres", "meters",
        "close", "far", "off",
    }
)  # fmt: skip
_ON_THE_WAY = frozenset(
    {
        *_SEEN_FROM, *_MEASURES, "about", "some", "around", "roughly", "nearly", "almost", "just", "away",
        "the", "hundred", "not", "coast", "shores", "port", "-", "(", ")",
    }
)  # fmt: skip
_WIDE = frozenset({"country", "region", "area"})
_TOWNS = frozenset({"city", "capital"})
_OPEN = frozenset({"area", "continent", "country", "mountain", "region", "river", "sea"})
"""Kinds of what no settlement is."""
_SETTLEMENTS = lemma_set("settlements")
_REGIONS = lemma_set("regions")
_PLACE_KINDS = frozenset({"place", "facility", "country"})
_MATTERS = lemma_set("matters")
_TIES = lemma_set("ties")
_ATTACKS = lemma_set("assaults")
_STEPS = lemma_set("steps_after")
_AFTER = frozenset({"after", "following"})
_LINES = frozenset({"border", "frontier"})
_PARTS = lemma_set("country_parts")
_OF_OFFICE = frozenset({"for", "from", "of", "to"})
_AT = frozenset({"in", "at", "to"})
_DURING = frozenset({"during", "on", "in", "at"})
_INVITING = frozenset({"invite", "invitation"})
_OCCASIONS = lemma_set("occasions")
_SPEAKING = lemma_set("speeches")
_STATEMENTS = lemma_set("statements")
_AUDIENCES = lemma_set("audiences")
_WITNESSES = lemma_set("witnesses")
_HARMING = lemma_set("harming")
_WHERE = frozenset({"in", "at", "near"})
_INCLUDING = frozenset({"including", "among"})
_PARTIES = frozenset({"person", "group", "organization", "vehicle"})
_LARGE = frozenset({"country", "group"})
"""Kinds of what no town contains: countries, and parts of the world, which stand for those who live there."""


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
        and not _is_numbered(tree, p.head)
    }
    found = [
        p
        for p in sentence.phrases
        if p.head in named
        or (
            p.kind == "noun"
            and p.head not in times
            and _is_place(sentence, p.head)
            and (
                _names_inside(sentence, p, named)
                or _is_of_country(sentence, p)
                or _refers_back(sentence.referents[p.head])
            )
        )
        or (p.kind == "pronoun" and _is_host(sentence, p.head))
    ]
    lists = {p.head: members for p in found if (members := _members(sentence, p, found))}
    carriers = {member: head for head, members in lists.items() for member in members}
    found = [p for p in found if p.head not in lists]
    outer = [
        p
        for p in found
        if not any(
            o is not p and o.start <= p.head < o.end and o.end - o.start > p.end - p.start for o in found
        )
    ]
    apart = {p.head for p in outer if _holder(sentence, p.head) is not None}  # "the mayor of Gao, in Kidal"
    landmarks = {
        p.head: mark
        for p in outer
        if p.head not in apart and (mark := _landmark(tree, p.end, outer)) is not None
    }
    outer = [p for p in outer if p not in landmarks.values()]
    outer = [
        p
        for p in outer
        if not (_is_only_owned(sentence, p, named) and _next(sentence, p.end, outer) is not None)
    ]
    chains = {  # talks "between Hamas and Israel in Cairo" are held in no Israel that lies in Cairo
        p.head: []
        if p.head in apart or sentence.referents[p.head].kind in _LARGE
        else _containers(sentence, p, outer)
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
            landmarks.get(p.head),
            _is_named(sentence, p),
        )
        for p in outer
    ]


def _refers_back(referent: Referent) -> bool:
    """Whether a noun without a name means a place that was named before: "the city", "the country"."""
    return referent.toponym and referent.kind in ("place", "country")


def _is_host(sentence: Sentence, head: int) -> bool:
    """Whether a pronoun means the country in which a meeting is: "Turkey says it will host a summit"."""
    tree, referent = sentence.tree, sentence.referents.get(head)
    hosts = tree.deps[head] == "nsubj" and tree.lemmas[tree.heads[head]] == "host"
    return hosts and referent is not None and referent.kind == "country" and referent.toponym


def _by_name(sentence: Sentence, candidate: PlaceCandidate) -> PlaceCandidate:
    """The country that a pronoun means where its sentence names it: "Turkey says it will host a summit"."""
    if candidate.phrase.kind != "pronoun":
        return candidate
    referent = sentence.referents[candidate.phrase.head]
    named = (p for p in sentence.phrases if p.kind == "name" and sentence.referents.get(p.head) is referent)
    phrase = next(named, None)
    return candidate if phrase is None else replace(candidate, phrase=phrase, end=phrase.end, named=True)


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


def _is_of_statement(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is where somebody tells of a meeting or an attack: "told reporters in Dubai that jets
    had bombed a depot", "as he said in Tehran". Of those who live there it is the event's as well.
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    node = tree.heads[first]
    if mention.type in ACTS or tree.deps[first] != "pobj" or tree.lower[node] not in _AT:
        return False
    node = tree.heads[node]
    while tree.lemmas[node] in _AUDIENCES and not tree.is_verb(node) and tree.heads[node] != node:
        node = tree.heads[node]
        node = tree.heads[node] if tree.tags[node] == "IN" else node
    if tree.lemmas[node] not in _STATEMENTS or node == mention.token or not tree.is_verb(node):
        return False
    subject = tree.kid(node, "nsubj")
    if (subject is not None and tree.lemmas[subject] in _WITNESSES) or "there" in tree.lower[first:]:
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    if tree.deps[node] == "advcl" and node not in path:
        node = tree.heads[node]
        return node in path and (node == mention.token or tree.deps[path[path.index(node) - 1]] != "prep")
    return node in path and tree.deps[path[path.index(node) - 1]] == "ccomp"


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


def _is_on_the_way(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether somebody is still on the way to a place: "on his way to Tokyo"."""
    tree, head = mention.sentence.tree, candidate.carrier
    prep = tree.heads[head]
    on_the_way = tree.deps[head] == "pobj" and tree.lower[prep] in ("to", "for") and prep > 0
    return on_the_way and tree.lower[prep - 1] in ("way", "route")


def _is_matter(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a country or a part of the world is where that goes on of which the parties speak."""
    sentence, tree = mention.sentence, mention.sentence.tree
    if mention.type == "strike" or sentence.referents[candidate.phrase.head].kind not in _LARGE:
        return False
    first = tree.first_conjunct(candidate.carrier)
    noun = tree.heads[tree.heads[first]]
    return tree.deps[first] == "pobj" and noun != mention.token and tree.lemmas[noun] in _MATTERS


def _where(tree: Tree, trigger: int, candidates: Sequence[PlaceCandidate]) -> int | None:
    """The head of the place of which a clause tells the event: "Khartoum, where he held talks"."""
    for node in (trigger, *tree.ancestors(trigger)):
        if tree.deps[node] == "relcl" and any(tree.lower[k] == "where" for k in tree.children[node]):
            place = tree.heads[node]
            return place if any(c.phrase.head == place for c in candidates) else None
    return None


def _is_content(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is in what is offered or threatened: "threatened to bomb a port in Oman"."""
    if mention.type not in ACTS:
        return False
    tree = mention.sentence.tree
    above = (candidate.carrier, *tree.ancestors(candidate.carrier))
    return any(head in above for head in content_heads(tree, mention.token, mention.type))


def _is_blamed(tree: Tree, candidate: PlaceCandidate) -> bool:
    """Whether a country is told to be to blame: "an attack blamed on Ukraine"."""
    first = tree.first_conjunct(candidate.carrier)
    prep = tree.heads[first]
    blamed = tree.lemmas[tree.heads[prep]] == "blame"
    return blamed and tree.deps[first] == "pobj" and tree.lower[prep] == "on"


def _is_whose(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a country is the second of those of which somebody is: "British and French jets"."""
    tree, head = mention.sentence.tree, candidate.phrase.head
    first = tree.first_conjunct(head)
    if first == head or tree.deps[first] not in ("compound", "nmod", "amod"):
        return False
    referent = mention.sentence.referents.get(tree.heads[first])
    return referent is not None and referent.kind in _PARTIES


def _is_of_ties(tree: Tree, candidate: PlaceCandidate) -> bool:
    """Whether a seat of government is one of two that get on or do not: "strained ties between Rome and
    Tunis"."""
    first = tree.first_conjunct(candidate.carrier)
    prep = tree.heads[first]
    between = tree.deps[first] == "pobj" and tree.lower[prep] in ("between", "with")
    return between and tree.lemmas[tree.heads[prep]] in _TIES


def _is_of_consequence(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place is where an attack made something happen: "the raid sparked protests in Tunis"."""
    tree = mention.sentence.tree
    if mention.type != "strike" or not tree.has_lemma(_STEPS):
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    verb = next((k for k in tree.ancestors(candidate.carrier) if tree.is_verb(k)), None)
    if verb is None or verb not in path[1:] or tree.lemmas[verb] not in _STEPS:
        return False
    return path[path.index(verb) - 1] < verb < candidate.phrase.start


def _is_of_earlier(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is that of an event which came before: "an offensive in Boni after a raid on Djibo"."""
    tree = mention.sentence.tree
    path = (mention.token, *tree.ancestors(mention.token))
    others = {rival.token for rival in rivals if rival.type == mention.type and rival.token != mention.token}
    above = tree.ancestors(candidate.carrier)
    after = next((n for n, k in enumerate(above) if tree.lower[k] in _AFTER), None)
    if mention.type != "strike" or after is None or above[after] in path:
        return False
    return any(k in others or tree.lemmas[k] in _ATTACKS for k in above[:after])


def _is_of_office(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a place says what somebody is the head of, or whence or to whom somebody is sent: "the mayor of
    Gao", "a lawmaker from Gao".
    """
    holder = _holder(mention.sentence, candidate.carrier)
    return holder is not None and holder != mention.token


def _holder(sentence: Sentence, head: int) -> int | None:
    """The one person of whom a place says this; None where there is none."""
    tree = sentence.tree
    first = tree.first_conjunct(head)
    prep = tree.heads[first]
    holder = tree.heads[prep]
    if tree.deps[first] != "pobj" or tree.lower[prep] not in _OF_OFFICE:
        return None
    referent = sentence.referents.get(holder)
    one = tree.tags[holder] in ("NN", "NNP")  # not "residents of Gao"
    return holder if one and referent is not None and referent.kind == "person" else None


def _is_numbered(tree: Tree, head: int) -> bool:
    """Whether a name before a noun has a number, as what is made has: "Wadi 2 missiles"."""
    made = tree.deps[head] in ("compound", "nmod", "npadvmod") and tree.heads[head] > head
    return made and tree.words[head + 1].isdecimal()


def _names_inside(sentence: Sentence, phrase: Phrase, named: set[int]) -> bool:
    """Whether a phrase holds a name; that of known others makes no place of theirs: "Hamas targets"."""
    tree = sentence.tree
    theirs = sentence.referents[phrase.head].kind == "facility"
    if sentence.referents[phrase.head].toponym and tree.words[phrase.head][:1].isupper():
        return True  # a name that the tagger took for a noun
    return any(
        k in named or (tree.tags[k] in NAME and k != phrase.start and not (theirs and _is_owner(sentence, k)))
        for k in range(phrase.start, phrase.end)
    )


def _is_only_owned(sentence: Sentence, phrase: Phrase, named: set[int]) -> bool:
    """Whether a building has no name but that of the country to which it belongs: "the US consulate"."""
    tree, referents = sentence.tree, sentence.referents
    if phrase.kind != "noun" or referents[phrase.head].kind != "facility":
        return False
    names = [k for k in range(phrase.start, phrase.head) if k in named or tree.tags[k] in NAME]
    return all(k in referents and referents[k].kind == "country" for k in names)


def _is_of_country(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means a part of a country by its adjective alone, "the Afghan capital", or the line
    between two: near "the Jordanian border" is rather in another country.
    """
    tree, head = sentence.tree, phrase.head
    between = tree.lemmas[head] in _LINES and head > 1 and tree.words[head - 2] == "-"
    return (between or tree.lemmas[head] in _PARTS) and any(
        p.kind == "adjective" and phrase.start <= p.head < head and sentence.referents[p.head].country
        for p in sentence.phrases
    )


def _is_label(tree: Tree, candidate: PlaceCandidate, mention: Mention) -> bool:
    """Whether a town before a colon tells where what follows was: "Kharkiv: Two died in a strike"."""
    start, end = candidate.phrase.start, candidate.end
    opens = not any(tree.words[k].isalnum() for k in range(start))
    referent = mention.sentence.referents[candidate.phrase.head]
    town = referent.kind == "place" and not referent.known
    return opens and town and tree.words[end : end + 1] == [":"] and mention.type not in ACTS


def _is_owner(sentence: Sentence, head: int) -> bool:
    """Whether a name says whose something is: "Hamas targets", "the home of Carlos Mendoza"."""
    referent, tree = sentence.referents.get(head), sentence.tree
    if referent is None:
        return tree.deps[head] in ("compound", FLAT) and _is_owner(sentence, tree.heads[head])
    return referent.known or (referent.kind == "person" and tree.deps[head] in ("pobj", "poss"))


def _members(sentence: Sentence, phrase: Phrase, found: Sequence[Phrase]) -> list[int]:
    """The heads of the places that a plural phrase lists: "the cities of Ashdod, Netivot and Ashkelon".

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


def _containers(sentence: Sentence, phrase: Phrase, others: Sequence[Phrase]) -> list[Phrase]:
    """The places that follow as containers: "Anchorage, Alaska", "Tulkarm in the West Bank"."""
    chain: list[Phrase] = []
    end = phrase.end
    for _ in range(3):
        following = _next(sentence, end, others)
        if following is None or following.head == phrase.head:
            break
        chain.append(following)
        end = following.end
    return chain


def _next(sentence: Sentence, end: int, others: Sequence[Phrase]) -> Phrase | None:
    """The place behind the one that ends at `end`; between commas a region that nobody knows is passed over:
    "Luton, Bedfordshire, England".
    """
    tree = sentence.tree
    if end + 1 >= len(tree):
        return None
    comma = tree.words[end] == ","
    joined = end + 1 if comma or tree.lower[end] in _CONTAINER_PREPOSITIONS else None
    if joined is None:
        return None
    for phrase in others:
        if phrase.start == joined or (comma and tree.lower[joined] == "in" and phrase.start == joined + 1):
            if comma and (_acts(tree, phrase.head) or _is_next_of_list(sentence, phrase, others)):
                return None
            return phrase
    k = joined
    while comma and k + 1 < len(tree) and tree.tags[k] in NAME:
        k += 1
    beside = k > joined and tree.deps[k - 1] in ("appos", "conj") and tree.heads[k - 1] < end
    if beside and tree.words[k] == "," and not _listed_at(tree, k - 1):
        return next((p for p in others if p.start == k + 1 and not _acts(tree, p.head)), None)
    return None


def _landmark(tree: Tree, end: int, others: Sequence[Phrase]) -> Phrase | None:
    """The place by which the one that ends at `end` is found: "Merca, 70 km south of Mogadishu"."""
    k = end + 1
    if end < len(tree) and tree.lower[end] in _BESIDE:  # "Crocus City Hall near Moscow"
        return next((phrase for phrase in others if end < phrase.start <= k < phrase.end), None)
    if end >= len(tree) or tree.words[end] != ",":
        return None
    while k < len(tree) and (tree.lower[k] in _ON_THE_WAY or tree.tags[k] == "CD"):
        k += 1
    between = tree.lower[end + 1 : k]
    if not between or between[-1] not in _SEEN_FROM:
        return None
    if between[-1] not in _BESIDE and _MEASURES.isdisjoint(between):
        return None
    return next((phrase for phrase in others if end < phrase.start <= k < phrase.end), None)


def _acts(tree: Tree, head: int) -> bool:
    """Whether a name behind a comma begins the clause: "In Rafah, Israel bombed a house"."""
    if tree.deps[head] in ("poss", "compound"):
        head = tree.heads[head]
    return tree.deps[head] in ("nsubj", "nsubjpass") and tree.heads[head] > head


def _listed_at(tree: Tree, head: int) -> bool:
    """Whether a token is one of a list with "and"."""
    first = tree.first_conjunct(head)
    return any(
        tree.deps[k] == "cc"
        for member in range(first, len(tree))
        if tree.first_conjunct(member) == first
        for k in tree.children[member]
    )


def _is_next_of_list(sentence: Sentence, phrase: Phrase, others: Sequence[Phrase]) -> bool:
    """Whether a place behind a comma is the next of a list, and not what contains the one before it: "in
    Hula, Zibqin and Tyre", "Khartoum, Atbara in River Nile state".
    """
    tree, behind = sentence.tree, phrase.end
    if tree.deps[phrase.head] == "conj" and _listed_at(tree, phrase.head):
        return True
    if sentence.referents[phrase.head].kind == "country" or tree.lemmas[phrase.head] in _REGIONS:
        return False
    last = tree.lower[behind : behind + 1]
    if last not in (["in"], ["and"]):
        return False
    following = next((p for p in others if p.start == behind + 1), None)
    if following is None or last == ["in"]:
        return following is not None and tree.deps[phrase.head] == "conj"
    return tree.words[following.end : following.end + 1] != [","]  # "in Leeds, England, and Lille, France"


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
        own = answer_above(tree, mention.token)
        where = _where(tree, mention.token, candidates)
        rated = [
            (
                1.0
                if where == c.phrase.head or _is_spoken_at(mention, c)
                else self._model.probability(self.features(mention, c, rivals, candidates)),
                c,
            )
            for c in candidates
            if (within is None or c.phrase.head in within)
            # An attack and the one that answers it are hardly in one place.
            and (mention.type != "strike" or answer_above(tree, c.phrase.head) == own)
            and not _is_matter(mention, c)
            and not _is_on_the_way(mention, c)
            and not _is_of_statement(mention, c)
            and not _is_blamed(tree, c)
            and not _is_whose(mention, c)
            and not _is_of_ties(tree, c)
            and not _is_of_consequence(mention, c)
            and not _is_of_earlier(mention, c, rivals)
            and not _is_content(mention, c)
            and not (len(candidates) > 1 and _is_of_office(mention, c))
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
            chosen = [(c, self.bar.first) for _, c in rated if _is_label(tree, c, mention)]
        chosen.sort(key=lambda item: item[0].phrase.start)
        found = []
        for candidate, probability in chosen:
            if any(
                o.phrase.start < candidate.phrase.start and candidate.phrase.end <= o.end for o, _ in chosen
            ):
                continue
            swallowed = candidate.phrase.start <= mention.token < candidate.phrase.end
            if swallowed:  # "Missile Hits Kabul Hospital", of which the tagger makes a name
                rest = structs.replace(candidate.phrase, start=mention.token + 1)
                candidate = replace(candidate, phrase=rest, name=rest.text(tree))
            told, place = _resolved(tree, _by_name(mention.sentence, candidate), resolve)
            if swallowed and (place is None or place.geonames_id is None):
                continue
            if candidate.named or _fits(tree, candidate, place):
                argument = _argument(tree, told, place, probability)
                referent = mention.sentence.referents[candidate.phrase.head]
                if argument.geonames_id is None and referent.toponym and _is_settlement(tree, candidate):
                    argument.name = referent.name  # "Tamrit village" is Tamrit
                found.append(argument)
        return found


def _fits(tree: Tree, candidate: PlaceCandidate, place: ResolvedPlace | None) -> bool:
    """Whether a place can be what the noun says that refers back to it: "the city" is no sea, no region."""
    return place is None or place.kind not in _OPEN or not _is_settlement(tree, candidate)


def _is_settlement(tree: Tree, candidate: PlaceCandidate) -> bool:
    return tree.lemmas[candidate.phrase.head] in _SETTLEMENTS


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
