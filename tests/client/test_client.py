"""The client against a running service, and against answers made by hand."""

from __future__ import annotations

import ast
import asyncio
import datetime as dt
import inspect
import json
import pickle
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest

import extractor_client
from extractor_client import (
    AccessDenied,
    Article,
    AsyncClient,
    BadAnswer,
    Client,
    ClientError,
    ErrorRecord,
    InvalidRequest,
    Problem,
    Record,
    Result,
    Retry,
    ServerFailed,
    TooLarge,
    Unavailable,
    Unreachable,
)
from extractor_client.wire import Cutter, Limits
from tests.api.server import Server

TEXT = "😀 Ministers met in Geneva. Jets struck Aleppo."


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    """A client of the running service."""
    with Client(server.url) as client:
        yield client


def numbered(count: int) -> Iterator[Article]:
    """Articles with ids from 0."""
    return (Article(text=f"They met {n} times.", id=str(n)) for n in range(count))


def kinds(records: list[Record]) -> list[str]:
    """Ids of results, and names of errors."""
    return [r.error.type if isinstance(r, ErrorRecord) else str(r.id) for r in records]


def test_one_article(client: Client) -> None:
    result = client.extract(Article(text=TEXT, id="a", published_at=dt.date(2026, 1, 26)))
    assert isinstance(result, Result)
    assert [event.type for event in result.events] == ["meeting", "strike"]
    trigger = result.events[0].mentions[0].trigger
    assert TEXT[trigger.start : trigger.end] == "met"
    assert result.published_at == dt.date(2026, 1, 26)


def test_options(client: Client) -> None:
    result = client.extract(
        Article(text=TEXT), types=["strike"], min_confidence=0.5, offsets="byte", language="fr"
    )
    (event,) = result.events
    trigger = event.mentions[0].trigger
    assert TEXT.encode()[trigger.start : trigger.end].decode() == "struck"
    assert result.language == "fr"


