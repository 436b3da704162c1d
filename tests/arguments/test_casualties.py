"""Who was killed or wounded, in a sentence of its own behind that of the attack."""

from __future__ import annotations

import pytest

from tests.reading import Reading

TEXTS = [
    ("A bomb exploded at a market in Gombe on Monday. Six people were killed.", {"Six people"}),
    ("Gunmen attacked a bus near Jos. At least nine people were wounded, police said.", {"nine people"}),
    ("Two rockets hit a school in Zintan. Four pupils died and eleven others were injured.",
     {"Four pupils", "eleven others"}),
    ("Rebels attacked a village near Bunia. Seven farmers were killed and twelve others were wounded.",
     {"Seven farmers", "twelve others"}),
    ("Bandits attacked a village in Zamfara. It was market day. Nine traders, including two women, were also killed.",
     {"Nine traders"}),
    ("Militants stormed a hotel in Bamako. Among the dead were two nurses.", {"two nurses"}),
    ("A car bomb exploded in Idlib. A judge was among those injured.", {"A judge"}),
    ("A missile hit a hospital in Sumy. The victims include a doctor.", {"a doctor"}),
    ("Rebels ambushed a convoy near Kidal. Dozens of mercenaries were killed.", {"mercenaries"}),
    # of the attacker's side, or nobody
    ("A suicide bomber attacked a mosque in Kano. Two other bombers were also killed.", set()),
    ("Militants attacked a barracks in Bama. Five militants were also killed.", set()),
    ("Militants attacked a barracks in Bama. Five jihadists were also killed.", set()),
    ("Turkey shelled a village near Afrin. Two Turkish soldiers were killed.", set()),
    ("Gunmen attacked a bank in Cali. No customers were hurt.", set()),
    ("Gunmen attacked a bank in Cali. They were injured.", set()),
    ("Rebels attacked a convoy near Goma. Three of the dead were drivers.", set()),
    ("Turkey shelled a village near Afrin. It said two of its soldiers had been killed.", set()),
    ("Rebels ambushed a convoy near Kidal. Two of its guards were killed.", set()),
    # of another occasion
    ("A car bomb exploded in Idlib. A week earlier, ten people were killed.", set()),
    ("A car bomb exploded in Idlib. Ten people were killed when a bus fell into a river.", set()),
    ("A car bomb exploded in Idlib. Thousands have been killed since the war began.", set()),
    ("A car bomb exploded in Idlib. In 2012 ten people were killed on the same road.", set()),
    ("A car bomb exploded in Idlib. Ten people died of cholera.", set()),
    ("A car bomb exploded in Idlib. Ten people died in Homs of cholera.", set()),
    ("Gunmen could attack the bank in Cali. Two people died.", set()),
    ("The two leaders met in Cali. Two people were killed.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims"), TEXTS, ids=[text[-50:] for text, _ in TEXTS])
def test_who_is_harmed_is_a_target(text: str, victims: set[str], read: Reading) -> None:
    found = [actor for event in read(text).events for actor in event.actors if actor.role == "target"]
    behind = text.index(". ")
    told = {actor.span.text.lower() for actor in found if actor.span.start > behind}
    assert len(told) == len(victims)
    assert all(any(victim.lower() in name for name in told) for victim in victims)


BEFORE = [
    ("Nine farmers were killed near Herat. The governor blamed rebels for the ambush.", {"Nine farmers"}),
    ("Two nurses were killed and six others were wounded. The army denied that it was behind the attack.",
     {"Two nurses", "six others"}),
    ("Six miners died of cholera near Goma. The mayor blamed rebels for the ambush.", set()),
    ("Jets bombed Homs. Two men were killed in Rome. Police blamed a gang for the attack.", set()),
    ("Two men were killed in Rome. The minister condemned the attack on a synagogue.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims"), BEFORE, ids=[text[-50:] for text, _ in BEFORE])
def test_who_was_harmed_before_is_a_target_of_the_attack(text: str, victims: set[str], read: Reading) -> None:
    event = read(text).events[-1]
    names = {actor.name for actor in event.actors if actor.role == "target"}
    assert {name.split()[0] for name in victims} <= {name.split()[0] for name in names}
    assert victims or "killed" not in " ".join(names)


ATTACKERS = [
    ("Two people were stabbed at a shop in Lugano. The attacker is a woman from Basel.", {"attacker"}),
    ("A shooting at a radio station in Accra killed four people. The suspected gunman was arrested.", {"gunman"}),
    ("A grenade was thrown into a bar in Bujumbura. The perpetrator remains unknown.", {"perpetrator"}),
    ("Rebels attacked a village near Goma. The attackers fled.", {"ebels"}),
    ("A shooting at a market in Seattle wounded three people. A 17-year-old suspect was arrested.", {"suspect"}),
    ("A bomb may explode in Cali. The attacker is unknown.", set()),
    ("A bomb exploded in Cali. A suspect bag was found.", set()),
    ("A bomb exploded in Cali. A gunman robbed a shop.", set()),
    ("A bomb exploded in Cali. A suspect in another case was charged.", set()),
    ("No group has said that it was behind the bombing of a mosque in Herat.", set()),
]  # fmt: skip


BLAMED = [
    ("A car bomb exploded outside a bank in Bogota. Officials blamed the ELN.", {"National Liberation Army"}),
    ("Rockets hit a base near Erbil. The Pentagon blamed it on Kataib Hezbollah.", {"Hezbollah"}),
    ("A rocket hit a bus in Aleppo. The government accused the rebels of carrying it out.", {"rebels"}),
    ("A bomb exploded in Quetta. Two people were hurt. Provincial officials blamed Baloch separatists.",
     {"Baloch separatists"}),
    ("Gunmen shot dead a judge in Cali. Police suspect a drug gang.", {"Gunmen", "drug gang"}),
    ("A bomb exploded in Quetta. The opposition blamed the government for the weak economy.", set()),
    ("A bus was bombed in Aleppo. Both sides blamed each other.", set()),
    ("A bus was bombed in Aleppo. Police suspect that he was followed.", set()),
    ("Somali troops attacked al-Shabaab camps near Merca. The president blamed clan elders.", {"Somali troops"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "attackers"), BLAMED, ids=[text[-50:] for text, _ in BLAMED])
def test_who_is_blamed_in_a_sentence_of_its_own_is_the_source(
    text: str, attackers: set[str], read: Reading
) -> None:
    events = [event for event in read(text).events if event.type == "strike"]
    names = {actor.name for event in events for actor in event.actors if actor.role == "source"}
    assert len(names) == len(attackers)
    assert all(any(attacker in name for name in names) for attacker in attackers)


def test_who_is_said_to_be_the_attacker_is_told_by_what_he_is(read: Reading) -> None:
    (event,) = read("A bombing killed nine people in Baghdad. The attacker was a former policeman.").events
    assert [a.span.text for a in event.actors if a.role == "source"] == ["a former policeman"]


@pytest.mark.parametrize(("text", "attackers"), ATTACKERS, ids=[text[-50:] for text, _ in ATTACKERS])
def test_who_is_called_the_attacker_is_the_source(text: str, attackers: set[str], read: Reading) -> None:
    names = {actor.name for event in read(text).events for actor in event.actors if actor.role == "source"}
    assert len(names) == len(attackers)
    assert all(any(attacker in name for name in names) for attacker in attackers)
