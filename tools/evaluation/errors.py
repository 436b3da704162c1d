"""Gold beside prediction, document by document, and what is wrong with each pair of events.

The scorer decides what matches; here its own functions are called, so that report and figures agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from types import ModuleType
from typing import Any

import msgspec

__all__ = ["Comparison", "Error", "Row", "compare", "error_classes"]


class Error(msgspec.Struct, frozen=True):
    """One thing that is wrong: its kind, the class within the kind, and an example in words."""

    kind: str
    detail: str
    document: str
    text: str


class Row(msgspec.Struct, frozen=True):
    """A gold event and the predicted event that stands for it; either may be absent."""

    gold: dict[str, Any] | None
    predicted: dict[str, Any] | None
    errors: tuple[Error, ...]


class Comparison(msgspec.Struct, frozen=True):
    """One document with its rows. `marks` are triggers: start, end, and `right`, `missed` or `spurious`."""

    document: str
    text: str
    published: str | None
    rows: tuple[Row, ...]
    marks: tuple[tuple[int, int, str], ...]


def match(scorer: ModuleType, gold: list[Any], predicted: list[Any]) -> tuple[dict[int, int], list[Any]]:
    """The scorer's pairing of events, and its pairs of mentions."""
    gm = [(i, m, e.type) for i, e in enumerate(gold) for m in e.mentions]
    pm = [(j, m, e.type) for j, e in enumerate(predicted) for m in e.mentions]

    def mention_score(a: Any, b: Any) -> int:
        if a[2] != b[2] or a[1][0] != b[1][0]:
            return 0
        return 2 if max(a[1][1], b[1][1]) < min(a[1][2], b[1][2]) else 1

    pairs = [(gm[a], pm[b]) for a, b in scorer.pair(gm, pm, mention_score)]
    linked: dict[tuple[int, int], int] = defaultdict(int)
    for a, b in pairs:
        linked[a[0], b[0]] += mention_score(a, b)
    events = scorer.pair(
        list(range(len(gold))), list(range(len(predicted))), lambda i, j: linked.get((i, j), 0)
    )
    return dict(events), pairs


def compare(
    scorer: ModuleType,
    document: dict[str, Any],
    gold: list[Any],
    predicted: list[Any],
    result: dict[str, Any],
) -> Comparison:
    """Put the events of gold and prediction side by side and name what differs."""
    name = document["id"]
    raw = [e for e in result.get("events") or [] if e["type"] in scorer.TYPES]
    rules = [e["mentions"][0].get("rule", "?") for e in raw]
    matched, pairs = match(scorer, gold, predicted)
    rows = []
    for i, g in enumerate(gold):
        p = predicted[matched[i]] if i in matched else None
        errors = differences(scorer, document, g, p) if p else missed(document, g)
        rows.append(Row(show(g), show(p, rules[matched[i]]) if p else None, tuple(errors)))
    for j, p in enumerate(predicted):
        if j not in matched.values():
            rows.append(Row(None, show(p, rules[j]), (spurious(document, p, rules[j]),)))
    return Comparison(
        name, document["text"], document.get("published"), tuple(rows), marks(gold, predicted, pairs)
    )


def marks(gold: list[Any], predicted: list[Any], pairs: list[Any]) -> tuple[tuple[int, int, str], ...]:
    """The triggers to highlight, in text order."""
    right = {b[1][1:] for _, b in pairs}
    found = {a[1][1:] for a, _ in pairs}
    all_gold = {m[1:] for e in gold for m in e.mentions}
    all_predicted = {m[1:] for e in predicted for m in e.mentions}
    labelled = [(*m, "right" if m in right else "spurious") for m in all_predicted]
    labelled += [(*m, "missed") for m in all_gold - found]
    return tuple(sorted(labelled))


def sentence(document: dict[str, Any], event: Any) -> str:
    """The sentence of an event's first mention, on one line."""
    index = event.mentions[0][0]
    text = next((s["text"] for s in document["sentences"] if s["i"] == index), "")
    return " ".join(text.split())[:220]


