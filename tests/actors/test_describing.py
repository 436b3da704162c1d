"""A phrase gives the name, kind and country of whom it speaks of."""

from __future__ import annotations

from itertools import accumulate

import pytest

from extractor.actors.knowledge import ActorBook
from extractor.actors.nationality import Nationality
from extractor.frames.tree import Tree

from .reading import referent

NAMES = [
    ("Angela Merkel visited Rome.", "Angela Merkel", "Angela Merkel", "person", "DEU"),
    ("Trump rejected the plan.", "Trump", "Donald Trump", "person", "USA"),
    ("Reporters met Russian Foreign Minister Sergei Lavrov.", "Russian Foreign Minister Sergei Lavrov", "Sergey Lavrov", "person", "RUS"),
    ("The Ruritanian envoy met Mr. Karel Novak.", "Mr. Karel Novak", "Karel Novak", "person", None),
    ("South Korean president Moon Jae-in waved.", "South Korean president Moon Jae-in", "Moon Jae-in", "person", "KOR"),
    ("Wei Zhang, an American engineer, survived.", "Wei Zhang, an American engineer", "Wei Zhang", "person", "USA"),
    ("On Monday Lavrov left Geneva.", "Lavrov", "Sergey Lavrov", "person", "RUS"),
    ("Iran attacked the base.", "Iran", "Iran", "country", "IRN"),
    ("Israeli jets attacked the base.", "Israeli", "Israel", "country", "ISR"),
    ("North Korean troops left.", "Korean", "North Korea", "country", "PRK"),
    ("The People's Republic of China left.", "The People's Republic of China", "China", "country", "CHN"),
    ("The Democratic People's Republic of Korea left.", "The Democratic People's Republic of Korea", "North Korea", "country", "PRK"),
    ("Envoys reached the Federal Democratic Republic of Nepal.", "the Federal Democratic Republic of Nepal", "Nepal", "country", "NPL"),
    ("The Kremlin denied the report.", "The Kremlin", "Russia", "organization", "RUS"),
    ("Ten Palestinians were hurt.", "Ten Palestinians", "Ten Palestinians", "group", "PSE"),
    ("Hondurans crossed the river.", "Hondurans", "Hondurans", "group", "HND"),
    ("Syrian Kurds rejected the offer.", "Syrian Kurds", "Syrian Kurds", "group", "SYR"),
    (
        "The Organization for Security and Co-operation in Europe met.",
        "The Organization for Security and Co-operation in Europe",
        "OSCE",
        "organization",
        None,
    ),
    ("NATO sent ships.", "NATO", "NATO", "organization", None),
    ("The USS Carney left port.", "The USS Carney", "USS Carney", "vehicle", None),
    ("Shells hit the Odesa Fine Arts Museum.", "the Odesa Fine Arts Museum", "Odesa Fine Arts Museum", "facility", "UKR"),
    ("He was killed in Springfield, Illinois.", "Springfield", "Springfield", "place", "USA"),
    ("The Kurdistan Workers' Party struck.", "The Kurdistan Workers' Party", "Kurdistan Workers' Party", "group", "TUR"),
    ("The Women's Tennis Association objected.", "The Women's Tennis Association", "Women's Tennis Association", "organization", None),
    ("Shells hit St. Mary's Cathedral.", "St. Mary's Cathedral", "St. Mary's Cathedral", "facility", None),
    ("The American University of Beirut closed.", "The American University of Beirut", "American University of Beirut", "facility", "LBN"),
    ("The African Union's Peace and Security Council met.", "The African Union's Peace and Security Council", "African Union Peace and Security Council", "organization", None),
    ("Harper & Vance rejected the bid.", "Harper & Vance", "Harper & Vance", "organization", None),
    ("Troops fired Grad rockets.", "Grad", "Grad", "other", None),
    ("They fired Tomahawks at the port.", "Tomahawks", "Tomahawks", "other", None),
    ("Jaish-e-Mohammad attacked Jammu.", "Jaish-e-Mohammad", "Jaish-e-Mohammed", "group", "PAK"),
    ("He was killed in Saint-Étienne-du-Rouvray.", "Saint-Étienne-du-Rouvray", "Saint-Étienne-du-Rouvray", "place", "FRA"),
    ("Shells hit the Syrian capital Damascus.", "the Syrian capital Damascus", "Damascus", "place", "SYR"),
    ("The Islamic State of Iraq and the Levant fled.", "The Islamic State of Iraq and the Levant", "Islamic State", "group", None),
    ("South Sudan peace talks resumed.", "South Sudan", "South Sudan", "country", "SSD"),
    ("Rockets hit King Khalid International Airport.", "King Khalid International Airport", "King Khalid International Airport", "facility", None),
    ("Asia Bibi fled.", "Asia Bibi", "Asia Bibi", "person", None),
    ("Forty fell in an attack on Boulikessi.", "Boulikessi", "Boulikessi", "place", None),
    ("An attack on Ramirez failed.", "Ramirez", "Ramirez", "person", None),
    ("A torpedo sank the South Korean corvette Cheonan.", "the South Korean corvette Cheonan", "Cheonan", "vehicle", "KOR"),
    ("Boeing Co. offered jobs.", "Boeing Co.", "Boeing", "organization", "USA"),
    ("Novak Corp. offered jobs.", "Novak Corp.", "Novak Corp.", "organization", None),
    ("Jets shot down a Russian Sukhoi Su-25.", "a Russian Sukhoi Su-25", "Sukhoi Su-25", "vehicle", "RUS"),
    ("Rebels fired RPG-7 rounds.", "RPG-7", "RPG-7", "other", None),
    ("The G-7 met.", "The G-7", "Group of Seven", "organization", None),
    ("The southern German state of Bavaria left.", "The southern German state of Bavaria", "Bavaria", "place", "DEU"),
    ("The Ministry of Trade and Industry met.", "The Ministry of Trade and Industry", "Ministry of Trade and Industry", "organization", None),
    ("The Union of Cyprus Municipalities met.", "The Union of Cyprus Municipalities", "Union of Cyprus Municipalities", "organization", "CYP"),
    ("The Kenyan Red Cross met.", "The Kenyan Red Cross", "Kenyan Red Cross", "organization", "KEN"),
    ("The Red Cross met.", "The Red Cross", "International Committee of the Red Cross", "organization", None),
    ("The Northern Farmers Union met.", "The Northern Farmers Union", "Northern Farmers Union", "organization", None),
    ("The New Dawn Party met.", "The New Dawn Party", "New Dawn Party", "group", None),
    ("Former President Karel Novak left.", "Former President Karel Novak", "Karel Novak", "person", None),
    ("New Peruvian envoy Karel Novak left.", "New Peruvian envoy Karel Novak", "Karel Novak", "person", "PER"),
    ("Shells hit the 61st Mechanized Brigade.", "the 61st Mechanized Brigade", "61st Mechanized Brigade", "group", None),
    ("Reporters met 45th President Karel Novak.", "45th President Karel Novak", "Karel Novak", "person", None),
    ("French Rafales left.", "French Rafales", "French Rafales", "vehicle", "FRA"),
]  # fmt: skip

