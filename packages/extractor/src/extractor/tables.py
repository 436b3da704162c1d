"""Reads tables of tab-separated rows, the package's own and those that users bring.

A table is UTF-8 text with one row a line. Empty lines and lines that begin with `#` are no rows. What is
wrong with one is told with its file, line and column.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from extractor.errors import DataError

__all__ = ["numbered_rows", "rows", "split", "table_rows"]


def rows(name: str, width: int) -> Iterator[list[str]]:
    """The cells of each row of the packaged table `data/<name>`.

    Raises DataError where the table is missing or a row has not `width` cells.

    >>> next(rows("lexicon/irregular.tsv", 2))
    ['meet', 'met']
    """
    return (cells for _, cells in numbered_rows(name, width))


def numbered_rows(name: str, width: int, *, aside: str = "") -> Iterator[tuple[int, list[str]]]:
    """As `rows`, each with the number of its line; rows that begin with `aside` may have any width."""
    file = files("extractor").joinpath("data", *name.split("/"))
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"data/{name}", None, str(error)) from error
    for number, cells in table_rows(text):
        if len(cells) != width and not (aside and cells[0].startswith(aside)):
            raise DataError(f"data/{name}", number, f"{len(cells)} columns where {width} are due")
        yield number, cells


def table_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table's text: number of the line, counted from 1, and its cells as they stand.

    >>> list(table_rows("# name, code\\nParis\\tFRA\\n"))
    [(2, ['Paris', 'FRA'])]
    """
    for number, line in enumerate(text.split("\n"), 1):
        content = line.removesuffix("\r")
        if content and not content.startswith("#"):
            yield number, content.split("\t")


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list divided by `|`; none of an empty cell."""
    return tuple(cell.split("|")) if cell else ()
