"""Whom a threat is to hurt, as its words tell, and who stands behind one that others tell of."""

from __future__ import annotations

from typing import Literal

from extractor.arguments.announced import SUFFERING
from extractor.arguments.telling import stance_of
from extractor.frames.clauses import modals_of
from extractor.frames.coercing import is_coercion
from extractor.frames.phrases import is_own
from extractor.frames.relations import RELATIVE, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import MODIFYING, NAME, Tree

__all__ = ["is_pressed", "of_dropped", "of_threat"]

_PRESSING = lemma_set("pressing")
_READY = lemma_set("ready")
_BREAKING = lemma_set("breaking_off")
_BONDS = lemma_set("bonds")
_PROVOKING = lemma_set("provoking")
_AIMING = lemma_set("aiming")
_MESSAGES = lemma_set("messages")
_HARM = lemma_set("harm")
_HAVING_DONE = lemma_set("doing") | lemma_set("ordering") | {"begin", "demand", "resume", "seek", "start"}
_BELONGINGS = lemma_set("belongings")
_PUBLISHING = lemma_set("publishing")
_WITHHOLDING = frozenset({"cut", "end", "freeze", "halt", "stop", "suspend", "withdraw", "withhold"})
_TAKING_AWAY = lemma_set("taking_away")
_OPERATIONS = lemma_set("assaults") | {"campaign"}
_WIDENING = lemma_set("widening")
_AT = frozenset({"against", "at", "on"})
_STATES = frozenset({"country", "organization"})
_OWNERS = frozenset({"country", "group", "organization", "person"})
_TO = frozenset({"against", "on", "to", "towards"})
_AFTER = frozenset({"after", "amid", "following"})
_DRIVING = lemma_set("moving_to") | {"compel", "deter", "intimidate", "scare"}
_LEAVING = lemma_set("fleeing") | lemma_set("leaving_office") | {"hide"}
_ANSWERING = lemma_set("judging_offers")
_BY = frozenset({"by", "from"})
_THAT = frozenset({"acl", "ccomp"})


def of_threat(tree: Tree, trigger: int, node: int, kind: str) -> Literal["bears", "does", "spared"] | None:
    """What the words around a threat leave a phrase of a kind to be: who is to be hurt, who threatens, or who
    is named and not meant.
    """
    if _is_avenged(tree, node) or (not tree.is_verb(trigger) and _acts_in_content(tree, trigger, node)):
        return "spared"
    if kind != "other" and (
        _is_to_be_hit(tree, trigger, node)
        or _is_against(tree, trigger, node)
        or _is_robbed(tree, trigger, node)
        or _is_cut_off(tree, trigger, node)
        or (kind in _OWNERS and _is_owner_hurt(tree, trigger, node))
    ):
        return "bears"
    if _is_to_burn(tree, trigger, node):
        return "bears"
    if not tree.is_verb(trigger):
        return _of_noun(tree, trigger, node, kind)
    if _is_hit(tree, trigger, node) or _is_bound(tree, trigger, node) or _is_in_reach(tree, trigger, node):
        return "bears"
    if _is_own_bond(tree, trigger, node) or _widens_own(tree, trigger, node):
        return "spared"
    return "does" if _is_behind_message(tree, trigger, node) else _of_provocation(tree, trigger, node)


def of_dropped(tree: Tree, noun: int, node: int) -> Literal["does", "hears"] | None:
    """Who has made an offer or a threat, and who asks him to drop or renew it: "urged Chad to drop its
    threat".
    """
    verb = tree.heads[noun]
    asking = tree.heads[verb]
    if tree.deps[noun] != "dobj" or stance_of(tree, asking) != "asks":
        return None
    if not is_own(tree, noun):
        return None
    asked = [*tree.kids(asking, "dobj"), *tree.kids(verb, "nsubj"), *tree.behind(asking, "on")]
    if node in asked:
        return "does"
    return "hears" if asked and tree.deps[node] == "nsubj" and tree.heads[node] == asking else None


def _of_noun(tree: Tree, noun: int, node: int, kind: str) -> Literal["bears", "does"] | None:
    """Who is under a threat, and from whom it comes: "left under threat of a raid by the militia"."""
    above = tree.heads[noun]
    if _is_moved(tree, noun, node) or _ignores(tree, noun, node):
        return "bears"
    if tree.deps[node] == "nsubj" and tree.lower[above] == "under" and tree.heads[above] == tree.heads[node]:
        return "bears"
    by = tree.heads[node]
    if tree.deps[node] in MODIFYING and tree.deps[by] in MODIFYING and tree.heads[by] == noun:
        return "does" if kind in _STATES else None  # "an EU sanctions threat"
    if tree.deps[node] != "pobj" or tree.lower[by] not in _BY:
        return None
    deed = tree.heads[by]
    of = tree.heads[deed]
    content = tree.deps[deed] == "pobj" and tree.lower[of] == "of" and tree.heads[of] == noun
    return "does" if content else None


