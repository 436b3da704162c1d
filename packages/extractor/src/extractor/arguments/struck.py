"""What the words say outright of those around an attack: whom it harmed, who only came upon it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from extractor.arguments.telling import SUBJECTS, does_harm, of_same_subject
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NOUN, Tree

__all__ = ["is_caught", "is_flown", "is_reported", "of_struck", "site_of"]

_HARMED = lemma_set("harmed") | {"killed"}
"""What is said of those who were harmed, in the form that needs no auxiliary."""
_ASSAILANTS = lemma_set("assailants")
_ATTACKS = lemma_set("attacks")
_ANSWERS = _ATTACKS | {"airstrike", "bombardment", "reprisal", "shelling"}
_CRAFT = lemma_set("craft")
_HAPPENING = frozenset({"happen", "occur", "take", "unfold"})
_CAUSING = lemma_set("causing")
_DEAD = _HARMED | {"victims", "casualties", "fatalities", "dead"}
_DEATHS = lemma_set("deaths")
_DOING = lemma_set("making") | lemma_set("attacking")
_FIGHTERS = lemma_set("fighters") | {"bomber"}
_FLEEING = lemma_set("fleeing")
_GATHERINGS = lemma_set("gatherings")
_GUNFIGHTS = lemma_set("gunfights")
_INCURRING = lemma_set("incurring")
_INVOLVED = lemma_set("involved")
_KEEPERS = lemma_set("keepers") | lemma_set("witnesses")
_LOSING = lemma_set("losing")
_LOSSES = lemma_set("losses")
_LOST = lemma_set("lost")
_MOVING = lemma_set("moving")
_MOVING_TO = lemma_set("moving_to")
_ORDINALS = lemma_set("ordinals") | {"first", "latest"}
_PARTS = lemma_set("parts_of") | {"majority", "number"}
_JUDGING = frozenset({"declare", "find", "hold", "pronounce"})
_OWNING = lemma_set("owning")
_PROMPTING = lemma_set("prompting")
_PROJECTILES = lemma_set("projectiles")
_SETTING_OFF = lemma_set("setting_off")
_SITES = lemma_set("sites")
_SPANS = lemma_set("spans")
_WEAPONS = _PROJECTILES | {"landmine", "mine", "ied"}
_WITNESSING = lemma_set("witnessing")
_AFTER = frozenset({"after", "following", "since", "amid"})
_AIMED = frozenset({"on", "against"})
_DURING = frozenset({"in", "during", "on", "from", "by", "at"})
_WHEN = frozenset({"when", "after", "as"})
_TOWARDS = frozenset({"to", "into", "toward", "towards", "across"})
_UNDERGOING = ("dobj", "nsubjpass")
_RELATIVE = frozenset({"WP", "WDT"})
_BARE = (*SUBJECTS, "npadvmod")
_BEFORE_HARMED = frozenset({"in", "after", "by", "during", "from", "following"})
_CREDIT = frozenset({"responsibility", "credit"})
_CLAIMING = frozenset({"claim", "take", "accept", "assume"})
_CONTRASTING = frozenset({"while", "whereas"})


def of_struck(
    tree: Tree, trigger: int, head: int, relation: str, governor: int
) -> Literal["out", "bears", "does", "answers"] | None:
    """What the words leave the phrase with this head to be in an attack, as `bearing` has it; None where they
    leave it open.

    `relation` is the label or the preposition of the first of its list under `governor`.
    """
    node = tree.first_conjunct(head)
    if _is_contrasted(tree, trigger, node) or _is_prompted(tree, trigger, head):
        return "out"
    if relation == "dobj" and _is_of_victims(tree, trigger, governor):
        return "out"
    running = [(relation, governor), *(("nsubj", k) for k in tree.kids(node, "acl"))]
    if tree.lemmas[node] not in _FIGHTERS and any(_is_displaced(tree, trigger, *told) for told in running):
        return "out"  # but gunmen may flee after their attack
    if _is_harmed(tree, trigger, node, relation, governor) or _is_counted(tree, trigger, head):
        return "bears"
    if relation in _UNDERGOING and _is_beside_the_point(tree, trigger, relation, governor, node):
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


def _is_harmed(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether somebody is told to have been harmed in the attack."""
    if relation == "nsubj" and _has_losses(tree, governor):
        return _is_within(tree, trigger, governor) and not _may_attack(tree, trigger, node)
    if relation in ("of", "dative") and _is_death_of(tree, trigger, relation, governor):
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
    return relation == "dobj" and does_harm(tree, governor) and _is_beside(tree, trigger, governor)


