"""A gazetteer with places of the user's own in front of the packaged ones."""

from __future__ import annotations

import mmap
from collections.abc import Iterable

import msgspec

from .folding import fold
from .gazetteer import Gazetteer
from .structs import NamedPlace, PlaceEntry

__all__ = ["OwnGazetteer"]

_PROMINENCE = 6.5
"""That of a large city: who lists a place expects it in the texts."""
_AHEAD = 0.5
"""What a place of one's own is ahead of the most prominent packaged one of the same name."""


class OwnGazetteer(Gazetteer):
    """The packaged gazetteer and further places.

    A further place goes before the packaged ones of its name, unless the article speaks for another.
    """

    def __init__(
        self, data: bytes | mmap.mmap, file: str = "gazetteer.bin", own: Iterable[NamedPlace] = ()
    ) -> None:
        """As the base class; `own` are the further places, in the order in which they go."""
        super().__init__(data, file)
        found: dict[str, dict[str, PlaceEntry]] = {}
        self._openings: dict[str, int] = {}
        for number, place in enumerate(own):
            for key in dict.fromkeys(map(fold, place.names)):
                packaged = super().lookup_key(key, 1)
                most = max([_PROMINENCE, *(entry.prominence + _AHEAD for entry in packaged)])
                entry = msgspec.structs.replace(place.entry, prominence=round(most, 2))
                found.setdefault(key, {})[str(number)] = entry
                first, size = key.partition(" ")[0], key.count(" ") + 1
                self._openings[first] = max(self._openings.get(first, 0), size)
        self._own = {key: tuple(entries.values()) for key, entries in found.items()}

    @classmethod
    def with_places(cls, places: Iterable[NamedPlace]) -> OwnGazetteer:
        """The packaged gazetteer with further places; raises DataError when its file is missing or broken."""
        return cls(*cls.packaged(), own=places)

    def lookup_key(self, key: str, limit: int | None = None) -> tuple[PlaceEntry, ...]:
        """As the base class, further places first."""
        own = self._own.get(key)
        if own is None:
            return super().lookup_key(key, limit)
        return (*own, *super().lookup_key(key, limit))[:limit]

    def beginning(self, word: str) -> tuple[int, bool]:
        """As the base class, further places included."""
        length, single = super().beginning(word)
        return max(length, self._openings.get(word, 0)), single or word in self._own

    def __contains__(self, key: str) -> bool:
        return key in self._own or super().__contains__(key)
