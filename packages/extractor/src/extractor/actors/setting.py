"""Where the text around a phrase plays: the country of those whose own words name none.

"Police" are the police of the place that the article speaks of, and so are soldiers, ministers and schools.
Of an unknown gunman, or of five people, the place does not say whence they come.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from extractor.actors.kinds import kind_of, noun_classes
from extractor.actors.lexicon import words
from extractor.evidence import Referent, Sentence
from extractor.frames.tree import Tree

__all__ = [
    "FIXED",
    "LocalReferent",
    "Setting",
    "country_of_setting",
    "in_compound",
    "is_abroad",
    "is_assembly",
    "is_of_state",
]

_STATE = words("state")
_STATE_FORMS = _STATE.union(f"{term}s" for term in _STATE)
"""Terms for what belongs to the state, in singular and plural."""
_STATE_ENDS = frozenset(term.rpartition(" ")[2] for term in _STATE_FORMS)
_PUTSCH = words("putsch")
_AGENCIES = words("agency")
_ABROAD = words("abroad")
_LOCATIVE = words("locative")
_BEFORE, _AFTER, _OVERALL = 0.6, 0.4, 0.3
_NEAR = [step for k in range(4) for step in ((-k, _BEFORE**k), (k, _AFTER**k))]
"""Sentences around one, as steps from it, and how much they count."""
_PLACE, _NAMED, _OTHER = 6, 3, 2
_MUCH = 27
_NOWHERE: frozenset[str] = frozenset()
_NOTHING: Mapping[str, int] = MappingProxyType({})
_FOREIGN_OFFICE = re.compile(r"\bforeign (?=minist|secretar|office|affairs|policy|envoy)")
Evidence = Literal["all", "places", "names"]
FIXED = ("facility", "place", "country", "vehicle")
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod", "poss"})
_SPEAKERS = frozenset({"correspondents", "diplomats", "journalists", "officials", "reporters"})
_SENT = frozenset({"ambassador", "consul", "envoy"})
_PLACED = frozenset({"facility", "place", "vehicle", "group"})
"""Kinds whose country only the places around them tell."""


class LocalReferent(Referent, gc=False):
    """A referent that can tell the country of which the text around it speaks, where its own is not known."""

    office: str | None = None
    stateless: bool = False
    """It is of no one country, as its words say: "French and Iraqi leaders", an officer of an alliance."""
    related: bool = False
    """Words tell to whom it stands in what relation: "his guest", "her husband"."""
    visited: frozenset[str] = _NOWHERE
    """Countries where it is a guest."""
    setting: Setting | None = None
    """What the article tells of countries, where that may tell its own."""
    asked: tuple[tuple[int, bool], ...] = ()
    """Where its phrases stand, in text order: the sentence, and whether they are `local` there."""

    def told_much_of(self, country: str) -> bool:
        """Whether the article tells much of a country (alpha-3)."""
        return self.setting is not None and self.setting.weight(country) >= _MUCH

    @property
    def guess(self) -> str | None:
        """The country of its surroundings (alpha-3), worked out when it is asked for: mostly it is not."""
        if self.setting is None or is_abroad(self.name):
            return None
        rules = took_power(self.name)
        for sentence, local in self.asked:
            usual: Evidence = "all" if local else _evidence(self)
            for evidence in ("places", usual) if rules else (usual,):
                found = self.setting.country(sentence, evidence=evidence, besides=self.visited)
                if found is not None:
                    return found
        return None


class Setting:
    """The countries that the sentences of one article name, by sentence."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._named = [(s.index, found) for s in sentences if (found := _naming(s))]
        self._weighed: dict[Evidence, tuple[dict[int, dict[str, int]], dict[str, int]]] = {}
        self._kept: dict[tuple[int, Evidence, frozenset[str]], str | None] = {}

    def country(
        self, at: int, *, evidence: Evidence = "all", besides: frozenset[str] = _NOWHERE
    ) -> str | None:
        """The country that sentence `at` most likely speaks of; None where no country is named at all.

        `evidence` says what counts: places where something happens, other names of countries and of known
        persons and bodies, or whatever has a country.
        Countries in `besides` are left out.
        """
        key = (at, evidence, besides)
        if key not in self._kept:
            self._kept[key] = self._find(*key)
        return self._kept[key]

    def weight(self, country: str) -> int:
        """How much in the article names a country (alpha-3)."""
        return self._weights("all")[1].get(country, 0)

    def _find(self, at: int, evidence: Evidence, besides: frozenset[str]) -> str | None:
        here, overall = self._weights(evidence)
        score: dict[str, float] = {}
        if evidence != "places":
            score = {code: _OVERALL * weight for code, weight in overall.items()}
        for distance, decay in _NEAR:
            for code, weight in here.get(at + distance, _NOTHING).items():
                score[code] = score.get(code, 0.0) + decay * weight
        codes = [code for code in score if code not in besides] if besides else score
        return max(codes, key=score.__getitem__, default=None)

    def _weights(self, evidence: Evidence) -> tuple[dict[int, dict[str, int]], dict[str, int]]:
        """What counts as evidence for each country, by sentence and in all; added up when it is asked for."""
        if evidence not in self._weighed:
            here: dict[int, dict[str, int]] = {}
            overall: dict[str, int] = {}
            everything = evidence == "all"
            for index, named in self._named:
                weights = here[index] = {}
                for country, weight, by in named:
                    if everything or by == evidence:
                        counts = 1 if evidence == "names" else weight
                        weights[country] = weights.get(country, 0) + counts
                for country, counts in weights.items():
                    overall[country] = overall.get(country, 0) + counts
            self._weighed[evidence] = here, overall
        return self._weighed[evidence]


