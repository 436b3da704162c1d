"""Whether a name means a place, by where it stands, and whether that is one to come back to."""

from __future__ import annotations

from extractor.actors.description import Description
from extractor.actors.lexicon import words
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import ARABIC, BEARINGS, Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor.places import fold, load_guard_words

__all__ = ["in_place", "is_aside", "is_scene", "settlement"]

_IN = frozenset({"in", "near", "outside", "around"})
_ATTACKS = lemma_set("assaults")
_SPEAKING = lemma_set("speeches")
_RESIDING = lemma_set("residing")
_WATERS = words("water")
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_DISTANCE = frozenset(
    {"about", "around", "some", "just", "nearly", "km", "kilometres", "kilometers", "miles", "to", "the"}
)


def in_place(sentence: Sentence, phrase: Phrase, description: Description) -> bool:
    """Whether an unknown name is that of a place: "killed in Springfield", "the village of Springfield"."""
    tree, head = sentence.tree, phrase.head
    if description.kind != "person" or description.office or description.gender:
        return False
    if _names_settlement(tree, head) or _has_bearing(tree, head) or _is_settlement(tree, head):
        return True
    if tree.deps[head] == "pobj":
        prep = tree.heads[head]
        above = tree.lemmas[tree.heads[prep]].lower()
        how = tree.lower[prep]
        if how == "on":  # "an attack on Boulikessi"
            scene = above in words("scene") and not _is_personal(description.core)
            return above in words("struck_by") or scene
        if how == "at":
            aimed = above in words("aiming") and not _has_victim(sentence, tree.heads[prep])
            return not aimed and not _is_personal(description.core)
        return how in _IN
    if tree.deps[head] == "conj":
        return not _is_personal(description.core) and _is_beside_place(sentence, head)
    return tree.deps[head] in ("dobj", "nsubjpass") and tree.lemmas[tree.heads[head]] in words("razing")


