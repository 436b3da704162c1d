"""A batch by several processes that is stopped, or that loses some of them, loses and doubles nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_batch import ROOT, article, records, wait_for_lines, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")

COUNT = 350
BAD = 7
"""Every seventh line can't be read: it gets its error without a worker."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    lines = [article(f"a{n}") if n % BAD else b"{" for n in range(COUNT)]
    return write(tmp_path / "in.jsonl", lines)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


class Batch:
    """The command with two workers, in a process group of its own, as a shell starts it."""

    def __init__(self, source: Path, out: Path, delay: float) -> None:
        code = f"from tests.cli.fake import main; main({delay})"
        command = [sys.executable, "-c", code, "batch", str(source), "-o", str(out), "--workers", "2"]
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)

    def workers(self) -> list[int]:
        """Its two workers, once they are there."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for _ in range(1000):
            found = [int(each) for each in children.read_text().split()]
            if len(found) == 2:
                return found
            time.sleep(0.01)
        raise AssertionError(f"no two workers: {found}")

    def end(self) -> str:
        """What it said. The pipe closes when the last process that could write into it has ended."""
        return self.process.communicate(timeout=30)[1].decode()


@pytest.fixture
def started(source: Path, out: Path) -> Iterator[Batch]:
    batch = Batch(source, out, delay=0.01)
    try:
        wait_for_lines(out, 1)
        yield batch
    finally:
        if batch.process.poll() is None:
            batch.process.kill()
            batch.end()


def are_gone(pids: list[int]) -> bool:
    """Whether all have ended, or soon do: a process closes its files a moment before it is gone."""
    deadline = time.monotonic() + 5
    while not all(is_gone(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def is_gone(pid: int) -> bool:
    """Ended, or ended and not yet taken in by whoever has it now."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def assert_complete(out: Path) -> None:
    found = [record["line"] if "error" in record else record["id"] for record in records(out)]
    assert found == [f"a{n}" if n % BAD else n + 1 for n in range(COUNT)]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_what_was_done_is_kept_no_process_stays_and_the_rest_is_done_later(
    started: Batch, source: Path, out: Path, number: signal.Signals, code: int
) -> None:
    workers = started.workers()
    assert len(workers) == 2
    started.process.send_signal(number)
    begin = time.monotonic()
    message = started.end()
    assert time.monotonic() - begin < 5
    assert started.process.returncode == code
    assert "Traceback" not in message
    assert are_gone(workers)
    stopped = out.read_bytes().count(b"\n")
    assert 0 < stopped < COUNT
    again = Batch(source, out, delay=0)
    assert f"{stopped} were there already" in again.end()
    assert again.process.returncode == 0
    assert_complete(out)


def test_ctrl_c_at_a_terminal_reaches_all_processes_and_ends_them_quietly(
    started: Batch, source: Path, out: Path
) -> None:
    workers = started.workers()
    os.killpg(started.process.pid, signal.SIGINT)
    assert started.end() == "extractor: stopped\n"
    assert started.process.returncode == 130
    assert are_gone(workers)
    again = Batch(source, out, delay=0)
    again.end()
    assert_complete(out)


@pytest.mark.parametrize("count", [1, 2])
def test_workers_that_are_killed_are_replaced_and_their_articles_are_read(
    started: Batch, out: Path, count: int
) -> None:
    before = started.workers()
    for worker in before[:count]:
        os.kill(worker, signal.SIGKILL)
    message = started.end()
    assert started.process.returncode == 0
    bad = len(range(0, COUNT, BAD))
    assert message == f"extractor: {COUNT - bad} results and {bad} errors written\n"
    assert_complete(out)


def test_a_batch_that_was_killed_twice_and_lost_workers_is_complete(source: Path, out: Path) -> None:
    for wanted in (1, 80):
        batch = Batch(source, out, delay=0.01)
        wait_for_lines(out, wanted)
        os.kill(batch.workers()[0], signal.SIGKILL)
        time.sleep(0.1)
        batch.process.kill()
        batch.end()
    last = Batch(source, out, delay=0)
    last.end()
    assert last.process.returncode == 0
    assert_complete(out)
