"""The screen lets every trigger of the lexicon through, and makes no difference to the candidates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from extractor.config import Config
from extractor.triggers.inflection import forms
from extractor.triggers.lexicon import Lexicon, Pattern, Row
from extractor.triggers.screen import Screen, conditions, words_of
from extractor_schema import Article
from tests.reading import lines
from tests.sentences import NOTHING

LEXICON = Lexicon.load()
PATTERNS = [(row, text) for row in LEXICON.rows for text in row.patterns]
EXAMPLES = [(row, text) for row in LEXICON.rows for text in row.yes]


def patterns_of(row: Row, anchor: str) -> list[Pattern]:
    return [p for p in LEXICON.patterns(anchor, row.pos) if p.row.id == row.id]


@pytest.mark.parametrize(
    ("row", "text"), PATTERNS, ids=lambda value: value if isinstance(value, str) else value.id
)
def test_every_form_of_a_trigger_passes_in_its_company(row: Row, text: str) -> None:
    for pattern in patterns_of(row, text.split()[0]):
        company = [min(group) for group in pattern.conditions]
        for form in forms(pattern.anchor) | {pattern.anchor.upper(), pattern.anchor.capitalize()}:
            assert LEXICON.screen.passes(f"{form}: {' '.join(company)}"), form


@pytest.mark.parametrize(
    ("row", "text"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else value.id
)
def test_the_examples_of_the_lexicon_pass(row: Row, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    assert LEXICON.screen.passes(plain)
    assert any(p.possible(words_of(plain)) for a in row.patterns for p in patterns_of(row, a.split()[0]))


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The dish is best with a glass of cold beer.", False),
        ("Shares in the bakery rose by two per cent.", False),
        ("He took the bus and told her about the film.", False),
        ("She goes to school by bike.", False),
        ("The prime minister goes to Lima.", True),
        ("Farmers use tractors.", False),
        ("The army used chlorine.", True),
        ("They shot\ndown a drone.", True),
        ("A car-bombing hit the market.", True),
        ("THE MINISTERS MET IN ROME.", True),
        ("The envoys’ meeting… was short", True),
        ("", False),
    ],
)
def test_common_words_need_company(text: str, passes: bool) -> None:
    assert LEXICON.screen.passes(text) is passes


def test_a_particle_and_a_governor_are_asked_for() -> None:
    screen = Screen([conditions("blow", ("up",)), conditions("fire", ("open", "return"))])
    assert screen.passes("The bridge was blown up.")
    assert not screen.passes("The wind blew.")
    assert screen.passes("Troops opened fire.")
    assert not screen.passes("The fire went out.")


def test_the_screen_makes_no_difference_to_the_candidates(extractor: Any) -> None:
    from extractor import Extractor

    text = " ".join(
        [
            "Gunmen attacked a convoy near Gao on Monday.", "It was raining.", "The weather will be fine.",
            "The president of Mali met the French ambassador.", "He took notes.", "She told him to take a seat.",
            "Paris threatened sanctions unless the port is opened.", "The team won the cup.",
        ]
    )  # fmt: skip
    article = Article(text=text, published_at=dt.date(2018, 4, 12), language="en")
    whole = Extractor(Config(screen=False)).analyse(article)
    screened = extractor.analyse(article)
    assert len(screened.sentences) < len(whole.sentences) == 8
    assert whole.candidates == screened.candidates
    assert [s.index for s in screened.everything] == list(range(8))


def test_most_of_what_is_no_event_is_not_parsed() -> None:
    ordinary = [
        "The museum reopens in spring after two years of work on its roof.",
        "Rents in the old town have risen faster than wages, a study says.",
        "The orchestra played Sibelius to a half-empty hall.",
        "Her first novel sold well in Denmark and badly everywhere else.",
        "Trains between the two cities will be slower until June.",
        "A cold front brings snow to the north on Wednesday.",
        "The bakery on the corner has closed after ninety years.",
        "Doctors say that walking is good for the heart.",
        "The striker scored twice before half-time.",
        "Pupils learn to swim in the third year.",
    ]
    assert sum(map(LEXICON.screen.passes, ordinary)) <= 2
    assert sum(map(LEXICON.screen.passes, lines(NOTHING))) < sum(1 for _ in lines(NOTHING))
