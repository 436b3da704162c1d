"""What speaks for and against a phrase as an argument of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.evidence import Mention, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["actor_features", "date_features", "place_features", "simple_function"]

_STEPS = 4


def simple_function(function: str) -> str:
    """A function without its finest steps: at most two prefixes and one step below."""
    parts = function.split(":")
    tail = parts[-1].split(">")
    return ":".join([*parts[:-1][-2:], ">".join([tail[0], *tail[-1:]] if len(tail) > 1 else tail)])


def actor_features(
    sentence: Sentence,
    mention: Mention,
    phrase: Phrase,
    *,
    role: str | None,
    rivals: Sequence[Mention],
    classes: Mapping[str, str],
) -> list[str]:
    """Features of a phrase as an actor: `role` is what the lexicon's frame gives to its function."""
    tree, trigger, kind = sentence.tree, mention.token, mention.type
    pos = "v" if tree.is_verb(trigger) else "n"
    base = f"{kind}:{pos}"
    functions = sentence.functions_of(trigger)
    function = functions.get(phrase.head)
    referent = sentence.referents.get(phrase.head)
    what = referent.kind if referent else "none"
    short = simple_function(function) if function else "-"
    found = [
        f"f={base}:{short}",
        f"ff={base}:{function}",
        f"k={kind}:{what}",
        f"fk={base}:{short}:{what}",
        f"p={kind}:{phrase.kind}",
        f"fp={base}:{short}:{phrase.kind}",
        f"r={kind}:{role}",
        f"rk={kind}:{role}:{what}:{phrase.kind}",
        f"row={mention.rule}:{short}",
        f"lem={kind}:{tree.lemmas[trigger]}:{short}",
        f"st={mention.subtype}:{short}",
    ]
    found += _position(tree, trigger, phrase, base, short)
    found += _own_governor(tree, phrase, kind, classes)
    found += _verb_path(tree, trigger, phrase, kind, classes)
    found += _inner(tree, phrase, functions, base)
    head = tree.lemmas[phrase.head]
    found.append(f"head={kind}:{head}")
    found.append(f"hf={kind}:{head}:{short}")
    if head in classes:
        found += [f"hc={kind}:{classes[head]}", f"hcf={kind}:{classes[head]}:{short}"]
    if referent:
        found += [
            f"known={kind}:{referent.known}:{short}",
            f"topo={kind}:{referent.toponym}:{short}",
            f"c={kind}:{referent.country is not None}:{short}",
        ]
    if function and ":" in function:
        governor = tree.heads[trigger]
        if tree.tags[governor] == "IN":
            governor = tree.heads[governor]
        found += [f"gov={base}:{tree.lemmas[governor]}:{short}"]
    found += _rivals(sentence, mention, phrase, short, rivals)
    filled = {f for t, f in functions.items() if t != phrase.head}
    found += [
        f"with={base}:{short}:{other}"
        for other in (
            "subject",
            "object",
            "by",
            "v:subject",
            "possessor",
            "on",
            "between",
            "with",
            "modifier",
        )
        if other in filled
    ]
    return found


def _position(tree: Tree, trigger: int, phrase: Phrase, base: str, short: str) -> list[str]:
    distance = phrase.head - trigger
    side = "after" if distance > 0 else "before"
    size = min(abs(distance), 25) // 4
    found = [f"d={base}:{side}:{size}", f"df={base}:{short}:{side}"]
    lo, hi = sorted((trigger, phrase.head))
    between = tree.lower[lo + 1 : hi]
    found.append(f"verbs={base}:{min(3, tree.verbs_between(lo + 1, hi))}:{short == '-'}")
    found.append(f"commas={base}:{min(3, between.count(','))}:{short == '-'}")
    left = phrase.start - 1
    if left >= 0:
        found.append(f"prev={base}:{tree.lower[left]}")
    first = tree.lower[phrase.start]
    if first in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "some",
        "several",
        "many",
        "any",
        "no",
        "all",
    ):
        found.append(f"det={base}:{first}")
    if any(tree.tags[k] == "CD" for k in range(phrase.start, phrase.end)):
        found.append(f"num={base}:{short}")
    return found


