"""What a sentence says outright to be an attack: what weapons are used, what is thrown, what is to stop."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.frames.clauses import is_condition
from extractor.frames.listing import is_listed
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.arms import is_deed_of_arms
from extractor.triggers.bloodless import hits_nobody, is_bloodless, is_harmless, is_no_killing, is_toy
from extractor.triggers.killings import HAND_ARMS, doers_to_others, is_one_of

__all__ = ["is_attack_outright"]

_WEAPONS = lemma_set("weapons_used")
_THROWING = lemma_set("throwing")
_THROWN = lemma_set("thrown")
_ROUNDS = lemma_set("rounds")
_FIGHTERS = lemma_set("fighters")
_ASSAULTING = lemma_set("assaulting")
_DESTROYING = lemma_set("destroying")
_WAR_MACHINES = lemma_set("war_machines")
_BURNERS = _FIGHTERS | _WAR_MACHINES | {"army", "force", "gang", "soldier", "troop"}
_HITTERS = _WAR_MACHINES - {"airstrike"}  # which tells of a strike by itself
_KILLING = lemma_set("killing")
_GOING_ON = frozenset({"begin", "continue", "keep", "resume", "start"})
_CHARGES = frozenset({"accuse", "charge", "convict", "crime", "offence", "offense"})
_HARMING = lemma_set("killing") | lemma_set("destroying")
_BOMBING = frozenset({"bomb", "bombard", "shell", "strike"})
_NATURE = lemma_set("nature")
_BURNING = lemma_set("burning")
_TORCHING = frozenset({"burn", "raze", "torch"})
_COUNTING = frozenset(
    {"barrage", "dozen", "hundred", "salvo", "score", "series", "thousand", "volley", "wave"}
)
_ARMED = lemma_set("armed_ones")
_ENDING = lemma_set("ceasing")
_ATTACKED = lemma_set("attacked_things")
_ALSO_BY_WORDS = frozenset({"assault", "attack", "hit", "strike", "target"})
_HIT_THINGS = lemma_set("hit_things")
_HITTING = frozenset({"hit", "strike"})
_BANNED = lemma_set("banned")
_LAUNCHING = (lemma_set("attacking") - {"impose", "step"}) | {"conduct"}
_LAUNCHED = lemma_set("assaults") - {"force", "hostility", "intervention", "war"}
_ARMIES = lemma_set("fighters") | lemma_set("own_bodies") | {"force", "neighbour", "neighbor"}
_NAMED = NAME | {"PRP"}
_ANIMALS = lemma_set("animals")
_TIMES = lemma_set("spans") | {"time", "weekend"}
_WARRIORS = _FIGHTERS | lemma_set("troops") | {"aircraft", "gunship", "jet", "navy", "warplane", "warship"}
_SOLDIERS = _ARMIES | _ARMED | lemma_set("assailants")
_SHOWS = lemma_set("drills") | {"display", "festival", "show", "test"}
_NIGHTLY = frozenset({"overnight"})
_OUR = frozenset({"our", "their"})
_AT = frozenset({"against", "at", "inside", "into", "on", "onto", "through", "toward", "towards"})


def is_attack_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of an attack whatever else the sentence says."""
    if is_listed(tree, token) or is_deed_of_arms(tree, token):
        return True
    if not tree.is_verb(token):
        return (
            _is_use_of_weapons(tree, token)
            or _is_launched_on(tree, token)
            or _is_invasion_of(tree, token)
            or _kills(tree, token)
        )
    return (
        _is_throw(tree, token)
        or _is_deadly_shot(tree, token)
        or _uses_weapons(tree, token)
        or _invades(tree, token)
        or _is_assault_on_things(tree, token)
        or (_is_by(tree, token, _ASSAULTING, _FIGHTERS) and not is_bloodless(tree, token))
        or (_is_by(tree, token, _DESTROYING, _WAR_MACHINES) and not is_no_killing(tree, token))
        or _sets_fire(tree, token)
        or _is_to_hit_land(tree, token)
        or _is_impact(tree, token)
        or _is_to_stop(tree, token)
    )


