"""The service in a process of its own, at a free port of the loopback address."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

import httpx

__all__ = ["FAKE", "Server"]

ROOT = Path(__file__).resolve().parents[2]
FAKE = "tests.api.fake:FakeExtractor"


class Server:
    """`with Server(queue_items=5) as server: httpx.get(server.url + "/livez")`. Settings are by name."""

    def __init__(self, *, wait: bool = True, **settings: object) -> None:
        given = {"factory": FAKE, "workers": 2, **settings}
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._wait = wait
        paths = [str(ROOT), *(entry for entry in sys.path if entry)]
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(paths),
            "PORT": str(self.port),
            **{f"EXTRACTOR_{name.upper()}": str(value) for name, value in given.items()},
        }
        self._log = tempfile.NamedTemporaryFile("w+b", suffix=".log")  # noqa: SIM115

    def __enter__(self) -> Server:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "extractor_api"], env=self._environment, cwd=ROOT, stderr=self._log
        )
        if self._wait:
            try:
                self.until("/readyz")
            except BaseException:
                self.process.kill()  # `__exit__` is not called; the other processes end with this one
                self.process.wait()
                raise
        return self

    def until(self, path: str, seconds: float = 60.0) -> None:
        """Wait until `path` answers 200. Fails with the log where it does not."""
        limit = time.monotonic() + seconds
        with httpx.Client(verify=False) as client:
            while time.monotonic() < limit and self.process.poll() is None:
                with contextlib.suppress(httpx.TransportError):
                    if client.get(self.url + path).status_code == 200:
                        return
                time.sleep(0.05)
        raise AssertionError(f"{path} does not answer 200; the log:\n{self.log()[-4000:]}")

    def log(self) -> str:
        """What the process has logged so far. A line is written a moment after its answer."""
        time.sleep(0.1)
        return Path(self._log.name).read_text()

    def descendants(self, parent: int | None = None) -> list[int]:
        """Process ids below the service: the workers' parent, and the workers."""
        found: list[int] = []
        for child in _children(parent or self.process.pid):
            found += [child, *self.descendants(child)]
        return found

    def workers(self) -> list[int]:
        """Process ids of the workers."""
        return [worker for parent in _children(self.process.pid) for worker in _children(parent)]

    def stop(self) -> int:
        """Ask it to stop; returns the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(40)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.stop()
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self._log.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(part) for part in path.read_text().split()] if path.exists() else []
