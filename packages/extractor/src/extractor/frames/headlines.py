"""Mends headings, which leave words out, and sentences whose verb the parser takes for a participle."""

from __future__ import annotations

from extractor.frames.columns import AUXILIARIES, PARTIES, TENSED, has_subject, upwards
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN

__all__ = [
    "find_gunned",
    "find_passives",
    "find_past",
    "free_subjects",
    "free_verbs",
    "name_objects",
    "raise_verb",
]

_NEVER_BARE = lemma_set("never_bare")
_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
_WITH_OBJECT = frozenset({"dobj", "ccomp", "xcomp", "aux", "auxpass", "dative"})
_OPENING = NAME | NOUN | {"DT", "CD", "JJ", "PRP", "PRP$", "RB", "JJR"}
"""Tags with which an object begins."""
_NEVER_BARE_WITH = {
    "shoot": frozenset({"dead"}),
    "gun": frozenset({"down"}),
    "stab": frozenset({"to", "dead"}),
}
_ASSAILANTS = lemma_set("assailants") | lemma_set("armed_ones")
_STOPS = frozenset({".", "!", "?", '"', "”"})
_WHERE_SHOT = frozenset({"after", "during", "in", "inside", "near", "outside", "while"})
_EVENTS = lemma_set("where_shot")
_ASSAULTING = lemma_set("assaulting") | {"burn", "raze"}
_THINGS = lemma_set("attacked_sites") | (lemma_set("hit_things") - lemma_set("attacked_things"))
_HOLDING = lemma_set("holding")
_GUNNING = {"gun": "VBP", "guns": "VBZ", "gunned": "VBD"}
_VICTIMS = frozenset({"pobj", "npadvmod", "dobj"})


def free_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the subject of a noun that the parser takes for a part of the verb: "Mali's army bombs Gao"."""
    for k in range(len(words) - 1):
        verb = k + 1
        if (
            deps[k] != "compound"
            or heads[k] != verb
            or tags[verb] not in TENSED
            or tags[k] not in NAME | NOUN
        ):
            continue
        if has_subject(deps, heads, verb) or (tags[k] in ("NNS", "NNPS") and tags[verb] == "VBZ"):
            continue
        deps[k] = "nsubj"
        for i in range(k):
            if heads[i] == verb and deps[i] in _BEFORE_NOUN:
                heads[i] = k


def free_verbs(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the verb of a heading what the parser takes for a part of its object's name, though it has a
    subject: "Missile Hits Kabul Hospital".
    """
    for verb, head in enumerate(heads):
        if (
            deps[verb] != "compound"
            or tags[verb] not in TENSED
            or head <= verb
            or tags[head] not in NAME | NOUN
        ):
            continue
        if not any(above == verb and deps[i] == "nsubj" for i, above in enumerate(heads[:verb])):
            continue
        heads[verb], deps[verb] = (verb if heads[head] == head else heads[head]), deps[head]
        heads[head], deps[head] = verb, "dobj"


def name_objects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the object of a noun without an article that the parser hangs loosely under a finite verb: "Bomb
    rocks Mogadishu hotel".
    """
    for k, dep in enumerate(deps):
        verb = heads[k]
        if dep != "appos" or k < verb or tags[verb] not in TENSED or tags[k] not in NAME | NOUN:
            continue
        below = [i for i, head in enumerate(heads) if head == verb and i > verb]
        if below[0] == k and not any(deps[i] in _WITH_OBJECT for i in below):
            deps[k] = "dobj"


def find_gunned(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make a verb of "gun" before "down", "burst into a bar and gun down nine", and its object of whom the
    parser hangs under "down".
    """
    for k in range(1, len(words) - 2):
        down = k + 1
        if words[down] != "down" or words[k] not in _GUNNING:
            continue
        verb = next((i for i in upwards(heads, k) if i < k and tags[i].startswith("VB")), None)
        if tags[k] in NOUN and deps[k] == "conj" and verb is not None:
            heads[k], tags[k], lemmas[k] = verb, _GUNNING[words[k]], "gun"
        if not tags[k].startswith("VB"):
            continue
        for i, head in enumerate(heads):
            if head == down and i > down:
                heads[i] = k
                deps[i] = "dobj" if deps[i] in _VICTIMS else deps[i]
        heads[down], deps[down] = k, "prt"


