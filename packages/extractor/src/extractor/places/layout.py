"""The binary file of the gazetteer: what `tools/build_gazetteer.py` writes and `Gazetteer` reads.

The file is little-endian and made to be mapped into memory as it is. After the header (magic, then one
unsigned 32-bit count or length for each section) come the sections, each padded to eight bytes:

    buckets    uint32[65537]  first key of each value of the hash's upper 16 bits
    hashes     uint32[keys]   lower 32 bits of the hash, ascending within a bucket
    pointers   uint32[keys]   what the key means, see below
    postings   uint32[]       entry numbers of keys with several entries, most prominent first
    entries    20 bytes each  one place, see `pack_entry`
    regions    uint32[]       names of first-level regions (offset << 7 | length)
    countries  3 bytes each   ISO alpha-3; number 0 is none
    names      UTF-8          all names, one after the other

Keys are folded names. They are not stored, only a hash of 48 bits (see `hash_key`); the builder makes sure
that no two
keys share it, and a name that is not in the gazetteer passes for one that is once in some hundred million
times.

A pointer's three low bits say how many words the longest key has that begins with this key's word (0: none
longer).
Bit 3 set: one entry, whose number stands in the bits from 5, and bit 4 says that the key is not its main
name.
Bit 3 not set: bits from 5 hold 1 + the place of the first posting, or 0 where the key itself is no name.
In a posting bit 31 marks the last one, bit 30 that the key is not the main name, bit 29 that it is not and is
another place's.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from .structs import PlaceKind

__all__ = [
    "ALIAS", "BESIDE", "ENTRY", "HEADER", "INLINE", "KINDS", "LAST", "MAGIC", "PROMINENCE_STEPS", "SECTIONS",
    "WORDS", "Fields", "hash_key", "pack_entry", "pack_population", "unpack_population",
]  # fmt: skip

MAGIC = b"NPLACES1"
SECTIONS = ("buckets", "hashes", "pointers", "postings", "entries", "regions", "countries", "names")
HEADER = struct.Struct(f"<8s{len(SECTIONS)}I")
ENTRY = struct.Struct("<QQI")
KINDS: tuple[PlaceKind, ...] = (
    "country", "capital", "city", "region", "district", "sea", "river", "island", "mountain", "area",
    "continent", "facility",
)  # fmt: skip
WORDS = 0b111
INLINE = 1 << 3
LAST = 1 << 31
ALIAS = 1 << 30
BESIDE = 1 << 29
PROMINENCE_STEPS = 6
"""Steps of the stored prominence for one power of ten."""


class Fields(NamedTuple):
    """One entry before it is packed; `latitude` and `longitude` in degrees, `prominence` in steps (0 to
    63)."""

    name_offset: int
    name_length: int
    geonames_id: int
    kind: int
    country: int
    region: int
    prominence: int
    latitude: float
    longitude: float
    population: int


def hash_key(key: str) -> int:
    """48-bit hash of a folded name: its CRC-32, and 16 bits of the CRC-32 of its bytes in reverse order."""
    data = key.encode()
    return zlib.crc32(data) << 16 | (zlib.crc32(data[::-1]) & 0xFFFF)


def pack_population(number: int) -> int:
    """A number of people in 24 bits: exact below a million, to six digits above."""
    exponent = 0
    while number >= 1 << 20:
        number, exponent = number >> 1, exponent + 1
    return exponent << 20 | number


def unpack_population(packed: int) -> int:
    """The number of people that `pack_population` packed."""
    return (packed & 0xFFFFF) << (packed >> 20)


def pack_entry(fields: Fields) -> bytes:
    """Twenty bytes: offset 22, length 7, kind 4, country 8, region 13 and prominence 6 bits; latitude 21,
    longitude 22 bits
    and lower 21 of the id; upper 3 of the id and population 24 bits. Coordinates are in steps of 0.0002
    degrees."""
    first = (
        fields.name_offset | fields.name_length << 22 | fields.kind << 29 | fields.country << 33
        | fields.region << 41 | fields.prominence << 54
    )  # fmt: skip
    second = (
        round((fields.latitude + 90) * 5000)
        | round((fields.longitude + 180) * 5000) << 21
        | (fields.geonames_id & 0x1FFFFF) << 43
    )
    return ENTRY.pack(first, second, fields.geonames_id >> 21 | fields.population << 3)
