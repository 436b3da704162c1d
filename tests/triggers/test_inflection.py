"""Word forms for the screen: none may be missing, or its events are lost."""

from __future__ import annotations

import re

import pytest

from extractor.triggers.inflection import forms
from extractor.triggers.lexicon import Lexicon
from tests.triggers.test_examples import ROWS, unbracket

LEXICON = Lexicon.load()
ANCHORS = sorted({(pattern.split()[0], row.pos) for row in ROWS for pattern in row.patterns})

# Forms that English does not make by rule, or makes by a rule of its own: lemma, forms.
PARTICULAR = [
    ("meet", "meets met meeting"),
    ("strike", "strikes struck stricken striking"),
    ("hit", "hits hitting"),
    ("shoot", "shoots shot shooting"),
    ("blow", "blows blew blown blowing"),
    ("fly", "flies flew flown flying"),
    ("go", "goes went gone going"),
    ("come", "comes came coming"),
    ("speak", "speaks spoke spoken speaking"),
    ("sit", "sits sat sitting"),
    ("hold", "holds held holding"),
    ("stab", "stabs stabbed stabbing"),
    ("ram", "rams rammed ramming"),
    ("confer", "confers conferred conferring"),
    ("plan", "plans planned planning"),
    ("plough", "ploughs ploughed ploughing"),
    ("overrun", "overruns overran overrunning"),
    ("slay", "slays slew slain slaying"),
    ("swear", "swears swore sworn swearing"),
    ("sink", "sinks sank sunk sinking"),
    ("bid", "bids bade bidding"),
    ("fling", "flings flung flinging"),
    ("drive", "drives drove driven driving"),
    ("invade", "invades invaded invading"),
    ("enter", "enters entered entering"),
    ("welcome", "welcomes welcomed welcoming"),
    ("carry", "carries carried carrying"),
    ("discuss", "discusses discussed discussing"),
    ("launch", "launches launched launching"),
    ("clash", "clashes clashed clashing"),
    ("torpedo", "torpedoes torpedoed torpedoing"),
    ("kidnap", "kidnaps kidnapped kidnapping"),
    ("travel", "travels traveled travelled traveling travelling"),
    ("telephone", "telephones telephoned telephoning"),
    ("bury", "buries buried burying"),
    ("deploy", "deploys deployed deploying"),
    ("mediate", "mediates mediated mediating"),
    ("send", "sends sent sending"),
    ("cut", "cuts cutting"),
    ("take", "takes took taken taking"),
    ("pay", "pays paid paying"),
    ("tell", "tells told telling"),
    ("begin", "begins began begun beginning"),
    ("withhold", "withholds withheld withholding"),
    ("dialogue", "dialogues"),
    ("promise", "promises promised promising"),
    ("crisis", "crises"),
    ("gunman", "gunmen"),
    ("knife", "knives knifed knifing"),
    ("tie", "ties tied tying"),
]


@pytest.mark.parametrize(("lemma", "expected"), PARTICULAR, ids=[lemma for lemma, _ in PARTICULAR])
def test_makes_the_forms_that_follow_no_plain_rule(lemma: str, expected: str) -> None:
    assert {lemma, *expected.split()} <= forms(lemma)


@pytest.mark.parametrize(("lemma", "pos"), ANCHORS, ids=[f"{lemma} {pos}" for lemma, pos in ANCHORS])
def test_every_anchor_has_its_regular_forms(lemma: str, pos: str) -> None:
    assert {lemma, *_regular(lemma, pos)} <= LEXICON.forms


def _regular(lemma: str, pos: str) -> set[str]:
    """The regular forms, by the rules of a school grammar."""
    if not lemma.isalpha() or pos == "adj":
        return set()
    y = re.fullmatch(r".*[^aeiou]y", lemma)
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh"))
    plural = f"{lemma[:-1]}ies" if y else f"{lemma}es" if sibilant else f"{lemma}s"
    if pos == "noun":
        return {plural}
    participle = f"{lemma[:-1]}ing" if re.fullmatch(r".*[^eoy]e", lemma) else _doubled(lemma) + "ing"
    return {plural, participle}


def _doubled(lemma: str) -> str:
    """One syllable with one short vowel doubles its last consonant: "hit", "hitting"."""
    return lemma + lemma[-1] if re.fullmatch(r"[^aeiou]+[aeiou][^aeiouwxy]", lemma) else lemma


@pytest.mark.parametrize("sentence", [s for row in ROWS for s in row.yes])
def test_the_form_in_an_example_passes_the_screen(sentence: str) -> None:
    text, (start, end) = unbracket(sentence)
    assert LEXICON.forms & set(re.findall(r"[\w-]+", text[start:end].lower()))


@pytest.mark.parametrize(
    "word", ["table-top", "quickly", "garden", "between", "metaphor", "strict", "threadbare", "officer"]
)
def test_other_words_do_not_pass(word: str) -> None:
    assert word not in LEXICON.forms