def test_a_date_time_keeps_its_offset(client: Client) -> None:
    moment = dt.datetime(2026, 1, 26, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert client.extract(Article(text="x", published_at=moment)).published_at == dt.date(2026, 1, 26)


def test_a_batch_holds_errors_in_their_places(client: Client) -> None:
    articles = [
        Article(text="They met.", id="1"),
        Article(text="x" * 2_001, id="2"),
        Article(text="FAIL", id="3"),
    ]
    records = client.extract_batch(articles)
    assert kinds(records) == ["1", "text_too_long", "extraction_failed"]
    assert [record.id for record in records] == ["1", "2", "3"]


def test_a_pipe_keeps_order_and_to_the_limits(client: Client) -> None:
    assert kinds(list(client.pipe(numbered(23)))) == [str(n) for n in range(23)]
    long = [Article(text="x" * n, id=str(n)) for n in (1_999, 1_999, 5_000, 10)]
    assert kinds(list(client.pipe(long))) == ["1999", "1999", "text_too_long", "10"]


def test_a_pipe_takes_in_no_more_than_it_needs(client: Client) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(text="They met.")

    records = client.pipe(endless(), batch_size=2, in_flight=2)
    next(records)
    records.close()  # type: ignore[attr-defined]
    assert taken <= 6


def test_what_the_service_says_of_itself(client: Client) -> None:
    info = client.info()
    assert (info.limits.max_articles, info.workers) == (5, 2)
    assert {each["name"] for each in client.ontology()["types"]} == {"meeting", "offer", "strike", "threat"}


def test_asyncio(server: Server) -> None:
    async def source() -> AsyncIterator[Article]:
        for article in numbered(12):
            yield article

    async def run() -> None:
        async with AsyncClient(server.url) as client:
            assert len((await client.extract(Article(text=TEXT))).events) == 2
            assert kinds(await client.extract_batch(list(numbered(3)))) == ["0", "1", "2"]
            assert kinds([record async for record in client.pipe(numbered(12))]) == [
                str(n) for n in range(12)
            ]
            assert kinds([record async for record in client.pipe(source())]) == [str(n) for n in range(12)]
            assert (await client.info()).workers == 2
            assert "types" in await client.ontology()
            with pytest.raises(TooLarge):
                await client.extract(Article(text="x" * 2_001))

    asyncio.run(run())


def test_both_clients_have_the_same_methods() -> None:
    def signatures(kind: type) -> dict[str, list[str]]:
        methods = inspect.getmembers(kind, inspect.isfunction)
        return {
            name: list(inspect.signature(m).parameters) for name, m in methods if not name.startswith("_")
        }

    assert signatures(Client) == signatures(AsyncClient)


def test_exceptions_name_what_is_wrong(client: Client) -> None:
    with pytest.raises(TooLarge) as caught:
        client.extract(Article(text="x" * 2_001))
    assert (caught.value.name, caught.value.limit, caught.value.value) == ("text-too-long", 2_000, 2_001)
    with pytest.raises(InvalidRequest) as wrong:
        client.extract(Article(text="x", language="English"))
    assert wrong.value.errors[0]["pointer"] == "/language"
    assert wrong.value.request_id
    with pytest.raises(InvalidRequest, match="min_confidence"):
        client.extract(Article(text="x"), min_confidence=3)
    with pytest.raises(ServerFailed):
        client.extract(Article(text="FAIL"))


def test_no_service_there() -> None:
    with (
        Client("http://127.0.0.1:9", retry=Retry(attempts=2, first=0.01)) as client,
        pytest.raises(Unreachable),
    ):
        client.extract(Article(text="x"))


GOOD = json.dumps(
    {
        "id": None, "language": "en", "published_at": None, "published_at_basis": None, "events": [], "skipped": [],
        "engine": {"version": "1", "pipeline": "p", "rules": "r"}, "schema_version": "1.0",
    }
)  # fmt: skip


def scripted(*answers: tuple[int, str, dict[str, str]] | Exception) -> tuple[Client, list[httpx.Request]]:
    """A client that gets these answers one after the other."""
    seen: list[httpx.Request] = []
    script = iter(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        what = next(script)
        if isinstance(what, Exception):
            raise what
        status, body, headers = what
        return httpx.Response(status, text=body, headers=headers)

    return Client("http://test", transport=httpx.MockTransport(answer), retry=Retry(first=0.001)), seen


def problem(name: str, status: int) -> str:
    """A problem document."""
    return json.dumps({"type": f"/docs/problems#{name}", "title": "t", "status": status})


@pytest.mark.parametrize(
    "failure",
    [
        (429, problem("queue-full", 429), {"retry-after": "0"}),
        (503, problem("not-ready", 503), {"retry-after": "0"}),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("cut off"),
    ],
)
def test_what_may_pass_is_tried_again(failure: Any) -> None:
    client, seen = scripted(failure, failure, (200, GOOD, {}))
    assert client.extract(Article(text="x")).events == ()
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((503, problem("deadline-exceeded", 503), {}), Unavailable),
        ((429, problem("rate-limited", 429), {"retry-after": "3600"}), Unavailable),
        ((401, problem("missing-key", 401), {}), AccessDenied),
        ((413, problem("text-too-long", 413), {}), TooLarge),
        ((422, problem("invalid-article", 422), {}), InvalidRequest),
        ((500, problem("worker-crashed", 500), {}), ServerFailed),
        ((502, "<html>proxy</html>", {}), BadAnswer),
        ((200, "<html>login</html>", {}), BadAnswer),
        ((200, "{}", {}), BadAnswer),
    ],
)
def test_what_would_not_pass_is_not_tried_again(answer: Any, kind: type[ClientError]) -> None:
    client, seen = scripted(answer)
    with pytest.raises(kind):
        client.extract(Article(text="x"))
    assert len(seen) == 1


