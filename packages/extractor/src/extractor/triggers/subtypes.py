"""Which subtype of its type a mention has, as named features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from extractor.evidence import Sentence
from extractor.frames.functions import Found
from extractor.frames.tree import Tree
from extractor.tables import rows
from extractor.triggers.match import Candidate

__all__ = ["kinds_of", "load_kinds", "nearest", "subtype_features"]

Kinds = MappingProxyType[str, tuple[str, ...]]
_FUNCTIONS = frozenset(
    {
        "object",
        "subject",
        "with",
        "in",
        "to",
        "of",
        "by",
        "v:subject",
        "modifier",
        "content",
        "at",
        "on",
        "for",
        "from",
        "using",
        "against",
    }
)
_WORDED = frozenset({"NN", "VB", "JJ"})
_CONTENT = frozenset({"xcomp", "ccomp", "acl", "dobj", "relcl", "pcomp", "pobj"})
_LEVELS = ("self", "child", "content", "near", "half", "far")
_VICTIM = frozenset({"object", "on", "against", "at", "in", "v:object", "of", "near", "v:on", "p:object"})
_NEAR, _HALF = 4, 10


@cache
def load_kinds() -> Kinds:
    """Subtypes by "type lemma", as kinds.tsv gives them."""
    found: dict[str, list[str]] = {}
    for kind, subtype, lemmas in rows("lexicon/kinds.tsv", 3):
        for lemma in dict.fromkeys(lemmas.split()):
            found.setdefault(f"{kind} {lemma}", []).append(subtype)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})


@cache
def kinds_of(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Subtypes of a type by lemma."""
    found = {}
    for key, subtypes in load_kinds().items():
        of, _, lemma = key.partition(" ")
        if of == kind:
            found[lemma] = subtypes
    return MappingProxyType(found)


def subtype_features(sentence: Sentence, candidate: Candidate) -> list[str]:
    """Features of the row, the trigger, its modifiers and arguments, and the sentence's words."""
    tree, i, row = sentence.tree, candidate.token, candidate.row
    kind = row.type
    found = [f"row={row.id}", f"sub={row.subtype}", f"lem={kind}:{tree.lemmas[i]}"]
    found += [f"mod={kind}:{tree.lemmas[k]}" for k in tree.children[i]]
    found.append(f"gov={kind}:{tree.lemmas[tree.heads[i]]}")
    if i > 0:
        found.append(f"prev={kind}:{tree.lower[i - 1]}")
    functions = sentence.functions_of(i)
    found += _arguments(sentence, functions, kind)
    words = {tree.lemmas[k] for k, tag in enumerate(tree.tags) if tag[:2] in _WORDED and k != i}
    found += [f"w={kind}:{lemma}" for lemma in sorted(words)]
    near = {tree.lemmas[k] for k in range(max(0, i - _NEAR), min(len(tree), i + _NEAR + 1)) if k != i}
    found += [f"n={kind}:{lemma}" for lemma in sorted(near)]
    return found + _cues(tree, i, kind, row.subtype, functions)


def _arguments(sentence: Sentence, functions: Found, kind: str) -> list[str]:
    found = []
    for token, function in functions.items():
        if function in _FUNCTIONS:
            referent = sentence.referents.get(token)
            found.append(f"ak={kind}:{function}:{referent.kind if referent else '-'}")
    return found


def _cues(tree: Tree, i: int, kind: str, default: str, functions: Found) -> list[str]:
    """What the cue words say, by how they stand to the trigger: the closest level that has any votes."""
    kinds = kinds_of(kind)
    levels: dict[str, dict[str, int]] = {}
    content = _content(tree, i)
    for k, lemma in enumerate(tree.lemmas):
        subtypes = kinds.get(lemma)
        if subtypes is not None:
            victim = kind == "strike" and functions.get(k) in _VICTIM
            level = "victim" if victim else _level(tree, i, k, content)
            votes = levels.setdefault(level, {})
            for subtype in subtypes:
                votes[subtype] = votes.get(subtype, 0) + 1
    found = [f"cue={kind}:{level}:{subtype}" for level, votes in levels.items() for subtype in votes]
    found += sorted(
        {
            f"cues={kind}:{subtype}"
            for level, votes in levels.items()
            if level != "victim"
            for subtype in votes
        }
    )
    found += sorted(
        {f"close={kind}:{s}" for level in ("self", "child", "content") for s in levels.get(level, ())}
    )
    return found + [f"vote={kind}:{default}:{s}" for s in _votes(levels)]


def nearest(tree: Tree, i: int, words: Mapping[str, Sequence[str]]) -> list[str]:
    """The subtypes that the lemmas closest to the trigger tell; `words` gives them by lemma."""
    content = _content(tree, i)
    levels: dict[str, dict[str, int]] = {}
    for k, lemma in enumerate(tree.lemmas):
        for subtype in words.get(lemma, ()):
            votes = levels.setdefault(_level(tree, i, k, content), {})
            votes[subtype] = votes.get(subtype, 0) + 1
    return _votes(levels) if levels else []


def _votes(levels: dict[str, dict[str, int]]) -> list[str]:
    """The subtypes that lead at the closest level."""
    for level in _LEVELS:
        votes = levels.get(level)
        if votes:
            most = max(votes.values())
            return [subtype for subtype, count in votes.items() if count == most]
    return ["-"]


def _level(tree: Tree, i: int, k: int, content: frozenset[int]) -> str:
    if k == i:
        return "self"
    if tree.heads[k] == i or tree.heads[i] == k:
        return "child"
    if k in content:
        return "content"
    distance = abs(k - i)
    return "near" if distance <= _NEAR else "half" if distance <= _HALF else "far"


def _content(tree: Tree, i: int) -> frozenset[int]:
    """The tokens below the trigger's complements: what is offered, threatened or talked of."""
    found: set[int] = set()
    open_nodes = [k for k in tree.children[i] if tree.deps[k] in _CONTENT or tree.deps[k] == "prep"]
    while open_nodes:
        node = open_nodes.pop()
        found.add(node)
        open_nodes += tree.children[node]
    return frozenset(found)
