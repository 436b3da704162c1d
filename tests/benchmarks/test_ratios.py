"""Speed as ratios within one run: they guard against slow-downs on any machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import extractor as extractor_package
from extractor.config import DEFAULT_PIPELINE, Config
from extractor.text import sentences
from extractor_schema import Article

pytestmark = pytest.mark.skipif(
    "coverage" in sys.modules, reason="measuring coverage slows down our code alone"
)

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def seconds(work: Callable[[], object]) -> float:
    """The fastest of three runs: noise only ever adds."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [Article(text=path.read_text("utf-8"), id=path.stem) for path in SEEDS]


@pytest.fixture(scope="module")
def plain() -> Iterator[Any]:
    spacy = pytest.importorskip("spacy")
    yield spacy.load(DEFAULT_PIPELINE)


@pytest.mark.slow
def test_reading_is_faster_than_the_plain_pipeline(
    extractor: Any, plain: Any, articles: list[Article]
) -> None:
    ours = seconds(lambda: list(extractor.pipe(articles)))
    theirs = seconds(lambda: list(plain.pipe(article.text for article in articles)))
    assert theirs / ours > 1.5


def calls(work: Callable[[], object]) -> int:
    """How many functions of the extractor are called (or generators taken up again): a machine does not count
    more of them than another, and noise adds none.
    """
    own = str(Path(extractor_package.__file__).parent)
    ours: dict[CodeType, bool] = {}
    count = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        if event == "call":
            code = frame.f_code
            if code not in ours:
                ours[code] = code.co_filename.startswith(own)
            count += ours[code]

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_our_own_stages_do_not_call_more_and_more_functions(extractor: Any, articles: list[Article]) -> None:
    """42 calls a word when this was last counted, of texts that have been read before: so it does not matter
    which tests ran first. With nothing in the caches they are 46.
    """
    words = sum(len(article.text.split()) for article in articles)
    list(extractor.pipe(articles))
    assert 5 < calls(lambda: list(extractor.pipe(articles))) / words < 43


@pytest.mark.slow
def test_the_screen_saves_time(extractor: Any, articles: list[Article]) -> None:
    from extractor import Extractor

    whole = Extractor(Config(screen=False))
    times = [  # in turns: a machine may be slow for a while
        (seconds(lambda: list(whole.pipe(articles))), seconds(lambda: list(extractor.pipe(articles))))
        for _ in range(4)
    ]
    assert min(everything for everything, _ in times) > 1.15 * min(screened for _, screened in times)


@pytest.mark.slow
def test_time_grows_with_the_length_and_not_faster(extractor: Any, articles: list[Article]) -> None:
    words = " ".join(article.text for article in articles).split(" ")
    short = Article(text=" ".join(words[:800]), language="en")
    long = Article(text=" ".join(words[:800] * 8), language="en")
    assert seconds(lambda: extractor.extract(long)) < 8 * 3 * seconds(lambda: extractor.extract(short))


def test_looking_at_a_sentence_costs_little_beside_cutting_it(
    extractor: Any, articles: list[Article]
) -> None:
    text = "\n".join(article.text for article in articles)
    cut = [text[a:b] for a, b in sentences(text, 0, len(text))]
    passes = extractor._lexicon.screen.passes
    assert seconds(lambda: [passes(s) for s in cut]) < 6 * seconds(lambda: sentences(text, 0, len(text)))
