"""Prints how often a date of an annotated corpus is found and resolved as annotated.

Usage: python tests/dates/measure.py FOLDER [-v]

FOLDER holds pairs NAME.json (`published`, `sentences` with `text`) and NAME.gold.json (`events` with `status` and
`date`: `sentence`, `text`, `start`, `end`, `granularity`), in subfolders or not. The tense is guessed from the
status alone: future for planned and possible events, present for ongoing ones, past for the rest.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.dates import Tense, find_dates, resolve

TENSES: dict[str, Tense] = {"planned": "future", "possible": "future", "ongoing": "present"}
Answer = tuple[str | None, str | None, str] | None


def dated_events(folder: Path) -> Iterator[tuple[str, dt.date | None, str, dict[str, Any]]]:
    """Sentence, publication day, status and annotated date of each event that has one."""
    for file in sorted(folder.rglob("*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        article = json.loads((file.parent / file.name.replace(".gold", "")).read_text(encoding="utf-8"))
        published = dt.date.fromisoformat(article["published"][:10]) if article.get("published") else None
        for event in gold["events"]:
            if event.get("date"):
                sentence = article["sentences"][event["date"]["sentence"]]["text"]
                yield sentence, published, event["status"], event["date"]


def answer(sentence: str, published: dt.date | None, tense: Tense, text: str) -> Answer:
    """What is read for the annotated stretch, or None where no date overlaps it."""
    begin = sentence.find(text)
    hits = [
        timex
        for timex in find_dates(sentence)
        if timex.start < begin + len(text) and timex.end > begin and timex.kind not in ("duration", "set")
    ]
    if not hits:
        return None
    best = max(hits, key=lambda timex: min(timex.end, begin + len(text)) - max(timex.start, begin))
    found = resolve(best, published=published, tense=tense)
    if found is None:
        return None
    start, end = (day.isoformat() if day else None for day in (found.start, found.end))
    return start, end, found.granularity


def main(folder: str, *options: str) -> None:
    """Prints the shares and, with -v, what differs."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    found = 0
    for sentence, published, status, date in dated_events(Path(folder)):
        wanted = (date["start"], date["end"], date["granularity"])
        got = answer(sentence, published, TENSES.get(status, "past"), date["text"])
        total[date["granularity"]] += 1
        right[date["granularity"]] += got == wanted
        found += got is not None
        if got != wanted and "-v" in options:
            print(f"{date['text']!r} {published} {status}: wanted {wanted}, got {got}")
    events = total.total()
    print(f"{events} dates, {found / events:.1%} found, {right.total() / events:.1%} right")
    print({granularity: f"{right[granularity]}/{total[granularity]}" for granularity in total})


if __name__ == "__main__":
    main(*sys.argv[1:])
