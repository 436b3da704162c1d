"""Who is hit in return has made the attack before, and the other way round."""

from __future__ import annotations

import pytest

from tests.reading import Reading

SOURCES = [
    ("Pakistani jets killed nine Taliban fighters in retaliation for a bombing at a mosque in Peshawar.",
     {"Taliban"}),
    ("The air force struck Boko Haram positions in retaliation for a raid on Bama.", {"Boko Haram"}),
    ("Israel hit a base in Syria in retaliation for a rocket attack on the Golan.", set()),
    ("Hamas fired rockets at Ashkelon in response to an attack on a Hamas commander.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attackers"), SOURCES, ids=[text[-50:] for text, _ in SOURCES])
def test_who_is_hit_in_return_is_the_source(text: str, attackers: set[str], read: Reading) -> None:
    answered = read(text).events[-1]
    assert {actor.name for actor in answered.actors if actor.role == "source"} == attackers


TARGETS = [
    ("The PKK attacked a police post in Hakkari. Turkey retaliated with air strikes.", {"Kurdistan Workers' Party"}),
    ("The rebels shelled a village near Bunia on Monday. The army responded with an air strike on Tuesday.",
     {"rebels"}),
    ("The militia attacked the airport, and the army responded with artillery strikes.", {"militia"}),
    ("Separatists attacked a bus near Bamenda. Soldiers retaliated by shelling the town of Kumbo.", {"Kumbo"}),
    ("The rebels shelled a village near Bunia. The army carried out an air strike on Tuesday.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims"), TARGETS, ids=[text[-50:] for text, _ in TARGETS])
def test_whoever_attacked_is_the_target_of_the_return(text: str, victims: set[str], read: Reading) -> None:
    answering = read(text).events[-1]
    assert {actor.name for actor in answering.actors if actor.role == "target"} == victims


AVENGED = [
    ("An Israeli air strike killed a Hezbollah commander in Tyre. Hezbollah vowed revenge.", {"Israel"}),
    ("Rebels shot down a helicopter near Goma. The president promised a crushing response.", {"Rebels"}),
    ("Hezbollah vowed revenge after an Israeli strike killed its leader.", {"Israel"}),
    ("Gunmen from al-Shabaab stormed a hotel in Mogadishu. Kenya vowed to hit back.", {"Gunmen"}),
    ("A bomb hit a bus in Aden. Al-Qaeda claimed responsibility and the army vowed revenge.", {"al-Qaeda"}),
    ("A bomb killed 30 soldiers in Quetta. The prime minister vowed to avenge them.", set()),
    ("Israel attacked a base in Syria. Iran said that it would respond if it was attacked.", set()),
    ("Poland expelled two Russian diplomats. Moscow vowed to retaliate.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims"), AVENGED, ids=[text[-50:] for text, _ in AVENGED])
def test_whoever_attacked_is_threatened_with_revenge(text: str, victims: set[str], read: Reading) -> None:
    (threat,) = [event for event in read(text).events if event.type == "threat"]
    assert {actor.name for actor in threat.actors if actor.role == "target"} == victims
