"""The extractor that the service serves, built where the setting `factory` names no other."""

from __future__ import annotations

import msgspec

from extractor import Config, Extractor, Limits

__all__ = ["build"]


def build(pipeline: str | None, max_characters: int, extensions: tuple[str, ...] = ()) -> Extractor:
    """An extractor with the service's limits. Raises what the extractor raises when it can't be built."""
    config = Config(limits=Limits(max_characters=max_characters), extensions=extensions)
    return Extractor(config if pipeline is None else msgspec.structs.replace(config, pipeline=pipeline))
