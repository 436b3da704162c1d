"""The worked example: an event type that the models have never seen, with actors and places of one's own."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor import Article, Config, Event, Extractor
from extractor.cli import app
from extractor.version import RULES
from tests.markup import Expected, actors_of, date_of, parse, places_of

HERE = Path(__file__).parent
DAY = dt.date(2026, 3, 4)
Protest = Callable[[Expected], Event]


def lines(name: str) -> list[str]:
    """The sentences of a file."""
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#"]


CASES = [pytest.param(parse(line), id=parse(line).text) for line in lines("protest.txt")]


@pytest.fixture(scope="module")
def protest(protests: Any) -> Protest:
    """The one event of a sentence."""

    def read(expected: Expected) -> Event:
        (event,) = protests.extract(Article(text=expected.text, published_at=DAY)).events
        return event

    return read


@pytest.mark.parametrize("case", CASES)
def test_type_subtype_and_trigger(case: Expected, protest: Protest) -> None:
    event = protest(case)
    assert (event.type, event.subtype) == ("protest", *case.subtypes)
    assert (event.mentions[0].trigger.start, event.mentions[0].trigger.end) == case.trigger


@pytest.mark.parametrize("case", CASES)
def test_roles(case: Expected, protest: Protest) -> None:
    assert actors_of(protest(case)) == case.actors


@pytest.mark.parametrize("case", CASES)
def test_status_place_and_date(case: Expected, protest: Protest) -> None:
    event = protest(case)
    assert event.status in case.statuses
    assert places_of(event) == case.places
    assert date_of(event) == case.date


@pytest.mark.parametrize("sentence", lines("nothing.txt"))
def test_no_protest(sentence: str, protests: Any) -> None:
    events = protests.extract(Article(text=sentence, published_at=DAY)).events
    assert not [event for event in events if event.type == "protest"]


def test_mentions_of_one_protest_are_one_event(protests: Any) -> None:
    text = (
        "Farmers held a protest in Brussels on Monday.\n\nThe protest by the farmers drew thousands of people. "
        "Teachers went on strike in Lisbon on Tuesday."
    )
    events = protests.extract(Article(text=text, published_at=DAY)).events
    assert [(e.subtype, len(e.mentions)) for e in events] == [("demonstration", 2), ("labour_strike", 1)]


def test_the_packages_own_events_are_found_as_before(
    protests: Any, extractor: Any, seeds: dict[str, str]
) -> None:
    text = seeds[min(seeds)]
    own, extended = (
        each.extract(Article(text=text, published_at=DAY)).events for each in (extractor, protests)
    )
    packaged = [event for event in extended if event.type != "protest"]
    assert [(e.type, e.mentions[0].trigger) for e in packaged] == [
        (e.type, e.mentions[0].trigger) for e in own
    ]


def test_what_can_be_found_is_told(protests: Any) -> None:
    ontology = protests.ontology()
    term = next(each for each in ontology.types if each.name == "protest")
    assert term.roles == ("protester", "target")
    assert [subtype.name for subtype in term.subtypes] == ["demonstration", "labour_strike", "riot"]
    assert [role.name for role in ontology.roles].count("target") == 1
    assert "protester" in [role.name for role in ontology.roles]


def test_the_version_of_the_rules_changes_with_the_files(protests: Any, extractor: Any) -> None:
    assert extractor.engine.rules == RULES
    assert protests.engine.rules.startswith(f"{RULES}+")
    assert len(protests.engine.rules) == len(RULES) + 13


def test_only_the_types_that_are_wanted(example: Path) -> None:
    extractor = Extractor(Config(extensions=(str(example),), types=("protest",)))
    text = "Jets struck a depot near Homs on Monday. Farmers protested against the law in Brussels."
    assert [event.type for event in extractor.extract(Article(text=text)).events] == ["protest"]


def test_workers_have_the_extensions(protests: Any) -> None:
    articles = [Article(text="Farmers protested against the law in Brussels.", id=str(n)) for n in range(6)]
    found = list(protests.pipe(articles, workers=2))
    assert [record.id for record in found] == [article.id for article in articles]
    assert {event.type for record in found for event in record.events} == {"protest"}
    assert {record.engine.rules for record in found} == {protests.engine.rules}


def test_the_extension_can_be_handed_to_a_process_that_is_not_forked(protests: Any) -> None:
    handed = pickle.loads(pickle.dumps(protests.extension))
    assert handed == protests.extension
    assert Extractor(protests.config, extension=handed).engine == protests.engine


def test_an_explanation_gives_the_row_and_the_weights(protests: Any) -> None:
    (found,) = protests.explain(Article(text="Farmers protested against the law in Brussels."))
    (mention,) = found.mentions
    assert mention.rule == "protest.verb.protest"
    assert "prior=even" in [reason.feature for reason in mention.reasons]


# -- the command line ------------------------------------------------------------------------------------------


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, list(arguments))


def test_extract(example: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Farmers protested against the law in Brussels.", "utf-8")
    found = run("extract", str(file), "--extension", str(example), "--format", "json")
    assert [event["type"] for event in json.loads(found.output)["events"]] == ["protest"]


def test_the_configuration_file_names_extensions_beside_it(example: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text((example / "protest.toml").read_text("utf-8"), "utf-8")
    config = tmp_path / "config.json"
    config.write_text('{"extensions": ["own.toml"]}', "utf-8")
    found = run("ontology", "--config", str(config), "--format", "json")
    assert "protest" in [term["name"] for term in json.loads(found.output)["types"]]


def test_a_type_of_ones_own_can_be_asked_for(example: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Jets struck a depot near Homs on Monday.", "utf-8")
    found = run("extract", str(file), "--extension", str(example), "--type", "protest", "--format", "json")
    assert json.loads(found.output)["events"] == []
    refused = run("extract", str(file), "--type", "protest")
    assert refused.exit_code == 2
    assert "'protest' is none of" in refused.output


def test_check(example: Path) -> None:
    found = run("lexicon", "check", str(example))
    assert (found.exit_code, found.output.strip().endswith("all as the rows say")) == (0, True)


def test_try(example: Path) -> None:
    text = "Farmers protested against the law."
    found = run("lexicon", "try", text, "--extension", str(example), "--format", "json")
    trial = json.loads(found.output)
    (match,) = trial["matches"]
    assert (match["row"], match["trigger"], match["accepted"]) == ("protest.verb.protest", "protested", True)
    noun = next(miss for miss in trial["misses"] if miss["row"] == "protest.noun.protest")
    assert noun["reason"] == "read as verb (VBD), the row wants noun"