def test_patience_has_an_end() -> None:
    client, seen = scripted(*[(429, problem("queue-full", 429), {"retry-after": "0"})] * 9)
    with pytest.raises(Unavailable):
        client.extract(Article(text="x"))
    assert len(seen) == 5


def test_retry_after_is_the_least_that_is_waited() -> None:
    overloaded = Unavailable.__new__(Unavailable)
    overloaded.retry_after = 2.0
    pauses = [Retry().pause(attempt, overloaded) for attempt in range(1, 5) for _ in range(20)]
    assert all(pause is not None and 2.0 <= pause <= 4.0 for pause in pauses)
    assert len(set(pauses)) > 20, "with jitter"


def test_the_key_is_sent() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(200, text=GOOD)

    Client("http://test", api_key="k", transport=httpx.MockTransport(answer)).extract(Article(text="x"))
    assert seen == ["Bearer k"]


def test_a_batch_that_lost_a_record_is_refused() -> None:
    client, _ = scripted((200, json.dumps({"results": [json.loads(GOOD)]}), {}))
    with pytest.raises(BadAnswer, match="1 records for 2 articles"):
        client.extract_batch(list(numbered(2)))


@pytest.mark.parametrize(
    ("lengths", "batches"),
    [
        ([], []),
        ([1], [[1]]),
        ([1, 1, 1, 1], [[1, 1, 1], [1]]),
        ([60, 60], [[60], [60]]),
        ([500, 1], [[500], [1]]),
        ([99, 1], [[99, 1]]),
    ],
)
def test_cutting(lengths: list[int], batches: list[list[int]]) -> None:
    limits = Limits(
        max_characters=50, max_articles=3, max_batch_characters=100, max_body=10_000, rate_limit=0
    )
    cutter = Cutter(limits, 20)
    found = [cutter.add(Article(text="x" * length)) for length in lengths] + [cutter.rest()]
    assert [[len(article.text) for article in batch] for batch in found if batch] == batches


def test_exported_names() -> None:
    tree = ast.parse(inspect.getsource(extractor_client))
    imported = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(extractor_client.__all__) == imported - {"annotations"}
    assert issubclass(Problem, ClientError)


def test_the_docstring_s_example_runs(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    example = inspect.getdoc(extractor_client) or ""
    lines = [line for line in example.splitlines() if line.startswith("    ")]
    code = "\n".join(line[4:] for line in lines).replace("http://127.0.0.1:8000", server.url)
    check: Callable[..., None] = exec
    names: dict[str, Any] = {"articles": list(numbered(3))}
    check(code, names)
    assert isinstance(names["result"], Result)
    assert names["record"].id == "2"


@pytest.mark.parametrize(
    "broken",
    [
        Article(text="They met \ud800 twice.", id="b"),
        Article(text="They met twice.", id="b", published_at="Friday"),  # type: ignore[arg-type]
        Article(text="They met twice.", id="b", published_at=5),  # type: ignore[arg-type]
        Article(text=None, id="b"),  # type: ignore[arg-type]
    ],
)
def test_an_article_that_can_t_be_sent_as_it_is_has_an_error_in_its_place(
    client: Client, broken: Article
) -> None:
    before, after = numbered(2)
    records = list(client.pipe([before, broken, after]))
    assert [isinstance(record, ErrorRecord) for record in records] == [False, True, False]
    with pytest.raises(InvalidRequest):
        client.extract(broken)


def test_a_day_as_text_is_read_by_the_service(client: Client) -> None:
    result = client.extract(Article(text=TEXT, published_at="2026-01-26"))  # type: ignore[arg-type]
    assert result.published_at == dt.date(2026, 1, 26)


def test_errors_travel_between_processes(client: Client) -> None:
    with pytest.raises(InvalidRequest) as caught:
        client.extract(Article(text=TEXT), types=("riot",))
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(error) is InvalidRequest
    assert (str(error), vars(error)) == (str(caught.value), vars(caught.value))
