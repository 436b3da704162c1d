"""Who has a part in an attack by the words of its sentence, and who only answers to it or tells of it."""

from __future__ import annotations

from collections.abc import Collection

from extractor.arguments.above import Above, only_tells
from extractor.arguments.bearings import ACTING, Bearing, can_act
from extractor.arguments.blame import culprits, of_blame, of_blaming, one_behind
from extractor.arguments.denying import deniers
from extractor.arguments.named_after import of_modifier
from extractor.arguments.reported import is_reported, names_it
from extractor.arguments.struck import StruckBearings, is_caught, is_flown, site_of
from extractor.arguments.telling import does_harm, stance_of
from extractor.evidence import Mention
from extractor.frames.answers import answer_above, answer_between, strikes_afterwards
from extractor.frames.phrases import CALENDAR
from extractor.frames.relations import SUBJECTS, UNDERGOING, of_same_subject, relation_of
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["StrikeBearings"]

_MINED: dict[str, Bearing] = {"nsubj": "bears", "dobj": "out"}
"""What who runs into a mine is, and the mine."""
_TOLD: dict[str, Bearing] = {"undergoes": "bears", "judges": "out", "examines": "out"}
"""What the subject of a verb is whose object is the event."""
_SAID_OF = ("nsubj", "nsubjpass", "dobj")
_APART: dict[str, Bearing] = {"nsubj": "answers", "dobj": "spared"}
"""What who does something, and to whom it is done, are to what others do in the clause beside."""
_NOT_STRUCK = frozenset({"takes", "blames"})
"""Stances of verbs whose objects are none of the victims."""
_STRUCK = UNDERGOING | {"on", "at", "against"}
"""What those to whom something is done are to its verb or noun."""
_PAYING = frozenset({"pay", "face"})
"""Verbs of whose subject something is done in answer to its deed."""
_RISING = frozenset({"climb", "fall", "grow", "increase", "rise"})
_HITTING = lemma_set("running_into")
_LAID = lemma_set("laid")
_SETTLEMENTS = lemma_set("settlements")
_UNDER_CHARGES = frozenset({"dobj", "pcomp"})
_MAKING = lemma_set("ordering") | lemma_set("attacking") | {"plan"}


class StrikeBearings:
    """What phrases are to one attack, by the words of its sentence."""

    def __init__(self, mention: Mention) -> None:
        tree, trigger = mention.sentence.tree, mention.token
        self._mention = mention
        self._deniers = deniers(tree, trigger)
        self._culprits = culprits(tree, trigger)
        self._behind = one_behind(tree, trigger) if tree.deps[trigger] == "pobj" else None
        self._charged = _charged(mention) if tree.deps[trigger] in _UNDER_CHARGES else ()
        self._struck = StruckBearings(tree, trigger)
        self._there = _clause_where(tree, trigger)

    def __call__(self, head: int, above: Above | None) -> Bearing | None:
        """What the phrase with this head is to the attack; None where its words leave it open."""
        mention = self._mention
        tree, trigger = mention.sentence.tree, mention.token
        node = tree.first_conjunct(head)
        if node in self._deniers:
            return "answers"
        if self._there is not None and head < tree.left(self._there):
            return "spared"
        if tree.deps[head] == "compound" or (tree.deps[head] == "amod" and tree.tags[head] in NAME):
            if (named := of_modifier(mention, head)) is not None:
                return named
        elif _is_at_head(tree, trigger, head) or (node == self._behind and can_act(mention, head)):
            return "does"
        if names_it(tree, trigger, node):
            return "out"
        if (node in self._culprits or head in self._charged) and can_act(mention, head):
            return "does"
        if above is not None:
            told = above.stance == "says" and above.relation == "nsubj"
            if told and is_reported(tree, trigger, head, above.verb):
                return "answers"
            if only_tells(tree, above):
                return "out"
            if above.stance == "says":
                return None
        return self._by_words(head, node, above)

    def _by_words(self, head: int, node: int, above: Above | None) -> Bearing | None:
        """What the word above a phrase, and what stands around that, leave it to be; `node` is the first of
        its list.
        """
        mention = self._mention
        tree, trigger = mention.sentence.tree, mention.token
        relation, governor = relation_of(tree, node)
        if relation == "to" and (to := _of_goal(tree, trigger, head, governor)) is not None:
            return to
        if _joins(tree, trigger, relation, governor) and can_act(mention, head):
            return "does"
        if relation in _STRUCK and (
            answer_between(tree, head, trigger) or _is_struck_before(tree, node, trigger)
        ):
            return "spared"
        if (struck := self._struck(head, node, relation, governor)) is not None:
            return None if struck == "does" and not can_act(mention, head) else struck
        return (
            _of_side(mention, head, node, relation, governor)
            or of_blame(tree, trigger, head, relation, governor)
            or _of_aim(mention, head, relation, governor)
            or _of_others(mention, head, relation, governor, above)
        )


