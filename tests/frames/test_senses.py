"""The sets of lemmas that rules ask for."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import extractor
from extractor.errors import DataError
from extractor.frames.senses import lemma_set
from extractor.tables import rows

ROWS = [cells[:2] for cells in rows("lexicon/senses.tsv", 3)]
SOURCES = Path(extractor.__file__).parent


def test_every_row_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    table = files("extractor").joinpath("data", "lexicon", "senses.tsv").read_text(encoding="utf-8")
    asked = set(re.findall(r'lemma_set\("(\w+)"\)', code)) | set(re.findall(r"@(\w+) ", table))
    assert [name for name, _ in ROWS if name not in asked] == []


def test_no_two_rows_have_one_name() -> None:
    assert len({name for name, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("name", "cell"), ROWS)
def test_rows_are_sorted_and_name_nothing_twice(name: str, cell: str) -> None:
    words = [word for word in cell.split() if not word.startswith("@")]
    assert words == sorted(set(words))
    assert lemma_set(name) >= set(words)


def test_a_row_holds_those_that_it_names() -> None:
    assert lemma_set("hosting") == lemma_set("mediating") | {
        "arbitrate", "arrange", "hold", "host", "organise", "organize",
    }  # fmt: skip


def test_a_name_without_a_row_is_told() -> None:
    with pytest.raises(DataError, match="no row 'gloating'"):
        lemma_set("gloating")
