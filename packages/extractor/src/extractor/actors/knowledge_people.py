"""Persons and offices: who held an office on a day, and whom a name means on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from extractor.actors.knowledge_names import fold, forms
from extractor.leaders import Person, Term, person_rows
from extractor.tables import rows, split

__all__ = ["Offices", "People", "latest", "without_initials"]

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PROVISIONAL = ("acting ", "interim ", "caretaker ", "transitional ")
_DESIGNATE = ("-elect", "-designate", " elect", " designate")
_LEADERS = (
    "president",
    "prime minister",
    "supreme leader",
    "chancellor",
    "king",
    "emir",
    "sultan",
    "warlord",
)
_WEIGHT = {
    "head of state": 3,
    "head of government": 3,
    "royal": 3,
    "religious": 3,
    "armed group": 2,
    "minister": 2,
}
_BEHIND = frozenset({"of", "for", "to", "at", "in"})
"""Prepositions behind an office."""
_ELECT_DAYS = 160
_NEAR_YEARS = 3
_KEPT = 4096


class Offices:
    """The offices of offices.tsv: their canonical names and categories."""

    def __init__(self) -> None:
        self._canonical: dict[str, str] = {}
        self._category: dict[str, str] = {}
        self._equals: dict[tuple[str, str], str] = {}
        for office, aliases, category, equals in rows("actors/offices.tsv", 4):
            self._category[office] = category
            for alias in (office, *split(aliases)):
                self._canonical[_flat(alias)] = office
            for pair in split(equals):
                code, _, other = pair.partition(":")
                self._equals[office, code] = other
        self.sole_phrases = frozenset(
            fold(key).casefold() for key, office in self._canonical.items() if (office, "*") in self._equals
        )
        self.last_words: dict[str, int] = {}
        """How many words the longest office has that ends with a word."""
        for words in map(str.split, self._canonical):
            self.last_words[words[-1]] = max(len(words), self.last_words.get(words[-1], 0))
        self._endings = lru_cache(maxsize=_KEPT)(self._ending)

    def canonical(self, phrase: str, body: str = "") -> str | None:
        """The office that the phrase names, in that country where the word has a meaning of its own there."""
        key = _flat(phrase)
        office = self._canonical.get(key) or self._canonical.get(_without(key, _PROVISIONAL))
        return None if office is None else self._equals.get((office, body), office)

    def sole(self, phrase: str) -> tuple[str, str] | None:
        """Office and body of a phrase that needs no country, there being one in the world ("the pope")."""
        words = _flat(phrase).removeprefix("the ")
        office, at, body = self._equals.get((self._canonical.get(words, ""), "*"), "").partition("@")
        return (office, body) if at else None

    def ending(self, phrase: str) -> str | None:
        """The longest office that the phrase ends with, or that stands before its first preposition."""
        words = phrase.replace("’", "'").casefold().split()
        if not words or (words[-1] not in self.last_words and _BEHIND.isdisjoint(words)):
            return None  # as for most names, which come and go
        return self._endings(phrase)

    def _ending(self, phrase: str) -> str | None:
        words = phrase.replace("’", "'").casefold().split()
        return self._at_end(words) or self._at_end(_head(words))

    def _at_end(self, words: list[str]) -> str | None:
        """The longest office that the words end with."""
        if not words or words[-1] not in self.last_words:
            return None
        words = words[-self.last_words[words[-1]] :]
        for start in range(len(words)):
            office = self._canonical.get(" ".join(words[start:]))
            if office is not None:
                return office
        return None

    def category(self, office: str) -> str:
        """Category of a canonical office; empty where there is no such office."""
        return self._category.get(office, "")


class People:
    """The persons of leaders.tsv, by name and by office."""

    def __init__(self, offices: Offices, leaders: dict[str, tuple[str, ...]]) -> None:
        self._offices = offices
        self._leaders = leaders
        self.names: dict[str, tuple[Person, ...]] = {}
        self.shorts: dict[str, tuple[Person, ...]] = {}
        self._held: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
        self._acting: dict[tuple[str, str], list[tuple[Term, Person]]] = {}
        for person in person_rows():
            _index(self.names, (person.name, *person.aliases), person)
            _index(self.shorts, person.short, person)
            for term in person.terms:
                office = offices.canonical(term.office, term.body) or term.office
                self._held.setdefault((office, term.body), []).append((term, person))
                lasting = offices.canonical(_without(term.office, _PROVISIONAL), term.body) or office
                if lasting != office:
                    self._acting.setdefault((lasting, term.body), []).append((term, person))

    def holder(self, phrase: str, body: str, on: date) -> tuple[Term, Person] | None:
        """Who held the office that day; None where nobody, or several at a time, did."""
        office = self._offices.canonical(phrase, body)
        if office is None:
            return None
        if office == "leader":
            wanted = (
                self._offices.canonical(each, body) or each
                for each in (*self._leaders.get(body, ()), *_LEADERS)
            )
            return next(filter(None, (self._active(each, body, on.isoformat()) for each in wanted)), None)
        found = self._active(office, body, on.isoformat())
        return found or self._next(_flat(phrase), body, on)

    def named(self, name: str, on: date | None) -> Person | None:
        """Whom the full name means, or the short one where the data know only one bearer at that time."""
        key = forms(name)[0][0].casefold()
        found = self.names.get(key) or self.shorts.get(key) or self.names.get(without_initials(key))
        return self._one(found, on) if found else None

    def _active(self, office: str, body: str, day: str) -> tuple[Term, Person] | None:
        found = [pair for pair in self._held.get((office, body), ()) if pair[0].covers(day)]
        found = found or [pair for pair in self._acting.get((office, body), ()) if pair[0].covers(day)]
        if not found:
            return None
        found.sort(key=lambda pair: pair[0].start)
        term, person = found[-1]
        rivals = [other for other in found[:-1] if other[1] is not person and not _yields(other[0], term)]
        return None if rivals else (term, person)

    def _next(self, key: str, body: str, on: date) -> tuple[Term, Person] | None:
        """Who takes office soon, where the phrase speaks of somebody elected or designated."""
        plain = next((key[: -len(end)] for end in _DESIGNATE if key.endswith(end)), None)
        office = plain and self._offices.canonical(plain, body)
        if not office:
            return None
        coming = [pair for pair in self._held.get((office, body), ()) if _soon(pair[0].start, on)]
        return min(coming, key=lambda pair: pair[0].start) if coming else None

    def _one(self, found: Sequence[Person], on: date | None) -> Person | None:
        if len(found) == 1:
            return found[0]
        if on is None:
            return None
        day = on.isoformat()
        active = [person for person in found if any(term.covers(day) for term in person.terms)]
        near = active or [person for person in found if any(_near(term, on) for term in person.terms)]
        if len(near) < 2:
            return near[0] if near else None
        weights = [self._weight(person, day) for person in near]
        best = max(weights)
        return near[weights.index(best)] if weights.count(best) == 1 else None

    def _weight(self, person: Person, day: str) -> int:
        """How likely news means this bearer of a name: those in high office first."""
        held = (self._offices.canonical(term.office, term.body) for term in person.terms if term.covers(day))
        return max((_WEIGHT.get(self._offices.category(office or ""), 1) for office in held), default=0)


def latest(person: Person, on: date | None) -> Term | None:
    """The person's term that day, the latest of several; without a day, the last one."""
    day = on.isoformat() if on else None
    terms = [term for term in person.terms if day is None or term.covers(day)]
    return max(terms, key=lambda term: term.start) if terms else None


