"""The command `extractor-serve`."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import ipaddress
import logging
import os
import signal
import socket
import sys
from collections.abc import Sequence
from types import FrameType

import uvicorn

from extractor_api.app import create_app
from extractor_api.keys import Keys, new_key
from extractor_api.logs import configure
from extractor_api.protocol import ProblemProtocol
from extractor_api.service import Service
from extractor_api.settings import Settings, SettingsError
from extractor_api.version import VERSION

__all__ = ["main", "run"]

_USAGE = """usage: extractor-serve [--host HOST] [--port PORT] [--workers N]
       extractor-serve new-key NAME
       extractor-serve --version

Serves the extractor over HTTP. Everything else is set by environment variables that begin with EXTRACTOR_;
docs/http/operations.md lists them. new-key prints a new API key, and the line that makes the service know it.

exit codes: 0 stopped as asked, 2 wrong usage or settings, 3 the extractor can't be built"""
_log = logging.getLogger("extractor_api")
_ELSEWHERE = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)
"""Faults of one of a name's addresses; the server itself tells whether the others will do."""
_FLAGS = {"--host": "host", "--port": "port", "--workers": "workers"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["-h"], ["--help"]):
        print(_USAGE)
        return 0
    if given == ["--version"]:
        print(VERSION)
        return 0
    try:
        if given[:1] == ["new-key"]:
            if len(given) != 2:
                raise SettingsError(f"new-key wants one name\n{_USAGE}")
            key, line = new_key(given[1])
            print(f"key:  {key}\nline: {line}")
            return 0
        return run(_settings(given))
    except SettingsError as error:
        print(f"extractor-serve: {error}", file=sys.stderr)
        return 2


def run(settings: Settings) -> int:
    """Serve until told to stop; returns the exit code. Raises SettingsError."""
    keys = Keys.from_settings(settings)
    if not keys and not settings.allow_open and not _is_loopback(settings.host):
        raise SettingsError(
            f"refusing to listen at {settings.host} without API keys: others can reach it. "
            "Set EXTRACTOR_API_KEYS or EXTRACTOR_API_KEYS_FILE (extractor-serve new-key NAME makes one), "
            "or EXTRACTOR_ALLOW_OPEN=true"
        )
    _try_address(settings.host, settings.port)
    configure(settings.log_level)
    for name in Settings.unknown(os.environ):
        _log.warning("no such setting", extra={"variable": name})
    app = create_app(settings)
    gc.freeze()  # what is there stays: no collection that goes through it all holds the loop for 25 ms
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=ProblemProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # whoever connects could claim another's address, and with it another's rate
        date_header=True,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=int(settings.drain) or 1,
    )
    server = _Server(config, app.state.service)
    for each in (signal.SIGINT, signal.SIGTERM):  # raised again once the server has stopped in good order
        signal.signal(each, lambda _number, _frame: None)
    server.run()
    return 3 if app.state.service.pool.failed.is_set() else 0


class _Server(uvicorn.Server):
    """Says that it drains before it stops, and stops where the extractor can't be built."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._service.pool.draining = True
        super().handle_exit(sig, frame)

    async def main_loop(self) -> None:
        watch = asyncio.ensure_future(self._stop_on_failure())
        try:
            await super().main_loop()
        finally:
            watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watch

    async def _stop_on_failure(self) -> None:
        await self._service.pool.failed.wait()
        print(f"extractor-serve: {self._service.pool.failure}", file=sys.stderr)
        self.should_exit = True


def _settings(arguments: list[str]) -> Settings:
    environment = dict(os.environ)
    while arguments:
        flag, _, value = arguments.pop(0).partition("=")
        if flag not in _FLAGS:
            raise SettingsError(f"unknown argument {flag!r}\n{_USAGE}")
        if not value and not arguments:
            raise SettingsError(f"{flag} needs a value")
        environment["EXTRACTOR_" + _FLAGS[flag].upper()] = value or arguments.pop(0)
    return Settings.from_environment(environment)


def _try_address(host: str, port: int) -> None:
    """Find out before anything is loaded whether the service could listen. Raises SettingsError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in found:
            with socket.socket(family, kind, protocol) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if family == socket.AF_INET6:
                    probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                probe.bind(address)
    except (OSError, UnicodeError) as error:
        if getattr(error, "errno", None) in _ELSEWHERE:
            return
        reason = getattr(error, "strerror", None) or error
        raise SettingsError(f"can't listen at {host}, port {port}: {reason}") from error


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
