"""The status of what a sentence states outright; the trigger stands in square brackets."""

from __future__ import annotations

import pytest

from extractor import Extractor
from tests.factuality.marked import events_at
from tests.reading import PUBLISHED

TABLE = [
    # called off, or left by one of two sides
    ("denied", "The president announced his withdrawal from the June [summit] with the king."),
    ("denied", "The prime minister backed out of a [meeting] with the union of judges."),
    ("denied", "The envoy pulled out of the Geneva [talks] on Sunday."),
    ("denied", "The chancellor bowed out of the [meeting] with the Hungarian leader."),
    ("denied", "The junta opted out of the [summit] of the bloc."),
    ("denied", "Both sides regretted the [summit]'s cancellation."),
    ("denied", "The cancellation of the [visit] angered Paris."),
    ("denied", "The envoy's pullout from the [meeting] with the donors was blamed on illness."),
    ("denied", "The attack came amid stalled peace [talks] between the government and the rebels."),
    ("denied", "The bombing put pressure on the delayed peace [talks] between the state and the guerrillas."),
    ("denied", "The [talks] between the unions of the two islands are off the table."),
    ("denied", "The [negotiations] with the guerrillas are on hold."),
    ("denied", "The two leaders will no longer [meet] in Vienna."),
    ("denied", "The president's failure to [strike] Syria emboldened Moscow."),
    ("denied", "The army's failure to [attack] the rebels cost it the town."),
    ("denied", "The general's failure to [bomb] the bridge was a mistake."),
    ("denied", "MPs voted against [bombing] Syria in 2013."),
    # may happen
    ("possible", "The [summit] between the two leaders might still happen."),
    ("possible", "Aides said that a [meeting] between the two leaders is still possible."),
    ("possible", "The [visit] of the president to Kyiv could still go ahead."),
    ("possible", "A second [meeting] of the two kings is on the cards."),
    ("possible", "The [summit] of the two Koreas is in doubt."),
    ("possible", "There is no guarantee that the [summit] will take place."),
    ("possible", "There is no guarantee that a new [summit] of the two leaders is on the horizon."),
    ("possible", "It is doubtful that the [talks] between the generals will go ahead."),
    ("possible", "It is unclear whether the [meeting] between the two ministers will go ahead."),
    ("possible", "Efforts to revive peace [talks] between the government and the rebels have failed."),
    ("possible", "The envoy's trip is aimed at reviving [talks] between the government and the rebels."),
    ("possible", "In the event of an [attack] on the base, the families would leave."),
    ("possible", "Any American [assault] on the island cannot be ignored."),
    # going on
    ("ongoing", "Residents fled the ongoing [offensive] against the rebel town."),
    ("ongoing", "The US threatened to act in support of Israel's ongoing [strikes] against Iran."),
    ("ongoing", "Pilots train on the coast amid the Russian [invasion] of Ukraine."),
    ("ongoing", "We ask the government to stop [attacking] our villages."),
    ("ongoing", "Both sides must stop [shelling] the dam, the agency said."),
    ("ongoing", "The UN urged the army to end its [attacks] on hospitals."),
    ("ongoing", "Paris called on the militia to halt its [offensive] in the valley."),
    ("ongoing", "The letter is the latest development in ongoing [talks] between the two countries."),
    ("ongoing", "The ongoing [negotiations] between the rebels and the state cover land and arms."),
    # to come
    ("planned", "The mediators will resume [talks] with both delegations on Monday."),
    ("planned", "It is certain that the two presidents will [meet] in Geneva."),
    (
        "planned",
        "BERLIN - Chancellor Olaf Scholz [receives] Bulgaria's president at the chancellery - 1245 GMT",
    ),
    ("planned", "ROME – The Danish foreign minister [meets] her Italian counterpart – 0900 GMT"),
    # facts, whatever is said of them is to come
    (
        "occurred",
        "Israel has said it will not abandon its campaign in Gaza in response to the October 7 Hamas [incursion].",
    ),
    ("occurred", "The army will respond to the [attack] on the convoy."),
    ("occurred", "The ministry will pay the victims of the [attack]."),
    ("occurred", "He faces charges that resulted from his alleged [attack] on a cinema that killed 12."),
    ("occurred", "The king will visit the market where a [blast] that killed 40 people took place."),
    ("occurred", "Prosecutors will say that he planned the [attack] which killed three guards."),
    ("possible", "Any [attack] that killed civilians would end the truce."),
    # over, or taken up again
    ("occurred", "Stalled peace [talks] between Sudan and the rebels resumed on Monday in Juba."),
    ("occurred", "The stalled [talks] on the dam between Egypt and Ethiopia were resumed on Friday."),
    ("occurred", "Markets fell amid Israeli [strikes] on Iran last week."),
    ("occurred", "The minister resigned amid [negotiations] with Greece in March."),
    ("ongoing", "The vote came amid [talks] between Washington and Tehran in Oman."),
    ("occurred", "The long-delayed [talks] between Serbia and Kosovo opened in Ohrid on Saturday."),
    ("occurred", "The delayed [visit] of the president to Angola took place in December."),
    ("planned", "Nobody doubts that the [talks] will take place."),
    ("ongoing", "The current [talks] in Doha between Israel and Hamas are the ninth round."),
    # what only looks like it
    ("occurred", "The Danish foreign minister [met] her Italian counterpart at 0900 GMT"),
    ("occurred", "Troops pulled out of the town after the [attack]."),
    ("occurred", "He resigned after he had pulled out of the race, days before the [attack]."),
    ("occurred", "The cancellation of the contract followed a [meeting] of the two ministers."),
    ("occurred", "The ministers discussed a withdrawal from the treaty at their [meeting] in Rome."),
    ("occurred", "Protests broke out over the lack of an inquiry into the [bombing]."),
    ("occurred", "It is unclear whether the [attack] was aimed at the minister."),
    ("occurred", "There is no doubt that the [attack] was carried out by militants."),
    ("occurred", "It is not clear who carried out the [attack]."),
    ("occurred", "They revived the [talks] in March, with the help of Norway."),
    ("occurred", "The army stopped [shelling] the town on Sunday."),
    ("occurred", "The army has ended its [offensive] against the rebel town."),
    ("occurred", "The [attack]'s victims were buried on Sunday."),
    ("occurred", "The bloc's [summit] in Lagos ended with a row over trade."),
    # called, to be held, or what somebody has come for
    ("planned", "The prime minister calls an emergency cabinet [meeting] over the floods."),
    ("planned", "The president has called a [meeting] of the security council."),
    ("occurred", "Critics called the [meeting] a farce."),
    ("planned", "The Kenyan president arrives in Ankara for a [summit] with his Turkish counterpart."),
    ("occurred", "The envoy arrived in Doha on Monday for [talks] with the emir."),
    ("planned", "The minister has called for a [meeting] of port operators, to take place today."),
    ("denied", "The [talks] to be held on Friday were cancelled."),
    # under way, and asked to end or about to
    ("ongoing", "Rebels attacked a depot amidst [talks] between both sides."),
    ("ongoing", "Three towns are under [attack] by rebels."),
    ("occurred", "The town came under [attack] by rebels on Monday."),
    ("possible", "Families will leave if the town comes under [attack]."),
    ("ongoing", "Thousands have fled since the army's [bombardment] of the camp began on 3 May."),
    ("ongoing", "Washington said that its [airstrikes] against the militia would cease within 60 days."),
    ("ongoing", "The pope called for an end to the [shelling] of Gaza."),
    ("ongoing", "The UN demanded an immediate stop to the [attacks] on aid convoys."),
    ("ongoing", "The valley has lain under a steady [bombardment] by the allies."),
    ("occurred", "She deplored the resumption of army [bombardments]."),
    # refused, given up, or never made
    ("denied", "Serbia rejects an official request for a [meeting] between the two presidents."),
    ("denied", "The rebels rejected calls for [talks] with the junta."),
    ("denied", "Norway drops its attempts to [negotiate] with the junta."),
    ("denied", "The bloc will not participate in [negotiations] with the army."),
    ("denied", "The two leaders will not take part in the [talks] in Doha."),
    ("planned", "The [talks] held in Oslo will continue on Monday."),
    ("denied", "The government never received an [invitation] to the summit."),
    ("denied", "The rebels have not received any [offer] of talks."),
    ("occurred", "The envoy cancelled the rest of her [visit] to Togo after the shots."),
    # told by what is known of it, or awaited
    ("occurred", "Her account of the [massacre] of villagers won a prize."),
    ("occurred", "No details of the [meeting] between the two ministers were released."),
    ("planned", "The president said that the [operation] against the rebels was imminent."),
    ("planned", "Villagers have been bracing themselves for an [attack] by the army."),
    ("planned", "He was convicted of plotting a [bombing] in Madrid."),
    ("occurred", "Two men planned the [attack] on the bank."),
    ("occurred", "He helped lead [negotiations] with the rebels as an envoy."),
    # tomorrow, days away, in its third week, or hanging on something
    ("planned", "The cabinet of Chad [meets] again tomorrow."),
    ("planned", "The army says a ground [operation] in the valley is days away."),
    ("ongoing", "The [offensive], now in its third week, has displaced thousands."),
    ("ongoing", "The [summit] in Brussels enters its second day."),
    ("occurred", "The [attack] came as the truce entered its third week."),
    ("ongoing", "The president is on a three-day [visit] to Japan."),
    ("possible", "Germany would welcome a [meeting] between the two leaders."),
    ("possible", "The emir said a [summit] depends on the release of prisoners."),
    ("possible", "The two sides have not ruled out [talks]."),
    # asked for, on a condition, decided against, or held before
    ("possible", "The foreign minister proposes that the two leaders [meet]."),
    ("possible", "The president threatens to stay away if the [summit] is held in Moscow."),
    ("denied", "Israel decides against [attacking] the port."),
    ("occurred", "Both sides hope the [talks] held in Oslo last week will bear fruit."),
    ("planned", "The envoy will attend [talks] held in Oslo."),
]


@pytest.mark.parametrize(("status", "text"), TABLE)
def test_status_stated_outright(extractor: Extractor, status: str, text: str) -> None:
    assert [e.status for e in events_at(extractor, text, PUBLISHED)] == [status]
