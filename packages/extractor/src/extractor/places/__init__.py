"""Places: finds the names of places in a text, and says which place of the world a name means.

Usable alone:

>>> from extractor.places import PlaceGrounder
>>> grounder = PlaceGrounder()
>>> text = "A car bomb went off in Tripoli, in northern Lebanon, near the Syrian border."
>>> place = grounder.resolve("Tripoli", context=grounder.context(grounder.find(text)))
>>> place.country
'LBN'
"""

from __future__ import annotations

from .context import PlaceContext
from .folding import fold
from .gazetteer import Gazetteer
from .grounder import PlaceGrounder
from .own import OwnGazetteer
from .structs import TOWNS, NamedPlace, PlaceEntry, PlaceKind, Toponym
from .words import load_guard_words

__all__ = [
    "TOWNS",
    "Gazetteer",
    "NamedPlace",
    "OwnGazetteer",
    "PlaceContext",
    "PlaceEntry",
    "PlaceGrounder",
    "PlaceKind",
    "Toponym",
    "fold",
    "load_guard_words",
]
