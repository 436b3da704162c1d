"""Whom pronouns and definite descriptions refer to."""

from __future__ import annotations

import datetime as dt
from functools import cache

from msgspec.structs import replace

from extractor.actors.description import Description
from extractor.actors.kinds import kind_of
from extractor.actors.knowledge import ActorBook, Entity
from extractor.actors.lexicon import words
from extractor.actors.memory import Memory, same_office
from extractor.actors.naming import capitalised
from extractor.actors.setting import LocalReferent
from extractor.evidence import Referent, Sentence
from extractor.frames.phrases import Phrase, is_several
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree
from extractor_schema import ActorKind

__all__ = ["definite", "is_speaker", "office_holder", "predicate", "pronoun", "subject_behind", "within_name"]

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
_OBJECT = frozenset({"him", "her", "them", "it"})
_COLLECTIVE: tuple[ActorKind, ...] = ("country", "organization", "group")
_PAIRS: dict[str, tuple[ActorKind, ...]] = {
    "leader": ("person",),
    "president": ("person",),
    "minister": ("person",),
    "side": ("country", "organization", "group"),
    "country": ("country",),
    "nation": ("country",),
    "party": ("organization", "group", "country"),
    "state": ("country",),
    "men": ("person",),
    "man": ("person",),
    "neighbour": ("country",),
    "neighbor": ("country",),
    "government": ("country",),
    "woman": ("person",),
    "rival": ("person",),
    "politician": ("person",),
    "diplomat": ("person",),
    "premier": ("person",),
    "executive": ("person",),
    "company": ("organization",),
    "firm": ("organization",),
    "airline": ("organization",),
    "bank": ("organization",),
    "pair": ("person",),
    "duo": ("person",),
    "trio": ("person",),
    "two": ("person",),
    "three": ("person",),
}
_TRADES = frozenset({"diplomat", "politician"})
"""Nouns for two of whom each may hold any office."""
_NATIONAL: dict[str, bool | None] = {"armed": None, "company": True, "party": None, "body_back": False}
_SAYING: dict[str, tuple[ActorKind, ...]] = {"it": _COLLECTIVE, "they": ("group",)}
"""Kinds of those who may say something of themselves, by the pronoun."""
_BEING = frozenset({"be", "become", "remain"})
_ONE_OR_THE = frozenset({"a", "an", "the"})
_TWO = frozenset({"two", "both", "three", "pair", "duo", "trio"})
_THREE = frozenset({"three", "trio"})
_LEADING = frozenset({"head of state", "head of government", "leader", "royal", "party", "armed group"})
_SUFFERING = lemma_set("suffering")
_AREA = "area"
"""What a sea may be as well, which is no town and no region."""
_POINTING = frozenset({"the", "this", "that"})
_BACK: tuple[tuple[str, tuple[ActorKind, ...]], ...] = (
    ("armed", ("group",)),
    ("company", ("organization",)),
    ("party", ("group", "organization")),
    ("body_back", ("organization",)),
)


def pronoun(sentence: Sentence, phrase: Phrase, memory: Memory) -> Referent:
    """The referent of a pronoun; a passing one where nobody fits."""
    tree, at = sentence.tree, sentence.index
    word = tree.lower[phrase.head]
    owner = _owner_beside(sentence, phrase, word) or _owner_above(sentence, phrase, word, memory)
    if owner is not None:
        memory.touch(owner, at, subject=False)
        return owner
    if (sayer := _sayer(sentence, phrase, word)) is not None:
        memory.touch(sayer, at, subject=True)
        return sayer
    objects = word in _OBJECT and tree.tags[phrase.head] == "PRP"
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
                speaking=not _is_victim(tree, phrase.head),
            ),
        )
    elif word in _PLURAL:
        kind = "group"
        if both := memory.together(at, barred=barred):
            return memory.as_one(both)
        found = memory.latest(("group", "person"), at, plural=True, barred=barred, speaking=False)
        found = found or memory.latest(("group", "organization", "country"), at, barred=barred)
    elif word in _NEUTER:
        kind, found = "organization", memory.latest(_COLLECTIVE, at, plural=False, barred=barred)
    elif word == "whose":
        kind, found = "other", _antecedent(sentence, phrase)
    elif word in _SPEAKER:
        kind, found = ("person" if word in _ONE_SPEAKER else "group"), _speaker(sentence, phrase)
    if found is None:
        return memory.passing(tree.words[phrase.head], kind)
    memory.touch(found, at, subject=tree.deps[phrase.head] in ("nsubj", "nsubjpass"))
    return found


