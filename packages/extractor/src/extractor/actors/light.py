"""A light reading of sentences that are not parsed: who is named in them, so that later sentences can refer to them.

Names are known by their capitals, nouns for persons and bodies by the list of kinds, and what governs what by a few
words around them. The result is a tree with the labels of the parser, so that all that reads trees reads it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from extractor.actors.kinds import kind_of, noun_classes
from extractor.actors.lexicon import words
from extractor.frames.tree import Tree

__all__ = ["LightReader"]

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Cmdr|Sen|Rep|Gov|Prof|Rev|St|Jr|Sr)\.|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|['’]s\b"
    r"|\d[\d.,]*\d|[^\W_]+|\S"
)
_TAGS = {
    **dict.fromkeys("the a an this that these those both some any no every each another".split(), "DT"),
    **dict.fromkeys(
        "he she it they him them himself herself itself themselves i we me us you who".split(), "PRP"
    ),
    **dict.fromkeys("his her its their our my your whose".split(), "PRP$"),
    **dict.fromkeys(
        "of in on at by with from for to into between against over under after before during about near since until "
        "through towards toward among across within without outside inside around as than like despite via amid".split(),
        "IN",
    ),
    **dict.fromkeys("will would can could may might must shall should".split(), "MD"),
    **dict.fromkeys(
        "is are was were be been has have had do does did said says say told tells added warned announced called made "
        "took came went became met wants wanted".split(),
        "VBD",
    ),
    **dict.fromkeys("and or but nor".split(), "CC"),
    **dict.fromkeys(
        "one two three four five six seven eight nine ten dozens hundreds thousands".split(), "CD"
    ),
    **dict.fromkeys(
        "not also when while if because although though where there here then now so what which how why just only even "
        "still yet however meanwhile instead perhaps indeed according despite well more most much many few all once".split(),
        "RB",
    ),
}
_ACTORS = frozenset({"person", "group", "organization", "country", "place"})
_INSIDE = frozenset({"JJ", "NN", "NNS", "NNP", "CD"})
_HEADS = frozenset({"NNP", "NN", "NNS"})
_LOWEST = 3
_SHOUTED = 0.75


class LightReader:
    """Makes trees without a parser."""

    def __init__(self, is_name: Callable[[str], bool], is_demonym: Callable[[str], bool]) -> None:
        """`is_name` tells whether a capitalised word is a known name, `is_demonym` whether a word names a country."""
        self._is_name = is_name
        self._is_demonym = is_demonym

    def read(self, text: str, offset: int) -> Tree:
        """The tree of a sentence that begins at `offset` of the plain text; heads of phrases and what governs them."""
        found = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
        forms = [form for form, _, _ in found]
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
            starts=[offset + start for _, start, _ in found],
            ends=[offset + end for _, _, end in found],
            entities=[""] * len(found),
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
            if low in _TAGS and forms[first] != "US":
                tags[first] = _TAGS[low]
            elif not self._opens_with_name(forms, tags, first):
                tags[first] = _common(low)
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
        following = tags[first + 1] if first + 1 < len(tags) else "."
        return following in ("NNP", "POS", "VBD", "MD") or self._is_name(forms[first])


@lru_cache(maxsize=20_000)
def _common(word: str) -> str:
    """The tag of a word in small letters: `NN` and `NNS` for nouns that name somebody, `JJ` for what is unknown."""
    if word in _TAGS:
        return _TAGS[word]
    if kind_of(word) not in _ACTORS:
        return "VBD" if word.endswith("ed") and len(word) > 4 else "JJ"
    return "NN" if word in noun_classes().singular else "NNS"


@lru_cache(maxsize=20_000)
def _lemma(word: str) -> str:
    found = noun_classes().lemma(word)
    return word if found is None or found[0].startswith("*") else found[0]


def _attach(forms: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    """Governor and label of each token: phrases hang on the preposition or verb before them."""
    size = len(forms)
    chunks = _chunks(forms, tags)
    inside = {k for start, head in chunks for k in range(start, head + 1)}
    root = next((i for i, tag in enumerate(tags) if tag == "VBD"), None)
    if root is None:
        root = next((i for i in range(size) if i not in inside), chunks[0][1] if chunks else 0)
    heads, deps = [root] * size, ["dep"] * size
    for tag, label in (("IN", "prep"), ("MD", "aux"), ("CC", "cc"), ("RB", "advmod")):
        for i in range(size):
            if tags[i] == tag:
                deps[i] = label
    seen = False
    for number, (start, head) in enumerate(chunks):
        owner = chunks[number + 1] if number + 1 < len(chunks) else None
        before = tags[start - 1] if start else ""
        if head != root:
            if (
                owner
                and head + 2 == owner[0]
                and tags[head + 1] == "POS"
                or (owner and tags[head] == "PRP$" and head + 1 == owner[0])
            ):
                heads[head], deps[head] = owner[1], "poss"
            elif before == "IN":
                heads[head], deps[head] = start - 1, "pobj"
            else:
                deps[head] = "nsubj" if not seen and head < root or _opens_clause(tags, head) else "dobj"
                seen = True
        for k in range(start, head):
            heads[k], deps[k] = head, _label(tags[k])
        if head + 1 < size and tags[head + 1] == "POS":
            heads[head + 1], deps[head + 1] = head, "case"
    heads[root], deps[root] = root, "ROOT"
    return heads, deps


def _opens_clause(tags: list[str], head: int) -> bool:
    """Whether a verb follows at once."""
    return head + 1 < len(tags) and tags[head + 1] in ("VBD", "MD")


def _label(tag: str) -> str:
    return {"DT": "det", "CD": "nummod", "NNP": "compound", "NN": "compound", "NNS": "compound"}.get(
        tag, "amod"
    )


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
            found.append((_first(tags, start, head), head))
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
    """Where the phrase begins: words whose kind is unknown before a name do not belong to it, unless "the" leads."""
    if tags[start] in ("DT", "CD"):
        return start
    k = head
    while k > start and tags[k - 1] in ("NNP", "NN", "NNS", ".", "CD"):
        k -= 1
    return k if tags[head] == "NNP" else start
