"""What only looks like an offer: a law, a candidacy, what somebody must, what nobody has put forward."""

from __future__ import annotations

from extractor.frames.coercing import LAWS
from extractor.frames.phrases import is_several
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.triggers.civil import is_release, is_service
from extractor.triggers.deeds import FIGHTING, READY, VOWING, is_ready_to_harm, is_to_do

__all__ = ["is_no_offer"]

_DEFENDING = lemma_set("defending")
_BANNED = lemma_set("banning")
_VOTING = lemma_set("voting")
_OFFICES = lemma_set("offices")
_MUSING = lemma_set("musing")
_IDEAS = lemma_set("ideas")
_GAINING = lemma_set("gaining")
_JOINT = lemma_set("working_together")
_POSTS = frozenset({"job", "office", "post", "seat"})
_LEAVING = lemma_set("leaving_office")
_ASIDE = lemma_set("aside")
_OFFERING = lemma_set("offering")
_IF = frozenset({"if", "once", "unless", "when"})
_IN_RETURN = frozenset({"exchange", "return"})
_OPEN = frozenset({"whether", "when", "if", "until", "unless", "once"})
_OWN = lemma_set("own_people")
_AT_HOMES = lemma_set("at_homes")
_GUESTS = lemma_set("clients") | lemma_set("invited_by_anyone")
_LOVED = lemma_set("loved")
_MERELY = frozenset({"just", "merely", "only"})


def is_no_offer(tree: Tree, token: int) -> bool:
    """Whether what looks like an offer is none."""
    return (
        _is_rule(tree, token)
        or _is_law(tree, token)
        or _is_theory(tree, token)
        or _is_candidacy(tree, token)
        or _is_at_home(tree, token)
        or _is_put_to_vote(tree, token)
        or _is_open(tree, token)
        or _is_mutual(tree, token)
        or _is_occasion(tree, token)
        or _is_mused_on(tree, token)
        or _is_resignation(tree, token)
        or is_service(tree, token)
        or _is_private(tree, token)
        or _is_of_nothing(tree, token)
        or (tree.lemmas[token] in READY and is_release(tree, token))
        or (tree.lemmas[token] in READY and is_ready_to_harm(tree, token, FIGHTING | _DEFENDING))
    )


def _is_of_nothing(tree: Tree, token: int) -> bool:
    """Whether nothing is offered: "he was promised nothing", but not "nothing but talks"."""
    things = tree.kids(token, "dobj", "oprd") if tree.is_verb(token) else ()
    return any(tree.lower[k] == "nothing" and tree.lower[k + 1 : k + 2] != ["but"] for k in things)


def _is_private(tree: Tree, token: int) -> bool:
    """Whether it is a wedding that somebody proposes or is invited to, or work that he does or is ready to do
    for nobody: "proposed to his girlfriend", "volunteers at a food bank", "is willing to work nights".
    """
    lemma = tree.lemmas[token]
    if lemma in ("invitation", "invite"):
        return _is_to_party(tree, token)
    clause = tree.kid(token, "xcomp", "ccomp")
    if lemma in READY:
        works = clause is not None and tree.lemmas[clause] == "work"
        return works and not tree.behind(clause or token, "with", "together", "for")
    if not tree.is_verb(token) or clause is not None or tree.kid(token, "dobj", "nsubjpass") is not None:
        return False
    if lemma == "propose":
        return any(tree.lemmas[p] in _LOVED for p in tree.behind(token, "to"))
    return lemma == "volunteer" and bool(tree.behind(token, "at", "as", "for", "in"))


def _is_to_party(tree: Tree, token: int) -> bool:
    """ "An invitation to the wedding", "the mayor invited residents to a ride", but not "invited residents to
    join the trials", "invited Oslo".
    """
    guests = tree.kids(token, "dobj", "nsubjpass") if tree.is_verb(token) else []
    if any(tree.lemmas[p] in _AT_HOMES for k in (token, *guests) for p in tree.behind(k, "to")):
        return True
    if not tree.is_verb(token) or tree.kid(token, "xcomp", "advcl") is not None:
        return False
    return any(tree.is_common(k, _GUESTS) and tree.kid(k, "prep", "compound") is None for k in guests)


def _is_rule(tree: Tree, token: int) -> bool:
    """Whether somebody is required to offer something, or must not: "banned from offering credit"."""
    if not tree.is_verb(token):
        return False
    above = tree.heads[token]
    if tree.deps[token] == "pcomp":
        above = tree.heads[above]
    return tree.deps[token] in ("xcomp", "pcomp", "ccomp") and tree.lemmas[above] in _BANNED


def _is_law(tree: Tree, token: int) -> bool:
    """Whether what is proposed is a law or a rule at home: "proposed several amendments"."""
    if tree.lemmas[token] != "propose":
        return False
    things = [*tree.kids(token, "dobj", "nsubjpass")]
    if tree.deps[token] in ("acl", "amod"):
        things.append(tree.heads[token])
    return any(tree.lemmas[k] in LAWS for k in things)


def _is_theory(tree: Tree, token: int) -> bool:
    """Whether it is only thought that something was so: "proposes that the moon formed in a collision"."""
    if tree.lemmas[token] != "propose" or not tree.is_verb(token):
        return False
    for clause in tree.kids(token, "ccomp"):
        helpers = tree.kids(clause, "aux", "auxpass")
        past = tree.tags[clause] in ("VBD", "VBN") if not helpers else tree.tags[helpers[0]] == "VBD"
        if past and tree.kid(clause, "xcomp") is None:  # not "that they were to be freed"
            return True
    return False


