from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from extractor_schema import Article, ErrorRecord, Result
from tests.cli.fake import FakeExtractor, ReadsAhead

ROOT = Path(__file__).resolve().parents[2]


def article(name: str, text: str = "Jets struck Raqqa.", **more: object) -> bytes:
    return json.dumps({"id": name, "text": text, **more}).encode()


def write(path: Path, lines: list[bytes], end: bytes = b"\n") -> Path:
    path.write_bytes(b"\n".join(lines) + end)
    return path


def records(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "in.jsonl"


def test_a_record_for_each_line_in_order(cli, fake, source, out):
    write(source, [article("a"), article("a"), b'{"text": "Jets struck twice, struck again."}'], end=b"")
    done = cli("batch", source, "-o", out)
    assert done.exit_code == 0
    assert [(r["id"], len(r["events"])) for r in records(out)] == [("a", 1), ("a", 1), (None, 2)]
    assert done.stderr == "extractor: 3 results and 0 errors written\n"
    assert done.stdout == ""
    for line in out.read_bytes().splitlines():
        msgspec.json.decode(line, type=Result)


BAD = [
    (b"{", None, "invalid_json", "truncated"),
    (b"[]", None, "invalid_article", "object"),
    (b"5", None, "invalid_article", "object"),
    (b'{"id": "x"}', "x", "invalid_article", "text"),
    (b'{"id": "x", "text": null}', "x", "invalid_article", "$.text"),
    (b'{"id": 7, "text": "a"}', "7", "invalid_article", "$.id"),
    (b'{"id": "x", "text": "a", "body": "b"}', "x", "invalid_article", "body"),
    (b'{"id": "x", "text": "a", "published_at": "2026-02-30"}', "x", "invalid_article", "does not exist"),
    (b'{"id": "x", "text": "a", "published_at": "soon"}', "x", "invalid_article", "published_at"),
    (b'{"id": "x", "text": "a", "content_type": "text/rtf"}', "x", "invalid_article", "content_type"),
    (
        b'{"id": "x", "text": "a", "content_type": "text/rtf"}',
        "x",
        "invalid_article",
        "text/markdown, text/html are known",
    ),
    (b'{"id": "x", "text": "a", "language": "en-GB"}', "x", "invalid_article", "ISO 639-1 code such as `en`"),
    (b'{"id": "x", "text": "\\ud800"}', "x", "invalid_json", "surrogate"),
    (b'{"id": "\\ud800", "text": "a"}', "?", "invalid_json", "surrogate"),
    (b'{"id": "x", "text": "caf\xe9"}', None, "invalid_json", "UTF-8"),
    (b'{"id": "x", "text": "boom"}', "x", "extraction_failed", "it broke"),
    (b"[" * 100_000, None, "invalid_article", ""),
]


@pytest.mark.parametrize(("line", "name", "kind", "words"), BAD)
def test_a_bad_line_gives_its_error_in_its_place(cli, fake, source, out, line, name, kind, words):
    write(source, [article("first"), line, article("last")])
    assert cli("batch", source, "-o", out).exit_code == 0
    first, bad, last = records(out)
    assert (first["id"], last["id"]) == ("first", "last")
    assert (bad["id"], bad["line"]) == (name, 2)
    assert bad["error"]["type"] == kind
    assert words in bad["error"]["detail"]
    msgspec.convert(bad, ErrorRecord)


def test_strict_tells_of_bad_lines(cli, fake, source, out):
    write(source, [b"{", article("a")])
    done = cli("batch", source, "-o", out, "--strict")
    assert done.exit_code == 1
    assert done.stderr == "extractor: 1 results and 1 errors written\n"
    assert len(records(out)) == 2


def test_errors_keep_their_place_when_articles_are_read_ahead(source, out):
    from extractor.cli.batch import numbered_lines
    from extractor.cli.batch import records as read

    lines = [b"{", article("a"), b"{", b"{", article("b"), article("c", "boom"), b"{"]
    found = list(read(ReadsAhead().pipe, numbered_lines([line + b"\n" for line in lines])))
    places = [r.line if isinstance(r, ErrorRecord) else r.id for r in found]
    assert places == [1, "a", 3, 4, "b", 6, 7]


def test_lines_end_at_line_feeds_alone(cli, fake, source, out):
    text = "one\u2028two\u0085three\x0bfour"
    write(source, [json.dumps({"text": text}, ensure_ascii=False).encode()] * 2)
    cli("batch", source, "-o", out)
    assert len(records(out)) == 2
    assert fake.articles[0].text == text


def test_byte_order_mark_blank_lines_and_carriage_returns_are_passed_over(cli, fake, source, out):
    source.write_bytes(b"\xef\xbb\xbf" + article("a") + b"\r\n\r\n  \n" + article("b") + b"\r\n{\r\n")
    cli("batch", source, "-o", out)
    a, b, bad = records(out)
    assert (a["id"], b["id"], bad["line"]) == ("a", "b", 5)


def test_fields_of_a_line_reach_the_article(cli, fake, source, out):
    more = {"title": "T", "published_at": "2026-01-26", "url": "https://example.org", "language": "en"}
    write(source, [article("a", **more)])
    cli("batch", source, "-o", out)
    import datetime as dt

    assert fake.articles == [
        Article(
            text="Jets struck Raqqa.",
            id="a",
            title="T",
            published_at=dt.date(2026, 1, 26),
            url="https://example.org",
            language="en",
        )
    ]


@pytest.mark.parametrize("kept", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("partial", [b"", b'{"id":"b","ev'])
def test_goes_on_after_the_last_complete_line(cli, fake, source, out, kept, partial):
    write(source, [article("a"), b"{", b"", article("c"), article("d")])
    cli("batch", source, "-o", out)
    whole = out.read_bytes()
    fake.articles.clear()
    out.write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]) + partial)
    done = cli("batch", source, "-o", out)
    assert done.exit_code == 0
    assert out.read_bytes() == whole
    assert len(fake.articles) == len([a for a in ["a", None, "c", "d"][kept:] if a])


