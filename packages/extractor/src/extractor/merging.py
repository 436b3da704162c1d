"""Which mentions state the same event."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, product

from extractor.dates import number_of
from extractor.evidence import Mention, Referent
from extractor.frames.answers import answer_between
from extractor.frames.statements import one_statement
from extractor.judge.bars import GATHERED, TAKEN_UP
from extractor.judge.linear import LinearModel, logistic

__all__ = ["Merger", "Side", "numbers_in", "one_clause", "pair_features"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "his", "her", "its", "their"})
_INDEFINITE = frozenset(
    {
        "a",
        "an",
        "another",
        "other",
        "more",
        "further",
        "new",
        "several",
        "some",
        "any",
        "no",
        "many",
        "two",
        "three",
    }
)


_ACTS = ("offer", "threat")
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_UNKNOWN = frozenset({None, ""})
_REPEATING = frozenset({"headline", "heading", "caption", "quote"})
"""Blocks that repeat what the text tells."""
_REPEATED, _COUNTED = 2.0, 1.5
_TELLING = 3
"""Numbers from which on they tell one attack from another."""
_GATHERED = frozenset({"meeting"})
"""Types of which an article mostly tells few events and names them often, by ever other words."""
_A = frozenset({"a", "an", "another"})
_APART = frozenset({"after", "before", "behind", "despite", "following", "for", "over", "since", "to"})
_IT = frozenset({"it", "that", "this"})
_REAL = frozenset({"occurred", "ongoing"})
_SURE = 0.85
"""Probability from which on a status is one for sure."""
_REACH = 60
"""Mentions of the type after which an event is no longer taken up: it bounds the work on long texts."""
_MEMBERS = 12
"""Latest mentions of an event that a further one is compared with."""


@dataclass(slots=True, frozen=True)
class _Role:
    """Who has a role in a mention: the entities' keys, countries (None where it is not known) and kinds."""

    keys: frozenset[int]
    countries: frozenset[str | None]
    kinds: frozenset[str]

    @classmethod
    def of(cls, referents: Sequence[Referent]) -> _Role:
        """The actors of one role together."""
        return cls(
            frozenset(r.key for r in referents),
            frozenset(r.country for r in referents),
            frozenset(r.kind for r in referents),
        )


@dataclass(slots=True, frozen=True)
class Side:
    """A mention as one of a pair, with the words that are compared: lemmas in the trigger's own functions and
    of its modifiers; lower-case words of the names in its sentence, and of its actors and places.
    """

    mention: Mention
    heads: frozenset[str]
    modifiers: frozenset[str]
    around: frozenset[str]
    named: frozenset[str]
    roles: dict[str, _Role]
    keys: frozenset[int]
    """Of all actors."""
    places: frozenset[str]
    place_countries: frozenset[str | None]
    determiner: str
    status: str
    subtype: str
    numbers: frozenset[int]
    """How many a strike hits, as far as it is told."""

    @classmethod
    def of(cls, mention: Mention) -> Side:
        """The side of a mention whose arguments are chosen."""
        tree = mention.sentence.tree
        functions = mention.sentence.functions_of(mention.token).items()
        actors = (w.lower() for a in mention.actors for w in a.referent.name.split() if w[0].isupper())
        places = (w.lower() for p in mention.places for w in p.name.split())
        roles = {
            role: _Role.of([a.referent for a in mention.actors if a.role == role])
            for role in {a.role for a in mention.actors}
        }
        return cls(
            mention,
            frozenset(
                tree.lemmas[k] for k, function in functions if ":" not in function and ">" not in function
            ),
            frozenset(tree.lemmas[k] for k in tree.children[mention.token] if tree.deps[k] in _MODIFIERS),
            frozenset(
                word
                for word, tag in zip(tree.lower, tree.tags, strict=True)
                if tag.startswith("NNP") and len(word) > 2
            ),
            frozenset(actors).union(places),
            roles,
            frozenset(a.referent.key for a in mention.actors),
            frozenset(p.name for p in mention.places),
            frozenset(p.country for p in mention.places),
            _determiner(mention),
            _best(mention.status),
            _best(mention.subtypes),
            frozenset(_numbers(mention)),
        )


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
    found += _dates(first, second)
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


