"""All spans of a result, for tests of offsets."""

from __future__ import annotations

from collections.abc import Iterator

from extractor_schema import Event, Result, Span

__all__ = ["check_offsets", "spans_of"]


def spans_of(event: Event) -> Iterator[Span]:
    """Every span that an event holds."""
    for mention in event.mentions:
        yield mention.trigger
        yield mention.sentence
    yield from (actor.span for actor in event.actors)
    yield from (place.span for place in event.places)
    if event.date is not None:
        yield event.date.span
    if event.content is not None:
        yield event.content
    if event.attribution is not None:
        yield event.attribution.span


def check_offsets(result: Result, text: str) -> None:
    """Assert that each span names its slice of the text, and that triggers stand in their sentences."""
    for event in result.events:
        for span in spans_of(event):
            assert 0 <= span.start < span.end <= len(text), f"{span}"
            assert text[span.start : span.end] == span.text, f"{span}"
        for mention in event.mentions:
            assert mention.sentence.start <= mention.trigger.start, f"{mention}"
            assert mention.trigger.end <= mention.sentence.end, f"{mention}"
    for skipped in result.skipped:
        assert 0 <= skipped.start < skipped.end <= len(text), f"{skipped}"
