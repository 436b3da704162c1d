"""Whom the words say outright that an attack harmed, and what is only its weapon or its toll."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.arguments.telling import does_harm
from extractor.frames.phrases import CALENDAR, HARMED
from extractor.frames.relations import RELATIVE, SUBJECTS, UNDERGOING, of_same_subject
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["is_beside_the_point", "is_counted", "is_harmed"]

_ATTACKS = lemma_set("attacks")
_CAUSING = lemma_set("causing")
_DEAD = HARMED | {"victims", "casualties", "fatalities"}
_DEATHS = lemma_set("deaths")
_FIRING = frozenset({"fire", "shoot"})
_AT_THEM = frozenset({"at", "on", "upon"})
_DOING = lemma_set("making") | lemma_set("attacking")
_GATHERINGS = lemma_set("gatherings")
_INCURRING = lemma_set("incurring")
_LOSING = lemma_set("losing")
_LOSSES = lemma_set("losses")
_LOST = lemma_set("lost")
_ASSAILANTS = lemma_set("assailants")
_ORDINALS = lemma_set("ordinals") | {"first", "latest"}
_PARTS = lemma_set("parts_of") | {"majority", "number"}
_SOME = ("CD", "DT", "JJ", "JJR", "JJS")
_PROJECTILES = lemma_set("projectiles")
_PUTTING = lemma_set("putting")
_SETTING_OFF = lemma_set("setting_off")
_SPANS = lemma_set("spans")
_PUT = frozenset(
    {"at", "beneath", "beside", "in", "inside", "near", "on", "outside", "to", "under", "underneath"}
)
_AIMED = frozenset({"on", "against"})
_DURING = frozenset({"in", "during", "on", "from", "by", "at"})
_WHEN = frozenset({"when", "after", "as"})
_BARE = (*SUBJECTS, "npadvmod")
_BEFORE_HARMED = frozenset({"in", "after", "by", "during", "from", "following"})


def is_harmed(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether somebody is told to have been harmed in the attack."""
    if relation == "nsubjpass" and governor == trigger and _is_fired_on(tree, trigger):
        return True
    if relation == "nsubj" and _has_losses(tree, governor):
        return _is_within(tree, trigger, governor) and not _may_attack(tree, trigger, node)
    if relation in ("of", "among", "dative", "to") and _is_death_of(tree, trigger, relation, governor):
        return True
    if relation == "of" and tree.lemmas[governor] in _GATHERINGS:
        return _is_aim(tree, trigger, governor)
    if _is_among_dead(tree, trigger, node, relation, governor):
        return True
    if relation in _AIMED and _is_aimed_at(tree, trigger, node, governor):
        return True
    if relation == "to" and (tree.lower[governor] == "fire" or tree.kid(governor, "dobj") is not None):
        verb = tree.heads[governor] if tree.lower[governor] == "fire" else governor
        return _sets_fire(tree, verb) and _is_beside(tree, trigger, verb)
    if _is_mined(tree, trigger, relation, governor):
        return True
    return relation == "dobj" and does_harm(tree, governor) and _is_beside(tree, trigger, governor)


def _is_fired_on(tree: Tree, verb: int) -> bool:
    """ "Was fired on", where nothing stands behind the preposition."""
    ons = tree.kids(verb, "prep", "prt")
    return tree.lemmas[verb] in _FIRING and any(
        tree.lower[k] in _AT_THEM and tree.kid(k, "pobj") is None for k in ons
    )


def _is_mined(tree: Tree, trigger: int, relation: str, verb: int) -> bool:
    """Whether the weapon was put on or under something: "a bomb hidden in a bus went off"."""
    if relation not in _PUT or tree.lemmas[verb] not in _PUTTING or tree.deps[verb] != "acl":
        return False
    weapon = tree.heads[verb]
    return trigger == weapon or (tree.deps[weapon] in SUBJECTS and tree.heads[weapon] == trigger)


def is_counted(tree: Tree, trigger: int, head: int) -> bool:
    """Whether those who were harmed in the attack are counted without a verb: "six dead and 20 hurt in a
    bombing", "drone hits refinery, several wounded", "left two dead and six hurt".
    """
    if not tree.has_word(HARMED) or tree.lower[head] in _ORDINALS:
        return False  # "a priest, the tenth killed this year"
    dead = tree.lower[head] in HARMED and tree.kid(head, "nummod") is not None
    if not dead and not any(tree.lower[k] in HARMED for k in _said_of(tree, head)):
        return False
    if head < trigger:
        return tree.lower[tree.left(trigger) - 1] in _BEFORE_HARMED
    left = next((k for k in tree.ancestors(head) if tree.lemmas[k] == "leave"), None)
    if left is not None:
        return tree.heads[trigger] == left and tree.deps[trigger] == "nsubj"
    start = tree.left(head)
    return start > trigger and tree.lower[start - 1] == ","


def is_beside_the_point(tree: Tree, trigger: int, relation: str, governor: int, node: int) -> bool:
    """Whether an object is only that with which the attack was made, or what was suffered in it."""
    if relation == "dobj" and governor == trigger:
        return tree.lemmas[trigger] in _SETTING_OFF
    losses = _LOST if tree.lemmas[governor] in _LOSING else _LOSSES
    return tree.lemmas[node] in losses and _has_losses(tree, governor)


def _has_losses(tree: Tree, verb: int) -> bool:
    """ "Suffered casualties", "lost a leg"."""
    lemma = tree.lemmas[verb]
    if lemma in _LOSING:
        return any(tree.lemmas[k] in _LOST or _is_several(tree, k) for k in tree.kids(verb, "dobj"))
    return lemma in _INCURRING and any(tree.lemmas[k] in _LOSSES for k in tree.kids(verb, "dobj"))


