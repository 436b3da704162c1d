"""Who has made an attack by its words, and who only came upon it, suffered it or tells of it."""

from __future__ import annotations

from typing import Literal

from extractor.arguments.harmed import is_beside_the_point, is_counted, is_harmed
from extractor.arguments.telling import CREDIT
from extractor.frames.relations import SUBJECTS, UNDERGOING
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, QUALIFYING, Tree

__all__ = ["StruckBearings", "is_caught", "is_flown", "site_of"]

_ASSAILANTS = lemma_set("assailants")
_ANSWERS = lemma_set("attacks") | {"reprisal", "shelling"}
_CRAFT = lemma_set("craft")
_HAPPENING = frozenset({"happen", "occur", "take", "unfold"})
_FIGHTERS = lemma_set("fighters")
_FLEEING = lemma_set("fleeing")
_GUNFIGHTS = lemma_set("gunfights")
_INVOLVED = lemma_set("involved")
_MOVING = lemma_set("moving")
_MOVING_TO = lemma_set("moving_to")
_JUDGING = frozenset({"declare", "find", "hold", "pronounce"})
_OWNING = lemma_set("owning")
_PROMPTING = lemma_set("prompting")
_PROMPTING_TO = _PROMPTING | _MOVING_TO
_SITES = lemma_set("sites")
_WEAPONS = lemma_set("projectiles") | {"landmine", "mine", "ied"}
_AFTER = frozenset({"after", "following", "since", "amid"})
_TOWARDS = frozenset({"to", "into", "toward", "towards", "across"})
_GOING = _TOWARDS.union(SUBJECTS, {"dobj"})
"""What those who go are to the verb, and those whom it takes away."""
_CLAIMING = frozenset({"claim", "take", "accept", "assume"})
_CONTRASTING = frozenset({"while", "whereas"})


class StruckBearings:
    """What phrases are to one attack by what befell them, by their part in it, or by where they stand."""

    def __init__(self, tree: Tree, trigger: int) -> None:
        self._tree, self._trigger = tree, trigger
        self._contrasts = tree.has_word(_CONTRASTING)
        self._clause = _contrast_above(tree, trigger) if self._contrasts else None
        self._prompting = _prompting_above(tree, trigger)
        self._follows = tree.deps[trigger] == "pobj" and tree.lower[tree.heads[trigger]] in _AFTER

    def __call__(
        self, head: int, node: int, relation: str, governor: int
    ) -> Literal["out", "bears", "does", "answers"] | None:
        """What the words leave the phrase with this head to be; None where they leave it open.

        `node` is the first of its list, and `relation` the label or the preposition of that under `governor`.
        """
        tree, trigger = self._tree, self._trigger
        if self._prompting is not None and self._prompting not in tree.ancestors(head):
            return "out"
        if self._contrasts and self._clause != _contrast_above(tree, node):
            return "out"
        if relation == "dobj" and _is_of_victims(tree, trigger, governor):
            return "out"
        if self._follows and _is_displaced(tree, trigger, node, relation, governor):
            return "out"
        if is_harmed(tree, trigger, node, relation, governor) or is_counted(tree, trigger, head):
            return "bears"
        if relation in UNDERGOING and is_beside_the_point(tree, trigger, relation, governor, node):
            return "out"
        if _does(tree, trigger, node, relation, governor):
            return "does"
        if _only_comes_upon(tree, trigger, node, relation, governor):
            return "answers"
        return None


