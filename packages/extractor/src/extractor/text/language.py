"""The language of blocks, offline.

Most news that comes is in the language that is wanted, and small words show it at once; only a block
without them is shown to a model (py3langid, loaded then). A block is foreign on strong evidence alone:
enough words besides names, and a clear margin. Short blocks take the language of the foreign blocks that
they stand among.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from extractor.text.wordlists import word_classes

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["languages_of"]

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 6
"""So many small words must there be before a block can be foreign by itself."""
_FEW = 12
"""Up to so many small words, one English word is enough not to take the block for foreign."""
_SHARE = 0.15
"""From this share of English function words on, a block is English."""
_SURE = 0.85
"""The model's probability that makes a block foreign."""
_LETTERS = 20
"""With so few letters in small words the model's word is worth nothing."""
_MARGIN = 3
"""So many times likelier than English must the neighbours' language be for a short text."""
_GLANCE = 400
"""The first look goes so far, in characters."""
_PLAIN = 12
"""So many English words at the first look, and the rest need not be looked at."""
_BEYOND = re.compile(r"[^\W\d_\u0000-\u024f]")
_READ = 2_000
"""So many characters of a block are looked at."""


def languages_of(texts: list[str], default: str | None) -> list[str | None]:
    """The ISO 639-1 code of each text's language; `default` (else the most frequent) where a text shows none.

    A text that shows no language beside texts in a language other than the default takes theirs when the
    texts on both sides are in it, or when it has no English word and stands before or after them as a line
    of their own.
    """
    judged = [_judge(text[:_READ]) for text in texts]
    common = default or _most_frequent(texts, judged) or ("en" if texts else None)
    following: list[str | None] = [None] * len(texts)
    for index in range(len(texts) - 2, -1, -1):
        following[index] = judged[index + 1] or following[index + 1]
    found: list[str | None] = list(judged)
    for index, text in enumerate(texts):
        if found[index] is None:
            before = found[index - 1] if index else None
            found[index] = _among(text[:_READ], before, following[index], common)
    return found


def _among(text: str, before: str | None, after: str | None, common: str | None) -> str | None:
    """The language of a short text by what stands before and after it."""
    if before == after:
        return before or common
    foreign = next((language for language in (before, after) if language and language != common), None)
    words = _WORD.findall(text.lower())
    if not foreign or not words or any(word in _english() for word in words):
        return common
    small = " ".join(word for word in _WORD.findall(text) if word[0].islower())
    if text[-1:] not in ".!?" and len(small) < _LETTERS:
        return foreign
    ranks = dict(_model().rank(small))
    return foreign if small and ranks.get(foreign, 0) > _MARGIN * ranks.get("en", 0) else common


def _judge(text: str) -> str | None:
    """The language that the text shows by itself, or None."""
    if not text.isascii() and _other_script(text):
        return _model_says(text)
    small, hits = _small_words(text[:_GLANCE])
    if hits < _PLAIN and len(text) > _GLANCE:
        small, hits = _small_words(text)
    if hits >= 2 and hits >= _SHARE * len(small):
        return "en"
    if len(small) < _ENOUGH or hits > _SHARE * len(small) or (hits and len(small) <= _FEW):
        return None
    return _model_says(" ".join(small))


def _small_words(text: str) -> tuple[list[str], int]:
    """The words in small letters, and how many of them are English ones; in capitals every word counts."""
    english = _english()
    small = [word for word in _WORD.findall(text.lower() if text.isupper() else text) if word[0].islower()]
    return small, sum(map(english.__contains__, small))


def _other_script(text: str) -> bool:
    """Whether most letters are of another script than the Latin."""
    if not _BEYOND.search(text):
        return False
    letters = [character for character in text[:_GLANCE] if character.isalpha()]
    other = sum(c > "\u024f" and not unicodedata.name(c, "LATIN").startswith("LATIN") for c in letters)
    return len(letters) >= 4 and other * 2 > len(letters)


def _model_says(text: str) -> str | None:
    language, probability = _model().classify(text)
    return language if probability >= _SURE else None


def _most_frequent(texts: list[str], judged: list[str | None]) -> str | None:
    sizes: dict[str, int] = {}
    for text, language in zip(texts, judged, strict=True):
        if language:
            sizes[language] = sizes.get(language, 0) + len(text)
    return max(sizes, key=lambda language: sizes[language]) if sizes else None


@cache
def _english() -> frozenset[str]:
    return frozenset().union(*word_classes("en/function_words.txt").values())


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(sorted(word_classes("languages.txt")["candidates"]))
    return model
