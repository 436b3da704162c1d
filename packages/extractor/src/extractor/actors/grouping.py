"""Phrases that are one: "President of Ukraine Petro Poroshenko"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.actors.knowledge import ActorBook
from extractor.actors.lexicon import words
from extractor.actors.naming import with_tail
from extractor.actors.states import LONGEST_OFFICE, of_states
from extractor.actors.two_offices import NOT_HELD, of_two_offices
from extractor.frames.phrases import Phrase
from extractor.frames.relations import SUBJECTS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, Tree
from extractor.places import load_guard_words

__all__ = ["group_offices"]

_LONGEST_BODY = 8
_LONGEST_NAME = 5
_PORTFOLIO = lemma_set("portfolio")
_POSSESSIVE = frozenset({"'s", "’s"})
_PARTIES = frozenset({"alliance", "bloc", "coalition", "faction", "movement", "party"})
_IN_PARTY = NAME | NOUN | {"JJ", "HYPH"}
"""Tags of what stands before the noun in the name of a party."""
_INNER = frozenset({"of", "the", "and", "for", "in", "de", "&"}) | _POSSESSIVE
_PART_OF_NAME = (*NOT_HELD, "royal")
"""Categories of titles that are also words of names: "Sheikh", "Prince"."""
_LEFT = frozenset({"det", "amod", "compound", "nmod", "poss", "case"})


def group_offices(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> list[Phrase]:
    """The phrases with each office, body and name that belong together as one phrase.

    The phrase's head is the token of the group that the rest of the sentence governs.
    """
    if "-" in tree.words:
        phrases = _part_pairs(tree, phrases, book)
    found = _with_groups(tree, phrases, list(_groups(tree, phrases, book)))
    if "and" in tree.lower:
        found = _with_groups(tree, found, list(of_two_offices(tree, found, book)))
    return _with_groups(tree, found, list(of_states(tree, found, book)))


def _with_groups(tree: Tree, phrases: Sequence[Phrase], groups: Sequence[Phrase]) -> list[Phrase]:
    if not groups:
        return list(phrases)
    kept = [p for p in phrases if not any(_takes(tree, g, p) for g in groups)]
    return sorted([*kept, *groups], key=lambda p: p.head)


def _part_pairs(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> list[Phrase]:
    """The phrases with the first of each two that a hyphen joins before a noun: "Putin-Xi summit"."""
    found = list(phrases)
    heads = {phrase.head for phrase in phrases}
    for phrase in phrases:
        first = phrase.start - 2
        if phrase.kind != "name" or first < 0 or tree.words[first + 1] != "-" or first in heads:
            continue
        if tree.tags[first] not in NAME or tree.deps[phrase.head] != "compound":
            continue
        sides = book.lookup(tree.words[first]), book.lookup(tree.text(phrase.start, phrase.end))
        if all(sides) and book.lookup(tree.text(first, phrase.end)) is None:
            found.append(Phrase(first, first, first + 1, "name"))
    return sorted(found, key=lambda p: p.head)


def _takes(tree: Tree, group: Phrase, phrase: Phrase) -> bool:
    """Whether the group stands for a phrase in it; a possessor is somebody else."""
    if not group.start <= phrase.head < group.end:
        return False
    owner = phrase.end < group.end and tree.lower[phrase.end] in _POSSESSIVE
    return not owner or phrase.head == group.head


def _groups(tree: Tree, phrases: Sequence[Phrase], book: ActorBook) -> Iterator[Phrase]:
    end = 0
    for i in range(len(tree) - 1):
        if i < end or tree.tags[i][:2] != "NN":
            continue
        posted = tree.lower[i + 1] in ("of", "for", "to", "at")
        group = (_with_apposed(tree, i, book) or _with_body(tree, i, book)) if posted else None
        if group is None and tree.tags[i + 1] in NAME:
            group = _before_name(tree, i, phrases, book)
        if group is None and tree.tags[i] in NAME:
            group = _capital_office(tree, i, book)
        if group is not None:
            end = group.end
            yield group


def _with_body(tree: Tree, i: int, book: ActorBook) -> Phrase | None:
    """ "President of the Senate X": a body that the data know, or that ends with a noun for bodies."""
    of_state = False
    whole = book.office(" ".join(tree.lower[i : i + 3])) if i + 3 < len(tree) else None
    if whole is not None and whole != book.office(tree.lower[i + 2]):  # no "visit of President X"
        end = _name_end(tree, i + 3)
        of_state = tree.lower[i + 1] == "of" and book.office(tree.lower[i]) is None
        if end > i + 3 and of_state:
            return _made(tree, i, i + 3, end, book)
    office = _office_start(tree, i)
    held = of_state or book.office_category("".join(tree.lower[office : i + 1])) is not None
    if i + 2 >= len(tree) or not held:
        return None
    first = i + 3 if tree.lower[i + 2] == "the" else i + 2
    behind = _behind_party(tree, first)
    if behind is not None and (end := _name_end(tree, behind)) > behind + 1:
        return _made(tree, office, behind, end, book)
    last = first
    while last < len(tree) and last - first < _LONGEST_BODY and _in_body(tree, last):
        last += 1
    cuts = range(last, first + 2, -1)
    known = next((k for k in cuts if book.lookup(tree.text(first, k)) is not None), None)
    if known is not None and (known == len(tree) or tree.tags[known] not in NAME):
        return None  # nobody is named behind "speaker of the US House of Representatives"
    for cut in range(last - 1, first, -1):
        if not _INNER.isdisjoint(tree.lower[cut:last]):
            break
        if tree.tags[cut] in NAME and _ends_portfolio(tree, first, cut, book):
            return _made(tree, office, cut, with_tail(tree, last), book)
    for cut in range(last, first, -1):
        start = _after_body(tree, i, first, cut)
        if start < len(tree) and tree.tags[start] in NAME and _is_body(tree, first, cut, book):
            end = _name_end(tree, start)
            if end > start:
                return _made(tree, office, start, end, book)
    return _with_portfolio(tree, office, first, last, book)


def _behind_party(tree: Tree, first: int) -> int | None:
    """Where a name may begin behind a party whose noun has no capital: "leader of the X party Ann Lee"."""
    for k in range(first, min(first + _LONGEST_BODY, len(tree) - 1)):
        if tree.lower[k] in _PARTIES and tree.tags[k] == "NN":
            return k + 1 if tree.tags[k + 1] in NAME else None
        if tree.tags[k] not in _IN_PARTY:
            return None
    return None


def _with_apposed(tree: Tree, i: int, book: ActorBook) -> Phrase | None:
    """ "The governor of North Kivu, X Y": the parser hangs the name under the body, or takes a title with a
    capital for another name.
    """
    prep = i + 1
    body = tree.kid(prep, "pobj") if tree.heads[prep] == i else None
    named = None if body is None else tree.kid(body, "appos")
    by_body, loose = named is not None, False
    if body is not None and named is None:
        named, loose = _behind_comma(tree, i, body), True
    if body is not None and named is None and tree.tags[i] in NAME:
        named, loose = tree.kid(i, "appos"), False
    if body is None or named is None or tree.tags[body] not in NAME | NOUN or tree.tags[named] not in NAME:
        return None
    start = named
    while start > body + 2 and tree.words[start - 1] != ",":
        start -= 1
    end = _name_end(tree, start)
    office = _office_start(tree, i)
    first = next((k for k in range(start, end) if tree.lower[k] not in words("particle")), start)
    if end != named + 1 or end - first < 2 or tree.words[start - 1] != ",":
        return None
    titles = tree.lower[i], tree.text(office, i + 1).lower(), tree.text(office, body + 1).lower()
    if not any(map(book.office_category, titles)):
        return None
    title = next(
        (k for k in range(end - 1, start, -1) if book.office_category(" ".join(tree.lower[start:k]))), start
    )
    name, served = tree.text(title, end), tree.text(tree.left(body), body + 1)
    known, of = book.lookup(name), book.lookup(served)
    a_place = tree.lower[body] not in words("body") and (of is None or of.kind in ("country", "place"))
    if known is not None and known.kind != "person":
        return None
    if loose and known is not None and of is not None and known.country != of.country:
        return None  # "the premier of Serbia, Angela Merkel and others"
    perhaps_a_place = by_body and known is None and a_place and title == start
    if perhaps_a_place and not _is_given_name(tree.lower[start]):
        return None
    return _made(tree, office, title, end, book)


def _behind_comma(tree: Tree, office: int, body: int) -> int | None:
    """The last word of a person's name right behind a body and a comma, whatever the parser takes it for: as
    a given name tells, or a title without an article ("President of Togo, X Y").
    """
    start = body + 2
    if start >= len(tree) or tree.words[body + 1] != ",":
        return None
    titled = tree.tags[office] in NAME and tree.kid(office, "det") is None
    if not titled and not _is_given_name(tree.lower[start]):
        return None
    end = _name_end(tree, start)
    return end - 1 if end > start + 1 else None


def _is_given_name(word: str) -> bool:
    names = load_guard_words().given_names
    return word in names or word in words("male_name") or word in words("female_name")


def _after_body(tree: Tree, office: int, first: int, cut: int) -> int:
    """Where a name may begin behind a body.

    That is behind its short form in brackets, "(OSCE)", or behind a comma where somebody is sent to it
    ("envoy to Syria, X Y").
    """
    if cut + 3 < len(tree) and tree.words[cut] == "(" and tree.words[cut + 2] == ")":
        return cut + 3 if tree.words[cut + 1].isupper() else cut
    if tree.lower[office + 1] == "to" and cut + 1 < len(tree) and tree.words[cut] == ",":
        last = _name_end(tree, cut + 1) - 1
        if last > cut + 1 and tree.deps[last] == "appos" and first <= tree.heads[last] < cut:
            return cut + 1
    return cut


def _with_portfolio(tree: Tree, office: int, first: int, last: int, book: ActorBook) -> Phrase | None:
    """ "Minister of Defence X Y": a portfolio that the data know.

    Of another one the parse tells which words are the name ("Minister of State for Trade and Industry X Y").
    """
    held = book.office(tree.lower[office])
    ends = [k for k in range(last, first, -1) if k == last or tree.lower[k] in _INNER]
    for end in ends:
        for cut in range(end - 1, first, -1):
            if tree.lower[cut] in _INNER:
                break
            known = book.office(" ".join(tree.lower[office:cut])) not in (None, held)
            if known and tree.tags[cut] in NAME and not _names_body(tree, cut, end):
                return _made(tree, office, cut, with_tail(tree, end), book)
    name = last - 1
    while name > first and tree.deps[name - 1] == "compound" and tree.heads[name - 1] == last - 1:
        name -= 1
    title = " ".join(tree.lower[office:name])
    if last - name < 2 or last - name > _LONGEST_NAME or "and" not in tree.lower[first:name]:
        return None
    if book.office_category(title) != "minister":
        return None
    return _made(tree, office, name, with_tail(tree, last), book)


def _names_body(tree: Tree, start: int, end: int) -> bool:
    """Whether words behind an office are a body's: "Commission", "Armed Forces"."""
    return tree.lower[start] in words("body") or tree.lower[end - 1] in words("body")


