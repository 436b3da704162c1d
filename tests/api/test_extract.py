"""One article in, its events out."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import httpx
import msgspec
import pytest

from extractor.export import to_geojson, write_csv
from extractor_schema import Result

TEXT = "😀 Zürich: ministers met in Geneva. Jets struck Aleppo."


def post(client: httpx.Client, body: dict[str, Any], query: str = "", **headers: str) -> httpx.Response:
    """Send one article."""
    return client.post(f"/v1/extract{query}", json=body, headers=headers)


def test_result_is_the_library_s_own(client: httpx.Client) -> None:
    answer = post(client, {"id": "a1", "text": TEXT, "published_at": "2026-01-26"})
    assert answer.status_code == 200
    result = msgspec.json.decode(answer.content, type=Result)
    assert result.id == "a1"
    assert str(result.published_at) == "2026-01-26"
    assert [event.type for event in result.events] == ["meeting", "strike"]


@pytest.mark.parametrize("text", ["", " ", "Nothing of note.", "a\u0000b", "\u2028\u0085"])
def test_no_events_is_no_error(client: httpx.Client, text: str) -> None:
    answer = post(client, {"text": text})
    assert (answer.status_code, answer.json()["events"]) == (200, [])


@pytest.mark.parametrize(
    ("unit", "slice_of"),
    [
        ("codepoint", lambda start, end: TEXT[start:end]),
        ("utf16", lambda start, end: TEXT.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")),
        ("byte", lambda start, end: TEXT.encode()[start:end].decode()),
    ],
)
def test_offsets_cut_the_sent_text_in_the_unit_asked_for(
    client: httpx.Client, unit: str, slice_of: Any
) -> None:
    events = post(client, {"text": TEXT}, f"?offsets={unit}").json()["events"]
    spans = [event["mentions"][0]["trigger"] for event in events] + [
        event["places"][0]["span"] for event in events
    ]
    assert [slice_of(span["start"], span["end"]) for span in spans] == [span["text"] for span in spans]
    assert len(spans) == 4


@pytest.mark.parametrize(
    ("query", "types"),
    [
        ("?types=strike", ["strike"]),
        ("?types=strike&types=meeting", ["meeting", "strike"]),
        ("?types=strike,meeting", ["meeting", "strike"]),
        ("?types=threat", []),
        ("?min_confidence=0.5", ["strike"]),
        ("?min_confidence=1", []),
    ],
)
def test_options_choose_events(client: httpx.Client, query: str, types: list[str]) -> None:
    assert [event["type"] for event in post(client, {"text": TEXT}, query).json()["events"]] == types


def test_language_of_the_query_stands_in_for_the_article_s(client: httpx.Client) -> None:
    assert post(client, {"text": "x"}, "?language=fr").json()["language"] == "fr"
    assert post(client, {"text": "x", "language": "de"}, "?language=fr").json()["language"] == "de"


def test_messagepack_both_ways(client: httpx.Client) -> None:
    answer = client.post(
        "/v1/extract",
        content=msgspec.msgpack.encode({"text": TEXT}),
        headers={"content-type": "application/msgpack", "accept": "application/msgpack"},
    )
    assert answer.headers["content-type"] == "application/msgpack"
    assert len(msgspec.msgpack.decode(answer.content, type=Result).events) == 2


def test_csv_has_a_line_for_each_event(client: httpx.Client) -> None:
    answer = post(client, {"id": "=1+1", "text": TEXT}, accept="text/csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["type"], row["trigger"], row["places"]) for row in rows] == [
        ("meeting", "met", "Geneva"),
        ("strike", "struck", "Aleppo"),
    ]
    assert rows[0]["article_id"] == "'=1+1"  # a spreadsheet would run it


def test_exports_are_those_of_the_library(client: httpx.Client) -> None:
    article = {"id": "a1", "text": TEXT, "published_at": "2026-01-26"}
    result = msgspec.json.decode(post(client, article).content, type=Result)
    by_csv = io.StringIO(newline="")
    write_csv([result], by_csv)
    rows = csv.DictReader(io.StringIO(post(client, article, accept="text/csv").text))
    assert [{k: v for k, v in row.items() if not k.startswith("error_")} for row in rows] == list(
        csv.DictReader(io.StringIO(by_csv.getvalue()))
    )
    assert post(client, article, accept="application/geo+json").json() == to_geojson([result])


def test_geojson_has_a_feature_for_each_event_with_a_place(client: httpx.Client) -> None:
    answer = post(
        client,
        {"id": "a1", "text": "Talks. Ministers met in Geneva. They offered."},
        accept="application/geo+json",
    )
    collection = answer.json()
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [6.15, 46.2]}
    assert (feature["properties"]["article_id"], feature["properties"]["type"]) == ("a1", "meeting")


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
        ("text/csv;q=0.5, application/json;q=0.4", "text/csv; charset=utf-8"),
        ("application/*", "application/json"),
        ("application/vnd.msgpack", "application/msgpack"),
        ("application/json;q=0, */*", "application/msgpack"),
    ],
)
def test_accept_chooses_the_format(client: httpx.Client, accept: str, given: str) -> None:
    assert post(client, {"text": "x"}, accept=accept).headers["content-type"] == given


@pytest.mark.parametrize("value", ["2026-01-26", "2026-01-26T23:30:00-05:00", "2026-01-26T00:10:00+14:00"])
def test_publication_day_is_the_one_of_its_own_offset(client: httpx.Client, value: str) -> None:
    assert post(client, {"text": "x", "published_at": value}).json()["published_at"] == "2026-01-26"


def test_half_of_a_surrogate_pair_is_the_fault_of_its_article_alone(client: httpx.Client) -> None:
    """JSON.stringify writes it as an escape, which is good JSON and no character."""
    broken = {"id": "b", "text": "They met \ud83d again."}
    body = json.dumps({"articles": [{"id": "a", "text": TEXT}, broken, {"id": "c", "text": TEXT}]})
    answer = client.post(
        "/v1/extract/batch", content=body.encode(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 200
    first, second, third = answer.json()["results"]
    assert (first["id"], third["id"]) == ("a", "c")
    assert first["events"] == [*third["events"]] != []
    assert second["error"]["type"] == "/docs/problems#malformed-body"
    assert second["error"]["detail"] == "a string holds half of a surrogate pair"


def test_batch_keeps_order_and_holds_errors_in_their_places(client: httpx.Client) -> None:
    articles = [
        {"id": "good", "text": "They met."},
        {"id": "bad", "text": 1},
        {"id": "unknown", "text": "x", "color": "red"},
        "no object",
        {"id": "long", "text": "x" * 20_001},
        {"id": "broken", "text": "FAIL"},
        {"id": "date", "text": "x", "published_at": "2026-02-30"},
        {"text": "They offered."},
    ]
    answer = client.post("/v1/extract/batch", json={"articles": articles})
    assert answer.status_code == 200
    results = answer.json()["results"]
    kinds = [entry["error"]["type"].rpartition("#")[2] if "error" in entry else "ok" for entry in results]
    assert kinds == [
        "ok", "invalid-article", "invalid-article", "invalid-article", "text-too-long", "extraction-failed",
        "invalid-article", "ok",
    ]  # fmt: skip
    assert [entry["id"] for entry in results] == [
        "good",
        "bad",
        "unknown",
        None,
        "long",
        "broken",
        "date",
        None,
    ]
    pointers = [
        entry["error"]["errors"][0]["pointer"] for entry in results if entry.get("error", {}).get("errors")
    ]
    assert pointers == ["/articles/1/text", "/articles/2/color", "/articles/3", "/articles/6/published_at"]
    assert all(
        entry["error"]["request_id"] == answer.headers["x-request-id"]
        for entry in results
        if "error" in entry
    )


@pytest.mark.parametrize("accept", ["application/msgpack", "text/csv", "application/geo+json"])
def test_batch_in_other_formats(client: httpx.Client, accept: str) -> None:
    body = {"articles": [{"id": "a", "text": "They met in Geneva."}, {"id": "b", "text": 1}]}
    answer = client.post("/v1/extract/batch", json=body, headers={"accept": accept})
    assert answer.status_code == 200
    if accept == "application/msgpack":
        first, second = msgspec.msgpack.decode(answer.content)["results"]
        assert (first["id"], second["error"]["status"]) == ("a", 422)
    elif accept == "text/csv":
        first, second = csv.DictReader(io.StringIO(answer.text))
        assert (first["type"], second["error_type"]) == ("meeting", "/docs/problems#invalid-article")
    else:
        first, second = answer.json()["features"]
        assert (first["properties"]["type"], second["geometry"]) == ("meeting", None)


def test_ontology_and_info(client: httpx.Client) -> None:
    assert {each["name"] for each in client.get("/v1/ontology").json()["types"]} == {
        "meeting", "offer", "strike", "threat",
    }  # fmt: skip
    info = client.get("/v1/info").json()
    assert info["limits"]["max_characters"] == 20_000
    assert info["engine"]["pipeline"] == "fake 1"
    assert info["workers"] == 2


def test_answers_are_json_that_any_reader_takes(client: httpx.Client) -> None:
    text = 'They "met" \\ in Geneva \u2028\n\t.'
    answer = post(client, {"text": text})
    assert json.loads(answer.content)["events"][0]["mentions"][0]["sentence"]["text"] == text


@pytest.mark.parametrize(
    ("content", "query", "headers"),
    [
        (b'{"text": "Jets struck Aleppo."}', "", {}),
        (b'{"text": "Jets struck Aleppo."}', "", {"accept": "text/csv"}),
        (b'{"text": "Jets struck Aleppo."}', "", {"accept": "image/png"}),
        (b'{"text": "Jets struck Aleppo."}', "?offsets=byte", {"accept": "application/geo+json"}),
        (b'{"text": "Jets struck Aleppo."}', "?offsets=miles", {}),
        (b'{"text": "Jets struck Aleppo."}', "", {"content-type": "text/plain"}),
        (b'{"text": "Jets struck Aleppo."}', "", {"host": "a b"}),
        (b'{"text": 1}', "", {}),
        (b'{"text": ', "", {}),
        (b"", "", {}),
    ],
)
def test_the_short_way_to_the_handler_answers_as_the_framework_does(
    client: httpx.Client, content: bytes, query: str, headers: dict[str, str]
) -> None:
    headers = {"content-type": "application/json", **headers}
    answers = [
        client.post(f"/v1/extract{slash}{query}", content=content, headers=headers) for slash in ("", "/")
    ]
    seen = [(each.status_code, _stable(each.headers), _stable_body(each)) for each in answers]
    assert seen[0] == seen[1]


def _stable(headers: httpx.Headers) -> dict[str, str]:
    changing = ("date", "x-request-id", "server-timing", "content-length")
    return {name: value for name, value in headers.items() if name not in changing}


def _stable_body(answer: httpx.Response) -> object:
    if "json" not in answer.headers["content-type"]:
        return answer.content
    return {name: value for name, value in answer.json().items() if name != "request_id"}
