"""What a sentence says outright to be an offer: to give in, or to give something to somebody by name."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.triggers.deeds import READY, VOWING, has_object, is_to_do

__all__ = ["is_offer_outright"]

_CONCEDING = lemma_set("conceding")
_LIFTED = lemma_set("lifted")
_PLANS = lemma_set("ideas")
_PEACE = lemma_set("peace")
_TENDERING = lemma_set("tendering")
_DEALING = lemma_set("dealing_with")
_HELP = frozenset({"aid", "assistance", "backing", "help", "support"})
_SETTLING = frozenset({"acquire", "buy", "compensate", "merge", "settle"})
_BUYING = frozenset({"acquire", "buy", "purchase"})
_DEALS = frozenset({"acquisition", "buyout", "merger", "purchase", "settlement", "takeover"})
_SUMS = frozenset({"$", "€", "£", "billion", "bn", "dollar", "euro", "million", "pound"})
_COUNTERS = frozenset({"counteroffer", "counterproposal"})
_JUDGING = lemma_set("judging_offers")
_GIVING = lemma_set("giving")
_AID = lemma_set("aid")
_PROPOSING = lemma_set("proposing")
_PAYING = frozenset({"give", "grant", "offer"})
_PAY = lemma_set("pay")
_TERMS = lemma_set("terms_of_peace")
_SPEAKERS = lemma_set("parties") | lemma_set("fighters") | lemma_set("own_bodies") | {"union"}
_SIDES = _SPEAKERS | lemma_set("firms")
_FIRMS = lemma_set("firms")
_RELIEF = lemma_set("relief")
_NEEDY = lemma_set("needy")
_IN_NEED = lemma_set("victims") | _NEEDY


def is_offer_outright(tree: Tree, token: int) -> bool:
    """Whether a trigger tells of an offer to give in, or to give something to somebody."""
    lemma = tree.lemmas[token]
    if not tree.is_verb(token) and lemma in _PLANS:
        return _is_put_forward(tree, token)
    if lemma in _COUNTERS:
        return tree.deps[token] in ("dobj", "nsubjpass") and tree.lemmas[tree.heads[token]] in _TENDERING
    if lemma in ("bid", "offer", "proposal") and not tree.is_verb(token):
        return _is_judged(tree, token) or _is_to_buy(tree, token)
    if lemma == "assure":  # "assured him of full support"
        helped = any(tree.lemmas[k] in _HELP for k in tree.behind(token, "of"))
        return helped and any(_is_speaker(tree, k) for k in tree.kids(token, "dobj"))
    clause = tree.kid(token, "xcomp")
    if clause is not None and is_to_do(tree, clause):
        return _is_to_give(tree, token, clause)
    if _holds_out(tree, token) or (lemma in VOWING and _is_aid(tree, token)):
        return True
    return lemma == "offer" and tree.is_verb(token) and _bids(tree, token)


def _is_to_give(tree: Tree, verb: int, clause: int) -> bool:
    """ "Offered to lift the siege", "is ready to talk with Chad", "proposed to settle the lawsuits"."""
    lemma = tree.lemmas[verb]
    if lemma == "propose":
        return tree.lemmas[clause] in _SETTLING and tree.kid(clause, "dobj") is not None
    if lemma in READY and _is_dealing(tree, clause):
        return True
    if lemma == "offer" or lemma in READY:
        return tree.lemmas[clause] in _CONCEDING and _is_of_side(tree, verb)
    if lemma not in VOWING:
        return False
    if _is_concession(tree, clause):
        return True
    whom = tree.receivers(clause, "to")
    if any(tree.lower[k] == "with" for k in tree.kids(clause, "prep")):
        whom += tree.kids(clause, "dobj")  # "to provide Chad with radars"
    return tree.lemmas[clause] in _GIVING and any(tree.tags[k] in NAME for k in whom)


def _holds_out(tree: Tree, verb: int) -> bool:
    """ "Proposed a truce", "promised amnesty to fighters", "offered pilots a raise"."""
    if tree.lemmas[verb] == "propose" and tree.deps[verb] == "amod":
        return tree.lemmas[tree.heads[verb]] in _DEALS and _has_name(tree, tree.heads[verb])
    if tree.lemmas[verb] not in _PROPOSING or not _is_of_side(tree, verb):
        return False
    things = tree.kids(verb, "dobj")
    if any(tree.lemmas[k] in _TERMS or _is_plan_for_peace(tree, k) for k in things):
        return True
    if tree.lemmas[verb] not in _PAYING or not any(tree.lemmas[k] in _PAY for k in things):
        return tree.lemmas[verb] == "offer" and _is_aid(tree, verb)  # "offered Chad radars"
    if tree.tags[verb] not in ("VBP", "VBZ"):  # "the bank offers loans"
        return True
    return any(tree.tags[k] in NAME for k in tree.receivers(verb, "to"))


def _bids(tree: Tree, verb: int) -> bool:
    """ "Microsoft offers $20bn for a game maker", "the bank offered 2 billion euros for its rival"."""
    sums = [k for k in tree.kids(verb, "dobj") if _is_sum(tree, k)]
    sought = [p for k in (verb, *sums) for p in tree.behind(k, "for")] if sums else []
    return any(
        tree.tags[p] in NAME or tree.lemmas[p] in _FIRMS or tree.lemmas[p].endswith("maker") for p in sought
    )


def _is_sum(tree: Tree, noun: int) -> bool:
    """ "2 billion euros", "$20bn"."""
    return any(
        tree.lemmas[k] in _SUMS or (tree.lemmas[k][0].isdigit() and tree.lemmas[k].endswith("bn"))
        for k in range(tree.left(noun), noun + 1)
    )


def _is_of_side(tree: Tree, token: int) -> bool:
    """Whether it is somebody by name, or who speaks for others, that offers something or is ready."""
    who = [*tree.doers(token), *tree.kids(tree.heads[token], "nsubj")]
    if not who and tree.tags[token] == "VB":
        return bool(tree.receivers(token, "to"))  # "guilty of trying to offer a job to a magistrate"
    return any(tree.tags[k] in NAME or tree.tags[k] == "PRP" or tree.lemmas[k] in _SIDES for k in who)


def _is_speaker(tree: Tree, token: int) -> bool:
    """Whether somebody speaks for others: "the emir", and not "residents" or "Rashford"."""
    return tree.lemmas[token] in _SPEAKERS or (tree.tags[token] == "PRP" and tree.lower[token] != "me")


def _has_name(tree: Tree, head: int) -> bool:
    """ "The proposed takeover of Aldan"."""
    return not NAME.isdisjoint(tree.tags[head : tree.right(head) + 1])


def _is_plan_for_peace(tree: Tree, noun: int) -> bool:
    """ "A peace plan", "a plan for a ceasefire"."""
    if tree.lemmas[noun] not in _PLANS:
        return False
    about = (*tree.kids(noun, "compound", "amod"), *tree.behind(noun, "for", "of", "to"))
    return any(tree.lemmas[k] in _PEACE or tree.lemmas[k] in _TERMS for k in about)


def _is_put_forward(tree: Tree, plan: int) -> bool:
    """ "The peace plan presented by Oman"."""
    if not any(tree.lemmas[k] in _PEACE for k in tree.kids(plan, "compound", "amod")):
        return False
    told = [k for k in tree.kids(plan, "acl", "relcl") if tree.lemmas[k] in _TENDERING]
    return any(tree.kid(k, "agent", "nsubj") is not None for k in told)


def _is_dealing(tree: Tree, clause: int) -> bool:
    """ "Ready to coordinate strikes with Chad", "willing to talk with the rebels"."""
    if tree.lemmas[clause] not in _DEALING:
        return False
    holders = (clause, *tree.kids(clause, "dobj"))
    return any(tree.tags[k] in NAME for holder in holders for k in tree.behind(holder, "with"))


def _is_judged(tree: Tree, noun: int) -> bool:
    """ "Rejected a third bid from Aldan"."""
    if tree.deps[noun] not in ("dobj", "nsubjpass") or tree.lemmas[tree.heads[noun]] not in _JUDGING:
        return False
    return any(tree.tags[k] in NAME for k in tree.behind(noun, "by", "from"))


def _is_to_buy(tree: Tree, noun: int) -> bool:
    """ "A bid to acquire the video service"."""
    return tree.lemmas[noun] == "bid" and any(
        tree.lemmas[k] in _BUYING and _has_name(tree, k) for k in tree.kids(noun, "acl", "xcomp")
    )


def _is_concession(tree: Tree, clause: int) -> bool:
    """ "To release the pilots", "to lift the siege", "to work with the rebels"."""
    lemma = tree.lemmas[clause]
    if lemma in ("work", "cooperate"):
        return any(tree.lower[k] == "with" for k in tree.kids(clause, "prep"))
    if lemma in ("lift", "halt", "suspend"):
        return has_object(tree, clause, _LIFTED)
    return lemma in _CONCEDING - {"free"}


def _is_aid(tree: Tree, verb: int) -> bool:
    """ "Promised more aid for Libya", "promised Chad a loan", "pledged tents for 500 families"."""
    relief = [k for k in tree.kids(verb, "dobj") if tree.lemmas[k] in _RELIEF]
    if any(tree.lemmas[p] in _NEEDY for k in (verb, *relief) for p in tree.receivers(k, "for", "to")):
        return bool(relief)
    things = [k for k in tree.kids(verb, "dobj") if tree.lemmas[k] in _AID]
    whom = [p for k in (verb, *things) for p in tree.receivers(k, "for", "to")]
    put = [p for k in things for p in (k, *tree.behind(k, "in", "of")) if tree.lemmas[p] == "investment"]
    whom += [p for k in put for p in tree.behind(k, "in")]  # "a billion in investments in Chad"
    if any(not _SUMS.isdisjoint(tree.lemmas[k : tree.right(k) + 1]) for k in things):
        return True  # "pledged subsidies worth more than $3bn"
    return bool(things) and any(tree.tags[k] in NAME or tree.lemmas[k] in _IN_NEED for k in whom)
