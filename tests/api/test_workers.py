"""Workers that die, hang or grow; a parent that dies; an extractor that can't be built."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.api.server import Server


def post(server: Server, text: str) -> httpx.Response:
    """Send one article."""
    with httpx.Client(verify=False, timeout=30) as client:
        return client.post(server.url + "/v1/extract", json={"text": text})


def value(server: Server, name: str) -> float:
    """A number of the service; 0 where there is none."""
    with httpx.Client(verify=False) as client:
        text = client.get(server.url + "/metrics").text
    return next((float(line.rsplit(" ", 1)[1]) for line in text.splitlines() if line.startswith(name)), 0.0)


def until(condition: Callable[[], bool], seconds: float = 5.0) -> None:
    """Wait until a condition holds."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if condition():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to hold")


@pytest.fixture(scope="module")
def one() -> Iterator[Server]:
    """One worker, a short deadline."""
    with Server(workers=1, deadline=0.6) as server:
        yield server


@pytest.fixture(scope="module")
def narrow() -> Iterator[Server]:
    """One worker that may not grow, room for two articles, a short wait."""
    with Server(workers=1, queue_items=2, max_articles=2, queue_wait=1, worker_memory=150_000_000) as server:
        yield server


def test_an_article_that_takes_too_long_is_stopped_and_the_next_one_read(one: Server) -> None:
    begin = time.monotonic()
    answer = post(one, "SLEEP 30")
    assert (answer.status_code, answer.json()["type"]) == (503, "/docs/problems#deadline-exceeded")
    assert answer.json()["limit"] == 0.6
    assert "retry-after" not in answer.headers
    assert time.monotonic() - begin < 2
    begin = time.monotonic()
    assert post(one, "They met.").status_code == 200
    assert time.monotonic() - begin < 1, "a worker is replaced in well under a second"


def test_an_article_whose_worker_dies_is_tried_once_more(one: Server, tmp_path: Path) -> None:
    answer = post(one, f"They met. CRASH-ONCE {tmp_path / 'mark'}")
    assert answer.status_code == 200
    assert (tmp_path / "mark").exists()


def test_an_article_that_kills_its_worker_twice_gets_a_problem_and_no_one_else_does(one: Server) -> None:
    answers: dict[str, httpx.Response] = {}

    def send(name: str, text: str) -> None:
        answers[name] = post(one, text)

    threads = [threading.Thread(target=send, args=(f"good{n}", "They met.")) for n in range(5)]
    threads.insert(2, threading.Thread(target=send, args=("bad", "CRASH")))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.pop("bad").json()["type"] == "/docs/problems#worker-crashed"
    assert {answer.status_code for answer in answers.values()} == {200}


def test_an_idle_worker_that_is_killed_is_replaced(one: Server) -> None:
    (before,) = one.workers()
    os.kill(before, signal.SIGKILL)
    until(lambda: one.workers() not in ([], [before]))
    assert post(one, "They met.").status_code == 200


def test_a_stopped_worker_does_not_stop_the_service(one: Server) -> None:
    """A frozen process neither answers nor dies; the deadline ends it."""
    (worker,) = one.workers()
    os.kill(worker, signal.SIGSTOP)
    assert post(one, "x" * 500_000).json()["type"] == "/docs/problems#deadline-exceeded"
    with httpx.Client(verify=False) as client:
        assert client.get(one.url + "/livez").status_code == 200
    assert post(one, "They met.").status_code == 200


def test_the_workers_parent_is_replaced(one: Server) -> None:
    (parent,) = (pid for pid in one.descendants() if pid not in one.workers())
    os.kill(parent, signal.SIGKILL)
    assert post(one, "They met.").status_code == 200, "the worker goes on meanwhile"
    until(lambda: value(one, 'newsact_worker_restarts_total{reason="parent"}') == 1)
    until(lambda: bool(one.descendants()))
    time.sleep(1.5)
    for _ in range(2):
        assert post(one, "CRASH").status_code == 500
    assert post(one, "They met.").status_code == 200, "the new parent forks workers"


def test_an_extractor_that_can_t_be_built_ends_the_service_with_the_reason() -> None:
    with Server(wait=False, factory="tests.api.fake:BrokenExtractor") as server:
        assert server.process.wait(20) == 3
        assert "no pipeline here" in server.log()


