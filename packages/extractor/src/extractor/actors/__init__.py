"""Actors: names, kinds, countries, and who a mention refers to."""
