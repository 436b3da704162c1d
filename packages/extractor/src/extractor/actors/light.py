"""A light reading of sentences that are not parsed: who is named in them, for later sentences to refer to.

Names are known by their capitals, nouns for persons and bodies by the list of kinds, and what governs what
by a few words around them. The result is a tree with the labels of the parser, for all that reads trees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from extractor.actors.kinds import kind_of, noun_classes
from extractor.actors.lexicon import words
from extractor.frames.tree import Tree
from extractor.tables import rows, split

__all__ = ["LightReader"]

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Cmdr|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr)\.|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|['’]s\b"
    r"|\d[\d.,]*\d|[^\W_]+|\S"
)
_ACTORS = frozenset({"person", "group", "organization", "country", "place"})
_INSIDE = frozenset({"JJ", "NN", "NNS", "NNP", "CD"})
_LOOSE = {"IN": "prep", "MD": "aux", "CC": "cc", "RB": "advmod"}
_INNER = {"DT": "det", "CD": "nummod", "NNP": "compound", "NN": "compound", "NNS": "compound"}
_HEADS = frozenset({"NNP", "NN", "NNS"})
_BEFORE_VERB = frozenset({"also", "later", "never", "once", "previously", "then"})
_LOWEST = 5
_SHOUTED = 0.75


class LightReader:
    """Makes trees without a parser."""

    def __init__(self, is_name: Callable[[str], bool], is_demonym: Callable[[str], bool]) -> None:
        """`is_name` knows names by themselves, `is_demonym` words for countries; both get a capitalised
        word.
        """
        self._is_name = is_name
        self._is_demonym = is_demonym

    @staticmethod
    def cut(text: str) -> list[tuple[int, int]]:
        """Where the words of a sentence stand in it."""
        return [match.span() for match in _TOKEN.finditer(text)]

    def read(self, text: str, offset: int, spans: Sequence[tuple[int, int]] | None = None) -> Tree:
        """The tree of a sentence that begins at `offset` of the plain text; `spans` are those of its words,
        where it is cut already.
        """
        if spans is None:
            spans = self.cut(text)
        forms = [text[start:end] for start, end in spans]
        tags = self._tags(forms)
        heads, deps = _attach(forms, tags)
        lower = [form.lower() for form in forms]
        return Tree(
            start=offset,
            end=offset + len(text),
            words=forms,
            lemmas=[_lemma(word) if tag == "NNS" else word for word, tag in zip(lower, tags, strict=True)],
            tags=tags,
            deps=deps,
            heads=heads,
            starts=[offset + start for start, _ in spans],
            ends=[offset + end for _, end in spans],
            entities=[""] * len(spans),
        )

    def _tags(self, forms: list[str]) -> list[str]:
        tags = [self._tag(form) for form in forms]
        first = next((i for i, form in enumerate(forms) if form[0].isalnum()), None)
        if first is None:
            return tags
        names = tags.count("NNP")
        if names > _LOWEST and names > _SHOUTED * sum(form[0].isalpha() for form in forms):
            # A heading in capitals: only what is known is a name.
            return [
                ("NNP" if self._is_name(f) else "JJ") if t == "NNP" else t
                for f, t in zip(forms, tags, strict=True)
            ]
        if tags[first] == "NNP":
            low = forms[first].lower()
            if low in _tags() and forms[first] != "US":
                tags[first] = _tags()[low]
            elif not self._opens_with_name(forms, tags, first):
                tags[first] = _common(low)
        for i, (form, tag) in enumerate(zip(forms[1:], tags[1:], strict=True), 1):
            # "Ruiz accused Novak": "the accused" is a person, too.
            if tag in ("NN", "NNS") and form.endswith("ed") and tags[i - 1] in ("NNP", "PRP"):
                tags[i] = "VBD"
        for i, tag in enumerate(tags[:-1]):
            if tag == "NNP" and tags[i + 1] in ("JJ", "NN", "NNS") and self._is_demonym(forms[i]):
                tags[i] = "JJ"
        return tags

    def _tag(self, form: str) -> str:
        first = form[0]
        if first.isupper():
            return "NNP" if form != "I" else "PRP"
        if first.isdigit():
            return "CD"
        if not first.isalpha():
            return "POS" if form in ("'s", "’s") else "."
        return _common(form)

    def _opens_with_name(self, forms: list[str], tags: list[str], first: int) -> bool:
        """Whether the capital of a sentence's first word is that of a name."""
        behind = first + 1
        if behind + 1 < len(tags) and forms[behind] in _BEFORE_VERB:
            behind += 1  # "Marquez later took up arms"
        following = tags[behind] if behind < len(tags) else "."
        return following in ("NNP", "POS", "VBD", "MD") or self._is_name(forms[first])


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    return {word: tag for tag, found in rows("actors/tags.tsv", 2) for word in split(found)}


