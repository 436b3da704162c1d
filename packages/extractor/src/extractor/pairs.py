"""What two mentions of one type have in common, and what tells that they are two."""

from __future__ import annotations

from extractor.evidence import BUILT, REPEATING
from extractor.sides import UNKNOWN, Side, days_of

__all__ = ["extra_odds", "pair_features"]

_REPEATED, _COUNTED, _STRUCK, _TAKEN_UP = 2.0, 1.5, 1.5, 1.0


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


def extra_odds(one: Side, other: Side, *, between: int) -> float:
    """Log-odds by what an article is: a headline tells what the text does, "the attack on the hospital" is
    what was told of it before, who counts other victims mostly speaks of another attack, and "the meeting" is
    the one of which the sentence before told.
    """
    found = 0.0
    if (one.mention.sentence.block in REPEATING) != (other.mention.sentence.block in REPEATING):
        found += _REPEATED
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        found -= _COUNTED
    if other.determiner == "definite" and not _things(one).isdisjoint(_things(other)):
        found += _STRUCK
    if not between and one.mention.type == "meeting" and _is_taken_up(one, other):
        found += _TAKEN_UP
    return found


def _is_taken_up(one: Side, other: Side) -> bool:
    """Whether the second mention stands in the sentence behind that of the first and adds nothing to "the"; a
    visit is no call.
    """
    tree, noun = other.mention.sentence.tree, other.mention.token
    if tree.is_verb(noun) or other.mention.sentence.index != one.mention.sentence.index + 1:
        return False
    return [tree.lower[k] for k in tree.children[noun]] == ["the"] and (
        (one.subtype == "call") == (other.subtype == "call")
    )


def _things(side: Side) -> set[int]:
    """The keys of buildings and vehicles that are struck."""
    targets = (actor.referent for actor in side.mention.actors if actor.role == "target")
    return {referent.key for referent in targets if referent.kind in BUILT}
