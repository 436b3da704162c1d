"""Sentences in the news present whose verb looks like a noun, and lines that have no verb at all."""

from __future__ import annotations

import pytest

from extractor.frames.functions import Functions
from extractor.frames.parser import Parser
from tests.known_failures import Case, check_share, params

# Predicate and its tag, sentence, what must be among its functions.
TABLE = [
    ("fire/VBP", "Rebels and soldiers in the valley fire rockets at a dam.", "Rebels=subject rockets=object"),
    ("target/VBP", "Serbian artillery and glide bombs target Vukovar.", "bombs=subject Vukovar=object"),
    ("pledges/VBZ", "The mayor of Lima pledges to close the old port.", "mayor=subject"),
    ("plan/VBP", "Trump and Kim plan to meet in May.", "Trump=subject Kim=subject"),
    (
        "meet/VBP",
        "Mali's leader Assimi Goita and Niger's leader Tiani meet in Bamako.",
        "Goita=subject Tiani=subject Bamako=in",
    ),
    ("launch/VBP", "The United States and United Kingdom launch airstrikes on Sanaa.", "airstrikes=object"),
    ("fires/VBZ", "The president of Peru fires his defence minister.", "president=subject minister=object"),
    ("storm/VBP", "Settlers led by a minister storm a mosque in Hebron.", "Settlers=subject mosque=object"),
    ("shoot/VBP", "Police in Lyon shoot and wound a man.", "Police=subject"),
    ("wound/VBP", "Police in Lyon shoot and wound a man.", "Police=subject man=object"),
    ("trade/VBP", "Dutch and Turkish ministers trade insults.", "ministers=subject insults=object"),
    ("buries/VBZ", "Syria buries 44 people killed in two car bombings.", "Syria=subject people=object"),
    ("kill/VBP", "Lightning strikes across Ghana kill one person.", "strikes=subject person=object"),
    ("meet/VBP", "Merkel, Hollande, Renzi meet in Minsk", "Merkel=subject Hollande=subject Renzi=subject"),
    ("discuss/VBP", "Putin, Trump discuss the war by phone", "Putin=subject Trump=subject war=object"),
    ("resume/VBP", "US, China resume trade talks in Geneva", "US=subject China=subject talks=object"),
    ("hold/VBP", "Jaishankar, Wang Yi hold talks in Vientiane", "Jaishankar=subject Yi=subject"),
    ("meet/VB", "Modi, Putin to meet in Kazan", "Modi=subject Putin=subject Kazan=in"),
    ("visit/VB", "Japan's Kishida to visit Lima on Monday", "Kishida=subject Lima=object"),
    ("heads/VBZ", "Blinken heads to Middle East for talks", "Blinken=subject"),
    ("attack/VBP", "Meanwhile, Houthis attack the port.", "Houthis=subject port=object"),
    ("fire/VBP", "After the raid, rebels fire on a barracks.", "rebels=subject barracks=on"),
    ("arrest/VBP", "Hong Kong police arrest thirteen people.", "police=subject people=object"),
    ("attack/VBP", "Taliban attack police station in Kandahar", "Taliban=subject station=object"),
    ("attack/VBP", "Houthi rebels attack tanker in Red Sea", "rebels=subject tanker=object"),
    ("Strikes/VBZ", "Drone Strikes Odesa Port", "Drone=subject Port=object"),
    ("Strikes/VBZ", "Israel Strikes Beirut Suburb", "Israel=subject Suburb=object"),
    ("Hits/VBZ", "Russian Drone Hits Odesa Hospital", "Drone=subject Hospital=object"),
    ("Attack/VBP", "Rebels Attack Convoy Near Goma", "Rebels=subject Convoy=object Goma=near"),
    ("Kill/VBP", "Air Strikes on Aleppo Kill Nine", "Strikes=subject Nine=object"),
    ("Hosts/VBZ", "Qatar Hosts Hamas Leaders for Talks", "Qatar=subject Leaders=object Talks=for"),
    ("Threatens/VBZ", "Israel Threatens Iran With New Strikes", "Israel=subject Iran=object"),
    ("detonates/VBZ", "A bomber on a motorbike detonates in a market in Khost.", "bomber=subject market=in"),
    ("detonates/VBZ", "A suicide bomber detonates in a marketplace in Gao.", "bomber=subject"),
    (
        "shoot/VBP",
        "Two militants on a motorcycle shoot and kill a judge in Gao.",
        "militants=subject judge=object",
    ),
    (
        "fires/VBZ",
        "Unable to force the door in Halle, an armed man fires at a guard.",
        "man=subject guard=at",
    ),
    ("fire/VBP", "Two gunmen, a father and his son, fire on a crowd in Sydney.", "gunmen=subject crowd=on"),
    ("attack/VBP", "Islamist militants attack Djibo and its army base.", "militants=subject Djibo=object"),
    ("rams/VBZ", "Driver rams crowd at Bremen march", "Driver=subject crowd=object"),
    ("shells/VBZ", "Army shells rebel town in Chad", "Army=subject town=object"),
    ("hosts/VBZ", "Xi hosts Lula in Beijing", "Xi=subject Lula=object Beijing=in"),
    ("hosts/VBZ", "King Charles hosts Trump at Windsor", "Charles=subject Trump=object"),
    ("shoots/VBZ", "Immigrant shoots dead 13 people at Ohio centre", "Immigrant=subject people=object"),
    ("shoots/VBZ", "A sniper shoots dead a nurse in Gaza.", "sniper=subject nurse=object"),
    ("shoots/VBZ", "Gunman shoots dead nine at Belgrade school", "Gunman=subject nine=object"),
    ("shoots/VBZ", "An immigrant shoots dead 13 people at a centre.", "immigrant=subject people=object"),
    ("fire/VBP", "Houthis fire missile at tanker in Red Sea", "Houthis=subject missile=object"),
    ("land/VBP", "Rockets land near US embassy in Baghdad", "Rockets=subject embassy=near"),
    ("Fire/VBP", "Troops Fire on Protesters in Yangon", "Troops=subject Protesters=on"),
    ("Kill/VBP", "Bombers Kill 20 in Baghdad Market", "Bombers=subject 20=object"),
    ("Stabs/VBZ", "Attacker Stabs Three in Lyon Church", "Attacker=subject Three=object"),
    ("HIT/VBP", "RUSSIAN MISSILES HIT LVIV", "MISSILES=subject LVIV=object"),
    ("visits/VBZ", "Orban visits Moscow", "Orban=subject Moscow=object"),
    ("raid/VBP", "Rebels in pickups raid a village.", "Rebels=subject village=object"),
    ("kills/VBZ", "Airstrike on wedding kills 20 in Yemen", "Airstrike=subject 20=object"),
    ("vows/VBZ", "Trump vows to hit Iran hard", "Trump=subject"),
    ("rocks/VBZ", "Car bomb rocks Mogadishu hotel", "bomb=subject hotel=object"),
    ("gun/VBP", "Gunmen burst into a bar and gun down 14 people.", "Gunmen=subject people=object"),
    ("guns/VBZ", "A gunman guns down five at a mall in Omaha.", "gunman=subject five=object"),
    ("free/VB", "The rebels offer to free captured soldiers.", "soldiers=object"),
]
# Lines of nouns: the tree is the parser's own.
NOMINAL = [
    "Peace talks in Geneva",
    "Ballistic missile tests off Japan",
    "Air strikes on Homs",
    "How to strike a deal",
    "Trump wants to meet Kim",
    "A list of the week's visits",
    "Paris, France hosts the games.",
    "Kabul, Afghanistan: the talks ended",
    "Merkel, Germany's chancellor, met Hollande.",
    "In Kabul, Taliban target a police station.",
    "Death threats against judges",
    "Rebel attack victims in Gao",
    "Deadly Drone Strikes Across Ukraine",
    "Peace Talks in Geneva",
    "Terror Attack Victims Remembered in Nice",
    "US Air Strikes in Yemen",
    "Ceasefire offer from Kabul",
    "The rebels fired rockets, and the army returned fire.",
    "A fuel dump burned at Belgorod after a drone attack.",
    "Troops have been sent to guard the strikes' leaders.",
    "Drone strikes in Yemen",
    "Police raids in Berlin suburb",
    "Forest Fires on Crete",
    "Rocket fire at dawn",
    "Army hosts at camp",
    "NEW PEACE TALKS IN GENEVA",
    "Trump tower fire victims",
    "Dead people in Goma street",
]
CASES = [Case("finite", f"{verb}: {sentence}", (verb, sentence, want)) for verb, sentence, want in TABLE]


