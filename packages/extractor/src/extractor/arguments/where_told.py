"""Places where those are who tell of an event, judge it or hear of it, and not where it is."""

from __future__ import annotations

from extractor.arguments.telling import stance_of
from extractor.evidence import Mention
from extractor.frames.clauses import verb_tense
from extractor.frames.relations import is_aside
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["is_of_judge", "is_of_speaker", "is_of_statement"]

_AT = frozenset({"in", "at", "to"})
_STATEMENTS = lemma_set("statements")
_AUDIENCES = lemma_set("audiences")
_WITNESSES = lemma_set("witnesses")


def is_of_statement(mention: Mention, first: int) -> bool:
    """Whether a place is where somebody tells of a meeting or an attack: "told reporters in Dubai that jets
    had bombed a depot", "as he said in Tehran", or of what another has offered or threatened. Of those who
    live there it is the event's as well.
    """
    tree, node = mention.sentence.tree, mention.sentence.tree.heads[first]
    if tree.deps[first] != "pobj" or tree.lower[node] not in _AT:
        return False
    node = tree.heads[node]
    while tree.lemmas[node] in _AUDIENCES and not tree.is_verb(node) and tree.heads[node] != node:
        node = tree.heads[node]
        node = tree.heads[node] if tree.tags[node] == "IN" else node
    if tree.lemmas[node] not in _STATEMENTS or node == mention.token or not tree.is_verb(node):
        return False
    subject = tree.kid(node, "nsubj")
    if mention.type in ACTS and not _is_of_another(mention, subject):
        return False
    if (subject is not None and tree.lemmas[subject] in _WITNESSES) or "there" in tree.lower[first:]:
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    if tree.deps[node] == "advcl" and node not in path:
        node = tree.heads[node]
        below = tree.below(node, mention.token)
        return node == mention.token or (below is not None and tree.deps[below] != "prep")
    below = tree.below(node, mention.token)
    return below is not None and tree.deps[below] == "ccomp"


def is_of_speaker(mention: Mention, first: int) -> bool:
    """Whether it is where those are who tell of a meeting: "they will meet, the palace in Manila said"."""
    tree, prep = mention.sentence.tree, mention.sentence.tree.heads[first]
    if mention.type != "meeting" or tree.deps[first] != "pobj" or tree.lower[prep] not in _AT:
        return False
    speaker = tree.heads[prep]
    verb = tree.heads[speaker]
    if tree.deps[speaker] != "nsubj" or stance_of(tree, verb) != "says" or tree.lemmas[speaker] in _WITNESSES:
        return False
    below = tree.below(verb, mention.token)
    return below is not None and tree.deps[below] == "ccomp"


def is_of_judge(tree: Tree, trigger: int, first: int) -> bool:
    """Whether a clause tells where he is who judges an event: "X, who is in Rome, condemned the attack"."""
    verb = tree.heads[trigger]
    judged = tree.deps[trigger] == "dobj" and stance_of(tree, verb) == "judges"
    return judged and is_aside(tree, trigger, first)


def _is_of_another(mention: Mention, speaker: int | None) -> bool:
    """Whether an offer or a threat is told to have been made before, and by another than who speaks."""
    tree, referents = mention.sentence.tree, mention.sentence.referents
    maker = tree.kid(mention.token, "nsubj")
    if speaker is None or maker is None or speaker not in referents or maker not in referents:
        return False
    if tree.tags[maker] == "PRP":
        return False
    sides = {referents[speaker].country, referents[maker].country} - {None}
    if len(sides) == 1 and verb_tense(tree, mention.token) not in ("past", "perfect"):
        return False
    return referents[speaker].key != referents[maker].key
