"""A parsed sentence, free of the parser that made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

__all__ = [
    "FINITE",
    "FLAT",
    "MODIFYING",
    "NAME",
    "NOMINAL",
    "NOUN",
    "NUMBER",
    "PRONOUN",
    "QUALIFYING",
    "VERB",
    "WH",
    "Tree",
]

VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOUN = frozenset({"NN", "NNS"})
NAME = frozenset({"NNP", "NNPS"})
PRONOUN = frozenset({"PRP", "WP"})
WH = frozenset({"WDT", "WP", "WP$", "WRB"})
NUMBER = frozenset({"CD"})
NOMINAL = NOUN | NAME | PRONOUN | NUMBER
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that have a tense or are modal."""
MODIFYING = frozenset({"amod", "compound", "nmod"})
"""Labels of what stands before a noun and says of what kind it is."""
QUALIFYING = MODIFYING | {"poss"}
"""Labels of what stands before a noun and says of what kind, or whose, it is."""
FLAT = "flat"
"""How the words of a known name hang under its last one: "Bosnia" and "and" of "Bosnia and Herzegovina"."""


@dataclass(slots=True)
class Tree:
    """One sentence: parallel lists over its tokens; `starts` and `ends` are offsets into the plain text.

    `heads[i]` is the index of the governor of token `i`, and `i` itself at the root.
    """

    start: int
    end: int
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    entities: list[str]
    lower: list[str] = field(init=False)
    children: list[Sequence[int]] = field(init=False)
    _verbs: list[int] = field(init=False, repr=False, compare=False)
    _lemma_set: frozenset[str] | None = field(init=False, repr=False, compare=False, default=None)
    _word_set: frozenset[str] | None = field(init=False, repr=False, compare=False, default=None)
    _ancestors: dict[int, list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.lower = [word.lower() for word in self.words]
        self._verbs = []
        kids: dict[int, list[int]] = {}
        for i, head in enumerate(self.heads):
            if head != i:
                if head in kids:
                    kids[head].append(i)
                else:
                    kids[head] = [i]
        self.children = [kids.get(i, ()) for i in range(len(self.words))]

    def __len__(self) -> int:
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """The tokens `start` to `end` (half-open) as the sentence has them, single-spaced."""
        words = self.words
        if end - start <= 1:
            return words[start] if start < end else ""
        starts, ends, text = self.starts, self.ends, words[start]
        for k in range(start + 1, end):
            text += f" {words[k]}" if starts[k] > ends[k - 1] else words[k]
        return text

    def has_lemma(self, wanted: frozenset[str]) -> bool:
        """Whether a token has one of the lemmas."""
        if self._lemma_set is None:
            self._lemma_set = frozenset(self.lemmas)
        return not wanted.isdisjoint(self._lemma_set)

    def has_word(self, wanted: frozenset[str]) -> bool:
        """Whether a token is one of the words, in lower case."""
        if self._word_set is None:
            self._word_set = frozenset(self.lower)
        return not wanted.isdisjoint(self._word_set)

    def has_capital(self, start: int, end: int) -> bool:
        """Whether one of the tokens `start` to `end` (half-open) has a capital letter."""
        return self.words[start:end] != self.lower[start:end]

    def is_common(self, i: int, lemmas: frozenset[str]) -> bool:
        """Whether a token is one of the words with these lemmas, and no name that is spelled like one."""
        return self.lemmas[i] in lemmas and self.tags[i] not in NAME

    def kids(self, i: int, *labels: str) -> list[int]:
        """The dependents of `i` under one of the labels, in text order."""
        found: list[int] = []
        deps = self.deps
        for k in self.children[i]:
            if deps[k] in labels:
                found.append(k)  # noqa: PERF401 - a comprehension makes a function each time
        return found

    def kid(self, i: int, *labels: str) -> int | None:
        """The first dependent of `i` under one of the labels."""
        deps = self.deps
        for k in self.children[i]:
            if deps[k] in labels:
                return k
        return None

    def behind(self, i: int, *words: str) -> list[int]:
        """What stands behind prepositions of `i` with one of the words: "emir" of "talks with the emir"."""
        preps = [k for k in self.kids(i, "prep") if self.lower[k] in words]
        return [p for k in preps for p in self.kids(k, "pobj")]

    def receivers(self, i: int, *words: str) -> list[int]:
        """Those whom it is for: "king" of "offered the king a truce" and, with "to" among the words, of
        "offered a truce to the king", where the parser may call "to" a preposition or a dative.
        """
        given = self.kids(i, "dative")
        bare = [k for k in given if self.tags[k] not in ("IN", "TO")]
        behind = (p for k in given if self.lower[k] in words for p in self.kids(k, "pobj"))
        return [*bare, *behind, *self.behind(i, *words)]

    def agents(self, verb: int) -> list[int]:
        """Those by whom it is done, as the passive says: "rebels" of "was shot by rebels"."""
        return [p for k in self.kids(verb, "agent") for p in self.kids(k, "pobj")]

    def doers(self, verb: int) -> list[int]:
        """Those who do it, in the active voice as in the passive."""
        return [*self.kids(verb, "nsubj"), *self.agents(verb)]

    def left(self, i: int) -> int:
        """Index of the first token of the subtree of `i`."""
        while True:
            kids = self.children[i]
            if not kids or kids[0] > i:
                return i
            i = kids[0]

    def right(self, i: int) -> int:
        """Index of the last token of the subtree of `i`."""
        while True:
            kids = self.children[i]
            if not kids or kids[-1] < i:
                return i
            i = kids[-1]

    def ancestors(self, i: int) -> list[int]:
        """The governors of `i` up to the root, nearest first; the list is kept and must not be changed."""
        found = self._ancestors.get(i)
        if found is None:
            found = []
            heads, node, most = self.heads, i, len(self.words)
            while heads[node] != node and len(found) < most:
                node = heads[node]
                found.append(node)
            self._ancestors[i] = found
        return found

    def below(self, above: int, i: int) -> int | None:
        """The token directly under a governor of `i`, on the way up from `i`; None where `above` is none."""
        way = self.ancestors(i)
        return [i, *way][way.index(above)] if above in way else None

    def path(
        self, start: int, end: int, longest: int | None = None
    ) -> tuple[list[int], int, list[int]] | None:
        """The way between two tokens through the tree: from each one the tokens up to below the governor that
        they share, and that governor (which may be one of the two).

        None where they share none, or where the way has more than `longest` steps.
        """
        up, down = [start, *self.ancestors(start)], [end, *self.ancestors(end)]
        for fallen, top in enumerate(down):
            if top in up:
                risen = up.index(top)
                far = longest is not None and risen + fallen > longest
                return None if far else (up[:risen], top, down[:fallen])
        return None

    def first_conjunct(self, i: int) -> int:
        """The first member of the coordination that `i` stands in; `i` itself where it stands in none."""
        while self.deps[i] == "conj" and self.heads[i] != i:
            i = self.heads[i]
        return i

    def is_verb(self, i: int) -> bool:
        """Whether token `i` is a verb form (auxiliaries included)."""
        return self.tags[i] in VERB

    def is_noun(self, i: int) -> bool:
        """Whether token `i` is a common noun or a name."""
        return self.tags[i] in NOUN or self.tags[i] in NAME

    def verbs_between(self, start: int, end: int) -> int:
        """How many of the tokens `start` to `end` (half-open) are verb forms."""
        if end <= start:
            return 0
        if not self._verbs:
            self._verbs = [0, *accumulate(map(VERB.__contains__, self.tags))]
        return self._verbs[end] - self._verbs[start]
