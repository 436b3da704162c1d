"""Finds the verb of a sentence in the news present that the tagger took for a noun.

"Rebels and soldiers fire on a town", "the president pledges to sign": in headlines and agency items the
main verb stands in a form that is mostly a noun, and where it is tagged as one the whole tree is wrong. In
the past tense the same sentence is plain: "Rebels and soldiers fired on a town". So a sentence without a
finite verb is parsed again with each word that may be its verb in the past tense, and the best of these
trees is taken. Where the past may be a participle ("a man on a bus detonated a bomb") another verb stands
for it in a second try. A heading that leaves "and" out ("Merkel, Hollande meet in Minsk") is read with it,
and one that leaves "will" out ("Modi to visit Kyiv") with that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.frames.capitals import does_something, is_in_capitals, is_verb_between, small_words
from extractor.frames.reader import Lemmatizer
from extractor.frames.senses import lemma_set
from extractor.frames.small_headings import (
    do_something,
    does_to_something,
    is_third,
    looks_plural,
    shoots_dead,
)
from extractor.frames.tree import FINITE, NAME, NOMINAL, NOUN, Tree

__all__ = ["FiniteVerbs", "Reading"]

_HELPING = ("aux", "auxpass")
_PAST = ("VBD", "VBN")
_CLAIMING = frozenset({"acl", "ROOT", "conj", "advcl", "dep"})
"""Labels of participles that may be verbs of their own."""
_MAYBE_VERBS = frozenset({"NN", "NNS", "JJ", "VB", "VBN"})
_PLURALS = _MAYBE_VERBS | {"VBP"}
_BEFORE = NOMINAL | {"RB", "VBN", ",", "-RRB-", "''"}
_OPEN_PHRASES = frozenset({"DT", "PRP", "PRP$", "CD", "TO"})
_OBJECTS = NOMINAL | {"DT", "PRP$", "JJ"}
_IN_SUBJECT = NOMINAL | {"DT", "JJ", "POS", "CC", ",", "CD", "VBN", "HYPH", "."}
_WITH_INFINITIVE = lemma_set("nouns_with_infinitive")
_CLOSING = " ”\"'’)"
_LOOSE = frozenset({"dative", "appos", "oprd", "npadvmod", "dep", "nmod", "meta", "intj"})
"""How the parser hangs a phrase up that fits nowhere else."""
_COLLECTIVE = lemma_set("collective")
_NAMED = NAME | {"JJ", "NN"}
_MISTAKEN = frozenset({"JJ", "NN", "RB", "VBP"})
"""Tags that names get in headings."""
_NO_VERBS = frozenset({"people"})
"""Nouns that the lemmatizer takes for verbs as well."""
_LEAST, _MOST = 4, 8
"""Words that a sentence has at least, and readings that it has at most."""


@dataclass(slots=True, frozen=True)
class Reading:
    """A sentence with tokens, and the lemmas of the verbs that they may be, put into the past tense.

    `comma` is the token in whose place "and" stands, `to` the one in whose place "will" does.
    """

    verbs: tuple[tuple[int, str], ...]
    text: str
    comma: int | None = None
    to: int | None = None


class FiniteVerbs:
    """Readings of sentences that have no finite verb, and the choice among their trees."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._verbs = lemmatizer.verbs
        self._past: dict[str, str] = {}
        self._doubling: set[str] = set()
        for form, lemmas in sorted(lemmatizer.irregular_verbs.items()):
            for lemma in lemmas:
                if form == f"{lemma}{lemma[-1]}ing":
                    self._doubling.add(lemma)
                elif not form.endswith(("s", "ing")) and self._past.get(lemma, "n").endswith("n"):
                    self._past[lemma] = form

    def readings(self, tree: Tree, text: str, *, plain: bool = False) -> list[Reading]:
        """What to parse in place of the sentence; nothing where it has a finite verb or can have none.

        A heading that leaves "and" out is read with it, whatever the tagger takes its verb for. With `plain`
        other verbs stand for those whose past tense may be a participle ("a man on a bus detonated a bomb"),
        in whole sentences.
        """
        if not self._verbs or len(tree) < _LEAST:
            return []
        series = [] if plain else self._series(tree, text)
        if series or self._is_finite(tree):
            return series
        closed = text.rstrip(_CLOSING)[-1:] in (".", "!", "?")
        if plain and (not closed or _may_be_past(tree)):
            return []
        if not closed and (coming := self._coming(tree, text)):
            return coming
        if not closed and is_in_capitals(tree):
            return self._in_capitals(tree, text)
        found, told = [], []
        for i in range(1, len(tree) - 1):
            lemma = self._lemma(tree, i)
            between = is_third(tree, i) and _may_be_name(tree, i - 1) and _may_be_name(tree, i + 1)
            after = between or tree.tags[i - 1] in _BEFORE or looks_plural(tree, i - 1)
            after = after or tree.lower[i + 1] == "dead"
            if lemma is None or not after or tree.lower[i + 1] == "of":
                continue
            # A line without a full stop may well be a heading of nouns: "Peace talks in Geneva".
            governs = tree.tags[i] == "VB" or tree.kid(i, "nsubj") is not None
            opens = governs or tree.tags[i + 1] in _OPEN_PHRASES or between  # "Lula hosts Modi"
            does = shoots_dead(tree, i, lemma) or (not closed and does_to_something(tree, i, lemma))
            several = not closed and do_something(tree, i)
            if not closed and not opens and not does and not several:
                continue
            verbs = [(i, lemma)]
            if tree.lower[i + 1] in ("and", "or") and i + 2 < len(tree):
                second = self._lemma(tree, i + 2)
                if second is not None and is_third(tree, i) == is_third(tree, i + 2):
                    verbs.append((i + 2, second))
            plainly = plain or ((does or several) and lemma != "gun")
            past = {
                token: _plain_past(tree, token) if plainly else self._past_of(verb) for token, verb in verbs
            }
            found.append(Reading(tuple(verbs), _replaced(tree, text, past)))
            if does:
                told.append(found[-1])
        sure = [reading for reading in found if tree.tags[reading.verbs[0][0]] == "VB"]
        return (told or sure or found)[:_MOST]

    def _in_capitals(self, tree: Tree, text: str) -> list[Reading]:
        """The readings of a heading whose words have capitals: "Drone Strikes Odesa Port"."""
        found = []
        for i in range(1, len(tree) - 1):
            lemma = self._base(tree.lower[i])
            if lemma is None or not is_verb_between(tree, i, lemma):
                continue
            if is_third(tree, i) or does_something(tree, i):
                changed = {**small_words(tree), i: self._past_of(lemma)}
                found.append(Reading(((i, lemma),), _replaced(tree, text, changed)))
        return found[:_MOST]

    def _is_finite(self, tree: Tree) -> bool:
        """Whether the main clause, or one beside it, has a finite verb; "gunmen" is none, however tagged."""
        for root, head in enumerate(tree.heads):
            if root == head:
                beside = [root, *tree.kids(root, "conj")]
                if any(
                    (tree.tags[i] in FINITE and not self._is_no_verb(tree, i))
                    or any(tree.tags[k] in FINITE for k in tree.kids(i, *_HELPING))
                    for i in beside
                ):
                    return True
        return False

    def _is_no_verb(self, tree: Tree, i: int) -> bool:
        """Whether a word that is tagged as a verb is none: "gunmen", a name with a capital ("Modi",
        "hosts Trump").
        """
        capital = tree.tags[i] == "VBP" and i > 0 and tree.words[i][0].isupper()
        if tree.lemmas[i] in self._verbs:
            return capital and tree.words[i - 1].isalpha() and tree.words[i - 1].islower()
        return tree.tags[i] == "VBZ" or capital

    def _series(self, tree: Tree, text: str) -> list[Reading]:
        """The reading of a sentence that begins with names and commas, and a verb of the plural."""
        i, commas = 0, []
        while i + 1 < len(tree) and (
            tree.words[i][:1].isupper() or (i > 0 and (tree.words[i] == "," or self._is_office(tree, i)))
        ):
            if tree.words[i] == ",":
                commas.append(i)
            i += 1
        word = tree.words[i]
        named = commas and all(tree.tags[k] in _NAMED for k in range(commas[0])) and tree.tags[0] != "IN"
        listed = named and commas[-1] < i - 1 and tree.tags[commas[0] - 1] in NAME | NOUN
        if not listed or word not in self._verbs or tree.tags[i] not in _PLURALS:
            return []
        changed = _replaced(tree, text, {commas[-1]: " and", i: self._past_of(word)})
        return [Reading(((i, word),), changed, commas[-1])]

    def _is_office(self, tree: Tree, i: int) -> bool:
        """Whether a word in small letters is a noun behind a name: "Omani president"."""
        if tree.tags[i] not in NOUN or tree.words[i] in self._verbs:
            return False
        return tree.words[i - 1][:1].isupper() or tree.tags[i - 1] in NOUN

    def _coming(self, tree: Tree, text: str) -> list[Reading]:
        """The reading of a heading that tells what somebody is to do."""
        to = next((i for i, word in enumerate(tree.words) if word == "to"), 0)
        if not to or to + 1 >= len(tree) or tree.words[to + 1] not in self._verbs:
            return []
        before = tree.tags[:to]
        if before[-1] not in NAME | NOUN or not all(tag in _IN_SUBJECT for tag in before):
            return []
        if tree.lemmas[to - 1].lower() in _WITH_INFINITIVE:
            return []
        commas = [k for k in range(to) if tree.words[k] == ","]
        comma = commas[-1] if commas and "and" not in tree.lower[:to] else None
        changed = {to: "will"} if comma is None else {comma: " and", to: "will"}
        return [Reading(((to + 1, tree.words[to + 1]),), _replaced(tree, text, changed), comma, to)]

    def best(self, tree: Tree, readings: Sequence[Reading], trees: Sequence[Tree]) -> Tree:
        """The most orderly tree of a reading, in the words of the sentence; else the sentence's own."""
        ranked = []
        for k, (reading, found) in enumerate(zip(readings, trees, strict=True)):
            verb = reading.verbs[0][0]
            if (
                len(found) == len(tree)
                and found.heads[verb] == verb
                and found.tags[verb] in (_PAST if reading.to is None else ("VB",))
                and found.kid(verb, "nsubj") is not None
                and (reading.to is not None or found.kid(verb, *_HELPING) is None)
            ):
                ranked.append((_disorder(tree, found, verb), k))
        if not ranked:
            return tree
        _, k = min(ranked)
        return _in_own_words(tree, trees[k], readings[k])

    def _lemma(self, tree: Tree, i: int) -> str | None:
        """The verb that token `i` may be in the present tense."""
        word = tree.words[i]
        tag = tree.tags[i]
        if not word.isalpha() or not word.islower():
            return None
        if tag not in _MAYBE_VERBS and not (tag == "VBP" and tree.deps[i] in ("compound", "dobj")):
            return None
        return self._base(word)

    def _base(self, word: str) -> str | None:
        """The verb of which a word in small letters is the present tense."""
        if word in self._verbs and word not in _NO_VERBS:
            return word
        if not word.endswith("s") or word.endswith("ss"):
            return None
        ends = ((word[:-1], "s"), (word[:-2], "es"), (f"{word[:-3]}y", "ies"))
        return next((base for base, end in ends if word.endswith(end) and base in self._verbs), None)

    def _past_of(self, lemma: str) -> str:
        if lemma in self._past:
            return self._past[lemma]
        if lemma in self._doubling:  # "hitting", and no "hitted"
            return lemma
        if lemma.endswith("e"):
            return f"{lemma}d"
        if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
            return f"{lemma[:-1]}ied"
        return f"{lemma}ed"


