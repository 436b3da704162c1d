"""Countries that a phrase's own words do not name: from its parts, what contains it, and the setting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.actors.homonyms import Homonyms, region_at
from extractor.actors.lexicon import words
from extractor.actors.parts import from_parts, stray_behind
from extractor.actors.setting import (
    FIXED,
    LocalReferent,
    Setting,
    is_assembly,
    is_of_state,
)
from extractor.actors.visiting import guests
from extractor.evidence import Sentence
from extractor.frames.phrases import Phrase
from extractor.places import Gazetteer

__all__ = ["Completer"]

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
        countries: dict[str, None] = {
            r.country: None
            for sentence in sentences
            for r in sentence.referents.values()
            if r.country and (r.known or not r.toponym)
        }
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
                referent = referents[phrase.head]
                if referent.known or (referent.country is not None and referent.kind != "place"):
                    continue
                if phrase.kind == "pronoun":
                    continue
                head = phrase.head
                if tree.children[head] or tree.deps[head] == "conj" or stray_behind(tree, head) is not None:
                    from_parts(sentence, phrase, closed)
        _from_setting(sentences, closed)

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
            if end + 1 >= len(tree.words) or tree.words[end] != ",":
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


def _host(sentence: Sentence, counterpart: int) -> str | None:
    """The one country that the owner of a counterpart visits: "flew to Oslo. He met his counterpart"."""
    owner = sentence.tree.kid(counterpart, "poss")
    referent = None if owner is None else sentence.referents.get(owner)
    if not isinstance(referent, LocalReferent):
        return None
    hosts = referent.visited - {referent.country}
    return next(iter(hosts)) if len(hosts) == 1 else None


def _regime(sentences: Sequence[Sentence]) -> str | None:
    """The country of the only regime that the article names ("the Syrian regime")."""
    found = set[str]()
    for sentence in sentences:
        lemmas = sentence.tree.lemmas
        if _REGIME in lemmas:
            named = (r.country for head, r in sentence.referents.items() if lemmas[head] == _REGIME)
            found.update(country for country in named if country is not None)
    return found.pop() if len(found) == 1 else None


def _local(phrase: Phrase, lemma: str, referent: LocalReferent) -> bool:
    """Whether somebody belongs, as far as one can tell, to the country that the text speaks of."""
    if phrase.kind == "noun":
        return is_of_state(referent.name, lemma.lower())
    if phrase.kind != "name":
        return False
    return referent.kind == "organization" or referent.name.casefold() == referent.office  # "the Queen"


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


def _from_setting(sentences: Sequence[Sentence], closed: set[int]) -> None:
    """Leave to the setting the countries of those of whom nothing else tells it."""
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
            lemma = lemmas[phrase.head]
            if lemma == "counterpart" and (host := _host(sentence, phrase.head)) is not None:
                referent.country = host
                continue
            if referent.key in closed:
                referent.stateless = referent.stateless or referent.kind not in FIXED
                continue
            if referent.stateless or referent.related:
                continue
            if referent.toponym:  # what no gazetteer has may lie anywhere
                continue
            if lemma in insiders:
                referent.country = _facing(sentence, phrase.head)
                if referent.country is not None:
                    continue
            local = _local(phrase, lemma, referent)
            if regime is not None and lemma == _REGIME:
                referent.country = regime
                continue
            if local and referent.guess is None and not is_assembly(referent.name):
                guessed.append(referent)
            if referent.setting is None:
                referent.setting = setting
            referent.asked += ((sentence.index, local),)
    for referent in guessed:
        referent.country = referent.country or referent.guess