@lru_cache(maxsize=8_192)
def _common(word: str) -> str:
    """The tag of a word in small letters: `NN` and `NNS` for who may act, `JJ` for what is unknown."""
    if word in _tags():
        return _tags()[word]
    if kind_of(word) not in _ACTORS:
        return "VBD" if word.endswith("ed") and len(word) > 4 else "JJ"
    return "NN" if word in noun_classes().singular else "NNS"


@lru_cache(maxsize=8_192)
def _lemma(word: str) -> str:
    found = noun_classes().lemma(word)
    return word if found is None or found[0].startswith("*") else found[0]


def _attach(forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    """Governor and label of each token: phrases hang on the preposition or verb before them."""
    if not forms:
        return [], []
    chunks = _chunks(forms, tags)
    root = _root(tags, chunks)
    heads, deps = [root] * len(forms), [_LOOSE.get(tag, "dep") for tag in tags]
    seen = False
    for number, (start, head) in enumerate(chunks):
        owned = chunks[number + 1] if number + 1 < len(chunks) else None
        if head == root:
            pass
        elif owned is not None and _owns(tags, head, owned[0]):
            heads[head], deps[head] = owned[1], "poss"
        elif number and start == chunks[number - 1][1] + 2 and forms[start - 1] == "and":
            heads[head], deps[head] = chunks[number - 1][1], "conj"
        elif start and tags[start - 1] == "IN":
            heads[head], deps[head] = start - 1, "pobj"
        else:
            first = not seen and head < root
            deps[head] = "nsubj" if first or _opens_clause(tags, head) else "dobj"
            seen = True
        for k in range(start, head):
            heads[k], deps[k] = head, _INNER.get(tags[k], "amod")
        if head + 1 < len(tags) and tags[head + 1] == "POS":
            heads[head + 1], deps[head + 1] = head, "case"
    heads[root], deps[root] = root, "ROOT"
    return heads, deps


def _root(tags: list[str], chunks: list[tuple[int, int]]) -> int:
    """The first verb, else the first token outside of phrases, else the first phrase."""
    if "VBD" in tags:
        return tags.index("VBD")
    inside = {k for start, head in chunks for k in range(start, head + 1)}
    return next((i for i in range(len(tags)) if i not in inside), chunks[0][1] if chunks else 0)


def _owns(tags: list[str], head: int, following: int) -> bool:
    """Whether a phrase is the possessor of the one that begins at `following`."""
    if tags[head] == "PRP$":
        return head + 1 == following
    return head + 2 == following and tags[head + 1] == "POS"


def _opens_clause(tags: list[str], head: int) -> bool:
    """Whether a verb follows at once."""
    return head + 1 < len(tags) and tags[head + 1] in ("VBD", "MD")


def _chunks(forms: list[str], tags: list[str]) -> list[tuple[int, int]]:
    """First token and head of each phrase, in text order."""
    found: list[tuple[int, int]] = []
    i, size = 0, len(tags)
    while i < size:
        if tags[i] in ("PRP", "PRP$"):
            found.append((i, i))
            i += 1
            continue
        start = i
        if tags[i] == "DT":
            i += 1
        named = False
        while i < size and (tags[i] in _INSIDE or (i > start and _joins(forms, tags, i))):
            if named and tags[i] in ("JJ", "CD"):
                break
            named = named or tags[i] in _HEADS
            i += 1
        head = i - 1
        while head >= start and tags[head] not in _HEADS:
            head -= 1
        if head >= start:
            first = _first(tags, start, head)
            if first and forms[first] in ("least", "most") and forms[first - 1].lower() == "at":
                first -= 1
            found.append((first, head))
            i = head + 1
        elif i == start:
            i += 1
    return found


def _joins(forms: list[str], tags: list[str], i: int) -> bool:
    """Whether a hyphen or a particle stands inside a name."""
    return (
        forms[i].lower() in words("particle")
        and i + 1 < len(tags)
        and tags[i - 1] in ("NNP", ".")
        and tags[i + 1] == "NNP"
    )


def _first(tags: list[str], start: int, head: int) -> int:
    """Where the phrase begins: unknown words before a name do not belong to it, unless "the" leads."""
    if tags[start] in ("DT", "CD"):
        return start
    k = head
    while k > start and tags[k - 1] in ("NNP", "NN", "NNS", ".", "CD"):
        k -= 1
    return k if tags[head] == "NNP" else start
