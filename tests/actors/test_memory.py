"""Names of one entity share a key, names of two do not; what came last is found first."""

from __future__ import annotations

from extractor.actors.description import Description
from extractor.actors.memory import Memory


def _person(name: str, country: str | None = None, office: str | None = None) -> Description:
    return Description(name, "person", country, office=office)


def test_a_surname_finds_the_full_name() -> None:
    memory = Memory()
    full = memory.name(_person("Karel Novak", "CZE"), 0, subject=True)
    assert memory.name(_person("Novak"), 1, subject=True) is full


def test_a_longer_form_gives_its_name() -> None:
    memory = Memory()
    first = memory.name(_person("Karel Novak"), 0, subject=True)
    memory.name(_person("Karel Jan Novak"), 1, subject=True)
    assert first.name == "Karel Jan Novak"


def test_namesakes_with_other_first_names_stay_apart() -> None:
    memory = Memory()
    first = memory.name(_person("Karel Novak"), 0, subject=True)
    assert memory.name(_person("Eva Novak"), 1, subject=True).key != first.key


def test_a_later_mention_adds_the_country() -> None:
    memory = Memory()
    first = memory.name(_person("Karel Novak"), 0, subject=True)
    memory.name(_person("Novak", "CZE"), 1, subject=True)
    assert first.country == "CZE"


def test_the_subject_of_the_last_sentence_is_the_most_salient() -> None:
    memory = Memory()
    memory.name(_person("Eva Horak"), 0, subject=True)
    memory.name(_person("Karel Novak"), 1, subject=False)
    later = memory.name(_person("Petr Maly"), 1, subject=True)
    assert memory.latest(("person",), 1) is later


def test_gender_and_barred_keys_leave_entities_out() -> None:
    memory = Memory()
    woman = memory.name(Description("Eva Horak", "person", None, gender="f"), 0, subject=True)
    man = memory.name(Description("Karel Novak", "person", None, gender="m"), 0, subject=False)
    assert memory.latest(("person",), 0, gender="m") is man
    assert memory.latest(("person",), 0, barred=(woman.key,)) is man
    assert memory.latest(("person",), 0, barred=(woman.key, man.key)) is None


def test_what_was_named_long_ago_is_forgotten() -> None:
    memory = Memory()
    memory.name(_person("Eva Horak"), 0, subject=True)
    assert memory.latest(("person",), 5) is not None
    assert memory.latest(("person",), 50) is None


def test_one_government_for_a_country() -> None:
    memory = Memory()
    first = memory.description(Description("Syrian regime", "organization", "SYR"), "regime", 0, subject=True)
    same = memory.description(
        Description("Syrian government", "organization", "SYR"), "government", 1, subject=True
    )
    other = memory.description(
        Description("Iraqi government", "organization", "IRQ"), "government", 1, subject=True
    )
    assert same is first
    assert other is not first


def test_descriptions_that_contradict_do_not_meet() -> None:
    memory = Memory()
    french = Description("French soldiers", "group", "FRA", named=False, plural=True)
    memory.description(french, "soldier", 0, subject=True)
    german = Description("German soldiers", "group", "DEU", named=False, plural=True)
    assert memory.described(german, "soldier", 1) is None
    assert memory.described(Description("soldiers", "group", None, named=False), "soldier", 1) is not None


def test_passing_referents_have_keys_of_their_own() -> None:
    memory = Memory()
    assert memory.passing("it", "other").key != memory.passing("it", "other").key