PLAIN = [
    ("A gunman fled.", "A gunman", "gunman", "person", None),
    ("The Sri Lankan president and his guests left.", "The Sri Lankan president", "Maithripala Sirisena", "person", "LKA"),
    ("A bomb killed a soldier, a police officer and a driver.", "a police officer", "police officer", "person", None),
    ("A bomb killed officers and a driver.", "officers", "officers", "group", None),
    ("The Israeli military conducts raids.", "The Israeli military", "Israeli military", "organization", "ISR"),
    ("British MPs left.", "British MPs", "British MPs", "group", "GBR"),
    ("Three gunmen fled.", "Three gunmen", "Three gunmen", "group", None),
    ("An 18-year-old student fled.", "An 18-year-old student", "18-year-old student", "person", None),
    ("A French soldier fled.", "A French soldier", "French soldier", "person", "FRA"),
    ("A Chilean copper producer met them.", "A Chilean copper producer", "Chilean copper producer", "organization", "CHL"),
    ("A Chilean film producer met them.", "A Chilean film producer", "Chilean film producer", "person", "CHL"),
    ("Russia's army attacked.", "Russia's army", "Russia's army", "organization", "RUS"),
    ("The leaders of the People's Republic of China left.", "The leaders of the People's Republic of China", "leaders of the People's Republic of China", "group", "CHN"),
    ("Aides to leaders of the Republic of China left.", "leaders of the Republic of China", "leaders of the Republic of China", "group", "TWN"),
    ("Troops of the Democratic Republic of the Congo fled.", "Troops of the Democratic Republic of the Congo", "Troops of the Democratic Republic of the Congo", "group", "COD"),
    ("Troops of the Republic of the Congo fled.", "Troops of the Republic of the Congo", "Troops of the Republic of the Congo", "group", "COG"),
    ("The army of Chad attacked.", "The army of Chad", "army of Chad", "organization", "TCD"),
    ("Jets hit seven of the drones.", "seven of the drones", "seven of the drones", "vehicle", None),
    ("US-led forces attacked.", "US-led forces", "US-led forces", "organization", "USA"),
    ("Anti-Turkish militants attacked.", "Anti-Turkish militants", "Anti-Turkish militants", "group", None),
    ("Israeli and Palestinian leaders met.", "Israeli and Palestinian leaders", "Israeli and Palestinian leaders", "group", None),
    ("South American leaders met.", "South American leaders", "South American leaders", "group", None),
    ("Jets hit Islamic State of Iraq and Syria insurgents in Raqqa, Syria.", "Islamic State of Iraq and Syria insurgents", "Islamic State", "group", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "name", "kind", "country"), NAMES)
