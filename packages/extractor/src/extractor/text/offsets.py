"""The way back from the words as read to the text as sent.

Reading changes text: markup goes, entities become characters, soft hyphens vanish, a line break becomes a
space. A `MappedText` is text with a piecewise map to where each piece of it came from. Stages that change
text build a new one with `TextBuilder`, and maps compose, so that the last text still knows its place in
the first.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

__all__ = ["MappedText", "Piece", "TextBuilder"]


class Piece(NamedTuple):
    """`size` characters at `start` that came from the `width` characters at `origin`.

    Where `exact`, the characters correspond one to one, else only the piece as a whole does.
    """

    start: int
    size: int
    origin: int
    width: int
    exact: bool


class MappedText:
    """Text and the origin of each of its pieces; with no pieces it is its own origin (the usual case)."""

    __slots__ = ("_starts", "pieces", "text")

    def __init__(self, text: str, pieces: tuple[Piece, ...] = ()) -> None:
        self.text = text
        self.pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MappedText) and (self.text, self.pieces) == (other.text, other.pieces)

    def __hash__(self) -> int:
        return hash((self.text, self.pieces))

    def __repr__(self) -> str:
        return f"MappedText({self.text!r}, {self.pieces!r})"

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open origin of `text[start:end]`; characters that were dropped in between are inside it.

        Offsets that fall inside a piece that corresponds only as a whole are widened to the whole piece.
        """
        if not self.pieces:
            return start, end
        if end <= start:
            point = self._point(start)
            return point, point
        first, last = self._piece(start), self._piece(end - 1)
        left = first.origin + (start - first.start if first.exact else 0)
        right = last.origin + (end - last.start if last.exact else last.width)
        return left, max(left, right)

    def then(self, later: MappedText) -> MappedText:
        """`later`, whose origin is this text, as a text whose origin is this text's origin."""
        if not self.pieces:
            return later
        if not later.pieces:
            return MappedText(later.text, self.pieces)
        builder = TextBuilder()
        for piece in later.pieces:
            words = later.text[piece.start : piece.start + piece.size]
            if not piece.exact:
                builder.add(words, *self.origin(piece.origin, piece.origin + piece.width), exact=False)
            else:
                self._copy(builder, words, piece.origin)
        return builder.build()

    def _copy(self, builder: TextBuilder, words: str, start: int) -> None:
        """Add `words`, which stand one to one at `start` of this text, cut where its pieces end."""
        at, end = start, start + len(words)
        while at < end:
            piece = self._piece(at)
            stop = min(end, piece.start + piece.size)
            builder.add(words[at - start : stop - start], *self.origin(at, stop), exact=piece.exact)
            at = stop

    def _piece(self, at: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, at) - 1)]

    def _point(self, at: int) -> int:
        piece = self._piece(at)
        if piece.exact:
            return piece.origin + at - piece.start
        return piece.origin if at < piece.start + piece.size else piece.origin + piece.width


class TextBuilder:
    """Collects pieces from left to right; origins that would go back are moved up."""

    __slots__ = ("_length", "_pieces", "_words")

    def __init__(self) -> None:
        self._words: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, words: str, start: int, end: int, *, exact: bool = True) -> None:
        """Append `words`, which were read from the origin's `[start, end)`.

        Words of that very length correspond to it one to one, unless `exact` is false.
        """
        size = len(words)
        if not size:
            return
        pieces = self._pieces
        if pieces:
            start = max(start, pieces[-1].origin)
            end = max(start, end, pieces[-1].origin + pieces[-1].width)
        exact = exact and size == end - start
        if pieces and exact and _continues(pieces[-1], start):
            last = pieces[-1]
            pieces[-1] = Piece(last.start, last.size + size, last.origin, last.width + size, True)
        else:
            pieces.append(Piece(self._length, size, start, end - start, exact))
        self._words.append(words)
        self._length += size

    def build(self) -> MappedText:
        """The text so far."""
        text = "".join(self._words)
        if not self._pieces or self._pieces == [Piece(0, len(text), 0, len(text), True)]:
            return MappedText(text)
        return MappedText(text, tuple(self._pieces))


def _continues(last: Piece, start: int) -> bool:
    return last.exact and last.origin + last.width == start
