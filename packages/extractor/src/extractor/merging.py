"""Which mentions state the same event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.evidence import Mention
from extractor.frames.tree import Tree
from extractor.judge.linear import LinearModel

__all__ = ["Merger", "pair_features"]

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


_REACH = 60
"""Mentions of the type after which an event is no longer taken up: it bounds the work on long texts."""
_MEMBERS = 12
"""Latest mentions of an event that a further one is compared with."""


def pair_features(first: Mention, second: Mention, *, between: int, total: int) -> list[str]:
    """Features of two mentions of one type, the earlier one first.

    `between` counts the mentions of that type that stand between them, `total` those of the article.
    """
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
    det = _determiner(second)
    found += [f"det={det}", f"detg={det}:{gap}", f"dets={det}:{la == lb}", f"dett={det}:{min(total, 4)}"]
    sa, sb = _best(first.status), _best(second.status)
    found += [
        f"status={sa}:{sb}" if sa <= sb else f"status={sb}:{sa}",
        f"ss={sa == sb}:{kind}",
        f"ssl={sa == sb}:{la == lb}",
    ]
    ta, tb = _best(first.subtypes), _best(second.subtypes)
    found += [
        f"sub={ta == tb}",
        f"subs={ta}:{tb}" if ta <= tb else f"subs={tb}:{ta}",
        f"subp={kind}:{ta == tb}:{la == lb}",
    ]
    found += _actors(first, second, kind, gap)
    found += _wording(first, second, kind)
    found += _places(first, second, kind)
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


def _wording(first: Mention, second: Mention, kind: str) -> list[str]:
    """What the words around both triggers share (heads, modifiers, names), and what each of them brings."""
    left, right = _heads(first), _heads(second)
    found = [f"heads={min(len(left & right), 2)}:{bool(left)}:{bool(right)}"]
    left, right = _modifiers(first), _modifiers(second)
    found.append(f"modifiers={min(len(left & right), 2)}:{bool(left)}:{bool(right)}")
    found.append(f"lead={kind}:{first.sentence.index < 2}:{second.sentence.index < 2}")
    brought = [min(len(m.actors) + len(m.places), 3) for m in (first, second)]
    found.append(f"brought={brought[0]}:{brought[1]}")
    names = _names(first.sentence.tree)
    if first.sentence is not second.sentence:
        found.append(f"names={min(len(names & _names(second.sentence.tree)), 4)}")
    new = _named(second)
    if new:
        share = len(new & (names | _named(first))) / len(new)
        found.append(f"told={0 if share == 0 else 1 if share < 0.5 else 2 if share < 1 else 3}")
    for role in ("source", "target", "participant"):
        kinds = [{a.referent.kind for a in m.actors if a.role == role} for m in (first, second)]
        if kinds[0] and kinds[1]:
            found.append(f"kinds={role}:{bool(kinds[0] & kinds[1])}")
    return found


def _heads(mention: Mention) -> set[str]:
    """Lemmas in the trigger's own functions."""
    lemmas = mention.sentence.tree.lemmas
    functions = mention.sentence.functions_of(mention.token)
    return {
        lemmas[token] for token, function in functions.items() if ":" not in function and ">" not in function
    }


def _modifiers(mention: Mention) -> set[str]:
    tree = mention.sentence.tree
    return {
        tree.lemmas[k]
        for k in tree.children[mention.token]
        if tree.deps[k] in ("amod", "compound", "nmod", "poss")
    }


def _names(tree: Tree) -> set[str]:
    """The sentence's words of names, lower case."""
    return {
        word
        for word, tag in zip(tree.lower, tree.tags, strict=True)
        if tag.startswith("NNP") and len(word) > 2
    }


def _named(mention: Mention) -> set[str]:
    """Words of the names of the mention's actors and places, lower case."""
    actors = {w.lower() for a in mention.actors for w in a.referent.name.split() if w[0].isupper()}
    return actors | {w.lower() for p in mention.places for w in p.name.split()}


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


