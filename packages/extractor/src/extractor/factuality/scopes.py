"""The status that the words around a trigger give it, read outwards: a rule's answer with its reasons."""

from __future__ import annotations

from extractor.factuality.below import read_below
from extractor.factuality.claims import is_refuted
from extractor.factuality.governors import Scopes, as_dated, class_of, way_to
from extractor.factuality.reading import DECIDING, FUTURE, Reading
from extractor.factuality.turns import turn
from extractor.factuality.verbs import (
    arrives,
    asks_for,
    has_proviso,
    is_asked,
    is_away,
    is_called,
    is_foiled,
    is_given_up,
    is_locked,
    is_over,
    is_planner,
    is_to_end,
    is_turned_down,
    is_weighed,
    takes_part,
    was_to_be,
)
from extractor.frames.clauses import is_negated, marks_of, verb_tense
from extractor.frames.occurring import began_since
from extractor.frames.phrases import MONTHS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree

__all__ = ["read_status"]

_FINITE = frozenset({"past", "perfect", "present"})
_RUNNING = frozenset({"progressive", "past_progressive"})
_OPEN = frozenset({"infinitive", "base", "participle", "none"})
_CONDITION = frozenset({"if", "unless", "whether"})
_INVERSE = {
    "denied": "possible",
    "ongoing": "ongoing",
    "fact": "fact",
    "ordered": "denied",
    "light": "denied",
    "planned": "denied",
    "possible": "denied",
    "begun": "denied",
    "delayed": "planned",
    "trip": "denied",
}
_HAPPENING = frozenset({"light", "begun", "ongoing"})
"""Classes of verbs that say of an event that it comes about or goes on."""
_RANKED = frozenset({"first", "second", "third", "last", "latest", "only"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})
_ATTENDED = ("light", "possible", "ongoing", "begun")
_PUT_OFF = frozenset({"modifier:delayed", "modifier:denied"})
_MEETINGS = frozenset({"contact", "dialogue", "encounter", "meeting", "negotiation", "summit", "talk"})
_PLANNED = frozenset({"below:planned", "modifier:planned"})
_AMID = frozenset({"amid", "amidst"})
_PAST = frozenset({"ago", "last", "yesterday"})
_NOBODY = frozenset({"nobody", "none"})
_PACTS = lemma_set("pacts")
_DASHES = frozenset({"-", "–", "—", "--"})
_LIMIT = 10


def read_status(tree: Tree, trigger: int, scopes: Scopes) -> Reading:
    """The status of the trigger by rule; the innermost word that decides wins."""
    return _Reader(tree, trigger, scopes).read()