def test_a_second_run_has_nothing_left_to_do(cli, fake, source, out):
    write(source, [article("a")])
    cli("batch", source, "-o", out)
    done = cli("batch", source, "-o", out)
    assert done.stderr == "extractor: 1 were there already, 0 results and 0 errors written\n"
    assert len(fake.articles) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda source, out, fake: source.write_bytes(article("z") + b"\n"), "another input"),
        (
            lambda source, out, fake: setattr(fake, "engine", FakeExtractor(rules="2").engine),
            "another engine",
        ),
        (lambda source, out, fake: Path(f"{out}.state").unlink(), "what it belongs to"),
        (lambda source, out, fake: Path(f"{out}.state").write_text("?"), "can't be read"),
    ],
)
def test_refuses_to_go_on_with_other_work(cli, fake, source, out, change, words):
    write(source, [article("a")])
    cli("batch", source, "-o", out)
    before = out.read_bytes()
    change(source, out, fake)
    done = cli("batch", source, "-o", out)
    assert done.exit_code == 4
    assert words in done.stderr
    assert out.read_bytes() == before
    assert cli("batch", source, "-o", out, "--overwrite").exit_code == 0
    assert len(records(out)) == 1


def test_refuses_another_configuration(cli, fake, source, out):
    write(source, [article("a")])
    cli("batch", source, "-o", out)
    done = cli("batch", source, "-o", out, "--min-confidence", "0.5")
    assert done.exit_code == 4
    assert "another config" in done.stderr


def test_refuses_an_output_that_it_did_not_write(cli, fake, source, out):
    write(source, [article("a")])
    out.write_text("precious\n")
    assert cli("batch", source, "-o", out).exit_code == 4
    assert out.read_text() == "precious\n"


def test_refuses_to_write_over_its_input(cli, fake, source):
    write(source, [article("a")])
    before = source.read_bytes()
    assert cli("batch", source, "-o", source, "--overwrite").exit_code == 2
    assert source.read_bytes() == before