def _is_use_of_weapons(tree: Tree, noun: int) -> bool:
    """Whether weapons have been used against somebody: "the use of chemical weapons against X"."""
    if tree.lemmas[noun] != "use":
        return False
    of = tree.behind(noun, "of")
    if not any(tree.lemmas[k] in _WEAPONS and not is_toy(tree, k) for k in of):
        return False
    return any(tree.lower[k] == "against" for head in (noun, *of) for k in tree.kids(head, "prep"))


def _uses_weapons(tree: Tree, verb: int) -> bool:
    """Whether weapons are used that serve nothing else: "used mustard gas in Yemen", "by using sarin"."""
    if tree.lemmas[verb] != "use" or any(tree.tags[k] == "TO" for k in tree.kids(verb, "aux")):
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    arms = [k for k in things if tree.lemmas[k] in _WEAPONS and not is_toy(tree, k)]
    against = any(tree.lower[k] == "against" for h in (verb, *arms) for k in tree.kids(h, "prep"))
    if against:
        return bool(arms)
    end = tree.kid(verb, "xcomp", "advcl")  # "use chlorine gas to clean wells"
    if end is not None and tree.tags[end] == "VB" and tree.lemmas[end] not in _HARMING:
        return False
    return any(_is_banned(tree, k) for k in arms)


def _is_banned(tree: Tree, arms: int) -> bool:
    """ "Chemical weapons", "mustard gas"."""
    return any(tree.lower[k] in _BANNED for k in tree.kids(arms, "amod", "compound", "nmod"))


def _is_launched_on(tree: Tree, noun: int) -> bool:
    """Whether an attack is made on somebody by name, or on a thing: "carried out a strike against Chad"."""
    verb = tree.heads[noun]
    if tree.lemmas[noun] not in _LAUNCHED or tree.deps[noun] not in ("dobj", "nsubjpass"):
        return False
    if _is_with_words(tree, noun, verb):
        return False
    aims = [p for k in (noun, verb) for p in tree.behind(k, "on", "against")]
    aimed = any(tree.tags[k] in NAME and tree.lower[k] not in CALENDAR for k in aims)
    aimed = aimed or (bool(aims) and any(is_one_of(tree, k, _WARRIORS) for k in tree.doers(verb)))
    return tree.lemmas[verb] in _LAUNCHING and (aimed or any(tree.lemmas[k] in _ATTACKED for k in aims))


def _is_deadly_shot(tree: Tree, verb: int) -> bool:
    """ "Shells fired by rebels killed ten people"."""
    if tree.deps[verb] != "acl" or tree.lemmas[verb] not in _THROWING:
        return False
    weapon = tree.heads[verb]
    killing = tree.lemmas[tree.heads[weapon]] in _KILLING and tree.deps[weapon] == "nsubj"
    return killing and tree.lemmas[weapon] in _THROWN and not is_harmless(tree, weapon)


def _kills(tree: Tree, noun: int) -> bool:
    """Whether an attack has killed a number of people, and nothing but a name says whose or what it was: "a
    US strike on a boat killed 11", but not "a Texas lightning strike".
    """
    verb = tree.heads[noun]
    if tree.lemmas[noun] not in _LAUNCHED or tree.deps[noun] != "nsubj" or tree.lemmas[verb] not in _KILLING:
        return False
    before = tree.kids(noun, "compound", "nmod", "poss", "amod")
    bare = tree.lemmas[noun] == "strike" and not before  # those of workers kill nobody
    if not bare and (not before or not all(tree.tags[k] in NAME for k in before)):
        return False
    return any(tree.tags[k] == "CD" or tree.kid(k, "nummod") is not None for k in tree.kids(verb, "dobj"))


def _is_invasion_of(tree: Tree, noun: int) -> bool:
    """ "The invasion of Chad"."""
    return tree.lemmas[noun] == "invasion" and any(tree.tags[k] in NAME for k in tree.behind(noun, "of"))


