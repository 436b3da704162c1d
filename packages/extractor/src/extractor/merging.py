"""Which mentions state the same event."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import accumulate, combinations, product

from extractor.evidence import REPEATING, Mention
from extractor.judge.bars import GATHERED, MERGE, TAKEN_UP, MergeBar
from extractor.judge.linear import LinearModel, logistic
from extractor.pairs import extra_odds, pair_features
from extractor.recalling import Recalled
from extractor.sameness import contradict, is_meanwhile, one_clause, says_the_same
from extractor.sides import UNKNOWN, Side

__all__ = ["Merger"]

_GATHERED = frozenset({"meeting"})
"""Types of which an article mostly tells few events and names them often, by ever other words."""
_REACH = 60
"""Mentions of the type after which an event is no longer taken up: it bounds the work on long texts."""
_MEMBERS = 12
"""Latest mentions of an event that a further one is compared with."""


def _nearest(cluster: Sequence[int], j: int) -> list[int]:
    """The mentions of a cluster that stand nearest to one of which some stand behind."""
    return sorted(sorted(cluster, key=lambda i: abs(j - i))[:_MEMBERS])


class Merger:
    """Links each mention to the cluster that it most likely belongs to."""

    def __init__(self, model: LinearModel, *, bar: MergeBar = MERGE) -> None:
        self._model = model
        self._bar = bar

    def merge(
        self, mentions: Sequence[Mention], stand_in: Callable[[Mention], Mention] = lambda mention: mention
    ) -> list[list[Mention]]:
        """Clusters of mentions of one type, each in text order, clusters by their first mention; none of
        mentions of which not one is sure.

        The model reads `stand_in` of each mention.
        """
        clusters: list[list[Mention]] = []
        for kind in dict.fromkeys(m.type for m in mentions):
            group = [m for m in mentions if m.type == kind]
            clusters += [[group[j] for j in found] for found in self._merge_type([*map(stand_in, group)])]
        return sorted(clusters, key=lambda c: (c[0].sentence.index, c[0].token))

    def _merge_type(self, mentions: Sequence[Mention]) -> list[list[int]]:
        """The numbers of the mentions by cluster: those of the text first, then what repeats it, and last
        what is no mention unless it states the same as one of these.
        """
        clusters: list[list[int]] = []
        pairs, bar = _Pairs(self, mentions), self._bar.of(len(mentions))
        order = [(not m.sure, m.sentence.block in REPEATING, k) for k, m in enumerate(mentions)]
        for unsure, _, j in sorted(order):
            best: tuple[float, list[int]] | None = None
            for cluster in clusters:
                latest = cluster[-_MEMBERS:] if j > cluster[-1] else _nearest(cluster, j)
                if min(abs(j - i) for i in (latest[0], latest[-1])) > _REACH:
                    continue
                if (
                    any(one_clause(mentions[i], mentions[j]) for i in latest)
                    or pairs.told_before(j) in latest
                ):
                    best = (1.0, cluster)
                    break
                score = pairs.score(latest, [j])
                if score is not None and (best is None or score > best[0]):
                    best = (score, cluster)
            least = TAKEN_UP if unsure else bar
            if best is not None and best[0] >= least:
                insort(best[1], j)
            elif not unsure:
                clusters.append([j])
        _take_in(clusters, pairs, bar)
        if mentions[0].type in _GATHERED and len(mentions) <= _REACH:
            _gather(clusters, pairs)
        return clusters

    def probability(
        self, one: Side, other: Side, *, between: int, total: int, recalled: float = 0.0
    ) -> float:
        """That two mentions of one type, in text order, state one event.

        `between` counts the sure mentions of that type between them, `total` those of the article with these.
        `recalled` are the log-odds against it for the first being only recalled.
        """
        features = pair_features(one, other, between=between, total=total)
        return logistic(self._model.scores(features)[0] + extra_odds(one, other, between=between) - recalled)


class _Pairs:
    """How probable it is of each two mentions of a type that they state one event; worked out once."""

    def __init__(self, merger: Merger, mentions: Sequence[Mention]) -> None:
        self._merger = merger
        self._sides = [Side.of(mention) for mention in mentions]
        self._rank = [0, *accumulate(mention.sure for mention in mentions)]
        self._recalled = Recalled(mentions, reach=_REACH)
        self._known: dict[tuple[int, int], float | None] = {}

    def told_before(self, k: int) -> int | None:
        """The mention of which one plainly states what it was: the one before it, or the one before that
        where this alone was in the same country.
        """
        side = self._sides[k]
        told = [i for i in (k - 1, k - 2) if i >= 0 and says_the_same(self._sides[i], side)]
        near = [i for i in told if self._sides[i].place_countries & side.place_countries - UNKNOWN]
        return next(iter(near or told[: k - 1 in told]), None)

    def is_meanwhile(self, a: int, b: int) -> bool:
        """Whether the second mention tells during what the first was done, and this bears no own day."""
        one, other = self._sides[a].mention, self._sides[b].mention
        return one.date is None and is_meanwhile(one, other)

    def persons(self, cluster: Sequence[int]) -> set[int]:
        """The keys of those who take part by name."""
        actors = (actor for i in cluster for actor in self._sides[i].mention.actors)
        return {a.referent.key for a in actors if a.kind == "name" and a.referent.kind == "person"}

    def score(self, some: Sequence[int], others: Sequence[int]) -> float | None:
        """How well two groups fit: between the best pair and all pairs; None where two can't be the same."""
        found = []
        for i, j in product(some, others):
            probability = self._of(*sorted((i, j)))
            if probability is None:
                return None
            found.append(probability)
        return 0.5 * max(found) + 0.5 * sum(found) / len(found)

    def _of(self, a: int, b: int) -> float | None:
        if (a, b) not in self._known:
            one, other, rank = self._sides[a], self._sides[b], self._rank
            unsure = (not one.mention.sure) + (not other.mention.sure)
            self._known[a, b] = (
                None
                if contradict(one, other)
                else self._merger.probability(
                    one,
                    other,
                    between=rank[b] - rank[a + 1],
                    total=rank[-1] + unsure,
                    recalled=self._recalled.odds(a, b),
                )
            )
        return self._known[a, b]


