"""What the book answers to names, words for peoples, seats, offices and persons; and what it rightly does not know."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.actors.knowledge import ActorBook

DAY = date(2018, 5, 1)


@pytest.fixture(scope="module")
def book() -> ActorBook:
    return ActorBook.load()


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Russia", "Russia", "country", "RUS"),
        ("RUSSIA", "Russia", "country", "RUS"),
        ("the United States", "United States", "country", "USA"),
        ("The U.S.", "United States", "country", "USA"),
        ("US", "United States", "country", "USA"),
        ("Britain's", "United Kingdom", "country", "GBR"),
        ("the Democratic Republic of Congo", "Democratic Republic of the Congo", "country", "COD"),
        ("Cote d’Ivoire", "Ivory Coast", "country", "CIV"),
        ("Türkiye", "Turkey", "country", "TUR"),
        ("Kosovo", "Kosovo", "country", "XKX"),
        ("DPRK", "North Korea", "country", "PRK"),
        ("the Soviet Union", "Soviet Union", "country", None),
        ("Scotland", "Scotland", "place", "GBR"),
        ("Gaza", "Gaza", "place", "PSE"),
        ("UN", "United Nations", "organization", None),
        ("the U.N. Security Council", "United Nations Security Council", "organization", None),
        ("Nato", "NATO", "organization", None),
        ("WHO", "World Health Organization", "organization", None),
        ("the IDF", "Israel Defense Forces", "organization", "ISR"),
        ("Revolutionary Guards", "Islamic Revolutionary Guard Corps", "organization", "IRN"),
        ("The Times", "The Times of London", "organization", "GBR"),
        ("Likud", "Likud", "group", "ISR"),
        ("Isis", "Islamic State", "group", None),
        ("IS", "Islamic State", "group", None),
        ("Hizbullah", "Hezbollah", "group", "LBN"),
        ("the Houthis'", "Houthis", "group", "YEM"),
        ("al Qaida", "al-Qaeda", "group", None),
        ("Hay’at Tahrir al-Sham", "Hay'at Tahrir al-Sham", "group", "SYR"),
        ("the Kremlin", "Russia", "organization", "RUS"),
        ("Elysee", "France", "organization", "FRA"),
        ("the Pentagon", "United States Department of Defense", "organization", "USA"),
        ("the Teamsters", "International Brotherhood of Teamsters", "organization", "USA"),
        ("7th Fleet", "United States Seventh Fleet", "organization", "USA"),
        ("Golani Brigade", "Golani Brigade", "organization", "ISR"),
        ("the Folketing", "Folketing", "organization", "DNK"),
        ("the Iraqi parliament", "Council of Representatives of Iraq", "organization", "IRQ"),
        ("Caritas", "Caritas", "organization", None),
        ("the Ulster Unionist Party", "Ulster Unionist Party", "group", "GBR"),
        ("Somaliland", "Somaliland", "country", "SOM"),
        ("Zelenskyy", "Volodymyr Zelensky", "person", "UKR"),
        ("George Clooney", "George Clooney", "person", "USA"),
        ("Recep Tayyip Erdogan's", "Recep Tayyip Erdoğan", "person", "TUR"),
    ],
)
def test_names(book: ActorBook, text: str, name: str, kind: str, country: str | None) -> None:
    found = book.lookup(text, on=DAY)
    assert found is not None
    assert (found.name, found.kind, found.country) == (name, kind, country)


@pytest.mark.parametrize(
    "text",
    [
        "us",
        "is",
        "who",
        "turkey",
        "chad",
        "Is",
        "Us",
        "Who",
        "Times",
        "Sun",
        "the table",
        "Smithville",
        "",
        "'",
        "the",
    ],
)
def test_words_that_are_no_names(book: ActorBook, text: str) -> None:
    assert book.lookup(text, on=DAY) is None


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russian", "RUS"),
        ("Russians", "RUS"),
        ("Frenchmen", "FRA"),
        ("Dutch", "NLD"),
        ("Swiss", "CHE"),
        ("Britons", "GBR"),
        ("Filipinos", "PHL"),
        ("Kosovar", "XKX"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("South Korean", "KOR"),
        ("American", "USA"),
        ("U.S.", "USA"),
        ("Chechen", "RUS"),
        ("Catalans", "ESP"),
        ("Texan", "USA"),
        ("Israel’s", "ISR"),
        ("Saudi-led", "SAU"),
        ("Liberian-flagged", "LBR"),
    ],
)
def test_words_for_countries(book: ActorBook, word: str, country: str) -> None:
    found = book.country_of_word(word)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("word", ["polish", "us", "turkey", "US-backed", "Hamas", "Putin", "military", ""])
def test_words_for_no_country(book: ActorBook, word: str) -> None:
    assert book.country_of_word(word) is None


def test_a_people_without_a_state(book: ActorBook) -> None:
    found = book.country_of_word("Kurdish")
    assert found is not None
    assert (found.kind, found.country) == ("group", None)


@pytest.mark.parametrize(
    ("text", "name", "strict"),
    [
        ("Moscow", "Russia", False),
        ("Kiev", "Ukraine", False),
        ("Lima", "Peru", False),
        ("the Kremlin", "Russia", True),
        ("The White House", "United States", True),
        ("10 Downing Street", "United Kingdom", True),
        ("Brussels", "European Union", False),
    ],
)
def test_seats(book: ActorBook, text: str, name: str, strict: bool) -> None:
    found = book.metonym(text)
    assert found is not None
    assert found.name == name
    assert book.is_strict_metonym(text) is strict


@pytest.mark.parametrize("text", ["Russia", "the white house", "Hamburg", "Kremlinology", ""])
def test_no_seats(book: ActorBook, text: str) -> None:
    assert book.metonym(text) is None
    assert not book.is_strict_metonym(text)


@pytest.mark.parametrize(
    ("office", "body", "day", "name"),
    [
        ("president", "USA", "2018-05-01", "Donald Trump"),
        ("President", "USA", "2017-01-19", "Barack Obama"),
        ("president", "USA", "2023-01-01", "Joe Biden"),
        ("president-elect", "USA", "2016-12-01", "Donald Trump"),
        ("president-elect", "UKR", "2019-05-01", "Volodymyr Zelensky"),
        ("president", "RUS", "2010-01-01", "Dmitry Medvedev"),
        ("acting president", "UKR", "2014-03-01", "Oleksandr Turchynov"),
        ("president", "UKR", "2014-03-01", "Oleksandr Turchynov"),
        ("leader", "RUS", "2018-05-01", "Vladimir Putin"),
        ("leader", "MLI", "2022-05-01", "Assimi Goïta"),
        ("leader", "MMR", "2023-05-01", "Min Aung Hlaing"),
        ("leader", "DEU", "2018-05-01", "Angela Merkel"),
        ("leader", "IRN", "2018-05-01", "Ali Khamenei"),
        ("leader", "PRK", "2018-05-01", "Kim Jong Un"),
        ("leader", "GBR", "2020-01-01", "Boris Johnson"),
        ("leader", "JOR", "2020-01-01", "King Abdullah II"),
        ("secretary of state", "USA", "2018-05-01", "Mike Pompeo"),
        ("foreign minister", "USA", "2014-05-01", "John Kerry"),
        ("foreign secretary", "GBR", "2018-05-01", "Boris Johnson"),
        ("defense minister", "ISR", "2024-01-15", "Yoav Gallant"),
        ("chancellor", "AUT", "2018-05-01", "Sebastian Kurz"),
        ("chancellor", "GBR", "2018-05-01", "Philip Hammond"),
        ("premier", "CHN", "2018-05-01", "Li Keqiang"),
        ("secretary-general", "United Nations", "2018-05-01", "António Guterres"),
    ],
)
def test_holders(book: ActorBook, office: str, body: str, day: str, name: str) -> None:
    found = book.holder(office, body, on=date.fromisoformat(day))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("office", "body", "day"),
    [
        ("president", "USA", "1750-01-01"),
        ("king", "USA", "2018-05-01"),
        ("plumber", "USA", "2018-05-01"),
        ("senator", "USA", "2018-05-01"),
        ("president-elect", "USA", "2018-05-01"),
        ("president", "ZZZ", "2018-05-01"),
    ],
)
def test_offices_that_nobody_or_several_hold(book: ActorBook, office: str, body: str, day: str) -> None:
    assert book.holder(office, body, on=date.fromisoformat(day)) is None


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("Putin", None, "Vladimir Putin"),
        ("Vladimir Putin", "2018-05-01", "Vladimir Putin"),
        ("Assad", "2018-05-01", "Bashar al-Assad"),
        ("Kim", "2018-05-01", "Kim Jong Un"),
        ("Sharif", "2016-05-01", "Nawaz Sharif"),
        ("Sharif", "2024-05-01", "Shehbaz Sharif"),
        ("Aoun", "2018-05-01", "Michel Aoun"),
        ("Aoun", "2025-05-01", "Joseph Aoun"),
        ("Lee", "2025-07-01", "Lee Jae-myung"),
        ("Lloyd J. Austin III", "2023-05-01", "Lloyd Austin"),
        ("Donald J. Trump", None, "Donald Trump"),
        ("Vladimir V. Putin", None, "Vladimir Putin"),
        ("the Pope", "2018-05-01", "Pope Francis"),
        ("the pontiff", "2010-05-01", "Pope Benedict XVI"),
    ],
)
def test_persons(book: ActorBook, name: str, day: str | None, expected: str) -> None:
    found = book.lookup(name, on=date.fromisoformat(day) if day else None)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("name", ["Sharif", "putin", "Zebulon", "King Abdullah III"])
def test_persons_unknown_or_ambiguous(book: ActorBook, name: str) -> None:
    assert book.person(name) is None


def test_a_person_bears_the_office_of_the_day(book: ActorBook) -> None:
    before, after = (book.person("Rutte", on=date(year, 12, 1)) for year in (2018, 2024))
    assert before is not None
    assert after is not None
    assert (before.office, before.country) == ("prime minister", "NLD")
    assert (after.office, after.country) == ("secretary-general", None)


@pytest.mark.parametrize(
    ("phrase", "category"),
    [
        ("Russian foreign minister", "minister"),
        ("deputy prime minister", "minister"),
        ("president of France", "head of state"),
        ("Minister of Foreign Affairs", "minister"),
        ("spokeswoman for the ministry", "spokesperson"),
        ("Lt. Gen.", "military"),
        ("Crown Prince", "royal"),
        ("rebel leader", "armed group"),
        ("blue table", None),
        ("", None),
    ],
)
def test_office_categories(book: ActorBook, phrase: str, category: str | None) -> None:
    assert book.office_category(phrase) == category