def missed(document: dict[str, Any], event: Any) -> list[Error]:
    """A gold event that no predicted event stands for."""
    trigger = event.triggers[0].lower()
    text = f"[{trigger}] {sentence(document, event)}"
    return [Error("missed", f"{event.type} “{trigger}”", document["id"], text)]


def spurious(document: dict[str, Any], event: Any, rule: str) -> Error:
    """A predicted event that stands for no gold event."""
    text = f"[{event.triggers[0]}] {event.confidence:.2f} {sentence(document, event)}"
    return Error("spurious", f"{event.type} {rule}", document["id"], text)


def differences(scorer: ModuleType, document: dict[str, Any], gold: Any, predicted: Any) -> list[Error]:
    """What differs in a pair of matched events."""
    name = document["id"]
    about = f"[{gold.triggers[0]}]"
    errors = []
    if gold.status != predicted.status:
        errors.append(
            Error(
                "status",
                f"{gold.status} read as {predicted.status}",
                name,
                f"{about} {sentence(document, gold)}",
            )
        )
    if gold.subtype != predicted.subtype:
        detail = f"{gold.type}: {gold.subtype} read as {predicted.subtype}"
        errors.append(Error("subtype", detail, name, about))
    if not gold.open_date and gold.date != predicted.date:
        detail = "missing" if predicted.date is None else "spurious" if gold.date is None else "wrong"
        errors.append(Error("date", detail, name, f"{about} gold {gold.date}, predicted {predicted.date}"))
    for kind in ("actor", "place"):
        errors += argument_differences(scorer, name, kind, gold, predicted)
    return errors


def argument_differences(scorer: ModuleType, name: str, kind: str, gold: Any, predicted: Any) -> list[Error]:
    """Arguments that are missing, spurious, or of another country."""
    left, right = getattr(gold, kind + "s"), getattr(predicted, kind + "s")
    pairs = scorer.pair(
        left, right, lambda x, y: int((kind == "place" or x.role == y.role) and scorer.same_arg(x, y))
    )
    about = f"[{gold.triggers[0]}]"
    errors = []
    for i, arg in enumerate(left):
        if i not in {a for a, _ in pairs}:
            detail = f"missing {arg.role} of {gold.type}" if kind == "actor" else f"missing of {gold.type}"
            has = ", ".join(a.name for a in right)
            errors.append(Error(kind, detail, name, f"{about} {arg.name} (predicted: {has or 'none'})"))
    for j, arg in enumerate(right):
        if j not in {b for _, b in pairs}:
            detail = f"spurious {arg.role} of {gold.type}" if kind == "actor" else f"spurious of {gold.type}"
            has = ", ".join(a.name for a in left)
            errors.append(Error(kind, detail, name, f"{about} {arg.name} (gold: {has or 'none'})"))
    for a, b in pairs if kind == "actor" else ():
        if left[a].country != right[b].country:
            text = f"{about} {left[a].name}: {left[a].country} read as {right[b].country}"
            errors.append(Error("country", "wrong country of an actor", name, text))
    return errors


def show(event: Any, rule: str | None = None) -> dict[str, Any]:
    """An event as plain values for the report."""
    return {
        "type": event.type,
        "subtype": event.subtype,
        "status": event.status,
        "triggers": event.triggers,
        "actors": [f"{a.role}: {a.name}" + (f" ({a.country})" if a.country else "") for a in event.actors],
        "places": [p.name + (f" ({p.country})" if p.country else "") for p in event.places],
        "date": " – ".join(event.date) if event.date else None,
        "confidence": event.confidence if rule else None,
        "rule": rule,
    }


def error_classes(comparisons: Iterable[Comparison]) -> dict[tuple[str, str], list[Error]]:
    """Errors by kind and class, the most frequent class first."""
    classes: dict[tuple[str, str], list[Error]] = defaultdict(list)
    for comparison in comparisons:
        for row in comparison.rows:
            for error in row.errors:
                classes[error.kind, error.detail].append(error)
    return dict(sorted(classes.items(), key=lambda item: (-len(item[1]), item[0])))
