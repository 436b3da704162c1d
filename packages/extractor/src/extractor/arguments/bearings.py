"""What the words of a sentence leave a phrase to be to an event, and who can be something to it."""

from __future__ import annotations

from typing import Literal

from extractor.evidence import Mention

__all__ = ["ACTING", "Bearing", "can_act", "kind_of"]

Bearing = Literal["out", "bears", "does", "spared", "answers", "hears", "mediates", "meets"]
"""Of a phrase that is something to an event:

- `out` only tells of it, judges it or looks into it ("his aide said Holm would meet Lee", "Oslo condemned
  the attack");
- to one that `bears` it is done ("survived the attack", "hit a landmine");
- one that `does` is said to have done it ("blamed the attack on X");
- to one `spared` it is not done ("Mali hit the rebels in retaliation for the attack", "others were
  kidnapped");
- one that `answers` to it has not done it (Mali there);
- one that `hears` an offer or a threat judges it, and so has not made it;
- one that `mediates` brings those together who meet, or hands on the offer of others;
- one that `meets` takes part in a meeting by the words beside it ("talks on a pact with Oman").
"""
ACTING = frozenset({"person", "group", "organization", "country"})
"""Kinds of those who can do something."""


def can_act(mention: Mention, head: int) -> bool:
    """Whether a phrase is somebody who can do something: no weapon and no fire."""
    return kind_of(mention, head) in ACTING


def kind_of(mention: Mention, head: int) -> str:
    """The kind of whom or what a phrase stands for."""
    referent = mention.sentence.referents.get(head)
    return "other" if referent is None else referent.kind