def test_standard_input_and_output(cli, fake):
    done = cli("batch", "-", "-o", "-", input=article("a") + b"\n{\n")
    assert done.exit_code == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", None]


def test_no_such_input(cli, fake, out):
    assert cli("batch", "no-such.jsonl", "-o", out).exit_code == 2
    assert not out.exists()


def test_an_output_that_cannot_be_opened(cli, fake, source, tmp_path):
    write(source, [article("a")])
    done = cli("batch", source, "-o", tmp_path / "no" / "such" / "folder.jsonl")
    assert done.exit_code == 5
    assert "folder.jsonl" in done.stderr


def test_a_folder_is_no_batch(cli, fake, source, tmp_path, monkeypatch):
    write(source, [article("a")])
    monkeypatch.chdir(tmp_path)
    done = cli("batch", ".", "-o", "-")
    assert done.exit_code == 2
    assert ".: is a folder" in done.stderr
    for folder in (tmp_path, "."):
        done = cli("batch", source, "-o", folder)
        assert done.exit_code == 2
        assert "is a folder" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such devices")
@pytest.mark.parametrize(("device", "code"), [("null", 0), ("full", 5)])
def test_a_device_is_written_to_and_not_read(cli, fake, source, tmp_path, device, code):
    """/dev/full can be read without end; nor does a state belong beside it."""
    write(source, [article("a")])
    link = tmp_path / device
    link.symlink_to(Path("/dev") / device)
    assert cli("batch", source, "-o", link).exit_code == code
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["in.jsonl", device])


def test_a_pipe_may_be_the_input(cli, fake, out, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=write, args=(tmp_path / "pipe", [article("a")]))
    writer.start()
    done = cli("batch", tmp_path / "pipe", "-o", out)
    writer.join()
    assert (done.exit_code, [record["id"] for record in records(out)]) == (0, ["a"])


def test_an_empty_input_gives_an_empty_output(cli, fake, source, out):
    source.write_bytes(b"")
    assert cli("batch", source, "-o", out).exit_code == 0
    assert out.read_bytes() == b""


def start(source: Path, out: Path | str, delay: float = 0.02, **streams: object) -> subprocess.Popen:
    code = f"from tests.cli.fake import main; main({delay})"
    command = [sys.executable, "-c", code, "batch", str(source), "-o", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, **streams)


def wait_for_lines(out: Path, count: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if out.exists() and out.read_bytes().count(b"\n") >= count:
            return
        time.sleep(0.01)
    raise AssertionError("the batch did not get going")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_batch_that_was_stopped_goes_on_without_loss_or_doubles(source, out, number, code):
    write(source, [article(f"a{n}") if n % 7 else b"{" for n in range(60)])
    process = start(source, out)
    wait_for_lines(out, 5)
    process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode == code
    stopped = out.read_bytes().count(b"\n")
    assert 5 <= stopped < 60
    again = start(source, out, delay=0)
    message = again.communicate(timeout=60)[1].decode()
    assert again.returncode == 0
    assert f"{stopped} were there already" in message
    assert [r["id"] if "error" not in r else r["line"] for r in records(out)] == [
        f"a{n}" if n % 7 else n + 1 for n in range(60)
    ]


def test_one_output_has_one_writer(source, out):
    write(source, [article(f"a{n}") for n in range(100)])
    first = start(source, out)
    wait_for_lines(out, 1)
    second = start(source, out)
    message = second.communicate(timeout=30)[1].decode()
    assert second.returncode == 4
    assert "another process" in message
    first.kill()
    first.communicate(timeout=30)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, which Linux has")  # noqa: PTH110
def test_a_full_disk_is_told(source):
    write(source, [article("a")])
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        process = start(source, "-", stdout=full)
        message = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 5
    assert "can't be written" in message


def test_a_reader_that_goes_away_ends_the_batch(source):
    write(source, [article(f"a{n}", "x" * 10_000) for n in range(200)])
    process = start(source, "-", stdout=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    message = process.stderr.read().decode()
    assert process.wait(timeout=30) == 141
    assert "Traceback" not in message
