"""The reader of tables: what is a row, and what is said of a broken one."""

from __future__ import annotations

import pytest

from extractor.errors import DataError
from extractor.tables import numbered_rows, rows, split, table_rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# name\tcode\n\nParis\tFRA\n", [(3, ["Paris", "FRA"])]),
        ("Paris\tFRA\r\nRome\tITA", [(1, ["Paris", "FRA"]), (2, ["Rome", "ITA"])]),
        ("Côte d’Ivoire\t\t\n", [(1, ["Côte d’Ivoire", "", ""])]),
        # Only a line feed ends a line: other separators may stand within a cell.
        ("a\u2028b\tc\n", [(1, ["a\u2028b", "c"])]),
    ],
)
def test_rows_of_a_text(text: str, found: list[tuple[int, list[str]]]) -> None:
    assert list(table_rows(text)) == found


def test_a_row_of_another_width_is_named() -> None:
    with pytest.raises(DataError, match=r"^data/lexicon/irregular\.tsv:\d+: 2 columns where 3 are due$"):
        next(rows("lexicon/irregular.tsv", 3))


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(DataError, match=r"^data/lexicon/nothing\.tsv: "):
        next(rows("lexicon/nothing.tsv", 2))


def test_rows_set_aside_may_have_any_width() -> None:
    assert any(cells[0].startswith("@") for _, cells in numbered_rows("dates/forms.tsv", 4, aside="@"))


@pytest.mark.parametrize(
    ("cell", "parts"), [("", ()), ("Rome", ("Rome",)), ("UK|Britain", ("UK", "Britain"))]
)
def test_lists(cell: str, parts: tuple[str, ...]) -> None:
    assert split(cell) == parts
