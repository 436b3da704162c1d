"""Who has a part in an offer or a threat by the words of its sentence, and who only hears or tells of it."""

from __future__ import annotations

from extractor.arguments.above import Above, only_tells
from extractor.arguments.announced import SUFFERING, of_announced
from extractor.arguments.bearings import Bearing, can_act, kind_of
from extractor.arguments.causes import is_moved
from extractor.arguments.offered import (
    is_against,
    is_answerer,
    is_channel,
    is_helped,
    is_inviter,
    is_judge,
    is_let_go,
    is_opponent,
    is_recipient,
    is_showing,
    is_sought,
    is_sum,
    judged_by,
)
from extractor.arguments.telling import is_audience, is_repeater, is_teller, is_written_to, stance_of
from extractor.arguments.threatened import of_dropped, of_threat
from extractor.evidence import Mention
from extractor.frames.answers import answer_above
from extractor.frames.clauses import modals_of
from extractor.frames.relations import is_run_together, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["of_act"]

_STANDING_FOR = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
_DOWN = frozenset({"xcomp", "conj"})
"""How a verb hangs on that of a threat which it carries out."""
_ANSWERING = lemma_set("judging_offers")
_INVITING = lemma_set("inviting")
_REPLYING = lemma_set("answering")
_GIVING = lemma_set("giving")
_HOSTING = lemma_set("hosting")
_MAKING = lemma_set("making")
_SENDING = _MAKING | lemma_set("tendering") | {"send"}
_PUNISHING = lemma_set("punishing")
_ATTACKS = lemma_set("attacks")


def of_act(mention: Mention, head: int, above: Above | None) -> Bearing | None:
    """What the phrase with this head is to an offer or a threat; None where its words leave it open."""
    tree, trigger = mention.sentence.tree, mention.token
    node = tree.first_conjunct(head)
    if is_audience(tree, head) or is_sum(tree, head):
        return "out"
    if mention.type == "offer" and (part := _of_offered(mention, head, node)) is not None:
        return part
    if tree.deps[trigger] == "acomp":
        given = mention.type == "offer" and _is_given(tree, trigger, node)
        return "bears" if given else _of_readiness(mention, node, above)
    if tree.is_verb(trigger):
        return _of_verb(mention, head, node, above)
    if tree.deps[node] == "nsubj" and answer_above(tree, trigger) is not None:
        return None if answer_above(tree, node) is not None else "hears"
    if above is not None:
        said = above.stance == "says" and above.relation == "nsubj" and tree.deps[above.below] == "ccomp"
        if said and _is_gotten(tree, trigger):
            return "hears"
        if only_tells(tree, above):
            return "out"
        if above.stance == "says":
            return None
    return _of_noun(mention, head, node, above)


def _of_offered(mention: Mention, head: int, node: int) -> Bearing | None:
    """Who only judges an offer, is what is offered, or hands it on."""
    tree, trigger = mention.sentence.tree, mention.token
    if is_judge(tree, trigger, node):
        return "out"
    dep = tree.deps[trigger]
    if tree.lemmas[trigger] in _INVITING and is_inviter(mention, node):
        return "does"
    if dep == "dobj" and is_showing(mention, node):
        return "does"
    if is_opponent(tree, trigger, node) and can_act(mention, head):
        return "bears"
    if dep == "amod" and is_against(tree, trigger, node):
        return "hears"
    if is_let_go(tree, trigger, node):
        return "spared"
    return "mediates" if is_channel(tree, trigger, node) and can_act(mention, head) else None


