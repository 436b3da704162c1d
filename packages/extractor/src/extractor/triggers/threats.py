"""What a sentence says outright to be a threat: "vowed to avenge him", "warned that it would strike"."""

from __future__ import annotations

from extractor.frames.clauses import is_conditional, modals_of
from extractor.frames.coercing import (
    GOING,
    WILL,
    is_against_foes,
    is_announced,
    is_armed,
    is_coercion,
    is_own_clause,
    is_own_side,
)
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.deeds import (
    FIGHTING,
    MEANS,
    READY,
    VOWING,
    has_content,
    has_object,
    is_choice,
    is_ready_to_harm,
    is_to_do,
)
from extractor.triggers.reprisals import holds_out_harm, warns_of_punishment

__all__ = ["BEING", "HARMS", "OF_HAZARD", "PASSING", "is_left_open", "is_threat_outright"]

_LEFT_OPEN = lemma_set("left_open")
_WITHHELD = lemma_set("withheld")
_RESERVED = lemma_set("reserved")
_AVENGING = lemma_set("avenging")
_DOING = lemma_set("doing")
_STRIKING = lemma_set("striking_back")
_ANSWERING = lemma_set("answering")
_ANSWERED = lemma_set("answered")
_REPRISAL = lemma_set("reprisal")
_CONSEQUENCE = lemma_set("consequence")
_MEASURES = lemma_set("measures")
_DEED = lemma_set("deeds")
_PENALTIES = lemma_set("penalties")
_PENAL = _PENALTIES | _CONSEQUENCE | _MEASURES | {"charge", "prison", "sentence", "trial"}
_DEMANDED = lemma_set("demanded")
_POWERS = lemma_set("powers")
_SPORT = lemma_set("no_battle") | {"critic", "leg"}
_TIME = lemma_set("spans")
HARMS = lemma_set("harms")
_UTTERING = lemma_set("uttering")
OF_HAZARD = lemma_set("of_hazard")
_GROWING = lemma_set("growing")
_NATURE = lemma_set("nature")
BEING = lemma_set("being")
_HELD = lemma_set("held")
PASSING = lemma_set("passing")
_UNANSWERED = lemma_set("unanswered")
_OPEN_TO_FORCE = lemma_set("open_to_force")
_FORCE = lemma_set("means_of_force")
_MIGHT = _FORCE | {"fire", "might", "power", "strength"}
_MET = frozenset({"answer", "meet"})
_MET_WITH = _FORCE | _CONSEQUENCE | _MEASURES | {"annihilation", "death", "destruction", "fire", "war"}
"""What a side lets others know that their deeds "will be met with"."""


def is_threat_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger's words and what hangs on them tell of a threat whatever else the sentence says."""
    lemma = tree.lemmas[token]
    if holds_out_harm(tree, token):
        return True
    if lemma in READY:
        return is_ready_to_harm(tree, token, FIGHTING)
    if not tree.is_verb(token):
        return lemma == "threat" and _is_made(tree, token)
    if lemma == "reserve":
        return _reserves_right(tree, token)
    if lemma == "threaten":
        return _threatens(tree, token)
    if lemma in PASSING and any(tree.lower[k] in _UNANSWERED for k in tree.children[token]):
        return _is_not_to_be(tree, token)
    if lemma in _OPEN_TO_FORCE:
        return _is_free_to_fight(tree, token)
    if lemma == "impose" and has_object(tree, token, _MEASURES) and _modal(tree, token) in WILL:
        return True
    if lemma in VOWING:
        return _is_vow(tree, token)
    if lemma == "warn":
        return _warns_of_answer(tree, token)
    if lemma == "give":
        return _is_ultimatum(tree, token)
    if lemma == "face":
        return _is_alternative(tree, token) or _is_foretold(tree, token)
    if lemma in ("rule", "exclude"):
        return is_left_open(tree, token)
    if lemma == "pay":
        return _is_price(tree, token)
    return is_announced(tree, token) or _will_retaliate(tree, token)


