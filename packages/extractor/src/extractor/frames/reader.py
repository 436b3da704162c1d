"""From spaCy's parse to trees: the only reader of spaCy objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from extractor.frames.bare_times import part_days, part_openers
from extractor.frames.mending import mend_clauses
from extractor.frames.names import Listed, is_title, join_names, tag_names
from extractor.frames.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

__all__ = ["Lemmatizer", "TreeReader"]

_VERBAL = ("V", "M", "R")  # tags of verbs, modals and "not" begin so
_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_BASE = frozenset({"NN", "NNP", "NNPS", "VB", "VBP", "JJ", "RB"})  # tags of forms that are their own lemma
_CONTRACTED = {
    "'s": "be", "’s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "’re": "be", "’ve": "have", "’ll": "will",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
}  # fmt: skip
_CLAUSES = frozenset({"advcl", "ccomp", "relcl"})
_COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH"]
_HALF = 1 << 63  # heads are steps, written as if they were unsigned
_CAPACITY = 20_000
_BEFORE_STATES = frozenset({"Arab", "United"})
_AGAIN = ("re", "out")
"""What begins verbs that the tables lack beside those without it."""
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs that double their last letter before an ending: "staged" is no form of "stag"."""


class Lemmatizer:
    """Lemmas of tagged forms, from the tables of the pipeline's rule lemmatizer.

    The component itself is left out of the pipeline's run: it looks forms up in lists of tens of thousands.
    """

    def __init__(self, nlp: Language) -> None:
        self._index: dict[str, frozenset[str]] = {}
        self._exceptions: dict[str, dict[str, list[str]]] = {}
        self._rules: dict[str, list[tuple[str, str]]] = {}
        if "lemmatizer" not in nlp.pipe_names and "lemmatizer" not in nlp.disabled:
            return
        pipe = nlp.get_pipe("lemmatizer")
        if getattr(pipe, "mode", None) != "rule":
            return
        tables: Any = getattr(pipe, "lookups")  # noqa: B009 - spaCy does not type it
        for name in set(_COARSE.values()):
            self._index[name] = frozenset(tables.get_table("lemma_index").get(name, ()))
            self._exceptions[name] = dict(tables.get_table("lemma_exc").get(name, {}))
            self._rules[name] = [(old, new) for old, new in tables.get_table("lemma_rules").get(name, ())]

    @property
    def verbs(self) -> frozenset[str]:
        """The lemmas of verbs; none where the pipeline has no tables."""
        return self._index.get("verb", frozenset())

    @property
    def irregular_verbs(self) -> Mapping[str, Sequence[str]]:
        """Lemmas by form, of the verb forms that no rule makes."""
        return self._exceptions.get("verb", {})

    def lemma(self, lower: str, tag: str) -> str:
        """The lower-case lemma of a form in lower case with this tag."""
        if tag[:1] in _VERBAL and lower in _CONTRACTED:
            return _CONTRACTED[lower]
        coarse = _COARSE.get(tag[:1])
        if coarse is None or tag in _BASE or coarse not in self._rules or lower.endswith("ss"):
            return lower
        return self._by_rule(lower, coarse).lower()

    def _by_rule(self, lower: str, coarse: str) -> str:
        """The form of the exceptions; else of the last ending that gives a word; else of the first that
        fits.
        """
        index = self._index[coarse]
        forms: list[str] = []
        unknown: list[str] = []
        for old, new in self._rules[coarse]:
            if lower.endswith(old):
                form = lower[: len(lower) - len(old)] + new
                if form in index:
                    forms.insert(0, form)
                elif form and not form.isalpha():
                    forms.append(form)
                elif form:
                    unknown.append(form)
        for form in self._exceptions[coarse].get(lower, ()):
            if form not in forms:
                forms.insert(0, form)
        found = (forms or unknown or [lower])[0]
        if not forms and coarse == "verb" and lower.startswith(_AGAIN):
            start = next(start for start in _AGAIN if lower.startswith(start))
            again = self._by_rule(lower[len(start) :], coarse)
            return f"{start}{again}" if again in index else found  # "relaunched"
        if len(forms) > 1 and f"{found}e" in forms and _DOUBLES.fullmatch(found):
            return f"{found}e"
        return found