def _naming(sentence: Sentence) -> list[tuple[str, int, Evidence]]:
    """The countries that a sentence names, each time with its weight and with what kind of evidence it is."""
    found: list[tuple[str, int, Evidence]] = []
    tree = sentence.tree
    hyphens = "-" in tree.words
    for head, referent in sentence.referents.items():
        country, toponym = referent.country, referent.toponym
        if not country or (hyphens and in_compound(sentence, head)) or tree.lower[head] in _AGENCIES:
            continue
        if (toponym and _is_of_speaker(tree, head)) or _is_of_posted(tree, head, referent):
            continue
        if toponym and tree.deps[head] in ("pobj", "conj") and _is_located(tree, head):
            found.append((country, _PLACE, "places"))
        else:
            by: Evidence = "names" if toponym or referent.known else "all"
            found.append((country, _NAMED if toponym else _OTHER, by))
    return found


def _is_of_speaker(tree: Tree, head: int) -> bool:
    """Whether a place is where somebody only speaks or hears of something: "officials in Doha said"."""
    place = tree.first_conjunct(head)
    prep = tree.heads[place]
    return tree.deps[place] == "pobj" and tree.lower[prep] == "in" and tree.lower[prep - 1] in _SPEAKERS


def _is_of_posted(tree: Tree, head: int, referent: Referent) -> bool:
    """Whether a country is that of somebody sent abroad: "the American ambassador"."""
    if isinstance(referent, LocalReferent) and referent.office in words("posted"):
        return True
    if tree.deps[head] not in _BEFORE_NOUN:
        return tree.lemmas[head] in _SENT
    return not _SENT.isdisjoint((tree.lemmas[head + 1], tree.lemmas[tree.heads[head]]))


def _is_located(tree: Tree, head: int) -> bool:
    """Whether something happens at a place, as its preposition says."""
    place = tree.first_conjunct(head)
    return tree.deps[place] == "pobj" and tree.lower[tree.heads[place]] in _LOCATIVE


def in_compound(sentence: Sentence, k: int) -> bool:
    """Whether token `k` is part of a word that tells of friends and foes ("anti-Turkish", "US-backed")."""
    tree = sentence.tree
    before = k > 1 and tree.words[k - 1] == "-" and tree.lower[k - 2] in words("against")
    return before or (k + 1 < len(tree.words) and tree.words[k + 1] == "-")


def is_state_body(name: str, head: str) -> bool:
    """Whether a description names what belongs to the state that the article speaks of ("the army")."""
    return head in _STATE or _ends_like_state(name.casefold().split())


def is_of_state(name: str, head: str) -> bool:
    """Whether a description names what belongs to that state, or who took power in it."""
    if head in _STATE:
        return True
    parts = name.casefold().split()
    return _ends_like_state(parts) or not _PUTSCH.isdisjoint(parts)


def _ends_like_state(parts: Sequence[str]) -> bool:
    """Whether a name, case folded, ends with a term of two words for what belongs to the state."""
    return bool(parts) and parts[-1] in _STATE_ENDS and " ".join(parts[-2:]) in _STATE_FORMS


def is_state_building(referent: Referent) -> bool:
    """Whether a building is the state's, as a noun before it says: "an army camp"."""
    if referent.kind != "facility":
        return False
    return not _STATE.isdisjoint(referent.name.casefold().split()[-2:-1])


def is_abroad(name: str) -> bool:
    """Whether a word of the name says that it is of no one country ("European leaders")."""
    folded = name.casefold()
    if "foreign" in folded:
        folded = _FOREIGN_OFFICE.sub("", folded)
    return not _ABROAD.isdisjoint(folded.split())


