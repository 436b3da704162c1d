from __future__ import annotations

import csv
import datetime as dt
import importlib
import io
import json

import msgspec
import pytest
from rich.console import Console

from extractor.export import (
    COLUMNS,
    event_rows,
    events_table,
    read_jsonl,
    to_dataframe,
    to_geojson,
    write_csv,
    write_jsonl,
    write_parquet,
)
from extractor_schema import (
    Actor,
    Attribution,
    Engine,
    ErrorDetail,
    ErrorRecord,
    Event,
    EventDate,
    Mention,
    Place,
    Result,
    Span,
)

SENTENCE = 'US jets, "twice", struck Raqqa\u2028and Mosul on Tuesday, the Pentagon said.'


def span(text: str, plain: str | None = None) -> Span:
    start = SENTENCE.find(text)
    return Span(max(start, 0), max(start, 0) + len(text), text, plain)


def strike(**changes: object) -> Event:
    values: dict[str, object] = {
        "id": "e1",
        "type": "strike",
        "subtype": "airstrike",
        "status": "occurred",
        "confidence": 0.93,
        "mentions": (
            Mention(span("struck"), span(SENTENCE), "body", "strike.verb.strike"),
            Mention(span("struck"), span(SENTENCE), "body", "strike.verb.other"),
        ),
        "actors": (
            Actor(span("US jets"), "source", "vehicle", "US jets", "USA"),
            Actor(span("Raqqa"), "target", "place", "Raqqa", "SYR"),
            Actor(span("Mosul"), "target", "place", "Mosul", "IRQ"),
            Actor(span("Mosul"), "target", "place", "Mosul", "IRQ"),
        ),
        "places": (
            Place(span("the Pentagon"), "Somewhere"),
            Place(span("Raqqa"), "Raqqa", "SYR", 35.95, 39.01, 172955),
            Place(span("Mosul"), "Mosul", "IRQ", 36.33, 43.11, 99072),
        ),
        "date": EventDate(span("Tuesday"), dt.date(2026, 1, 20), dt.date(2026, 1, 20), "day"),
        "attribution": Attribution(span("the Pentagon"), "Pentagon"),
    }
    return Event(**(values | changes))


def bare(name: str = "e2") -> Event:
    """An event of which the text says nothing but that it happened."""
    return Event(
        id=name,
        type="threat",
        subtype="military",
        status="possible",
        confidence=0.4,
        mentions=(Mention(span("struck"), span(SENTENCE), "body", "r"),),
        content=span("struck <b>Raqqa</b>", "struck Raqqa"),
    )


def result(*events: Event, name: str | None = "a1") -> Result:
    return Result(
        id=name,
        language="en",
        published_at=dt.date(2026, 1, 26),
        published_at_basis="given",
        events=events,
        engine=Engine("0.1.0", "p", "r"),
    )


FAILED = ErrorRecord(id="bad", line=2, error=ErrorDetail("text_too_long", "text: too long"))
RECORDS = [result(strike(), bare()), FAILED, result(name=None)]


def test_rows_say_what_the_events_say():
    full, empty = event_rows(RECORDS)
    assert (full.article_id, full.event_id, full.sources, full.targets) == (
        "a1",
        "e1",
        "US jets",
        "Raqqa; Mosul",
    )
    assert (full.participants, full.mediators, full.actor_countries) == ("", "", "USA; SYR; IRQ")
    assert (full.places, full.place_country, full.latitude, full.longitude) == (
        "Somewhere; Raqqa; Mosul",
        "SYR",
        35.95,
        39.01,
    )
    assert (full.date_start, full.date_text, full.attribution, full.mentions) == (
        dt.date(2026, 1, 20),
        "Tuesday",
        "Pentagon",
        2,
    )
    assert SENTENCE[full.start : full.end] == full.trigger == "struck"
    assert (empty.date_start, empty.places, empty.latitude, empty.attribution) == (None, "", None, None)
    assert empty.content == "struck Raqqa"


def test_csv_can_be_read_back():
    file = io.StringIO(newline="")
    assert write_csv(RECORDS, file) == 2
    file.seek(0)
    full, empty = csv.DictReader(file)
    assert tuple(full) == COLUMNS
    assert full["sentence"] == SENTENCE
    assert (full["confidence"], full["date_start"], full["geonames_id"]) == ("0.93", "2026-01-20", "172955")
    assert (empty["date_start"], empty["latitude"]) == ("", "")


