"""CSV (RFC 4180): one line for an event, for reading in a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from extractor_api.contract import ItemError
from extractor_api.formats.base import Format
from extractor_schema import Event, Result

__all__ = ["COLUMNS", "CSV"]

COLUMNS = (
    "article", "event", "type", "subtype", "status", "confidence", "date_start", "date_end", "trigger",
    "trigger_start", "trigger_end", "source", "target", "participant", "mediator", "actor_countries", "place",
    "place_country", "latitude", "longitude", "content", "attribution", "sentence", "error_type",
    "error_detail",
)  # fmt: skip
"""Columns of the table. Several names in one cell are separated by `; `."""
_ROLES = ("source", "target", "participant", "mediator")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """A cell's text. A leading sign that a spreadsheet would run as a formula is set off by an apostrophe."""
    if value is None:
        return ""
    text = str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_FORMULA) else text


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _row(article: str | None, event: Event) -> dict[str, object]:
    mention = event.mentions[0] if event.mentions else None
    place = event.places[0] if event.places else None
    date = event.date
    row: dict[str, object] = {
        "article": article, "event": event.id, "type": event.type, "subtype": event.subtype,
        "status": event.status, "confidence": event.confidence,
        "date_start": date.start if date else None, "date_end": date.end if date else None,
        "trigger": mention.trigger.text if mention else None,
        "trigger_start": mention.trigger.start if mention else None,
        "trigger_end": mention.trigger.end if mention else None,
        "actor_countries": _joined(actor.country for actor in event.actors),
        "place": _joined(each.name for each in event.places),
        "place_country": _joined(each.country for each in event.places),
        "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        "content": event.content.text if event.content else None,
        "attribution": event.attribution.name if event.attribution else None,
        "sentence": mention.sentence.text if mention else None,
    }  # fmt: skip
    for role in _ROLES:
        row[role] = _joined(actor.name for actor in event.actors if actor.role == role)
    return row


def _lines(rows: Iterable[dict[str, object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_cell(row.get(column)) for column in COLUMNS] for row in rows)
    return out.getvalue().encode()


def _item(result: Result) -> bytes:
    return _lines(_row(result.id, event) for event in result.events)


def _error(error: ItemError) -> bytes:
    problem = error.error
    row = {"article": error.id, "error_type": problem.type, "error_detail": problem.detail or problem.title}
    return _lines([dict[str, object](row)])


def _batch(pieces: Sequence[bytes]) -> bytes:
    return ",".join(COLUMNS).encode() + b"\r\n" + b"".join(pieces)


CSV = Format(
    name="csv",
    media_type="text/csv",
    item=_item,
    error=_error,
    single=lambda piece: _batch([piece]),
    batch=_batch,
)
