from __future__ import annotations

import json

import msgspec
import pytest

from extractor.cli.output import outline
from extractor_schema import Span


class Reason(msgspec.Struct):
    name: str
    weight: float
    span: Span | None = None


class Explanation(msgspec.Struct):
    event: str
    trigger: Span
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...] = ()
    rest: Reason | None = None


EXPLANATION = Explanation(
    event="e1",
    trigger=Span(5, 11, "struck"),
    reasons=(Reason("subject", 1.23456, Span(0, 4, "Jets")), Reason("passive", -0.5)),
    rest=Reason("last", 0.0),
)


@pytest.fixture
def explained(fake):
    fake.explain = lambda article: (EXPLANATION,) if "struck" in article.text else ()
    return fake


def test_explanations_are_indented_lines():
    assert list(outline(msgspec.to_builtins(EXPLANATION))) == [
        "event: e1",
        "trigger: “struck” [5:11]",
        "reasons:",
        "  - name: subject",
        "    weight: 1.23",
        "    span: “Jets” [0:4]",
        "  - name: passive",
        "    weight: -0.5",
        "rest:",
        "  name: last",
        "  weight: 0",
    ]


def test_explain_prints_each_event(cli, explained):
    done = cli("explain", "-", input="Jets struck.")
    assert done.exit_code == 0
    assert done.stdout.startswith("event: e1\ntrigger: “struck” [5:11]\n")


def test_explain_says_where_nothing_is_to_be_explained(cli, explained):
    assert cli("explain", "-", input="Nothing happened.").stdout == "no events\n"


def test_explain_gives_json(cli, explained):
    (one,) = json.loads(cli("explain", "-", "--format", "json", input="Jets struck.").stdout)
    assert (one["event"], one["trigger"]["text"]) == ("e1", "struck")


def test_ontology_for_people(cli):
    out = cli("ontology").stdout
    for words in ("strike: ", "airstrike", "occurred", "mediator", "facility"):
        assert words in out


def test_ontology_for_programs(cli):
    from extractor import Ontology, ontology

    assert msgspec.json.decode(cli("ontology", "--format", "json").stdout, type=Ontology) == ontology()
