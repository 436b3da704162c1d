"""What a word is to the one above it; no model."""

from __future__ import annotations

from extractor.frames.relations import first_listed, is_run_together, of_same_subject, relation_of
from tests.trees import tree

RELIEF = tree(
    "Oman/NNP nsubj 1 | offered/VBD/offer ROOT 1 | Mali/NNP compound 4 | debt/NN compound 4 | relief/NN dobj 1"
)


def test_a_phrase_hangs_by_its_label_or_its_preposition() -> None:
    talks = tree("met/VBD/meet ROOT 0 | envoys/NNS/envoy dobj 0 | in/IN prep 0 | Oslo/NNP pobj 2")
    assert relation_of(talks, 1) == ("dobj", 0)
    assert relation_of(talks, 3) == ("in", 0)


def test_a_further_verb_shares_the_subject_unless_it_has_its_own() -> None:
    shared = (
        "blast/NN nsubj 1 | killed/VBD/kill ROOT 1 | ten/CD dobj 1 | and/CC cc 1 | wounded/VBD/wound conj 1"
    )
    assert of_same_subject(tree(shared), 4) == 1
    own = "rain/NN nsubj 1 | fell/VBD/fall ROOT 1 | and/CC cc 1 | it/PRP nsubj 4 | froze/VBD/freeze conj 1"
    assert of_same_subject(tree(own), 4) == 4


def test_a_list_goes_on_behind_an_apposition() -> None:
    listed = tree(
        "Nur/NNP ROOT 0 | ,/, punct 0 | judge/NN appos 0 | ,/, punct 2 | and/CC cc 2 | Ali/NNP conj 2"
    )
    assert first_listed(listed, 5) == 0
    assert first_listed(listed, 2) == 2


def test_a_recipient_may_be_taken_for_a_part_of_the_object() -> None:
    assert is_run_together(RELIEF, 1, 2)
    assert not is_run_together(RELIEF, 0, 2)


def test_a_modifier_behind_another_one_is_no_recipient() -> None:
    assert not is_run_together(RELIEF, 1, 3)
