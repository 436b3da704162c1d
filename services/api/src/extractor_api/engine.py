"""The extractor that the service serves, built where the setting `factory` names no other."""

from __future__ import annotations

from extractor import Config, Extractor, Limits

__all__ = ["build"]


def build(pipeline: str | None, max_characters: int) -> Extractor:
    """An extractor with the service's limits. Raises what the extractor raises when it can't be built."""
    limits = Limits(max_characters=max_characters)
    return Extractor(Config(limits=limits) if pipeline is None else Config(limits=limits, pipeline=pipeline))
