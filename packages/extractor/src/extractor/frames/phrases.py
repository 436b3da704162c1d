"""Noun phrases as arguments: the whole phrase without relative clauses and without loose trailing phrases."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from extractor.frames.senses import lemma_set
from extractor.frames.tree import FLAT, MODIFYING, NAME, NOUN, PRONOUN, Tree

__all__ = [
    "ARABIC",
    "BEARINGS",
    "CALENDAR",
    "HARMED",
    "MONTHS",
    "WEEKDAYS",
    "Phrase",
    "is_own",
    "is_several",
    "phrases",
]

_LEFT = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "predet",
        "nmod",
        "quantmod",
        "advmod",
        "case",
        FLAT,
    }
)
_BEFORE_LIST = frozenset({"both", "either", "neither"})
"""Words before the first of two, and no part of its name: "attacked both Peru and Chile"."""
_NOT_HEAD = frozenset({"compound", "nummod", "quantmod", "npadvmod", "det"})
# A token with another tag is in no phrase, unless it stands within a compound.
_HEADS = NOUN | NAME | PRONOUN | {"PRP$", "WP$", "CD", "DT", "JJ", "JJR"}
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"})
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_IN_PICTURE = frozenset({"left", "right", "center", "centre", "middle"})
BEARINGS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_AWAY = BEARINGS | {"km", "kilometres", "kilometers", "miles"}
_MAX_APPOSITION = 14
_MAX_STEP = 4
_TELLS_OF = lemma_set("telling_of")
_CHARGES_WITH = lemma_set("charging_with")
ARABIC = frozenset({"al", "el", "ul", "ar", "as", "ash", "at", "ad", "an", "az", "ed", "es"})
"""Articles that a hyphen ties to the name behind them."""
HARMED = lemma_set("harmed") | {"killed"}
"""Words for those who suffered, in forms that need no auxiliary."""
_YEAR = 4
_PLAIN_MONTHS = frozenset(
    {
        "january", "february", "july", "september", "october", "november", "december",
        "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
    }
)  # fmt: skip
# Months that people are called, or that are other words: they need a sign that a date is meant.
_SOMETIMES = frozenset({"march", "april", "may", "june", "august"}) | {
    m[:-1] for m in _PLAIN_MONTHS if m[-1] == "."
}
_BEFORE_DATE = frozenset(
    {
        "in", "since", "until", "during", "last", "next", "this", "early", "late", "mid",
        "following", "previous",
    }
)  # fmt: skip
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = _PLAIN_MONTHS | _SOMETIMES
CALENDAR = WEEKDAYS | MONTHS
_BEFORE_YEAR = _BEFORE_DATE | MONTHS


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase: its head token and its tokens from `start` to `end` (half-open token indices).

    `kind` is `name` (head is a proper noun), `noun`, `pronoun`, or `adjective` (a demonym before a noun).
    `apposition` is the head of a phrase in apposition that is part of the span, if there is one. `name` are
    the tokens of the name proper, where they are known apart from the parse.
    """

    head: int
    start: int
    end: int
    kind: str
    apposition: int | None = None
    name: tuple[int, int] | None = None

    def text(self, tree: Tree) -> str:
        """The words as the sentence has them, single-spaced."""
        return tree.text(self.start, self.end)


def _no_party(modifier: str, head: str) -> bool:
    return False


def phrases(
    tree: Tree, is_demonym: Callable[[str], bool], is_party: Callable[[str, str], bool] = _no_party
) -> list[Phrase]:
    """All candidate arguments of a sentence, in the order of their heads.

    Besides full phrases these are possessors, names that modify a noun ("US airstrikes"), adjectives of
    countries (`is_demonym` knows them), and nouns that say who or what has part in the noun that they modify
    ("police raid": `is_party` is told both lemmas).
    """
    found = []
    deps = tree.deps
    for i, tag in enumerate(tree.tags):
        if tag not in _HEADS and deps[i] not in MODIFYING:
            continue
        kind = _kind(tree, i, is_demonym, is_party)
        if kind is None:
            continue
        if kind == "adjective":
            found.append(Phrase(i, i, i + 1, kind))
        elif deps[i] == "compound":
            found.append(Phrase(i, _compound_start(tree, i), i + 1, kind))
        else:
            found.append(_full(tree, i, kind))
    return found


