"""What harms somebody where no side attacks another: at home, in jest, by accident, at a search."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["ARMS", "FORCES", "IN_FIGHTS", "is_of_forces", "is_petty"]

IN_FIGHTS = lemma_set("in_fights") | lemma_set("killing") | {"bomb", "explode", "explosion", "stab"}
ARMS = lemma_set("armed_ones") | lemma_set("thrown") | {"knife"}
FORCES = ARMS | lemma_set("own_bodies") | lemma_set("fighters") | {"security"}
_FINDING = frozenset({"arrest", "confiscate", "detain", "find", "hold", "impound", "recover", "seize"})
_UNCOVERING = frozenset({"net", "uncover", "unearth", "yield"})
_POLICE = frozenset(
    {"agent", "customs", "detective", "inspector", "investigator", "officer", "official", "police"}
)
_RAIDERS = lemma_set("assailants") - {"government", "police", "policeman", "security", "suspect"}
_FIRING = (
    lemma_set("killing")
    | lemma_set("fighters")
    | {"bomb", "fire", "gunfire", "militant", "shoot", "shooting", "soldier"}
)
_NATURE = lemma_set("nature") - {"fire", "storm", "wave"}
_ENTERING = frozenset({"operation", "raid", "storm"})
_RUNNING = frozenset({"drive", "plough", "plow", "ram"})
_PRANKS = lemma_set("pranks")
_IDEAS = lemma_set("harmed_by_words") - {"critic", "leadership", "mark", "record"} | {
    "allegation",
    "rumor",
    "rumour",
    "suggestion",
}
_BATTERING = frozenset({"attack", "pelt", "shoot", "torpedo"})
_RELATIVES = lemma_set("relatives")
_LOVED = lemma_set("loved")
_BY_HAND = frozenset({"attack", "kill", "shoot", "stab"})
_ONE = frozenset({"her", "his", "its"})
_VESSELS = lemma_set("vessels")
_BANKS = lemma_set("banks")
_ACCIDENTS = lemma_set("accidents")


def is_of_forces(tree: Tree, noun: int) -> bool:
    """ "An army truck", "a rebel van", "navy boats"."""
    return any(tree.lemmas[k] in FORCES for k in tree.kids(noun, "compound", "nmod", "poss", "amod"))


def is_petty(tree: Tree, token: int) -> bool:
    """Whether a trigger tells of no attack by an armed side, though somebody or something is harmed."""
    return (
        _is_accident(tree, token)
        or _is_at_home(tree, token)
        or _is_prank(tree, token)
        or _is_search(tree, token)
        or _is_by_nature(tree, token)
    )


def _is_by_nature(tree: Tree, verb: int) -> bool:
    """ "Invaded by a river", "a tornado struck the town", but not "a storm of rockets"."""
    doers = tree.doers(verb) if tree.is_verb(verb) else []
    return bool(doers) and all(tree.is_common(k, _NATURE) and not tree.behind(k, "of") for k in doers)


def _is_accident(tree: Tree, verb: int) -> bool:
    """ "The car ploughed into a crowd, the driver was drunk", "the ship struck a bridge", but not "navy boats
    struck the dock".
    """
    if not tree.is_verb(verb):
        return False
    if tree.lemmas[verb] in _RUNNING:
        return tree.has_lemma(_ACCIDENTS)
    if tree.lemmas[verb] not in ("hit", "ram", "strike"):
        return False
    ships = [k for k in tree.doers(verb) if tree.lemmas[k] in _VESSELS and tree.tags[k] != "NNS"]
    by_ship = any(not is_of_forces(tree, k) for k in ships)
    return by_ship and any(tree.lemmas[k] in _BANKS for k in tree.kids(verb, "dobj", "nsubjpass"))


def _is_at_home(tree: Tree, verb: int) -> bool:
    """ "Shot his wife", "denied attacking her brother", but not "assassins shot his wife"."""
    if not tree.is_verb(verb):
        return False
    harmed = [k for k in tree.kids(verb, "dobj") if tree.lemmas[k] in _RELATIVES]
    alone = bool(harmed) and not any(tree.kid(k, "conj") is not None for k in harmed)
    doers = tree.doers(verb)
    several = any(tree.tags[k] in ("NNS", "NNPS") for k in doers)
    if tree.lemmas[verb] in _BY_HAND and any(
        tree.lemmas[k] in _LOVED and tree.tags[k] == "NN" for k in doers
    ):
        return all(tree.tags[k] == "NN" for k in tree.kids(verb, "dobj"))  # "a husband shot her lover"
    own = any(_is_own(tree, p, several=several) for k in harmed for p in tree.kids(k, "poss"))
    return alone and own and not any(tree.lemmas[k] in FORCES for k in doers)


def _is_own(tree: Tree, owner: int, *, several: bool) -> bool:
    """Whether a possessive may mean who does it: "his" one man, and "their" several."""
    return tree.tags[owner] == "PRP$" and not (several and tree.lower[owner] in _ONE)


def _is_prank(tree: Tree, verb: int) -> bool:
    """ "Attacked the minister's car with eggs", "attacked the plans", "attacked her over the budget", "shot
    down the rumours"; but not with "eggs and petrol bombs".
    """
    if not tree.is_verb(verb) or tree.lemmas[verb] not in _BATTERING:
        return False
    things = tree.kids(verb, "dobj", "nsubjpass")
    if tree.lemmas[verb] == "attack" and any(
        tree.lemmas[p] in _IDEAS for p in tree.behind(verb, "for", "over")
    ):
        return True
    down = tree.lemmas[verb] != "shoot" or any(
        tree.lower[k] == "down" for k in tree.kids(verb, "prt", "advmod")
    )
    if down and any(tree.lemmas[k] in _IDEAS for k in things):
        return True
    means = [p for n in (verb, *things) for p in tree.behind(n, "with") if tree.lemmas[p] in _PRANKS]
    return bool(means) and not any(tree.lemmas[k] in ARMS for p in means for k in tree.kids(p, "conj"))


def _is_search(tree: Tree, token: int) -> bool:
    """Whether it is a raid in which the police only find or arrest: "customs seized cocaine in a raid",
    "agents stormed a warehouse and found cocaine".
    """
    if tree.lemmas[token] not in _ENTERING or tree.has_lemma(_FIRING):
        return False
    if tree.is_verb(token):
        stormed_by_many = tree.lemmas[token] == "storm" and any(
            tree.lemmas[k] in ("officer", "police") for k in tree.doers(token)
        )
        return _is_by_police(tree, token) and _finds_something(tree, token) and not stormed_by_many
    if any(tree.lemmas[k] in _RAIDERS for k in tree.kids(token, "compound", "nmod", "poss")):
        return False  # "officials found bodies in a rebel raid"
    verb = tree.heads[token]
    if tree.deps[token] == "nsubj":  # "the raid uncovered stolen violins"
        whose = tree.kids(token, "compound", "nmod", "poss", "amod")
        return tree.lemmas[verb] in _FINDING | _UNCOVERING and not any(
            tree.words[k][0].isupper() for k in whose
        )
    if tree.deps[token] == "dobj":
        return _is_by_police(tree, verb) and _finds_something(tree, verb)
    within, verb = verb, tree.heads[verb]
    if tree.deps[token] != "pobj" or tree.lower[within] not in ("in", "during") or not tree.is_verb(verb):
        return False
    if tree.lemmas[verb] not in _FINDING:
        return False
    unsaid = tree.kid(verb, "nsubjpass") is not None and not tree.agents(verb)  # "were held in a police raid"
    return _is_by_police(tree, verb) or (unsaid and tree.has_lemma(_POLICE))


def _is_by_police(tree: Tree, verb: int) -> bool:
    doers = tree.doers(verb)
    return bool(doers) and all(tree.lemmas[k] in _POLICE for k in doers)


def _finds_something(tree: Tree, verb: int) -> bool:
    """ "Raided the bar and arrested two", "raided the bar, seizing cocaine"."""
    return any(tree.lemmas[k] in _FINDING for k in tree.kids(verb, "conj", "advcl"))