def _plain_past(tree: Tree, i: int) -> str:
    """A past tense that is nothing else, of a verb with an object or without."""
    return "took" if _OBJECTS.intersection(tree.tags[i + 1 : i + 2]) else "went"


def _replaced(tree: Tree, text: str, changed: Mapping[int, str]) -> str:
    """The sentence's text with other words for some of its tokens."""
    for i in sorted(changed, reverse=True):
        text = text[: tree.starts[i] - tree.start] + changed[i] + text[tree.ends[i] - tree.start :]
    return text


def _may_be_past(tree: Tree) -> bool:
    """Whether a participle without an auxiliary may be the verb: "a dump burned at Belgorod"."""
    return any(
        tag == "VBN" and tree.deps[i] in _CLAIMING and tree.kid(i, *_HELPING) is None
        for i, tag in enumerate(tree.tags)
    )


def _may_be_name(tree: Tree, i: int) -> bool:
    """Whether a word with a capital may be a name, whatever the tagger takes it for."""
    return tree.words[i][0].isupper() and (tree.tags[i] in NAME or tree.tags[i] in _MISTAKEN)


def _disorder(tree: Tree, found: Tree, verb: int) -> int:
    """How much speaks against a reading: phrases without a place, a subject of the wrong number, a tag."""
    subject = found.kid(verb, "nsubj")
    assert subject is not None
    number = found.kid(subject, "nummod")
    several = (
        found.tags[subject] in ("NNS", "NNPS")
        or found.kid(subject, "conj") is not None
        or (number is not None and found.lower[number] not in ("one", "1"))
    )
    loose = sum(dep in _LOOSE for dep in found.deps)
    if tree.tags[verb] == "VB":
        loose -= 3
    if found.lower[subject] in _COLLECTIVE:
        return loose
    if is_third(tree, verb):
        return loose + 4 * several
    return loose + (not several)


def _in_own_words(tree: Tree, found: Tree, reading: Reading) -> Tree:
    tags, lemmas = list(found.tags), list(found.lemmas)
    for i, lemma in reading.verbs:
        tags[i] = "VB" if reading.to is not None else "VBZ" if is_third(tree, i) else "VBP"
        lemmas[i] = lemma
    if reading.to is not None:
        tags[reading.to], lemmas[reading.to] = "MD", "will"
    if reading.comma is not None:
        tags[reading.comma] = lemmas[reading.comma] = ","
    return replace(tree, tags=tags, lemmas=lemmas, deps=found.deps, heads=found.heads)
