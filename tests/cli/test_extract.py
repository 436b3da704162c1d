from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys

import msgspec
import pytest

from extractor_schema import Result

TEXT = "Jets struck Raqqa. Jets struck Mosul."


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def test_json_is_the_default_where_no_terminal_is(cli, fake, file):
    done = cli("extract", file)
    assert done.exit_code == 0
    result = msgspec.json.decode(done.stdout_bytes, type=Result)
    assert [e.id for e in result.events] == ["e1", "e2"]
    assert done.stderr == ""


def test_json_lines_is_one_line(cli, fake, file):
    done = cli("extract", file, "--format", "jsonl")
    assert done.stdout.count("\n") == 1
    assert json.loads(done.stdout)["events"][1]["mentions"][0]["trigger"] == {
        "start": 24,
        "end": 30,
        "text": "struck",
        "plain": None,
    }


def test_csv_has_one_row_an_event(cli, fake, file):
    rows = list(csv.DictReader(io.StringIO(cli("extract", file, "--format", "csv").stdout)))
    assert [(r["event_id"], r["type"], r["start"]) for r in rows] == [
        ("e1", "strike", "5"),
        ("e2", "strike", "24"),
    ]


def test_geojson_leaves_out_events_without_coordinates(cli, fake, file):
    collection = json.loads(cli("extract", file, "--format", "geojson").stdout)
    assert collection == {"type": "FeatureCollection", "features": []}


def test_table_is_for_people(cli, fake, file):
    out = cli("extract", file, "--format", "table", "--published", "2026-01-26").stdout
    assert "2 events, published 2026-01-26" in out
    assert "strike" in out and "occurred" in out


def test_no_events_is_no_failure(cli, fake):
    done = cli("extract", "-", "--format", "table", input="Nothing happened.")
    assert done.exit_code == 0
    assert done.stdout == "-: 0 events, publication date unknown\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-01-26", dt.date(2026, 1, 26)),
        ("2026-01-26T23:30:00+01:00", dt.datetime.fromisoformat("2026-01-26T23:30:00+01:00")),
        ("2026-01-26T23:30Z", dt.datetime(2026, 1, 26, 23, 30, tzinfo=dt.UTC)),
        ("2026-01-26 23:30:05.5-0330", dt.datetime.fromisoformat("2026-01-26T23:30:05.5-03:30")),
    ],
)
def test_published_is_a_day_or_a_moment_with_offset(cli, fake, file, given, expected):
    assert cli("extract", file, "--published", given).exit_code == 0
    assert fake.articles[-1].published_at == expected


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("2026-02-30", "does not exist"),
        ("2026-01-26T25:00Z", "does not exist"),
        ("yesterday", "neither a day"),
        ("20260126", "neither a day"),
        ("2026-01-26T10:00", "with its offset"),
        ("", "neither a day"),
    ],
)
def test_a_day_that_is_none_is_wrong_usage(cli, fake, file, given, words):
    done = cli("extract", file, "--published", given)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.replace("│", " ").split())
    assert not fake.articles


def test_options_reach_article_and_configuration(cli, fake, file, tmp_path):
    config = tmp_path / "config.json"
    config.write_text('{"min_confidence": 0.2, "languages": ["en", "it"]}')
    options = ["--title", "Raid", "--language", "en", "--type", "strike", "--min-confidence", "0.4"]
    assert cli("extract", file, "--config", config, *options, "--content-type", "text/html").exit_code == 0
    article = fake.articles[-1]
    assert (article.title, article.language, article.content_type) == ("Raid", "en", "text/html")
    assert fake.config.types == ("strike",)
    assert fake.config.min_confidence == 0.4
    assert fake.config.languages == ("en", "it")


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("a.html", "text/html"), ("a.MD", "text/markdown"), ("a.txt", None), ("a", None)],
)
def test_the_ending_of_the_name_tells_the_format(cli, fake, tmp_path, name, content_type):
    path = tmp_path / name
    path.write_text(TEXT)
    cli("extract", path)
    assert fake.articles[-1].content_type == content_type


def test_text_is_read_as_it_is(cli, fake, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffone\r\ntwo\u2028three\x85".encode())
    cli("extract", path)
    assert fake.articles[-1].text == "\ufeffone\r\ntwo\u2028three\x85"


def test_bytes_that_are_not_utf8_are_named(cli, fake, tmp_path):
    path = tmp_path / "latin1.txt"
    path.write_bytes(b"caf\xe9")
    done = cli("extract", path)
    assert done.exit_code == 1
    assert "not UTF-8: byte 0xe9 at position 3" in done.stderr


def test_an_article_at_fault_exits_1(cli, fake):
    done = cli("extract", "-", input="boom")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "extractor: -: it broke\n")


def test_a_pipeline_that_is_not_there_exits_3(cli, monkeypatch, file):
    from extractor.cli import building
    from extractor.errors import PipelineNotFound

    def build(config):
        raise PipelineNotFound(config.pipeline)

    monkeypatch.setattr(building, "build_extractor", build)
    done = cli("extract", file, "--pipeline", "xx_none")
    assert done.exit_code == 3
    assert "xx_none" in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["extract", "no-such-file.txt"],
        ["extract"],
        ["extract", "-", "--format", "xml"],
        ["extract", "-", "--min-confidence", "1.5"],
        ["extract", "-", "--config", "no-such-file.json"],
        ["extract", "-", "--type", "picnic"],
        ["unknown"],
    ],
)
def test_wrong_usage_exits_2(cli, fake, args):
    assert cli(*args, input="").exit_code == 2


@pytest.mark.parametrize(("field", "value"), [("typos", 1), ("min_confidence", 7)])
def test_a_field_of_a_configuration_that_is_unknown_or_out_of_bounds_is_named(
    cli, fake, tmp_path, field, value
):
    config = tmp_path / "config.json"
    config.write_text(json.dumps({field: value}))
    done = cli("extract", "-", "--config", config, input=TEXT)
    assert done.exit_code == 2
    assert field in done.stderr


def test_the_package_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("extractor 0.")


def test_version(cli):
    done = cli("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("extractor 0.")
