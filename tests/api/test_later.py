"""What is put off is done soon, in order, once, and under the name of its request."""

from __future__ import annotations

import asyncio

from extractor_api.later import Later
from extractor_api.logs import REQUEST_ID


def test_what_is_put_off_is_done_in_order_with_the_context_that_it_had() -> None:
    done: list[tuple[int, str | None]] = []

    async def run() -> None:
        later = Later()
        for number in range(3):
            REQUEST_ID.set(f"r{number}")
            later.do(lambda number: done.append((number, REQUEST_ID.get())), number)
        assert done == []
        await asyncio.sleep(0.1)

    asyncio.run(run())
    assert done == [(0, "r0"), (1, "r1"), (2, "r2")]


def test_who_catches_up_does_it_once_and_later_work_is_still_done() -> None:
    done: list[int] = []

    async def run() -> None:
        later = Later()
        later.do(done.append, 1)
        later.catch_up()
        assert done == [1]
        later.do(done.append, 2)
        await asyncio.sleep(0.1)

    asyncio.run(run())
    assert done == [1, 2]