def _ends_portfolio(tree: Tree, first: int, cut: int, book: ActorBook) -> bool:
    """Whether what an office is for ends before a token: "(Minister of) Trade of Chile"."""
    last = cut - 1
    if tree.lower[last] in _PORTFOLIO:
        return True
    while last > first and tree.lower[last] != "of":
        last -= 1
    if last == first or tree.lower[last - 1] not in _PORTFOLIO | words("body"):
        return False
    land = last + 2 if tree.lower[last + 1] == "the" else last + 1
    return land < cut and book.country_of_word(tree.text(land, cut)) is not None


def _in_body(tree: Tree, k: int) -> bool:
    return tree.words[k][:1].isupper() or tree.lower[k] in _INNER


def _is_body(tree: Tree, first: int, cut: int, book: ActorBook) -> bool:
    body = tree.text(first, cut)
    if book.lookup(body) is not None:
        return True
    return cut - first > 1 and tree.lower[cut - 1] in words("body") and tree.tags[cut] in NAME


def _before_name(tree: Tree, i: int, phrases: Sequence[Phrase], book: ActorBook) -> Phrase | None:
    """ "defence minister X Y" where the parse does not see that the words belong together, before a name."""
    if tree.words[i][:1].isupper() or tree.lower[i] in words("quantity"):
        return None
    start = max(0, i - LONGEST_OFFICE + 1)
    office = book.office(" ".join(tree.lower[start : i + 1]))
    if office is None:
        return None
    end = _name_end(tree, i + 1)
    if any(_whole(tree, p, i, end) for p in phrases) or _apposed(tree, i, end - 1):
        return None
    name = " ".join(tree.words[i + 1 : end])
    if book.person(name) is None and end - i < 3:
        return None
    begin = i
    while begin > start and tree.lower[begin - 1] in office.split():
        begin -= 1
    return _made(tree, begin, i + 1, end, book)


