"""The evaluation itself, on a gold of its own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import evaluate
from evaluation.aside import is_aside
from evaluation.errors import compare, error_classes
from evaluation.report import write_report

TEXT = "Jets struck Raqqa. Envoys met in Oslo. Rebels threatened <revenge>."
SENTENCES = ["Jets struck Raqqa.", "Envoys met in Oslo.", "Rebels threatened <revenge>."]


def gold_event(kind: str, sentence: int, trigger: str, **more: object) -> dict:
    mentions = [{"sentence": sentence, "trigger": trigger}]
    event = {"type": kind, "subtype": "other", "status": "occurred", "mentions": mentions}
    return event | {"actors": [], "places": [], "date": None} | more


def actor(sentence: int, text: str, role: str, country: str | None = None) -> dict:
    return {"sentence": sentence, "text": text, "name": text, "role": role, "country": country}


GOLD = [
    gold_event(
        "strike", 0, "struck", actors=[actor(0, "Jets", "source", "USA"), actor(0, "Raqqa", "target")]
    ),
    gold_event(
        "meeting", 1, "met", places=[{"sentence": 1, "text": "Oslo", "name": "Oslo", "country": "NOR"}]
    ),
]


def span(text: str) -> dict:
    return {"start": TEXT.find(text), "end": TEXT.find(text) + len(text), "text": text}


def predicted_event(kind: str, trigger: str, **more: object) -> dict:
    mention = {"trigger": span(trigger), "rule": f"{kind}.rule"}
    event = {"type": kind, "subtype": "other", "status": "occurred", "confidence": 0.5, "mentions": [mention]}
    return event | {"actors": [], "places": [], "date": None} | more


PREDICTED = [
    predicted_event(
        "strike",
        "struck",
        status="possible",
        actors=[{"span": span("Jets"), "name": "Jets", "role": "source", "country": "RUS"}],
    ),
    predicted_event("threat", "threatened"),
]


@pytest.fixture
def scorer():
    path = Path(os.environ.get("SCORER") or evaluate.ROOT.parent / "shared" / "eval" / "score.py")
    if not path.exists():
        pytest.skip("the scorer is not at hand")
    return evaluate.load_scorer(path)


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "gold" / "mine"
    folder.mkdir(parents=True)
    starts = [TEXT.index(s) for s in SENTENCES]
    sentences = [
        {"i": i, "start": start, "end": start + len(text), "text": text}
        for i, (start, text) in enumerate(zip(starts, SENTENCES, strict=True))
    ]
    document = {"id": "d1", "published": "2026-01-26", "title": "", "text": TEXT, "sentences": sentences}
    (folder / "d1.json").write_text(json.dumps(document))
    (folder / "d1.gold.json").write_text(json.dumps({"events": GOLD}))
    return evaluate.find_sources(tmp_path / "gold", [])[0]


@pytest.fixture
def measured(scorer, source):
    return evaluate.measure(scorer, source.documents, {"d1": {"id": "d1", "events": PREDICTED}})


def test_sources_are_the_folders_with_annotations(source, tmp_path):
    (tmp_path / "gold" / "empty").mkdir()
    assert [s.name for s in evaluate.find_sources(tmp_path / "gold", [])] == ["mine"]
    assert evaluate.find_sources(tmp_path / "gold", ["other"]) == []
    assert evaluate.find_sources(tmp_path / "nothing", []) == []
    assert [a.id for a in evaluate.articles([source])] == ["d1"]


def test_the_digest_tells_gold_that_was_changed(source):
    (source.folder / "d1.gold.json").write_text(json.dumps({"events": GOLD[:1]}))
    assert evaluate.load_source(source.folder).digest != source.digest


def test_errors_agree_with_the_figures(measured):
    figures, (comparison,) = measured
    assert (figures["event"]["gold"], figures["event"]["predicted"], figures["event"]["f1"]) == (2, 2, 0.5)
    found = {key: len(errors) for key, errors in error_classes([comparison]).items()}
    assert found == {
        ("missed", "meeting “met”"): 1,
        ("spurious", "threat threat.rule"): 1,
        ("status", "occurred read as possible"): 1,
        ("actor", "missing target of strike"): 1,
        ("country", "wrong country of an actor"): 1,
    }
    assert [(TEXT[a:b], label) for a, b, label in comparison.marks] == [
        ("struck", "right"),
        ("met", "missed"),
        ("threatened", "spurious"),
    ]


def test_a_prediction_that_is_the_gold_has_no_errors(scorer, source):
    documents = source.documents
    gold = scorer.load_gold(documents["d1"]["gold_path"], documents["d1"], {"en"})
    rules = {"events": [{"type": e["type"], "mentions": [{}]} for e in GOLD]}
    assert error_classes([compare(scorer, documents["d1"], gold, gold, rules)]) == {}


def test_report_shows_text_and_events(measured, tmp_path):
    figures, comparisons = measured
    write_report(tmp_path / "report.html", comparisons, {"mine": evaluate.pinned(figures)})
    page = (tmp_path / "report.html").read_text()
    assert "<mark class='missed'>met</mark>" in page
    assert "&lt;revenge&gt;" in page and "<revenge>" not in page
    assert "data-kinds='actor country status'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_figure_that_fell_is_told(measured, source, tmp_path, monkeypatch, capsys):
    figures = {"mine": measured[0]}
    baseline = tmp_path / "baseline.json"
    monkeypatch.setattr(evaluate, "BASELINE", baseline)
    monkeypatch.setattr(evaluate, "ROOT", tmp_path)
    assert evaluate.falls(figures, {"mine": "x"}) == []
    for value, gold, expected in [
        (0.5, "x", []),
        (0.505, "x", []),
        (0.52, "x", ["mine: event fell from 0.520 to 0.500"]),
        (0.52, "another", []),
    ]:
        baseline.write_text(json.dumps({"mine": {"gold": gold, "figures": {"event": value}}}))
        assert evaluate.falls(figures, {"mine": "x"}) == expected
    assert "not compared" in capsys.readouterr().out


def test_says_so_where_no_gold_is(tmp_path, capsys):
    assert evaluate.main(["--gold", str(tmp_path)]) == 0
    assert "no gold annotations" in capsys.readouterr().out


def test_says_so_where_no_scorer_is(source, capsys, monkeypatch):
    monkeypatch.delenv("SCORER", raising=False)
    assert evaluate.main(["--gold", str(source.folder.parent)]) == 0
    assert "no scorer" in capsys.readouterr().out


def test_a_third_is_kept_aside_and_never_shown(scorer, source, tmp_path, monkeypatch, capsys):
    names = [f"d{k:02}" for k in range(30)]
    document = source.documents["d1"]
    aside = [name for name in names if is_aside(name)]
    assert 5 <= len(aside) <= 15
    monkeypatch.setattr(evaluate, "OUT", tmp_path)
    monkeypatch.setattr(evaluate, "ROOT", tmp_path)
    items = evaluate.Source("items", source.folder, {name: document | {"id": name} for name in names}, "x")
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps({"id": name, "events": PREDICTED}) + "\n" for name in names))
    args = evaluate.parse_arguments(["--predictions", str(predictions), "--errors", "99"])
    assert evaluate.evaluate([items], scorer, args) == 0
    printed, report = capsys.readouterr().out, (tmp_path / "report.html").read_text()
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["aside"]["documents"] == len(aside)
    assert figures["shown"]["documents"] == len(names) - len(aside)
    for name in names:
        assert (f" {name}: " in printed) == (f"{name} <small>" in report) == (name not in aside)
