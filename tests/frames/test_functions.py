"""What phrases are to a predicate, in trees built by hand: the same for every construction that says the same."""

from __future__ import annotations

import pytest

from extractor.frames.functions import Functions
from tests.trees import tree

# Construction, tree (tests/trees.py), predicate, its phrases with their functions.
VERBS = [
    (
        "active",
        "rebels/NNS nsubj 1 | attacked/VBD ROOT 1 | towns/NNS dobj 1 | in/IN prep 1 | Mali/NNP pobj 3",
        "attacked",
        "rebels=subject towns=object Mali=in",
    ),
    (
        "passive",
        "towns/NNS nsubjpass 2 | were/VBD auxpass 2 | attacked/VBN ROOT 2 | by/IN agent 2 | rebels/NNS pobj 3",
        "attacked",
        "towns=object rebels=subject",
    ),
    (
        "passive without agent",
        "towns/NNS nsubjpass 2 | were/VBD auxpass 2 | attacked/VBN ROOT 2",
        "attacked",
        "towns=object",
    ),
    (
        "subject relative",
        "The/DT det 1 | man/NN nsubj 5 | who/WP nsubj 3 | shot/VBD relcl 1 | judges/NNS dobj 3 | fled/VBD ROOT 5",
        "shot",
        "man=subject judges=object",
    ),
    (
        "object relative",
        "A/DT det 1 | depot/NN nsubj 5 | that/WDT dobj 4 | jets/NNS nsubj 4 | bombed/VBD relcl 1 | burned/VBD ROOT 5",
        "bombed",
        "depot=object jets=subject",
    ),
    (
        "object relative without pronoun",
        "A/DT det 1 | depot/NN nsubj 4 | jets/NNS nsubj 3 | bombed/VBD relcl 1 | burned/VBD ROOT 4",
        "bombed",
        "depot=object jets=subject",
    ),
    (
        "relative with preposition",
        "The/DT det 1 | envoy/NN ROOT 1 | with/IN prep 5 | whom/WP pobj 2 | rebels/NNS nsubj 5 | met/VBD relcl 1",
        "met",
        "envoy=with rebels=subject",
    ),
    (
        "reduced relative",
        "Villagers/NNS nsubj 4 | shot/VBN acl 0 | by/IN agent 1 | gunmen/NNS pobj 2 | died/VBD ROOT 4",
        "shot",
        "Villagers=object gunmen=subject",
    ),
    (
        "control by the subject",
        "France/NNP nsubj 1 | agreed/VBD/agree ROOT 1 | to/TO aux 3 | meet/VB xcomp 1 | Iran/NNP dobj 3",
        "meet",
        "France=subject Iran=object",
    ),
    (
        "control by the object",
        "France/NNP nsubj 1 | urged/VBD/urge ROOT 1 | Iran/NNP dobj 1 | to/TO aux 4 | meet/VB xcomp 1 | Israel/NNP dobj 4",
        "meet",
        "Iran=subject Israel=object France=x:subject",
    ),
    (
        "control by the subject past an object",
        "France/NNP nsubj 1 | promised/VBD/promise ROOT 1 | Iran/NNP dobj 1 | to/TO aux 4 | meet/VB xcomp 1 | Israel/NNP dobj 4",
        "meet",
        "France=subject Israel=object Iran=x:object",
    ),
    (
        "raising",
        "France/NNP nsubjpass 2 | is/VBZ auxpass 2 | expected/VBN ROOT 2 | to/TO aux 4 | visit/VB xcomp 2 | Iran/NNP dobj 4",
        "visit",
        "France=subject Iran=object",
    ),
    (
        "gerund as complement",
        "Rebels/NNS nsubj 1 | began/VBD ROOT 1 | shelling/VBG xcomp 1 | towns/NNS dobj 2",
        "shelling",
        "Rebels=subject towns=object",
    ),
    (
        "clause under an adjective",
        "Kim/NNP nsubj 1 | is/VBZ/be ROOT 1 | ready/JJ acomp 1 | to/TO aux 4 | meet/VB xcomp 2 | Moon/NNP dobj 4",
        "meet",
        "Kim=x:t:subject Moon=object",
    ),
    (
        "several subjects and objects",
        "France/NNP nsubj 3 | and/CC cc 0 | Britain/NNP conj 0 | met/VBD ROOT 3 | Iran/NNP dobj 3 | and/CC cc 4 | Oman/NNP conj 4",
        "met",
        "France=subject Britain=subject Iran=object Oman=object",
    ),
    (
        "first of two verbs",
        "Jets/NNS nsubj 1 | struck/VBD ROOT 1 | and/CC cc 1 | shelled/VBD conj 1 | towns/NNS dobj 3",
        "struck",
        "Jets=subject towns=object",
    ),
    (
        "second of two verbs",
        "Jets/NNS nsubj 1 | struck/VBD ROOT 1 | and/CC cc 1 | shelled/VBD conj 1 | towns/NNS dobj 3",
        "shelled",
        "Jets=subject towns=object",
    ),
    (
        "two objects",
        "Norway/NNP nsubj 1 | offered/VBD ROOT 1 | Somalia/NNP dative 1 | loans/NNS dobj 1",
        "offered",
        "Norway=subject Somalia=recipient loans=object",
    ),
    (
        "recipient with to",
        "Norway/NNP nsubj 1 | offered/VBD ROOT 1 | loans/NNS dobj 1 | to/IN dative 1 | Somalia/NNP pobj 3",
        "offered",
        "Norway=subject Somalia=recipient loans=object",
    ),
    (
        "accused in the passive",
        "Rebels/NNS nsubjpass 2 | are/VBP auxpass 2 | accused/VBN/accuse ROOT 2 | of/IN prep 2 | attacking/VBG pcomp 3 | towns/NNS dobj 4",
        "attacking",
        "Rebels=subject towns=object",
    ),
    (
        "accused in the active",
        "Police/NNS nsubj 1 | accused/VBD/accuse ROOT 1 | rebels/NNS dobj 1 | of/IN prep 1 | attacking/VBG pcomp 3 | towns/NNS dobj 4",
        "attacking",
        "Police=x:p:subject rebels=subject towns=object",
    ),
    (
        "participle with preposition",
        "After/IN prep 4 | attacking/VBG pcomp 0 | towns/NNS dobj 1 | rebels/NNS nsubj 4 | fled/VBD ROOT 4",
        "attacking",
        "rebels=subject towns=object",
    ),
    (
        "infinitive on a noun with possessor",
        "Turkey/NNP poss 2 | 's/POS case 0 | decision/NN nsubj 6 | to/TO aux 4 | invade/VB acl 2 | Syria/NNP dobj 4 | failed/VBD ROOT 6",
        "invade",
        "Turkey=subject decision=r:head Syria=object",
    ),
    (
        "infinitive on an object",
        "Turkey/NNP nsubj 1 | made/VBD ROOT 1 | threats/NNS dobj 1 | to/TO aux 4 | invade/VB acl 2 | Syria/NNP dobj 4",
        "invade",
        "Turkey=subject threats=r:head Syria=object",
    ),
    (
        "under a verb of speech",
        "Witnesses/NNS nsubj 1 | said/VBD ROOT 1 | gunmen/NNS nsubj 3 | attacked/VBD ccomp 1 | towns/NNS dobj 3",
        "attacked",
        "Witnesses=e:subject gunmen=subject towns=object",
    ),
    (
        "phrase below a phrase",
        "Bombs/NNS nsubj 1 | exploded/VBD ROOT 1 | on/IN prep 1 | buses/NNS pobj 2 | in/IN prep 3 | Aleppo/NNP pobj 4",
        "exploded",
        "Bombs=subject buses=on Aleppo=on>in",
    ),
    (
        "apposition",
        "Macron/NNP nsubj 5 | ,/, punct 0 | president/NN appos 0 | of/IN prep 2 | France/NNP pobj 3 | met/VBD ROOT 5 | envoys/NNS dobj 5",
        "met",
        "Macron=subject president=subject>apposition envoys=object",
    ),
    (
        "two prepositions",
        "They/PRP nsubj 1 | came/VBD ROOT 1 | from/IN prep 1 | behind/IN prep 2 | lines/NNS pobj 3",
        "came",
        "They=subject lines=behind",
    ),
    (
        "objects of two verbs with one subject",
        "Gunmen/NNS nsubj 1 | killed/VBD ROOT 1 | five/CD dobj 1 | and/CC cc 1 | wound/VBD conj 1 | nine/CD dobj 4",
        "killed",
        "Gunmen=subject five=object nine=k:object",
    ),
    (
        "objects of what a noun did",
        "attack/NN nsubj 1 | killed/VBD ROOT 1 | five/CD dobj 1 | and/CC cc 1 | wound/VBD conj 1 | nine/CD dobj 4",
        "attack",
        "five=s:object nine=s:object",
    ),
    (
        "no object of another subject's verb",
        "attack/NN nsubj 1 | killed/VBD ROOT 1 | five/CD dobj 1 | and/CC cc 1 | police/NNS nsubj 5 | blamed/VBD conj 1 | rebels/NNS dobj 5",
        "attack",
        "five=s:object",
    ),
    ("no subject of a bare command", "Attack/VB ROOT 0 | towns/NNS dobj 0", "Attack", "towns=object"),
]
NOUNS = [
    (
        "light verb",
        "France/NNP nsubj 1 | held/VBD ROOT 1 | talks/NNS dobj 1 | with/IN prep 2 | Iran/NNP pobj 3 | in/IN prep 1 | Paris/NNP pobj 5",
        "talks",
        "France=v:subject Iran=with Paris=v:in",
    ),
    (
        "light verb in the passive",
        "Talks/NNS nsubjpass 2 | were/VBD auxpass 2 | held/VBN ROOT 2 | by/IN agent 2 | France/NNP pobj 3 | in/IN prep 2 | Paris/NNP pobj 5",
        "Talks",
        "France=v:subject Paris=v:in",
    ),
    (
        "light verb with to",
        "Norway/NNP nsubj 1 | made/VBD ROOT 1 | an/DT det 3 | offer/NN dobj 1 | to/IN prep 3 | Somalia/NNP pobj 4",
        "offer",
        "Norway=v:subject Somalia=to",
    ),
    (
        "possessor",
        "Turkey/NNP poss 2 | 's/POS case 0 | threat/NN nsubj 5 | to/IN prep 2 | Greece/NNP pobj 3 | worried/VBD ROOT 5 | NATO/NNP dobj 5",
        "threat",
        "Turkey=possessor Greece=to NATO=s:object",
    ),
    (
        "possessive pronoun",
        "Their/PRP$ poss 1 | attack/NN nsubj 2 | failed/VBD ROOT 2",
        "attack",
        "Their=possessor",
    ),
    (
        "between",
        "Talks/NNS nsubj 5 | between/IN prep 0 | France/NNP pobj 1 | and/CC cc 2 | Iran/NNP conj 2 | began/VBD ROOT 5",
        "Talks",
        "France=between Iran=between",
    ),
    (
        "led by",
        "US/NNP npadvmod 2 | -/HYPH punct 2 | led/VBN amod 3 | strikes/NNS nsubj 4 | went/VBD ROOT 4 | on/RP prt 4",
        "strikes",
        "US=a:subject led=modifier",
    ),
    (
        "modifier and on",
        "US/NNP compound 1 | airstrikes/NNS nsubj 4 | on/IN prep 1 | Syria/NNP pobj 2 | killed/VBD ROOT 4 | civilians/NNS dobj 4",
        "airstrikes",
        "US=modifier Syria=on civilians=s:object",
    ),
    (
        "by and against",
        "An/DT det 1 | attack/NN nsubj 6 | by/IN prep 1 | rebels/NNS pobj 2 | against/IN prep 1 | soldiers/NNS pobj 4 | failed/VBD ROOT 6",
        "attack",
        "rebels=by soldiers=against",
    ),
    (
        "of and by",
        "Shelling/NN nsubj 5 | of/IN prep 0 | towns/NNS pobj 1 | by/IN prep 0 | rebels/NNS pobj 3 | resumed/VBD ROOT 5",
        "Shelling",
        "towns=of rebels=by",
    ),
    (
        "second phrase hung under the first",
        "An/DT det 1 | attack/NN nsubj 6 | by/IN prep 1 | rebels/NNS pobj 2 | on/IN prep 3 | towns/NNS pobj 4 | failed/VBD ROOT 6",
        "attack",
        "rebels=by towns=on",
    ),
    (
        "place of the first phrase",
        "Shelling/NN nsubj 5 | of/IN prep 0 | villages/NNS pobj 1 | on/IN prep 2 | borders/NNS pobj 3 | resumed/VBD ROOT 5",
        "Shelling",
        "villages=of borders=of>on",
    ),
    (
        "participle on the noun",
        "Talks/NNS nsubj 4 | hosted/VBN acl 0 | by/IN agent 1 | Oman/NNP pobj 2 | failed/VBD ROOT 4",
        "Talks",
        "Oman=a:subject",
    ),
    (
        "in a prepositional phrase",
        "He/PRP nsubj 1 | died/VBD ROOT 1 | in/IN prep 1 | attacks/NNS pobj 2 | on/IN prep 3 | towns/NNS pobj 4",
        "attacks",
        "He=p:subject towns=on",
    ),
    (
        "below a noun",
        "Plans/NNS nsubj 3 | for/IN prep 0 | talks/NNS pobj 1 | failed/VBD ROOT 3",
        "talks",
        "Plans=n:head",
    ),
    (
        "verb form as modifier",
        "Visiting/VBG amod 1 | envoys/NNS nsubj 2 | left/VBD ROOT 2",
        "Visiting",
        "envoys=m:head",
    ),
]
ADJECTIVES = [
    (
        "predicate",
        "Kim/NNP nsubj 1 | is/VBZ/be ROOT 1 | ready/JJ acomp 1 | to/TO aux 4 | meet/VB xcomp 2 | Moon/NNP dobj 4",
        "ready",
        "Kim=t:subject",
    ),
]
TABLE = [row for table in (VERBS, NOUNS, ADJECTIVES) for row in table]


