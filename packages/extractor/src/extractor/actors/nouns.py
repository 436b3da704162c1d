"""Phrases without a name: what their noun says of kind and number, and the office and country with it."""

from __future__ import annotations

from extractor.actors.description import Description, after_article
from extractor.actors.kinds import kind_of, noun_of
from extractor.actors.knowledge import ActorBook
from extractor.actors.knowledge_names import has_capital
from extractor.actors.lexicon import words
from extractor.actors.nationality import Nationality
from extractor.actors.titles import Titles, gender_of_noun
from extractor.frames.phrases import Phrase
from extractor.frames.tree import NAME, Tree
from extractor_schema import ActorKind

__all__ = ["Nouns"]

_QUANTITIES = words("quantity")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ONE = frozenset({"one", "1"})
_BEHIND_HYPHEN = frozenset({"designate", "elect", "old"})
"""Last parts of words for persons: "a 16-year-old", "the president-elect"."""
_BARE = frozenset({"CD", "DT", "JJ", "JJR", "PRP", "WP"})
"""Tags of heads that leave out a noun for persons: "49 dead"."""
_LEADING = frozenset({"head of state", "head of government", "leader"})
"""Categories of offices of which a state has one, and those that bodies and parties have as well."""
_LED = frozenset({"head of state", "leader"})
_THINGS = frozenset({"facility", "vehicle"})
"""Kinds of what holds no office: "the car of a senator"."""
_BODY_SORTS = frozenset({"organisation", "party", "armed_group"})


class Nouns:
    """Describes phrases whose head is no name."""

    def __init__(self, book: ActorBook, nationality: Nationality, titles: Titles) -> None:
        self._book = book
        self._nationality = nationality
        self._titles = titles

    def describe(self, tree: Tree, phrase: Phrase) -> Description:
        """The description of a phrase by its noun."""
        head = phrase.head
        if tree.lower[head] in _QUANTITIES or tree.tags[head] == "CD":
            head = _counted(tree, head)
        lower, tag = tree.lower[head], tree.tags[head]
        plural = _is_plural(tree, phrase, head)
        kind = _kind(tree, phrase, head, plural)
        if tag in _BARE and not (tag == "JJ" and kind == "organization"):  # "the Israeli military"
            plural = plural or (tag == "JJ" and _is_counted(tree, head))  # "49 dead"
            kind = "group" if plural or tag in ("DT", "JJR") else "person"
        poss = tree.kid(phrase.head, "poss") if tree.children[phrase.head] else None
        core = tree.text(after_article(tree, phrase), phrase.end)
        country = self._nationality.within(tree, phrase.start, phrase.end) if has_capital(core) else None
        if country is None and (poss is not None or phrase.apposition is not None):
            country = self._nationality.possessor(tree, phrase.head, phrase.apposition)
        office = self._titles.of_noun(tree, phrase) if head == phrase.head and kind not in _THINGS else None
        if office is not None:
            if kind == "organization" and self._book.office_category(office) == "honorific":
                office = None  # "an oil producer"
            else:
                kind = "group" if plural and kind == "group" else "person"
        if (plural or tag in NAME) and tree.words[head] != lower:
            people = self._book.country_of_word(tree.words[head])
            if people is not None:
                country, kind = country or people.country, "group"
        headed = office is not None and country is not None and not plural  # "Danish PM visits Oslo"
        return Description(
            core,
            kind,
            country,
            office=office,
            named=False,
            plural=plural,
            definite=tree.lower[phrase.start] in _DEFINITE
            or poss is not None
            or (headed and tree.deps[phrase.start] != "det"),
            gender=gender_of_noun(tree.lemmas[head]),
            body=None if office is None else self._body_led(tree, phrase, office),
        )

    def _body_led(self, tree: Tree, phrase: Phrase, office: str) -> str | None:
        """The body or region that stands before an office of which a state has one ("Brazil's Senate
        president"): who leads it does not lead the state.
        """
        category = self._book.office_category(office)
        if category not in _LEADING:
            return None
        k = after_article(tree, phrase)
        while k < phrase.head:
            begins = tree.words[k][:1].isupper()
            size, entity = self._nationality.longest(tree, k, phrase.head) if begins else (1, None)
            if begins and entity is None:
                found = self._book.lookup(tree.words[k])
                entity = found if found is not None and found.kind in ("organization", "group") else None
            if entity is not None and entity.category == "region":
                return entity.name
            if category in _LED and entity is None and self._is_body(tree, k, phrase.head, office):
                return tree.words[k]
            if category in _LED and entity is not None and entity.category in _BODY_SORTS:
                last = entity.name.rpartition(" ")[2].casefold()
                return None if last in words("own_leader") else entity.name  # the Palestinian Authority's
            k += size
        return None

    def _is_body(self, tree: Tree, k: int, head: int, office: str) -> bool:
        """Whether a word before an office that the data do not know names a body: a party, a bank."""
        word = tree.lower[k]
        hyphen = "-" in tree.words[max(0, k - 1) : k + 2]
        if hyphen or word in words("leading") or word in words("own_leader"):
            return False
        if not tree.words[k][:1].isupper():
            return tree.tags[k] == "NN" and kind_of(word) in ("organization", "group")
        return tree.tags[k] == "NNP" and self._book.office(" ".join(tree.lower[k + 1 : head + 1])) == office


def _is_plural(tree: Tree, phrase: Phrase, head: int) -> bool:
    """Whether a phrase is of several, by the token `head` that says what it is, or by the one above it."""
    if head != phrase.head:
        return tree.lower[phrase.head] not in ("one", "member")
    tag = tree.tags[head]
    return tag in ("NNS", "NNPS") or (tag == "CD" and tree.lower[head] not in _ONE)


def _kind(tree: Tree, phrase: Phrase, head: int, plural: bool) -> ActorKind:
    """The kind of a phrase by the noun at the token `head`."""
    lemma, lower = tree.lemmas[head], tree.lower[head]
    if lemma in _BEHIND_HYPHEN and tree.words[max(0, head - 1)] == "-":
        return "person"
    noun = noun_of(lemma, lower)
    if noun is None:
        return "other"
    several = plural or _is_counted(tree, head)
    kind = noun.kinds[several]
    if noun.before and head > phrase.start and tree.lower[head - 1] in noun.before:
        kind = kind_of(" ".join((*tree.lower[max(phrase.start, head - 2) : head], lemma)), plural=several)
    if kind in (None, "other"):
        kind = noun.form_kinds[plural]
    return kind or "other"


def _counted(tree: Tree, number: int) -> int:
    """What a number or quantity counts, "drones" of "seven of the drones", else the number itself."""
    of = tree.kid(number, "prep")
    if of is not None and tree.lower[of] == "of":
        return tree.kid(of, "pobj") or number
    return number


def _is_counted(tree: Tree, head: int) -> bool:
    """Whether a number above one stands with a noun."""
    numbers = tree.kids(head, "nummod")
    return bool(numbers) and any(tree.lower[k] not in _ONE for k in numbers)
