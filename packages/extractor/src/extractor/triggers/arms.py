"""What weapons and armies do that is told outright: where a shell falls, whose targets are struck."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extractor.frames.clauses import is_condition
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree
from extractor.triggers.bloodless import has_score, is_no_killing, is_toy

__all__ = ["is_deed_of_arms"]

_FALLING = lemma_set("falling")
_SHOTS = lemma_set("thrown") | lemma_set("rounds") | {"projectile", "warhead"}
_WEAPONS = _SHOTS | {"drone"}
_HIT_THINGS = lemma_set("hit_things")
_ONTO = ("at", "in", "inside", "into", "near", "on", "onto")
_SEAS = lemma_set("seas")
_STRIKING = frozenset({"bomb", "bombard", "pound", "shell", "strike"})
_TARGETS = lemma_set("military_targets")
_SIDES = lemma_set("fighters") | lemma_set("troops") | lemma_set("own_bodies")
_CREWS = lemma_set("troops") | lemma_set("war_machines") | lemma_set("fighters") | {"navy", "submarine"}
_SALVOS = lemma_set("salvos")
_BANNED = lemma_set("banned")
_GASES = lemma_set("weapons_used") - {"agent", "bomb", "gas", "munition", "weapon"}
_ANSWERING = lemma_set("answering_charges")
_SLAUGHTERS = frozenset({"massacre", "slaughter"})
_VICTIMS = lemma_set("victims")
_CAMPAIGNS = frozenset({"campaign", "operation", "raid", "sortie"})
_BY_ARMS = frozenset({"bombing", "bombardment", "missile", "shelling"})
_BOMBARDING = frozenset({"bombard", "shell", "strafe"})
_GUNS = _CREWS | {"gun", "ship", "tank"}
_RAMMED = lemma_set("vessels") | lemma_set("attacked_things") | {"crowd", "pedestrian"}
_DRIVING = frozenset({"drive", "force", "push"})
_AWAY = frozenset({"back", "from", "out"})
_NO_BATTLE = lemma_set("no_battle")
_GUARDS = _SIDES | {"guard"}
_OF_WAR = lemma_set("war_machines") | lemma_set("fighters") | {"army", "enemy", "military", "war"}
_FIRED_AT = lemma_set("victims") | lemma_set("attacked_things") | {"crowd", "migrant", "patrol"}
_AIRCRAFT = frozenset({"aircraft", "airliner", "drone", "flight", "helicopter", "jet", "plane"})
_DEADLY = frozenset({"deadly", "fatal", "mass"})
_ROCKING = frozenset({"jolt", "rip", "rock", "shake"})
_SETTING = frozenset({"lay", "set", "spring"})
_FIRES = lemma_set("war_machines") | {"border", "cross", "cross-border", "gun", "hostile", "sniper", "tank"}
_FROM_AFAR = frozenset({"air", "artillery", "drone", "missile", "rocket"})
_OFFENSIVES = frozenset({"counteroffensive", "incursion", "offensive", "onslaught"})
_LAUNCHING = lemma_set("attacking") - {"impose", "step"}
_MILITARY = frozenset({"air", "ground", "land", "military", "special"})
_CRITICISED = lemma_set("criticised")


def is_deed_of_arms(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of weapons that are used."""
    by_lemma = _OF_VERBS if tree.is_verb(token) else _OF_NOUNS
    if tree.lower[token] == "shelling":
        return _is_shelling(tree, token)
    tell = by_lemma.get(tree.lemmas[token])
    return tell is not None and not tree.has_lemma(_NO_BATTLE) and tell(tree, token)


def _is_shelling(tree: Tree, token: int) -> bool:
    """ "After months of shelling", and not "unless the shelling stops"."""
    if tree.deps[token] not in ("pobj", "pcomp", "nsubj", "dobj") or tree.has_lemma(_NO_BATTLE):
        return False
    return tree.kid(token, "compound") is None and not is_condition(tree, tree.heads[token])


