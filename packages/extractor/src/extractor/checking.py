"""Runs the example sentences of rows of one's own."""

from __future__ import annotations

import re

import msgspec

from extractor.pipeline import Extractor
from extractor.triggers.lexicon import Row
from extractor.trying import Match, Trial, try_sentence

__all__ = ["Check", "Fault", "check_examples"]

_BRACKETS = re.compile(r"\[([^\[\]]+)\]")


class Fault(msgspec.Struct, frozen=True):
    """An example that is not read as its row says."""

    file: str
    line: int | None
    row: str
    sentence: str
    reason: str


class Check(msgspec.Struct, frozen=True):
    """What came of the examples of an extractor's extensions."""

    rows: int
    examples: int
    counterexamples: int
    faults: tuple[Fault, ...]
    bare: tuple[str, ...]
    """Ids of rows without an example."""


def check_examples(extractor: Extractor) -> Check:
    """Read every example of the extractor's extensions.

    The words in brackets of a `yes` sentence must be matched by the row, and be an event of its type. A `no`
    sentence must hold no event of the type.
    """
    rows = extractor.extension.rows
    faults = [
        _fault(extractor, row, sentence, reason)
        for row in rows
        for sentence in (*row.yes, *row.no)
        if (reason := _wrong(extractor, row, sentence)) is not None
    ]
    return Check(
        rows=len(rows),
        examples=sum(len(row.yes) for row in rows),
        counterexamples=sum(len(row.no) for row in rows),
        faults=tuple(faults),
        bare=tuple(row.id for row in rows if not row.yes),
    )


def _fault(extractor: Extractor, row: Row, sentence: str, reason: str) -> Fault:
    file, line = extractor.extension.origins[row.id, sentence]
    return Fault(file, line, row.id, sentence, reason)


def _wrong(extractor: Extractor, row: Row, sentence: str) -> str | None:
    """Why a sentence is not read as the row says, None where it is."""
    marked = _BRACKETS.search(sentence)
    if marked is None:
        trial = try_sentence(extractor, sentence)
        found = next((m for m in trial.matches if m.accepted and m.type == row.type), None)
        return None if found is None else f"is an event: {_decided(found)}"
    text = sentence[: marked.start()] + marked[1] + sentence[marked.end() :]
    start, end = marked.start(), marked.start() + len(marked[1])
    return _missing(try_sentence(extractor, text), row, start, end)


def _missing(trial: Trial, row: Row, start: int, end: int) -> str | None:
    here = [m for m in trial.matches if m.start < end and m.end > start]
    own = next((m for m in here if m.row == row.id), None)
    if own is not None and (own.start, own.end) != (start, end):
        return f"the trigger is {own.trigger!r}, not {trial.text[start:end]!r}"
    if own is not None and own.accepted:
        return None
    taken = next((m for m in here if m.accepted), None)
    if own is not None:
        instead = f"; it is taken as {_decided(taken)}" if taken else ""
        return f"matches, but is no event: {_decided(own)}{instead}"
    miss = next((m for m in trial.misses if m.row == row.id and start <= m.start < end), None)
    if miss is not None:
        return f"does not match: {miss.reason}"
    return f"does not match: no pattern of the row has the word {trial.text[start:end]!r}"


def _decided(match: Match) -> str:
    weighed = ", ".join(f"{reason.feature} {reason.weight:+.2g}" for reason in match.reasons)
    return f"{match.trigger!r} by {match.row}, probability {match.probability:.2f} ({weighed})"
