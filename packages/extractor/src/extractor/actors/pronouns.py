"""Whom pronouns refer to: before them, in their own sentence, or behind them."""

from __future__ import annotations

from extractor.actors.kinds import kind_of
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase, is_several
from extractor.frames.relations import SUBJECTS, UNDERGOING
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor_schema import ActorKind

__all__ = ["is_speaker", "is_victim", "pronoun", "subject_behind"]

_HARMING = words("harming")
_SAYING_VERBS = words("saying")
_SINGULAR = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PLURAL = frozenset({"they", "them", "their", "themselves", "theirs"})
_NEUTER = frozenset({"it", "its", "itself"})
_OPENING = frozenset({"prep", "advcl"})
"""What may stand before the subject of its clause."""
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_ONE_SPEAKER = frozenset({"i", "me", "my", "myself"})
_CONFERRING = frozenset({"meet", "speak", "talk"})
_BOTH = ({"person"}, {"country"})
"""What two of a kind are who may be "they"."""
_OBJECT = frozenset({"him", "her", "them", "it"})
_COLLECTIVE: tuple[ActorKind, ...] = ("country", "organization", "group")
_SAYING: dict[str, tuple[ActorKind, ...]] = {"it": _COLLECTIVE, "they": ("group",)}
"""Kinds of those who may say something of themselves, by the pronoun."""
_PHASES = lemma_set("stopping") | {"begin", "cease", "continue", "end", "pause", "resume", "start"}
"""Verbs with which somebody is told what to do about a deed."""
_SUFFERING = lemma_set("suffering")
_ATTACKING = lemma_set("harming") | {"ambush", "bombard", "detonate", "fire", "launch", "raid", "storm"}


def pronoun(sentence: Sentence, phrase: Phrase, memory: Memory) -> Referent:
    """The referent of a pronoun; a passing one where nobody fits."""
    tree, at = sentence.tree, sentence.index
    word, relation = tree.lower[phrase.head], tree.deps[phrase.head]
    if relation == "poss" and (owner := _owner(sentence, phrase, word, memory)) is not None:
        memory.touch(owner, at, subject=False)
        return owner
    if relation in SUBJECTS and (sayer := _sayer(sentence, phrase, word)) is not None:
        memory.touch(sayer, at, subject=True)
        return sayer
    objects = word in _OBJECT and tree.tags[phrase.head] == "PRP"
    if word == "it" and objects and _is_shot_at(tree, phrase.head):
        return memory.passing(tree.words[phrase.head], "vehicle")  # a ship or a convoy that was told of
    barred = [k for key in _subjects(sentence, phrase) for k in memory.members(key)] if objects else []
    found: Referent | None = None
    kind: ActorKind = "other"
    if word in _SINGULAR:
        kind, found = (
            "person",
            memory.latest(
                ("person",),
                at,
                plural=False,
                gender=_SINGULAR[word],
                barred=barred,
                speaking=not is_victim(tree, phrase.head),
            ),
        )
    elif word in _PLURAL:
        kind = "group"
        bodies: tuple[ActorKind, ...] = _COLLECTIVE
        if attackers := _attacks(tree, phrase.head) and bool(memory.victims):
            barred, bodies = [*barred, *memory.victims], ("group",)
        if relation == "nsubj" and (pair := _two_who_meet(sentence, phrase)):
            return memory.as_one(pair)
        if both := memory.together(at, barred=barred):
            return memory.as_one(both)
        found = memory.latest(bodies, at, barred=barred, speaking=False) if attackers else None
        found = found or memory.latest(("group", "person"), at, plural=True, barred=barred, speaking=False)
        found = found or memory.latest(bodies, at, barred=barred)
    elif word in _NEUTER:
        struck: tuple[ActorKind, ...] = ("place",) if is_victim(tree, phrase.head) else ()
        kind, found = "organization", memory.town_told_of(at) if _is_struck(tree, phrase.head) else None
        found = found or memory.latest((*_COLLECTIVE, *struck), at, plural=False, barred=barred)
        if found is not None and found.kind == "place" and not memory.is_topic(found):
            found = None  # "the ship left Odesa. It was hit"
    elif word == "whose":
        kind, found = "other", _antecedent(sentence, phrase)
    elif word in _SPEAKER:
        kind, found = ("person" if word in _ONE_SPEAKER else "group"), _speaker(sentence, phrase)
    if found is None:
        return memory.passing(tree.words[phrase.head], kind)
    memory.touch(found, at, subject=relation in SUBJECTS)
    return found


def _owner(sentence: Sentence, phrase: Phrase, word: str, memory: Memory) -> Referent | None:
    """Whose something is, where the sentence tells it."""
    found = _owner_told(sentence, phrase, word)
    if word in _SINGULAR:
        found = _owner_beside(sentence, phrase) or _owner_above(sentence, phrase, word, memory)
    return found or _owner_before(sentence, phrase, word)