def _is_sunk(tree: Tree, verb: int) -> bool:
    """ "The navy sank two boats"."""
    if tree.kid(verb, "dobj", "nsubjpass") is None or is_no_killing(tree, verb):
        return False
    return any(tree.lemmas[k] in _CREWS for k in tree.doers(verb))


def _is_riddled(tree: Tree, verb: int) -> bool:
    """ "Riddled the bus with bullets"."""
    return any(tree.lemmas[k] in _SHOTS | {"gunfire", "shrapnel"} for k in tree.behind(verb, "with"))


def _is_to_death(tree: Tree, verb: int) -> bool:
    """ "Was hacked to death"."""
    return any(tree.lower[k] == "death" for k in tree.behind(verb, "to"))


def _is_bombarded(tree: Tree, verb: int) -> bool:
    """ "Naval guns bombarded the shore", "pounded rebel positions"."""
    by_guns = any(tree.lemmas[k] in _GUNS for k in tree.doers(verb))
    if by_guns and tree.kid(verb, "dobj", "nsubjpass") is not None:
        return True
    return tree.lemmas[verb] in _STRIKING and _strikes_targets(tree, verb)


def _is_struck(tree: Tree, verb: int) -> bool:
    """ "Struck Hezbollah targets", "if Russia is struck"."""
    if tree.kid(verb, "auxpass") is not None:
        return _is_if_attacked(tree, verb)
    return tree.lemmas[verb] in _STRIKING and _strikes_targets(tree, verb)


def _is_campaign(tree: Tree, noun: int) -> bool:
    """ "A bombing campaign", "launched a military operation in Nagorno-Karabakh"."""
    if any(tree.lemmas[k] in _BY_ARMS for k in tree.kids(noun, "compound")):
        return True
    return tree.lemmas[noun] == "operation" and _is_launched_in(tree, noun)


def _is_from_afar(tree: Tree, noun: int) -> bool:
    """ "Air strikes", and no "air strike shelter"."""
    if tree.deps[noun] == "compound":
        return False
    return any(tree.lemmas[k] in _FROM_AFAR for k in tree.kids(noun, "compound"))


def _is_deadly(tree: Tree, noun: int) -> bool:
    """ "A mass shooting", and not "vowed to carry out a mass shooting"."""
    deadly = not _DEADLY.isdisjoint(tree.lower[tree.left(noun) : noun])
    return deadly and tree.tags[tree.heads[noun]] != "VB"


def _is_laid(tree: Tree, noun: int) -> bool:
    """ "Laid an ambush"."""
    return tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[tree.heads[noun]] in _SETTING


def _is_fire(tree: Tree, noun: int) -> bool:
    return _is_exchanged(tree, noun) or _kills_across(tree, noun)


def _rocks(tree: Tree, bomb: int) -> bool:
    """ "A car bomb rocked the port"."""
    return tree.deps[bomb] == "nsubj" and tree.lemmas[tree.heads[bomb]] in _ROCKING and not is_toy(tree, bomb)


def _is_of_weapons(tree: Tree, noun: int) -> bool:
    """ "A volley of rockets", "a missile barrage"."""
    of = (*tree.behind(noun, "of"), *tree.kids(noun, "compound"))
    return any(tree.lemmas[k] in _WEAPONS and not is_toy(tree, k) for k in of)


def _is_fired_at(tree: Tree, noun: int) -> bool:
    """ "The firing of two rockets at Eilat"."""
    return bool(tree.behind(noun, "at", "into", "on")) and _is_of_weapons(tree, noun)


def _is_of_victims(tree: Tree, noun: int) -> bool:
    """ "The slaughter of civilians"."""
    return any(tree.lemmas[k] in _VICTIMS for k in tree.behind(noun, "of"))


def _is_of_side(tree: Tree, noun: int) -> bool:
    """ "The government offensive"."""
    return any(tree.lemmas[k] in _SIDES for k in tree.kids(noun, "compound", "nmod", "poss"))