def _actors(first: Mention, second: Mention, kind: str, gap: int) -> list[str]:
    found = []
    for role in ("source", "target", "participant", "mediator"):
        left = {a.referent.key: a.referent for a in first.actors if a.role == role}
        right = {a.referent.key: a.referent for a in second.actors if a.role == role}
        if not left and not right:
            continue
        if not left or not right:
            found += [f"{role}=one", f"{role}k={kind}:one:{gap}"]
            continue
        shared = left.keys() & right.keys()
        if shared:
            found += [
                f"{role}=shared",
                f"{role}n={kind}:{min(len(shared), 3)}",
                f"{role}all={kind}:{shared == left.keys() or shared == right.keys()}",
            ]
        elif {r.country for r in left.values() if r.country} & {
            r.country for r in right.values() if r.country
        }:
            found += [f"{role}=country", f"{role}k={kind}:country"]
        else:
            found += [f"{role}=apart", f"{role}k={kind}:apart:{gap}"]
    if not second.actors:
        found += ["bare2", f"bare2={kind}:{gap}"]
    everyone = {a.referent.key for a in first.actors} & {a.referent.key for a in second.actors}
    found.append(f"shared={min(len(everyone), 3)}")
    return found


def _places(first: Mention, second: Mention, kind: str) -> list[str]:
    left, right = {p.name for p in first.places}, {p.name for p in second.places}
    if not left or not right:
        return [f"place={'none' if not left and not right else 'one'}"]
    if left & right:
        return ["place=shared", f"placek={kind}:shared"]
    same = {p.country for p in first.places} & {p.country for p in second.places}
    return [
        f"place={'country' if same - {None} else 'apart'}",
        f"placek={kind}:{'country' if same - {None} else 'apart'}",
    ]


def _dates(first: Mention, second: Mention) -> list[str]:
    a, b = first.date, second.date
    if a is None or b is None:
        return [f"date={'none' if a is None and b is None else 'one'}"]
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return ["date=open"]
    if (a.first, a.last) == (b.first, b.last):
        return ["date=same"]
    return ["date=overlap" if a.first <= b.last and b.first <= a.last else "date=apart"]


class Merger:
    """Links each mention to the cluster that it most likely belongs to, in text order."""

    def __init__(self, model: LinearModel, *, threshold: float = 0.5) -> None:
        self._model = model
        self._threshold = threshold

    def merge(
        self, mentions: Sequence[Mention], stand_in: Callable[[Mention], Mention] = lambda mention: mention
    ) -> list[list[Mention]]:
        """Clusters of mentions of one type, each in text order, clusters by their first mention.

        The model reads `stand_in` of each mention.
        """
        clusters: list[list[Mention]] = []
        for kind in dict.fromkeys(m.type for m in mentions):
            group = [m for m in mentions if m.type == kind]
            clusters += [[group[j] for j in found] for found in self._merge_type([*map(stand_in, group)])]
        return sorted(clusters, key=lambda c: (c[0].sentence.index, c[0].token))

    def _merge_type(self, mentions: Sequence[Mention]) -> list[list[int]]:
        clusters: list[list[int]] = []
        for j in range(len(mentions)):
            best: tuple[float, list[int]] | None = None
            for cluster in clusters:
                if j - cluster[-1] > _REACH:
                    continue
                scores = [self.probability(mentions, i, j) for i in cluster[-_MEMBERS:]]
                score = 0.5 * max(scores) + 0.5 * sum(scores) / len(scores)
                if best is None or score > best[0]:
                    best = (score, cluster)
            if best is not None and best[0] >= self._threshold:
                best[1].append(j)
            else:
                clusters.append([j])
        return clusters

    def probability(self, mentions: Sequence[Mention], i: int, j: int) -> float:
        """That mentions `i` and `j` (of one type, in text order) state one event."""
        features = pair_features(mentions[i], mentions[j], between=j - i - 1, total=len(mentions))
        return self._model.probability(features)