class _Reader:
    """One walk from a trigger to the root of its sentence.

    `tense` is that of the last verb on the way; `happening` says whether that verb tells of the event
    coming about, `revived` whether it tells of it doing so again, and `halted` whether the noun before
    tells of its end. `agreed_at` is whether it is where a pact was made ("agreed to a truce at talks").
    `held` is whether a participle tells that it took place, `labels` are those of the words on the way.
    """

    def __init__(self, tree: Tree, trigger: int, scopes: Scopes) -> None:
        self.tree, self.trigger, self.scopes = tree, trigger, scopes
        self.reading = Reading()
        self.settle = self.reading.settle
        self.tense = "none"
        self.happening = tree.is_verb(trigger)
        self.revived = False
        self.halted = False
        self.agreed_at = False
        self.held = False
        self.labels: list[str] = []

    def read(self) -> Reading:
        """Read outwards until the root, or a relative clause, ends the way."""
        tree, trigger = self.tree, self.trigger
        self.held = read_below(tree, trigger, self.scopes, self.reading)
        if tree.is_verb(trigger) and tree.deps[trigger] not in ("amod", "compound"):
            self._form(trigger, "self", "")
        node, way = trigger, ""
        for _ in range(_LIMIT):
            head, dep = tree.heads[node], tree.deps[node]
            relative = dep == "relcl" and self.tense != "infinitive"
            if head == node or relative or dep == "parataxis":
                break
            if dep == "conj":
                node = head
            elif tree.tags[head] in ("IN", "TO") and dep in ("pobj", "pcomp"):
                way, node = tree.lower[head], head
            else:
                self._step(node, head, way or way_to(tree, node))
                self.labels.append(dep)
                node, way = head, ""
        self.settle(self._default(), f"end:{self.tense}")
        if self.reading.status != "denied" and is_refuted(tree, trigger):
            self.reading.status = ""
            self.settle("denied", "refuted", sure=True)
        turned = turn(tree, trigger)
        if turned is not None:
            self.reading.status = ""
            self.settle(*turned, sure=True)
        if self.held and self.reading.status in ("planned", "possible") and not self._is_attended():
            self.reading.status = ""
            self.settle("occurred", "below:took place", sure=True)
        return self.reading

    def _is_attended(self) -> bool:
        """Whether a verb of attending or of going on is the next: "will attend talks held in Oslo"."""
        return any(f":{found}:" in step for step in self.reading.path[:1] for found in _ATTENDED)

    def _default(self) -> str:
        if self.tense == "infinitive":
            return "planned" if self.tree.deps[self.trigger] == "advcl" else "possible"
        return "occurred"

    def _step(self, node: int, head: int, way: str) -> None:
        """Read one governor."""
        tree = self.tree
        found = class_of(tree, head, way, self.scopes)
        if self.agreed_at and way == "to":
            found = ""
        self.agreed_at = way == "at" and tree.lemmas[head] in _PACTS
        if way == "compound" and not found:
            found = class_of(tree, head, "of", self.scopes)
        if (
            way == "clause"
            and found == "planned"
            and tree.lemmas[head] == "be"
            and self.tense != "infinitive"
        ):
            found = ""
        form = verb_tense(tree, head) if tree.is_verb(head) else "n"
        self.reading.path.append(f"{way}:{found or '-'}:{form}")
        if way == "clause":
            self._conditions(node)
            self._ranked(head)
            self._doubts(head)
        if found == "tried" and self.revived:
            self.settle("possible", "revived")
        if found == "rest" and way == "of":
            self.settle("occurred", "of:rest", sure=True)  # "cancelled the rest of the visit"
        if found == "possible" and self.halted:
            self.settle("ongoing", "ended")  # "called for a halt to the raids"
        self.halted = found == "ended" and way == "to"
        if tree.is_verb(head):
            self._verb_above(node, head, way, found)
        elif is_negated(tree, head) and found:
            self.settle(_INVERSE.get(found, "occurred"), f"not:{way}:{found}")
        elif found in DECIDING:
            self.settle(as_dated(tree, head, found), f"{way}:{found}", sure=self._is_plain(head, way, found))
        elif tree.lower[node] == "without":
            self.settle("denied", "without")

    def _verb_above(self, node: int, head: int, way: str, found: str) -> None:
        tree = self.tree
        argument = way in ("object", "subject") or (way == "clause" and tree.deps[node] != "advcl")
        if found == "fact" and verb_tense(tree, head) == "present":
            self._conditions(head)  # "if it gets involved in an attack"
        self.happening = way in ("object", "subject") and found in _HAPPENING
        self.revived = way == "object" and f"again {tree.lemmas[head]}" in self.scopes
        come = way == "subject" and self._has_come(head, found) and not is_negated(tree, head)
        if come and self.reading.reason in _PLANNED:
            self.reading.status = ""
            self.settle("occurred", "has come", sure=True)  # "the planned talks took place"
        if self.reading.reason in _PUT_OFF and (self.revived or (argument and self._has_come(head, found))):
            self.reading.status = self.reading.reason = ""  # "the stalled talks resumed"
        if found == "refuted" and self._is_refuted(node, head):
            self.reading.status, self.reading.reason = "denied", "refuted"
        elif found == "refuted" and self.tense == "would":
            pass  # "did not deny that it would attack"
        elif argument and is_negated(tree, head) and (found or self._indefinite(node)):
            status = _INVERSE.get(found, "denied" if way == "object" else "occurred")
            self.settle(status, f"not:{way}:{found}", sure=found == "denied" and tree.lemmas[head] == "rule")
        elif found == "ended" and way != "subject" and self._is_wished(head):
            self.settle("ongoing", "ended")  # what somebody is to stop goes on
        elif way == "in" and (found == "ongoing" or takes_part(tree, head)) and is_negated(tree, head):
            self.settle("denied", "not:in", sure=True)  # "will not take part in the talks"
        elif way == "object" and (self._is_refused(node, head) or self._is_spurned(node, head)):
            self.reading.status = ""
            self.settle("denied", "refused", sure=True)
        elif self._decides(head, way, found):
            self.settle(as_dated(tree, head, found), f"{way}:{found}", sure=self._is_plain(head, way, found))
        elif (way, node) == ("object", self.trigger) and self._indefinite(node) and is_called(tree, head):
            self.settle("planned", "object:called", sure=True)
        elif way == "clause" and node == self.trigger and asks_for(tree, head, node):
            self.reading.status = ""  # "proposes that they meet" is no news present
            self.settle("possible", "asked for", sure=True)
        elif way == "on" and is_away(tree, head, node):
            self.settle("ongoing", "on:visit", sure=True)
        elif way == "for" and arrives(tree, head):
            self.settle("planned", "for:arrives", sure=True)
        elif way == "clause" and self.tense == "infinitive" and is_negated(tree, head):
            self.settle("denied", "not:clause:")  # "sent nobody to meet them"
        if way == "clause" and self.tense not in _OPEN:
            if self.tense == "would":
                self.settle("planned" if tree.tags[head] == "VBD" else "possible", "would")
            return
        self._form(head, way, found)

    def _decides(self, head: int, way: str, found: str) -> bool:
        """Whether a verb's class settles the status: no finite clause below, no coming event "after" it."""
        if found not in DECIDING or (way == "clause" and self.tense in _FINITE):
            return False
        if way in _AMID and self._is_over(head):
            return False
        if way == "under" and is_over(self.tree, head):
            return False  # "had been under attack"
        return found not in ("fact", "ongoing") or verb_tense(self.tree, head) not in FUTURE

    def _is_refuted(self, node: int, head: int) -> bool:
        """Whether what a verb denies is the event: "denied that it attacked", but not "denied that the attack
        was a crime", "denied a crime when it attacked".
        """
        tree = self.tree
        if self.reading.reason.endswith("fact") or is_negated(tree, head):
            return False
        if "advcl" in (tree.deps[node], *self.labels):
            return False
        known = tree.deps[self.trigger] == "nsubj" and not self._indefinite(self.trigger)
        if not known or tree.heads[self.trigger] != node:
            return True
        return class_of(tree, node, "subject", self.scopes) in _HAPPENING

    def _is_refused(self, node: int, head: int) -> bool:
        """Whether what is asked for or tried is turned down or given up: "rejected calls for talks", "ended
        efforts to negotiate".
        """
        if node == self.trigger or not self.tree.is_noun(node):
            return False
        if self.reading.reason in ("for:possible", "clause:possible"):
            return is_turned_down(self.tree, head)
        tried = len(self.reading.path) > 1 and self.reading.path[-2].startswith("clause:tried")
        return tried and is_given_up(self.tree, head)

    def _is_spurned(self, node: int, head: int) -> bool:
        """Whether somebody will not meet: "rejected talks with the rebels", but not "rejected the talks"."""
        meeting = node == self.trigger and self.tree.lemmas[node] in _MEETINGS
        return meeting and self._indefinite(node) and is_turned_down(self.tree, head)

    def _is_plain(self, head: int, way: str, found: str) -> bool:
        """Whether a governor leaves no doubt of what is to come, goes on or will not be: "is imminent",
        "plotted an attack", "are locked in talks", "decided against attacking"; who planned "the" attack may
        have made it.
        """
        if found == "ongoing":
            return way == "in" and is_locked(self.tree, head)
        if found == "denied":
            return way == "against" or (way == "object" and is_foiled(self.tree, head))
        if found != "planned" or way not in ("subject", "object"):
            return False
        if way == "subject":
            return self.tree.lemmas[head] == "be"
        return is_planner(self.tree, head) and self._indefinite(self.trigger)

    def _has_come(self, head: int, found: str) -> bool:
        """Whether a verb tells that what was put off has come about: "resumed", "took place"."""
        return found == "begun" or (found == "light" and verb_tense(self.tree, head) in ("past", "perfect"))

    def _is_over(self, head: int) -> bool:
        """Whether a day that is past stands behind the trigger: "fell amid the strikes last week"."""
        lower = self.tree.lower
        behind = range(self.trigger + 1, self.tree.right(head) + 1)
        return any(
            lower[k] in _PAST or (lower[k] in MONTHS and lower[k - 1] in ("in", "last")) for k in behind
        )

    def _indefinite(self, node: int) -> bool:
        """Whether it is no known event, nor one that may come and "cannot be ignored"."""
        if self._answered(node):
            return False
        tree = self.tree
        kids = tree.children[self.trigger]
        return not tree.is_verb(self.trigger) and not any(
            tree.lower[k] in _DEFINITE or tree.deps[k] == "poss" for k in kids
        )

    def _is_wished(self, verb: int) -> bool:
        """Whether a verb tells of nothing that has come about: "to end", "must end"."""
        tense = verb_tense(self.tree, verb)
        return tense in ("infinitive", "base") or tense not in (*_FINITE, *_RUNNING, *_OPEN, *FUTURE)

    def _answered(self, node: int) -> bool:
        """Whether it is said of what may come that it will not be borne: "any attack cannot be ignored"."""
        tree = self.tree
        passive = tree.deps[node] == "nsubjpass" and self.reading.reason == "modifier:possible"
        return passive and verb_tense(tree, tree.heads[node]) not in (*_FINITE, *_RUNNING, *_OPEN)

    def _doubts(self, head: int) -> None:
        """What is to happen may happen where that is doubted: "it is doubtful that the talks will resume"."""
        if self.reading.status != "planned" or not self.happening:
            return
        tree = self.tree
        about = (head, *tree.kids(head, "acomp", "attr", "nsubj"))
        no = is_negated(tree, head) or any(tree.lower[k] in _NOBODY for k in tree.kids(head, "nsubj"))
        for k in about:
            found = self.scopes.get(f"that {tree.lemmas[k]}")
            if found and (found == "doubted") != (no or is_negated(tree, k)):
                self.reading.status, self.reading.reason = "possible", "doubted"

    def _ranked(self, head: int) -> None:
        """Read "the first guest to meet him" has met him."""
        tree = self.tree
        if tree.is_noun(head) and any(tree.lower[k] in _RANKED for k in tree.children[head]):
            self.settle("occurred", "ranked")

    def _conditions(self, verb: int) -> None:
        for mark in marks_of(self.tree, verb):
            if mark in _CONDITION:
                asked = mark == "whether" and verb == self.trigger  # "it is unclear whether they met"
                self.settle("possible", f"mark:{mark}", sure=asked)

    def _is_diary(self) -> bool:
        """Whether the sentence is a line of a diary: "the king receives the pope - 1245 GMT"."""
        tree = self.tree
        if len(tree) < 4 or tree.lower[-1] != "gmt":
            return False
        return tree.lower[-2].isdigit() and tree.lower[-3] in _DASHES

    def _depends(self, verb: int) -> bool:
        """Whether a verb has a condition: "would meet them if they freed him", "only after a truce"."""
        clauses = self.tree.kids(verb, "advcl")
        conditional = any(mark in _CONDITION for clause in clauses for mark in marks_of(self.tree, clause))
        return conditional or has_proviso(self.tree, verb)

    def _form(self, verb: int, way: str, found: str) -> None:
        """What the form of a verb says; keeps its tense."""
        tree = self.tree
        tense = verb_tense(tree, verb)
        if tense == "perfect" and tree.tags[verb] == "VBG":
            tense = "progressive"  # "has been shelling"
        self.tense = tense
        if way in ("self", "object", "clause") or (way in ("subject", "under") and found in _HAPPENING):
            self._conditions(verb)
        if found == "begun" and began_since(tree, self.trigger, verb):
            self.settle("ongoing", "begun since", sure=True)
        if found == "ended" and way == "subject" and is_to_end(tree, verb):
            self.settle("ongoing", "ends later")
        if way == "self" and is_negated(tree, verb):
            self.settle("denied", "not")
        if way == "self" and is_weighed(tree, verb):
            self.settle("possible", "weighed", sure=True)
        if was_to_be(tree, verb):
            self.settle("denied", "was to have", sure=True)
        if is_asked(tree, verb):
            self.settle("possible", "asked", sure=True)
        if tense in FUTURE and (way == "self" or self.happening) and has_proviso(tree, verb):
            self.settle("possible", "will if")
        elif tense in FUTURE:
            self.settle("planned", "will")
        elif tense in _RUNNING:
            self.settle("ongoing", tense)
        elif tense == "present" and way != "clause" and self._is_diary():
            self.settle("planned", "diary")
        elif tense in _FINITE:
            running = found == "begun" and tense != "past"
            self.settle("ongoing" if running else "occurred", f"{way}:{found}:{tense}")
        elif tense == "would" and any(tree.lower[k] == "have" for k in tree.kids(verb, "aux")):
            self.settle("denied", "would have", sure=way == "self" and self._depends(verb))
        elif tense not in _OPEN and tense != "would":
            self.settle("possible", "modal")
        elif tense == "would" and (way == "self" or self.happening) and self._depends(verb):
            self.settle("possible", "would if")
        elif tense == "would" and tree.deps[verb] not in ("ccomp", "xcomp", "conj"):
            self.settle("possible", "would")
        elif tense == "participle" and way == "self" and tree.deps[verb] in ("acl", "advcl"):
            self.settle("occurred", f"{way}:{tense}:{tree.deps[verb]}")
