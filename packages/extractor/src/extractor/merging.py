"""Which mentions state the same event."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import accumulate, combinations, product

from extractor.evidence import BUILT, Mention
from extractor.judge.bars import GATHERED, MERGE, TAKEN_UP, MergeBar
from extractor.judge.linear import LinearModel, logistic
from extractor.sameness import contradict, one_clause, says_the_same
from extractor.sides import UNKNOWN, Side, days_of

__all__ = ["Merger", "pair_features"]

_REPEATING = frozenset({"headline", "heading", "caption", "quote"})
"""Blocks that repeat what the text tells."""
_REPEATED, _COUNTED, _STRUCK = 2.0, 1.5, 1.5
_GATHERED = frozenset({"meeting"})
"""Types of which an article mostly tells few events and names them often, by ever other words."""
_REACH = 60
"""Mentions of the type after which an event is no longer taken up: it bounds the work on long texts."""
_MEMBERS = 12
"""Latest mentions of an event that a further one is compared with."""


def pair_features(one: Side, other: Side, *, between: int, total: int) -> list[str]:
    """Features of two mentions of one type, the earlier one first.

    `between` counts the mentions of that type that stand between them, `total` those of the article.
    """
    first, second = one.mention, other.mention
    kind = first.type
    a, b = first.sentence.tree, second.sentence.tree
    la, lb = a.lemmas[first.token], b.lemmas[second.token]
    distance = min(second.sentence.index - first.sentence.index, 12)
    gap = distance if distance < 3 else 3 if distance < 6 else 6
    va, vb = a.is_verb(first.token), b.is_verb(second.token)
    found = [
        f"type={kind}",
        f"same={la == lb}",
        f"lem={kind}:{la}:{lb}" if la <= lb else f"lem={kind}:{lb}:{la}",
        f"gap={gap}",
        f"gk={kind}:{gap}",
        f"pos={va}:{vb}",
        f"between={min(between, 4)}",
        f"bg={min(between, 4)}:{gap}",
        f"total={min(total, 8)}",
        f"tk={kind}:{min(total, 8)}",
        f"samepos={va == vb}:{la == lb}",
    ]
    det = other.determiner
    found += [f"det={det}", f"detg={det}:{gap}", f"dets={det}:{la == lb}", f"dett={det}:{min(total, 4)}"]
    sa, sb = one.status, other.status
    found += [
        f"status={sa}:{sb}" if sa <= sb else f"status={sb}:{sa}",
        f"ss={sa == sb}:{kind}",
        f"ssl={sa == sb}:{la == lb}",
    ]
    ta, tb = one.subtype, other.subtype
    found += [
        f"sub={ta == tb}",
        f"subs={ta}:{tb}" if ta <= tb else f"subs={tb}:{ta}",
        f"subp={kind}:{ta == tb}:{la == lb}",
    ]
    found += _actors(one, other, kind, gap)
    found += _wording(one, other, kind)
    found += _places(one, other, kind)
    found += days_of(first, second)
    if distance == 0:
        lo, hi = sorted((first.token, second.token))
        found += [f"dist={min((hi - lo) // 4, 5)}", f"dk={kind}:{min((hi - lo) // 4, 5)}"]
        path = b.ancestors(second.token)
        found.append(f"dom={first.token in path}:{b.deps[second.token]}")
        if b.heads[second.token] == first.token or a.heads[first.token] == second.token:
            found.append(f"direct={b.deps[second.token]}:{a.deps[first.token]}")
        found.append(f"and={'and' in a.lower[lo:hi]}:{la == lb}")
    return found


def _wording(one: Side, other: Side, kind: str) -> list[str]:
    """What the words around both triggers share (heads, modifiers, names), and what each of them brings."""
    first, second = one.mention, other.mention
    found = [
        f"heads={min(len(one.heads & other.heads), 2)}:{bool(one.heads)}:{bool(other.heads)}",
        f"modifiers={min(len(one.modifiers & other.modifiers), 2)}"
        f":{bool(one.modifiers)}:{bool(other.modifiers)}",
        f"lead={kind}:{first.sentence.index < 2}:{second.sentence.index < 2}",
    ]
    brought = [min(len(m.actors) + len(m.places), 3) for m in (first, second)]
    found.append(f"brought={brought[0]}:{brought[1]}")
    if first.sentence is not second.sentence:
        found.append(f"names={min(len(one.around & other.around), 4)}")
    if other.named:
        share = len(other.named & (one.around | one.named)) / len(other.named)
        found.append(f"told={0 if share == 0 else 1 if share < 0.5 else 2 if share < 1 else 3}")
    for role in ("source", "target", "participant"):
        left, right = one.roles.get(role), other.roles.get(role)
        if left and right:
            found.append(f"kinds={role}:{not left.kinds.isdisjoint(right.kinds)}")
    return found


def _actors(one: Side, other: Side, kind: str, gap: int) -> list[str]:
    found = []
    for role in ("source", "target", "participant", "mediator"):
        left, right = one.roles.get(role), other.roles.get(role)
        if left is None and right is None:
            continue
        if left is None or right is None:
            found += [f"{role}=one", f"{role}k={kind}:one:{gap}"]
            continue
        shared = left.keys & right.keys
        if shared:
            found += [
                f"{role}=shared",
                f"{role}n={kind}:{min(len(shared), 3)}",
                f"{role}all={kind}:{shared in (left.keys, right.keys)}",
            ]
        elif (left.countries & right.countries) - UNKNOWN:
            found += [f"{role}=country", f"{role}k={kind}:country"]
        else:
            found += [f"{role}=apart", f"{role}k={kind}:apart:{gap}"]
    if not other.keys:
        found += ["bare2", f"bare2={kind}:{gap}"]
    found.append(f"shared={min(len(one.keys & other.keys), 3)}")
    return found


def _places(one: Side, other: Side, kind: str) -> list[str]:
    left, right = one.places, other.places
    if not left or not right:
        return [f"place={'none' if not left and not right else 'one'}"]
    if left & right:
        return ["place=shared", f"placek={kind}:shared"]
    same = "country" if (one.place_countries & other.place_countries) - UNKNOWN else "apart"
    return [f"place={same}", f"placek={kind}:{same}"]


def _evidence(one: Side, other: Side) -> float:
    """Log-odds by what an article is: a headline tells what the text does, "the attack on the hospital" is
    what was told of it before, and who counts other victims mostly speaks of another attack.
    """
    found = 0.0
    if (one.mention.sentence.block in _REPEATING) != (other.mention.sentence.block in _REPEATING):
        found += _REPEATED
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        found -= _COUNTED
    if other.determiner == "definite" and not _things(one).isdisjoint(_things(other)):
        found += _STRUCK
    return found


def _things(side: Side) -> set[int]:
    """The keys of buildings and vehicles that are struck."""
    targets = (actor.referent for actor in side.mention.actors if actor.role == "target")
    return {referent.key for referent in targets if referent.kind in BUILT}


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
        order = [(not m.sure, m.sentence.block in _REPEATING, k) for k, m in enumerate(mentions)]
        for unsure, _, j in sorted(order):
            best: tuple[float, list[int]] | None = None
            for cluster in clusters:
                latest = cluster[-_MEMBERS:] if j > cluster[-1] else _nearest(cluster, j)
                if min(abs(j - i) for i in (latest[0], latest[-1])) > _REACH:
                    continue
                if any(one_clause(mentions[i], mentions[j]) for i in latest) or (
                    j - 1 in latest and pairs.says_of(j - 1, j)
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
        if mentions[0].type in _GATHERED and len(mentions) <= _REACH:
            _gather(clusters, pairs)
        return clusters

    def probability(self, one: Side, other: Side, *, between: int, total: int) -> float:
        """That two mentions of one type, in text order, state one event.

        `between` counts the sure mentions of that type between them, `total` those of the article with these.
        """
        features = pair_features(one, other, between=between, total=total)
        return logistic(self._model.scores(features)[0] + _evidence(one, other))


class _Pairs:
    """How probable it is of each two mentions of a type that they state one event; worked out once."""

    def __init__(self, merger: Merger, mentions: Sequence[Mention]) -> None:
        self._merger = merger
        self._sides = [Side.of(mention) for mention in mentions]
        self._rank = [0, *accumulate(mention.sure for mention in mentions)]
        self._known: dict[tuple[int, int], float | None] = {}

    def says_of(self, a: int, b: int) -> bool:
        """Whether the second of two neighbours plainly states what the first does."""
        return says_the_same(self._sides[a], self._sides[b])

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
                    one, other, between=rank[b] - rank[a + 1], total=rank[-1] + unsure
                )
            )
        return self._known[a, b]


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
