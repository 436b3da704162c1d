"""Where noun phrases begin and end, in trees built by hand."""

from __future__ import annotations

import pytest

from extractor.frames.phrases import is_own, is_several, phrases
from tests.trees import tree

DEMONYMS = frozenset({"US", "Russian", "French", "Israeli"})

# Tree (tests/trees.py), phrases with their kinds.
TABLE = [
    ("The/DT det 2 | armed/JJ amod 2 | rebels/NNS nsubj 3 | fled/VBD ROOT 3", [("The armed rebels", "noun")]),
    ("Two/CD nummod 1 | gunmen/NNS nsubj 2 | fled/VBD ROOT 2", [("Two gunmen", "noun")]),
    ("Sergey/NNP compound 1 | Lavrov/NNP nsubj 2 | left/VBD ROOT 2", [("Sergey Lavrov", "name")]),
    (
        "Both/CC preconj 1 | Peru/NNP nsubj 4 | and/CC cc 1 | Chad/NNP conj 1 | left/VBD ROOT 4",
        [("Peru", "name"), ("Chad", "name")],
    ),
    (
        "They/PRP nsubj 1 | met/VBD/meet ROOT 1 | both/DT det 3 | Peru/NNP dobj 1 | and/CC cc 3 | Chad/NNP conj 3",
        [("They", "pronoun"), ("Peru", "name"), ("Chad", "name")],
    ),
    ("They/PRP nsubj 1 | met/VBD ROOT 1 | him/PRP dobj 1", [("They", "pronoun"), ("him", "pronoun")]),
    # A phrase with "of" belongs to a name or an office, one with another preposition does not.
    (
        "The/DT det 1 | president/NN nsubj 4 | of/IN prep 1 | France/NNP pobj 2 | left/VBD ROOT 4",
        [("The president of France", "noun"), ("France", "name")],
    ),
    (
        "The/DT det 1 | envoy/NN nsubj 4 | from/IN prep 1 | Oslo/NNP pobj 2 | left/VBD ROOT 4",
        [("The envoy", "noun"), ("Oslo", "name")],
    ),
    (
        "ministers/NNS nsubj 7 | of/IN prep 0 | Egypt/NNP pobj 1 | ,/, punct 2 | Sudan/NNP conj 2 | and/CC cc 4 | Chad/NNP conj 4 | met/VBD ROOT 7",
        [
            ("ministers of Egypt, Sudan and Chad", "noun"),
            ("Egypt", "name"),
            ("Sudan", "name"),
            ("Chad", "name"),
        ],
    ),
    (
        "Russia/NNP nsubj 1 | warned/VBD/warn ROOT 1 | France/NNP dobj 1 | of/IN prep 2 | consequences/NNS pobj 3",
        [("Russia", "name"), ("France", "name"), ("consequences", "noun")],
    ),
    # A relative clause ends the phrase.
    (
        "The/DT det 1 | man/NN nsubj 4 | who/WP nsubj 3 | fled/VBD relcl 1 | fell/VBD ROOT 4",
        [("The man", "noun"), ("who", "pronoun")],
    ),
    # An apposition belongs to it where one of the two is a name.
    (
        "The/DT det 1 | president/NN nsubj 6 | ,/, punct 1 | Emmanuel/NNP compound 4 | Macron/NNP appos 1 | ,/, punct 1 | left/VBD ROOT 6",
        [("The president, Emmanuel Macron", "noun"), ("Emmanuel Macron", "name")],
    ),
    (
        "The/DT det 1 | town/NN nsubj 5 | ,/, punct 1 | a/DT det 4 | ruin/NN appos 1 | fell/VBD ROOT 5",
        [("The town", "noun"), ("a ruin", "noun")],
    ),
    # Adjectives of countries, and names before a noun, say who.
    (
        "Russian/JJ amod 1 | airstrikes/NNS nsubj 2 | ended/VBD ROOT 2",
        [("Russian", "adjective"), ("Russian airstrikes", "noun")],
    ),
    (
        "US/NNP compound 1 | airstrikes/NNS nsubj 2 | ended/VBD ROOT 2",
        [("US", "name"), ("US airstrikes", "noun")],
    ),
    (
        "Islamic/NNP compound 1 | State/NNP compound 2 | fighters/NNS nsubj 3 | fled/VBD ROOT 3",
        [("Islamic State", "name"), ("Islamic State fighters", "noun")],
    ),
    (
        "Turkey/NNP poss 2 | 's/POS case 0 | threat/NN nsubj 3 | failed/VBD ROOT 3",
        [("Turkey", "name"), ("Turkey 's threat", "noun")],
    ),
    ("They/PRP nsubj 1 | left/VBD ROOT 1 | Monday/NNP npadvmod 1", [("They", "pronoun")]),
    # Days, months and years are nobody.
    ("They/PRP nsubj 1 | left/VBD ROOT 1 | in/IN prep 1 | March/NNP pobj 2", [("They", "pronoun")]),
    (
        "They/PRP nsubj 1 | left/VBD ROOT 1 | on/IN prep 1 | 9/CD nummod 4 | March/NNP pobj 2",
        [("They", "pronoun")],
    ),
    (
        "They/PRP nsubj 1 | left/VBD ROOT 1 | in/IN prep 1 | August/NNP pobj 2 | 1990/CD nummod 3",
        [("They", "pronoun")],
    ),
    ("They/PRP nsubj 1 | left/VBD ROOT 1 | since/IN prep 1 | 2014/CD pobj 2", [("They", "pronoun")]),
    (
        "They/PRP nsubj 1 | met/VBD ROOT 1 | Theresa/NNP compound 3 | May/NNP dobj 1",
        [("They", "pronoun"), ("Theresa May", "name")],
    ),
    ("August/NNP nsubj 1 | met/VBD ROOT 1 | June/NNP dobj 1", [("August", "name"), ("June", "name")]),
    (
        "Rebels/NNS nsubj 1 | hit/VBD ROOT 1 | a/DT det 3 | bus/NN dobj 1 | with/IN prep 3 | pilgrims/NNS pobj 4",
        [("Rebels", "noun"), ("a bus", "noun"), ("pilgrims", "noun")],
    ),
    (
        "It/PRP nsubj 1 | wounded/VBD ROOT 1 | 40/CD nummod 3 | more/JJR dobj 1",
        [("It", "pronoun"), ("40 more", "noun")],
    ),
    ("It/PRP nsubj 1 | wounded/VBD ROOT 1 | more/JJR dobj 1", [("It", "pronoun")]),
    # Several that are counted are not one who is named behind them.
    (
        "It/PRP nsubj 1 | hurt/VBD ROOT 1 | 23/CD nummod 3 | others/NNS dobj 1 | ,/, punct 3 "
        "| governor/NN compound 6 | Novak/NNP appos 3 | said/VBD ROOT 7",
        [("It", "pronoun"), ("23 others", "noun"), ("governor Novak", "name")],
    ),
    # Who or what has part in the noun of an event stands before it.
    (
        "A/DT det 3 | police/NN compound 3 | drug/NN compound 3 | raid/NN nsubj 4 | failed/VBD ROOT 4",
        [("police", "noun"), ("A police drug raid", "noun")],
    ),
    (
        "Police/NN compound 1 | officers/NNS nsubj 2 | left/VBD ROOT 2",
        [("Police officers", "noun")],
    ),
    (
        "A/DT det 2 | militant/JJ amod 2 | raid/NN nsubj 3 | failed/VBD ROOT 3",
        [("militant", "noun"), ("A militant raid", "noun")],
    ),
    (
        "A/DT det 2 | failed/JJ amod 2 | raid/NN nsubj 3 | ended/VBD ROOT 3",
        [("A failed raid", "noun")],
    ),
]


def _has_part(modifier: str, head: str) -> bool:
    return modifier in ("police", "militant") and head == "raid"


@pytest.mark.parametrize(("description", "expected"), TABLE, ids=[row[0].replace("/", "_") for row in TABLE])
def test_cuts_the_phrases(description: str, expected: list[tuple[str, str]]) -> None:
    parsed = tree(description)
    found = [
        (phrase.text(parsed).replace(" ,", ","), phrase.kind)
        for phrase in phrases(parsed, DEMONYMS.__contains__, _has_part)
    ]
    assert found == expected


def test_what_is_somebodys_own() -> None:
    citizens = tree("its/PRP$ poss 1 | citizens/NNS ROOT 1 | and/CC cc 1 | Oman/NNP poss 4 | army/NN conj 1")
    assert is_own(citizens, 1)
    assert not is_own(citizens, 4)


def test_several_by_form_or_as_a_list() -> None:
    two = tree("Oman/NNP nsubj 3 | and/CC cc 0 | Chad/NNP conj 0 | met/VBD ROOT 3 | envoys/NNS dobj 3")
    assert is_several(two, 0)
    assert is_several(two, 4)
    assert not is_several(two, 2)