@pytest.mark.parametrize(
    ("description", "trigger", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_names_the_functions(description: str, trigger: str, expected: str) -> None:
    parsed = tree(description)
    found = Functions(parsed).of_trigger(parsed.words.index(trigger))
    assert {parsed.words[k]: function for k, function in found.items()} == dict(
        item.split("=") for item in expected.split()
    )


PASSIVES = [
    ("towns/NNS nsubjpass 2 | were/VBD auxpass 2 | hit/VBN ROOT 2", "hit", True),
    ("jets/NNS nsubj 2 | have/VBP aux 2 | hit/VBN ROOT 2 | towns/NNS dobj 2", "hit", False),
    ("towns/NNS ROOT 0 | hit/VBN acl 0 | by/IN agent 1 | jets/NNS pobj 2", "hit", True),
    (
        "towns/NNS nsubjpass 2 | were/VBD auxpass 2 | hit/VBN ROOT 2 | and/CC cc 2 | burned/VBN conj 2",
        "burned",
        True,
    ),
    ("jets/NNS nsubj 1 | hit/VBD ROOT 1 | and/CC cc 1 | burned/VBD conj 1", "burned", False),
    (
        "envoys/NNS nsubjpass 2 | were/VBD auxpass 2 | freed/VBN ROOT 2 | and/CC cc 2 | invited/VBD/invite conj 2",
        "invited",
        True,
    ),
    (
        "envoys/NNS nsubjpass 2 | were/VBD auxpass 2 | freed/VBN ROOT 2 | and/CC cc 2 | talked/VBD/talk conj 2",
        "talked",
        False,
    ),
]


@pytest.mark.parametrize(
    ("description", "verb", "expected"), PASSIVES, ids=[row[0].replace("/", "_") for row in PASSIVES]
)
def test_tells_passives(description: str, verb: str, expected: bool) -> None:
    parsed = tree(description)
    assert Functions(parsed).passive(parsed.words.index(verb)) is expected


@pytest.mark.parametrize("length", [2, 30, 400])
def test_long_chains_of_clauses_come_to_an_end(length: int) -> None:
    """Coordination and control may be as deep as a text makes them."""
    chain = " | ".join(f"struck/VBD conj {i - 1}" for i in range(2, length))
    parsed = tree("jets/NNS nsubj 1 | struck/VBD ROOT 1" + (f" | {chain}" if chain else ""))
    functions = Functions(parsed)
    for i in range(1, len(parsed)):
        assert i not in functions.of_trigger(i)
