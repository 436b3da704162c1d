"""What is a threat outright, and what only looks like an offer or a threat; the trigger stands in brackets."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.triggers.lookalikes import is_no_act
from extractor.triggers.outright import outright_odds
from tests.factuality.marked import candidate

OUTRIGHT = [
    "If they come, we will [answer] with all our might.",
    "The minister [warned] that any such attempt would be met with annihilation.",
    "The army [warned] that any incursion will be answered with fire.",
    "The general said that anyone who disrupted the vote would [face] prison.",
    "The general told lawmakers that rebels who disrupted the vote would [face] the death penalty.",
    "The militia [pledged] to avenge its commander.",
    "China will [retaliate] if the United States raises tariffs.",
    "Ottawa would [hit] back unless Washington backed down.",
    "The junta [vowed] to strike back.",
    "The militia [swore] vengeance on the governor.",
    "Kenya [promised] to respond to the attack.",
    "Chad [vowed] to respond if it is attacked.",
    "The company [threatens] to stop its deliveries.",
    "A student was detained after [threatening] a shooting at a fair.",
    "Serbia [warned] of a harsh response.",
    "Oslo [warned] that Riga would be held responsible.",
    "The chancellor [warned] that smugglers could face consequences.",
    "The colonels [gave] the ambassador three days to leave.",
    "The clinic was closed after arson [threats].",
    "The market was closed because of [threats] by insurgents.",
    "The league lifted its [threat] of boycotting the cup.",
    "The prison received several [threats] of violence.",
    "The army is [ready] to strike the rebels.",
    "The minister said that they were [prepared] to use force.",
    "Chad [reserves] the right to respond to the raid.",
    "Oslo [warned] that Riga would face sanctions.",
    "The minister [warned] that Peru would not tolerate the raids.",
    "The minister [warned] that a blockade would be a big mistake.",
    "The ministry [warned] the firms to leave or face a fine.",
    "The president [promised] to impose sanctions on Peru.",
    "The group [vowed] to carry out more attacks.",
    "The governor, [threatened] by gangs, fled.",
    "Brussels [threatened] the platform with a fine.",
    "Rebels [threatened] the mayor with death.",
    "Oslo [warned] the bank of sanctions.",
    "[Warned] by Oslo of sanctions, the bank closed its office.",
    "The militia [warned] that it might resume attacks on barges.",
    "The rebels [warned] that they may march on the capital.",
    "The premier [warned] his army could open fire on the boats.",
    "The general [warned] that his men were ready to fight.",
    "Deputy premier Klein wrote to her, [warning] that ministers from his party would resign.",
    "The treasury said that it would [place] sanctions on three Omani banks.",
    "Peru announced on Monday that it would [impose] a tariff of a fifth on Bolivian tin.",
    "Chad said it would [leave] the treaty if the grants were cut.",
    '"If they cross the river, we will [burn] their boats," the general said.',
    "Togo will [launch] an operation against the rebels within days, Ann Doe said.",
    "Lukas Bo said that Ghana might [go] to war if it was attacked.",
    "Maya Lund announced that she would [boycott] the summit in Quito.",
    "The envoys urged Chad to free the nurses or [face] sanctions.",
    "The firms must pay or [face] sanctions, the minister said.",
    "Chad [vows] to continue its operations in the south.",
    "The envoy did not [rule out] the use of force.",
    "The minister did not [rule out] military action.",
    "The army said it would [launch] an operation in the south.",
    '"We will [begin] our operation within days," he told reporters.',
    "The militia said that it may [attack] the airport at any time.",
    "The bloc said it could [resort] to military intervention.",
    "Chad will [take] countermeasures against firms from Togo, a spokesman said.",
    "The minister refused to [rule out] sanctions on Chad.",
    "Bo said he could not [exclude] sending troops to Togo.",
    "The party [vowed] to boycott the vote.",
    "The general said that the army would [attack] the camps.",
    "The Chadian rulers will have to [pay] the price, the envoy said.",
    "The ambassador was [given] ten days to leave by the junta.",
    "The killing of its pilots would not [go] unanswered, Ankara said.",
    "The raid will never [pass] unpunished, the general said.",
    "The army will not [hesitate] to use nuclear weapons.",
    "Israel would not [hesitate] to strike the convoy.",
    "Iran will not [hesitate] to hit Israeli bases.",
    "The EU will not [hesitate] to impose sanctions on Belarus.",
    "Chad would not [hesitate] to bomb Hezbollah again.",
    "The bloc said it could [resort] to military force.",
    "Beijing has never [ruled] out the use of force.",
    "The government has not [ruled] out a military intervention.",
    "Oslo will [impose] tariffs on Peru.",
    "The colonel [promised] punishment for the raid.",
    "The emir answered with [threats] of his own.",
    "Oslo met the tariffs with a [threat] of its own.",
    "The editor received [threats] of murder from the cartel.",
    "[Threats] of torture by the guards made him sign.",
    "The militia [vowed] to defend the coast and strike Chad.",
    "Togo [vowed] that it would not hesitate to strike Ghana.",
    "Its envoys said any vessel would become a [target].",
]
NOT_OUTRIGHT = [
    "If they write, we will [answer] with a letter.",
    "The doctor [warned] that any infection would be met with antibiotics.",
    "The bank [warned] that the plan would be met with scepticism.",
    "The lawyer said that his client would [face] the death penalty.",
    "The law says that anyone who disrupts the vote will [face] prison.",
    "We will [hit] back if we concede an early goal.",
    "The virus brings [threats] of its own.",
    "There are [threats] of rain.",
    "The [threat] of arrest hangs over him.",
    "The nurses [vowed] to stay and strike.",
    "The team [vowed] to regroup and attack.",
    "The mayor [promised] to respond to letters within a week.",
    "The shop [promised] to plant trees.",
    "The office [warned] of long queues.",
    "The firm [gave] its staff three days to rest.",
    "The landlord [gave] the tenants three days to leave.",
    "The valley was emptied because of [threats] from a wildfire.",
    "The army speaks of growing [threats] from insurgents.",
    "The union fears the [threat] of job losses.",
    "The islands are [threatened] by drought.",
    "The team [threatened] the visitors with quick passes.",
    "The clinic [warned] that it could run out of beds.",
    "The charity [warned] that it might have to close its schools.",
    "The city said it would [impose] a fee on scooters.",
    "The bakery said it would [stop] baking rye bread if flour became dear.",
    "The governor said he would [resign] if he lost the vote.",
    "Nurses said they would [strike] over pay.",
    "The army said it would not [attack] the town if the rebels left.",
    "Families must move or [face] hunger.",
    "The minister [vowed] to resign.",
    "The envoy [ruled out] the use of force.",
    "The general [vowed] to destroy his chemical weapons.",
    "Patients will [pay] the price, doctors said.",
    "The pilots said that the rebels could [attack] at any time.",
    "Chad said that the army might [hit] the dam.",
    "Crimes against reporters often [go] unpunished.",
    "Do not [hesitate] to call the army after an attack.",
    "The band will not [hesitate] to hit the road.",
    "The sick may [resort] to private clinics during the strike.",
    "The council will [impose] a fee on parking.",
    "The council said that it would [impose] restrictions on parking from Monday.",
    "The singer said that she would [boycott] the show.",
    "The union has not [ruled out] strike action.",
    "The bloc said that it would not [resort] to force.",
    "The minister [vowed] to cut taxes on oil.",
    "The airline said that it would [resume] operations on Monday.",
    "The airline said it would [resume] operations if the port opened.",
    "The senator [vowed] to kill the bill.",
    "The banker said that Germany would [pay] the price of gas.",
]
NO_ACT = [
    ("threat", "Barcelona will [hit] back if Madrid score first."),
    ("meeting", "The [call] to free the pilots angered the premier."),
    ("meeting", "The emir issued the [call] at a rally in Oslo."),
    ("threat", "The dispute [threatens] to delay the start of the season."),
    ("threat", "The strike [threatens] to close the port."),
    ("threat", "The group remains a [threat]."),
    ("threat", "Tehran did not [hesitate] to strike the base."),
    ("threat", "The union will not [hesitate] to strike."),
    ("threat", "The minister will not [hesitate] to defend the budget."),
    ("threat", "The junta [vowed] never to give up its weapons."),
    ("threat", "The general [vowed] to continue to resist the rebels."),
    ("threat", "The chancellor [vowed] to investigate the inspectors."),
    ("threat", "There was unrest among the miners that [threatens] to stop the trains."),
    ("threat", "The junta said that it would [halt] the offensive if the hostages were freed."),
    ("offer", "The premier [promised] to protect his citizens."),
    ("offer", "The governor [proposed] amendments to the charter."),
    ("offer", "The mayor defended the [proposed] tax on parking."),
    ("offer", "The owner of the company ended her [bid] for the presidency."),
    ("threat", "In the film a gangster [threatens] to kill a judge."),
    ("offer", "In the novel the king [offers] the knight an island."),
    ("threat", "The visitors [threatened] to equalise."),
    ("threat", "The team [vowed] to avenge the loss."),
    ("threat", "Analysts say that Chad will [respond] to the raid."),
    ("threat", "The villagers fear that the army will [respond]."),
    ("threat", "The army was sent against [threats] posed by insurgents."),
    ("threat", "The report names Chad as a [threat] to exporters."),
    ("threat", "The plan is to reduce the Chadian [threat]."),
    ("threat", "The minister [warned] that the lake was drying up."),
    ("threat", "Oslo [warned] that a rescue of the climbers would be difficult."),
    ("offer", "Banks were banned from [offering] credit cards to students."),
    ("offer", "The decree requires hotels to [offer] their guests a refund."),
    ("offer", "Irish voters reject the [proposal] for a ceiling on rents."),
    ("offer", "The general has not said whether he is [ready] to meet the rebels."),
    ("offer", "The army is [ready] to attack the rebels."),
    ("offer", "Volunteers are [ready] to defend the town."),
    ("offer", "The rebels are no longer [willing] to talk to the government."),
    ("offer", "The rebel may come back when he is [ready] to talk."),
    ("offer", "If Ghana is [ready] to negotiate, the war could end."),
    ("offer", "The ministers [pledged] to work together against smugglers."),
    ("offer", "The mayor [offered] to step down."),
    ("offer", "The chairman has [offered] to stand aside until the inquiry ends."),
    ("offer", "The archbishop [offered] to resign over abuse cases."),
    ("offer", "The treasurer [offered] to leave his post."),
    ("offer", "The hotel [offers] guests a pool."),
    ("offer", "The insurer [offers] cover to drivers over 70."),
    ("offer", "The hospital will [offer] its patients a free test."),
    ("offer", "The visit was made on the [initiative] of Chad."),
    ("threat", "The rebels took the bridge, [threatening] a fragile ceasefire."),
    ("threat", "The gangs [threaten] the stability of the coast."),
    ("threat", "The rebels [threaten] a shaky cease-fire."),
    ("threat", "The envoy does not feel that he is under any [threat]."),
    ("threat", "The minister spoke against the language of [threats]."),
    ("threat", "Ghana said that Togo would [attack] the dam if aid stopped."),
    ("threat", "Her letter will not [go] unanswered, the bank said."),
    ("threat", "The bloc will not [resort] to force."),
    ("threat", "The general said he would [respond] to the demands in writing."),
    ("threat", "Togo says it will not [respond] to the criticism."),
    ("threat", "The ministry will [respond] to questions on Monday."),
    ("threat", "The Chadian army [warned] that Sudan could launch an offensive."),
    ("threat", "Chad's army [warned] that the militia could attack the town."),
    # one against his own
    ("threat", "Her husband gave her an [ultimatum] about the dog."),
    ("threat", "The club gave its striker an [ultimatum]: sign or be sold."),
    ("threat", "The owner of the bar heard the coach's [ultimatum] to the captain."),
    ("threat", "Her mother [threatened] to throw the phone out of the window."),
    ("threat", "The teacher [threatened] to keep the class after school."),
    ("threat", "The striker [threatened] to leave the club."),
    ("threat", "He [threatened] to walk out of the marriage."),
    ("threat", "The champion [vowed] revenge after her defeat."),
    ("threat", "Lund [vowed] to hit back after losing the final."),
    # services, work and weddings
    ("offer", "The bank [offers] loans at 3 percent to first-time buyers."),
    ("offer", "The bank made an [offer] to its customers."),
    ("offer", "The school [invited] parents to an open day."),
    ("offer", "She received an [invitation] to the wedding."),
    ("offer", "The retired baker [volunteers] at a food bank."),
    ("offer", "The actor is [willing] to work nights."),
    ("offer", "The nurse [volunteered] for the night shift."),
    ("offer", "The mayor [invited] residents to a bicycle ride."),
    ("offer", "She was [invited] to the premiere."),
    ("threat", "The captain of the side [threatened] to retire."),
    ("threat", "The conductor gave the orchestra an [ultimatum] over punctuality."),
    ("strike", "The [raid] on the warehouse uncovered 9,000 bottles of fake vodka."),
    ("strike", "A jealous husband [shot] his wife's lover."),
    ("meeting", "The cousins [met] at the lake every summer."),
    ("meeting", "[Visits] to prisoners are allowed on Sundays."),
    ("meeting", "The [meeting] of the two rivers is a popular spot for anglers."),
    ("strike", "The [operation] on the king's knee was a success."),
    ("strike", "The [operation] to raise the wreck began at dawn."),
    ("strike", "The [invasion] of the hornets worries growers."),
    ("strike", "Rebels in the ruling party [attacked] the leader over the budget."),
    ("strike", "In the series, terrorists [attack] a cruise ship."),
    ("meeting", "The school class [visited] the parliament in Berlin."),
    ("offer", "He [proposed] to his girlfriend on the bridge."),
]
ACT = [
    ("meeting", "In the [call], the emir told the premier that he would act."),
    ("meeting", "The emir used the [call] to urge the premier to act."),
    ("meeting", "The emir made a phone [call] to the premier."),
    ("meeting", "The emir made the [call] to the premier on Monday."),
    ("threat", "The director of the film [threatened] to leave the country."),
    ("threat", "A letter [threatened] to kill the judge."),
    ("threat", "The general says that Chad will [respond] to the raid."),
    ("threat", "The army will [respond] to any provocation with force."),
    ("threat", "The party [threatens] to leave the coalition."),
    ("threat", "It was an alleged bomb [threat]."),
    ("threat", "The general [warned] that the army was preparing to attack Chad."),
    ("threat", "The minister [warned] that a blockade would be a big mistake."),
    ("offer", "The rebels reject the [proposal] for a truce."),
    ("offer", "The general is [ready] to meet the rebels."),
    ("threat", "The general [vowed] never to forgive the rebels."),
    ("offer", "The bank raised its [bid] for the broker."),
    ("offer", "The emir [proposed] a truce."),
    ("offer", "Norway agreed to [offer] the rebels a truce."),
    ("offer", "When the talks failed, Oman said it was [ready] to help."),
    ("offer", "The president [offered] to resign in exchange for a ceasefire."),
    ("offer", "The general [offered] to step down if the siege ended."),
    ("offer", "The minister [offered] the king his resignation."),
    ("offer", "The bank [offers] the government a loan."),
    ("offer", "The company [offers] the union a pay rise."),
    ("offer", "The militia [offers] students a school."),
    ("offer", "Japan [pledged] to cooperate with Manila."),
    ("threat", "Rebels [threatened] an offensive."),
    ("threat", "The judge was under [threat] of attack by the gang."),
    ("threat", "Togo's president said that Togo would [attack] the dam if aid stopped."),
    ("threat", "The Chadian army [warned] that Sudan would pay for the raid."),
    ("strike", "Customs officers [raided] a den, shooting two and seizing rifles."),
    ("strike", "Israeli soldiers [raided] the hospital and arrested twelve doctors."),
    ("meeting", "The king [travelled] to Rome to see the pope."),
    ("threat", "The kidnappers gave the parents an [ultimatum]."),
    ("threat", "The junta issued an [ultimatum] to the coach of the national team."),
    ("threat", "The singer [threatened] to shoot the judge."),
    ("threat", "Players [threatened] to boycott the cup."),
    ("threat", "Spain [threatened] to leave the club of donors."),
    ("threat", "The militia [vowed] revenge after its defeat in Goma."),
    ("threat", "The emir [vowed] to hit back after losing the town."),
    ("offer", "The bank [offered] Ghana a loan at 3 percent."),
    ("offer", "The museum [invited] the emir to a ceremony."),
    ("offer", "The president [invited] residents of Gaza to Chad."),
    ("offer", "The emir was [invited] to a summit."),
    ("offer", "The mayor [invites] residents to join the trials."),
    ("strike", "The American [raid] on the bunker found two dead hostages."),
    ("strike", "A husband with a rifle [shot] two guards."),
    ("strike", "The army began an [operation] near the hospital."),
    ("strike", "In the series of raids rebels [attacked] two ships."),
    ("meeting", "[Visits] by three ministers were allowed in May."),
    ("offer", "The king accepted an [invitation] to Oslo."),
    ("offer", "Chad [volunteered] to host the talks."),
    ("offer", "Chad is [willing] to work with the rebels."),
    ("offer", "The emir [proposed] to the king that they meet."),
]


@pytest.mark.parametrize(
    ("text", "outright"),
    [
        ("Oslo is [ready] to coordinate relief with Kyiv.", True),
        ("The rebels are [willing] to talk with Paris.", True),
        ("Ghana said it was [prepared] to share water with Togo.", True),
        ("The singer is [ready] to work with a new band.", False),
        ("The coach is [prepared] to talk with the press.", False),
        ("The runner was [ready] to compete with Bolt.", False),
    ],
)
def test_who_is_ready_to_deal_with_a_side_makes_an_offer(extractor: Any, text: str, outright: bool) -> None:
    sentence, found = candidate(extractor, text, "offer")
    assert (outright_odds(sentence.tree, found.token, "offer") > 0) == outright


def test_an_offer_to_give_or_to_give_in_is_one_outright(extractor: Any) -> None:
    sentence, found = candidate(extractor, "The rebels [offered] to release their prisoners.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "Ghana [vowed] to send medicine to Togo.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "The rebels are [ready] to release the pilots.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "The bank [promised] Togo a loan.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "Orsa rejected a third [bid] from Delta.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "Orsa [offers] $20bn for a game maker.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") > 0
    sentence, found = candidate(extractor, "The fair [offers] $20 for a pie.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") == 0
    sentence, found = candidate(extractor, "The judge rejected a [bid] from the defence.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") == 0
    sentence, found = candidate(extractor, "The coach [promised] his team a rest.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") == 0
    sentence, found = candidate(extractor, "The emir [offered] to sing a song.", "offer")
    assert outright_odds(sentence.tree, found.token, "offer") == 0


MEETING = [
    "Merger [talks] between Danube Air and Tatra Airlines failed.",
    "Ann Lee and Jan Holm [spoke] for an hour.",
    "Lee and Holm [talked] by phone on Friday.",
    "The bloc [exchanged] views with Iceland on fishing.",
    "A [dinner] was hosted in honour of the visiting president.",
    "The emir gave a [banquet] for the delegation.",
    "In a [call] to Lee, the premier asked for help.",
    "Holm got a [call] from the premier.",
    "The mediator [met] the rebels in Juba.",
    "The ministers of Chad and Togo [met] as protesters marched.",
    "President Lee will [meet] with opposition leaders.",
]
NO_MEETING = [
    "The [talks] between Monday and Friday are open to all.",
    "The [dialogue] between faith and reason is old.",
    "The minister and the mayor [spoke] at a rally on Friday.",
    "Lee and Holm [spoke] to the president of the club.",
    "The ministers [exchanged] views of the bay.",
    "The president gave a [dinner] for charity.",
    "Her [call] to the nation went unheard.",
    "In a [call] to voters she promised jobs.",
    "The minister [met] the challenge with a smile.",
    "The government [met] the demands of the rebels.",
    "The president [met] his wife at a dance.",
]


@pytest.mark.parametrize("text", MEETING)
def test_is_a_meeting_outright(extractor: Any, text: str) -> None:
    sentence, found = candidate(extractor, text, "meeting")
    assert outright_odds(sentence.tree, found.token, "meeting") > 0


@pytest.mark.parametrize("text", NO_MEETING)
def test_leaves_other_talk_to_the_weights(extractor: Any, text: str) -> None:
    sentence, found = candidate(extractor, text, "meeting")
    assert outright_odds(sentence.tree, found.token, "meeting") == 0


@pytest.mark.parametrize("text", OUTRIGHT)
def test_is_a_threat_outright(extractor: Any, text: str) -> None:
    sentence, found = candidate(extractor, text, "threat")
    assert outright_odds(sentence.tree, found.token, "threat") > 0


@pytest.mark.parametrize("text", NOT_OUTRIGHT)
def test_leaves_the_rest_to_the_weights(extractor: Any, text: str) -> None:
    sentence, found = candidate(extractor, text, "threat")
    assert outright_odds(sentence.tree, found.token, "threat") == 0


@pytest.mark.parametrize(("kind", "text"), NO_ACT)
def test_only_looks_like_one(extractor: Any, kind: str, text: str) -> None:
    sentence, found = candidate(extractor, text, kind)
    assert is_no_act(sentence, found.token, kind)


@pytest.mark.parametrize(("kind", "text"), ACT)
def test_may_be_one(extractor: Any, kind: str, text: str) -> None:
    sentence, found = candidate(extractor, text, kind)
    assert not is_no_act(sentence, found.token, kind)
