"""What is plainly one event, and what plainly is not: rules that go before the model."""

from __future__ import annotations

from extractor.evidence import Mention
from extractor.frames.answers import answer_above, blow_before
from extractor.frames.clauses import is_past_perfect, verb_tense
from extractor.frames.determiners import determiner, is_of_a_year
from extractor.frames.listing import are_listed
from extractor.frames.postponing import was_put_off
from extractor.frames.senses import lemma_set
from extractor.frames.statements import one_statement
from extractor.frames.tree import Tree
from extractor.ontology import ACTS, REAL
from extractor.sides import UNKNOWN, Side, days_of
from extractor.uttering import answers, goes_to_another, is_a_further_one, is_of_body, is_owned, says_whose

__all__ = ["contradict", "is_meanwhile", "one_clause", "says_the_same"]

_POLICE = frozenset({"army", "guard", "officer", "police", "policeman", "soldier", "troop"})
_GUNMEN = frozenset({"assailant", "attacker", "bomber", "gunman", "knifeman", "shooter"})
_A = frozenset({"a", "an", "another"})
_APART = frozenset({"after", "before", "behind", "despite", "following", "for", "over", "since", "to"})
_DURING = frozenset({"during"})
_FURTHER_ONES = frozenset({"another", "second", "third"})
_SITES = lemma_set("sites")
_OFTEN = lemma_set("often") | {"daily", "nightly"}
_IT = frozenset({"it", "that", "they", "this"})
_RANKS = lemma_set("ordinals") | {"first", "last", "latest", "such"}
_ATTACKERS = lemma_set("perpetrators") | {"bomber", "raider"}
_MORE = _OFTEN | {"again", "also", "earlier", "later", "previously", "twice"}
_SURE = 0.85
"""Probability from which on a status is one for sure."""


def one_clause(first: Mention, second: Mention) -> bool:
    """Whether two triggers of one type are verb and noun of one statement ("airstrikes hit a hospital")."""
    if first.sentence is not second.sentence or first.type != second.type:
        return False
    return one_statement(first.sentence.tree, first.type, first.token, second.token)


def _is_said_of_it(first: Mention, second: Mention) -> bool:
    """Whether a sentence says what the one before told of: "It was the third attack in a week". What it was
    among others may be said after one more: "Nobody was hurt. It was the third such attack".
    """
    tree, noun = second.sentence.tree, second.token
    apart = second.sentence.index - first.sentence.index
    if apart not in (1, 2) or tree.deps[noun] != "attr":
        return False
    subject = tree.kid(tree.heads[noun], "nsubj")
    if subject is None or tree.lower[subject] not in _IT:
        return False
    return apart == 1 or any(tree.lower[k] in _RANKS or tree.tags[k] == "JJS" for k in tree.children[noun])


def _is_taken_up(first: Mention, second: Mention) -> bool:
    """Whether a noun takes up the verb before it: "a bomb exploded, and six people died in the blast"."""
    tree, noun, verb = second.sentence.tree, second.token, first.token
    if first.sentence is not second.sentence or tree.is_verb(noun) or not tree.is_verb(verb):
        return False
    if [tree.lower[k] for k in tree.children[noun]] != ["the"] or not verb < noun:
        return False
    within = {noun, *tree.ancestors(noun)}
    return verb in within and _APART.isdisjoint(tree.lower[k] for k in within if k > verb)


def _is_of_older_plan(first: Mention, second: Mention) -> bool:
    """Whether a noun tells what was planned before of the event just told: "The talks will begin on Monday.
    The meeting had been due in May but was put off".
    """
    if second.sentence.index - first.sentence.index not in (1, 2) or first.date is None:
        return False
    if not was_put_off(second.sentence.tree, second.token):
        return False
    before, now = None if second.date is None else second.date.last, first.date.first
    return before is None or (now is not None and before < now)


def _is_done_by_them(one: Side, other: Side) -> bool:
    """Whether a verb goes on with what those did of whom the sentence before told: "Gunmen raided a school on
    Friday. The attackers stormed the classrooms", but not "they also attacked", "attacked a camp in Gao".
    """
    tree, verb = other.mention.sentence.tree, other.mention.token
    apart = other.mention.sentence.index - one.mention.sentence.index
    if apart != 1 or not tree.is_verb(verb):
        return False
    if verb_tense(tree, verb) != "past" and not is_past_perfect(tree, verb):
        return False
    if other.mention.date is not None or not other.places <= one.places:
        return False
    if any(tree.lower[k] in _MORE for k in tree.kids(verb, "advmod", "npadvmod")):
        return False
    source = one.roles.get("source")
    for actor in tree.kids(verb, "nsubj"):
        referent = other.mention.sentence.referents.get(actor)
        if tree.tags[actor] == "PRP":
            return source is not None and referent is not None and referent.key in source.keys
        them = tree.lemmas[actor] in _ATTACKERS or tree.lower[actor] == "men"
        return them and determiner(tree, actor) == "definite"
    return False


