"""Who is to be helped by what is offered, who is to be bought, by whom it goes, who turns it
down, who shows a will to it, and what is only offered.
"""

from __future__ import annotations

from extractor.arguments.telling import stance_of
from extractor.evidence import Mention
from extractor.frames.phrases import is_own
from extractor.frames.relations import relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NUMBER, PRONOUN, QUALIFYING, Tree

__all__ = [
    "is_against",
    "is_answerer",
    "is_beside",
    "is_channel",
    "is_helped",
    "is_inviter",
    "is_judge",
    "is_let_go",
    "is_opponent",
    "is_recipient",
    "is_showing",
    "is_sought",
    "is_sum",
    "judged_by",
]

_BUYING = lemma_set("buying")
_PURCHASES = lemma_set("purchases")
_HELPING = lemma_set("helping")
_SHARES = lemma_set("shares")
_LETTING_GO = lemma_set("letting_go")
_LOW = lemma_set("judging_low")
_MONEY = lemma_set("money")
_SHOWING = lemma_set("showing_will")
_WILL = lemma_set("will")
_STOPPING = lemma_set("stopping_plans")
_FIGHTS = lemma_set("between_sides")
_ENDING = lemma_set("ending_fights")
_TIMES = frozenset({"after", "as", "before", "since", "until", "while"})
_ANSWERING = frozenset({"agree", "consent", "object"})
_MAKING = lemma_set("making") | {"send"}
_MADE_BY = frozenset({"by", "from"})


def is_helped(tree: Tree, trigger: int, node: int) -> bool:
    """Whether what is offered is to help somebody: "pledged a million dollars to help the towns"."""
    verb = tree.heads[node]
    if tree.deps[node] != "dobj" or tree.lemmas[verb] not in _HELPING:
        return False
    holder = tree.heads[verb]
    if tree.deps[verb] in ("acl", "relcl") and tree.deps[holder] == "dobj":
        holder = tree.heads[holder]
    return holder == trigger and tree.deps[verb] in ("acl", "relcl", "advcl", "xcomp")


