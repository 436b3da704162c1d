"""Who only does something because of an offer or a threat that is made to another."""

from __future__ import annotations

from extractor.arguments.bearings import can_act
from extractor.evidence import Mention
from extractor.frames.tree import NAME

__all__ = ["is_moved"]

_CAUSES = frozenset({"after", "as", "because", "since", "when", "while"})


def is_moved(mention: Mention, node: int) -> bool:
    """Whether somebody is moved by what is done to another by name: "Oman is angry because Iran threatened
    Chad"; `node` is the first of the list that he stands in.
    """
    sentence, tree, trigger = mention.sentence, mention.sentence.tree, mention.token
    if tree.deps[node] not in ("nsubj", "nsubjpass") or tree.deps[trigger] != "advcl":
        return False
    if tree.heads[node] != tree.heads[trigger] or tree.kid(trigger, "nsubj") is None:
        return False
    if not any(tree.lower[k] in _CAUSES for k in tree.kids(trigger, "mark")):
        return False
    moved = sentence.referents.get(node)
    others = [
        k for k in tree.kids(trigger, "dobj", "dative") if tree.tags[k] in NAME and k in sentence.referents
    ]
    return moved is not None and any(
        sentence.referents[k].key != moved.key and can_act(mention, k) for k in others
    )
