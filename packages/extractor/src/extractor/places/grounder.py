"""The place grounder: finds toponyms, and says which place of the world a phrase means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import msgspec

from .choosing import choose
from .context import Context, PlaceContext, weigh
from .finding import Finder
from .folding import fold
from .gazetteer import Gazetteer
from .phrases import Phrase, PhraseReader
from .structs import PlaceEntry, PlaceKind, Toponym
from .words import load_abbreviations, load_demonyms, load_guard_words, load_phrase_words

__all__ = ["PlaceGrounder"]

_PAIR = re.compile(r"\s*(?:[–—/-]|\band\b|\bwith\b)\s*")
_BORDER = re.compile(r"\b(?:border|frontier|borders)\b", re.IGNORECASE)
_LINES = frozenset({"coast", "coastline", "border", "frontier", "airspace"})
"""What a country has before which its adjective is no region's name: "the Somali coast"."""
_SEAT = re.compile(
    r"(?:the |an? )?(?:(?P<whose>[^,]+?)(?:['\u2019]s?)? capital|capital(?: city)? of (?:the )?(?P<of>[^,]+))"
    r"(?: city)?",
    re.IGNORECASE,
)
_NO_COUNTRIES: Mapping[str, float] = MappingProxyType({})
_READINGS = 60
"""Readings of one name that are weighed."""
_OUTER_READINGS = 6
"""Readings of a container that are weighed."""
_SMALL = 4.8
"""Prominence below which a place is hardly meant in an article about other countries."""
_SORTS = {"capital": "city"}
"""What a text calls the places of a kind, where that is another word."""
_OF_TEXT = frozenset(("city", "region", "district", "facility", "island", "river"))
"""Kinds that a place may have that only the text knows; any other is an area."""
_WIDE: tuple[PlaceKind, ...] = ("country", "region", "area", "district", "island", "continent")


