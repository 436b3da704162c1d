"""The queue's bounds and its fairness, without processes."""

from __future__ import annotations

import pytest

from extractor_api.contract import Options
from extractor_api.problems import ProblemError
from extractor_api.workers.queue import Job, Outcome, Pending, Queue
from extractor_api.workers.wire import Done, Frames, Task, frame
from extractor_schema.wire import WireArticle

DONE = Done(b"", {}, 0.0, 0)


def job(name: str, *texts: str, outcomes: list[Outcome] | None = None) -> Job:
    """A request of a few articles."""
    seen = [] if outcomes is None else outcomes
    tasks = (Task(WireArticle(text=text, id=f"{name}{n}"), Options(), "json") for n, text in enumerate(texts))
    return Job([Pending(task, 0.0, seen.append) for task in tasks])


def taken(queue: Queue) -> list[str | None]:
    """Ids of everything that waits, in the order in which it would run."""
    ids = []
    while (pending := queue.take()) is not None:
        ids.append(pending.task.article.id)
    return ids


def test_requests_take_turns() -> None:
    queue = Queue(100, 100)
    for each in (job("a", "x", "x", "x"), job("b", "x"), job("c", "x", "x")):
        queue.put(each)
    assert taken(queue) == ["a0", "b0", "c0", "a1", "c1", "a2"]


def test_what_lost_its_worker_comes_first() -> None:
    queue = Queue(100, 100)
    queue.put(job("a", "x", "x"))
    first = queue.take()
    assert first is not None
    queue.put(job("b", "x"))
    queue.put_back(first)
    assert taken(queue) == ["a0", "a1", "b0"]


@pytest.mark.parametrize(
    ("items", "characters", "fits"), [(1, 10, True), (2, 1, True), (3, 1, False), (1, 11, False)]
)
def test_both_bounds_hold_for_what_waits_and_what_runs(items: int, characters: int, fits: bool) -> None:
    queue = Queue(3, 15)
    queue.put(job("a", "12345"))
    queue.take()
    assert queue.fits(items, characters) is fits


def test_an_outcome_makes_room_once() -> None:
    queue = Queue(1, 5)
    outcomes: list[Outcome] = []
    queue.put(job("a", "12345", outcomes=outcomes))
    pending = queue.take()
    assert pending is not None
    assert not queue.fits(1, 1)
    queue.settle(pending, DONE)
    queue.settle(pending, ProblemError("worker-crashed"))
    assert outcomes == [DONE]
    assert (queue.items, queue.characters) == (0, 0)


def test_what_is_withdrawn_is_not_run() -> None:
    queue = Queue(10, 100)
    first = job("a", "x", "x", "x")
    queue.put(first)
    queue.put(job("b", "x"))
    assert queue.take() is not None
    assert [pending.task.article.id for pending in queue.withdraw(first)] == ["a1", "a2"]
    assert taken(queue) == ["b0"]


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_messages_are_cut_wherever_the_bytes_are(size: int) -> None:
    messages = [Done(b"x" * n, {}, 0.0, n) for n in (0, 1, 300)]
    data = b"".join(frame(message) for message in messages)
    frames = Frames()
    found = [f for at in range(0, len(data), size) for f in frames.feed(data[at : at + size])]
    assert [len(each) for each in found] == [len(frame(message)) - 4 for message in messages]
