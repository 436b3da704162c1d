"""Each row of `expressions.tsv` is found whole and means the days beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from extractor.dates import Tense, find_dates, resolve

HERE = Path(__file__).parent


class Row(NamedTuple):
    """An expression in its sentence and what it means."""

    sentence: str
    start: int
    end: int
    published: dt.date | None
    tense: Tense
    days: tuple[dt.date | None, dt.date | None]
    granularity: str


def _day(cell: str) -> dt.date | None:
    return None if cell == "-" else dt.date.fromisoformat(cell)


def _rows() -> list[Row]:
    rows = []
    for line in (HERE / "expressions.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        marked, published, tense, first, last, granularity = line.split("\t")
        before, _, rest = marked.partition("[[")
        inside, _, after = rest.partition("]]")
        start = len(before)
        rows.append(
            Row(before + inside + after, start, start + len(inside), _day(published), cast(Tense, tense),
                (_day(first), _day(last)), granularity)
        )  # fmt: skip
    return rows


ROWS = _rows()
SILENT = [
    line
    for line in (HERE / "no_dates.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row.sentence[row.start : row.end]}/{row.published}/{row.tense}"
)
def test_expression_is_found_whole_and_resolved(row: Row) -> None:
    found = find_dates(row.sentence)
    assert [(timex.start, timex.end) for timex in found] == [(row.start, row.end)]
    assert found[0].text == row.sentence[row.start : row.end]
    interval = resolve(found[0], published=row.published, tense=row.tense)
    if row.granularity == "none":
        assert interval is None
        return
    assert interval is not None
    assert ((interval.start, interval.end), interval.granularity) == (row.days, row.granularity)


@pytest.mark.parametrize("sentence", SILENT)
def test_sentence_without_date(sentence: str) -> None:
    assert [timex.text for timex in find_dates(sentence) if timex.kind not in ("duration", "set")] == []


def test_table_is_large_enough() -> None:
    assert len(ROWS) + len(SILENT) >= 280
