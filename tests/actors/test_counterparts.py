"""A counterpart is who holds the same office in the other country, where the data know it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.actors.reading import referent

ON = dt.date(2024, 5, 14)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Sergey Lavrov met his Turkish counterpart.", "his Turkish counterpart", "Hakan Fidan"),
        (
            "US Secretary of State Antony Blinken met his Israeli counterpart.",
            "his Israeli counterpart",
            "Israel Katz",
        ),
        # Who leads a country meets who leads the other one, whatever they are called.
        ("Emmanuel Macron met his Italian counterpart.", "his Italian counterpart", "Giorgia Meloni"),
        ("Olaf Scholz telephoned his French counterpart.", "his French counterpart", "Emmanuel Macron"),
        (
            "Sergey Lavrov flew to Ankara. His Turkish counterpart met him.",
            "His Turkish counterpart",
            "Hakan Fidan",
        ),
        # One who is named keeps the name, and of others nobody is guessed.
        ("Lavrov met his Turkish counterpart, Ana Ruiz.", "his Turkish counterpart, Ana Ruiz", "Ana Ruiz"),
        ("The mayor met her French counterpart.", "her French counterpart", "French counterpart"),
        ("Sergey Lavrov met his counterpart.", "his counterpart", "counterpart"),
        ("Sergey Lavrov met his Turkish counterparts.", "his Turkish counterparts", "Turkish counterparts"),
    ],
)
def test_the_same_office_elsewhere(text: str, phrase: str, name: str) -> None:
    assert referent(text, phrase, ON).name == name


def test_without_a_day_the_words_stand() -> None:
    text = "Sergey Lavrov met his Turkish counterpart."
    assert referent(text, "his Turkish counterpart", None).name == "Turkish counterpart"  # type: ignore[arg-type]
