"""The country of a phrase by its parts, by what stands behind or beside it, and by whose it is."""

from __future__ import annotations

from extractor.actors.lexicon import words
from extractor.actors.naming import OPPOSITE
from extractor.actors.setting import FIXED, LocalReferent, in_compound, is_abroad
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["from_parts", "stray_behind"]

_RELATIONS = words("relation")
_ABROAD = words("abroad")
_EMPLOYED = words("employed")
_ANYONE = words("anyone")
_GOVERNMENT = words("government")
_JOINED = words("joined")
_COMPANIES = words("company")
_WITHIN = frozenset({"compound", "poss", "nmod", "amod", "nn"})
_PLACED = frozenset({"of", "in", "at", "from", "near", "outside"})
_OWN = frozenset({"of", "from"})
_OWN_OR_IN = _OWN | {"in"}
_BODIES = frozenset({"organization", "group"})
_HOUSES = frozenset({"organization", "facility"})
_CARRYING = frozenset({"carrying", "transporting"})
_LED = lemma_set("delegations")
_RUN = frozenset({"organization", "group", "vehicle", "facility"})
_HALVES = 3
"""Words before the noun in "North and South Korean officials", at least."""
_INDEFINITE = frozenset({"a", "an", "another", "one", "two", "three", "several", "some"})


def from_parts(sentence: Sentence, phrase: Phrase, closed: set[int]) -> None:
    """The country of a phrase with something to it, no pronoun, that has none yet or is a place, and of
    which the data hold nothing.
    """
    tree, referents, head = sentence.tree, sentence.referents, phrase.head
    referent = referents[head]
    end = _tail(sentence, phrase) if phrase.kind == "noun" else None
    tail = None if end is None else referents[end]
    if end is not None and tail is not None and tail.toponym and referent.kind == "place":
        several = tree.tags[head] == "NNS" and tree.lower[tree.heads[end]] == "in"  # "villages in Sagaing"
        definite = tree.lower[phrase.start] not in _INDEFINITE  # "a village in Sagaing" is not Sagaing
        named = not NAME.isdisjoint(tree.tags[phrase.start : head])  # "Basilan island in ..."
        if definite and not several and not named and tree.kid(end, "conj") is None:
            referents[head] = tail
            return
    if referent.country is not None or (isinstance(referent, LocalReferent) and referent.stateless):
        return
    if head - phrase.start >= _HALVES and _has_halves(tree, phrase):
        closed.add(referent.key)  # "North and South Korean officials"
        return
    related = tree.lemmas[head].lower() in _RELATIONS
    for k in reversed(tree.children[head]):
        part = referents.get(k) if k < head else None
        if (
            part is None
            or tree.deps[k] not in _WITHIN
            or part is referent
            or in_compound(sentence, k)
            or (phrase.kind == "name" and _in_name(sentence, k, referent))
        ):
            continue
        if related and tree.deps[k] == "poss":
            if isinstance(referent, LocalReferent):
                referent.related = True
            return
        if _side_by_side(sentence, k, part):
            closed.add(referent.key)
            return
        if part.country is not None:
            referent.country = part.country
            return
        if part.known and part.kind != "place":  # "Punjab police" are of one Punjab or the other
            closed.add(referent.key)
            if tree.tags[k] in NAME and isinstance(referent, LocalReferent):
                referent.stateless = True  # "an Islamic State convoy"
    if related:
        return
    if end is not None and tail is not None:
        _from_tail(sentence, referent, end, tail, closed)
        return
    country = _of_others(sentence, phrase, referent)
    if country is not None and not is_abroad(referent.name):
        referent.country = country
    elif referent.kind == "vehicle" and isinstance(referent, LocalReferent) and not is_abroad(referent.name):
        referent.stateless = referent.stateless or _carries_stateless(sentence, head)