def _kind(
    tree: Tree, i: int, is_demonym: Callable[[str], bool], is_party: Callable[[str, str], bool]
) -> str | None:
    tag, dep, lower = tree.tags[i], tree.deps[i], tree.lower[i]
    if dep == FLAT:
        return None
    if lower in WEEKDAYS or ((lower in CALENDAR or lower.isdecimal()) and _is_date(tree, i)):
        return None
    if i and lower in ("other", "another") and tree.lower[i - 1] in ("each", "one"):
        return None  # "each other"
    if lower == "one" and tree.lower[i + 1 : i + 2] == ["another"]:
        return None
    if lower == "other" and tree.deps[i] == "dobj" and "each" in tree.lower[:i]:
        return None  # "each met the other"
    if tag == "CD" and dep == "pobj" and tree.lower[tree.heads[i]] == "at":
        return None  # "at nine"
    if tag == "CD" and dep == "conj" and tree.deps[tree.first_conjunct(i)] == "nummod":
        return None  # "eight or nine explosions"
    if dep == "compound":
        if tag in NAME and not _goes_on(tree, i):
            return "name" if tree.tags[tree.heads[i]] not in NAME or is_demonym(tree.words[i]) else None
        if is_demonym(tree.words[i]):
            return "adjective"
        capital = tree.words[i][:1].isupper()
        word = tree.words[i] if capital else tree.lemmas[i]
        if tag not in NOUN or not is_party(word, _compounded(tree, i)):
            return None
        return "name" if capital and i else "noun"
    if tag in PRONOUN or tag == "PRP$" or tag == "WP$":
        return "pronoun"
    if (tag == "JJ" or dep in ("amod", "nmod")) and is_demonym(tree.words[i]):
        return "adjective"
    if tag == "JJ" and dep == "amod" and is_party(tree.lemmas[i], _compounded(tree, i)):
        return "noun"
    if dep in _NOT_HEAD and tag not in NAME:
        if dep == "npadvmod":
            return "noun" if tag in NOUN or _counts_harmed(tree, i) else None
        return None
    if tag in NAME:
        return "name"
    if tag in NOUN:
        return "noun"
    if dep in _ARGUMENTS and (tag in ("CD", "DT", "JJ") or (tag == "JJR" and _is_counted(tree, i))):
        return "noun"
    return "noun" if dep == "ROOT" and _counts_harmed(tree, i) else None


def _counts_harmed(tree: Tree, i: int) -> bool:
    """Whether a number, or what has one, says without a verb how many were harmed: "30 dead in a raid"."""
    if tree.tags[i] == "CD":
        return tree.lower[i + 1 : i + 2] != [] and tree.lower[i + 1] in HARMED
    return tree.lower[i] in HARMED and tree.kid(i, "nummod") is not None


def is_several(tree: Tree, noun: int) -> bool:
    """Whether a noun or a name means more than one, by its form or as the first of a list."""
    return tree.tags[noun] in ("NNS", "NNPS") or tree.kid(noun, "conj") is not None


def is_own(tree: Tree, noun: int) -> bool:
    """Whether something belongs to who is spoken of, as a pronoun says: "its citizens"."""
    return any(tree.tags[k] == "PRP$" for k in tree.kids(noun, "poss"))


def _is_counted(tree: Tree, i: int) -> bool:
    """Further ones: "wounded 40 more"."""
    return tree.kid(i, "nummod") is not None


def _compounded(tree: Tree, i: int) -> str:
    """The lemma of the noun that a modifier's compound ends in: "police drug raid"."""
    i = tree.heads[i]
    while tree.deps[i] == "compound" and tree.heads[i] > i:
        i = tree.heads[i]
    return tree.lemmas[i]


def _goes_on(tree: Tree, i: int) -> bool:
    """The next token belongs to the same name before the same noun."""
    k = i + 1
    if k == len(tree) or tree.tags[k] not in NAME:
        return False
    while tree.deps[k] == "compound" and tree.heads[k] != tree.heads[i] and tree.heads[k] > k:
        k = tree.heads[k]
    return tree.deps[k] == "compound" and tree.heads[k] == tree.heads[i]


def _is_date(tree: Tree, i: int) -> bool:
    """A month or a year, which is nobody and nowhere: "in March", "9 March", "since 2014"."""
    before = tree.lower[i - 1] if i > 0 else ""
    if tree.words[i].isdecimal():
        year = len(tree.words[i]) == _YEAR
        return year and (before in _BEFORE_YEAR or (before == "of" and tree.words[i][:2] in ("19", "20")))
    if not tree.words[i][0].isupper():
        return False
    if tree.lower[i] in _PLAIN_MONTHS:
        return True
    after = tree.words[i + 1] if i + 1 < len(tree) else ""
    return before in _BEFORE_DATE or before.isdecimal() or after.isdecimal()


def _compound_start(tree: Tree, i: int) -> int:
    start = i
    while start > 0:
        article = start > 1 and tree.words[start - 1] == "-" and tree.lower[start - 2] in ARABIC
        k = start - 2 if article else start - 1
        if tree.deps[k] != FLAT and (tree.tags[k] not in NAME or tree.deps[k] != "compound"):
            break
        start = k
    led = start > 2 and tree.words[start - 2] == "-" and tree.tags[start - 1] in ("VBN", "VBD")
    return start - 3 if led and tree.words[start - 3][:1].isupper() else start  # "Saudi-led coalition"