def _has_losses(tree: Tree, verb: int) -> bool:
    """ "Suffered casualties", "lost a leg"."""
    lemma, objects = tree.lemmas[verb], tree.kids(verb, "dobj")
    if lemma in _LOSING:
        return any(tree.lemmas[k] in _LOST or _is_several(tree, k) for k in objects)
    return lemma in _INCURRING and any(tree.lemmas[k] in _LOSSES for k in objects)


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
    above = [trigger, *tree.ancestors(trigger)]
    if verb not in above[1:]:
        return False
    below = above[above.index(verb) - 1]
    if tree.deps[below] == "dobj":  # where the parser hangs it under the losses
        below = above[above.index(below) - 1] if below != trigger else below
    if tree.deps[below] == "prep":
        own = tree.kid(trigger, "poss") is not None  # "lost ten men in its raid"
        return tree.lower[below] in _DURING and tree.heads[trigger] == below and not own
    return tree.deps[below] == "advcl" and any(tree.lower[k] in _WHEN for k in tree.children[below])


def _is_death_of(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether the attack brought somebody's death: "led to the death of X", "cost X their lives"."""
    verb = governor
    if relation == "of":
        if tree.lemmas[governor] not in _DEATHS:
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
    if who is not None and tree.tags[who] not in _RELATIVE:
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
    among = [p for k in tree.kids(verb, "prep") if tree.lower[k] == "among" for p in tree.kids(k, "pobj")]
    return any(
        p in tree.ancestors(trigger)
        and (tree.lower[p] in _DEAD or any(tree.lower[k] in _DEAD for k in tree.kids(p, "acl")))
        for p in among
    )


def _is_aim(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is what the attack is made on."""
    above = tree.heads[noun]
    if tree.deps[noun] in _UNDERGOING:
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


def _is_counted(tree: Tree, trigger: int, head: int) -> bool:
    """Whether those who were harmed in the attack are counted without a verb: "six dead and 20 hurt in a
    bombing", "drone hits refinery, several wounded", "left two dead and six hurt".
    """
    if _HARMED.isdisjoint(tree.lower) or tree.lower[head] in _ORDINALS:
        return False  # "a priest, the tenth killed this year"
    dead = tree.lower[head] in _HARMED and tree.kid(head, "nummod") is not None
    if not dead and not any(tree.lower[k] in _HARMED for k in _said_of(tree, head)):
        return False
    if head < trigger:
        return tree.lower[tree.left(trigger) - 1] in _BEFORE_HARMED
    left = next((k for k in tree.ancestors(head) if tree.lemmas[k] == "leave"), None)
    if left is not None:
        return tree.heads[trigger] == left and tree.deps[trigger] == "nsubj"
    start = tree.left(head)
    return start > trigger and tree.lower[start - 1] == ","


def _said_of(tree: Tree, node: int) -> Iterator[int]:
    """The words that say something of a phrase right behind it, without an auxiliary."""
    some = (
        tree.tags[node] in ("CD", "DT", "JJ", "JJR", "JJS") or tree.lemmas[node] in _PARTS
    )  # no "family of"
    of = next((k for k in tree.kids(node, "prep") if some and tree.lower[k] == "of"), None)
    nouns = [node] if of is None else [node, *tree.kids(of, "pobj")]
    for noun in nouns:
        yield from (k for k in tree.kids(noun, "acl", "amod", "oprd") if k > noun)
        verb = tree.heads[noun]
        if verb > noun and tree.deps[noun] in _BARE and tree.kid(verb, "aux", "auxpass", "dobj") is None:
            yield verb


def _is_beside_the_point(tree: Tree, trigger: int, relation: str, governor: int, node: int) -> bool:
    """Whether an object is only that with which the attack was made, or what was suffered in it."""
    if relation == "dobj" and governor == trigger:
        return tree.lemmas[trigger] in _SETTING_OFF
    losses = _LOST if tree.lemmas[governor] in _LOSING else _LOSSES
    return tree.lemmas[node] in losses and _has_losses(tree, governor)


def _does(tree: Tree, trigger: int, node: int, relation: str, governor: int) -> bool:
    """Whether somebody is told to have a part in the attack, or to have fought those who were shot."""
    if relation == "nsubjpass" and tree.lemmas[governor] in _INVOLVED:
        prep = tree.heads[trigger]
        return tree.deps[trigger] == "pobj" and tree.lower[prep] == "in" and tree.heads[prep] == governor
    if relation in SUBJECTS and _answers_for(tree, trigger, governor):
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
    credit = any(tree.lower[k] in _CREDIT for k in tree.kids(verb, "dobj"))
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
    verb = governor if relation == "nsubj" else tree.kid(node, "relcl")
    return site is not None and verb in tree.ancestors(site)


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


def is_reported(tree: Tree, trigger: int, head: int, verb: int) -> bool:
    """Whether who tells of an attack has not made it: "the agency reported an attack"."""
    if tree.heads[trigger] != verb or tree.deps[trigger] not in ("dobj", "xcomp"):
        return False
    lemma = tree.lemmas[verb]
    return lemma == "report" or (lemma in _WITNESSING and tree.lemmas[head] in _KEEPERS)


def site_of(tree: Tree, trigger: int) -> int | None:
    """The noun for a place, an anniversary or the like of which it is said that it is the attack's."""
    if tree.deps[trigger] != "pobj" or tree.lower[tree.heads[trigger]] != "of":
        return None
    noun = tree.heads[tree.heads[trigger]]
    return noun if tree.lemmas[noun] in _SITES else None


def _is_contrasted(tree: Tree, trigger: int, node: int) -> bool:
    """Whether "while" behind a comma parts a clause with the phrase from another with the trigger, each of
    which has a subject of its own.
    """
    if _CONTRASTING.isdisjoint(tree.lower):
        return False
    return _contrast_above(tree, trigger) != _contrast_above(tree, node)


def _is_displaced(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether a phrase only tells of who went where after the attack: "families fled after the raid"."""
    if relation == "of" and tree.deps[governor] in SUBJECTS:  # "residents of five villages fled"
        relation, governor = "nsubj", tree.heads[governor]
    if relation not in (*SUBJECTS, *_TOWARDS, "dobj"):
        return False
    going = tree.lemmas[governor] in _MOVING or tree.lemmas[governor] in _FLEEING
    if not going and not any(tree.lemmas[k] in _MOVING for k in tree.kids(governor, "xcomp")):
        return False
    prep = tree.heads[trigger]
    return tree.deps[trigger] == "pobj" and tree.lower[prep] in _AFTER and governor in tree.ancestors(prep)


def _is_prompted(tree: Tree, trigger: int, head: int) -> bool:
    """Whether the clause with the phrase has brought the attack about: "..., prompting X to shell Y", but not
    "leading an attack" or "causing an explosion".
    """
    verbs = _PROMPTING | _MOVING_TO if tree.is_verb(trigger) else _PROMPTING
    if not tree.has_lemma(verbs) or (tree.lemmas[trigger] not in _ANSWERS and not tree.is_verb(trigger)):
        return False
    for verb in tree.ancestors(trigger):
        if tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.lemmas[verb] in verbs:
            return verb not in tree.ancestors(head)
    return False


def _contrast_above(tree: Tree, token: int) -> int | None:
    for verb in (token, *tree.ancestors(token)):
        for k in tree.kids(verb, "mark"):
            if tree.lower[k] in _CONTRASTING and k and tree.lower[k - 1] == ",":
                return verb if tree.kid(verb, *SUBJECTS) is not None else None
    return None