def _invades(tree: Tree, verb: int) -> bool:
    """Whether an army or a state invades a land by name, and no crowd: "tourists invade Venice"."""
    if tree.lemmas[verb] != "invade":
        return False
    lands = [k for k in tree.kids(verb, "dobj", "nsubjpass") if tree.tags[k] in NAME]
    doers = [tree.heads[verb] if tree.tags[k] in ("WDT", "WP") else k for k in _doers(tree, verb)]
    if is_condition(tree, verb):  # "if Hitler invaded"
        return any(tree.tags[k] in NAME for k in doers)
    return bool(lands) and all(tree.tags[k] in _NAMED or tree.lemmas[k] in _ARMIES for k in doers)


def _is_assault_on_things(tree: Tree, verb: int) -> bool:
    """Whether a thing is attacked that no words hurt, or somebody with a weapon: "a convoy was attacked",
    "into attacking Chadian territory", "was attacked with a grenade".
    """
    if tree.lemmas[verb] not in _ASSAULTING - {"hit", "strike", "target"}:
        return False
    if any(tree.lemmas[p] in HAND_ARMS for p in tree.behind(verb, "with")):
        return True
    if _is_with_words(tree, verb) or _is_charge(tree, verb):
        return False
    things = [k for k in tree.kids(verb, "dobj", "nsubjpass") if tree.lemmas[k] in _ATTACKED]
    if tree.deps[verb] in ("csubj", "nsubj"):
        return False  # "attacking a school is a crime"
    if not things or is_bloodless(tree, verb) or any(tree.lemmas[k] in _ANIMALS for k in _doers(tree, verb)):
        return False
    if not all(tree.tags[k] in _NAMED or tree.lemmas[k] in _SOLDIERS for k in tree.agents(verb)):
        return False  # "stormed by fans"
    if tree.tags[verb] == "VBG":
        return tree.lemmas[verb] not in _ALSO_BY_WORDS or any(tree.lemmas[k] != "people" for k in things)
    return tree.kid(verb, "auxpass") is not None


def _is_charge(tree: Tree, verb: int) -> bool:
    """ "Charged with crimes such as assaulting police"."""
    return tree.lemmas[verb] == "assault" and any(tree.lemmas[k] in _CHARGES for k in tree.ancestors(verb))


def _is_impact(tree: Tree, verb: int) -> bool:
    """Whether a weapon hits what is attacked with weapons: "a ship was struck by a missile"."""
    if not _is_by(tree, verb, _HITTING, _HITTERS):
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    return any(tree.lemmas[k] in _HIT_THINGS and tree.lower[tree.left(k)] != "no" for k in things)


def _is_with_words(tree: Tree, *tokens: int) -> bool:
    """Whether it is told why somebody is attacked, as it is where words are meant: "over his policy", but not
    "over the weekend".
    """
    why = (p for k in tokens for p in tree.behind(k, "as", "for", "over"))
    return any(tree.lower[p] not in CALENDAR and tree.lemmas[p] not in _TIMES for p in why)


def _doers(tree: Tree, verb: int) -> list[int]:
    """Who does what a verb tells, also of one below another: "wolves keep attacking them"."""
    doers = tree.doers(verb)
    if not doers and tree.deps[verb] == "xcomp":
        return tree.kids(tree.heads[verb], "nsubj")
    return doers


def _is_throw(tree: Tree, verb: int) -> bool:
    """Whether a weapon is thrown at something, or harms somebody: "hurled grenades at the guards", "launched
    dozens of missiles, killing nine", or many are sent in one night: "launched 90 drones overnight".
    """
    if tree.lemmas[verb] not in _THROWING:
        return False
    things = [_counted(tree, k) for k in tree.kids(verb, "dobj", "nsubjpass")]
    thrown = _THROWN | _ROUNDS if tree.lemmas[verb] == "fire" else _THROWN
    weapons = [k for k in things if tree.lemmas[k] in thrown and not is_harmless(tree, k)]
    behind = [p for holder in (verb, *weapons) for p in tree.behind(holder, *_AT)]
    aims = [p for p in behind if tree.lower[p] not in CALENDAR]
    if weapons and aims:
        return not hits_nobody(tree, verb, aims)
    flown = [k for k in things if k in weapons or (tree.lemmas[k] in _WAR_MACHINES and not is_toy(tree, k))]
    return bool(flown) and (_does_harm(tree, verb) or _are_sent_by_night(tree, verb, flown))