def _of_noun(mention: Mention, head: int, node: int, above: Above | None) -> Bearing | None:
    """How a phrase stands to an offer or a threat that a noun tells; `node` is the first of its list."""
    tree, trigger = mention.sentence.tree, mention.token
    if (asked := of_dropped(tree, trigger, node)) is not None:
        return asked
    if mention.type == "threat":
        so = of_threat(tree, trigger, node, kind_of(mention, head))
        if so is not None:
            return so
    verb = judged_by(tree, trigger, node)
    judged = None if verb is None else _of_judge(tree, mention, verb)
    if judged is not None and (judged != "does" or can_act(mention, head)):
        return judged  # but nobody in "threats made by phone"
    relation, governor = relation_of(tree, node)
    if _makes(tree, trigger, relation, governor) or _is_behind(tree, trigger, node):
        return "does"
    if relation == "to" and _is_put(tree, trigger, governor) and can_act(mention, head):
        return "bears"
    if governor == trigger and relation == "poss" and tree.lemmas[trigger] not in _INVITING:
        return None if tree.tags[head] == "PRP$" else "does"
    if mention.type == "offer" and (
        is_sought(tree, trigger, node) or is_answerer(tree, trigger, node) or _is_given(tree, trigger, node)
    ):
        return "bears"
    if is_repeater(tree, trigger, node) and _is_of_others(tree, trigger):
        return "hears"
    return None if above is None else _of_verb_above(tree, mention, above)


def _makes(tree: Tree, noun: int, relation: str, governor: int) -> bool:
    """Whether a preposition tells who makes an offer or a threat: "an offer from Oman", "a threat by X"."""
    if relation == "from" and (governor == noun or _has_it(tree, noun, governor, "gets")):
        return True
    of = "of" if tree.lemmas[noun] == "invitation" else "by"
    return governor == noun and relation == of


def _is_put(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a verb tells to whom an offer or a threat is made: "the offer that Oman put to Chad", "an
    invitation was sent to Chad".
    """
    told = tree.deps[verb] in ("acl", "relcl") and tree.heads[verb] == noun
    made = tree.deps[noun] in ("dobj", "nsubjpass") and tree.heads[noun] == verb
    return (told or made) and tree.lemmas[verb] in _SENDING


def _of_verb(mention: Mention, head: int, node: int, above: Above | None) -> Bearing | None:
    """How a phrase stands to an offer or a threat that a verb tells; `node` is the first of its list."""
    tree, trigger = mention.sentence.tree, mention.token
    if mention.type == "threat" and _is_warned_to_suffer(tree, trigger, node):
        return "bears"
    if is_moved(mention, node):
        return "out"
    if is_written_to(tree, trigger, node) and can_act(mention, head):
        return "bears"
    if is_teller(tree, trigger, node) and not _is_named_below(mention, node):
        return "out"
    if mention.type == "offer":
        if (
            _is_given(tree, trigger, node)
            or is_helped(tree, trigger, node)
            or is_sought(tree, trigger, node)
            or (tree.deps[node] == "compound" and _is_run_together(mention, node))
            or (is_recipient(tree, trigger, node) and can_act(mention, head))
        ):
            return "bears"
        return "does" if _announces(tree, trigger, above) else None
    if _is_to_suffer(tree, trigger, node) or _is_aimed_at(tree, trigger, node):
        return "bears"
    so = of_threat(tree, trigger, node, kind_of(mention, head))
    return of_announced(mention, node) if so is None else so


def _is_warned_to_suffer(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody is told to have something coming: "Chad faces sanctions, its president was warned"."""
    clause = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.deps[clause] != "ccomp" or tree.heads[clause] != trigger:
        return False
    return tree.lemmas[clause] in SUFFERING and tree.kid(trigger, "auxpass") is not None


def _is_named_below(mention: Mention, node: int) -> bool:
    """Whether a trigger tells of somebody again: "she said that he had threatened to end her career"."""
    tree, referents = mention.sentence.tree, mention.sentence.referents
    own = referents.get(node)
    below = (r for k, r in referents.items() if mention.token in tree.ancestors(k))
    return own is not None and any(r.key == own.key for r in below)


def _announces(tree: Tree, trigger: int, above: Above | None) -> bool:
    """Whether who says that somebody will be offered something offers it."""
    return (
        above is not None
        and (above.stance, above.relation, above.below) == ("says", "nsubj", trigger)
        and tree.kid(trigger, "auxpass") is not None
        and tree.kid(trigger, "agent") is None
        and bool(modals_of(tree, trigger))
    )


def _is_given(tree: Tree, trigger: int, node: int) -> bool:
    """Whether an offer to do something is one to give it to somebody, or to mediate between them."""
    relation, governor = relation_of(tree, node)
    if relation == "between" and tree.heads[governor] != governor and not tree.is_verb(governor):
        governor = tree.heads[governor]  # "to host talks between them"
    if tree.deps[governor] not in ("xcomp", "acl") or tree.heads[governor] != trigger:
        return False
    if relation == "between":
        return tree.lemmas[governor] in _HOSTING
    return relation in ("to", "dative") and tree.lemmas[governor] in _GIVING


def _is_run_together(mention: Mention, node: int) -> bool:
    """Whether the parser takes whom something is offered to for a part of it: "offered Mali debt relief"."""
    tree, trigger = mention.sentence.tree, mention.token
    if not is_run_together(tree, trigger, node):
        return False
    referent = mention.sentence.referents.get(node)
    if referent is None or referent.kind not in ("country", "group", "organization"):
        return False
    alone = tree.children[tree.heads[node]][0] == node
    named = referent.known and alone and not tree.words[node].isupper()
    return tree.tags[node] == "NNS" or (named and tree.left(node) == trigger + 1)


def _is_to_suffer(tree: Tree, trigger: int, node: int) -> bool:
    """Whether it is threatened that somebody will suffer: "warned that Riga would pay for it"."""
    verb = tree.heads[node]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] != trigger:
        return False
    if not modals_of(tree, verb):
        return False
    suffering, done_to = tree.lemmas[verb] in SUFFERING, tree.lemmas[verb] in _PUNISHING
    return (tree.deps[node] == "nsubj" and suffering) or (tree.deps[node] == "nsubjpass" and done_to)


