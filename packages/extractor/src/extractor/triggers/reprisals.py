"""What is held out to others without a word of threat: reprisals, lawsuits, weapons to be used, targets."""

from __future__ import annotations

from extractor.frames.clauses import is_condition, is_conditional, modals_of
from extractor.frames.coercing import WILL, is_own_clause
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.deeds import MEANS, has_object, is_to_do

__all__ = ["holds_out_harm", "is_left_to_chance", "warns_of_punishment"]

_PLANNING = lemma_set("planning_measures")
_STEPS = lemma_set("state_measures") | {"action", "duty", "levy", "measure", "move", "step"}
_IN_RETURN = frozenset({"punitive", "reciprocal", "retaliatory"})
_ALWAYS = frozenset({"countermeasure", "reprisal", "retaliation"})
_SUING = frozenset({"prosecute", "sue"})
_TAKEN = frozenset({"adopt", "enact", "impose", "introduce"})
_POWERS = lemma_set("powers") | lemma_set("own_bodies") | {"minister", "ministry"}
_SAYING = lemma_set("announcing") | {"warn"}
_BECOMING = frozenset({"be", "become", "consider", "regard", "remain", "treat"})
_FOLLOWING = frozenset({"consequence", "repercussion"})
_PUNISHING = frozenset({"arrest", "deport", "execute", "hang", "jail", "prosecute", "punish", "shoot"})
_ANSWERING = frozenset({"give", "hold", "meet", "sit", "stand"})
_ANSWERS = lemma_set("reprisal") | {"answer", "fire", "fist", "force", "reply"}
_REPLIES = frozenset({"answer", "reply", "response"})
_ONLY_OUTRIGHT = frozenset({"give", "meet", "sit", "stand", "target", "use"})
_BLOWS = frozenset({"aggression", "attack", "incursion", "invasion", "provocation", "raid", "strike"})
_SPORT = lemma_set("no_battle")
_FIRMS = lemma_set("firms") | {"giant", "platform"}
_HARSH = lemma_set("harsh")
_ANYBODY = frozenset({"anybody", "anyone", "everybody", "everyone", "those"})
_PUNISHERS = _POWERS | {"chief", "commander", "court", "governor", "judge", "mayor", "police", "sheriff"}


def holds_out_harm(tree: Tree, token: int) -> bool:
    """Whether a trigger tells that somebody means to harm others, or that harm awaits them."""
    lemma = tree.lemmas[token]
    if not tree.is_verb(token):
        if lemma == "target":
            return _is_to_be_target(tree, token)
        if lemma in _FOLLOWING:
            return _is_to_follow(tree, token)
        return tree.lower[token] in _IN_RETURN and _is_meant(tree, token)
    if lemma == "use":
        return _would_use(tree, token)
    if lemma in _ANSWERING:
        return _would_answer(tree, token)
    if lemma in _PUNISHING:
        return _is_said(tree, token) and _is_to_be_punished(tree, token) and _is_anybody(tree, token)
    return lemma in _PLANNING and _plans(tree, token)


def is_left_to_chance(tree: Tree, token: int) -> bool:
    """Whether a word holds out harm only where the sentence says so outright, and this does not."""
    lemma = tree.lemmas[token]
    if lemma == "give" and not any(tree.lemmas[k] in _REPLIES for k in tree.kids(token, "dobj")):
        return False
    return lemma in _ONLY_OUTRIGHT and not holds_out_harm(tree, token)


def _plans(tree: Tree, verb: int) -> bool:
    """ "Plans to sue the bank", "announced a retaliatory tariff", "is preparing countermeasures"."""
    clause = tree.kid(verb, "xcomp")
    if clause is not None and is_to_do(tree, clause):
        return tree.lemmas[clause] in _SUING and tree.kid(clause, "dobj") is not None
    return any(_is_reprisal(tree, k) for k in tree.kids(verb, "dobj", "nsubjpass"))


def _is_reprisal(tree: Tree, noun: int) -> bool:
    """ "Countermeasures", "punitive tariffs"."""
    if tree.lemmas[noun] in _ALWAYS:
        return True
    if tree.lemmas[noun] not in _STEPS:
        return False
    return not _IN_RETURN.isdisjoint(tree.lower[tree.left(noun) : noun])


def _is_meant(tree: Tree, adjective: int) -> bool:
    """ "Could impose retaliatory tariffs", and not "imposed retaliatory tariffs in 2018"."""
    noun = tree.heads[adjective]
    if tree.deps[adjective] != "amod" or tree.lemmas[noun] not in _STEPS:
        return False
    verb = tree.heads[noun]
    taken = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lemmas[verb] in _TAKEN
    return taken and bool(modals_of(tree, verb))