def _owner_above(sentence: Sentence, phrase: Phrase, word: str, memory: Memory) -> Referent | None:
    """Whose something is that is told of what is somebody's by name or title: "Ann's delay of her visit"."""
    tree = sentence.tree
    of = tree.heads[tree.heads[phrase.head]]
    if word not in _SINGULAR or tree.deps[phrase.head] != "poss" or tree.lower[of] != "of":
        return None
    owner = tree.kid(tree.heads[of], "poss")
    found = None if owner is None else sentence.referents.get(owner)
    if owner is None or found is None or found.kind != "person" or tree.tags[owner] == "PRP$":
        return None
    gender = memory.gender(found.key)
    return found if gender in (None, _SINGULAR[word]) else None


def _owner_beside(sentence: Sentence, phrase: Phrase, word: str) -> Referent | None:
    """Whose somebody is who is named beside him: "received Najib Mikati and his delegation"."""
    tree = sentence.tree
    if word not in _SINGULAR or tree.deps[phrase.head] != "poss":
        return None
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


def _sayer(sentence: Sentence, phrase: Phrase, word: str) -> Referent | None:
    """Who says of itself what a clause tells, "the ministry, which says it shot down two drones"; or to whom
    it is said, where that tells what is to befall it ("warned Kosovo that it would be punished").
    """
    tree, verb = sentence.tree, sentence.tree.heads[phrase.head]
    above, relation = tree.heads[verb], tree.deps[phrase.head]
    if relation not in ("nsubj", "nsubjpass") or tree.deps[verb] != "ccomp" or above == verb or above > verb:
        return None
    kinds = _SAYING.get(word)
    if kinds is None or tree.lemmas[above] not in words("saying"):
        return None
    hearer = tree.kid(above, "dobj", "dative")
    suffers = relation == "nsubjpass" or tree.lemmas[verb] in _SUFFERING
    who = hearer if suffers else tree.kid(above, "nsubj")
    if who is not None and tree.tags[who] in ("WP", "WDT") and tree.deps[above] == "relcl":
        who = tree.heads[above]
    found = None if who is None else sentence.referents.get(who)
    return found if found is not None and found.key >= 0 and found.kind in kinds else None


def predicate(sentence: Sentence, phrase: Phrase, description: Description) -> Referent | None:
    """Of whom a phrase is said to be one: "Trump is the only president who met Kim", "Ruiz, a judge", "Rice
    became the first Secretary of State".
    """
    tree, relation = sentence.tree, sentence.tree.deps[phrase.head]
    if relation not in ("appos", "attr"):
        return None
    above, one = tree.heads[phrase.head], tree.lower[phrase.start] in _ONE_OR_THE
    titled = description.named and description.entity is None and one
    of_people = one and description.kind == "country" and phrase.head - phrase.start > 1  # "the first German"
    other = description.named and not titled and not of_people
    if description.plural or other or phrase.kind not in ("noun", "name"):
        return None
    if relation == "appos" and above < phrase.start:
        named = tree.tags[above] in NAME and one
        who: int | None = above if named else None
    elif relation == "attr" and tree.lemmas[above] in _BEING and tree.kid(above, "neg") is None:
        who = tree.kid(above, "nsubj")
    else:
        return None
    found = None if who is None else sentence.referents.get(who)
    if found is None or found.key < 0 or found.kind not in ("person", "organization"):
        return None
    if of_people:
        return found if found.kind == "person" else None
    return found if found.kind == description.kind else None


