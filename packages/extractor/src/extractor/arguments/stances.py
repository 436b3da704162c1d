"""How the verb above a phrase lets it stand to an event that it tells of.

Who condemns an attack, survives it or tells of it stands where the attacker stands in "staged the attack".
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from extractor.arguments.announced import SUFFERING, of_announced
from extractor.arguments.meeting import is_spoken_of, takes_part
from extractor.arguments.offered import (
    is_channel,
    is_helped,
    is_judge,
    is_let_go,
    is_recipient,
    is_sought,
    is_sum,
    judged_by,
)
from extractor.arguments.struck import is_caught, is_flown, is_reported, of_struck, site_of
from extractor.arguments.telling import (
    NOBODY,
    SUBJECTS,
    does_harm,
    is_audience,
    is_repeater,
    is_teller,
    of_same_subject,
    stance_of,
)
from extractor.arguments.threatened import of_dropped, of_threat
from extractor.evidence import Mention, Referent, Sentence
from extractor.frames.answers import answer_above, answer_between
from extractor.frames.clauses import is_condition
from extractor.frames.phrases import CALENDAR
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, PRONOUN, Tree

__all__ = ["Above", "Bearing", "above_both", "bearing", "in_condition", "stances"]

Bearing = Literal["out", "bears", "does", "spared", "answers", "hears", "mediates", "meets"]
_MINED: dict[str, Bearing] = {"nsubj": "bears", "dobj": "out"}
"""What who runs into a mine is, and the mine."""
_TOLD: dict[str, Bearing] = {"undergoes": "bears", "judges": "out", "examines": "out"}
"""What the subject of a verb is whose object is the event."""
_ACTS = ("offer", "threat")
_STANDING_FOR = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
_SORTS = lemma_set("sorts")
_SAID_OF = ("nsubj", "nsubjpass", "dobj")
_APART: dict[str, Bearing] = {"nsubj": "answers", "dobj": "spared"}
"""What who does something, and to whom it is done, are to what others do in the clause beside."""
_ACTING = frozenset({"person", "group", "organization", "country"})
_SUBJECT = NAME | NOUN
_RELATIVE = frozenset({"WP", "WDT"})
_DOWN = frozenset({"xcomp", "conj"})
"""How a verb hangs on that of a threat which it carries out."""
_BEING = frozenset({"be", "hold", "stand"})
"""Verbs of whose subject or passive it is said that they are behind something."""
_WITHIN = frozenset({"amod", "compound", "nmod"})
_JUDGING = frozenset({"judges", "examines", "says", "blames"})
"""Stances of verbs whose agent only speaks of an event."""
_UNDERGOING = frozenset({"dobj", "nsubjpass"})
_NOT_STRUCK = frozenset({"takes", "blames"})
"""Stances of verbs whose objects are none of the victims."""
_STRUCK = _UNDERGOING | {"on", "at", "against"}
"""What those to whom something is done are to its verb or noun."""
_OF = frozenset({"for", "of", "over", "with"})
_EACH_OTHER = frozenset({"each other", "one another"})
_PAYING = frozenset({"pay", "face"})
"""Verbs of whose subject something is done in answer to its deed."""
_ANSWERING = lemma_set("judging_offers")
_INVITING = lemma_set("inviting")
_REPLYING = lemma_set("answering")
_MEDIATING = lemma_set("mediating")
_MEDIATION = lemma_set("mediation")
_MEDIATED = _MEDIATING | _MEDIATION
_MEDIATORS = lemma_set("mediator")
_LED = lemma_set("led")
_BY_WAY_OF = frozenset({"with", "under", "through", "via", "by"})
_OWNING = frozenset({"poss", "amod", "compound", "nmod", "by", "from"})
_GIVING = lemma_set("giving")
_HOSTING = lemma_set("hosting")
_MAKING = lemma_set("making")
_PUNISHING = lemma_set("punishing")
_ATTACKS = lemma_set("attacks")
_HITTING = lemma_set("running_into")
_LAID = lemma_set("laid")
_ASSAILANTS = lemma_set("assailants")
_DEEDS = lemma_set("assaulting") | lemma_set("killing")
_PLANTED = lemma_set("planted")
_OF_VICTIMS = frozenset({"assassination", "killing", "massacre", "murder", "shooting"})
"""Attacks that are named after those who were killed, or after where they were."""


class Above(NamedTuple):
    """The verb that governs a phrase and the trigger: its stance, what the phrase is to it (its label or
    preposition), and the token directly under it on the way to the trigger.
    """

    verb: int
    stance: str
    relation: str
    below: int


def stances(tree: Tree, mention: Mention, head: int, above: Above | None) -> list[str]:
    """Features of how the phrase with this head stands to the event; none where no known verb tells.

    `above` is what `above_both` gives.
    """
    kind = mention.type
    features = []
    if above is not None:
        own = any(tree.deps[k] in SUBJECTS for k in tree.children[above.below])
        features.append(f"stance={kind}:{above.stance}:{above.relation}:{tree.deps[above.below]}:{own}")
        features.append(f"stancev={kind}:{above.stance}:{above.relation}:{own}")
    node = tree.first_conjunct(head)
    if in_condition(tree, node, mention.token):
        relation = _relation(tree, node)[0]
        features += [f"cond={kind}:{relation}", f"conda={kind}:{relation}:{_aims(tree, mention.token)}"]
    return features


def bearing(tree: Tree, mention: Mention, head: int, above: Above | None) -> Bearing | None:
    """What the sentence leaves the phrase with this head to be, whatever else speaks for it.

    `out` is who only tells of the event, judges it or looks into it ("Zakharova said Lavrov would meet
    Blinken", "Oslo condemned the attack"), `bears` to whom it is done ("survived the attack", "hit a
    landmine"), `does` who is said to have done it ("blamed the attack on X"), `spared` to whom it is not done
    ("Israel hit Hezbollah in retaliation for the attack", "others were kidnapped"), `answers` who has not
    done it, but answers to it (Israel there), `hears` who judges an offer or a threat and so has not made it,
    `mediates` by whom a meeting is told to be mediated, or who hands on the offer of others, and `meets` who
    takes part in a meeting by the words beside it ("talks on a pact with Oman").
    `above` is what `above_both` gives.
    """
    kind, trigger = mention.type, mention.token
    if (
        _is_left_out(tree, head)
        or _is_nobody(mention, head)
        or (kind in _ACTS and (is_audience(tree, head) or is_sum(tree, head)))
    ):
        return "out"
    if kind == "offer":
        node = tree.first_conjunct(head)
        if is_judge(tree, trigger, node):
            return "out"
        if is_let_go(tree, trigger, node):
            return "spared"
        if is_channel(tree, trigger, node) and _can_act(mention, head):
            return "mediates"
    if kind == "meeting" and (part := _of_meeting(tree, trigger, head)) is not None:
        return part
    if kind in _ACTS and tree.deps[trigger] == "acomp":
        node = tree.first_conjunct(head)
        given = kind == "offer" and _is_given(tree, trigger, node)
        return "bears" if given else _of_readiness(tree, trigger, node, above)
    if kind in _ACTS and tree.is_verb(trigger):
        return _of_act_told_by_verb(mention, head, above)
    if kind == "strike" and (named := _named_by(mention, head)) is not None:
        return named
    if above is not None and above.stance == "sees" and above.relation == "nsubj":
        return "out"
    if above is not None and above.stance == "says":
        if kind == "strike" and above.relation == "nsubj" and is_reported(tree, trigger, head, above.verb):
            return "answers"
        said = above.relation == "nsubj" and tree.deps[above.below] == "ccomp"
        if said and kind in _ACTS and _is_gotten(tree, trigger):
            return "hears"
        return "out" if said and _has_name_as_subject(tree, above.below) else None
    relation, governor = _relation(tree, tree.first_conjunct(head))
    if kind in _ACTS and (asked := of_dropped(tree, trigger, tree.first_conjunct(head))) is not None:
        return asked
    if kind == "threat":
        so = of_threat(tree, trigger, tree.first_conjunct(head), _kind(mention, head))
        if so is not None:
            return so
    if kind in _ACTS and (verb := judged_by(tree, trigger, tree.first_conjunct(head))) is not None:
        judged = _of_judge(tree, mention, verb)
        if judged is not None:
            return judged
    if kind in _ACTS:
        if relation == "from" and (governor == trigger or _has_it(tree, trigger, governor, "gets")):
            return "does"
        of = "of" if tree.lemmas[trigger] == "invitation" else "by"
        if (governor == trigger and relation == of) or _is_behind(tree, trigger, tree.first_conjunct(head)):
            return "does"
        if governor == trigger and relation == "poss" and tree.lemmas[trigger] not in _INVITING:
            return None if tree.tags[head] == "PRP$" else "does"
        if kind == "offer" and is_sought(tree, trigger, tree.first_conjunct(head)):
            return "bears"
        if _is_of_others(tree, trigger) and is_repeater(tree, trigger, tree.first_conjunct(head)):
            return "hears"
        return None if above is None else _of_act(tree, mention, above)
    if kind != "strike":
        return None
    if relation in _STRUCK and answer_between(tree, head, trigger):
        return "spared"
    if (struck := of_struck(tree, trigger, head, relation, governor)) is not None:
        return None if struck == "does" and not _can_act(mention, head) else struck
    if relation == "nsubj" and _answers(tree, governor, trigger):
        return "answers"
    node = tree.first_conjunct(head)
    if is_caught(tree, trigger, node) and _can_act(mention, head):
        return "bears"
    if is_flown(tree, trigger, node) and _has_owner(mention, node):
        return "does"
    if relation in _APART and _stands_beside(mention, governor):
        return _APART[relation]
    if governor == trigger and relation in _MINED and _runs_into(tree, trigger):
        return _MINED[relation]
    if relation == "on" and _is_blamed(tree, trigger, head):
        return "does"
    if (told := _of_agent(tree, trigger, head)) is not None:
        return told
    if relation in ("on", "against") and governor == trigger and _can_be_hit(mention, head):
        return "bears"
    if relation == "dobj" and _is_fending(tree, trigger, governor):
        return "out"
    if relation == "dobj" and _is_outcome(tree, trigger, governor):
        return "bears"
    if relation == "dobj" and _is_told_to_harm(tree, trigger, governor):
        return "bears"
    found = None if above is None else _of_strike(tree, trigger, above)
    if found == "does" and not _can_act(mention, head):
        return None
    taken = governor != trigger and relation in _UNDERGOING and stance_of(tree, governor) in _NOT_STRUCK
    if taken and relation == "nsubjpass" and of_same_subject(tree, trigger) == governor:
        return found  # "were kidnapped and shot"
    return "spared" if found is None and taken else found


def _attacks(tree: Tree, meeting: int, node: int) -> bool:
    """Whether somebody attacks those who meet: "a bomber struck a meeting of elders"."""
    verb = tree.heads[node]
    if tree.deps[node] != "nsubj" or tree.lemmas[verb] not in _DEEDS:
        return False
    return tree.heads[meeting] == verb and tree.deps[meeting] in ("dobj", "nsubjpass")


def _of_act_told_by_verb(mention: Mention, head: int, above: Above | None) -> Bearing | None:
    """How a phrase stands to an offer or a threat whose trigger is a verb."""
    tree, trigger = mention.sentence.tree, mention.token
    node = tree.first_conjunct(head)
    if mention.type == "threat" and _is_warned_to_suffer(tree, trigger, node):
        return "bears"
    if is_teller(tree, trigger, node) and not _is_named_below(mention, node):
        return "out"
    if mention.type == "offer":
        if (
            _is_given(tree, trigger, node)
            or is_helped(tree, trigger, node)
            or is_sought(tree, trigger, node)
            or _is_run_together(mention, node)
            or (is_recipient(tree, trigger, node) and _can_act(mention, head))
        ):
            return "bears"
        return "does" if _announces(tree, trigger, above) else None
    if _is_to_suffer(tree, trigger, node) or _is_aimed_at(tree, trigger, node):
        return "bears"
    so = of_threat(tree, trigger, node, _kind(mention, head))
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


def _of_meeting(tree: Tree, trigger: int, head: int) -> Bearing | None:
    """Who mediates or takes part in a meeting by its words, and who is only spoken of."""
    node = tree.first_conjunct(head)
    if (
        (tree.has_lemma(_MEDIATED) and _mediates(tree, trigger, node))
        or ("-" in tree.words and _leads(tree, trigger, head))
        or (tree.lemmas[head] in _MEDIATORS and tree.lower[tree.heads[head]] != "as")
    ):
        return "mediates"
    if _attacks(tree, trigger, node):
        return "out"
    relation, governor = _relation(tree, node)
    if takes_part(tree, trigger, relation, governor):
        return "meets"
    return "out" if is_spoken_of(tree, trigger, relation, governor) else None


def _named_by(mention: Mention, head: int) -> Bearing | None:
    """What an attack is told to be to somebody whom its noun has before it, or who is behind it."""
    tree, trigger = mention.sentence.tree, mention.token
    if tree.deps[head] == "compound" or (tree.deps[head] == "amod" and tree.tags[head] in NAME):
        return _of_modifier(mention, head)
    behind = tree.deps[trigger] == "pobj" and _behind(tree, trigger) == tree.first_conjunct(head)
    return "does" if behind and _can_act(mention, head) else None


def _of_modifier(mention: Mention, head: int) -> Bearing | None:
    """What a noun directly before that of an attack says: "rebel shelling", "a police drug raid", "the
    consulate attack".
    """
    sentence, trigger = mention.sentence, mention.token
    tree, referent = sentence.tree, sentence.referents.get(head)
    between = range(head + 1, trigger)
    if referent is None or not tree.is_noun(head) or tree.lemmas[head] in _SORTS or head > trigger:
        return None
    attacks = tree.lemmas[head] in _ASSAILANTS
    named = tree.tags[head] in NAME or referent.known
    if named and referent.kind in ("country", "place"):
        return "answers" if _is_where(sentence, trigger, head, referent) else None
    if named and referent.kind == "person" and tree.lemmas[trigger] in _OF_VICTIMS:
        return "answers"  # "the Kennedy assassination"
    if any(tree.deps[k] != "compound" or k in sentence.referents for k in between):
        return None
    if named:  # "the Charlie Hebdo attack" was on it
        return "does" if referent.kind == "group" else "answers" if referent.kind == "facility" else None
    if referent.kind in ("person", "group"):
        if attacks:
            return "does"
        return "out" if any(tree.tags[k] == "NN" for k in between) else "bears"  # "a tourist bus bombing"
    if referent.kind == "organization":
        return "does"
    return "bears" if referent.kind == "facility" else None


def _is_where(sentence: Sentence, trigger: int, head: int, referent: Referent) -> bool:
    """Whether the name of a country or town before an attack only says where it was, as it does where the
    attack is one with planted bombs or in a crowd, or on something there: "Kenya suicide attack", "Mali mall
    attack".
    """
    tree, between = sentence.tree, range(head + 1, trigger)
    if not referent.name.endswith(tree.words[head]) and not tree.words[head].isupper():
        return False  # "Chechen suicide attack"
    return any(tree.lower[k] in _PLANTED or _is_building(sentence, k) for k in between)


def _is_building(sentence: Sentence, k: int) -> bool:
    referent = sentence.referents.get(k)
    return referent is not None and referent.kind in ("facility", "vehicle")


def _announces(tree: Tree, trigger: int, above: Above | None) -> bool:
    """Whether who says that somebody will be offered something offers it."""
    return (
        above is not None
        and (above.stance, above.relation, above.below) == ("says", "nsubj", trigger)
        and tree.kid(trigger, "auxpass") is not None
        and tree.kid(trigger, "agent") is None
        and any(tree.tags[k] == "MD" for k in tree.kids(trigger, "aux"))
    )


def _is_given(tree: Tree, trigger: int, node: int) -> bool:
    """Whether an offer to do something is one to give it to somebody, or to mediate between them."""
    relation, governor = _relation(tree, node)
    if relation == "between" and tree.heads[governor] != governor and not tree.is_verb(governor):
        governor = tree.heads[governor]  # "to host talks between them"
    if tree.deps[governor] != "xcomp" or tree.heads[governor] != trigger:
        return False
    if relation == "between":
        return tree.lemmas[governor] in _HOSTING
    return relation in ("to", "dative") and tree.lemmas[governor] in _GIVING


def _is_run_together(mention: Mention, node: int) -> bool:
    """Whether the parser takes whom something is offered to for a part of it: "offered Mali debt relief"."""
    tree, noun = mention.sentence.tree, mention.sentence.tree.heads[node]
    if tree.deps[node] != "compound" or tree.deps[noun] != "dobj" or tree.heads[noun] != mention.token:
        return False
    before = [k for k in tree.children[noun] if k < node]
    if any(tree.deps[k] not in ("det", "amod", "poss") for k in before):
        return False
    referent = mention.sentence.referents.get(node)
    if referent is None or referent.kind not in ("country", "group", "organization"):
        return False
    named = referent.known and not before and not tree.words[node].isupper()
    return tree.tags[node] == "NNS" or (named and tree.left(node) == mention.token + 1)


def _is_to_suffer(tree: Tree, trigger: int, node: int) -> bool:
    """Whether it is threatened that somebody will suffer: "warned that Riga would pay for it"."""
    verb = tree.heads[node]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] != trigger:
        return False
    if not any(tree.tags[k] == "MD" for k in tree.kids(verb, "aux")):
        return False
    suffering, done_to = tree.lemmas[verb] in SUFFERING, tree.lemmas[verb] in _PUNISHING
    return (tree.deps[node] == "nsubj" and suffering) or (tree.deps[node] == "nsubjpass" and done_to)


def _is_aimed_at(tree: Tree, trigger: int, node: int) -> bool:
    """Whether a threatened attack is aimed at somebody: "threatened a shooting at a mall"."""
    relation, deed = _relation(tree, node)
    if relation not in ("on", "at", "against"):
        return False
    if tree.is_verb(deed):  # where the parser hangs it under the verb
        done = tree.kids(deed, "dobj")
        deed = next((k for k in done if tree.lemmas[k] in _ATTACKS - {"sanction", "tariff"}), deed)
    doing, ways = tree.heads[deed], _DOWN
    if tree.deps[deed] == "pobj" and tree.lower[doing] == "with":
        doing, ways = tree.heads[doing], _DOWN | {"ccomp"}  # "warned that it would answer with strikes"
    elif tree.deps[deed] != "dobj":
        return False
    below = tree.deps[doing] in ways and tree.heads[doing] == trigger
    return tree.lemmas[deed] in _ATTACKS and (doing == trigger or below)


def _of_readiness(tree: Tree, adjective: int, node: int, above: Above | None) -> Bearing | None:
    """Who is said to be ready, and who only says so: "a spokesman said the army was ready to strike"."""
    copula = tree.heads[adjective]
    ready = tree.kid(copula, "nsubj")
    if ready is None or tree.tags[ready] in _STANDING_FOR or tree.lemmas[ready] in ("country", "nation"):
        return None
    if node == ready:
        return "does"
    said = above is not None and (above.stance, above.relation, above.below) == ("says", "nsubj", copula)
    return "hears" if said else None


def _of_act(tree: Tree, mention: Mention, above: Above) -> Bearing | None:
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
    below = [p for k in tree.kids(noun, "prep") if tree.lower[k] == "of" for p in tree.kids(k, "pobj")]
    to = (k for n in (noun, *below) for k in tree.kids(n, "prep") if tree.lower[k] in ("to", "against"))
    return any(tree.tags[p] in NAME for k in to for p in tree.kids(k, "pobj"))


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


def _is_nobody(mention: Mention, head: int) -> bool:
    """Whether a pronoun stands for nobody: "no group has said that it was behind the attack"."""
    if mention.sentence.tree.tags[head] not in PRONOUN:
        return False
    referent = mention.sentence.referents.get(head)
    return referent is not None and referent.name.lower().partition(" ")[0] in NOBODY


def _is_left_out(tree: Tree, head: int) -> bool:
    """Whether it is nobody ("no group claimed it"), or somebody else: "met Rubio but not Trump"."""
    first = tree.left(head)
    if tree.lower[first] in NOBODY and not _joins(tree, first, head):
        return True
    word = first if tree.lower[first] == "not" else first - 1
    return word > 0 and tree.lower[word] == "not" and tree.lower[word - 1] in ("but", "and", ",")


def _joins(tree: Tree, word: int, head: int) -> bool:
    """Whether a word before a list joins its parts: "neither Peru nor Chile" are both."""
    return tree.deps[word] == "preconj" or any(tree.lower[k] == "nor" for k in tree.kids(head, "cc"))


def _answers(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether what a verb tells of is the answer to an event."""
    answer = answer_above(tree, trigger)
    if answer is None or verb == trigger or tree.lemmas[verb] in _PAYING:
        return False
    return verb in tree.ancestors(answer)


def _of_strike(tree: Tree, trigger: int, above: Above) -> Bearing | None:
    if above.stance == "harms":
        way = _is_way(tree, trigger, above.below)
        if way and (above.relation == "by" or (above.relation == "nsubj" and tree.tags[above.verb] != "VBN")):
            return "does"
        killed = way and above.relation in _UNDERGOING
        return "bears" if killed or (above.below == trigger and _harms(tree, above)) else None
    direct = tree.deps[above.below] == "dobj"
    if above.stance == "blames":
        through = tree.heads[trigger] == above.below and tree.lower[above.below] in _OF
        through = through or _is_connected(tree, trigger, above.below)
        if above.relation == "nsubj":
            return "does" if _is_mutual(tree, above.verb) else "out" if direct or through else None
        return "does" if above.relation in _UNDERGOING and through else None
    if (
        above.relation == "nsubjpass"
        and above.stance in ("says", "asks")
        and tree.deps[above.below] == "prep"
    ):
        return "out"  # "was told of the strike"
    if above.relation != "nsubj" or not direct or _goes_on(tree, above.verb):
        return None
    if above.stance == "fends":
        return "out" if _is_aimed(tree, trigger, above.verb) else "bears"
    return None if site_of(tree, trigger) is not None else _TOLD.get(above.stance)


def _is_connected(tree: Tree, trigger: int, prep: int) -> bool:
    """ "In connection with the attack"."""
    with_ = tree.heads[trigger]
    link = tree.heads[with_]
    return tree.lower[with_] == "with" and tree.lower[link] == "connection" and tree.heads[link] == prep


def _is_aimed(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether it is told on whom an attack was made that somebody kept off."""
    for k in range(trigger + 1, len(tree)):
        if tree.lower[k] in ("on", "against") and tree.deps[k] == "prep":
            aim, above = tree.kid(k, "pobj"), tree.heads[k]
            if aim is not None and tree.lower[aim] not in CALENDAR:
                return above in (trigger, verb) or trigger in tree.ancestors(above)
    return False


def _is_way(tree: Tree, trigger: int, prep: int) -> bool:
    """Whether an event is that in which harm is done: "killed six people in a raid"."""
    within = tree.deps[trigger] == "pobj" and tree.heads[trigger] == prep
    return within and tree.lower[prep] in ("in", "during", "on")


def _is_mutual(tree: Tree, verb: int) -> bool:
    """Whether those who are the verb's subject do something to each other."""
    other = tree.kid(verb, "dobj")
    return other is not None and f"{tree.lower[other - 1]} {tree.lower[other]}" in _EACH_OTHER


def _leads(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a meeting is led by others than its parties, as a compound says: "AU-brokered talks"."""
    led = tree.heads[head]
    return (
        led == head + 2
        and tree.lower[led] in _LED
        and tree.words[head + 1] == "-"
        and tree.heads[led] == trigger
    )


def _stands_beside(mention: Mention, verb: int) -> bool:
    """Whether the event stands in a further clause that a verb is followed by, with a subject of its own:
    "Protesters lit fires and police shot three".
    """
    tree = mention.sentence.tree
    below = _below(tree, verb, mention.token) if tree.is_verb(verb) else None
    if below is None or tree.deps[below] != "conj" or tree.tags[verb] == "VBN":
        return False
    who = tree.kid(below, *SUBJECTS)
    if who is None or tree.tags[who] not in _SUBJECT:
        return False
    return _can_act(mention, who)


def _has_owner(mention: Mention, node: int) -> bool:
    """Whether it is told whose something is."""
    return any(_can_act(mention, k) for k in mention.sentence.tree.kids(node, "compound", "amod", "poss"))


def _can_be_hit(mention: Mention, head: int) -> bool:
    """Whether an attack "on" it is made on it, and not only there: a bank is hit, a road is where it was."""
    referent = mention.sentence.referents.get(head)
    hit = referent is not None and referent.kind in (*_ACTING, "facility", "vehicle")
    return hit and not mention.sentence.tree.is_verb(mention.token)


def _can_act(mention: Mention, head: int) -> bool:
    """Whether a phrase is somebody who can do something: no weapon and no fire."""
    return _kind(mention, head) in _ACTING


def _kind(mention: Mention, head: int) -> str:
    """The kind of whom or what a phrase stands for."""
    referent = mention.sentence.referents.get(head)
    return "other" if referent is None else referent.kind


def _is_fending(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a verb tells of harm to attackers by whom they kept off: "repelled a raid, killing two"."""
    above = tree.heads[verb]
    if tree.heads[trigger] != above or tree.deps[trigger] != "dobj" or not does_harm(tree, verb):
        return False
    return tree.deps[verb] in ("advcl", "conj") and stance_of(tree, above) in ("fends", "examines")


def _is_outcome(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a participle tells what harm an attack did: "a bomb went off, leaving six people dead"."""
    first = tree.first_conjunct(verb)
    if tree.deps[first] != "advcl" or tree.tags[verb] != "VBG" or not does_harm(tree, verb):
        return False
    above = tree.heads[first]
    holder = tree.heads[trigger]
    told = holder == above and tree.deps[trigger] in _SAID_OF
    return above == trigger or told or (_is_way(tree, trigger, holder) and tree.heads[holder] == above)


def _mediates(tree: Tree, trigger: int, node: int) -> bool:
    """Whether somebody mediates: "talks in Rome, mediated by Oman", "the mediation of Oman", "Omani attempts
    to mediate", "Oman, which brokered talks".
    """
    relation, governor = _relation(tree, node)
    if relation == "nsubj" and governor != trigger and tree.lemmas[governor] in _MEDIATING:
        return governor == tree.heads[trigger]
    if relation in _OWNING and any(
        tree.tags[k] == "VB" and tree.lemmas[k] in _MEDIATING and k in (trigger, *tree.ancestors(trigger))
        for k in tree.kids(governor, "acl")
    ):
        return True
    if any(tree.lemmas[k] in _MEDIATING and tree.heads[trigger] == k for k in tree.kids(node, "relcl")):
        return True
    if tree.lemmas[governor] in _MEDIATION:
        if governor != trigger and tree.lower[tree.heads[governor]] not in _BY_WAY_OF:
            return False
        return relation in _OWNING or (relation == "of" and tree.tags[node] in NAME)
    return relation == "by" and tree.deps[tree.heads[node]] == "agent" and tree.lemmas[governor] in _MEDIATING


def _is_told_to_harm(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a relative clause tells what an event did: "a bombing at a cafe that killed 32"."""
    who = tree.kid(verb, "nsubj")
    if tree.deps[verb] != "relcl" or who is None or tree.tags[who] not in ("WDT", "WP"):
        return False
    node = tree.heads[verb]
    while node != trigger and tree.deps[node] in ("pobj", "prep"):
        node = tree.heads[node]
    return node == trigger and does_harm(tree, verb)


def _harms(tree: Tree, above: Above) -> bool:
    """Whether an event does harm to the object of a verb: "the blast killed six", "left six people dead"."""
    done = above.relation == "dobj" and tree.deps[above.below] in SUBJECTS
    return done and does_harm(tree, above.verb)


def _relation(tree: Tree, node: int) -> tuple[str, int]:
    """The label or the preposition under which a token hangs, and the word above that."""
    governor = tree.heads[node]
    if tree.deps[node] != "pobj":
        return tree.deps[node], governor
    return tree.lower[governor], tree.heads[governor]


def above_both(tree: Tree, trigger: int, head: int) -> Above | None:
    """The verb of a known stance above the phrase with this head, where the trigger is below it as well."""
    node = tree.first_conjunct(head)
    relation, verb = _told_of(tree, node, trigger) or _relation(tree, node)
    stance = stance_of(tree, verb)
    if stance is None:
        return None
    below = _below(tree, of_same_subject(tree, verb), trigger)
    return None if below is None or below == node else Above(verb, stance, relation, below)


def _told_of(tree: Tree, node: int, trigger: int) -> tuple[str, int] | None:
    """What a phrase is to the verb of a relative clause that holds the event: "a group that was blamed for
    the attack", "the men accused of the raid".
    """
    for verb in tree.kids(node, "relcl", "acl"):
        if verb in tree.ancestors(trigger) and stance_of(tree, verb) not in (None, "harms"):
            who = tree.kid(verb, *SUBJECTS)
            if who is None:
                return ("nsubjpass", verb) if tree.tags[verb] == "VBN" else ("nsubj", verb)
            return (tree.deps[who], verb) if tree.tags[who] in _RELATIVE else None
    return None


def _below(tree: Tree, verb: int, token: int) -> int | None:
    """The token directly under the verb above another token; None where that is not below the verb."""
    above = tree.ancestors(token)
    return [token, *above][above.index(verb)] if verb in above else None


def _has_name_as_subject(tree: Tree, clause: int) -> bool:
    subject = tree.kid(clause, *SUBJECTS)
    return subject is not None and tree.tags[subject] in NAME


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether the subject does something else as well: "condemned the attack and launched drones"."""
    further = (k for k in tree.kids(verb, "conj") if tree.is_verb(k))
    return any(tree.kid(k, *SUBJECTS) is None for k in further)


def _runs_into(tree: Tree, verb: int) -> bool:
    """Whether somebody runs into a mine or a roadside bomb; who strikes a gold mine does not."""
    if tree.lemmas[verb] not in _HITTING:
        return False
    for k in tree.kids(verb, "dobj"):
        before = [tree.lower[j] for j in tree.children[k] if j < k and tree.deps[j] != "det"]
        laid = any(word in _LAID for word in before)
        if tree.lemmas[k] in ("landmine", "ied") or (tree.lemmas[k] in ("device", "bomb") and laid):
            return True
        if tree.lemmas[k] == "mine" and all(word in _LAID for word in before):
            return True
    return False


def _is_blamed(tree: Tree, trigger: int, head: int) -> bool:
    """Whether an attack is blamed on the phrase, which stands behind the last "on", wherever that hangs."""
    behind = tree.lower[head:]
    if "on" in behind or "for" in behind or tree.deps[trigger] not in ("dobj", "nsubjpass"):
        return False
    return tree.lemmas[tree.heads[trigger]] in ("blame", "pin")


def _of_agent(tree: Tree, trigger: int, head: int) -> Bearing | None:
    """Whether an attack is put down to somebody ("attacks attributed to X"), or judged by them ("the attack,
    which was condemned by X").
    """
    node = head
    while tree.deps[node] in _WITHIN and tree.heads[node] != trigger:
        node = tree.heads[node]
    relation, verb = _relation(tree, tree.first_conjunct(node))
    if relation not in ("on", "to", "by") or not _tells_of(tree, verb, trigger):
        return None
    stance = stance_of(tree, verb)
    if relation == "by":
        return "out" if stance in _JUDGING else None
    return "does" if stance == "blames" else None


def _tells_of(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether a verb has the trigger as its object, in whatever form."""
    if tree.deps[verb] in ("acl", "relcl") and tree.heads[verb] == trigger:
        who = tree.kid(verb, *SUBJECTS)
        return who is None or tree.deps[who] == "nsubjpass"
    return tree.heads[trigger] == verb and tree.deps[trigger] in ("dobj", "nsubjpass")


def _behind(tree: Tree, trigger: int) -> int | None:
    """Who is said to be behind an event, or responsible for it."""
    prep = tree.heads[trigger]
    above = tree.heads[prep]
    if tree.lower[prep] == "for" and tree.lower[above] == "responsible":
        above = tree.heads[above]
    elif tree.lower[prep] != "behind":
        return None
    if not tree.is_verb(above):
        return above
    if tree.lemmas[above] == "hold" and (held := tree.kid(above, "dobj")) is not None:
        return held
    if tree.lemmas[above] not in _BEING or any(tree.lemmas[k] == "deny" for k in tree.ancestors(above)):
        return None
    while tree.deps[above] == "xcomp" and tree.kid(above, *SUBJECTS) is None:
        above = tree.heads[above]
    of = tree.heads[above]
    if tree.deps[above] == "pcomp" and stance_of(tree, tree.heads[of]) == "blames":
        above = tree.heads[of]  # "is suspected of being behind it"
        if (blamed := tree.kid(above, "dobj")) is not None:
            return blamed
    who = tree.kid(above, *SUBJECTS)
    if who is not None and tree.tags[who] in _RELATIVE:
        return tree.heads[above] if tree.deps[above] == "relcl" else None
    return who


def in_condition(tree: Tree, node: int, trigger: int) -> bool:
    """Whether a token stands in a condition, and the trigger outside it."""
    for verb in (node, *tree.ancestors(node)):
        if is_condition(tree, verb):
            return trigger != verb and verb not in tree.ancestors(trigger)
    return False


def _aims(tree: Tree, trigger: int) -> bool:
    """Whether what is announced has an object: "threatened to strike Israel if Washington intervenes"."""
    clause = next((k for k in tree.kids(trigger, "xcomp", "ccomp") if k > trigger), None)
    return clause is not None and tree.kid(clause, "dobj") is not None
