"""Documents of our own to train on: a compact text format with events below each text.

    python -m training.own corpus/NAME.txt

checks a file and counts what it holds. The format: a line `## ID DATE`, the text on one line (` / ` is a
paragraph break), then events: `* TYPE SUBTYPE STATUS`, and lines `t:`, `source:`, `target:`,
`participant:`, `mediator:`, `place:` with items separated by ` | `, and `date: TEXT = START..END`. An item
is `TEXT@N = NAME (ISO)`, where `@N` (the n-th occurrence), the name and the country may be absent. A blank
line ends the document.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.ontology import ontology
from extractor.text import sentences
from training.gold import Document

__all__ = ["load", "main"]

_ITEM = re.compile(
    r"^(?P<text>.*?)(?:@(?P<n>\d+))?(?:\s+=\s+(?P<name>.*?))?(?:\s+\((?P<country>[A-Z]{3})\))?$"
)
_ROLES = ("source", "target", "participant", "mediator")
_TYPES = {t.name: (t.roles, {s.name for s in t.subtypes}) for t in ontology().types}
_STATUSES = {s.name for s in ontology().statuses}


def load(path: Path) -> tuple[list[Document], list[str]]:
    """The documents of a file, and its problems as `file:line: what is wrong`."""
    documents: list[Document] = []
    problems: list[str] = []
    for start, lines in _chunks(path):
        found = _document(path, start, lines, problems)
        if found is not None:
            documents.append(found)
    return documents, problems


def _chunks(path: Path) -> Iterator[tuple[int, list[str]]]:
    start = 0
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("## ") and lines:
            yield start, lines
            lines = []
        if line.strip():
            if not lines:
                start = number
            lines.append(line.rstrip())
    if lines:
        yield start, lines


def _document(path: Path, start: int, lines: list[str], problems: list[str]) -> Document | None:
    head = re.fullmatch(r"## (\S+) (\d{4}-\d{2}-\d{2})", lines[0])
    if head is None or len(lines) < 2 or lines[1].startswith("*"):
        problems.append(f"{path.name}:{start}: a document begins with '## ID DATE' and its text")
        return None
    text = lines[1].replace(" / ", "\n\n")
    cut: list[tuple[int, int]] = []
    at = 0
    for part in text.split("\n\n"):
        cut += sentences(text, at, at + len(part))
        at += len(part) + 2
    rows = [{"i": i, "start": a, "end": b, "text": text[a:b]} for i, (a, b) in enumerate(cut)]
    data = {"id": head[1], "published": head[2], "text": text, "sentences": rows}
    events: list[dict[str, Any]] = []
    for number, line in enumerate(lines[2:], start + 2):
        _line(f"{path.name}:{number}", line, data, events, problems)
    problems.extend(
        f"{path.name}:{start}: {head[1]}: an event without trigger"
        for event in events
        if not event["mentions"]
    )
    return Document(path.stem, head[1], data, events)


def _line(
    where: str, line: str, data: dict[str, Any], events: list[dict[str, Any]], problems: list[str]
) -> None:
    if line.startswith("* "):
        parts = line.split()
        if (
            len(parts) != 4
            or parts[1] not in _TYPES
            or parts[2] not in _TYPES[parts[1]][1]
            or parts[3] not in _STATUSES
        ):
            problems.append(f"{where}: not '* TYPE SUBTYPE STATUS': {line!r}")
            return
        events.append(
            {
                "type": parts[1],
                "subtype": parts[2],
                "status": parts[3],
                "mentions": [],
                "actors": [],
                "places": [],
                "date": None,
            }
        )
        return
    key, _, rest = line.partition(": ")
    if not events or key not in ("t", "place", "date", *_ROLES):
        problems.append(f"{where}: unknown line {line!r}")
        return
    event = events[-1]
    if key in _ROLES and key not in _TYPES[event["type"]][0]:
        problems.append(f"{where}: a {event['type']} has no {key}")
    for item in [rest] if key == "date" else rest.split(" | "):
        found = _locate(item.strip(), data)
        if isinstance(found, str):
            problems.append(f"{where}: {found}")
        elif key == "t":
            event["mentions"].append(
                {"sentence": found["sentence"], "trigger": found["text"], "span": found["span"]}
            )
        elif key == "date":
            event["date"] = _date(found, where, problems)
        elif key == "place":
            event["places"].append(found)
        else:
            event["actors"].append({**found, "role": key, "kind": "other"})


def _locate(item: str, data: dict[str, Any]) -> dict[str, Any] | str:
    match = _ITEM.match(item)
    if match is None or not match["text"]:
        return f"can't be read: {item!r}"
    wanted, text, at = match["text"], data["text"], -1
    for _ in range(int(match["n"] or 1)):
        at = _find(text, wanted, at + 1)
        if at < 0:
            return f"not in the text: {item!r}"
    sentence = next((s for s in data["sentences"] if s["start"] <= at < s["end"]), None)
    if sentence is None:
        return f"in no sentence: {item!r}"
    return {
        "sentence": sentence["i"],
        "text": wanted,
        "span": (at, at + len(wanted)),
        "name": match["name"] or wanted,
        "country": match["country"],
    }


def _find(text: str, wanted: str, at: int) -> int:
    """The next occurrence that does not begin or end within a word."""
    while (at := text.find(wanted, at)) >= 0:
        end = at + len(wanted)
        left = at == 0 or not (text[at - 1].isalnum() and wanted[0].isalnum())
        right = end == len(text) or not (text[end].isalnum() and wanted[-1].isalnum())
        if left and right:
            return at
        at += 1
    return -1


def _date(found: dict[str, Any], where: str, problems: list[str]) -> dict[str, Any]:
    start, _, end = found["name"].partition("..")
    try:
        days = [str(dt.date.fromisoformat(day)) for day in (start, end or start)]
    except ValueError:
        if found["name"] != "?":
            problems.append(f"{where}: no date: {found['name']!r}")
        return {**found, "start": None, "end": None}
    if days[0] > days[1]:
        problems.append(f"{where}: the interval ends before it begins: {found['name']!r}")
    return {**found, "start": days[0], "end": days[1]}


def main() -> int:
    """Check the files of the command line."""
    bad = 0
    for name in sys.argv[1:]:
        documents, problems = load(Path(name))
        print(*problems, sep="\n")
        bad += len(problems)
        events = [e for d in documents for e in d.events]
        empty = sum(not d.events for d in documents)
        print(f"{name}: {len(documents)} documents, {empty} without event, {len(events)} events")
        print(
            Counter(e["type"] for e in events),
            Counter(e["status"] for e in events),
            Counter(f"{e['type']}.{e['subtype']}" for e in events),
        )
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
