"""The data files hold together: each form matches its own example, each named day falls somewhere."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.dates.builders import BUILDERS
from extractor.dates.calendars import named_day
from extractor.dates.lexicon import Form, NamedDay, examples, forms, holidays
from extractor.dates.tokens import tokenize

CONTEXTS = (
    "{}",
    "in {}",
    "on {}",
    "{} ahead",
    "April to {}",
    "{} of March",
    "{} to July",
    "{} Monday",
    "{} summit",
)


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
def test_form_matches_its_example(form: Form) -> None:
    example = examples()[form.id]
    contexts = [context.format(example) for context in CONTEXTS]
    example_length = len(example.replace("the ", ""))
    found = [
        tokens.items[match.end() - 1].end - tokens.items[match.start()].start
        for context in contexts
        for tokens in tokenize(context)
        for match in form.pattern.finditer(tokens.chars)
    ]
    assert max(found, default=0) >= example_length - 5


def test_builders_are_those_that_forms_name() -> None:
    assert {form.builder for form in forms()} == set(BUILDERS)


@pytest.mark.parametrize("named", sorted(set(holidays().values())), ids=lambda named: named.name)
def test_named_day_falls_into_its_year(named: NamedDay) -> None:
    for year in (1999, 2016, 2018, 2024):
        assert named_day(named, year)[0].year == year


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Easter Sunday", "2019-04-21"),
        ("Easter Sunday", "2024-03-31"),
        ("Orthodox Easter", "2021-05-02"),
        ("Pentecost", "2023-05-28"),
        ("Rosh Hashanah", "2023-09-16"),
        ("Yom Kippur", "2024-10-12"),
        ("Passover", "2022-04-16"),
        ("Purim", "2024-03-24"),
        ("Hanukkah", "2018-12-03"),
        ("Thanksgiving Day", "2022-11-24"),
        ("Black Friday", "2022-11-25"),
        ("Memorial Day", "2022-05-30"),
    ],
)
def test_movable_days(name: str, day: str) -> None:
    expected = dt.date.fromisoformat(day)
    assert named_day(holidays()[name], expected.year)[0] == expected