@pytest.mark.parametrize("case", params(CASES))
def test_the_verb_is_found_whatever_it_looks_like(case: Case, parser: Parser) -> None:
    predicate, sentence, expected = case.value
    word, tag = predicate.split("/")
    (tree,) = parser.parse([(7, sentence)])
    at = tree.words.index(word)
    assert tree.tags[at] == tag
    assert "".join(tree.words) == sentence.replace(" ", "")
    assert [tree.starts[0], tree.ends[-1]] == [7, 7 + len(sentence)]
    functions = Functions(tree).of_trigger(at)
    found = {f"{tree.words[k]}={function}" for k, function in functions.items()}
    assert not set(expected.split()) - found, f"{sorted(found)}"


def test_most_sentences_in_the_news_present_come_out_right() -> None:
    check_share(CASES, 0.1)


@pytest.mark.parametrize("line", NOMINAL)
def test_lines_without_a_verb_stay_as_they_are(line: str, parser: Parser) -> None:
    assert parser.parse([(0, line)]) == parser._trees([(0, line)])


def test_neighbours_do_not_matter(parser: Parser) -> None:
    sentences = [(0, sentence) for _, sentence, _ in TABLE] + [(0, line) for line in NOMINAL]
    assert parser.parse(sentences) == [parser.parse([one])[0] for one in sentences]