def _would_use(tree: Tree, verb: int) -> bool:
    """ "Said his country would use nuclear weapons if provoked"."""
    if tree.deps[verb] != "ccomp" or tree.lemmas[tree.heads[verb]] not in _SAYING or tree.has_lemma(_SPORT):
        return False
    if WILL.isdisjoint(modals_of(tree, verb)) or tree.kid(verb, "neg") is not None:
        return False
    if not any(tree.lemmas[k] in MEANS for k in tree.kids(verb, "dobj", "nsubjpass")):
        return False
    if tree.lemmas[tree.heads[verb]] == "warn":  # mostly of what others would do
        return is_own_clause(tree, verb) or any(
            tree.lemmas[k] == "force" for k in tree.kids(verb, "nsubjpass")
        )
    return is_conditional(tree, verb) or is_own_clause(tree, verb)


def _would_answer(tree: Tree, verb: int) -> bool:
    """ "Any raid will be met with force", "would give a fitting reply", "will not stand idly by", "will hold
    Chad responsible".
    """
    if WILL.isdisjoint(modals_of(tree, verb)) or tree.has_lemma(_SPORT):
        return False
    negated = tree.kid(verb, "neg") is not None
    if tree.lemmas[verb] in ("sit", "stand"):
        return negated and any(tree.lower[k] == "idly" for k in tree.kids(verb, "advmod"))
    if negated:
        return False
    if tree.lemmas[verb] == "meet":
        met = tree.behind(verb, "with", "by")
        return tree.kid(verb, "auxpass") is not None and any(
            tree.lemmas[k] in _ANSWERS and tree.lemmas[k] not in ("answer", "reply") for k in met
        )
    if not any(tree.tags[k] in NAME or tree.lemmas[k] in _POWERS for k in tree.kids(verb, "nsubj")):
        return False
    if tree.lemmas[verb] == "hold":
        held = any(tree.lower[k] in ("accountable", "responsible") for k in tree.children[verb])
        return held and not has_object(tree, verb, _FIRMS)
    return tree.has_lemma(_BLOWS) and any(
        tree.lemmas[k] in _ANSWERS and any(tree.lower[a] in _HARSH for a in tree.kids(k, "amod"))
        for k in tree.kids(verb, "dobj")
    )


def _is_to_be_target(tree: Tree, noun: int) -> bool:
    """ "Any troops would be treated as targets, he said", "Cyprus would become a target"."""
    verb = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[verb] == "as":
        verb = tree.heads[verb]
    elif tree.deps[noun] not in ("attr", "oprd"):
        return False
    fair = any(tree.lower[k] in ("lawful", "legitimate") for k in tree.kids(noun, "amod"))
    own = any(tree.lower[k] == "the" or tree.deps[k] == "poss" for k in tree.kids(noun, "det", "poss"))
    if own or tree.kid(noun, "prep") is not None or (tree.lemmas[verb] == "remain" and not fair):
        return False  # "would remain the target", "a target for tourists"
    if tree.lemmas[verb] not in _BECOMING or (not fair and WILL.isdisjoint(modals_of(tree, verb))):
        return False
    return tree.kid(verb, "neg") is None and _is_said(tree, verb)


def _is_to_follow(tree: Tree, noun: int) -> bool:
    """ "There will be consequences if the deal is broken, the envoy said"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("attr", "nsubj") or tree.lemmas[verb] != "be" or not tree.is_verb(verb):
        return False
    if WILL.isdisjoint(modals_of(tree, verb)) or not any(tree.deps[k] == "expl" for k in tree.children[verb]):
        return False
    conditions = [k for k in tree.kids(verb, "advcl") if is_condition(tree, k)]
    held = any(tree.lower[s] != "we" for k in conditions for s in tree.kids(k, "nsubj", "nsubjpass"))
    held = held or any(tree.lower[k] in _ANYBODY or tree.tags[k] in NAME for k in tree.behind(noun, "for"))
    return held and tree.kid(verb, "neg") is None


def _is_said(tree: Tree, verb: int) -> bool:
    """Whether somebody who has power says it."""
    above = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.lemmas[above] not in _SAYING:
        return False
    return any(
        tree.tags[k] in NAME
        or tree.tags[k] == "PRP"
        or tree.lemmas[k] in _POWERS
        or tree.kid(k, "poss") is not None
        for k in tree.kids(above, "nsubj")
    )


def warns_of_punishment(tree: Tree, verb: int, clause: int) -> bool:
    """ "The governor warned that looters would be shot", where those speak who can do it."""
    if not _is_to_be_punished(tree, clause) or tree.agents(clause):
        return False
    return any(tree.lemmas[k] in _PUNISHERS for k in tree.kids(verb, "nsubj"))


def _is_to_be_punished(tree: Tree, clause: int) -> bool:
    """ "Looters would be shot"."""
    if tree.lemmas[clause] not in _PUNISHING or tree.kid(clause, "auxpass") is None:
        return False
    return not WILL.isdisjoint(modals_of(tree, clause)) and tree.kid(clause, "neg") is None


def _is_anybody(tree: Tree, clause: int) -> bool:
    """Whether it is to happen to all who do something: "anyone who broke the curfew", "those responsible"."""
    return any(tree.lower[k] in _ANYBODY for k in tree.kids(clause, "nsubjpass"))
