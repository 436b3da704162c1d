"""What is told with the words of an attack where nobody fights: a match, a dismissal, a walkout."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.brawls import is_misdemeanour, is_rush, is_theft
from extractor.triggers.floods import is_disposal, is_flood, is_mishap, is_treatment
from extractor.triggers.habits import is_ability, is_drill, is_under_law
from extractor.triggers.petty import FORCES, IN_FIGHTS, is_of_forces, is_petty
from extractor.triggers.verbal import is_verbal

__all__ = ["is_no_attack"]

_FILMING = lemma_set("filming")
_WORKS = lemma_set("works") | {"scene", "video"}
_PERFORMERS = lemma_set("performers")
_CRAFT = lemma_set("craft") | {"rifle", "vehicle"}
_FIERCE = frozenset({"assault", "attack", "raid", "strike"})
_ANIMALS = lemma_set("animals")
_HARMED_BY_WORDS = lemma_set("harmed_by_words")
_KILLING = lemma_set("killing")
_FIGURATIVE = lemma_set("figurative_attacks")
_TITLES = lemma_set("title") | lemma_set("employed")
_LABOUR = lemma_set("labour")
_WORKERS = lemma_set("workers")
_ATTACKS = lemma_set("attack_kinds") | {"attack", "explosion", "offensive"}
_UNHARMED = lemma_set("empty_places") | lemma_set("animals")
_SEAS = frozenset({"atlantic", "ocean", "pacific", "sea"})
_TRIALS = lemma_set("drills") | {"test", "trial"}
_DUMMIES = frozenset({"dummy", "hulk", "target"})
_ROAD = lemma_set("road_vehicles")
_RAMMING = lemma_set("ramming")
_EXPLODING = frozenset({"bomb", "device", "explosive", "ied", "landmine", "mine"})
_QUARRELS = frozenset({"altercation", "argument", "brawl", "dispute", "quarrel", "row"})
_FLYING = lemma_set("craft") | {"balloon"}
_SET = lemma_set("burning") | {"afire", "off"}
"""Words behind "set" of which some tell of an attack."""


def is_no_attack(sentence: Sentence, token: int) -> bool:
    """Whether what looks like an attack is none."""
    tree = sentence.tree
    return (
        is_drill(tree, token)
        or is_ability(sentence, token)
        or is_under_law(sentence, token)
        or _is_show(tree, token)
        or _is_kind_of_craft(tree, token)
        or _is_figure(sentence, token)
        or _is_aim(tree, token)
        or _is_lift_off(tree, token)
        or _is_mere_impact(tree, token)
        or is_petty(tree, token)
        or _is_dismissal(sentence, token)
        or _is_walkout(tree, token)
        or is_rush(tree, token)
        or is_misdemeanour(sentence, token)
        or is_theft(tree, token)
        or is_flood(tree, token)
        or is_mishap(tree, token)
        or is_disposal(tree, token)
        or is_treatment(tree, token)
        or _is_quarrel(tree, token)
        or _is_set_up(tree, token)
        or _is_overflight(tree, token)
    )


def _is_set_up(tree: Tree, verb: int) -> bool:
    """Whether something is set, and neither on fire nor off: "buses set on end"."""
    below = range(verb, tree.right(verb) + 1)
    return tree.lemmas[verb] == "set" and not any(tree.lower[k] in _SET for k in below)


def _is_overflight(tree: Tree, verb: int) -> bool:
    """Whether aircraft only cross a border: "a French warplane crossed into Mali"."""
    return tree.lemmas[verb] == "cross" and any(tree.lemmas[k] in _FLYING for k in tree.kids(verb, "nsubj"))


def _is_quarrel(tree: Tree, verb: int) -> bool:
    """Whether two quarrel: "was shot in a dispute over a parking space", but not "in a border dispute", nor
    where armed men or many dead are told of.
    """
    if not tree.is_verb(verb) or not tree.has_lemma(_QUARRELS) or _is_among_armed(tree, verb):
        return False
    why = tree.behind(verb, "after", "during", "in", "over")
    found = [p for p in why if tree.lemmas[p] in _QUARRELS and tree.kid(p, "amod", "compound") is None]
    return any(tree.kid(p, "det", "poss") is not None for p in found)  # not "nights in a row"


def _is_among_armed(tree: Tree, verb: int) -> bool:
    """Whether armed men or states do it, or it is done to several."""
    if any(tree.lemmas[k] in FORCES or tree.tags[k] in NAME for k in tree.doers(verb)):
        return True
    sides = (*tree.kids(verb, "dobj", "nsubjpass"), *tree.kids(verb, "advcl"))
    numbers = (k for side in sides for n in (side, *tree.kids(side, "dobj")) for k in tree.kids(n, "nummod"))
    return any(tree.lower[k] not in ("one", "1") for k in numbers)


def _is_show(tree: Tree, verb: int) -> bool:
    """Whether it is done on a stage or with a camera: "the comedian bombed", "the studio shot the film"."""
    if tree.lemmas[verb] not in ("bomb", "shoot") or not tree.is_verb(verb):
        return False
    misread = (
        tree.deps[verb] == "acl"
        and tree.tags[verb] == "VBN"
        and tree.heads[tree.heads[verb]] == tree.heads[verb]
    )
    doers = [*tree.doers(verb), *([tree.heads[verb]] if misread else ())]
    if tree.lemmas[verb] == "shoot":
        if any(tree.lemmas[k] in _WORKS for k in tree.kids(verb, "dobj", "nsubjpass")):
            return True
        it = any(tree.lower[k] == "it" for k in tree.kids(verb, "nsubjpass"))
        if it and not tree.agents(verb) and tree.kid(verb, "prt", "advmod") is None:
            return not tree.behind(verb, "at", "with") and not tree.has_lemma(_ANIMALS)
        return any(tree.lemmas[k] in _FILMING for k in doers)
    return tree.kid(verb, "dobj", "auxpass") is None and any(tree.lemmas[k] in _PERFORMERS for k in doers)


def _is_kind_of_craft(tree: Tree, noun: int) -> bool:
    """ "Attack drones", "an assault rifle"."""
    above = tree.heads[noun]
    before = tree.deps[noun] in ("compound", "amod", "nmod") and above > noun
    return before and tree.lemmas[noun] in _FIERCE and tree.lemmas[above] in _CRAFT


def _is_figure(sentence: Sentence, noun: int) -> bool:
    """ "A hack attack", "a sexual assault", "hackers launched an attack", "Labour's attack on Sunak"."""
    tree = sentence.tree
    if tree.lemmas[noun] not in _FIERCE:
        return False
    if any(tree.lemmas[k] in _FIGURATIVE for k in tree.kids(noun, "compound", "amod", "nmod")):
        return True
    verb = noun if tree.is_verb(noun) else tree.heads[noun]
    doers = (*tree.doers(verb), *tree.kids(noun, "poss"), *tree.behind(noun, "by"))
    if any(tree.lemmas[k] == "hacker" or _is_animal(tree, k) for k in doers):
        return True
    aims = [] if verb == noun else [p for n in (noun, verb) for p in tree.behind(n, "against", "on")]
    if aims and all(tree.lemmas[p] in _HARMED_BY_WORDS for p in aims):
        return True  # "an attack on the plans"
    return is_verbal(sentence, noun)


def _is_animal(tree: Tree, noun: int) -> bool:
    """ "The baboons", "a swarm of locusts", and not Turkey, which has a capital letter."""
    return any(tree.is_common(k, _ANIMALS) for k in (noun, *tree.behind(noun, "of")))


def _is_aim(tree: Tree, verb: int) -> bool:
    """Whether it only says at whom an attack was aimed that is told already: "a strike targeting the port",
    "a bomber targeting the governor killed four".
    """
    if tree.lemmas[verb] != "target" or tree.tags[verb] != "VBG" or tree.deps[verb] != "acl":
        return False
    noun = tree.heads[verb]
    if tree.deps[noun] == "nsubj" and tree.lemmas[tree.heads[noun]] in _KILLING:
        return True
    return any(tree.lemmas[k] in _ATTACKS for k in (noun, *tree.ancestors(noun)) if not tree.is_verb(k))


def _is_lift_off(tree: Tree, verb: int) -> bool:
    """ "The rocket blasted off"."""
    return tree.lemmas[verb] == "blast" and any(
        tree.lower[k] == "off" for k in tree.kids(verb, "prt", "prep")
    )


def _is_mere_impact(tree: Tree, verb: int) -> bool:
    """Whether nothing is attacked: "hit by a car", "the rocket hit the sea", "hit its target in a test"."""
    if tree.lemmas[verb] not in ("hit", "strike") or not tree.is_verb(verb):
        return False
    doers = tree.doers(verb)
    things = tree.kids(verb, "dobj")
    if any(
        tree.lemmas[k] in _UNHARMED and (tree.tags[k] not in NAME or tree.lower[k] in _SEAS) for k in things
    ):
        return True
    if tree.has_lemma(_TRIALS):
        return any(tree.lemmas[k] in _DUMMIES for t in things for k in (t, *tree.kids(t, "amod", "compound")))
    if tree.has_lemma(_RAMMING) or any(tree.lemmas[k] in _EXPLODING for k in things):
        return False
    return any(tree.lemmas[k] in _ROAD and not is_of_forces(tree, k) for k in doers)


def _is_dismissal(sentence: Sentence, verb: int) -> bool:
    """Whether it is from a job that somebody is fired: "fired the minister", "was fired by the mayor"."""
    tree = sentence.tree
    if tree.lemmas[verb] != "fire" or not tree.is_verb(verb):
        return False
    return any(_is_somebody(sentence, k) for k in tree.kids(verb, "dobj", "nsubjpass"))


def _is_somebody(sentence: Sentence, token: int) -> bool:
    tree, referent = sentence.tree, sentence.referents.get(token)
    if tree.lower[token] == "who" or tree.lemmas[token] in _TITLES:
        return True
    return referent is not None and referent.kind == "person"


def _is_walkout(tree: Tree, noun: int) -> bool:
    """ "The union ended its strike", "a strike by nurses", but not "a strike on the union's office killed
    two".
    """
    if tree.lemmas[noun] != "strike" or tree.is_verb(noun):
        return False
    by = any(tree.lemmas[k] in _WORKERS for k in tree.behind(noun, "by", "of"))
    if not by and not _is_at_work(tree):
        return False
    if tree.has_lemma(IN_FIGHTS) or any(tree.lower[k] in ("on", "against") for k in tree.kids(noun, "prep")):
        return False
    return not any(tree.words[k] != tree.lower[k] or tree.lemmas[k] in _CRAFT for k in _before(tree, noun))


def _is_at_work(tree: Tree) -> bool:
    """Whether work is spoken of, and not the European Union or the Labor Party."""
    if not tree.has_lemma(_LABOUR):
        return False
    return any(tree.is_common(k, _LABOUR) for k in range(len(tree)))


def _before(tree: Tree, noun: int) -> list[int]:
    """What is said of a noun before it, days apart."""
    said = tree.kids(noun, "compound", "amod", "nmod", "poss")
    return [k for k in said if tree.lower[k] not in WEEKDAYS]
