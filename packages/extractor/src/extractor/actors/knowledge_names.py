"""Spelling of names: the keys under which they are found, whatever their accents, hyphens and quotes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["bare", "fold", "forms", "has_capital", "is_acronym", "keys", "plural"]

_DROPPED = dict.fromkeys(map(ord, "'’‘\u02bc\u02bd\u02be\u02bf`\u00b4.,\"“”()"))
_SPACED = dict.fromkeys(map(ord, "-\u2010\u2011–—&/"), " ")
_LETTERS = str.maketrans(
    {"\u0131": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)
_PLAIN = {code: chr(code) for code in range(128)}
"""What stays as it is: `translate` takes long over what a table lacks."""
_MARKS: dict[int, str | None] = {**_PLAIN, **_DROPPED, **_SPACED}
_SPELLED: dict[int, str | None] = {**_MARKS, **_LETTERS}
_APOSTROPHES = "'’‘\u02bc"
_ACRONYM_LENGTH = 5
_KEPT = 2048


def bare(text: str) -> str:
    """Text without blanks around it and without a possessive ending ("Putin's", "Houthis'")."""
    text = text.strip()
    if text.isascii() and text.isalnum():
        return text
    if len(text) > 2 and text[-1] in "sS" and text[-2] in _APOSTROPHES:
        return text[:-2]
    return text[:-1] if len(text) > 1 and text[-1] in _APOSTROPHES else text


def fold(text: str) -> str:
    """Text without accents, apostrophes, points and hyphens; its capitals stay ("U.S." becomes "US")."""
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        text = text.translate(_SPELLED)  # mostly no more than an apostrophe
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    if not text.replace(" ", "").isalnum():
        text = text.translate(_MARKS)
    return " ".join(text.split())


@lru_cache(maxsize=_KEPT)
def forms(text: str) -> tuple[tuple[str, str], ...]:
    """The keys of a name, each with its form in small letters; that is empty where no capital makes it a
    name.
    """
    return tuple((key, key.casefold() if has_capital(key) else "") for key in keys(text))


def keys(text: str) -> tuple[str, ...]:
    """Folded forms of a name as a text gives it, the most literal first: with and without its article."""
    folded = fold(bare(text))
    if folded[:4].casefold() == "the ":
        return folded, folded[4:]
    return (folded,)


def is_acronym(folded: str) -> bool:
    """Whether a folded name is found only in exactly this case: "US", "LeT", "M23"."""
    if " " in folded:
        return False
    if folded.isupper() or not has_capital(folded):
        return True
    return len(folded) <= _ACRONYM_LENGTH and sum(map(str.isupper, folded)) > 1


def has_capital(text: str) -> bool:
    """Whether the text has a capital letter: names have one, common words ("turkey") have none."""
    return text != text.lower()


def plural(noun: str) -> str:
    """Plural of a noun for a people: "Frenchman" gives "Frenchmen", "Israeli" gives "Israelis"."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("ese", "ois", "sh", "ch", "s")):
        return noun
    return noun + "s"
