"""Places that the words of a sentence give outright to an event."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.arguments.place_candidates import PlaceCandidate
from extractor.arguments.telling import does_harm
from extractor.evidence import Mention
from extractor.frames.relations import SUBJECTS, of_same_subject
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = [
    "is_called_after",
    "is_included",
    "is_label",
    "is_on_sidelines",
    "is_only_struck",
    "is_spoken_at",
    "is_where_done",
    "is_where_harmed",
    "told_where",
]

_AT = frozenset({"in", "at", "to"})
_DURING = frozenset({"during", "on", "in", "at"})
_INVITING = frozenset({"invite", "invitation"})
_OCCASIONS = lemma_set("occasions")
_SPEAKING = lemma_set("speeches")
_SPEECHES = frozenset({"address", "broadcast", "speech"})
_GATHERINGS = lemma_set("gatherings")
_AT_GATHERINGS = frozenset({"at", "during"})
_STATEMENTS = lemma_set("statements")
_AUDIENCES = lemma_set("audiences")
_HARMING = lemma_set("harming")
_WHERE = frozenset({"in", "at", "near"})
_RESIDING = lemma_set("residing")
_IN_NAME = frozenset({"NN", "NNS", "NNP", "JJ", "HYPH"})
_MARGINS = lemma_set("margins")
_MANY = 3
"""Words between the name of a town and the event that is called after it are at most as many."""
_INCLUDING = frozenset({"including", "among"})


def told_where(tree: Tree, trigger: int, candidates: Sequence[PlaceCandidate]) -> int | None:
    """The head of the place of which a clause tells the event: "Khartoum, where he held talks"."""
    for node in (trigger, *tree.ancestors(trigger)):
        if tree.deps[node] == "relcl" and any(tree.lower[k] == "where" for k in tree.children[node]):
            place = tree.heads[node]
            return next((c.phrase.head for c in candidates if c.phrase.start <= place < c.end), None)
    return None


def is_spoken_at(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether an offer or a threat is made where somebody speaks or is: "speaking in Ankara, he threatened",
    "during a visit to Kyiv, he offered".
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    prep = tree.heads[first]
    if mention.type not in ACTS or tree.deps[first] != "pobj" or tree.lower[prep] not in (*_AT, "from"):
        return False
    if tree.lemmas[mention.token] in _INVITING:  # "invited her on a visit to Rome"
        return False
    above = (mention.token, *tree.ancestors(mention.token))
    noun = tree.heads[prep]
    if tree.lemmas[noun] in _OCCASIONS | _GATHERINGS and tree.deps[noun] == "pobj":
        there = _is_occasion(tree, mention.token, noun, tree.lower[prep])
        if there or tree.lemmas[noun] in _OCCASIONS:
            return there
    verb = next((k for k in tree.ancestors(prep) if tree.is_verb(k)), None)
    if verb is None or tree.lower[prep] in ("from", "to"):
        return False
    if tree.lemmas[verb] in _STATEMENTS and verb in above:
        return _is_own_statement(tree, mention.token, prep, verb)
    speaks = tree.tags[verb] == "VBG" and tree.lemmas[verb] in _SPEAKING
    return speaks and tree.deps[verb] == "advcl" and tree.heads[verb] in above


def _is_occasion(tree: Tree, trigger: int, noun: int, where: str) -> bool:
    """Whether an offer or a threat is made on an occasion that is `where` something is: "in a speech from
    Rabat", "at talks in Suva"; a speech may hang on what is said in it.
    """
    prep, speech = tree.heads[noun], tree.lemmas[noun] in _SPEECHES
    if where == "from" and not speech:
        return False
    if speech and tree.lower[prep] in _DURING and trigger in tree.ancestors(prep):
        return True
    during = _DURING if tree.lemmas[noun] in _OCCASIONS else _AT_GATHERINGS
    return tree.lower[prep] in during and tree.heads[prep] in (trigger, *tree.ancestors(trigger))


def _is_own_statement(tree: Tree, trigger: int, prep: int, verb: int) -> bool:
    """Whether a place is where somebody says what he offers or threatens, perhaps to others there: ""We are
    ready for talks," he told reporters in Juba".
    """
    clause = tree.below(verb, trigger)
    if clause is None or tree.deps[clause] != "ccomp":
        return False
    if trigger != clause and (tree.heads[trigger] != clause or tree.deps[trigger] not in ("acomp", "xcomp")):
        return False  # "he said that he had heard of no threat"
    who = tree.kid(clause, "nsubj")
    if who is None or tree.tags[who] != "PRP":
        return False
    holder = tree.heads[prep]
    return holder == verb or (
        tree.deps[holder] in ("dobj", "dative", "pobj") and tree.lemmas[holder] in _AUDIENCES
    )


def is_where_harmed(mention: Mention, candidate: PlaceCandidate, rivals: Sequence[Mention]) -> bool:
    """Whether a place is where an attack did its harm: "fired rockets at Israel, killing two in Ashkelon",
    "hit a ship in Odesa and damaged a school in Izmail", but not what another attack did: "killed two in
    Gao and ambushed a bus in Mopti".
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    if mention.type != "strike" or tree.deps[first] != "pobj" or tree.lower[tree.heads[first]] not in _WHERE:
        return False
    verb = next((k for k in tree.ancestors(first) if tree.is_verb(k)), None)
    if verb is None or verb == mention.token or not (tree.lemmas[verb] in _HARMING or does_harm(tree, verb)):
        return False
    above = (mention.token, *tree.ancestors(mention.token))
    if tree.tags[verb] != "VBG":
        others = (m.token for m in rivals if m.type == "strike" and m.token != mention.token)
        if any(verb in (k, *tree.ancestors(k)) for k in others):
            return False
        shared = of_same_subject(tree, verb)
        return shared != verb and (shared == mention.token or mention.token in tree.kids(shared, *SUBJECTS))
    clause = tree.first_conjunct(verb)
    return tree.deps[clause] == "advcl" and tree.heads[clause] in above


