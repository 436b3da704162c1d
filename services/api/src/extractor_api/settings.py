"""What the service can be told, read from environment variables that begin with `EXTRACTOR_`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta

__all__ = ["Settings", "SettingsError"]

PREFIX = "EXTRACTOR_"
_LISTS = frozenset({"cors_origins", "extensions"})

Count = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0)]


class SettingsError(ValueError):
    """A setting holds a value that can't be used; the message names the variable."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be configured. Field `queue_items` is the variable `EXTRACTOR_QUEUE_ITEMS`."""

    host: str = "127.0.0.1"
    """Address to listen at. Another one than loopback needs API keys, or `allow_open`."""
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    """Port to listen at; the variable `PORT` is read too, and comes second."""
    allow_open: bool = False
    """Serve without keys on an address that others can reach."""

    factory: str = "extractor_api.engine:build"
    """What builds the extractor, as `module:name`; called with `pipeline`, `max_characters`, and
    `extensions` where there are some."""
    pipeline: str | None = None
    """Name of the spaCy pipeline; the extractor's own default where absent."""
    extensions: tuple[str, ...] = ()
    """Files and folders with event types, rows, actors and places of one's own, separated by commas."""
    workers: Annotated[int, Meta(ge=0, le=256)] = 0
    """Worker processes; 0 is one for each processor that this process may use."""
    worker_memory: Count = 1_500_000_000
    """Resident bytes above which a worker is replaced after its task."""
    deadline: Seconds = 60.0
    """Seconds that the reading of 100,000 code points may take, and of less; then the worker is killed."""

    max_characters: Count = 1_000_000
    """Longest article, in code points."""
    max_articles: Count = 100
    """Most articles of one batch."""
    max_batch_characters: Count = 2_000_000
    """Most code points of one batch, all texts together."""
    max_body: Count = 16_000_000
    """Most bytes of a body (after decompression), and of one line of a stream."""
    body_timeout: Seconds = 20.0
    """Seconds without a byte after which a body that is being sent is given up."""

    queue_items: Count = 400
    """Articles that may wait or run at once."""
    queue_characters: Count = 4_000_000
    """Code points that may wait or run at once."""
    queue_wait: Seconds = 10.0
    """Seconds that a request may wait until the first of its articles is begun."""
    stream_window: Count = 8
    """Articles of one stream that may wait or run at once."""
    drain: Seconds = 25.0
    """Seconds that a stop waits for the requests that are being answered."""

    api_keys: str = ""
    """Hashed keys, `NAME:SHA256` each, separated by commas or white space."""
    api_keys_file: str | None = None
    """File with one `NAME:SHA256` a line; `#` begins a comment."""
    rate_limit: Annotated[int, Meta(ge=0)] = 0
    """Articles a minute for each key (for each client address where there are no keys); 0 is no limit."""
    metrics_open: bool = False
    """Serve `/metrics` without a key where keys are asked for elsewhere."""
    cors_origins: tuple[str, ...] = ()
    """Origins whose pages may call the service from a browser, separated by commas; none by default."""
    log_level: Annotated[str, Meta(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"
    """Least severity that is logged."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from `environment` (the process's own where absent). Raises SettingsError."""
        source = os.environ if environment is None else environment
        given: dict[str, Any] = {"port": source["PORT"]} if source.get("PORT") else {}
        for name in cls.__struct_fields__:
            value = source.get(PREFIX + name.upper(), "")
            if value.strip():
                given[name] = value.strip()
        for name in _LISTS & given.keys():
            given[name] = [part.strip() for part in given[name].split(",") if part.strip()]
        try:
            return cls.checked(given)
        except SettingsError as error:
            if "port" in given and not source.get(PREFIX + "PORT", "").strip():  # it came as PORT
                raise SettingsError(str(error).replace(PREFIX + "PORT", "PORT")) from error
            raise

    @classmethod
    def unknown(cls, environment: Mapping[str, str]) -> list[str]:
        """Variables that look like a setting and are none, misspelt ones for example."""
        known = {PREFIX + name.upper() for name in cls.__struct_fields__}
        return sorted(name for name in environment if name.startswith(PREFIX) and name not in known)

    @classmethod
    def checked(cls, given: Mapping[str, Any]) -> Settings:
        """Settings from loose values: numbers may be text. Raises SettingsError."""
        try:
            settings = msgspec.convert(dict(given), cls, strict=False)
        except msgspec.ValidationError as error:
            message = str(error).replace("`$.", f"`{PREFIX}").rstrip("`")
            reason, _, field = message.partition(f" - at `{PREFIX}")
            raise SettingsError(f"{PREFIX}{field.upper()}: {reason}" if field else reason) from error
        return settings._consistent()

    def _consistent(self) -> Settings:
        """Refuse limits that contradict each other: what is allowed must fit into an empty queue."""
        for small, large in (
            ("max_characters", "max_batch_characters"),
            ("max_batch_characters", "queue_characters"),
            ("max_articles", "queue_items"),
        ):
            if getattr(self, small) > getattr(self, large):
                raise SettingsError(
                    f"{PREFIX}{small.upper()} ({getattr(self, small)}) is greater than "
                    f"{PREFIX}{large.upper()} ({getattr(self, large)})"
                )
        return self

    @property
    def worker_count(self) -> int:
        """Worker processes to run: as configured, or one for each usable processor."""
        if self.workers:
            return self.workers
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1