def _is_of_victims(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells what those did who were shot: "a man shot by police had stabbed three people"."""
    victim = tree.heads[trigger]
    if tree.deps[trigger] != "acl" or tree.tags[trigger] != "VBN" or tree.heads[victim] != verb:
        return False
    return tree.deps[victim] == "nsubj" and tree.lemmas[victim] not in _WEAPONS | _CRAFT | {"device"}


def _does(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether somebody is told to have a part in the attack, or to have fought those who were shot."""
    if relation == "nsubjpass" and tree.lemmas[governor] in _INVOLVED:
        prep = tree.heads[trigger]
        return tree.deps[trigger] == "pobj" and tree.lower[prep] == "in" and tree.heads[prep] == governor
    if relation in SUBJECTS and _answers_for(tree, trigger, governor):
        return True
    if relation in QUALIFYING and _hits_with(tree, trigger, governor):
        return True
    if relation == "nsubj" and tree.lemmas[governor] in _FLEEING and tree.lemmas[node] in _ASSAILANTS:
        return site_of(tree, trigger) in tree.kids(governor, "dobj", "prep")
    if relation == "with" and tree.lemmas[governor] in _GUNFIGHTS and governor != trigger:
        prep = tree.heads[governor]
        return (
            tree.deps[governor] == "pobj"
            and tree.lower[prep] in ("in", "during")
            and (tree.heads[prep] == trigger and tree.kid(trigger, "auxpass", "nsubjpass") is not None)
        )
    return False


def _hits_with(tree: Tree, trigger: int, weapon: int) -> bool:
    """Whether it is weapons that hit, and somebody's: "Syrian rockets and mortars hit the camp"."""
    while tree.deps[weapon] in QUALIFYING:
        weapon = tree.heads[weapon]  # "artillery and glide bombs"
    first = tree.first_conjunct(weapon)
    if not tree.is_verb(trigger) or tree.deps[first] != "nsubj" or tree.heads[first] != trigger:
        return False
    return any(tree.lemmas[k] in _WEAPONS for k in (weapon, *tree.kids(weapon, "conj")))


def _answers_for(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb says that its subject takes the blame, or has it: "accepted responsibility for it",
    "was found guilty of the raid".
    """
    above = tree.ancestors(trigger)
    if verb not in above:
        return False
    between = [tree.lower[k] for k in above[: above.index(verb)]]
    if "guilty" in between:
        judged = tree.lemmas[verb] in _JUDGING and tree.kid(verb, "auxpass") is None
        return tree.kid(verb, "neg") is None and not judged  # "the court found two men guilty"
    credit = any(tree.lower[k] in CREDIT for k in tree.kids(verb, "dobj"))
    return credit and "for" in between and tree.lemmas[verb] in _CLAIMING


def _only_comes_upon(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether somebody has only to do with the attack's place, news or victims, and has not made it."""
    if relation in _TOWARDS and tree.lemmas[governor] in _MOVING:
        return governor != trigger
    if relation == "nsubj" and governor == trigger and tree.lemmas[node] in _WEAPONS:
        return tree.kid(node, "compound", "amod", "poss") is None  # a shell is nobody
    if relation == "by" and tree.lemmas[governor] in _OWNING and governor != trigger:
        return not (tree.deps[governor] in ("acl", "relcl") and tree.heads[governor] == trigger)
    site = site_of(tree, trigger)
    if site is None:
        return False
    verb = governor if relation == "nsubj" else tree.kid(node, "relcl")
    return verb in tree.ancestors(site)


def is_caught(tree: Tree, trigger: int, node: int) -> bool:
    """Whether an attack is told to have come upon somebody: "happened while the soldiers were on patrol"."""
    clause = tree.heads[node]
    verb = tree.heads[clause]
    if tree.deps[node] != "nsubj" or tree.deps[clause] != "advcl" or tree.tags[node] not in NOUN:
        return False
    if tree.lemmas[verb] not in _HAPPENING or tree.kid(verb, "nsubj") != trigger:
        return False
    marked = any(tree.lower[k] in ("while", "as", "when") for k in tree.children[clause])
    under_way = tree.lemmas[clause] == "be" or tree.tags[clause] == "VBG"
    return marked and under_way


def is_flown(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody's aircraft make the attack: "Houthi drones targeted a tanker"."""
    if tree.lemmas[node] not in _CRAFT or tree.kid(node, "compound", "amod", "poss") is None:
        return False
    by = tree.deps[node] == "pobj" and tree.deps[tree.heads[node]] == "agent"
    return tree.heads[tree.heads[node] if by else node] == trigger and (by or tree.deps[node] == "nsubj")


def site_of(tree: Tree, trigger: int) -> int | None:
    """The noun for a place, an anniversary or the like of which it is said that it is the attack's."""
    if tree.deps[trigger] != "pobj" or tree.lower[tree.heads[trigger]] != "of":
        return None
    noun = tree.heads[tree.heads[trigger]]
    return noun if tree.lemmas[noun] in _SITES else None


def _is_displaced(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether a phrase only tells of who went where after the attack: "families fled after the raid"; but
    gunmen may flee after their attack.
    """
    running = [(relation, governor), *(("nsubj", k) for k in tree.kids(node, "acl"))]
    return tree.lemmas[node] not in _FIGHTERS and any(_is_going(tree, trigger, *told) for told in running)


def _is_going(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether a phrase that hangs so tells of who went where behind the preposition before the attack."""
    if relation == "of" and tree.deps[governor] in SUBJECTS:  # "residents of five villages fled"
        relation, governor = "nsubj", tree.heads[governor]
    if relation not in _GOING:
        return False
    going = tree.lemmas[governor] in _MOVING or tree.lemmas[governor] in _FLEEING
    if not going and not any(tree.lemmas[k] in _MOVING for k in tree.kids(governor, "xcomp")):
        return False
    return governor in tree.ancestors(tree.heads[trigger])


def _prompting_above(tree: Tree, trigger: int) -> int | None:
    """The verb of the clause that has brought the attack about: "..., prompting X to shell Y", but not
    "leading an attack" or "causing an explosion".
    """
    verbs = _PROMPTING_TO if tree.is_verb(trigger) else _PROMPTING
    if not tree.has_lemma(verbs) or (tree.lemmas[trigger] not in _ANSWERS and not tree.is_verb(trigger)):
        return None
    for verb in tree.ancestors(trigger):
        if tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.lemmas[verb] in verbs:
            return verb
    return None


def _contrast_above(tree: Tree, token: int) -> int | None:
    """The verb of the clause with a subject of its own that "while" behind a comma parts from another."""
    for verb in (token, *tree.ancestors(token)):
        for k in tree.kids(verb, "mark"):
            if tree.lower[k] in _CONTRASTING and k and tree.lower[k - 1] == ",":
                return verb if tree.kid(verb, *SUBJECTS) is not None else None
    return None
