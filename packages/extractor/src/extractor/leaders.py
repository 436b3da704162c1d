"""The persons of `data/actors/leaders.tsv`: those in high office, with their terms."""

from __future__ import annotations

from functools import cache

import msgspec

from extractor.errors import DataError
from extractor.tables import numbered_rows, split

__all__ = ["Person", "Term", "person_rows"]


class Term(msgspec.Struct, frozen=True, gc=False):
    """Somebody's time in an office of a country or organisation.

    `start` and `end` are ISO 8601 dates at the precision that is certain ("2019", "2019-05", "2019-05-24");
    both days belong to the term, an empty one is open.
    """

    office: str
    body: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether the ISO day lies in the term."""
        return self.start <= day and (not self.end or day[: len(self.end)] <= self.end)


class Person(msgspec.Struct, frozen=True, gc=False):
    """A row of leaders.tsv."""

    name: str
    country: str
    terms: tuple[Term, ...]
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    wordlike: bool
    """Whether the short name is a word with other meanings too ("May")."""
    wikidata: str


@cache
def person_rows() -> tuple[Person, ...]:
    """Rows of leaders.tsv; raises DataError where it is missing or broken."""
    return tuple(
        Person(
            name=name,
            country=country,
            terms=tuple(_term(part, country, number) for part in split(terms)),
            aliases=split(aliases),
            short=_short(name, short.removeprefix("+")),
            wordlike=short[:1] == "+",
            wikidata=wikidata,
        )
        for number, (name, country, terms, aliases, short, wikidata) in numbered_rows("actors/leaders.tsv", 6)
    )


def _term(text: str, country: str, line: int) -> Term:
    """Term of "office@Body FROM..TO"; without a body it is an office of the person's country."""
    title, _, span = text.rpartition(" ")
    office, _, body = title.partition("@")
    start, dots, end = span.partition("..")
    if not office or not dots:
        raise DataError("data/actors/leaders.tsv", line, f"not a term: {text!r}")
    return Term(office, body or country, start, end)


def _short(name: str, short: str) -> tuple[str, ...]:
    """Names that stand for the person alone; an empty field means the last word of the name."""
    if short == "-":
        return ()
    return split(short) or (name.rsplit(" ", 1)[-1],)