def _owner_told(sentence: Sentence, phrase: Phrase, word: str) -> Referent | None:
    """Whose deed it is that somebody is told to end or to go on with: "called on Chad to end its raids"."""
    tree, noun = sentence.tree, sentence.tree.heads[phrase.head]
    verb = tree.heads[noun]
    if word not in _NEUTER | _PLURAL or tree.deps[noun] != "dobj" or tree.lemmas[verb] not in _PHASES:
        return None
    who = tree.kid(verb, "nsubj")
    if who is None and tree.deps[verb] == "xcomp":
        above = tree.heads[verb]
        who = tree.kid(above, "dobj") or next(iter(tree.behind(above, "on")), None)
    found = None if who is None or tree.tags[verb] != "VB" else sentence.referents.get(who)
    if who is None or found is None or found.key < 0 or found.kind not in _COLLECTIVE:
        return None
    return found if (word in _NEUTER) != is_several(tree, who) else None


def _owner_above(sentence: Sentence, phrase: Phrase, word: str, memory: Memory) -> Referent | None:
    """Whose something is that is told of what is somebody's by name or title: "Ann's delay of her visit"."""
    tree = sentence.tree
    of = tree.heads[tree.heads[phrase.head]]
    if tree.lower[of] != "of":
        return None
    owner = tree.kid(tree.heads[of], "poss")
    found = None if owner is None else sentence.referents.get(owner)
    if owner is None or found is None or found.kind != "person" or tree.tags[owner] == "PRP$":
        return None
    gender = memory.gender(found.key)
    return found if gender in (None, _SINGULAR[word]) else None


