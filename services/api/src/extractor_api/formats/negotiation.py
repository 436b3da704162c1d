"""The format that a request accepts best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor_api.formats.base import Format
from extractor_api.problems import ProblemError

__all__ = ["negotiate"]


def negotiate(accept: str, formats: Sequence[Format]) -> Format:
    """The first of `formats` with the highest quality. Raises `not-acceptable` where none is accepted."""
    if not accept.strip() or accept.strip() == "*/*":
        return formats[0]
    ranges = [_parse(part) for part in accept.split(",") if part.strip()]
    best = max(formats, key=lambda each: _quality(each, ranges))
    if _quality(best, ranges) <= 0:
        supported = tuple(each.media_type for each in formats)
        raise ProblemError("not-acceptable", f"Accept: {accept[:200]}", supported=supported)
    return best


def _parse(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
    return media.lower(), quality


def _quality(format_: Format, ranges: Sequence[tuple[str, float]]) -> float:
    """Quality by the most specific range that covers the format; 0 where none does."""
    names = (format_.media_type, *format_.aliases)
    found = (-1, 0.0)
    for media, quality in ranges:
        if media in names:
            rank = 2
        elif media.endswith("/*") and any(name.startswith(media[:-1]) for name in names) and media != "*/*":
            rank = 1
        elif media == "*/*":
            rank = 0
        else:
            continue
        found = max(found, (rank, quality))
    return found[1]