def is_sought(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a company is what somebody offers to buy: "offered to buy a stake in X", "its bid for X"."""
    if tree.tags[node] in NUMBER or tree.kid(node, "nummod") is not None or tree.lemmas[node] in _PURCHASES:
        return False  # "a bid of two million euros", "a bid for the purchase of X"
    while tree.deps[node] == "appos":
        node = tree.heads[node]
    if tree.deps[node] == "dobj" and tree.lemmas[tree.heads[node]] == "value":
        return tree.heads[trigger] == tree.heads[node]  # "the bid values X at two billion"
    if tree.deps[node] == "pobj" and tree.lower[tree.heads[node]] in ("of", "in", "for"):
        holder = tree.heads[tree.heads[node]]
        if (
            tree.lemmas[holder] in _BUYING
        ):  # where the parser hangs "in X" of "buy shares in X" under the verb
            holder = next((k for k in tree.kids(holder, "dobj") if tree.lemmas[k] in _SHARES), holder)
        part = tree.lemmas[holder] in _SHARES
        while tree.lemmas[holder] in _SHARES and tree.deps[holder] == "pobj":
            holder = tree.heads[tree.heads[holder]]  # "a majority of the shares of X"
        if part and holder == trigger:
            return tree.is_verb(trigger)  # "offered two billion for a quarter of X"
        if tree.lemmas[holder] in _PURCHASES:
            return holder == trigger or _is_offered(tree, trigger, holder)
        if tree.lemmas[holder] not in _SHARES or tree.deps[holder] != "dobj":
            return False
        node = holder
    verb = tree.heads[node]
    bought = tree.deps[node] == "dobj" and (tree.lemmas[verb] in _BUYING or _is_taken_over(tree, verb))
    return bought and tree.deps[verb] in ("xcomp", "acl", "advcl") and tree.heads[verb] == trigger


def is_sum(tree: Tree, node: int) -> bool:
    """Whether it is money: "raised its offer by two billion dollars"."""
    if tree.lemmas[node] == "worth":
        return True
    return tree.lemmas[node] in _MONEY and tree.kid(node, "nummod", "quantmod") is not None


def is_let_go(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody without a name is what is offered: "ready to release the nurses"."""
    if tree.tags[node] in NAME:
        return False
    verb = tree.heads[node]
    below = tree.deps[node] == "dobj" and tree.deps[verb] == "xcomp" and tree.heads[verb] == trigger
    return below and tree.lemmas[verb] in _LETTING_GO


def judged_by(tree: Tree, noun: int, node: int) -> int | None:
    """The verb by which somebody is told to have answered an offer: "had a bid rejected by the board"."""
    if tree.deps[node] != "pobj" or tree.deps[tree.heads[node]] != "agent":
        return None
    verb = tree.heads[tree.heads[node]]
    told = tree.heads[verb] == noun if tree.deps[verb] in ("acl", "relcl") else tree.heads[noun] == verb
    return verb if told else None


def is_recipient(tree: Tree, trigger: int, node: int) -> bool:
    """Whether money or goods are offered for somebody: "pledged two million dollars for the refugees"."""
    prep = tree.heads[node]
    if tree.deps[node] != "pobj" or tree.lower[prep] != "for" or not tree.is_verb(trigger):
        return False
    holder = tree.heads[prep]
    return holder == trigger or (tree.heads[holder] == trigger and tree.deps[holder] == "dobj")


def is_channel(tree: Tree, trigger: int, node: int) -> bool:
    """Whether an offer goes by way of somebody: "was delivered through Omani envoys"."""
    prep = tree.heads[node]
    if tree.deps[node] != "pobj" or tree.lower[prep] not in ("through", "via"):
        return False
    above = tree.heads[prep]
    if tree.deps[above] in ("acl", "relcl") and tree.heads[above] == trigger:
        return True  # "the offer, which they sent through Oman"
    return trigger == above or (tree.heads[trigger] == above and tree.deps[trigger] in ("dobj", "nsubjpass"))


def is_judge(tree: Tree, noun: int, node: int) -> bool:
    """Whether somebody only finds an offer too small: "investors said that the offer was too low"."""
    clause = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.deps[clause] != "ccomp" or tree.heads[node] != tree.heads[clause]:
        return False
    low = any(tree.lemmas[k] in _LOW for k in tree.kids(clause, "acomp"))
    own = is_own(tree, noun)
    return low and not own and tree.deps[node] == "nsubj"


def is_showing(mention: Mention, node: int) -> bool:
    """Whether somebody shows a will, the object here: "rejected the terms but voiced willingness to talk"."""
    tree, noun = mention.sentence.tree, mention.token
    verb = tree.heads[noun]
    if tree.lemmas[noun] not in _WILL or tree.lemmas[verb] not in _SHOWING:
        return False
    if any(tree.tags[k] != "PRP$" for k in tree.kids(noun, "poss")):
        return False  # "reiterated Oman's readiness"
    return node in mention.sentence.functions.surface_subject(verb)


def is_against(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody speaks for or against what is called proposed: "vetoed a proposed pact with Oman"."""
    noun, (relation, verb) = tree.heads[trigger], relation_of(tree, node)
    if relation != "nsubj" or tree.tags[trigger] != "VBN":
        return False
    judges = stance_of(tree, verb) == "judges" or tree.lemmas[verb] in _STOPPING
    return judges and tree.heads[noun] == verb and tree.deps[noun] == "dobj"


def is_answerer(tree: Tree, noun: int, node: int) -> bool:
    """Whether somebody says yes or no to what others propose: "objected to a proposal by the bank"."""
    relation, verb = relation_of(tree, node)
    to = tree.heads[noun]
    if relation != "nsubj" or tree.lemmas[verb] not in _ANSWERING or tree.heads[to] != verb:
        return False
    return tree.lower[to] == "to" and tree.deps[noun] == "pobj"


def is_beside(tree: Tree, trigger: int, head: int) -> bool:
    """Whether somebody by name or noun only does something at the time: "offered Oman aid as X warned of a
    flood"; who asks for it then ("after X begged for aid") does more.
    """
    node = tree.first_conjunct(head)
    while tree.deps[node] in QUALIFYING:
        node = tree.first_conjunct(tree.heads[node])
    clause = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.tags[head] in PRONOUN or tree.deps[clause] != "advcl":
        return False
    if clause == trigger or clause in tree.ancestors(trigger) or stance_of(tree, clause) == "asks":
        return False
    return any(tree.lower[k] in _TIMES for k in tree.kids(clause, "mark"))


def is_opponent(tree: Tree, trigger: int, node: int) -> bool:
    """Whether what is offered is to end a fight with somebody: "proposed a truce to end the war on X"."""
    relation, fight = relation_of(tree, node)
    if relation not in ("against", "with", "on") or tree.lemmas[fight] not in _FIGHTS:
        return False
    ending = tree.heads[fight]
    if tree.deps[fight] != "dobj" or tree.lemmas[ending] not in _ENDING:
        return False
    holder = tree.heads[ending]
    return trigger in (holder, tree.heads[holder]) and tree.deps[ending] in ("acl", "advcl", "xcomp")


def is_inviter(mention: Mention, node: int) -> bool:
    """Whether a country makes an invitation, as it is to be visited: "got an invitation to visit Oman"."""
    tree, trigger, visit = mention.sentence.tree, mention.token, mention.sentence.tree.heads[node]
    if tree.deps[node] != "dobj" or tree.lemmas[visit] != "visit":
        return False
    if tree.heads[visit] != trigger or not _has_no_maker(tree, trigger):
        return False
    referent = mention.sentence.referents.get(node)
    return referent is not None and referent.kind in ("country", "organization")


def _has_no_maker(tree: Tree, trigger: int) -> bool:
    """Whether nothing beside an invitation says from whom it is."""
    above = tree.heads[trigger]
    if tree.is_verb(trigger) and tree.kid(trigger, "auxpass") is None:
        return False
    if tree.lemmas[above] in _MAKING and (tree.deps[trigger] == "dobj" or tree.kid(above, "agent")):
        return False
    if any(tree.lower[k] in _MADE_BY for k in tree.kids(trigger, "prep", "agent")):
        return False
    before = [k for k in tree.kids(trigger, "poss", "compound", "amod", "nmod") if k < trigger]
    return not any(tree.words[k][:1].isupper() or tree.deps[k] == "poss" for k in before)


def _is_offered(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is what is offered: "proposed the acquisition of X", "the proposed takeover of X"."""
    below = tree.deps[noun] in ("dobj", "nsubjpass") and tree.heads[noun] == trigger
    return below or (tree.deps[trigger] == "amod" and tree.heads[trigger] == noun)


def _is_taken_over(tree: Tree, verb: int) -> bool:
    if tree.lemmas[verb] != "take":
        return False
    over = (*tree.kids(verb, "prt"), *(k for o in tree.kids(verb, "dobj") for k in tree.kids(o, "quantmod")))
    return any(tree.lower[k] == "over" for k in over)  # "take over half of X"
