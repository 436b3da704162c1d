"""Where a sentence says what is offered or threatened: "threatened to annex it", "an offer of help"."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.frames.tree import Tree

__all__ = ["BEFORE", "QUOTES", "content_heads", "parts_before"]

_CONDITION = frozenset({"if", "unless"})
_OF = frozenset({"of", "for", "against", "to"})
_BEHIND = {"threat": _OF - {"to"}, "invitation": _OF - {"of"}, "invite": _OF - {"of"}}
"""Prepositions of what is offered or threatened, for nouns where one of them names a party."""
_PAST = frozenset({"VBN", "VBD"})
_NAMELESS = frozenset({"NN", "NNS", "CD"})
BEFORE = ("compound", "nmod", "nummod")
"""How a word hangs that says it before the noun: "a bomb threat"."""
_NEAR = 8
QUOTES = frozenset({"“", "”", '"', "``", "''"})
"""Marks of quotations."""


def content_heads(tree: Tree, trigger: int, kind: str) -> Iterator[int]:
    """Heads of what may be the content, the likeliest first."""
    if tree.is_verb(trigger):
        yield from _of_verb(tree, trigger, kind)
    else:
        yield from _of_noun(tree, trigger)
    yield from _infinitive_behind(tree, trigger)
    if not tree.is_verb(trigger):
        yield from parts_before(tree, trigger)[:1]


def _infinitive_behind(tree: Tree, trigger: int) -> Iterator[int]:
    """An infinitive shortly behind, wherever the parser hangs it: "with his threat on Sunday to close it"."""
    for k in range(trigger + 1, min(len(tree), trigger + _NEAR)):
        if tree.words[k] in (",", ";", ":", "."):
            return
        if tree.lower[k] == "to" and tree.tags[tree.heads[k]] == "VB" and tree.heads[k] > k:
            yield tree.heads[k]
            return


def _of_verb(tree: Tree, trigger: int, kind: str) -> Iterator[int]:
    for k in tree.kids(trigger, "ccomp", "xcomp"):
        conditional = any(tree.lower[j] in _CONDITION for j in tree.kids(k, "mark"))
        if (k > trigger or _is_quoted(tree, k)) and not conditional:
            yield k
    objects = tree.kids(trigger, "dobj", "dative", "oprd", "attr")
    yield from (k for k in objects if tree.deps[k] == "dobj")
    yield from (k for k in tree.kids(trigger, "advcl") if _is_infinitive(tree, k))
    yield from tree.kids(trigger, "nsubjpass")
    head = tree.heads[trigger]
    if tree.deps[trigger] in ("acl", "amod") and tree.tags[trigger] in _PAST and tree.is_noun(head):
        yield head
    for holder in (trigger, *objects):
        for prep in tree.kids(holder, "prep", "dative"):
            if tree.lower[prep] in ("to", "into") and tree.kid(prep, "pobj") is not None:
                yield prep
            elif tree.lower[prep] in ("with", "of", "against"):
                yield from tree.kids(prep, "pobj", "pcomp")
    yield from (k for k in objects if tree.deps[k] != "dobj" and tree.is_noun(k))
    if kind == "threat" and tree.tags[trigger] == "VB":
        yield trigger


def _of_noun(tree: Tree, trigger: int) -> Iterator[int]:
    yield from tree.kids(trigger, "xcomp", "ccomp")
    yield from (k for k in tree.kids(trigger, "acl") if tree.tags[k] == "VB" or _is_declared(tree, k))
    for prep in tree.kids(trigger, "prep"):
        if tree.lower[prep] in _BEHIND.get(tree.lemmas[trigger], _OF):
            yield from tree.kids(prep, "pcomp", "pobj")
    governor = tree.heads[trigger]
    if tree.is_verb(governor) and tree.deps[trigger] == "dobj":
        ways = tree.kids(governor, "xcomp", "advcl")
        yield from (k for k in ways if k > trigger and _is_infinitive(tree, k))


def parts_before(tree: Tree, noun: int) -> list[int]:
    """What is offered or threatened, where it stands before the noun: "a bomb threat"."""
    return [k for k in tree.kids(noun, *BEFORE) if k < noun and tree.tags[k] in _NAMELESS]


def _is_infinitive(tree: Tree, k: int) -> bool:
    return any(tree.lower[j] == "to" and tree.deps[j] == "aux" for j in tree.children[k])


def _is_declared(tree: Tree, k: int) -> bool:
    return any(tree.lower[j] == "that" and tree.deps[j] == "mark" for j in tree.children[k])


def _is_quoted(tree: Tree, clause: int) -> bool:
    """Whether a clause before its verb is what was said: "We will strike back, he threatened"."""
    after = tree.right(clause) + 1
    return after < len(tree) and (tree.words[after] == "," or tree.words[after] in QUOTES)
