"""Extension without a fork: event types, lexicon rows, actors and places in files of one's own."""

from __future__ import annotations

from extractor.extending.files import read_extension
from extractor.extending.structs import NO_EXTENSION, Extension

__all__ = ["NO_EXTENSION", "Extension", "read_extension"]