def find_past(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give the tag of the past to what the tagger takes for a participle, and the parser for the main verb
    of a whole sentence: "The EU summit on migration ended."
    """
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    if tags[root] != "VBN" or words[-1:] != ["."]:
        return
    below = [deps[i] for i, head in enumerate(heads) if head == root and i < root]
    if "nsubj" in below and not any(dep in below for dep in AUXILIARIES):
        tags[root] = "VBD"


def find_passives(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make passive the verb of a heading that leaves "was" out: "Priest gunned down in southern Mexico", "Two
    men shot in Derry".
    """
    for verb, tag in enumerate(tags):
        if tag in ("VBN", "VBD") and deps[verb] == "ROOT" and "agent" in deps:
            _find_agent(verb, tags, deps, heads)
        if tag in ("VBN", "VBD") and lemmas[verb] in _ASSAULTING:
            _find_thing(verb, lemmas, tags, deps, heads)
        if tag != "VBD" or lemmas[verb] not in _NEVER_BARE:
            continue
        following = next(
            (t for t, w in zip(tags[verb + 1 :], lemmas[verb + 1 :], strict=True) if w != "dead"), ""
        )
        if following in _OPENING:
            continue
        below = [i for i, head in enumerate(heads) if head == verb and i != verb]
        further = [i for i in below if deps[i] == "conj" and tags[i] == "VBD"]
        if any(deps[i] in _WITH_OBJECT for i in below) or any(_does(i, lemmas, deps, heads) for i in further):
            continue
        if lemmas[verb] in _NEVER_BARE_WITH and not any(
            lemmas[i] in _NEVER_BARE_WITH[lemmas[verb]] for i in below
        ):
            aims = [lemmas[i] for i in below if deps[i] == "nsubj"]
            if lemmas[-1] in _STOPS or not _ASSAILANTS.isdisjoint(map(str.lower, aims)):
                continue
            behind, place = (*lemmas[verb + 1 : verb + 3], "", "")[:2]
            if behind != "," and behind not in _WHERE_SHOT and (behind != "at" or place not in _EVENTS):
                continue
        for i in below:
            if deps[i] == "nsubj":
                deps[i], tags[verb] = "nsubjpass", "VBN"


def _does(verb: int, lemmas: list[str], deps: list[str], heads: list[int]) -> bool:
    """Whether a further verb of a heading tells what somebody does: not "shot, wounded in Goma"."""
    return lemmas[verb] not in _NEVER_BARE or any(
        head == verb and deps[k] in _WITH_OBJECT for k, head in enumerate(heads)
    )


def _find_agent(verb: int, tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make passive a bare participle that is told by whom it is done, "Church stormed by gunmen"; of "left
    by night" it is told how.
    """
    below = [i for i, head in enumerate(heads) if head == verb and i != verb]
    agents = [i for i in below if deps[i] == "agent"]
    doers = [k for k, head in enumerate(heads) if head in agents and deps[k] == "pobj"]
    bare = all(tags[k] == "NN" and k not in heads for k in doers)
    if not bare and not any(deps[i] in _WITH_OBJECT for i in below):
        for i in below:
            if deps[i] == "nsubj":
                deps[i], tags[verb] = "nsubjpass", "VBN"


def _find_thing(verb: int, lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make passive a bare verb of attacking whose subject is a thing, has no article and attacks nobody:
    "Church bombed in Kaduna".
    """
    below = [i for i, head in enumerate(heads) if head == verb and i != verb]
    if any(deps[i] in _WITH_OBJECT or deps[i] in ("prt", "advmod") for i in below):
        return
    for i in below:
        article = any(heads[k] == i and deps[k] == "det" for k in range(i))
        if deps[i] == "nsubj" and lemmas[i].lower() in _THINGS and not article:
            deps[i], tags[verb] = "nsubjpass", "VBN"


def raise_verb(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the verb of a participle with an object in a sentence that has none: "X on Monday called Y."."""
    if words[-1:] != ["."] or "MD" in tags:
        return
    if any(tag in TENSED and dep != "amod" for tag, dep in zip(tags, deps, strict=True)):
        return
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    if tags[root] not in NAME | NOUN:
        return
    if _raise_modifier(lemmas, tags, deps, heads, root):
        return
    for verb in range(root + 1, len(words)):
        if heads[verb] != root or deps[verb] != "acl" or tags[verb] != "VBN":
            continue
        objects = [i for i in range(verb + 1, len(words)) if heads[i] == verb and deps[i] in ("dobj", "oprd")]
        if not objects or tags[objects[0]] not in PARTIES:
            continue
        for i, head in enumerate(heads):
            if head == root and i > root and i != verb and deps[i] in ("prep", "punct", "npadvmod", "advmod"):
                heads[i] = verb
        if deps[objects[0]] == "oprd":
            deps[objects[0]] = "dobj"
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[root], deps[root] = verb, "nsubj"
        return


def _raise_modifier(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int], root: int) -> bool:
    """Make the verb of a participle between subject and object: "A shooter opened fire in a school.",
    "Officials from the bloc held talks with Iran.", "Rutte met actor Tom Wood.".
    """
    for verb in range(1, len(tags) - 1):
        before, noun = verb - 1, verb + 1
        if (
            tags[verb] not in ("VBN", "VBD")
            or deps[verb] != "amod"
            or heads[verb] != noun
            or tags[noun] not in NOUN | NAME
            or heads[before] != verb
        ):
            continue
        while deps[noun] in ("compound", "nmod") and heads[noun] > noun:
            noun = heads[noun]
        if noun < root:
            continue
        if tags[before] not in NOUN | NAME or (noun != root and lemmas[verb] not in _HOLDING):
            continue
        loose = ("prep", "punct", "acl", "npadvmod", "advmod")
        for i, head in enumerate(heads):
            if head == noun and i < before:
                heads[i] = before
            elif i > noun and deps[i] in loose and (head < before or head == noun == root):
                heads[i], deps[i] = verb, "advcl" if deps[i] == "acl" else deps[i]
        subject = before if noun == root else root
        if noun != root:
            heads[before], deps[before] = heads[noun], deps[noun]
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[subject], deps[subject] = verb, "nsubj"
        heads[noun], deps[noun] = verb, "dobj"
        return True
    return False