class _Names(dict[int, str]):
    """Names of tags and dependencies by their hashes; there are some dozens of them."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found


class TreeReader:
    """Reads docs that hold one sentence each.

    It keeps the lemmas of what it has read, by form and spaCy's hash of the tag, which is the same in every
    vocabulary. What it keeps is bounded.
    """

    def __init__(self, nlp: Language, listed: Callable[[], Iterable[str]] = tuple) -> None:
        """`listed` gives the known names with "and", in small letters and without hyphens."""
        self.lemmatizer = Lemmatizer(nlp)
        self._listed = Listed(listed)
        self._names = _Names(nlp.vocab.strings)
        self._lemmas: dict[tuple[str, int], str] = {}

    def __call__(self, doc: Doc, text: str, offset: int) -> Tree:
        """The tree of the doc of a text that begins at `offset` of the plain text."""
        tags, deps, steps, starts, sizes = doc.to_array(_COLUMNS).T.tolist()
        ends = [start + size for start, size in zip(starts, sizes, strict=True)]
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        heads = [i + (step if step < _HALF else step - 2 * _HALF) for i, step in enumerate(steps)]
        spaces = [i for i, word in enumerate(words) if word.isspace()]
        kept = _without(spaces, heads) if spaces else None
        if kept is not None:
            tags, deps, starts, ends, words = (
                [column[i] for i in kept] for column in (tags, deps, starts, ends, words)
            )
        labels, relations = [*map(self._names.__getitem__, tags)], [*map(self._names.__getitem__, deps)]
        heads = _one_root(heads)
        lemmas = self._lemmas_of(words, tags)
        if "NNPS" in labels and is_title(words, labels):
            self._name_things(words, lemmas, labels)
        tag_names(words, lemmas, labels, relations, heads)
        part_days(words, labels, relations, heads)
        part_openers(words, labels, relations, heads)
        mend_clauses(words, lemmas, labels, relations, heads)
        self._find_predicates(words, lemmas, labels, relations, heads)
        join_names(words, labels, relations, heads, starts, ends)
        if "and" in words:
            self._listed.join(words, labels, relations, heads)
        return Tree(
            start=offset,
            end=offset + len(text),
            words=words,
            lemmas=lemmas,
            tags=labels,
            deps=relations,
            heads=heads,
            starts=[offset + start for start in starts],
            ends=[offset + end for end in ends],
            entities=[""] * len(words),
        )

    def _name_things(self, words: list[str], lemmas: list[str], tags: list[str]) -> None:
        """Give the words for several things in a heading the lemmas of nouns: "Air Strikes Hit Market"."""
        for k, tag in enumerate(tags):
            if tag == "NNPS" and words[k - 1] not in _BEFORE_STATES:
                lemmas[k] = self.lemmatizer.lemma(words[k].lower(), "NNS")

    def _find_predicates(
        self, words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
    ) -> None:
        """Make a verb of what the tagger takes for a noun, though it is the predicate of a subject in a
        clause of its own: "as a shell lands on a house".
        """
        for k, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
            if dep not in _CLAUSES or tag not in ("NN", "NNS") or not words[k].islower():
                continue
            before = [i for i in range(k) if heads[i] == k]
            if not before or deps[before[-1]] != "nsubj":
                continue
            lemma = self.lemmatizer.lemma(words[k], "VBZ" if tag == "NNS" else "VBP")
            if lemma in self.lemmatizer.verbs:
                lemmas[k], tags[k] = lemma, "VBZ" if tag == "NNS" else "VBP"

    def _lemmas_of(self, words: list[str], tags: list[int]) -> list[str]:
        lemmas = self._lemmas
        keys = [*zip(words, tags, strict=True)]
        found = [*map(lemmas.get, keys)]
        if None in found:
            if len(lemmas) >= _CAPACITY:
                lemmas.clear()
            for i, key in enumerate(keys):
                if found[i] is None:
                    name = self._names[tags[i]]
                    found[i] = lemmas[key] = self.lemmatizer.lemma(words[i].lower(), name)
        return cast("list[str]", found)


def _without(spaces: list[int], heads: list[int]) -> list[int]:
    """The tokens that are not white space; `heads` becomes theirs: past white space, counted among them."""
    gone = set(spaces)
    kept = [i for i in range(len(heads)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    found = []
    for new, old in enumerate(kept):
        head = heads[old]
        while head in gone and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, new))
    heads[:] = found
    return kept


def _one_root(heads: list[int]) -> list[int]:
    """Hang further roots (the parser saw two sentences) under the first, so that every path exists."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        heads[root] = roots[0]
    return heads
