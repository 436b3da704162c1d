"""Several processes give what one gives."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from threadpoolctl import threadpool_info, threadpool_limits

from extractor.cli import building
from extractor_schema import Article
from tests.cli.fake import FakeExtractor

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ["Jets struck Raqqa.", "boom", "Nothing.", "struck struck"] * 6


class Dies(FakeExtractor):
    """A worker that is killed, as the system kills one that takes too much memory."""

    def extract(self, article):
        if article.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(article)


class DiesOnce(FakeExtractor):
    """A worker that is killed by chance: at the second try all is well."""

    def __init__(self, flag):
        super().__init__()
        self.flag = flag

    def extract(self, article):
        if article.text == "die" and not self.flag.exists():
            self.flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(article)


class Slow(FakeExtractor):
    """Workers that are still busy when the stream ends."""

    def extract(self, article):
        time.sleep(0.001)
        return super().extract(article)


def named(texts):
    return [Article(id=str(n), text=text) for n, text in enumerate(texts)]


def test_records_are_those_of_one_process_in_order():
    articles = named(TEXTS * 10)
    assert list(FakeExtractor().pipe(articles, workers=2)) == list(FakeExtractor().pipe(articles))


def test_the_last_groups_are_cut_up_for_all_workers(monkeypatch):
    handed = []
    send = Connection.send
    monkeypatch.setattr(Connection, "send", lambda self, task: handed.append(len(task)) or send(self, task))
    articles = named(["struck"] * 960)
    assert list(Slow().pipe(articles, workers=2)) == list(FakeExtractor().pipe(articles))
    assert handed[0] == max(handed)
    assert handed[-1] <= handed[0] / 4
    assert sum(handed) == 960


def test_articles_are_not_read_far_ahead():
    taken = []

    def articles():
        for n in range(10_000):
            taken.append(n)
            yield Article(text="x", id=str(n))

    records = FakeExtractor().pipe(articles(), workers=2)
    assert next(records).id == "0"
    assert len(taken) < 600
    records.close()


def test_an_article_that_kills_its_process_twice_is_an_error_and_the_others_are_read():
    records = list(Dies().pipe(named(["struck", "die", "struck struck", "boom"]), workers=2))
    assert [record.id for record in records] == ["0", "1", "2", "3"]
    assert "died twice" in str(records[1].error)
    assert [len(records[n].events) for n in (0, 2)] == [1, 2]


def test_an_article_whose_process_is_killed_once_is_read(tmp_path):
    records = list(DiesOnce(tmp_path / "flag").pipe(named(["struck", "die struck", "die"]), workers=2))
    assert [len(record.events) for record in records] == [1, 1, 0]


def test_a_stream_that_is_left_leaves_no_process_behind():
    before = len(multiprocessing.active_children())
    records = FakeExtractor().pipe(named(TEXTS * 20), workers=2)
    next(records)
    records.close()
    assert len(multiprocessing.active_children()) == before


def test_numpy_has_its_threads_back_when_the_stream_ends():
    def threads():
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    with threadpool_limits(limits=3, user_api="blas"):
        before = threads()
        records = FakeExtractor().pipe(named(TEXTS * 20), workers=2)
        next(records)
        assert set(threads()) == {1}
        records.close()
        assert threads() == before


def test_a_batch_goes_on_after_an_article_that_kills_its_process(cli, tmp_path, monkeypatch):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "Jets struck."}\n{"text": "die"}\n{"text": "struck"}\n')
    monkeypatch.setattr(building, "build_extractor", Dies)
    done = cli("batch", source, "-o", out, "--workers", "2")
    assert "2 results and 1 errors" in done.stderr
    assert out.read_bytes().count(b"\n") == 3


def test_workers_do_not_outlive_a_killed_parent(tmp_path):
    code = (
        "from tests.cli.test_pool import *\n"
        "def slow():\n"
        "    for n in range(100_000): yield Article(text='x')\n"
        "if __name__ == '__main__':\n"
        "    import multiprocessing\n"
        "    records = FakeExtractor().pipe(slow(), workers=2)\n"
        "    next(records)\n"
        "    print(multiprocessing.active_children()[0].pid, flush=True)\n"
        "    import time; time.sleep(60)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment)
    worker = int(parent.stdout.readline())
    assert Path(f"/proc/{worker}").exists() or sys.platform != "linux"
    parent.kill()
    parent.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if (
            Path(f"/proc/{worker}/stat").exists()
            and Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z"
        ):
            return
        time.sleep(0.05)
    raise AssertionError("the worker goes on without its parent")


def test_batch_with_two_workers_is_the_batch_with_one(cli, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"id": "a", "text": "US jets struck Raqqa on Tuesday.", "published_at": "2026-01-26"}\n'
        "{\n"
        '{"id": "b", "text": "Envoys met in Oslo."}\n'
    )
    outs = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for workers, out in enumerate(outs, 1):
        done = cli("batch", source, "-o", out, "--workers", str(workers))
        assert done.exit_code == 0, done.stderr
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert outs[0].read_bytes().count(b"\n") == 3