def test_a_stop_while_the_pipeline_is_loaded_leaves_no_trace_of_a_fault() -> None:
    with Server(wait=False, factory="tests.api.fake:SlowToLoad", workrs=3) as server:
        server.until("/livez")
        processes = server.descendants()
        assert server.stop() == 0
        until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))
        lines = [json.loads(line) for line in server.log().splitlines()]
    assert all(line["time"].endswith("+00:00") for line in lines), "no zone of the machine is to be guessed"
    assert [line["variable"] for line in lines if line["level"] != "INFO"] == ["EXTRACTOR_WORKRS"]


def test_nothing_is_left_behind_by_a_killed_service() -> None:
    with Server() as server:
        processes = server.descendants()
        server.process.kill()
        server.process.wait()
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))


def test_a_stop_lets_requests_finish_and_leaves_nothing_behind() -> None:
    with Server(workers=1) as server:
        processes = server.descendants()
        assert len(processes) == 2
        answers: list[httpx.Response] = []
        thread = threading.Thread(target=lambda: answers.append(post(server, "SLEEP 1 They met.")))
        thread.start()
        until(lambda: value(server, "newsact_queue_items") == 1)
        assert server.stop() == 0
        thread.join()
        assert [answer.status_code for answer in answers] == [200]
    until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes))


def test_a_worker_that_grows_is_replaced(narrow: Server) -> None:
    (before,) = narrow.workers()
    assert post(narrow, "They met. GROW").status_code == 200
    until(lambda: narrow.workers() not in ([], [before]))
    assert value(narrow, 'newsact_worker_restarts_total{reason="memory"}') == 1
    assert post(narrow, "They met.").status_code == 200


def test_a_client_that_leaves_frees_the_worker(narrow: Server) -> None:
    with pytest.raises(httpx.ReadTimeout), httpx.Client(verify=False, timeout=0.3) as client:
        client.post(narrow.url + "/v1/extract", json={"text": "SLEEP 20"})
    begin = time.monotonic()
    until(lambda: post(narrow, "They met.").status_code == 200)
    assert time.monotonic() - begin < 3
    assert value(narrow, 'newsact_worker_restarts_total{reason="abandoned"}') == 1


def test_health_does_not_fail_when_the_queue_is_full(narrow: Server) -> None:
    threads = [threading.Thread(target=post, args=(narrow, "SLEEP 0.8")) for _ in range(2)]
    for thread in threads:
        thread.start()
    until(lambda: value(narrow, "newsact_queue_items") == 2)
    full = post(narrow, "They met.")
    assert (full.status_code, full.json()["type"]) == (429, "/docs/problems#queue-full")
    assert 1 <= int(full.headers["retry-after"]) <= 30
    assert full.json()["retry_after"] == int(full.headers["retry-after"])
    with httpx.Client(verify=False) as other:
        assert other.get(narrow.url + "/livez").status_code == 200
        assert other.get(narrow.url + "/readyz").status_code == 200
    for thread in threads:
        thread.join()


def test_a_request_waits_no_longer_than_it_is_told(narrow: Server) -> None:
    thread = threading.Thread(target=post, args=(narrow, "SLEEP 3"))
    thread.start()
    until(lambda: value(narrow, "newsact_queue_items") == 1)
    begin = time.monotonic()
    answer = post(narrow, "They met.")
    assert (answer.status_code, answer.json()["type"]) == (503, "/docs/problems#queue-timeout")
    assert "retry-after" in answer.headers
    assert 0.9 < time.monotonic() - begin < 2.5
    thread.join()


def test_not_ready_before_the_workers_are_there() -> None:
    """Nor does it refuse another address than loopback when it is told to be open."""
    slow = {"factory": "tests.api.fake:SlowToLoad", "host": "0.0.0.0", "allow_open": True}
    with Server(wait=False, **slow) as server:
        server.until("/livez")
        with httpx.Client(base_url=server.url, verify=False) as client:
            for answer in (client.get("/readyz"), client.post("/v1/extract", json={"text": "x"})):
                assert (answer.status_code, answer.json()["type"]) == (503, "/docs/problems#not-ready")
                assert answer.headers["retry-after"] == "2"
        server.until("/readyz")