def _is_if_attacked(tree: Tree, verb: int) -> bool:
    """ "If they or Russia are attacked"."""
    if not is_condition(tree, verb) or tree.agents(verb) or tree.behind(verb, "for", "on", "over"):
        return False
    attacked = (p for k in tree.kids(verb, "nsubjpass") for p in (k, *tree.kids(k, "conj")))
    return any(tree.tags[k] in NAME for k in attacked)


def _is_downed(tree: Tree, word: int) -> bool:
    """ "The downed Flight 17", "a downed jet" where the sentence tells of weapons."""
    noun = tree.heads[word]
    if tree.deps[word] != "amod" or tree.lemmas[noun].lower() not in _AIRCRAFT:
        return False
    return tree.lower[noun] == "flight" or tree.has_lemma(_OF_WAR)


def _are_fired_on(tree: Tree, verb: int) -> bool:
    """ "Protesters were fired upon"."""
    if not any(tree.lower[k] in ("at", "on", "upon") for k in tree.kids(verb, "prep", "prt", "advmod")):
        return False
    return any(tree.lemmas[k] in _FIRED_AT for k in tree.kids(verb, "nsubjpass"))


def _may_occur(tree: Tree, noun: int) -> bool:
    """ "Should any attacks occur", and not "heart attacks occur"."""
    if tree.deps[noun] != "nsubj" or tree.lemmas[tree.heads[noun]] not in ("happen", "occur"):
        return False
    return all(tree.lower[k] in ("an", "any", "the") for k in tree.children[noun])


def _rams(tree: Tree, verb: int) -> bool:
    """ "A vessel rammed one of its boats", "rammed a car into a crowd"."""
    hit = [k for n in tree.kids(verb, "dobj", "nsubjpass") for k in (n, *tree.behind(n, "of"))]
    hit += tree.behind(verb, "into")
    return any(tree.lemmas[k] in _RAMMED for k in hit) and not is_no_killing(tree, verb)


def _drives_out(tree: Tree, verb: int) -> bool:
    """ "The army pushed the rebels out of Goma", "were driven from the town by troops"."""
    if not any(tree.lower[k] in _AWAY for k in tree.kids(verb, "prep", "prt", "advmod")):
        return False
    driven = tree.kids(verb, "dobj", "nsubjpass")
    armed = any(tree.lemmas[k] in _SIDES or tree.tags[k] in NAME for k in driven)
    return armed and any(tree.lemmas[k] in _SIDES for k in tree.doers(verb))


def _is_blown_up(tree: Tree, verb: int) -> bool:
    """ "The bridge was blown up", and not "the photo was blown up"."""
    up = any(tree.lower[k] == "up" for k in tree.kids(verb, "prt", "advmod"))
    if any(tree.lemmas[k] in ("explosion", "gas", "leak") for k in tree.doers(verb)):
        return False
    return up and any(tree.lemmas[k] in _HIT_THINGS for k in tree.kids(verb, "dobj", "nsubjpass"))


