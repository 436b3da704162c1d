"""What weapons and armies do that is told outright: where a shell falls, whose targets are struck."""

from __future__ import annotations

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
_SETTING = frozenset({"lay", "set", "spring"})
_FIRES = lemma_set("war_machines") | {"border", "cross", "cross-border", "gun", "hostile", "sniper", "tank"}
_FROM_AFAR = frozenset({"air", "artillery", "drone", "missile", "rocket"})
_OFFENSIVES = frozenset({"counteroffensive", "incursion", "offensive", "onslaught"})
_LAUNCHING = lemma_set("attacking") - {"impose", "step"}
_MILITARY = frozenset({"air", "ground", "land", "military", "special"})
_CRITICISED = lemma_set("criticised")


def is_deed_of_arms(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of weapons that are used."""
    lemma = tree.lemmas[token]
    if tree.has_lemma(_NO_BATTLE):
        return False
    if tree.lower[token] == "shelling" and tree.deps[token] in ("pobj", "pcomp", "nsubj", "dobj"):
        return tree.kid(token, "compound") is None and not is_condition(tree, tree.heads[token])
    if tree.is_verb(token):
        if lemma in _DRIVING:
            return _drives_out(tree, token)
        if lemma == "ram":
            return _rams(tree, token)
        if lemma in _FALLING:
            return _falls_on(tree, token)
        if lemma == "open":
            return _opens_fire(tree, token)
        if lemma == "sink":
            sunk = tree.kid(token, "dobj", "nsubjpass") is not None and not is_no_killing(tree, token)
            return sunk and any(tree.lemmas[k] in _CREWS for k in tree.doers(token))
        if lemma == "down":
            return _is_downed(tree, token)
        if lemma in ("attack", "strike") and tree.kid(token, "auxpass") is not None:
            return _is_if_attacked(tree, token)
        if lemma == "fire":
            return _are_fired_on(tree, token)
        if lemma == "riddle":
            return any(tree.lemmas[k] in _SHOTS | {"gunfire", "shrapnel"} for k in tree.behind(token, "with"))
        if lemma in ("hack", "stab"):
            return any(tree.lower[k] == "death" for k in tree.behind(token, "to"))
        if lemma == "blow":
            return _is_blown_up(tree, token)
        if lemma in _BOMBARDING and any(tree.lemmas[k] in _GUNS for k in tree.doers(token)):
            return tree.kid(token, "dobj", "nsubjpass") is not None
        return lemma in _STRIKING and _strikes_targets(tree, token)
    if lemma in _CAMPAIGNS and any(tree.lemmas[k] in _BY_ARMS for k in tree.kids(token, "compound")):
        return True  # "a bombing campaign"
    if lemma == "strike" and any(tree.lemmas[k] in _FROM_AFAR for k in tree.kids(token, "compound")):
        return tree.deps[token] != "compound"  # "air strikes", and no "air strike shelter"
    if lemma == "use":
        return _is_use_denied(tree, token)
    if lemma == "attack":
        return _may_occur(tree, token)
    if lemma == "shooting":
        deadly = not _DEADLY.isdisjoint(tree.lower[tree.left(token) : token])
        return deadly and tree.tags[tree.heads[token]] != "VB"  # "vowed to carry out a mass shooting"
    if lemma == "ambush":
        return tree.deps[token] in ("dobj", "nsubjpass") and tree.lemmas[tree.heads[token]] in _SETTING
    if lemma in ("fire", "gunfire"):
        return _is_exchanged(tree, token) or _kills_across(tree, token)
    if lemma in _SALVOS or (lemma == "firing" and tree.behind(token, "at", "into", "on")):
        of = (*tree.behind(token, "of"), *tree.kids(token, "compound"))
        return any(tree.lemmas[k] in _WEAPONS and not is_toy(tree, k) for k in of)
    if lemma in _SLAUGHTERS:
        return any(tree.lemmas[k] in _VICTIMS for k in tree.behind(token, "of"))
    if lemma in _OFFENSIVES:
        return any(tree.lemmas[k] in _SIDES for k in tree.kids(token, "compound", "nmod", "poss"))
    return lemma == "operation" and _is_launched_in(tree, token)


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