def _clause_where(tree: Tree, trigger: int) -> int | None:
    """The verb of a clause that tells what was done at a place, and to whom: "in Homs, where jets hit a car";
    what stands before it was not struck there.
    """
    for verb in (trigger, *tree.ancestors(trigger)):
        if tree.deps[verb] == "relcl" and any(tree.lower[k] == "where" for k in tree.children[verb]):
            return verb if tree.kid(verb, "dobj", "nsubjpass") is not None else None
    return None


def _is_struck_before(tree: Tree, node: int, trigger: int) -> bool:
    """Whether something was done to a phrase before an attack with an object of its own: "killing nine before
    he was shot".
    """
    path = (trigger, *tree.ancestors(trigger))
    clause = next((k for k in path if tree.deps[k] == "advcl" and tree.kid(k, "mark") is not None), None)
    if clause is None or clause in tree.ancestors(node) or tree.kid(trigger, "dobj", "nsubjpass") is None:
        return False
    return any(tree.lower[k] == "before" for k in tree.kids(clause, "mark"))


def _of_goal(tree: Tree, trigger: int, head: int, verb: int) -> Bearing | None:
    """What stands behind "to": a toll, or the owner of what was struck."""
    if tree.tags[head] == "CD" and tree.lemmas[verb] in _RISING:
        return "out"  # "the toll rose to 40"
    owned = tree.lemmas[verb] == "belong" and head not in tree.ancestors(trigger)
    return "spared" if owned else None  # "the house belonged to a judge", not "to a judge shot by rebels"


def _joins(tree: Tree, trigger: int, relation: str, governor: int) -> bool:
    """Whether somebody takes part in an attack, or uses the weapons: "marines participated in the assault",
    "Assad's use of gas", "its shelling of the port".
    """
    if relation == "poss":
        return governor == trigger and (tree.lemmas[trigger] == "use" or _has_aim(tree, trigger))
    joined = relation == "nsubj" and tree.lemmas[governor] == "participate"
    return joined and tree.deps[trigger] == "pobj" and tree.heads[tree.heads[trigger]] == governor


def _has_aim(tree: Tree, trigger: int) -> bool:
    """Whether it is told on whom or on what an attack is made: "its shelling of the port", but not "Chad's
    deadliest attack on a post".
    """
    ranked = any(tree.tags[k] == "JJS" or tree.lower[k] == "first" for k in tree.kids(trigger, "amod"))
    return not ranked and any(tree.is_noun(k) for k in tree.behind(trigger, "of", "on", "against"))


def _charged(mention: Mention) -> Collection[int]:
    """Those who are punished for an attack, or for what they did to have it made: "faces charges for shooting
    a guard", "is on trial for ordering an attack".
    """
    tree, verb = mention.sentence.tree, mention.token
    if tree.deps[verb] == "dobj" and tree.lemmas[tree.heads[verb]] in _MAKING:
        verb = tree.heads[verb]
    return mention.sentence.functions.charged(verb)


def _is_at_head(tree: Tree, trigger: int, head: int) -> bool:
    """ "A US-led invasion"."""
    led = tree.heads[head]
    before = led < trigger and led == head + 2 and tree.words[head + 1] == "-"
    return before and tree.lower[led] == "led" and tree.heads[led] == trigger


def _of_side(mention: Mention, head: int, node: int, relation: str, governor: int) -> Bearing | None:
    """Who answers to an attack, is come upon by it, flies it, acts in the clause beside, or hits a mine."""
    tree, trigger = mention.sentence.tree, mention.token
    if relation in ("nsubj", "by") and strikes_afterwards(tree, governor, trigger):
        return "answers"
    if relation == "nsubj":
        if _answers(tree, governor, trigger):
            return "answers"
        if is_caught(tree, trigger, node) and can_act(mention, head):
            return "bears"
    if is_flown(tree, trigger, node) and _has_owner(mention, node):
        return "does"
    if relation in _APART and _stands_beside(mention, governor):
        return _APART[relation]
    if governor == trigger and relation in _MINED and _runs_into(tree, trigger):
        return _MINED[relation]
    return None


