"""API keys: long random strings, of which the service knows only the SHA-256 digests.

A key holds 256 random bits, so a plain digest is enough: there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from pathlib import Path

from extractor_api.settings import Settings, SettingsError

__all__ = ["Keys", "new_key"]

_ENTRY = re.compile(r"^(?P<name>[\w.-]{1,64}):(?P<digest>[0-9a-f]{64})$")


class Keys:
    """The known keys."""

    def __init__(self, entries: dict[str, str]) -> None:
        self._entries = tuple((name, bytes.fromhex(digest)) for name, digest in entries.items())

    @classmethod
    def from_settings(cls, settings: Settings) -> Keys:
        """The keys of the variable and of the file together. Raises SettingsError."""
        entries = _parse(settings.api_keys.replace(",", " ").split(), "EXTRACTOR_API_KEYS")
        if settings.api_keys_file:
            path = Path(settings.api_keys_file)
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(f"EXTRACTOR_API_KEYS_FILE: {path} can't be read: {error}") from error
            lines = (line.partition("#")[0].strip() for line in text.splitlines())
            entries.update(_parse([line for line in lines if line], str(path)))
            if not entries:
                raise SettingsError(f"EXTRACTOR_API_KEYS_FILE: {path} holds no key")
        return cls(entries)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def owner(self, key: str) -> str | None:
        """The name of the key; None where it is not known. Takes the same time for every wrong key."""
        digest = hashlib.sha256(key.encode("utf-8", "replace")).digest()
        found: str | None = None
        for name, known in self._entries:
            if hmac.compare_digest(digest, known):
                found = name
        return found


def new_key(name: str) -> tuple[str, str]:
    """A new key, and the line that makes the service know it. Raises SettingsError for a bad name."""
    key = "na_" + secrets.token_urlsafe(32)
    line = f"{name}:{hashlib.sha256(key.encode()).hexdigest()}"
    _parse([line], "name")
    return key, line


def _parse(lines: list[str], source: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _ENTRY.match(line)
        if match is None:
            raise SettingsError(
                f"{source}, entry {number}: expected NAME:SHA256 (64 lower-case hexadecimal digits)"
            )
        entries[match["name"]] = match["digest"]
    return entries