def _owner_beside(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Whose somebody is who is named beside him: "received Najib Mikati and his delegation"."""
    tree = sentence.tree
    noun = tree.heads[phrase.head]
    before = tree.heads[noun]
    if tree.deps[noun] != "conj" or tree.tags[before] not in NAME or tree.lower[phrase.head - 1] != "and":
        return None
    if kind_of(tree.lemmas[noun]) not in ("person", "group") and kind_of(tree.lower[noun]) != "group":
        return None  # "spoke of Putin and his reluctance"
    if tree.lemmas[noun] in words("relation"):
        return None  # "Lavrov met Assad and his Syrian counterpart"
    found = sentence.referents.get(before)
    return found if found is not None and found.key >= 0 and found.kind == "person" else None


def _owner_before(sentence: Sentence, phrase: Phrase, word: str) -> Referent | None:
    """Whose speaker says behind it what somebody does: "China will act, its ministry said"."""
    tree, noun = sentence.tree, sentence.tree.heads[phrase.head]
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj":
        return None
    said = tree.kid(verb, "ccomp") if tree.lemmas[verb] in _SAYING_VERBS else None
    who = None if said is None or said > noun else tree.kid(said, "nsubj", "nsubjpass")
    found = None if who is None or who > noun else sentence.referents.get(who)
    if found is None or found.key < 0:
        return None
    kinds = _COLLECTIVE if word in _NEUTER else ("person",) if word in _SINGULAR else ()
    return found if found.kind in kinds else None


def _sayer(sentence: Sentence, phrase: Phrase, word: str) -> Referent | None:
    """Who says of itself what a clause tells, "the ministry, which says it shot down two drones"; or to whom
    it is said, where that tells what is to befall it ("warned Kosovo that it would be punished").
    """
    tree, verb = sentence.tree, sentence.tree.heads[phrase.head]
    above, relation = tree.heads[verb], tree.deps[phrase.head]
    if tree.deps[verb] != "ccomp" or above >= verb:
        return None
    kinds = _SAYING.get(word)
    if kinds is None or tree.lemmas[above] not in _SAYING_VERBS:
        return None
    hearer = tree.kid(above, "dobj", "dative")
    suffers = relation == "nsubjpass" or tree.lemmas[verb] in _SUFFERING
    who = hearer if suffers else tree.kid(above, "nsubj")
    if who is not None and tree.tags[who] in ("WP", "WDT") and tree.deps[above] == "relcl":
        who = tree.heads[above]
    found = None if who is None else sentence.referents.get(who)
    return found if found is not None and found.key >= 0 and found.kind in kinds else None


def _antecedent(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Of whom a relative clause speaks."""
    tree = sentence.tree
    for node in tree.ancestors(phrase.head):
        if tree.deps[node] == "relcl":
            return sentence.referents.get(tree.heads[node])
    return None


def is_victim(tree: Tree, k: int) -> bool:
    """Whether somebody is harmed ("he was shot")."""
    return tree.deps[k] in UNDERGOING and tree.lemmas[tree.heads[k]] in _HARMING


def _is_struck(tree: Tree, k: int) -> bool:
    """Whether something is attacked ("it was shelled")."""
    return tree.deps[k] in UNDERGOING and tree.lemmas[tree.heads[k]] in _ATTACKING


def _is_shot_at(tree: Tree, k: int) -> bool:
    """Whether somebody shoots at something: "fired on it"."""
    prep = tree.heads[k]
    aimed = tree.deps[k] == "pobj" and tree.lower[prep] in ("at", "on", "upon")
    return aimed and tree.lemmas[tree.heads[prep]] in ("fire", "open", "shoot")


def _attacks(tree: Tree, k: int) -> bool:
    """Whether somebody uses weapons: they are not those who were killed before ("they fired mortars", "they
    came in cars and started shooting").
    """
    if tree.deps[k] != "nsubj":
        return False
    verbs = [tree.heads[k], *tree.kids(tree.heads[k], "conj")]
    verbs += [below for verb in verbs for below in tree.kids(verb, "xcomp")]
    return any(tree.lemmas[v] in _ATTACKING and tree.kid(v, "auxpass") is None for v in verbs)


def _two_who_meet(sentence: Sentence, phrase: Phrase) -> list[Referent]:
    """Who did something with whom when they met: "Ann raised it with Bo when they met"."""
    tree, verb = sentence.tree, sentence.tree.heads[phrase.head]
    above = tree.heads[verb]
    if (
        tree.lemmas[verb] not in _CONFERRING
        or tree.deps[verb] != "advcl"
        or tree.kid(verb, "dobj") is not None
    ):
        return []
    others = [p for k in (above, *tree.kids(above, "dobj")) for p in tree.behind(k, "with")]
    sides = [*sentence.functions.surface_subject(above)[:1], *others[:1]]
    found = [r for k in sides if (r := sentence.referents.get(k)) is not None and r.key >= 0]
    alone = not any(is_several(tree, k) for k in sides)
    kinds = {referent.kind for referent in found}
    return found if alone and len(found) == 2 and kinds in _BOTH else []


def _subjects(sentence: Sentence, phrase: Phrase) -> tuple[int, ...]:
    """Keys of the subjects of the verb that governs an object: it is none of them.

    That verb is the upper one in "they urged him to resign".
    """
    tree = sentence.tree
    node = tree.heads[phrase.head]
    infinitive = tree.deps[phrase.head] == "nsubj" and any(tree.tags[k] == "TO" for k in tree.children[node])
    if infinitive or tree.deps[phrase.head] == "pobj":
        node = tree.heads[node]
    if not tree.is_verb(node):
        return ()
    subjects = sentence.functions.surface_subject(node)
    parts = (k for subject in subjects for k in tree.kids(subject, "compound", "amod", "nmod"))
    found = (
        sentence.referents.get(k) for k in (*subjects, *parts)
    )  # nor is "it" Hamas in "Hamas gunmen hit it"
    return tuple(referent.key for referent in found if referent is not None)


def subject_behind(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The subject of the clause that a phrase with a pronoun opens, where the pronoun can mean it."""
    tree, word = sentence.tree, sentence.tree.lower[phrase.head]
    node = phrase.head
    if tree.deps[node] == "poss" and tree.lemmas[tree.heads[node]] in ("invitation", "request"):
        return None
    for verb in tree.ancestors(phrase.head):
        opens = tree.deps[node] in _OPENING and node < verb
        subject = tree.kid(verb, "nsubj", "nsubjpass") if opens else None
        if subject is not None:
            found = sentence.referents.get(subject)
            if found is None or subject < phrase.head or tree.lower[subject] in _SPEAKER:
                return None  # nor are "they" those who say "we"
            return found if _may_mean(word, found, tree, subject) else None
        node = verb
    return None


def _may_mean(word: str, found: Referent, tree: Tree, head: int) -> bool:
    several = is_several(tree, head)
    if found.key < 0 or word in _PLURAL:
        return word in _PLURAL and (several or found.kind == "group")
    if several or word not in _SINGULAR:
        return not several and word in _NEUTER and found.kind in _COLLECTIVE
    return found.kind == "person"


def is_speaker(word: str) -> bool:
    """Whether a pronoun means whoever speaks."""
    return word in _SPEAKER


def _speaker(sentence: Sentence, phrase: Phrase) -> Referent | None:
    tree = sentence.tree
    for node in tree.ancestors(phrase.head):
        if tree.is_verb(node) and tree.lemmas[node] in _SAYING_VERBS:
            for subject in sentence.functions.surface_subject(node):
                if subject in sentence.referents and subject != phrase.head:
                    return sentence.referents[subject]
    return None