def settlement(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """The name behind a noun for a settlement: "the village of Tamrit"."""
    found = next((p for p in sentence.phrases if p.start > phrase.head and p.end == phrase.end), None)
    if found is None or found.kind != "name" or not _names_settlement(sentence.tree, found.head):
        return None
    listed = sentence.tree.deps[found.head] == "conj" or sentence.tree.kid(found.head, "conj") is not None
    return None if listed else found


def is_aside(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "the city" or "the area" hardly means a place: one that only says of which sort something is or
    in what another one lies ("the Jalisco cartel", "Portland, Oregon", "the south of Togo"), where somebody
    is who tells of it ("a spokesman in Cairo", "speaking in Cairo"), and a water.
    """
    tree, head, start = sentence.tree, phrase.head, phrase.start
    dep, above = tree.deps[head], tree.heads[head]
    if tree.lower[head] in _WATERS or _is_of_speaker(tree, head):
        return True
    if dep in ("compound", "nmod", "npadvmod") and above > head:
        if not _is_settlement(tree, head):
            return True
        dep, above = tree.deps[above], tree.heads[above]
    if dep == "pobj" and tree.lower[above] in ("in", "of"):
        around = (sentence.referents.get(k) for k in (tree.heads[above], above - 1))
        inside = any(outer is not None and outer.kind == "place" and outer.toponym for outer in around)
        return inside or tree.lemmas[tree.heads[above]] in BEARINGS
    behind = start > 1 and tree.words[start - 1] == "," and tree.tags[start - 2] in NAME
    return behind and dep not in ("conj", "nsubj", "nsubjpass")


def _is_of_speaker(tree: Tree, head: int) -> bool:
    """Whether a place is only where somebody speaks or has a seat: "an envoy based in Cairo"."""
    prep = tree.heads[head]
    if tree.deps[head] != "pobj" or tree.lower[prep] not in _IN | {"at"}:
        return False
    above = tree.heads[prep]
    if tree.is_verb(above):
        seated = tree.lemmas[above] in _RESIDING and tree.deps[above] in ("acl", "relcl")
        return seated or (tree.tags[above] == "VBG" and tree.lemmas[above] in _SPEAKING)
    return tree.lemmas[above] in _SPOKESMEN


def is_scene(tree: Tree, head: int) -> bool:
    """Whether a capital says where an attack was, "the Moscow concert hall attack", or a meeting, "the
    Brussels summit"; "Moscow-Kyiv talks" are elsewhere.
    """
    alone = tree.words[head + 1 : head + 2] != ["-"] and tree.words[head - 1 : head] != ["-"]
    if alone and head and tree.lower[head - 1] == "the" and tree.kid(head, "conj") is None:
        noun = tree.heads[head]
        if tree.deps[head] in ("compound", "nmod") and tree.lemmas[noun].lower() in words("gathering"):
            return True
    while tree.deps[head] in ("compound", "nmod") and tree.heads[head] > head:
        head = tree.heads[head]
        if tree.lemmas[head].lower() in words("scene"):
            return True
    return False


def _names_settlement(tree: Tree, head: int) -> bool:
    """Whether a name stands behind "the village of", alone or in a list."""
    first = tree.first_conjunct(head)
    prep = tree.heads[first]
    return (
        tree.deps[first] == "pobj"
        and tree.lower[prep] == "of"
        and tree.lemmas[tree.heads[prep]].lower() in words("settlement")
    )


def _is_beside_place(sentence: Sentence, head: int) -> bool:
    """Whether a name stands in a list with a place that is told before it: "in Sake and Kibati", "on
    Khartoum, Ed Debba and Tandalti".
    """
    tree = sentence.tree
    before = head
    while tree.deps[before] == "conj":
        before = tree.heads[before]
        other = sentence.referents.get(before)
        if other is not None and other.toponym and other.kind == "place":
            return True
    prep, seat = tree.heads[before], sentence.referents.get(before)
    if tree.deps[before] != "pobj" or seat is None or not seat.toponym or _is_by_name(tree, before, seat):
        return False
    struck = (tree.heads[prep], tree.kid(tree.heads[prep], "dobj"))
    return tree.lower[prep] in _IN or (
        tree.lower[prep] == "on" and any(k is not None and tree.lemmas[k] in _ATTACKS for k in struck)
    )


def _is_by_name(tree: Tree, head: int, referent: Referent) -> bool:
    """Whether a country is called by its own name, and not by that of its capital."""
    return referent.kind == "country" and tree.words[head] in referent.name.split()


def _has_victim(sentence: Sentence, verb: int) -> bool:
    """Whether the object of a verb is somebody: "shot three people at Tamrit", not "shot at Rushdie"."""
    whom = sentence.tree.kid(verb, "dobj", "nsubjpass")
    referent = None if whom is None else sentence.referents.get(whom)
    return referent is not None and referent.kind in ("person", "group")


def _is_settlement(tree: Tree, head: int) -> bool:
    """Whether a noun says that a name is that of a settlement, "Patikul town", "Tamrit, a village", and not
    that of what it lies in, "the Idlib town of Saraqib".
    """
    above = tree.heads[head]
    joined = tree.deps[head] == "compound" and above == head + 1 and tree.tags[above] in ("NN", "NNS")
    if joined and tree.lower[above + 1 : above + 2] != ["of"]:
        return tree.lemmas[above] in words("settlement")
    appos = tree.kid(head, "appos")
    return appos is not None and tree.tags[appos] == "NN" and tree.lemmas[appos] in words("settlement")


def _has_bearing(tree: Tree, head: int) -> bool:
    """Whether it is told on which side of another place a name lies: "Ain Dara, 10 km south of Afrin"."""
    k = head + 2
    if tree.words[head + 1 : k] != [","]:
        return False
    while k < len(tree) and (tree.tags[k] == "CD" or tree.lower[k] in _DISTANCE):
        k += 1
    return tree.lower[k : k + 2][1:] == ["of"] and tree.lower[k] in BEARINGS


def _is_personal(name: str) -> bool:
    """Whether a word of the name is one that people have; an article before it is none: "Ed Debba"."""
    guards = load_guard_words()
    parts = fold(name).split()
    parts = parts[1:] if len(parts) > 1 and parts[0] in ARABIC else parts
    return any(word in guards.given_names or word in guards.surnames for word in parts)
