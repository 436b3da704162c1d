"""Mends names in what the parser gives: words that it does not know, and names of several words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from extractor.frames.columns import TENSED, upwards
from extractor.frames.senses import lemma_set
from extractor.frames.tree import FLAT, MODIFYING, NAME, NOUN

__all__ = ["Listed", "is_title", "join_names", "tag_names"]

_WITHIN = frozenset({"punct", "compound", "nmod", "amod", "npadvmod", "advmod", "prep"})
"""How a hyphen hangs where the word around it is whole."""
_NO_TAG = frozenset({"XX", "UH", "FW", "LS", "ADD", "AFX"})
_LOOSE = frozenset({"advmod", "intj", "dep", "npadvmod", "oprd", "acomp", "prt"})
_DIRECTIONS = frozenset({"North", "South", "East", "West"})
_SILENT = frozenset({"-", ","})
"""Tokens that known names are written without."""
_COUNTING = frozenset({"nummod", "det", "amod", "poss"})
_SMALL = frozenset({"are", "is", "was", "were"})
"""Verbs that some write small in a title."""
_OF_ONE = frozenset({"has", "is", "was"})
"""Verbs whose subject is no plural."""
_FIGHTERS = lemma_set("fighters") | lemma_set("troops") | lemma_set("war_machines")
_LONGEST_LINK = 3
"""Letters of the word between two hyphens in a name."""


class Listed:
    """Known names that look like a list, for the "and" in them: "Bosnia and Herzegovina"."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        """`names` gives them in small letters and without hyphens, once they are asked for."""
        self._names = names

    @cached_property
    def _before(self) -> dict[str, list[tuple[list[str], int]]]:
        """The names as words, with the place of "and", by the word before it; longer ones come first."""
        found: dict[str, list[tuple[list[str], int]]] = {}
        for words in sorted((name.split() for name in self._names()), key=lambda words: (-len(words), words)):
            for at, word in enumerate(words[1:-1], 1):
                if word == "and":
                    found.setdefault(words[at - 1], []).append((words, at))
        return found

    def join(self, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
        """Make one of the words of each such name; the columns are changed in place.

        A noun behind the name, which the parser takes for the last of the list, has what stands before it:
        "55 Islamic State of Iraq and Syria fighters".
        """
        for start, end in self._spans(words):
            last = end - 1
            noun = heads[last] if deps[last] in MODIFYING and heads[last] > last else None
            _gather(deps, heads, range(start, end), last)
            for k in range(start, end):
                tags[k] = tags[k] if words[k] in _SILENT else "NNP"
                deps[k] = deps[k] if k == last else FLAT
            if noun is not None and heads[noun] == last:
                heads[noun], deps[noun] = noun if heads[last] == last else heads[last], deps[last]
                heads[last], deps[last] = noun, "compound"
                for i, head in enumerate(heads):
                    if head == last and (i > noun or (i < start and deps[i] in _COUNTING)):
                        heads[i] = noun

    def _spans(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """The first and the behind last token of each name."""
        spoken = [k for k, word in enumerate(words) if word not in _SILENT]
        lower = [words[k].lower() for k in spoken]
        done = 0
        for at, word in enumerate(lower):
            if word != "and" or not at or at < done:
                continue
            for name, place in self._before.get(lower[at - 1], ()):
                first, behind = at - place, at - place + len(name)
                if first < done or lower[first:behind] != name:
                    continue
                if words[spoken[first]][0].isupper() and words[spoken[behind - 1]][0].isupper():
                    yield spoken[first], spoken[behind - 1] + 1
                    done = behind
                    break


def tag_names(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make names of the words that are some; all columns are changed in place."""
    _tag_words(words, tags, lemmas, deps, heads)
    _name_places(words, tags, deps, heads)


def join_names(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], starts: list[int], ends: list[int]
) -> None:
    """Make one of the words of a name that "&" or hyphens join."""
    if "&" in words:
        _join_firms(words, tags, deps, heads)
    if "-" in words:
        if words.count("-") > 1:
            _join_linked(words, starts, ends, tags, deps, heads)
        _join_parts(words, starts, ends, tags, deps, heads)


def _tag_words(
    words: list[str], tags: list[str], lemmas: list[str], deps: list[str], heads: list[int]
) -> None:
    """Tag as names the capitalised words within a sentence that the tagger takes for nouns: "near Homs", and
    as nouns the words in small letters that it takes for names.

    A sentence in title case stays as it is.
    """
    if tags[0] in ("VB", "VBP") and deps[0] == "nsubj":  # "Trump ends a meeting"
        tags[0] = "NNP"
    elif tags[0] == "UH" and deps[0] == "nsubj":  # "Houthis threaten ships"
        tags[0] = "NNPS" if words[0].endswith("s") else "NNP"
    elif tags[0] == "JJ" and tags[1:2] == ["VBZ"] and heads[0] == 1 and deps[0] in ("nsubj", "amod"):
        tags[0], deps[0] = "NNP", "nsubj"  # "Orban visits Riga"
    elif tags[0] == "NNS" and deps[0] == "nsubj" and words[1] in _OF_ONE:  # "Homs is a city"
        tags[0], lemmas[0] = "NNP", words[0].lower()
    elif tags[0] in ("JJ", "NNP", "NNPS") and deps[0] != "amod" and words[1:2] and words[1].islower():
        _tag_fighters(words, tags, lemmas)
    for k, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag in NAME and len(word) > 4 and word.islower() and word.replace("'", "").isalpha():
            tags[k] = "NNS" if tag == "NNPS" else "NN"  # "foreign ministry"
    found = [
        k
        for k, (word, tag) in enumerate(zip(words, tags, strict=True))
        if tag in NOUN and word[0].isupper() and word[1:2].islower() and k and words[k - 1][0].isalnum()
    ]
    if found and not is_title(words, tags):
        for k in found:
            tags[k] = "NNP" if tags[k] == "NN" else "NNPS"
            lemmas[k] = words[k].lower()


