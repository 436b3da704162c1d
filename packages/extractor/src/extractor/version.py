"""Versions that stand in every result."""

from __future__ import annotations

__all__ = ["RULES", "VERSION"]

VERSION = "0.1.0"
RULES = "2026.11.22"
