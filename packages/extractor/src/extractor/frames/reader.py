"""From spaCy's parse to trees: the only reader of spaCy objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from extractor.frames.phrases import CALENDAR, MONTHS
from extractor.frames.tree import NAME, NOUN, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

__all__ = ["Lemmatizer", "TreeReader"]

_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_BASE = frozenset({"NN", "NNP", "NNPS", "VB", "VBP", "JJ", "RB"})  # tags of forms that are their own lemma
_CONTRACTED = {
    "'s": "be", "’s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "’re": "be", "’ve": "have", "’ll": "will",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
}  # fmt: skip
_COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH"]
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_WITHIN = frozenset({"punct", "compound", "nmod", "amod", "npadvmod", "advmod", "prep"})
"""How a hyphen hangs where the word around it is whole."""
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BESIDE_SPANS = frozenset({"before", "after", "later", "earlier", "apart", "ago", "into"})
_HELPING = frozenset({"being", "having", "getting", "going"})
_PARTIES = NAME | NOUN | {"PRP"}
_HALF = 1 << 63  # heads are steps, written as if they were unsigned
_CAPACITY = 20_000


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
        if tag != "POS" and lower in _CONTRACTED:
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
        return (forms or unknown or [lower])[0]


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

    def __init__(self, nlp: Language) -> None:
        self.lemmatizer = Lemmatizer(nlp)
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
        _tag_names(words, labels, lemmas)
        if "appos" in relations:
            _find_subjects(labels, relations, heads)
        _find_gerunds(words, lemmas, labels, relations, heads)
        _raise_verb(words, labels, relations, heads)
        _part_times(words, labels, relations, heads)
        if "npadvmod" in relations:
            _find_appositions(words, labels, relations, heads)
        if "last" in words or "first" in words:
            _free_adverbs(words, labels, relations, heads)
        if "-" in words:
            _join_parts(words, starts, ends, labels, relations, heads)
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


def _tag_names(words: list[str], tags: list[str], lemmas: list[str]) -> None:
    """Tag as names the capitalised words within a sentence that the tagger takes for nouns: "near Homs", and
    as nouns the words in small letters that it takes for names.

    A sentence in title case stays as it is.
    """
    for k, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag in NAME and len(word) > 4 and word.isalpha() and word.islower():  # "foreign ministry"
            tags[k] = "NNS" if tag == "NNPS" else "NN"
    found = [
        k
        for k, (word, tag) in enumerate(zip(words, tags, strict=True))
        if tag in NOUN and word[0].isupper() and word[1:2].islower() and k and words[k - 1][0].isalnum()
    ]
    if found and 2 * sum(word[0].isupper() for word in words) < sum(word[0].isalpha() for word in words):
        for k in found:
            tags[k] = "NNP" if tags[k] == "NN" else "NNPS"
            lemmas[k] = words[k].lower()


def _find_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang an apposition under the verb behind it that has no subject: "in Ankara, a diplomat told AFP"."""
    for verb in range(2, len(tags)):
        if tags[verb] not in _TENSED or deps[verb] not in _CLAUSES:
            continue
        noun = verb - 1
        while deps[noun] != "appos" and heads[noun] != noun:
            noun = heads[noun]
        if deps[noun] != "appos" or noun >= verb or noun in _upwards(heads, verb):
            continue
        if not _has_subject(deps, heads, verb):
            heads[noun], deps[noun] = verb, "nsubj"


def _has_subject(deps: list[str], heads: list[int], verb: int) -> bool:
    return any(head == verb and "subj" in dep for head, dep in zip(heads, deps, strict=True))