def test_json_lines_can_be_read_back():
    file = io.BytesIO()
    assert write_jsonl(RECORDS, file) == 3
    assert file.getvalue().count(b"\n") == 3
    file.seek(0)
    assert list(read_jsonl(file)) == RECORDS


@pytest.mark.parametrize("line", [b"{}", b"5", b'{"error": 5, "id": null}', b"{"])
def test_a_line_that_is_no_record_is_an_error(line):
    with pytest.raises(msgspec.DecodeError):
        list(read_jsonl([line]))


def test_geojson_has_the_events_with_coordinates():
    one = strike(places=(Place(span("Raqqa"), "Raqqa", "SYR", 0.0, 39.01),))
    collection = to_geojson([result(strike(), bare(), one), FAILED, result(one, name=None)])
    json.dumps(collection)
    features = collection["features"]
    assert [f["id"] for f in features] == ["a1/e1", "a1/e1", "e1"]
    assert features[0]["geometry"] == {"type": "MultiPoint", "coordinates": [[39.01, 35.95], [43.11, 36.33]]}
    assert features[1]["geometry"] == {"type": "Point", "coordinates": [39.01, 0.0]}
    properties = features[0]["properties"]
    assert (properties["targets"], properties["date_start"]) == ("Raqqa; Mosul", "2026-01-20")
    assert "latitude" not in properties


def printed(*events: Event) -> str:
    console = Console(file=io.StringIO(), width=160, force_terminal=False)
    console.print(events_table([result(*events), FAILED], title="seeds [bold]"))
    return console.file.getvalue()


def test_table_shows_who_where_and_when():
    text = printed(strike(), bare())
    for words in (
        "seeds [bold]",
        "US jets (USA) → Raqqa (SYR), Mosul (IRQ)",
        "2026-01-20",
        "struck (x2)",
        "0.93",
    ):
        assert words in text


def test_table_shows_what_could_not_be_told():
    vague = EventDate(span("Tuesday"), None, None, "vague")
    until = EventDate(span("Tuesday"), None, dt.date(2026, 1, 26), "vague")
    text = printed(strike(date=vague, actors=()), strike(date=until))
    assert "Tuesday" in text
    assert "… to" in text and "2026-01-26" in text


def test_table_obeys_no_character_of_the_text():
    evil = "\x1b]0;owned\x07[red]red[/red]\x9b31m\nnext"
    actor = Actor(span(evil), "source", "person", evil, None)
    text = printed(strike(actors=(actor,), places=()))
    assert "\x1b" not in text and "\x07" not in text and "\x9b" not in text
    assert "[red]red[/red]" in text


def test_data_frame_has_the_columns_and_types():
    frame = to_dataframe(RECORDS)
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["type"]) == ["strike", "threat"]
    assert frame["date_start"][0].date() == dt.date(2026, 1, 20)
    assert frame["date_start"].isna()[1]
    assert frame["geonames_id"][0] == 172955


def test_data_frame_holds_days_of_other_centuries():
    date = EventDate(span("Tuesday"), dt.date(1066, 10, 14), dt.date(1066, 10, 14), "day")
    assert to_dataframe([result(strike(date=date))])["date_start"][0].year == 1066


def test_data_frame_of_nothing_has_the_columns():
    assert tuple(to_dataframe([]).columns) == COLUMNS


def test_parquet_can_be_read_back(tmp_path):
    import pandas

    path = tmp_path / "events.parquet"
    assert write_parquet(RECORDS, path) == 2
    frame = pandas.read_parquet(path)
    assert list(frame["event_id"]) == ["e1", "e2"]


@pytest.mark.parametrize(
    ("missing", "call", "command"),
    [
        ("pandas", lambda path: to_dataframe([]), "newsact-extractor[dataframe]"),
        ("pyarrow", lambda path: write_parquet([], path), "newsact-extractor[parquet]"),
    ],
)
def test_a_missing_package_is_named_with_its_remedy(monkeypatch, tmp_path, missing, call, command):
    real = importlib.import_module

    def without(name, *args):
        if name == missing:
            raise ImportError(name)
        return real(name, *args)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(ImportError, match=missing) as caught:
        call(tmp_path / "x.parquet")
    assert command in str(caught.value)