def _will_retaliate(tree: Tree, verb: int) -> bool:
    """ "China will retaliate if tariffs are raised", "would hit back with tariffs unless Chad gave in", "we
    will answer with all our might"."""
    if _modal(tree, verb) not in WILL or tree.kid(verb, "neg") is not None or tree.has_lemma(_SPORT):
        return False
    who = tree.kid(verb, "nsubj")
    if tree.lemmas[verb] in _ANSWERING and who is not None and tree.lower[who] == "we":
        return any(tree.lemmas[k] in _MIGHT for k in tree.behind(verb, "with"))
    if tree.lemmas[verb] != "retaliate" and not (
        tree.lemmas[verb] in _STRIKING
        and any(tree.lower[k] == "back" for k in tree.kids(verb, "advmod", "prt"))
    ):
        return False
    if who is not None and tree.deps[verb] == "ccomp" and is_own_clause(tree, verb):
        return True  # "said it would hit back"
    if who is None or not (tree.tags[who] in NAME or tree.lemmas[who] in _POWERS):
        return False
    return is_conditional(tree, verb)


def _reserves_right(tree: Tree, verb: int) -> bool:
    """ "Reserved the right to respond"."""
    rights = [k for k in tree.kids(verb, "dobj") if tree.lemmas[k] == "right"]
    return any(tree.lemmas[c] in _RESERVED for k in rights for c in tree.kids(k, "acl", "xcomp"))


def _threatens(tree: Tree, verb: int) -> bool:
    """ "Was threatened by rebels", "threatened to close the strait", "threatened a boycott", "threatened the
    firm with a fine".
    """
    if any(tree.lower[p] not in _NATURE for p in tree.agents(verb)):
        return True  # unless it turns out to be no somebody
    if is_to_do(tree, tree.kid(verb, "xcomp")) or has_object(tree, verb, _DEED | _WITHHELD):
        return True
    holders = (verb, *tree.kids(verb, "dobj"))
    return any(tree.lemmas[p] in _DEED | _PENALTIES for k in holders for p in tree.behind(k, "with"))


def _is_vow(tree: Tree, verb: int) -> bool:
    """ "Vowed revenge", "promised to root out the rebels", "swore to burn the town"."""
    if has_object(tree, verb, _REPRISAL) or _is_answer(tree, tree.kid(verb, "xcomp", "ccomp")):
        return True
    clause = tree.kid(verb, "xcomp")
    if clause is not None and is_against_foes(tree, clause):
        return True
    sent = tree.kid(verb, "ccomp")
    if sent is not None and tree.lemmas[sent] == "hesitate" and _is_free_to_fight(tree, sent):
        return True
    if clause is not None and tree.lemmas[verb] in ("vow", "swear") and _fights_too(tree, clause):
        return True
    if tree.lemmas[verb] not in ("vow", "swear") or clause is None or tree.lemmas[clause] in GOING:
        return False
    return is_coercion(tree, clause)


def _fights_too(tree: Tree, clause: int) -> bool:
    """ "Vowed to defend Beirut and strike Chad", where somebody by name is to be struck."""
    struck = (
        p for k in tree.kids(clause, "conj") if tree.lemmas[k] in FIGHTING for p in tree.kids(k, "dobj")
    )
    return tree.kid(clause, "neg") is None and any(tree.tags[p] in NAME for p in struck)


def is_left_open(tree: Tree, verb: int) -> bool:
    """Whether somebody leaves himself free to do harm: "did not rule out the use of force"."""
    if tree.lemmas[verb] not in ("rule", "exclude"):
        return False
    above = tree.lemmas[tree.heads[verb]] if tree.deps[verb] == "xcomp" else ""
    if tree.kid(verb, "neg") is None and above not in ("refuse", "decline"):
        return False
    of = [k for k in tree.kids(verb, "dobj") for k in (k, *tree.kids(k, "prep"))]
    things = [*of, *(p for k in of for p in tree.kids(k, "pobj"))]
    if any(tree.lemmas[k] in _LEFT_OPEN or is_armed(tree, k) for k in things):
        return True
    sent = tree.kid(verb, "pcomp", "xcomp", "ccomp")
    return sent is not None and tree.lemmas[sent] in ("send", "deploy", "use", "impose")


def _is_price(tree: Tree, verb: int) -> bool:
    """Whether somebody by name is told to pay for it: "The rulers of Chad will have to pay the price"."""
    if not has_object(tree, verb, frozenset({"price"})):
        return False
    if any(tree.lower[k] == "of" for thing in tree.kids(verb, "dobj") for k in tree.kids(thing, "prep")):
        return False  # "the price of gas"
    clause = tree.heads[verb] if tree.deps[verb] == "xcomp" else verb
    who = tree.kid(clause, "nsubj")
    if who is None or tree.deps[clause] != "ccomp" or not modals_of(tree, clause):
        return False
    return tree.tags[who] in NAME or tree.has_capital(tree.left(who) + 1, who)