def _is_exchanged(tree: Tree, noun: int) -> bool:
    """ "Rival militias exchanged fire"."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "dobj" or tree.lemmas[verb] not in ("exchange", "trade"):
        return False
    return any(tree.lemmas[k] in _GUARDS for k in tree.kids(verb, "nsubj"))


def _kills_across(tree: Tree, noun: int) -> bool:
    """ "Cross-border fire killed a woman", "artillery fire hit a school"."""
    if not any(tree.lemmas[k] in _FIRES for k in tree.kids(noun, "compound", "amod", "nmod")):
        return False
    if tree.kid(noun, "det") is not None:
        return False  # "a tank fire"
    return tree.deps[noun] == "nsubj" and tree.kid(tree.heads[noun], "dobj") is not None


def _falls_on(tree: Tree, verb: int) -> bool:
    """ "Mortar rounds fell on the camp", and not "a test missile fell into the sea"."""
    weapons = [k for k in tree.kids(verb, "nsubj") if tree.lemmas[k] in _SHOTS and not is_toy(tree, k)]
    where = [k for k in tree.behind(verb, *_ONTO) if tree.lower[k] not in CALENDAR]
    if not weapons or not where or has_score(tree):
        return False
    if all(tree.lemmas[k] == "rocket" and tree.tags[k] == "NN" for k in weapons):  # it may come from space
        return tree.lemmas[verb] not in ("crash", "land")
    return not any(tree.lemmas[k].lower() in _SEAS for k in where)


def _opens_fire(tree: Tree, verb: int) -> bool:
    """ "Opened fire on the crowd", and not "opened fire on his critics", "warned that it would open fire"."""
    if tree.tags[verb] == "VB":
        return False
    fires = [k for k in tree.kids(verb, "dobj") if tree.lower[k] == "fire"]
    aims = [p for k in (verb, *fires) for p in tree.behind(k, "on", "at")]
    return bool(fires) and not any(tree.lemmas[k] in _CRITICISED for k in aims) and not has_score(tree)


def _strikes_targets(tree: Tree, verb: int) -> bool:
    """ "Struck Hezbollah targets", "pounded rebel positions"."""
    targets = (k for k in tree.kids(verb, "dobj", "nsubjpass") if tree.lemmas[k] in _TARGETS)
    return any(
        tree.tags[k] in NAME or tree.lemmas[k] in _SIDES
        for target in targets
        for k in tree.kids(target, "compound", "nmod", "poss", "amod")
    )


def _is_use_denied(tree: Tree, noun: int) -> bool:
    """Whether somebody is said to have used a weapon that is banned: "denied the use of white phosphorus"."""
    if tree.deps[noun] != "dobj" or tree.lemmas[tree.heads[noun]] not in _ANSWERING:
        return False
    return any(
        tree.lemmas[k] in _GASES
        or any(tree.lower[m] in _BANNED for m in tree.kids(k, "amod", "compound", "nmod"))
        for k in tree.behind(noun, "of")
    )


def _is_launched_in(tree: Tree, noun: int) -> bool:
    """ "Launched a military operation in Nagorno-Karabakh"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[verb] not in _LAUNCHING:
        return False
    if not any(tree.lower[k] in _MILITARY for k in tree.kids(noun, "amod", "compound")):
        return False
    where = [k for h in (noun, verb) for k in tree.behind(h, "against", "in", "into")]
    return any(tree.tags[k] in NAME | NOUN and tree.lower[k] not in CALENDAR for k in where)


_Tell = Callable[[Tree, int], bool]
_OF_VERBS: Mapping[str, _Tell] = {
    **dict.fromkeys(_DRIVING, _drives_out),
    **dict.fromkeys(_FALLING, _falls_on),
    **dict.fromkeys(_STRIKING, _strikes_targets),
    **dict.fromkeys(_BOMBARDING, _is_bombarded),
    "attack": _is_struck,
    "blow": _is_blown_up,
    "down": _is_downed,
    "fire": _are_fired_on,
    "hack": _is_to_death,
    "open": _opens_fire,
    "ram": _rams,
    "riddle": _is_riddled,
    "sink": _is_sunk,
    "stab": _is_to_death,
    "strike": _is_struck,
}
_OF_NOUNS: Mapping[str, _Tell] = {
    **dict.fromkeys(_CAMPAIGNS, _is_campaign),
    **dict.fromkeys(_OFFENSIVES, _is_of_side),
    **dict.fromkeys(_SALVOS, _is_of_weapons),
    **dict.fromkeys(_SLAUGHTERS, _is_of_victims),
    "ambush": _is_laid,
    "attack": _may_occur,
    "bomb": _rocks,
    "fire": _is_fire,
    "firing": _is_fired_at,
    "gunfire": _is_fire,
    "shooting": _is_deadly,
    "strike": _is_from_afar,
    "use": _is_use_denied,
}
"""What tells of a deed of arms, by the trigger's lemma."""