def is_meanwhile(first: Mention, second: Mention) -> bool:
    """Whether a noun tells during what something was done: "shot two men during the raid"."""
    tree, noun = second.sentence.tree, second.token
    return tree.lower[tree.heads[noun]] in _DURING and _is_taken_up(first, second)


def contradict(one: Side, other: Side) -> bool:
    """Whether two mentions can't state one event: their days or for sure their status differ, or each strikes
    a thing that is new in the text elsewhere, or who strikes in one is struck in the other, or the countries
    of those in a role differ, or both who does it and the country where. Who offers or threatens twice may do
    it to two. Of a noun that takes up ("the threat") the roles are less sure.
    """
    first, second = one.mention, other.mention
    if days_of(first, second) == ["date=apart"] or _other_status(one, other) or _is_told_apart(first, second):
        return True
    if first.type == "strike" and (
        _is_of_a_year(first, second)
        or _is_repeated(one, other)
        or _is_avenged(one, other)
        or _shoot_each_other(first, second)
        or _strikes_attackers(first) != _strikes_attackers(second)
    ):
        return True
    act, definite = first.type in ACTS, other.determiner == "definite" and "same" not in other.modifiers
    if not (act and definite) and answers(first, second):
        return True  # but "after the emir made an offer, Oslo rejected the offer"
    owned = first.sentence is second.sentence and is_owned(other)
    if definite and not (act and (owned or says_whose(other))):
        return False
    if first.type == "strike" and (
        _strike_others(one, other) or _struck_back(one, other) or _struck_back(other, one)
    ):
        return True
    if act and (
        _struck_back(one, one) != _struck_back(other, other)  # who threaten each other
        or goes_to_another(one, other)
        or is_a_further_one(one, other)
        or is_of_body(one, other)
        or is_of_body(other, one)
    ):
        return True
    return _are_others(one, other)


def _is_of_a_year(first: Mention, second: Mention) -> bool:
    """Whether a noun says by its year which attack it is, and the verb before it names no day: "Shells fell
    on the island. Many remember the 2010 bombardment".
    """
    if first.date is not None or first.sentence is second.sentence:
        return False
    verb = first.sentence.tree.is_verb(first.token)
    return verb and is_of_a_year(second.sentence.tree, second.token)


def _is_repeated(one: Side, other: Side) -> bool:
    """Whether the second of two verbs, and not the first, tells of many attacks: "was shelled daily"."""
    often = [
        any(tree.lower[k] in _OFTEN for k in tree.kids(token, "advmod", "npadvmod"))
        for tree, token in ((side.mention.sentence.tree, side.mention.token) for side in (one, other))
    ]
    return often == [False, True]


def _is_avenged(one: Side, other: Side) -> bool:
    """Whether the second of two attacks is what somebody answers to, and whose it is stands beside it:
    "A bomb killed six. The group said it was revenge for French raids".
    """
    first, second = one.mention, other.mention
    if first.sentence is second.sentence or answer_above(second.sentence.tree, second.token) is None:
        return False
    source, before = other.roles.get("source"), one.roles.get("source")
    return source is not None and (before is None or source.keys.isdisjoint(before.keys))


def _shoot_each_other(first: Mention, second: Mention) -> bool:
    """Whether police or soldiers make one of two attacks, and gunmen the other: "a gunman killed three before
    police shot him".
    """
    one, other = _makers(first), _makers(second)
    return any(a and b and a <= _POLICE and b <= _GUNMEN for a, b in ((one, other), (other, one)))


def _strikes_attackers(mention: Mention) -> bool:
    """Whether those are struck who made an attack before: "three of the attackers were shot dead"."""
    tree = mention.sentence.tree
    whole = (j for k in mention.heads("target") for j in (k, *tree.behind(k, "of")))
    return any(tree.lemmas[k] in _GUNMEN and determiner(tree, k) == "definite" for k in whole)


