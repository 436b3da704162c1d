"""The stream of `make endurance` is what it says: ever new, the same each time, with events."""

from __future__ import annotations

import gc
import mmap
import os
import re
import sys

import pytest

from tools import endurance

NAME = re.compile(r"\b[A-Z][a-z]{4,}\b|\d+")
ORDINARY = set(NAME.findall(" ".join((*endurance.ORDINARY, *endurance.EVENTS))))


def test_no_name_and_no_number_comes_twice_and_each_run_has_the_same():
    texts = [article.text for article in endurance.articles(5_000)]
    found = [word for text in texts for word in NAME.findall(text) if word not in ORDINARY]
    assert len(found) == len(set(found)) == 3 * len(texts)
    assert texts == [article.text for article in endurance.articles(5_000)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_memory_that_is_taken_is_seen():
    gc.collect()  # or what other tests have left is given back in between
    before = endurance.memory(os.getpid())
    taken = mmap.mmap(-1, 50_000_000)  # pages of its own, whatever the heap has left
    for page in range(0, len(taken), mmap.PAGESIZE):
        taken[page] = 1
    after = endurance.memory(os.getpid())
    assert 40 < after.main - before.main < 60
    assert 40 < after.all - before.all < 60
    assert len(taken) == 50_000_000
