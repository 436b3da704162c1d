"""The tables under data/actors hold together: widths, codes, dates, kinds, ids, no name for two things."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from itertools import pairwise
from typing import get_args

import pytest

from extractor.actors.knowledge_names import fold, is_acronym
from extractor.actors.knowledge_people import Offices
from extractor.leaders import person_rows
from extractor.tables import rows, split
from extractor_schema import ActorKind

WIDTHS = {
    "countries.tsv": 9,
    "metonyms.tsv": 4,
    "organisations.tsv": 5,
    "armed_groups.tsv": 5,
    "leaders.tsv": 6,
    "offices.tsv": 4,
    "kinds.tsv": 4,
    "compounds.tsv": 1,
}
ALPHA3 = re.compile(r"[A-Z]{3}")
WIKIDATA = re.compile(r"Q[1-9]\d*")
DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
COUNTRY_TYPES = {"state", "territory", "unrecognised", "historic", "part", "people"}
BODY_SORTS = {
    "international",
    "government",
    "military",
    "police",
    "parliament",
    "court",
    "party",
    "company",
    "media",
    "society",
}
CATEGORIES = {
    "head of state",
    "head of government",
    "leader",
    "royal",
    "minister",
    "official",
    "diplomat",
    "spokesperson",
    "legislator",
    "party",
    "military",
    "police",
    "judicial",
    "religious",
    "armed group",
    "business",
    "media",
    "academic",
    "organisation",
    "honorific",
}


def table(file: str) -> list[list[str]]:
    return list(rows(f"actors/{file}", WIDTHS[file]))


def codes() -> set[str]:
    return {row[1] for row in table("countries.tsv") if row[2] in ("state", "territory")}


@pytest.mark.parametrize("file", WIDTHS)
def test_names_are_unique_and_fields_are_trimmed(file: str) -> None:
    found = table(file)
    assert [name for name, count in Counter(row[0] for row in found).items() if count > 1] == []
    assert [row for row in found for field in row for part in field.split("|") if part != part.strip()] == []
    assert [row[0] for row in found if any("" in field.split("|") for field in row if "|" in field)] == []


def test_codes_are_alpha3_and_each_state_has_its_own() -> None:
    states = [row[1] for row in table("countries.tsv") if row[2] in ("state", "territory")]
    assert len(states) == len(set(states)) > 230
    for file, column in (
        ("countries.tsv", 1),
        ("organisations.tsv", 3),
        ("armed_groups.tsv", 2),
        ("leaders.tsv", 1),
    ):
        assert {row[column] for row in table(file)} - codes() - {""} == set()


def test_codes_agree_with_the_iso_list() -> None:
    pycountry = pytest.importorskip("pycountry")
    assert {code for code in codes() if pycountry.countries.get(alpha_3=code) is None} == {"XKX"}


def test_wikidata_ids_are_ids_and_name_one_thing() -> None:
    found = Counter(
        row[column]
        for file, column in (
            ("countries.tsv", 8),
            ("organisations.tsv", 4),
            ("armed_groups.tsv", 3),
            ("leaders.tsv", 5),
        )
        for row in table(file)
        if row[column]
    )
    assert [name for name in found if not WIKIDATA.fullmatch(name)] == []
    assert [name for name, count in found.items() if count > 1] == []


def test_vocabularies() -> None:
    assert {row[2] for row in table("countries.tsv")} == COUNTRY_TYPES
    assert {row[2] for row in table("organisations.tsv")} == BODY_SORTS
    assert {row[2] for row in table("offices.tsv")} == CATEGORIES
    assert {row[3] for row in table("metonyms.tsv")} == {"always", "agent"}
    assert {kind for row in table("kinds.tsv") for kind in row[1:3]} <= set(get_args(ActorKind))
    classes = {name for row in table("kinds.tsv") for name in split(row[3])}
    assert classes == {"weapon", "military", "official", "attacker", "civilian"}


def test_no_name_stands_for_two_things() -> None:
    owners: dict[str, set[str]] = {}
    for file in ("countries.tsv", "organisations.tsv", "armed_groups.tsv"):
        column = 3 if file == "countries.tsv" else 1
        for row in table(file):
            for name in (row[0], *split(row[column])):
                key = fold(name) if is_acronym(fold(name)) else fold(name).casefold()
                owners.setdefault(key, set()).add(f"{file}: {row[0]}")
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_terms_are_dated_and_name_known_offices_and_bodies() -> None:
    offices = Offices()
    bodies = codes() | {row[0] for file in ("countries.tsv", "organisations.tsv") for row in table(file)}
    for person in person_rows():
        for term in person.terms:
            assert offices.canonical(term.office) is not None, (person.name, term.office)
            assert term.body in bodies or not term.body, (person.name, term.body)
            assert all(_is_day(day) for day in (term.start, term.end) if day), (person.name, term)
            assert not term.end or term.start <= term.end, (person.name, term)


def test_a_head_of_state_or_government_has_one_holder_a_day() -> None:
    offices = Offices()
    held: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for person in person_rows():
        for term in person.terms:
            if term.office in (
                "president",
                "prime minister",
                "chancellor",
                "foreign minister",
                "supreme leader",
                "pope",
            ):
                key = (offices.canonical(term.office, term.body) or "", term.body)
                held.setdefault(key, []).append((term.start, term.end or "9999", person.name))
    clashes = []
    for key, terms in held.items():
        terms.sort()
        for (_, end, name), (start, _, other) in pairwise(terms):
            if start[: len(end)] < end[: len(start)]:
                clashes.append((key, name, other))
    assert clashes == []


def test_office_aliases_are_lower_case_and_unique() -> None:
    found = [alias for row in table("offices.tsv") for alias in (row[0], *split(row[1]))]
    assert [alias for alias in found if alias != alias.casefold()] == []
    assert [alias for alias, count in Counter(found).items() if count > 1] == []


def test_the_lexicon_of_nouns_is_large() -> None:
    assert len(table("kinds.tsv")) > 900
    assert len(table("leaders.tsv")) > 600
    assert len(table("armed_groups.tsv")) > 150


def _is_day(text: str) -> bool:
    match = DAY.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or month is None or 1 <= day <= calendar.monthrange(year, month)[1]