def _is_candidacy(tree: Tree, token: int) -> bool:
    """Whether somebody bids for an office or a title, or only tries: "a bid for the presidency", "in a bid to
    delay the trial".
    """
    if tree.lemmas[token] != "bid" or tree.is_verb(token):
        return False
    tried = [k for k in tree.kids(token, "acl", "relcl") if is_to_do(tree, k)]
    if any(tree.lemmas[k] not in _GAINING for k in tried):
        return True
    sought = tree.behind(token, "for")
    return any(tree.lemmas[p] in _OFFICES for p in sought)


def _is_at_home(tree: Tree, token: int) -> bool:
    """Whether somebody pledges something to his own people: "promised to protect its citizens"."""
    if tree.lemmas[token] not in VOWING or not tree.is_verb(token):
        return False
    verbs = (token, *tree.kids(token, "xcomp"))
    whom = [k for verb in verbs for k in tree.kids(verb, "dobj", "dative") if tree.lemmas[k] in _OWN]
    return any(_is_own(tree, k) for k in whom)


def _is_mutual(tree: Tree, token: int) -> bool:
    """Whether several promise each other to work together."""
    clause = tree.kid(token, "xcomp") if tree.lemmas[token] in VOWING and tree.is_verb(token) else None
    who = tree.kid(token, "nsubj")
    if clause is None or who is None or tree.lemmas[clause] not in _JOINT:
        return False
    return is_several(tree, who) and not any(tree.lower[k] == "with" for k in tree.kids(clause, "prep"))


def _is_own(tree: Tree, people: int) -> bool:
    """Whether people are the speaker's: "its citizens", "voters", and not "the Lebanese people"."""
    told = tree.kids(people, "amod", "compound", "poss", "prep", "relcl", "acl")
    return all(tree.tags[k] == "PRP$" for k in told)


def _is_put_to_vote(tree: Tree, token: int) -> bool:
    """Whether a proposal is one that voters decide about."""
    if tree.is_verb(token) or tree.deps[token] != "dobj":
        return False
    return any(tree.lemmas[k] in _VOTING for k in tree.kids(tree.heads[token], "nsubj"))


def _is_mused_on(tree: Tree, token: int) -> bool:
    """Whether it is only talked over what nobody has put forward: "discussed ideas for a truce"."""
    if tree.lemmas[token] not in _IDEAS or tree.deps[token] not in ("dobj", "nsubjpass"):
        return False
    if tree.lemmas[tree.heads[token]] not in _MUSING:
        return False
    of_somebody = tree.kid(token, "poss") is not None or any(
        tree.lower[k] in ("by", "from") for k in tree.kids(token, "prep")
    )
    return not of_somebody and not tree.has_capital(max(1, tree.left(token)), token)


def _is_occasion(tree: Tree, token: int) -> bool:
    """Whether it is only told at whose wish something is done: "on the initiative of Chad"."""
    return tree.lemmas[token] == "initiative" and tree.lower[tree.heads[token]] in ("on", "at")


def _is_resignation(tree: Tree, token: int) -> bool:
    """Whether it is only an office that somebody offers to give up, to nobody and on no condition: "offered
    to step down", but not "offered the king his resignation".
    """
    if tree.lemmas[token] not in _OFFERING or not tree.is_verb(token):
        return False
    given = [k for k in tree.kids(token, "xcomp") if _is_leave(tree, k)]
    given += [k for k in tree.kids(token, "dobj", "nsubjpass") if tree.lemmas[k] == "resignation"]
    return bool(given) and not any(_is_bargain(tree, k) for k in (token, *given))


def _is_bargain(tree: Tree, node: int) -> bool:
    """Whether it is said to whom, or for what: "to the king", "in exchange for a truce"."""
    if tree.receivers(node, "to"):
        return True
    if any(tree.lower[m] in _IF for c in tree.kids(node, "advcl") for m in tree.kids(c, "mark")):
        return True
    return any(tree.lemmas[p] in _IN_RETURN for p in tree.behind(node, "in"))


def _is_leave(tree: Tree, verb: int) -> bool:
    """ "Resign", "step down", "leave office"."""
    if tree.lemmas[verb] in ("stand", "step"):
        return any(tree.lower[k] in _ASIDE for k in tree.kids(verb, "prt", "advmod"))
    if tree.lemmas[verb] in ("give", "leave"):
        return any(tree.lemmas[k] in _POSTS for k in tree.kids(verb, "dobj"))
    return tree.lemmas[verb] in _LEAVING


def _is_open(tree: Tree, token: int) -> bool:
    """Whether it is not said that somebody is ready, or said that nobody is, or not any longer."""
    if tree.lemmas[token] not in READY:
        return False
    kids = tree.children[token]
    verb = tree.heads[token]
    if any(tree.lower[k] == "longer" for k in (*kids, *tree.children[verb])):
        return True
    if any(tree.deps[k] == "neg" and tree.lower[k + 1] not in _MERELY for k in (*kids, *tree.children[verb])):
        return True
    return any(tree.lower[k] in _OPEN for k in tree.kids(verb, "mark", "advmod"))
