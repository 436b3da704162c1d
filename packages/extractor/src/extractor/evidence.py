"""What the stages hand to each other about one article: sentences, referents, candidate mentions.

Nothing here holds an object of the parser, and nothing outlives the article.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from msgspec import Struct

from extractor.frames.clauses import Clause, clause_of
from extractor.frames.functions import Found, Functions
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor_schema import ActorKind, Block, Granularity

__all__ = [
    "BUILT",
    "REPEATING",
    "ActorArgument",
    "DateArgument",
    "Mention",
    "PlaceArgument",
    "Referent",
    "Sentence",
    "Share",
]

REPEATING: frozenset[Block] = frozenset({"headline", "heading", "caption", "quote"})
"""Blocks that repeat what the text tells."""
BUILT: frozenset[ActorKind] = frozenset({"facility", "vehicle"})
"""Kinds of things of which a text mostly tells one by its noun alone: "the hospital"."""


class Referent(Struct, gc=False):
    """Who or what a phrase refers to.

    `key` is the same for all phrases of the article that refer to one entity. `known` tells whether the
    project's data or the user's hold the entity; `id` is that of the user's row.
    """

    key: int
    name: str
    kind: ActorKind
    country: str | None = None
    known: bool = False
    wikidata: str | None = None
    toponym: bool = False
    id: str | None = None


class Share(Struct, frozen=True, gc=False):
    """One of several for whom a phrase stands: its tokens `start` to `end` (half-open), and who it is."""

    start: int
    end: int
    referent: Referent


@dataclass(slots=True)
class Sentence:
    """A parsed sentence with what the frames say of it."""

    index: int
    block: Block
    tree: Tree
    phrases: list[Phrase]
    functions: Functions = field(init=False)
    referents: dict[int, Referent] = field(default_factory=dict)
    shares: dict[int, tuple[Share, ...]] = field(default_factory=dict)
    """Those for whom a phrase stands, by its head, where they are several."""
    _triggers: dict[int, Found] = field(default_factory=dict)
    _clauses: dict[int, Clause] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.functions = Functions(self.tree)

    def functions_of(self, trigger: int) -> Found:
        """Function by head token of the phrases around a trigger; computed once."""
        if trigger not in self._triggers:
            self._triggers[trigger] = self.functions.of_trigger(trigger)
        return self._triggers[trigger]

    def clause_of(self, trigger: int) -> Clause:
        """The clause of a trigger; computed once."""
        if trigger not in self._clauses:
            self._clauses[trigger] = clause_of(self.tree, trigger)
        return self._clauses[trigger]

    def argument(self, phrase: Phrase, role: str, probability: float, rule: str) -> ActorArgument:
        """A phrase in the role that a rule gives it."""
        start, end = self.tree.starts[phrase.start], self.tree.ends[phrase.end - 1]
        referent = self.referents[phrase.head]
        return ActorArgument(phrase.head, start, end, role, referent, probability, "-", phrase.kind, rule)


@dataclass(slots=True)
class ActorArgument:
    """A phrase in a role: plain offsets of its span, whom it refers to, and the probability of the role.

    `head` is the head token of the phrase that was judged; of one of several, of the phrase for all.
    """

    head: int
    start: int
    end: int
    role: str
    referent: Referent
    probability: float
    function: str
    kind: str
    rule: str = ""
    """What of the text gave it the role, where that was not the model."""


@dataclass(slots=True)
class PlaceArgument:
    """A place of the event: plain offsets, the place's name and position."""

    start: int
    end: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    kind: str
    probability: float
    id: str | None = None
    named: bool = True
    """Whether the words say its name, and do not only refer back to it."""


@dataclass(slots=True)
class DateArgument:
    """The date of the event: plain offsets and the interval of days."""

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    granularity: Granularity
    probability: float


@dataclass(slots=True)
class Mention:
    """An accepted mention of an event: the sentence, the trigger token and what has been decided about it.

    One that is not `sure` counts only beside one that is. `status` and `subtypes` hold probabilities by
    value.
    """

    sentence: Sentence
    token: int
    first: int
    last: int
    type: str
    subtype: str
    rule: str
    probability: float
    sure: bool = True
    status: dict[str, float] = field(default_factory=dict)
    subtypes: dict[str, float] = field(default_factory=dict)
    actors: list[ActorArgument] = field(default_factory=list)
    places: list[PlaceArgument] = field(default_factory=list)
    date: DateArgument | None = None
    content: tuple[int, int] | None = None
    attribution: tuple[int, int, str, str | None] | None = None

    def likeliest_status(self) -> str:
        """The most probable status; "occurred" where none is decided yet."""
        return max(self.status, key=self.status.__getitem__, default="occurred")

    def heads(self, role: str) -> list[int]:
        """The head tokens of those in a role whom its own sentence names, and not one beside it."""
        starts, ends = self.sentence.tree.starts, self.sentence.tree.ends
        actors = [actor for actor in self.actors if actor.role == role]
        return [actor.head for actor in actors if starts[0] <= actor.start < ends[-1]]
