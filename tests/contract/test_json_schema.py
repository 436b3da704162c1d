"""The JSON Schemas beside the OpenAPI document: current, valid, and what real requests and results obey."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from extractor import Article, Extractor
from extractor_schema import ErrorDetail, ErrorRecord
from json_schema import texts
from tests.contract.recording import articles
from tests.contract.tools import ROOT

FOLDER = ROOT / "openapi"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(value)]


def plain(value: Any) -> Any:
    return json.loads(msgspec.json.encode(value))


def test_the_committed_files_are_current() -> None:
    committed = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.schema.json")}
    assert committed == texts(), "stale: run `make openapi`"


@pytest.mark.parametrize("name", sorted(texts()))
def test_the_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(texts()[name]))


def test_real_results_obey(extractor: Extractor, seeds: dict[str, str]) -> None:
    given = [*articles(), *(Article(text=text, id=name) for name, text in seeds.items())]
    made = [extractor.extract(each) if isinstance(each, Article) else each for each in given]
    found = [plain(record) for record in made]
    assert [faults("record", each) for each in found] == [[]] * len(given)
    results = [each for each in found if "events" in each]
    assert sum(len(each["events"]) for each in results) > 20
    assert [faults("result", each) for each in results] == [[]] * len(results)
    assert faults("batch-response", {"results": results}) == []


def test_real_requests_obey() -> None:
    sent = [plain(article) for article in articles() if isinstance(article, Article)]
    assert [faults("article", each) for each in sent] == [[]] * len(sent)
    assert faults("batch-request", {"articles": sent}) == []


def test_examples_obey() -> None:
    for name, text in texts().items():
        for definition in json.loads(text)["$defs"].values():
            for example in definition.get("examples", []):
                part = json.loads(text) | {"$ref": f"#/$defs/{definition['title']}"}
                part.pop("oneOf", None)
                assert not list(Draft202012Validator(part).iter_errors(example)), name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("article", {}),
        ("article", {"text": 7}),
        ("article", {"text": "Envoys met.", "published_at": "Friday"}),
        ("article", {"text": "Envoys met.", "publised_at": "2026-01-26"}),
        ("article", {"text": "Envoys met.", "language": "English"}),
        ("batch-request", {"articles": []}),
        ("result", {"id": None, "events": []}),
        (
            "record",
            plain(ErrorRecord(id=None, error=ErrorDetail("text_too_long", "text: 3"))) | {"error": None},
        ),
    ],
)
def test_what_breaks_the_contract_is_told(name: str, value: Any) -> None:
    assert faults(name, value)


def test_a_member_of_a_later_minor_version_is_no_fault(extractor: Extractor) -> None:
    result = plain(extractor.extract(Article(text="Envoys met in Oslo on Friday.")))
    assert faults("result", result | {"summary": "new"}) == []
