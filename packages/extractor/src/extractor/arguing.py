"""From mentions to mentions with actors, places and date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractor.arguments.actors import ActorSelector
from extractor.arguments.casualties import add_told_apart
from extractor.arguments.claims import add_claimants
from extractor.arguments.gapping import counterparts, parts
from extractor.arguments.headings import day_above
from extractor.arguments.place_candidates import PlaceCandidate, place_candidates
from extractor.arguments.places import PlaceSelector, Resolve
from extractor.arguments.reprisals import add_reprisals
from extractor.arguments.saying import day_of_saying
from extractor.arguments.times import DateCandidate, DateSelector, date_of, names_body, token_range
from extractor.backoff import Backoff
from extractor.dates import find_dates
from extractor.evidence import Mention, PlaceArgument, Sentence
from extractor.frames.tree import Tree
from extractor.reading import Analysis

__all__ = ["Arguer", "Surroundings", "Telling", "surroundings"]


@dataclass(slots=True)
class Surroundings:
    """What a sentence holds besides its triggers: candidate places and dates."""

    places: list[PlaceCandidate] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)

    def is_day(self, token: int) -> bool:
        """Whether a token is part of a date: nobody is called "Christmas Eve"."""
        return any(first <= token <= last for _, first, last in self.dates)


def surroundings(sentence: Sentence, plain: str) -> Surroundings:
    """Candidate places and dates of a sentence."""
    found = Surroundings()
    times: set[int] = set()
    for timex in find_dates(plain[sentence.tree.start : sentence.tree.end]):
        tokens = token_range(sentence, timex)
        if tokens is not None and not names_body(sentence.tree, timex, tokens[1]):
            times.update(range(tokens[0], tokens[1] + 1))
            if timex.kind not in ("duration", "set"):
                found.dates.append((timex, *tokens))
    found.places += place_candidates(sentence, times)
    return found


@dataclass(slots=True, frozen=True)
class Telling:
    """A sentence that tells of events: its mentions, what the models read each one as, and what is around."""

    mentions: Sequence[Mention]
    stand_ins: Sequence[Mention]
    around: Surroundings

    def each(self) -> Iterator[tuple[Mention, Mention, Sequence[Mention]]]:
        """Each mention, its stand-in, and those that are told beside it, itself included."""
        sure = [stand_in for stand_in in self.stand_ins if stand_in.sure]
        for mention, stand_in in zip(self.mentions, self.stand_ins, strict=True):
            yield mention, stand_in, sure if mention.sure else self.stand_ins


class Arguer:
    """Gives mentions their arguments, one kind after the other."""

    def __init__(
        self, backoff: Backoff, actors: ActorSelector, places: PlaceSelector, dates: DateSelector
    ) -> None:
        self.backoff = backoff
        self.actors = actors
        self.places = places
        self.dates = dates

    def arguments(self, mentions: Sequence[Mention], analysis: Analysis, resolve: Resolve) -> list[Mention]:
        """The mentions with all their arguments."""
        tellings = self.tellings(mentions, analysis.source.plain)
        self.cast(tellings)
        self.locate(tellings, resolve)
        return self.finish(tellings, analysis, resolve)

    def tellings(self, mentions: Sequence[Mention], plain: str) -> list[Telling]:
        """The mentions by sentence, in text order; `plain` is the article's text."""
        by_sentence: dict[int, list[Mention]] = {}
        for mention in mentions:
            by_sentence.setdefault(mention.sentence.index, []).append(mention)
        return [
            Telling(
                group,
                [self.backoff.stand_in(mention) for mention in group],
                surroundings(group[0].sentence, plain),
            )
            for group in by_sentence.values()
        ]

    def cast(self, tellings: Sequence[Telling]) -> None:
        """Give the mentions the actors that their own sentence names."""
        for telling in tellings:
            for mention, stand_in, rivals in telling.each():
                if stand_in is mention:
                    found = self.actors.select(mention, rivals)
                else:
                    found = self.backoff.actors(mention, stand_in, rivals, self.actors)
                mention.actors = [actor for actor in found if not telling.around.is_day(actor.head)]

    def locate(self, tellings: Sequence[Telling], resolve: Resolve) -> None:
        """Give them their places."""
        for telling in tellings:
            for mention, stand_in, rivals in telling.each():
                mention.places = self.places.select(stand_in, telling.around.places, rivals, resolve)

    def finish(self, tellings: Sequence[Telling], analysis: Analysis, resolve: Resolve) -> list[Mention]:
        """The mentions with their date, too, and with what the sentences beside theirs add; one that tells of
        several days is one for each.
        """
        told = [mention for telling in tellings for mention in self._dated(telling, analysis, resolve)]
        add_claimants(told, analysis.everything)
        add_told_apart(told, analysis.everything)
        add_reprisals(told)  # of whoever has made the attack, by all that is told of it
        return told

    def _dated(self, telling: Telling, analysis: Analysis, resolve: Resolve) -> Iterator[Mention]:
        plain, published, around = analysis.source.plain, analysis.source.published, telling.around
        for mention, stand_in, rivals in telling.each():
            mention.date = self.dates.select(stand_in, around.dates, rivals, plain, published)
            if mention.date is None and not around.dates:
                above = day_above(stand_in, plain, published)
                mention.date = above or day_of_saying(stand_in, plain, published)
            parted = self._by_day(mention, stand_in, around, rivals, plain, published, resolve)
            yield from parted or [mention]

    def _by_day(
        self,
        mention: Mention,
        stand_in: Mention,
        around: Surroundings,
        rivals: Sequence[Mention],
        plain: str,
        published: dt.date | None,
        resolve: Resolve,
    ) -> list[Mention]:
        """The mention for each of several days of which it tells; empty where they are not several.

        What stands in the part of one day belongs to that, anything else to all.
        """
        days = [candidate for candidate in around.dates if candidate[0].kind in ("date", "range")]
        told = parts(mention, days, rivals) if mention.date else []
        tree, found = mention.sentence.tree, list[Mention]()
        inside = {token for part in told for token in part.tokens}
        shared = [place for place in mention.places if not _begins_in(tree, place, inside)]
        for part in told:
            probability = mention.date.probability if mention.date else 0.0
            date = date_of(stand_in, part.day, around.dates, plain, published, probability)
            places = []
            if len(shared) < len(mention.places):
                places = self.places.select(stand_in, around.places, rivals, resolve, part.tokens)
            actors = [a for a in mention.actors if a.head not in inside or a.head in part.tokens]
            actors += counterparts(mention, told[0], part)
            alone = not places and all(a.head not in part.tokens for a in actors)
            if date is None or date.first is None or alone:
                return []
            found.append(replace(mention, actors=actors, places=[*shared, *places], date=date))
        days_of = {(m.date.first, m.date.last) for m in found if m.date}
        return found if len(days_of) == len(found) else []


def _begins_in(tree: Tree, place: PlaceArgument, tokens: Collection[int]) -> bool:
    return any(tree.starts[k] == place.start for k in tokens)
