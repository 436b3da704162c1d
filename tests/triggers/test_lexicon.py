"""The lexicon's files and their reader."""

from __future__ import annotations

import pytest

from extractor.errors import DataError
from extractor.ontology import ontology
from extractor.triggers.lexicon import Lexicon, read_rows

LEXICON = Lexicon.load()
TYPES = {t.name: t for t in ontology().types}

ROLES = '[roles.give]\nsubject = "source"\n'
ROW = """
[[row]]
id = "offer.verb.hand"
patterns = ["hand ~over/out ^start"]
pos = "verb"
subtype = "aid"
frame = "give"
prior = "low"
"""


def test_ids_are_unique_and_name_their_type() -> None:
    ids = [row.id for row in LEXICON.rows]
    assert len(ids) == len(set(ids))
    assert all(row.id.startswith(f"{row.type}.{row.pos}.") for row in LEXICON.rows)


def test_types_and_subtypes_are_those_of_the_ontology() -> None:
    assert {row.type for row in LEXICON.rows} == set(TYPES)
    for row in LEXICON.rows:
        assert row.subtype in {s.name for s in TYPES[row.type].subtypes}, row.id


def test_roles_are_those_of_the_type() -> None:
    for frame, table in LEXICON.roles.items():
        assert set(table.values()) <= set(TYPES[frame.split(".")[0]].roles), frame


def test_every_frame_is_used() -> None:
    assert set(LEXICON.roles) == {f"{row.type}.{row.frame}" for row in LEXICON.rows}


def test_no_two_rows_of_a_type_have_one_pattern() -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for row in LEXICON.rows:
        for pattern in row.patterns:
            other = seen.setdefault((row.type, row.pos, pattern), row.id)
            assert other == row.id, f"{pattern!r} is in {other} and in {row.id}"


def test_reads_only_the_types_that_are_wanted() -> None:
    rows = Lexicon.load(types=("threat",)).rows
    assert {row.type for row in rows} == {"threat"}


def read(text: str) -> Lexicon:
    rows, frames = read_rows(text.encode(), "offer.toml")
    return Lexicon(rows, {f"offer.{frame}": table for frame, table in frames.items()})


def test_rows_with_their_patterns_and_roles() -> None:
    lexicon = read(ROLES + ROW)
    (pattern,) = lexicon.patterns("hand", "verb")
    assert pattern.row.id == "offer.verb.hand"
    assert pattern.row.type == "offer"
    assert (pattern.below, pattern.above) == ({"over", "out"}, {"start"})
    assert lexicon.role(pattern.row, "subject") == "source"
    assert lexicon.role(pattern.row, "object") is None
    assert {"handed", "handing", "hands"} <= lexicon.forms


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ROLES + ROW.replace('"verb"', '"adverb"'), "adverb"),
        (ROLES + ROW.replace('"give"', '"take"'), "take"),
        (ROLES + ROW.replace("^start", "start"), "start"),
        (ROLES + ROW + 'with = ["@unheard"]', "@unheard"),
        (ROLES + ROW.replace("prior", "weight"), "weight"),
        (ROLES + ROW.replace('id = "offer.verb.hand"\n', ""), "id"),
        ("[roles", "table"),
    ],
    ids=["part of speech", "frame", "pattern", "class", "unknown key", "missing key", "not TOML"],
)
def test_a_broken_file_is_named_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(DataError) as raised:
        read(text)
    assert said in str(raised.value)
    assert str(raised.value).startswith("offer")
