"""What a word is to the one above it, as far as the tree alone tells, and where parsers hang it elsewhere."""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = [
    "RELATIVE",
    "SUBJECTS",
    "UNDERGOING",
    "first_listed",
    "is_aside",
    "is_beyond",
    "is_in_brackets",
    "is_mutual",
    "is_parted",
    "is_run_together",
    "of_same_subject",
    "relation_of",
]

SUBJECTS = ("nsubj", "nsubjpass")
"""How a subject hangs on its verb."""
UNDERGOING = frozenset({"dobj", "nsubjpass"})
"""How those to whom something is done hang on its verb."""
RELATIVE = frozenset({"WP", "WDT"})
"""Tags of "who" and "which"."""
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_EACH_OTHER = frozenset({"each other", "one another"})
_BEFORE_RECIPIENT = frozenset({"det", "amod", "poss"})


def relation_of(tree: Tree, node: int) -> tuple[str, int]:
    """The label or the preposition under which a token hangs, and the word above that."""
    governor = tree.heads[node]
    if tree.deps[node] != "pobj":
        return tree.deps[node], governor
    return tree.lower[governor], tree.heads[governor]


def of_same_subject(tree: Tree, verb: int) -> int:
    """The verb whose subject a further verb has: "killed" of "killed ten and wounded six"."""
    while tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]) and tree.kid(verb, *SUBJECTS) is None:
        verb = tree.heads[verb]
    return verb


def first_listed(tree: Tree, head: int) -> int:
    """The first of a list; parsers hang what follows an apposition under it: "Nur, a judge, and Ali"."""
    if tree.deps[head] != "conj":
        return head
    first = tree.first_conjunct(head)
    if first != head and tree.deps[first] == "appos" and not is_in_brackets(tree, first):
        return tree.first_conjunct(tree.heads[first])
    return first


def is_aside(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a token stands in a clause that only tells something of somebody before the trigger: "Chad,
    which quarrels with Niger, offered aid".
    """
    over = (trigger, *tree.ancestors(trigger))
    for clause in tree.ancestors(node):
        if tree.deps[clause] == "relcl" and tree.words[tree.left(clause) - 1] == ",":
            before = tree.heads[clause]
            return before < trigger and before not in over and clause not in over
    return False


def is_beyond(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a token stands behind the clause between commas that holds the trigger: "the envoys, who met
    twice, flew to Rome".
    """
    for clause in (trigger, *tree.ancestors(trigger)):
        if tree.deps[clause] == "relcl" and tree.words[tree.left(clause) - 1] == ",":
            end = tree.right(clause) + 1
            return node > end and tree.words[end] == ","
    return False


def is_parted(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a token stands in another sentence of the one, behind or before a semicolon: "Ann met Bo in
    Rome; Carl was in Oslo".
    """
    first, last = sorted((trigger, node))
    if ";" not in tree.words[first:last]:
        return False
    start, end = node, node
    while start > 0 and tree.words[start - 1] != ";":
        start -= 1
    while end < len(tree) and tree.words[end] != ";":
        end += 1
    return any(tree.tags[k] in _FINITE for k in range(start, end))


def is_in_brackets(tree: Tree, head: int) -> bool:
    """Whether a phrase opens what stands in brackets: "Poland" of "the group (Poland and Hungary)"."""
    first = tree.left(head)
    return first > 0 and tree.words[first - 1] == "("


def is_mutual(tree: Tree, verb: int) -> bool:
    """Whether those who are the verb's subject do something to each other."""
    other = tree.kid(verb, "dobj")
    if other is None:
        return False
    return any(" ".join(tree.lower[k : k + 2]) in _EACH_OTHER for k in (other - 1, other))


def is_run_together(tree: Tree, verb: int, node: int) -> bool:
    """Whether a compound is run together with a verb's object and may be its recipient: nothing stands before
    it but an article, an adjective or an owner ("Mali" of "offered Mali debt relief").
    """
    noun = tree.heads[node]
    if tree.deps[noun] != "dobj" or tree.heads[noun] != verb:
        return False
    return all(tree.deps[k] in _BEFORE_RECIPIENT for k in tree.children[noun] if k < node)