def _full(tree: Tree, i: int, kind: str) -> Phrase:
    start, end = i, i + 1
    apposition = None
    for k in tree.children[i]:
        dep = tree.deps[k]
        if k < i:
            if (
                dep in _LEFT
                and tree.tags[k] != "WRB"
                and not (kind == "name" and tree.lower[k] in _BEFORE_LIST)
                and not (tree.lower[k] == "dead" and k and tree.lemmas[k - 1] == "shoot")
            ):
                start = min(start, tree.left(k))
        elif dep == "appos" and _is_short(tree, i, k, end) and _is_naming(tree, i, k):
            apposition = k
            end = max(end, _apposition_end(tree, k))
        elif dep == "prep" and tree.lower[k] == "of" and k == end:
            if kind != "pronoun" and not _is_told_of(tree, i):
                end = max(end, _of_end(tree, k))
        elif dep == "nummod" and k == end:
            end = k + 1
    return Phrase(i, start, end, kind, apposition)


def _is_short(tree: Tree, head: int, appos: int, end: int) -> bool:
    """Whether an apposition goes on for few words behind token `end`, or is a name right behind its noun,
    whatever the parser hangs under that: "army chief Ann Lee and the head of the mission, Jan Horak, met".
    """
    beside = tree.tags[head] == "NN" and tree.tags[appos] in NAME and tree.left(appos) == head + 1
    return beside or _before_clause(tree, appos) - end < _MAX_APPOSITION


def _before_clause(tree: Tree, appos: int) -> int:
    """Where an apposition ends, a name without the clause behind it: "the emir, X Y, whose aides told Z"."""
    clauses = tree.kids(appos, "relcl") if tree.tags[appos] in NAME else ()
    starts = (tree.left(k) for k in clauses)
    return min((k - 1 for k in starts if tree.lower[k] in _RELATIVE), default=tree.right(appos))


def _is_naming(tree: Tree, head: int, appos: int) -> bool:
    """Just one of the two is a name: "the president, Vladimir Putin"; "Quetta, Pakistan" are two names.

    Where somebody stands in a picture names nobody: "the president, left, greets a guest". One name is not
    that of several: "injuring 23 others, governor Ann Lee said".
    """
    counted = tree.tags[head] == "CD" or (tree.tags[head] == "NNS" and tree.kid(head, "nummod") is not None)
    if counted and tree.tags[appos] == "NNP" and tree.kid(appos, "conj") is None:
        return False
    pair = tree.tags[appos] == "NNP" and tree.kid(appos, "conj") is not None
    if pair and tree.tags[head] == "NNS":  # "two envoys, X and Y"
        return False
    if tree.lower[appos] in _AWAY:  # "North Kivu, north of Goma"
        return False
    if any(k < appos for k in tree.kids(head, "conj")):  # "Ann Lee and Jan Horak, the envoys"
        return False
    return tree.lower[appos] not in _IN_PICTURE and (tree.tags[head] in NAME) != (tree.tags[appos] in NAME)


def _apposition_end(tree: Tree, k: int) -> int:
    end = k + 1
    for j in tree.children[k]:
        if j > k and tree.deps[j] == "prep" and tree.lower[j] == "of":
            end = max(end, _of_end(tree, j))
    return end


def _of_end(tree: Tree, prep: int) -> int:
    pobj = tree.kid(prep, "pobj")
    if pobj is None:
        return prep
    named = tree.tags[tree.heads[prep]] in NAME and pobj > prep + 1 and tree.tags[pobj - 1] in NAME
    if named and tree.tags[pobj] in NOUN and tree.heads[pobj - 1] == pobj and tree.lower[pobj - 1] != "the":
        return pobj  # "the Bank of England governor"
    end = pobj + 1
    for j in tree.children[pobj]:
        if j > pobj and tree.deps[j] == "prep" and tree.lower[j] == "of" and j == end:
            end = max(end, _of_end(tree, j))
        elif j > pobj and tree.deps[j] == "conj" and tree.tags[pobj] in NAME:
            end = max(end, _list_end(tree, pobj))
    return end


def _list_end(tree: Tree, first: int) -> int:
    """The end of a list of names with "and": "the ministers of Egypt, Sudan and Ethiopia"."""
    node, joined = first, False
    while (following := tree.kid(node, "conj")) is not None:
        if tree.tags[following] not in NAME or following - node > _MAX_STEP:
            break
        joined = joined or tree.kid(node, "cc") is not None
        node = following
    return node + 1 if joined else first + 1


def _is_told_of(tree: Tree, i: int) -> bool:
    """The "of" that follows belongs to the verb: "warned the United States of consequences"."""
    verb = tree.heads[i]
    return (
        tree.deps[i] in ("dobj", "nsubjpass")
        and ((tree.tags[i] in NAME and tree.lemmas[verb] in _TELLS_OF) or tree.lemmas[verb] in _CHARGES_WITH)
        and not any(tree.lower[k] == "of" for k in tree.kids(verb, "prep"))
    )
