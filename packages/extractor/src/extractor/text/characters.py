"""Characters as they come and as they are read.

Soft hyphens, zero-width characters and marks of direction go; every space becomes a plain one; letters with
combining accents are composed; ligatures are spelled out; hyphens at which no line may break are plain ones;
characters that were read in the wrong encoding ("â€™", C1 controls) are put right. Curly quotes and dashes
stay: they say more than straight ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from extractor.text.offsets import MappedText, TextBuilder

__all__ = ["clean"]

_SPACES = "\x09\x0b\x0c\x1c-\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DROPPED = (
    "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f"
_ACCENTS = "\u0300-\u036f"
_HYPHENS = "\u2010\u2011"
_ODD = re.compile(
    rf"[\r\x85\u2028\u2029âÂÃ{_ACCENTS}{_HYPHENS}{_SPACES}{_CONTROLS}{_DROPPED}\x80-\x9f\ufb00-\ufb06\u01c4-\u01cc]"
)
"""What may have to be read otherwise: one class of characters, so that the search is quick."""
_HOW = re.compile(
    rf"(?P<breaks>\r\n?|[\x85\u2028\u2029])"
    rf"|(?P<mojibake>â€.|[ÂÃ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u2022\u2026-\u203a\u20ac\u2122])"
    rf"|(?P<accents>[{_ACCENTS}]+)"
    rf"|(?P<hyphens>[{_HYPHENS}])"
    rf"|(?P<spaces>[{_SPACES}{_CONTROLS}])"
    rf"|(?P<dropped>[{_DROPPED}]+)"
    rf"|(?P<c1>[\x80-\x84\x86-\x9f])"
    rf"|(?P<ligatures>[\ufb00-\ufb06\u01c4-\u01cc])"
)


def clean(text: str) -> MappedText:
    """`text` with its characters as they are read; costs one search where there is nothing to do.

    Line breaks of every kind become a line feed. Null bytes and other control characters are read as white
    space.
    """
    builder, at = TextBuilder(), 0
    for odd in _ODD.finditer(text):
        start = odd.start()
        match = _HOW.match(text, start) if start >= at else None
        if match is None:
            continue
        end, how = match.end(), match.lastgroup or ""
        if how == "accents" and start > at:
            start -= 1
        builder.add(text[at:start], at, start)
        builder.add(_READ[how](text[start:end]), start, end)
        at = end
    if not at:
        return MappedText(text)
    builder.add(text[at:], at, len(text))
    return builder.build()


def _decoded(debris: str) -> str:
    """UTF-8 that was read as Windows-1252, read again; or the characters as they are where it was none."""
    try:
        words = b"".join(_byte(character) for character in debris).decode("utf-8")
    except UnicodeError:
        return debris.replace("\xa0", " ")
    return clean(words).text


def _byte(character: str) -> bytes:
    """The byte of a character in Windows-1252, whose five holes stand for themselves."""
    return bytes([ord(character)]) if "\x80" <= character <= "\x9f" else character.encode("cp1252")


def _windows(character: str) -> str:
    """A C1 control read as the Windows-1252 character that it was; five of them stand for nothing."""
    return character.encode("latin-1").decode("cp1252", errors="ignore")


_READ: dict[str, Callable[[str], str]] = {
    "breaks": lambda words: "\n",
    "mojibake": _decoded,
    "accents": lambda words: unicodedata.normalize("NFC", words),
    "hyphens": lambda words: "-",
    "spaces": lambda words: " ",
    "dropped": lambda words: "",
    "c1": _windows,
    "ligatures": lambda words: unicodedata.normalize("NFKC", words),
}
