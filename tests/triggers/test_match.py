"""Candidate triggers in trees that are built by hand."""

from __future__ import annotations

import pytest

from extractor.triggers.lexicon import Lexicon
from extractor.triggers.match import candidates
from tests.trees import tree

LEXICON = Lexicon.load()

# The tree (tests/trees.py), and the matches: row and words.
TABLE = [
    (
        "rebels/NNS nsubj 1 | attacked/VBD/attack ROOT 1 | convoys/NNS/convoy dobj 1",
        [("strike.verb.attack", "attacked")],
    ),
    ("the/DT det 1 | attacks/NNS/attack nsubj 2 | ended/VBD/end ROOT 2", [("strike.noun.attack", "attacks")]),
    # A particle right behind belongs to the trigger; one farther off does not.
    (
        "rebels/NNS nsubj 1 | shot/VBD/shoot ROOT 1 | down/RP prt 1 | jets/NNS/jet dobj 1",
        [("strike.verb.down", "shot down")],
    ),
    (
        "rebels/NNS nsubj 1 | shot/VBD/shoot ROOT 1 | jets/NNS/jet dobj 1 | down/RP prt 1",
        [("strike.verb.down", "shot")],
    ),
    # A condition that does not hold leaves the plain pattern.
    ("police/NNS nsubj 1 | shot/VBD/shoot ROOT 1 | him/PRP dobj 1", [("strike.verb.shoot", "shot")]),
    ("they/PRP nsubj 1 | sat/VBD/sit ROOT 1", []),
    ("they/PRP nsubj 1 | sat/VBD/sit ROOT 1 | down/RP prt 1", [("meeting.verb.engage", "sat down")]),
    # The governor decides: "opened fire" is a shooting, a fire is none.
    (
        "men/NNS nsubj 1 | opened/VBD/open ROOT 1 | fire/NN dobj 1",
        [("strike.verb.shoot", "opened"), ("strike.noun.shooting", "fire")],
    ),
    ("the/DT det 1 | fire/NN nsubj 2 | burns/VBZ/smoulder ROOT 2", []),
    # The same lemma is a trigger as one part of speech and not as another.
    (
        "the/DT det 1 | ready/JJ amod 2 | troops/NNS/troop ROOT 2",
        [("offer.adj.ready", "ready"), ("threat.adj.retaliatory", "ready")],
    ),
    # Headlines set nouns as names.
    (
        "Peace/NNP compound 1 | Talks/NNPS/talks nsubj 2 | Resume/VBP/resume ROOT 2",
        [("meeting.noun.talks", "Talks")],
    ),
    # A gerund with an article or in the place of a noun is one, whatever its tag.
    ("the/DT det 1 | meeting/VBG/meet nsubj 2 | ended/VBD/end ROOT 2", [("meeting.noun.meeting", "meeting")]),
    ("shelling/VBG/shell nsubj 1 | resumed/VBD/resume ROOT 1", [("strike.noun.shelling", "shelling")]),
    (
        "heavy/JJ amod 1 | shelling/VBG/shell csubj 2 | resumed/VBD/resume ROOT 2",
        [("strike.noun.shelling", "shelling")],
    ),
    (
        "they/PRP nsubj 2 | are/VBP/be aux 2 | shelling/VBG/shell ROOT 2 | it/PRP dobj 2",
        [("strike.verb.shell", "shelling")],
    ),
    (
        "meeting/VBG/meet advcl 4 | him/PRP dobj 0 | ,/, punct 4 | she/PRP nsubj 4 | smiled/VBD/smile ROOT 4",
        [("meeting.verb.meet", "meeting")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text.replace("/", "_") for text, _ in TABLE])
def test_finds_the_triggers(text: str, expected: list[tuple[str, str]]) -> None:
    parsed = tree(text)
    found = [(c.row.id, " ".join(parsed.words[c.first : c.last + 1])) for c in candidates(parsed, LEXICON)]
    assert [match for match in found if match[0] not in _RARE] == expected


# Rows of every-day verbs, which match nearly anything and leave the decision to the judge.
_RARE = {row.id for row in LEXICON.rows if row.prior == "rare"} - {
    "meeting.verb.engage",
    "threat.adj.retaliatory",
}


def test_a_token_has_one_row_of_a_type() -> None:
    parsed = tree("a/DT det 1 | threat/NN nsubj 4 | to/TO aux 3 | strike/VB acl 1 | came/VBD/come ROOT 4")
    found = [(c.token, c.row.type) for c in candidates(parsed, LEXICON)]
    assert len(found) == len(set(found))
    assert {(1, "threat"), (3, "strike")} <= set(found)