def _is_alternative(tree: Tree, verb: int) -> bool:
    """Whether it is what somebody faces who does not do something: "to leave or face sanctions"."""
    if tree.deps[verb] != "conj" or not has_object(tree, verb, _DEED | _CONSEQUENCE | _PENALTIES):
        return False
    return tree.lower[tree.left(verb) - 1] == "or"


def _is_foretold(tree: Tree, verb: int) -> bool:
    """Whether somebody says what another by name is to face, "Chad will face retaliation, the king said", or
    whoever does a thing: "the general said that those who voted would face trial".
    """
    if tree.deps[verb] != "ccomp" or _modal(tree, verb) not in WILL:
        return False
    who, speaker = tree.kid(verb, "nsubj"), tree.kid(tree.heads[verb], "nsubj")
    whoever = who is not None and tree.kid(who, "relcl") is not None
    if not has_object(tree, verb, _PENAL if whoever else _CONSEQUENCE | _MEASURES):
        return False
    sides = [speaker] if whoever else [who, speaker]
    return all(k is not None and (tree.tags[k] in NAME or tree.lemmas[k] in _POWERS) for k in sides)


def _modal(tree: Tree, verb: int) -> str:
    """The modal verb of a verb."""
    return next(iter(modals_of(tree, verb)), "")


def _is_not_to_be(tree: Tree, verb: int) -> bool:
    """ "Will not", "would never"."""
    negated = tree.kid(verb, "neg") is not None or any(tree.lower[k] == "never" for k in tree.children[verb])
    return negated and _modal(tree, verb) in WILL


def _is_free_to_fight(tree: Tree, verb: int) -> bool:
    """ "Would not hesitate to strike", "could resort to force"."""
    if tree.lemmas[verb] == "hesitate":
        clause = tree.kid(verb, "xcomp")
        if clause is None or not _is_not_to_be(tree, verb):
            return False
        if tree.lemmas[clause] == "hit":
            return any(tree.tags[k] != "NN" for k in tree.kids(clause, "dobj"))  # not "the road"
        return tree.lemmas[clause] in _RESERVED or has_object(tree, clause, MEANS | _MEASURES)
    open_to = _modal(tree, verb) and tree.kid(verb, "neg") is None
    return bool(open_to) and any(tree.lemmas[p] in _FORCE for p in tree.behind(verb, "to"))


def _is_answer(tree: Tree, clause: int | None) -> bool:
    """Whether what is vowed is done to somebody in return for something."""
    if clause is None:
        return False
    lemma = tree.lemmas[clause]
    if lemma in _AVENGING:
        return True
    if lemma in _STRIKING:
        return any(tree.lower[k] == "back" for k in tree.kids(clause, "advmod", "prt"))
    if lemma == "take" and has_object(tree, clause, _REPRISAL):
        return True
    if lemma in _DOING and has_object(tree, clause, _DEED):
        return True
    if lemma not in _ANSWERING:
        return False
    if tree.kid(clause, "advcl") is not None:
        return True
    return any(tree.lemmas[p] in _ANSWERED for p in tree.receivers(clause, "to"))


def _warns_of_answer(tree: Tree, verb: int) -> bool:
    """ "Warned of retaliation", "warned that Riga would be held responsible"."""
    by = tree.agents(verb)
    above = (verb, *tree.kids(verb, "dobj"), *by)  # "warned the bank | of sanctions"
    of = (p for holder in above for p in tree.behind(holder, "of"))
    if any(tree.lemmas[p] in _CONSEQUENCE | _MEASURES for p in of):
        return True
    clause = tree.kid(verb, "ccomp", "xcomp")
    if clause is None:
        return False
    below = (clause, *tree.kids(clause, "conj"))
    if any(tree.lower[k] == "or" for k in tree.kids(clause, "cc")) and any(
        tree.lemmas[k] == "face" for k in below
    ):
        return True  # "warned the firms to pay or face a boycott"
    if is_own_clause(tree, clause) and _is_readiness(tree, clause):
        return True
    if warns_of_punishment(tree, verb, clause):
        return True
    if not modals_of(tree, clause):
        return False
    if _is_price_of_deed(tree, verb, clause):
        return True
    if is_own_side(tree, clause) and is_coercion(tree, clause):
        return tree.kid(clause, "neg") is None
    if tree.lemmas[clause] == "be" and any(tree.lemmas[k] == "mistake" for k in tree.kids(clause, "attr")):
        return True
    if tree.lemmas[clause] in _MET and tree.kid(clause, "auxpass") is not None:
        return any(tree.lemmas[k] in _MET_WITH for k in tree.behind(clause, "with"))
    if tree.lemmas[clause] == "tolerate":
        return tree.kid(clause, "neg") is not None
    if tree.lemmas[clause] == "hold":
        return any(tree.lower[k] in _HELD for k in tree.children[clause])
    return tree.lemmas[clause] == "face" and has_object(tree, clause, _DEED | _CONSEQUENCE)


