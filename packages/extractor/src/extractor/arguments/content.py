"""What is offered or threatened, and who is named as the source of a statement."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.evidence import Mention
from extractor.frames.tree import Tree

__all__ = ["attribution_of", "content_of"]

_CLAUSES = ("xcomp", "ccomp", "acl", "pcomp", "advcl")
_OF = frozenset({"of", "for", "to", "against", "that"})


def content_of(mention: Mention) -> tuple[int, int] | None:
    """Plain offsets of the content of an offer or a threat, or None where the text does not give it."""
    if mention.type not in ("offer", "threat"):
        return None
    tree, trigger = mention.sentence.tree, mention.token
    node = _complement(tree, trigger)
    if node is not None and any(a.start <= tree.starts[node] < a.end for a in mention.actors):
        node = _beside(tree, trigger, node)
    if node is None:
        return None
    start, end = tree.left(node), tree.right(node)
    while end > start and tree.words[end] in (",", ".", "”", '"', ";", ":"):
        end -= 1
    while start < end and tree.words[start] in (",", ":", "that"):
        start += 1
    return (tree.starts[start], tree.ends[end]) if start > trigger or end < trigger else None


def _complement(tree: Tree, trigger: int) -> int | None:
    for label in ("ccomp", "xcomp"):
        clause = tree.kid(trigger, label)
        if clause is not None:
            return clause
    if tree.is_verb(trigger):
        infinitive = next(
            (k for k in tree.kids(trigger, "advcl") if any(tree.lower[j] == "to" for j in tree.children[k])),
            None,
        )
        return tree.kid(trigger, "dobj") if infinitive is None else infinitive
    clause = next((k for k in tree.kids(trigger, "acl") if tree.tags[k] == "VB"), None)
    if clause is not None:
        return clause
    for prep in tree.kids(trigger, "prep"):
        if tree.lower[prep] in _OF:
            inner = tree.kid(prep, "pcomp", "pobj")
            if inner is not None:
                return inner
    return None


def _beside(tree: Tree, trigger: int, party: int) -> int | None:
    """What somebody is invited to or threatened with, where the object is that somebody."""
    for holder in (trigger, party):
        for prep in tree.kids(holder, "prep", "dative"):
            if tree.lower[prep] == "to":
                return prep
            if tree.lower[prep] == "with":
                return tree.kid(prep, "pobj", "pcomp")
    return None


def attribution_of(mention: Mention, cues: Mapping[str, str]) -> tuple[int, int, str, str | None] | None:
    """Plain offsets, name and Wikidata id of the source that the sentence names for the statement ("officials
    said that …").
    """
    sentence = mention.sentence
    tree = sentence.tree
    for k, word in enumerate(tree.lower[:-1]):
        if word == "according" and tree.lower[k + 1] == "to":
            pobj = tree.kid(k + 1, "pobj")
            if pobj is None:
                inner = tree.kid(k, "prep")
                pobj = tree.kid(inner, "pobj") if inner is not None else None
            if pobj is not None:
                return _span(mention, pobj)
    for node in tree.ancestors(mention.token):
        if tree.is_verb(node) and node != mention.token and cues.get(tree.lemmas[node]) == "speech":
            subject = tree.kid(node, "nsubj")
            if subject is not None and subject != mention.token and tree.kid(node, "ccomp") is not None:
                return _span(mention, subject)
    return None


def _span(mention: Mention, head: int) -> tuple[int, int, str, str | None] | None:
    tree = mention.sentence.tree
    phrase = next((p for p in mention.sentence.phrases if p.head == head), None)
    if phrase is None:
        return None
    referent = mention.sentence.referents.get(head)
    return (
        tree.starts[phrase.start],
        tree.ends[phrase.end - 1],
        referent.name if referent else phrase.text(tree),
        referent.wikidata if referent else None,
    )
