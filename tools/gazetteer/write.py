"""Writes places in the layout that `extractor.places.layout` describes."""

from __future__ import annotations

import math
from collections import defaultdict

from extractor.places import layout

from .model import Draft

__all__ = ["encode"]


_SHARES = {0: 1.0, layout.ALIAS: 0.3162, layout.ALIAS | layout.BESIDE: 0.0631}
"""What is left of a place's score where the name is an alias, or one that is another place's usual name."""


class _Names:
    def __init__(self) -> None:
        self.blob = bytearray()
        self._known: dict[str, int] = {}

    def place(self, name: str) -> tuple[int, int]:
        data = name.encode()
        while len(data) > 127:
            name = name[:-1]
            data = name.encode()
        if name not in self._known:
            self._known[name] = len(self.blob)
            self.blob += data
        return self._known[name], len(data)


def encode(drafts: list[Draft]) -> bytes:
    """The file's bytes; raises ValueError when two keys share a hash or a field is too small for its
    value."""
    drafts = sorted(drafts, key=lambda d: (-d.score, d.country or "", d.name, d.kind, d.geonames_id))
    names = _Names()
    countries = ["---", *sorted({d.country for d in drafts if d.country})]
    regions = [("", ""), *sorted({d.region for d in drafts if d.region})]
    region_refs = [offset << 7 | length for offset, length in (names.place(name) for _, name in regions)]
    country_numbers = {code: i for i, code in enumerate(countries)}
    region_numbers = {region: i for i, region in enumerate(regions)}
    if len(drafts) >= 1 << 20 or len(regions) >= 1 << 13 or len(countries) > 256:
        raise ValueError(f"{len(drafts)} places, {len(regions)} regions: more than the layout holds")
    entries = bytearray()
    for draft in drafts:
        offset, length = names.place(draft.name)
        entries += layout.pack_entry(
            layout.Fields(
                offset,
                length,
                draft.geonames_id,
                list[str](layout.KINDS).index(draft.kind),
                country_numbers[draft.country or "---"],
                region_numbers[draft.region or ("", "")],
                min(63, round(math.log10(max(draft.score, 1)) * layout.PROMINENCE_STEPS)),
                draft.latitude,
                draft.longitude,
                layout.pack_population(draft.population),
            )
        )
    if len(names.blob) >= 1 << 22:
        raise ValueError(f"{len(names.blob)} bytes of names: more than the layout holds")
    buckets, hashes, pointers, postings = _index(drafts)
    sections = [
        _ints(buckets), _ints(hashes), _ints(pointers), _ints(postings), bytes(entries), _ints(region_refs),
        "".join(countries).encode(), bytes(names.blob),
    ]  # fmt: skip
    head = layout.HEADER.pack(layout.MAGIC, *(len(section) for section in sections))
    return head + b"".join(section + bytes(-len(section) % 8) for section in sections)


def _index(drafts: list[Draft]) -> tuple[list[int], list[int], list[int], list[int]]:
    readings: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    usual = {key for draft in drafts for key, alias in draft.keys.items() if not alias}
    longest: dict[str, int] = defaultdict(int)
    for number, draft in enumerate(drafts):
        for key, alias in draft.keys.items():
            mark = 0 if not alias else layout.ALIAS | layout.BESIDE if key in usual else layout.ALIAS
            readings[key].append((draft.score * _SHARES[mark], number, mark))
    for key in readings:
        first, _, rest = key.partition(" ")
        if rest:
            longest[first] = min(7, max(longest[first], key.count(" ") + 1))
    numbered = sorted((layout.hash_key(key), key) for key in {*readings, *longest})
    buckets = [0] * 65537
    hashes: list[int] = []
    pointers: list[int] = []
    postings: list[int] = []
    for place, (number, key) in enumerate(numbered):
        if place and numbered[place - 1][0] == number:
            raise ValueError(f"{key!r} and {numbered[place - 1][1]!r} share a hash")
        buckets[(number >> 32) + 1] += 1
        hashes.append(number & 0xFFFFFFFF)
        found = sorted(readings.get(key, ()), key=lambda reading: (-reading[0], reading[1]))
        pointers.append(_pointer(found, postings) | longest.get(key, 0))
    for i in range(65536):
        buckets[i + 1] += buckets[i]
    return buckets, hashes, pointers, postings


def _pointer(found: list[tuple[float, int, int]], postings: list[int]) -> int:
    if not found:
        return 0
    if len(found) == 1:
        _, number, mark = found[0]
        return number << 5 | (1 << 4 if mark else 0) | layout.INLINE
    start = len(postings) + 1
    postings.extend(number | mark for _, number, mark in found)
    postings[-1] |= layout.LAST
    return start << 5


def _ints(values: list[int]) -> bytes:
    return b"".join(value.to_bytes(4, "little") for value in values)
