"""A table for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from extractor_schema import Event, EventDate, Record, Result

__all__ = ["events_table", "printable"]

STATUS_STYLES = {"occurred": "", "ongoing": "yellow", "planned": "cyan", "possible": "dim", "denied": "red"}
COLUMN_WIDTHS = {"Event": 11, "Status": 8, "When": 10, "Who": 16, "Where": 10, "Words": 14}
"""Characters that a column has at least, so that its words stay whole."""
# Control characters, which a terminal could obey, are shown as spaces.
CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


def printable(text: str, limit: int = 0) -> str:
    """Text on one line and without control characters, cut after `limit` characters (0: not cut)."""
    line = " ".join(text.translate(CONTROLS).split())
    line = line.encode("utf-8", "replace").decode("utf-8")
    return line if not limit or len(line) <= limit else line[: limit - 1].rstrip() + "…"


def events_table(records: Iterable[Record], *, title: str | None = None) -> Table:
    """One row an event: type, status, date, actors, places, words, confidence.

    Print it with `rich.print`, or with a `rich.console.Console`.
    """
    table = Table(title=title and Text(printable(title)), title_justify="left", expand=False)
    for name, width in COLUMN_WIDTHS.items():
        table.add_column(name, min_width=width)
    table.add_column("Conf.", justify="right")
    for record in records:
        if isinstance(record, Result):
            for event in record.events:
                _add(table, event)
    return table


def _add(table: Table, event: Event) -> None:
    first = event.mentions[0]
    words = printable((event.content or first.trigger).text, 60)
    if event.content:
        words = f"{printable(first.trigger.text)}: {words}"
    if len(event.mentions) > 1:
        words += f" (x{len(event.mentions)})"
    table.add_row(
        Text(f"{event.type}\n{event.subtype}"),
        Text(event.status, style=STATUS_STYLES.get(event.status, "")),
        Text(_when(event.date)),
        Text(_who(event)),
        Text(", ".join(dict.fromkeys(printable(p.name) for p in event.places)) or "-"),
        Text(words),
        Text(f"{event.confidence:.2f}"),
    )


def _when(date: EventDate | None) -> str:
    if date is None:
        return "-"
    if date.start is None and date.end is None:
        return printable(date.span.text)
    if date.start == date.end:
        return str(date.start)
    return f"{date.start or '…'} to\n{date.end or '…'}"


def _who(event: Event) -> str:
    names: dict[str, list[str]] = {}
    for actor in event.actors:
        name = printable(actor.name) + (f" ({actor.country})" if actor.country else "")
        names.setdefault(actor.role, []).append(name)
    parts = [", ".join(names.pop("participant", []))]
    source, target = ", ".join(names.pop("source", [])), ", ".join(names.pop("target", []))
    parts.append(f"{source or '?'} → {target or '?'}" if source or target else "")
    parts += [f"{role}: {', '.join(who)}" for role, who in names.items()]
    return "\n".join(p for p in parts if p) or "-"