def test_names(text: str, phrase: str, name: str, kind: str, country: str | None) -> None:
    found = referent(text, phrase)
    assert (found.name, found.kind, found.country) == (name, kind, country)


@pytest.mark.parametrize(("text", "phrase", "name", "kind", "country"), PLAIN)
def test_phrases_without_a_name(text: str, phrase: str, name: str, kind: str, country: str | None) -> None:
    found = referent(text, phrase)
    assert (found.name, found.kind, found.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("text", "phrase", "not_country"),
    [
        ("Danish author Finn Halvorsen was shot.", "Danish author Finn Halvorsen", "FIN"),
        ("Police shot Chad Miller.", "Chad Miller", "TCD"),
        ("US-backed rebels fled.", "US-backed rebels", "USA"),
        ("The US-backed rebels fled.", "The US-backed rebels", "USA"),
        ("Muslim Brotherhood-linked doctors fled.", "Muslim Brotherhood-linked doctors", "EGY"),
    ],
)
def test_words_that_are_no_nationality(text: str, phrase: str, not_country: str) -> None:
    assert referent(text, phrase).country != not_country


def _flat(words: str) -> Tree:
    split = words.split()
    n = len(split)
    ends = list(accumulate(len(word) + 1 for word in split))
    starts = [end - len(word) for word, end in zip(split, ends, strict=True)]
    return Tree(0, ends[-1], split, split, ["NN"] * n, ["dep"] * n, [0] * n, starts, ends, [""] * n)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("South Korean forces", "KOR"),
        ("the Kremlin aide", "RUS"),
        ("anti - Russian protesters", None),
        ("Saudi - led coalition", "SAU"),
        ("Saudi - backed coalition", None),
        ("The US - backed coalition", None),
        ("The US - led coalition", "USA"),
        ("South Korean - led consortium", "KOR"),
        ("Muslim Brotherhood - linked doctors", None),
        ("Russian - installed mayor", "RUS"),
        ("French and German ministers", None),
        ("European ministers", None),
        ("turkey farmers", None),
    ],
)
def test_countries_that_words_name(words: str, country: str | None) -> None:
    tree = _flat(words)
    assert Nationality(ActorBook.load()).within(tree, 0, len(tree)) == country
