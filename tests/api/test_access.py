"""API keys, rates, and the refusal to be open by accident."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from extractor_api.keys import Keys, new_key
from extractor_api.limiter import Limiter
from extractor_api.problems import ProblemError
from extractor_api.serve import main
from extractor_api.settings import Settings, SettingsError
from tests.api.server import Server

KEY, LINE = new_key("alice")
OTHER, OTHER_LINE = new_key("bob")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Keys from the environment and from a file, and a rate."""
    path = tmp_path_factory.mktemp("keys") / "keys"
    path.write_text(f"# the second key\n\n{OTHER_LINE}  # of bob\n")
    with Server(
        api_keys=LINE, api_keys_file=path, rate_limit=10, cors_origins="https://app.example"
    ) as server:
        yield server


@pytest.fixture(scope="module")
def client(guarded: Server) -> Iterator[httpx.Client]:
    """A client without a key."""
    with httpx.Client(base_url=guarded.url, verify=False) as client:
        yield client


@pytest.mark.parametrize("path", ["/v1/info", "/v1/ontology", "/metrics", "/v1/info/", "/v1/nope"])
def test_a_key_is_needed(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (401, "/docs/problems#missing-key")
    assert answer.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/docs", "/openapi.json", "/docs/problems"])
def test_health_and_documents_are_open(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("bad", ["wrong", KEY[:-1], KEY + "x", LINE.partition(":")[2], "é"])
def test_wrong_keys(client: httpx.Client, bad: str) -> None:
    answer = client.get("/v1/info", headers={b"authorization": f"Bearer {bad}".encode()})
    assert (answer.status_code, answer.json()["type"]) == (401, "/docs/problems#invalid-key")


@pytest.mark.parametrize(
    "headers",
    [{"authorization": f"Bearer {KEY}"}, {"authorization": f"bearer {OTHER}"}, {"x-api-key": OTHER}],
)
def test_known_keys(client: httpx.Client, headers: dict[str, str]) -> None:
    assert client.get("/v1/info", headers=headers).status_code == 200


def test_the_rate_counts_articles_and_is_each_key_s_own(client: httpx.Client) -> None:
    mine, theirs = {"x-api-key": KEY}, {"x-api-key": OTHER}
    answer = client.post("/v1/extract/batch", json={"articles": [{"text": "x"}] * 8}, headers=mine)
    assert answer.headers["ratelimit-policy"] == '"articles";q=10;w=60'
    assert answer.headers["ratelimit"].startswith('"articles";r=2;')
    answer = client.post("/v1/extract/batch", json={"articles": [{"text": "x"}] * 4}, headers=mine)
    assert (answer.status_code, answer.json()["type"]) == (429, "/docs/problems#rate-limited")
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert answer.headers["ratelimit"].startswith('"articles";r=2;')
    assert client.post("/v1/extract", json={"text": "x"}, headers=theirs).status_code == 200


def test_keys_stay_out_of_the_log(guarded: Server, client: httpx.Client) -> None:
    client.get("/v1/info", headers={"x-api-key": KEY})
    client.get("/v1/info", headers={"x-api-key": "mistyped-key"})
    log = guarded.log()
    assert '"caller":"alice"' in log
    assert KEY not in log
    assert "mistyped-key" not in log


def test_cors_is_for_the_named_origins(client: httpx.Client) -> None:
    asking = {"origin": "https://app.example", "access-control-request-method": "POST"}
    assert (
        client.options("/v1/extract", headers=asking).headers["access-control-allow-origin"]
        == "https://app.example"
    )
    other = client.options("/v1/extract", headers={**asking, "origin": "https://evil.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_it_refuses_to_be_open_to_others(
    host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXTRACTOR_HOST", host)
    assert main([]) == 2
    assert "without API keys" in capsys.readouterr().err


def test_new_key_prints_a_key_and_what_makes_it_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-key", "carol"]) == 0
    key, line = (part.split(": ", 1)[1].strip() for part in capsys.readouterr().out.splitlines())
    keys = Keys.from_settings(Settings(api_keys=line))
    assert keys.owner(key) == "carol"
    assert keys.owner(key[::-1]) is None


@pytest.mark.parametrize(
    "entry", ["alice", "alice:abc", "alice:" + "g" * 64, "a b:" + "0" * 64, ":" + "0" * 64]
)
def test_broken_entries_are_refused(entry: str) -> None:
    with pytest.raises(SettingsError, match="NAME:SHA256"):
        Keys.from_settings(Settings(api_keys=entry))


def test_a_file_that_is_missing_or_empty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read"):
        Keys.from_settings(Settings(api_keys_file=str(tmp_path / "none")))
    (tmp_path / "empty").write_text("# nothing\n")
    with pytest.raises(SettingsError, match="holds no key"):
        Keys.from_settings(Settings(api_keys_file=str(tmp_path / "empty")))


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"EXTRACTOR_WORKERS": "many"}, "EXTRACTOR_WORKERS"),
        ({"EXTRACTOR_WORKERS": "-1"}, "EXTRACTOR_WORKERS"),
        ({"EXTRACTOR_DEADLINE": "0"}, "EXTRACTOR_DEADLINE"),
        ({"EXTRACTOR_ALLOW_OPEN": "perhaps"}, "EXTRACTOR_ALLOW_OPEN"),
        ({"PORT": "http"}, "^PORT: "),
        ({"PORT": "8000", "EXTRACTOR_PORT": "http"}, "^EXTRACTOR_PORT: "),
        ({"EXTRACTOR_LOG_LEVEL": "LOUD"}, "EXTRACTOR_LOG_LEVEL"),
        ({"EXTRACTOR_MAX_CHARACTERS": "9000000"}, "EXTRACTOR_MAX_BATCH_CHARACTERS"),
        ({"EXTRACTOR_QUEUE_ITEMS": "10"}, "EXTRACTOR_MAX_ARTICLES"),
    ],
)
def test_bad_settings_are_refused_by_name(environment: dict[str, str], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        Settings.from_environment(environment)


def test_settings_from_the_environment() -> None:
    settings = Settings.from_environment(
        {
            "PORT": "9000",
            "EXTRACTOR_WORKERS": "3",
            "EXTRACTOR_CORS_ORIGINS": "https://a.example, https://b.example",
            "EXTRACTOR_HOST": "",
        }
    )
    assert (settings.port, settings.workers, settings.host) == (9000, 3, "127.0.0.1")
    assert settings.cors_origins == ("https://a.example", "https://b.example")
    assert Settings.from_environment({"PORT": "1", "EXTRACTOR_PORT": "2"}).port == 2


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "usage:" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert re.match(r"\d+\.\d+\.\d+$", capsys.readouterr().out)
    for wrong in (["--colour"], ["--port"], ["--port", "http"], ["new-key", "a b"]):
        assert main(wrong) == 2
        assert capsys.readouterr().err.startswith("extractor-serve: ")
    assert main(["new-key"]) == 2
    assert capsys.readouterr().err.startswith("extractor-serve: new-key wants one name")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_that_is_taken_is_told(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert main(["--host", host, "--port", str(port)]) == 2
    said = f"extractor-serve: can't listen at {host}, port {port}: Address already in use\n"
    assert capsys.readouterr().err == said


def test_a_name_that_leads_nowhere_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXTRACTOR_ALLOW_OPEN", "true")
    assert main(["--host", "nowhere.invalid"]) == 2
    assert capsys.readouterr().err.startswith("extractor-serve: can't listen at nowhere.invalid, port 8000: ")


def test_misspelt_settings_are_found() -> None:
    environment = {"EXTRACTOR_WORKRES": "3", "EXTRACTOR_WORKERS": "3", "PORT": "1"}
    assert Settings.unknown(environment) == ["EXTRACTOR_WORKRES"]


def test_a_bucket_fills_steadily() -> None:
    now = 0.0
    limiter = Limiter(60, clock=lambda: now)
    assert limiter.charge("a", 60).remaining == 0
    with pytest.raises(ProblemError) as refused:
        limiter.charge("a", 5)
    assert refused.value.problem.retry_after == 5
    now = 5.0
    assert limiter.charge("a", 5).remaining == 0
    assert limiter.charge("b", 1).remaining == 59


def test_more_than_the_whole_bucket_is_let_in_when_it_is_full() -> None:
    now = 0.0
    limiter = Limiter(10, clock=lambda: now)
    assert limiter.charge("a", 100).remaining == 0
    with pytest.raises(ProblemError):
        limiter.charge("a", 100)