def _find_gerunds(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the subject of a gerund that the parser takes for a helping verb: "Heavy shelling hit Douma"."""
    for k, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
        if dep != "aux" or tag != "VBG" or words[k].lower() in _HELPING or heads[k] <= k:
            continue
        if not _has_subject(deps, heads, heads[k]):
            deps[k], tags[k], lemmas[k] = "nsubj", "NN", words[k].lower()


def _raise_verb(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the verb of a participle with an object in a sentence that has none: "X on Monday called Y."."""
    if words[-1:] != ["."] or not _TENSED.isdisjoint(tags) or "MD" in tags:
        return
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    if tags[root] not in NAME | NOUN:
        return
    for verb in range(root + 1, len(words)):
        if heads[verb] != root or deps[verb] != "acl" or tags[verb] != "VBN":
            continue
        objects = [i for i in range(verb + 1, len(words)) if heads[i] == verb and deps[i] in ("dobj", "oprd")]
        if not objects or tags[objects[0]] not in _PARTIES:
            continue
        for i, head in enumerate(heads):
            if head == root and i > root and i != verb and deps[i] in ("prep", "punct", "npadvmod", "advmod"):
                heads[i] = verb
        if deps[objects[0]] == "oprd":
            deps[objects[0]] = "dobj"
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[root], deps[root] = verb, "nsubj"
        return


def _find_appositions(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a name between commas under the noun before it: "the head of the army, Ali Diallo, in Kayes"."""
    for k in range(2, len(words) - 1):
        if (
            deps[k] != "npadvmod"
            or tags[k] not in NAME
            or words[k].lower() in CALENDAR
            or words[k + 1] != ","
        ):
            continue
        first = k
        while first > 1 and heads[first - 1] == k:
            first -= 1
        before = first - 2
        if first == k or before < 0 or words[first - 1] != "," or tags[before] not in NAME | NOUN:
            continue
        if k not in _upwards(heads, before):
            heads[k], deps[k] = before, "appos"


def _part_times(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part a name from the bare time behind it: "struck Kyiv hours after he left", "hit Rafah May 6"."""
    for k in range(1, len(words) - 1):
        name = k - 1
        if deps[name] != "compound" or heads[name] != k or tags[name] not in NAME:
            continue
        bare = words[k] in _SPANS and words[k + 1] in _BESIDE_SPANS
        month = words[k][0].isupper() and words[k].lower() in MONTHS
        if not bare and not (month and words[k + 1].rstrip(".").isdecimal()):
            continue
        above, relation = heads[k], deps[k]
        if above == k:
            continue
        heads[name], deps[name] = above, "dobj" if relation in ("npadvmod", "advmod") else relation
        for i, head in enumerate(heads):
            if head == k and i < name:
                heads[i] = name
        while deps[above] in ("prep", "agent") and heads[above] != above:
            above = heads[above]
        heads[k], deps[k] = above, "npadvmod"


def _free_adverbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang "last" and "first" between a noun and its verb under the verb: "the two last met in 2019"."""
    for k in range(1, len(words) - 1):
        verb, before = k + 1, k - 1
        if words[k] not in ("last", "first") or tags[verb] != "VBD" or deps[k] not in ("nsubj", "appos"):
            continue
        if deps[k] == "nsubj":
            if heads[before] != k or heads[k] != verb or tags[before] == "DT":
                continue
            heads[before], deps[before] = verb, "nsubj"
            for i in range(before):
                if heads[i] == k:
                    heads[i] = before
        heads[k], deps[k], tags[k] = verb, "advmod", "RB"


def _join_parts(
    words: list[str], starts: list[int], ends: list[int], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang what stands before a hyphen, and the hyphen, under what stands behind it: "al-Assad".

    Parsers that see three words there give each of them a place of its own, mostly in names that they do not
    know.
    """
    for k in range(1, len(words) - 1):
        left, right = k - 1, k + 1
        if words[k] != "-" or ends[left] != starts[k] or ends[k] != starts[right] or words[left].isdecimal():
            continue
        if deps[k] not in _WITHIN or heads[k] not in (left, right):
            outer = min((right, left, k), key=lambda i: len(_upwards(heads, i)))
            top, relation = heads[outer], deps[outer]
            for i, head in enumerate(heads):
                if head in (left, k):
                    heads[i] = right
            heads[right], deps[right] = right if top == outer else top, relation
            heads[left], deps[left] = right, "compound"
            heads[k] = right
        deps[k], tags[k] = "punct", "HYPH"
        if _is_given_name(words, tags, k) and deps[right] not in _MODIFYING:
            tags[left] = tags[right] = "NNP"


def _is_given_name(words: list[str], tags: list[str], hyphen: int) -> bool:
    """Whether the word around a hyphen is a Korean given name behind the family's: "Lee Do-hoon"."""
    family, given, right = hyphen - 2, words[hyphen - 1], words[hyphen + 1]
    return (
        family >= 0
        and tags[family] in NAME
        and words[family].istitle()
        and given.istitle()
        and right.islower()
        and right.isalpha()
    )


def _upwards(heads: list[int], i: int) -> list[int]:
    """The tokens above a token, from its head up to the root."""
    above = []
    while heads[i] != i:
        i = heads[i]
        above.append(i)
    return above


def _one_root(heads: list[int]) -> list[int]:
    """Hang further roots (the parser saw two sentences) under the first, so that every path exists."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        heads[root] = roots[0]
    return heads