def _may_attack(tree: Tree, trigger: int, node: int) -> bool:
    """Whether those who have losses may be the attackers of somebody else: "the army lost ten men in the raid
    on the camp".
    """
    on = any(tree.lower[k] in _AIMED for k in tree.kids(trigger, "prep"))
    return on and tree.lemmas[node] in _ASSAILANTS


def _is_several(tree: Tree, noun: int) -> bool:
    return tree.tags[noun] == "NNS" and tree.kid(noun, "nummod") is not None


def _is_within(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells of what happened in the attack, or when it was made."""
    below = tree.below(verb, trigger)
    if below is None:
        return False
    if tree.deps[below] == "dobj":  # where the parser hangs it under the losses
        inner = tree.below(below, trigger)
        below = below if inner is None else inner
    if tree.deps[below] == "prep":
        own = tree.kid(trigger, "poss") is not None  # "lost ten men in its raid"
        return tree.lower[below] in _DURING and tree.heads[trigger] == below and not own
    return tree.deps[below] == "advcl" and any(tree.lower[k] in _WHEN for k in tree.children[below])


def _is_death_of(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether the attack brought somebody's death: "led to the death of X", "cost X their lives", "caused
    casualties among X".
    """
    verb = governor
    if relation != "dative":
        if tree.lemmas[governor] not in (_DEATHS if relation == "of" else _LOSSES):
            return False
        verb = tree.heads[governor]
        if tree.deps[governor] == "pobj":
            verb = tree.heads[verb]
        elif tree.deps[governor] != "dobj":
            return False
        if tree.lemmas[verb] not in _CAUSING:
            return False
    elif tree.lemmas[verb] != "cost" or not any(tree.lemmas[k] == "life" for k in tree.kids(verb, "dobj")):
        return False
    return _brings(tree, trigger, verb)


def _brings(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells what the attack brought: it is the subject, or the verb says it of the clause."""
    who = tree.kid(verb, *SUBJECTS)
    if who == trigger:
        return True
    if who is not None and tree.tags[who] not in RELATIVE:
        return False
    above = tree.heads[verb]
    if tree.deps[verb] in ("acl", "relcl"):
        return above == trigger or trigger in tree.ancestors(above)
    told = above == trigger or (tree.heads[trigger] == above and tree.deps[trigger] != "pobj")
    return tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and told


def _is_among_dead(tree: Tree, trigger: int, node: int, relation: str, verb: int) -> bool:
    """Whether somebody is among those whom the attack harmed: "among the dead in the raid was a nurse", "the
    victims of the raid include a nurse".
    """
    if tree.lemmas[verb] == "include":
        who = tree.kid(verb, "nsubj")
        told = who is not None and tree.lower[who] in _DEAD and node in (who, *tree.kids(verb, "dobj"))
        return told and who in tree.ancestors(trigger)
    if relation not in ("nsubj", "attr") or tree.lemmas[verb] != "be":
        return False
    among = tree.behind(verb, "among")
    if any(trigger == p or (tree.heads[trigger] == p and tree.deps[trigger] == "acl") for p in among):
        return True  # "among those shot was a nurse"
    return any(
        p in tree.ancestors(trigger)
        and (tree.lower[p] in _DEAD or any(tree.lower[k] in _DEAD for k in tree.kids(p, "acl")))
        for p in among
    )


def _is_aim(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is what the attack is made on."""
    above = tree.heads[noun]
    if tree.deps[noun] in UNDERGOING:
        return above == trigger
    return tree.deps[noun] == "pobj" and tree.lower[above] in (*_AIMED, "at") and tree.heads[above] == trigger


def _is_aimed_at(tree: Tree, trigger: int, node: int, governor: int) -> bool:
    """Whether an attack is made on somebody, who may be told behind its time: "raids this week on X"."""
    if tree.lower[node] in CALENDAR:
        return False
    if tree.is_verb(trigger):
        return tree.lemmas[governor] in _PROJECTILES and governor in tree.kids(trigger, "dobj")
    if tree.lemmas[governor] in _SPANS:
        above = tree.heads[governor]
        if tree.deps[governor] == "pobj":
            above = tree.heads[above]
        return above == trigger or (above == tree.heads[trigger] and tree.deps[trigger] == "dobj")
    done = tree.heads[trigger] == governor and tree.deps[trigger] == "dobj"
    return done and tree.lemmas[governor] in _DOING


def _sets_fire(tree: Tree, verb: int) -> bool:
    return tree.lemmas[verb] == "set" and any(tree.lower[k] == "fire" for k in tree.kids(verb, "dobj"))


def _is_beside(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb of harm stands behind that of the attack: "stormed the farm and shot the guard"."""
    if verb <= trigger or of_same_subject(tree, verb) != of_same_subject(tree, trigger):
        return False
    return tree.deps[verb] == "conj" and not any(
        tree.lemmas[k] in _ATTACKS for k in range(verb + 1, tree.right(verb) + 1)
    )


def _said_of(tree: Tree, node: int) -> Iterator[int]:
    """The words that say something of a phrase right behind it, without an auxiliary."""
    some = tree.tags[node] in _SOME or tree.lemmas[node] in _PARTS  # and no "family of"
    of = next((k for k in tree.kids(node, "prep") if some and tree.lower[k] == "of"), None)
    nouns = [node] if of is None else [node, *tree.kids(of, "pobj")]
    for noun in nouns:
        yield from (k for k in tree.kids(noun, "acl", "amod", "oprd") if k > noun)
        verb = tree.heads[noun]
        if verb > noun and tree.deps[noun] in _BARE and tree.kid(verb, "aux", "auxpass", "dobj") is None:
            yield verb