def numbers_in(name: str) -> list[int]:
    """The numbers a description holds, in their order."""
    return [number for number in map(number_of, name.casefold().split()) if number is not None]


def _numbers(mention: Mention) -> Iterator[int]:
    for actor in mention.actors if mention.type == "strike" else ():
        if actor.role == "target" and actor.kind != "name":
            yield from (number for number in numbers_in(actor.referent.name) if number >= _TELLING)


def _best(values: dict[str, float]) -> str:
    return max(values, key=values.__getitem__) if values else "-"


def _determiner(mention: Mention) -> str:
    tree = mention.sentence.tree
    if tree.is_verb(mention.token):
        return "verb"
    for k in tree.children[mention.token]:
        if tree.lower[k] in _DEFINITE:
            return "definite"
        if tree.lower[k] in _INDEFINITE:
            return "indefinite"
        if tree.deps[k] == "poss":
            return "possessive"
    return "plural" if tree.tags[mention.token] == "NNS" else "bare"


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
        elif (left.countries & right.countries) - _UNKNOWN:
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
    same = "country" if (one.place_countries & other.place_countries) - _UNKNOWN else "apart"
    return [f"place={same}", f"placek={kind}:{same}"]


def _dates(first: Mention, second: Mention) -> list[str]:
    a, b = first.date, second.date
    if a is None or b is None:
        return [f"date={'none' if a is None and b is None else 'one'}"]
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return ["date=open"]
    if (a.first, a.last) == (b.first, b.last):
        return ["date=same"]
    return ["date=overlap" if a.first <= b.last and b.first <= a.last else "date=apart"]


def one_clause(first: Mention, second: Mention) -> bool:
    """Whether two triggers of one type are verb and noun of one statement ("airstrikes hit a hospital")."""
    if first.sentence is not second.sentence or first.type != second.type:
        return False
    return one_statement(first.sentence.tree, first.type, first.token, second.token)


def _is_said_of_it(first: Mention, second: Mention) -> bool:
    """Whether a sentence says what the one before told of: "It was the third attack in a week"."""
    tree, noun = second.sentence.tree, second.token
    if second.sentence.index != first.sentence.index + 1 or tree.deps[noun] != "attr":
        return False
    subject = tree.kid(tree.heads[noun], "nsubj")
    return subject is not None and tree.lower[subject] in _IT


def _is_taken_up(first: Mention, second: Mention) -> bool:
    """Whether a noun takes up the verb before it: "a bomb exploded, and six people died in the blast"."""
    tree, noun, verb = second.sentence.tree, second.token, first.token
    if first.sentence is not second.sentence or tree.is_verb(noun) or not tree.is_verb(verb):
        return False
    if [tree.lower[k] for k in tree.children[noun]] != ["the"] or not verb < noun:
        return False
    within = {noun, *tree.ancestors(noun)}
    return verb in within and _APART.isdisjoint(tree.lower[k] for k in within if k > verb)


def _evidence(one: Side, other: Side) -> float:
    """Log-odds by what an article is: a headline tells what the text does, and who counts other victims
    mostly speaks of another attack.
    """
    found = 0.0
    if (one.mention.sentence.block in _REPEATING) != (other.mention.sentence.block in _REPEATING):
        found += _REPEATED
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        found -= _COUNTED
    return found


def _contradict(one: Side, other: Side) -> bool:
    """Whether two mentions can't state one event: their days or for sure their status differ, or each strikes
    a thing that is new in the text elsewhere, or who strikes in one is struck in the other, or the countries
    of those in a role differ, or both who does it and the country where. Who offers or threatens twice may do
    it to two. Of a noun that takes up ("the threat") the roles are less sure.
    """
    first, second = one.mention, other.mention
    if _dates(first, second) == ["date=apart"] or _other_status(one, other):
        return True
    act, definite = first.type in _ACTS, other.determiner == "definite"
    if not (act and definite) and _answers(first, second):
        return True  # but "after the emir made an offer, Oslo rejected the offer"
    if definite and not (act and first.sentence is second.sentence and _is_owned(other)):
        return False
    if first.type == "strike" and _strike_others(one, other):
        return True
    if first.type == "strike" and (_struck_back(one, other) or _struck_back(other, one)):
        return True
    if first.type in _ACTS and (
        _struck_back(one, one) != _struck_back(other, other)  # who threaten each other
        or _to_another(one, other)
    ):
        return True
    strangers = False
    for role in ("source", "target", "participant"):
        left, right = one.roles.get(role), other.roles.get(role)
        if left is None or right is None:
            continue
        if not left.keys.isdisjoint(right.keys):
            return False
        if None not in left.countries | right.countries and left.countries.isdisjoint(right.countries):
            return True
        strangers = strangers or role != "target"
    where = one.place_countries - _UNKNOWN, other.place_countries - _UNKNOWN
    return strangers and all(where) and where[0].isdisjoint(where[1])


