"""What speaks for and against a phrase as an argument of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from extractor.arguments.above import Above
from extractor.arguments.stances import stances
from extractor.arguments.wording import (
    Paths,
    amid,
    rank_of,
    side_of,
    words_between,
    words_inside,
)
from extractor.evidence import Mention, Sentence
from extractor.frames.clauses import has_condition
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree

__all__ = ["ActorFeatures", "place_features", "simple_function"]

_LATER = 3
"""Sentences, and candidates, from which on their number no longer counts."""
_KEPT = 4096
_OTHERS = ("subject", "object", "by", "v:subject", "possessor", "on", "between", "with", "modifier")
_COMPANY = frozenset(_OTHERS)


@lru_cache(maxsize=_KEPT)
def simple_function(function: str) -> str:
    """A function without its finest steps: at most two prefixes and one step below."""
    parts = function.split(":")
    tail = parts[-1].split(">")
    return ":".join([*parts[:-1][-2:], ">".join([tail[0], *tail[-1:]] if len(tail) > 1 else tail)])


class ActorFeatures:
    """Features of the phrases around one mention, as its actors."""

    def __init__(self, mention: Mention, roles: Mapping[str, str | None], classes: Mapping[str, str]) -> None:
        """`roles` are what the lexicon's frame gives to functions, `classes` those of verbs by lemma."""
        self._mention, self._tree, self._classes = mention, mention.sentence.tree, classes
        self._roles = roles
        self._base = f"{mention.type}:{'v' if self._tree.is_verb(mention.token) else 'n'}"
        self._lemma = self._tree.lemmas[mention.token]
        self._functions = mention.sentence.functions_of(mention.token)
        present = set(self._functions.values())
        self._others = [function for function in _OTHERS if function in present]
        self._apart = self._of_function("-", self._others)
        self._paths = Paths(self._tree, mention)
        self._conditional = has_condition(self._tree)

    def __call__(self, phrase: Phrase, above: Above | None) -> list[str]:
        """The features of one phrase; `above` is the verb above it and the trigger."""
        mention, tree, base, lemma = self._mention, self._tree, self._base, self._lemma
        kind, rule, lower = mention.type, mention.rule, tree.lower
        head, start, end, shown = phrase.head, phrase.start, phrase.end, phrase.kind
        referent, function = mention.sentence.referents.get(head), self._functions.get(head)
        what = "none" if referent is None else referent.kind
        if function is None:
            role, short, told = None, "-", self._apart
        else:
            role, short = self._roles.get(function), simple_function(function)
            told = self._of_function(short, self._beside(function))
        side, word = "after" if head > mention.token else "before", tree.lemmas[head]
        before = lower[start - 1] if start else "^"
        following = lower[end] if end < len(lower) else "$"
        dep, own = _own_governor(tree, phrase, kind, self._classes)
        found = [
            f"k={kind}:{what}",
            f"fk={base}:{short}:{what}",
            f"p={kind}:{shown}",
            f"rk={kind}:{role}:{what}:{shown}",
            f"head={kind}:{word}",
            f"rowk={rule}:{what}:{shown}:{side}",
            f"lemk={lemma}:{what}:{side}",
            f"hside={kind}:{word}:{side}",
            f"hst={mention.subtype}:{word}",
            f"owndep={kind}:{dep}",
            f"next={kind}:{following}",
            f"sides={kind}:{before}:{following}",
            _distance(mention, head, base),
            *told,
            *own,
            *words_between(tree, mention, start, end),
            *words_inside(tree, kind, start, end),
            *self._paths(head, what, short),
        ]
        if start:
            found.append(f"prev={base}:{before}")
        if referent is not None:
            found.append(f"known={kind}:{referent.known}:{short}")
        if above is not None or self._conditional:
            found += stances(tree, mention, head, above)
        return found

    def _beside(self, function: str) -> list[str]:
        """The functions of other phrases than one that has this function."""
        if function not in _COMPANY or [*self._functions.values()].count(function) > 1:
            return self._others
        return [other for other in self._others if other != function]

    def _of_function(self, short: str, others: Sequence[str]) -> list[str]:
        """The features of a simple function by itself and beside the functions of `others`."""
        mention, beside = self._mention, f"with={self._base}:{short}:"
        own = [f"row={mention.rule}:{short}", f"lem={mention.type}:{self._lemma}:{short}"]
        return own + [beside + other for other in others]


def _distance(mention: Mention, head: int, base: str) -> str:
    """On which side of the trigger a phrase stands, and how far off."""
    off = head - mention.token
    return f"d={base}:{'after' if off > 0 else 'before'}:{min(abs(off), 25) // 4}"


def _own_governor(tree: Tree, phrase: Phrase, kind: str, classes: Mapping[str, str]) -> tuple[str, list[str]]:
    """The label or preposition under which a phrase hangs, and the word above that with it."""
    node, deps, heads = phrase.head, tree.deps, tree.heads
    while deps[node] in ("conj", "appos") and heads[node] != node:
        node = heads[node]
    dep, governor = deps[node], heads[node]
    if dep == "pobj":
        dep, governor = tree.lower[governor], heads[governor]
    lemma = tree.lemmas[governor]
    own = [f"own={kind}:{lemma}:{dep}"]
    return dep, [*own, f"ownc={kind}:{classes[lemma]}:{dep}"] if lemma in classes else own


def _rivals(
    sentence: Sentence, mention: Mention, phrase: Phrase, short: str, rivals: Sequence[Mention]
) -> list[str]:
    """What the phrase is to the other mentions of the sentence."""
    found = []
    for other in rivals:
        if other.token == mention.token:
            continue
        function = sentence.functions_of(other.token).get(phrase.head)
        found.append(
            f"riv={mention.type}:{other.type}:{simple_function(function) if function else '-'}:{short == '-'}"
        )
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
    found = [
        f"t={what}:{short}",
        f"kp={what}:{kind}:{preposition}",
        f"p={what}:{phrase.kind}:{tree.deps[carrier]}",
        f"con={what}:{container}",
        f"st={mention.subtype}:{short}",
        f"head={what}:{tree.lemmas[phrase.head]}",
        f"same={what}:{min(_LATER, namesakes)}",
    ]
    found += words_between(tree, mention, phrase.start, end, whole=False)
    found += words_inside(tree, what, phrase.start, phrase.end)
    found.append(_distance(mention, phrase.head, base))
    if phrase.start:
        found.append(f"prev={base}:{tree.lower[phrase.start - 1]}")
    found += _own_governor(tree, phrase, what, classes)[1]
    found += _rivals(sentence, mention, phrase, short, rivals)
    found.append(amid(mention, phrase.head, rivals))
    found += _place_rank(mention, phrase, kind, others)
    return found


def _place_rank(mention: Mention, phrase: Phrase, kind: str, others: Sequence[tuple[int, bool]]) -> list[str]:
    """How many of the other candidates stand nearer, and how many are finer than a country."""
    what, side = mention.type, side_of(mention, phrase.head)
    rank = rank_of(mention, phrase.head, [head for head, _ in others])
    finer = min(_LATER, len([head for head, fine in others if fine]))
    return [
        f"rank={what}:{side}:{min(4, rank)}",
        f"finer={kind}:{finer}",
        f"finer={what}:{kind}:{side}:{finer}",
    ]


def _preposition(tree: Tree, token: int) -> str:
    node = token
    while tree.deps[node] in ("conj", "appos", "compound", "nmod", "poss") and tree.heads[node] != node:
        node = tree.heads[node]
    return tree.lower[tree.heads[node]] if tree.deps[node] == "pobj" else tree.deps[node]