def _take_in(clusters: list[list[int]], pairs: _Pairs, bar: float) -> None:
    """Join what was done during an event to this: "raided a camp. They shot two men during the raid"."""
    for cluster in clusters[1:]:
        noun = next((j for j in cluster[1:] if pairs.is_meanwhile(cluster[0], j)), None)
        if noun is None:
            continue
        before = [c for c in clusters if c[-1] < cluster[0]]
        fitting = [(pairs.score(c[-_MEMBERS:], [noun]) or 0.0, c) for c in before]
        score, event = max(fitting, key=lambda found: found[0], default=(0.0, cluster))
        if score >= bar:
            event += cluster
            clusters.remove(cluster)


def _gather(clusters: list[list[int]], pairs: _Pairs) -> None:
    """Join clusters that are one event when all their mentions are compared.

    A mention is put where it fits when it is read; what stands further on may show that two are the same.
    Each having somebody by name whom the other lacks, they are two.
    """
    while True:
        best: tuple[float, int, int] | None = None
        persons = [pairs.persons(cluster) for cluster in clusters]
        for a, b in combinations(range(len(clusters)), 2):
            if persons[a] - persons[b] and persons[b] - persons[a]:
                continue
            score = pairs.score(clusters[a], clusters[b])
            if score is not None and score >= GATHERED and (best is None or score > best[0]):
                best = (score, a, b)
        if best is None:
            return
        _, a, b = best
        clusters[a] = sorted((*clusters[a], *clusters.pop(b)))