def _index(index: dict[str, tuple[Person, ...]], names: Iterable[str], person: Person) -> None:
    for name in names:
        key = fold(name).casefold()
        bearers = index.get(key, ())
        if not any(bearer is person for bearer in bearers):
            index[key] = (*bearers, person)


def without_initials(key: str) -> str:
    """A folded name without initials inside it and what tells father from son ("Lloyd J. Austin III").

    The number of a king stays ("Abdullah III").
    """
    first, *rest = key.split(" ")
    if len(rest) > 2 and rest[-1] in _GENERATIONS:
        rest.pop()
    return " ".join([first, *(part for part in rest if len(part) > 1)])


def _flat(phrase: str) -> str:
    """A phrase in lower case, with plain blanks, hyphens kept."""
    return " ".join(phrase.replace("’", "'").casefold().split())


def _without(key: str, prefixes: tuple[str, ...]) -> str:
    return next((key[len(prefix) :] for prefix in prefixes if key.startswith(prefix)), key)


def _head(words: list[str]) -> list[str]:
    """Words before the first preposition."""
    if _BEHIND.isdisjoint(words):
        return []
    for index, word in enumerate(words):
        if word in _BEHIND:
            return words[:index]
    return []


def _yields(earlier: Term, later: Term) -> bool:
    """Whether the earlier term ends where the later begins: a handover, not two holders at a time."""
    end = earlier.end
    return bool(end) and end[: len(later.start)] <= later.start[: len(end)]


def _soon(start: str, on: date) -> bool:
    if len(start) != len("2000-01-01"):
        return False
    return 0 < (date.fromisoformat(start) - on).days <= _ELECT_DAYS


def _near(term: Term, on: date) -> bool:
    first = int(term.start[:4] or 0)
    last = int(term.end[:4]) if term.end else on.year
    return first - _NEAR_YEARS <= on.year <= last + _NEAR_YEARS