def _is_aimed_at(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a threatened attack is aimed at somebody: "threatened a shooting at a mall"."""
    relation, deed = relation_of(tree, node)
    if relation not in ("on", "at", "against") or node < deed:
        return False  # "at a news conference, he threatened a strike"
    if tree.is_verb(deed):  # where the parser hangs it under the verb
        done = tree.kids(deed, "dobj")
        deed = next((k for k in done if tree.lemmas[k] in _ATTACKS - {"sanction", "tariff"}), deed)
    doing, ways = tree.heads[deed], _DOWN
    if tree.deps[deed] == "pobj" and tree.lower[doing] == "with":
        doing, ways = tree.heads[doing], _DOWN | {"ccomp"}  # "warned that it would answer with strikes"
    elif tree.deps[deed] != "dobj":
        return False
    first = tree.first_conjunct(doing)  # "to kill him and carry out a shooting"
    below = any(tree.deps[k] in ways and tree.heads[k] == trigger for k in (doing, first))
    return tree.lemmas[deed] in _ATTACKS and (doing == trigger or below)


def _of_readiness(mention: Mention, node: int, above: Above | None) -> Bearing | None:
    """Who is said to be ready, and who says so: of those who are named ("a spokesman said the bank was ready
    to lend") he only tells, but not of "the country".
    """
    tree = mention.sentence.tree
    copula = tree.heads[mention.token]
    ready = tree.kid(copula, "nsubj")
    if ready is None or tree.tags[ready] in _STANDING_FOR:
        return None
    unnamed = tree.lemmas[ready] in ("country", "nation")
    if node == ready:
        return None if unnamed else "does"
    if above is None or (above.stance, above.relation, above.below) != ("says", "nsubj", copula):
        return None
    return "does" if unnamed and node < ready else "hears"


def _of_verb_above(tree: Tree, mention: Mention, above: Above) -> Bearing | None:
    """How the subject of a verb, or a passive's agent, stands to the offer or threat that is its object."""
    ways = (above.relation, tree.deps[above.below])
    if above.relation == "nsubj" and _answers_to(tree, above, mention.token):
        return "bears"
    if above.below != mention.token or ways not in (("nsubj", "dobj"), ("by", "nsubjpass")):
        return None
    if above.stance == "judges":
        if tree.lemmas[above.verb] in _ANSWERING:
            return "bears"
        return "out" if _is_to_others(tree, mention.token) else "hears"
    if above.stance in ("gets", "undergoes"):
        return "bears"
    if above.stance == "weighs" and _is_of_others(tree, mention.token):
        return "bears"  # "is considering a proposal by Oman"
    if above.stance == "examines" and not any(tree.tags[k] == "PRP$" for k in tree.children[mention.token]):
        return "bears"
    if above.stance == "tenders" and mention.type == "offer" and not _is_of_others(tree, mention.token):
        return "does"
    if (
        above.stance == "does"
        and tree.lemmas[above.verb] in _MAKING
        and not _is_of_others(tree, mention.token)
    ):
        return "does"
    if above.stance == "conveys" and _is_of_others(tree, mention.token):
        return "mediates" if mention.type == "offer" else "out"
    return None


def _of_judge(tree: Tree, mention: Mention, verb: int) -> Bearing | None:
    """What a verb says of its agent, behind the noun of an offer or a threat: "handed over by Oman"."""
    stance, offer = stance_of(tree, verb), mention.type == "offer"
    if stance in ("weighs", "examines") or tree.lemmas[verb] in _ANSWERING:
        return "bears"
    if stance == "tenders" and offer:
        return "does"
    if stance == "conveys":
        return "mediates" if offer else "out"
    if tree.lemmas[verb] in _MAKING:
        return "hears" if _is_of_others(tree, mention.token) else "does"
    return "hears" if stance == "judges" else None


def _is_behind(tree: Tree, noun: int, node: int) -> bool:
    """Whether a phrase tells the maker, wherever the parser hangs it: "studies a proposal by Oman"."""
    prep = tree.heads[node]
    return prep == noun + 1 and tree.deps[node] == "pobj" and tree.lower[prep] in ("by", "from")


def _answers_to(tree: Tree, above: Above, noun: int) -> bool:
    """ "Replied to the offer", "reacts to the threat"."""
    to = above.below
    if tree.lemmas[above.verb] not in _REPLYING or tree.deps[to] != "prep" or tree.lower[to] != "to":
        return False
    return tree.heads[noun] == to


def _is_gotten(tree: Tree, noun: int) -> bool:
    """Whether it is told of those who got an offer: "said that the group had received a proposal"."""
    got = stance_of(tree, tree.heads[noun]) in ("gets", "judges", "examines")
    return got and tree.deps[noun] == "dobj" and not any(tree.tags[k] == "PRP$" for k in tree.children[noun])


def _is_to_others(tree: Tree, noun: int) -> bool:
    """Whether it is told to whom an offer or a threat is made: "Oman's offer to Chad"."""
    holders = (noun, *tree.behind(noun, "of"))
    return any(tree.tags[p] in NAME for k in holders for p in tree.behind(k, "to", "against"))


def _is_of_others(tree: Tree, noun: int) -> bool:
    """Whether an offer or a threat has a maker of its own: "Israel's proposal", "an offer from the bank"."""
    if any(tree.lower[k] in ("by", "from") for k in tree.kids(noun, "prep")):
        return True
    if noun + 1 < len(tree) and tree.lower[noun + 1] in ("by", "from"):
        return True
    before = [k for k in tree.kids(noun, "poss", "compound", "amod", "nmod") if k < noun]
    if any(tree.deps[k] == "poss" and tree.tags[k] != "PRP$" for k in before):
        return True
    return any(tree.words[k][:1].isupper() for k in before)


def _has_it(tree: Tree, trigger: int, verb: int, stance: str) -> bool:
    """Whether a verb of a stance has the trigger as what it is done with: "received an offer from Oman"."""
    done = tree.heads[trigger] == verb and tree.deps[trigger] in ("dobj", "nsubjpass")
    return done and stance_of(tree, verb) == stance