def _are_sent_by_night(tree: Tree, verb: int, flown: Sequence[int]) -> bool:
    """Whether a number of weapons is sent "overnight", and not for a show."""
    if tree.has_lemma(_SHOWS):
        return False
    night = any(tree.lower[k] in _NIGHTLY for k in tree.kids(verb, "advmod", "npadvmod"))
    return night and any(tree.tags[k] == "NNS" and tree.kid(k, "nummod") is not None for k in flown)


def _counted(tree: Tree, noun: int) -> int:
    """What a noun counts: "missiles" of "dozens of missiles"."""
    return next(iter(tree.behind(noun, "of")), noun) if tree.lemmas[noun] in _COUNTING else noun


def _does_harm(tree: Tree, verb: int) -> bool:
    """Whether a clause tells whom or what it harms: "killing nine people"."""
    clauses = (k for k in tree.kids(verb, "advcl") if tree.tags[k] == "VBG" and k > verb)
    return any(
        tree.lemmas[k] in _HARMING and tree.kid(k, "dobj") is not None and tree.kid(k, "prt") is None
        for k in clauses
    )


def _is_by(tree: Tree, verb: int, verbs: frozenset[str], nouns: frozenset[str]) -> bool:
    """Whether one of some verbs tells what some do: "the rebels assaulted a ship", "destroyed by jets"."""
    if tree.lemmas[verb] not in verbs:
        return False
    return any(is_one_of(tree, k, nouns) for k in doers_to_others(tree, verb))


def _is_to_hit_land(tree: Tree, verb: int) -> bool:
    """Whether somebody is to bomb whom he names, or does not: "the failure to strike Syria", "wants to bomb
    Iran"; storms do that too.
    """
    if tree.lemmas[verb] not in _BOMBING or tree.deps[verb] not in ("acl", "xcomp"):
        return False
    if not any(tree.tags[k] == "TO" for k in tree.kids(verb, "aux")):
        return False
    above = tree.heads[verb]
    over = tree.heads[above] if tree.deps[above] == "acomp" else above  # "is likely to strike"
    if any(tree.lemmas[k] in _NATURE for k in (*tree.kids(over, "nsubj", "nsubjpass", "poss"), above)):
        return False
    return any(tree.tags[k] == "NNP" for k in tree.kids(verb, "dobj"))


def _sets_fire(tree: Tree, verb: int) -> bool:
    """Whether fighters or weapons burn something: "drones set fire to a depot", "set alight by rebels"."""
    if tree.lemmas[verb] in _TORCHING:
        burnt = tree.kids(verb, "dobj", "nsubjpass")
        if not any(tree.lemmas[k] in _HIT_THINGS for k in burnt):
            return False
    elif tree.lemmas[verb] != "set" or _BURNING.isdisjoint(tree.lower[verb : tree.right(verb) + 1]):
        return False
    doers = tree.agents(verb) or tree.kids(verb, "nsubj")
    return any(is_one_of(tree, k, _BURNERS) for k in doers)


def _is_to_stop(tree: Tree, verb: int) -> bool:
    """Whether somebody is to stop attacking somebody, or goes on: "must stop shelling the port"."""
    above = tree.heads[verb]
    goes_on = tree.lemmas[above] in _GOING_ON and tree.lemmas[verb] in _BOMBING
    phase = goes_on or tree.lemmas[above] in _ENDING
    if tree.deps[verb] != "xcomp" or not phase or tree.tags[verb] != "VBG":
        return False
    struck = tree.kid(verb, "dobj")
    if struck is None or tree.lemmas[verb] not in _ASSAULTING:
        return False
    return tree.lemmas[verb] not in _ALSO_BY_WORDS or _has_no_say(tree, struck)


def _has_no_say(tree: Tree, noun: int) -> bool:
    """Whether who is attacked is hardly attacked with words: a place, troops, "our people"."""
    if tree.tags[noun] in NAME or tree.lemmas[noun] in _ATTACKED:
        return True
    return any(tree.lower[k] in _OUR for k in tree.kids(noun, "poss"))
