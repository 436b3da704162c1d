"""HTML to words that know where in the source they stand."""

from __future__ import annotations

from extractor.text.html.reading import read_html

__all__ = ["read_html"]