def _has_halves(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase names the two halves of a land."""
    before = tree.lower[phrase.start : phrase.head]
    if OPPOSITE.keys().isdisjoint(before):
        return False
    return any(OPPOSITE.get(one) == other for one, other in zip(before, before[2:], strict=False))


def _from_tail(sentence: Sentence, referent: Referent, end: int, tail: Referent, closed: set[int]) -> None:
    """The country by who stands behind a noun, at the token `end`."""
    if is_abroad(referent.name):
        return
    if tail.key in closed or sentence.tree.lower[end] in _ABROAD or _side_by_side(sentence, end, tail):
        closed.add(referent.key)
    elif tail.country is not None:
        referent.country = tail.country
    elif tail.known and tail.kind in _BODIES and isinstance(referent, LocalReferent):
        referent.stateless = True  # "the president of FIFA"


def _of_others(sentence: Sentence, phrase: Phrase, referent: Referent) -> str | None:
    """The country by who owns or runs somebody or something, or is told of beside or above it."""
    tree, head = sentence.tree, phrase.head
    if phrase.kind == "name" and (found := _of_owner(sentence, phrase)) is not None:
        return found
    if referent.kind in _RUN and (found := _run_from(sentence, phrase)) is not None:
        return found
    if tree.deps[head] == "conj" and (found := _shared(sentence, phrase, referent)) is not None:
        return found
    if referent.kind == "person" and (found := _of_led(sentence, phrase)) is not None:
        return found
    return _of_traveller(sentence, phrase) if tree.lemmas[head] in _LED else None


def _in_name(sentence: Sentence, k: int, referent: Referent) -> bool:
    """Whether a word that could name a country is part of a name ("Chad Miller", "St. Mary's Church")."""
    word, name = sentence.tree.words[k], referent.name.split()
    return (referent.kind == "person" and word in name) or f"{word}'s" in name


def _side_by_side(sentence: Sentence, k: int, part: Referent) -> bool:
    """Whether the token `k` stands beside one of another country ("French and Iraqi leaders", "the leaders of
    France and Iraq"), or ends a word for two ("Franco-German").
    """
    tree = sentence.tree
    if k > 1 and tree.words[k - 1] == "-" and tree.lower[k - 2] in words("combining"):
        return True
    beside = tree.kids(k, "conj")
    if tree.deps[k] == "conj":
        beside.append(tree.heads[k])
    for other in beside:
        named = sentence.referents.get(other)
        if tree.lower[other] in _ABROAD:  # "French and foreign officials"
            return True
        if named is not None and named.country not in (None, part.country):
            return True
    return False


def _tail(sentence: Sentence, phrase: Phrase) -> int | None:
    """The token of who stands behind the noun with "of", "in" or "from"."""
    tree, head = sentence.tree, phrase.head
    children, stray = tree.children[head], stray_behind(tree, head)
    if stray is None and (not children or children[-1] < head):
        return None
    behind = tree.kids(head, "prep")
    if stray is not None and tree.deps[stray] == "prep":
        behind.append(stray)
    if not behind:
        return None
    lemma = tree.lemmas[head].lower()
    employed = lemma in _EMPLOYED
    wanted = _OWN if lemma in _ANYONE and not employed else _PLACED
    if lemma in _GOVERNMENT:  # "talks with the regime outside Geneva"
        wanted = _OWN_OR_IN
    for k in behind:
        if k > head and tree.lower[k] in wanted:
            pobj = tree.kid(k, "pobj")
            found = sentence.referents.get(pobj) if pobj is not None else None
            if pobj is None or found is None:
                continue
            sent = tree.lower[k] == "from" and found.kind in _BODIES
            works = employed and tree.lower[k] == "at" and found.kind in _HOUSES
            several = tree.lower[pobj] in _ABROAD  # "envoys from 20 countries"
            placed = found.toponym and _may_be_from(tree, k, lemma)
            if tree.lower[k] == "of" or sent or works or several or placed:
                return pobj
    return None


def _carries_stateless(sentence: Sentence, head: int) -> bool:
    """Whether somebody of no one country is in a vehicle: "a convoy carrying Islamic State fighters"."""
    tree = sentence.tree
    for k in tree.children[head]:
        inside = tree.kid(k, "dobj") if tree.deps[k] == "acl" and tree.lower[k] in _CARRYING else None
        found = None if inside is None else sentence.referents.get(inside)
        if found is not None and found.country is None:
            return found.known or (isinstance(found, LocalReferent) and found.stateless)
    return False


def _of_led(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of the delegation that somebody leads: "a Togolese team led by Robert Dussey"."""
    tree, by = sentence.tree, sentence.tree.heads[phrase.head]
    verb = tree.heads[by]
    if tree.deps[by] != "agent" or tree.lower[verb] not in ("led", "headed"):
        return None
    if tree.deps[verb] != "acl" or tree.lemmas[tree.heads[verb]] not in _LED:
        return None
    parts = (sentence.referents.get(k) for k in tree.kids(tree.heads[verb], *_WITHIN))
    return next((part.country for part in parts if part is not None and part.country), None)


def _of_owner(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of him whose minister or officer a name with a title is: "his foreign minister Ann Lee"."""
    tree, start = sentence.tree, max(phrase.start - 1, 0)
    if "PRP$" not in tree.tags[start : phrase.head]:
        return None
    if not _RELATIONS.isdisjoint(tree.lower[start : phrase.head]):
        return None
    found = sentence.referents.get(tree.tags.index("PRP$", start))
    return None if found is None else found.country


def _of_traveller(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of who travels with a delegation: "the emir will fly to Oslo with a trade delegation"."""
    tree, head = sentence.tree, phrase.head
    first = tree.first_conjunct(head)
    with_ = tree.heads[first]
    if tree.deps[first] != "pobj" or tree.lower[with_] != "with":
        return None
    verb = next((k for k in tree.ancestors(with_) if tree.is_verb(k)), head)
    if tree.lemmas[verb] not in words("visiting"):
        return None
    who = (sentence.referents.get(k) for k in sentence.functions.surface_subject(verb))
    return next((r.country for r in who if r is not None and r.country), None)


def _shared(sentence: Sentence, phrase: Phrase, referent: Referent) -> str | None:
    """The country of what stands before a thing of the same kind: "French ships and helicopters", "Hamas and
    other militant groups".
    """
    tree, head = sentence.tree, phrase.head
    first = tree.first_conjunct(head)
    other = sentence.referents.get(first)
    if other is None or other.kind != referent.kind:
        return None
    if referent.kind == "group" and tree.lower[phrase.start] == "other":
        return other.country
    if phrase.start != head or referent.kind not in FIXED:
        return None
    before = (k for k in tree.children[first] if k < first and tree.deps[k] in _WITHIN)
    found = (sentence.referents.get(k) for k in before if not in_compound(sentence, k))
    return next((part.country for part in found if part is not None and part.country), None)


def stray_behind(tree: Tree, head: int) -> int | None:
    """The "of" or "from" right behind a noun that the parse gave to another one ("talks with officials from
    Peru").
    """
    k = head + 1
    if k >= len(tree.words) or tree.lower[k] not in _OWN or tree.heads[k] == head:
        return None
    above = tree.heads[k]
    return k if not tree.is_verb(above) or tree.lemmas[above] in words("meeting") else None


def _may_be_from(tree: Tree, prep: int, lemma: str) -> bool:
    """Whether the place behind a noun tells whose it is: of a diplomat it does not where he works."""
    return lemma not in _ANYONE or tree.lower[prep] in _OWN


def _run_from(sentence: Sentence, phrase: Phrase) -> str | None:
    """The country of who leads or owns somebody or something ("a ship operated by a Greek company"), or of
    the seat of a body ("a company based in Zurich", "a Toronto-based firm").
    """
    tree, head = sentence.tree, phrase.head
    lemma = tree.lemmas[head].lower()
    children = tree.children[head]
    if not children or lemma in _JOINED:
        return None
    seated = lemma in _COMPANIES
    for k in children:
        verb = tree.lower[k]
        if seated and verb == "based" and k > 1 and tree.words[k - 1] == "-":
            seat = sentence.referents.get(k - 2)
            return seat.country if seat is not None and seat.toponym else None
        if k < head or tree.deps[k] != "acl":
            continue
        by = tree.kid(k, "agent", "prep") if verb in words("run_by") or (seated and verb == "based") else None
        pobj = None if by is None or tree.lower[by] not in ("by", "in") else tree.kid(by, "pobj")
        who = None if pobj is None else sentence.referents.get(pobj)
        if pobj is not None and who is not None:
            return None if _side_by_side(sentence, pobj, who) else who.country
    return None
