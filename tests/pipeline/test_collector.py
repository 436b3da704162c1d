"""The collector of garbage rests while articles are read, and is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from extractor import Article, Extractor
from extractor.errors import TextTooLong


@pytest.fixture
def runs() -> Iterator[list[int]]:
    """The generations that are collected."""
    found: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            found.append(info["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


ARTICLES = [
    Article(text=f"Rebels shelled {town} on Friday, and envoys met in Oslo.") for town in ("Homs", "Hama")
]


def test_nothing_is_collected_while_articles_are_read(extractor: Extractor, runs: list[int]) -> None:
    gc.collect()
    runs.clear()
    extractor.extract_all(ARTICLES * 20)
    assert len(runs) <= 1  # the one that was due all the time
    assert gc.isenabled()


def test_it_goes_on_after_an_error(extractor: Extractor) -> None:
    with pytest.raises(TextTooLong):
        extractor.extract(Article(text="word " * 1_000_000))
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off(extractor: Extractor) -> None:
    gc.disable()
    try:
        extractor.extract(ARTICLES[0])
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_no_cycles(extractor: Extractor) -> None:
    extractor.extract_all(ARTICLES * 4)
    gc.collect()
    extractor.extract_all(ARTICLES * 4)
    assert gc.collect() < 200
