"""How a phrase stands to an event by the words of the sentence, outright and as features.

Who condemns an attack, survives it or tells of it stands where the attacker stands in "staged the attack".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from extractor.arguments.above import Above
from extractor.arguments.acts import of_act
from extractor.arguments.bearings import Bearing
from extractor.arguments.meeting import of_meeting
from extractor.arguments.strikes import StrikeBearings
from extractor.arguments.telling import NOBODY
from extractor.evidence import Mention
from extractor.frames.clauses import is_condition
from extractor.frames.relations import SUBJECTS, is_aside, is_beyond, is_in_brackets, is_parted, relation_of
from extractor.frames.tree import NAME, PRONOUN, Tree
from extractor.ontology import ACTS

__all__ = ["bearings", "in_condition", "stances"]

_NEGATIONS = NOBODY | {"not"}


def stances(tree: Tree, mention: Mention, head: int, above: Above | None) -> list[str]:
    """Features of how the phrase with this head stands to the event; none where no known verb tells.

    `above` is what `above_both` gives.
    """
    kind = mention.type
    features = []
    if above is not None:
        own = any(tree.deps[k] in SUBJECTS for k in tree.children[above.below])
        features.append(f"stance={kind}:{above.stance}:{above.relation}:{tree.deps[above.below]}:{own}")
        features.append(f"stancev={kind}:{above.stance}:{above.relation}:{own}")
    node = tree.first_conjunct(head)
    if in_condition(tree, node, mention.token):
        relation = relation_of(tree, node)[0]
        features += [f"cond={kind}:{relation}", f"conda={kind}:{relation}:{_aims(tree, mention.token)}"]
    return features


def bearings(mention: Mention, heads: Sequence[int], above: Sequence[Above | None]) -> list[Bearing | None]:
    """What the sentence leaves each of the phrases with these heads to be, whatever else speaks for it; None
    where it leaves that open. `above` is what `above_both` gives for each.
    """
    tree, bearing = mention.sentence.tree, _reading(mention)
    found = [bearing(head, over) for head, over in zip(heads, above, strict=True)]
    apart = _ways_apart(mention)
    negated, brackets = tree.has_word(_NEGATIONS), "(" in tree.words
    for k, head in enumerate(heads):
        pronoun = tree.tags[head] in PRONOUN
        named = not pronoun and tree.tags[head] not in ("PRP$", "WP$")
        if named and any(elsewhere(tree, mention.token, head) for elsewhere in apart):
            found[k] = "out"
        nobody = (negated and _is_left_out(tree, head) and not _is_neither(mention, head)) or (
            pronoun and _is_nobody(mention, head)
        )
        if nobody or (brackets and _is_member(tree, head)):
            found[k] = "out"
    return found


def _ways_apart(mention: Mention) -> list[Callable[[Tree, int, int], bool]]:
    """What tells that a phrase stands apart from a meeting, an offer or a threat; who is offered something
    may stand across a semicolon ("Oman offered talks; Chad declined").
    """
    tree = mention.sentence.tree
    found: list[Callable[[Tree, int, int], bool]] = []
    if mention.type != "strike" and "relcl" in tree.deps:  # whom a further clause kills was struck
        found += [is_aside, is_beyond]
    if mention.type == "meeting" and ";" in tree.words:
        found.append(is_parted)
    return found


def _reading(mention: Mention) -> Callable[[int, Above | None], Bearing | None]:
    """What tells how a phrase stands to a mention."""
    if mention.type == "strike":
        return StrikeBearings(mention)
    return partial(of_act if mention.type in ACTS else of_meeting, mention)


def _is_nobody(mention: Mention, head: int) -> bool:
    """Whether a pronoun stands for nobody: "no group has said that it was behind the attack"."""
    referent = mention.sentence.referents.get(head)
    return referent is not None and referent.name.lower().partition(" ")[0] in NOBODY


def _is_member(tree: Tree, head: int) -> bool:
    """Whether somebody is only told, in brackets, to belong to a body: "the Quad (Egypt and others)"."""
    first = tree.first_conjunct(head)
    if tree.deps[first] != "appos" or tree.tags[tree.heads[first]] not in NAME:
        return False
    return tree.kid(first, "conj") is not None and is_in_brackets(tree, first)


def _is_left_out(tree: Tree, head: int) -> bool:
    """Whether it is nobody ("no group claimed it"), or somebody else: "met Rubio but not Trump"."""
    first = tree.left(head)
    if tree.lower[first] in NOBODY and tree.tags[first] not in NAME and not _joins(tree, first, head):
        return True
    word = first if tree.lower[first] == "not" else first - 1
    if not word and tree.lower[0] == "not":
        return "but" in tree.lower[head:]  # "not the rebels but the army had bombed it"
    return word > 0 and tree.lower[word] == "not" and tree.lower[word - 1] in ("but", "and", ",")


def _is_neither(mention: Mention, head: int) -> bool:
    """Whether both of two sides are said not to meet, offer or threaten: "neither side made an offer"."""
    tree = mention.sentence.tree
    return mention.type != "strike" and tree.lower[tree.left(head)] == "neither" and tree.tags[head] == "NN"


def _joins(tree: Tree, word: int, head: int) -> bool:
    """Whether a word before a list joins its parts: "neither Peru nor Chile" are both."""
    return tree.deps[word] == "preconj" or any(tree.lower[k] == "nor" for k in tree.kids(head, "cc"))


def in_condition(tree: Tree, node: int, trigger: int) -> bool:
    """Whether a token stands in a condition, and the trigger outside it."""
    for verb in (node, *tree.ancestors(node)):
        if is_condition(tree, verb):
            return trigger != verb and verb not in tree.ancestors(trigger)
    return False


def _aims(tree: Tree, trigger: int) -> bool:
    """Whether what is announced has an object: "threatened to strike Israel if Washington intervenes"."""
    clause = next((k for k in tree.kids(trigger, "xcomp", "ccomp") if k > trigger), None)
    return clause is not None and tree.kid(clause, "dobj") is not None