def _of_others(
    mention: Mention, head: int, relation: str, governor: int, above: Above | None
) -> Bearing | None:
    """Of whom the verb above an attack tells, and who is only kidnapped or blamed beside it."""
    tree, trigger = mention.sentence.tree, mention.token
    found = None if above is None else _of_verb_above(tree, trigger, above)
    if found == "does" and not can_act(mention, head):
        return None
    taken = governor != trigger and relation in UNDERGOING and stance_of(tree, governor) in _NOT_STRUCK
    if taken and relation == "nsubjpass" and of_same_subject(tree, trigger) == governor:
        return found  # "were kidnapped and shot"
    return "spared" if found is None and taken else found


def _of_aim(mention: Mention, head: int, relation: str, governor: int) -> Bearing | None:
    """Whom an attack is made on, or is told to have harmed."""
    tree, trigger = mention.sentence.tree, mention.token
    if relation in ("on", "against") and governor == trigger and _can_be_hit(mention, head):
        return "bears"
    if relation != "dobj":
        return None
    if _is_fending(tree, trigger, governor):
        return "out"
    harmed = _is_outcome(tree, trigger, governor) or _is_told_to_harm(tree, trigger, governor)
    return "bears" if harmed else None


def _answers(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether what a verb tells of is the answer to an event."""
    answer = answer_above(tree, trigger)
    if answer is None or verb == trigger or tree.lemmas[verb] in _PAYING:
        return False
    return verb in tree.ancestors(answer)


def _of_verb_above(tree: Tree, trigger: int, above: Above) -> Bearing | None:
    """What a verb of harm, blame, defence or news above an attack makes of whoever hangs on it."""
    if above.stance == "harms":
        way = _is_way(tree, trigger, above.below)
        if way and (above.relation == "by" or (above.relation == "nsubj" and tree.tags[above.verb] != "VBN")):
            return "does"
        killed = way and above.relation in UNDERGOING
        return "bears" if killed or (above.below == trigger and _harms(tree, above)) else None
    if above.stance == "blames":
        return of_blaming(tree, trigger, above)
    if (
        above.relation == "nsubjpass"
        and above.stance in ("says", "asks")
        and tree.deps[above.below] == "prep"
    ):
        return "out"  # "was told of the strike"
    if above.relation != "nsubj" or tree.deps[above.below] != "dobj" or _goes_on(tree, above.verb):
        return None
    if above.stance == "fends":
        return "out" if _is_aimed(tree, trigger, above.verb) else "bears"
    return None if site_of(tree, trigger) is not None else _TOLD.get(above.stance)


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


def _stands_beside(mention: Mention, verb: int) -> bool:
    """Whether the event stands in a further clause that a verb is followed by, with a subject of its own:
    "Protesters lit fires and police shot three".
    """
    tree = mention.sentence.tree
    below = tree.below(verb, mention.token) if tree.is_verb(verb) else None
    if below is None or tree.deps[below] != "conj" or tree.tags[verb] == "VBN":
        return False
    who = tree.kid(below, *SUBJECTS)
    if who is None or not tree.is_noun(who):
        return False
    return can_act(mention, who)


def _has_owner(mention: Mention, node: int) -> bool:
    """Whether it is told whose something is."""
    return any(can_act(mention, k) for k in mention.sentence.tree.kids(node, "compound", "amod", "poss"))


def _can_be_hit(mention: Mention, head: int) -> bool:
    """Whether an attack "on" it is made on it, and not only there: a bank or villages are hit, a road is
    where it was.
    """
    referent, tree = mention.sentence.referents.get(head), mention.sentence.tree
    hit = referent is not None and referent.kind in (*ACTING, "facility", "vehicle")
    hit = hit or (tree.tags[head] == "NNS" and tree.lemmas[head] in _SETTLEMENTS)
    return hit and not tree.is_verb(mention.token)


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


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether the subject does something else as well: "condemned the attack and launched drones"."""
    further = (k for k in tree.kids(verb, "conj") if tree.is_verb(k))
    return any(tree.kid(k, *SUBJECTS) is None for k in further)