def _own_governor(tree: Tree, phrase: Phrase, kind: str, classes: Mapping[str, str]) -> list[str]:
    node = phrase.head
    while tree.deps[node] in ("conj", "appos") and tree.heads[node] != node:
        node = tree.heads[node]
    dep, governor = tree.deps[node], tree.heads[node]
    if dep == "pobj":
        dep = f"{tree.lower[governor]}"
        governor = tree.heads[governor]
    lemma = tree.lemmas[governor]
    found = [f"own={kind}:{lemma}:{dep}", f"owndep={kind}:{dep}"]
    if lemma in classes:
        found.append(f"ownc={kind}:{classes[lemma]}:{dep}")
    return found


def _verb_path(tree: Tree, trigger: int, phrase: Phrase, kind: str, classes: Mapping[str, str]) -> list[str]:
    """How the phrase's own verb hangs together with the trigger's: "kills X and injures Y"."""
    node, dep = phrase.head, tree.deps[phrase.head]
    for _ in range(_STEPS):
        if tree.is_verb(node) or tree.heads[node] == node:
            break
        dep = tree.deps[node] if tree.deps[node] not in ("conj", "appos", "pobj") else dep
        node = tree.heads[node]
    carrier = trigger
    for _ in range(_STEPS):
        if tree.is_verb(carrier) or tree.heads[carrier] == carrier:
            break
        carrier = tree.heads[carrier]
    path = _path(tree, carrier, node)
    return [
        f"vp={kind}:{path}:{dep}",
        f"vpc={kind}:{classes.get(tree.lemmas[node], '-')}:{path}:{dep}",
        f"vpl={kind}:{tree.lemmas[node]}:{dep}:{path == '='}",
    ]


def _path(tree: Tree, start: int, end: int) -> str:
    """The labels from one token up to the common governor and down to the other; at most four steps."""
    if start == end:
        return "="
    up = [start, *tree.ancestors(start)]
    down = [end, *tree.ancestors(end)]
    common = next((k for k in down if k in up), None)
    if common is None:
        return "far"
    rise, fall = up[: up.index(common)], down[: down.index(common)]
    if len(rise) + len(fall) > _STEPS:
        return "far"
    return "".join(f"^{tree.deps[k]}" for k in rise) + "".join(f"v{tree.deps[k]}" for k in reversed(fall))


def _inner(tree: Tree, phrase: Phrase, functions: Mapping[int, str], base: str) -> list[str]:
    """A phrase within another one: "Turkey" in "Turkey's president"."""
    head = tree.heads[phrase.head]
    dep = tree.deps[phrase.head]
    if dep in ("poss", "compound", "amod", "nmod", "appos"):
        outer = functions.get(head)
        return [
            f"in={base}:{dep}:{simple_function(outer) if outer else '-'}",
            f"inh={base}:{dep}:{tree.lemmas[head]}",
        ]
    return []


def _rivals(
    sentence: Sentence, mention: Mention, phrase: Phrase, short: str, rivals: Sequence[Mention]
) -> list[str]:
    """What the phrase is to the other mentions of the sentence."""
    found = []
    distance = abs(phrase.head - mention.token)
    for other in rivals:
        if other.token == mention.token:
            continue
        function = sentence.functions_of(other.token).get(phrase.head)
        found.append(
            f"riv={mention.type}:{other.type}:{simple_function(function) if function else '-'}:{short == '-'}"
        )
        if abs(phrase.head - other.token) < distance:
            found.append(f"nearer={mention.type}:{other.type}:{short}")
    return found


