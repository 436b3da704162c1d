"""Several processes give what one gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from extractor.cli import building
from extractor.cli.pool import pooled
from extractor.config import Config
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


def test_records_are_those_of_one_process_in_order():
    articles = [Article(id=str(n), text=text) for n, text in enumerate(TEXTS)]
    assert list(pooled(FakeExtractor, Config(), articles, 2)) == list(FakeExtractor().pipe(articles))


def test_articles_are_not_read_far_ahead():
    taken = []

    def articles():
        for n in range(1000):
            taken.append(n)
            yield Article(text="x", id=str(n))

    records = pooled(FakeExtractor, Config(), articles(), 2)
    assert next(records).id == "0"
    assert len(taken) <= 10
    records.close()


def test_a_process_that_dies_is_told():
    with pytest.raises(BrokenProcessPool):
        list(pooled(Dies, Config(), [Article(text="die")], 1))


def test_a_batch_whose_worker_dies_says_so_and_goes_on_later(cli, tmp_path, monkeypatch):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "Jets struck."}\n{"text": "die"}\n')
    monkeypatch.setattr(building, "build_extractor", Dies)
    done = cli("batch", source, "-o", out, "--workers", "2")
    assert done.exit_code == 6
    assert "a worker process died" in done.stderr
    monkeypatch.setattr(building, "build_extractor", FakeExtractor)
    assert cli("batch", source, "-o", out, "--workers", "2").exit_code == 0
    assert out.read_bytes().count(b"\n") == 2


def test_workers_do_not_outlive_a_killed_parent(tmp_path):
    code = (
        "from tests.cli.test_pool import *\n"
        "def slow():\n"
        "    for n in range(100_000): yield Article(text='x')\n"
        "if __name__ == '__main__':\n"
        "    import multiprocessing\n"
        "    records = pooled(FakeExtractor, Config(), slow(), 1)\n"
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