class PlaceGrounder:
    """Finds and resolves place names; built once, keeps nothing between texts.

    >>> grounder = PlaceGrounder()
    >>> grounder.resolve("the Syrian city of Aleppo").country
    'SYR'
    >>> [t.text for t in grounder.find("Jets struck Aleppo and Idlib on Monday.")]
    ['Aleppo', 'Idlib']
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Reads the word lists, and the packaged gazetteer where none is given; raises DataError when data
        is broken."""
        self._gazetteer = gazetteer if gazetteer is not None else Gazetteer.load()
        self._demonyms = load_demonyms()
        self._abbreviations = load_abbreviations()
        guards = load_guard_words()
        self._finder = Finder(self._gazetteer, guards)
        self._articles = guards.article
        phrase_words = load_phrase_words()
        self._directions = phrase_words.direction
        self._reader = PhraseReader(
            phrase_words, self._demonyms, self._gazetteer.__contains__, self._is_outer, self._first_kind
        )

    @property
    def gazetteer(self) -> Gazetteer:
        """The places that it knows."""
        return self._gazetteer

    def find(self, text: str) -> tuple[Toponym, ...]:
        """The toponyms of a text, in its order; no parser is needed."""
        return self._finder.find(text)

    def context(
        self,
        toponyms: Iterable[Toponym],
        countries: Mapping[str, float] = _NO_COUNTRIES,
        dateline: str | None = None,
        *,
        home: Mapping[str, float] = _NO_COUNTRIES,
    ) -> PlaceContext:
        """What an article's toponyms say about where it plays.

        `countries` (ISO alpha-3 to number of mentions) adds what is known from elsewhere, as from actors, and
        `home` tells how many of these are of people who act at home (police, residents); `dateline` is the
        place before the first sentence.
        """
        place = self.resolve(dateline) if dateline else None
        return weigh(toponyms, countries, place, home=home)

    def resolve(
        self, name: str, *, containers: Sequence[str] = (), context: Context | None = None
    ) -> PlaceEntry | None:
        """The place that a name or a describing phrase means; None where it names none, or is empty.

        `containers` are the places that the text puts around it, innermost first ("Anchorage, Alaska":
        `("Alaska",)`);
        those within `name` itself are found. A name that the gazetteer lacks comes back as written, with
        the country
        of its container, or of the article where that is clear, and without coordinates.
        """
        if not containers and (seats := self._capitals(name)):
            choice = choose(seats, context=context)
            return choice[0] if choice else None
        if not name.strip():
            return None
        phrase = self._reader.read(name, containers)
        if not phrase.core or phrase.core.lower() in self._directions:
            return None
        around = [readings for c in phrase.containers if (readings := self._outer(c))]
        if _BORDER.search(name) and (border := self._border(phrase)):
            return border
        if (
            phrase.kind is None
            and fold(name.split()[-1]) in _LINES
            and (lands := self._of_adjective(fold(phrase.core)))
        ):
            choice = choose(lands, context=context)
            return choice[0] if choice else lands[0]
        return self._known(phrase, around, context) or self._unknown(phrase, around, context)

    def _known(
        self, phrase: Phrase, around: list[tuple[PlaceEntry, ...]], context: Context | None
    ) -> PlaceEntry | None:
        """The gazetteer's entry, under the text's name where only a part or a thing in it is meant."""
        whole = self._readings(phrase.core)
        if phrase.street:
            whole = tuple(e for e in whole if e.kind == "facility" or fold(e.name) == fold(phrase.core))
            return self._pick(phrase, whole, around, context, derived=False)
        if phrase.bare == phrase.core or any(_SORTS.get(e.kind, e.kind) == phrase.kind for e in whole):
            return self._pick(phrase, whole, around, context, derived=False)
        bare = self._readings(phrase.bare)
        if phrase.kind in ("facility", "area", "mountain", "sea"):
            derived = self._pick(phrase, bare, around, context, derived=True)
            return self._pick(phrase, whole, around, context, derived=False) or derived
        return self._pick(phrase, (*whole, *bare), around, context, derived=False)

    def _pick(
        self,
        phrase: Phrase,
        readings: Sequence[PlaceEntry],
        around: list[tuple[PlaceEntry, ...]],
        context: Context | None,
        *,
        derived: bool,
    ) -> PlaceEntry | None:
        choice = choose(readings, containers=around, context=context, kind=None if derived else phrase.kind)
        if choice is None or (around and choice[1] == 0):
            return None
        entry = choice[0]
        if not around and context is not None and _out_of_place(entry, context):
            return None
        if derived:
            return msgspec.structs.replace(
                entry,
                name=phrase.core,
                kind="facility" if phrase.kind == "facility" else "area",
                geonames_id=None,
                id=None,
                population=0,
            )
        if phrase.kind == "district" and entry.kind in ("city", "capital") and phrase.bare != phrase.core:
            return msgspec.structs.replace(
                entry, name=phrase.core, kind="district", geonames_id=None, id=None, population=0
            )
        if phrase.direction and entry.kind in _WIDE:
            return msgspec.structs.replace(
                entry,
                name=f"{phrase.direction} {self._noun(phrase.core, entry)}",
                kind="area",
                geonames_id=None,
                id=None,
                population=0,
            )
        return entry

    def _noun(self, core: str, entry: PlaceEntry) -> str:
        """The name as written, or the country's where an adjective was written."""
        return entry.name if fold(core) in self._demonyms else core

    def _unknown(
        self, phrase: Phrase, around: list[tuple[PlaceEntry, ...]], context: Context | None
    ) -> PlaceEntry | None:
        """A place that only the text knows, in the country of what is around it or within its name.

        What stands in a city has its point.
        """
        inside = [
            t.candidates
            for t in self._finder.find(phrase.core)
            if t.text != phrase.core and (t.candidates[0].prominence >= _SMALL or " " in t.text)
        ]
        if named := self._gazetteer.lookup(phrase.core.rpartition(" of ")[2])[:_OUTER_READINGS]:
            inside += [named] if named[0].prominence >= _SMALL else []
        if phrase.mission or phrase.street:
            inside = []
        outer = None
        for readings in (*around, *inside):
            choice = choose(readings, containers=[r for r in around if r is not readings], context=context)
            outer = outer or (choice[0] if choice and choice[0].country else None)
        country = outer.country if outer else None
        if country is None and context is not None:
            country = context.main_country()
        kind = phrase.kind if phrase.kind in _OF_TEXT else "area"
        point: tuple[float | None, float | None] = (None, None)
        if outer and kind in ("facility", "district") and outer.kind in ("city", "capital"):
            point = (outer.latitude, outer.longitude)
        return PlaceEntry(phrase.core, country, *point, None, kind, 0, outer.admin1 if outer else None)  # type: ignore[arg-type]

    def _border(self, phrase: Phrase) -> PlaceEntry | None:
        """A border between two countries lies in neither."""
        sides = [self._country(side) for side in _PAIR.split(phrase.bare) if side]
        if len(sides) == 2 and all(sides):
            return PlaceEntry(phrase.core, None, None, None, None, "area")
        return None

    def _is_outer(self, key: str) -> bool:
        """Whether a folded name is first of all that of a country or a first-level region."""
        return any(e.kind in ("country", "region") for e in self._gazetteer.lookup_key(key, 2))

    def _first_kind(self, key: str) -> str | None:
        return next((e.kind for e in self._gazetteer.lookup_key(key, 1)), None)

    def _country(self, name: str) -> str | None:
        codes = self._demonyms.get(fold(name))
        if codes:
            return codes[0]
        return next((e.country for e in self._gazetteer.lookup(name)[:1] if e.kind == "country"), None)

    def _capitals(self, name: str) -> tuple[PlaceEntry, ...]:
        """The capitals that a phrase means unnamed: "the Afghan capital", "the capital of Mali"."""
        match = _SEAT.fullmatch(" ".join(name.split()))
        if match is None:
            return ()
        owner = fold(match["whose"] or match["of"])
        codes = self._demonyms.get(owner, ())
        if not codes:
            codes = tuple(
                e.country for e in self._gazetteer.lookup_key(owner, 1) if e.kind == "country" and e.country
            )
        return tuple(entry for code in codes for entry in self._gazetteer.capital(code))

    def _of_adjective(self, key: str) -> tuple[PlaceEntry, ...]:
        """The countries of an adjective; empty where the word is none."""
        codes = self._demonyms.get(key, ())
        return tuple(country for code in codes for country in self._gazetteer.country(code))

    def _readings(self, name: str) -> tuple[PlaceEntry, ...]:
        """Readings of a name; one with the Arabic article is also sought without, and the other way round."""
        key = fold(name)
        if found := self._gazetteer.lookup_key(key, _READINGS):
            return found
        if countries := self._of_adjective(key):
            return countries
        first, _, rest = key.partition(" ")
        if rest and first in self._articles:
            return self._gazetteer.lookup_key(rest, _READINGS) or self._gazetteer.lookup_key(
                f"al {rest}", _READINGS
            )
        return self._gazetteer.lookup_key(f"al {key}", _READINGS)

    def _outer(self, name: str) -> tuple[PlaceEntry, ...]:
        """Readings of a container: abbreviations of states and adjectives of countries count too."""
        key = fold(name)
        if region := self._abbreviations.get(name.strip()):
            return tuple(e for e in self._gazetteer.lookup(region) if e.kind in ("region", "capital"))[
                :_OUTER_READINGS
            ]
        if countries := self._of_adjective(key):
            return countries
        if found := self._gazetteer.lookup_key(key, _OUTER_READINGS):
            return found
        if seats := self._capitals(name):
            return seats
        phrase = self._reader.read(name)
        return (
            (self._readings(phrase.core) or self._readings(phrase.bare))[:_OUTER_READINGS]
            if phrase.core
            else ()
        )


def _out_of_place(entry: PlaceEntry, context: Context) -> bool:
    """Whether a small place lies in a country of which the article, which plays elsewhere, says nothing."""
    if entry.prominence >= _SMALL:
        return False
    return context.countries.get(entry.country or "", 0.0) < 0.02 and context.main_country(0.4) is not None