def _tag_fighters(words: list[str], tags: list[str], lemmas: list[str]) -> None:
    """Make a noun of one for fighters or weapons that begins a sentence: "Rebels in pickups raid a village",
    "Airstrike on wedding kills 20".
    """
    low = words[0].lower()
    single = f"{low[:-3]}man" if low.endswith("men") else low.removesuffix("s")
    if single in _FIGHTERS:
        tags[0], lemmas[0] = "NN" if single == low else "NNS", single


def is_title(words: list[str], tags: list[str]) -> bool:
    """Whether a sentence seems to be in title case: "Gunmen Attack Church", but not "Israel bombed Homs"."""
    if any(
        tag in TENSED and word.islower() and word not in _SMALL for word, tag in zip(words, tags, strict=True)
    ):
        return False
    return 2 * sum(word[0].isupper() for word in words) >= sum(word[0].isalpha() for word in words)


def _name_places(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make names of words with capitals that no tag fits ("Sana'a") and of directions before one ("South
    Sudan"), and hang a town's name under "capital" before it.
    """
    for k in range(1, len(words)):
        before, word = k - 1, words[k]
        if (tags[k] in _NO_TAG or "'" in word[1:-1]) and word[0].isupper() and word[1:2].islower():
            tags[k] = "NNP"
            if deps[k] in _LOOSE and heads[k] == before and tags[before] in TENSED:
                deps[k] = "dobj"
        if tags[k] not in NAME:
            continue
        if words[before] in _DIRECTIONS and tags[before] == "JJ" and heads[before] == k:
            tags[before], deps[before] = "NNP", "compound"
        elif words[before] == "capital" and deps[k] != "compound" and before not in (heads[k], k):
            apart = before not in upwards(heads, k) and k not in upwards(heads, before)
            if apart:
                heads[k], deps[k] = before, "appos"


def _join_firms(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one name of two that "&" joins: "Johnson & Johnson"."""
    for k in range(1, len(words) - 1):
        left, right = k - 1, k + 1
        if words[k] != "&" or tags[left] not in NAME or not words[right][0].isupper():
            continue
        while deps[right] == "compound" and heads[right] > right:
            right = heads[right]
        if heads[right] == left and deps[right] == "conj":
            heads[right], deps[right] = right if heads[left] == left else heads[left], deps[left]
            for i, head in enumerate(heads):
                if head == left and (i > right or (i < left and deps[i] in ("det", "poss", "amod"))):
                    heads[i] = right
        elif heads[left] != right:
            continue
        heads[left], deps[left] = right, "compound"
        heads[k], deps[k] = right, "compound"
        tags[k] = tags[right] = "NNP"


def _join_linked(
    words: list[str], starts: list[int], ends: list[int], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make one name of words that a small one links with hyphens: "Port-au-Prince", "Chan-o-cha"."""
    for link in range(2, len(words) - 2):
        if words[link - 1] != "-" or words[link + 1] != "-" or not words[link].islower():
            continue
        first, last = link - 2, link + 2
        while first > 1 and words[first - 1] == "-" and words[first - 2][0].isupper():
            first -= 2
        tight = all(ends[k] == starts[k + 1] for k in range(first, last))
        named = words[last][0].isupper() or len(words[link]) == 1
        if not tight or not named or not words[first][0].isupper() or len(words[link]) > _LONGEST_LINK:
            continue
        _gather(deps, heads, range(first, last + 1), last)
        for k in range(first, last + 1):
            tags[k] = "NNP"
            if words[k] == "-":
                heads[k], deps[k], tags[k] = k + 1, "punct", "HYPH"


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
            _gather(deps, heads, (right, left, k), right)
        deps[k], tags[k] = "punct", "HYPH"
        if _is_given_name(words, tags, k) and deps[right] not in MODIFYING:
            tags[left] = tags[right] = "NNP"
        elif tags[left] == "NNP" and tags[right] == "JJ" and words[right][0].isupper():  # "al-Shabaab camps"
            tags[right] = "NNP"
            if deps[right] == "amod":
                deps[right] = "compound"


def _gather(deps: list[str], heads: list[int], parts: Sequence[int], last: int) -> None:
    """Hang the parts of a name under its last one, and that where the outermost of them hung; of several
    outermost ones, where the first of `parts` did.
    """
    outer = min(parts, key=lambda i: len(upwards(heads, i)))
    top, relation = heads[outer], deps[outer]
    for i, head in enumerate(heads):
        if i in parts:
            heads[i], deps[i] = last, "compound"
        elif head in parts:
            heads[i] = last
    heads[last], deps[last] = last if top == outer else top, relation


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