def _is_avenged(tree: Tree, node: int) -> bool:
    """Whether somebody is only to be avenged: "vowed to avenge its commander"."""
    return tree.deps[node] == "dobj" and tree.lemmas[tree.heads[node]] == "avenge"


def _is_moved(tree: Tree, noun: int, node: int) -> bool:
    """Whether threats that are not said to be made to others drive somebody away: "threats by X forced the
    singer out", "fled after threats by X".
    """
    if any(tree.lower[k] in _TO for k in tree.kids(noun, "prep")):
        return False
    verb, prep = tree.heads[node], tree.heads[noun]
    if tree.deps[node] == "dobj":
        return tree.deps[noun] == "nsubj" and prep == verb and tree.lemmas[verb] in _DRIVING
    if tree.deps[node] != "nsubj" or tree.deps[noun] != "pobj" or tree.lower[prep] not in _AFTER:
        return False
    return tree.heads[prep] == verb and tree.lemmas[verb] in _LEAVING


def _ignores(tree: Tree, noun: int, node: int) -> bool:
    """Whether somebody is told to have answered a threat: "an ultimatum that the president ignored"."""
    verb = tree.heads[node]
    answered = tree.deps[verb] == "relcl" and tree.heads[verb] == noun and tree.lemmas[verb] in _ANSWERING
    return answered and tree.deps[node] == "nsubj" and tree.tags[node] not in RELATIVE


def _acts_in_content(tree: Tree, noun: int, node: int) -> bool:
    """Whether somebody will do what a threat says: "the warning that Chad would walk away"."""
    clause = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.heads[clause] != noun or tree.deps[clause] not in _THAT:
        return False
    return bool(modals_of(tree, clause)) and tree.lemmas[clause] not in SUFFERING


def is_pressed(tree: Tree, head: int) -> bool:
    """Whether a verb of force has a phrase as what it is turned on: "to march on the capital"."""
    relation, verb = relation_of(tree, tree.first_conjunct(head))
    return (relation == "dobj" or relation in _AT) and tree.lemmas[verb] in _PRESSING