def _is_called(name: str) -> bool:
    """Whether a country in a name is only what a building is called after: "Saudi Maternity Hospital"."""
    return name[:1].isupper() and name.casefold().split()[-1] in words("called")


def is_assembly(name: str) -> bool:
    """Whether a description is of several who may come together from anywhere ("the ministers")."""
    noun = noun_classes().lemma(name.partition(" of ")[0].partition(" from ")[0])
    return noun is not None and noun[1] and noun[0].split()[-1] in words("assembled")


def took_power(name: str) -> bool:
    """Whether somebody rules by a coup: "the junta", "coup leaders"."""
    return not _PUTSCH.isdisjoint(name.casefold().split())


def is_private(referent: LocalReferent) -> bool:
    """Whether a person is known by name alone: meeting somebody in a place makes nobody a national of it."""
    return referent.kind == "person" and referent.office is None and referent.name[:1].isupper()


def _evidence(referent: LocalReferent) -> Evidence:
    """What tells of the country of somebody or something that need not belong to the state spoken of."""
    if is_state_building(referent):
        return "all"
    if referent.kind in _PLACED:
        return "places"
    return "names" if is_private(referent) else "all"


def _is_craft(name: str, head: str) -> bool:
    """A description of a weapon, ship or aircraft that may come from anywhere: "ballistic missiles", but not
    those of the state's own ("a navy ship").
    """
    return head.rpartition(" ")[2] in words("anyone") and _STATE.isdisjoint(name.casefold().split())


def _says_who(name: str) -> bool:
    """The words tell whose it is, if of no one country: "French and German ministers", "leaders of Iran and
    Iraq", but not "Ministry of Trade and Industry".
    """
    holder, _, rest = name.partition(" of ")
    noun = noun_classes().lemma(holder)
    of_several = noun is not None and noun[1] and " and " in rest
    parts = (rest.rpartition(" of ")[2] if of_several else holder).split(" and ")
    return len(parts) > 1 and all(part.strip()[:1].isupper() for part in parts)


def country_of_setting(
    referent: Referent,
    place: str | None,
    *,
    role: str = "",
    partners: frozenset[str] = _NOWHERE,
    attackers: frozenset[str] = _NOWHERE,
) -> str | None:
    """The country of an actor, with that of the event's place (alpha-3) where its own words name none.

    Without a place it is the country that the sentence speaks of.

    What stands or drives in a place belongs to its country, unless its words give it to a body of no one
    country ("a UN base"), and so do those whom the text calls civilians, students, officers or bandits.
    "Five people", bombers, militants and known bodies of no country keep None; an attacker (`role` "source")
    belongs to the place only as one of its own forces, and a person called by name who meets somebody of the
    place (whose country is one of `partners`) comes from elsewhere. States that attack (`attackers`) do not
    attack their own buildings.
    """
    if place is not None and referent.kind == "facility" and _is_called(referent.name):
        return place
    if referent.country is not None or referent.known or referent.key < 0:
        return referent.country
    scene = place
    if isinstance(referent, LocalReferent):
        if referent.stateless or referent.office in words("posted"):
            return None
        if referent.related and role != "target":  # who is attacked beside somebody mostly lives there too
            return None
        stranger = role == "participant" and is_private(referent)
        scene = None if place in referent.visited else place
        place = referent.guess if scene is None or stranger else place
    if place is None:
        return None
    named = referent.kind == "person" and referent.name[:1].isupper()
    if role == "participant" and named and place in partners:
        return None
    noun = noun_classes().lemma(referent.name)
    if referent.kind == "country" and noun is not None and noun[1]:
        return None
    if referent.kind in FIXED and referent.kind != "vehicle":
        own = scene is None and role == "target" and place in attackers
        return None if own and is_state_building(referent) else place
    if is_abroad(referent.name) or _says_who(referent.name):
        return None
    head = noun[0] if noun else referent.name.casefold().split()[-1]
    if kind_of(head) is None and referent.kind in ("person", "organization") and referent.name[:1].isupper():
        return place
    if head in words("criminal"):
        return scene
    if took_power(referent.name):
        return place
    if head in words("anyone") or head in noun_classes().attackers:
        known = role == "target" and isinstance(referent, LocalReferent) and referent.told_much_of(place)
        return place if known and head in words("victims") else None
    if referent.kind in ("vehicle", "other") and _is_craft(referent.name, head):
        return None
    if role == "participant" and is_assembly(referent.name):
        return None
    if role == "source" and not is_state_body(referent.name, head):
        return None
    return place
