"""Handles of the processes, on the side of the service."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable

import msgspec

from extractor_api.workers.queue import Pending
from extractor_api.workers.wire import Boot, Done, Failed, Frames, FromParent, FromWorker, Hello, frame

__all__ = ["Parent", "Worker"]

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)


class Worker(asyncio.Protocol):
    """One worker. Its callbacks get the worker and the message; `on_lost` comes once, when it has gone."""

    def __init__(
        self,
        *,
        on_ready: Callable[[Worker], None],
        on_outcome: Callable[[Worker, Done | Failed], None],
        on_lost: Callable[[Worker], None],
    ) -> None:
        self._on_ready, self._on_outcome, self._on_lost = on_ready, on_outcome, on_lost
        self._frames = Frames()
        self._decoder = msgspec.msgpack.Decoder(FromWorker)
        self._transport: asyncio.Transport | None = None
        self._pidfd: int | None = None
        self.pid = 0
        self.memory = 0
        """Resident bytes at its last word."""
        self.pending: Pending | None = None
        """What it is reading."""
        self.begun = 0.0
        self.timer: asyncio.TimerHandle | None = None
        self.retired: str | None = None
        """Why it was taken out of service, where it was."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        for message in self._frames.feed(data):
            self._take(self._decoder.decode(message))

    def _take(self, message: FromWorker) -> None:
        self.memory = message.memory
        if isinstance(message, Hello):
            self.pid = message.pid
            if hasattr(os, "pidfd_open"):
                try:
                    self._pidfd = os.pidfd_open(message.pid)
                except OSError:
                    self._pidfd = None
            self._on_ready(self)
        else:
            self._on_outcome(self, message)

    def connection_lost(self, error: Exception | None) -> None:
        self.stop_timer()
        if self._pidfd is not None:
            os.close(self._pidfd)
            self._pidfd = None
        self._on_lost(self)

    def run(self, pending: Pending, now: float, timer: asyncio.TimerHandle) -> None:
        """Hand it an article."""
        self.pending, self.begun, self.timer = pending, now, timer
        if self._transport is not None:
            self._transport.write(frame(pending.task))

    def finish(self) -> Pending | None:
        """Its article, which it no longer has."""
        pending, self.pending = self.pending, None
        self.stop_timer()
        return pending

    def stop_timer(self) -> None:
        """No longer watch its time."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None

    def kill(self) -> None:
        """End it at once, in whatever code it is. The descriptor makes sure that it is this process."""
        try:
            if self._pidfd is not None:
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            elif self.pid:
                os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        if self._transport is not None:
            self._transport.abort()

    def close(self) -> None:
        """Let it end by itself: it reads the end of its connection."""
        if self._transport is not None:
            self._transport.close()


class Parent(asyncio.Protocol):
    """The process that loads the pipeline and forks the workers."""

    def __init__(self, on_message: Callable[[FromParent], None], on_lost: Callable[[Parent], None]) -> None:
        self._on_message, self._on_lost = on_message, on_lost
        self._frames = Frames()
        self._decoder = msgspec.msgpack.Decoder(FromParent)
        self._process: asyncio.subprocess.Process | None = None
        self._control: socket.socket | None = None
        self._transport: asyncio.Transport | None = None

    async def start(self, boot: Boot) -> None:
        """Start the process; what it says comes to the callbacks."""
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "extractor_api.workers.zygote",
                str(theirs.fileno()),
                pass_fds=[theirs.fileno()],
                stdin=asyncio.subprocess.DEVNULL,
                env={**os.environ, **_ONE_THREAD},
            )
        self._control = ours.dup()
        self._control.setblocking(False)
        transport, _ = await asyncio.get_running_loop().create_unix_connection(lambda: self, sock=ours)
        transport.write(frame(boot))
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        for message in self._frames.feed(data):
            self._on_message(self._decoder.decode(message))

    def connection_lost(self, error: Exception | None) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        self._on_lost(self)

    async def fork(self, worker: Worker) -> None:
        """Have `worker` forked. Raises OSError where the parent has gone."""
        ours, theirs = socket.socketpair()
        with theirs:
            if self._control is None:
                ours.close()
                raise ConnectionResetError("the parent of the workers has gone")
            try:
                socket.send_fds(self._control, [b"f"], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        await asyncio.get_running_loop().create_unix_connection(lambda: worker, sock=ours)

    @property
    def pid(self) -> int:
        """Its process id; 0 before its start."""
        return self._process.pid if self._process else 0

    async def close(self, patience: float = 5.0) -> None:
        """Let it end by itself, and end it where it does not."""
        if self._transport is not None:
            self._transport.close()
        if self._process is None:
            return
        try:
            await asyncio.wait_for(self._process.wait(), patience)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