def _capital_office(tree: Tree, i: int, book: ActorBook) -> Phrase | None:
    """ "Kenya's President X Y" where the parse takes office, itself a name, and name for two, or loses the
    possessor.
    """
    style = tree.lower[i] in words("style")
    if not style and not _is_office(tree, i, book):
        return None
    name = i + 2 if tree.words[i + 1] == "," else i + 1
    end = _name_end(tree, name)
    known = book.lookup(tree.text(name, end)) if end > name else None
    if end <= name or (known is not None and known.kind != "person"):
        return None
    if not style and _is_titled(tree, name, end, book):
        return None
    start = i - 1 if style and i and tree.tags[i - 1] == "PRP$" else _office_start(tree, i)
    while start > 0 and (tree.tags[start - 1] in NAME or tree.deps[start - 1] in ("amod", "det")):
        start -= 1
    owned = start > 1 and tree.lower[start - 1] in _POSSESSIVE
    owner = start - 2 if owned else start
    while owned and owner > 0 and tree.tags[owner - 1] in NAME:
        owner -= 1
    if tree.deps[end - 1] == "appos" and (
        tree.heads[end - 1] == i or (tree.deps[i] == "conj" and name == i + 1)
    ):
        return Phrase(i, owner, end, "name", None, (name, end))
    beside = tree.deps[i] == tree.deps[end - 1] == "nsubj" and tree.heads[i] in (end - 1, tree.heads[end - 1])
    if beside and name == i + 1:
        return Phrase(end - 1, owner, end, "name", None, (name, end))
    if not owned or name > i + 1 or tree.heads[i] != end - 1 or start <= tree.heads[start - 2] < end:
        return None
    return Phrase(start - 2, owner, end, "name", None, (name, end))


