"""The gazetteer: all readings of a name, from a file that is mapped into memory and shared between
processes."""

from __future__ import annotations

import mmap
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from ..errors import DataError
from . import layout
from .folding import fold
from .structs import PlaceEntry

__all__ = ["Gazetteer"]

_DATA = Path(__file__).parent.parent / "data" / "places" / "gazetteer.bin"
_ALIAS_PENALTY = 0.5
"""What a reading loses, as a power of ten, when the name is not the place's usual one."""
_BESIDE_PENALTY = 1.2
"""What it loses when the name is besides another place's usual one: "Goris" is hardly Gori."""

_PROMINENCES = tuple(
    tuple(round(step / layout.PROMINENCE_STEPS - loss, 2) for step in range(64))
    for loss in (0.0, _ALIAS_PENALTY, _BESIDE_PENALTY)
)
"""Prominence by whether the name is an alias (1), or one beside a usual name (2), and by the stored step."""
_KEPT = 2048
_UNPACK = layout.ENTRY.unpack_from


class Gazetteer:
    """Places of the world by name.

    The packaged data (GeoNames cities and regions, ISO 3166-2, and the project's own lists) is mapped, not
    read:
    loading takes about a millisecond, and worker processes share the pages.

    >>> gazetteer = Gazetteer.load()
    >>> gazetteer.lookup("Aleppo")[0].country
    'SYR'
    """

    def __init__(self, data: bytes | mmap.mmap, file: str = "gazetteer.bin") -> None:
        """Reads the layout of `data`; raises DataError (with `file` as its name) where it isn't a
        gazetteer."""
        if len(data) < layout.HEADER.size or data[: len(layout.MAGIC)] != layout.MAGIC:
            raise DataError(file, None, "not a gazetteer of this version")
        _, *sizes = layout.HEADER.unpack_from(data)
        sections: dict[str, memoryview] = {}
        position = layout.HEADER.size
        view = memoryview(data)
        for name, size in zip(layout.SECTIONS, sizes, strict=True):
            sections[name] = view[position : position + size]
            position += (size + 7) // 8 * 8
        if position > len(data):
            raise DataError(file, None, f"{len(data):,} bytes where {position:,} are announced")
        self._buckets = sections["buckets"].cast("I")
        self._hashes = sections["hashes"].cast("I")
        self._pointers = sections["pointers"].cast("I")
        self._postings = sections["postings"].cast("I")
        self._entries = sections["entries"]
        self._regions = sections["regions"].cast("I")
        self._data = data
        self._names = position - (len(sections["names"]) + 7) // 8 * 8
        codes = bytes(sections["countries"]).decode("ascii")
        self._countries = tuple(codes[i : i + 3] for i in range(0, len(codes), 3))
        # The same names come back all through an article.
        self._found = lru_cache(maxsize=_KEPT)(self._find)

    @classmethod
    def load(cls) -> Gazetteer:
        """The packaged gazetteer; raises DataError when its file is missing or broken."""
        return cls(*cls.packaged())

    @staticmethod
    def packaged() -> tuple[mmap.mmap, str]:
        """The packaged file and its name; raises DataError when it is missing or broken."""
        try:
            with _DATA.open("rb") as file:
                return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), _DATA.name
        except (OSError, ValueError) as error:
            raise DataError(_DATA.name, None, str(error)) from error

    def __len__(self) -> int:
        """Number of places."""
        return len(self._entries) // layout.ENTRY.size

    def entry(self, number: int) -> PlaceEntry:
        """The place with this number, from 0 to `len(gazetteer) - 1`, in the order of prominence."""
        return self._entry(range(len(self))[number], 0)

    def lookup(self, name: str) -> tuple[PlaceEntry, ...]:
        """All places of exactly this name (but for case, accents, hyphens), most prominent first; empty
        when none."""
        return self.lookup_key(fold(name))

    def lookup_key(self, key: str, limit: int | None = None) -> tuple[PlaceEntry, ...]:
        """As `lookup` for a name that is folded already; `limit` keeps the most prominent ones."""
        return self._found(key, limit)

    def _find(self, key: str, limit: int | None) -> tuple[PlaceEntry, ...]:
        pointer = self._pointer(key)
        if pointer & layout.INLINE:
            return (self._entry(pointer >> 5, pointer >> 4 & 1),)
        place = pointer >> 5
        if not place:
            return ()
        found = []
        while True:
            posting = self._postings[place - 1]
            alias = 2 if posting & layout.BESIDE else 1 if posting & layout.ALIAS else 0
            found.append(self._entry(posting & (layout.BESIDE - 1), alias))
            if posting & layout.LAST or len(found) == limit:
                return tuple(found)
            place += 1

    def country(self, code: str) -> tuple[PlaceEntry, ...]:
        """The country of an ISO alpha-3 code, alone in a tuple; empty for an unknown code."""
        return self.lookup_key(f"={code.lower()}")

    def capital(self, code: str) -> tuple[PlaceEntry, ...]:
        """The capital of the country of an ISO alpha-3 code, alone in a tuple; empty where none is known."""
        return self.lookup_key(f"={code.lower()} capital")

    def beginning(self, word: str) -> tuple[int, bool]:
        """How many words the longest name has that begins with this folded word (0: none does), and whether
        the word
        alone is a name."""
        pointer = self._pointer(word)
        return max(pointer & layout.WORDS, 1 if pointer >> 3 else 0), pointer >> 3 > 0

    def __contains__(self, key: str) -> bool:
        """Whether a folded name is one of a place."""
        return self._pointer(key) >> 3 > 0

    def _pointer(self, key: str) -> int:
        number = layout.hash_key(key)
        bucket, rest = number >> 32, number & 0xFFFFFFFF
        high = self._buckets[bucket + 1]
        at = bisect_left(self._hashes, rest, self._buckets[bucket], high)
        return self._pointers[at] if at < high and self._hashes[at] == rest else 0

    def _entry(self, number: int, alias: int) -> PlaceEntry:
        first, second, third = _UNPACK(self._entries, number * layout.ENTRY.size)
        start = self._names + (first & 0x3FFFFF)
        country, region = first >> 33 & 0xFF, first >> 41 & 0x1FFF
        return PlaceEntry(
            self._data[start : start + (first >> 22 & 0x7F)].decode(),
            self._countries[country] if country else None,
            ((second & 0x1FFFFF) - 450_000) / 5000,
            ((second >> 21 & 0x3FFFFF) - 900_000) / 5000,
            (second >> 43 | (third & 0b111) << 21) or None,
            layout.KINDS[first >> 29 & 0xF],
            layout.unpack_population(third >> 3),
            self._region(region) if region else None,
            _PROMINENCES[alias][first >> 54],
        )

    def _region(self, number: int) -> str:
        packed = self._regions[number]
        start = self._names + (packed >> 7)
        return self._data[start : start + (packed & 0x7F)].decode()
