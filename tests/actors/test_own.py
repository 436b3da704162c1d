"""Actors of one's own go before the packaged ones."""

from __future__ import annotations

import pytest

from extractor.actors.knowledge import ActorBook, Entity, NamedEntity

BOOK = ActorBook.load(
    [
        NamedEntity(
            Entity("Teachers' Front", "organization", "KEN", "organisation", id="7"),
            ("Teachers' Front", "TF"),
        ),
        NamedEntity(Entity("Ana Moss", "person", "PRT", "leader", id="8"), ("Ana Moss", "Moss")),
        NamedEntity(Entity("Green Coast", "country", None, "country", id="9"), ("Green Coast",)),
        NamedEntity(Entity("Hamas (Gaza)", "group", "PSE", "armed_group", id="10"), ("Hamas",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Teachers' Front", "7"),
        ("the Teachers’ Front", "7"),
        ("TF", "7"),
        ("tf", None),
        ("teachers front", None),
        ("Ana Moss", "8"),
        ("Moss's", "8"),
        ("moss", None),
        ("Hamas", "10"),
    ],
)
def test_lookup(text: str, id: str | None) -> None:
    found = BOOK.lookup(text)
    assert (found.id if found else None) == id


def test_persons_and_countries_are_known_as_such() -> None:
    person, country = BOOK.person("Ana Moss"), BOOK.country_of_word("Green Coast")
    assert (person and person.id, country and country.id) == ("8", "9")
