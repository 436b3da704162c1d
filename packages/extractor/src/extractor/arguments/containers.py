"""What contains a place or lies beside it, as the words behind it say: "Luton, Bedfordshire", "Merca, 70 km
south of Mogadishu".
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.evidence import Sentence
from extractor.frames.phrases import BEARINGS, Phrase
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, Tree

__all__ = ["containers_of", "landmark_of", "place_behind"]

_CONTAINER_PREPOSITIONS = frozenset({"in", "of"})
_BESIDE = frozenset({"near", "outside", "off"})
_SEEN_FROM = frozenset({"of", "from", "to", "outside", "near"})
_MEASURES = frozenset(
    {
        *BEARINGS, "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles",
        "metres", "meters",
        "close", "far", "off",
    }
)  # fmt: skip
_ON_THE_WAY = frozenset(
    {
        *_SEEN_FROM, *_MEASURES, "about", "some", "around", "roughly", "nearly", "almost", "just", "away",
        "the", "hundred", "not", "coast", "shores", "port", "-", "(", ")",
        "a", "an",
    }
)  # fmt: skip
_REGIONS = lemma_set("regions")
_SETTLED = _REGIONS | lemma_set("settlements")


def containers_of(sentence: Sentence, phrase: Phrase, others: Sequence[Phrase]) -> list[Phrase]:
    """The places that follow as containers: "Anchorage, Alaska", "Tulkarm in the West Bank"."""
    chain: list[Phrase] = []
    end = phrase.end
    for _ in range(3):
        following = place_behind(sentence, end, others)
        if following is None or following.head == phrase.head:
            break
        chain.append(following)
        end = following.end
    return chain


def place_behind(sentence: Sentence, end: int, others: Sequence[Phrase]) -> Phrase | None:
    """The place behind the one that ends at `end`; between commas a region that nobody knows is passed over:
    "Luton, Bedfordshire, England".
    """
    tree = sentence.tree
    if end + 1 >= len(tree):
        return None
    comma = tree.words[end] == ","
    joined = end + 1 if comma or tree.lower[end] in _CONTAINER_PREPOSITIONS else None
    if joined is None:
        return None
    for phrase in others:
        if phrase.start == joined or (comma and tree.lower[joined] == "in" and phrase.start == joined + 1):
            if comma and (_acts(tree, phrase.head) or _is_next_of_list(sentence, phrase, others)):
                return None
            return phrase
    k = joined
    while comma and k + 1 < len(tree) and tree.tags[k] in NAME:
        k += 1
    beside = k > joined and tree.deps[k - 1] in ("appos", "conj") and tree.heads[k - 1] < end
    if beside and tree.words[k] == "," and not _listed_at(tree, k - 1):
        return next((p for p in others if p.start == k + 1 and not _acts(tree, p.head)), None)
    return None


def landmark_of(tree: Tree, end: int, others: Sequence[Phrase]) -> Phrase | None:
    """The place by which the one that ends at `end` is found: "Merca, 70 km south of Mogadishu"."""
    k = end + 1
    if end < len(tree) and tree.lower[end] in _BESIDE:  # "Crocus City Hall near Moscow"
        return next((phrase for phrase in others if end < phrase.start <= k < phrase.end), None)
    if end >= len(tree):
        return None
    if tree.words[end] != ",":
        if tree.lower[end] not in BEARINGS:
            return None
        k = end  # "Zabul, a province east of Kandahar"
    while k < len(tree) and (
        tree.lower[k] in _ON_THE_WAY or tree.tags[k] == "CD" or tree.lemmas[k] in _SETTLED
    ):
        k += 1
    between = tree.lower[end:k]
    if not between or between[-1] not in _SEEN_FROM:
        return None
    if between[-1] not in _BESIDE and _MEASURES.isdisjoint(between):
        return None
    return next((phrase for phrase in others if end < phrase.start <= k < phrase.end), None)


def _acts(tree: Tree, head: int) -> bool:
    """Whether a name behind a comma begins the clause: "In Rafah, Israel bombed a house"."""
    if tree.deps[head] in ("poss", "compound"):
        head = tree.heads[head]
    return tree.deps[head] in ("nsubj", "nsubjpass") and tree.heads[head] > head


def _listed_at(tree: Tree, head: int) -> bool:
    """Whether a token is one of a list with "and"."""
    first = tree.first_conjunct(head)
    return any(
        tree.deps[k] == "cc"
        for member in range(first, len(tree))
        if tree.first_conjunct(member) == first
        for k in tree.children[member]
    )


def _is_next_of_list(sentence: Sentence, phrase: Phrase, others: Sequence[Phrase]) -> bool:
    """Whether a place behind a comma is the next of a list, and not what contains the one before it: "in
    Hula, Zibqin and Tyre", "Khartoum, Atbara in River Nile state".
    """
    tree, behind = sentence.tree, phrase.end
    if tree.deps[phrase.head] == "conj" and _listed_at(tree, phrase.head):
        return True
    if sentence.referents[phrase.head].kind == "country" or tree.lemmas[phrase.head] in _REGIONS:
        return False
    last = tree.lower[behind : behind + 1]
    if last not in (["in"], ["and"]):
        return False
    following = next((p for p in others if p.start == behind + 1), None)
    if following is None or last == ["in"]:
        return following is not None and tree.deps[phrase.head] == "conj"
    return tree.words[following.end : following.end + 1] != [","]  # "in Leeds, England, and Lille, France"