def _is_robbed(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a threat is to take or tell what is somebody's, or to have harm done to him: "threatened to
    publish the names of the donors", "the threat to order the arrest of judges".
    """
    of = tree.heads[node]
    thing = tree.heads[of]
    if tree.deps[node] != "pobj" or tree.lower[of] != "of" or tree.deps[thing] != "dobj":
        return False
    verb = tree.first_conjunct(tree.heads[thing])
    told = tree.deps[verb] in ("xcomp", "ccomp", "acl") and tree.heads[verb] == trigger
    harm = tree.lemmas[thing] in _HARM and tree.lemmas[verb] in _HAVING_DONE
    return told and (harm or tree.lemmas[thing] in _BELONGINGS)


def _is_owner_hurt(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a threat is to take away or close what is somebody's: "threatened to cancel Exxon's contract",
    "to revoke the licence of a mining company".
    """
    relation, thing = relation_of(tree, node)
    if relation not in ("poss", "of") or tree.deps[thing] != "dobj" or tree.tags[node] == "PRP$":
        return False
    verb = tree.heads[thing]
    told = tree.deps[verb] in ("xcomp", "acl") and tree.heads[verb] == trigger
    return told and tree.lemmas[verb] in _TAKING_AWAY


def _is_to_burn(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a threat is to set fire to something."""
    relation, above = relation_of(tree, node)
    verb = tree.heads[above] if tree.lower[above] == "fire" else above
    if relation != "to" or tree.lemmas[verb] != "set" or tree.heads[verb] != trigger:
        return False
    return any(tree.lower[k] == "fire" for k in tree.kids(verb, "dobj"))


def _is_cut_off(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody is no longer to be given something: "threatened to suspend aid to Cairo"."""
    relation, thing = relation_of(tree, node)
    verb = tree.heads[thing] if tree.deps[thing] == "dobj" else thing
    if relation != "to" or tree.lemmas[verb] not in _WITHHOLDING or tree.kid(verb, "dobj") is None:
        return False
    return tree.deps[verb] in ("xcomp", "acl") and tree.heads[verb] == trigger


def _is_own_bond(tree: Tree, trigger: int, node: int) -> bool:
    """Whether it is somebody's own that he threatens to take away: "to recall its ambassador"."""
    verb = tree.heads[node]
    if tree.deps[node] != "dobj" or tree.heads[verb] != trigger or tree.lemmas[verb] not in _BREAKING:
        return False
    return is_own(tree, node)


def _widens_own(tree: Tree, trigger: int, node: int) -> bool:
    """Whether those of whom somebody warns, who have no name beside his, will do more of what they do: "that
    the army would widen its raids".
    """
    clause = tree.heads[node]
    if tree.tags[node] in NAME:
        return False
    if tree.deps[node] != "nsubj" or tree.lemmas[clause] not in _WIDENING or tree.heads[clause] != trigger:
        return False
    return any(tree.lemmas[k] in _OPERATIONS and is_own(tree, k) for k in tree.kids(clause, "dobj"))


def _is_to_be_hit(tree: Tree, noun: int, node: int) -> bool:
    """Whether a threat is to harm somebody: "their threats to strike the island"."""
    verb = tree.heads[node]
    below = tree.deps[node] == "dobj" and tree.deps[verb] == "acl" and tree.heads[verb] == noun
    return below and tree.lemmas[verb] in _PRESSING


def _is_in_reach(tree: Tree, verb: int, node: int) -> bool:
    """Whether somebody says that he is ready to harm another: "warned that it was ready to bomb the camp"."""
    harm = tree.heads[node]
    ready = tree.heads[harm]
    if tree.deps[node] != "dobj" or tree.deps[harm] != "xcomp" or tree.lemmas[harm] not in _PRESSING:
        return False
    clause = tree.heads[ready]
    return tree.lower[ready] in _READY and tree.deps[clause] == "ccomp" and tree.heads[clause] == verb


def _is_against(tree: Tree, noun: int, node: int) -> bool:
    """Whether what is threatened is against somebody: "the threat of sanctions against the bank"."""
    prep = tree.heads[node]
    if tree.deps[node] != "pobj" or tree.lower[prep] != "against":
        return False
    deed = tree.heads[prep]
    if tree.deps[deed] == "pobj" and tree.deps[tree.heads[deed]] == "agent":  # "made by Oman against him"
        deed = tree.heads[tree.heads[tree.heads[deed]]]
    of = tree.heads[deed]
    return deed == noun or (tree.deps[deed] == "pobj" and tree.lower[of] == "of" and tree.heads[of] == noun)


def _is_bound(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody threatens to end what binds him to another: "to cancel the summit with the emir"."""
    prep = tree.heads[node]
    if tree.deps[node] != "pobj" or tree.lower[prep] not in ("from", "with"):
        return False
    bond = tree.heads[prep]
    verb = bond
    while not tree.is_verb(verb) and tree.deps[verb] in ("dobj", "pobj", "prep"):
        verb = tree.heads[verb]  # "to pull out of talks with them"
    if tree.lemmas[verb] not in _BREAKING or not (tree.is_verb(bond) or tree.lemmas[bond] in _BONDS):
        return False
    if tree.lower[prep] == "from" and tree.lemmas[verb] != "recall":
        return False
    return tree.deps[verb] in ("xcomp", "ccomp") and tree.heads[verb] == trigger


def _is_hit(tree: Tree, trigger: int, node: int) -> bool:
    """Whether something is hit by the deed with which a threat is to be carried out: "will retaliate by
    striking the base", "vowed to respond by imposing a tariff on steel".
    """
    if tree.deps[node] in ("amod", "compound", "poss"):
        node = tree.heads[node]  # "on American steel"
    deed = tree.heads[node]
    if tree.deps[node] == "pobj" and tree.lower[deed] in _AT:
        deed = tree.heads[deed]
        deed = deed if tree.is_verb(deed) else tree.heads[deed]
        harms = tree.lemmas[deed] in _AIMING
    else:
        harms = False
        if tree.deps[node] != "dobj" or any(tree.lower[k] in _AT for k in tree.kids(node, "prep")):
            return False
    by = tree.heads[deed]
    if tree.deps[deed] != "pcomp" or tree.lower[by] != "by" or not (harms or is_coercion(tree, deed)):
        return False
    answer = tree.heads[by]
    return answer == trigger or (tree.deps[answer] in ("ccomp", "xcomp") and tree.heads[answer] == trigger)


def _is_behind_message(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody threatens by a message: "a letter by the gang threatened him", "posted a video
    threatening attacks".
    """
    message = tree.kid(trigger, "nsubj")
    if message is None and tree.deps[trigger] in ("acl", "relcl"):
        message = tree.heads[trigger]
    if message is None or tree.lemmas[message] not in _MESSAGES:
        return False
    above = tree.heads[node]
    if tree.deps[node] == "poss":
        return above == message and tree.tags[node] != "PRP$"
    if tree.deps[node] == "pobj":
        return tree.lower[above] in _BY and tree.heads[above] == message
    published = tree.deps[message] == "dobj" and tree.lemmas[above] in _PUBLISHING
    return published and tree.deps[node] == "nsubj" and tree.heads[message] == above


def _of_provocation(tree: Tree, trigger: int, node: int) -> Literal["bears", "spared"] | None:
    """Who is threatened by what will come of any deed of theirs: "warned that any Kenyan raid on the camp
    would be answered"; on whom the deed would be is spared.
    """
    clause = tree.kid(trigger, "ccomp")
    deed = None if clause is None else tree.kid(clause, "nsubj", "nsubjpass")
    if clause is None or deed is None or tree.lemmas[deed] not in _PROVOKING:
        return None
    if not modals_of(tree, clause):
        return None
    prep = tree.heads[node]
    if tree.deps[node] == "pobj" and deed in (tree.heads[prep], *tree.ancestors(prep)):
        return "bears" if tree.lower[prep] in ("by", "from") and tree.heads[prep] == deed else "spared"
    return "bears" if prep == deed and tree.deps[node] in ("amod", "compound", "poss") else None
