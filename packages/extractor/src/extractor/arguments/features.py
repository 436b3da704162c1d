"""What speaks for and against a phrase as an argument of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from extractor.arguments.wording import crowd, nearby, path_words, rank_of, side_of, words_inside
from extractor.evidence import Mention, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import VERB, Tree

__all__ = ["actor_features", "place_features", "simple_function"]

_STEPS = 4
_LONG = 8
"""Tokens above which a phrase is simply long."""
_LATER = 3
"""Sentences, and candidates, from which on their number no longer counts."""
_KEPT = 4096
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its"}
    | {"some", "several", "many", "any", "no", "all"}
)
_OTHERS = ("subject", "object", "by", "v:subject", "possessor", "on", "between", "with", "modifier")
_COMPANY = frozenset(_OTHERS)
_PASSED = frozenset({"conj", "appos", "pobj"})


@lru_cache(maxsize=_KEPT)
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
        f"k={kind}:{what}",
        f"fk={base}:{short}:{what}",
        f"p={kind}:{phrase.kind}",
        f"r={kind}:{role}",
        f"rk={kind}:{role}:{what}:{phrase.kind}",
        f"row={mention.rule}:{short}",
        f"lem={kind}:{tree.lemmas[trigger]}:{short}",
        f"st={mention.subtype}:{short}",
    ]
    found += _position(tree, mention, phrase, base, short)
    found += _own_governor(tree, phrase, kind, classes)
    found += _verb_path(tree, trigger, phrase, kind, classes)
    first = tree.lower[phrase.start]
    if first in _DETERMINERS:
        found.append(f"det={base}:{first}")
    head = tree.lemmas[phrase.head]
    found.append(f"head={kind}:{head}")
    found += nearby(tree, mention, phrase.start, phrase.end)
    found += words_inside(tree, kind, phrase.start, phrase.end)
    found += path_words(tree, mention, phrase.head, what, short)
    found += _pairs(tree, mention, phrase, what, short)
    if head in classes:
        found.append(f"hc={kind}:{classes[head]}")
    if referent:
        found.append(f"known={kind}:{referent.known}:{short}")
    filled = {f for t, f in functions.items() if f in _COMPANY and t != phrase.head}
    if filled:
        found += [f"with={base}:{short}:{other}" for other in _OTHERS if other in filled]
    return found


def _pairs(tree: Tree, mention: Mention, phrase: Phrase, what: str, short: str) -> list[str]:
    """The trigger's word or rule together with what the phrase is and where it stands."""
    lemma, head = tree.lemmas[mention.token], tree.lemmas[phrase.head]
    side = side_of(mention, phrase.head)
    return [
        f"len={mention.type}:{min(_LONG, phrase.end - phrase.start)}:{short}",
        f"rowk={mention.rule}:{what}:{phrase.kind}:{side}",
        f"lemk={lemma}:{what}:{side}",
        f"hside={mention.type}:{head}:{side}",
        f"hst={mention.subtype}:{head}",
    ]


def _position(tree: Tree, mention: Mention, phrase: Phrase, base: str, short: str) -> list[str]:
    lo, hi = sorted((mention.token, phrase.head))
    size = min(hi - lo, 25) // 4
    found = [f"d={base}:{side_of(mention, phrase.head)}:{size}"]
    commas = tree.words[lo + 1 : hi].count(",")
    found.append(f"verbs={base}:{min(3, tree.verbs_between(lo + 1, hi))}:{short == '-'}")
    found.append(f"commas={base}:{min(3, commas)}:{short == '-'}")
    left = phrase.start - 1
    if left >= 0:
        found.append(f"prev={base}:{tree.lower[left]}")
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
    heads, tags, deps = tree.heads, tree.tags, tree.deps
    node, dep = phrase.head, deps[phrase.head]
    for _ in range(_STEPS):
        if tags[node] in VERB or heads[node] == node:
            break
        if deps[node] not in _PASSED:
            dep = deps[node]
        node = heads[node]
    carrier = trigger
    for _ in range(_STEPS):
        if tags[carrier] in VERB or heads[carrier] == carrier:
            break
        carrier = heads[carrier]
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
    path = tree.path(start, end, _STEPS)
    if path is None:
        return "far"
    rise, _, fall = path
    return "".join([f"^{tree.deps[k]}" for k in rise] + [f"v{tree.deps[k]}" for k in fall[::-1]])


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
    carrier: int,
    container: bool,
    kind: str,
    end: int,
    rivals: Sequence[Mention],
    others: Sequence[tuple[int, bool]],
    namesakes: int,
    classes: Mapping[str, str],
) -> list[str]:
    """Features of a toponym phrase as the place of a mention.

    `carrier` is the token that stands for it in the parse, `kind` the gazetteer's kind of the place, `end`
    the end of the phrase with its containers, `others` the heads of the sentence's other candidates and
    whether each is finer than a country, and `namesakes` how many of them have the phrase's name.
    """
    tree, trigger, what = sentence.tree, mention.token, mention.type
    pos = "v" if tree.is_verb(trigger) else "n"
    base = f"{what}:{pos}"
    functions = sentence.functions_of(trigger)
    function = functions.get(carrier)
    short = simple_function(function) if function else "-"
    preposition = _preposition(tree, carrier)
    position = min(_LATER, sentence.index)
    found = [
        f"t={what}:{short}",
        f"prep={what}:{preposition}",
        f"k={what}:{kind}",
        f"kp={what}:{kind}:{preposition}",
        f"p={what}:{phrase.kind}:{tree.deps[carrier]}",
        f"con={what}:{container}",
        f"st={mention.subtype}:{short}",
        f"head={what}:{tree.lemmas[phrase.head]}",
        f"same={what}:{min(_LATER, namesakes)}",
        f"at={what}:{position}:{kind}",
        f"at={what}:{position > 1}:{short}",
    ]
    found += nearby(tree, mention, phrase.start, end)
    found += words_inside(tree, what, phrase.start, phrase.end)
    found += _position(tree, mention, phrase, base, short)
    found += _own_governor(tree, phrase, what, classes)
    found += _rivals(sentence, mention, phrase, short, rivals)
    found += crowd(mention, phrase.head, rivals, alone=not others)
    found += _place_rank(mention, phrase, kind, others)
    return found


def _place_rank(mention: Mention, phrase: Phrase, kind: str, others: Sequence[tuple[int, bool]]) -> list[str]:
    """How many of the other candidates stand nearer, and how many are finer than a country."""
    what, side = mention.type, side_of(mention, phrase.head)
    rank = rank_of(mention, phrase.head, [head for head, _ in others])
    finer = min(_LATER, len([head for head, fine in others if fine]))
    return [
        f"rank={what}:{side}:{min(4, rank)}",
        f"rankk={what}:{kind}:{side}:{min(_LATER, rank)}",
        f"count={what}:{min(4, len(others))}",
        f"finer={kind}:{finer}",
        f"finer={what}:{kind}:{side}:{finer}",
    ]


def _preposition(tree: Tree, token: int) -> str:
    node = token
    while tree.deps[node] in ("conj", "appos", "compound", "nmod", "poss") and tree.heads[node] != node:
        node = tree.heads[node]
    return tree.lower[tree.heads[node]] if tree.deps[node] == "pobj" else tree.deps[node]
