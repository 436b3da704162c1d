"""What is offered or threatened, and who is named as the source of a statement."""

from __future__ import annotations

from functools import lru_cache

from extractor.evidence import Mention
from extractor.frames.contents import BEFORE, QUOTES, content_heads, parts_before
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.ontology import ACTS
from extractor.tables import rows

__all__ = ["attribution_of", "content_of"]

_SETTING = frozenset({"as", "while", "after", "before", "when", "because", "since", "though", "although"})
"""What opens a clause that tells when or why, and no longer what."""
_ASIDE = _SETTING | {"amid", "despite", "during", "following"}
_TAKING = lemma_set("taking_as")
_OPEN = frozenset({"for", "on", "about", "into", "from", "of", "between", "to"})
"""Prepositions that continue a thing offered or threatened: "a loan for a dam"."""
_RELATIVE = frozenset({"WDT", "WP", "PRP"})
_PARTIES = frozenset({"person", "country", "group"})


def content_of(mention: Mention) -> tuple[int, int] | None:
    """Plain offsets of the content of an offer or a threat, or None where the text does not give it."""
    if mention.type not in ACTS:
        return None
    tree, trigger = mention.sentence.tree, mention.token
    for node in content_heads(tree, trigger, mention.type):
        if tree.tags[node] in _RELATIVE or (_is_thing(tree, node) and _is_party(mention, node)):
            continue
        start, end = _extent(mention, node)
        if _is_thing(tree, node):
            start = _behind_target(mention, start, end)
        if start > trigger or end < trigger or node == trigger:
            return (tree.starts[start], tree.ends[end])
    return None


def _behind_target(mention: Mention, start: int, end: int) -> int:
    """Where the content begins that the parser runs together with whom it is for: "offered Niger help"."""
    tree = mention.sentence.tree
    first = start + (tree.tags[start] == "DT" and start < end)
    for actor in mention.actors:
        if actor.role == "target" and actor.start in (tree.starts[start], tree.starts[first]):
            behind = next((k for k in range(first, end + 1) if tree.starts[k] >= actor.end), start)
            return behind if tree.words[behind][0].isalnum() else start
    return start


def _thing(tree: Tree, node: int) -> int:
    """The noun of a prepositional phrase; any other node is itself."""
    return next(iter(tree.kids(node, "pobj")), node) if tree.tags[node] in ("IN", "TO") else node


def _is_thing(tree: Tree, node: int) -> bool:
    return not tree.is_verb(_thing(tree, node))


def _is_party(mention: Mention, node: int) -> bool:
    """Whether a thing is somebody: an actor of the mention, or people or a state by name."""
    tree = mention.sentence.tree
    head = _thing(tree, node)
    referent = mention.sentence.referents.get(head)
    if head == node and tree.tags[head] in NAME and referent is not None and referent.kind in _PARTIES:
        return True
    at = tree.starts[head]
    return any(actor.start <= at < actor.end for actor in mention.actors)


def _extent(mention: Mention, node: int) -> tuple[int, int]:
    """First and last token of the content that a node heads."""
    tree, trigger = mention.sentence.tree, mention.token
    start, end = tree.left(node), tree.right(node)
    if tree.heads[node] == trigger and tree.deps[node] in BEFORE:
        return start, tree.right(parts_before(tree, trigger)[-1])
    if _is_thing(tree, node):
        end = _continued(mention, end)
    if node < trigger <= end:
        end = trigger - 1
    elif start <= trigger < node:
        start = trigger + 1
    end = _cut(mention, node, start, end)
    while end > start and tree.words[end] in (",", ".", ";", ":", "and", "but", "or"):
        end -= 1
    while start < end and tree.lower[start] in (",", ":", "that", "and"):
        start += 1
    quotes = [k for k in range(start, end + 1) if tree.words[k] in QUOTES]
    if len(quotes) % 2:
        end -= quotes[-1] == end
        start += quotes[0] == start
    return start, end


def _continued(mention: Mention, end: int) -> int:
    """The end of a thing with the phrases that follow it and hang on the verb: "a loan | for a dam"."""
    tree = mention.sentence.tree
    while end + 1 < len(tree) and tree.lower[end + 1] in _OPEN and tree.deps[end + 1] == "prep":
        if _is_party(mention, end + 1):
            return end
        end = tree.right(end + 1)
    return end


def _cut(mention: Mention, node: int, start: int, end: int) -> int:
    """The last token before what tells of when and why, of other things, and to whom a thing goes."""
    tree = mention.sentence.tree
    thing = _thing(tree, node)
    for k in range(start + 1, end + 1):
        first = tree.left(k)
        if first <= start or first > end or node not in tree.ancestors(k):
            continue
        dep, opened, apart = tree.deps[k], tree.lower[first], tree.words[first - 1] == ","
        if (
            (dep == "advcl" and (opened in _SETTING or (apart and tree.tags[k] == "VBG")))
            or (dep in ("relcl", "acl") and apart)
            or (dep == "prep" and opened in _ASIDE and not (opened == "as" and _seen_as(tree, k)))
            or (dep == "prep" and tree.heads[k] == thing and _is_thing(tree, thing) and _is_party(mention, k))
            or (dep == "conj" and apart and tree.is_verb(k) and tree.kid(k, "nsubj") is not None)
        ):
            end = first - 1
    return end


def _seen_as(tree: Tree, prep: int) -> bool:
    """Whether "as" says what something is taken for: "will be treated as an act of war"."""
    return tree.lemmas[tree.heads[prep]] in _TAKING


def attribution_of(mention: Mention) -> tuple[int, int, str, str | None] | None:
    """Plain offsets, name and Wikidata id of the source that the sentence names for the statement ("officials
    said that …").

    Who makes an offer or a threat is its source in the role of that name, and not named twice.
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
    below = mention.token
    for node in tree.ancestors(mention.token):
        if tree.deps[below] == "relcl":
            return None
        if tree.deps[below] == "ccomp" and tree.lemmas[node] in _attributing():
            subject = tree.kid(node, "nsubj")
            if subject is not None and subject != mention.token:
                return None if _is_source(mention, subject) else _span(mention, subject)
        below = node
    return None


def _is_source(mention: Mention, subject: int) -> bool:
    """Whether a speaker is the one who offers or threatens."""
    at, referent = mention.sentence.tree.starts[subject], mention.sentence.referents.get(subject)
    return mention.type in ACTS and any(
        actor.role == "source"
        and (actor.start <= at < actor.end or (referent is not None and actor.referent.key == referent.key))
        for actor in mention.actors
    )


@lru_cache(maxsize=1)
def _attributing() -> frozenset[str]:
    return frozenset(lemma for (lemma,) in rows("lexicon/attributing.tsv", 1))


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
