"""What the words in and around a phrase, and the path to it, say of an argument, as named features.

The functions of a frame are general; these are the particular words that they leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.evidence import Mention
from extractor.frames.tree import NAME, NOUN, VERB, Tree

__all__ = [
    "Paths",
    "amid",
    "clauses",
    "meeting_point",
    "nearer",
    "rank_of",
    "side_of",
    "words_between",
    "words_inside",
]

_CLOSE, _NEAR = 4, 10
"""Tokens between trigger and phrase up to which the wording counts as a whole, and up to which as words."""
_PATH = 6
"""Steps of the longest path."""
_Way = tuple[int, str, list[str]]
"""A path from a trigger: how many steps, their labels, and the verbs and nouns between its ends."""
_TELLING = VERB | NOUN | NAME
_MANY = 3
"""Other triggers, or nouns above a word, from which on their number no longer counts."""


def side_of(mention: Mention, token: int) -> str:
    """On which side of the trigger a token stands."""
    return "after" if token > mention.token else "before"


def rank_of(mention: Mention, token: int, tokens: Iterable[int]) -> int:
    """How many of the tokens stand on the same side of the trigger as `token`, and nearer to it."""
    trigger = mention.token
    lo, hi = (trigger, token - 1) if token > trigger else (token, trigger)
    return len([k for k in tokens if lo < k <= hi])


def nearer(mention: Mention, token: int, rivals: Sequence[Mention]) -> int:
    """How many of the sentence's other triggers stand nearer to a token than the trigger does."""
    trigger = mention.token
    distance = abs(trigger - token)
    return len([o for o in rivals if o.token != trigger and abs(o.token - token) < distance])


def amid(mention: Mention, token: int, rivals: Sequence[Mention]) -> str:
    """How many of the sentence's other triggers stand between the trigger and a token."""
    lo, hi = sorted((token, mention.token))
    between = len([other for other in rivals if lo < other.token < hi])
    return f"amid={mention.type}:{side_of(mention, token)}:{min(_MANY, between)}"


def clauses(tree: Tree, mention: Mention, token: int) -> list[str]:
    """How the clause of a token lies to that of the trigger, and how many nouns are above it in its own."""
    own, depth = _clause(tree, token)
    other, _ = _clause(tree, mention.token)
    if own == other:
        lies = "same"
    elif own in tree.ancestors(other):
        lies = "above"
    else:
        lies = "below" if other in tree.ancestors(own) else "apart"
    pos = "v" if tree.is_verb(mention.token) else "n"
    return [
        f"clause={mention.type}:{pos}:{lies}",
        f"claused={pos}:{lies}:{min(_MANY, depth)}",
        f"clausel={lies}:{tree.deps[own]}:{tree.deps[other]}",
    ]


def _clause(tree: Tree, token: int) -> tuple[int, int]:
    """The verb (or root) above a token, and the nouns on the way up to it."""
    nouns = 0
    while not tree.is_verb(token) and tree.heads[token] != token:
        token = tree.heads[token]
        nouns += tree.tags[token].startswith("NN")
    return token, nouns


def words_between(tree: Tree, mention: Mention, start: int, end: int, *, whole: bool = True) -> list[str]:
    """The words between the tokens `start` to `end` and the trigger, one by one and as a `whole`."""
    if start > mention.token:
        side, first, last = "after", mention.last + 1, start
    else:
        side, first, last = "before", end, mention.first
    far = last - first
    if far > _NEAR:
        return []
    each = f"between={mention.type}:{side}:"
    found = [each + lemma for lemma in dict.fromkeys(tree.lemmas[first:last])]
    if whole and far <= _CLOSE:
        found.append(f"words={mention.type}:{side}:{' '.join(tree.lower[first:last])}")
    return found


def words_inside(tree: Tree, kind: str, start: int, end: int) -> list[str]:
    """The words of the phrase itself."""
    each = f"inside={kind}:"
    if end - start == 1:
        return [each + tree.lemmas[start]]
    return [each + lemma for lemma in dict.fromkeys(tree.lemmas[start:end])]


class Paths:
    """The paths from one trigger to the tokens around it, with their prepositions, and the words on them."""

    def __init__(self, tree: Tree, mention: Mention) -> None:
        self._tree, self._kind, self._rule = tree, mention.type, mention.rule
        self._ways: dict[int, _Way] = {}
        labels = ""
        words: list[str] = []
        for steps, token in enumerate((mention.token, *tree.ancestors(mention.token)[:_PATH])):
            self._ways[token] = steps, labels, words
            labels += f"^{_label(tree, token)}"
            if steps and tree.tags[token] in _TELLING:
                words = [*words, tree.lemmas[token]]

    def __call__(self, token: int, what: str, short: str) -> list[str]:
        """The features of a token; `what` is the kind of its phrase and `short` its function."""
        kind, way = self._kind, self._way(token)
        if way is None:
            return [f"dp={kind}:far"]
        _, labels, words = way
        found = [f"dp={kind}:{labels}", f"dpk={kind}:{what}:{labels}", f"dpr={self._rule}:{labels}"]
        if words:
            found += [f"mid={kind}:{word}:{short}" for word in words]
        return found

    def _way(self, token: int) -> _Way | None:
        """The way to a token; None where it is too long."""
        tree, ways, top = self._tree, self._ways, token
        fall: list[int] = []
        while top not in ways and len(fall) < _PATH:
            fall.append(top)
            top = tree.heads[top]
        way = ways.get(top)
        if way is None or way[0] + len(fall) > _PATH:
            return None
        steps, labels, words = way
        for node in reversed(fall):
            if steps and tree.tags[top] in _TELLING:
                words = [*words, tree.lemmas[top]]
            steps, labels, top = steps + 1, f"{labels}v{_label(tree, node)}", node
            ways[node] = steps, labels, words
        return ways[token]


def meeting_point(tree: Tree, mention: Mention, token: int, base: str) -> list[str]:
    """The word under which trigger and token meet, and from which sides."""
    path = tree.path(mention.token, token)
    if path is None:
        return []
    rise, top, fall = path
    below, above = (tree.deps[k[-1]] if k else "=" for k in (fall, rise))
    return [
        f"lca={mention.type}:{tree.lemmas[top]}:{below}:{above}",
        f"lcd={base}:{below}:{above}:{len(fall)}:{min(3, len(rise))}",
    ]


def _label(tree: Tree, token: int) -> str:
    dep = tree.deps[token]
    return f"prep_{tree.lower[token]}" if dep == "prep" else dep