def _is_price_of_deed(tree: Tree, verb: int, clause: int) -> bool:
    """ "She warned him that if he did it again he would lose his post"."""
    if tree.lemmas[clause] != "lose" or not is_conditional(tree, clause):
        return False
    warned, who = tree.kid(verb, "dobj"), tree.kid(clause, "nsubj")
    if any(tree.is_noun(k) and tree.tags[k] not in NAME for k in tree.kids(verb, "nsubj")):
        return False  # "doctors warned her"
    return warned is not None and who is not None and tree.tags[warned] == tree.tags[who] == "PRP"


def _is_readiness(tree: Tree, clause: int) -> bool:
    """ "Its army was ready to strike"."""
    ready = tree.kids(clause, "acomp") if tree.lemmas[clause] in BEING else ()
    return any(tree.lemmas[k] in READY and is_ready_to_harm(tree, k, FIGHTING | {"fight"}) for k in ready)


def _is_ultimatum(tree: Tree, verb: int) -> bool:
    """ "Gave the garrison two days to surrender"."""
    given = [k for k in tree.kids(verb, "dobj", "npadvmod") if tree.lemmas[k] in _TIME]
    whom = [k for k in tree.kids(verb, "dobj", "dative") if tree.tags[k] in NAME or tree.lemmas[k] in _POWERS]
    until = [p for k in (verb, *whom) for p in tree.behind(k, "until")] if whom else []
    given += [k for p in until for k in (p, *tree.behind(p, "of"))]
    clauses = (c for k in (verb, *given) for c in tree.kids(k, "xcomp", "acl", "relcl", "advcl"))
    sides = tree.kids(verb, "nsubj", "nsubjpass", "dative", "dobj")
    if not any(tree.tags[k] in NAME or tree.lemmas[k] in _POWERS for k in sides):
        return False  # a landlord or a court
    return bool(given) and any(
        tree.lemmas[c] in _DEMANDED and is_to_do(tree, c) and not is_choice(tree, c) for c in clauses
    )


def _is_made(tree: Tree, noun: int) -> bool:
    """Whether somebody makes a threat: "repeated threats to shell the island", "threats from militants"."""
    kids = tree.children[noun]
    if any(tree.lemmas[k] in HARMS and k < noun for k in kids):
        return tree.deps[noun] != "compound"
    governor = tree.lemmas[tree.heads[noun]]
    if governor in OF_HAZARD or governor in BEING or any(tree.lower[k] in _GROWING for k in kids):
        return False
    if has_content(tree, noun) and _comes_from_somebody(tree, noun):
        return True
    if _is_own(tree, noun):
        return True
    uttered = tree.deps[noun] == "dobj" and governor in _UTTERING
    several = tree.tags[noun] == "NNS"
    by = [k for k in tree.kids(noun, "prep", "agent") if tree.lower[k] in ("by", "from")]
    if any(tree.lower[p] in _NATURE for k in by for p in tree.kids(k, "pobj")):
        return False
    if uttered or by:
        warned_of = (
            tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of" and "warn" in tree.lemmas
        )
        return (several and not warned_of) or has_content(tree, noun)
    return (several or tree.kid(noun, "poss") is not None) and has_content(tree, noun)


def _is_own(tree: Tree, noun: int) -> bool:
    """ "Answered with threats of her own", and not "the virus brings threats of its own"."""
    own = (k for k in tree.behind(noun, "of") if tree.lower[k] == "own")
    whose = [tree.lower[p] for k in own for p in tree.kids(k, "poss")]
    return bool(whose) and (whose != ["its"] or tree.lower[tree.heads[noun]] == "with")


def _comes_from_somebody(tree: Tree, noun: int) -> bool:
    """ "Under threat of sanctions from Oslo"."""
    by = (p for n in tree.behind(noun, "of") for p in tree.behind(n, "by", "from"))
    return any(tree.tags[p] in NAME for p in by)