def _makers(mention: Mention) -> set[str]:
    """The nouns for those who make an attack; empty where one of them has a name."""
    sources = [actor for actor in mention.actors if actor.role == "source"]
    named = any(actor.kind != "noun" for actor in sources)
    return set() if named else {mention.sentence.tree.lemmas[k] for k in mention.heads("source")}


def _are_others(one: Side, other: Side) -> bool:
    """Whether nobody is known to have a role in both mentions, and countries tell that somebody else has it
    in each, or that they are elsewhere.
    """
    strangers = False
    for role in ("source", "target", "participant"):
        left, right = one.roles.get(role), other.roles.get(role)
        if left is None or right is None:
            continue
        if not left.keys.isdisjoint(right.keys):
            return False
        if None not in left.countries | right.countries and left.countries.isdisjoint(right.countries):
            return True
        strangers = strangers or role != "target"
    where = one.place_countries - UNKNOWN, other.place_countries - UNKNOWN
    return strangers and all(where) and where[0].isdisjoint(where[1])


def _is_told_apart(first: Mention, second: Mention) -> bool:
    """Whether two attacks are of two kinds in one list, or one is told only to say where the other was, or
    who made it.
    """
    if first.type != "strike" or first.sentence is not second.sentence:
        return False
    tree, one, other = first.sentence.tree, first.token, second.token
    if blow_before(tree, one) != blow_before(tree, other):
        return True  # "bombed a camp after an ambush on a patrol"
    return are_listed(tree, one, other) or _identifies(tree, one, other) or _identifies(tree, other, one)


def _identifies(tree: Tree, token: int, other: int) -> bool:
    """ "Near the spot where a bomb killed ten", "militants shot by the army had attacked"."""
    noun = tree.heads[token]
    if tree.deps[token] == "acl" and tree.tags[token] == "VBN":
        return tree.deps[noun] == "nsubj" and tree.heads[noun] == other
    clauses = [k for k in (token, *tree.ancestors(token)) if tree.deps[k] == "relcl"]
    sites = [s for k in clauses if tree.lemmas[s := tree.heads[k]] in _SITES]
    return any(not tree.left(s) <= other <= tree.right(s) for s in sites)


def _other_status(one: Side, other: Side) -> bool:
    """Whether two mentions have for sure another status each: what is feared in one sentence and reported in
    the next is two events; what went on may be over in another sentence.
    """
    if one.status == other.status or REAL.issuperset((one.status, other.status)):
        return False
    sure = min(side.mention.status.get(side.status, 0.0) for side in (one, other))
    return one.mention.type not in ACTS and sure >= _SURE


def _strike_others(one: Side, other: Side) -> bool:
    """Whether two verbs tell of blows to things that are new in the text, each at a place of its own, or the
    second of another attack at another place: "a second bomb hit Kabul".
    """
    if not one.places or not other.places or not one.places.isdisjoint(other.places):
        return False
    if _is_another(other.mention):
        return True
    left, right = (_new_things(side.mention) for side in (one, other))
    return bool(left and right) and left.isdisjoint(right)


def _is_another(mention: Mention) -> bool:
    """ "Another bomb exploded", "a second attack"."""
    tree, token = mention.sentence.tree, mention.token
    nouns = (token, *tree.kids(token, "nsubj"))
    return any(tree.lower[k] in _FURTHER_ONES for noun in nouns for k in tree.kids(noun, "det", "amod"))


def _new_things(mention: Mention) -> set[str]:
    """The nouns with "a" or "an" that are the objects of a verb."""
    tree, verb = mention.sentence.tree, mention.token
    if not tree.is_verb(verb):
        return set()
    things = tree.kids(verb, "dobj", "nsubjpass")
    return {tree.lemmas[k] for k in things if any(tree.lower[j] in _A for j in tree.kids(k, "det"))}


def _struck_back(one: Side, other: Side) -> bool:
    """Whether somebody does in one mention what is done to them in the other: the gunman who is shot."""
    source, target = one.roles.get("source"), other.roles.get("target")
    return source is not None and target is not None and not source.keys.isdisjoint(target.keys)


def says_the_same(one: Side, other: Side) -> bool:
    """Whether the second of two mentions, of which none stands between, says what the first was."""
    first, second = one.mention, other.mention
    if other.keys <= one.keys and _is_of_older_plan(first, second):
        return True
    if first.type == "strike" and _is_done_by_them(one, other):
        return not contradict(one, other)
    return (_is_said_of_it(first, second) or _is_taken_up(first, second)) and not contradict(one, other)
