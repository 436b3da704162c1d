"""Decisions: linear models over readable features, and what they accept."""