def _other_status(one: Side, other: Side) -> bool:
    """Whether two mentions have for sure another status each: what is feared in one sentence and reported in
    the next is two events; what went on may be over in another sentence.
    """
    if one.status == other.status or _REAL.issuperset((one.status, other.status)):
        return False
    sure = min(side.mention.status.get(side.status, 0.0) for side in (one, other))
    return one.mention.type not in _ACTS and sure >= _SURE


def _strike_others(one: Side, other: Side) -> bool:
    """Whether two verbs tell of blows to things that are new in the text, each at a place of its own."""
    left, right = (_new_things(side.mention) for side in (one, other))
    if not left or not right or left & right:
        return False
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def _new_things(mention: Mention) -> set[str]:
    """The nouns with "a" or "an" that are the objects of a verb."""
    tree, verb = mention.sentence.tree, mention.token
    if not tree.is_verb(verb):
        return set()
    things = tree.kids(verb, "dobj", "nsubjpass")
    return {tree.lemmas[k] for k in things if any(tree.lower[j] in _A for j in tree.kids(k, "det"))}


def _answers(first: Mention, second: Mention) -> bool:
    """Whether one of two mentions in a sentence is what the other answers to."""
    tree = first.sentence.tree
    return first.sentence is second.sentence and answer_between(tree, first.token, second.token)


def _is_owned(side: Side) -> bool:
    """Whether the words of an offer or a threat say whose it is: "his threat"."""
    mention, source = side.mention, side.roles.get("source")
    owner = mention.sentence.tree.kid(mention.token, "poss")
    referent = None if owner is None else mention.sentence.referents.get(owner)
    return source is not None and referent is not None and source.keys == {referent.key}


def _to_another(one: Side, other: Side) -> bool:
    """Whether two verbs tell of offers or threats to others: "offered Chad a loan and Niger a port"."""
    left, right = one.roles.get("target"), other.roles.get("target")
    if left is None or right is None or None in left.countries | right.countries:
        return False
    verbs = all(side.mention.sentence.tree.is_verb(side.mention.token) for side in (one, other))
    return verbs and left.countries.isdisjoint(right.countries)


def _struck_back(one: Side, other: Side) -> bool:
    """Whether somebody does in one mention what is done to them in the other: the gunman who is shot."""
    source, target = one.roles.get("source"), other.roles.get("target")
    return source is not None and target is not None and not source.keys.isdisjoint(target.keys)


def _nearest(cluster: Sequence[int], j: int) -> list[int]:
    """The mentions of a cluster that stand nearest to one of which some stand behind."""
    return sorted(sorted(cluster, key=lambda i: abs(j - i))[:_MEMBERS])


class Merger:
    """Links each mention to the cluster that it most likely belongs to."""

    def __init__(self, model: LinearModel, *, threshold: float = 0.5) -> None:
        self._model = model
        self._threshold = threshold

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
        pairs = _Pairs(self, mentions)
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
            least = TAKEN_UP if unsure else self._threshold
            if best is not None and best[0] >= least:
                insort(best[1], j)
            elif not unsure:
                clusters.append([j])
        if mentions[0].type in _GATHERED and len(mentions) <= _REACH:
            self._gather(clusters, pairs)
        return clusters

    def _gather(self, clusters: list[list[int]], pairs: _Pairs) -> None:
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
        """Whether the second of two mentions says what the first one was."""
        one, other = self._sides[a], self._sides[b]
        first, second = one.mention, other.mention
        return (_is_said_of_it(first, second) or _is_taken_up(first, second)) and not _contradict(one, other)

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
                if _contradict(one, other)
                else self._merger.probability(
                    one, other, between=rank[b] - rank[a + 1], total=rank[-1] + unsure
                )
            )
        return self._known[a, b]
