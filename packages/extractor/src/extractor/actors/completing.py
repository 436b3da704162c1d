"""Countries that a phrase's own words do not name: from its parts, what stands behind it, and the setting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.actors.homonyms import Homonyms, region_at
from extractor.actors.lexicon import words
from extractor.actors.naming import OPPOSITE
from extractor.actors.setting import (
    FIXED,
    Evidence,
    LocalReferent,
    Setting,
    in_compound,
    is_abroad,
    is_assembly,
    is_private,
    is_state_body,
    is_state_building,
    took_power,
)
from extractor.actors.visiting import guests
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.places import Gazetteer

__all__ = ["Completer"]

_WITHIN = frozenset({"compound", "poss", "nmod", "amod", "nn"})
_PLACED = frozenset({"of", "in", "at", "from", "near", "outside"})
_OWN = frozenset({"of", "from"})
_OWN_OR_IN = _OWN | {"in"}
_BODIES = frozenset({"organization", "group"})
_HOUSES = frozenset({"organization", "facility"})
_CARRYING = frozenset({"carrying", "transporting"})
_LED = lemma_set("delegations")
_RUN = frozenset({"organization", "group", "vehicle", "facility"})
_PLACED_KINDS = frozenset({"facility", "place", "vehicle", "group"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "two", "three", "several", "some"})
_REGIME = "regime"
_SMALLER = 50
"""How many times larger a namesake may be than the town that is taken for it."""


class Completer:
    """Fills the countries of referents once all phrases of the article have their referent."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._homonyms = Homonyms(gazetteer)

    def complete(self, sentences: Sequence[Sentence]) -> None:
        """Set `country` of referents that have none, in place; towns take the country of their container."""
        countries: dict[str, None] = {}
        for sentence in sentences:
            for r in sentence.referents.values():
                if r.country and (r.known or not r.toponym):
                    countries[r.country] = None
        for country in countries:
            if region := self._homonyms.region_of(country):
                self._homonyms.settle(sentences, country, region)
        for sentence in sentences:
            referents = sentence.referents
            for phrase in sentence.phrases:
                if phrase.kind == "name" and referents[phrase.head].toponym:
                    self._town(sentence, phrase, countries)
        closed: set[int] = set()
        for sentence in sentences:
            tree, referents = sentence.tree, sentence.referents
            for phrase in reversed(sentence.phrases):
                head, referent = phrase.head, referents[phrase.head]
                settled = referent.known or (referent.country is not None and referent.kind != "place")
                if settled or phrase.kind == "pronoun":
                    continue
                if tree.children[head] or tree.deps[head] == "conj" or _stray(tree, head) is not None:
                    self._from_parts(sentence, phrase, closed)
        self._from_setting(sentences, closed)

    def _town(self, sentence: Sentence, phrase: Phrase, countries: Mapping[str, None]) -> None:
        """The country of a named town by its container, or by the countries that the article names."""
        referent = sentence.referents[phrase.head]
        wanted = self._container(sentence, phrase)
        if referent.known or referent.kind != "place":
            if wanted not in (None, referent.country) and self._has(referent.name, wanted):
                word = sentence.tree.words[phrase.head]
                sentence.referents[phrase.head] = region_at(sentence, phrase, word, wanted)
            return
        if wanted is not None and wanted != referent.country:
            referent.country = wanted
        elif wanted is None and referent.country not in countries:
            found = self._gazetteer.lookup(referent.name)
            least = found[0].population / _SMALLER if found else 0
            others = countries.keys() - _above(sentence, phrase.head)
            named = (e.country for e in found if e.country in others and e.population >= least)
            referent.country = next(named, referent.country)

    def _container(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The country of what follows a place name: ", Alaska", ", North Darfur"."""
        tree, end = sentence.tree, phrase.head + 1
        region = None
        for _ in range(2):
            if end + 1 >= len(tree) or tree.words[end] != ",":
                break
            following = next((p for p in sentence.phrases if p.start == end + 1 and p.kind == "name"), None)
            found = sentence.referents.get(following.head) if following else None
            apart = following is not None and tree.deps[following.head] in ("conj", "nsubj", "nsubjpass")
            if following is None or found is None or not found.toponym or apart:
                return region
            if found.known and found.country:
                return found.country
            entries = self._gazetteer.lookup(found.name)
            region = next((e.country for e in entries[:1] if e.kind == "region"), region)
            end = following.head + 1
        return region

    def _has(self, name: str, country: str | None) -> bool:
        """Whether the country has a place of that name."""
        return any(entry.country == country for entry in self._gazetteer.lookup(name))

    def _from_parts(self, sentence: Sentence, phrase: Phrase, closed: set[int]) -> None:
        """The country of a phrase with something to it, no pronoun, that has none yet or is a place, and of
        which the data hold nothing.
        """
        tree, referent = sentence.tree, sentence.referents[phrase.head]
        end = _tail(sentence, phrase) if phrase.kind == "noun" else None
        tail = None if end is None else sentence.referents[end]
        if end is not None and tail is not None and tail.toponym and referent.kind == "place":
            definite = tree.lower[phrase.start] not in _INDEFINITE  # "a village in Sagaing" is not Sagaing
            named = not NAME.isdisjoint(tree.tags[phrase.start : phrase.head])  # "Basilan island in ..."
            if definite and not named and tree.kid(end, "conj") is None:
                sentence.referents[phrase.head] = tail
                return
        if referent.country is not None or (isinstance(referent, LocalReferent) and referent.stateless):
            return
        halves = range(phrase.start, phrase.head - 2)
        if halves and any(OPPOSITE.get(tree.lower[k]) == tree.lower[k + 2] for k in halves):
            closed.add(referent.key)  # "North and South Korean officials"
            return
        related = tree.lemmas[phrase.head].lower() in words("relation")
        for k in reversed(tree.children[phrase.head]):
            part = sentence.referents.get(k) if k < phrase.head else None
            if (
                part is None
                or tree.deps[k] not in _WITHIN
                or part is referent
                or in_compound(sentence, k)
                or _in_name(sentence, k, phrase, referent)
            ):
                continue
            if related and tree.deps[k] == "poss":
                if isinstance(referent, LocalReferent):
                    referent.related = True
                return
            if _side_by_side(sentence, k, part):
                closed.add(referent.key)
                return
            if part.country is not None:
                referent.country = part.country
                return
            if part.known and part.kind != "place":  # "Punjab police" are of one Punjab or the other
                closed.add(referent.key)
                if tree.tags[k] in NAME and isinstance(referent, LocalReferent):
                    referent.stateless = True  # "an Islamic State convoy"
        if related or is_abroad(referent.name):
            return
        if (country := _of_owner(sentence, phrase)) is not None:
            referent.country = country
            return
        if end is None or tail is None:
            referent.country = (
                _run_from(sentence, phrase, referent)
                or _shared(sentence, phrase, referent)
                or _of_led(sentence, phrase, referent)
                or _of_traveller(sentence, phrase)
            )
            if referent.kind == "vehicle" and isinstance(referent, LocalReferent):
                referent.stateless = referent.stateless or _carries_stateless(sentence, phrase.head)
        elif tail.key in closed or tree.lower[end] in words("abroad") or _side_by_side(sentence, end, tail):
            closed.add(referent.key)
        elif tail.country is not None:
            referent.country = tail.country
        elif tail.known and tail.kind in _BODIES and isinstance(referent, LocalReferent):
            referent.stateless = True  # "the president of FIFA"

    def _from_setting(self, sentences: Sequence[Sentence], closed: set[int]) -> None:
        setting, regime, insiders = Setting(sentences), _regime(sentences), words("insider")
        guessed: list[LocalReferent] = []
        for sentence in sentences:
            for head, visited in guests(sentence):
                referent = sentence.referents.get(head)
                if isinstance(referent, LocalReferent) and referent.kind in ("person", "group"):
                    referent.visited |= visited
        for sentence in sentences:
            referents, lemmas = sentence.referents, sentence.tree.lemmas
            for phrase in sentence.phrases:
                referent = referents[phrase.head]
                if referent.country is not None or referent.known or not isinstance(referent, LocalReferent):
                    continue
                if referent.key in closed and referent.kind not in FIXED:
                    referent.stateless = True
                if referent.key in closed or referent.stateless or referent.related:
                    continue
                if referent.toponym:  # what no gazetteer has may lie anywhere
                    continue
                if lemmas[phrase.head] in insiders:
                    referent.country = _facing(sentence, phrase.head)
                    if referent.country is not None:
                        continue
                local = _local(sentence, phrase, referent)
                if regime is not None and lemmas[phrase.head] == _REGIME:
                    referent.country = regime
                    continue
                if local and referent.guess is None and not is_assembly(referent.name):
                    guessed.append(referent)
                evidence: Evidence = "all" if local else _evidence(referent)
                if took_power(referent.name):
                    referent.asked = (*referent.asked, (setting, sentence.index, "places"))
                referent.asked = (*referent.asked, (setting, sentence.index, evidence))
        for referent in guessed:
            referent.country = referent.country or referent.guess


def _facing(sentence: Sentence, head: int) -> str | None:
    """The country of the government beside those who oppose one: "talks between Kinshasa and the rebels"."""
    tree, first = sentence.tree, sentence.tree.first_conjunct(head)
    others = [first]
    while (following := tree.kid(others[-1], "conj")) is not None:
        others.append(following)
    verb = tree.heads[first]
    if tree.is_verb(verb) and tree.lemmas[verb] in words("meeting"):
        others += tree.kids(verb, "nsubj", "dobj")
    found = {
        referent.country
        for referent in (sentence.referents.get(k) for k in others if k != head)
        if referent is not None and referent.country and referent.kind in ("organization", "country", "group")
    }
    return found.pop() if len(found) == 1 else None


def _regime(sentences: Sequence[Sentence]) -> str | None:
    """The country of the only regime that the article names ("the Syrian regime")."""
    found = set[str]()
    for sentence in sentences:
        lemmas = sentence.tree.lemmas
        if _REGIME in lemmas:
            named = (r.country for head, r in sentence.referents.items() if lemmas[head] == _REGIME)
            found.update(country for country in named if country is not None)
    return found.pop() if len(found) == 1 else None


def _evidence(referent: LocalReferent) -> Evidence:
    """What tells of the country of somebody or something that need not belong to the state spoken of."""
    if is_state_building(referent):
        return "all"
    if referent.kind in _PLACED_KINDS:
        return "places"
    return "names" if is_private(referent) else "all"


def _local(sentence: Sentence, phrase: Phrase, referent: Referent) -> bool:
    """Whether somebody belongs, as far as one can tell, to the country that the text speaks of."""
    if phrase.kind == "noun":
        lemma = sentence.tree.lemmas[phrase.head].lower()
        return is_state_body(referent.name, lemma) or took_power(referent.name)
    if phrase.kind != "name" or not isinstance(referent, LocalReferent):
        return False
    return referent.kind == "organization" or referent.name.casefold() == referent.office  # "the Queen"


def _in_name(sentence: Sentence, k: int, phrase: Phrase, referent: Referent) -> bool:
    """Whether a word that could name a country is part of a name ("Chad Miller", "St. Mary's Church")."""
    word, name = sentence.tree.words[k], referent.name.split()
    return phrase.kind == "name" and ((referent.kind == "person" and word in name) or f"{word}'s" in name)


def _side_by_side(sentence: Sentence, k: int, part: Referent) -> bool:
    """Whether the token `k` stands beside one of another country ("French and Iraqi leaders", "the leaders of
    France and Iraq"), or ends a word for two ("Franco-German").
    """
    tree = sentence.tree
    if k > 1 and tree.words[k - 1] == "-" and tree.lower[k - 2] in words("combining"):
        return True
    beside = [*tree.kids(k, "conj"), *([tree.heads[k]] if tree.deps[k] == "conj" else [])]
    if any(tree.lower[other] in words("abroad") for other in beside):  # "French and foreign officials"
        return True
    found = (sentence.referents.get(other) for other in beside)
    return any(other is not None and other.country not in (None, part.country) for other in found)


def _tail(sentence: Sentence, phrase: Phrase) -> int | None:
    """The token of who stands behind the noun with "of", "in" or "from"."""
    tree, stray = sentence.tree, _stray(sentence.tree, phrase.head)
    near = (*tree.children[phrase.head], *(() if stray is None else (stray,)))
    behind = [k for k in near if k > phrase.head and tree.deps[k] == "prep"]
    if not behind:
        return None
    lemma = tree.lemmas[phrase.head].lower()
    employed = lemma in words("employed")
    wanted = _OWN if lemma in words("anyone") and not employed else _PLACED
    if lemma in words("government"):  # "talks with the regime outside Geneva"
        wanted = _OWN_OR_IN
    for k in behind:
        if tree.lower[k] in wanted:
            pobj = tree.kid(k, "pobj")
            found = sentence.referents.get(pobj) if pobj is not None else None
            if pobj is None or found is None:
                continue
            sent = tree.lower[k] == "from" and found.kind in _BODIES
            works = employed and tree.lower[k] == "at" and found.kind in _HOUSES
            several = tree.lower[pobj] in words("abroad")  # "envoys from 20 countries"
            placed = found.toponym and _may_be_from(tree, k, lemma)
            if tree.lower[k] == "of" or sent or works or several or placed:
                return pobj
    return None


def _carries_stateless(sentence: Sentence, head: int) -> bool:
    """Whether somebody of no one country is in a vehicle: "a convoy carrying Islamic State fighters"."""
    tree = sentence.tree
    for k in tree.children[head]:
        inside = tree.kid(k, "dobj") if tree.deps[k] == "acl" and tree.lower[k] in _CARRYING else None
        found = None if inside is None else sentence.referents.get(inside)
        if found is not None and found.country is None:
            return found.known or (isinstance(found, LocalReferent) and found.stateless)
    return False


def _of_led(sentence: Sentence, phrase: Phrase, referent: Referent) -> str | None:
    """The country of the delegation that somebody leads: "a Togolese team led by Robert Dussey"."""
    tree, by = sentence.tree, sentence.tree.heads[phrase.head]
    verb = tree.heads[by]
    if referent.kind != "person" or tree.deps[by] != "agent" or tree.lower[verb] not in ("led", "headed"):
        return None
    if tree.deps[verb] != "acl" or tree.lemmas[tree.heads[verb]] not in _LED:
        return None
    parts = (sentence.referents.get(k) for k in tree.kids(tree.heads[verb], *_WITHIN))
    return next((part.country for part in parts if part is not None and part.country), None)


def _of_owner(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of him whose minister or officer a name with a title is: "his foreign minister Ann Lee"."""
    tree, title = sentence.tree, range(max(phrase.start - 1, 0), phrase.head)
    if phrase.kind != "name" or not words("relation").isdisjoint(tree.lower[k] for k in title):
        return None
    owner = next((k for k in title if tree.tags[k] == "PRP$"), None)
    found = None if owner is None else sentence.referents.get(owner)
    return None if found is None else found.country


def _of_traveller(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of who travels with a delegation: "the emir will fly to Oslo with a trade delegation"."""
    tree, head = sentence.tree, phrase.head
    first = tree.first_conjunct(head)
    with_ = tree.heads[first]
    if tree.lemmas[head] not in _LED or tree.deps[first] != "pobj" or tree.lower[with_] != "with":
        return None
    verb = next((k for k in tree.ancestors(with_) if tree.is_verb(k)), head)
    if tree.lemmas[verb] not in words("visiting"):
        return None
    who = (sentence.referents.get(k) for k in sentence.functions.surface_subject(verb))
    return next((r.country for r in who if r is not None and r.country), None)


def _shared(sentence: Sentence, phrase: Phrase, referent: Referent) -> str | None:
    """The country of what stands before a thing of the same kind: "French ships and helicopters", "Hamas and
    other militant groups".
    """
    tree, head = sentence.tree, phrase.head
    if tree.deps[head] != "conj":
        return None
    first = tree.first_conjunct(head)
    other = sentence.referents.get(first)
    if other is None or other.kind != referent.kind:
        return None
    if referent.kind == "group" and tree.lower[phrase.start] == "other":
        return other.country
    if phrase.start != head or referent.kind not in FIXED:
        return None
    before = (k for k in tree.children[first] if k < first and tree.deps[k] in _WITHIN)
    found = (sentence.referents.get(k) for k in before if not in_compound(sentence, k))
    return next((part.country for part in found if part is not None and part.country), None)


def _stray(tree: Tree, head: int) -> int | None:
    """The "of" or "from" right behind a noun that the parse gave to another one ("talks with officials from
    Peru").
    """
    k = head + 1
    if k >= len(tree) or tree.lower[k] not in _OWN or tree.heads[k] == head:
        return None
    above = tree.heads[k]
    return k if not tree.is_verb(above) or tree.lemmas[above] in words("meeting") else None


def _may_be_from(tree: Tree, prep: int, lemma: str) -> bool:
    """Whether the place behind a noun tells whose it is: of a diplomat it does not where he works."""
    return lemma not in words("anyone") or tree.lower[prep] in _OWN


def _run_from(sentence: Sentence, phrase: Phrase, referent: Referent) -> str | None:
    """The country of who leads or owns somebody or something ("a ship operated by a Greek company"), or of
    the seat of a body ("a company based in Zurich", "a Toronto-based firm").
    """
    tree, head = sentence.tree, phrase.head
    if referent.kind not in _RUN or tree.lemmas[head].lower() in words("joined"):
        return None
    seated = tree.lemmas[head].lower() in words("company")
    for k in tree.children[head]:
        verb = tree.lower[k]
        if seated and verb == "based" and k > 1 and tree.words[k - 1] == "-":
            seat = sentence.referents.get(k - 2)
            return seat.country if seat is not None and seat.toponym else None
        if k < head or tree.deps[k] != "acl":
            continue
        by = tree.kid(k, "agent", "prep") if verb in words("run_by") or (seated and verb == "based") else None
        pobj = None if by is None or tree.lower[by] not in ("by", "in") else tree.kid(by, "pobj")
        who = None if pobj is None else sentence.referents.get(pobj)
        if pobj is not None and who is not None:
            return None if _side_by_side(sentence, pobj, who) else who.country
    return None


def _above(sentence: Sentence, head: int) -> set[str | None]:
    """The countries that do something to a place: in "Russia shelled Pokrovsk" it is not theirs."""
    tree, node, found = sentence.tree, head, set[str | None]()
    while tree.heads[node] != node and tree.deps[node] not in ("nsubj", "nsubjpass"):
        node = tree.heads[node]
        actors = tree.kids(node, "nsubj", "amod", "compound", "poss")
        named = (sentence.referents.get(k) for k in actors)
        found.update(r.country for r in named if r is not None and r.kind == "country")
        if tree.is_verb(node):
            break
    return found