def _antecedent(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """Of whom a relative clause speaks."""
    tree = sentence.tree
    for node in tree.ancestors(phrase.head):
        if tree.deps[node] == "relcl":
            return sentence.referents.get(tree.heads[node])
    return None


def _is_victim(tree: Tree, k: int) -> bool:
    """Whether somebody is harmed ("he was shot")."""
    return tree.deps[k] in ("nsubjpass", "dobj") and tree.lemmas[tree.heads[k]] in words("harming")


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
    found = (sentence.referents.get(k) for k in sentence.functions.surface_subject(node))
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
            if found is None or subject < phrase.head:
                return None
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
        if tree.is_verb(node) and tree.lemmas[node] in words("saying"):
            for subject in sentence.functions.surface_subject(node):
                if subject in sentence.referents and subject != phrase.head:
                    return sentence.referents[subject]
    return None


def definite(
    sentence: Sentence,
    phrase: Phrase,
    description: Description,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
) -> Referent | None:
    """Whom a definite description refers to, None where it brings somebody new."""
    if not description.definite:
        return None
    tree, at = sentence.tree, sentence.index
    lemma, first = tree.lemmas[phrase.head].lower(), tree.lower[phrase.start]
    if lemma in _PAIRS and (pair := _several(sentence, phrase, description, memory, book)):
        return memory.as_one(pair)
    if lemma == "counterpart" and not description.plural:
        other = _counterpart(sentence, phrase, description, memory, book, on)
        if other is not None:
            return other
    if lemma in words("land") and (land := _own_land(sentence, phrase, book)) is not None:
        return memory.name(land, at, subject=False)
    former = words("past")
    if (
        description.office is not None
        and not description.plural
        and former.isdisjoint(tree.lower[phrase.start : phrase.head])
    ):
        sole = book.sole(description.core, on)
        named = (
            None if sole is None else memory.latest(("person",), at, office=description.office, named=True)
        )
        if named is not None and not named.known:
            return named
        if sole is not None:
            return _in_person(sole, description, memory, at)
        office, one_of_several = _at_post(tree, phrase.head, description.office, book)
        titled = replace(description, office=office)
        led = description.body or _led_body(tree, phrase.head, book)
        if led is not None:
            return _body_leader(titled, led, memory, at, book, on)
        return office_holder(titled, memory, at, book, None if one_of_several else on)
    if lemma in words("government") and description.country is None and phrase.head - phrase.start == 1:
        return memory.government() or memory.described(description, lemma, at)
    found = memory.described(description, lemma, at)
    if found is not None or first not in _POINTING or lemma not in _classed():
        return found
    between = tree.lower[phrase.start + 1 : phrase.head]
    behind = _behind_of(tree, phrase.head)
    bare = all(w in words("qualifier") for w in between) and not (behind and capitalised(tree, behind))
    found = _by_class(description, lemma, memory, at, bare=bare)
    if found is not None and lemma in words("region") and book.metonym(found.name) is not None:
        return None  # no province is the capital
    if lemma != "party" or found is None or _is_party(found, book):
        return found
    return None


def _own_land(sentence: Sentence, phrase: Phrase, book: ActorBook) -> Description | None:
    """The country of whom a pronoun means: "Zelensky said that his country had been attacked"."""
    tree, start = sentence.tree, phrase.start
    owner = sentence.referents.get(start) if tree.tags[start] == "PRP$" else None
    if owner is None or owner.country is None or phrase.end != start + 2 or phrase.head != start + 1:
        return None
    land = book.land(owner.country)
    if land is None:
        return None
    return Description(land.name, land.kind, land.country, land, toponym=True)


def _is_party(referent: Referent, book: ActorBook) -> bool:
    """Whether a group is a political party, by the data or by its name."""
    known = book.lookup(referent.name)
    return known.category == "party" if known is not None else referent.name.endswith(" Party")


def _counterpart(
    sentence: Sentence,
    phrase: Phrase,
    description: Description,
    memory: Memory,
    book: ActorBook,
    on: dt.date | None,
) -> Referent | None:
    """Who holds in another country the office of the one whose counterpart it is.

    The counterpart of who leads a country is who leads the other one.
    """
    possessor = sentence.tree.kid(phrase.head, "poss")
    owner = None if possessor is None else sentence.referents.get(possessor)
    held = owner.office if isinstance(owner, LocalReferent) else None
    if owner is None or held is None or owner.country is None or description.country in (None, owner.country):
        return None
    office, category = book.office_in(held, owner.country), book.office_category(held)
    if category in _LEADING and on is not None:
        first = book.holder("leader", owner.country, on=on)
        office = "leader" if first is not None and first.name == owner.name else office
    elif category != "minister":
        return None
    return office_holder(replace(description, office=office), memory, sentence.index, book, on)


def _at_post(tree: Tree, head: int, office: str | None, book: ActorBook) -> tuple[str | None, bool]:
    """The office with the words that say to whom somebody is sent, and whether it is then one of several.

    A state has one ambassador for each country, and one to the United Nations.
    """
    to = next((k for k in tree.kids(head, "prep") if tree.lower[k] in ("to", "for")), None)
    if to is None or tree.lemmas[head].lower() not in words("posted"):
        return office, False
    title = " ".join(tree.lower[k] for k in range(head, tree.right(to) + 1) if tree.deps[k] != "det")
    found = book.office(title)
    return found, found == office


def _behind_of(tree: Tree, head: int) -> int | None:
    """The head of what stands behind the noun with "of"."""
    of = next((k for k in tree.kids(head, "prep") if tree.lower[k] == "of"), None)
    return None if of is None else tree.kid(of, "pobj")


def _led_body(tree: Tree, head: int, book: ActorBook) -> str | None:
    """The body, region or armed group of which somebody is told to hold an office: "the leader of the ELN",
    "the president of Chile's senate".
    """
    of = _behind_of(tree, head)
    if of is None:
        return None
    if tree.tags[of] not in NAME and not tree.words[of][:1].isupper():
        body = kind_of(tree.lemmas[of]) in ("organization", "group")
        return tree.lower[of] if body and tree.lower[of] not in words("own_leader") else None
    owner = tree.kid(of, "poss")
    first = tree.left(of) if owner is None else min(tree.right(owner) + 1, of)
    found = book.lookup(tree.text(first, of + 1))
    if found is None:  # a body that the data do not know, no land of one name
        name = tree.text(first, of + 1)
        body = kind_of(tree.lower[of]) in ("organization", "group") or tree.lower[of] in words("body")
        return name if body and book.country_of_word(name) is None else None
    led = found.kind in ("group", "organization") and found.category not in ("metonym", "people")
    return found.name if led or found.category == "region" else None


def _body_leader(
    description: Description, body: str, memory: Memory, at: int, book: ActorBook, on: dt.date | None
) -> Referent | None:
    """Who holds an office in a body or region: by the data, else whom the article named with it.

    That is not the one who has the like office in the country.
    """
    office, country = description.office, description.country
    if office is None:
        return None
    holder = book.holder(office, body, on=on) if on else None
    if holder is not None:
        return _in_person(holder, description, memory, at)
    found = office_holder(description, memory, at, book, None)
    country = country or (found.country if found is not None else None)
    own = book.holder(office, country, on=on) if country and on else None
    return None if found is not None and own is not None and found.name == own.name else found


@cache
def _classed() -> frozenset[str]:
    """Nouns that can mean the latest entity of a sort."""
    return words("land").union(words("town"), *(words(name) for name, _ in _BACK))


def _by_class(
    description: Description, lemma: str, memory: Memory, at: int, *, bare: bool
) -> Referent | None:
    """ "the country", "the group": the latest entity of that sort, where nothing but the noun says which."""
    if lemma in words("land") and description.country is None:
        return None if description.plural else memory.latest(("country",), at)
    if lemma in words("town") and bare:
        waters: list[int] = []
        while (found := memory.latest(("place",), at, toponym=True, barred=waters)) is not None:
            if lemma == _AREA or found.name.rpartition(" ")[2].lower() not in words("water"):
                return found
            waters.append(found.key)
    if description.country is not None or not bare:
        return None
    for name, kinds in _BACK:
        if lemma in words(name):
            found = memory.latest(kinds, at, named=True, national=_NATIONAL[name])
            if found is not None:
                return found
    return None


def within_name(sentence: Sentence, phrase: Phrase) -> Referent | None:
    """The armed group of "Taliban fighters", and the region of "Idlib province"."""
    tree, head = sentence.tree, phrase.head
    part = sentence.referents.get(head - 1)
    if part is None or phrase.kind != "noun" or tree.deps[head - 1] != "compound":
        return None
    lemma = tree.lemmas[head].lower()
    if not (lemma in words("fighters") or lemma in words("town")):
        return None
    if tree.kid(head, "nummod") is not None or tree.kid(head, "conj") is not None:
        return None
    if lemma in words("town"):
        return part if part.toponym and part.kind == "place" else None
    plural = tree.tags[head] == "NNS" or lemma in ("movement", "group")
    return part if plural and part.known and part.kind == "group" else None


def _several(
    sentence: Sentence, phrase: Phrase, description: Description, memory: Memory, book: ActorBook
) -> list[Referent]:
    """The two or three whom "both leaders" means, or those named side by side of whom "the leaders" are.

    Nobody where a number is not that of the noun itself.
    """
    tree, head = sentence.tree, phrase.head
    lemma = tree.lemmas[head].lower()
    kinds, office = _PAIRS[lemma], None if lemma in _TRADES else description.office
    if description.plural and tree.lower[phrase.start : head] == ["the"] and phrase.end == head + 1:
        beside = memory.together(sentence.index, barred=_acting(sentence, phrase))
        if beside and beside[0].kind in kinds:
            return beside
    number = _TWO.intersection(tree.lower[k] for k in (*tree.children[head], head) if k <= head)
    if not number or tree.kid(head, "poss") is not None or _behind_of(tree, head) is not None:
        return []
    return memory.recent(
        kinds,
        sentence.index,
        2 if number.isdisjoint(_THREE) else 3,
        country=description.country,
        barred=_acting(sentence, phrase),
        in_office=lambda held: office is None or _may_hold(held, office, book),
    )


def _may_hold(held: str | None, office: str, book: ActorBook) -> bool:
    """Whether somebody of whom a title may be known can be meant by an office ("both leaders")."""
    if held is None or same_office(held, office):
        return True
    category = book.office_category(held)
    return category == "honorific" or (office == "leader" and category in _LEADING)


def _acting(sentence: Sentence, phrase: Phrase) -> set[int]:
    """Keys of the subjects of the verbs that govern the phrase: they do something to others."""
    tree, node = sentence.tree, phrase.head
    found: set[int] = set()
    while tree.heads[node] != node:
        own, node = tree.deps[node] in ("nsubj", "nsubjpass"), tree.heads[node]
        if tree.is_noun(node):
            break
        if not tree.is_verb(node):
            continue
        if not own:
            referents = (sentence.referents.get(k) for k in sentence.functions.surface_subject(node))
            found.update(referent.key for referent in referents if referent is not None)
        finite = tree.kid(node, "nsubj", "nsubjpass") is not None and tree.tags[node] != "VB"
        if finite or tree.deps[node] == "conj":
            break
    return found


def office_holder(
    description: Description, memory: Memory, at: int, book: ActorBook, on: dt.date | None
) -> Referent | None:
    """Who holds the office: somebody whom the article named with it, else who held it that day."""
    if description.office is None:
        return None
    named = memory.latest(
        ("person",), at, plural=False, country=description.country, office=description.office
    )
    if named is not None:
        return named
    if description.country is None or on is None or description.office in words("several"):
        return None
    holder = book.holder(description.office, description.country, on=on)
    if holder is None:
        return None
    return _in_person(holder, description, memory, at)


def _in_person(holder: Entity, description: Description, memory: Memory, at: int) -> Referent:
    """Who holds the office, as somebody whom the article knows from here on."""
    known = Description(holder.name, "person", holder.country, holder, description.office)
    return memory.name(known, at, subject=False)