def place_features(
    sentence: Sentence,
    mention: Mention,
    phrase: Phrase,
    *,
    container: bool,
    kind: str,
    rivals: Sequence[Mention],
    classes: Mapping[str, str],
) -> list[str]:
    """Features of a toponym phrase as the place of a mention; `kind` is the gazetteer's kind of the place."""
    tree, trigger, what = sentence.tree, mention.token, mention.type
    pos = "v" if tree.is_verb(trigger) else "n"
    base = f"{what}:{pos}"
    functions = sentence.functions_of(trigger)
    function = functions.get(phrase.head)
    short = simple_function(function) if function else "-"
    preposition = _preposition(tree, phrase.head)
    found = [
        f"f={base}:{short}",
        f"t={what}:{short}",
        f"prep={what}:{preposition}",
        f"fprep={base}:{preposition}:{short}",
        f"k={what}:{kind}",
        f"kf={what}:{kind}:{short}",
        f"kp={what}:{kind}:{preposition}",
        f"p={what}:{phrase.kind}:{tree.deps[phrase.head]}",
        f"con={what}:{container}",
        f"st={mention.subtype}:{short}",
        f"lem={what}:{tree.lemmas[trigger]}:{short}",
        f"lp={tree.lemmas[trigger]}:{preposition}",
    ]
    found += _position(tree, trigger, phrase, base, short)
    found += _own_governor(tree, phrase, what, classes)
    found += _inner(tree, phrase, functions, base)
    found += _rivals(sentence, mention, phrase, short, rivals)
    return found


def _preposition(tree: Tree, token: int) -> str:
    node = token
    while tree.deps[node] in ("conj", "appos", "compound", "nmod", "poss") and tree.heads[node] != node:
        node = tree.heads[node]
    return tree.lower[tree.heads[node]] if tree.deps[node] == "pobj" else tree.deps[node]


def date_features(
    sentence: Sentence,
    mention: Mention,
    first: int,
    last: int,
    *,
    form: str,
    rivals: Sequence[Mention],
    alone: bool,
) -> list[str]:
    """Features of a time expression (tokens `first` to `last`) as the date of a mention."""
    tree, trigger, what = sentence.tree, mention.token, mention.type
    top = _top(tree, first, last)
    governor = tree.heads[top]
    functions = sentence.functions_of(trigger)
    pos = "v" if tree.is_verb(trigger) else "n"
    relation = "own" if governor == trigger else "-"
    if governor != trigger:
        path = [trigger, *tree.ancestors(trigger)]
        if governor in path:
            relation = f"up{path.index(governor)}:{tree.deps[path[path.index(governor) - 1]]}"
        elif trigger in tree.ancestors(governor):
            relation = "down"
        elif tree.heads[governor] in path:
            relation = "side"
    function = next((functions[k] for k in range(first, last + 1) if k in functions), "-")
    base = f"{what}:{pos}"
    distance = min(abs(top - trigger), 30) // 4
    clause = sentence.clause_of(trigger)
    lo, hi = sorted((top, trigger))
    verbs = sum(tree.is_verb(k) for k in range(lo + 1, hi))
    closer = sum(abs(other.token - top) < abs(trigger - top) for other in rivals if other.token != trigger)
    return [
        f"rel={base}:{relation}",
        f"rel0={relation}",
        f"f={base}:{simple_function(function)}",
        f"f0={simple_function(function)}",
        f"form={form}",
        f"formrel={form}:{relation}",
        f"d={base}:{distance}:{'after' if top > trigger else 'before'}",
        f"closer={closer}",
        f"alone={alone}",
        f"alone={alone}:{closer}:{relation}",
        f"govl={tree.lemmas[governor]}",
        f"govt={what}:{tree.tags[governor]}:{relation}",
        f"tense={what}:{clause.tense}:{form}",
        f"prep={what}:{tree.lower[first]}",
        f"verbs={min(3, verbs)}:{relation}",
        f"first={first <= 1}",
        f"st={mention.subtype}",
    ]


def _top(tree: Tree, first: int, last: int) -> int:
    for k in range(first, last + 1):
        if not first <= tree.heads[k] <= last or tree.heads[k] == k:
            return k
    return first
