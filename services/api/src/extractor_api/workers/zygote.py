"""Parent of the workers: loads the pipeline once, then forks a worker whenever the service asks for one.

The service hands over the worker's end of a socket pair with each request. What the parent has loaded is
shared
with the workers page by page, since they never write to it, so that a worker costs little memory and starts
in
hundredths of a second. The process stays single-threaded, which is what makes its forks safe.

Run by the service as `python -m extractor_api.workers.zygote DESCRIPTOR`.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
import time
from types import FrameType

import msgspec

from extractor_api.extraction import Reader
from extractor_api.workers.wire import Boot, Exited, Loaded, LoadFailed, receive, send
from extractor_api.workers.worker import serve

__all__ = ["main"]


def main(descriptor: int) -> int:
    """Load, report, then fork on request until the service closes the connection. Returns the exit code."""
    for each in (signal.SIGINT, signal.SIGTERM):  # the service ends us, by closing the connection
        signal.signal(each, signal.SIG_IGN)
    control = socket.socket(fileno=descriptor)
    first = receive(control)
    if first is None:
        return 0
    reader = _load(control, msgspec.msgpack.decode(first, type=Boot))
    if reader is None:
        return 3
    signal.signal(signal.SIGCHLD, lambda number, at: _reap(control, number, at))
    while True:
        asked, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not asked:
            return 0
        for handed in descriptors:
            _fork(control, socket.socket(fileno=handed), reader)


def _load(control: socket.socket, boot: Boot) -> Reader | None:
    """Build the extractor and freeze the heap; None where it can't be built, which the service is told."""
    begin = time.monotonic()
    gc.disable()
    try:
        reader = Reader.build(boot.factory, boot.pipeline, boot.max_characters, boot.extensions)
        reader.warm_up()
    except Exception as error:
        _tell(control, LoadFailed(getattr(error, "type", type(error).__name__), str(error)))
        return None
    gc.collect()
    gc.freeze()
    gc.enable()
    _tell(control, Loaded(reader.engine(), reader.ontology(), reader.types(), time.monotonic() - begin))
    return reader


def _tell(control: socket.socket, message: Loaded | LoadFailed) -> None:
    """Tell the service how loading went, if it has not stopped in the meantime."""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        send(control, message)


def _fork(control: socket.socket, connection: socket.socket, reader: Reader) -> None:
    if os.fork():
        connection.close()
        return
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    control.close()
    code = 1
    try:
        serve(connection, reader)
        code = 0
    finally:
        os._exit(code)


def _reap(control: socket.socket, _number: int, _frame: FrameType | None) -> None:
    """Take in every child that has ended, and say so to the service."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        try:
            send(control, Exited(pid, os.waitstatus_to_exitcode(status)))
        except OSError:
            return


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