def is_only_struck(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a building is what an attack is on, and not told with it where that is: "In Sanaa a bomb hit
    the al-Rahman mosque".
    """
    struck = mention.type == "strike" and candidate.kind == "facility" and not candidate.containers
    return struck and candidate.phrase.head in mention.heads("target")


def is_where_done(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether that is told to be at a place in which the event has a part: "two men died in Nawa in raids",
    "to attend talks planned in Oman".
    """
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    verb = tree.heads[tree.heads[first]]
    if mention.type in ACTS or tree.deps[first] != "pobj" or tree.lower[tree.heads[first]] not in _WHERE:
        return False
    if not tree.is_verb(verb) or tree.lemmas[verb] in _RESIDING:
        return False
    path = (mention.token, *tree.ancestors(mention.token))
    reduced = tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" and mention.token in tree.ancestors(verb)
    return reduced or tree.first_conjunct(verb) in path


def is_included(
    tree: Tree, candidate: PlaceCandidate, chosen: Sequence[tuple[PlaceCandidate, float]]
) -> bool:
    """Whether a place is told to be one of several in another that is the event's: "towns in Idlib, including
    Saraqib", "across the Gaza Strip, among them Rafah".
    """
    first = tree.first_conjunct(candidate.carrier)
    including = next((k for k in (first, *tree.ancestors(first)) if tree.lower[k] in _INCLUDING), None)
    if including is None or not chosen or tree.heads[including] == including:
        return False
    host = tree.heads[including]
    around = {host, *tree.ancestors(host)[:1]}
    return any(
        other.end <= including
        and not around.isdisjoint((other.phrase.head, *tree.ancestors(other.phrase.head)))
        for other, _ in chosen
    )


def is_on_sidelines(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether a meeting is beside what is at a place: "met Bo on the sidelines of a summit in Nice"."""
    tree, first = mention.sentence.tree, mention.sentence.tree.first_conjunct(candidate.carrier)
    if mention.type != "meeting" or not tree.has_lemma(_MARGINS):
        return False
    if tree.deps[first] != "pobj" or tree.lower[tree.heads[first]] not in _WHERE:
        return False
    above = tree.ancestors(first)
    margin = next((k for k in above if tree.lemmas[k] in _MARGINS), None)
    if margin is None or tree.deps[margin] != "pobj" or mention.token in above[: above.index(margin)]:
        return False
    return mention.token in tree.ancestors(margin)


def is_called_after(mention: Mention, candidate: PlaceCandidate) -> bool:
    """Whether an attack or a meeting is called after a town: "the Lublin nerve gas attack"."""
    tree, end, token = mention.sentence.tree, candidate.end, mention.token
    referent = mention.sentence.referents[candidate.phrase.head]
    if mention.type in ACTS or referent.kind != "place" or not referent.toponym:
        return False
    nouns = all(tree.tags[k] in _IN_NAME for k in range(end, token + 1))
    return end <= token <= end + _MANY and nouns


def is_label(tree: Tree, candidate: PlaceCandidate, mention: Mention) -> bool:
    """Whether a town before a colon tells where what follows was: "Poltava: Two died in a strike"."""
    start, end = candidate.phrase.start, candidate.end
    opens = not any(tree.words[k].isalnum() for k in range(start))
    referent = mention.sentence.referents[candidate.phrase.head]
    town = referent.kind == "place" and not referent.known
    return opens and town and tree.words[end : end + 1] == [":"] and mention.type not in ACTS