def _is_office(tree: Tree, i: int, book: ActorBook) -> bool:
    """Whether a word is an office, or ends one of two words: "President", "Defence Secretary"."""
    titles = tree.lower[i], " ".join(tree.lower[max(0, i - 1) : i + 1])
    return any(book.office_category(title) not in (None, *_PART_OF_NAME) for title in titles)


def _is_titled(tree: Tree, start: int, end: int, book: ActorBook) -> bool:
    """Whether an office opens the capitalised words ("Vice President X")."""
    titles = (" ".join(tree.lower[start:k]) for k in range(start + 1, end))
    return any(book.office_category(title) not in (None, *_PART_OF_NAME) for title in titles)


def _whole(tree: Tree, phrase: Phrase, i: int, end: int) -> bool:
    """Whether the phrase holds office and name, and nobody else."""
    return phrase.start <= i and phrase.head == end - 1 and "and" not in tree.lower[phrase.start : i]


def _apposed(tree: Tree, office: int, name: int) -> bool:
    return (tree.deps[name] == "appos" and tree.heads[name] == office) or (
        tree.deps[office] == "appos" and tree.heads[office] == name
    )


def _office_start(tree: Tree, i: int) -> int:
    """First token of a word with hyphens that ends at `i` ("commander-in-chief")."""
    while i >= 2 and tree.words[i - 1] == "-":
        i -= 2
    return i


def _name_end(tree: Tree, start: int) -> int:
    """Index after the capitalised words from `start` on, particles between them included."""
    end = k = start
    while k < len(tree) and k - start < 2 * _LONGEST_NAME:
        if tree.words[k][:1].isupper() and tree.tags[k] in NAME:
            end = k + 1
        elif tree.lower[k] not in words("particle"):
            break
        k += 1
    return with_tail(tree, end) if end > start else end


def _made(tree: Tree, office: int, name: int, end: int, book: ActorBook) -> Phrase:
    start = office
    while start > 0:
        k = start - 1
        if tree.lower[k] in _POSSESSIVE and office <= tree.heads[tree.heads[k]] < end:
            start = tree.left(tree.heads[k])
            continue
        inner = tree.deps[k] in _LEFT and office <= tree.heads[k] < end
        if not inner and not (tree.tags[k] in NAME and _names_country(tree, k, start, book)):
            break
        start = k
    inside = range(start, end)
    heads = [k for k in inside if tree.heads[k] not in inside or tree.heads[k] == k] or [office]
    head = next((k for k in heads if tree.deps[k] in SUBJECTS), heads[0])
    return Phrase(head, start, end, "name", None, (name, end))


def _names_country(tree: Tree, k: int, start: int, book: ActorBook) -> bool:
    word = tree.words[k]
    pairs = (word, f"{word} {tree.words[start]}", f"{tree.words[k - 1]} {word}" if k else word)
    return any(book.country_of_word(text) is not None for text in pairs)
