"""Mends sentences that put a part in front, "It was Oman that offered aid", and two objects that the parser
takes for a clause, "made Oman an offer".
"""

from __future__ import annotations

from extractor.frames.columns import PARTIES, has_subject
from extractor.frames.senses import lemma_set

__all__ = ["join_cleft", "part_recipients"]

_RELATIVE = frozenset({"that", "which", "who"})
_HANGING = frozenset({"advcl", "ccomp"})
_GIVING = frozenset({"give", "hand", "make", "send"})
_GIVEN = lemma_set("given_words")


def join_cleft(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make a relative clause of what is told of somebody put in front: "It was Oman that offered aid"."""
    for it, (word, dep) in enumerate(zip(words, deps, strict=True)):
        be = heads[it]
        if word.lower() != "it" or dep != "nsubj" or lemmas[be] != "be":
            continue
        front = [k for k, head in enumerate(heads) if head == be and deps[k] == "attr" and tags[k] in PARTIES]
        if not front:
            continue
        for who in range(front[-1] + 1, len(words)):
            verb = heads[who]
            if words[who] not in _RELATIVE or deps[who] not in ("mark", "nsubj", "nsubjpass"):
                continue
            if (
                deps[verb] in _HANGING
                and heads[verb] == be
                and not (deps[who] == "mark" and has_subject(deps, heads, verb))
            ):
                deps[who] = "nsubj" if deps[who] == "mark" else deps[who]
                heads[verb], deps[verb] = front[-1], "relcl"


def part_recipients(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make two objects of what the parser takes for a clause without a verb: "made Oman an offer", "gave the
    rebels an ultimatum".
    """
    for noun, dep in enumerate(deps):
        verb = heads[noun]
        if dep != "ccomp" or tags[noun] != "NN" or lemmas[verb] not in _GIVING or lemmas[noun] not in _GIVEN:
            continue
        for k in range(verb + 1, noun):
            if heads[k] == noun and deps[k] == "nsubj":
                heads[k], deps[k] = verb, "dative"
                deps[noun] = "dobj"
