"""Bodies as structs: bounded in memory and in time, whatever they hold."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from collections.abc import Callable

import msgspec
import pytest

from extractor_api.decoding import JSON_TYPE, MSGPACK_TYPES, Decoder, to_options
from extractor_api.problems import ProblemError
from extractor_api.service import aside

MANY = 500_000


def articles(decoder: Decoder, data: bytes) -> list[bytes]:
    """The articles' bytes."""
    return [bytes(item) for item in decoder.articles(data)]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b'{"articles": [{"text": "\\ud800"}, {"text": "a"}, 3, 4]}', "articles: 4, the limit is 3"),
        (b'{"articles": [{"text": "\\ud800"}], "more": 1}', "half of a surrogate pair"),
        (b'["\\ud800"]', "got `array`"),
        (b'{"articles": [{"text": "\\ud800"}', "truncated"),
    ],
)
def test_half_of_a_surrogate_pair_hides_no_other_fault(body: bytes, says: str) -> None:
    with pytest.raises(ProblemError, match=says):
        Decoder(JSON_TYPE, 3).articles(body)


def test_a_byte_order_mark_is_passed_over() -> None:
    mark = "\ufeff".encode()
    assert Decoder().article(mark + b'{"text": "a"}').text == "a"
    assert articles(Decoder(JSON_TYPE, 3), mark + b'{"articles": [1]}') == [b"1"]
    assert len(articles(Decoder(JSON_TYPE, 3), mark + b'{"articles": ["\\ud800"]}')) == 1
    with pytest.raises(ProblemError, match="UTF-16, where JSON is UTF-8"):
        Decoder().article('{"text": "a"}'.encode("utf-16"))


def test_articles_of_a_batch_stay_as_they_were_sent() -> None:
    decoder = Decoder(JSON_TYPE, 3)
    assert articles(decoder, b'{"articles": [{"text": "a"}, null, [1, 2]]}') == [
        b'{"text": "a"}',
        b"null",
        b"[1, 2]",
    ]
    packed = msgspec.msgpack.encode({"articles": [1, "a"]})
    assert articles(Decoder(MSGPACK_TYPES[0], 3), packed) == [b"\x01", b"\xa1a"]


@pytest.mark.parametrize(
    ("media_type", "encode"), [(JSON_TYPE, msgspec.json.encode), (MSGPACK_TYPES[0], msgspec.msgpack.encode)]
)
def test_too_many_are_counted(media_type: str, encode: Callable[[object], bytes]) -> None:
    decoder = Decoder(media_type, 3)
    with pytest.raises(ProblemError) as caught:
        decoder.articles(encode({"articles": [1] * 7}))
    assert (caught.value.name, caught.value.problem.limit, caught.value.problem.value) == (
        "too-many-articles",
        3,
        7,
    )


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        (JSON_TYPE, b'{"articles": [' + b"1," * MANY + b"1]}"),
        (MSGPACK_TYPES[0], msgspec.msgpack.encode({"articles": [1] * MANY})),
    ],
    ids=["json", "msgpack"],
)
def test_millions_of_articles_take_no_memory(media_type: str, data: bytes) -> None:
    decoder = Decoder(media_type, 100)
    tracemalloc.start()
    try:
        with pytest.raises(ProblemError, match="too-many-articles"):
            decoder.articles(data)
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'{"id": "a", "text": 5}', "a"),
        (b'{"text": "x", "id": "a", "more": [' + b"1," * MANY + b"1]}", "a"),
        (b'{"id": 5}', None),
        (b'{"id": "\\ud800"}', None),
        (b'{"id": "a", cut', None),
        (b"[]", None),
        (b"{}", None),
    ],
)
def test_the_id_of_a_broken_article(data: bytes, name: str | None) -> None:
    tracemalloc.start()
    try:
        assert Decoder().id_of(data) == name
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()


def test_the_loop_goes_on_while_a_large_body_is_decoded() -> None:
    async def turns(size: int) -> int:
        count, done = 0, False

        async def count_turns() -> None:
            nonlocal count
            while not done:
                count += 1
                await asyncio.sleep(0)

        counting = asyncio.ensure_future(count_turns())
        await aside(lambda data: time.sleep(0.05), bytes(size))
        done = True
        await counting
        return count

    assert asyncio.run(turns(1_000_000)) > 5
    assert asyncio.run(turns(1_000)) <= 5, "a small body is not worth a thread"


@pytest.mark.parametrize(
    ("read", "says"),
    [
        (
            lambda: Decoder().article(b'{"text": "a", "content_type": "text/html; charset=utf-8"}'),
            "/content_type: Invalid enum value 'text/html; charset=utf-8', where text/plain, text/markdown, ",
        ),
        (lambda: Decoder().article(b'{"text": "a", "language": "EN"}'), "an ISO 639-1 code such as `en`"),
        (lambda: to_options(b"language=en-GB", ()), "an ISO 639-1 code such as `en`"),
        (lambda: to_options(b"offsets=utf8", ()), "'utf8', where codepoint, utf16, byte are known"),
    ],
)
def test_a_value_of_another_form_is_told_which_forms_there_are(read: Callable[[], object], says: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read()
    assert says in str(caught.value.problem.detail)
